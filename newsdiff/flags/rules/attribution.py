"""The source of a statement or the verb of saying differs."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from newsdiff.flags.changed_span import holds_change, near_change
from newsdiff.flags.cue_windows import alike
from newsdiff.flags.other_speakers import Speakers
from newsdiff.flags.read.quoted_source import HEARD, QuotedSource
from newsdiff.flags.read.speech.clauses import Clauses
from newsdiff.flags.read.speech.edge_sources import source_heads
from newsdiff.flags.read.speech.sources import compounded
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import is_verb
from newsdiff.flags.sentence.cues import Cue, inflected_there
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Diff, Flag, FlagKind, Severity

_AROUND_TOKENS = 16  # around a verb of saying that its source may rest on
_EDGES = frozenset(("-", ":"))  # marks for a verb of saying, at the edges of a headline
_FEW_WORDS = 2  # of substance, at least, of what somebody accuses others of
_FACT_SHARE = 0.7  # of them that stand on the other side
_ELLIPSES = frozenset(("...", "…", "...."))
_SHOWN_TOKENS = 8  # of a speaker
_BESIDE_LETTERS = 40  # before a name in which a verb beside it stands

Change = tuple[QuotedSource | None, QuotedSource | None, str]
Alike = Callable[[QuotedSource, QuotedSource], bool]


@rule
def attribution(comparison: Comparison) -> Iterator[Flag]:
    """Sources that came to, went from or changed in a kept statement; one flag a sentence."""
    words = comparison.words
    if words is None or not words.sayings:
        return
    for passage in comparison.passages:
        for pair in passage.pairs:
            if pair.old and pair.new:
                change = next(_changes(pair, passage, words, comparison), None)
                yield from _flag(change, pair, comparison) if change else ()
            elif not passage.whole:
                yield from _with_sentence(pair, passage, words, comparison)


def _with_sentence(pair: Pair, passage: Passage, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    """The source of a sentence that came or went."""
    sentence, others = (pair.old, passage.new) if pair.old else (pair.new, passage.old)
    assert sentence
    told = (s for s in comparison.read(sentence).sources if s.agent and s.name not in words.deeds)
    source = next((s for s in told if not _elsewhere(s, (*others, *passage.kept), comparison)), None)
    if source is None or comparison.noted(sentence):
        return
    span = _short_span(source)
    yield Flag(
        FlagKind.ATTRIBUTION,
        Severity.MEDIUM,
        span if pair.old else "",
        span if pair.new else "",
        _speaker_name(source, comparison),
        sentence.block if pair.old else None,
        sentence.block if pair.new else None,
        "the source of a sentence went" if pair.old else "the source of a sentence came",
    )


def _short_span(source: QuotedSource) -> str:
    """A source, its speaker cut to what stands next to the verb."""
    first, last = _ends(source)
    return source.sentence.tokens.span(max(first, source.first - _SHOWN_TOKENS), min(last, source.last + _SHOWN_TOKENS))


def _changes(pair: Pair, passage: Passage, words: WordTable, comparison: Comparison) -> Iterator[Change]:
    assert pair.old and pair.new
    if comparison.noted(pair.old) and comparison.noted(pair.new) and not comparison.of_news(pair):
        return  # what notes tell of the text
    headed = pair.new.kind is BlockKind.HEADLINE or "-" in pair.old.tokens.low or "-" in pair.new.tokens.low
    headed = headed or compounded(pair.old, words) or compounded(pair.new, words)
    if not headed and alike((pair.old,), (pair.new,), ("sayings",), _AROUND_TOKENS, _AROUND_TOKENS):
        return
    old, new = _sources(pair.old, pair.new, comparison), _sources(pair.new, pair.old, comparison)
    if not old and not new:
        return
    speakers = Speakers(pair, words, comparison)

    def one_source(a: QuotedSource, b: QuotedSource) -> bool:
        same = a.name == b.name or _plain(a, b, words) or _plain(b, a, words)
        return same and not speakers.replaced(a, b)

    for a, b in product(old, new):
        if a.name == b.name and speakers.told_others(a, b) and not speakers.replaced(a, b):
            yield a.with_told(), b.with_told(), "who was told differs"
    _cancel(old, new, one_source)
    for a, b in _pop_like_pairs(old, new, lambda a, b: a.name == b.name):
        if speakers.replaced(a, b):
            yield a, b, "another speaker"
    for a, b in _pop_like_pairs(old, new, lambda a, b: not speakers.replaced(a, b)):
        yield a, b, "the verb of saying differs"
    gone = [s for s in old if _alone(s, pair, words, comparison) and not _elsewhere(s, passage.new, comparison)]
    came = [s for s in new if _alone(s, pair, words, comparison) and not _elsewhere(s, passage.old, comparison)]
    if gone or came:
        went, arrived = next(iter(gone), None), next(iter(came), None)
        yield went, arrived, _reason(went, arrived)


def _plain(a: QuotedSource, b: QuotedSource, words: WordTable) -> bool:
    """Whether a source stands behind *according to* or a mark, and beside a verb that tells no more: found."""
    return (a.verb in words.source_leads or a.verb in _EDGES) and b.name in words.plain_sayings


def _sources(sentence: Sentence, other: Sentence, comparison: Comparison) -> list[QuotedSource]:
    """The sources of a sentence, a headline's head before a colon only where it tells no topic."""
    found = comparison.read(sentence).sources
    if not any(s.verb == ":" for s in found):
        return list(found)
    theirs = comparison.read(other).sources
    return [s for s in found if s.verb != ":" or s.agent[0] > s.first or _leads(s, other, theirs, comparison)]


