"""Which leaf is furniture, by its position and shape."""

import re

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.page.furniture_boxes import PICTURES
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language.dates import spans
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze
from newsdiff.text.word_lists import listed

_CITATION_CHARACTERS = 500
_POINTER_CHARACTERS = 260  # of a label and the title of another page
_TITLE_WORDS = 4  # of such a title
_CHANNEL_CHARACTERS = 120
_NETWORKS = frozenset(
    listed(
        "facebook.com instagram.com twitter.com x.com threads.net tiktok.com youtube.com t.me whatsapp.com linkedin.com"
        " bsky.app vk.com ok.ru snapchat.com pinterest.com"
    )
)
_RIGHTS_WORDS = 30  # of a line that tells whose the rights are
_RIGHTS = lazy_pattern(r"\W{0,3}(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE)
_HOST = lazy_pattern(r"(?:https?:)?//([^/?#:]+)")


def reason(leaf: Leaf, host: str = "") -> str:
    """Why a leaf of a page of ``host`` is furniture wherever it stands, or the empty string."""
    text = leaf.text
    if patterns.is_correction(text):
        return ""
    if not any(map(str.isalnum, text)):
        return "ornament"
    if is_label(text):
        return "label"
    if patterns.is_promo(text, linked=leaf.link_share >= 0.5):
        return "promo"
    if leaf.link_share >= 0.5 and _is_pointer(leaf, host):
        return "promo"
    if leaf.link_share >= 0.5 and patterns.is_tag_line(text):
        return "tags"
    if leaf.linked and _leads_to_channels(leaf):
        return "channels"
    if date_lines.is_relative_time(text) or date_lines.is_reading_time(text):
        return "relative time"
    if leaf.kind is BlockKind.PARAGRAPH and _RIGHTS.match(text) and not patterns.has_words(text, _RIGHTS_WORDS):
        return "rights"
    if leaf.kind is not BlockKind.ROW and host and _is_citation(text, host):
        return "citation"
    if leaf.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and (
        patterns.is_counter(text) or patterns.is_position(text)
    ):
        return "counter"
    if leaf.kind is not BlockKind.LIST_ITEM and patterns.is_request(text):
        return "request"
    if leaf.kind is not BlockKind.ROW and patterns.is_ticker(text):
        return "ticker"
    return "link" if leaf.is_link and _points_elsewhere(leaf, host) else ""


def _is_pointer(leaf: Leaf, host: str) -> bool:
    """Whether a line is a label in capitals and behind it, as one link, the title of another page of the site."""
    if leaf.kind is not BlockKind.PARAGRAPH or len(leaf.text) > _POINTER_CHARACTERS or patterns.is_statement(leaf.text):
        return False
    links = [link for link in leaf.element.iter("a") if link.get("href")]
    title = squeeze(links[0].text_content()) if len(links) == 1 else ""
    label, _, rest = leaf.text.partition(title) if title else ("", "", leaf.text)
    if rest or not patterns.has_words(title, _TITLE_WORDS) or _is_foreign(links[0].get("href").strip().lower(), host):
        return False
    mark = label.rstrip()[-1:]
    return mark in tuple(":：|»>›") and label.isupper() and patterns.has_words(label, 2)


def _leads_to_channels(leaf: Leaf) -> bool:
    """Whether a short line that states nothing links two or more channels of the site on other sites, and no more."""
    if leaf.kind is not BlockKind.PARAGRAPH or len(leaf.text) > _CHANNEL_CHARACTERS or patterns.is_statement(leaf.text):
        return False
    links = [*leaf.element.iterancestors("a"), *leaf.element.iter("a")]
    channels = {_channel(link) for link in links}
    return len(channels) >= 2 and "" not in channels


def _channel(link: Element) -> str:
    """The network to whose front of a channel a link leads; empty for a post there, or another site."""
    target, named = (link.get("href") or "").strip().lower(), f"{squeeze(link.text_content()).lower()}.com"
    match = _HOST.match(target)
    if match is None and named in _NETWORKS:
        return named
    network = ".".join(match[1].split(".")[-2:]) if match else ""
    path = target[match.end() :].split("?")[0].strip("/") if match else ""
    return network if network in _NETWORKS and path.count("/") <= 1 and "status" not in path else ""


def _is_citation(text: str, host: str) -> bool:
    """Whether a line tells how to cite the page: it spells the page's own address out, and two days."""
    at = text.find("://")
    if at < 0 or len(text) > _CITATION_CHARACTERS or _site(host) not in text[at:].lower():
        return False
    return len(list(spans(text))) >= 2 and not patterns.is_statement(text)


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _points_elsewhere(leaf: Leaf, host: str) -> bool:
    """Whether a leaf that is all link is the title of another page of the site.

    It is not when it is a sentence, the caption of a linked picture, or leads to another site: that is a reference.
    """
    if leaf.kind is BlockKind.PARAGRAPH:
        return not patterns.is_statement(leaf.text) and not _is_reference(leaf, host)
    if leaf.kind is BlockKind.QUOTE:
        return not patterns.is_sentence(leaf.text)
    return leaf.kind is BlockKind.CAPTION and not patterns.is_statement(leaf.text) and not _is_picture_link(leaf)


def _targets(leaf: Leaf) -> list[str]:
    chain = [leaf.element, *leaf.element.iterancestors("a"), *leaf.element.iter("a")]
    return [(a.get("href") or "").strip().lower() for a in chain if a.tag == "a"]


def _is_picture_link(leaf: Leaf) -> bool:
    targets = [target.split("?")[0] for target in _targets(leaf)]
    return any(target.endswith((*PICTURES, "#")) or not target for target in targets)


def _is_reference(leaf: Leaf, host: str) -> bool:
    """Whether a title of some words leads to another site."""
    if not host or len(patterns.words(leaf.text)) < 4:
        return False
    targets = [target for target in _targets(leaf) if target]
    return bool(targets) and all(_is_foreign(target, host) for target in targets)


def _is_foreign(target: str, host: str) -> bool:
    match = _HOST.match(target)
    return match is not None and match[1].split(".")[-2:] != host.split(".")[-2:]
