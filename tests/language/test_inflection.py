"""Which verb a form is of, and what endings leave of a word."""

from pathlib import Path

import pytest

import newsdiff.language
from newsdiff.language import table
from newsdiff.language.inflection import Verbs, cutter
from newsdiff.language.lists import flag_lists

FOLDER = Path(newsdiff.language.__file__).parent
LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")


def verbs(language: str) -> Verbs:
    words = table(language)
    assert words is not None and words.verbs is not None
    return words.verbs


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_verb_has_a_form_that_is_no_word(language: str) -> None:
    for word in ("", " ", ":", "\n", "12", "zzzz", "#", "x y"):
        assert verbs(language).of(word) == ()


@pytest.mark.parametrize(
    ("language", "stems", "verb"),
    [
        ("de", "nehm nimm nahm nomm", "nehmen"),
        ("de", "schliess schloss schloß", "schließen"),
        ("es", "detuv deten detien", "detener"),
        ("fr", "meur mort mourut", "mourir"),
        ("it", "distrugg distruss distrutt", "distruggere"),
        ("nl", "sterv stierf storv", "sterven"),
        ("pt", "detev detinh detid", "deter"),
    ],
)
def test_all_stems_of_a_verb_are_known(language: str, stems: str, verb: str) -> None:
    assert all(verb in verbs(language).of(stem) for stem in stems.split())


def test_a_form_may_be_of_two_verbs() -> None:
    assert {"morrer", "matar"} <= set(verbs("pt").of("mort"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_names_a_verb_and_several_stems_that_endings_leave(language: str) -> None:
    lists = flag_lists(language)
    cut = cutter(lists["endings"].split(), participles="nouns" in lists.get("capitals", ""))
    lines = (FOLDER / language / "verbs.txt").read_text(encoding="utf-8").partition("\n\n")[2].splitlines()
    told = [line.partition(": ") for line in lines]
    assert len(told) > 500 and [verb for verb, _, _ in told] == sorted({verb for verb, _, _ in told})
    assert all(len(set(stems.split())) > 1 for _, _, stems in told)
    own = [cut(verb).replace("ß", "ss") in stems.split() for verb, _, stems in told]
    assert sum(own) >= 0.99 * len(own), "the endings differ from those that the file was written with"


def test_endings_go_with_their_accents_but_leave_four_letters() -> None:
    cut = cutter(("ía", "ió", "o"), participles=False)
    assert [cut(w) for w in ("vendía", "dimitió", "reo", "vacío")] == ["vend", "dimit", "reo", "vaci"]
    assert cutter(("en",), participles=True)("festgenommen") == "festnomm"
