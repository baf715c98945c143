"""Names in a language that writes all nouns with a capital: told by position, compound and a lexicon of nouns.

A noun stands in the lexicon, ends as nouns do, or is made of two words of the lexicon; behind a first name, an office
or *Herr* it is a family name all the same. An unknown word behind an article, an adjective or a number is a noun as
well; any other is a name, and before a hyphen it is one whatever governs the word behind.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from newsdiff.flags.forms.stems import ADJECTIVE_ENDINGS
from newsdiff.flags.read.usage import Usage
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable

_SHORTEST = 3  # letters of a part of a compound
_SHORT = 4  # letters of a word that is a noun only where a list of short ones has it: Tag, not ida
_ADDED, _DROPPED = 3, 3  # letters of a place's name that its people's adds and drops: Zürich, Zürcher
_FORMS = 3  # of an adjective, at least
_YEAR_DIGITS = 4
_PLURAL = 9  # letters of a plural in -n that is known by its singular
_LONGEST = 48  # letters of a compound that is taken apart
_LONG = 6  # letters of a word whose ending tells that it is a noun
_AGENT_ENDINGS = ("er", "ern")
_WOMAN_ENDINGS = ("erin", "erinnen")
_LINKS = ("", "s", "n", "en", "e", "es", "er")  # between the parts of a compound
_REACH_WORDS = 3  # adjectives between an article and its noun


def is_name(tokens: Tokens, i: int, words: WordTable, usage: Usage, *, opens: bool, headed: bool) -> bool:
    """Whether a capitalised word is (part of) a name; ``opens`` where a sentence begins with it, ``headed`` in a
    headline, which drops articles.
    """
    low = bare(tokens.low[i])
    if is_place(low, words):
        return True
    if _of_a_place(low, words) or usage.small(low):
        return False
    if _behind_first_name(tokens, i, words):
        return True
    owned = low if is_noun(low, words) else low.removesuffix("s")
    if owned == low and _counted(tokens, i, words) and is_noun(low, words):
        return False  # 16.000 Hacker
    if any(low in known or owned in known for known in (words.given_names, words.names)):
        return True
    if tokens.at(i - 1) == "-" and tokens.glued(i):
        return _joined(tokens, i, words)  # else the head of a compound: Corona-Leugner
    if low in words.grammar or low in _phrase_words(words) or low in words.scales or low in words.small:
        return False
    if _is_adjective(low, words):
        return False  # Haarsträubendes, die Unschlagbaren
    if _bears_office(tokens, i, words):
        return True
    if is_noun(low, words):
        return (not headed and _speaks_alone(tokens, i, words)) or _named_elsewhere(tokens, i, words, usage)
    if opens:
        return _may_open(tokens, i, words)
    of_compound = tokens.at(i + 1) == "-" and tokens.glued(i + 1)  # what stands before it governs its last part
    return of_compound or not (_governed(tokens, i, words) or _counted(tokens, i, words))


def _joined(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a word behind a hyphen goes on a name: neither it nor the one before is a noun: Crans-Montana; or it
    stands behind a first name.
    """
    if not tokens.raw[i].istitle() or not tokens.raw[i - 2].istitle():
        return False
    pair = [bare(tokens.low[j]) for j in (i - 2, i)]
    if pair[0] in words.given_names:
        return pair[1] not in words.nouns  # Anna-Sophie, though words end so
    return all(len(w) > _SHORTEST and not is_noun(w, words) and w not in words.small for w in pair)


@lru_cache(maxsize=64)
def _phrase_words(words: WordTable) -> frozenset[str]:
    """The words of the phrases that lead to a source: nach Angaben."""
    return frozenset(w for phrase in words.source_leads for w in phrase.split())


def is_place(low: str, words: WordTable) -> bool:
    """Whether a word is a known name, or its genitive: Berlin, Berlins."""
    return low in words.places or low.removesuffix("s") in words.places


def _of_a_place(low: str, words: WordTable) -> bool:
    """Whether a word is the adjective of a place: Dresdner, Karlsruher."""
    stem = low.removesuffix("er")
    return stem != low and (stem in words.places or f"{stem[:-1]}e{stem[-1:]}" in words.places)


