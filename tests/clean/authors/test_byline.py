"""Who wrote an article, as its page shows it."""

import json

import pytest
from lxml import html

from newsdiff.clean import cleaned_html
from newsdiff.clean.authors.author_marks import is_marked
from newsdiff.clean.authors.author_names import is_account, is_name
from newsdiff.clean.authors.byline import find_bylines
from newsdiff.clean.authors.signatures import signature
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.page.text_blocks import Leaf, leaves
from newsdiff.model import BlockKind, Cleaned, Witness
from tests.kit.crawls import page

NAMED = {"@type": "NewsArticle", "author": [{"name": "Ida Lund"}, {"name": "Sam Poe"}]}


def cleaned(below_headline: str, data: object = NAMED) -> Cleaned:
    head = f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
    return cleaned_html(page("below", below_headline).replace("</head>", head), "https://post.example/islands/ferry")


def bylines(below_headline: str, data: object = NAMED) -> list[str]:
    return [b.text for b in cleaned(below_headline, data).article.blocks if b.kind is BlockKind.BYLINE]


def leaf(markup: str) -> Leaf:
    """The one line of text that a piece of markup holds."""
    (only,) = leaves(html.document_fromstring(f"<html><body><article>{markup}</article></body></html>"))
    return only


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="credit"><img src="a.jpg">Photograph: Ida Lund</div>',
        "<figure><img src='a.jpg'><figcaption>The harbour, by Ida Lund</figcaption></figure>",
        "<p>© Ida Lund</p>",
        '<p class="author__role">Senior economics editor</p>',
        '<div class="byline">12 March 2025, 10:20</div>',
        '<div class="byline">142 views</div>',
        "<p>The council that Ida Lund has led for many years says that nothing at all will change in the harbour.</p>",
        "",
    ],
)
def test_credits_roles_dates_counters_and_sentences_are_no_byline(shown: str) -> None:
    assert bylines(shown) == []


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<a href="/x">Ida Lund</a>', ["Ida Lund"]),
        ('<div class="meta">By <a href="/x">Ida Lund</a> | 142 views</div>', ["By Ida Lund"]),
        ("<div><span>Ida Lund</span><span>Reporter</span></div>", ["Ida Lund"]),
        ("<div><span>Ida</span><span>Lund</span></div>", ["Ida Lund"]),
        ("<ul><li>IDA LUND</li><li>Sam Poe</li></ul>", ["IDA LUND", "Sam Poe"]),
        ("<p>Ida Lund</p><p>Sam Poe</p><p>Ida Lund</p>", ["Ida Lund", "Sam Poe"]),
        ("<p>Von Ida Lund, Sund</p>", ["Von Ida Lund, Sund"]),
        ("<p>Ida Lund, 12.03.2025 10:20 Uhr</p>", ["Ida Lund"]),
    ],
)
def test_a_line_is_believed_for_the_names_of_the_metadata_in_it(shown: str, told: list[str]) -> None:
    assert bylines(shown) == told


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p>By Ida Lund</p>", ["By Ida Lund"]),
        ('<p><a rel="author" href="/x">Ida Lund</a></p>', ["Ida Lund"]),
        ('<p><a href="/autor/ida-lund">Ida Lund</a> <span>3</span></p>', ["Ida Lund"]),
        ('<p><a href="/islands/ida-lund">Ida Lund</a></p>', []),
        ("<p>Ida Lund</p>", ["Ida Lund"]),
    ],
)
def test_without_such_names_its_opening_or_its_markup_and_shape_tell_one(shown: str, told: list[str]) -> None:
    assert bylines(shown, {"@type": "NewsArticle"}) == told


