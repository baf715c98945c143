"""Plain text, such as a saved page, to blocks: the same furniture by shape, with position in the place of markup."""

import re

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.opening import canonical
from newsdiff.errors import CleanError
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import plain
from newsdiff.model import Article, Block, BlockKind, Cleaned, Removed
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.mojibake import misread
from newsdiff.text.scrub import squeeze

_HEADER_LINES = 8  # lines within which a date, a headline and a byline are looked for
_HEADING_CHARACTERS = 90  # characters that a heading has at most
_MARKERS = tuple("•·‣▪●*+-")
_MARKER = lazy_pattern(r"(?:[•·‣▪●]|[*+-](?=\s+\S))\s*")
_WRAP_COLUMNS = (45, 100)  # columns between which a mail programme or a terminal wraps its lines


class _StoryLines(NamedTuple):
    """Line numbers: where the first and the last line stand that only an article can hold."""

    first: int
    last: int


def paragraphs(text: str) -> list[str]:
    """The units of a text: its lines, or its blank-line groups where lines were wrapped."""
    found: list[str] = []
    for group in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in group.split("\n") if line.strip()]
        wrapped = len(lines) > 1 and all(_WRAP_COLUMNS[0] <= len(line) <= _WRAP_COLUMNS[1] for line in lines[:-1])
        wrapped = wrapped and not any(patterns.is_sentence(line) for line in lines[:-1] if len(line) < 60)
        found += [" ".join(lines)] if wrapped else lines
    return [line for line in map(squeeze, found) if line]


def clean_lines(text: str, url: str) -> Cleaned:
    """An article saved as plain text, and what was taken out; raises CleanError when no text is left."""
    blocks, removed = _blocks_and_removed(paragraphs(text))
    if not blocks:
        raise CleanError("the text holds no article", "give a file that holds some text")
    blocks = canonical(blocks)
    cleaned = Cleaned(Article(url, blocks=tuple(blocks)), tuple(removed))
    return _with_sign(cleaned) if misread("\n".join(block.text for block in blocks)) else cleaned


def _with_sign(cleaned: Cleaned) -> Cleaned:
    """What was cleaned of a text whose characters were read wrongly."""
    from newsdiff.model import Sign, SignKind  # few texts bear a sign

    return cleaned._replace(signs=(Sign(SignKind.MISREAD),))


def _blocks_and_removed(lines: list[str]) -> tuple[list[Block], list[Removed]]:
    zones = _zones(lines)
    blocks: list[Block] = []
    removed: list[Removed] = []
    seen: set[BlockKind] = set()
    notes = [patterns.is_correction(line) for line in lines]
    reasons = ["" if notes[number] else _furniture(line, number, zones) for number, line in enumerate(lines)]
    for number, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        if reason:
            removed.append(Removed(line, reason))
            continue
        following = next((lines[n] for n in range(number + 1, len(lines)) if not reasons[n]), "")
        kind = _kind(line, number, zones, seen, following, note=notes[number])
        seen.add(kind)
        marker = _marker(line) if kind is BlockKind.LIST_ITEM else None
        blocks.append(Block(kind, line[marker.end() :] if marker else line))
    return blocks, removed


def _zones(lines: list[str]) -> _StoryLines:
    last = len(lines) - 1
    first = next((number for number, line in enumerate(lines) if _is_told(line)), None)
    if first is None:
        return _StoryLines(0, last)
    return _StoryLines(first, next(number for number in range(last, -1, -1) if _is_told(lines[number])))


def _is_told(line: str) -> bool:
    """Whether only an article can hold a line."""
    return patterns.is_sentence(line) and patterns.has_words(line, 4)


def _furniture(line: str, number: int, zones: _StoryLines) -> str:
    """Why a line that is no note on the text is furniture, or the empty string."""
    outside = number < zones.first or number > zones.last
    if not patterns.is_sentence(line) and (outside or _is_sure(line)) and is_label(line):
        return "label"
    if patterns.is_promo(line):
        return "promo"
    if date_lines.is_relative_time(line) or date_lines.is_reading_time(line):
        return "relative time"
    if patterns.is_counter(line):
        return "counter"
    if patterns.is_request(line):
        return "request"
    return "section" if outside and patterns.is_section_label(line) else ""


def _is_sure(line: str) -> bool:
    """Whether a label is one in the midst of a text too: a lone word (Image) may be a heading or an entry."""
    words = plain(line).strip(" .:")
    if _marker(line) or words in phrases("may be text"):
        return False
    return " " in words or words in phrases("advertisements")


def _kind(line: str, number: int, zones: _StoryLines, seen: set[BlockKind], following: str, *, note: bool) -> BlockKind:
    header = number <= zones.first and number < _HEADER_LINES
    titled = header and BlockKind.HEADLINE not in seen and not patterns.is_sentence(line)
    if note and not titled:
        return BlockKind.CORRECTION
    if date_lines.is_date(line):
        return BlockKind.DATE
    if header and BlockKind.HEADLINE not in seen and not patterns.is_statement(line) and len(line) <= 300:
        return BlockKind.BYLINE if patterns.is_byline(line) else BlockKind.HEADLINE
    if header and patterns.is_byline(line) and BlockKind.BYLINE not in seen:
        return BlockKind.BYLINE
    if _marker(line):
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if _is_heading(line, following) else BlockKind.PARAGRAPH


def _marker(line: str) -> "re.Match[str] | None":
    """What marks a line as an item of a list."""
    return _MARKER.match(line) if line.startswith(_MARKERS) else None


def _is_heading(line: str, following: str) -> bool:
    """Short, title-like, and followed by text: a sub-heading."""
    if len(line) > _HEADING_CHARACTERS or patterns.is_sentence(line) or line[-1] in ",;:—–-" or not line[0].isalnum():
        return False
    return len(following) > len(line) and patterns.is_sentence(following) and not line[0].islower()
