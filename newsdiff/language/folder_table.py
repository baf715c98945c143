"""A word table made of the lists in a language's folder: such a language is added without any code.

``flags.txt`` holds the lists that ``table.WordTable`` names, each under ``## its name``. Words stand between spaces;
where a list has phrases, commas stand between them; where it has classes, ``class: phrase, phrase`` a line, and the
class of numbers is a number (``1/3``) or a number and its unit (``10 year``). Months, weekdays and the commonest
words are those of the other files. ``notes`` are phrases in the notation of ``phrasebook`` which only notes on a
change of the text hold; ``thousands`` is the word that is written in one with the number before it (tremila).
``countries.txt`` adds to the ``places``, ``units.txt`` to the ``units``.
"""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from newsdiff.language.files import read
from newsdiff.language.inflection import Verbs
from newsdiff.language.lists import calendar, commonest, cut, file_of, flag_lists, measures
from newsdiff.language.note_forms import NOTE_LISTS, note_forms
from newsdiff.language.phrasebook import expression, needed_words
from newsdiff.language.stem_scales import StemScales
from newsdiff.language.table import WordTable, words

_SYMBOL_LETTERS, _VOWELS = 3, frozenset("aeiouyáéíóúäöü")
_RAISED = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}
_NO_LISTS = frozenset(("notes", "thousands", *NOTE_LISTS))
_SCALES = {"acts": "acts.txt", "named": "labels.txt"}
_OF_PHRASES = (
    "source_leads",
    "source_trails",
    "fillers",
    "page_tails",
    "telling_pairs",
)  # commas between them, for a phrase may have several words


def folder_table(code: str, **more: Any) -> WordTable:
    """The table of a language that has its lists, with more that are no text; ValueError for a wrong figure, TypeError
    for an unknown list.
    """
    lists = flag_lists(code)
    found: dict[str, Any] = {name: _read(name, text) for name, text in lists.items() if name not in _NO_LISTS}
    mine = {name: {**calendar(code, name), **found.pop(name, {})} for name in ("months", "weekdays")}
    found["units"] = {
        **{word: word for word in found.get("periods", ())},
        **_classes(measures(code)),
        **found.get("units", {}),
    }
    found["units"] |= {f"{name}s": unit for name, unit in found["units"].items() if _is_symbol(name)}
    if glued := lists.get("thousands", "").strip():
        counts = dict[str, float](found["cardinals"])
        found["cardinals"] = {f"{n}{glued}": 1000 * v for n, v in counts.items() if 1 < v < 1000} | counts
    found["fractions"] = {**_RAISED, **found.get("fractions", {})}
    found["places"] = found.get("places", frozenset()) | _countries(code)
    idle = commonest(code) | found.get("grammar", frozenset())
    found |= {name: StemScales(path, idle) for name, file in _SCALES.items() if (path := file_of(code, file))}
    if path := file_of(code, "verbs.txt"):
        found["verbs"] = Verbs(path)
    notes = more.pop("corrections", tuple(map(_note, cut(lists.get("notes", ""))))) + note_forms(lists)
    return WordTable(**{"language": code, "stop": commonest(code), "corrections": notes, **mine, **found, **more})


def _countries(code: str) -> frozenset[str]:
    """The names of countries in a language; none where its folder has no list of them."""
    path = file_of(code, "countries.txt")
    if not path:
        return frozenset()
    return frozenset(read(path).decode().partition("\n")[2].split())


def _is_symbol(unit: str) -> bool:
    """Whether a unit is written with two or three consonants, which newsrooms put into the plural: 9 kms, 2 kgs."""
    return 1 < len(unit) <= _SYMBOL_LETTERS and unit.isalpha() and not set(unit) & _VOWELS and unit[-1] != "s"


def _read(name: str, text: str) -> Any:
    """A list in the form in which the rules ask for it."""
    form = WordTable.__annotations__.get(name)
    if form is str:
        return text.strip()
    if get_origin(form) is tuple:
        return tuple(text.split())
    if name in _OF_PHRASES:
        return frozenset(phrase for line in text.split("\n") for phrase in line.split(", ") if phrase)
    if get_origin(form) is not Mapping:
        return words(text)
    value = get_args(form)[1]
    found = _classes(text)
    if value is str:
        return found
    if value in (int, float):
        return {phrase: value(_number(number)) for phrase, number in found.items()}
    return {phrase: (_number(name.split()[0]), name.split()[1]) for phrase, name in found.items()}


def _classes(text: str) -> dict[str, str]:
    """The class of each phrase; a class may hold a colon (``12:00: noon``)."""
    lines = (line.partition(": ") for line in text.split("\n"))
    return {phrase.strip(): name for name, _, phrases in lines if phrases for phrase in phrases.split(",")}


def _number(text: str) -> float:
    """``12``, ``0.5`` or ``1/3``."""
    above, _, below = text.partition("/")
    return float(above) / float(below or 1)


def _note(phrase: str) -> tuple[str, str]:
    """The words of which a note of this kind holds one, and the expression that finds it."""
    cues = next((several for several in needed_words(phrase) if not any("*" in word for word in several)), ())
    return " ".join(cues), expression(phrase).replace("'", "['’]")
