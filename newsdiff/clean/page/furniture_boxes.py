"""Furniture that comes in boxes: elements strictly below the container that hold no text of the article.

A box is told by its shape (cards, a list of links, a form) or by what its class says of it, never over more than a
fifth of the container's text, and never when it holds a correction.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.patterns import is_correction, is_pitch, is_request, is_section_label, is_statement, words
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import HEADINGS, Element, Leaf
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

NAMED_SHARE = 0.2  # of the container's text that a class name may take out
CARDS_SHARE = 0.5  # of the container's text that cards may take out
_CARD_CHARACTERS = 450  # characters that a card holds at most
_LABELLED = 3  # entries of a list of titles behind labels
_LABELLED_SHARE = 0.5  # of such an entry's letters, that its title holds
_TITLE_WORDS = 6  # of a link that is a list by itself, to be the title of another page
_CAMEL = lazy_pattern(r"(?<=[a-z])(?=[A-Z])")
# Names that say "not the article" by themselves ...
_STRONG = lazy_pattern(
    r"(?:^|[\s_-])(?:related(?!-?to)|newsletters?|most-?(?:read|popular|viewed|shared)|recommend(?:ed|ations?|s)?"
    r"|recirc(?:ulation)?"
    r"|adverts?|advertisement|advertising|adslot|ad-(?:slot|unit|wrapper|container|label)|adunit|gpt|dfp"
    r"|sponsor(?:ed|s)?|cookies?|gdpr"
    r"|breadcrumbs?|taglist|tag-list|author-(?:bio|box|info|card)|about-(?:the-)?author|bio|signup|sign-up|outbrain"
    r"|taboola|promo(?:s|-box)?"
    r"|poll|quiz|ticker|weather|toolbar|pagination|read-?(?:more|next)|see-also|more-(?:on|from|stories|news"
    r"|articles)|up-?next"
    r"|reading-now|live-count|sharedaddy|addthis|jp-relatedposts|paywall-prompt|piano|app-download|editsection"
    r"|mw-editsection"
    r"|navbox|catlinks|comments?|disqus|trending|popular|screen-reader-text|visually-hidden|sr-only|print-only)(?:$"
    r"|[\s_-])",
    re.IGNORECASE,
)
# ... and names that article text may bear too: they count where no statement is told in the box.
_WEAK = lazy_pattern(
    r"(?:^|[\s_-])(?:share|sharing|shares|socials?|tags|topics|teasers?|carousel|slider|rail|sidebar|side-bar|banner"
    r"|breaking|menu"
    r"|navigation|nav|views|pageviews?|viewcount|counter|follow|followers|donate|donation|toc|notification|push|ads?"
    r"|skip|login|rating"
    r"|reactions|cta|subscribe|subscription|consent|pager|metabar|meta|no-?print|stocks?|markets?|scores?|scoreboard"
    r"|clock"
    r"|countdown|live-?bar|widget|popup|modal|tooltip|tools|actions|buttons?|player|playlist|video-(?:list"
    r"|meta))(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names of what is there for screen readers alone: such headings mark the parts of a page.
_UNSEEN = lazy_pattern(r"(?:^|[\s_-])(?:screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])", re.IGNORECASE)
_COMMENTS = lazy_pattern(
    r"^(?:comments?|comments?-?(?:list|section|area|wrapper|container|box|block|thread)|commentlist|disqus_thread"
    r"|disqus|respond|responses|fb-comments|livefyre|postings|forum|coral\w*|spotim\w*|kommentare|leserkommentare"
    r"|koment(?:arze|aře|are|ari)|coment[aá]rios|reacties|yorumlar|commentaires"
    # One alone is a kind of story, too: an opinion.
    r"|(?:koment\w+|kommentt?[ai]\w*|coment[aá]rios?|commentaires?|commenti|reacties|yorum(?:lar)?)"
    r"[_-]?(?:list\w*|section|area|wrapper|container|box|block|thread))$",
    re.IGNORECASE,
)
_NAMES = ("class", "id", "aria-label", "data-testid", "data-component")
_KEPT = (BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.ROW)
_ROLES = frozenset(
    listed("navigation search complementary marquee timer status dialog alertdialog menu menubar toolbar tablist")
)
_REMEMBERED = 4096  # names: a page's elements mostly bear the same few
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")  # ends of addresses
_FIELDS = frozenset(("email", "text", "search", "tel", "radio", "checkbox", "password", None))


def names(element: Element) -> str:
    """Class, id and the like of an element as one string, camel case cut."""
    keys = element.keys()
    return _hyphenated(" ".join([told for key in _NAMES if key in keys and (told := element.get(key))])) if keys else ""


@lru_cache(maxsize=_REMEMBERED)
def _hyphenated(told: str) -> str:
    return told if not told or told.islower() else _CAMEL.sub("-", told)


@lru_cache(maxsize=_REMEMBERED)
def said(pattern: "re.Pattern[str]", told: str) -> str:
    """What a pattern finds in names; those of one page are mostly the same few."""
    found = pattern.search(told) if told else None
    return found[0] if found else ""


def is_comments(element: Element) -> bool:
    """Whether an element holds what readers wrote."""
    classes, own = element.get("class"), element.get("id")
    return bool(classes or own) and _are_of_comments(f"{classes or ''} {own or ''}")


@lru_cache(maxsize=_REMEMBERED)
def _are_of_comments(told: str) -> bool:
    return any(map(_COMMENTS.match, told.split()))


def boxes(region: MainContent) -> dict[int, str]:
    """Leaf number -> why the box that it stands in is furniture."""
    total = region.sizes[-1] or 1
    removed: dict[int, str] = {}
    for element, span in region.spans.items():
        if element is region.container or span[0] in removed:
            continue
        share = region.size(span) / total
        reason = _reason(element, region, span, share)
        if reason and not any(is_correction(leaf.text) for leaf in region.leaves[span[0] : span[1]]):
            removed.update(dict.fromkeys(range(*span), reason))
    for reason, span in _cards(region, total):
        for number in range(*span):
            removed.setdefault(number, reason)
    return removed


def _reason(element: Element, region: MainContent, span: tuple[int, int], share: float) -> str:
    """Why an element is a box of furniture, or the empty string."""
    if share > CARDS_SHARE:
        return ""
    held = region.leaves[span[0] : span[1]]
    if element.tag == "a" and len(held) > 1 and not is_statement(held[0].text):
        return "card"
    if is_comments(element):
        return "comments"
    if share > NAMED_SHARE:
        return ""
    if element.tag in HEADINGS:
        named = said(_UNSEEN, names(element)).strip(" _-\n\t").lower()
    else:
        named = _furniture_name(element, held)
    if named:
        return f"class {named}"
    if element.get("role") in _ROLES:
        return f"role {element.get('role')}"
    if _asks_with_form(element, held, region.size(span)):
        return "form"
    if _is_link_box(held) or (element.tag in ("ul", "ol") and _is_link_list(held, region.leaves[: span[0]])):
        return "links"
    return "request" if _is_request_box(held, region.size(span)) else ""


def _furniture_name(element: Element, held: Sequence[Leaf]) -> str:
    """The furniture that the element's class or id names, or the empty string."""
    told = names(element)
    named = said(_STRONG, told)
    if not named and told and not any(is_statement(leaf.text) or leaf.kind in _KEPT for leaf in held):
        named = said(_WEAK, told)
    return named.strip(" _-\n\t").lower()


