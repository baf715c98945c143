"""The heads of records, in WARC and in ARC, and of HTTP answers: names and values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newsdiff.store.warc.sections import Section

_HEAD_BYTES = (1 << 12, 1 << 16)  # read first, and where that is too little
_VERSION = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n")
_BLANK = re.compile(rb"\n\r?\n")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*)")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_LENGTH = re.compile(r"\d{1,15}")
# URL IP-address date type [more] length
_ARC_LINE = re.compile(
    rb"([a-z]{3,8}:\S[^\r\n]{0,8000}?) ([0-9A-Fa-f.:]{2,45}|-) (\d{14}) (\S+)(?: [^\r\n]{0,1000})? (\d{1,15})\r?\n"
)
# 2025-03-12T10:00:00Z, .123456789Z, +01:00; ARC's 20250312100000
_DATE = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The head of a record: its fields by lower-case name, where its block begins, and how long that says to be."""

    fields: Mapping[str, str]
    block_at: int
    length: int
    is_arc: bool = False


def head_at(section: Section, at: int) -> RecordHead | None:
    """The head that stands at a place of a section; None when none does, or not a whole one."""
    for size in _HEAD_BYTES:
        raw = section.source.read(at, size)
        version = _VERSION.match(raw)
        if version is None:
            return _arc_head(raw, at)
        if end := _BLANK.search(raw, version.end() - 1):
            return _warc_head(raw[version.end() : end.start()], at + end.end())
    return None


def _warc_head(raw: bytes, block_at: int) -> RecordHead | None:
    pairs = fields(raw, strict=True)
    if pairs is None:
        return None
    lengths = {value for name, value in pairs if name.lower() == "content-length"}
    if len(lengths) != 1 or not _LENGTH.fullmatch(length := lengths.pop()):
        return None
    return RecordHead({name.lower(): value for name, value in reversed(pairs)}, block_at, int(length))


def _arc_head(raw: bytes, at: int) -> RecordHead | None:
    """The line before an ARC's record, told in the names of WARC."""
    line = _ARC_LINE.match(raw)
    if line is None:
        return None
    url, _, date, kind, length = (part.decode("utf-8", "replace") for part in line.groups())
    told = {"warc-target-uri": url, "warc-date": date, "content-type": kind}
    is_file = url.startswith("filedesc:")
    told["warc-type"] = "warcinfo" if is_file else "response"
    return RecordHead(told, at + line.end(), int(length), is_arc=True)


def fields(raw: bytes, *, strict: bool = False) -> list[tuple[str, str]] | None:
    """Names and values, a line each; a line that is none is passed over, or, if strict, spoils them all: None."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    found: list[tuple[str, str]] = []
    for line in (line.removesuffix("\r") for line in text.split("\n")):
        if line[:1] in (" ", "\t") and found:  # it goes on
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif (field := _FIELD.fullmatch(line)) and not (strict and _CONTROL.search(field[2])):
            found.append((field[1], field[2].strip()))
        elif strict and line:
            return None
    return found


def date(text: str) -> datetime | None:
    """A record's date, in UTC; None when it is no time, or only a day."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    *parts, fraction, sign, hours, minutes = found.groups()
    year, month, day, hour, minute, second = map(int, parts)
    try:
        moment = datetime(year, month, day, hour, minute, second, int((fraction or "0").ljust(6, "0")[:6]), UTC)
        ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return moment + ahead if sign == "-" else moment - ahead
    except (ValueError, OverflowError):
        return None
