"""What makes two words forms of one, by language: their stem, the verb that they are of, the first part of a verb."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from newsdiff.flags.sentence.tokens import Tokens, stem
from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import MOST_WORDS

ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")  # of adjectives where nouns have capitals
_LEAST = 4  # letters behind the first part of a verb, at least
_JOINT = "+"  # between the first part of a verb and the rest
_BETWEEN = ("ge", "zu")  # what stands between them: festgenommen, festzunehmen
_CLOSING = frozenset(".,;:!?()")  # marks beyond which no verb has its first part


@cache
def stemmer(words: WordTable) -> Callable[[str], str]:
    """What cuts the words of a language."""
    if not words.endings:
        return stem
    from newsdiff.language.inflection import cutter  # English has a dictionary instead

    return cutter(words.endings, participles="nouns" in words.capitals)


@cache
def word_keys(words: WordTable) -> Callable[[str], tuple[str, ...]]:
    """What gives the keys of a word, of which it has one in common with each other form of it: the stem first."""
    cut = stemmer(words)
    if words.verbs is None:
        return lambda word: (cut(word),)
    verbs, owned = words.verbs, "nouns" in words.capitals

    def simple(word: str) -> tuple[str, ...]:
        named = (cut(word[:-1]),) if owned and word.endswith("s") else ()  # Brandners, Brandner
        return tuple(dict.fromkeys((cut(word), *named, *verbs.of(cut(word)))))

    @lru_cache(maxsize=MOST_WORDS)
    def keys(word: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*simple(word), *_composed(word, words, simple))))

    return keys


def _composed(word: str, words: WordTable, simple: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    """The keys of a verb with a first part: that part, and the keys of the rest."""
    for first in _beginnings(word, words.separable):
        if len(word) - len(first) >= _LEAST:
            rest = word[len(first) :]
            for verb in (rest, *(rest[2:] for mark in _BETWEEN if rest.startswith(mark))):
                yield from (f"{first}{_JOINT}{key}" for key in simple(verb))
    for first in _beginnings(word, words.inseparable):
        if words.verbs:
            known = simple(word[len(first) :])
            yield from (f"{first}{_JOINT}{key}" for key in known[1:])


def _beginnings(word: str, firsts: frozenset[str]) -> Iterator[str]:
    """The first parts of verbs with which a word begins."""
    return (word[:at] for at in range(2, len(word)) if word[:at] in firsts) if firsts else iter(())


def parted_verbs(
    tokens: Tokens, other: Tokens, changed: tuple[Sequence[int], Sequence[int]], words: WordTable | None
) -> Iterator[tuple[int, int, int]]:
    """The changed verbs of one side whose first part stands behind them, with that part, and each with the changed
    word of the other side that is the same verb in one word: nahm ... fest, festgenommen.
    """
    if words is None or not words.separable or words.separable.isdisjoint(tokens.low):
        return
    keys = word_keys(words)
    whole = {key: j for j in changed[1] for key in keys(other.low[j]) if _JOINT in key}
    for i in changed[0] if whole else ():
        yield from ((i, part, whole[key]) for key, part in _parted_keys(tokens, i, words) if key in whole)


def turned_parts(
    sides: tuple[Tokens, Tokens], apart: Sequence[tuple[range, range]], words: WordTable | None
) -> tuple[frozenset[int], frozenset[int]]:
    """The first parts of verbs at the end of their clause that stand in one another's place: sagte ab, sagte zu.

    The same words are prepositions before a noun, and of no substance there.
    """
    found: tuple[set[int], set[int]] = set(), set()
    if words is None or not words.separable:
        return frozenset(), frozenset()
    for region in apart:
        if len(region[0]) == len(region[1]) == 1 and all(
            _ends_clause(tokens, places[0], words) for tokens, places in zip(sides, region, strict=True)
        ):
            found[0].add(region[0][0])
            found[1].add(region[1][0])
    return frozenset(found[0]), frozenset(found[1])


def _ends_clause(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether the first part of a verb stands where its clause ends."""
    behind = tokens.at(i + 1)
    return tokens.low[i] in words.separable and (not behind or behind in _CLOSING or behind in words.joining)


def _parted_keys(tokens: Tokens, i: int, words: WordTable) -> Iterator[tuple[str, int]]:
    """The keys of a word with each first part that stands behind it in its clause, and where that stands."""
    for j in range(i + 1, len(tokens)):
        if tokens.low[j] in _CLOSING:
            return
        if tokens.low[j] in words.separable:
            yield from ((f"{tokens.low[j]}{_JOINT}{key}", j) for key in word_keys(words)(tokens.low[i]))
