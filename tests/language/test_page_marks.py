"""What a page writes into a headline, and what but looks like it."""

import pytest

import newsdiff
from newsdiff.language.page_marks import story
from newsdiff.model import FlagKind
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    "text",
    [
        "Ein Plus von drei Prozent",
        "Das Plus: weniger Steuern",
        "RTL+ zeigt das Finale",
        "ARD Plus: Der neue Dienst startet",
        "EU + USA einigen sich",
        "Disney+ wird teurer",
        "A+ für die Bahn",
        "++ Eilmeldung ++",
        "RTL+",
        "Meinungsfreiheit in Xanten",
        "Meinung: Es schneit",
        "Live in Xanten",
        "",
    ],
)
def test_words_of_the_headline(text: str) -> None:
    assert story(text, words_of("de")) == (text, "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("SZ PlusWetter:Es schneit", "Wetter:Es schneit"),
        ("SZ Plus„Es schneit“", "„Es schneit“"),
        ("SZ Plus:Es schneit", "Es schneit"),
        ("Welt PlusEs schneit", "Es schneit"),
        ("FAZ+Es schneit", "Es schneit"),
        ("BILDplusEs schneit", "Es schneit"),
        ("MeinungEs schneit", "Es schneit"),
        ("SZ PlusMeinungEs schneit", "Es schneit"),
        ("TestsEs schneit", "Es schneit"),
        ("Z+ (abopflichtiger Inhalt); Es schneit", "Es schneit"),
    ],
)
def test_for_whom_it_is(text: str, rest: str) -> None:
    assert story(text, words_of("de"))[0] == rest


def test_how_long_it_takes_to_read_stands_before_a_button() -> None:
    assert story("Es schneit 4 Min Zur Merkliste hinzufügen", words_of("de"))[0] == "Es schneit"
    assert story("Es schneit Zur Merkliste hinzufügen", words_of("de"))[0] == "Es schneit"
    assert story("Es schneit 4 Min", words_of("de"))[0] == "Es schneit 4 Min"
    assert story("Es schneit 4 Min Zur Merkliste hinzufügen", words_of("en"))[0].endswith("hinzufügen")


def kinds(old: str, new: str) -> set[FlagKind]:
    before, after = (newsdiff.article([], headline=text, language="de") for text in (old, new))
    return {f.kind for f in newsdiff.compare(before, after).flags} - {FlagKind.HEADLINE}


def test_a_mark_that_comes_is_no_edit_of_the_story() -> None:
    assert kinds("Xanten:Es schneit", "SZ PlusXanten:Es schneit") == set()


def test_what_changes_beside_it_is_told() -> None:
    assert kinds("Xanten:Es schneit", "SZ PlusBerlin:Es schneit") == {FlagKind.NAME}


def test_a_changed_first_word_is_quoted_as_the_page_shows_it() -> None:
    old, new = "SZ PlusRatgeber:Es schneit heftig", "Ausflug:Es schneit heftig"
    before, after = (newsdiff.article([], headline=text, language="de") for text in (old, new))
    (flag,) = (f for f in newsdiff.compare(before, after).flags if f.kind is FlagKind.WORDING)
    assert (flag.old, flag.new) == ("SZ PlusRatgeber", "Ausflug")
    assert story("FAZ+Es schneit", words_of("de"))[1] == ""
