"""Places told by their people: the Breton port, a port in Brittany; where no list has the people, by its ending."""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish")  # of a people, behind its place or what is left without a vowel
_VOWELS = "aeiouy"
_LEAST_LETTERS = 5  # of a place
_NATION_LETTERS = 4  # letters that a place and its people have in common: Norway, Norwegian


def beginnings(came: Iterable[str], words: WordTable) -> frozenset[str]:
    """How the peoples among some words begin, and the places that they are of."""
    peoples = [word for word in came if word in words.demonyms or _of_a_people(word, words)]
    homes = [home for word in peoples if words.senses for home in words.senses.entry(word).roots]
    return frozenset(word[:_NATION_LETTERS] for word in (*peoples, *homes) if len(word) >= _NATION_LETTERS)


def _of_a_people(word: str, words: WordTable) -> bool:
    return words.senses is not None and word.isascii() and "D" in words.senses.entry(word).parts


def told_by_people(name: Value, others: Sequence[Sentence]) -> bool:
    """Whether a name of one word is a place of which another side has the people before a noun, or such a people."""
    tokens, words = name.sentence.tokens, name.sentence.words
    if name.first != name.last or words is None or words.senses is None:
        return False
    mine = tokens.low[name.first]
    for other in others:
        if mine.isascii() and not other.bag.isdisjoint(words.senses.entry(mine).roots) and _of_a_people(mine, words):
            return True
        for i in _near(mine, other.tokens):
            theirs = other.tokens.low[i]
            if _of_place(theirs, mine) and _describes(other.tokens, i, words):
                return True
            if _of_place(mine, theirs) and _describes(tokens, name.first, words):
                return True
    return False


def _near(word: str, tokens: Tokens) -> Iterator[int]:
    """The capitalised words that begin as another does."""
    head = word[:_NATION_LETTERS]
    return (i for i in tokens.capitals if tokens.low[i].startswith(head) and tokens.low[i] != word)


def _of_place(people: str, place: str) -> bool:
    """Whether a word is a place with the ending of a people: Galician, Keralan, Kentish."""
    if len(place) < _LEAST_LETTERS:
        return False
    return any(people == stem + ending for stem in (place, place.rstrip(_VOWELS)) for ending in _ENDINGS)


def _describes(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a noun in small letters stands behind a word: Julian says is none."""
    after = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    assert words.senses
    verbal = after.endswith(("s", "ed")) and words.senses.may_be(after, "v")
    noun = after.isascii() and words.senses.may_be_noun(after)
    return after.islower() and noun and not verbal


def has_nation(people: str, low: Sequence[str], words: WordTable) -> bool:
    """Whether some words in lower case are a people, its place or another name of either: Norwegian, Norway."""
    homes = {people, *(words.senses.entry(people).roots if words.senses else ())}
    near = (w for w in low if w in homes or w[:_NATION_LETTERS] == people[:_NATION_LETTERS])
    return not all(_other_people(people, w, words) for w in near)


def _other_people(name: str, word: str, words: WordTable) -> bool:
    """Whether a word that begins as a people's name does is the name of another people: Slovak, Slovene."""
    if word not in words.demonyms or name not in words.demonyms or word.startswith(name) or name.startswith(word):
        return False
    roots = [words.senses.entry(w).roots if words.senses else () for w in (name, word)]
    return set(roots[0]).isdisjoint(roots[1]) and not any(r.startswith((name, word)) for r in (*roots[0], *roots[1]))
