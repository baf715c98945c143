"""What a dictionary tells of single words: their lemmas, synonyms, opposites, roots, and whether they name people.

The dictionary is a text of one word a line (``en/build_senses.py`` tells the fields). Only words that changed are asked
for; of the text is read what begins with the same two letters.
"""

import os
from collections.abc import Iterator

from newsdiff.language.files import Lines, read
from newsdiff.language.word_cache import keep
from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_ENDINGS = (  # of an inflected form, and what its lemma has instead
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ("ves", "f"), ("men", "man"),
    ("children", "child"),
)  # fmt: skip
_LAST_LETTERS = frozenset(ending[-1] for ending, _ in _ENDINGS)
_VERBAL = ("ed", "ing")  # endings of verbs alone
_NOUNS = frozenset("nPG")
_LEAST = 2  # letters that an ending leaves


class WordSenses(NamedTuple):
    """One word: parts of speech (P person, G group, B beast; D of a place, M of many senses, S of what people do
    together), lemmas, synonym sets, opposites, roots, kin, the rarer senses of a verb and their kin.
    """

    parts: str = ""
    forms: tuple[str, ...] = ()
    synonyms: frozenset[str] = frozenset()
    opposites: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    kin: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()


_NOTHING = WordSenses()
_SYNONYMS, _OPPOSITES, _KIN, _RARE, _FAR = map(
    WordSenses._fields.index, ("synonyms", "opposites", "kin", "rare", "far")
)


