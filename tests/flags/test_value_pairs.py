"""What went and what came: what stands on both sides cancels out, as often as it stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.flags.value_pairs import unmatched


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        (["12 May"], ["12 May"], [], []),
        (["12 May", "3 June"], ["3 June", "12 May"], [], []),
        (["12 May"], [], ["12 May"], []),
        (["12 May", "12 May"], ["12 May"], ["12 May"], []),
        (["12 May"], ["13 May"], ["12 May"], ["13 May"]),
        (["May"], ["12 May"], [], ["12 May"]),
        (["12 May", "May"], ["12 May"], ["May"], []),
        (["12", "May"], ["12 May"], [], []),
        (["12 May", "13 May"], ["May 12 13"], ["13 May"], []),
    ],
)
def test_only_what_the_other_side_has_less_often_is_left(old, new, gone, came) -> None:
    assert unmatched(old, new, str.split) == (gone, came)


VALUES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=2).map(" ".join), max_size=5)


@given(VALUES, VALUES)
def test_it_is_the_same_from_either_side_and_in_their_order(old: list[str], new: list[str]) -> None:
    gone, came = unmatched(old, new, str.split)
    assert unmatched(new, old, str.split) == (came, gone)
    rest = iter(old)
    assert all(value in rest for value in gone)
    assert unmatched(old, old, str.split) == ([], [])
