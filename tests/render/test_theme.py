"""Colours can be read on white and on black, and nothing is told by colour alone."""

import pytest

from newsdiff.model import Severity
from newsdiff.render.finding_lines import MARKS
from newsdiff.render.theme import COLOURS, STYLES, painted, unlinked

_CUBE = (0, 95, 135, 175, 215, 255)  # xterm's steps of red, green and blue


def luminance(number: int) -> float:
    """The relative luminance of a colour of xterm's palette of 256 (WCAG 2.2)."""
    if number >= 232:
        shades = [8 + 10 * (number - 232)] * 3
    else:
        cell = number - 16
        shades = [_CUBE[cell // 36], _CUBE[cell // 6 % 6], _CUBE[cell % 6]]
    linear = [s / 255 / 12.92 if s / 255 <= 0.03928 else ((s / 255 + 0.055) / 1.055) ** 2.4 for s in shades]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_is_readable_on_white_and_black(name: str) -> None:
    light = luminance(COLOURS[name]) + 0.05
    assert min(1.05 / light, light / 0.05) >= 4.5


def test_the_measure_sees_a_colour_that_is_not() -> None:
    assert 1.05 / (luminance(46) + 0.05) < 4.5  # pure green


def test_what_went_and_what_came_differ_without_colour() -> None:
    def form(label: str) -> set[str]:
        return set(STYLES[label].split()) - set(COLOURS)

    assert form("insert") != form("delete")
    assert form("to") != form("from")
    assert len({mark.strip() for mark in MARKS.values()}) == len(Severity)


def test_plain_text_stays_plain() -> None:
    assert painted("x", "equal") == "x"
    assert painted("", "insert") == ""


def test_a_link_leads_to_its_address_and_can_be_taken_off() -> None:
    line = f"see {painted('here', 'link https://news.example/a')} and {painted('there', 'link https://b.example/')}."
    assert "\x1b]8;;https://news.example/a\x1b\\" in line
    plain = unlinked(line)
    assert "\x1b]8" not in plain
    assert plain == f"see {painted('here', 'place')} and {painted('there', 'place')}."
    assert unlinked("nothing") == "nothing"
