"""The nouns of newsdiff: frozen values, nothing else. Reading this folder is the introduction.

``page``: what a server sent. ``article``: what was read from it; ``sign``: what speaks against that.
``diff``: what became of its blocks and words. ``report``: the flags. ``revision``: what is kept, and what a visit gave.
``settings``: config.toml.

Sides are always ``old`` and ``new``. Times are aware datetimes in UTC; times that a publisher claims are kept as the
ISO 8601 text they were read from. Every name is imported from here; its file is read when it is first asked for,
since a command needs few of them.

What a diff is made of are named tuples (``_replace`` gives a changed copy): eleven dataclasses would take as long to
make, at every start, as comparing two articles takes. What only the watching needs are frozen dataclasses.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newsdiff.model.article import (
        UNKNOWN_PLACE,
        Article,
        Block,
        BlockKind,
        Cleaned,
        Identity,
        InlinePart,
        PageFrame,
        Removed,
        Spot,
        StoryTrail,
        Witness,
    )
    from newsdiff.model.diff import Diff, Edit, Hunk, Level, Op, WordCounts
    from newsdiff.model.page import Page, PageKind, PageToClean
    from newsdiff.model.report import (
        Disclosed,
        Finding,
        Flag,
        FlagKind,
        FlagSettings,
        Place,
        Report,
        RuleFault,
        Severity,
        gravity,
        is_told,
    )
    from newsdiff.model.revision import (
        FAILED,
        PATIENCE_FAILURES,
        RECORDED,
        ArticleHistory,
        Dismissal,
        Outcome,
        Revision,
        RevisionKind,
        Status,
    )
    from newsdiff.model.settings import (
        ARCHIVED_ON,
        DIGESTS,
        ArchiveSettings,
        DisplaySettings,
        EvidenceSettings,
        FetchSettings,
        NotifyRule,
        NotifySettings,
        Settings,
        SiteSettings,
        StoreSettings,
        WatchSettings,
    )
    from newsdiff.model.sign import Sign, SignKind, SignPlace

__all__ = [
    "ARCHIVED_ON",
    "DIGESTS",
    "FAILED",
    "PATIENCE_FAILURES",
    "RECORDED",
    "UNKNOWN_PLACE",
    "ArchiveSettings",
    "Article",
    "ArticleHistory",
    "Block",
    "BlockKind",
    "Cleaned",
    "Diff",
    "Disclosed",
    "Dismissal",
    "DisplaySettings",
    "Edit",
    "EvidenceSettings",
    "FetchSettings",
    "Finding",
    "Flag",
    "FlagKind",
    "FlagSettings",
    "Hunk",
    "Identity",
    "InlinePart",
    "Level",
    "NotifyRule",
    "NotifySettings",
    "Op",
    "Outcome",
    "Page",
    "PageFrame",
    "PageKind",
    "PageToClean",
    "Place",
    "Removed",
    "Report",
    "Revision",
    "RevisionKind",
    "RuleFault",
    "Settings",
    "Severity",
    "Sign",
    "SignKind",
    "SignPlace",
    "SiteSettings",
    "Spot",
    "Status",
    "StoreSettings",
    "StoryTrail",
    "WatchSettings",
    "Witness",
    "WordCounts",
    "gravity",
    "is_told",
]

_FILES = {
    "page": ("Page", "PageKind", "PageToClean"),
    "article": (
        "BlockKind",
        "Block",
        "Article",
        "Removed",
        "Witness",
        "Spot",
        "PageFrame",
        "Identity",
        "InlinePart",
        "StoryTrail",
        "UNKNOWN_PLACE",
        "Cleaned",
    ),
    "sign": ("SignKind", "SignPlace", "Sign"),
    "diff": ("Op", "Level", "Edit", "Hunk", "WordCounts", "Diff"),
    "report": (
        "FlagKind",
        "Severity",
        "Flag",
        "Place",
        "Finding",
        "Disclosed",
        "is_told",
        "gravity",
        "RuleFault",
        "Report",
        "FlagSettings",
    ),
    "revision": (
        "RevisionKind",
        "Revision",
        "Dismissal",
        "ArticleHistory",
        "Status",
        "RECORDED",
        "FAILED",
        "PATIENCE_FAILURES",
        "Outcome",
    ),
    "settings": (
        "FetchSettings",
        "SiteSettings",
        "WatchSettings",
        "EvidenceSettings",
        "StoreSettings",
        "DisplaySettings",
        "ARCHIVED_ON",
        "DIGESTS",
        "ArchiveSettings",
        "NotifyRule",
        "NotifySettings",
        "Settings",
    ),
}
_HOMES = {name: file for file, names in _FILES.items() for name in names}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'newsdiff.model' has no attribute {name!r}")
    # as ``from newsdiff.model.… import name`` does; importlib takes half a millisecond to import
    value = globals()[name] = getattr(__import__(f"newsdiff.model.{_HOMES[name]}", fromlist=[name]), name)
    return value
