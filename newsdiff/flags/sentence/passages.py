"""The changed passages of a comparison: sentences that stand on one side only, paired with what became of them."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice, product

from newsdiff.flags.forms.rejoined import rejoined
from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.alignment import Alignment
from newsdiff.flags.sentence.elsewhere import Elsewhere
from newsdiff.flags.sentence.phrase_index import Hit, index
from newsdiff.flags.sentence.portions import brief_sentences, is_immense, portions
from newsdiff.flags.sentence.tokens import Tokens, bare, stem
from newsdiff.flags.turns.telling_edits import is_substantial
from newsdiff.language.page_marks import story
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Diff, Hunk, Op
from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MARKS = frozenset(".,;:!?'\"()[]{}<>-—–/|*&%$£€#@+=_…•")
MOST_CHARACTERS_READ = 300_000  # of both sides of the changed passages: no article that people write is as long
MOST_PASSAGES_READ = 8_000
_ALIKE_SHARE = 0.34  # share of words that two sentences have in common when one is a rewriting of the other
_NEAR_HUNKS = 4  # hunks between a deleted paragraph and an inserted one that may be its rewriting
_SOLE_SHARE = 0.15  # the same when nothing else changed in their paragraph
_MOST_PAIRS = 10_000  # so many pairs of sentences are all looked at: no paragraph that people write has more
_RARE_SENTENCES = 4  # in a larger one: sentences in which a word stands that both sides of a pair must share ...
_NEAR_SENTENCES = 4  # ... or how far from its own place a sentence may have gone


class Sentence:
    """One sentence, the index of its block in the article, and the kind of that block."""

    def __init__(self, text: str, block: int, kind: BlockKind, words: WordTable | None = None, glued: str = "") -> None:
        self.text: Final = text
        self.glued: Final = glued  # what the page writes before it, as one word with its first: SZ Plus
        self.block: Final = block
        self.kind: Final = kind
        self.words: Final = words

    @lazy
    def tokens(self) -> Tokens:
        """Its tokens, cut when first asked for."""
        return Tokens(self.text)

    @lazy
    def hits(self) -> dict[str, list[Hit]]:
        """The phrases of the word table in it, by list."""
        return index(self.words).find(self.tokens.low) if self.words else {}

    @lazy
    def acts(self) -> list[ScalePoint]:
        """The phrases of the word table for what happened, those inside idioms and longer phrases among them."""
        return self.words.acts.all(self.tokens.bare, self.words.grammar) if self.words and self.words.acts else []

    @lazy
    def bag(self) -> frozenset[str]:
        """Its words, lower case."""
        return frozenset(self.tokens.low) - _MARKS

    @lazy
    def told(self) -> frozenset[str]:
        """Its words as one house would write them."""
        if self.words is None or not self.words.variants:
            return self.bag
        from newsdiff.flags.forms.units import units

        return frozenset([unit.form for unit in units(self.tokens, self.words)])

    @lazy
    def stems(self) -> "Counter[str]":
        """How often each stem stands in it."""
        return Counter(map(stem, self.tokens.low))

    @lazy
    def bare(self) -> frozenset[str]:
        """Its words, and those with a possessive ending without it as well."""
        if "'s" not in self.tokens.folded:
            return self.bag
        return self.bag.union([w.removesuffix("'s") for w in self.bag if w.endswith("'s")])

    @lazy
    def acronyms(self) -> frozenset[str]:
        """Its words of which the first two letters are capitals, without dots and possessive endings: UN, U.N."""
        words = (self.tokens.raw[i].replace(".", "") for i in self.tokens.capitals)
        return frozenset([bare(w) for w in words if w[1:2].isupper()])

    @lazy
    def forms(self) -> frozenset[str]:
        """Its words as they are written."""
        return frozenset(self.tokens.raw)


class Pair:
    """A sentence and what stands in its place; one side is None where a sentence came or went."""

    def __init__(self, old: Sentence | None, new: Sentence | None) -> None:
        self.old: Final = old
        self.new: Final = new

    def beside(self, sentence: Sentence) -> Sentence | None:
        """What stands beside one of its sentences."""
        return self.old if sentence is self.new else self.new

    @lazy
    def alignment(self) -> Alignment:
        """What stands in whose place; of a sentence that came or went there is none."""
        assert self.old and self.new
        return Alignment(self.old.tokens, self.new.tokens, self.new.words)

    @lazy
    def likeness(self) -> float:
        """The share of their words that both sentences have in common, 0 to 1."""
        return _likeness(self.old.bag, self.new.bag) if self.old and self.new else 0.0


class Carried(NamedTuple):
    """A sentence without counterpart in its passage that the other side has in another place, and both blocks."""

    old: str
    new: str
    old_block: int
    new_block: int


class Passage:
    """A changed hunk: its paired sentences, those of it that were kept, and those that were carried elsewhere."""

    def __init__(
        self,
        hunk: Hunk,
        pairs: tuple[Pair, ...],
        kept: tuple[Sentence, ...],
        carried: tuple[Carried, ...] = (),
        *,
        parted: bool = False,  # whether sentences of it have their counterparts in another passage
    ) -> None:
        self.hunk: Final = hunk
        self.pairs: Final = pairs
        self.kept: Final = kept
        self.carried: Final = carried
        self._parted: Final = parted
        self._marked: Final[dict[int, frozenset[int]]] = {}

    @lazy
    def old(self) -> tuple[Sentence, ...]:
        """The changed sentences of the old side."""
        return tuple(p.old for p in self.pairs if p.old)

    @lazy
    def new(self) -> tuple[Sentence, ...]:
        """The changed sentences of the new side."""
        return tuple(p.new for p in self.pairs if p.new)

    def counterpart(self, sentence: Sentence) -> Sentence | None:
        """What stands on the other side in the place of one of the changed sentences."""
        return self._counterparts.get(id(sentence))

    @lazy
    def _counterparts(self) -> dict[int, Sentence]:
        paired = [(p.old, p.new) for p in self.pairs if p.old and p.new]
        return {id(a): b for a, b in paired} | {id(b): a for a, b in paired}

    def is_fresh(self, word: str, side: int) -> bool:
        """Whether the changed sentences of one side have the stem of a word more often than those of the other."""
        cut, counts = stem(word), self._counts
        return counts[side].get(cut, 0) > counts[1 - side].get(cut, 0)

    @lazy
    def _counts(self) -> tuple["Counter[str]", "Counter[str]"]:
        """How often each stem stands in the changed sentences of either side."""
        return _stems(self.old), _stems(self.new)

    def marked(self, sentence: Sentence, side: int, places: frozenset[int]) -> frozenset[int]:
        """Those of some tokens of a sentence that the diff shows as changed; all where it shows the block as one."""
        if not places or not self.hunk.edits:
            return places
        known = self._marked.get(id(sentence))
        if known is None:
            known = self._marked[id(sentence)] = self._marked_tokens(sentence, side)
        return places.intersection(known)

    def _marked_tokens(self, sentence: Sentence, side: int) -> frozenset[int]:
        """The tokens of a sentence that a changed span of the diff holds some of; all where it stands in no block."""
        offset = (self.hunk.new_text if side else self.hunk.old_text).find(sentence.text)
        if offset < 0:
            return frozenset(range(len(sentence.tokens)))
        spans, starts, raw = self._marks[side], sentence.tokens.start, sentence.tokens.raw
        found: set[int] = set()
        at, end = max(0, bisect_left(spans, (offset, 0)) - 1), offset + len(sentence.text)
        while at < len(spans) and spans[at][0] < end:
            first, past = spans[at][0] - offset, spans[at][1] - offset
            i = max(0, bisect_right(starts, first) - 1)
            found.update(range(i + (starts[i] + len(raw[i]) <= first), bisect_left(starts, past)))
            at += 1
        return frozenset(found)

    @lazy
    def _marks(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where the changed spans of either side begin and end in the hunk's text."""
        edits = [e for e in self.hunk.edits if e.op is not Op.EQUAL]
        old = [(e.old_start, e.old_start + len(e.old)) for e in edits if e.old]
        return old, [(e.new_start, e.new_start + len(e.new)) for e in edits if e.new]

    @property
    def whole(self) -> bool:
        """Whether whole blocks came or went, and nothing stands in their place or elsewhere."""
        return not (self.hunk.old and self.hunk.new) and not self.carried and not self._parted


