"""Forms of two values that are one, of which a side tells less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.flags.forms.same_value import same_figures, same_value

HOURS, MINUTES = st.integers(0, 23), st.integers(0, 59)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("<y68>", "<n1986>"),
        ("<y68>", "<n2168>"),  # no year of ours
        ("<y68>", "<n968>"),
        ("<y68>", "<n68>"),
        ("<y68>", "<n1968>kg"),
        ("<decade 80>", "<decade 1990>"),
        ("<decade 1880>", "<decade 1980>"),
        ("<decade 80>", "<n1980>"),
        ("<t9:30>", "<t9:31>"),
        ("<t9:30>", "<t21:30>"),  # both say which half of the day it is
        ("<s9:30>", "<t21:31>"),
        ("<s9:30>", "<t8:30>"),
        ("<n9>", "<t9:30>"),
        ("<n9>", "<t21:00>"),
        ("<d90>", "<t2:30>"),
        ("<d90>", "<n90>"),
        ("<n9>", "<n10>"),
        ("", "<t9:00>"),
        ("", ""),
    ],
)
def test_other_values(a: str, b: str) -> None:
    assert not same_value(a, b)
    assert not same_value(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("<y68>", "<n1968>"),
        ("<y05>", "<n2005>"),
        ("<decade 80>", "<decade 1980>"),
        ("<s9:30>", "<t21:30>"),
        ("<s9:30>", "<t9:30>"),
        ("<s12:15>", "<t0:15>"),
        ("<s9:30>", "<s21:30>"),
        ("<n9>", "<t9:00>"),
        ("<d90>", "<t1:30>"),  # 1h30: a time, or a run of an hour and a half
    ],
)
def test_one_value_told_twice(a: str, b: str) -> None:
    assert same_value(a, b)
    assert same_value(b, a)


@given(HOURS, MINUTES, HOURS, MINUTES)
def test_spoken_times_are_one_where_the_minutes_are_and_the_hour_on_a_clock(h: int, m: int, h2: int, m2: int) -> None:
    assert same_value(f"<s{h}:{m:02}>", f"<t{h2}:{m2:02}>") == (h % 12 == h2 % 12 and m == m2)


@pytest.mark.parametrize(
    ("a", "b"),
    [("1,200", "1.300"), ("1,200", "1200"), ("1.20", "1,20"), ("1.2", "1,2"), ("12", "12"), ("1,2000", "1.2000")],
)
def test_figures_without_the_same_groups_of_thousands(a: str, b: str) -> None:
    assert not same_figures(a, b)


@pytest.mark.parametrize(("a", "b"), [("1,200", "1.200"), ("1'234'567", "1.234.567"), ("999,000", "999.000")])
def test_figures_with_them(a: str, b: str) -> None:
    assert same_figures(a, b)
