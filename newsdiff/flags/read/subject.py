"""What a quantity counts: the noun behind it, with the owner before it (*Gaza's 2.3 million residents*)."""

from newsdiff.flags.read.quantities import Quantity

_REACH_TOKENS = 4  # tokens behind a quantity that are looked through for its noun
_LINKS = frozenset(("the", "of", "and", "in", "to", "for", "on", "at", "by", "from", "with", "a", "an", "or", "per"))
_PLACES = frozenset(("behind", "near", "over", "under", "across", "around", "between", "within", "during", "since"))
_CLAUSES = frozenset(("who", "that", "which", "when", "while", "after", "before", "as", "than"))
_VERBS = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did"))
_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "must", "should"))
_STOP = _LINKS | _PLACES | _CLAUSES | _VERBS | _MODALS


def counted(quantity: Quantity) -> str:
    """The thing counted: *residents of Gaza*, *people killed*, or nothing when no noun follows."""
    tokens, at = quantity.sentence.tokens, quantity.last + 1
    words: list[str] = []
    known = quantity.sentence.words
    stop = _STOP | known.stop | known.prepositions if known else _STOP
    large = known is not None and "nouns" in known.capitals
    end = min(len(tokens), at + _REACH_TOKENS)
    while at < end and tokens.raw[at][0].isalpha() and tokens.low[at] not in stop:
        words.append(tokens.raw[at])
        at += 1
        if large and words[-1][0].isupper():  # where nouns are written large, what is behind one is no more of it
            break
    noun = " ".join(words[:2])
    owner = tokens.raw[quantity.first - 1] if quantity.first else ""
    if noun and owner.endswith("'s"):
        return f"{words[0]} of {owner[:-2]}"
    return noun
