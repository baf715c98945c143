"""The places of change that findings tell of: each pair of sentences, each block that came, went or moved."""

from collections.abc import Iterator, Sequence

from newsdiff.flags.cue_windows import counts_alike
from newsdiff.flags.read.casualties import counts_casualties
from newsdiff.flags.sentence.holdings import holdings, is_grave, leads_elsewhere
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.model import Block, BlockKind, Flag, FlagKind, Op, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.flags.registry import Comparison

_TOLD_SENTENCES = 3  # of a whole block, from the one on that says most


def places(comparison: "Comparison", flags: Sequence[Flag]) -> tuple[Place, ...]:
    """All places of a comparison; one that nothing is flagged in is no finding."""
    return tuple(_places(comparison, flags))


def _places(comparison: "Comparison", flags: Sequence[Flag]) -> Iterator[Place]:
    numbers = [f for f in flags if f.kind is FlagKind.NUMBER]
    ledes = tuple(map(_first_paragraph, (comparison.diff.old.blocks, comparison.diff.new.blocks)))
    for passage in comparison.passages:
        if passage.whole:
            yield _whole(passage, ledes, comparison)
        else:
            yield from (_pair(pair, passage, ledes, numbers, comparison) for pair in passage.pairs)
        yield from (Place(*carried, whole=True) for carried in passage.carried)
    yield from (
        Place(h.old_text, h.new_text, h.old_index, h.new_index, whole=True)
        for h in comparison.diff.hunks
        if h.op is Op.MOVE
    )


def _first_paragraph(blocks: tuple[Block, ...]) -> int:
    return next((i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH), -1)


def _whole(passage: Passage, ledes: tuple[int, ...], comparison: "Comparison") -> Place:
    hunk = passage.hunk
    old = hunk.old_index if hunk.old else None
    new = hunk.new_index if hunk.new else None
    side = passage.new or passage.old
    held, leads = holdings(side, comparison), [leads_elsewhere(s, comparison) for s in side]
    harm = FlagKind.EVENT in held
    telling = max(range(len(side)), key=lambda i: (harm and is_grave(side[i]), not leads[i], -i), default=None)
    return Place(
        hunk.old_text,
        hunk.new_text,
        old,
        new,
        whole=True,
        lede=old == ledes[0] if new is None else new == ledes[1],
        holds=held,
        leads=bool(leads) and all(leads),
        telling=" ".join(s.text for s in side[telling : telling + _TOLD_SENTENCES]) if telling is not None else "",
    )


def _pair(
    pair: Pair, passage: Passage, ledes: tuple[int, ...], numbers: Sequence[Flag], comparison: "Comparison"
) -> Place:
    old, new = pair.old, pair.new
    either: Sentence | None = new or old
    assert either is not None
    alone = not (old and new)
    numbered = old and new and any(f.old_block == old.block or f.new_block == new.block for f in numbers)
    return Place(
        old.text if old else "",
        new.text if new else "",
        old.block if old else passage.hunk.old_index,
        new.block if new else passage.hunk.new_index,
        whole=alone,
        headline=either.kind is BlockKind.HEADLINE,
        lede=either.kind is BlockKind.DEK
        or (new.block == ledes[1] if new else old is not None and old.block == ledes[0]),
        holds=holdings((either,), comparison) if alone else frozenset(),
        leads=alone and leads_elsewhere(either, comparison),
        toll=bool(numbered and old and new and _tells_another_toll(old, new, comparison)),
    )


def _tells_another_toll(old: Sentence, new: Sentence, comparison: "Comparison") -> bool:
    """Whether two sentences tell different numbers of dead, hurt or missing."""
    if comparison.words is None or counts_alike((old,), (new,)):
        return False
    sides = [comparison.read(s).quantities for s in (old, new)]
    values = [{q.value for q in side} for side in sides]
    fresh = [[q for q in side if q.value not in other] for side, other in zip(sides, reversed(values), strict=True)]
    return all(any(map(counts_casualties, side)) for side in fresh)
