"""A page to its article: decode, parse, locate, walk, tell furniture, read the fields."""

from newsdiff.clean.decode import decode
from newsdiff.clean.leaves import Element, leaves
from newsdiff.clean.marks import marks
from newsdiff.errors import CleanError
from newsdiff.model import Article, Block, BlockKind, Cleaned, SiteSettings


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
    found = [leaf for leaf in leaves(tree) if len(leaf.text) > 60 and not leaf.is_link]
    title = tree.findtext(".//h1") or tree.findtext(".//title") or ""
    blocks = [Block(leaf.kind, leaf.text) for leaf in found]
    if not blocks:
        raise CleanError("the page holds no article text", "open it in a browser: it may need JavaScript")
    if title.strip():
        blocks.insert(0, Block(BlockKind.HEADLINE, " ".join(title.split())))
    return Cleaned(Article(url, blocks=tuple(blocks)), marks=tuple(marks(blocks, text)))
