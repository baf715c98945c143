"""A site's own rules: CSS or XPath that says what to remove, where the text stands, and the headline."""

from collections.abc import Sequence

from newsdiff.clean.page.text_blocks import Element
from newsdiff.errors import CleanError, ConfigError
from newsdiff.model import Removed, SiteSettings
from newsdiff.text.scrub import squeeze

_SHOWN_CHARACTERS = 120  # of a selector that makes no sense


def check(site: SiteSettings) -> None:
    """Raise ConfigError for a selector that is neither CSS nor XPath."""
    for selector in filter(None, (*site.remove, site.body, site.headline)):
        try:
            _compiled(selector)
        except ConfigError as error:
            raise ConfigError(error.message, f'look at remove, body, headline in [site."{site.host}"]') from error


def remove(tree: Element, site: SiteSettings) -> list[Removed]:
    """Take out of the tree what the site's rules name, and tell it."""
    gone = []
    for selector in site.remove:
        for element in select(tree, selector):
            parent = element.getparent()
            if parent is None:
                continue
            if text := squeeze(" ".join(element.itertext())):
                gone.append(Removed(text, f"rule {selector}"))
            _unlink(element, parent)
    return gone


def body(tree: Element, site: SiteSettings) -> Element | None:
    """The element that the site's rules name as the text, or None where they name none."""
    if not site.body:
        return None
    found = select(tree, site.body)
    if not found:
        raise CleanError(f"the page has no element {site.body!r}", f'mend body in [site."{site.host}"]')
    return found[0]


def headline(tree: Element, site: SiteSettings) -> str:
    """The headline that the site's rules name, or the empty string."""
    found = select(tree, site.headline) if site.headline else []
    return squeeze(" ".join(found[0].itertext())) if found else ""


def select(tree: Element, selector: str) -> Sequence[Element]:
    """The elements that a selector names; raises ConfigError when it is neither CSS nor XPath."""
    found = _compiled(selector)(tree)
    return [element for element in found if hasattr(element, "itertext")] if isinstance(found, list) else []


def _compiled(selector: str) -> Element:
    """An XPath begins with a slash, a dot and a slash, or a bracket; anything else is CSS."""
    from cssselect import SelectorError
    from lxml import cssselect, etree

    try:
        if selector.startswith(("/", "./", "(")):
            return etree.XPath(selector)
        return cssselect.CSSSelector(selector, translator="html")
    except (etree.XPathSyntaxError, SelectorError, RecursionError) as error:  # the last: thousands of combinators
        raise ConfigError(
            f"{selector[:_SHOWN_CHARACTERS]!r} is neither a CSS selector nor an XPath expression",
            'look at remove, body, headline in [site."..."]',
        ) from error


def _unlink(element: Element, parent: Element) -> None:
    """Take an element out, its tail stays."""
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
