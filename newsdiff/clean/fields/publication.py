"""The day of publication of a page that tells machines none: the lines that show it to readers, and its address.

A line between the headline and the text shows it, unless the words before the date speak of a later change; an
attribute there may tell the same for machines. An address that holds a day is believed before a line that shows
another: a page that is changed often shows the day of the change, and keeps its address.
"""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date

from newsdiff.clean.fields.claims import days_in_address
from newsdiff.clean.fields.pieces import pieces
from newsdiff.clean.fields.shown_dates import shows_date
from newsdiff.clean.lines.claimed_dates import claimed_date
from newsdiff.clean.lines.patterns import is_sentence
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names, said
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language.dates import spans
from newsdiff.language.lists import weekdays
from newsdiff.model import BlockKind, Witness
from newsdiff.text.lazy_pattern import lazy_pattern

_MACHINE = frozenset(("datetime", "content"))  # attributes that hold a moment
_DAY = 10  # characters of a day in ISO 8601
_UNSEEN = ("JSON-LD", "meta")  # kinds of witness that no reader sees
_STAMP_CHARACTERS = 120  # of a line that shows a day beside other things
_MARKS = lazy_pattern(r"\s*[|·•●▪]\s*")  # between a date and other things
_OF_THE_ARTICLE = lazy_pattern(
    r"(?:^|[\s_-])(?:(?:post|entry|article|story|news|field|pub|publish|publication|meta|created)[\s_-]*(?:date|time|data)"
    r"|published|publi(?:e|é|cado|cacion|cation|cerad|ceret|sert)|date-?line|datum|fecha|data|dato|datetime|timestamp)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FIGURES = lazy_pattern(r"(?<![\d.:/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?!\d)")
# How the words begin that call a date one of a change, in the languages of many pages.
_OF_A_CHANGE = lazy_pattern(
    r"\b(?:up-?dat|modif|chang|revis|edit(?!or|ion)|correct|last\b|latest|aktuali|geändert|bearbeit|zuletzt|stand\b"
    r"|mise? à jour|màj\b|maj\b|actuali|[uú]ltim|aggiorna|atuali|bijgewerkt|gewijzigd|uppdater|ändrad|opp?dater|endret"
    r"|sist\b|senest|päivit|muokat|zaktuali|zmieni|uprav|frissít|módosít|обновл|измен|оновл|змінен|güncel"
    r"|cập nhật|diperbarui|ενημέρωση|עודכן|تحديث|بروز|अपडेट|আপডেট|อัปเดต)|更新|修改|수정|업데이트|最終",
    re.IGNORECASE,
)


def shows_day(leaf: Leaf, *, above: bool) -> bool:
    """Whether a line shows a day: as a date does, with the time in a row of a list, or above the text beside others."""
    if shows_date(leaf):
        return True
    if leaf.kind is BlockKind.LIST_ITEM:
        return stamp(leaf.text) and ":" in leaf.text
    short = above and leaf.kind is BlockKind.PARAGRAPH and len(leaf.text) <= _STAMP_CHARACTERS
    return short and not is_sentence(leaf.text) and any(stamp(part.text) for part in pieces(leaf))


def time_of(claimed: Iterable[Witness], lines: Iterable[Leaf], language: str | None) -> Witness | None:
    """The time of a day of publication that the visible page marks without one, from the lines that show both.

    ``claimed``: what machines are told. A day in the head or in linked data is left as it is.
    """
    won = next((each for each in claimed if each.field == "published" and each.won), None)
    if won is None or len(won.value) > _DAY or won.source.startswith(_UNSEEN):
        return None
    day = won.value
    told = (value for leaf in lines for value in _told(leaf, language))
    value = next((value for value in told if value[:_DAY] == day and len(value) > _DAY), None)
    return Witness("published", value, "the day's time, shown above the text", won=True) if value else None


def publication(lines: Iterable[tuple[Leaf, bool]], address: str, language: str | None) -> Witness | None:
    """What a page shows of its day, the first that is believed.

    ``lines``: those above the text that show a date, each with whether it stands beside the byline, or below the
    headline and is not written as today's. A line is believed there, where its markup or a word before the date says
    what it is, and where the address names the same day: else it may show today's.
    """
    days = days_in_address(address)
    for leaf, beside in lines:
        for value in _told(leaf, language):
            if value[:_DAY] in days or (not days and (beside or _says_so(leaf))):
                return Witness("published", value, "shown above the text", won=True)
    return Witness("published", days[0], "URL", won=True) if days else None


def is_of_today(leaf: Leaf, language: str | None) -> bool:
    """Whether a date is written as pages write today's, too: without a time."""
    told = (*_told(leaf, language), *(claimed_date(text) or "" for text in _MARKS.split(leaf.text)))
    return not any("T" in value for value in told)


def _says_so(leaf: Leaf) -> bool:
    """Whether the markup of a line, or a word before its date, says that it is one of the article."""
    if any(told for told in _attributes(leaf.element, _MACHINE)) or markup.marked(leaf, _OF_THE_ARTICLE):
        return True
    if any(said(_OF_THE_ARTICLE, names(each)) for each in leaf.element.iter("span", "time", "abbr", "b", "em", "i")):
        return True
    before = leaf.text[: next((start for start, _ in spans(leaf.text)), len(leaf.text))].lower()
    words = [word for word in WORD.findall(before) if not word[0].isdigit()]
    return len(words) > 0 and not all(word in weekdays() for word in words)


def _told(leaf: Leaf, language: str | None) -> Iterator[str]:
    """The days of a line, as ISO 8601, without those of a change; what its attributes tell comes first."""
    text = leaf.text
    places = sorted({*spans(text), *(found.span() for found in _FIGURES.finditer(text))})
    ends = [0, *(end for _, end in places)]
    starts = [*(start for start, _ in places[1:]), len(text)]
    for before, (start, _), following in zip(ends, places, starts, strict=False):
        if _OF_A_CHANGE.search(text[before:start]):
            continue
        part = text[start:following] if len(places) > 1 else text
        behind = text[start:following]
        read = (claimed_date(each) for each in (part, behind, _MARKS.split(behind)[0]))
        value = next(filter(None, read), None) or _in_figures(text[start:], language)
        if value is not None:
            near = (told for told in _attributes(leaf.element) if _is_near(told, value))
            yield next((told for told in near if len(told) > _DAY or len(value) == _DAY), value)
            return
    if not places and not _OF_A_CHANGE.search(text):
        yield from _attributes(leaf.element, _MACHINE)
        if (value := claimed_date(text) or claimed_date(_MARKS.split(text)[0])) is not None:
            yield value


def _in_figures(text: str, language: str | None) -> str | None:
    """A day in figures that may be read in two ways: only English writes the month first."""
    found = _FIGURES.match(text)
    if found is None or language in (None, "en"):
        return None
    return claimed_date(f"{found[4]}-{int(found[3]):02}-{int(found[1]):02}{_clock(text[found.end() :])}")


def _clock(text: str) -> str:
    """The time of day that stands behind a date, for ISO 8601; empty where none does."""
    read = claimed_date(f"2000-01-01 {text}") or ""
    return read[_DAY:] if read.startswith("2000-01-01T") else ""


def _is_near(told: str, shown: str) -> bool:
    """Whether a moment is that of a shown day, or of the next to it: zones differ."""
    days = [date.fromisoformat(value[:_DAY]).toordinal() for value in (told, shown)]
    return abs(days[0] - days[1]) <= 1


def _attributes(element: Element, wanted: Container[str] | None = None) -> Iterator[str]:
    """The moments that attributes of a line's elements tell (those of some names), but for those of a change."""
    for each in element.iter():
        if not isinstance(each.tag, str) or _OF_A_CHANGE.search(" ".join(each.attrib.values()).replace("-", " ")):
            continue
        for name, value in each.attrib.items():
            if (wanted is None or name in wanted) and (told := claimed_date(value)) is not None:
                yield told
