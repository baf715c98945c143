"""What a site calls itself: in its metadata, in its address, behind the titles of its pages."""

from unicodedata import normalize

from newsdiff.clean.fields.metadata import Fields
from newsdiff.text.lazy_pattern import lazy_pattern

_PARTS = lazy_pattern(r"\s+(?:[|·»«—–•:]|-|::)\s+")
_LEAST = 3  # letters that tell a site's name in its address, and more
_DESK_WORDS = 2  # of a site's name that a newsroom's bears
_LONGER = 1.5  # times as long as its address says it may a site's name be


class SiteNames:
    """The names of the site that a page is of."""

    def __init__(self, fields: Fields) -> None:
        host = fields.host.removeprefix("www.")
        label = letters(max(host.split("."), key=len, default=""))
        ends = {letters(_PARTS.split(title)[-1]) for title in fields.titles if _PARTS.search(title)}
        named = {*fields.publishers, host}
        self._names = {letters(name) for name in named} | {letters(name.partition(".")[0]) for name in named}
        self._names.update(end for end in ends if len(end) > _LEAST and (end in label or label in end))
        self._label = label
        self._told = {letters(name) for name in fields.publishers}

    def __contains__(self, name: object) -> bool:
        """Whether a name is the site's: as it is told elsewhere, or as its address spells it."""
        own = letters(str(name))
        if own in self._names or self._is_desk(str(name), own):
            return True
        return len(self._label) > _LEAST and self._label in own and len(own) <= _LONGER * len(self._label)

    def _is_desk(self, name: str, own: str) -> bool:
        """Whether a name is the publisher's, of several words, and one word more: its newsroom."""
        told = name.split()
        if len(told) <= _DESK_WORDS:
            return False
        rest = (letters(told[0]), letters(told[-1]))
        return own.removeprefix(rest[0]) in self._told or own.removesuffix(rest[1]) in self._told


def letters(text: str) -> str:
    """The letters and digits of a name without accents, marks and spaces, lower case."""
    low = text.casefold()
    return "".join(filter(str.isalnum, low if low.isascii() else normalize("NFKD", low)))
