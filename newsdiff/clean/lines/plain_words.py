"""The words of a text in plain letters, cut in half the time that an expression takes."""

_PARTING = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "_"})
_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\xa0"


def plain_words(text: str) -> list[str] | None:
    r"""What ``\w+`` finds in a text whose letters are all plain, signs of typography aside; None for any other.

    >>> plain_words("It’s 5.30: the ferry_boat sails.")
    ['It', 's', '5', '30', 'the', 'ferry_boat', 'sails']
    """
    if not text.isascii():
        for sign in _TYPOGRAPHY:
            text = text.replace(sign, " ")
        if not text.isascii():
            return None
    return text.translate(_PARTING).split()
