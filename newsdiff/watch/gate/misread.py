"""Mojibake: text whose bytes were read in another encoding than they were written in.

UTF-8 taken for Windows-1252 can be read back (the repair is the proof); Windows-1252 taken for UTF-8 leaves U+FFFD.
"""

import re

from newsdiff.model import Article

MANY = 3  # signs of it that are new
_BAD = re.compile("\ufffd|Ã[^\\s\\w]|Ã[ƒ‚©¨ªº¼¶¤±³¡]|Â[^\\s\\w]|â€|â„¢|ï»¿|ð\u0178")
_FOREIGN = re.compile("[^\\x00-\\x7f]+")
_NO_LETTER = re.compile("[^A-Za-z0-9]+")  # what a wrong reading leaves as it was


def misread(old: Article | None, new: Article) -> bool:
    """Whether the characters of ``new`` were read wrongly; beside an old text, a single one may show it."""
    bad = len(_BAD.findall(new.text))
    if old is None:
        return bad >= MANY
    if bad - len(_BAD.findall(old.text)) >= MANY:
        return True
    return _reads_back(old, new) or (_broken(new) > 0 and (_same_letters(old, new) or _none_whole(old, new)))


def repaired(text: str) -> str:
    """``text`` with what can be read back from Windows-1252 to UTF-8 read back."""
    return _FOREIGN.sub(lambda run: _read_back(run[0]), text)


def _read_back(run: str) -> str:
    try:
        return b"".join(_byte(character) for character in run).decode()
    except UnicodeError:
        return run


def _byte(character: str) -> bytes:
    """A character's byte in Windows-1252; the five bytes that it has no character for stand for themselves."""
    return character.encode("latin-1" if "\x80" <= character <= "\x9f" else "cp1252")


def _reads_back(old: Article, new: Article) -> bool:
    """Whether a new word, read back, is one of the old text."""
    known = set(old.text.split())
    words = {word for word in new.text.split() if not word.isascii()} - known
    return any((again := repaired(word)) != word and again in known for word in words)


def _broken(article: Article) -> int:
    """How many runs of characters beyond ASCII are lost or can be read back."""
    return sum("\ufffd" in run or _read_back(run) != run for run in _FOREIGN.findall(article.text))


def _same_letters(old: Article, new: Article) -> bool:
    """Whether nothing but characters beyond ASCII and marks differs."""
    one, other = (_NO_LETTER.sub("", article.text) for article in (old, new))
    return one == other and _broken(new) > _broken(old)


def _none_whole(old: Article, new: Article) -> bool:
    """Whether the old text had letters beyond ASCII, and of the new one's not a single one is whole."""
    before = sum(map(str.isalpha, "".join(_FOREIGN.findall(old.text))))
    runs = (run for run in _FOREIGN.findall(new.text) if any(map(str.isalpha, run)))
    return before > 0 and all("\ufffd" in run or _read_back(run) != run for run in runs)
