"""Words for who writes: reporters, correspondents, editors. Most languages share their stems."""

import re

from newsdiff.text.lazy_pattern import lazy_pattern

_DESK_CHARACTERS = 24
_OF_WRITERS = lazy_pattern(
    r"journal|[ck]orr?espon|r[eé]da(?:[ck][tc]|z|ç)|report|rep[oó]rter|verslaggev"
    r"|\b(?:by-?line|writer|written|author|editor|columnist|kolumn|autor|auteur|autrice|verfass|giornalist|inviat[oa]\b"
    r"|envoyée?s? sp|periodist|cronist|jornalist|dziennikar|toimittaja|kirjoit|skribent|forfatter|yazar|muhabir"
    r"|újságíró|szerkeszt|tudósít|novinář|ziarist|wartawan|penulis|phóng viên|автор|журналист|журналіст|корреспонд"
    r"|кореспонд|редак[тц]|обозрева|оглядач|репорт|συντάκτ|δημοσιογράφ|ανταποκριτ|مراسل|محرر|כתב(?:ת|נו)?\b|מאת\b"
    r"|संवाददाता|लेखक|প্রতিবেদক)|기자|특파원|記者|记者|特派員|特派员|通讯员|通訊員|作者|撰文|撰稿",
    re.IGNORECASE,
)


def is_of_writers(text: str) -> bool:
    """Whether a short text beside a name says that its bearer writes."""
    return _OF_WRITERS.search(text) is not None


def is_desk_line(line: str) -> bool:
    """Whether a line is a word or two for those who write, and names nobody: ``Redaktion``."""
    return len(line) <= _DESK_CHARACTERS and len(line.split()) <= 2 and is_of_writers(line)
