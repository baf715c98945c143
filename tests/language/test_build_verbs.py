"""The program that writes the verbs: which forms of a table of conjugations it takes, and which verbs it leaves out."""

from types import SimpleNamespace

import pytest

from newsdiff.language.build_verbs import _MORE, _forms, _is_composed, _lines, _more
from newsdiff.language.lists import flag_lists


def conjugated(**tenses: object) -> SimpleNamespace:
    """What the conjugating library gives: an attribute a tense."""
    return SimpleNamespace(**{"past_participle": "", **tenses})


PRESENT = ("sage", "sagst", "sagt", "sagen", "sagt", "sagen")


@pytest.mark.parametrize(
    ("table", "forms"),
    [
        ({}, []),
        ({"infinitive": "sagen"}, ["sagen"]),
        ({"infinitive": None, "gerund": ""}, []),
        ({"present": PRESENT}, ["sagt", "sagen"]),
        ({"present": ("sagt", "sagen")}, ["sagt", "sagen"]),
        ({"present": ("sage", "sagst", "sagt")}, ["sagt"]),
        ({"present": ("", None, "fährt ab", "", "", "fahren")}, ["fahren"]),
        ({"past_participle": "gesagt"}, ["gesagt", "gesagt", "gesagte"]),
        ({"past_participle": "ist gesagt"}, []),
    ],
)
def test_the_single_words_of_the_third_person_are_taken(table: dict[str, object], forms: list[str]) -> None:
    assert list(_forms("de", conjugated(**table))) == forms


@pytest.mark.parametrize(
    ("code", "participle", "forms"),
    [
        ("fr", "arrêté", ["arrêté", "arrêté", "arrêtée", "arrêtés", "arrêtées"]),
        ("es", "detenido", ["detenido", "detenido", "detenida"]),
        ("it", "arrestato", ["arrestato", "arrestato", "arrestata", "arrestati", "arrestate"]),
    ],
)
def test_participles_have_the_endings_of_their_language(code: str, participle: str, forms: list[str]) -> None:
    assert list(_forms(code, conjugated(past_participle=participle))) == forms


@pytest.mark.parametrize("code", list(_MORE))
def test_what_grammar_adds_are_forms_of_verbs(code: str) -> None:
    more = _more(code)
    assert more
    assert all(verb.isalpha() and forms and all(map(str.isalpha, forms)) for verb, forms in more.items())


@pytest.mark.parametrize(
    ("verb", "composed"),
    [("festnehmen", True), ("zurückkehren", True), ("festen", False), ("nehmen", False), ("", False)],
)
def test_a_verb_with_a_first_part_is_made_by_a_rule(verb: str, composed: bool) -> None:
    assert {"fest", "zurück"} <= set(flag_lists("de")["separable"].split())
    assert _is_composed(verb, "de") is composed


def test_only_verbs_with_several_stems_are_written() -> None:
    verbs = {"besuchen": {"besuchen", "besucht"}, "reißen": {"reißen", "riss", "gerissen"}}
    [line] = _lines("de", verbs)
    verb, _, stems = line.partition(": ")
    assert verb == "reißen"
    assert {"reiss", "riss"} <= set(stems.split())
    assert "ß" not in stems
    assert line.endswith("\n")
    assert list(_lines("de", {})) == []