def test_the_date_beside_a_name_is_a_date_and_what_goes_is_told_with_the_reason() -> None:
    found = cleaned("<p><b>Ida Lund</b><i>Reporter</i> 12 March 2025, 10:20 <span>142 views</span></p>")
    assert [b.text for b in found.article.blocks if b.kind is BlockKind.DATE] == ["12 March 2025, 10:20"]
    assert {(r.text, r.reason) for r in found.removed} >= {("Reporter", "role"), ("142 views", "counter")}
    assert Witness("byline", "Ida Lund", "a name of the metadata", True) in found.witnesses


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>(Redaktion: Ida Lund)</p>", "(Redaktion: Ida Lund)"),
        ("<p>Post / AFP</p>", "Post / AFP"),
        ("<p>（記者：李強 王偉）</p>", "（記者：李強 王偉）"),
        ("<p>Radio News, 15.4.2024, 10:05; post/hosb;kes</p>", "post/hosb;kes"),
        ("<p>ssi, dan; Foto: Ida Lund</p>", "ssi, dan"),
        ("<p>(mst)</p>", "(mst)"),
        ("<p>(dpa/ilu)</p>", "(dpa/ilu)"),
    ],
)
def test_a_signature_has_brackets_or_slashes(markup: str, text: str) -> None:
    read = signature(leaf(markup))
    assert read is not None
    assert (read.text, read.dates, read.source) == (text, (), "the last line of the text")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>(Ida Lund)</p>",
        "<p>He said so / she did.</p>",
        "<p>12 / 14</p>",
        "<h2>Post / AFP</h2>",
        "<ul><li>Post / AFP</li></ul>",
        "<p><a href=/x>Post / AFP</a></p>",
        "<p>One two three four / five</p>",
        "<p>tea; milk</p>",
        "<p>at the pier; in the hall</p>",
    ],
)
def test_other_last_lines_are_no_signature(markup: str) -> None:
    assert signature(leaf(markup)) is None


@pytest.mark.parametrize(
    ("markup", "marked"),
    [
        ("<p>Ida Lund</p>", False),
        ("<p class=byline>Ida Lund</p>", True),
        ("<p><a href=/authors/ida-lund>Ida Lund</a></p>", True),
        ("<p><span itemprop=author>Ida Lund</span></p>", True),
        ("<p><a rel=author href=/x>Ida Lund</a></p>", True),
        ("<p><a href=/authority/x>Ida Lund</a></p>", False),
    ],
)
def test_markup_names_an_author(markup: str, marked: bool) -> None:
    assert is_marked(leaf(markup)) is marked


def of_the_page(shown: str) -> list[str]:
    """The bylines of a page whose metadata name nobody."""
    return bylines(shown, {"@type": "NewsArticle"})


DATED = "<p>12 March 2025, 10:20</p>"


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p>By <b>Ida Lund</b> <i>Harbour</i></p>", "By Ida Lund"),
        ("<p>By <b class=n>Ida Lund</b> <b class=r>Reporter</b></p>", "By Ida Lund"),
        ("<p class=byline><span class=r>Reporter</span> <span class=n>Ida Lund</span></p>", "Ida Lund"),
        ("<p>By IDA <span>MacLUND-POE</span>, Chief Reporter</p>", "By IDA MacLUND-POE, Chief Reporter"),
        ("<p>By <span class=first>Ida</span> <span class=last>LUND</span></p>", "By Ida LUND"),
        (
            "<p>By <span class=first>Ida</span> <span class=last>DE LUND</span> (with APX)</p>",
            "By Ida DE LUND (with APX)",
        ),
    ],
)
def test_a_name_in_two_elements_is_one_name_and_what_is_none_stays_apart(shown: str, told: str) -> None:
    assert of_the_page(shown + DATED) == [told]


def test_a_masthead_that_names_the_site_is_no_byline() -> None:
    data = {"@type": "NewsArticle", "publisher": {"name": "The Amber Coast Post"}}
    above = page("below", DATED).replace(
        "<body>", "<body><div><a>The Amber Coast Post</a><a>Subscribe for 1 €</a></div>"
    )
    head = f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
    blocks = cleaned_html(above.replace("</head>", head), "https://post.example/islands/ferry").article.blocks
    assert [block.text for block in blocks if block.kind is BlockKind.BYLINE] == []


@pytest.mark.parametrize(
    "shown",
    [
        f"<p>Front Page</p>{DATED}",  # words of the dictionary
        f"<p>कुछ ही क्षण पहले</p>{DATED}",  # moments ago
        f"<p>Port Amber</p>{DATED}",  # where the story begins
        f"<p>Fotos: Ida Lund</p>{DATED}",
        f"<p>Photography by</p><p>Ida Lund</p>{DATED}",
        f"<nav><a href=/x>Ostra Vik</a></nav><p>Ostra Vik</p>{DATED}",  # a section
        f"<p class=category>Ostra Vik</p>{DATED}",
        f"<p><a href=/x>Ida Lund</a></p>{DATED}",
        "<ul><li>The pier is closed until Monday, the mayor said</li></ul><p>Sund</p><p>Ida Lund</p><p>The fleet</p>",
        f"<table><tr><td>Interview: Ida Lund</td><td>Sam Poe</td></tr></table>{DATED}",
        f"<p>See also: Ida Lund</p>{DATED}",
    ],
)
def test_a_line_of_names_is_no_byline_where_something_speaks_against_it(shown: str) -> None:
    assert of_the_page(shown) == []


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (f"<p>Ida Lund</p>{DATED}", ["Ida Lund"]),
        (f"<p>Ida Lund, Sam Poe</p>{DATED}", ["Ida Lund, Sam Poe"]),
        (f"<p>Words Ida Lund<br>Pictures Sam Poe</p>{DATED}", ["Words Ida Lund"]),
        (f"<ul><li>Interview: Ida Lund</li><li>Fotos: Sam Poe</li></ul>{DATED}", ["Interview: Ida Lund"]),
        ("<p>Teksti: Ida Lund</p>", ["Teksti: Ida Lund"]),
        ("<div><div>Interview by</div><div>Ida Lund</div></div>", ["Interview by Ida Lund"]),
        ("<address>Ida Lund</address>", ["Ida Lund"]),
        ("<div class=signataires>Ida Lund</div>", ["Ida Lund"]),
        ("<p><a href=/kolumnisten/ida-lund>Ida Lund</a></p>", ["Ida Lund"]),
        ("<div><address>Ida Lund</address><span>Vertaling: Sam Poe</span></div>", ["Ida Lund", "Vertaling: Sam Poe"]),
    ],
)
def test_a_line_of_names_is_a_byline_where_such_stand(shown: str, told: list[str]) -> None:
    assert of_the_page(shown) == told


