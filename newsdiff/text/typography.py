"""What is mere typography: the style of quotes and dashes, no-break spaces, white space, soft hyphens.

The sign of a number is never typography: a dash is folded into another dash, never away.
"""

from newsdiff.text.lazy_pattern import lazy_pattern

_FOLD = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
        "\u2026": "...",
        **{chr(0x2080 + n): str(n) for n in range(10)},  # CO\u2082
    }
)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_SOFT_HYPHEN = "\u00ad"
_SPACE = lazy_pattern(r"\s+")


def fold(text: str) -> str:
    """``text`` with its typography folded: two texts that fold alike say the same in the same words.

    >>> fold("\u201cYes\u201d\u00a0\u2014 he said") == fold('"Yes" - he said')
    True
    """
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    import unicodedata  # a library of a megabyte

    whole = text.replace(_SOFT_HYPHEN, "")  # first: it may part a letter from its accent
    return _SPACE.sub(" ", unicodedata.normalize("NFC", whole).translate(_FOLD)).strip()


def unaccented(word: str) -> str:
    """A word without its accents, and with two letters for a ligature: *Café* as *Cafe*, *œuvre* as *oeuvre*."""
    if word.isascii():
        return word
    import unicodedata

    word = word.translate(_LIGATURES)
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
