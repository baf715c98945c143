"""What goes from a page, by its place or by its shape, and why: boxes, asides, other articles, links under labels."""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.clean.beside.asides import LABELS, Asides
from newsdiff.clean.beside.next_article import next_articles
from newsdiff.clean.beside.page_facts import page_facts
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.labels import announces
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture import reason
from newsdiff.clean.page.furniture_boxes import boxes
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import Leaf


class TakenOut:
    """Why each leaf of a page is furniture, or not."""

    def __init__(self, region: MainContent, found: Sequence[Leaf], fields: Fields) -> None:
        self._found, self._host, start = found, fields.host, region.start
        self._boxed = {number + start: why for number, why in boxes(region).items()}
        self._boxed.update(_under_labels(region))
        if not fields.live:
            self._boxed.update({number + start: why for number, why in next_articles(region).items()})
        self._boxed.update({number + start: "facts of the page" for number in page_facts(region, fields)})
        gone = frozenset(number - start for number in self._boxed)
        beside = Asides(region, gone, fields.authors, live=fields.live).removed()
        self._boxed.update({number + start: why for number, why in beside.items() if number not in gone})

    def __contains__(self, number: int) -> bool:
        """Whether a leaf stands in a box that goes."""
        return number in self._boxed

    def add(self, numbers: Iterable[int], why: str) -> None:
        """Take these leaves out, too."""
        self._boxed.update(dict.fromkeys(numbers, why))

    def why(self, number: int) -> str:
        """Why a leaf is furniture, or the empty string."""
        why = self._boxed.get(number, "")
        if why in ("", LABELS):
            why = reason(self._found[number], self._host) or why
        return "" if why == "link" and markup.is_record(self._found, number) else why


def _under_labels(region: MainContent) -> Iterator[tuple[int, str]]:
    """Links that stand below a label of the page ("Related stories"), one after the other."""
    below = False
    for number, leaf in enumerate(region.leaves, region.start):
        label = announces(leaf.text)
        below = label or (below and leaf.is_link and not patterns.is_statement(leaf.text))
        if below:
            yield number, "label" if label else "links"
