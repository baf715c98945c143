"""What an import leaves out, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One page, record or file that is not imported: what it is, and why."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what} is left out: {self.why}"
