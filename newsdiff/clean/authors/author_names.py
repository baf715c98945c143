"""The names of a page's authors: those that its metadata tell, looked up in its lines, and the shape of any name."""

import re
from collections.abc import Iterable

from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.site_names import SiteNames
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import WORD
from newsdiff.text.word_lists import listed

_LONGEST = 320  # characters of a text that may list names
NAME_WORDS = 4  # of one name
_LINE_WORDS = 14  # of a line that names authors by its markup alone
_LABEL_WORDS = 2  # words before a colon that call somebody the author
PARTICLE = 4  # letters of a small word inside a name: de, von, und
_LETTERS = 5  # of a writer's letters at most: a longer word without a capital is an account
_TRAILS = ("»", "›", "→", ">")  # stand between a page's sections
_DENSE = "\u0e00"  # from here on scripts put no spaces between words
_KANA = "\u3040"  # from here on a word is a letter or two
_DENSE_LETTERS = 5  # of a name in such a script
_JOINED_FROM, _JOINED_TO = "\u0590", "\u0700"  # scripts that write "and" as a letter of the next word
_JOINING = "\u05d5\u0648"  # those letters
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")

IN_NAMES = frozenset(  # small words of names, and those that link two of them
    listed(
        "de da do dos das di del della dello dei degli van von der den dem des du la le el al bin ben ibn af av zu zur"
        " ter ten te y e i und and et och og en ja a ve és și"
    )
)


class AuthorNames:
    """Some names of the metadata; a name of one word, or the site's own, proves less."""

    def __init__(self, names: Iterable[str], sites: SiteNames) -> None:
        self.all, self._sites = list(names), sites
        self._letters = ["".join(name.split()) for name in self.all]
        parts = "|".join(map(_bounded, sorted(set(self.all), key=len, reverse=True)))
        self._pattern = re.compile(parts) if parts else None

    @staticmethod
    def of(fields: Fields) -> "tuple[AuthorNames, AuthorNames]":
        """The names of a page's authors: those of persons, and those that are the site's own, or of an account."""
        told = [name for name in fields.authors if len(name) < _LONGEST and any(map(str.isalpha, name))]
        names, sites = list(map(_plain, told)), SiteNames(fields)
        own = [name for name, written in zip(names, told, strict=True) if name in sites or is_account(written)]
        return AuthorNames((name for name in names if name not in own), sites), AuthorNames(own, sites)

    def may_stand_in(self, text: str) -> bool:
        """Whether a name stands in a text, if only with other letters at its edge: a name and a role may touch."""
        low = _plain(text)
        return any(name in low for name in self.all)

    def may_be_spelled_in(self, text: str) -> bool:
        """Whether the letters of a name follow each other in a text, whatever white space stands between them."""
        low = "".join(_plain(text).split())
        return any(name in low for name in self._letters)

    def within(self, text: str) -> list[str]:
        """The names that stand in a text."""
        return self._pattern.findall(_plain(text)) if self._pattern else []

    def without(self, text: str) -> str:
        """A text without the names in it."""
        return self._pattern.sub(" ", _plain(text)) if self._pattern else text

    def are_strong(self, names: Iterable[str]) -> bool:
        """Whether one of the names is more than a word alone, and not the site's."""
        return any((" " in name or max(name) >= _DENSE) and name not in self._sites for name in names)

    def are_of_site(self, names: Iterable[str]) -> bool:
        """Whether all of the names are the site's own."""
        return all(name in self._sites for name in names)


def is_account(name: str) -> bool:
    """Whether a name is one that somebody logs in with, and no person's: ``webadmin2``, ``newsdesk``."""
    if len(name.split()) != 1 or not is_cased(name):
        return False
    plain_word = name.isalpha() and name.islower() and len(name) > _LETTERS
    return name.isascii() and (plain_word or any(map(str.isdigit, name)))


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name, or of several: capitals, and small words only between them.

    >>> [is_name(text) for text in ("Ana de la Cruz und Jane Doe", "배윤경 기자", "Senior economics editor")]
    [True, True, False]
    """
    label, colon, named = text.partition(":")
    words = WORD.findall(named if colon and len(WORD.findall(label)) <= _LABEL_WORDS else text)
    if not 2 <= len(words) <= _LINE_WORDS or any(word[0].isdigit() for word in words) or ":" in named or is_label(text):
        return False
    if is_trail(text):
        return False
    great = [word for word in words if not word[0].islower()]
    return (
        len(great) >= max(2, len(words) - len(great))
        and great[-1] is words[-1]
        and all(map(is_particle, (word for word in words if word[0].islower())))
    )


def is_particle(word: str) -> bool:
    """Whether a word without a capital may stand inside a name."""
    return len(word) <= PARTICLE or word in IN_NAMES


def is_dense_name(text: str) -> bool:
    """Whether a text is as long as a name in a script that puts no spaces between words, and no label."""
    return min(text, default="") >= _KANA and 2 <= len(text) <= _DENSE_LETTERS and not is_label(text)


def is_trail(text: str) -> bool:
    """Whether a text names sections of the site, one below the other: ``REGIONS » COAST``."""
    return any(mark in text for mark in _TRAILS)


def is_cased(text: str) -> bool:
    """Whether a text is written in a script that has capitals."""
    return text.lower() != text.upper()


def _plain(text: str) -> str:
    low = text.lower()
    return low if low.isascii() and "`" not in low else low.translate(_APOSTROPHES)


def _bounded(name: str) -> str:
    """The expression of a name as whole words, if with an "and" of one letter; scripts without spaces have none."""
    before = "" if name[:1] >= _DENSE else r"(?<!\w)"
    if _JOINED_FROM <= name[:1] < _JOINED_TO:
        before = rf"(?:{before}|(?<=\b[{_JOINING}]))"
    return before + re.escape(name) + ("" if name[-1:] >= _DENSE else r"(?!\w)")
