"""What a page claims of the day on which it was published and changed: many witnesses, one vote."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsdiff.clean.fields.linked_data import LinkedData
from newsdiff.clean.lines.claimed_dates import claimed_date
from newsdiff.clean.page.text_blocks import Element
from newsdiff.model import Witness
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

_META = {
    "published": listed(
        "article:published_time og:published_time og:article:published_time article:published:time og:pubdate"
        " datepublished article:published_date article:published article.published rnews:datepublished"
        " parsely-pub-date sailthru.date dc.date.issued dcterms.created dcterms.issued dc.date.created dcterms.date"
        " dc.date pubdate publishdate publish-date publish_date published-date publication_date publication-date"
        " cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_online_date"
        " article:create_time datecreated originalpublicationdate date_published date"
    ),
    "modified": listed(
        "article:modified_time og:updated_time og:modified_time article:modified:time article:modified"
        " article:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod revised"
    ),
}
_PROPERTIES = {"published": "datePublished", "modified": "dateModified"}
_CREATED = "dateCreated"  # what pages of some software mark instead
_DAY_IN_URL = lazy_pattern(r"(?<!\d)(20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY = 10  # characters of a day in ISO 8601


def read_dates(
    name: str, data: LinkedData, meta: dict[str, str], times: Sequence[Element], url: str
) -> tuple[str | None, list[Witness]]:
    """The date of a page in ISO 8601, ``name`` is ``published`` or ``modified``, and who says what of it.

    ``times``: the elements that ``marked_times`` found.
    The linked data are believed first, then meta elements, then what the visible page marks. A day that more kinds of
    witness name, the URL among them, beats that order; a time of that day beats the day alone.
    """
    told = [*_candidates(name, data, meta, times)]
    if not told:
        return None, []
    votes = _votes(told, url if name == "published" else "")
    day = max(votes, key=lambda day: len(votes[day]))  # the first of equals: the order of trust
    same = [value for _, value in told if value[:_DAY] == day]
    value = next((value for value in same if len(value) > _DAY), same[0])
    won = next(number for number, (_, said) in enumerate(told) if said == value)
    return value, [Witness(name, said, source, number == won) for number, (source, said) in enumerate(told)]


def _candidates(
    name: str, data: LinkedData, meta: dict[str, str], times: Sequence[Element]
) -> Iterator[tuple[str, str]]:
    """Where a date stands and the date, the most trusted first."""
    wanted = _PROPERTIES[name]
    values: list[tuple[str, Any]] = [(f"JSON-LD {wanted}", node.get(wanted)) for node in data.same]
    values += [(f"meta {key}", meta.get(key)) for key in _META[name]]
    values += [(f"{element.tag} {wanted}", found) for element, found in _in_markup(times, wanted)]
    if name == "published":
        values += [(f"{element.tag} {_CREATED}", found) for element, found in _in_markup(times, _CREATED)]
    for source, value in values:
        if (said := claimed_date(value)) is not None:
            yield source, said


def _votes(told: Sequence[tuple[str, str]], url: str) -> dict[str, set[str]]:
    """The kinds of witness for each day, the days in the order of trust."""
    votes: dict[str, set[str]] = {}
    for source, value in told:
        votes.setdefault(value[:_DAY], set()).add(source.partition(" ")[0])
    for named in days_in_address(url):
        if named in votes:
            votes[named].add("URL")
    return votes


def days_in_address(url: str) -> list[str]:
    """The days that the path of an address holds, as ISO 8601."""
    told = ("-".join(found) for found in _DAY_IN_URL.findall(url.split("?")[0]))
    return [day for day in told if claimed_date(f"{day}T00:00") is not None]


def marked_times(tree: Element) -> list[Element]:
    """Elements that may be marked as a date, by microdata, RDFa or ``pubdate``."""
    marks = {"itemprop", "property", "pubdate"}
    return [each for each in tree.iter("time", "span", "meta", "abbr") if not marks.isdisjoint(each.keys())]


def _in_markup(times: Sequence[Element], wanted: str) -> Iterator[tuple[Element, str]]:
    """Elements that are marked as the date, and what they say."""
    for element in times:
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}".split()
        named = any(mark.rpartition(":")[2] == wanted for mark in marks)
        if named or (wanted == "datePublished" and element.tag == "time" and element.get("pubdate") is not None):
            yield element, element.get("datetime") or element.get("content") or ""
