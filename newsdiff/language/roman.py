"""Roman numbers, in capitals: World War II, le XIXe siècle."""

from newsdiff.text.lazy_pattern import lazy_pattern

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LETTERS = frozenset(_VALUES)
_NUMBER = lazy_pattern(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman_value(word: str) -> int:
    """The value of a Roman number below 400; 0 of another word.

    >>> roman_value("XIV"), roman_value("VIIII"), roman_value("Ill")
    (14, 0, 0)
    """
    if not LETTERS.issuperset(word) or not _NUMBER.fullmatch(word):
        return 0
    values = [_VALUES[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
