"""Who wrote the article, as the page shows it: the line that bears the names of its metadata, or one by its markup.

A line is believed because a name of the metadata stands in it, wherever its markup puts it: it may be a link, or stand
in a box of furniture. Where no such line is, one counts that opens as a byline does (``By ...``), or whose markup names
an author and whose shape is a name's. The name is kept with what stands in one run of text with it; roles, counters and
times in elements of their own are told apart. Never a byline: the credit of a picture, a role alone, a date.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from newsdiff.clean.fields.author_names import AuthorNames, is_name
from newsdiff.clean.fields.byline_text import Byline
from newsdiff.clean.fields.credits import is_credit
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.pieces import LinePiece, pieces, runs, spaced
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD, is_ago, is_beside, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language.dates import spans
from newsdiff.language.lists import weekdays
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_LONGEST = 320  # characters of a leaf that may hold a byline: several authors, their roles, dates
_WORDS_BESIDE = 7  # words beside the names in one run of text with them
_WORDS_BESIDE_BELOW = 2  # the same below the text, and beside a name that is one word alone
_PLACE_WORDS = 2  # words of a place that stands behind a name and a comma
_LABEL_WORDS = 4  # before a colon, that say what somebody did
_INSIDE = 3  # leaves of the text that may hold a byline with words beside the names
_PIECES_LIMIT = 60
_ROLE = lazy_pattern(
    r"(?:^|[\s_-])(?:role|job|job-?title|position|occupation|affiliation|bio|description)(?:$|[\s_-])", re.IGNORECASE
)
_AUTHOR_PAGE = lazy_pattern(
    r"/(?:authors?|autor(?:en|es|i|a)?|auteurs?|writers?|profiles?|profil|people|persons?|staff|journalists?|reporters?"
    r"|contributors?|columnists?|redakteur(?:e|in)?|redaktion|firmas?|yazar(?:lar)?|forfatter|skribent|by)/[^/?#]",
    re.IGNORECASE,
)
_PARTING = " ,;"  # that part a byline from a date before it
_LEADS = 4  # letters of a word that may lead up to a name in an element of its own: By, Von, Text


def find_bylines(found: Sequence[Leaf], zones: Sequence[range], text_start: int, fields: Fields) -> dict[int, Byline]:
    """The leaves that show who wrote the article: the zones are looked through in order, the first that has some wins.

    The last zone stands below the text: there, and ``_INSIDE`` leaves behind the start of the text, a line has to be
    next to nothing but a name of the metadata.
    """
    names = AuthorNames(fields)
    for zone in zones:
        below = zone is zones[-1]
        shown: set[str] = set()
        chosen: dict[int, Byline] = {}
        for number in zone:
            strict = below or number >= text_start + _INSIDE
            read = _by_name(found[number], names, fields.language, strict)
            if read is not None and not shown.issuperset(told := names.within(read.text)):
                shown.update(told)
                chosen[number] = read
        if chosen:
            return chosen | _beside(found, max(chosen), zone)
    for reading in (_by_opening, _by_markup):
        for zone in zones[:-1]:
            for number in zone:
                if (read := reading(found[number], fields.language)) is not None:
                    return {number: read} | _beside(found, number, zone)
    for zone in zones[:-1]:
        for number in zone:
            if number and (read := _apart(found[number - 1], found[number])) is not None:
                return {number: read}
    return {}


def _apart(label: Leaf, leaf: Leaf) -> Byline | None:
    """A name in a box of its own behind one that opens as a byline does: ``Interview by``, ``Ida Lund``."""
    if leaf.heading or len(leaf.text) > _LONGEST or not is_name(leaf.text):
        return None
    text, above = f"{label.text} {leaf.text}", label.element.getparent()
    if len(WORD.findall(label.text)) > _LABEL_WORDS or above is None or above is not leaf.element.getparent():
        return None
    return Byline(text, (), (), "its opening") if patterns.is_byline(text) else None


def _beside(found: Sequence[Leaf], last: int, zone: range) -> dict[int, Byline]:
    """The line behind a byline, built like it, that links a name behind what it did: ``Translation: Ida Lund``."""
    if last + 1 not in zone:
        return {}
    byline, leaf = found[last].element, found[last + 1]
    label, colon, name = leaf.text.partition(": ")
    alike = (leaf.element.tag, leaf.element.get("class")) == (byline.tag, byline.get("class"))
    if not colon or not alike or leaf.element.getparent() is not byline.getparent():
        return {}
    linked = any(squeeze(a.text_content()) == name for a in leaf.element.iter("a"))
    if len(label.split()) > _LABEL_WORDS or not linked or not is_name(name):
        return {}
    return {last + 1: Byline(leaf.text, (), (), "built like the byline before it")}


def _by_name(leaf: Leaf, names: AuthorNames, language: str | None, strict: bool) -> Byline | None:
    """A leaf that shows names of the metadata, and little else."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1:
        return None
    if not names.may_be_spelled_in(leaf.text):
        return None
    if not names.may_stand_in(leaf.text) and not names.may_stand_in(spaced(leaf)):
        return None
    parts = _pieces(leaf)
    if len(parts) > _PIECES_LIMIT:
        return None
    told = [name for part in parts for name in names.within(part.text)]
    if not told:  # a name in several elements
        leaf = replace(leaf, text=spaced(leaf))
        parts, told = [LinePiece(leaf.text, 0, len(leaf.text), leaf.element)], names.within(leaf.text)
    if not told or _is_credit(leaf):
        return None
    marked = is_marked(leaf)
    if _leads_up(parts, lambda part: bool(names.within(part.text))):
        return None
    kept, dates, removed = _sorted(leaf, parts, lambda part: bool(names.within(part.text)), language)
    text = _joined(leaf, kept)
    strong = names.are_strong(told)
    beside = len(WORD.findall(names.without(text if strong else leaf.text)))
    allowed = _WORDS_BESIDE if strong and not strict else _WORDS_BESIDE_BELOW
    if beside > allowed or (patterns.is_sentence(text) and beside > _WORDS_BESIDE_BELOW):
        return None
    if names.are_of_site(told) and not marked and not patterns.is_byline(text):
        return None
    return Byline(text, dates, removed, "a name of the metadata")


