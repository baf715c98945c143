"""Telephone numbers in running text, however their figures are parted, and their one normal form."""

from collections.abc import Iterator

from newsdiff.text.lazy_pattern import lazy_pattern

_RUN = lazy_pattern(r"(?<![\w.,:/-])(?:\+|00)?\(?\d[\d ./()\u00a0\u202f\u2011-]{5,22}\d(?![\w%€$£])")
_GROUP = lazy_pattern(r"\d+")
_DATE = lazy_pattern(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b(?![./-]\d)|(?:19|20)\d\d(?:[./-]\d{1,2}[./-]\d{1,2}| ?[-/] ?\d{2,4})\b"
)
_LEAD = lazy_pattern(
    r"(?i)\b(?:t[eé]l(?:[eé]?f)?[a-zéôó]*|fax|hotline|whatsapp|handy|mobiel|num[eé]ro|n[uú]mero|\w*nummer)"
    r"\.?:?(?: \w+\.?)?\W*$"
)
_LEAD_CHARACTERS = 30  # before a number in which the word for it stands
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_LEAST_GROUPS = 3  # of a number that begins without a nought, a plus or a bracket
_LONG_GROUP = 5  # figures that people write as one, at most, in such a number
_TWO_DIGIT_CODES = (  # of countries; 1 and 7 are codes as well, and all others have three figures
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
    "90 91 92 93 94 95 98"
)


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the telephone numbers of a text begin and end; behind one may stand another in brackets."""
    if sum(map(str.isdecimal, text)) < _LEAST_DIGITS:  # most texts: the expression takes long to make
        return
    at = 0
    while run := _RUN.search(text, at):
        start, at = run.span()
        called = _LEAD.search(text, max(0, start - _LEAD_CHARACTERS), start) is not None
        head = run[0].rpartition(" (")[0]
        if _is_phone(run[0], called=called):
            yield start, at
        elif head and _is_phone(head, called=called):
            at = start + len(head)
            yield start, at


def phone_key(written: str) -> str:
    """A telephone number without what is not dialled inside its country.

    >>> phone_key("+49 (0)651 / 9779-2290") == phone_key("0651 97 79 22 90")
    True
    """
    digits = "".join(_GROUP.findall(written.replace("(0)", "")))
    if written[:1] == "+" or digits[:2] == "00":
        digits = digits.removeprefix("00")
        digits = digits[1 if digits[:1] in ("1", "7") else 2 if digits[:2] in _TWO_DIGIT_CODES.split() else 3 :]
    return digits.lstrip("0")


def _is_phone(run: str, *, called: bool) -> bool:
    """Whether figures with marks between them are dialled (for sure, where they are called so): no date, no amount, no
    years.
    """
    groups = _GROUP.findall(run)
    if not _LEAST_DIGITS <= sum(map(len, groups)) <= _MOST_DIGITS or _DATE.match(run.lstrip("(")):
        return False
    if called or run[0] in "+(" or run.startswith("00"):
        return True
    if run[0] == "0":
        return len(groups) > 1 and (len(groups[0]) > 1 or len(groups) > 3) and not (len(groups) == 2 and "." in run)
    if len(groups) < _LEAST_GROUPS or max(map(len, groups)) > _LONG_GROUP or "/" in run:
        return False
    thousands = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3
    years = any(len(g) == 4 and g[:2] in ("19", "20") for g in groups)
    return not thousands and not years and all(mark in " -\u00a0\u202f" for mark in run if not mark.isdigit())
