"""Words cut short: to their first letters, to their first and last and some between, or by an apostrophe."""

from newsdiff.text.common_order import in_order


def opens(short: str, word: str) -> bool:
    """Whether a word is cut to its first letters, to half of them at most: Man, Manchester."""
    return len(short) > 2 and 2 * len(short) <= len(word) and word.startswith(short)


def cut(short: str, word: str) -> bool:
    """Whether a word is cut to its first and last letters and some between: Rd, Mids, Govt."""
    if 2 * len(short) > len(word) or len(short) < 2 or (short[0], short[-1]) != (word[0], word[-1]):
        return False
    return in_order(short, word)


def contracted(short: str, word: str) -> bool:
    """Whether an apostrophe stands in a word for letters of another: S'pore, Int'l, gov't."""
    head, mark, tail = short.partition("'")
    dropped = len(word) - len(head) - len(tail)
    return (
        bool(mark and head and tail) and tail != "s" and dropped > 1 and word.startswith(head) and word.endswith(tail)
    )
