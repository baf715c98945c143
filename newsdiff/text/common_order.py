"""The longest order common to two rows of words, and whether letters stand in a word in theirs."""

from collections.abc import Sequence


def common_order(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common subsequence as pairs of places, told with one row of bits a word (Hyyro 2004)."""
    if not a or not b:
        return []
    places: dict[str, int] = {}
    for i, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << i
    full = (1 << len(a)) - 1
    row, rows = full, []
    for word in b:
        held = row & places.get(word, 0)
        row = ((row + held) | (row - held)) & full
        rows.append(row)
    found: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j - 1] >> (i - 1) & 1:
            i -= 1
        elif j > 1 and not rows[j - 2] >> (i - 1) & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def in_order(letters: str, word: str) -> bool:
    """Whether letters stand in a word in their order.

    >>> in_order("bvg", "bundesverfassungsgericht"), in_order("gvb", "bundesverfassungsgericht")
    (True, False)
    """
    rest = iter(word)
    return all(letter in rest for letter in letters)
