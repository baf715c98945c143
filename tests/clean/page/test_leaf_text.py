"""Big first letters and ages: what is no such thing stays as it is; then what is."""

import pytest

from newsdiff.clean import clean_html

REST = "".join(
    f"<p>{line}</p>"
    for line in (
        "The crossing will replace the old stone bridge, which was closed to lorries in 2019 after an inspection.",
        "Work is expected to begin in the spring and to take about eighteen months, the report said on Monday.",
        "Residents of the north bank told the meeting that the detour adds twenty minutes to every school run.",
    )
)


def texts(opening: str, language: str = "en") -> list[str]:
    """The blocks of a page that begins with some markup."""
    lang = f" lang='{language}'" if language else ""
    body = f"<html{lang}><body><article><h1>Council backs bridge</h1>{opening}{REST}</article></body></html>"
    return [block.text for block in clean_html(body, "https://courier.example/x").blocks]


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        ("<p><b>A</b> council in Fenmarsh voted for a bridge.</p>", "A council in Fenmarsh voted for a bridge."),
        ("<p><span>I</span> was at the meeting that voted for it.</p>", "I was at the meeting that voted for it."),
        ("<p><b>X</b> users in Fenmarsh were told of the vote.</p>", "X users in Fenmarsh were told of the vote."),
        ("<p><b>B</b> vitamins are in short supply, it was said.</p>", "B vitamins are in short supply, it was said."),
        ("<p><a href='/x'>X</a> ousted its chief on Tuesday night.</p>", "X ousted its chief on Tuesday night."),
        (
            "<p>C ouncillors is how the paper wrote it on Tuesday.</p>",
            "C ouncillors is how the paper wrote it on Tuesday.",
        ),
        ("<p><b>Plan B</b> failed in Fenmarsh on Tuesday night.</p>", "Plan B failed in Fenmarsh on Tuesday night."),
    ],
)
def test_a_letter_that_is_a_word_stays_one(opening: str, text: str) -> None:
    assert text in texts(opening)


@pytest.mark.parametrize(
    "opening",
    [
        "<p><b>C</b> ouncillors in Fenmarsh voted for a bridge.</p>",
        "<p><span class='x'>C</span>\n ouncillors in Fenmarsh voted for a bridge.</p>",
        "<p><span><big>C</big></span> ouncillors in Fenmarsh voted for a bridge.</p>",
        "<div>C</div><p>ouncillors in Fenmarsh voted for a bridge.</p>",
        "<p><span>C</span></p><p>ouncillors in Fenmarsh voted for a bridge.</p>",
        "<p><img src='c.png' alt='C'>ouncillors in Fenmarsh voted for a bridge.</p>",
        "<p><i aria-hidden='true'>C</i><i class='sr-only'>C</i>ouncillors in Fenmarsh voted for a bridge.</p>",
    ],
)
@pytest.mark.parametrize("language", ["en", "de", ""])
def test_a_big_letter_is_part_of_its_word(opening: str, language: str) -> None:
    assert texts(opening, language)[1] == "Councillors in Fenmarsh voted for a bridge."


def test_a_big_letter_behind_a_quotation_mark() -> None:
    assert texts("<p><b>“W</b> hen will it open?” asked one of those present.</p>")[1].startswith("“When will it")


def test_a_big_letter_that_is_a_word_keeps_its_space() -> None:
    assert (
        texts("<div>A</div><p>council in Fenmarsh voted for a bridge.</p>")[1]
        == "A council in Fenmarsh voted for a bridge."
    )


def test_a_deep_page_is_read() -> None:
    deep = f"<p>{'<i>' * 200}C{'</i>' * 200} ouncillors in Fenmarsh voted for a bridge.</p>"
    assert texts(deep)[1] == "Councillors in Fenmarsh voted for a bridge."


@pytest.mark.parametrize(
    "line",
    [
        "He was released.<br>Yesterday.<br>Nobody had asked.",
        "The old bridge. It was closed three hours ago.",
        "The mayor left. Three hours ago, nobody knew where he was.",
        "Roses are red<br>violets are blue",
    ],
)
def test_lines_that_tell_something_stay(line: str) -> None:
    assert line.replace("<br>", " ") in texts(f"<p>{line}</p>")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "By Orla Penhallow<br>Updated 3 hrs ago<br>5 min read",
            "By Orla Penhallow<br>Updated yesterday<br>5 min read",
            "By Orla Penhallow",
        ),
        ("By Orla Penhallow<br>3 hours ago", "By Orla Penhallow<br>4 hours ago", "By Orla Penhallow"),
    ],
)
def test_ages_between_line_breaks_go(old: str, new: str, told: str) -> None:
    assert texts(f"<div class='byline'>{old}</div>") == texts(f"<div class='byline'>{new}</div>")
    assert told in texts(f"<div class='byline'>{old}</div>")


@pytest.mark.parametrize("age", ["Posted 3 hours ago", "Updated yesterday", "Published 2 days ago", "Posted today"])
def test_an_age_behind_a_caption_goes(age: str) -> None:
    caption = f"<figure><img src='a'><figcaption>The bridge. Photo: Jo Marl. {age}</figcaption></figure>"
    assert "The bridge. Photo: Jo Marl." in texts(f"<p>Councillors in Fenmarsh voted for a bridge.</p>{caption}")


def test_the_pieces_of_a_caption_are_one_behind_an_open_bracket() -> None:
    credit = "<span> (<div>Image:</div>Ida Lund)</span>"
    figure = f"<figure><img src=a.jpg><figcaption>Divers at the mole{credit}</figcaption></figure>"
    other = "<figure><img src=b.jpg><figcaption>The mole (in 1962</figcaption></figure>"
    last = "<figure><img src=c.jpg><figcaption>The old quay, in May</figcaption></figure>"
    shown = texts(f"<p>A council in Fenmarsh voted for a bridge.</p>{figure}{other}{last}")
    assert [text for text in shown if "mole" in text or "quay" in text] == [
        "Divers at the mole (Image: Ida Lund)",
        "The mole (in 1962",
        "The old quay, in May",
    ]
