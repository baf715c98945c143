"""Text cut into tokens that join back losslessly: words, numbers, marks, white space."""

import re

_TOKEN = re.compile(r"[^\W_]+(?:[’'.,\-\u2011][^\W_]+)*|\s+|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]")


def tokens(text: str) -> list[str]:
    """Cut ``text`` into tokens; ``"".join(tokens(text)) == text``, always."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit, and so counts as a word."""
    return _WORD.search(token) is not None
