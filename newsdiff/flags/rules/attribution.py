"""The source of a statement or the verb of saying differs."""

from collections.abc import Iterator

from newsdiff.flags.passage import Pair, Sentence
from newsdiff.flags.read.absent import absent
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, Kept, cues, unmatched
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_REWRITTEN = 6  # words of substance that may change with the source of a kept statement
_REACH = 12  # tokens around a verb of saying in which its speaker stands
_NEAR = 4  # tokens between a verb and the word for its source
_FAR = 6  # tokens before a verb in which a word for a source makes it one of saying
_BEHIND = 6  # tokens behind it, where nobody stands before it
_ALIKE = 0.3  # share of words that a sentence must keep
_SAME = 0.6  # and one whose speaker, but a noun, was replaced
_KEPT = 0.8  # share of the shorter side's words that stand on the other
_SAID = frozenset((":", ",", '"', "that", ".", "it", "he", "she", "they"))
_CLOSED = frozenset((",", '"', "'", "also", "has", "have", "had", "later", "then", "who", "and"))
_ARTICLES = frozenset(("a", "an", "the", "another", "one"))
_OPEN = frozenset('"“”:;')


@rule
def attribution(comparison: Comparison) -> Iterator[Flag]:
    """Verbs of saying whose class stands on one side of a kept statement only, and speakers who were replaced."""
    words = comparison.words
    if words is None or not words.sayings:
        return
    for pair in comparison.kept_pairs():
        yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: Words, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = _sayings(pair.old, words), _sayings(pair.new, words)
    if not old and not new:
        return
    gone, came = unmatched(old, new), unmatched(new, old)
    changed = list(_in_kept([*gone, *came], pair, words))
    reason = "the verb of saying differs" if gone and came else "a source came" if came else "a source went"
    if not changed and len(old) == len(new) == 1:
        changed, reason = _replaced(pair, old[0], new[0], words, comparison), "another speaker"
    if changed:
        a, b = next(iter(gone or old), None), next(iter(came or new), None)
        yield Flag(
            FlagKind.ATTRIBUTION,
            Severity.MEDIUM,
            _quoted(a),
            _quoted(b),
            _named(b or a, comparison),
            pair.old.block,
            pair.new.block,
            reason,
        )


def _in_kept(changed: list[Cue], pair: Pair, words: Words) -> Iterator[Cue]:
    """The changed cues whose statement was kept."""
    if not changed or not pair.old or not pair.new:
        return
    shared = len(pair.old.bag & pair.new.bag) >= _KEPT * min(len(pair.old.bag), len(pair.new.bag))
    kept = Kept(pair, words)
    for cue in changed:
        if shared or (pair.likeness >= _ALIKE and kept.rewritten(cue) <= _REWRITTEN):
            yield cue


def _sayings(sentence: Sentence, words: Words) -> list[Cue]:
    """Verbs of saying in the active voice."""
    tokens = sentence.tokens
    return [
        c
        for c in cues(sentence, "sayings")
        if tokens.at(c.first - 1) not in words.auxiliaries and (c.last > c.first or _spoken(c, words))
    ]


def _spoken(cue: Cue, words: Words) -> bool:
    """Whether a verb of saying has a speaker before it, or something said or a speaker behind it."""
    tokens = cue.sentence.tokens
    before, after = tokens.at(cue.first - 1), tokens.at(cue.last + 1)
    if (
        after in _SAID
        or before in _CLOSED
        or before in words.pronouns
        or before in words.sources
        or before in words.offices
    ):
        return True
    if not words.sources.isdisjoint(tokens.low[max(0, cue.first - _FAR) : cue.first]):
        return True
    near = (i for i in (cue.first - 1, cue.last + 1) if 0 <= i < len(tokens) and tokens.raw[i][0].isupper())
    return any(i > 0 or tokens.low[i] not in words.common for i in near)


