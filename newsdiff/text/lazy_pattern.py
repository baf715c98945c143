"""A regular expression that is compiled when it is first used: few texts need most of them, and a start is short."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr


class _LazyPattern:
    """Stands in for a compiled pattern; from the first use on its methods are the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        method: object = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method


def lazy_pattern(pattern: "AnyStr", flags: int = 0) -> "re.Pattern[AnyStr]":
    """What ``re.compile`` gives, made later; an error in the pattern shows at the first use."""
    stand_in: Any = _LazyPattern(pattern, flags)
    return stand_in  # type: ignore[no-any-return]
