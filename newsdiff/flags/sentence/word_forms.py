"""Whether two words are one in another form: a slip of the pen, an ending, an acronym and its words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.senses import Senses
from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.text.tokens import shared_start

ACRONYM_LETTERS = 7  # letters of an acronym, at most
SPOKEN_LETTERS = 3  # letters of an acronym that is written as a word, at least
_MIXED = 4  # letters of one in which a word such as *of* gives a small letter: MoD
_CUT = 4  # letters of a word that is cut
_LINK = 3  # letters of a word that an acronym may leave out
_ENDINGS = frozenset(("ent", "ant", "ence", "ance", "ly", "al", "ally", "ness", "ment", "ion", "ity"))
_VOWELS = frozenset("aeiouy")
_MOST_PAIRS = 400  # of words, each looked at for being forms of one
_LEAST_CLIPPED = 2  # letters of a word that is cut
_ENDING = 2  # letters, of a form of it
MOST_ROMAN = 39  # of a number behind a name: L and C are letters of names and grades
_ROMAN = ("I", "V", "X")  # what such a number begins with
_POUND = frozenset(("lb", "pound"))
_LONG = 5  # letters of a word in which one vowel may be a slip


@lru_cache(maxsize=MOST_WORDS)
def acronym(word: str) -> str:
    """A word that may stand for others, in lower case without dots and endings; nothing of another word."""
    letters = bare(word).replace(".", "").replace("&", "")  # R&D
    letters = letters[:-1] if letters[:-1].isupper() and letters.endswith("s") else letters
    mixed = 2 < len(letters) <= _MIXED and letters[0].isupper() and letters[2:].isupper()
    return letters.lower() if mixed or (letters.isupper() and 1 < len(letters) <= ACRONYM_LETTERS) else ""


def spoken_acronym(word: str) -> bool:
    """Whether a word may be an acronym that is written as a word: Nasa."""
    return SPOKEN_LETTERS <= len(word) <= ACRONYM_LETTERS and word.istitle() and word.isalpha()


def spelled_out(tokens: Tokens, letters: str) -> list[int]:
    """The run of words that begin with some letters, each in its turn, over words of one to three letters."""
    for start in (i for i, word in enumerate(tokens.low) if word[0] == letters[0]):
        at = 0
        for i in range(start, min(start + 3 * len(letters), len(tokens))):
            word, short = tokens.low[i], acronym(tokens.raw[i])
            if short and short != letters and letters.startswith(short, at):
                at += len(short)
            elif len(word) <= _LINK and letters[at:] == word[0] == tokens.at(i + 1)[:1]:
                continue  # mergers and acquisitions
            elif word[0] == letters[at] and short != letters:
                at += 1
            elif word.isalpha() and len(word) > _LINK:
                break
            if at == len(letters):
                return list(range(start, i + 1)) if i > start else []
    return []


def form_keys(word: str, prefixes: Iterable[str]) -> Iterator[str]:
    """Keys of which two words share one if they are ``misspelled``, ``near``, ``derived`` or differ by a prefix."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    yield f"-{word}"
    yield from (f"-{word[len(p) :]}" for p in prefixes if word.startswith(p))
    yield f"{word}~"
    yield from (f"{word[: -len(e)]}~" for e in _ENDINGS if word.endswith(e))


def shortened(a: str, b: str) -> bool:
    """Whether one word is the other cut to its consonants, or to its head and its last letter: *rd*, *dept*, *govt*."""
    short, long = sorted((a, b), key=len)
    head, mark, tail = short.partition("'")
    if mark and head and tail:
        return len(long) > len(short) and long.startswith(head) and long.endswith(tail)  # gov't
    if not 1 < len(short) <= _CUT < len(long) + 1 or short[0] != long[0] or short[-1] not in long[-2:]:
        return False
    if not short.isalpha() or not long.isalpha():
        return False
    if any(c in _VOWELS for c in short[1:]):
        return len(long) >= 2 * len(short) and long.startswith(short[:-1]) and long.endswith(short[-1])
    rest = iter(long)
    return all(c in rest for c in short)


def derived(a: str, b: str) -> bool:
    """Whether one word is the other with an ending that makes another part of speech of it: exist, existent."""
    short, long = sorted((a, b), key=len)
    return len(short) >= _LONG and long.startswith(short) and long[len(short) :] in _ENDINGS


def is_slip(a: str, b: str, words: WordTable | None) -> bool:
    """Whether one of two words is a slip of the pen for the other; not where both are words of a sense of their own
    (diary, dairy), unless writers take them for one another (principle, principal), or one tells an act: tired, tried.
    """
    if mixed_up(a, b, words):
        return True
    if words and a in words.demonyms and b in words.demonyms:
        return False  # Nigerien, Nigerian
    senses = words.senses if words else None
    if not misspelled(a, b):
        return senses is not None and near(a, b) and senses.known(a) != senses.known(b)
    if senses is not None:
        return not (senses.known(a) and senses.known(b)) or senses.synonymous(a, b)
    scales = words.acts if words else None
    mine, theirs = ([found.point for found in scales.at([word], 0)] if scales else [] for word in (a, b))
    return not (mine and theirs) or mine == theirs


def mixed_up(a: str, b: str, words: WordTable | None) -> bool:
    """Whether writers take one of two words for the other: compliments, complements."""
    if words is None or words.senses is None or a[:1] != b[:1]:
        return False
    mine, theirs = ({words.mixed_up[w] for w in (x, *words.senses.lemmas(x)) if w in words.mixed_up} for x in (a, b))
    return not mine.isdisjoint(theirs)


