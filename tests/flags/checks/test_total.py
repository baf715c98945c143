"""A total that its parts do not add up to: one sentence, whole numbers, a list that is closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff.flags import check

PARTS = st.lists(st.integers(2, 400), min_size=2, max_size=3)
WHAT = ("men", "women", "children")


def found(text: str) -> list[str]:
    return [one.reason for one in check(newsdiff.article([text], language="en")) if one.kind == "total"]


def victims(total: int, parts: list[int]) -> str:
    listed = [f"{part} {what}" for part, what in zip(parts, WHAT, strict=False)]
    return f"The {total} victims - {', '.join(listed[:-1])} and {listed[-1]} - were flown out."


@given(PARTS)
def test_parts_that_add_up_are_silent(parts: list[int]) -> None:
    assert found(victims(sum(parts), parts)) == []


@given(PARTS, st.integers(1, 50))
def test_parts_that_do_not_are_named_with_their_sum(parts: list[int], more: int) -> None:
    total = sum(parts) + more
    assert found(victims(total, parts)) == [f"the parts add up to {sum(parts)}, not to {total}"]


@pytest.mark.parametrize(
    "text",
    [
        "The 12 victims, seven men and four women, were flown out.",  # commas may be an aside
        "The 12 victims, including seven men and four women, were flown out.",
        "The 12 victims - among them seven men and four women - were flown out.",
        "The 12 victims - men and women - were flown out.",
        "The 12 km - seven km of road and four km of rail - are closed.",
        "The 12 victims - seven men and more than four women - were flown out.",
        "The 12.5 victims - seven men and four women - were flown out.",
        "The 978 pages (1-48 and 49-617) are kept.",
    ],
)
def test_silence_when_unsure(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("opening", [" - ", ": ", " (", " — "])
def test_a_list_may_stand_behind_a_colon_a_dash_or_a_bracket(opening: str) -> None:
    closing = ")" if "(" in opening else ""
    assert found(f"There were 12 victims{opening}seven men and four women{closing}.") == [
        "the parts add up to 11, not to 12"
    ]
