"""Bytes to text as a browser reads them, and the signs of a wrong reading."""

import codecs
import re

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = lazy_pattern(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = lazy_pattern(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_PRESCAN_BYTES = 4096  # bytes; browsers look at 1024, pages with long heads put it later
# WHATWG: these labels mean windows-1252; "utf-16" in a meta element can only be wrong, and means UTF-8.
_LATIN = frozenset(listed("iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii cp819 ansi_x3.4-1968"))
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
}
_ALIASES |= {
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
_WIDE_SHARE = 0.25  # of the units at the beginning of a page in UTF-16 that hold a NUL: its markup is ASCII
_WIDE_LABELS = {"utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
# Python's own, and those that browsers refuse: what is written in them looks like another text to everybody else.
_NO_CHARSETS = frozenset(
    listed("utf-7 utf-32 utf-32-be utf-32-le idna punycode undefined unicode_escape raw-unicode-escape unicode-escape")
)
_HOLES = b"\x81\x8d\x8f\x90\x9d"


def decode(body: bytes | str, content_type: str = "") -> str:
    """The text of a page: BOM, header, meta element, then detection, in the order of WHATWG's encoding sniffing.

    One step beside it: bytes that are valid UTF-8 throughout, and not ASCII, are UTF-8 whatever a label says; no
    legacy text of a page's length is so by chance, and a server whose label comes and goes makes no edit. UTF-16 is
    told by its bytes too: a label seldom says which end comes first.
    """
    if isinstance(body, str):
        return body
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    if not body.isascii():
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass  # so it is one of the others
    return _read(body, _labelled(body, content_type) or _detect(body))


def as_utf8(body: bytes, content_type: str = "") -> bytes:
    """A page's or a list's text in UTF-8, without a byte order mark, whatever it was sent in."""
    return decode(body, content_type).encode("utf-8", "replace")


def _wide(body: bytes) -> str:
    """The kind of UTF-16 that a body without a byte order mark is in, by where its NULs stand; mostly empty."""
    head = body[: _PRESCAN_BYTES & ~1]
    low, high = head[1::2].count(0), head[::2].count(0)
    if max(low, high) > _WIDE_SHARE * len(head) / 2 and min(low, high) < max(low, high) / 8:
        return "utf-16-le" if low > high else "utf-16-be"
    return ""


def _labelled(body: bytes, content_type: str) -> str:
    """The codec that header or meta element name, or the empty string."""
    meta = _META.search(body[:_PRESCAN_BYTES])
    header = _HEADER.search(content_type)
    label = header[1].lower() if header else ""
    if label in _WIDE_LABELS and not body.isascii():
        return _WIDE_LABELS[label]
    named = (label, (meta[1] or meta[2]).decode("ascii") if meta else "")
    return next(filter(None, map(_codec, named)), "")


def _codec(label: str) -> str:
    """Python's name for a charset label, or the empty string for one that nobody knows."""
    label = label.strip().lower()
    if label in _LATIN:
        return "cp1252"
    if label.startswith("utf-16"):
        return "utf-8"
    label = _ALIASES.get(label, label)
    try:
        info = codecs.lookup(label)
    except LookupError:
        return ""
    return info.name if info._is_text_encoding and info.name not in _NO_CHARSETS else ""


def _read(body: bytes, name: str) -> str:
    """Decode; windows-1252 leaves five bytes undefined, which a browser passes over."""
    return (body.translate(None, _HOLES) if name == "cp1252" else body).decode(name, "replace")


def _detect(body: bytes) -> str:
    """The codec that the bytes themselves suggest."""
    if body.isascii():
        return "utf-8"
    from resiliparse.parse.encoding import detect_encoding

    return _codec(detect_encoding(body, html5_compatible=True) or "") or "cp1252"
