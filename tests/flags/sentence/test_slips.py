"""Slips of the pen: what mends one changes nothing that is told; names and words of their own are none."""

import pytest

import newsdiff


def kinds(old: str, new: str) -> list[str]:
    report = newsdiff.compare(*(newsdiff.article([t], language="en") for t in (old, new)))
    return [f.kind for f in report.flags]


@pytest.mark.parametrize(
    ("sentence", "slip", "meant"),
    [
        ("The mayor {} it was safe.", "claimd", "claimed"),
        ("The mayor, who {} it as a barn, left.", "descirbed", "described"),
        ("He was {} asleep.", "allegdly", "allegedly"),
        ("She is {} to resign.", "expectd", "expected"),
        ("It brings direct and {} gains.", "indierct", "indirect"),
        ("He {} the plan.", "annouced", "announced"),
        ("{} Holt left.", "Presdient", "President"),
        ("{} mill burned.", "Thier", "Their"),
    ],
)
def test_a_slip_that_is_mended_is_quiet(sentence: str, slip: str, meant: str) -> None:
    assert kinds(sentence.format(slip), sentence.format(meant)) == []
    assert kinds(sentence.format(meant), sentence.format(slip)) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Ann Smyth left.", "Ann Smith left.", "name"),
        ("Browne said so.", "Brown said so.", "name"),
        ("The diary was found.", "The dairy was found.", "wording"),
        ("The trail was long.", "The trial was long.", "wording"),
    ],
)
def test_another_name_and_another_word_are_no_slips(old: str, new: str, kind: str) -> None:
    assert kind in kinds(old, new)


def kinds_in(language: str, old: str, new: str) -> list[str]:
    report = newsdiff.compare(*(newsdiff.article([t], language=language) for t in (old, new)))
    return [f.kind for f in report.flags]


@pytest.mark.parametrize(
    ("language", "sentence", "slip", "meant"),
    [
        ("es", "El alcalde recibió al {} Juan Lago.", "minitsro", "ministro"),
        ("es", "Hay 6,5 {} de dosis.", "millnoes", "millones"),
        ("de", "Reporter {}, der Deich sei gesperrt.", "berihcten", "berichten"),
        ("de", "Er nannte den Deich „{} gebaut“.", "schelchter", "schlechter"),
        ("fr", "Le maire a {} le pont.", "inaugrué", "inauguré"),
    ],
)
def test_two_letters_that_changed_places_are_a_slip_without_a_dictionary(
    language: str, sentence: str, slip: str, meant: str
) -> None:
    assert kinds_in(language, sentence.format(slip), sentence.format(meant)) == []
    assert kinds_in(language, sentence.format(meant), sentence.format(slip)) == []


def test_two_words_of_a_language_are_no_slips() -> None:
    assert kinds_in("de", "Sie müssen riesig planen.", "Sie müssen wenig planen.") == ["wording"]
    assert kinds_in("es", "El alcalde visitó a Marina.", "El alcalde visitó a Martina.") == ["name"]
