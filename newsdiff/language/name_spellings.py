"""Names that come from other letters, and are written in several ways in Latin ones."""

from newsdiff.language.files import read
from newsdiff.text.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# The Arabic article: al-Zor, ez-Zor, Ezzor; before some letters it takes their sound.
_ARTICLE = lazy_pattern(r"\b[ae](?:l(?:[ -]|(?=-))|([dnrstz])[ -]?(?=\1)|sh[ -](?=sh))-?")


class NameSpellings:
    """The spellings of names: a text of one name a line, its spellings between commas, behind lines of comment."""

    def __init__(self, path: str) -> None:
        self._path: Final = path
        self._one: dict[str, str] = {}

    def one(self, word: str) -> str:
        """The first spelling of a name that is given in lower case; nothing of another word."""
        if not self._one:
            lines = read(self._path).decode().split("\n")
            rows = (line.strip().split(", ") for line in lines if line and line[0] != "#")
            self._one = {word: row[0] for row in rows for word in row}
        return self._one.get(word, "")


def without_article(name: str) -> str:
    """A name in lower case without Arabic articles, and with one space between its words: deir zor."""
    return " ".join(_ARTICLE.sub(" ", name.lower()).replace("-", " ").split())


def one_name(a: str, b: str, known: NameSpellings | None) -> bool:
    """Whether two spans are one name with an Arabic article in two forms, in a language that knows of such names."""
    return known is not None and a[0].isalpha() and b[-1:] == a[-1:] and without_article(a) == without_article(b)
