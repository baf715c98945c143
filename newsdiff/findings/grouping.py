"""Flags sorted into the places they stand in, and places that say the same told once."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from newsdiff.findings.excerpt import ELLIPSIS, excerpt, opening
from newsdiff.findings.weights import REPEATED_POINTS, gravest, points
from newsdiff.model import BlockKind, Diff, Finding, Flag, FlagKind, Place

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.ROW})
_WHOLE = frozenset({FlagKind.ADDED, FlagKind.DELETED, FlagKind.MOVED})
_MOST_PLACES = 200  # of one block, that a flag is looked for in
_LEAST_RUN = 3  # neighbouring paragraphs that are told as one
_QUIET = frozenset({FlagKind.WORDING})


class _Draft(NamedTuple):
    """A place with its flags, before what is alike is told once."""

    place: Place | None
    flags: tuple[Flag, ...]
    weight: float
    order: int  # reading order of the new text
    count: int = 1  # type: ignore[assignment]


def findings(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> tuple[Finding, ...]:
    """All flags as findings, the weightiest first; every flag stands in exactly one."""
    if not flags:
        return ()
    drafts = list(_drafts(diff, flags, places))
    told = [d for d in drafts if not _is_wording(d)]
    wording = [d for d in drafts if _is_wording(d)]
    told = _runs(_repeated(_tables(diff, told)))
    told.sort(key=lambda d: (-d.weight, d.order))
    if wording:
        told.append(_all_wording(wording))
    return tuple(map(_finding, told))


def _is_wording(draft: _Draft) -> bool:
    return _QUIET.issuperset(flag.kind for flag in draft.flags)


def _drafts(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> Iterator[_Draft]:
    last = max(1, len(diff.new.blocks) - 1)
    for place, found in _placed(flags, places):
        at = _at(place, found[0])
        yield _Draft(place, found, points(place, found, min(1.0, at / last)), at)


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
        tried = dict.fromkeys([*near[:_MOST_PLACES], *far[:_MOST_PLACES]])
        best = max(tried, key=lambda i: (_fit(flag, places[i]), -i), default=None)
        if best is not None and _fit(flag, places[best]) > 0:
            held.setdefault(best, []).append(flag)
        else:
            loose.setdefault((flag.kind, flag.old_block, flag.new_block), []).append(flag)
    yield from ((places[i], tuple(found)) for i, found in held.items())
    yield from ((None, tuple(found)) for found in loose.values())


def _fit(flag: Flag, place: Place) -> float:
    """How well a flag's words stand in a place: 0 when one of its sides does not."""
    total = 0.0
    for span, text in ((flag.old, place.old), (flag.new, place.new)):
        core = span.strip(f"{ELLIPSIS} ")
        if core and core not in text:
            return 0.0
        total += 1.0 if core else 0.5 if not text else 0.1
    return total + (flag.kind in _WHOLE and place.whole)


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
        keys = dict.fromkeys(_key(flag) for flag in draft.flags if flag.kind is not FlagKind.HEADLINE)
        at = next((first[k] for k in keys if k in first), None)
        if at is not None and known[at].issuperset(keys):
            kept = out[at]
            further[at] += draft.flags
            out[at] = kept._replace(
                count=kept.count + draft.count,
                weight=kept.weight + (REPEATED_POINTS if kept.count <= 3 else 0.0),
            )
            continue
        for key in keys:
            first.setdefault(key, len(out))
        out.append(draft)
        known.append(set(map(_key, draft.flags)))
        further.append([])
    return [d._replace(flags=(*d.flags, *more)) if more else d for d, more in zip(out, further, strict=True)]


def _key(flag: Flag) -> tuple[str, str, str]:
    return flag.kind, flag.old.casefold(), flag.new.casefold()


def _runs(drafts: list[_Draft]) -> list[_Draft]:
    """Neighbouring paragraphs that came, or went, and say nothing that weighs of themselves, as one."""
    rest = [d for d in drafts if not _plain_block(d)]
    for came in (True, False):
        plain = sorted((d for d in drafts if _plain_block(d) and _came(d) is came), key=lambda d: d.order)
        for _, run in groupby(enumerate(plain), key=lambda pair: pair[1].order - pair[0]):
            members = [draft for _, draft in run]
            rest += [_as_one(members)] if len(members) >= _LEAST_RUN else members
    return rest


def _plain_block(draft: _Draft) -> bool:
    place = draft.place
    return (
        place is not None
        and place.whole
        and FlagKind.EVENT not in place.holds
        and gravest(draft.flags).kind in (FlagKind.ADDED, FlagKind.DELETED)
    )


def _came(draft: _Draft) -> bool:
    return draft.place is not None and bool(draft.place.new)


def _as_one(run: list[_Draft]) -> _Draft:
    """Several drafts as one that quotes the weightiest."""
    if len(run) == 1:
        return run[0]
    best = max(run, key=lambda d: (d.weight, -d.order))
    others = [flag for draft in run if draft is not best for flag in draft.flags]
    return best._replace(flags=(*best.flags, *others), count=sum(d.count for d in run))


def _all_wording(drafts: list[_Draft]) -> _Draft:
    first = min(drafts, key=lambda d: d.order)
    others = [flag for draft in drafts if draft is not first for flag in draft.flags]
    return first._replace(flags=(*first.flags, *others), count=len(drafts))


def _finding(draft: _Draft) -> Finding:
    own = draft.flags[: _own(draft)]
    first = gravest(own)
    old, new = _quoted(draft.place, first)
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


def _quoted(place: Place | None, flag: Flag) -> tuple[str, str]:
    if place is None:
        return opening(flag.old), opening(flag.new)
    if flag.kind is FlagKind.MOVED:
        return opening(place.old, 12), opening(place.new, 12)
    if place.telling:
        telling = opening(place.telling)
        return (telling, "") if place.old else ("", telling)
    return excerpt(place.old, place.new, flag.old, flag.new)