def _by_opening(leaf: Leaf, language: str | None) -> Byline | None:
    """A leaf in which a piece opens as a byline does, or stands behind such an opening: ``von``, ``Ida Lund``."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1 or _is_credit(leaf) or patterns.is_sentence(leaf.text):
        return None
    parts = _pieces(leaf)
    named = _behind_opening(parts, language) if len(parts) <= _PIECES_LIMIT else []
    if not named or _leads_up(parts, lambda part: part in named):
        return None
    kept, dates, removed = _sorted(leaf, parts, lambda part: part in named, language)
    text = _joined(leaf, kept)
    return Byline(text, dates, removed, "its opening") if patterns.is_byline(text) else None


def _leads_up(parts: Sequence[LinePiece], wanted: Callable[[LinePiece], bool]) -> bool:
    """Whether something is told before the name: a dek, or a text of which the name is a part."""
    before = takewhile(lambda part: not wanted(part), parts)
    return any(patterns.is_sentence(part.text) or len(WORD.findall(part.text)) > _WORDS_BESIDE for part in before)


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
            and not _why(part.text, language)
        ):
            named = [before, part]
    while named and _is_joint(named[-1].text):
        named.pop()
    return named


def _is_joint(text: str) -> bool:
    """Whether a piece only links two names: a comma, ``and``, ``&``."""
    words = WORD.findall(text)
    return not words or (len(words) == 1 and words[0].islower() and len(text) <= _LEADS)


def _goes_on(before: str, text: str) -> bool:
    """Whether a piece behind a name links it to another, or is that other name."""
    return _is_joint(text) or (is_name(text) and (_is_joint(before) or before.endswith((",", "&"))))


def _by_markup(leaf: Leaf, language: str | None) -> Byline | None:
    """A leaf that its markup calls an author, and whose shape is a name's."""
    if len(leaf.text) > _LONGEST or leaf.heading == 1 or _is_credit(leaf) or markup.marked(leaf, _ROLE):
        return None
    if not is_marked(leaf) or patterns.is_sentence(leaf.text):
        return None
    parts = _pieces(leaf)
    own = [part for part in parts if _says_author(part.owner, leaf.element)]
    first = own or [part for part in parts if not _why(part.text, language) and not stamp(part.text)][:1]
    kept, dates, removed = _sorted(leaf, parts, lambda part: part in first, language)
    text = _joined(leaf, kept)
    return Byline(text, dates, removed, "its markup") if is_name(text) else None


def _is_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose a picture is; what its markup calls an author's is none, whatever else that says."""
    return is_credit(leaf) and (leaf.kind is BlockKind.CAPTION or not markup.marked(leaf, markup.AUTHOR))


def is_marked(leaf: Leaf) -> bool:
    """Whether the markup of a leaf, of what stands in it or of what is near round it names an author."""
    if markup.marked(leaf, markup.AUTHOR):
        return True
    inside = leaf.element.iter("a", "span", "address", "b", "strong", "em", "i")
    return any(_is_author(element) for element in (leaf.element, *inside, *_near(leaf.element)))


