"""What a line names, as a candidate for the byline: its names, and what the line itself shows of them.

The names are what stands behind a byline's opening, else what the markup calls an author, else the first piece that has
the shape of a name. They are kept with what stands in one run of text with them.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import takewhile

from newsdiff.clean.authors.author_marks import ROLE, is_marked, says_author
from newsdiff.clean.authors.author_names import NAME_WORDS, is_dense_name, is_name
from newsdiff.clean.authors.byline_pieces import (
    WORDS_BESIDE,
    cut_leaf,
    is_joint,
    joined_pieces,
    pairs_like,
    sorted_pieces,
    why_beside,
)
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credit_lines import Credit, credit_of
from newsdiff.clean.authors.credits import is_credit, is_of_pictures, opens_as_credit
from newsdiff.clean.fields.pieces import LinePiece
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind
from newsdiff.named_tuple import NamedTuple

LONGEST = 320  # characters of a leaf that may hold a byline: several authors, their roles, dates
PIECES_LIMIT = 60
_FEWEST_WORDS = 2  # of a line that names somebody: of a name, or of a name and what leads up to it
_TITLE_WORDS = 3  # of a link that is no label
_TAIL_WORDS = 10  # of a line that begins with a name and goes on
_PARTING = " ,;"  # that part a byline from a date before it


class BylineReading(NamedTuple):
    """A line read as a byline: the names in it, and whether it opens as one does, is marked as one, pairs names."""

    byline: Byline
    credit: Credit
    opens: bool = False
    marked: bool = False
    paired: bool = False
    tailed: bool = False  # other words stand behind the name, so that only a sure witness makes a byline of the line


def readings(
    leaf: Leaf, lead: str, language: str | None, sites: Container[str], *, portrayed: bool
) -> Iterator[BylineReading]:
    """The ways to read a line as a byline, the surest first.

    ``lead``: what stands before it in a box of its own and leads up to a name; ``sites``: names of the site, which may
    stand before somebody's; ``portrayed``: a picture beside the line bears its name, which makes a caption of it that
    names somebody and no more.
    """
    if len(leaf.text) > LONGEST or leaf.heading == 1 or (not leaf.lines and is_told(leaf.text)):
        return
    few = len(WORD.findall(leaf.text)) < _FEWEST_WORDS and not is_dense_name(leaf.text)
    if few or (is_credit_line(leaf) and not portrayed):
        return
    parts = cut_leaf(leaf)
    if len(parts) > PIECES_LIMIT:
        return
    parts = _behind_site(parts, sites)
    read = (_opened(leaf, parts, lead, language), _marked(leaf, parts, language), _shaped(leaf, parts, lead, language))
    yield from (found for found in (*read, _tailed(leaf)) if found is not None)


def _behind_site(parts: list[LinePiece], sites: Container[str]) -> list[LinePiece]:
    """The pieces of a line without the site's name before somebody's: ``<i>Harbour Post</i> <b>Ida Lund</b>``."""
    if (
        len(parts) > 1
        and parts[0].text in sites
        and (is_name(parts[1].text) or is_dense_name(parts[1].text))
        and parts[1].text not in sites
    ):
        return parts[1:]
    return parts


def _opened(leaf: Leaf, parts: Sequence[LinePiece], lead: str, language: str | None) -> BylineReading | None:
    """A line in which a piece opens as a byline does, or stands behind such an opening: ``von``, ``Ida Lund``."""
    if is_told(leaf.text):
        return None
    named = _behind_opening(parts, language)
    before = [part for part in parts if named and part.start < named[0].start]
    byline = _byline(leaf, parts[len(before) :], named, language) if named and not _tells(before) else None
    if byline is not None and before:
        _, dates, removed = sorted_pieces(leaf, before, [].__contains__, language)
        byline = Byline(byline.text, (*dates, *byline.dates), (*removed, *byline.removed), "")
    if byline is None and lead and is_name(leaf.text) and patterns.is_byline(f"{lead} {leaf.text}"):
        byline = Byline(f"{lead} {leaf.text}", (), (), "")
    if byline is None or not patterns.is_byline(byline.text):
        return None
    credit = credit_of(byline.text, language) or Credit((patterns.without_by(byline.text),), led=False)
    return BylineReading(byline, credit, opens=True, marked=is_marked(leaf))


def _marked(leaf: Leaf, parts: Sequence[LinePiece], language: str | None) -> BylineReading | None:
    """A line that its markup calls an author, and whose shape is a name's."""
    if not is_marked(leaf) or markup.marked(leaf, ROLE) or is_told(leaf.lines[0] if leaf.lines else leaf.text):
        return None
    own = [part for part in parts if says_author(part.owner, leaf.element)]
    named = own or [part for part in parts if not why_beside(part.text, language) and not stamp(part.text)][:1]
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: part in named, language)
    byline = Byline(joined_pieces(leaf, kept), dates, removed, "")
    credit = credit_of(byline.text, language)
    named_all = (
        is_name(byline.text) or is_dense_name(byline.text) or (bool(own) and all(is_name(part.text) for part in own))
    )
    if credit is None and not named_all:
        return None
    credit = credit or Credit(tuple(part.text for part in own) or (byline.text,), led=False)
    return BylineReading(byline, credit, marked=True)


