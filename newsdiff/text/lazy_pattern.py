"""A regular expression that is compiled when it is first used: few texts need most of them, and a start is short."""

import re
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr

_ASKING = ("fullmatch", "match", "search")


class _LazyPattern:
    """Stands in for a compiled pattern; from the first use on its methods are the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int, needs: str) -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = needs
        for name in _ASKING if needs else ():
            setattr(self, name, partial(self._ask, name))

    def __getattr__(self, name: str) -> object:
        method: object = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method

    def _ask(self, name: str, text: str, *places: int) -> "re.Match[str] | None":
        """What the pattern says of a text: it is made for the first one that may match."""
        if not any(sign in text for sign in self.needs):
            return None
        for method in _ASKING:
            self.__dict__.pop(method, None)
        found: re.Match[str] | None = getattr(self, name)(text, *places)
        return found


def lazy_pattern(pattern: "AnyStr", flags: int = 0, *, needs: str = "") -> "re.Pattern[AnyStr]":
    """What ``re.compile`` gives, made later; an error in the pattern shows at the first use.

    ``needs``: signs of which every match has one; for texts without them the pattern is not even made.
    """
    stand_in: Any = _LazyPattern(pattern, flags, needs)
    return stand_in  # type: ignore[no-any-return]
