"""Make ``senses.txt`` from Princeton WordNet 3.0: ``python -m newsdiff.language.en.build_senses FOLDER``.

``FOLDER`` holds WordNet's dictionary files (Debian: ``wordnet-base``, /usr/share/wordnet). One word a line, sorted by
bytes, fields split by tabs:

* the word;
* what it may be: ``v``, ``n``, ``a``, ``r``, for nouns also ``P`` (a person), ``G`` (a group of people) or, behind
  ``n``, ``B`` (a beast), the commonest first; ``D`` when it tells of a people or a place (*Syrian*), ``M`` when it is a
  verb of so many senses that it tells little alone (*take*), ``S`` when its commonest sense as a verb is of what people
  do with or against one another (*dismiss*, *attack*);
* the lemmas of an irregular form (``rose`` -> ``rise``);
* its synonym sets as numbers, the three commonest senses of each part of speech;
* its opposites;
* nouns and verbs of the same root (``explosion`` -> ``explode``), and the place of a people (``Syrian`` -> ``Syria``);
* as a verb, its four commonest senses as numbers, and the senses above and beside them: two verbs that share one are
  near to one another. Verbs of two words (``step_down``) have this field and the second alone;
* as a verb, its rarer senses;
* as a verb, the senses above and beside these.

Before them stands one line that tells where the words of each two first letters begin, in bytes behind that line.

Left out are proper names but those of peoples, and phrases; of plants, animals and the like nothing more is told than
what they may be.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsdiff.named_tuple import NamedTuple

_TARGET = Path(__file__).with_name("senses.txt")
_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSES = 3  # of a part of speech that are taken
_NEAR_SENSES = 4  # of a verb from which others are near to it
_MOST_BELOW = 130  # senses below one that is no general one, such as *change* (401): all verbs would be near to it
_BESIDE = frozenset("@$^")  # the pointers to what is above, in one group, and beside
_MANY_SENSES = 12  # of a verb that tells little alone
_PHRASE = re.compile(
    "[a-z]{2,}_(?:about|across|after|against|ahead|along|apart|around|aside|away|back|by|down|for|forward|in|into|off|on"
    "|out|over|through|together|under|up|upon)"
)
_WORD = re.compile(r"[a-z]{2,}")
_PERSON, _GROUP, _PLACE_NAME, _BEAST = "18", "14", "15", "05"  # numbers of WordNet's lexicographer files
_SOCIAL = frozenset(("33", "41"))  # verbs of fights and games, and of what people do as members of groups
_DULL = frozenset(("05", "08", "13", "20", "27"))  # animals, the body, food, plants, substances


class _Synset(NamedTuple):
    """A set of synonyms: the file of its lexicographer, its words, and its pointers to words of other sets."""

    file: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]  # symbol, part of speech, offset, own word, other word


def _synsets(folder: Path, part: str) -> dict[str, _Synset]:
    found = {}
    for line in (folder / f"data.{_FILES[part]}").read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = tuple(re.sub(r"\(.*\)", "", w) for w in fields[4 : 4 + 2 * count : 2])
        at = 5 + 2 * count
        pointers = tuple(
            (s, p.replace("s", "a"), o, int(n[:2], 16), int(n[2:], 16))
            for s, o, p, n in (fields[i : i + 4] for i in range(at, at + 4 * int(fields[at - 1]), 4))
        )
        found[fields[0]] = _Synset(fields[1], words, pointers)
    return found


def _index(folder: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    """Each lemma of a part of speech with its synonym sets, the commonest first."""
    for line in (folder / f"index.{_FILES[part]}").read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        yield fields[0], fields[-int(fields[2]) :]


def _exceptions(folder: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    for line in (folder / f"{_FILES[part]}.exc").read_text(encoding="ascii").splitlines():
        form, *lemmas = line.split()
        if _WORD.fullmatch(form) and all(map(_WORD.fullmatch, lemmas)):
            yield form, [lemma for lemma in lemmas if lemma != form]


class _Builder:
    def __init__(self, folder: Path) -> None:
        self.sets = {part: _synsets(folder, part) for part in _FILES}
        self.lemmas = {part: dict(_index(folder, part)) for part in _FILES}
        self.folder = folder
        self.numbers: dict[tuple[str, str], int] = {}
        self.parts: dict[str, list[str]] = defaultdict(list)
        self.forms: dict[str, list[str]] = defaultdict(list)
        self.synonyms: dict[str, list[str]] = defaultdict(list)
        self.opposites: dict[str, list[str]] = defaultdict(list)
        self.roots: dict[str, list[str]] = defaultdict(list)
        self.kin: dict[str, list[str]] = defaultdict(list)
        self.rare: dict[str, list[str]] = defaultdict(list)
        self.far: dict[str, list[str]] = defaultdict(list)

    def lines(self) -> list[str]:
        """The lines of the file."""
        for part in _FILES:
            for word, offsets in self.lemmas[part].items():
                if _WORD.fullmatch(word):
                    self._word(word, part, offsets[:_SENSES])
        for part in ("n", "v", "a"):
            for form, lemmas in _exceptions(self.folder, part):
                self.forms[form] += [f"{part}{w}" for w in lemmas if w in self.lemmas[part]]
        for word, offsets in self.lemmas["v"].items():
            if _PHRASE.fullmatch(word):
                self.parts[word].append("v")
            if self.parts.get(word):
                self.parts[word] += ["M"] if len(offsets) >= _MANY_SENSES else []
                self.parts[word] += ["S"] if self.sets["v"][offsets[0]].file in _SOCIAL else []
                taken = offsets if "_" in word else offsets[:_NEAR_SENSES]  # of two words each sense tells
                near = {o for offset in taken for o in self._near(offset)}
                self.kin[word] = [self._number("k", o)[1:] for o in sorted(near)]
        for word, offsets in self.lemmas["v"].items():
            if self.kin.get(word):
                numbers = (self._number("k", offset)[1:] for offset in offsets[_NEAR_SENSES:])
                self.rare[word] = [number for number in numbers if number not in self.kin[word]]
                around = sorted({o for offset in offsets[_NEAR_SENSES:] for o in self._near(offset)})
                known = {*self.kin[word], *self.rare[word]}
                self.far[word] = [n for o in around if (n := self._number("k", o)[1:]) not in known]
        words = {w for w in self.parts if self.parts[w]} | {w for w in self.forms if self.forms[w]}
        return sorted(map(self._line, words), key=lambda line: line.split("\t")[0])

    def _line(self, word: str) -> str:
        fields = (self.forms, self.synonyms, self.opposites, self.roots, self.kin, self.rare, self.far)
        told = (" ".join(dict.fromkeys(f[word])) for f in fields)
        return "\t".join((word, "".join(self.parts[word]), *told)).rstrip("\t")

    def _word(self, word: str, part: str, offsets: list[str]) -> None:
        offsets = [o for o in offsets if word in self.sets[part][o].words or self._of_a_people(part, o)]
        sets = [self.sets[part][o] for o in offsets]
        if not sets:
            return
        self.parts[word].append(self._part(part, sets))
        if part == "n" and all(s.file in _DULL for s in sets):
            return
        if word not in sets[0].words:
            self.parts[word].append("D")
            self.roots[word] += self._homes(word, part, sets)
            return
        for offset, synset in zip(offsets, sets, strict=True):
            if sum(bool(_WORD.fullmatch(w)) for w in synset.words) > 1:
                self.synonyms[word].append(self._number(part, offset))
            self._pointers(word, part, synset)

    def _of_a_people(self, part: str, offset: str) -> bool:
        """Whether a set that is written with capitals is one of the people of a place, or tells of a place."""
        synset = self.sets[part][offset]
        if part == "n":
            return synset.file == _PERSON and self._inhabits(offset)
        return part == "a" and any(self._is_place(p) for p in synset.pointers)

    def _is_place(self, pointer: tuple[str, str, str, int, int]) -> bool:
        symbol, part, offset, _, _ = pointer
        return (
            symbol in "\\+" and part == "n" and (self.sets["n"][offset].file == _PLACE_NAME or self._inhabits(offset))
        )

    def _inhabits(self, offset: str) -> bool:
        """Whether a set of nouns stands below *inhabitant*."""
        if offset == self.lemmas["n"]["inhabitant"][0]:
            return True
        above = (p[2] for p in self.sets["n"][offset].pointers if p[0] in ("@", "@i") and p[1] == "n")
        return any(map(self._inhabits, above))

    def _homes(self, word: str, part: str, sets: list[_Synset]) -> Iterator[str]:
        """The places that an adjective of a people tells of, in lower case."""
        for synset in sets if part == "a" else ():
            for pointer in filter(self._is_place, synset.pointers):
                home = self.sets["n"][pointer[2]].words[pointer[4] - 1].lower()
                if _WORD.fullmatch(home) and home != word:
                    yield home

    def _near(self, offset: str) -> Iterator[str]:
        """A sense, and those above and beside it that are not general."""
        yield offset
        for symbol, part, other, _, _ in self.sets["v"][offset].pointers:
            below = sum(p[0] == "~" for p in self.sets["v"][other].pointers) if part == "v" else 0
            if part == "v" and symbol in _BESIDE and below <= _MOST_BELOW:
                yield other

    def _number(self, part: str, offset: str) -> str:
        return f"{part}{self.numbers.setdefault((part, offset), len(self.numbers)):x}"

    def _pointers(self, word: str, part: str, synset: _Synset) -> None:
        own = synset.words.index(word) + 1 if word in synset.words else 0
        for symbol, other_part, offset, mine, other in synset.pointers:
            if mine != own or not own or symbol not in "!+":
                continue
            target = self.sets[other_part][offset].words[other - 1]
            if not _WORD.fullmatch(target):
                continue
            if symbol == "!":
                self.opposites[word].append(target)
            elif {part, other_part} <= {"n", "v"} and target != word:
                self.roots[word].append(target)

    def _part(self, part: str, sets: list[_Synset]) -> str:
        if part != "n":
            return part
        files = [s.file for s in sets[:2]]
        if _PERSON in files:
            return "P" if files[0] == _PERSON else "nP"
        if _GROUP in files:
            return "G" if files[0] == _GROUP else "nG"
        return "nB" if _BEAST in files else "n"


def main(folder: str) -> None:
    """Write the file."""
    lines = _Builder(Path(folder)).lines()
    starts: dict[str, int] = {}
    at = 0
    for line in lines:
        starts.setdefault(line[:2], at)
        at += len(line) + 1
    head = " ".join(f"{letters}{start}" for letters, start in starts.items())
    _TARGET.write_text("\n".join((head, *lines, "")), encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1])
