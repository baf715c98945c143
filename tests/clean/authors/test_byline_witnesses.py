"""Which line is the byline where neither metadata nor markup say so: what speaks for one, and what forbids it."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.clean.authors.writers import is_of_writers
from newsdiff.model import BlockKind, Cleaned
from tests.kit.crawls import page

DATED = "<p>12 March 2025, 10:20</p>"
URL = "https://post.example/islands/ferry"


def read(place: str, shown: str, language: str = "en") -> Cleaned:
    return cleaned_html(page(place, shown).replace('lang="en"', f'lang="{language}"'), URL)


def bylines(shown: str, place: str = "below", language: str = "en") -> list[str]:
    found = read(place, shown, language)
    return [block.text for block in found.article.blocks if block.kind is BlockKind.BYLINE]


def sources(shown: str) -> list[str]:
    return [witness.source for witness in read("below", shown).witnesses if witness.field == "byline"]


@pytest.mark.parametrize(
    "shown",
    [
        '<div><img src="a.jpg"><span>The pier at noon.</span> <span>Ida Lund</span></div>',  # whose the picture is
        f'<ul><li><a href="/x1">What the pier will cost</a> <i>Ida Lund</i></li></ul>{DATED}',  # another story's
        f"<p>Sund Bridge</p>{DATED}",  # a place: the text has both words, one of them as a common one
        f'<div><img src="m.jpg" alt="Maren Holt"><p>Maren Holt</p></div>{DATED}',  # the story tells of her
        f"<p>Ida Lund on the old ferry</p>{DATED}",  # a dek may begin with a name
        f"<p>大 中 小</p>{DATED}",  # sizes of letters
        f"<p>المرفأ القديم</p>{DATED}",  # without capitals a date is too little
        "<p>The Harbour Post uses cookies</p>",
        "<figure><img src='a' alt='Sund Nord - Ostra Vik'><figcaption>Sund Nord - Ostra Vik</figcaption></figure>",
        "<p>Ida Lund, chair of the Sund League, on the new Harbour Act:</p>",  # leads up to what she says
    ],
)
def test_what_only_looks_like_a_byline_is_none(shown: str) -> None:
    assert bylines(shown) == []


@pytest.mark.parametrize(
    ("shown", "told", "source"),
    [
        (f"<div><b>Ida Lund</b> <i>reporter</i></div><p>x</p>{DATED}", "Ida Lund", "a role beside it"),
        ('<div><img src="a" alt="Ida Lund"><p>Ida Lund</p></div>', "Ida Lund", "a portrait"),
        ("<div><p>Ida Lund</p><p>ida.lund@post.example</p></div>", "Ida Lund", "a mail address"),
        ('<p><a href="/crew/ida-lund">Ida Lund</a></p>', "Ida Lund", "a link to a page of that name"),
        (f"<p>Ida Lund for the Post</p>{DATED}", "Ida Lund for the Post", "the name of the site behind it"),
        (
            "<p>Door onze verslaggevers <b>Ida Lund</b> en <b>Sam Poe</b></p>",
            "Door onze verslaggevers Ida Lund en Sam",
            "what",
        ),
        (
            "<p><b>(De notre correspondante à Sund, Ida Lund)</b></p>",
            "(De notre correspondante à Sund, Ida Lund)",
            "what",
        ),
        ("<div>Post | By <span>Ida Lund</span></div>", "By Ida Lund", "its opening"),
        (f"<ul><li>윤서진 기자</li><li>12.03.2025 10:20</li></ul>{DATED}", "윤서진 기자", "a role beside it"),
        ("<div><span>هالة الشرقاوي</span> | <span>12 March 2025</span></div>", "هالة الشرقاوي", "a date beside it"),
        ("<div><span>记者：欧阳文静</span></div>", "记者：欧阳文静", "what leads up to it"),
    ],
)
def test_plain_witnesses_make_a_byline(shown: str, told: str, source: str) -> None:
    assert bylines(shown)[0].startswith(told)
    assert source in sources(shown)[0]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<div>On <a href="/d">13 November 2019</a> by Henry</div>', ["by Henry"]),
        ('<div><a href="/show">The ferry of ideas</a> by Ida Lund</div>', ["by Ida Lund"]),
    ],
)
def test_an_opening_behind_a_linked_date_or_title_is_one(shown: str, told: list[str]) -> None:
    assert bylines(shown) == told


def test_what_speaks_for_a_line_is_told() -> None:
    assert sources(f"<p>Ida Lund</p>{DATED}") == ["a date beside it, the headline above it"]


def test_the_line_of_which_most_speaks_is_the_byline() -> None:
    shown = f"<p>Words: Sam Poe</p><p>x</p><div><p>Ida Lund</p><p>ida.lund@post.example</p></div>{DATED}"
    assert bylines(shown) == ["Ida Lund"]


def test_a_line_that_calls_the_site_the_author_is_believed_before_mere_places() -> None:
    assert bylines(f"<p>By Post</p><p>Ida Lund</p>{DATED}") == ["By Post"]
    assert bylines(f"<p>By Post</p><p>By Ida Lund</p>{DATED}") == ["By Ida Lund"]


BIO = "<p><em>Ida Lund is a pilot. Her last book was Slack Water.</em></p>"


def test_a_word_on_the_author_below_the_text_makes_a_name_before_small_words_a_byline() -> None:
    both = page("below", "<p>Ida Lund on the old ferry</p>").replace("</article>", f"</article>{BIO}")
    assert [b.text for b in cleaned_html(both, URL).article.blocks if b.kind is BlockKind.BYLINE] == [
        "Ida Lund on the old ferry"
    ]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<div class="a"><p>Ida Lund</p></div><div class="b"><p>Old Harbour</p></div>', ["Ida Lund"]),
        ("<ul><li>Ida Lund</li><li>142 comments</li></ul>", ["Ida Lund"]),
        ("<ul><li>Ida Lund</li><li>Sam Poe</li></ul>", ["Ida Lund", "Sam Poe"]),
        (
            '<ul><li><h4><a href="/staff/1">Ida Lund</a></h4><p>Reporter</p></li><li>and</li>'
            '<li><h4><a href="/staff/2">Sam Poe</a></h4></li></ul>',
            ["Ida Lund", "Sam Poe"],
        ),
        (
            '<div><div class="x"><div class="y">Ida Lund</div><i>Journalist</i></div>'
            '<div class="x"><div class="y">Sam Poe</div><i>Journalist</i></div></div>',
            ["Ida Lund", "Sam Poe"],
        ),
    ],
)
def test_others_of_a_team_stand_before_and_behind_the_best_witnessed(shown: str, told: list[str]) -> None:
    assert bylines(f"<div>{shown}</div>{DATED}") == told


def test_the_last_of_several_names_with_roles_may_have_none() -> None:
    three = '<b class="n">Ida Lund</b><i class="r">of Sund</i><b class="n">Sam Poe</b><i class="r">of Vik</i>'
    assert bylines(f'<div>{three}<b class="n">Kim Roe</b></div>{DATED}') == ["Ida Lund, Sam Poe, Kim Roe"]
    plain = three.replace(' class="n"', "")
    assert bylines(f"<div>{plain}<b>Old Harbour</b></div>{DATED}") == ["Ida Lund, Sam Poe"]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<div><p>Ida Lund</p><p>Old Harbour Road</p></div>", []),
        ("<div><p>Maren Holt</p><p>journalist</p></div>", []),
        ("<footer><div><p>Ida Lund</p><p>Chief editor</p></div></footer>", []),
        ("<div><p>Ida Lund</p><p>Journalist of the islands</p></div>", ["Ida Lund"]),
    ],
)
def test_a_box_right_below_the_text_names_the_author_with_a_role(shown: str, told: list[str]) -> None:
    assert bylines(shown, "behind") == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<p>Ida Lund</p>", []),
        ("<p><b>Maren Holt</b></p>", []),
        ("<p><b>Page two: Ida Lund</b></p>", []),
        ("<p>（敬称略）</p>", []),
        ('<p align="right">Ida Lund</p>', ["Ida Lund"]),
        ("<p><em>Ida Lund</em></p>", ["Ida Lund"]),
        ("<p>— Ida Lund</p>", ["— Ida Lund"]),
        ("<p>【佐伯美和】</p>", ["【佐伯美和】"]),
    ],
)
def test_a_name_set_apart_signs_the_text_as_its_last_line(line: str, told: list[str]) -> None:
    assert bylines(line, "end") == told


def test_a_footer_of_an_article_is_no_menu() -> None:
    shown = "<footer>Submitted by <span>Ida Lund</span> on <span>Wed, 12/03/2025 - 10:31</span></footer>"
    assert bylines(shown) == ["Submitted by Ida Lund"]


def test_a_newsroom_with_the_name_of_its_site_is_no_person() -> None:
    head = '<meta property="og:site_name" content="Sund Direct"><meta name="author" content="Team Sund Direct"></head>'
    shown = f"<p>Words: Ida Lund</p>{DATED}<p>Team Sund Direct</p>"
    article = cleaned_html(page("below", shown).replace("</head>", head), URL).article
    assert [b.text for b in article.blocks if b.kind is BlockKind.BYLINE] == ["Words: Ida Lund"]


@pytest.mark.parametrize("text", ["Ferry captain", "Leser", "maire de Sund", "писатель", "写真"])
def test_other_trades_do_not_write(text: str) -> None:
    assert not is_of_writers(text)


@pytest.mark.parametrize(
    "text",
    ["Staff Reporter", "Politikredakteurin", "journaliste", "Corresponsal", "dziennikarka", "кореспондентка", "記者"],
)
def test_who_writes_is_told_by_a_stem(text: str) -> None:
    assert is_of_writers(text)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p><span>Aude</span> and <span>Kervilly</span></p>", []),  # two firms, or two given names
        ("<p><span>Aude</span> de <span>Kervilly</span></p>", ["Aude de Kervilly"]),
        ("<p><b class='g'>Yann</b> <b class='p'>Le</b> <b class='f'>Goff</b></p>", ["Yann Le Goff"]),
        ("<p><b>Pino</b> della <b>Valle</b></p>", ["Pino della Valle"]),
        ("<p>Von <span>Clemens</span> <i>von der</i> <span>Heyde</span></p>", ["Von Clemens von der Heyde"]),
    ],
)
def test_a_name_may_stand_in_elements_with_small_words_between(shown: str, told: list[str]) -> None:
    assert bylines(f"{shown}{DATED}") == told


@pytest.mark.parametrize(
    "shown",
    [
        "<p><span>Sund Direct</span> <b>Ida Lund</b></p>",
        "<p><span>SUND DIRECT</span> - <span>Ida Lund</span></p>",
        '<div class="author"><span>Sund Direct</span><span>Ida Lund</span></div>',
    ],
)
def test_the_name_of_the_site_before_somebodys_is_no_author(shown: str) -> None:
    head = '<meta property="og:site_name" content="Sund Direct"></head>'
    article = cleaned_html(page("below", f"{shown}{DATED}").replace("</head>", head), URL).article
    assert [b.text for b in article.blocks if b.kind is BlockKind.BYLINE] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p><b>Ida Lund</b> (Sund)<br><b>Sam Poe</b> (Vik)</p>", ["Ida Lund, Sam Poe"]),
        ("<p><b>Ida Lund</b> Sund <b>Sam Poe</b> Vik</p>", ["Ida Lund, Sam Poe"]),
        ("<p><b>Ida Lund</b> (text)<br><b>Sam Poe</b> (photos)</p>", ["Ida Lund"]),
        ("<p><b>Ida Lund</b> <i>in Sund</i> and <b>Sam Poe</b> <i>in Vik</i></p>", ["Ida Lund, Sam Poe"]),
        ("<div><p>Ida Lund, Sund</p><p>Sam Poe, Vik</p></div>", ["Ida Lund, Sund", "Sam Poe, Vik"]),
        ("<div><p>Ida Lund</p><p>Old Harbour</p></div>", ["Ida Lund"]),
    ],
)
def test_each_of_several_names_may_have_its_place(shown: str, told: list[str]) -> None:
    assert bylines(f"{shown}{DATED}") == told


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("<p>Sund Harbour</p>", "By admin"),
        ("<p><b>By Ida Lund</b></p>", "By Ida Lund"),
        ("<p><strong>Ida Lund</strong>, Ytterholm</p>", "Ida Lund, Ytterholm"),
    ],
)
def test_who_is_named_over_the_text_is_believed_before_an_account(first: str, told: str) -> None:
    shown = page("before", first).replace("</h1>", f"</h1><p>By <a href='/author/admin'>admin</a></p>{DATED}", 1)
    article = cleaned_html(shown.replace("</head>", '<meta name="author" content="admin"></head>'), URL).article
    assert [b.text for b in article.blocks if b.kind is BlockKind.BYLINE] == [told]


def test_one_word_of_the_metadata_is_a_byline_among_dates() -> None:
    shown = "<div><span>12.03.2025</span><span>10:20</span><span>KNA</span></div>"
    article = cleaned_html(
        page("below", shown).replace("</head>", '<meta name="author" content="KNA"></head>'), URL
    ).article
    assert [b.text for b in article.blocks if b.kind is BlockKind.BYLINE] == ["KNA"]


@pytest.mark.parametrize(
    ("shown", "language", "told"),
    [
        ("<p><b>Ida Lund</b>, de Santos, e <b>Sam Poe</b>, de Sund</p>", "pt", ["Ida Lund, Sam Poe, de Sund"]),
        ('<p class="author">佐伯美和</p>', "ja", ["佐伯美和"]),
        ('<p class="author">編集</p>', "ja", ["編集"]),
    ],
)
def test_a_place_opens_no_byline_and_a_word_may_be_a_name(shown: str, language: str, told: list[str]) -> None:
    assert bylines(f"{shown}{DATED}", language=language) == told


def test_what_an_authors_own_box_tells_is_no_text() -> None:
    told = "<p>Ida has sailed since she was nine years old.</p>"
    box = f'<div itemprop="author"><b itemprop="name">Ida Lund</b>{told}</div>'
    article = read("below", box + DATED).article
    assert "since she was nine" not in article.text
    assert [block.text for block in article.blocks if block.kind is BlockKind.BYLINE] == ["Ida Lund"]


def test_a_label_and_a_mail_address_of_that_name_below_the_text_are_a_byline() -> None:
    last = "<div><span>Autor: Ida Lund</span><a href='mailto:i.lund@post.example'>mail: i.lund@post.example</a></div>"
    assert bylines(last, "behind") == ["Autor: Ida Lund"]