def of_dwellers(sentence: Sentence, i: int, others: Iterable[str]) -> bool:
    """Whether a word behind a preposition is a place for whose people one of some words may be, as such words are made:
    in Bremen, Bremer; aus Basel, Basler.
    """
    words, place = sentence.words, bare(sentence.tokens.low[i])
    if words is None or "nouns" not in words.capitals or sentence.tokens.at(i - 1) not in words.prepositions:
        return False
    head = place[: max(_SHORTEST, len(place) - _DROPPED)]
    near = (w for w in others if w.endswith("er") and len(w) <= len(place) + _ADDED and w != place)
    return any(w.startswith(head) for w in near)


@lru_cache(maxsize=4096)
def is_noun(low: str, words: WordTable) -> bool:
    """Whether a word is a noun: of the lexicon, by its ending, or as a compound of two known ones."""
    if len(low) <= _SHORT:
        return low in words.short_nouns
    if low in words.nouns or (len(low) >= _LONG and low.endswith(words.noun_endings)):
        return True
    if len(low) > _LONGEST:
        return False
    if low.endswith(_WOMAN_ENDINGS) and is_noun(low.removesuffix("nen").removesuffix("in"), words):
        return True  # Stürmerin
    if low.endswith(_AGENT_ENDINGS) and f"{low.removesuffix('n').removesuffix('er')}en" in words.small:
        return True  # Bezwinger, of bezwingen
    rests = (low.removeprefix(p) for p in words.noun_prefixes if low.startswith(p))
    if any(rest in (words.nouns if len(rest) > _SHORT else words.short_nouns) for rest in rests):
        return True  # Widerstand
    if len(low) >= (_LONG if low[-1] == "s" else _PLURAL) and low[-1] in "sn" and is_noun(low[:-1], words):
        return True  # des Jahresrückblicks, Brandkatastrophen; not Fabian
    return any(
        _ends_compounds(low[at:], words) and _is_first_part(low[:at], words)
        for at in range(_SHORTEST, len(low) - _SHORTEST + 1)
    )


def _ends_compounds(head: str, words: WordTable) -> bool:
    """Whether a word may be the last part of a compound; most short ones of a long list are but ends of names."""
    if len(head) <= _SHORT:
        return head in words.short_nouns
    if head in words.nouns or (head.endswith("en") and head in words.small):
        return True  # Skispringen
    return len(head) >= _LONG and is_noun(head, words)


def _is_first_part(head: str, words: WordTable) -> bool:
    """Whether the first part of a compound is a word, with what links it to the next."""
    stems = [head[: len(head) - len(link)] for link in _LINKS if head.endswith(link)]
    known = (words.nouns, words.places, words.small)
    if any(len(stem) >= _SHORTEST and any(stem in some for some in known) for stem in (*stems, f"{head}en")):
        return True
    return any(len(stem) >= _LONG and is_noun(stem, words) for stem in stems)


@lru_cache(maxsize=4096)
def _is_adjective(low: str, words: WordTable) -> bool:
    """Whether a word is an adjective by its forms: written small it is known in several of its endings."""
    stem = next((low.removesuffix(e) for e in ("en", "er", "es", "em", "e") if low.endswith(e)), "")
    if len(stem) < _SHORTEST:
        return False
    return sum(f"{stem}{ending}" in words.small for ending in ADJECTIVE_ENDINGS) >= _FORMS


def _ends_as_adjective(low: str, words: WordTable) -> bool:
    """Whether a word ends as adjectives are made: perspektivlos, winterliches."""
    bent = next((low.removesuffix(e) for e in ("en", "er", "es", "em", "e") if low.endswith(e)), low)
    return low.endswith(words.adjective_endings) or bent.endswith(words.adjective_endings)


