"""The day that a page without one in its metadata shows between its headline and its text."""

import pytest

from newsdiff.clean import clean_html
from tests.kit.crawls import page


def published(shown: str, place: str = "below") -> str | None:
    return clean_html(page(place, shown), "https://post.example/a").published


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Wednesday, 12 March 2025</p>",  # as pages write today's
        "<p>12 March 2025</p>",
        "<ul><li>Founded 12 March 1925</li></ul>",
        "<p>Updated 12 March 2025</p>",
        "<p>The pier was closed on <a href='/x'>12 March 2025</a> after a storm.</p>",
    ],
)
def test_other_days_are_none_of_publication(shown: str) -> None:
    assert published(shown) is None


def test_a_day_above_the_headline_may_be_todays() -> None:
    assert published("<div>12 March 2025</div>", "above") is None


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p>Wednesday, 12 March 2025, 10:20</p>", "2025-03-12T10:20:00"),
        ("<ul><li>Seen 2025.03.12 10:20</li><li>0 comments</li></ul>", "2025-03-12T10:20:00"),
        ("<div>12 March 2025, 10:20 | 1,204 views | 0 comments</div>", "2025-03-12T10:20:00"),
        ("<div>Wed Mar 12, 2025 2:22pm E-mail this story | Print</div>", "2025-03-12T14:22:00"),
    ],
)
def test_a_day_with_its_time_between_headline_and_text_is_that_of_publication(shown: str, told: str) -> None:
    assert published(shown) == told
