"""One verb in another tense or voice is form; another verb is another act."""

from pathlib import Path

import pytest

import newsdiff
from newsdiff.flags.forms.stems import parted_verbs, word_keys
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language import table

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages/verbs.tsv").read_text(encoding="utf-8").splitlines()
]


def kinds(language: str, old: str, new: str) -> list[str]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return [flag.kind.value for flag in newsdiff.compare(*sides).flags]


@pytest.mark.parametrize(("language", "old", "new"), [row[1:] for row in ROWS if row[0] == "form"])
def test_another_form_of_a_verb_is_silent(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == kinds(language, new, old) == []


@pytest.mark.parametrize(("language", "old", "new"), [row[1:] for row in ROWS if row[0] == "act"])
def test_another_verb_is_another_act(language: str, old: str, new: str) -> None:
    assert "event" in kinds(language, old, new)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Er nahm sie fest.", "Er hat sie angenommen."),
        ("de", "Er trat zurück.", "Er ist eingetreten."),
        ("nl", "Zij stelde hem voor.", "Zij heeft hem vastgesteld."),
    ],
)
def test_another_first_part_makes_another_verb(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new)


def test_keys_are_those_of_the_whole_word_first() -> None:
    words = table("de")
    assert words is not None
    keys = word_keys(words)
    assert "fest+nehmen" in keys("festgenommen") and "fest+nehmen" in keys("festzunehmen")
    assert not set(keys("festgenommen")) & set(keys("angenommen"))
    assert set(keys("überfuhr")) & set(keys("überfahren"))


def test_the_first_part_of_a_verb_is_looked_for_in_its_clause() -> None:
    words = table("de")
    assert words is not None
    whole = Tokens("festgenommen")
    near, far = Tokens("nahm ihn fest"), Tokens("nahm ihn, fest")
    assert list(parted_verbs(near, whole, ((0,), (0,)), words)) == [(0, 2, 0)]
    assert not list(parted_verbs(far, whole, ((0,), (0,)), words))
    assert not list(parted_verbs(near, whole, ((0,), (0,)), None))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Die Zeitung verklagte den Minister.", "Der Minister wurde von der Zeitung verklagt."),
        ("de", "Gestern wurde der Rat vom Land verklagt.", "Gestern verklagte das Land den Rat."),
        ("es", "El tren fue retrasado por la nieve.", "El tren se retrasó por la nieve."),
        ("fr", "Le maire a accusé le ministre.", "Le ministre a été accusé par le maire."),
        ("it", "Il ministro accusò il sindaco.", "Il sindaco è stato accusato dal ministro."),
        ("pt", "O autarca acusou o ministro.", "O ministro foi acusado pelo autarca."),
    ],
)
def test_the_same_deed_in_the_passive_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == kinds(language, new, old) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Minister verklagte die Zeitung.", "Der Minister wurde von der Zeitung verklagt."),
        ("es", "El ministro fue acusado por el fiscal.", "El ministro acusó al fiscal."),
        ("fr", "Le ministre a accusé le maire.", "Le ministre a été accusé par le maire."),
        ("it", "Il sindaco è stato accusato dal ministro.", "Il sindaco accusò il ministro."),
        ("nl", "De minister werd door de krant vervolgd.", "De minister vervolgde de krant."),
        ("pt", "O ministro foi acusado pelo autarca.", "O ministro acusou o autarca."),
    ],
)
def test_a_passive_in_which_the_doer_bears_it_is_an_event(language: str, old: str, new: str) -> None:
    assert "event" in kinds(language, old, new) and "event" in kinds(language, new, old)