def is_named(element: Element) -> bool:
    """Whether an element outside the container, or one of the three round it, bears the name of furniture."""
    for _ in range(4):
        if element is None or element.tag in ("article", "main", "body", "html"):
            return False
        if said(_STRONG, names(element)) or element.get("role") in _ROLES:
            return True
        element = element.getparent()
    return False


def _asks_with_form(element: Element, held: Sequence[Leaf], size: int) -> bool:
    """A small box with fields to fill in: a newsletter, a poll, a search."""
    if size > 500 or element.tag not in ("form", "div", "section", "aside", "li", "fieldset"):
        return False
    if all(field.get("type") not in _FIELDS for field in element.iter("input", "select", "textarea")):
        return False
    return not any(is_statement(leaf.text) and not is_pitch(leaf.text) for leaf in held)


def _is_request_box(held: Sequence[Leaf], size: int) -> bool:
    """Return True for a small box that asks for something.

    It has a heading that asks, or holds only pitch lines, fragments and a link or a label.
    """
    if len(held) < 2 or size > 600:
        return False
    if held[0].heading and is_request(held[0].text):
        return True
    asks = [leaf for leaf in held if is_pitch(leaf.text) or is_request(leaf.text)]
    acts = any(leaf.is_link or is_label(leaf.text) or is_request(leaf.text) for leaf in held)
    told = any(is_statement(leaf.text) or leaf.kind in _KEPT for leaf in held if leaf not in asks)
    return bool(asks) and acts and not told


