"""Common words whose place tells a name, in a sentence that writes others small: The Crown stars, as Bridges faces."""

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_AGE_DIGITS = 2  # of the age under or over which a team's players are: U-21
_BREAKS = frozenset((":", "-", "|"))


def is_framed(tokens: Tokens, i: int, words: WordTable, *, headed: bool) -> bool:
    """Whether the words around a capitalised common one tell that it is a name."""
    if not i or words.senses is None or not tokens.low[i].isascii():
        return False
    return is_placed(tokens, i, words) or _agrees(tokens, i, words) or (headed and _has_an_article(tokens, i))


def is_placed(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a word stands behind a quarter of the sky that is written large: Western Springs."""
    return tokens.at(i - 1) in words.quarters and tokens.raw[i - 1].istitle() and tokens.raw[i].istitle()


def _agrees(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a word in the plural governs a verb in the singular, and so is one person: as Bridges faces backlash."""
    verb = tokens.at(i + 1)
    if not (tokens.low[i].endswith("s") and verb.endswith("s") and verb.isalpha() and tokens.raw[i - 1].islower()):
        return False
    return words.senses is not None and words.senses.may_be(verb, "v") and verb not in words.stop


def _has_an_article(tokens: Tokens, i: int) -> bool:
    """Whether an article with a capital stands before a word inside a headline: updates: The Crown stars shine."""
    return i > 1 and tokens.raw[i - 1] == "The" and tokens.raw[i].istitle()


def closes(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a word alone ends a headline behind a colon or a dash, where who speaks stands: talks are over: Pence."""
    low, senses = tokens.low[i], words.senses
    if senses is None or i + 1 != len(tokens) or i < 2 or low in words.sources or not low.isascii():
        return False
    apart = tokens.at(i - 1) == ":" or (tokens.at(i - 1) in _BREAKS and not tokens.glued(i - 1) and not tokens.glued(i))
    return apart and not senses.entry(low).parts[:1].strip() and tokens.raw[i].istitle()


def tags_from(tokens: Tokens, words: WordTable) -> int:
    """Where the sections begin that a page lists behind a teaser (in curbs Markets, Economy, World); else its end."""
    low, raw, first = tokens.low, tokens.raw, len(tokens)
    if words.senses is None or "," not in low or not raw[-1].istitle():
        return first
    while first > 1 and (low[first - 1] == "," or (raw[first - 1].istitle() and low[first - 1] in words.common)):
        first -= 1
    first += low[first : first + 1] == [","]
    led = low[first - 1] in words.prepositions or low[first - 1] in words.stop or not raw[first - 1].islower()
    return len(tokens) if led or "," not in low[first:] else first


def model(tokens: Tokens, i: int) -> str:
    """A letter and the figure behind a hyphen, which together are a model or a code: F-15, S-400; nothing of others."""
    joined = tokens.at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    letter, figure = tokens.raw[i], tokens.at(i + 2)
    if not joined or len(letter) != 1 or not letter.isupper() or not figure.isdecimal():
        return ""
    if letter in "UO" and len(figure) <= _AGE_DIGITS:
        return ""  # U-21
    return f"{letter}{figure}"


def hyphenated_from(tokens: Tokens, first: int) -> int:
    """Where a word begins of which a name is the last part: Stoke-on-Trent, Chalon-sur-Saône; not: Iran-Israel."""
    at, small = first, False
    while at > 1 and tokens.low[at - 1] == "-" and tokens.glued(at) and tokens.glued(at - 1):
        at -= 2
        if tokens.raw[at][0].isupper():
            return at if small else first
        small = True
    return first
