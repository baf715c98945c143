"""A page to its article: decode, parse, locate, walk, tell furniture, read the fields."""

from newsdiff.clean.boxes import boxes, is_comments
from newsdiff.clean.decode import decode
from newsdiff.clean.fields import Fields, read_fields
from newsdiff.clean.leaves import Element, Leaf, leaves
from newsdiff.clean.locate import locate, region
from newsdiff.clean.marks import marks
from newsdiff.clean.order import canonical
from newsdiff.clean.zones import blocks_of
from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, SiteSettings


def parse(text: str) -> Element:
    """The tree of a page; raises CleanError when the page holds no element."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CleanError("the page holds no HTML", "look at what the server sent") from error
    return tree


def clean(body: bytes | str, url: str, content_type: str, site: SiteSettings | None) -> Cleaned:
    """The article of a page, and what was taken out."""
    text = decode(body, content_type)
    tree = parse(text)
    fields = read_fields(tree, url)
    found = list(leaves(tree))
    container, won = locate(text, tree, found, _comments(found))
    if not won:
        raise CleanError("the page holds no article text", "open it in a browser: it may need JavaScript")
    blocks, removed = blocks_of(region(container, found, won), found, fields)
    article = _article(url, fields, tuple(canonical(blocks)))
    return Cleaned(article, tuple(removed), fields.canonical, tuple(marks(blocks, text)))


def _article(url: str, fields: Fields, blocks: tuple) -> Article:
    return Article(
        url,
        published=fields.published,
        modified=fields.modified,
        language=fields.language,
        section=fields.section,
        blocks=blocks,
        live=fields.live,
        free=fields.free,
    )


def _comments(found: list[Leaf]) -> frozenset[int]:
    known: dict[Element, bool] = {}
    barred = set()
    for number, leaf in enumerate(found):
        chain = []
        inside = False
        for element in (leaf.element, *leaf.element.iterancestors()):
            if element in known:
                inside = known[element]
                break
            chain.append(element)
            if element.tag not in ("body", "html", "article", "main") and is_comments(element):
                inside = True
                break
        known.update(dict.fromkeys(chain, inside))
        if inside:
            barred.add(number)
    return frozenset(barred)