def _is_link_box(held: Sequence[Leaf]) -> bool:
    """A heading or a label, then links that are no sentences."""
    if len(held) < 2 or not all(_is_title(leaf) for leaf in held[1:]):
        return False
    opening = held[0]
    headed = opening.heading or is_label(opening.text) or is_section_label(opening.text)
    return bool(headed) and not _is_title(opening)


def _is_title(leaf: Leaf) -> bool:
    """Whether a leaf is a link that is no sentence: the title of another page."""
    return leaf.is_link and not is_statement(leaf.text)


def _ends_in_title(leaf: Leaf) -> bool:
    """Whether an entry is a label and behind it, to its end, one link, no sentence: ``Storm: Why it was late``."""
    links = list(leaf.element.iter("a"))
    told = leaf.link_share >= _LABELLED_SHARE and not is_statement(leaf.text) and len(links) == 1
    return told and leaf.text.endswith(" ".join(links[0].text_content().split()))


def _is_link_list(held: Sequence[Leaf], before: Sequence[Leaf]) -> bool:
    """Return True for a link that is no sentence, or several, one below the other.

    Nothing led up to them: no line that ends with a colon, no heading of their own.
    """
    if not all(map(_is_title, held)) and not (len(held) >= _LABELLED and all(map(_ends_in_title, held))):
        return False
    if len(held) == 1 and len(words(held[0].text)) < _TITLE_WORDS:
        return False
    if not before:
        return True
    return not before[-1].text.endswith((":", "：")) and (not before[-1].heading or is_label(before[-1].text))


def _cards(region: MainContent, total: int) -> "list[tuple[str, tuple[int, int]]]":
    """Boxes of the same tag side by side, each a linked title with next to nothing else."""
    groups: dict[tuple[Element, str], list[tuple[Element, tuple[int, int]]]] = {}
    for element, span in region.spans.items():
        if element is not region.container and _is_card(element, region, span):
            groups.setdefault((element.getparent(), element.tag), []).append((element, span))
    found = [("card", span) for element, span in region.spans.items() if _is_promo_card(element, region, span, total)]
    for cards in groups.values():
        spans = [span for _, span in cards]
        if len(cards) >= 2 and sum(map(region.size, spans)) <= CARDS_SHARE * total:
            found += [("card", span) for span in spans]
    return found


def _is_promo_card(element: Element, region: MainContent, span: tuple[int, int], total: int) -> bool:
    """A box of its own whose picture and title are linked to the same page."""
    if element.tag not in ("div", "aside", "section", "article", "li") or region.size(span) > min(
        _CARD_CHARACTERS, NAMED_SHARE * total
    ):
        return False
    if not any(leaf.is_link and not is_statement(leaf.text) for leaf in region.leaves[span[0] : span[1]]):
        return False
    links = list(element.iter("a"))
    pictured = {
        a.get("href") for a in links if next(a.iter("img", "amp-img", "picture"), None) is not None and _leads_on(a)
    }
    return any(a.get("href") in pictured and len(a.text_content().strip()) > 15 for a in links)


def _leads_on(link: Element) -> bool:
    """Whether a link leads to another page: one without an address, or to a picture, shows the picture larger."""
    target = (link.get("href") or "#").split("?")[0].lower()
    return not target.startswith(("#", "javascript:")) and not target.endswith(PICTURES)


def _is_card(element: Element, region: MainContent, span: tuple[int, int]) -> bool:
    if (
        element.tag in HEADINGS
        or element.tag in ("p", "tr", "td", "blockquote", "figure")
        or region.size(span) > _CARD_CHARACTERS
    ):
        return False
    held, before = region.leaves[span[0] : span[1]], region.leaves[max(0, span[0] - 1)].text
    if element.tag in ("ul", "ol") and before.endswith((":", "：")):  # what leads up to a list tells of it
        return False
    if not 1 < len(held) <= 5 or any(leaf.kind in (BlockKind.QUOTE, BlockKind.ROW) for leaf in held):
        return False
    return any(leaf.is_link and not is_statement(leaf.text) and len(leaf.text) > 15 for leaf in held[:3])
