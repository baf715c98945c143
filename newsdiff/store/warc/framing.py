"""Where records begin and end in a section, and whether what follows bears that out."""

import re
from dataclasses import dataclass

from newsdiff.store.warc.header import RecordHead, head_at
from newsdiff.store.warc.sections import Gap, Section
from newsdiff.store.warc.unpacking import Damage

_STEP_BYTES = 1 << 16
_TAIL_BYTES = 1 << 10
_NEWLINES = re.compile(rb"[\r\n]*")
_WARC_BEGIN = rb"WARC/\d\.\d{1,2}[ \t]*\r?\n(?=[A-Za-z-]{1,40}:)"  # behind a cut record it begins no line
_ARC_BEGIN = rb"[a-z]{3,8}:\S{1,8000} (?:[0-9A-Fa-f.:]{2,45}|-) \d{14} "
_WARC = re.compile(_WARC_BEGIN)
_EITHER = re.compile(rb"%s|(?<=\n)%s" % (_WARC_BEGIN, _ARC_BEGIN))
_ARC = re.compile(_ARC_BEGIN)
_LIKE_A_HEAD = re.compile(rb"^WARC-(?:Type|Date|Record-ID|Target-URI)[ \t]*:", re.MULTILINE)
_LONGEST_BEGIN_BYTES = 1 << 13
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """One record's place: its head, whether all its bytes are there, and whether a record or the end follows them."""

    at: int
    head: RecordHead
    whole: bool
    ends: bool

    @property
    def stop(self) -> int:
        """Where its block ends, by its own word."""
        return self.head.block_at + self.head.length


def frame_at(section: Section, at: int) -> Frame | Gap | None:
    """What stands at a place of a section, past line breaks: a record, a gap up to the next one, or no more."""
    while (blank := _NEWLINES.match(section.source.read(at, _TAIL_BYTES))) and blank.end():
        at += blank.end()
    if at >= section.length or not section.source.read(at, 1):
        return None
    head = head_at(section, at)
    if head is None:
        return Gap(at, search(section, at + 1))
    stop = head.block_at + head.length
    whole = stop <= section.length
    return Frame(at, head, whole, whole and _ends(section, stop, head))


def search(section: Section, start: int) -> int:
    """Where the next record begins from ``start`` on, or the section's end; in a WARC file no ARC is looked for."""
    pattern = _WARC if section.source.read(0, 5) == b"WARC/" else _EITHER
    at = start - 1  # for the look at what stands before it
    held = section.source.read(at, _STEP_BYTES)
    while True:
        if found := pattern.search(held, 1):
            return at + found.start()
        gone = max(0, len(held) - _LONGEST_BEGIN_BYTES)
        at, held = at + gone, held[gone:]
        piece = section.source.read(at + len(held), _STEP_BYTES)
        if not piece:
            return section.length
        held += piece


def _ends(section: Section, stop: int, head: RecordHead) -> bool:
    """Whether a record or the end follows a block, so that its length is no chance.

    In a damaged file the next head may itself be damaged, or be zeros; that it was one can still be seen.
    """
    tail = section.source.read(stop, _TAIL_BYTES)
    if head.is_arc:
        return not tail or (tail.startswith(b"\n") and (not tail.strip() or _ARC.match(tail.lstrip()) is not None))
    if _END.startswith(tail):
        return section.damage is Damage.NONE or tail == _END
    rest = tail.lstrip(b"\r\n")
    if not tail.startswith((_END, b"\n\n")):
        return False
    return not rest or rest.startswith((b"WARC/", b"\0")) or _LIKE_A_HEAD.search(rest) is not None
