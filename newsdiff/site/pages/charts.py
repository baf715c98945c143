"""Charts as the places of their bars; a template draws them as SVG and puts their numbers into a table beside it."""

from collections.abc import Sequence

from newsdiff.named_tuple import NamedTuple

WIDTH = 320  # units of all charts
_LABEL_WIDTH, _NUMBER_WIDTH, _ROW_HEIGHT = 112, 40, 20
_COLUMNS_HEIGHT, _FOOT, _HEAD = 120, 18, 16
_MOST_COLUMNS = 40
_LABEL_CHARACTERS = 17


class Counted(NamedTuple):
    """What a bar shows: of ``value`` the part ``part``; ``label`` in the table, ``short`` in the drawing."""

    label: str
    value: int
    part: int = 0
    short: str = ""


class DrawnBar(NamedTuple):
    """A bar's place, that of its part, and of its words."""

    x: float
    y: float
    width: float
    height: float
    part_x: float
    part_y: float
    part_width: float
    part_height: float
    label: str = ""
    label_x: float = 0
    label_y: float = 0
    number: str = ""
    number_x: float = 0
    number_y: float = 0


class BarChart(NamedTuple):
    """A drawing and its table; ``heads`` name the table's columns, ``part`` what the darker part of a bar is."""

    name: str
    title: str
    told: str  # what it shows, in a sentence
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[DrawnBar, ...]
    height: int
    part: str = ""
    upright: bool = False
    most: str = ""


def columns(name: str, title: str, heads: tuple[str, ...], counted: Sequence[Counted], part: str) -> BarChart:
    """Upright bars, one for each span of time; the last ones where there are too many."""
    shown = counted[-_MOST_COLUMNS:]
    most = max((c.value for c in shown), default=0) or 1
    step = WIDTH / max(1, len(shown))
    bars = tuple(_column(c, n, len(shown), step, most) for n, c in enumerate(shown))
    rows = tuple((c.label, f"{c.value:,}", f"{c.part:,}") for c in counted)
    height = _HEAD + _COLUMNS_HEIGHT + _FOOT
    return BarChart(name, title, _sentence(shown), heads, rows, bars, height, part, True, f"{most:,}")


def _column(counted: Counted, place: int, of: int, step: float, most: int) -> DrawnBar:
    gap = min(3.0, step * 0.2)
    tall, part = (_COLUMNS_HEIGHT * n / most for n in (counted.value, counted.part))
    x, floor = place * step + gap / 2, _HEAD + _COLUMNS_HEIGHT
    named = place in (0, of - 1)
    return DrawnBar(
        _round(x), _round(floor - tall), _round(step - gap), _round(tall),
        _round(x), _round(floor - part), _round(step - gap), _round(part),
        label=(counted.short or counted.label) if named else "",
        label_x=0 if place == 0 else WIDTH,
        label_y=floor + 13,
    )  # fmt: skip


def rows(name: str, title: str, heads: tuple[str, ...], counted: Sequence[Counted]) -> BarChart:
    """Bars that lie below one another, one for each kind of thing."""
    most = max((c.value for c in counted), default=0) or 1
    bars = tuple(_row(c, n, most) for n, c in enumerate(counted))
    table = tuple((c.label, f"{c.value:,}") for c in counted)
    return BarChart(name, title, _sentence(counted), heads, table, bars, max(1, len(counted)) * _ROW_HEIGHT)


def _row(counted: Counted, place: int, most: int) -> DrawnBar:
    room = WIDTH - _LABEL_WIDTH - _NUMBER_WIDTH
    y, width = place * _ROW_HEIGHT, room * counted.value / most
    middle = y + _ROW_HEIGHT - 6
    short = counted.short or counted.label
    cut = short if len(short) <= _LABEL_CHARACTERS else short[: _LABEL_CHARACTERS - 1] + "…"
    return DrawnBar(
        _LABEL_WIDTH, y + 3, _round(width), _ROW_HEIGHT - 6, _LABEL_WIDTH, y + 3, 0, 0,
        label=cut, label_x=_LABEL_WIDTH - 6, label_y=middle,
        number=f"{counted.value:,}", number_x=_round(_LABEL_WIDTH + width + 5), number_y=middle,
    )  # fmt: skip


def _sentence(counted: Sequence[Counted]) -> str:
    """The drawing in words, for who does not see it."""
    if not any(c.value for c in counted):
        return "Nothing was counted yet."
    top = max(counted, key=lambda c: c.value)
    return f"{sum(c.value for c in counted):,} in all; most: {top.label}, {top.value:,}. The numbers follow as a table."


def _round(number: float) -> float:
    return round(number, 1)
