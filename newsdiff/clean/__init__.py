"""Page or plain text -> Cleaned: the article, and what was taken out.

``clean_html`` and ``clean_text`` give the article alone, the ``cleaned_`` functions also what was removed and why;
``sandbox.Cleaner`` does the same in a process that can be killed. Trafilatura is loaded when the first page is cleaned.
"""

from newsdiff.clean.version import version
from newsdiff.errors import CleanError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.model import Article, Cleaned, SiteSettings, StoryTrail

__all__ = ["clean_html", "clean_text", "cleaned_html", "cleaned_page", "cleaned_text", "version"]


def clean_html(body: bytes | str, url: str = "") -> "Article":
    """The article of a page; raises CleanError when there is none.

    ``body`` is the page as it was served: bytes, whose coding is told by what they hold, or text. Nothing is fetched.

    >>> from newsdiff import clean_html
    >>> told = "The ferry struck the pier at Port Amber on Friday morning, and twelve people were hurt, the mayor said."
    >>> more = "Divers looked for the cause all day; the pier will stay closed until Monday, the harbour master added."
    >>> page = f"<html lang=en><h1>Ferry collides with pier</h1><article><p>{told}<p>{more}</article></html>"
    >>> found = clean_html(page, "https://news.example/ferry")
    >>> [str(block.kind) for block in found.blocks], found.headline
    (['headline', 'paragraph', 'paragraph'], 'Ferry collides with pier')
    """
    return cleaned_html(body, url).article


def clean_text(text: str, url: str = "") -> "Article":
    """The article of a saved text, without the page's furniture; raises CleanError when it holds no text.

    >>> from newsdiff import clean_text
    >>> text = "Ferry collides with pier\\n\\nThe ferry struck the pier at Port Amber. Twelve people were hurt."
    >>> clean_text(text).headline
    'Ferry collides with pier'
    """
    return cleaned_text(text, url).article


def cleaned_html(
    body: bytes | str,
    url: str = "",
    *,
    content_type: str = "",
    site: "SiteSettings | None" = None,
    trail: "StoryTrail | None" = None,
) -> "Cleaned":
    """The article of a page and what was taken out; ``content_type``: the server's header, ``site``: its rules.

    ``trail``: where the story of this page stood before; an empty one asks for that of today.
    """
    from newsdiff.clean.page.steps import clean

    return clean(body, url, content_type, site, trail)


def cleaned_page(
    body: bytes | str, url: str, content_type: str, site: "SiteSettings | None", trail: "StoryTrail | None" = None
) -> "Cleaned":
    """What was served or saved, as its media type says: plain text, or else a page; and what was taken out."""
    from newsdiff.body.decode import decode
    from newsdiff.body.kinds import is_text, plain

    if isinstance(body, bytes) and plain(body, content_type):
        if not is_text(body):
            raise CleanError("it is binary, not a text", "look at the file or address by hand")
        return cleaned_text(decode(body, content_type), url)
    return cleaned_html(body, url, content_type=content_type, site=site, trail=trail)


def cleaned_text(text: str, url: str = "") -> "Cleaned":
    """The article of a saved text and what was taken out."""
    from newsdiff.clean.plain_text import clean_lines

    return clean_lines(text, url)
