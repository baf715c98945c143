"""Write the calendars of the language folders from CLDR, by Babel: ``python -m newsdiff.language.build_calendars``.

A development tool (``pip install -e '.[dev]'``). It writes ``calendar.txt`` beside the other lists: the names of months
and weekdays, whole and shortened, as they stand alone and in a date (``styczeń``, ``stycznia``). ``und/calendar.txt``
is for the languages without a folder of their own that are official somewhere: months that mean one number in all of
them, and with what each says how long ago something was.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import takewhile
from pathlib import Path

_FOLDER = Path(__file__).parent
_HEAD = "# Months and weekdays (Monday is 1), from CLDR {version} by build_calendars.py: not edited by hand.\n"
_HEAD_OF_OTHERS = (
    "# Months, and words of relative times, of languages without a folder, from CLDR {version} by build_calendars.py:"
    " not edited by hand.\n"
)
_UNITS = ("minute", "hour", "day")
_SHORT = 3  # letters that the name of a month needs here, and half a word of relative times


def main() -> None:
    """Write the calendars of all folders whose language puts spaces between its words, and that of all others."""
    from babel import Locale
    from babel.core import get_cldr_version

    known: set[str] = set()
    for folder in sorted(path for path in _FOLDER.iterdir() if (path / "text.txt").exists()):
        locale = Locale.parse(folder.name)
        text = _HEAD.format(version=get_cldr_version())
        for name, widths, first in (("months", locale.months, 1), ("weekdays", locale.days, 0)):
            numbered = _numbered(widths, first)
            known.update(name for names in numbered.values() for name in names)
            text += f"\n## {name}\n" + "".join(f"{line}\n" for line in _lines(numbered))
        (folder / "calendar.txt").write_text(text, encoding="utf-8")
    text = _HEAD_OF_OTHERS.format(version=get_cldr_version())
    text += "\n## months\n" + "".join(f"{line}\n" for line in _lines(_months_of_others(known)))
    text += "\n## ago\n" + "".join(f"{code}: {', '.join(told)}\n" for code in _others() if (told := sorted(_ago(code))))
    (_FOLDER / "und" / "calendar.txt").write_text(text, encoding="utf-8")


def _numbered(widths: Mapping[str, Mapping[str, Mapping[int, str]]], first: int) -> dict[int, dict[str, None]]:
    """Every name of each month or day."""
    found: dict[int, dict[str, None]] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in widths[use][width].items():
                plain = name.lower().strip(". ")
                found.setdefault(number + 1 - first, {})[plain] = None
    return found


def _lines(numbered: Mapping[int, Mapping[str, None]]) -> Iterator[str]:
    """``1: january, jan``: the longest first."""
    for number, names in sorted(numbered.items()):
        yield f"{number}: {', '.join(sorted(names, key=len, reverse=True))}"


def _others() -> list[str]:
    """The codes of the languages that are official somewhere, are known to CLDR, and have no folder."""
    from babel.core import get_global
    from babel.languages import get_official_languages
    from babel.localedata import exists

    official = {code for land in get_global("territory_languages") for code in get_official_languages(land, True, True)}
    return sorted(code for code in official if exists(code) and not (_FOLDER / code).exists())


def _months_of_others(known: set[str]) -> dict[int, dict[str, None]]:
    """The months of those languages, without names that are known, short, or of several months."""
    from babel import Locale

    found: dict[str, set[int]] = {}
    for code in _others():
        for number, names in _numbered(Locale.parse(code).months, 1).items():
            for name in names:
                if len(name) >= _SHORT and not any(map(str.isdigit, name)) and not set(name) & set(" ,"):
                    found.setdefault(name, set()).add(number)
    numbered: dict[int, dict[str, None]] = {}
    for name, [number, *more] in sorted(found.items()):
        if not more and name not in known:
            numbered.setdefault(number, {})[name] = None
    return numbered


def _ago(code: str) -> set[str]:
    """What a language's relative times of the past have in common: a word, or where they have none the end of one."""
    from babel import Locale

    told = Locale.parse(code)._data["date_fields"]  # no public name for what `format_timedelta` reads
    forms = [[text.lower() for text in dict(told[unit]["past"]).values()] for unit in _UNITS if unit in told]
    if not all(forms) or len(forms) < len(_UNITS):
        return set()
    words = [set(text.replace("{0}", " ").split()) for texts in forms for text in texts]
    common = {word for word in reduce(set.intersection, words) if len(word) > 1}
    if common:
        return common
    ends = takewhile(
        lambda signs: len(set(signs)) == 1, zip(*(text[::-1] for texts in forms for text in texts), strict=False)
    )
    end = "".join(sign for sign, *_ in ends)[::-1].strip()
    return {end} if len(end) >= _SHORT and "}" not in end else set()


if __name__ == "__main__":
    main()
