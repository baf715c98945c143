"""Whether a publisher told its readers of an edit."""

from newsdiff.model import Diff, Disclosed, Flag, FlagKind


def disclosure(diff: Diff, flags: tuple[Flag, ...]) -> tuple[Disclosed, str]:
    """``note`` when a correction or update note came or changed with the edit, ``time`` when only the claimed
    time of modification moved, ``no`` when neither did though the page states times, ``unknown`` when it states none.
    """
    for flag in flags:
        if flag.kind is FlagKind.CORRECTION and flag.new:
            return Disclosed.NOTE, "a note came with the edit"
    before, after = diff.old.modified, diff.new.modified
    if after and not before and not diff.old.published:
        return Disclosed.UNKNOWN, "the earlier text states no times"
    if after and before != after:
        return Disclosed.TIME, f"only the claimed time of modification moved, to {after}"
    if after or diff.new.published:
        return Disclosed.NO, "its claimed times did not change"
    return Disclosed.UNKNOWN, "the page states no times"