def _leads(source: QuotedSource, other: Sentence, theirs: Sequence[QuotedSource], comparison: Comparison) -> bool:
    """Whether the head before a colon speaks: it stands before none on the other side; it is an office, speaks on
    something or has a quotation behind it, or the other side tells a source, or the article has somebody of that name
    say something.
    """
    tokens, words = source.sentence.tokens, source.sentence.words
    last = tokens.low[source.agent[-1]]
    before = other.tokens.low[: other.tokens.low.index(":")] if ":" in other.tokens.low else ()
    if last in before:
        return False
    quoted = tokens.at(source.first + 1) in ('"', "'")
    if source.agent[0] > 0:
        return True  # behind a kicker
    spoken = words is not None and not words.ourselves.isdisjoint(tokens.low[source.first :])
    if quoted or spoken or source.agent[-1] + 1 < source.first or _office(source) or _put_before(source, other):
        return True
    if len(source.agent) == 1 and not (words and words.senses and last.isascii() and words.senses.person(last)):
        # a name alone is often the topic
        return any(last in s.speaker for s in theirs) or _speaks_in(comparison.diff, tokens.raw[source.agent[0]], words)
    return any(s.verb != ":" for s in theirs)


def _put_before(source: QuotedSource, other: Sentence) -> bool:
    """Whether a headline is the other one with a noun for who speaks and a colon before it; a name may be the topic."""
    tokens, words = source.sentence.tokens, source.sentence.words
    last = tokens.low[source.agent[-1]]
    if words is None or words.senses is None or not last.isascii() or last in words.places:
        return False
    speaks = last in words.headline_sources or words.senses.person(last)
    return speaks and tokens.low[source.first + 1 :] == other.tokens.low


def _speaks_in(diff: Diff, name: str, words: WordTable | None) -> bool:
    """Whether a name stands beside a verb of saying in the text of either article: Klopp said; said Klopp."""
    told = words.tellings if words else ()
    for text in (diff.new.text, diff.old.text):
        for at in (m.start() for m in re.finditer(rf"\b{re.escape(name)}\b", text)):
            before, after = text[max(0, at - _BESIDE_LETTERS) : at].split(), text[at + len(name) :].split(None, 1)
            if (before and before[-1].lower() in told) or (after and after[0].lower() in told):
                return True
    return False


