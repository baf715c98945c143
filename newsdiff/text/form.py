"""What is mere form: the same words, spelled, capitalised, hyphenated or written with digits otherwise."""

import unicodedata

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.tokens import is_word, tokens
from newsdiff.text.typography import fold

_ABBREVIATION = lazy_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_THOUSANDS = lazy_pattern(r"(?<=\d)[, '](?=\d{3}(?!\d))")
_ORDINAL = lazy_pattern(r"(?<=\d)(?:st|nd|rd|th)$")
_OUR = lazy_pattern(
    r"(arm|behavi|cand|clam|col|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|ranc|rig|rum|sav|splend|tum|val|vap|vig)our"
)
_ISE = lazy_pattern(r"(?<=[a-z]{3}i|[a-z]{3}y)s(?=(?:e|ed|es|er|ers|ing|ations?|ational|able)$)")
_LL = lazy_pattern(r"(?<=[a-z][^aeiou][aeiou]l)l(?=(?:ed|ing|er|ers)$)")
_STRETCH_CHARACTERS = 24  # code points: no change of form makes a span longer or shorter by more
_DIGIT = lazy_pattern(r"[\d%]")
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SAME = {
    "centre": "center", "centres": "centers", "theatre": "theater", "theatres": "theaters", "defence": "defense",
    "offence": "offense", "licence": "license", "programme": "program", "programmes": "programs", "grey": "gray",
    "judgement": "judgment", "ageing": "aging", "catalogue": "catalog", "metre": "meter", "metres": "meters",
    "litre": "liter", "litres": "liters", "kilometre": "kilometer", "kilometres": "kilometers", "fibre": "fiber",
    "percent": "%", "sept": "september",
}  # fmt: skip
_SAME |= {m[:3]: m for m in _MONTHS if m[:3] not in ("mar", "may")} | {w: str(n) for w, n in _VALUES.items()}
_MARKS = frozenset(",.;:!?()[]/-")
"""Punctuation that a copy editor moves about; quotation marks are not among it: they say that words are someone's."""


def key(token: str) -> str:
    """A token as every style would write it: ``U.S.`` -> ``us``, ``1,000`` -> ``1000``, ``ten`` -> ``10``."""
    word = token.strip()
    if not (word.isascii() and word.isalpha()):
        return _key(fold(word).casefold())
    word = word.lower()
    return _SAME.get(word) or (_spelling(word) if len(word) > 4 else word)


def _key(word: str) -> str:
    if not is_word(word):
        return word
    if _ABBREVIATION.fullmatch(word):
        return word.replace(".", "")
    if _DIGIT.search(word):
        return _ORDINAL.sub("", _THOUSANDS.sub("", word))
    tens, _, unit = word.partition("-")
    if tens in _TENS and 0 < _VALUES.get(unit, 0) < 10:
        return str(_VALUES[tens] + _VALUES[unit])
    word = word.replace("-", "").replace("'", "")
    return _SAME.get(word) or _spelling(word)


def _spelling(word: str) -> str:
    if "our" in word:
        word = _OUR.sub(r"\1or", word)
    if "is" in word or "ys" in word:
        word = _ISE.sub("z", word)
    return _LL.sub("", word) if "ll" in word else word


def same_form(old: str, new: str) -> bool:
    """Whether two spans say the same in the same words, whatever their form."""
    if not _may_match(old, new):
        return False
    a, b = _keys(old), _keys(new)
    return a == b or "".join(a) == "".join(b) or (sorted(a) == sorted(b) and _is_date(a))


def _may_match(old: str, new: str) -> bool:
    """A cheap look that spares most spans the rest: they are about as long, and without digits begin alike."""
    if abs(len(old) - len(new)) > _STRETCH_CHARACTERS:
        return False
    return _first(old) == _first(new) or bool(_DIGIT.search(old) or _DIGIT.search(new))


def _first(text: str) -> str:
    """The first letter or digit, without case and accent; empty when there is none."""
    first = next(filter(str.isalnum, text), "").casefold()
    return first if first.isascii() else unicodedata.normalize("NFD", first)[0]


def _keys(text: str) -> list[str]:
    """The keys of the tokens that say something; ``per cent`` is one of them."""
    found = [k for t in tokens(text) if not t.isspace() and not set(k := key(t)) <= _MARKS]
    return _percent(found) if "per" in found else found


def _percent(keys: list[str]) -> list[str]:
    found: list[str] = []
    for word in keys:
        if word == "cent" and found and found[-1] == "per":
            found[-1] = "%"
        else:
            found.append(word)
    return found


def _is_date(keys: list[str]) -> bool:
    return not set(_MONTHS).isdisjoint(keys) and all(k in _MONTHS or k.isdigit() for k in keys)


def level(old: str, new: str) -> str:
    """How deep an edit goes: ``typography``, ``form`` or ``substance``."""
    if not (old and new):
        rest = (old or new).strip()
        return "typography" if not rest else "form" if _MARKS.issuperset(rest) else "substance"
    if not _may_match(old, new):
        return "substance"
    if fold(old) == fold(new):
        return "typography"
    return "form" if same_form(old, new) else "substance"
