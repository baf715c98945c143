"""Make ``name_spellings.txt`` from WordNet 3.0: ``python -m newsdiff.language.en.build_name_spellings FOLDER``.

``FOLDER`` holds WordNet's dictionary files (Debian: ``wordnet-base``, /usr/share/wordnet). A line holds spellings of a
name, which WordNet gives as synonyms and which have the same consonants when written in Latin letters in one way:
*Qaddafi*, *Gaddafi*; *Koran*, *Quran*; *Kharkov*, *Kharkiv*. Other names of a place (*Burma*, *Myanmar*) are left out:
which of them stands is no mere spelling. Of persons only such names are taken as come from other letters than Latin
ones: *Paterson* is not *Patterson*.
"""

import re
import sys
from itertools import combinations
from pathlib import Path

_TARGET = Path(__file__).with_name("name_spellings.txt")
_COMMON = Path(__file__).with_name("commonest_words.txt")
_SORTS = frozenset(("10", "14", "15", "28"))  # languages and books, groups, places, feasts: lexicographer files
_PERSON = "18"
_OTHER_LETTERS = re.compile(r"q|kh|sk[iy]$|ov$|off$|hamm[ae]d$|us+[ea][iy]n$|us+ain$|eyev$|eev$")
_OTHERS = frozenset(  # that are names of others as well, or whose people or place they are not
    (
        "beda", "bida", "carta", "charta", "gallia", "guiana", "haag", "ioway", "kaan", "kach", "kansa", "liege",
        "macedon", "mary", "martin", "nissan", "roma", "scots", "seeland", "susa", "trent", "tunis", "turki",
    )
)  # fmt: skip
_ADDED = (  # younger than WordNet 3.0
    ("kyiv", "kiev"), ("zelensky", "zelenskiy", "zelenskyy"), ("lviv", "lvov"), ("chornobyl", "chernobyl"),
    ("zaporizhzhia", "zaporizhia", "zaporizhzhya"), ("gadhafi", "gaddafi"), ("houthi", "huthi"), ("houthis", "huthis"),
    ("osama", "usama"), ("mohamed", "mohammed"), ("yasser", "yasir"),
)  # fmt: skip
_NAME = re.compile(r"(?:al-)?[A-Z][a-z']{3,}")
_PAIRS = (("kh", "k"), ("gh", "g"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("th", "t"), ("dh", "d"), ("ph", "f"))
_ONE_LETTER = str.maketrans("qgcjwyv", "kkkivif")


def _consonants(name: str) -> str:
    """The consonants of a name, those that stand for one another as one, and none twice in a row."""
    low = name.removeprefix("al-").lower().replace("'", "")
    for two, one in _PAIRS:
        low = low.replace(two, one)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", low.translate(_ONE_LETTER)))


def _names(words: list[str]) -> list[str]:
    """The last words of names that a set of synonyms holds, each once."""
    last = (re.sub(r"\(.*\)", "", word).split("_")[-1] for word in words)
    return list(dict.fromkeys(word for word in last if _NAME.fullmatch(word)))


def main(folder: Path) -> None:
    """Write the list."""
    common = frozenset(_COMMON.read_text(encoding="utf-8").split())
    groups = [set(group) for group in _ADDED]
    for line in (folder / "data.noun").read_text(encoding="ascii").splitlines():
        fields = line.partition(" | ")[0].split()
        if line.startswith(" ") or (fields[1] not in _SORTS and fields[1] != _PERSON):
            continue
        count = int(fields[3], 16)
        names = [n for n in _names(fields[4 : 4 + 2 * count : 2]) if n.lower() not in common | _OTHERS]
        for a, b in combinations(names, 2):
            if _consonants(a) != _consonants(b) or (
                fields[1] == _PERSON and not _OTHER_LETTERS.search(f"{a} {b}".lower())
            ):
                continue
            one = {name.removeprefix("al-").lower().replace("'", "") for name in (a, b)}
            near = [group for group in groups if group & one]
            groups = [group for group in groups if not group & one] + [one.union(*near)]
    lines = sorted(", ".join(sorted(group)) for group in groups if len(group) > 1)
    head = _TARGET.read_text(encoding="utf-8").partition("\n\n")[0] if _TARGET.exists() else ""
    _TARGET.write_text(head + "\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
