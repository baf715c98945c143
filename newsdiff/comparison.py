"""Article, Article -> Report: the diff, then the flags. The one place that composes them."""

from typing import TYPE_CHECKING

from newsdiff import diff, flags
from newsdiff.model import Article, FlagSettings, Report

if TYPE_CHECKING:
    from datetime import datetime

_DEFAULT = FlagSettings()


def compare(
    old: Article,
    new: Article,
    settings: FlagSettings = _DEFAULT,
    *,
    old_seen: "datetime | None" = None,
    new_seen: "datetime | None" = None,
) -> Report:
    """Compare two texts of one article and judge the edits.

    The times of observation, where they are known, tell a shown date that merely follows the clock.
    """
    compared = diff.diff(old, new)
    found = flags.flag(compared, settings, old_seen=old_seen, new_seen=new_seen)
    disclosed, reason = flags.disclosed(compared, found)
    return Report(compared, found, disclosed, compared.words, reason, flags.notes(compared))
