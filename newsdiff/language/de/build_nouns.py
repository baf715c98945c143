"""Make ``nouns.txt`` beside this file: ``python -m newsdiff.language.de.build_nouns``, spacy-lookups-data installed.

German writes all nouns with a capital. A name is no part of compounds, a noun is: words that other words end with,
behind another word of the language (*Bahn-hof*, *Rat-haus*), are nouns, and so are words that begin many, words of
several forms, and the words that the table of lemmas
holds with a capital in more forms than a name has. Words that are written small more often are left out, for their
capitals are those of a sentence's start. Compounds of two words of the list are left out, too: the reader of names
takes words apart.
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

_TARGET = Path(__file__).with_name("nouns.txt")
_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}")
_FREQUENT, _KNOWN, _RARE = -15.5, -15.5, -17.0  # natural logarithms of a word's share of a large text
_HEADS = 3  # words that stand before a noun in compounds, at least
_TAILS = 12  # words that a noun stands before in compounds, at least
_FORMS = 2  # of a noun beside the first, at least
_SHORTEST = 3  # letters of a part of a compound
_LINKS = ("", "s", "n", "en", "e", "es", "er")  # between the parts
_SMALL_LEAD = 1.0  # natural logarithm by which a word is written small more often
_SOURCE = """From the word frequencies and lemmas of spacy-lookups-data 1.0.5. Copyright (c) ExplosionAI GmbH. MIT
License: permission is granted, free of charge, to deal in it without restriction, provided that the
copyright notice and the permission notice are included in all copies. IT IS PROVIDED "AS IS", WITHOUT
WARRANTY OF ANY KIND."""


def parts(word: str, nouns: "Mapping[str, Any] | set[str]") -> tuple[str, str] | None:
    """The two known words of which one is made, in lower case, without the letters that link them."""
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if word[at:] in nouns:
            for link in _LINKS:
                head = word[: at - len(link)]
                if len(head) >= _SHORTEST and word[:at].endswith(link) and head in nouns:
                    return head, word[at:]
    return None


def nouns(shares: Mapping[str, float], lemmas: Mapping[str, str]) -> set[str]:
    """The nouns of German, in lower case."""
    large = {w.lower(): share for w, share in shares.items() if _WORD.fullmatch(w)}
    frequent = {w for w, share in large.items() if share > _FREQUENT}
    heads, tails = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for word in (w for w, share in large.items() if share > _RARE):
        if found := parts(word, frequent):
            heads[found[1]].add(found[0])
            tails[found[0]].add(found[1])
    bent = {n for w, n in lemmas.items() if _WORD.fullmatch(w) and w not in (n, f"{n}s")}  # of a name only -s is known
    listed = {w.lower() for w, n in lemmas.items() if n in bent for w in (w, n) if _WORD.fullmatch(w)}
    told = {w for w in listed if large.get(w, _RARE) > _KNOWN}
    small = {w for w in large if shares.get(w, _RARE) > large[w] + _SMALL_LEAD}
    told |= {w for w in heads if len(heads[w]) >= _HEADS} | {w for w in tails if len(tails[w]) >= _TAILS}
    return told.difference(small) | {w for w in frequent if _paradigm(w, large) >= _FORMS}.difference(small)


def _paradigm(word: str, large: Mapping[str, float]) -> int:
    """How many forms of a noun a word has: Konkurrent, Konkurrenten; of a name there is hardly one but that in -s."""
    return sum(large.get(f"{word}{ending}", _RARE) > _RARE for ending in ("e", "en", "n", "er", "es", "ern", "in"))


def main() -> None:
    """Write the list."""
    spec = find_spec("spacy_lookups_data")
    assert spec is not None and spec.origin is not None, "pip install spacy-lookups-data"
    data = Path(spec.origin).parent / "data"
    shares, lemmas = (
        json.loads(gzip.decompress((data / f"de_{name}.json.gz").read_bytes()))
        for name in ("lexeme_prob", "lemma_lookup")
    )
    table = folder_table("de")
    names = table.places | table.given_names
    found = {w for w in nouns(shares, lemmas) - names if w.removesuffix("s") not in names and w not in table.demonyms}
    kept = {w for w in found if not parts(w, found)}
    head = "".join(f"# {line}\n" for line in _SOURCE.splitlines())
    _TARGET.write_text(head + "".join(f"{w}\n" for w in sorted(kept)), encoding="utf-8")


if __name__ == "__main__":
    main()