def _replaced(pair: Pair, old: Cue, new: Cue, words: Words, comparison: Comparison) -> list[Cue]:
    """The cue of the new side when who says it was replaced: by another name, or a name by a word for a source."""
    assert pair.old and pair.new
    before, after = _speaker(old, comparison), _speaker(new, comparison)
    gone = before if before and before in absent((pair.old,), (pair.new,), (), comparison) else None
    came = after if after and after in absent((pair.new,), (pair.old,), (), comparison) else None
    if gone and came:
        return [] if _spelled_alike(gone.span, came.span) else [new]
    if (gone and after is None and not _pronoun(new, words)) or (came and before is None and not _pronoun(old, words)):
        return [new]
    sources = _sources(old, words), _sources(new, words)
    if sources[0] - sources[1] and sources[1] - sources[0]:
        return [new]
    return [new] if _other_subject(pair, old, new, words) else []


def _other_subject(pair: Pair, old: Cue, new: Cue, words: Words) -> bool:
    """Whether, in a kept statement, another noun stands before the verb: *the regulator said*, *a bidder said*."""
    assert pair.old and pair.new
    a, b = _subject(old, words), _subject(new, words)
    if not a or not b or pair.likeness < _SAME or words.offices.get(a, a) == words.offices.get(b, b):
        return False
    return a not in pair.new.bag and b not in pair.old.bag


def _subject(cue: Cue, words: Words) -> str:
    """The noun right before a verb of saying, or behind it with its article: *a bidder said*, *said the old bidder*."""
    tokens, at = cue.sentence.tokens, cue.first - 1
    if tokens.at(cue.last + 1) in _ARTICLES:
        at = cue.last + 1
        while _noun(tokens.at(at + 1), words):
            at += 1
    return tokens.at(at) if _noun(tokens.at(at), words) else ""


def _noun(word: str, words: Words) -> bool:
    return len(word) > 3 and word.isalpha() and word not in words.stop | words.pronouns and not word.endswith("ly")


def _spelled_alike(a: str, b: str) -> bool:
    """Whether two names are but spellings of one: they begin or end with the same letters for the most part."""
    alike = max(_shared(a, b), _shared(a[::-1], b[::-1]))
    return 2 * alike > max(len(a), len(b))


def _shared(a: str, b: str) -> int:
    """How many letters two words begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _speaker(cue: Cue, comparison: Comparison) -> Value | None:
    """The first name of the clause before the verb, or behind it."""
    tokens = cue.sentence.tokens
    names = comparison.read(cue.sentence).names
    start = cue.first
    if tokens.at(start - 1) == ",":
        start -= 1
        closed = _OPEN
    else:
        closed = _OPEN | {","}
    while start > 0 and tokens.low[start - 1] not in closed and cue.first - start < _REACH:
        start -= 1
    before = [v for v in names if start <= v.first < cue.first]
    behind = [v for v in names if 0 < v.first - cue.last <= _BEHIND]
    return next(iter(before or behind), None)


def _pronoun(cue: Cue, words: Words) -> bool:
    """Whether a pronoun speaks."""
    low = cue.sentence.tokens
    return any(low.at(i) in words.pronouns for i in (cue.first - 2, cue.first - 1, cue.last + 1))


def _sources(cue: Cue, words: Words) -> set[str]:
    """The words for sources next to the verb: before it, or else behind it."""
    low = cue.sentence.tokens.low
    before = words.sources.intersection(low[max(0, cue.first - _NEAR) : cue.first])
    named = before or words.sources.intersection(low[cue.last + 1 : cue.last + 1 + _NEAR])
    return {words.offices.get(w, w) for w in named}  # a spokesman and a spokeswoman hold one office


def _named(cue: Cue | None, comparison: Comparison) -> str:
    speaker = _speaker(cue, comparison) if cue else None
    return speaker.span if speaker else ""


def _quoted(cue: Cue | None) -> str:
    """The verb with its speaker, as a reader would quote it."""
    if cue is None:
        return ""
    tokens = cue.sentence.tokens
    at = cue.first
    while at > 0 and cue.first - at < 4 and (tokens.raw[at - 1][0].isalpha()):
        at -= 1
    last = cue.last
    if cue.span.lower().endswith(" to"):
        while last + 1 < len(tokens) and last - cue.last < 6 and tokens.raw[last + 1][0].isalpha():
            last += 1
        at = cue.first
    return tokens.span(at, last)