def _office(source: QuotedSource) -> bool:
    """Whether a speaker is called by an office or a word for sources: Mayor: ..."""
    words, tokens = source.sentence.words, source.sentence.tokens
    last, raw = tokens.low[source.agent[-1]], tokens.raw[source.agent[-1]]
    if words is None or (last in words.relatives and not raw.isupper()):
        return False  # Who: ..., unlike WHO: ...
    if last in words.headline_sources or last in words.offices:
        return True
    return "nouns" in words.capitals and last.endswith(source_heads(words))


def _elsewhere(source: QuotedSource, others: tuple[Sentence, ...], comparison: Comparison) -> bool:
    """Whether another sentence of the other side has the same source."""
    said = {s.verb for other in others for s in comparison.read(other).sources if s.speaker == source.speaker}
    return source.verb in said


def _reason(went: QuotedSource | None, arrived: QuotedSource | None) -> str:
    if went and arrived:
        return "the verb of saying differs"
    return "a source came" if arrived else "a source went"


def _cancel(old: list[QuotedSource], new: list[QuotedSource], alike: Alike) -> None:
    """Take out the sources that both sides have; those in the same words first."""
    for test in (lambda a, b: a.span == b.span, lambda a, b: a.verb == b.verb and alike(a, b), alike):
        for _ in _pop_like_pairs(old, new, test):
            pass


def _pop_like_pairs(
    old: list[QuotedSource], new: list[QuotedSource], alike: Alike
) -> Iterator[tuple[QuotedSource, QuotedSource]]:
    """Take out pairs of like sources, each of old with the first of new."""
    for a in tuple(old):
        b = next((b for b in new if alike(a, b)), None)
        if b:
            old.remove(a)
            new.remove(b)
            yield a, b


def _cut_short(source: QuotedSource, other: Sentence, words: WordTable) -> bool:
    """Whether the other side is cut off where its source would stand: ..., an employer..."""
    low = other.tokens.low
    end = next((n for n in range(len(low), 0, -1) if low[n - 1][0].isalnum()), 0)
    if "".join(low[end:]) not in _ELLIPSES:
        return False
    speaker = {w for w in source.speaker if w not in words.grammar and w[0].isalpha()}
    return bool(speaker) and speaker <= {*low[max(0, end - len(source.agent)) : end]}


def _said_in_passing(source: QuotedSource, pair: Pair, comparison: Comparison) -> bool:
    """Whether the other side has the same verb without a speaker: describing it as; told how, described how."""
    side = source.sentence is pair.new
    other = pair.old if side else pair.new
    assert other
    if source.verb in _EDGES:
        return False
    words, sources = comparison.words, {s.first for s in comparison.read(other).sources}
    told = [(past - 1, name) for i, past, name in other.hits.get("sayings", ()) if i not in sources]
    if words is None or not told:
        return False
    region = pair.alignment.region_of(side, source.first)
    instead = region[1 - side] if region else ()
    if source.name in words.plain_sayings and any(name in words.objective and i in instead for i, name in told):
        return True
    loose = (other.tokens.low[i] for i, name in told if name in (source.name, HEARD))
    return any(words.senses and words.senses.akin(verb, source.verb) for verb in loose)


def _alone(source: QuotedSource, pair: Pair, words: WordTable, comparison: Comparison) -> bool:
    """Whether a source without a counterpart gives or takes a kept statement its source."""
    other = pair.beside(source.sentence)
    assert other
    if words.thats and source.verb in other.bag and source.verb not in words.source_leads:
        return False  # promises "no mercy", promises no mercy
    if source.sentence.tokens.at(source.first - 1) in words.negators:
        return False  # who never says no
    if _cut_short(source, other, words):
        return False
    if _another_act(source, pair, words) or _told_in_other_form(source, pair, words):
        return False
    if source.name in words.deeds and not (
        _trails(source) or _quotes(source, other, words) or _became_fact(source, pair, words, comparison)
    ):
        return False
    if _said_in_passing(source, pair, comparison):
        return False
    if source.name not in words.attitudes:
        return True
    return not other.bag.issuperset(w for w in source.speaker if w not in words.stop)


