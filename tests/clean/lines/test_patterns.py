"""Lines judged by their shape: what stays stands before what goes."""

import pytest

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label


@pytest.mark.parametrize(
    "line", ["Share prices", "The Share", "Live and let live", "More than ever", "Comments from the minister"]
)
def test_text_is_no_label(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "line", ["Share", "ADVERTISEMENT", "Share on Facebook Twitter", "back to top", "Follow 12,301 followers", "Anzeige"]
)
def test_a_label_is_told(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize(
    "line", ["Read: the minister’s letter.", "More: a play by Ida Lund", "Related: to be, or not to be."]
)
def test_a_sentence_behind_a_colon_is_no_promo_unless_it_is_linked(line: str) -> None:
    assert not patterns.is_promo(line, linked=False)


@pytest.mark.parametrize(
    "line", ["READ MORE: Tolls to rise", "Related: Tolls to rise", "Lire aussi : Le péage", "WATCH: How it sank"]
)
def test_a_promo_is_told(line: str) -> None:
    assert patterns.is_promo(line)


@pytest.mark.parametrize(
    "line", ["The firm sold 12 shares.", "120 shares of the bank were sold", "20 people were watching the sea"]
)
def test_text_is_no_counter(line: str) -> None:
    assert not patterns.is_counter(line)


@pytest.mark.parametrize(
    "line", ["120 shares", "1.2K comments", "Shares: 34", "1,204 people are reading this story", "31 reading now"]
)
def test_a_counter_is_told(line: str) -> None:
    assert patterns.is_counter(line)


@pytest.mark.parametrize(
    "line",
    [
        "He asked readers to sign up for the army.",
        "If you are moving to Sund, visit our guide.",
        "Join the union, she told the crews.",
        "The application is dismissed upon withdrawal.",
        "Our app was downloaded two million times.",
        "You have two articles of the constitution to thank for that.",
        "Readers have one free article a month, she said.",
    ],
)
def test_text_is_no_request(line: str) -> None:
    assert not patterns.is_request(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter here.",
        "Follow us on Facebook",
        "Download our app to get breaking news alerts.",
        "You have 2 free articles left this month. Register to keep reading.",
        "This is your last free article.",
    ],
)
def test_a_request_is_told(line: str) -> None:
    assert patterns.is_request(line)


@pytest.mark.parametrize(
    "line", ["Correction officers went on strike.", "Update 5.3 brings a new font.", "The law was amended."]
)
def test_text_is_no_correction(line: str) -> None:
    assert not patterns.is_correction(line)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misstated the year.",
        "Corrections & clarifications: the sum was 3 million.".replace("&", "and"),
        "This article was amended on 14 March 2025.",
        "An earlier version of this story gave the wrong name.",
        "Editor’s note: A comment was added.",
        "In einer früheren Version stand ein falscher Name.",
        "Fe de errores: era junio.",
        "UPDATE: The minister resigned.",
    ],
)
def test_a_correction_is_told(line: str) -> None:
    assert patterns.is_correction(line)


@pytest.mark.parametrize(
    "line", ["share " * 20, "- " * 60 + "x", "1 2 3 4 5 " * 11, "read more: " * 20, "a, b (c) " * 15]
)
def test_no_pattern_takes_long_over_a_line(line: str) -> None:
    judges = (
        date_lines.is_date,
        date_lines.is_relative_time,
        is_label,
        patterns.is_promo,
        patterns.is_counter,
        patterns.is_request,
    )
    assert [judge(line) in (True, False) for judge in judges] == [True] * len(judges)


@pytest.mark.parametrize(
    ("line", "told"),
    [("", False), ("3/14", True), ("(3 of 14)", True), ("14/3", False), ("3/14 of the votes were cast", False)],
)
def test_the_position_in_a_gallery(line: str, told: bool) -> None:
    assert patterns.is_position(line) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", False),
        ("Local News", True),
        ("Science & Nature News", True),
        ("Bad News", False),
        ("The local news of the day", False),
    ],
)
def test_the_name_of_a_section(line: str, told: bool) -> None:
    assert patterns.is_section_label(line) is told


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("Von Jürgen Ößler", "Jürgen Ößler"),
        ("Par : Anne Petit", "Anne Petit"),
        ("By the sea", "By the sea"),
        ("By Monday all had left.", "By Monday all had left."),
        ("Jane Doe", "Jane Doe"),
        ("", ""),
    ],
)
def test_a_byline_without_its_opening(line: str, name: str) -> None:
    assert patterns.without_by(line) == name
    assert patterns.is_byline(line) is (line != name)


@pytest.mark.parametrize(
    ("line", "told"), [("", False), ("FTSE ▲ 0.4%", True), ("Quill 12°C", True), ("It was 12° there.", False)]
)
def test_markets_and_weather(line: str, told: bool) -> None:
    assert patterns.is_ticker(line) is told


@pytest.mark.parametrize(
    ("line", "sentence", "statement"),
    [
        ("", False, False),
        ("Why did the light go?", True, False),
        ("The light went out.", True, True),
        ("Gone.", True, False),
        ("“The light went out.”", True, True),
        ("The light went out", False, False),
        ("习近平在北京发表讲话。", True, True),
        ("روشنی چلی گئی ہے۔", True, True),
    ],
)
def test_sentences_end_in_every_script(line: str, sentence: bool, statement: bool) -> None:
    assert (patterns.is_sentence(line), patterns.is_statement(line)) == (sentence, statement)


@pytest.mark.parametrize(("line", "many"), [("", 0), ("one two", 2), ("محمد هنا", 2), ("…", 0)])
def test_words_of_spaced_scripts(line: str, many: int) -> None:
    assert len(patterns.words(line)) == many


def test_a_line_without_spaces_counts_by_its_characters() -> None:
    assert len(patterns.words("習近平在北京發表講話")) >= 5
    assert len(patterns.words("習近平在北京發表講話" * 2)) > len(patterns.words("習近平在北京發表講話"))


@pytest.mark.parametrize(
    ("line", "told"),
    [("Topics: Harbour, Ferry", True), ("Tags: Sea", True), ("The topics were many.", False), ("", False)],
)
def test_a_line_of_tags(line: str, told: bool) -> None:
    assert patterns.is_tag_line(line) is told