def test_the_site_is_the_author_where_nobody_else_is_named() -> None:
    data = {"@type": "NewsArticle", "author": {"name": "The Post"}, "publisher": {"name": "The Post"}}
    assert bylines(f"<p>The Post</p><p>Words: Ida Lund</p>{DATED}", data) == ["Words: Ida Lund"]
    assert bylines(f"<p>By The Post</p>{DATED}", data) == ["By The Post"]


def test_a_second_name_in_brackets_stays_with_the_first() -> None:
    shown = "<p>Par <a>Ida Lund</a><span> (avec Sam Poe)</span></p>"
    assert bylines(shown, {"@type": "NewsArticle", "author": "Ida Lund"}) == ["Par Ida Lund (avec Sam Poe)"]


def test_no_zones_have_no_byline() -> None:
    fields = read_fields(html.document_fromstring("<html><body><p>x</p></body></html>"), "")
    assert find_bylines([], [range(0), range(0)], 0, fields) == {}


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="team"><div class="one"><b>Ida Lund</b></div><div class="one"><b>Old Harbour News</b></div></div>',
        '<div><div class="one"><p>Ida Lund</p></div><div class="one"><p>Kim Roe</p><i>Photos</i></div></div>',
        '<div class="team"><div class="one"><p>Ida Lund</p></div><div class="other"><p>Kim Roe</p></div></div>',
    ],
)
def test_what_only_stands_beside_a_name_is_no_other_of_its_team(shown: str) -> None:
    told = bylines(shown.replace("Old Harbour News", "142 comments"), {"@type": "NewsArticle", "author": "Ida Lund"})
    assert told == ["Ida Lund"]


def test_boxes_built_like_that_of_a_byline_name_the_others_of_a_team() -> None:
    one = '<div class="one"><div class="who"><a href="/x">{}</a></div><div class="job">{}</div></div>'
    team = one.format("Ida Lund", "Reporter") + one.format("Sam Poe", "Editor") + one.format("Kim Roe", "Photographer")
    told = bylines(f'<div class="team">{team}</div>', {"@type": "NewsArticle", "author": "Ida Lund"})
    assert told == ["Ida Lund", "Sam Poe"]


def test_each_meta_element_names_an_author_of_its_own() -> None:
    head = '<meta name="author" content="Ida Lund"><meta name="author" content="Sam Poe"></head>'
    shown = "<ul><li>Ida Lund</li><li>Sam Poe</li></ul>"
    article = cleaned_html(page("below", shown).replace("</head>", head), "https://post.example/islands/ferry").article
    assert [b.text for b in article.blocks if b.kind is BlockKind.BYLINE] == ["Ida Lund", "Sam Poe"]


@pytest.mark.parametrize(
    ("account", "told"),
    [("webadmin2", True), ("newsdesk", True), ("Reuters", False), ("dpa", False), ("Ida Lund", False), ("Ида", False)],
)
def test_an_account_is_told_from_a_name(account: str, told: bool) -> None:
    assert is_account(account) is told


def test_a_line_that_names_persons_is_believed_before_an_account() -> None:
    shown = '<p><strong>By Ida Lund, Sund and Sam Poe, Vik</strong></p><p class="author">webadmin2</p>'
    assert bylines(shown, {"@type": "NewsArticle", "author": "webadmin2"}) == ["By Ida Lund, Sund and Sam Poe, Vik"]


