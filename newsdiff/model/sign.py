"""What speaks against taking a page for an article, or for a whole one."""

from enum import StrEnum

from newsdiff.named_tuple import NamedTuple


class SignKind(StrEnum):
    """What a page may be instead of an article, or beside it; the values are what readers are told."""

    CONSENT = "a consent wall"
    ROBOTS = "a check for robots"
    LOGIN = "a login wall"
    PAY = "a pay wall"
    MISSING = "a missing page"
    SCRIPT = "a page that needs JavaScript"
    ADS = "a wall for ad blockers"
    REGION = "a page for other regions"
    OUTAGE = "an outage"
    OWN = "an advertisement of its own"
    LIST = "a list of articles"
    MISREAD = "characters that were read wrongly"
    CUT = "a page that breaks off"


class SignPlace(StrEnum):
    """Where a sign stands."""

    PAGE = "page"  # all over it, in the place of an article
    END = "end"  # where the article's text ends
    ELSEWHERE = "elsewhere"  # somewhere outside the text
    BESIDE = "beside"  # in a line that was taken out


class Sign(NamedTuple):
    """What speaks against taking a page for a whole article: its kind, where it stands, and the line that says it.

    ``clean/page/walls.py`` finds them, the gate (``watch/gate/doubts.py``) judges what they mean.
    """

    kind: SignKind
    place: SignPlace = SignPlace.PAGE
    line: str = ""

    @property
    def key(self) -> str:
        """How the observation log names it."""
        if self.kind is SignKind.PAY and self.place is SignPlace.END:
            return "paywall"
        if self.kind is SignKind.PAY and self.place is SignPlace.ELSEWHERE:
            return "asks to pay"
        return f"wall: {self.kind}: {self.line}" if self.line else f"wall: {self.kind}"
