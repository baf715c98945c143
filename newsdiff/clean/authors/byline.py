"""Who wrote the article, as the page shows it: the lines that bear the names of its metadata, or the best
witnessed one.

A line is believed because a name of the metadata stands in it, wherever its markup puts it: it may be a link, or stand
in a box of furniture. Where no such line is, each line that has the shape of names is heard with its witnesses
(``byline_witnesses``), and the one of which most speaks is the byline. The name is kept with what stands in one run of
text with it; roles, counters and times in elements of their own are told apart. Never a byline: the credit of a
picture, a role alone, a date.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from newsdiff.clean.authors.author_marks import is_marked
from newsdiff.clean.authors.author_names import AuthorNames, is_cased, is_name
from newsdiff.clean.authors.byline_letters import lettered
from newsdiff.clean.authors.byline_pieces import WORDS_BESIDE, cut_leaf, joined_pieces, sorted_pieces
from newsdiff.clean.authors.byline_places import BylinePlace, near_pictures
from newsdiff.clean.authors.byline_reading import (
    LONGEST,
    PIECES_LIMIT,
    BylineReading,
    is_credit_line,
    leads_up,
    readings,
)
from newsdiff.clean.authors.byline_team import LABEL_WORDS, others_beside, rows_beside
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.byline_witnesses import Candidate, Hearing
from newsdiff.clean.authors.credit_lines import credit_of
from newsdiff.clean.authors.credits import names_pictures
from newsdiff.clean.authors.writers import is_of_writers
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.pieces import LinePiece, spaced
from newsdiff.clean.fields.site_names import SiteNames
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language import common_words
from newsdiff.language.lexicon import Dictionary
from newsdiff.model import BlockKind

_WORDS_BESIDE_BELOW = 2  # words beside the names below the text, and beside a name that is one word alone
_INSIDE = 3  # leaves of the text that may hold a byline with words beside the names
_LAST_LINES = 2  # of the text, that open the zone below it
_NEAR_END = 5  # lines of that zone in which a box may name the author whom no markup calls one
_TITLE_WORDS = 4  # of a link that is the title of another story


def find_bylines(found: Sequence[Leaf], zones: Sequence[range], text_start: int, fields: Fields) -> dict[int, Byline]:
    """The leaves that show who wrote the article: the zones are looked through in order, the first that has some wins.

    The last zone stands below the text: there, and ``_INSIDE`` leaves behind the start of the text, a line has to be
    next to nothing but a name of the metadata. The site's own name counts where nobody else is named.
    """
    persons, sites = AuthorNames.of(fields)
    search = _Search(found, zones, text_start, fields)
    told = search.bearing(persons) or search.voted() or search.lettered() or search.below() or search.bearing(sites)
    return search.persons_before(told) if names_no_person(told.values(), fields) else told


def names_no_person(bylines: Collection[Byline], fields: Fields) -> bool:
    """Whether bylines name an account, a desk or the site, and no person: ``By admin``, ``Por Redacción``."""
    sites = SiteNames(fields)
    known = common_words(fields.language)
    names = [name for byline in bylines for name in byline.names or ("",)]
    return bool(names) and all(name in sites or _is_desk(name, known) for name in names)


def _is_desk(name: str, known: frozenset[str] | Dictionary) -> bool:
    """Whether a name is one word, or says what its bearers do, or is made of common words: Our Reporter."""
    words = WORD.findall(name)
    told = len(words) == 1 or is_of_writers(name) or all(word.lower() in known for word in words)
    return is_cased(name) and told


def names_person(byline: Byline) -> bool:
    """Whether a byline has the shape of somebody's whole name, with what leads up to it."""
    credit = credit_of(byline.text)
    if byline.names:
        return all(map(is_name, byline.names))
    return is_name(byline.text) or (credit is not None and all(map(is_name, credit.names)))


