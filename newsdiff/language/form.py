"""What is mere form: the same words, spelled, capitalised, hyphenated or written with digits otherwise."""

import re
from functools import cache, lru_cache

from newsdiff.language.lists import spelled, spellings
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.tokens import is_word, tokens
from newsdiff.text.typography import fold

_ABBREVIATION = lazy_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]?", needs=".")
_THOUSANDS = lazy_pattern(r"(?<=\d)[, '](?=\d{3}(?!\d))")
_CODE = lazy_pattern(r"(?<=[a-z])-(?=\d)", needs="-")  # AK-47, AK47
_ISE = lazy_pattern(r"(?<=[a-z]{3}i|[a-z]{3}y)s(?=(?:e|ed|es|er|ers|ing|ations?|ational|able)$)")
_LL = lazy_pattern(r"(?<=[a-z][^aeiou][aeiou]l)l(?=(?:ed|ing|er|ers)$)")
_STRETCH_CHARACTERS = 24  # code points: no change of form makes a span longer or shorter by more
_REMEMBERED = 8192  # tokens: an article holds a thousand different ones, and so does its next version
_DIGIT = lazy_pattern(r"[\d%]")
_MARKS = frozenset(",.;:!?()[]/-")
"""Punctuation that a copy editor moves about; quotation marks are not among it: they say that words are someone's."""


class _Spellings(NamedTuple):
    """What the languages write in several ways."""

    same: dict[str, str]  # centre -> center, ten -> 10, jan -> january
    pairs: dict[tuple[str, ...], str]  # per, cent -> %
    numbers: dict[str, int]  # twenty -> 20
    months: frozenset[str]
    before_our: tuple[str, ...]  # behavi, col
    ordinal: "re.Pattern[str]"  # the ending of 12th
    parted: frozenset[str]  # re-sign: without its hyphen another word


@cache
def _spellings() -> _Spellings:
    same, numbers = spellings("words of one meaning"), spellings("numbers")
    same |= spellings("british and american spellings")
    pairs = {tuple(words): same.pop(phrase) for phrase in tuple(same) if len(words := phrase.split()) > 1}
    return _Spellings(
        same | numbers,
        pairs,
        {word: int(number) for word, number in numbers.items()},
        frozenset(spelled("months")),
        spelled("stems before our"),
        re.compile(rf"(?<=\d)(?:{'|'.join(spelled('ordinal endings'))})$"),
        frozenset(spelled("words that a hyphen makes others")),
    )


@lru_cache(maxsize=_REMEMBERED)
def key(token: str) -> str:
    """A token as every style would write it: ``U.S.`` -> ``us``, ``1,000`` -> ``1000``, ``ten`` -> ``10``."""
    word = token.strip()
    if not (word.isascii() and word.isalpha()):
        return _key(fold(word).casefold())
    word = word.lower()
    return _spellings().same.get(word) or (_spelling(word) if len(word) > 4 else word)


def _key(word: str) -> str:
    if not is_word(word):
        return word
    if _ABBREVIATION.fullmatch(word):
        return word.replace(".", "")
    known = _spellings()
    if _DIGIT.search(word):
        word = _CODE.sub("", word) if "-" in word else word
        return known.ordinal.sub("", _THOUSANDS.sub("", word))
    tens, _, unit = word.partition("-")
    if known.numbers.get(tens, 0) >= 20 and 0 < known.numbers.get(unit, 0) < 10:
        return str(known.numbers[tens] + known.numbers[unit])
    if word in known.parted:
        return word
    word = word.replace("-", "").replace("'", "")
    return known.same.get(word) or _spelling(word)


def _spelling(word: str) -> str:
    if "our" in word:
        word = _without_u(word)
    if "is" in word or "ys" in word:
        word = _ISE.sub("z", word)
    return _LL.sub("", word) if "ll" in word else word


def _without_u(word: str) -> str:
    """``behaviour`` -> ``behavior``, but ``hour`` as it is."""
    parts, stems = word.split("our"), _spellings().before_our
    return "".join(part + ("or" if part.endswith(stems) else "our") for part in parts[:-1]) + parts[-1]


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
    if text[:1].isascii() and text[:1].isalnum():
        return text[0].lower()
    first = next(filter(str.isalnum, text), "").casefold()
    if first.isascii():
        return first
    import unicodedata

    return unicodedata.normalize("NFD", first)[0]


def _keys(text: str) -> list[str]:
    """The keys of the tokens that say something; ``per cent`` has one."""
    if "nnen" in text:
        from newsdiff.language.gendered import gendered  # few texts hold such a word

        for start, end, stem in reversed(list(gendered(text))):
            text = f"{text[:start]}{stem}innen{text[end:]}"
    found = [k for t in tokens(text) if not t.isspace() and not set(k := key(t)) <= _MARKS]
    return _paired(found)


def _paired(keys: list[str]) -> list[str]:
    """The keys, with two words that are written as one elsewhere as that one."""
    pairs = _spellings().pairs
    found: list[str] = []
    for word in keys:
        if found and (one := pairs.get((found[-1], word))):
            found[-1] = one
        else:
            found.append(word)
    return found


def _is_date(keys: list[str]) -> bool:
    months = _spellings().months
    return not months.isdisjoint(keys) and all(k in months or k.isdigit() for k in keys)


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