class Senses:
    """A dictionary of one language."""

    def __init__(self, path: str) -> None:
        self._path: Final = path
        self._places: dict[str, tuple[int, int]] = {}  # of the words of two first letters: where, and how many bytes
        self._stretches: dict[str, Lines] = {}  # those that were read
        self._entries: dict[str, WordSenses] = {}
        self._lemmas: dict[str, frozenset[str]] = {}
        self._families: dict[str, frozenset[str]] = {}
        self._letters: dict[str, str] = {}
        self._fields: dict[tuple[str, int], frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        return bool(self.entry(word).parts)

    def known(self, word: str) -> bool:
        """Whether a word is one, or a form of one."""
        return bool(self._parts_of_lemmas(word))

    def entry(self, word: str) -> WordSenses:
        """What is told of a word as it is written; nothing of a word that the dictionary lacks."""
        found = self._entries.get(word)
        if found is None:
            found = keep(self._entries, word, self._senses_of(word))
        return found

    def knows(self, word: str) -> bool:
        """Whether a word, or one of which it is a form, is told of, and as no name of a people."""
        return word.isascii() and any(parts and "D" not in parts for parts in self._parts(word))

    def _parts(self, word: str) -> Iterator[str]:
        yield self.entry(word).parts
        yield from (self.entry(lemma).parts for lemma in self.lemmas(word))

    def lemmas(self, word: str) -> frozenset[str]:
        """The words of which this one may be a form, itself among them when it is one."""
        found = self._lemmas.get(word)
        if found is None:
            found = keep(self._lemmas, word, self._lemmas_of(word))
        return found

    def inflected(self, a: str, b: str) -> bool:
        """Whether two words are forms of one: tenses, persons, numbers, degrees."""
        return not self.lemmas(a).isdisjoint(self.lemmas(b))

    def synonymous(self, a: str, b: str) -> bool:
        """Whether a common sense of two words is the same."""
        return not self._gathered(a, _SYNONYMS).isdisjoint(self._gathered(b, _SYNONYMS))

    def one_thing(self, a: str, b: str) -> bool:
        """Whether two nouns are synonyms."""
        return any(synset[0] == "n" for synset in self.entry(a).synonyms & self.entry(b).synonyms)

    def related(self, a: str, b: str) -> bool:
        """Whether two verbs are near to one another: a common verb has a sense that is near to a sense of each."""
        return not self._gathered(a, _KIN).isdisjoint(self._gathered(b, _KIN))

    def ever_related(self, a: str, b: str, *, of_things: bool = False) -> bool:
        """Whether a common sense of one verb is near to a rarer one of the other as well: equip, fit.

        Of things more is said in figures: there, what is near to a rarer sense is near enough.
        """
        if self.related(a, b):
            return True
        fields = (_RARE, _FAR) if of_things else (_RARE,)
        sides = (a, b), (b, a)
        return any(not self._gathered(x, _KIN).isdisjoint(self._gathered(y, f)) for x, y in sides for f in fields)

    def opposed(self, a: str, b: str) -> bool:
        """Whether one word is told to be the opposite of the other."""
        if not self.lemmas(b).isdisjoint(self._gathered(a, _OPPOSITES)):
            return True
        return not self.lemmas(a).isdisjoint(self._gathered(b, _OPPOSITES))

    def akin(self, a: str, b: str) -> bool:
        """Whether two words are forms of one, or noun and verb of one root: *explosion*, *exploded*."""
        return not self.family(a).isdisjoint(self.family(b))

    def family(self, word: str) -> frozenset[str]:
        """The lemmas of a word, and the nouns and verbs of their root."""
        found = self._families.get(word)
        if found is None:
            lemmas = self.lemmas(word)
            found = keep(self._families, word, lemmas.union(*(self.entry(w).roots for w in lemmas)))
        return found

    def vague(self, word: str) -> bool:
        """Whether a verb has so many senses that it tells little alone: take, turn."""
        return "M" in self._parts_of_lemmas(word)

    def social(self, word: str) -> bool:
        """Whether a verb tells, before all, of what people do with or against one another: dismiss, attack."""
        return "S" in self._parts_of_lemmas(word)

    def person(self, word: str) -> bool:
        """Whether a word is, before all, one for a person, or for people together."""
        verbal = word.endswith(_VERBAL) and self.entry(word).parts in ("", "a", "v", "av", "va")  # suspected, coaching
        return not verbal and any(self.entry(w).parts[:1] == "P" or w in _PEOPLE for w in self.lemmas(word))

    def may_be(self, word: str, part: str) -> bool:
        """Whether a form may be of a part of speech."""
        return part in self._parts_of_lemmas(word)

    def may_be_noun(self, word: str) -> bool:
        """Whether a form may be of a noun: of a thing, a person or a group."""
        return not _NOUNS.isdisjoint(self._parts_of_lemmas(word))

    def _parts_of_lemmas(self, word: str) -> str:
        """The letters of the parts of speech of all lemmas of a word."""
        found = self._letters.get(word)
        if found is None:
            found = keep(self._letters, word, "".join([self.entry(w).parts for w in self.lemmas(word)]))
        return found

    def _gathered(self, word: str, field: int) -> frozenset[str]:
        """What one of the fields holds of all lemmas of a word."""
        found = self._fields.get((word, field))
        if found is None:
            found = frozenset().union(*(self.entry(w)[field] for w in self.lemmas(word)))
            keep(self._fields, (word, field), found)
        return found

    def _lemmas_of(self, word: str) -> frozenset[str]:
        entry = self.entry(word)
        found = {form[1:] for form in entry.forms}
        if entry.parts:
            found.add(word)
        for ending, lemma in _ENDINGS if word[-1:] in _LAST_LETTERS else ():
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                stem = word[: -len(ending)]
                if ending == "ed" and not lemma and "v" in self.entry(f"{stem}e").parts:
                    continue  # rated is of rate, not of rat
                self._add(found, stem + lemma, ending)
                if not lemma and len(stem) > _LEAST and stem[-1] == stem[-2]:
                    self._add(found, stem[:-1], ending)
        return frozenset(found) or frozenset((word, word.removesuffix("s")))

    def _add(self, found: set[str], lemma: str, ending: str) -> None:
        """Keep a lemma that is known, and may have such an ending."""
        parts = self.entry(lemma).parts
        if parts and any(p in parts for p in _PARTS.get(ending, "nvPG")):
            found.add(lemma)

    def _senses_of(self, word: str) -> WordSenses:
        if not word.isascii():
            return _NOTHING
        line = self._stretch(word[:2]).of(f"{word}\t".encode())
        if not line:
            return _NOTHING
        fields = line[:-1].decode().split("\t")
        return WordSenses(
            fields[1],
            tuple(fields[2].split()) if len(fields) > 2 else (),
            frozenset(fields[3].split()) if len(fields) > 3 else frozenset(),
            tuple(fields[4].split()) if len(fields) > 4 else (),
            tuple(fields[5].split()) if len(fields) > 5 else (),
            frozenset(fields[6].split()) if len(fields) > 6 else frozenset(),
            frozenset(fields[7].split()) if len(fields) > 7 else frozenset(),
            frozenset(fields[8].split()) if len(fields) > 8 else frozenset(),
        )

    def _stretch(self, letters: str) -> Lines:
        """The lines of the words that begin with two letters: of the file no more is read."""
        found = self._stretches.get(letters)
        if found is None:
            self._places = self._places or _places(self._path)
            start, size = self._places.get(letters, (0, 0))
            text = read(self._path, start, size) if size else b""
            found = self._stretches[letters] = Lines(b"\n" + text)
        return found


def _places(path: str) -> dict[str, tuple[int, int]]:
    """Where the words of two first letters begin in a file, and how many bytes they take: its first line tells."""
    with open(path, "rb") as file:  # noqa: PTH123
        head, size = file.readline(), os.fstat(file.fileno()).st_size
    starts = [(mark[:2], len(head) + int(mark[2:])) for mark in head.decode().split()]
    ends = [*(start for _, start in starts[1:]), size]
    return {letters: (start, end - start) for (letters, start), end in zip(starts, ends, strict=True)}


_PEOPLE = frozenset(  # groups of people: a dictionary counts series and systems among groups as well
    [
        "police",
        "crowd",
        "group",
        "family",
        "couple",
        "band",
        "team",
        "gang",
        "militia",
        "army",
        "force",
        "troop",
        "government",
        "party",
        "community",
        "company",
        "firm",
        "people",
        "crew",
        "staff",
        "squad",
        "tribe",
        "minority",
        "mob",
        "public",
    ]
)
_PARTS = {"ed": "v", "ied": "v", "ing": "v", "ves": "n", "men": "nPG", "children": "nPG"}
