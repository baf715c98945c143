"""Dates, times and ages as a page shows them above its text: told from what stands in one leaf with them."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.clean.authors.author_names import is_name
from newsdiff.clean.authors.credits import names_pictures
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.pieces import pieces, runs, spaced
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.stamps import is_ago, is_beside, stamp
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language.dates import days
from newsdiff.language.lists import ago_words
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

if TYPE_CHECKING:
    from datetime import date

_FIGURES = lazy_pattern(r"(?<!\d)(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)")
_STARTS = lazy_pattern(r"(?<=[\s|,;])[(\[©]?(?=\S)")  # of words
_LONGEST = 160  # characters of a line that shows a day
_COUNT_WORDS = 2  # a figure, and what it counts
_LINE_WORDS = 12  # of a line that shows a date beside other things
_AROUND = " |·•,:–—-"  # marks that part a date from what stands beside it
_CREDIT_WORDS = 2  # of a credit: whose a picture is, and somebody
_MOST_PIECES = 6  # of a post's stamp


def shown_date(leaf: Leaf, kinds: Collection[BlockKind] = (BlockKind.PARAGRAPH,)) -> tuple[str, list[Removed]]:
    """The dates of a leaf that shows dates and little else, and what stands beside them; empty where it is none.

    Where the words beside a date are not known, only a leaf of those ``kinds`` is one.
    """
    if date_lines.is_date(leaf.text):
        return leaf.text, []
    if leaf.heading or leaf.kind not in kinds or not _has_figures(leaf.text):
        return "", []
    if (cut := _credit_behind(leaf.text)) > 0:
        return leaf.text[:cut].strip(_AROUND), [Removed(leaf.text[cut:].strip(), "credit")]
    parts = pieces(leaf)
    counts = [part for part in parts if _is_count(part.text)]
    if not stamp(spaced(leaf)) and not (counts and _are_stamps(part.text for part in parts if part not in counts)):
        return "", []
    told = [part for part in parts if stamp(part.text) or is_beside(part.text)]
    if not told:
        return spaced(leaf), []
    text = squeeze(date_lines.without_ages(" ".join(runs(leaf, told)))).strip(_AROUND)
    return text, [Removed(part.text, "beside a date") for part in parts if part not in told]


def _credit_behind(text: str) -> int:
    """Where in a line a credit begins that stands behind a date and nothing else; 0 where none does."""
    for start in (match.start() for match in _STARTS.finditer(text) if match.start()):
        rest = text[start:]
        if names_pictures(rest):
            before, words = text[:start].strip(_AROUND), rest.strip("() ").split()
            told = len(words) >= _CREDIT_WORDS and not any(map(str.isdigit, rest))
            return start if told and (date_lines.is_date(before) or stamp(before)) else 0
    return 0


def _is_count(text: str) -> bool:
    """Whether a piece counts something: ``3,100 words``."""
    words = text.split()
    return len(words) == _COUNT_WORDS and words[0][0].isdigit() and words[1].isalpha() and not stamp(text)


def _are_stamps(texts: Iterable[str]) -> bool:
    """Whether all texts are dates, or words beside these, and one is a date."""
    told = list(texts)
    return any(map(stamp, told)) and all(stamp(text) or is_beside(text) for text in told)


def shows_date(leaf: Leaf) -> bool:
    """Whether a line shows a date: and little else, or in an element that says so."""
    if shown_date(leaf)[0]:
        return True
    return not patterns.has_words(leaf.text, _LINE_WORDS) and next(leaf.element.iter("time"), None) is not None


def without_ages(leaf: Leaf, language: str | None) -> tuple[Leaf, list[Removed]]:
    """A leaf without pieces that tell how long ago something was, by the language's own words; empty text for none."""
    if not ago_words().get(language or ""):
        return leaf, []
    parts = pieces(leaf)
    ages = [part for part in parts if is_ago(part.text, language)]
    if not ages:
        return leaf, []
    text = " ".join(part.text for part in parts if part not in ages)
    return replace(leaf, text=text), [Removed(part.text, "relative time") for part in ages]


def _has_figures(text: str) -> bool:
    """Whether a text is short enough to show a day, and holds a digit."""
    return len(text) <= _LONGEST and any(map(str.isdigit, text))


def own_days(fields: Fields) -> "frozenset[date]":
    """The days on which the page says that it was published and changed."""
    told = " ".join(value[:10] for value in (fields.published, fields.modified) if value)
    return days(told) if told else frozenset()


def names_day(text: str, wanted: "frozenset[date]") -> bool:
    """Whether a text names one of those days, in words or in figures of whatever order."""
    if not wanted or not _has_figures(text):
        return False
    if not wanted.isdisjoint(days(text)):
        return True
    orders = [sorted((day.day, day.month, day.year % 100)) for day in wanted]
    return any(sorted(int(figure) % 100 for figure in figures) in orders for figures in _FIGURES.findall(text))


def post_stamp(leaf: Leaf) -> tuple[str, list[Removed]]:
    """The time of a post that its markup marks as one, and the name of its writer; empty where more is told there."""
    if leaf.heading or leaf.kind is not BlockKind.PARAGRAPH or next(leaf.element.iter("time"), None) is None:
        return "", []
    parts = pieces(leaf)
    times = [part for part in parts if part.owner.tag == "time" or stamp(part.text)]
    rest = [part for part in parts if part not in times]
    if not times or len(parts) > _MOST_PIECES or not all(stamp(f"1.1.2000 {part.text}") for part in times):
        return "", []
    if not all(is_name(part.text) for part in rest):
        return "", []
    return " ".join(runs(leaf, times)), [Removed(part.text, "beside a date") for part in rest]