@pytest.mark.parametrize("text", ["REGIONS » Coast", "News › Old Harbour", "Back comes the sea to the Harbour"])
def test_sections_below_each_other_and_titles_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_a_box_of_credits_keeps_who_wrote_and_not_who_made_pictures() -> None:
    shown = '<p class="credits"><span>Text: <a href="/x">Ida Lund</a></span><i>/</i><span>Pictures: Kim Roe</span></p>'
    assert bylines(shown, {}) == ["Text: Ida Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "(Photos by Ida Lund in Sund, Sam Poe in Vik)",
        "(The ferry of Sund, which sails at noon)",
        "(Ludwig von Mises)",
        "Photo: Ida Lund",
        "The sea was calm.",
        "Sources: Ida Lund",
        "($1 = 36.92 hryvnias)",
    ],
)
def test_last_lines_that_sign_nothing(text: str) -> None:
    assert signature(leaf(f"<p>{text}</p>")) is None


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ida Lund in Sund, Sam Poe in Vik; Editing by Kim Roe)",
        "(Reportage av Ida Lund; redaktör Sam Poe)",
        "By Ida Lund",
    ],
)
def test_last_lines_that_tell_who_reported(text: str) -> None:
    signed = signature(leaf(f"<p>{text}</p>"))
    assert signed is not None
    assert signed.text == text


def test_the_last_line_of_a_text_signs_it_without_the_pictures() -> None:
    signed = signature(leaf("<p><em>Testo di Ida Lund<br>Foto di Sam Poe</em></p>"))
    assert signed is not None
    assert signed.text == "Testo di Ida Lund"


TWO_PAIRS = "<strong>Ida Lund</strong> <em>Reporter</em> <strong>Sam Poe</strong> <em>{}</em>"


@pytest.mark.parametrize(
    "shown",
    [
        TWO_PAIRS.format("Photographer"),
        "<strong>Ida Lund</strong> <em>Reporter</em> <strong>Old Harbour</strong>",
        "<strong>Ida Lund</strong> <strong>Senior Reporter</strong> <em>Sund</em>",
        "<strong>Ida Lund</strong> <time>12 March 2025</time> <strong>Old Harbour</strong> <em>Sund</em>",
        '<a href="/team/lund">Ida Lund</a> <em>Sund</em> <a href="/news/harbour">Old Harbour</a> <em>News</em>',
    ],
)
def test_what_stands_in_elements_like_that_of_a_name_is_no_second_one_without_its_role(shown: str) -> None:
    assert bylines(f'<div class="team">{shown}</div>', {"@type": "NewsArticle", "author": "Ida Lund"}) == ["Ida Lund"]


@pytest.mark.parametrize(
    "shown",
    [
        TWO_PAIRS.format("Editor"),
        TWO_PAIRS.format("Editor").replace("> <", "><"),
        "<b>Ida Lund</b>, <em>Reporter</em><br><b>Sam Poe</b>, <em>Editor</em>",
        '<a href="/team/lund">Ida Lund</a> <em>Sund</em> <a href="/team/poe">Sam Poe</a> <em>Vik</em>',
    ],
)
@pytest.mark.parametrize("data", [{"@type": "NewsArticle", "author": "Ida Lund"}, {"@type": "NewsArticle"}])
def test_pairs_of_a_name_and_a_role_in_one_line_name_a_team(shown: str, data: object) -> None:
    assert bylines(f'<div class="byline">{shown}</div>', data) == ["Ida Lund, Sam Poe"]


BOXES = '<div class="team"><div>Tekst <b>Ida Lund</b> <i>Reporter</i></div><div>{}</div></div>'


@pytest.mark.parametrize(
    "second",
    [
        "og <b>Sam Poe</b> <i>Photographer</i>",
        "Sund <b>Old Harbour</b> <i>News</i>",
        "og <b>the old harbour</b> <i>News</i>",
        "og <a>Sam Poe</a> <i>Editor</i>",
    ],
)
def test_a_box_built_otherwise_or_that_joins_no_name_is_none_of_a_team(second: str) -> None:
    told = bylines(BOXES.format(second), {"@type": "NewsArticle", "author": "Ida Lund"})
    assert len(told) == 1
    assert told[0].endswith("Ida Lund")


@pytest.mark.parametrize("word", ["og", "und", "et", "y", "ve", "ja", "și"])
@pytest.mark.parametrize("style", ["", ' class="one"'])
def test_a_box_that_opens_with_a_short_word_before_a_name_joins_the_one_before_it(word: str, style: str) -> None:
    shown = BOXES.format(f"{word} <b>Sam Poe</b> <i>Editor</i>").replace("<div>", f"<div{style}>")
    told = bylines(shown, {"@type": "NewsArticle", "author": "Ida Lund"})
    assert told[1:] == [f"{word} Sam Poe"]


