"""Whether what is new on a page speaks of the story that stood there: by the words that only a story's own texts share.

A rewritten story, a correction and the note of its removal name what the story was about; a wall, an error page and
another article do not. Only words that carry substance are counted, in a form that inflection leaves, so that a text
of another story in the same language shares next to none.
"""

from collections.abc import Iterable

from newsdiff.text.tokens import plain_words

AKIN_SHARE = 0.13  # of the substance of a new text; other articles of a language share .05, one in ten .10
_OPENING_WORDS = 300  # of each text: the subject is named there, and longer ones would share words by chance
_LEAST_LETTERS = 5  # of a word that carries substance; as many tell it, whatever its ending
_DENSE = 0x2E80  # from here on a character is a word, or half of one
_LEAST_DIGITS = 2
_LEAST_SHARED = 2  # pieces of substance: one may be chance


def kinship(new: Iterable[str], old: Iterable[str], *, beside: Iterable[str] = ()) -> float:
    """The share of the substance of new texts that the old ones have (0 to 1; 0 where but one piece is shared).

    What stands ``beside`` both is of neither.
    """
    shown = _substance(beside)
    told, known = _substance(new) - shown, _substance(old)
    shared = len(told & known)
    return shared / len(told) if shared >= _LEAST_SHARED else 0.0


def _substance(texts: Iterable[str]) -> set[str]:
    """Long words without their ends, numbers, and pairs of the characters of scripts without spaces."""
    found, before = set[str](), ""
    words = [word.casefold() for text in texts for word in (*plain_words(text), "")][:_OPENING_WORDS]
    for word in words:
        if _is_dense(word):
            if before:
                found.add(before + word)
        elif any(map(str.isdigit, word)):
            if len(word) >= _LEAST_DIGITS:
                found.add(word)
        elif len(word) >= _LEAST_LETTERS:
            found.add(word[:_LEAST_LETTERS])
        before = word if _is_dense(word) else ""
    return found


def _is_dense(word: str) -> bool:
    return len(word) == 1 and ord(word) >= _DENSE