def _bears_office(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether an office of one person stands right before a word, and no article between: Kassenärzte-Chef Gassen."""
    before = tokens.at(i - 1)
    office = bool(before) and (before in words.offices or before.endswith(words.office_heads))
    if not office or tokens.glued(i) or tokens.at(i + 1) == "-":
        return False
    low = bare(tokens.low[i])
    return low not in words.offices and low not in words.scales and tokens.raw[i - 1][0].isupper()


def _counted(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a number counts a word: 16.000 Hacker, zwei Dröhner; years and ordinals count nothing."""
    before = tokens.at(i - 1)
    if before in words.cardinals:
        return words.cardinals[before] > 1
    year = before.isdecimal() and len(before) == _YEAR_DIGITS
    return before.replace(".", "").isdecimal() and not year and tokens.at(i - 2) not in words.labels


def _behind_first_name(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a first name, a courtesy or an office stands right before a word: Anna Koch, Herr Wolf."""
    before = tokens.at(i - 1)
    if before == "." and i > 1:
        before = tokens.at(i - 2)
        return before in words.honorifics
    if tokens.at(i - 2) == "-" and tokens.glued(i - 1) and tokens.at(i - 3) in words.given_names:
        return _joined(tokens, i - 1, words)  # Anna-Sophie Koch
    if before in words.given_names or before in words.honorifics:
        return bool(before)
    if before not in words.names or before in words.places or is_noun(before, words):
        return False
    return tokens.raw[i].istitle() and tokens.low[i] not in words.months  # Kevin Trapp


def _speaks_alone(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a noun without an article speaks in the singular, as he does whose name it is: sagte Koch."""
    low, before, after = tokens.low[i], tokens.at(i - 1), tokens.at(i + 1)
    capital = tokens.raw[i + 1][:1].isupper() if i + 1 < len(tokens) else False
    if capital or low.endswith(words.noun_endings) or low in words.sources or low in words.offices:
        return False
    if before in words.source_leads and low not in words.nouns:
        return False  # a compound, as no family is called: laut Grenzschutz
    said = before if before in words.tellings else after if after in words.tellings and _opens_clause(before) else ""
    return before in words.source_leads or (bool(said) and not said.endswith("n"))


def _named_elsewhere(tokens: Tokens, i: int, words: WordTable, usage: Usage) -> bool:
    """Whether a noun without an article stands behind a first name elsewhere in the article: Friedrich Merz, Merz."""
    before = tokens.at(i - 1)
    if before in words.determiners:
        return False
    return any(w in words.given_names or w in words.names for w in usage.before(bare(tokens.low[i])))


def shouted(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether letters in capitals are but a word: EILMELDUNG, ein GROSSES Jahr; not what speaks or acts: BILD nennt."""
    low, after = tokens.low[i], tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    if low in words.small or low in words.grammar or low in words.stop or _is_adjective(low, words):
        return True
    return is_noun(low, words) and not (i == 0 and after.islower() and after.isalpha() and low not in words.joining)


def glued_nouns(raw: str, words: WordTable) -> bool:
    """Whether a word with a capital inside is a kicker and the first word of a headline, glued: NewsGehalt."""
    inside = [at for at in range(1, len(raw)) if raw[at].isupper() and raw[at - 1].islower()]
    parts = [raw[a:b].lower() for a, b in pairwise((0, *inside, len(raw)))]
    return len(parts) > 1 and all(is_noun(p, words) or p in words.stop or p in words.small for p in parts)


def _opens_clause(before: str) -> bool:
    return not before or not before[0].isalnum()


def _may_open(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether an unknown word at a sentence's start is a name: before another one, a verb of saying, a colon."""
    after = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    low = after.lower()
    if tokens.low[i] in words.sayings or tokens.low[i] in words.prepositions:
        return False
    if after[:1].isupper():
        return not is_noun(low, words) and low not in words.stop and low not in words.offices
    if low in words.sayings or tokens.at(i + 1) == ":":
        return True
    plain = after[:1].isdecimal() or (after.islower() and after.isalpha() and low not in words.joining)
    return plain and not _ends_as_adjective(tokens.low[i], words)


def _governed(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether an article, or an adjective that has one, stands before a word."""
    for at in range(i - 1, max(-1, i - 2 - _REACH_WORDS), -1):
        word = tokens.low[at]
        if word in words.determiners:
            return True
        if at == i - 1 and tokens.raw[at].islower() and word not in words.stop and _is_adjective(word, words):
            return True  # neuer Tumult
        adjective = tokens.raw[at].islower() and word.endswith(ADJECTIVE_ENDINGS) and word not in words.stop
        if adjective and tokens.at(at - 1) in words.prepositions and word not in words.prepositions:
            return True  # von rheinischen Domen
        if not adjective or word in words.prepositions:
            return False
    return False