ROWS = "<ul class=who><li><a><b>Ida Lund</b></a> <small>reporter</small></li><li>{}</li></ul>"


@pytest.mark.parametrize(
    "second", ["<a><b>Port Amber</b></a> <small>pier</small>", "og <a><b>Port</b></a> <i>Amber</i>"]
)
def test_a_row_of_a_list_that_joins_no_name_is_none_of_a_team(second: str) -> None:
    assert bylines(ROWS.format(second), {"@type": "NewsArticle", "author": "Ida Lund"}) == ["Ida Lund"]


def test_a_row_of_a_list_that_opens_with_a_joining_word_names_another_of_the_team() -> None:
    shown = ROWS.format("та <a><b>Остап Коваль</b></a> <small>редактор</small>")
    assert bylines(shown, {"@type": "NewsArticle", "author": "Ida Lund"}) == ["Ida Lund", "та Остап Коваль"]


def test_small_letters_of_a_role_that_touches_the_name_are_no_part_of_it() -> None:
    shown = "<div class=who><strong>Ida Lund</strong><em>of Sund</em><strong>Sam Poe</strong><em>of Vik</em></div>"
    assert of_the_page(shown + DATED) == ["Ida Lund, Sam Poe"]


PAIRS_APART = "<h2>The sea is calm.</h2><div class=who><b>{}</b><i>of Sund</i><b>{}</b><i>of Vik</i></div>" + DATED


@pytest.mark.parametrize("names", [("Front Page", "Back Page"), ("Port Amber", "Old Sund"), ("Ida Lund", "old sund")])
def test_pairs_of_common_words_or_of_places_of_the_text_name_nobody(names: tuple[str, str]) -> None:
    assert of_the_page(PAIRS_APART.format(*names)) == []


def test_pairs_of_names_and_roles_beside_a_date_are_a_byline() -> None:
    assert of_the_page(PAIRS_APART.format("Ida Lund", "Sam Poe")) == ["Ida Lund, Sam Poe"]


HEBREW = {"@type": "NewsArticle", "author": [{"name": "נועה לוי"}, {"name": "דן כהן"}]}


@pytest.mark.parametrize("second", ["ודנה כהן", "אודן כהן", "שודן כהן"])
def test_other_letters_before_a_name_do_not_join_it(second: str) -> None:
    assert bylines(f'<div class="b"><span>נועה לוי</span> <span>{second}</span></div>', HEBREW) == ["נועה לוי"]


def test_a_letter_that_means_and_may_stand_before_a_name() -> None:
    assert bylines('<div class="b"><span>נועה לוי</span> <span>ודן כהן</span></div>', HEBREW) == ["נועה לוי ודן כהן"]
    assert bylines('<div class="b"><p>נועה לוי</p><p>ודן כהן</p></div>', HEBREW) == ["נועה לוי", "ודן כהן"]
    arabic = {"@type": "NewsArticle", "author": [{"name": "ليلى حداد"}, {"name": "سامي خوري"}]}
    assert bylines("<div><span>ليلى حداد</span> <span>وسامي خوري</span></div>", arabic) == ["ليلى حداد وسامي خوري"]


@pytest.mark.parametrize(
    "behind", ["Photo: Ida Lund", "(foto di Ida Lund)", "© Ida Lund", "Fotó: Ida Lund", "Φωτό: Ida Lund"]
)
def test_a_credit_behind_a_date_is_no_byline(behind: str) -> None:
    read = cleaned(f"<p>12 March 2025 {behind}</p>", {"@type": "NewsArticle", "author": "Ida Lund"})
    assert [(b.kind, b.text) for b in read.article.blocks[1:2]] == [(BlockKind.DATE, "12 March 2025")]
    assert (behind, "credit") in [(r.text, r.reason) for r in read.removed]


def test_a_mail_address_that_touches_a_name_takes_no_letter_of_it() -> None:
    names = (f'<a rel="author">{name}</a>' for name in ("Ida Lund", "Sam Poe"))
    address = '<a href="mailto:ida.lund@post.example">ida.lund@post.example</a>'
    found = cleaned_html(page("below", f'<div class="byline">{address.join(names)}</div>').encode())
    [byline] = [b.text for b in found.article.blocks if b.kind is BlockKind.BYLINE]
    assert byline.startswith("Ida Lund ")
    assert byline.endswith(" Sam Poe")
