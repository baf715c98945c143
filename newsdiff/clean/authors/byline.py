"""Who wrote the article, as the page shows it: the line that bears the names of its metadata, or one by its markup.

A line is believed because a name of the metadata stands in it, wherever its markup puts it: it may be a link, or stand
in a box of furniture. Where no such line is, one counts that opens as a byline does (``By ...``), or whose markup names
an author and whose shape is a name's. The name is kept with what stands in one run of text with it; roles, counters and
times in elements of their own are told apart. Never a byline: the credit of a picture, a role alone, a date.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from newsdiff.clean.authors.author_marks import ROLE, is_marked, says_author
from newsdiff.clean.authors.author_names import AuthorNames, is_name
from newsdiff.clean.authors.byline_pieces import (
    WORDS_BESIDE,
    cut_leaf,
    is_joint,
    joined_pieces,
    pairs_like,
    sorted_pieces,
    why_beside,
)
from newsdiff.clean.authors.byline_places import BylinePlace
from newsdiff.clean.authors.byline_team import LABEL_WORDS, others_beside
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credit_lines import credit_of
from newsdiff.clean.authors.credits import is_credit, is_of_pictures, names_pictures, opens_as_credit
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.pieces import LinePiece, spaced
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind

_LONGEST = 320  # characters of a leaf that may hold a byline: several authors, their roles, dates
_WORDS_BESIDE_BELOW = 2  # words beside the names below the text, and beside a name that is one word alone
_INSIDE = 3  # leaves of the text that may hold a byline with words beside the names
_PIECES_LIMIT = 60
_PARTING = " ,;"  # that part a byline from a date before it
_LAST_LINES = 2  # of the text, that open the zone below it
_TITLE_WORDS = 4  # of a link that is the title of another story


def find_bylines(found: Sequence[Leaf], zones: Sequence[range], text_start: int, fields: Fields) -> dict[int, Byline]:
    """The leaves that show who wrote the article: the zones are looked through in order, the first that has some wins.

    The last zone stands below the text: there, and ``_INSIDE`` leaves behind the start of the text, a line has to be
    next to nothing but a name of the metadata. The site's own name counts where nobody else is named.
    """
    persons, sites = AuthorNames.of(fields)
    search = _Search(found, zones, text_start, fields)
    return (
        search.bearing(persons)
        or search.told_by_the_page(of_site=False)
        or search.apart()
        or search.told_by_the_page(of_site=True)
        or search.shaped()
        or search.below()
        or search.bearing(sites)
    )


class _Search:
    """The lines of a page's zones, read in one way after the other."""

    def __init__(self, found: Sequence[Leaf], zones: Sequence[range], text_start: int, fields: Fields) -> None:
        self._found, self._zones, self._text, self._fields = found, zones, text_start, fields
        self._language = fields.language

    @cached_property
    def _place(self) -> BylinePlace:
        """Where lines stand; not asked of a page whose metadata names who wrote it."""
        return BylinePlace(self._found, self._zones[0], self._text, self._fields)

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
                return chosen | others_beside(self._found, max(chosen), zone)
        return {}

    def told_by_the_page(self, *, of_site: bool) -> dict[int, Byline]:
        """The line that opens as a byline does, or is marked as one; of the site's own name only below the headline."""
        for reading in (_by_opening, _by_markup):
            for zone in self._zones[:1] if of_site else self._zones[:-1]:
                for number in zone:
                    read = reading(self._found[number], self._language)
                    if read is not None and not self._place.is_barred(number, read.text, of_site=of_site):
                        return {number: read} | others_beside(self._found, number, zone)
        return {}

    def shaped(self) -> dict[int, Byline]:
        """The line that has the shape of a byline, where such stand."""
        for zone in self._zones[:-1]:
            for number in zone:
                if (read := self._by_shape(number)) is not None:
                    return {number: read} | others_beside(self._found, number, zone)
        return {}

    def apart(self) -> dict[int, Byline]:
        """A name in a box of its own behind one that opens as a byline does."""
        for zone in self._zones[:-1]:
            for number in zone:
                if number and (read := _apart(self._found[number - 1], self._found[number])) is not None:
                    return {number: read}
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
            if markup.marked(leaf, markup.AUTHOR) and (read := _by_markup(leaf, self._language)) is not None:
                return {} if self._place.is_barred(number, read.text, of_site=False) else {number: read}
        return {}

    def _by_shape(self, number: int) -> Byline | None:
        """A line of names, by its shape and by where it stands; what leads up to them may stand in a box before it."""
        leaf = self._found[number]
        if len(leaf.text) > _LONGEST or leaf.heading or _is_credit(leaf) or _is_told(leaf.text):
            return None
        if markup.marked(leaf, ROLE) or leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            return None
        parts = cut_leaf(leaf)
        first = next((part for part in parts if credit_of(part.text, self._language) and not stamp(part.text)), None)
        if first is None or len(parts) > _PIECES_LIMIT:
            return None
        kept, dates, removed = sorted_pieces(leaf, parts, lambda part: part is first, self._language)
        text, lead = joined_pieces(leaf, kept), self._lead(number)
        if is_of_pictures(lead):
            return None
        text = f"{lead} {text}" if lead else text
        credit = credit_of(text, self._language)
        paired = bool(pairs_like(parts, [first]))
        if credit is None or not self._place.allows(number, credit, dated=bool(dates), paired=paired):
            return None
        return Byline(text, dates, removed, "its shape and place")

    def _lead(self, number: int) -> str:
        """What stands in a box of its own before a name and leads up to it: ``Interview by``, ``Text:``."""
        leaf, before = self._found[number], self._found[number - 1] if number else None
        if before is None or before.heading or before.element.getparent() is not leaf.element.getparent():
            return ""
        words = before.text.split()
        if not 0 < len(words) <= LABEL_WORDS or not (words[-1].islower() or words[-1].endswith((":", "："))):
            return ""
        return before.text


