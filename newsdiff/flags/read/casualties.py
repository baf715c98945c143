"""Whether a quantity counts the dead, the hurt or the missing: by the act that stands with it."""

from newsdiff.flags.read.quantities import RANK, Quantity
from newsdiff.flags.sentence.acts import acts
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_SCALE = frozenset(("casualty",))
_LEAST_DEGREE = 2  # of an act on that scale: hurt, dead; an attack or a crash alone is none
_LINKS = frozenset(("of", "von", "de", "di", "van", "a"))  # a toll of 14 people, mató a 14 personas; not in 14 towns
_BEHIND_TOKENS = 6  # between a number and the act behind it: 14 people from the village were killed
_BEFORE_TOKENS = 4  # between the act and the number behind it: the death toll has now risen to 14


def counts_casualties(quantity: Quantity) -> bool:
    """Whether what is counted died, was hurt or is missing: 14 dead, killed at least 14 people, a death toll of 14."""
    sentence = quantity.sentence
    if sentence.words is None or sentence.words.acts is None or quantity.value % 1:
        return False
    at_the_end = quantity.last == len(sentence.tokens) - 1  # stieg auf 14.: the stop is the sentence's
    if quantity.unit and not (quantity.unit == RANK and at_the_end):
        return False
    found = acts(sentence, sentence.words, _SCALE)
    return any(_goes_with(quantity, act) for act in found if act.point.degree >= _LEAST_DEGREE)


def _goes_with(quantity: Quantity, act: ScalePoint) -> bool:
    """Whether nothing between a number and an act parts them: a mark, another number, or who did what to whom."""
    tokens, words = quantity.sentence.tokens, quantity.sentence.words
    assert words is not None
    is_before = act.first > quantity.last
    between = tokens.low[quantity.last + 1 : act.first] if is_before else tokens.low[act.last + 1 : quantity.first]
    if len(between) > (_BEHIND_TOKENS if is_before else _BEFORE_TOKENS):
        return False
    if any(word in words.cardinals or not word[0].isalpha() for word in between):
        return False
    # 14 soldiers in the north were hurt; not: in 14 towns people died, 14 officers investigated the deaths
    if is_before:
        if between and tokens.at(quantity.first - 1) in words.prepositions - _LINKS:
            return False
        led = zip(["", *between], between, strict=False)
        return not any(word in words.determiners and before not in words.prepositions for before, word in led)
    if between and between[-1] in words.light & words.ranges:  # died aged 74
        return False
    return not (_counts_others(quantity, words) and any(w in words.prepositions - _LINKS for w in between))


def _counts_others(quantity: Quantity, words: WordTable) -> bool:
    """Whether a noun stands behind a number: killed in 14 towns; a toll that rose to 14 counts nothing but the dead."""
    [behind] = quantity.sentence.tokens.low[quantity.last + 1 : quantity.last + 2] or [""]
    return behind[:1].isalpha() and behind not in words.grammar
