"""Flags sorted into the places they stand in, and places into findings."""

from collections.abc import Iterable, Iterator

from newsdiff.findings.draft import Draft
from newsdiff.findings.excerpt import ELLIPSIS, HEADING_WORDS, excerpt, opening
from newsdiff.findings.runs import in_runs, paragraphs, parted, tables, told_once
from newsdiff.findings.weights import WHOLE, Texts, gravest, points, severity
from newsdiff.model import Diff, Finding, Flag, FlagKind, Place, Severity

_MOST_PLACES = 200  # of one block, that a flag is looked for in
_ENDS = f"{ELLIPSIS} "  # of what is cut
_QUIET = frozenset({FlagKind.WORDING})


def findings(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> tuple[Finding, ...]:
    """All flags as findings, the gravest first, among equals the weightiest; every flag stands in exactly one."""
    if not flags:
        return ()
    drafts = _drafts(diff, flags, places)
    told, wording = parted(drafts, _is_wording)
    told = told_once(in_runs(paragraphs(tables(told, diff), diff)))
    told.sort(key=lambda d: (-_severity(d).rank, -d.weight, d.order))
    if wording:
        told.append(_all_wording(wording))
    return tuple(map(_finding, told))


def _severity(draft: Draft) -> Severity:
    return severity(draft.place, gravest(draft.flags[: _own(draft)]))


def _is_wording(draft: Draft) -> bool:
    return _QUIET.issuperset(flag.kind for flag in draft.flags)


def _drafts(diff: Diff, flags: tuple[Flag, ...], places: tuple[Place, ...]) -> Iterator[Draft]:
    last = max(1, len(diff.new.blocks) - 1)
    texts = Texts(diff.old.text, diff.new.text)
    for place, found in _placed(flags, places):
        at = _at(place, found[0])
        yield Draft(place, found, points(place, found, min(1.0, at / last), texts), at, at)


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
    old, new = flag.old.strip(_ENDS), flag.new.strip(_ENDS)
    whole = flag.kind in WHOLE
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


def _all_wording(drafts: list[Draft]) -> Draft:
    first = min(drafts, key=lambda d: d.order)
    others = [flag for draft in drafts if draft is not first for flag in draft.flags]
    return first._replace(flags=(*first.flags, *others), count=len(drafts))


def _finding(draft: Draft) -> Finding:
    own = draft.flags[: _own(draft)]
    first = gravest(own)
    old, new = _quoted(draft, first)
    return Finding(
        kind=first.kind,
        severity=severity(draft.place, first),
        flags=draft.flags,
        old=old,
        new=new,
        weight=round(draft.weight, 1),
        old_block=draft.place.old_block if draft.place else first.old_block,
        new_block=draft.place.new_block if draft.place else first.new_block,
        count=draft.count,
    )


def _own(draft: Draft) -> int:
    """How many flags stand in the draft's own place, the one that is quoted; the others were put behind them."""
    place = draft.place
    if place is None or draft.count == 1:
        return len(draft.flags)
    own = [f for f in draft.flags if (f.old_block, f.new_block) == (draft.flags[0].old_block, draft.flags[0].new_block)]
    return max(1, len(own))


def _quoted(draft: Draft, flag: Flag) -> tuple[str, str]:
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