def _is_outdone(chosen: Mapping[int, Byline], told: Sequence[str], names: AuthorNames) -> bool:
    """Whether the lines chosen for some names do not open as a byline does."""
    same = [byline.text for byline in chosen.values() if set(told).issuperset(names.within(byline.text))]
    return bool(same) and not any(map(patterns.is_byline, same))


def _apart(label: Leaf, leaf: Leaf) -> Byline | None:
    """A name in a box of its own behind one that opens as a byline does: ``Interview by``, ``Ida Lund``."""
    if leaf.heading or len(leaf.text) > _LONGEST or not is_name(leaf.text):
        return None
    text, above = f"{label.text} {leaf.text}", label.element.getparent()
    if len(WORD.findall(label.text)) > LABEL_WORDS or above is None or above is not leaf.element.getparent():
        return None
    return Byline(text, (), (), "its opening") if patterns.is_byline(text) else None


def _by_name(leaf: Leaf, names: AuthorNames, language: str | None, strict: bool) -> Byline | None:
    """A leaf that shows names of the metadata, and little else."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1:
        return None
    if not names.may_be_spelled_in(leaf.text):
        return None
    if not names.may_stand_in(leaf.text) and not names.may_stand_in(spaced(leaf)):
        return None
    parts = cut_leaf(leaf)
    if len(parts) > _PIECES_LIMIT:
        return None
    told = [name for part in parts for name in names.within(part.text)]
    if not told:  # a name in several elements
        leaf = replace(leaf, text=spaced(leaf))
        parts, told = [LinePiece(leaf.text, 0, len(leaf.text), leaf.element)], names.within(leaf.text)
    if not told or _is_credit(leaf):
        return None
    marked = is_marked(leaf)
    if not marked and all(names_pictures(part.text) for part in parts if names.within(part.text)):
        return None
    if _leads_up(parts, lambda part: bool(names.within(part.text))):
        return None
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: bool(names.within(part.text)), language)
    text = joined_pieces(leaf, kept)
    strong = names.are_strong(told)
    beside = len(WORD.findall(names.without(text if strong else leaf.text)))
    allowed = WORDS_BESIDE if strong and not strict else _WORDS_BESIDE_BELOW
    if beside > allowed or (patterns.is_sentence(text) and beside > _WORDS_BESIDE_BELOW):
        return None
    if names.are_of_site(told) and not marked and not patterns.is_byline(text):
        return None
    return Byline(text, dates, removed, "a name of the metadata")


def _by_opening(leaf: Leaf, language: str | None) -> Byline | None:
    """A leaf in which a piece opens as a byline does, or stands behind such an opening: ``von``, ``Ida Lund``."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1 or _is_credit(leaf) or _is_told(leaf.text):
        return None
    parts = cut_leaf(leaf)
    named = _behind_opening(parts, language) if len(parts) <= _PIECES_LIMIT else []
    if not named or _leads_up(parts, lambda part: part in named):
        return None
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: part in named, language)
    text = joined_pieces(leaf, kept)
    return Byline(text, dates, removed, "its opening") if patterns.is_byline(text) else None


