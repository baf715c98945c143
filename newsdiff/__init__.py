"""newsdiff: watch news articles, keep every changed text in git, and see which edits matter.

Data flows one way::

    fetch   URL -> Page            what a server sent
    clean   Page -> Cleaned        the page cleaned down to its Article, and what was taken out
    store   Article -> Revision    one commit in a git repository that anybody can read
    diff    Article, Article -> Diff
    flags   Diff -> Flags          the edits that deserve a second look
    render  Report -> terminal, plain, json, html, markdown

``comparison`` composes diff and flags, ``watch`` conducts all of them, ``cli`` is the door. ``model`` holds the
nouns, ``errors`` what fails and is no bug, ``document`` the stored file, ``config`` the settings, ``text`` what
every stage knows of language.

The names below are the public API; each is imported when it is first used, so that ``import newsdiff`` costs nothing.
What fails raises ``newsdiff.errors.NewsdiffError``. ``docs/api.md`` shows all of it on one page.

>>> import newsdiff
>>> old = newsdiff.article(["Twelve people were injured, the mayor said."], "Ferry collides with pier", "en")
>>> new = newsdiff.article(["Twelve people were killed, the mayor said."], "Ferry collides with pier", "en")
>>> newsdiff.compare(old, new)
<Report 1 finding, high, +1 -1 words: 'injured -> killed'>
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newsdiff.clean import clean_html, clean_text
    from newsdiff.comparison import compare
    from newsdiff.document import article
    from newsdiff.model import (
        Article,
        ArticleHistory,
        Block,
        BlockKind,
        Disclosed,
        Finding,
        Flag,
        FlagKind,
        FlagSettings,
        Report,
        Revision,
        RevisionKind,
        Severity,
    )
    from newsdiff.store import Store

__version__ = "0.1.0"
__all__ = [
    "Article",
    "ArticleHistory",
    "Block",
    "BlockKind",
    "Disclosed",
    "Finding",
    "Flag",
    "FlagKind",
    "FlagSettings",
    "Report",
    "Revision",
    "RevisionKind",
    "Severity",
    "Store",
    "__version__",
    "article",
    "clean_html",
    "clean_text",
    "compare",
]

_HOMES = {
    "clean_html": "newsdiff.clean",
    "clean_text": "newsdiff.clean",
    "article": "newsdiff.document",
    "compare": "newsdiff.comparison",
    "Store": "newsdiff.store",
}


def __getattr__(name: str) -> "Any":
    if name not in __all__:
        raise AttributeError(f"module 'newsdiff' has no attribute {name!r}")
    return getattr(__import__(_HOMES.get(name, "newsdiff.model"), fromlist=[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__} - {"TYPE_CHECKING"})
