"""Make the word lists beside this file: ``python -m newsdiff.language.de.build_words``, spacy-lookups-data installed.

German writes all nouns with a capital, so nouns and names are told apart here, by three witnesses. A name is no
part of compounds, a noun is: words that others end with, behind another word of the language (*Bahn-hof*, *Rat-
haus*), words that begin many, words of several forms, and words that the table of lemmas holds in more forms than a
name has are nouns. Words are also clustered by their neighbours in running text: a cluster in which known first
names or places stand, and few of those nouns, holds names, and what is no noun by its build is one; the words of
any other are nouns. Of short words so found many are names, or halves of them (Flor-ida): which of them are nouns is
told by the table of lemmas alone; and what stands in a cluster of firms, clubs, places abroad or surnames is none that
neither its build nor that table tells. Compounds of two words of the list are left out: the reader of names takes words
apart.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdiff.language.folder_table import folder_table

_TARGET = Path(__file__).parent
_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+")
_FREQUENT, _KNOWN, _RARE = -15.5, -15.5, -17.0  # natural logarithms of a word's share of a large text
_CLUSTERED, _NAMED, _SMALL = -14.8, -15.5, -13.5  # of words told by their cluster, of names, of words written small
_HEADS, _TAILS = 3, 12  # words that stand before a noun in compounds, and behind it, at least
_FORMS = 2  # of a noun beside the first, at least
_NOUN_SHARE = 0.16  # of the words of a cluster of names that are nouns, at most
_FIRST, _SEEDS = 60, 4  # of its most frequent words so many are known names, at least
_SHORTEST = 3  # letters of a part of a compound
_NAMELIKE = (
    "google",
    "samsung",
    "borussia",
    "angeles",
    "silva",
    "fugger",
    "santa",
)  # one of each cluster of such names
_LINKS = ("", "s", "n", "en", "e", "es", "er")  # between the parts
_SHORT = 4  # letters of a word that is a noun only where the table of lemmas has it with a capital: Tag, not ida
_SMALL_LEAD = 1.0  # natural logarithm by which a word is written small more often
_SOURCE = """From the word frequencies, clusters and lemmas of spacy-lookups-data 1.0.5. Copyright (c) ExplosionAI GmbH.
MIT License: permission is granted, free of charge, to deal in it without restriction, provided that the copyright
notice and the permission notice are included in all copies. IT IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND."""


def parts(word: str, nouns: "Mapping[str, Any] | set[str]") -> tuple[str, str] | None:
    """The two known words of which one is made, in lower case, without the letters that link them."""
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if word[at:] in nouns:
            for link in _LINKS:
                head = word[: at - len(link)]
                if len(head) >= _SHORTEST and word[:at].endswith(link) and head in nouns:
                    return head, word[at:]
    return None


def by_build(large: Mapping[str, float], shares: Mapping[str, float], lemmas: Mapping[str, str]) -> set[str]:
    """The nouns that compounds, forms and lemmas tell."""
    frequent = {w for w, share in large.items() if share > _FREQUENT}
    heads, tails = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for word in (w for w, share in large.items() if share > _RARE):
        if found := parts(word, frequent):
            heads[found[1]].add(found[0])
            tails[found[0]].add(found[1])
    bent = {n for w, n in lemmas.items() if _WORD.fullmatch(w) and w not in (n, f"{n}s")}  # of a name only -s is known
    listed = {w.lower() for w, n in lemmas.items() if n in bent for w in (w, n) if _WORD.fullmatch(w)}
    told = {w for w in listed if large.get(w, _RARE) > _KNOWN}
    told |= {w for w in heads if len(heads[w]) >= _HEADS} | {w for w in tails if len(tails[w]) >= _TAILS}
    told |= {w for w in frequent if _paradigm(w, large) >= _FORMS}
    small = {w for w in large if shares.get(w, _RARE) > large[w] + _SMALL_LEAD}
    return told - small


def _paradigm(word: str, large: Mapping[str, float]) -> int:
    """How many forms of a noun a word has: Konkurrent, Konkurrenten; of a name there is hardly one but that in -s."""
    return sum(large.get(f"{word}{ending}", _RARE) > _RARE for ending in ("e", "en", "n", "er", "es", "ern", "in"))


def clusters_of_names(
    clusters: Mapping[str, int], large: Mapping[str, float], nouns: set[str], names: frozenset[str]
) -> set[int]:
    """The clusters in which names stand: many of their most frequent words are known names, few of all are nouns."""
    members = defaultdict[int, list[str]](list)
    for word in sorted(clusters, key=lambda w: -large[w]):
        members[clusters[word]].append(word)
    return {
        cluster
        for cluster, words in members.items()
        if sum(w in names for w in words[:_FIRST]) >= _SEEDS
        and sum(w in nouns for w in words) <= _NOUN_SHARE * len(words)
    }


def _is_stump(head: str, short: set[str]) -> bool:
    """Whether the last part of a word is but its end: Gesch-mack."""
    return len(head) <= _SHORT and head not in short


def write(name: str, words: set[str]) -> None:
    """A list with its source and licence."""
    head = "".join(f"# {line}\n" for line in _SOURCE.splitlines())
    (_TARGET / name).write_text(head + "".join(f"{w}\n" for w in sorted(words)), encoding="utf-8")


def main() -> None:
    """Write the lists."""
    spec = find_spec("spacy_lookups_data")
    assert spec is not None and spec.origin is not None, "pip install spacy-lookups-data"
    data = Path(spec.origin).parent / "data"
    shares, lemmas, clusters = (
        json.loads(gzip.decompress((data / f"de_{name}.json.gz").read_bytes()))
        for name in ("lexeme_prob", "lemma_lookup", "lexeme_cluster")
    )
    large = {w.lower(): share for w, share in shares.items() if _WORD.fullmatch(w)}
    told = by_build(large, shares, lemmas)
    table = folder_table("de")
    known = table.places | table.given_names
    of = {w.lower(): c for w, c in clusters.items() if _WORD.fullmatch(w) and large.get(w.lower(), _RARE) > _KNOWN}
    named = clusters_of_names(of, large, told, known)
    names = {w for w, c in of.items() if c in named and large[w] > _NAMED} - told
    names = {w for w in names if w not in table.demonyms and not w.endswith(table.noun_endings) and not parts(w, told)}
    small = {
        w for w, share in shares.items() if w.islower() and w.isalpha() and share > max(_SMALL, large.get(w, _RARE))
    }
    nouns = told | {w for w, c in of.items() if c not in named and large[w] > _CLUSTERED}
    nouns = {w for w in nouns - names - known if w.removesuffix("s") not in known and w not in table.demonyms}
    write("names.txt", {w for w in names - small if not (w.endswith("s") and w[:-1] in names)})
    lemma_words = {w.lower() for pair in lemmas.items() for w in pair if _WORD.fullmatch(w)}
    firms_and_clubs = {of[w] for w in _NAMELIKE}
    nouns -= {w for w in nouns - told - lemma_words if of.get(w) in firms_and_clubs}
    short = {w for w in (nouns - small) & lemma_words if _SHORTEST <= len(w) <= _SHORT}
    long = {w for w in nouns - small if len(w) > _SHORTEST}
    write("nouns.txt", {w for w in nouns - small if not (found := parts(w, long)) or _is_stump(found[1], short)})
    write("short_nouns.txt", short)
    write("small_words.txt", small)


if __name__ == "__main__":
    main()