def _quotes(source: QuotedSource, other: Sentence, words: WordTable) -> bool:
    """Whether a deed is told in the words of who did it, and nobody is quoted on the other side: condemns a "farce"."""
    return '"' not in other.tokens.low and Clauses(source.sentence.tokens, words).quotes(source.last + 1)


def _trails(source: QuotedSource) -> bool:
    """Whether a source closes its sentence behind what it promises or the like: ..., the agency promises."""
    tokens = source.sentence.tokens
    behind_comma = bool(source.agent) and tokens.at(source.agent[0] - 1) == ","
    return behind_comma and source.agent[-1] < source.first and tokens.at(source.last + 1) in (".", "")


def _became_fact(source: QuotedSource, pair: Pair, words: WordTable, comparison: Comparison) -> bool:
    """Whether what somebody demands or accuses others of is told on the other side without him: they hid the leak."""
    tokens, matches = source.sentence.tokens, comparison.matches(pair)
    other = pair.beside(source.sentence)
    assert other
    told = any(name == source.name for _, _, name in other.hits.get("sayings", ()))
    if told or not source.agent or any(matches.has(w) for w in source.speaker if w not in words.grammar):
        return False
    said = [w for w in tokens.low[source.last + 1 :] if w[0].isalpha() and w not in words.stop]
    return len(said) >= _FEW_WORDS and sum(map(matches.has, said)) >= _FACT_SHARE * len(said)


def _another_act(source: QuotedSource, pair: Pair, words: WordTable) -> bool:
    """Whether a verb that might tell of saying stands in the place of one that does not: has granted, has denied bail.

    What is said has a *that* or a mark before it.
    """
    side, tokens = source.sentence is pair.new, source.sentence.tokens
    other = pair.old if side else pair.new
    behind = tokens.at(source.last + 1)
    if words.senses is None or other is None or behind in words.clause_openers or not behind.isalpha():
        return False
    if Clauses(tokens, words).clause(source.last + 1):
        return False  # experts warn the plan is risky
    there = pair.alignment.instead(side, source.first)
    if len(there) != 1 or not all(is_verb(other, i, words) for i in there):
        return False
    return all(len(pair.alignment.instead(1 - side, i)) == 1 for i in there)


def _told_in_other_form(source: QuotedSource, pair: Pair, words: WordTable) -> bool:
    """Whether the other side has the speaker, and the verb in a form that no list has: soutient-il, a soutenu."""
    other = pair.beside(source.sentence)
    kept = other is not None and other.bag.issuperset(w for w in source.speaker if w not in words.stop)
    return kept and inflected_there(Cue(source.sentence, source.first, source.last, source.name), pair, words)


def _flag(change: Change, pair: Pair, comparison: Comparison) -> Iterator[Flag]:
    a, b, reason = change
    assert pair.old and pair.new
    if not any(s and holds_change(pair, s.sentence, *_ends(s)) for s in (a, b)):
        return
    old, new = _verb_with_speaker(a, pair), _verb_with_speaker(b, pair)
    if old != new:
        some = b or a
        yield Flag(
            FlagKind.ATTRIBUTION,
            Severity.MEDIUM,
            old,
            new,
            _speaker_name(some, comparison) if some else "",
            pair.old.block,
            pair.new.block,
            reason,
        )


def _ends(source: QuotedSource) -> tuple[int, int]:
    ends = (source.first, source.last, *source.agent[:1], *source.agent[-1:])
    return min(ends), max(ends)


def _verb_with_speaker(source: QuotedSource | None, pair: Pair) -> str:
    """The verb with its speaker, as a reader would quote it."""
    if source is None:
        return ""
    first, last = near_change(pair, source.sentence, *_ends(source))
    tokens, words = source.sentence.tokens, source.sentence.words
    while words and last > first:
        word = tokens.low[last]
        if word != "," and word not in words.determiners and word not in words.prepositions:
            break
        last -= 1
    return tokens.span(first, last)


def _speaker_name(source: QuotedSource, comparison: Comparison) -> str:
    names = comparison.read(source.sentence).names_near(source.agent)
    return next((v.span for v in names if v.first in source.agent), "")
