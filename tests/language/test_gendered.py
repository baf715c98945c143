"""Words that name women and men, in the many ways in which they are written."""

import pytest

from newsdiff.language.gendered import gendered, of_stem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Die Lehrer streiken.",
        "In Innenstädten und auf Land und Meer",
        "Er kam am 3.3. um 14:30 Uhr in Berlin an.",
        "Die Katzen und die Hunde",
        "Bonn und Berlin",
        "info@example.org",
        "5 * 3",
        "U.S.A. et R.F.A.",
        "(siehe oben)",
        "Linux",
        "InDesign",
    ],
)
def test_no_such_words(text: str) -> None:
    assert list(gendered(text)) == []


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Lehrer*innen", "lehrer"),
        ("Lehrer:innen", "lehrer"),
        ("Lehrer_innen", "lehrer"),
        ("Lehrer·innen", "lehrer"),
        ("Lehrer/innen", "lehrer"),
        ("Lehrer/-innen", "lehrer"),
        ("Lehrer*in", "lehrer"),
        ("LehrerInnen", "lehrer"),
        ("LehrerIn", "lehrer"),
        ("Lehrerinnen und Lehrer", "lehrer"),
        ("Lehrer und Lehrerinnen", "lehrer"),
        ("Lehrer bzw. Lehrerinnen", "lehrer"),
        ("die Lehrerin oder der Lehrer", "lehrer"),
        ("étudiant·e·s", "étudiant"),
        ("étudiant(e)s", "étudiant"),
        ("étudiant.e.s", "étudiant"),
        ("étudiant-e-s", "étudiant"),
        ("étudiants et étudiantes", "étudiant"),
        ("les étudiants et les étudiantes", "étudiant"),
        ("tod@s", "tod"),
        ("tutt*", "tutt"),
        ("alumnxs", "alumn"),
        ("tutt\u0259", "tutt"),
        ("alumnos y alumnas", "alumn"),
    ],
)
def test_the_stem_of_such_a_word(text: str, stem: str) -> None:
    found = [one for _, _, one in gendered(f"Hier {text} dort")]
    assert found[:1] == [stem]


def test_where_they_stand() -> None:
    text = "Alle Lehrer*innen und Schülerinnen und Schüler kamen."
    assert [(text[a:b], stem) for a, b, stem in gendered(text)] == [
        ("Lehrer*innen", "lehrer"),
        ("Schülerinnen und Schüler", "schüler"),
    ]


@pytest.mark.parametrize("word", ["lehrer", "lehrerin", "lehrerinnen", "lehrern", "lehrers"])
def test_forms_of_a_stem(word: str) -> None:
    assert of_stem(word, "lehrer")


@pytest.mark.parametrize("word", ["", "lehre", "lehrerzimmer", "oberlehrer", "lehrerschaft"])
def test_other_words_are_of_no_stem(word: str) -> None:
    assert not of_stem(word, "lehrer")
