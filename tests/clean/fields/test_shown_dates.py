"""What a line shows of the page's own days, and of the time of a post."""

from datetime import date

import pytest
from lxml import html

from newsdiff.clean.fields.shown_dates import names_day, post_stamp
from newsdiff.clean.page.text_blocks import leaves

OWN = frozenset({date(2024, 12, 2)})


@pytest.mark.parametrize(
    "text", ["3 December 2024", "12/03/2024", "4.3333333333333333", "1.2.3", "x" * 200 + "02/12/2024"]
)
def test_another_day_is_not_named(text: str) -> None:
    assert not names_day(text, OWN)


@pytest.mark.parametrize("text", ["02/12/2024 Actualizado a las 20:56h.", "12-02-24", "2024.12.02", "2 December 2024"])
def test_an_own_day_is_named_in_any_order(text: str) -> None:
    assert names_day(text, OWN)


def stamp(body: str) -> str:
    leaf = next(leaves(html.document_fromstring(f"<html><body>{body}</body></html>")))
    return post_stamp(leaf)[0]


@pytest.mark.parametrize(
    "body",
    [
        "<div><time>17:10</time> the boat had sunk</div>",
        "<div>17:10 Ida Lund</div>",
        "<h3><time>17:10</time> Ida Lund</h3>",
        "<p>At <time>17:10</time> Ida Lund and Per Berg saw the boat sink</p>",
    ],
)
def test_a_line_that_tells_more_is_no_stamp(body: str) -> None:
    assert stamp(body) == ""


@pytest.mark.parametrize("body", ["<div><time>17:10</time><mark>Ida Lund</mark></div>", "<p><time>17:10</time></p>"])
def test_the_time_of_a_post(body: str) -> None:
    assert stamp(body) == "17:10"
