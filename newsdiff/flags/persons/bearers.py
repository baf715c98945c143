"""What bears an act: the object of a verb, the subject of its passive, the noun that its participle stands before.

Verbs that take people (arrest, kill, sack) tell of no such act where a thing bears it: a club arrests a slide, rain
kills hopes, a pass is well executed. Nor do they where a particle makes another verb of them: an engine fires up.
"""

from newsdiff.flags.sentence.acts import auxiliary, forms_of_be, is_verb
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_BORNE_BY_PEOPLE = frozenset(  # points of scales that only people, and what lives, come to
    [
        *("killed", "hurt", "badly hurt", "slightly hurt", "executed"),
        *("questioned", "arrested", "charged", "convicted", "jailed", "cleared", "held"),
        *("fired", "hired", "demoted", "rape", "kidnap", "murder"),
    ]
)
_LIVING = "PGB"  # a person, a group, a beast
_NOUN_TOKENS = 6  # of a noun with all that stands before it
_SUBJECT_NOUNS = 4  # from the end of a subject to its head: hopes of a late rally


def is_figurative(act: ScalePoint, sentence: Sentence, words: WordTable) -> bool:
    """Whether an act that people bear is told of what is surely a thing, or by half of another verb."""
    if act.point.name not in _BORNE_BY_PEOPLE or act.last - act.first > 1:
        return False
    low = sentence.tokens.bare
    if act.last > act.first and low[act.last] not in words.particles:
        return False
    if not is_verb(sentence, act.first, words, ()):
        return False
    if act.last == act.first and _with_particle(sentence, act.first, words):
        return True
    return of_a_thing(sentence, act.first, words)


def of_a_thing(sentence: Sentence, verb: int, words: WordTable) -> bool:
    """Whether what bears the act of a verb is surely a thing."""
    head = _bearer(sentence, verb, words)
    return head is not None and _is_thing(sentence, head, words)


def _with_particle(sentence: Sentence, verb: int, words: WordTable) -> bool:
    """Whether a verb and the particle behind it are a verb of their own: fires up."""
    behind = sentence.tokens.at(verb + 1)
    if behind not in words.particles or words.senses is None:
        return False
    senses = words.senses
    return any(senses.entry(f"{lemma}_{behind}").parts for lemma in senses.lemmas(sentence.tokens.bare[verb]))


def _bearer(sentence: Sentence, verb: int, words: WordTable) -> int | None:
    """The head of what bears the act of a verb; None in doubt."""
    low = sentence.tokens.bare
    be = auxiliary(sentence, verb, words)
    if be is not None and all(w.endswith("ly") or w in forms_of_be(words) for w in low[be:verb]):
        return _subject(sentence, be - 1, words)
    at = verb + 1
    while at < len(low) and (low[at] in words.particles or low[at].endswith("ly")):
        at += 1
    if at < len(low) and (low[at][0].isdecimal() or low[at] in words.cardinals):
        return None
    object_head = _head(sentence, at, words)
    if object_head is not None:
        return object_head
    behind = low[at] if at < len(low) else "."
    light = behind in words.grammar and behind not in words.prepositions
    if light or behind in words.determiners or behind in words.pronouns:
        return None  # him, that, most of
    return _subject(sentence, verb - 1, words)


def _head(sentence: Sentence, first: int, words: WordTable) -> int | None:
    """The last word of the noun that begins at a token, behind its articles."""
    low = sentence.tokens.bare
    while first < len(low) and (low[first] in words.determiners or low[first] in words.vague):
        first += 1
    last = first
    while last < min(first + _NOUN_TOKENS, len(low)) and _in_a_noun(sentence, last, words, first):
        last += 1
    return last - 1 if last > first else None


def _in_a_noun(sentence: Sentence, i: int, words: WordTable, first: int) -> bool:
    low = sentence.tokens.bare[i]
    if not low[0].isalpha() or low in words.grammar or low in words.prepositions or low in words.particles:
        return low == "-" and i > first
    return i == first or not is_verb(sentence, i, words, ()) or low.endswith("ed")


def _subject(sentence: Sentence, last: int, words: WordTable) -> int | None:
    """The head of the subject that ends at a token: the first noun of those that prepositions join; None in doubt."""
    low, at, head = sentence.tokens.bare, last, None
    while at >= 0 and (low[at].endswith("ly") or low[at] in words.asides or low[at] in words.light_verbs):
        at -= 1
    for _ in range(_SUBJECT_NOUNS):
        if at < 0 or not low[at][0].isalpha() or low[at] in words.grammar:
            return None
        head = at
        while at >= 0 and low[at][0].isalpha() and low[at] not in words.grammar:
            at -= 1
        while at >= 0 and (low[at] in words.determiners or low[at] in words.vague):
            at -= 1
        if at < 0 or low[at] not in words.prepositions:
            return head if at < 0 or low[at] in ".;:" else None
        at -= 1
    return None


def _is_thing(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a word is a noun for a thing: no name, no number, none that may be a person's, a group's or a beast's."""
    assert words.senses
    low, raw = sentence.tokens.bare[i], sentence.tokens.raw[i]
    if (raw[0].isupper() and i > 0) or low in words.cardinals or low in words.headcounts or low in words.scales:
        return False
    if low in words.portions:
        return False  # of whom?
    noun = words.senses.may_be(low, "n")
    return noun and not any(words.senses.may_be(low, part) for part in _LIVING)
