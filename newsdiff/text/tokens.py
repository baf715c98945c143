"""Text cut into tokens that join back losslessly: words, numbers, marks, white space.

Whole are: numbers with their sign, separators, currency and percent sign; hyphenated compounds; abbreviations
(``U.S.``, ``p.m.``); URLs, e-mail addresses, hashtags. Scripts that need more than this (combining marks, no spaces
between words, emoji sequences) are cut by ``newsdiff.text.scripts``, which is loaded only for them.
"""

import re

_SIGN = r"(?:(?<![^\s(\[“\"‘'])[-+−–](?=[\d.£$€¥₹]))?"
_MARK = r"[#@£$€¥₹]?"
_JOIN = r"(?:[’'._@&£$€¥₹\-–‐‑](?=[^\W_])|(?<=\d)[,:/](?=\d)|(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d)))_*"
TOKEN = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[\w/]"
    r"|(?:[^\W\d_]\.){2,}(?:[’'\-‑–][^\W_]+)*"
    rf"|{_SIGN}{_MARK}[^\W_]+(?:{_JOIN}[^\W_]+)*(?:%|‰|°[CF]?)?"
    r"|\s+|\.{2,}|-{2,}|."
)
_TOKEN = re.compile(TOKEN, re.DOTALL)
_WORD = re.compile(r"[^\W_]")
# Combining marks, scripts that have them or no spaces, joiners, emoji: all that the pattern above would cut wrongly.
_FOREIGN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u10ff\u135d-\u135f\u1700-\u1dff\u200c\u200d\u20d0-\u20ff\u2600-\u27bf"
    "\u2b00-\u2bff\u2de0-\u2dff\u2e80-\uabff\uf900-\ufaff\ufe00-\ufe2f\uff00-\uffef\U00010000-\U0010ffff]"
)


def tokens(text: str) -> list[str]:
    """Cut ``text`` into tokens; ``"".join(tokens(text)) == text``, always."""
    if _FOREIGN.search(text):
        from newsdiff.text import scripts

        return scripts.tokens(text)
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit, and so counts as a word."""
    return _WORD.search(token) is not None


def count(text: str) -> int:
    """How many words ``text`` holds."""
    return sum(map(is_word, tokens(text)))
