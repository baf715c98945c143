"""Word tables: what the rules know of a language stands in its folder as data, not as code.

The folder holds its table as lists of phrases (``flags.txt``), or as a module of nothing but data.
"""

from functools import cache

from newsdiff.language.lists import flag_lists, modules
from newsdiff.language.table import WordTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.language.lexicon import Dictionary


@cache
def table(language: str) -> WordTable | None:
    """The table of a language (``en``, ``en-GB``), or None where there is none."""
    code = language.replace("_", "-").split("-")[0].lower()
    if code in modules():
        words: WordTable = __import__(f"newsdiff.language.{code}", fromlist=["WORDS"]).WORDS
        return words
    if not flag_lists(code):
        return None
    from newsdiff.language.folder_table import folder_table

    return folder_table(code)


def common_words(language: str | None) -> "frozenset[str] | Dictionary":
    """The words that the dictionary of a language knows; English where none is told, nothing where there is none."""
    words = table(language or "en")
    return words.common if words else frozenset()


@cache
def extended(language: str, additions: tuple[tuple[str, tuple[str, ...]], ...]) -> WordTable | None:
    """The table of a language with a user's own words added; a list's name is one of ``table.USERS_LISTS``."""
    words = table(language)
    return words.plus(additions) if words and additions else words
