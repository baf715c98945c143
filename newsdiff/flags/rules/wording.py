"""Whatever else differs in words of substance: what no other flag covers."""

from collections.abc import Iterator, Sequence

from newsdiff.flags.registry import Comparison, closing
from newsdiff.flags.sentence.cues import cues
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.model import Flag, FlagKind, Severity

_NOT_QUOTED = frozenset((FlagKind.HEADLINE, FlagKind.MOVED, FlagKind.BYLINE, FlagKind.PUBLISHED))


@closing
def wording(comparison: Comparison, found: Sequence[Flag]) -> Iterator[Flag]:
    """The words of substance that changed in kept sentences and stand in no flag."""
    told = [f for f in found if f.kind not in _NOT_QUOTED]
    for pair in comparison.kept_pairs():
        yield from _compared(pair, told, comparison)


def _compared(pair: Pair, told: Sequence[Flag], comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    gone, came = pair.alignment.changed
    if not gone and not came:
        return
    idle = _explained(pair, comparison)
    gone = gone - idle[0] - _quoted(pair.old, [f.old for f in told if f.old_block == pair.old.block])
    came = came - idle[1] - _quoted(pair.new, [f.new for f in told if f.new_block == pair.new.block])
    for region in pair.alignment.regions:
        old, new = gone.intersection(region.old), came.intersection(region.new)
        if old or new:
            yield Flag(
                FlagKind.WORDING,
                Severity.LOW,
                _span(pair.old, region.old),
                _span(pair.new, region.new),
                "",
                pair.old.block,
                pair.new.block,
                "other words" if old and new else "words came" if new else "words went",
            )


def _explained(pair: Pair, comparison: Comparison) -> tuple[set[int], set[int]]:
    """The tokens of either side that rules of their own have judged: what differs in them is form."""
    assert pair.old and pair.new
    words = comparison.words
    if words is None:
        return set(), set()
    found: tuple[set[int], set[int]] = set(), set()
    for side, sentence in enumerate((pair.old, pair.new)):
        reading = comparison.read(sentence)
        found[side].update(reading.dated)
        for values in (reading.quantities, reading.titles, reading.names):
            found[side].update(i for v in values for i in range(v.first, v.last + 1))
    for phrases in ("negators", "modals", "sayings", "bounds"):
        old, new = cues(pair.old, phrases), cues(pair.new, phrases)
        same = {c.name for c in old} & {c.name for c in new}
        turned = phrases == "negators" and old and new and len(old) % 2 == len(new) % 2
        for side, cue in [*((0, c) for c in old), *((1, c) for c in new)]:
            if cue.name in same or turned:
                found[side].update(range(cue.first, cue.last + 1))
    return found


def _quoted(sentence: Sentence, spans: Sequence[str]) -> set[int]:
    """The tokens that stand in one of some spans."""
    tokens, found = sentence.tokens, set[int]()
    for span in {s.removesuffix("…").strip() for s in spans if s}:
        at = tokens.text.find(span)
        while at >= 0:
            found.update(i for i, start in enumerate(tokens.start) if at <= start < at + len(span))
            at = tokens.text.find(span, at + 1)
        if tokens.text in span:
            found.update(range(len(tokens)))
    return found


def _span(sentence: Sentence, places: range) -> str:
    while places and not sentence.tokens.raw[places[0]][0].isalnum():
        places = places[1:]
    while places and not sentence.tokens.raw[places[-1]][0].isalnum():
        places = places[:-1]
    return sentence.tokens.span(places[0], places[-1]) if places else ""
