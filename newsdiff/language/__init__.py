"""Word tables, one module a language: what the rules know of a language stands there as data, not as code."""

from functools import cache
from importlib import import_module

from newsdiff.language.table import WordTable

LANGUAGES = ("de", "en", "es", "fr")


@cache
def table(language: str) -> WordTable | None:
    """The table of a language (``en``, ``en-GB``), or None where there is none."""
    code = language.replace("_", "-").split("-")[0].lower()
    if code not in LANGUAGES:
        return None
    words: WordTable = import_module(f"newsdiff.language.{code}").WORDS
    return words


@cache
def extended(language: str, additions: tuple[tuple[str, tuple[str, ...]], ...]) -> WordTable | None:
    """The table of a language with a user's own words added; a list's name is one of ``shape.LISTS``."""
    words = table(language)
    return words.plus(additions) if words and additions else words
