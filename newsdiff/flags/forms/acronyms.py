"""Whether a word stands for others: by their initials, doubled for plurals, or by the first letters of each."""

from collections.abc import Sequence

from newsdiff.language.table import WordTable
from newsdiff.text.common_order import in_order

_PART_LETTERS = 3  # letters of a compound for each of its acronym
_SPOKEN_LETTERS = 4  # of an acronym that is written as a word, at least: Aemet, Insee
LONGEST_LETTERS = 8
_DRAWN_LETTERS = 3  # of one that takes more than a letter of some word, at least
_MOST_DRAWN = 3  # letters of one word, and one more of the last
_LEAST_LETTERS = 2
_MOST_LETTERS = 40  # of an acronym whose letters are drawn from words; longer ones are only their initials


def stands_for(raw: str, names: Sequence[str], words: WordTable) -> bool:
    """Whether a word as it is written, with its dots or without, is the acronym of some words in lower case."""
    letters = raw.replace(".", "")
    if len(letters) < _LEAST_LETTERS or not letters.isalpha():
        return False
    low, capitals = letters.lower(), sum(map(str.isupper, letters))
    if len(names) == 1:
        return capitals > 1 and of_compound(low, names[0])
    telling = [name for name in names if name not in words.grammar and name not in words.stop]
    if len(names) == len(telling) == 2 and "nouns" in words.capitals and capitals > 1 and _heads_both(low, *names):
        return True
    if capitals == len(letters) or raw.count(".") > 1:
        if _initial(low, names, telling):
            return True
        return (
            len(low) >= _DRAWN_LETTERS and len(telling) > 1 and drawn(low, telling, missing=len(low) > _DRAWN_LETTERS)
        )
    if not capitals:
        return len(telling) == len(names) == len(low) and _initials(names) == low  # pm: pubblico ministero
    if len(low) >= _DRAWN_LETTERS and raw.istitle() and low == _initials(telling):
        return True  # Csm: consiglio superiore della magistratura
    short = _SPOKEN_LETTERS <= len(low) <= LONGEST_LETTERS
    return short and len(telling) > 1 and drawn(low, telling, missing=len(low) > _SPOKEN_LETTERS)


def drawn(letters: str, names: Sequence[str], *, missing: int) -> bool:
    """Whether letters are the first ones of each of some words, one after the other, but of so many at most (not of the
    first and the last): Aemet for agencia estatal de meteorología.
    """
    if not len(names) - missing <= len(letters) <= _MOST_LETTERS:
        return False
    reached = [
        {(0, int(missing))},
        *(set[tuple[int, int]]() for _ in names),
    ]  # letters taken, words that may be missing
    for n, name in enumerate(names):
        behind = len(names) - n - 1
        for start, left in reached[n]:
            for past in range(start + 1, min(len(letters), start + len(name), start + _MOST_DRAWN + (not behind)) + 1):
                if letters[start:past] != name[: past - start]:
                    break
                for skipped in range(max(min(left, behind - 1), 0) + 1):
                    reached[n + 1 + skipped].add((past, left - skipped))
    return any(taken == len(letters) for taken, _ in reached[-1])


def _heads_both(letters: str, first: str, second: str) -> bool:
    """Whether letters begin two words, and the parts of the second one: EZB, Europäische Zentralbank; EuGH."""
    splits = range(1, len(letters) - 1)
    return any(letters[:at] == first[:at] and of_compound(letters[at:], second) for at in splits)


def _initials(names: Sequence[str]) -> str:
    return "".join(name[0] for name in names)


def _initial(letters: str, names: Sequence[str], telling: Sequence[str]) -> bool:
    """Whether letters are the initials of some words: of all, or of those of substance, but one, or all doubled."""
    initials = _initials(telling)
    if letters in (_initials(names), "".join(2 * letter for letter in initials)):
        return True
    most = len(letters) + 1
    if not initials or initials[0] != letters[0] or initials[-1] != letters[-1]:
        return False
    return len(letters) <= len(initials) <= most and in_order(letters, initials)


def of_compound(letters: str, word: str, part_letters: int = _PART_LETTERS) -> bool:
    """Whether letters begin the parts of a compound, each of so many letters on the average: OLG, Oberlandesgericht."""
    return word[0] == letters[0] and len(word) >= part_letters * len(letters) and in_order(letters, word)
