"""Another article below the story: pages append the next one, with a headline of its own, as the reader goes on."""

from newsdiff.clean.lines.patterns import is_statement
from newsdiff.clean.lines.stamps import shows_day
from newsdiff.clean.page.furniture_boxes import names
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.markup import AUTHOR
from newsdiff.clean.page.text_blocks import Element

_TITLE_LEAVES = 6  # leaves at the beginning of an article, of which one is its headline
_LINKED_LEVEL = 2  # of a heading that may be the headline of an article appended

Span = tuple[int, int]


def next_articles(region: MainContent) -> dict[int, str]:
    """Number of each leaf of another article behind the story -> why it goes.

    The story stands in one element with its first-level headline; one beside it that is an article too, or is built
    alike and signed, and has a headline of its own, is another; so is one that is dated
    under a headline that is a link. Posts of a live blog have no such
    first: theirs stands above them.
    """
    found: dict[int, str] = {}
    if not region.won:
        return found
    first = min(region.won)
    lead = region.leaves[first].element
    holding = {node.getparent(): node for node in (lead, *lead.iterancestors())}  # what of each holds the first leaf
    for element, span in region.spans.items():
        if span[0] <= first or element is region.container or not _titled(span, region, 2):
            continue
        own = holding.get(element.getparent())
        if own in region.spans and _is_other(element, span, own, region):
            found.update(dict.fromkeys(range(*span), "another article"))
    return found


def _is_other(element: Element, span: Span, own: Element, region: MainContent) -> bool:
    if own.tag == "article" and _titled(region.spans[own], region, 1) and _is_dated(span, region):
        return True
    if _titled(region.spans[own], region, 1) and _is_dated(span, region) and _opens_as_link(span, region):
        return True
    articles = element.tag == own.tag == "article"
    alike = element.tag == own.tag and _are_like(element.get("class") or "", own.get("class") or "")
    if not (articles or (alike and is_signed(element) and is_signed(own))):
        return False
    return _titled(region.spans[own], region, 1) and _titled(span, region, 2 if articles else 1)


def _are_like(classes: str, others: str) -> bool:
    """Whether two elements bear the same names; one that is shown now may bear a name more."""
    mine, theirs = frozenset(classes.split()), frozenset(others.split())
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def is_signed(element: Element) -> bool:
    """Whether an element bears a time or an author of its own."""
    if next(element.iter("time"), None) is not None:
        return True
    return any(
        AUTHOR.search(names(inner)) or inner.get("rel") == "author" for inner in element.iter("a", "span", "p", "div")
    )


def _is_dated(span: Span, region: MainContent) -> bool:
    """Whether a line that shows a day stands where the leaves begin, and a sentence below it."""
    opening = region.leaves[span[0] : min(span[1], span[0] + _TITLE_LEAVES)]
    dated = any(shows_day(leaf.text) for leaf in opening if not leaf.heading)
    return dated and any(is_statement(leaf.text) for leaf in region.leaves[span[0] : span[1]])


def _opens_as_link(span: Span, region: MainContent) -> bool:
    """Whether the headline with which the leaves begin leads to a page of its own."""
    opening = region.leaves[span[0] : min(span[1], span[0] + _TITLE_LEAVES)]
    return any(0 < leaf.heading <= _LINKED_LEVEL and leaf.is_link for leaf in opening)


def _titled(span: Span, region: MainContent, level: int) -> bool:
    """Whether a headline of that level, or a higher one, stands where the leaves begin."""
    return any(0 < leaf.heading <= level for leaf in region.leaves[span[0] : min(span[1], span[0] + _TITLE_LEAVES)])
