"""Make the long English word lists beside this file: ``python -m newsdiff.language.en.build_word_lists SCOWL WORDNET``.

``SCOWL`` holds the lists of SCOWL (Debian: scowl), ``WORDNET`` the database of WordNet 3.0 (Debian: wordnet-base).
Each file that is written opens with its source and licence in lines that begin with ``#``; the words follow in
alphabetical order, one a line.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from newsdiff.named_tuple import NamedTuple

_COMMONEST = ("10", "20")  # levels of SCOWL
_LEVELS = (*_COMMONEST, "35", "40", "50")  # those of a desk dictionary: what names of common words are made of
_TARGET = Path(__file__).parent
_SPELLINGS = ("english", "american", "british")
_PERSON, _PLACE, _RELATED = 18, 15, 1  # lexicographer files of WordNet: noun.person, noun.location, adj.pert
_NAMED = {4, 6, 10, 14, 15, 17}  # acts, artefacts, communication, groups, places, objects
_PEOPLE = re.compile(
    r"\b(?:inhabitants?|natives?|residents?|citizens?|members? of (?:the|an?|any|one)\b.*\b(?:people|tribe|group|race"
    r"|church|party|sect|religion|faith|order)|adherents?|followers?|believers?|advocates?|supporters?"
    r"|people of|person of|Indian people|descent|believes? in|practi[cs]es|religion|ethnic|nomad)",
    re.IGNORECASE,
)
_NO_PEOPLE = re.compile(r"Indian people|offensive|disparag|derogatory|slang|nickname|informal|ethnic slur|slur\b")
_BOTH = frozenset(  # peoples whose names are also written small, and with a capital are nothing else
    re.findall(
        r"\w+",
        """aboriginal aborigine afghan catholic communist confederate conservative creole democrat democratic episcopal
        french gypsy kiwi oriental ottoman protestant polish pole republican roman royalist soviet welsh white""",
    )
)
_SCOWL = """Levels 10 and 20 of SCOWL (Spell Checker Oriented Word Lists), English, American and British, letters only.
Copyright 2000-2020 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
suitability of this array for any purpose. It is provided "as is" without express or implied warranty."""
_WORDNET = """From WordNet 3.0. Copyright 2006 by Princeton University. All rights reserved.
Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and
without fee or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
documentation, including modifications that you make for internal use or for distribution. THIS SOFTWARE AND DATABASE
IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. The name of
Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
software and/or database. Title to copyright in this software, database and any associated documentation shall at all
times remain with Princeton University and LICENSEE agrees to preserve same."""


class NamedSynset(NamedTuple):
    """One meaning: its lexicographer file, its words, whether it is a single person or place, and its gloss."""

    file: int
    words: tuple[str, ...]
    instance: bool
    gloss: str


def synsets(path: Path) -> Iterator[NamedSynset]:
    """The meanings of one part of speech."""
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        data, _, gloss = line.partition(" | ")
        fields = data.split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(count))
        yield NamedSynset(int(fields[1]), words, "@i" in fields, gloss)


def common(scowl: Path, levels: tuple[str, ...]) -> set[str]:
    """The lower-case words of some levels in all their forms."""
    found: set[str] = set()
    for level in levels:
        for spelling in _SPELLINGS:
            path = scowl / f"{spelling}-words.{level}"
            if path.exists():
                found |= set(re.findall(r"^[a-z]+$", path.read_text(encoding="latin-1"), re.MULTILINE))
    return found


def peoples(wordnet: Path, words: set[str]) -> set[str]:
    """Words for nationalities, peoples, faiths and followers, and the adjectives of places; with their plurals."""
    found: set[str] = set()
    for s in synsets(wordnet / "data.adj"):
        if s.file == _RELATED and re.search(r"\b[A-Z]", s.gloss.split(";")[0]):
            found |= {w for w in s.words if w[0].isupper()}
    named: set[str] = set()
    for s in synsets(wordnet / "data.noun"):
        if s.file == _PERSON and not s.instance and _PEOPLE.search(s.gloss) and not _NO_PEOPLE.search(s.gloss):
            found |= {w for w in s.words if w[0].isupper()}
        if s.instance and s.file in (_PERSON, _PLACE):
            named |= {w.lower() for w in s.words}
    single = {w.lower() for w in found if re.fullmatch(r"[A-Z][a-z]{2,}", w)}
    single = {w for w in single - named if w not in words or w in _BOTH}
    several = {f"{w}s" for w in single if not w.endswith(("s", "sh", "ch", "ese", "men"))}
    return single | several - named  # Laos, Kansas


def compounds(wordnet: Path, words: set[str]) -> set[str]:
    """Names of institutions and places that are made of common words: White House, Middle East."""
    found: set[str] = set()
    for s in synsets(wordnet / "data.noun"):
        if s.file in _NAMED:
            for name in s.words:
                parts = name.split()
                if 2 <= len(parts) <= 3 and all(p[0].isupper() and p.lower() in words for p in parts):
                    found.add(name.lower())
    return found


def write(path: Path, source: str, words: set[str]) -> None:
    """A list with its source and licence."""
    head = "".join(f"# {line}\n" for line in source.splitlines())
    path.write_text(head + "".join(f"{w}\n" for w in sorted(words)), encoding="utf-8")


def main() -> None:
    """Write all lists."""
    scowl, wordnet = map(Path, sys.argv[1:3])
    words = common(scowl, _LEVELS)
    write(_TARGET / "commonest_words.txt", _SCOWL, common(scowl, _COMMONEST))
    write(_TARGET / "peoples.txt", _WORDNET, peoples(wordnet, words))
    write(_TARGET / "compound_names.txt", _WORDNET, compounds(wordnet, words))


if __name__ == "__main__":
    main()
