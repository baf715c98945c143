"""Flags sorted into the places they stand in, and places that say the same told once."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from newsdiff.findings.excerpt import ELLIPSIS, HEADING_WORDS, excerpt, opening
from newsdiff.findings.weights import REPEATED_POINTS, Texts, gravest, is_heading, points
from newsdiff.model import BlockKind, Diff, Finding, Flag, FlagKind, Place

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.ROW})
_WHOLE = frozenset({FlagKind.ADDED, FlagKind.DELETED, FlagKind.MOVED})
_MOST_PLACES = 200  # of one block, that a flag is looked for in
_LEAST_RUN = 3  # neighbouring paragraphs that are told as one
_NEAR_BLOCKS = 2  # between two of them: another, such as a heading that stood there before, may lie between
_QUIET = frozenset({FlagKind.WORDING})


class _Draft(NamedTuple):
    """A place with its flags, before what is alike is told once."""

    place: Place | None
    flags: tuple[Flag, ...]
    weight: float
    order: int  # reading order of the new text
    last: int  # the same of the last place that was put together with it
    count: int = 1  # type: ignore[assignment]
    heading: str = ""  # of a run of paragraphs that came or went


def findings(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> tuple[Finding, ...]:
    """All flags as findings, the weightiest first; every flag stands in exactly one."""
    if not flags:
        return ()
    drafts = list(_drafts(diff, flags, places))
    told = [d for d in drafts if not _is_wording(d)]
    wording = [d for d in drafts if _is_wording(d)]
    told = _repeated(_runs(_tables(diff, told)))
    told.sort(key=lambda d: (-d.weight, d.order))
    if wording:
        told.append(_all_wording(wording))
    return tuple(map(_finding, told))


def _is_wording(draft: _Draft) -> bool:
    return _QUIET.issuperset(flag.kind for flag in draft.flags)


def _drafts(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> Iterator[_Draft]:
    last = max(1, len(diff.new.blocks) - 1)
    texts = Texts(diff.old.text, diff.new.text)
    for place, found in _placed(flags, places):
        at = _at(place, found[0])
        yield _Draft(place, found, points(place, found, min(1.0, at / last), texts), at, at)


def _at(place: Place | None, flag: Flag) -> int:
    for block in (place.new_block, place.old_block) if place else (flag.new_block, flag.old_block):
        if block is not None:
            return block
    return 0


def _placed(flags: tuple[Flag, ...], places: tuple[Place, ...]) -> Iterator[tuple[Place | None, tuple[Flag, ...]]]:
    """Each place with its flags; flags that stand in none, such as the byline's, by kind and block."""
    of_old: dict[int | None, list[int]] = {}
    of_new: dict[int | None, list[int]] = {}
    for i, place in enumerate(places):
        of_old.setdefault(place.old_block, []).append(i)
        of_new.setdefault(place.new_block, []).append(i)
    held: dict[int, list[Flag]] = {}
    loose: dict[tuple[str, int | None, int | None], list[Flag]] = {}
    for flag in flags:
        near = of_new.get(flag.new_block, []) if flag.new_block is not None else []
        far = of_old.get(flag.old_block, []) if flag.old_block is not None else []
        best = _best(flag, places, dict.fromkeys([*near[:_MOST_PLACES], *far[:_MOST_PLACES]]))
        if best is not None:
            held.setdefault(best, []).append(flag)
        else:
            loose.setdefault((flag.kind, flag.old_block, flag.new_block), []).append(flag)
    yield from ((places[i], tuple(found)) for i, found in held.items())
    yield from ((None, tuple(found)) for found in loose.values())


def _best(flag: Flag, places: tuple[Place, ...], tried: Iterable[int]) -> int | None:
    """The place that a flag's words stand in, the likeliest of those tried; None where they stand in none."""
    old, new = (span.strip(f"{ELLIPSIS} ") for span in (flag.old, flag.new))
    whole = flag.kind in _WHOLE
    best, most = None, 0.0
    for i in tried:
        place = places[i]
        if (old and old not in place.old) or (new and new not in place.new):
            continue
        fit = _side_fit(old, place.old) + _side_fit(new, place.new) + (whole and place.whole)
        if fit > most or (fit == most and best is not None and i < best):
            best, most = i, fit
    return best


def _side_fit(span: str, text: str) -> float:
    """How well a side of a flag goes with that of a place that has its words; best are words, then nothing."""
    return 1.0 if span else 0.1 if text else 0.5


def _tables(diff: Diff, drafts: list[_Draft]) -> list[_Draft]:
    """Like changes in neighbouring rows or list items as one."""
    listed = [d for d in drafts if _listed(d, diff)]
    rest = [d for d in drafts if not _listed(d, diff)]
    for _, run in groupby(_in_runs(listed), key=lambda pair: pair[0]):
        rest.append(_as_one([draft for _, draft in run]))
    return rest


def _listed(draft: _Draft, diff: Diff) -> bool:
    place = draft.place
    if place is None:
        return False
    blocks = (diff.new.blocks, place.new_block), (diff.old.blocks, place.old_block)
    return any(at is not None and at < len(side) and side[at].kind in _LISTED for side, at in blocks)