def _shaped(leaf: Leaf, parts: Sequence[LinePiece], lead: str, language: str | None) -> BylineReading | None:
    """A line of names, with what leads up to them; that may stand in a box before it."""
    if leaf.heading or is_told(leaf.text) or markup.marked(leaf, ROLE) or is_of_pictures(lead):
        return None
    first = next((part for part in parts if credit_of(part.text, language) and not stamp(part.text)), None)
    byline = _byline(leaf, parts, [first], language) if first else None
    if first is None or byline is None or any(map(_is_title, takewhile(lambda part: part is not first, parts))):
        return None
    byline = byline._replace(text=f"{lead} {byline.text}") if lead else byline
    credit = credit_of(byline.text, language)
    return BylineReading(byline, credit, paired=bool(pairs_like(parts, [first]))) if credit else None


def _tailed(leaf: Leaf) -> BylineReading | None:
    """A line that begins with a name and goes on with small words: ``Ida Lund on the old harbour``."""
    words = leaf.text.split()
    name = list(takewhile(lambda word: word[:1].isupper() and word.strip(".-’'").isalpha(), words[: NAME_WORDS + 1]))
    if leaf.heading or not len(name) < len(words) <= _TAIL_WORDS or not 1 < len(name) <= NAME_WORDS:
        return None
    if patterns.is_sentence(leaf.text) or not words[len(name)].islower():
        return None
    return BylineReading(Byline(leaf.text, (), (), ""), Credit((" ".join(name),), led=False), tailed=True)


def _byline(leaf: Leaf, parts: Sequence[LinePiece], named: Sequence[LinePiece], language: str | None) -> Byline | None:
    """What the pieces that name somebody make of a line; None where something is told before them."""
    if leads_up(parts, lambda part: part in named):
        return None
    kept, dates, removed = sorted_pieces(leaf, parts, lambda part: part in named, language)
    return Byline(joined_pieces(leaf, kept), dates, removed, "")


def leads_up(parts: Sequence[LinePiece], wanted: Callable[[LinePiece], bool]) -> bool:
    """Whether something is told before the name: a dek, or a text of which the name is a part."""
    return _tells(list(takewhile(lambda part: not wanted(part), parts)))


def _tells(before: Sequence[LinePiece]) -> bool:
    return any(patterns.is_sentence(part.text) or len(WORD.findall(part.text)) > WORDS_BESIDE for part in before)


def _is_title(part: LinePiece) -> bool:
    """Whether a piece is a link of several words that name nobody: the title of another story."""
    linked = part.owner.tag == "a" or next(part.owner.iterancestors("a"), None) is not None
    told = len(WORD.findall(part.text)) >= _TITLE_WORDS and not is_name(part.text)
    return linked and told and not stamp(part.text)


def _behind_opening(parts: Sequence[LinePiece], language: str | None) -> list[LinePiece]:
    """The pieces from a byline's opening on that are its names."""
    named: list[LinePiece] = []
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        if named:
            if before is not named[-1] or not _goes_on(named[-1].text, part.text):
                break
            named.append(part)
        elif patterns.is_byline(part.text.lstrip(_PARTING)) and not _is_tied(parts, number):
            named = [part]
        elif (
            before is not None
            and patterns.is_byline(f"{before.text.lstrip(_PARTING)} {part.text}")
            and not (why_beside(part.text, language) or _is_tied(parts, number - 1))
        ):
            named = [before, part]
    while named and is_joint(named[-1].text):
        named.pop()
    return named


def _is_tied(parts: Sequence[LinePiece], number: int) -> bool:
    """Whether a piece goes on behind a name and a comma: ``, de Santos, e`` behind ``Ida Lund`` opens nothing."""
    return number > 0 and parts[number].text[0] in _PARTING and is_name(parts[number - 1].text)


def _goes_on(before: str, text: str) -> bool:
    """Whether a piece behind a name links it to another, or is that other name."""
    return is_joint(text) or (
        is_name(text) and not is_of_pictures(text) and (is_joint(before) or before.endswith((",", "&")))
    )


def is_credit_line(leaf: Leaf) -> bool:
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


def is_told(text: str) -> bool:
    """Whether a text is a sentence: a name with a full stop is none."""
    return patterns.is_sentence(text) and not is_name(text.rstrip("."))
