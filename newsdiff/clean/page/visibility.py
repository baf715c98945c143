"""What a reader sees although the markup hides it, or holds it elsewhere until a script has run.

Streamed text is moved to its place, shadow trees are opened, addresses that a CDN hides are decoded; and text that is
hidden where the story goes on is shown when the page calls itself free, or a script of the page shows it.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from newsdiff.clean.lines.patterns import has_words, is_statement
from newsdiff.clean.page.text_blocks import Element, is_hidden
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_STREAMED = lazy_pattern(r"\$R[CSX]\(\s*[\"']([\w:.-]+)[\"']\s*,\s*[\"']([\w:.-]+)[\"']")
_SHADOWS = ("shadowrootmode", "shadowroot")
_MARKS = frozenset(("hidden", "aria-hidden", "style", "data-cfemail"))  # attributes of what a reader may not see
_DISPLAY = lazy_pattern(r"(?:display|visibility)\s*:[^;]*;?")
_DIALOGS = frozenset(("dialog", "alertdialog", "menu", "navigation", "search", "tooltip", "status", "alert"))
_ASKS = ("form", "input", "button", "select", "textarea", "nav")
_PROSE_WORDS = 10  # of a paragraph that is told, not a label or an offer
_MAX_HIDDEN = 200  # hidden elements that are looked at: pages hide menus by the dozen, not by the hundred
_MAX_CODES = 512  # hexadecimal digits of a hidden address


def reveal(tree: Element, *, free: bool | None, body: str) -> frozenset[Element]:
    """Show in the tree what readers see; the elements that stay hidden.

    ``free``: whether the page says that it is free; ``body``: the text that it tells machines, which is a witness.
    """
    scripts: list[str] | None = None
    marked = [element for element in tree.iter("*") if not _MARKS.isdisjoint(element.keys())]
    for element in marked:
        if element.get("data-cfemail") is not None:
            _decode_address(element)
    for element in [each for each in tree.iter("template") if not set(_SHADOWS).isdisjoint(each.keys())]:
        element.tag = "div"
    for element in list(_outermost(list(islice(filter(_may_be_hidden, marked), _MAX_HIDDEN)))):
        if scripts is None:
            scripts = [script.text or "" for script in tree.iter("script") if "json" not in (script.get("type") or "")]
            if _place_streams(tree, scripts):
                continue
        if _is_story(element, free=free, body=body, scripts=scripts):
            _show(element)
    return frozenset(filter(is_hidden, marked))


def _may_be_hidden(element: Element) -> bool:
    """Whether an element of the page's body bears a mark of what is hidden."""
    style, get = element.get("style") or "", element.get
    hides = "none" in style or "hidden" in style or get("hidden") is not None or get("aria-hidden") == "true"
    return hides and next(element.iterancestors("body"), None) is not None


def _place_streams(tree: Element, scripts: Sequence[str]) -> bool:
    """Move text that came behind the page to the template that keeps its place; whether there was any."""
    pairs = [pair for script in scripts if "$R" in script for pair in _STREAMED.findall(script)]
    if not pairs:
        return False
    held = {element.get("id"): element for element in tree.xpath("descendant::*[@id and (self::template or @hidden)]")}
    for pair in pairs:
        first, second = (held.get(name) for name in pair)
        place, source = (first, second) if first is not None and first.tag == "template" else (second, first)
        if place is None or source is None or place.tag != "template" or place in source.iterancestors():
            continue
        source.attrib.pop("hidden", None)
        if source not in place.iterancestors():
            place.addnext(source)
    return True


def _decode_address(element: Element) -> None:
    """Write the address that a script would write: each byte is given XOR the first."""
    code = element.get("data-cfemail") or ""
    if len(code) < 4 or len(code) > _MAX_CODES:
        return
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return
    address = squeeze(bytes(byte ^ key for byte in rest).decode("utf-8", "replace"))
    for child in list(element):
        element.remove(child)
    element.text = address


def _outermost(elements: Sequence[Element]) -> Iterator[Element]:
    """The hidden elements among these that stand in no other hidden one."""
    hidden = {element for element in elements if is_hidden(element)}
    return (element for element in elements if element in hidden and hidden.isdisjoint(element.iterancestors()))


def _is_story(element: Element, *, free: bool | None, body: str, scripts: Sequence[str]) -> bool:
    """Whether a hidden element holds a part of the story that a reader sees."""
    if element.get("role") in _DIALOGS or next(element.iter(*_ASKS), None) is not None:
        return False
    told = [text for text in _paragraphs(element) if is_statement(text) and has_words(text, _PROSE_WORDS)]
    if not told or free is False:
        return False
    if sum(text[:60] in body for text in told) > len(told) / 2:
        return True
    return _goes_on(element) and (free is True or _is_shown(element, scripts))


def _paragraphs(element: Element) -> Iterator[str]:
    """The text of each paragraph in an element, or of the element where it is one itself."""
    return (squeeze("".join(p.itertext())) for p in element.iter("p"))


def _goes_on(element: Element) -> bool:
    """Whether told text stands before the element, beside it: there the story goes on."""
    beside = (squeeze("".join(e.itertext())) for e in element.itersiblings("p", preceding=True))
    return any(is_statement(text) and has_words(text, _PROSE_WORDS) for text in beside)


def _is_shown(element: Element, scripts: Sequence[str]) -> bool:
    """Whether a script of the page names the element."""
    named = [name for name in (element.get("id"), *(element.get("class") or "").split()) if name and len(name) > 2]
    return any(
        f"{mark}{name}{end}" in script for script in scripts for name in named for mark in "\"'.#" for end in "\"'"
    )


def _show(element: Element) -> None:
    """Take off what hides an element."""
    for name in ("hidden", "aria-hidden"):
        element.attrib.pop(name, None)
    if style := element.get("style"):
        element.set("style", _DISPLAY.sub("", style))
