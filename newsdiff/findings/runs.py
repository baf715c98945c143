"""What is told as one: like changes in a table, sentences of one paragraph, neighbouring paragraphs, repetitions."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from newsdiff.findings.draft import Draft
from newsdiff.findings.weights import REPEATED_POINTS, WHOLE, gravest, is_heading
from newsdiff.model import BlockKind, Diff, Flag, FlagKind

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.ROW})
_LEAST_RUN = 3  # neighbouring paragraphs that are told as one
_NEAR_BLOCKS = 2  # between two of them: another, such as a heading that stood there before, may lie between
_BETTER_POINTS = 15.0  # that a later paragraph of a run weighs more than its first statement, to be quoted for it


def parted(drafts: Iterable[Draft], is_other: Callable[[Draft], bool]) -> tuple[list[Draft], list[Draft]]:
    """The drafts that are not of a kind, and those that are."""
    these, others = list[Draft](), list[Draft]()
    for draft in drafts:
        (others if is_other(draft) else these).append(draft)
    return these, others


def tables(drafts: list[Draft], diff: Diff) -> list[Draft]:
    """Like changes in neighbouring rows or list items as one."""
    rest, listed = parted(drafts, lambda draft: _listed(draft, diff))
    for _, run in groupby(_numbered(listed), key=lambda pair: pair[0]):
        rest.append(_weightiest([draft for _, draft in run]))
    return rest


def _listed(draft: Draft, diff: Diff) -> bool:
    place = draft.place
    if place is None:
        return False
    blocks = (diff.new.blocks, place.new_block), (diff.old.blocks, place.old_block)
    return any(at is not None and at < len(side) and side[at].kind in _LISTED for side, at in blocks)


def _numbered(drafts: list[Draft]) -> Iterator[tuple[int, Draft]]:
    """Drafts in reading order, those with the same kinds in neighbouring blocks under one number."""
    number, before = 0, None
    for draft in sorted(drafts, key=lambda d: d.order):
        kinds = frozenset(flag.kind for flag in draft.flags)
        if before is None or before[0] != kinds or draft.order - before[1] > 1:
            number += 1
        before = kinds, draft.order
        yield number, draft


def paragraphs(drafts: list[Draft], diff: Diff) -> list[Draft]:
    """Sentences that came to one paragraph, or went from it, one behind the other, as one."""
    rest, sentences = [], dict[tuple[bool, int], list[Draft]]()
    for draft in drafts:
        place = draft.place
        block = None if place is None else place.new_block if place.new else place.old_block
        if place is None or not place.whole or bool(place.old) is bool(place.new) or block is None:
            rest.append(draft)
        else:
            sentences.setdefault((bool(place.new), block), []).append(draft)
    for (came, block), found in sentences.items():
        blocks = diff.new.blocks if came else diff.old.blocks
        rest += _adjoining(found, blocks[block].text) if len(found) > 1 else found
    return rest


def _adjoining(found: list[Draft], text: str) -> list[Draft]:
    """The sentences of a paragraph, those that stand one behind the other as one."""
    placed = sorted(((text.find(_text(d)), d) for d in found), key=lambda pair: pair[0])
    runs: list[list[tuple[int, Draft]]] = []
    end = -1
    for at, draft in placed:
        if runs and at >= end > 0 and not text[end:at].strip():
            runs[-1].append((at, draft))
        else:
            runs.append([(at, draft)])
        end = at + len(_text(draft)) if at >= 0 else -1
    return [_joined(run, text) if len(run) > 1 else run[0][1] for run in runs]


def _joined(run: list[tuple[int, Draft]], text: str) -> Draft:
    """Adjoining sentences as one place, told from the first on that tells of harm, or states something."""
    drafts = [draft for _, draft in run]
    best = max(drafts, key=lambda d: d.weight)
    places = [draft.place for draft in drafts if draft.place]
    end = run[-1][0] + len(_text(drafts[-1]))
    told = max(range(len(run)), key=lambda i: (FlagKind.EVENT in places[i].holds, not places[i].leads, -i))
    whole, telling = text[run[0][0] : end], text[run[told][0] : end]
    old, new = ("", whole) if places[0].new else (whole, "")
    place = places[0]._replace(
        old=old,
        new=new,
        holds=frozenset().union(*(p.holds for p in places)),
        leads=all(p.leads for p in places),
        telling=telling,
    )
    others = (flag for draft in drafts if draft is not best for flag in draft.flags)
    return best._replace(place=place, flags=(*best.flags, *others))


def told_once(drafts: list[Draft]) -> list[Draft]:
    """A change that stands in several places is told where it stands first, and weighs more."""
    first: dict[tuple[str, str, str], int] = {}
    out: list[Draft] = []
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


def in_runs(drafts: list[Draft]) -> list[Draft]:
    """Neighbouring paragraphs that came, or went, or moved, and say nothing that weighs of themselves, as one."""
    runs: dict[FlagKind, list[list[Draft]]] = {}
    rest = []
    for draft in sorted(drafts, key=lambda d: d.order):
        kind = gravest(draft.flags).kind
        if kind not in WHOLE or not _plain_block(draft):
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


def _plain_block(draft: Draft) -> bool:
    place = draft.place
    return place is not None and place.whole and FlagKind.EVENT not in place.holds


def _as_one(run: list[Draft]) -> Draft:
    """Several paragraphs as one that quotes the first that states something, or a later one that weighs much more.

    A heading at their head is quoted before it, if it is that of the paragraph quoted.
    """
    first = next((d for d in run if _states(d)), run[0])
    best = max(run, key=lambda d: (d.weight, -d.order))
    quoted = best if best.weight - first.weight >= _BETTER_POINTS else first
    before = run[: run.index(quoted)]
    named = bool(before) and _is_headed(before[0]) and not any(map(_is_headed, before[1:]))
    one = _weightiest(run, quoted)
    return one._replace(heading=_text(before[0]) if named else "", last=max(d.last for d in run))


def _weightiest(run: list[Draft], quoted: Draft | None = None) -> Draft:
    """Several drafts as one that weighs what the weightiest does, and quotes it if no other is to be quoted."""
    if len(run) == 1:
        return run[0]
    best = max(run, key=lambda d: (d.weight, -d.order))
    shown = quoted or best
    others = [flag for draft in run if draft is not shown for flag in draft.flags]
    return shown._replace(flags=(*shown.flags, *others), count=sum(d.count for d in run), weight=best.weight)


def _states(draft: Draft) -> bool:
    return draft.place is not None and not draft.place.leads and not _is_headed(draft)


def _is_headed(draft: Draft) -> bool:
    return draft.place is not None and draft.place.whole and is_heading(_text(draft))


def _text(draft: Draft) -> str:
    return (draft.place.new or draft.place.old) if draft.place else ""
