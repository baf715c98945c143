"""What is mere form: the same words, spelled, capitalised, hyphenated or written with digits otherwise."""

import re

from newsdiff.text.tokens import is_word, tokens
from newsdiff.text.typography import fold

_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_OUR = re.compile(
    r"(arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend"
    r"|tum|val|vap|vig)our"
)
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)")
_YSE = re.compile(r"(?<=[a-z])ys(?=(?:e|ed|es|er|ers|ing)$)")
_DOUBLE = re.compile(r"(?<=[a-z]{3}[aeiou]l)l(?=(?:ed|ing|er|ers)$)")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SPELLINGS = {
    "centre": "center", "centres": "centers", "theatre": "theater", "theatres": "theaters", "defence": "defense",
    "offence": "offense", "licence": "license", "programme": "program", "programmes": "programs", "grey": "gray",
    "judgement": "judgment", "ageing": "aging", "catalogue": "catalog", "percent": "%", "metre": "meter",
    "metres": "meters", "litre": "liter", "litres": "liters", "tonne": "ton", "fibre": "fiber",
}  # fmt: skip
_MARKS = frozenset(",.;:!?()[]…/'-")
"""Punctuation that a copy editor moves about; quotation marks are not among it: they say that words are someone's."""


def canonical(token: str) -> str:
    """A token as every style would write it: ``U.S.`` -> ``us``, ``1,000`` -> ``1000``, ``ten`` -> ``10``.

    Punctuation that carries no statement becomes the empty string.
    """
    word = fold(token).casefold()
    if not is_word(word):
        return "" if set(word) <= _MARKS else word
    if _ABBREVIATION.fullmatch(word):
        return word.replace(".", "")
    if word[-1].isdigit() or word[0].isdigit() or not word.isalpha():
        word = _ORDINAL.sub(r"\1", _THOUSANDS.sub("", word))
        tens, _, unit = word.partition("-")
        if tens in _TENS and _NUMBERS.get(unit, 10) < 10:
            return str(_NUMBERS[tens] + _NUMBERS[unit])
        if not any(map(str.isdigit, word)):
            word = word.replace("-", "").replace("'", "'")
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    return _spelling(word)


def _spelling(word: str) -> str:
    word = _SPELLINGS.get(word, word)
    if "s" in word:
        word = _YSE.sub("yz", _ISE.sub("iz", word))
    if "our" in word:
        word = _OUR.sub(r"\1or", word)
    return _DOUBLE.sub("", word) if "ll" in word else word


def same_form(old: str, new: str) -> bool:
    """Whether two spans say the same in the same words, whatever their form."""
    a, b = ([c for t in tokens(s) if (c := canonical(t))] for s in (old, new))
    return a == b or "".join(a) == "".join(b).replace("percent", "%") or (sorted(a) == sorted(b) and _is_date(a))


def _is_date(words: list[str]) -> bool:
    return not _MONTHS.isdisjoint(words) and all(w in _MONTHS or w.isdigit() for w in words)


def level(old: str, new: str) -> str:
    """How deep an edit goes: ``typography``, ``form`` or ``substance``."""
    if fold(old) == fold(new):
        return "typography"
    return "form" if same_form(old, new) else "substance"
