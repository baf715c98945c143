"""Page or plain text -> Cleaned: the article, and what was taken out.

``clean_html`` and ``clean_text`` give the article alone, the ``cleaned_`` pair also what was removed and why;
``child.Cleaner`` does the same in a process that can be killed. Trafilatura is loaded when the first page is cleaned.
"""

from typing import TYPE_CHECKING

from newsdiff.clean.version import version

if TYPE_CHECKING:
    from newsdiff.model import Article, Cleaned, SiteSettings

__all__ = ["clean_html", "clean_text", "cleaned_html", "cleaned_text", "version"]


def clean_html(body: bytes | str, url: str = "") -> "Article":
    """The article of a page; raises CleanError when there is none."""
    return cleaned_html(body, url).article


def clean_text(text: str, url: str = "") -> "Article":
    """The article of a saved text, without the page's furniture; raises CleanError when it holds no text."""
    return cleaned_text(text, url).article


def cleaned_html(
    body: bytes | str, url: str = "", *, content_type: str = "", site: "SiteSettings | None" = None
) -> "Cleaned":
    """The article of a page and what was taken out; ``content_type``: the server's header, ``site``: its rules."""
    from newsdiff.clean.page.steps import clean

    return clean(body, url, content_type, site)


def cleaned_text(text: str, url: str = "") -> "Cleaned":
    """The article of a saved text and what was taken out."""
    from newsdiff.clean.plain_text import clean_lines

    return clean_lines(text, url)
