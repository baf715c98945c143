"""What was read of a word once, kept for the next time: a run of months meets words without end."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    K = TypeVar("K")
    V = TypeVar("V")

MOST_WORDS = 1 << 15  # that one cache keeps, some 2 MB; an archive has millions of names and slips


def keep(known: "dict[K, V]", word: "K", value: "V") -> "V":
    """``value``, kept under its word; where that would be one word too many, all that was kept goes first."""
    if len(known) >= MOST_WORDS:
        known.clear()
    known[word] = value
    return value
