"""A page to its article: decode, parse, locate, walk, tell furniture, read the fields."""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from newsdiff.body.decode import decode
from newsdiff.clean.fields.metadata import Fields, read_fields
from newsdiff.clean.inline_parts import inline_parts
from newsdiff.clean.lines.patterns import has_words
from newsdiff.clean.opening import OPENING, canonical
from newsdiff.clean.page import site_rules
from newsdiff.clean.page.frame import frame
from newsdiff.clean.page.furniture_boxes import is_comments
from newsdiff.clean.page.leaf_text import as_read
from newsdiff.clean.page.main_content import MainContent, region
from newsdiff.clean.page.text_blocks import Element, Leaf, leaves
from newsdiff.clean.page.trail import followed, left
from newsdiff.clean.page.visibility import reveal
from newsdiff.clean.page.voting import locate
from newsdiff.clean.page.walls import HIDDEN, signs
from newsdiff.clean.places import places, standing
from newsdiff.clean.story.sections import blocks_of
from newsdiff.clean.version import short_version
from newsdiff.errors import CleanError
from newsdiff.model import Article, Block, BlockKind, Cleaned, Removed, SiteSettings, StoryTrail
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.scrub import squeeze

_DEAD = ("script", "style", "svg", "noscript", "iframe", "link")
_TOLD_WORDS = 4  # words of a line that counts as told where no article was found


def parse(text: str) -> Element:
    """The tree of a page; raises CleanError when the page holds no element."""
    from lxml import etree, html

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # One class for every tag: to choose one by the tag, as lxml.html does, costs a call of Python for each look.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CleanError("the page cannot be read as HTML", "look at what the server sent") from error
    return tree


def clean(
    body: bytes | str, url: str, content_type: str, site: SiteSettings | None, trail: StoryTrail | None = None
) -> Cleaned:
    """The article of a page, and what was taken out.

    With a ``trail`` (an empty one where none is known yet) the result says which trail leads to its story; where the
    given one does, nothing is voted over.
    """
    text = decode(body, content_type)
    tree = parse(text)
    fields = read_fields(tree, url)
    gone = site_rules.remove(tree, site) if site else []
    hidden = reveal(tree, free=fields.free, body=fields.body)
    _strip(tree)
    unseen: list[Element] = []
    found, aged = as_read(leaves(tree, unseen, hidden), fields.language)
    if not found:
        raise CleanError("the page holds no text", "open it in a browser: it may need JavaScript")
    page = _PageLeaves(body, text, url, tree, fields, found, unseen, (*gone, *aged), site)
    named = site_rules.body(tree, site) if site else None
    if named is not None:
        content = region(named, found, range(len(found)))
        return page.cleaned(content, frozenset(range(content.start, content.start + len(content.leaves))))
    return page.voted() if trail is None else page.remembered(trail)