def _leads_up(parts: Sequence[LinePiece], wanted: Callable[[LinePiece], bool]) -> bool:
    """Whether something is told before the name: a dek, or a text of which the name is a part."""
    before = takewhile(lambda part: not wanted(part), parts)
    return any(patterns.is_sentence(part.text) or len(WORD.findall(part.text)) > WORDS_BESIDE for part in before)


def _behind_opening(parts: Sequence[LinePiece], language: str | None) -> list[LinePiece]:
    """The pieces from a byline's opening on that are its names."""
    named: list[LinePiece] = []
    for before, part in zip([None, *parts], parts, strict=False):
        if named:
            if before is not named[-1] or not _goes_on(before.text, part.text):
                break
            named.append(part)
        elif patterns.is_byline(part.text.lstrip(_PARTING)):
            named = [part]
        elif (
            before is not None
            and patterns.is_byline(f"{before.text.lstrip(_PARTING)} {part.text}")
            and not why_beside(part.text, language)
        ):
            named = [before, part]
    while named and is_joint(named[-1].text):
        named.pop()
    return named


def _goes_on(before: str, text: str) -> bool:
    """Whether a piece behind a name links it to another, or is that other name."""
    return is_joint(text) or (
        is_name(text) and not is_of_pictures(text) and (is_joint(before) or before.endswith((",", "&")))
    )


def _by_markup(leaf: Leaf, language: str | None) -> Byline | None:
    """A leaf that its markup calls an author, and whose shape is a name's."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1 or _is_credit(leaf) or markup.marked(leaf, ROLE):
        return None
    if not is_marked(leaf) or _is_told(leaf.lines[0] if leaf.lines else leaf.text):
        return None
    parts = cut_leaf(leaf)
    own = [part for part in parts if says_author(part.owner, leaf.element)]
    first = own or [part for part in parts if not why_beside(part.text, language) and not stamp(part.text)][:1]
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: part in first, language)
    text = joined_pieces(leaf, kept)
    named = is_name(text) or credit_of(text, language) or (own and all(is_name(part.text) for part in own))
    return Byline(text, dates, removed, "its markup") if named else None


def _is_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose a picture is; what its markup calls an author's is none, whatever else that says."""
    if not is_credit(leaf) or leaf.kind is BlockKind.CAPTION or opens_as_credit(leaf.text):
        return leaf.kind is BlockKind.CAPTION or (opens_as_credit(leaf.text) and not markup.marked(leaf, markup.AUTHOR))
    if markup.marked(leaf, markup.AUTHOR):
        return False
    return markup.is_beside_picture(leaf) or not (is_name(leaf.text) or _is_led(leaf.text))


def _is_led(text: str) -> bool:
    """Whether a line says before a name what its bearer did, and that is no picture: ``Text: Ida Lund/Photo: Sam``."""
    credit = credit_of(text)
    return credit is not None and credit.led


def _is_told(text: str) -> bool:
    """Whether a text is a sentence: a name with a full stop is none."""
    return patterns.is_sentence(text) and not is_name(text.rstrip("."))