def misspelled(a: str, b: str) -> bool:
    """Whether two words differ in one vowel, a doubled letter, or two letters that changed places: weary, wary."""
    if max(len(a), len(b)) < _LONG or a[0] != b[0]:
        return False
    if len(a) == len(b):
        at = next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), 0)
        if a[at + 1 : at + 2] + a[at] + a[at + 2 :] == b[at:]:
            return True
        return a[at] in _VOWELS and b[at] in _VOWELS and a[at + 1 :] == b[at + 1 :] and at < len(a) - 1
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) != 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return long[at] in _VOWELS | {long[at - 1]} and short[at:] == long[at + 1 :] and at < len(short)


def numeral(raw: str, words: WordTable) -> int:
    """The number of a word that stands behind or before a name: II, Second, Two, 2; 0 of another word."""
    if raw != "I" and raw[:1] in _ROMAN:
        from newsdiff.language.roman import roman_value

        if 0 < (value := roman_value(raw)) <= MOST_ROMAN:
            return value
    if raw.isdecimal() and len(raw) <= len(str(MOST_ROMAN)):
        return int(raw)
    return int(words.ranks.get(raw.lower(), 0) or words.cardinals.get(raw.lower(), 0))


def _one_numeral(a: str, b: str, words: WordTable) -> bool:
    """Whether two words as they stand are one number, and one of them is in Roman figures: Elizabeth II, the Second."""
    roman = any(w.isupper() and w.isalpha() for w in (a, b))
    return roman and a != b and 0 < numeral(a, words) == numeral(b, words)


def _clipped(a: str, b: str, senses: Senses) -> bool:
    """Whether two words of one sense are one, and the same cut at its head or its end: photo, photograph; telephoned,
    phoned.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < _LEAST_CLIPPED or _stem_of_cut(short) not in long:
        return False
    pairs = ((x, y) for x in senses.lemmas(short) for y in senses.lemmas(long) if x != y and x in y)
    return any(senses.one_thing(x, y) for x, y in pairs)


def one_unit(a: str, b: str, words: WordTable | None) -> bool:
    """Whether two words are one unit: $9/oz, $9 an ounce; a pound may be one of weight as well."""
    if words is None or a == b or (unit := words.units.get(a)) is None:
        return False
    return unit == words.units.get(b) or {a, b} == _POUND


def _likely(
    tokens: Tokens, places: Collection[int], other: Tokens, there: Collection[int], words: WordTable
) -> Iterator[tuple[int, int]]:
    """Some tokens with those of the other side that may be a longer form of them; a number in capitals, which may be a
    Roman figure, with all.
    """
    whole = [(j, other.bare[j]) for j in there]
    text = " ".join([word for _, word in whole])
    for i in places:
        stem = _stem_of_cut(tokens.bare[i])
        if tokens.raw[i].isupper() and numeral(tokens.raw[i], words):
            yield from ((i, j) for j in there)
        elif len(stem) >= _LEAST_CLIPPED and stem in text:
            yield from [(i, j) for j, word in whole if stem in word]


def _stem_of_cut(word: str) -> str:
    """What of a word that is cut stands in the whole one, too."""
    return word[:-_ENDING] if len(word) > _LEAST_CLIPPED + _ENDING else word[:_LEAST_CLIPPED]


def other_words(
    sides: tuple[Tokens, Tokens],
    regions: Sequence[tuple[range, range]],
    changed: tuple[Collection[int], Collection[int]],
    words: WordTable | None,
) -> tuple[set[int], set[int]]:
    """The tokens of either side that are one number or one word, cut, with one of the other side; of each two one is a
    changed word of substance, the other one a token of the places where the sides differ.
    """
    found: tuple[set[int], set[int]] = set(), set()
    if words is None or words.senses is None or len(changed[0]) * len(changed[1]) > _MOST_PAIRS:
        return found
    old, new = sides
    mine, theirs = (set(changed[side]).union(*[region[side] for region in regions]) for side in (0, 1))
    gone, came = changed
    likely = {*_likely(old, gone, new, theirs, words), *_likely(old, mine.difference(gone), new, came, words)}
    likely.update((i, j) for j, i in _likely(new, came, old, mine, words))
    likely.update((i, j) for j, i in _likely(new, theirs.difference(came), old, gone, words))
    for i, j in likely:
        a, b = old.bare[i], new.bare[j]
        alike = a.isascii() and b.isascii() and _clipped(a, b, words.senses)
        if alike or _one_numeral(old.raw[i], new.raw[j], words):
            found[0].add(i)
            found[1].add(j)
    return found


def near(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes a word of the other one, or two that changed places."""
    if abs(len(a) - len(b)) > 1 or len(a) <= _LINK:
        return False
    at = shared_start(a, b)
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or a[at + 1 : at + 2] + a[at] + a[at + 2 :] == b[at:]
    short, long = sorted((a, b), key=len)
    return short[at:] == long[at + 1 :]


def opposes(tokens: Tokens, places: Collection[int], words: WordTable) -> bool:
    """Whether some tokens are one *against*, or the like that the verb before it says as well: appeal against it."""
    if words.senses is None or len(places) != 1:
        return False
    [i] = places
    return tokens.low[i] in words.turns and not words.opposing.isdisjoint(words.senses.lemmas(tokens.at(i - 1) or "-"))


def bears_it(word: str, words: WordTable | None) -> bool:
    """Whether a word is for somebody to whom something is done, and no form of who does it: employee, employer."""
    senses = words.senses if words else None
    return word.removesuffix("s").endswith("ee") and senses is not None and word.isascii() and senses.person(word)