class _PageLeaves(NamedTuple):
    """A page that was read to its leaves, and not yet to its article."""

    body: bytes | str
    text: str
    url: str
    tree: Element
    fields: Fields
    found: list[Leaf]
    unseen: list[Element]
    removed: tuple[Removed, ...]
    site: SiteSettings | None

    def voted(self) -> Cleaned:
        """The page as a vote reads it."""
        return self.cleaned(*self._vote(_Comments(self.found)))

    def remembered(self, trail: StoryTrail) -> Cleaned:
        """The page as its trail reads it; where there is none, or it leads elsewhere now, as a vote reads it."""
        barred, cleaner = _Comments(self.found), short_version(self.site)
        if trail.cleaner == cleaner and (told := self._told(followed(trail, self.tree, self.found, barred))):
            return told._replace(trail=trail)
        content, won = self._vote(barred)
        cleaned = self.cleaned(content, won)
        fresh = left(self.tree, content, won, barred, cleaner)
        way = followed(fresh, self.tree, self.found, barred) if fresh else None
        proven = way is not None and (way[1] == won or self._told(way) == cleaned)
        return cleaned._replace(trail=fresh if proven else StoryTrail())

    def _told(self, way: tuple[MainContent, frozenset[int]] | None) -> Cleaned | None:
        """The page as a trail reads it; None where that leads to no article."""
        try:
            return self.cleaned(*way) if way else None
        except CleanError:
            return None

    def cleaned(self, content: MainContent, won: frozenset[int]) -> Cleaned:
        """The article in a container, of which some leaves are the story's; CleanError when there is none.

        ``won``: the numbers of all leaves of the page that are; a few may stand outside of the container.
        """
        tree, found, fields = self.tree, self.found, self.fields
        headline = site_rules.headline(tree, self.site) if self.site else ""
        blocks, removed, witnesses = blocks_of(content, found, fields, headline)
        if all(block.kind is BlockKind.HEADLINE for block in blocks):
            raise CleanError("the page holds no article text", "open it in a browser: it may need JavaScript")
        shown = next((each.value for each in witnesses if each.field == "published"), None)
        article = _article(self.url, fields, tuple(canonical(blocks)), shown or fields.published)
        elements = standing(article.blocks, found)
        return Cleaned(
            article,
            (*self.removed, *removed, *_hidden(self.unseen, content.container)),
            fields.canonical,
            tuple(signs(blocks, found, self.body)),
            (*fields.witnesses, *witnesses),
            frame(tree, found, content, article.headline),
            fields.identity,
            places(elements, found, content.container, won),
            parts=inline_parts(article.blocks, elements),
        )

    def _vote(self, barred: Container[int]) -> tuple[MainContent, frozenset[int]]:
        """The container and the leaves that won: what was voted for, or all that is told."""
        container, won = locate(self.text, self.tree, self.found, barred)
        if not won:
            lines = enumerate(self.found)
            told = frozenset(n for n, leaf in lines if not leaf.is_link and has_words(leaf.text, _TOLD_WORDS))
            container, won = self.tree, told or frozenset(range(len(self.found)))
        return region(container, self.found, won), won


def _hidden(unseen: list[Element], container: Element) -> Iterator[Removed]:
    """What stands hidden in the container: a line each, where it holds more than a label."""
    for element in unseen:
        if isinstance(element.tag, str) and element.tag != "template" and container in element.iterancestors():
            text = squeeze(" ".join(element.itertext()))
            if has_words(text, _TOLD_WORDS):
                yield Removed(text, HIDDEN)


def _strip(tree: Element) -> None:
    """Take out what holds no text for a reader and was read already: every walk over the tree passes it."""
    from lxml import etree

    etree.strip_elements(tree, *_DEAD, with_tail=False)


def _article(url: str, fields: Fields, blocks: tuple[Block, ...], published: str | None) -> Article:
    return Article(
        url,
        published=published,
        modified=fields.modified,
        language=fields.language,
        section=fields.section,
        blocks=blocks,
        published_guess=None if published else _shown_date(blocks),
        live=fields.live,
        free=fields.free,
    )


def _shown_date(blocks: tuple[Block, ...]) -> str | None:
    """The first date that the page shows above its text."""
    opening = takewhile(lambda block: block.kind in OPENING, blocks)
    return next((block.text for block in opening if block.kind is BlockKind.DATE), None)


class _Comments:
    """The numbers of the leaves that readers wrote; where a leaf stands is looked up when it is asked for."""

    def __init__(self, found: Sequence[Leaf]) -> None:
        self._found = found
        self._known: dict[Element | None, bool] = {None: False}

    def __contains__(self, number: object) -> bool:
        assert isinstance(number, int), "leaves are told by their numbers"
        chain, element = [], self._found[number].element
        while element not in self._known:
            chain.append(element)
            if element.tag not in ("body", "html", "article", "main") and is_comments(element):
                self._known[element] = True
                break
            element = element.getparent()
        inside = self._known[element]
        self._known.update(dict.fromkeys(chain, inside))
        return inside
