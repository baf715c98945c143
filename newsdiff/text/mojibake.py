"""Mojibake: text whose bytes were read in another encoding than they were written in.

UTF-8 that was taken for an encoding of one byte a character can be read back, and the reading is the proof: hardly any
run of foreign letters that somebody wrote is UTF-8 by chance. What was taken for UTF-8 and is none leaves U+FFFD.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from newsdiff.text.lazy_pattern import lazy_pattern

LEAST_PLACES = 3  # that make a text one that was read wrongly
CHARACTERS_PER_PLACE = 4000  # of such a text, at most: a long one may quote a word or two
# What a browser, or a server's own software, may take a page for (WHATWG: legacy single-byte encodings).
_ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso8859-2", "iso8859-5", "iso8859-15", "koi8-r"),
)
_LOST = "\ufffd"
_FOREIGN = lazy_pattern("[^\x00-\x7f]+")
_NO_LETTER = lazy_pattern("[^A-Za-z0-9]+")  # what a wrong reading leaves as it was
# What people write: letters of living scripts, punctuation, currency, pictures; no phonetic sign, no ancient script.
_WRITTEN = lazy_pattern(
    "[\u00a0-\u017f\u0218-\u021b\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u1ea0-\u1eff\u2000-\u2bff\u3000-\u30ff"
    "\u3400-\u9fff\uac00-\ud7a3\ufb00-\ufb06\ufe00-\ufe0f\uff00-\uffef\U0001f000-\U0001faff]+"
)


def misread(text: str) -> bool:
    """Whether a text looks as if it had been decoded wrongly, at several places.

    >>> misread("GefÃ¤llt mir â€“ sehr schÃ¶n")
    True
    >>> misread("Gefällt mir – sehr schön")
    False
    """
    found = places(text)
    return found >= LEAST_PLACES and found * CHARACTERS_PER_PLACE >= len(text)


def misread_beside(old: str, new: str) -> bool:
    """Whether ``new`` was decoded wrongly and ``old``, another version of it, was not: a single word may show it."""
    if places(new) - places(old) >= LEAST_PLACES or _reads_back(old, new):
        return True
    return _broken(new) > 0 and (_same_letters(old, new) or _none_whole(old, new))


def places(text: str) -> int:
    """How many places of a text can be read back from the one encoding that explains most of them, or are lost.

    >>> places("Gr\ufffdn, GrÃ¼n, GrÐ¿n")
    3
    """
    if text.isascii():
        return 0
    runs = Counter(run for run in _FOREIGN.findall(text) if len(run) > 1)
    if not runs:
        return text.count(_LOST)
    letters = set().union(*runs)
    fits = (encoding for encoding in _ENCODINGS if not letters.isdisjoint(_behind_a_lead(encoding)))
    most = max((sum(n for run, n in runs.items() if _read_back(run, e) is not None) for e in fits), default=0)
    return text.count(_LOST) + most


@lru_cache(maxsize=2048)  # texts of one language hold the same few runs: a quotation mark behind a dash
def _read_back(run: str, encoding: str) -> str | None:
    """What a run of foreign characters says in UTF-8, where its bytes are that, and people write so."""
    try:
        found = b"".join(_byte(character, encoding) for character in run).decode()
    except UnicodeError:
        return None
    return found if _WRITTEN.fullmatch(found) else None


def _byte(character: str, encoding: str) -> bytes:
    """A character's byte; bytes that the encoding has no character for stand for themselves."""
    return character.encode("latin-1" if "\x80" <= character <= "\x9f" else encoding)


@cache
def _behind_a_lead(encoding: str) -> frozenset[str]:
    """The characters whose bytes only stand inside a character of UTF-8: without one of them nothing reads back."""
    inside = bytes(range(0x80, 0xC0))
    return frozenset(inside.decode(encoding, "ignore")) | frozenset(inside.decode("latin-1")[:0x20])


def _reads_back(old: str, new: str) -> bool:
    """Whether a new word, read back, is one of the old text."""
    known = set(old.split())
    words = {word for word in new.split() if not word.isascii()} - known
    return any(again in known for word in words for again in _readings(word))


def _readings(word: str) -> Iterator[str]:
    """A word with its foreign runs read back, by each encoding that can."""
    for encoding in _ENCODINGS:
        again = _FOREIGN.sub(lambda run, e=encoding: _read_back(run[0], e) or run[0], word)  # type: ignore[misc]
        if again != word:
            yield again


def _broken(text: str) -> int:
    """How many runs of foreign characters are lost or can be read back from Windows-1252."""
    return sum(_is_broken(run) for run in _FOREIGN.findall(text))


def _is_broken(run: str) -> bool:
    return _LOST in run or _read_back(run, _ENCODINGS[0]) is not None


def _same_letters(old: str, new: str) -> bool:
    """Whether nothing but characters beyond ASCII and marks differs."""
    one, other = (_NO_LETTER.sub("", text) for text in (old, new))
    return one == other and _broken(new) > _broken(old)


def _none_whole(old: str, new: str) -> bool:
    """Whether the old text had letters beyond ASCII, and of the new one's not a single one is whole."""
    before = sum(map(str.isalpha, "".join(_FOREIGN.findall(old))))
    runs = (run for run in _FOREIGN.findall(new) if any(map(str.isalpha, run)))
    return before > 0 and all(map(_is_broken, runs))
