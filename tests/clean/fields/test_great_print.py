"""The headline of a page that marks none as a heading."""

import pytest
from lxml import html

from newsdiff.clean import cleaned_html
from newsdiff.clean.fields.great_print import great_line
from newsdiff.clean.page.text_blocks import leaves
from newsdiff.model import BlockKind

PROSE = "<p>The council of Sund said on Monday that the old ferry will sail for another year, whatever it may cost.</p>"


def number(markup: str) -> int | None:
    found = list(leaves(html.document_fromstring(f"<html><body>{markup}{PROSE}</body></html>")))
    return great_line(found, range(len(found)))


@pytest.mark.parametrize(
    "shown",
    [
        "<p>The ferry stays</p>",
        "<td><font size=2>The ferry stays</font></td>",
        "<div style='font-size: 14px'>The ferry stays</div>",
        "<p style='font-size:30px'>The ferry stays</p><p style='font-size:30px'>The harbour goes away</p>",
        "<p><font size=6><a href='/'>The Sund Post</a></font></p>",
        "<p><font size=7>120</font></p>",
    ],
)
def test_no_line_is_greater_than_the_others(shown: str) -> None:
    assert number(shown) is None


@pytest.mark.parametrize(
    "shown",
    ["<div><font size=5><b>The ferry stays</b></font></div>", "<p style='font-size: 24px'>The ferry stays</p>"],
)
def test_the_greatest_line_is_found(shown: str) -> None:
    assert number(shown) == 0


def test_a_page_laid_out_by_tables_has_a_headline_a_date_and_a_signature() -> None:
    page = (
        "<html><head><title>:: Sund Post ::</title></head><body><table><tr><td><font size=1>REGIONS &raquo; SUND</font>"
        "<br><font size=5>The ferry stays, and the price goes up</font><br><font size=1>Mon 6 March 2023 2:22pm</font>"
        f"{PROSE * 2}{PROSE.replace('Monday', 'Friday')}<p>(Reporting by Ida Lund in Sund; Editing by Kim Roe)</p>"
        "</td></tr></table></body></html>"
    )
    article = cleaned_html(page, "https://post.example/cgi/story.pl?id=7").article
    assert article.headline == "The ferry stays, and the price goes up"
    assert [b.text for b in article.blocks if b.kind is BlockKind.DATE] == ["Mon 6 March 2023 2:22pm"]
    told = [b.text for b in article.blocks if b.kind is BlockKind.BYLINE]
    assert told == ["(Reporting by Ida Lund in Sund; Editing by Kim Roe)"]
