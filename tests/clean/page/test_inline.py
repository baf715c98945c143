"""Elements inside a line: what is one word stays one, then what stands apart; then raised digits."""

import pytest

from newsdiff.clean.page.text_blocks import leaves


def line(markup: str) -> str:
    """The text of a paragraph of that markup."""
    from lxml import html

    return " ".join(leaf.text for leaf in leaves(html.fromstring(f"<div><p>{markup}</p></div>")))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>un</span><span>able to go</span>", "unable to go"),
        ("<span>T</span><span>he council</span>", "The council"),
        ("<b>BRIDG</b><b>ES</b>", "BRIDGES"),
        ("<span>橋</span><span>の上</span>", "橋の上"),
        ("<span>3</span>.<span>5 metres</span>", "3.5 metres"),
        ("<span>at 12:</span><span>30</span>", "at 12:30"),
        ("CO<sub>2</sub>", "CO2"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("20 <sup>o</sup>C", "20 oC"),
    ],
)
def test_what_is_one_word_stays_one(markup: str, text: str) -> None:
    assert line(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>Jane Doe</span><span>News Reporter</span>", "Jane Doe News Reporter"),
        ("<span>18.03.2025, 12:24</span><span>Lesezeit: 5 Min.</span>", "18.03.2025, 12:24 Lesezeit: 5 Min."),
        ("<time>Mar 18 2025</time><span>10:20 AM</span>", "Mar 18 2025 10:20 AM"),
        ("<a href='/a'>Harbour board votes.</a><a href='/b'>Bridge closes</a>", "Harbour board votes. Bridge closes"),
    ],
)
def test_two_words_of_two_elements_stay_two(markup: str, text: str) -> None:
    assert line(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>2</sup> and 10<sup>-6</sup>", "10² and 10⁻⁶"),
        ("1,200<sup><a href='#n3'>3</a></sup> people", "1,200[3] people"),
        ("1,200<sup class='footnote'>3</sup> people", "1,200[3] people"),
        ("1,200<a href='#n3'><sup>3</sup></a> people", "1,200[3] people"),
    ],
)
def test_raised_digits_do_not_run_into_the_number_before_them(markup: str, text: str) -> None:
    assert line(markup) == text


def test_the_cell_of_a_table_keeps_its_exponent_apart() -> None:
    from lxml import html

    table = html.fromstring("<table><tr><td>Area</td><td>1,200 m<sup>2</sup></td></tr></table>")
    assert [leaf.text for leaf in leaves(table)] == ["Area | 1,200 m²"]


def test_the_reading_of_a_word_is_not_in_the_word() -> None:
    assert line("<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>が開く") == "橋が開く"
