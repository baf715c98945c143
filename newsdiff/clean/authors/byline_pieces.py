"""The pieces of a line that bears a byline: the names, the dates beside them, and what goes from it."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from newsdiff.clean.authors.author_names import is_cased, is_name
from newsdiff.clean.authors.credit_lines import credit_of
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.fields.metadata import joins_names
from newsdiff.clean.fields.pieces import LinePiece, pieces, runs
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD, is_ago, is_beside, stamp
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language.dates import spans
from newsdiff.language.lists import weekdays
from newsdiff.model import Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

WORDS_BESIDE = 7  # words beside the names in one run of text with them
LEADS = 4  # letters of a word that may lead up to a name in an element of its own: By, Von, Text
MAIL = lazy_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")  # an address
_PARTICLE = 6  # letters of a small word between two elements of a name: della
_PLACE_WORDS = 2  # words of a place that stands behind a name and a comma


def cut_leaf(leaf: Leaf, cuts: Sequence[int] = ()) -> list[LinePiece]:
    """The pieces of a line, its dates and mail addresses cut out as well; ``cuts``: where else it is cut."""
    found = list(MAIL.finditer(leaf.text))
    starts = [piece.start for piece in pieces(leaf)] if found else []
    addresses = ((_start(match, starts), match.end()) for match in found)
    places = [place for span in (*spans(leaf.text), *addresses) for place in span]
    return _whole_names(leaf, pieces(leaf, [*places, *cuts]))


def _whole_names(leaf: Leaf, parts: Sequence[LinePiece]) -> list[LinePiece]:
    """Some pieces, those as one that are a name in several elements: ``GREGOR <span>MacINNES</span>``."""
    found: list[LinePiece] = []
    for part in parts:
        size = 2 if len(found) > 1 and _is_round_particle(leaf, found[-2], found[-1], part) else 1
        if size > 1 or (found and _is_parted_name(leaf, found[-1], part)):
            first = found[-size]
            found[-size:] = [first._replace(text=leaf.text[first.start : part.end], end=part.end)]
        else:
            found.append(part)
    return found


def _is_round_particle(leaf: Leaf, first: LinePiece, particle: LinePiece, last: LinePiece) -> bool:
    """Whether two pieces are one name with small words between them: ``<b>Aude</b> de <b>Kervilly</b>``."""
    small, before = particle.text.split(), first.text.split()[:-1]
    if first.line != last.line or particle.text.strip() in ("", ",") or not leaf.text[first.end].isspace():
        return False
    if not all(word.islower() and word.isalpha() and len(word) <= _PARTICLE for word in small):
        return False
    if joins_names(particle.text) or len(last.text.split()) > 2 or particle.owner is last.owner:
        return False
    opened = not before or (len(before) == 1 and patterns.is_byline(first.text))
    return opened and is_cased(first.text) and is_name(f"{first.text.split()[-1]} {last.text}")


def _is_parted_name(leaf: Leaf, first: LinePiece, last: LinePiece) -> bool:
    """Whether two pieces are the parts of one name, in an element and one inside it or in two of different classes."""
    if first.line != last.line or not leaf.text[first.end : last.start].isspace():
        return False
    *before, given = first.text.split()
    if not given[0].isupper() or not last.text[0].isupper() or given.endswith((",", ":")):
        return False
    merged = len(last.text.split()) == 1 and squeeze("".join(first.owner.itertext())) != first.text
    opened = len(before) == 1 and (merged or patterns.is_byline(first.text))
    if any(word[0].isupper() for word in before) and not opened:
        return False
    if len(last.text.split()) > 1 and is_name(last.text) and (not last.text.isupper() or given.isupper()):
        return False  # a name of its own: Reporter, Ida Lund; no family name in great letters: Mathilde, LE GOFF
    above, mine = last.owner.getparent(), last.owner
    if above is not first.owner and (
        above is not first.owner.getparent() or mine.tag != first.owner.tag or _kind(mine) == _kind(first.owner)
    ):
        return False
    return is_name(f"{given} {last.text}")


def _start(address: "re.Match[str]", starts: Sequence[int]) -> int:
    """Where an address begins: with its element, where a name is glued to it (``Ida Lund`` and ``ida@x.example``)."""
    return max(
        (n for n in starts if address.start() < n < address.start() + address[0].index("@")), default=address.start()
    )


def sorted_pieces(
    leaf: Leaf, parts: Sequence[LinePiece], wanted: Callable[[LinePiece], bool], language: str | None
) -> tuple[list[LinePiece], tuple[str, ...], tuple[Removed, ...]]:
    """The pieces that make the byline, the dates beside them, and the others with the reason why they go."""
    named = [part for part in parts if wanted(part)]
    paired = pairs_like(parts, named)
    kept: list[LinePiece] = []
    dates: list[LinePiece] = []
    removed: list[Removed] = []
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        before = parts[number - 1] if number else None
        if (
            wanted(part)
            or part in paired
            or _joins(part, following, wanted, bool(kept))
            or (kept and kept[-1] is before and _is_linked(before.text, part.text))
            or (kept and kept[-1] is before and _links(part.text, following))
        ):
            kept.append(part)
        elif (
            (following is not None and part.text.lower().strip(" ,") in weekdays() and stamp(following.text))
            or stamp(part.text)
            or (dates and dates[-1] is before and _is_clock(part.text))
        ):
            dates.append(part)
        elif (why := why_beside(part.text, language)) or not _runs_on(part, named):
            removed += [Removed(part.text, why or "role")] if any(map(str.isalnum, part.text)) else []
        else:
            kept.append(part)
    return kept, tuple(runs(leaf, dates)), tuple(removed)


def pairs_like(parts: Sequence[LinePiece], named: Sequence[LinePiece]) -> list[LinePiece]:
    """The other names of a line of pairs: each in an element like that of the first, which has a role behind it.

    The roles stand in elements of another kind, and all in the same; the last name may have none. Who made pictures is
    none of them.
    """
    first = next((part for part in named if is_name(part.text)), None)
    told = (part for part in parts if WORD.search(part.text) and not joins_names(part.text))
    owned = [part for part in told if part.owner.getparent() is not None]
    start = owned.index(first) if first in owned else len(owned)
    if first is None or start + 2 >= len(owned):
        return []
    role, above = owned[start + 1].owner, first.owner.getparent()
    inside = role.getparent() is above and _kind(role) != _kind(first.owner)
    place = owned[start + 1].text  # Ida Lund (Sund), Sam Poe (Vik)
    beside = role is above and (place[0] in "([," or len(place.split()) <= _PLACE_WORDS)
    if not (inside or beside) or stamp(owned[start + 1].text):
        return []
    found: list[LinePiece] = []
    for part, behind in zip_longest(owned[start + 2 :: 2], owned[start + 3 :: 2]):
        if _kind(part.owner) != _kind(first.owner) or part.owner.getparent() is not above or not is_name(part.text):
            break
        if stamp(part.text) or (behind is not None and _kind(behind.owner) != _kind(role)):
            break
        if behind is None and not _tells_kind(part.owner):
            break
        found += [] if behind is not None and is_of_pictures(behind.text) else [part]
    return found


def _tells_kind(element: Element) -> bool:
    """Whether a class or a link's folder tells elements of one kind from others of their tag."""
    return any(_kind(element)[1:])


