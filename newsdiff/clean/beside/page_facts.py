"""Lists of the page's own facts, by which it is found and not read: who published it, when, under which topics."""

from collections.abc import Iterator, Sequence

from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.shown_dates import names_day, own_days
from newsdiff.clean.lines.patterns import is_statement
from newsdiff.clean.lines.stamps import is_beside, shows_day
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import Leaf

_MAX_FACTS = 24  # leaves of such a list


def page_facts(region: MainContent, fields: Fields) -> Iterator[int]:
    """The numbers of the leaves of a definition list of such facts; the dates in it stay, as dates.

    One of its values is a date of the page: a day that the metadata name, or one behind a label of dates. Each other is
    a link, or what the metadata tell, too. A list of an event's facts has a value of another kind.
    """
    for element, span in region.spans.items():
        if element.tag == "dl" and span[1] - span[0] <= _MAX_FACTS:
            held = region.leaves[span[0] : span[1]]
            dates = {number for number, leaf in enumerate(held) if _is_value(leaf) and shows_day(leaf.text)}
            if _are_facts(held, dates, fields):
                yield from (span[0] + number for number in range(len(held)) if number not in dates)


def _are_facts(held: Sequence[Leaf], dates: set[int], fields: Fields) -> bool:
    own = own_days(fields)
    dated = any(
        names_day(held[number].text, own) or (number and is_beside(held[number - 1].text.rstrip(" :")))
        for number in dates
    )
    values = (leaf for number, leaf in enumerate(held) if number not in dates and _is_value(leaf))
    return dated and all(_is_fact(leaf, fields) for leaf in values)


def _is_value(leaf: Leaf) -> bool:
    return leaf.element.tag == "dd" or next(leaf.element.iterancestors("dd"), None) is not None


def _is_fact(leaf: Leaf, fields: Fields) -> bool:
    told = (*fields.authors, *fields.publishers, fields.section or "")
    return (leaf.is_link and not is_statement(leaf.text)) or leaf.text.casefold() in map(str.casefold, told)