def _pieces(leaf: Leaf) -> list[LinePiece]:
    return pieces(leaf, [place for span in spans(leaf.text) for place in span])


def _sorted(
    leaf: Leaf, parts: Sequence[LinePiece], wanted: Callable[[LinePiece], bool], language: str | None
) -> tuple[list[LinePiece], tuple[str, ...], tuple[Removed, ...]]:
    """The pieces that make the byline, the dates beside them, and the others with the reason why they go."""
    named = [part for part in parts if wanted(part)]
    kept: list[LinePiece] = []
    dates: list[LinePiece] = []
    removed: list[Removed] = []
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        if wanted(part) or _joins(part, following, wanted, bool(kept)):
            kept.append(part)
        elif (
            (following is not None and part.text.lower().strip(" ,") in weekdays() and stamp(following.text))
            or stamp(part.text)
            or (dates and dates[-1] is parts[number - 1] and _is_clock(part.text))
        ):
            dates.append(part)
        elif (why := _why(part.text, language)) or not _runs_on(part, named):
            removed += [Removed(part.text, why or "role")] if any(map(str.isalnum, part.text)) else []
        else:
            kept.append(part)
    return kept, tuple(runs(leaf, dates)), tuple(removed)


def _runs_on(part: LinePiece, named: Sequence[LinePiece]) -> bool:
    """Whether a piece is the same run of text as a name, or goes on behind a name's element as a sentence does."""
    if any(part.owner is name.owner and part.line == name.line for name in named):
        return True
    words = len(WORD.findall(part.text))
    goes_on = part.text[0] in ",;" if words <= _PLACE_WORDS else part.text[0] in "([" or part.text[0].islower()
    if not goes_on or words > _WORDS_BESIDE or is_beside(part.text):
        return False
    return any(part.line == name.line and part.owner in name.owner.iterancestors() for name in named)


def _joins(part: LinePiece, following: LinePiece | None, wanted: Callable[[LinePiece], bool], begun: bool) -> bool:
    """Whether a piece only leads up to a name, or links two: By, Von, and, a comma."""
    words = WORD.findall(part.text)
    if following is None or not wanted(following) or (not words and not begun):
        return False
    small = len(words) == 1 and len(part.text) <= _LEADS
    return len(words) <= 3 and (not words or small or words[-1][0].islower() or part.text.endswith((":", "：")))


def _why(text: str, language: str | None) -> str:
    """Why a piece beside a name is no part of a byline, or the empty string."""
    words = WORD.findall(text)
    if not words or is_label(text) or "@" in text:
        return "label"
    if date_lines.is_relative_time(text) or date_lines.is_reading_time(text) or is_ago(text, language):
        return "relative time"
    counts = patterns.is_counter(text) or patterns.is_position(text) or (words[0].isdigit() and len(words) <= 3)
    return "counter" if counts else ""


def _is_clock(text: str) -> bool:
    return stamp(f"1.1.2000 {text}")


def _joined(leaf: Leaf, kept: Sequence[LinePiece]) -> str:
    """The text of the pieces that are kept, with what stands between neighbours."""
    text, end = "", 0
    for part in kept:
        text = f"{text}{_between(leaf.text[end : part.start], text[-1], part.text[0])}" if text else ""
        text, end = text + part.text, part.end
    return date_lines.split_byline(text.strip(" |·•,;–—-/&"))[0]


def _between(written: str, before: str, behind: str) -> str:
    """What stands between two pieces: as it is written, a space where they touch, a comma where others stood there."""
    if any(map(str.isalnum, written)):
        return " " if behind.islower() or not behind.isalnum() else ", "
    if not written and before.isalnum() and (behind.isalnum() or behind in "(["):
        return " "
    return "" if written.isspace() and behind in ",;." else written


def _near(element: Element) -> Iterator[Element]:
    for _ in range(2):
        element = element.getparent()
        if element is None or element.tag in ("article", "main", "body", "html"):
            return
        yield element


def _is_author(element: Element) -> bool:
    """Whether an element says that it is an author, or links to the page of one."""
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''} {element.get('property') or ''}".split()
    if any(mark.rpartition(":")[2] == "author" for mark in marks) or markup.AUTHOR.search(names_of(element)):
        return True
    return element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or "") is not None


def _says_author(owner: Element, block: Element) -> bool:
    """Whether the element of a piece, below its block, is an author's."""
    while owner is not None and owner is not block:
        if _is_author(owner):
            return not _ROLE.search(names_of(owner))
        owner = owner.getparent()
    return False