def _kind(element: Element) -> tuple[str, ...]:
    """What tells elements of one kind from others: tag, class, and the folder that a link leads to."""
    return element.tag, element.get("class") or "", (element.get("href") or "").rpartition("/")[0]


def _runs_on(part: LinePiece, named: Sequence[LinePiece]) -> bool:
    """Whether a piece is the same run of text as a name, or goes on behind a name's element as a sentence does."""
    if any(part.owner is name.owner and part.line == name.line for name in named):
        return True
    words = len(WORD.findall(part.text))
    goes_on = part.text[0] in ",;" if words <= _PLACE_WORDS else part.text[0] in "([" or part.text[0].islower()
    if not goes_on or words > WORDS_BESIDE or is_beside(part.text):
        return False
    around = [owner for name in named if part.line == name.line for owner in name.owner.iterancestors()]
    if part.text[0] in "([" and credit_of(part.text.strip("()[]")):
        around += [owner for above in around[:1] for owner in above]
    return part.owner in around


def _links(text: str, following: LinePiece | None) -> bool:
    """Whether a piece is a word, or a sign for one, that links the name before it to the one behind: ``en``, ``&``."""
    told = text == "&" or (is_joint(text) and WORD.search(text) is not None)
    return told and following is not None and is_name(following.text) and not is_of_pictures(following.text)


def _is_linked(before: str, text: str) -> bool:
    """Whether a piece is a name that the one before it links to another: ``Ida Lund (text) and``, ``Sam Poe``."""
    words = before.split()
    links = before.endswith(("&", ",")) or (words[-1].islower() and len(words[-1]) <= LEADS)
    return links and len(words) <= WORDS_BESIDE and credit_of(text) is not None and is_name(text)


def _joins(part: LinePiece, following: LinePiece | None, wanted: Callable[[LinePiece], bool], begun: bool) -> bool:
    """Whether a piece only leads up to a name, or links two: By, Von, and, a comma."""
    words = WORD.findall(part.text)
    if following is None or not wanted(following) or (not words and not begun):
        return False
    small = len(words) == 1 and len(part.text) <= LEADS
    return len(words) <= 3 and (not words or small or words[-1][0].islower() or part.text.endswith((":", "：")))


def why_beside(text: str, language: str | None) -> str:
    """Why a piece beside a name is no part of a byline, or the empty string."""
    words = WORD.findall(text)
    if not words or is_label(text) or "@" in text:
        return "label"
    if date_lines.is_relative_time(text) or date_lines.is_reading_time(text) or is_ago(text, language):
        return "relative time"
    counts = patterns.is_counter(text) or patterns.is_position(text) or (words[0].isdigit() and len(words) <= 3)
    return "counter" if counts else ""


def _is_clock(text: str) -> bool:
    if date_lines.is_reading_time(text) or "@" in text or WORD.search(text) is None:
        return False
    return stamp(f"1.1.2000 {text}")


def joined_pieces(leaf: Leaf, kept: Sequence[LinePiece]) -> str:
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


def is_joint(text: str) -> bool:
    """Whether a piece only links two names: a comma, ``and``, ``&``."""
    words = WORD.findall(text)
    return not words or (len(words) == 1 and words[0].islower() and len(text) <= LEADS)
