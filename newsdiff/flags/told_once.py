"""One change is told by one kind: what a label tells, no other speaker and no name tells again, nor an act what a date
or a name does.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.model import Flag, FlagKind

_WHOLES = frozenset((FlagKind.DATE, FlagKind.NAME))


def told_once(flags: Iterable[Flag]) -> Iterator[Flag]:
    """The flags without those that rest on the words of a label alone: the refugees said, the migrants said."""
    found = tuple(flags)
    labels = [f for f in found if f.kind is FlagKind.LABEL]
    wholes = [f for f in found if f.kind in _WHOLES and f.old and f.new]
    for flag in found:
        if flag.kind is FlagKind.EVENT and any(_is_inside(flag, x) for x in wholes):
            continue
        if flag.kind is FlagKind.ATTRIBUTION and any(_is_renamed(flag, x) for x in labels):
            continue
        if flag.kind is FlagKind.NAME and any(_is_label(flag, x) for x in labels):
            continue
        yield flag


def _is_inside(flag: Flag, whole: Flag) -> bool:
    """Whether an act is but a part of a date or a name that differs: the early 1950s, the late 1950s; North Korea."""
    inside = bool(flag.old and flag.new) and flag.old in whole.old and flag.new in whole.new
    named = whole.kind is not FlagKind.NAME or (flag.old[:1].isupper() and flag.new[:1].isupper())
    return inside and named and _of_one_place(flag, whole)


def _is_renamed(flag: Flag, label: Flag) -> bool:
    """Whether a speaker is but called by another label: all words of his that differ are the label's."""
    if not (flag.old and flag.new) or not _of_one_place(flag, label):
        return False
    old, new = _words(flag.old), _words(flag.new)
    gone, came = set(old) - set(new), set(new) - set(old)
    return gone <= set(_words(label.old)) and came <= set(_words(label.new))


def _is_label(flag: Flag, label: Flag) -> bool:
    """Whether a name is but what somebody is: a Dalit woman, a woman; the other side has a people there, or nothing."""
    sides = ((flag.old, flag.new, label.old, label.new), (flag.new, flag.old, label.new, label.old))
    if not _of_one_place(flag, label):
        return False
    return any(
        mine and not theirs and mine == said and " " not in mine and (not there or there[:1].isupper())
        for mine, theirs, said, there in sides
    )


def _of_one_place(a: Flag, b: Flag) -> bool:
    """Whether two flags are of the same blocks, where both say so."""
    places = ((a.old_block, b.old_block), (a.new_block, b.new_block))
    return all(x == y or x is None or y is None for x, y in places)


def _words(text: str) -> Sequence[str]:
    return [w for w in Tokens(text).low if w[0].isalnum()]
