"""Forms of one word: what endings leave of it, and which verb an irregular form is of.

A folder's ``verbs.txt`` holds a line for each verb of which the endings leave more than one stem: its infinitive, and
all those stems (``sterben: sterb stirb starb storb``). It is read when the first word is asked for, and never cut into
a table: a text asks few words.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from newsdiff.language.files import read
from newsdiff.language.word_cache import MOST_WORDS, keep
from newsdiff.text.typography import unaccented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_LEAST = 4  # letters that an ending leaves, at least
_GE = 6  # letters of a participle in which *ge* stands: abgesagt
_SHORTEST_PARTICIPLE = 5  # letters without its ending


def cutter(endings: Iterable[str], *, participles: bool) -> Callable[[str], str]:
    """What takes the longest of some endings, and accents, from a word; and *ge* from German participles."""
    longest_first = tuple(sorted(map(unaccented, endings), key=len, reverse=True))

    @lru_cache(maxsize=MOST_WORDS)
    def cut(word: str) -> str:
        plain = unaccented(word)
        ending = next((e for e in longest_first if plain.endswith(e) and len(plain) - len(e) >= _LEAST), "")
        bare = plain[: len(plain) - len(ending)]
        if participles and "ge" in bare[:_GE] and len(bare) > _SHORTEST_PARTICIPLE:
            return bare.replace("ge", "", 1)
        return bare

    return cut


class Verbs:
    """The verbs of a language by the stems of their forms."""

    def __init__(self, path: str) -> None:
        self._path: Final = path
        self._text = ""
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, stem: str) -> tuple[str, ...]:
        """The infinitives of the verbs that have a form of this stem; none of another word."""
        known = self._known.get(stem)
        if known is None:
            known = keep(self._known, stem, tuple(self._having(stem.replace("ß", "ss"))))
        return known

    def _having(self, stem: str) -> Iterator[str]:
        if not stem.isalpha():
            return
        if not self._text:
            self._text = read(self._path).decode().partition("\n\n")[2].replace("\n", " \n")
        text, wanted = self._text, f" {stem} "
        at = text.find(wanted)
        while at >= 0:
            line = text.rfind("\n", 0, at) + 1
            yield text[line : text.index(":", line)]
            at = text.find(wanted, at + 1)
