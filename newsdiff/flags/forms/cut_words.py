"""Words cut short: to their first letters, or to their first and last and some between."""

from newsdiff.text.common_order import in_order


def opens(short: str, word: str) -> bool:
    """Whether a word is cut to its first letters, to half of them at most: Man, Manchester."""
    return len(short) > 2 and 2 * len(short) <= len(word) and word.startswith(short)


def cut(short: str, word: str) -> bool:
    """Whether a word is cut to its first and last letters and some between: Rd, Mids, Govt."""
    if 2 * len(short) > len(word) or len(short) < 2 or (short[0], short[-1]) != (word[0], word[-1]):
        return False
    return in_order(short, word)