class _Search:
    """The lines of a page's zones, read in one way after the other."""

    def __init__(self, found: Sequence[Leaf], zones: Sequence[range], text_start: int, fields: Fields) -> None:
        self._found, self._zones, self._text, self._fields = found, zones, text_start, fields
        self._language = fields.language

    @cached_property
    def _place(self) -> BylinePlace:
        """Where lines stand; not asked of a page whose metadata names who wrote it."""
        return BylinePlace(self._found, self._zones[0], self._text, self._fields, self._zones[-1])

    def voted(self) -> dict[int, Byline]:
        """The line of which most speaks; a line that calls the site the author is believed before mere places."""
        best, site = self._most(of_site=False), self._most(of_site=True)
        if site is not None and (best is None or not best.is_called):
            best = site
        if best is None:
            return {}
        number = best.one.number
        others = others_beside(self._found, number, range(len(self._found)))
        return {number: best.byline} | (others or rows_beside(self._found, number))

    def persons_before(self, told: dict[int, Byline]) -> dict[int, Byline]:
        """The line that names a person, as a byline above the text or among its first; else what was ``told``."""
        for heard in self._heard:
            one = heard.one
            placed = one.place.is_first(one.number) or (one.reading.opens and one.place.is_above_text(one.number))
            named = all(map(is_name, one.names)) and not names_no_person([heard.byline], self._fields)
            if placed and named and one.number not in told and heard.is_enough():
                return {one.number: heard.byline}
        return told

    def _most(self, *, of_site: bool) -> Hearing | None:
        """The first of the lines of which most speaks, the site's own or the others."""
        most: Hearing | None = None
        for heard in self._heard:
            if (most is None or heard.points > most.points) and heard.is_of_site == of_site and heard.is_enough():
                most = heard
        return most

    @cached_property
    def _heard(self) -> list[Hearing]:
        """What speaks for each line that may be read as a byline, in the order of the zones."""
        numbers = (number for zone in self._zones[:-1] for number in zone)
        return [
            Hearing(Candidate(self._place, number, reading)) for number in numbers for reading in self._readings(number)
        ]

    def _readings(self, number: int) -> Iterator[BylineReading]:
        leaf = self._found[number]
        portrayed = leaf.kind is BlockKind.CAPTION and any(
            is_name(alt) and alt.casefold() in leaf.text.casefold() for alt in near_pictures(leaf.element)
        )
        return readings(leaf, self._lead(number), self._language, self._place.sites, portrayed=portrayed)

    def bearing(self, names: AuthorNames) -> dict[int, Byline]:
        """The lines that bear these names of the metadata."""
        for zone in self._zones if names.all else ():
            below = zone is self._zones[-1]
            shown: set[str] = set()
            chosen: dict[int, Byline] = {}
            for number in zone:
                strict = below or number >= self._text + _INSIDE
                read = _by_name(self._found[number], names, self._language, strict)
                if read is None:
                    continue
                told = names.within(read.text)
                if not shown.issuperset(told) or (patterns.is_byline(read.text) and _is_outdone(chosen, told, names)):
                    chosen = {
                        n: other for n, other in chosen.items() if not set(told).issuperset(names.within(other.text))
                    }
                    shown.update(told)
                    chosen[number] = read
            if chosen:
                return others_beside(self._found, max(chosen), range(len(self._found))) | chosen
        return {}

    def lettered(self) -> dict[int, Byline]:
        """Letters between the headline and the text that stand for a writer or an agency."""
        for number in self._zones[0]:
            if not self._place.is_above_text(number):
                break
            dated = self._place.is_beside_date(number)
            if (told := lettered(self._found[number], self._language, self._place.sites, dated=dated)) is not None:
                return {number: told}
        return {}

    def below(self) -> dict[int, Byline]:
        """A line right below the text whose markup names an author: what stands behind a title is another story's."""
        zone = self._zones[-1]
        for number in zone:
            leaf = self._found[number]
            if number < zone.start + _LAST_LINES and not markup.AUTHOR.search(names_of(leaf.element)):
                continue
            if leaf.heading or (leaf.is_link and patterns.has_words(leaf.text, _TITLE_WORDS)):
                break
            for reading in self._readings(number):
                heard = Hearing(Candidate(self._place, number, reading))
                if (reading.marked or number < zone.start + _NEAR_END) and heard.signs_below():
                    return {number: heard.byline}
                if reading.marked and markup.marked(leaf, markup.AUTHOR):
                    return {}
        return {}

    def _lead(self, number: int) -> str:
        """What stands in a box of its own before a name and leads up to it: ``Interview by``, ``Text:``."""
        leaf, before = self._found[number], self._found[number - 1] if number else None
        if before is None or before.heading or before.element.getparent() is not leaf.element.getparent():
            return ""
        words = before.text.split()
        if not 0 < len(words) <= LABEL_WORDS or patterns.is_byline(before.text):
            return ""
        leads = words[-1].islower() or words[-1].endswith((":", "：")) or is_of_writers(before.text)
        return before.text if leads or patterns.is_byline(f"{before.text} {leaf.text}") else ""


def _is_outdone(chosen: Mapping[int, Byline], told: Sequence[str], names: AuthorNames) -> bool:
    """Whether the lines chosen for some names do not open as a byline does."""
    same = [byline.text for byline in chosen.values() if set(told).issuperset(names.within(byline.text))]
    return bool(same) and not any(map(patterns.is_byline, same))


def _by_name(leaf: Leaf, names: AuthorNames, language: str | None, strict: bool) -> Byline | None:
    """A leaf that shows names of the metadata, and little else."""
    if len(leaf.text) > LONGEST or leaf.heading == 1:
        return None
    if not names.may_be_spelled_in(leaf.text):
        return None
    if not names.may_stand_in(leaf.text) and not names.may_stand_in(spaced(leaf)):
        return None
    parts = cut_leaf(leaf)
    if len(parts) > PIECES_LIMIT:
        return None
    told = [name for part in parts for name in names.within(part.text)]
    if not told:  # a name in several elements
        leaf = replace(leaf, text=spaced(leaf))
        parts, told = [LinePiece(leaf.text, 0, len(leaf.text), leaf.element)], names.within(leaf.text)
    if not told or is_credit_line(leaf):
        return None
    marked = is_marked(leaf)
    if not marked and all(names_pictures(part.text) for part in parts if names.within(part.text)):
        return None
    if leads_up(parts, lambda part: bool(names.within(part.text))):
        return None
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: bool(names.within(part.text)), language)
    text = joined_pieces(leaf, kept)
    strong = names.are_strong(told)
    whole = text if strong else " ".join(part.text for part in parts if not stamp(part.text))
    beside = len(WORD.findall(names.without(whole)))
    allowed = WORDS_BESIDE if strong and not strict else _WORDS_BESIDE_BELOW
    if beside > allowed or (patterns.is_sentence(text) and beside > _WORDS_BESIDE_BELOW):
        return None
    if names.are_of_site(told) and not marked and not patterns.is_byline(text):
        return None
    return Byline(text, dates, removed, "a name of the metadata", tuple(told))