def _in_runs(drafts: list[_Draft]) -> Iterator[tuple[int, _Draft]]:
    """Drafts in reading order, those with the same kinds in neighbouring blocks under one number."""
    number, before = 0, None
    for draft in sorted(drafts, key=lambda d: d.order):
        kinds = frozenset(flag.kind for flag in draft.flags)
        if before is None or before[0] != kinds or draft.order - before[1] > 1:
            number += 1
        before = kinds, draft.order
        yield number, draft


def _repeated(drafts: list[_Draft]) -> list[_Draft]:
    """A change that stands in several places is told where it stands first, and weighs more."""
    first: dict[tuple[str, str, str], int] = {}
    out: list[_Draft] = []
    known: list[set[tuple[str, str, str]]] = []  # the keys of each of these
    further: list[list[Flag]] = []  # and the flags of the places that say the same
    for draft in sorted(drafts, key=lambda d: (-d.weight, d.order)):
        keys = dict.fromkeys([_key(flag) for flag in draft.flags if flag.kind is not FlagKind.HEADLINE])
        at = next((first[k] for k in keys if k in first), None)
        if at is not None and known[at].issuperset(keys):
            kept = out[at]
            further[at] += draft.flags
            out[at] = kept._replace(
                count=kept.count + draft.count,
                weight=kept.weight + (REPEATED_POINTS if kept.count <= 3 else 0.0),
            )
            continue
        said = set(keys).union(*[_said(flag) for flag in draft.flags if flag.kind is FlagKind.HEADLINE])
        for key in said:
            first.setdefault(key, len(out))
        out.append(draft)
        known.append(said)
        further.append([])
    return [d._replace(flags=(*d.flags, *more)) if more else d for d, more in zip(out, further, strict=True)]


def _said(flag: Flag) -> tuple[tuple[str, str, str], ...]:
    """The keys of what is told with the flag of a headline: the headline, and a paragraph of its words."""
    old, new = flag.old.casefold(), flag.new.casefold()
    return _key(flag), (FlagKind.DELETED, old, ""), (FlagKind.ADDED, "", new)


def _key(flag: Flag) -> tuple[str, str, str]:
    return flag.kind, flag.old.casefold(), flag.new.casefold()


def _runs(drafts: list[_Draft]) -> list[_Draft]:
    """Neighbouring paragraphs that came, or went, or moved, and say nothing that weighs of themselves, as one."""
    runs: dict[FlagKind, list[list[_Draft]]] = {}
    rest = []
    for draft in sorted(drafts, key=lambda d: d.order):
        kind = gravest(draft.flags).kind
        if kind not in _WHOLE or not _plain_block(draft):
            rest.append(draft)
            continue
        before = runs.setdefault(kind, [])
        if before and draft.order - before[-1][-1].last <= _NEAR_BLOCKS:
            before[-1].append(draft)
        else:
            before.append([draft])
    for run in (run for found in runs.values() for run in found):
        rest += [_as_one(run)] if len(run) >= _LEAST_RUN else run
    return rest


def _plain_block(draft: _Draft) -> bool:
    place = draft.place
    return place is not None and place.whole and FlagKind.EVENT not in place.holds


def _as_one(run: list[_Draft]) -> _Draft:
    """Several drafts as one that quotes the weightiest, behind the heading of them all if there is one."""
    if len(run) == 1:
        return run[0]
    best = max(run, key=lambda d: (d.weight, -d.order))
    others = [flag for draft in run if draft is not best for flag in draft.flags]
    first = run[0].place
    named = first is not None and run[0] is not best and first.whole and is_heading(first.new or first.old)
    return best._replace(
        flags=(*best.flags, *others),
        count=sum(d.count for d in run),
        heading=(first.new or first.old) if first and named else "",
        last=max(d.last for d in run),
    )


def _all_wording(drafts: list[_Draft]) -> _Draft:
    first = min(drafts, key=lambda d: d.order)
    others = [flag for draft in drafts if draft is not first for flag in draft.flags]
    return first._replace(flags=(*first.flags, *others), count=len(drafts))


def _finding(draft: _Draft) -> Finding:
    own = draft.flags[: _own(draft)]
    first = gravest(own)
    old, new = _quoted(draft, first)
    return Finding(
        kind=first.kind,
        severity=first.severity,
        flags=draft.flags,
        old=old,
        new=new,
        weight=round(draft.weight, 1),
        old_block=draft.place.old_block if draft.place else first.old_block,
        new_block=draft.place.new_block if draft.place else first.new_block,
        count=draft.count,
    )


def _own(draft: _Draft) -> int:
    """How many flags stand in the draft's own place, the one that is quoted; the others were put behind them."""
    place = draft.place
    if place is None or draft.count == 1:
        return len(draft.flags)
    own = [f for f in draft.flags if (f.old_block, f.new_block) == (draft.flags[0].old_block, draft.flags[0].new_block)]
    return max(1, len(own))


def _quoted(draft: _Draft, flag: Flag) -> tuple[str, str]:
    place = draft.place
    if place is None:
        return opening(flag.old), opening(flag.new)
    if flag.kind is FlagKind.MOVED:
        return opening(place.old, 12), opening(place.new, 12)
    if not place.whole:
        return excerpt(place.old, place.new, flag.old, flag.new)
    telling = opening(place.telling or place.old or place.new)
    if draft.heading:
        telling = f"{opening(draft.heading, HEADING_WORDS)} {ELLIPSIS} {telling}"
    return (telling, "") if place.old else ("", telling)