def surplus(mine: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """What one count has more often than another, and how much more often."""
    return {word: n - k for word, n in mine.items() if n > (k := other.get(word, 0))}


def _stems(side: tuple[Sentence, ...]) -> "Counter[str]":
    return side[0].stems if len(side) == 1 else Counter(map(stem, chain.from_iterable(s.tokens.low for s in side)))


def passages(diff: Diff, words: WordTable | None) -> tuple[Passage, ...]:
    """The passages of a comparison that hold more than a change of form, in reading order of new."""
    elsewhere = Elsewhere(diff)
    return tuple(_passage(part, words, elsewhere) for part in _first(_parts(diff, words)))


def exceed(diff: Diff) -> bool:
    """Whether more has changed than is read; the passages behind are judged by no rule."""
    changed = [len(b.text) for h in diff.hunks if h.op is not Op.EQUAL for b in (*h.old, *h.new)]
    much = sum(changed) > MOST_CHARACTERS_READ or len(changed) > MOST_PASSAGES_READ
    return much and sum(1 for _ in _parts(diff)) > sum(1 for _ in _first(_parts(diff)))


def _first(parts: Iterable[Hunk]) -> Iterator[Hunk]:
    """As many passages as are read."""
    left = MOST_CHARACTERS_READ
    for part in islice(parts, MOST_PASSAGES_READ):
        if left <= 0:
            return
        yield part
        left -= len(part.old_text) + len(part.new_text)


def _parts(diff: Diff, words: WordTable | None = None) -> Iterator[Hunk]:
    changed = (h for h in _rejoined(diff.hunks) if is_substantial(h, words))
    return (part for h in changed for part in _in_portions(h))


def _in_portions(hunk: Hunk) -> Iterable[Hunk]:
    both = hunk.old and hunk.new
    return portions(hunk) if both and (is_immense(hunk.old) or is_immense(hunk.new)) else (hunk,)


def _rejoined(hunks: tuple[Hunk, ...]) -> Iterator[Hunk]:
    """Hunks, with deleted and inserted neighbours that share words taken for one rewritten paragraph."""
    run: list[Hunk] = []
    for hunk in hunks:
        if hunk.old and hunk.new:
            if run:
                yield from _matched(run)
                run = []
            yield hunk
        else:
            run.append(hunk)
    yield from _matched(run)


def _matched(run: list[Hunk]) -> Iterator[Hunk]:
    """A run of hunks without partner, each new one with the old one that it rewrites, if any."""
    gone = {i: _bag(h.old_text) for i, h in enumerate(run) if h.old}
    least = 0.0 if len(run) == 2 else _ALIKE_SHARE  # one for one in the same place
    for at, new in ((i, h) for i, h in enumerate(run) if h.new):
        bag = _bag(new.new_text) if gone else frozenset[str]()
        near = [i for i in range(at - _NEAR_HUNKS, at + _NEAR_HUNKS + 1) if i in gone]
        best = max(near, key=lambda i: _rewriting(run[i], new, gone[i], bag), default=None)
        if best is not None and _rewriting(run[best], new, gone[best], bag) >= least:
            old = run[best]
            del gone[best]
            yield Hunk(Op.REPLACE, old.old, new.new, old.old_index, new.new_index)
        else:
            yield new
    yield from (run[i] for i in gone)


def _bag(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _rewriting(old: Hunk, new: Hunk, a: frozenset[str], b: frozenset[str]) -> float:
    """How much one paragraph is a rewriting of another, 0 to 1: by their words, or by how many the shorter keeps."""
    if old.old[0].kind is BlockKind.HEADLINE and new.new[0].kind is BlockKind.HEADLINE:
        return 1.0
    shared = len(a & b)
    return max(2 * shared / (len(a) + len(b)), shared / min(len(a), len(b)) / 2) if a and b else 0.0


def _passage(hunk: Hunk, words: WordTable | None, elsewhere: Elsewhere) -> Passage:
    old, new = list(_sentences(hunk, words, new=False)), list(_sentences(hunk, words, new=True))
    if len(old) != len(new) and words and words.variants:
        old, new = rejoined(old, new, _together), rejoined(new, old, _together)
    if {s.text for s in old}.isdisjoint([s.text for s in new]):
        return _with_carried(hunk, _likeliest_pairs(old, new), (), elsewhere)
    kept, changed = _parted(new, Counter([s.text for s in old]))
    _, old = _parted(old, Counter([s.text for s in kept]))
    return _with_carried(hunk, _likeliest_pairs(old, changed), tuple(kept), elsewhere)


def _parted(sentences: list[Sentence], others: "Counter[str]") -> tuple[list[Sentence], list[Sentence]]:
    """The sentences that others have as well, each at most as often as they do, and the rest."""
    kept, changed = list[Sentence](), list[Sentence]()
    for sentence in sentences:
        if left := others.get(sentence.text, 0):
            others[sentence.text] = left - 1
        (kept if left else changed).append(sentence)
    return kept, changed


def _together(a: Sentence, b: Sentence) -> Sentence:
    return Sentence(f"{a.text} {b.text}", a.block, a.kind, a.words)


def _with_carried(hunk: Hunk, pairs: Iterable[Pair], kept: tuple[Sentence, ...], elsewhere: Elsewhere) -> Passage:
    """The passage, without the sentences that have no counterpart in it because they stand in another place."""
    left, carried = [], []
    for pair in pairs:
        alone = None if pair.old and pair.new else pair.old or pair.new
        at = elsewhere.block(alone.text, new=pair.new is None) if alone else None
        if alone is None or at is None or alone.kind is BlockKind.HEADLINE:
            left.append(pair)
        else:
            places = (alone.block, at) if pair.old else (at, alone.block)
            carried.append(Carried(alone.text, alone.text, *places))
    return Passage(hunk, tuple(left), kept, tuple(carried))


def _sentences(hunk: Hunk, words: WordTable | None, *, new: bool) -> Iterator[Sentence]:
    blocks, first = (hunk.new, hunk.new_index) if new else (hunk.old, hunk.old_index)
    for at, block in enumerate(blocks, first):
        told, glued = story(block.text, words) if block.kind is BlockKind.HEADLINE else (block.text, "")
        for text in brief_sentences(told):
            yield Sentence(text, at, block.kind, words, glued)
            glued = ""


def _likeliest_pairs(old: list[Sentence], new: list[Sentence]) -> Iterator[Pair]:
    """Sentences in reading order of new, each with the likest that is left on the other side."""
    least = _SOLE_SHARE if len(old) == len(new) == 1 else _ALIKE_SHARE
    if len(old) == len(new) == 1 and _likeness(old[0].bag, new[0].bag) >= least:  # mostly: there is no choice
        yield Pair(old[0], new[0])
        return
    likely = _likely(old, new)
    scores = sorted(((_likeness(old[i].bag, new[j].bag), -i, -j) for i, j in likely), reverse=True)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scores:
        if score < least:
            break
        if -i not in taken and -j not in partner:
            partner[-j] = -i
            taken.add(-i)
    left = [i for i, s in enumerate(old) if i not in taken and s.kind is BlockKind.HEADLINE]
    alone = [j for j, s in enumerate(new) if j not in partner and s.kind is BlockKind.HEADLINE]
    for i, j in zip(left, alone, strict=False):  # whatever a headline says, it is the article's headline
        partner[j] = i
        taken.add(i)
    yield from (Pair(s, None) for i, s in enumerate(old) if i not in taken)
    yield from (Pair(old[partner[j]] if j in partner else None, s) for j, s in enumerate(new))


def _likely(old: list[Sentence], new: list[Sentence]) -> Iterable[tuple[int, int]]:
    """The pairs of sentences that may belong together: all, or in a long passage a number that grows with it."""
    if len(old) * len(new) <= _MOST_PAIRS:
        return product(range(len(old)), range(len(new)))
    owners: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(old):
        for word in sentence.bag:
            owners[word].append(i)
    found: set[tuple[int, int]] = set()
    for j, sentence in enumerate(new):
        at = j * len(old) // len(new)
        found.update((i, j) for i in range(max(0, at - _NEAR_SENTENCES), min(len(old), at + _NEAR_SENTENCES + 1)))
        found.update(
            (i, j) for word in sentence.bag if len(own := owners.get(word, ())) <= _RARE_SENTENCES for i in own
        )
    return found


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of their words that two sentences have in common, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
