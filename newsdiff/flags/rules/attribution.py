"""The source of a statement or the verb of saying differs."""

from collections.abc import Iterator

from newsdiff.flags.absent_names import absent
from newsdiff.flags.read.speech import by_pronoun, sayings, sources, speaker, subject
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.cues import Cue, WordMatches, classed
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.value_pairs import unmatched
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_REWRITTEN_WORDS = 6  # words of substance that may change with the source of a kept statement
_ALIKE_SHARE = 0.3  # share of words that a sentence must keep
_SAME_SHARE = 0.6  # and one whose speaker, but a noun, was replaced
_KEPT_SHARE = 0.8  # share of the shorter side's words that stand on the other


@rule
def attribution(comparison: Comparison) -> Iterator[Flag]:
    """Verbs of saying whose class stands on one side of a kept statement only, and speakers who were replaced."""
    words = comparison.words
    if words is None or not words.sayings:
        return
    for pair in comparison.kept_pairs():
        yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = sayings(pair.old, words), sayings(pair.new, words)
    if not old and not new:
        return
    gone, came = unmatched(_kept_first(old, new), _kept_first(new, old), classed)
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


def _kept_first(cues: list[Cue], others: list[Cue]) -> list[Cue]:
    """The cues that stand in the same words on the other side first: they, not others of their class, cancel out."""
    spans = {c.span.lower() for c in others}
    return sorted(cues, key=lambda c: c.span.lower() not in spans)


def _in_kept(changed: list[Cue], pair: Pair, words: WordTable) -> Iterator[Cue]:
    """The changed cues whose statement was kept."""
    if not changed or not pair.old or not pair.new:
        return
    shared = len(pair.old.bag & pair.new.bag) >= _KEPT_SHARE * min(len(pair.old.bag), len(pair.new.bag))
    kept = WordMatches(pair, words)
    for cue in changed:
        if shared or (pair.likeness >= _ALIKE_SHARE and kept.rewritten(cue) <= _REWRITTEN_WORDS):
            yield cue


def _replaced(pair: Pair, old: Cue, new: Cue, words: WordTable, comparison: Comparison) -> list[Cue]:
    """The cue of the new side when who says it was replaced: by another name, or a name by a word for a source."""
    assert pair.old and pair.new
    before, after = (speaker(c, comparison.read(c.sentence).names) for c in (old, new))
    gone = before if before and before in absent((pair.old,), (pair.new,), (), comparison) else None
    came = after if after and after in absent((pair.new,), (pair.old,), (), comparison) else None
    if gone and came:
        return [] if _spelled_alike(gone.span, came.span) else [new]
    if (gone and after is None and not by_pronoun(new, words)) or (
        came and before is None and not by_pronoun(old, words)
    ):
        return [new]
    told = sources(old, words), sources(new, words)
    if told[0] - told[1] and told[1] - told[0]:
        return [new]
    return [new] if _other_subject(pair, old, new, words) else []


def _other_subject(pair: Pair, old: Cue, new: Cue, words: WordTable) -> bool:
    """Whether, in a kept statement, another noun speaks: *the regulator said*, *a rival bidder said*."""
    assert pair.old and pair.new
    a, b = subject(old, words), subject(new, words)
    if not a or not b or pair.likeness < _SAME_SHARE or words.offices.get(a, a) == words.offices.get(b, b):
        return False
    return a not in pair.new.bag and b not in pair.old.bag


def _spelled_alike(a: str, b: str) -> bool:
    """Whether two names are but spellings of one: they begin or end with the same letters for the most part."""
    alike = max(_shared(a, b), _shared(a[::-1], b[::-1]))
    return 2 * alike > max(len(a), len(b))


def _shared(a: str, b: str) -> int:
    """How many letters two words begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _named(cue: Cue | None, comparison: Comparison) -> str:
    name = speaker(cue, comparison.read(cue.sentence).names) if cue else None
    return name.span if name else ""


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
