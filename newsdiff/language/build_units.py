"""Write the units of the language folders from CLDR, by Babel: ``python -m newsdiff.language.build_units``.

A development tool (``pip install -e '.[dev]'``). It writes ``units.txt`` into each folder of a language that has lists
for flags and no module of people and places: what measures and currencies are called, in all numbers, whole and as a
symbol (``kilometre: kilometer, kilometern, km``). ``flags.txt`` of the folder adds to it, and goes before it.
"""

from collections.abc import Iterator
from pathlib import Path

from newsdiff.language.lists import commonest, flag_lists

_FOLDER = Path(__file__).parent
_HEAD = "# Measures and currencies, from CLDR {version} by build_units.py: not edited by hand.\n\n## units\n"
_VARIETIES = {"pt": ("pt", "pt_PT"), "es": ("es", "es_AR", "es_MX")}
_MEASURES = {
    "length-meter": "metre", "length-kilometer": "kilometre", "length-centimeter": "centimetre",
    "length-millimeter": "millimetre", "area-square-meter": "square metre", "area-square-kilometer": "square kilometre",
    "area-hectare": "hectare", "mass-gram": "gram", "mass-kilogram": "kilogram", "mass-metric-ton": "tonne",
    "mass-tonne": "tonne", "volume-liter": "litre", "volume-cubic-meter": "cubic metre",
    "speed-kilometer-per-hour": "kmh", "power-kilowatt": "kilowatt", "power-megawatt": "megawatt",
    "power-gigawatt": "gigawatt", "energy-kilowatt-hour": "kwh", "pressure-hectopascal": "hectopascal",
    "temperature-celsius": "degree", "duration-second": "second", "duration-minute": "minute", "duration-hour": "hour",
}  # fmt: skip
_CURRENCIES = {  # whose names in no language are names of people, places or clubs
    "EUR": "euro", "USD": "dollar", "GBP": "sterling", "RUB": "ruble", "JPY": "yen",
    "CNY": "yuan", "SEK": "krone", "NOK": "krone", "DKK": "krone", "PLN": "zloty", "UAH": "hryvnia", "TRY": "lira",
    "INR": "rupee", "ARS": "peso", "MXN": "peso", "COP": "peso", "CLP": "peso", "UYU": "peso", "AOA": "kwanza",
    "MZN": "metical",
}  # fmt: skip
_WRITTEN_CODES = frozenset(("EUR", "USD", "GBP", "JPY", "MXN"))  # and are no words
_NOUN_LAST = frozenset(("de", "nl"))  # languages in which the adjective stands before the noun
_RAISED = {"²": "2", "³": "3"}  # as a keyboard has them
_LETTERS = 2  # of a symbol, at least: one letter is in the list of the language where it is sure


def main() -> None:
    """Write the files of all folders with lists for flags."""
    from babel.core import get_cldr_version

    for folder in sorted(path.parent for path in _FOLDER.glob("*/flags.txt")):
        named: dict[str, dict[str, None]] = {}
        taken: dict[str, str] = {}
        words = commonest(folder.name) | set(flag_lists(folder.name).get("grammar", "").split())  # ha: he has
        for variety in _VARIETIES.get(folder.name, (folder.name,)):
            for unit, name in _names(variety):
                if name not in words and taken.setdefault(name, unit) == unit:
                    named.setdefault(unit, {})[name] = None
        text = _HEAD.format(version=get_cldr_version())
        text += "".join(f"{unit}: {', '.join(names)}\n" for unit, names in named.items())
        (folder / "units.txt").write_text(text, encoding="utf-8")


def _names(variety: str) -> Iterator[tuple[str, str]]:
    """Every name of each measure and currency."""
    from babel import Locale

    data = Locale.parse(variety)._data  # no public name for the patterns of units
    for code, unit in _MEASURES.items():
        for width in ("long", "short", "narrow"):
            for form, pattern in dict(data["unit_patterns"].get(code, {}).get(width, {})).items():
                if form not in ("gender", "case", "per"):
                    yield from ((unit, name) for name in _spelled(pattern.replace("{0}", "").strip().lower()))
    for code, unit in _CURRENCIES.items():
        for name in dict(data["currency_names_plural"].get(code, {})).values():
            yield unit, name.lower().split()[-1 if variety in _NOUN_LAST else 0]
        if code in _WRITTEN_CODES:
            yield unit, code.lower()


def _spelled(name: str) -> Iterator[str]:
    """The ways in which a name is written; none of a symbol that is too short to be sure of."""
    name = " ".join(name.split()).strip(". ")
    if len(name) < _LETTERS or "," in name:
        return
    yield name
    for raised, digit in _RAISED.items():
        if raised in name:
            yield name.replace(raised, digit)


if __name__ == "__main__":
    main()
