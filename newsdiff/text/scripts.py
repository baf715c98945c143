"""Tokens of the scripts that need care: combining marks, no spaces between words, emoji sequences."""

import re
from collections.abc import Callable, Container
from functools import cache
from importlib import import_module
from itertools import accumulate

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.token_pattern import TOKEN

# Combining marks of the living scripts (Mn and Mc), joiners and variation selectors.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d"
    "\u0859-\u085b\u0898-\u089f\u08ca-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc"
    "\u09be-\u09cd\u09d7\u09e2\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0ae2\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04"
    "\u0c3c\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d"
    "\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059"
    "\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715"
    "\u1732-\u1734\u17b4-\u17d3\u17dd\u180b-\u180d\u1885\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1ace"
    "\u1b00-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u3099\u309a\ua8e0-\ua8f1\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
# Ideographs, kana (the long mark too), Thai, Lao, Tibetan, Burmese, Khmer: written without spaces between words.
_DENSE = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf\u0f40-\u0f6c\u1000-\u102a"
    "\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u309d-\u309f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_PICTURE = "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"
_LETTER = rf"(?:(?![{_DENSE}{_KATAKANA}])[^\W_][{_MARKS}]*)"
_EMOJI = rf"[{_PICTURE}][\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_UNIT = lazy_pattern(
    r"(?:[\U0001f1e6-\U0001f1ff]{2}"
    rf"|{_EMOJI}(?:\u200d{_EMOJI})*"
    "|[0-9#*]\ufe0f?\u20e3"
    rf"|[{_DENSE}][{_MARKS}]*"
    rf"|[{_KATAKANA}][{_KATAKANA}{_MARKS}]*"
    "|" + TOKEN.replace(r"[^\W_]+", _LETTER + "+").removesuffix("|.") + rf"|[{_MARKS}]+|." + r")\s*",
    re.DOTALL,
)


_DENSE_UNIT = lazy_pattern(rf"[{_DENSE}]")
_DENSE_CHARACTER = lazy_pattern(rf"[{_DENSE}{_KATAKANA}]")
_KANA = lazy_pattern("[\u3041-\u30ff]")
_THAI = lazy_pattern("[\u0e00-\u0e7f]")
_HAN = lazy_pattern("[\u3400-\u9fff]")


def units(text: str) -> list[str]:
    """Tokens with the white space behind them, whatever the script.

    Chinese, Japanese and Thai are cut into words where the extra ``newsdiff[cjk]`` (BudouX) is installed; without it,
    and in the other scripts that put no spaces between words, every character with its marks stands alone.
    """
    found: list[str] = _UNIT.findall(text)
    if _DENSE_UNIT.search(text) and (parse := _segmenter(_language(text))):
        return grouped(found, set(accumulate(map(len, parse(text)))))
    return found


def spaced(text: str) -> str:
    """A text with spaces round every character of the scripts that put none between words: each can be looked up."""
    return _DENSE_CHARACTER.sub(r" \g<0> ", text)


def characters(text: str) -> list[str]:
    """Tokens with the white space behind them, whatever is installed: each character of a dense script alone."""
    found: list[str] = _UNIT.findall(text)
    return found


def is_dense(token: str) -> bool:
    """Whether a token is of a script that puts no spaces between words."""
    return _DENSE_UNIT.match(token) is not None


def grouped(found: list[str], ends: Container[int]) -> list[str]:
    """Neighbouring characters of a dense script joined, unless a word ends between them; ``ends`` in code points."""
    words: list[list[str]] = []
    at = 0
    for unit in found:
        if (
            words
            and at not in ends
            and _DENSE_UNIT.match(unit)
            and _DENSE_UNIT.match(words[-1][0])
            and not words[-1][-1][-1].isspace()
        ):
            words[-1].append(unit)
        else:
            words.append([unit])
        at += len(unit)
    return list(map("".join, words))


def _language(text: str) -> str:
    return (
        "japanese"
        if _KANA.search(text)
        else "thai"
        if _THAI.search(text)
        else "simplified_chinese"
        if _HAN.search(text)
        else ""
    )


@cache
def _segmenter(language: str) -> Callable[[str], list[str]] | None:
    """The word segmenter for a language: the one place that chooses."""
    if not language:
        return None
    try:
        budoux = import_module("budoux")
    except ImportError:
        return None
    parse: Callable[[str], list[str]] = getattr(budoux, f"load_default_{language}_parser")().parse
    return parse
