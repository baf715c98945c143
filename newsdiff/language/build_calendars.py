"""Write the calendar of each language folder from CLDR, by Babel: ``python -m newsdiff.language.build_calendars``.

A development tool (``pip install -e '.[dev]'``). It writes ``calendar.txt`` beside the other lists: the names of months
and weekdays, whole and shortened, as they stand alone and in a date (``styczeń``, ``stycznia``).
"""

from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent
_HEAD = "# Months and weekdays (Monday is 1), from CLDR {version} by build_calendars.py: not edited by hand.\n"


def main() -> None:
    """Write the calendars of all folders whose language puts spaces between its words."""
    from babel import Locale
    from babel.core import get_cldr_version

    for folder in sorted(path for path in _FOLDER.iterdir() if (path / "text.txt").exists()):
        locale = Locale.parse(folder.name)
        text = _HEAD.format(version=get_cldr_version())
        for name, widths, first in (("months", locale.months, 1), ("weekdays", locale.days, 0)):
            text += f"\n## {name}\n" + "".join(f"{line}\n" for line in _lines(widths, first))
        (folder / "calendar.txt").write_text(text, encoding="utf-8")


def _lines(widths: Mapping[str, Mapping[str, Mapping[int, str]]], first: int) -> list[str]:
    """``1: january, jan``: every name of each month or day, the longest first."""
    found: dict[int, dict[str, None]] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in widths[use][width].items():
                plain = name.lower().strip(". ")
                found.setdefault(number + 1 - first, {})[plain] = None
    return [f"{number}: {', '.join(sorted(names, key=len, reverse=True))}" for number, names in sorted(found.items())]


if __name__ == "__main__":
    main()
