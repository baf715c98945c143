"""Write the names of countries from CLDR, by Babel: ``python -m newsdiff.language.build_countries``.

A development tool (``pip install -e '.[dev]'``). It writes ``countries.txt`` into each folder of a language that has
lists for flags and no module of people and places: names of one word, in lower case, in all that the language is
written in somewhere (``moçambique``; ``vietname`` and ``vietnã``).
"""

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent
_HEAD = "# Countries and territories of one word, from CLDR {version} by build_countries.py: not edited by hand.\n"
_VARIETIES = {"pt": ("pt", "pt_PT"), "de": ("de", "de_AT", "de_CH"), "es": ("es", "es_AR", "es_MX")}
_SHORTEST = 4  # letters
_WIDTH = 118


def main() -> None:
    """Write the files of all folders with lists for flags."""
    from textwrap import fill

    from babel.core import get_cldr_version

    for folder in sorted(path.parent for path in _FOLDER.glob("*/flags.txt")):
        names = sorted({name for variety in _VARIETIES.get(folder.name, (folder.name,)) for name in _names(variety)})
        text = _HEAD.format(version=get_cldr_version()) + fill(" ".join(names), _WIDTH) + "\n"
        (folder / "countries.txt").write_text(text, encoding="utf-8")


def _names(variety: str) -> Iterator[str]:
    """The names of countries, of one word each."""
    from babel import Locale

    for code, name in Locale.parse(variety).territories.items():
        if len(code) == 2 and code.isalpha() and name.isalpha() and len(name) >= _SHORTEST:
            yield name.lower()


if __name__ == "__main__":
    main()
