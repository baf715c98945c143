"""Characters that were read wrongly; what is merely foreign stays."""

import pytest

from newsdiff.document import article
from newsdiff.watch.gate.misread import misread, repaired

LINES = ["Der Bürgermeister öffnete am Montag die Brücke – nach „langem“ Warten.", "Es kostete 5 € und zwölf Stunden."]
OLD = article(LINES, "Die Brücke", "de")


@pytest.mark.parametrize(
    "line", ["Café É… VOILÀ», naïve Zażółć gęślą jaźń", "Ännchen Ölçü Ærø", "Straße – „Ende“", "桥梁 мост"]
)
def test_a_foreign_text_is_read_rightly(line: str) -> None:
    assert not misread(OLD, article([*LINES, line], "Die Brücke", "de"))
    assert not misread(None, article([line], "Die Brücke", "de"))


def test_an_edit_that_takes_the_last_umlaut_is_one() -> None:
    assert not misread(article(["Die Brücke ist zu."], "Brücke"), article(["Der Steg ist zu."], "Steg"))


@pytest.mark.parametrize("lines", [LINES, LINES[1:], ["Nur ein Wort ist schön."]])
def test_utf_8_taken_for_windows_1252(lines: list[str]) -> None:
    old = article(lines, "Ein Titel")
    new = article([line.encode().decode("cp1252", "replace") for line in lines], "Ein Titel")
    assert misread(old, new)


@pytest.mark.parametrize("lines", [LINES, ["Nur ein Wort ist schön."]])
def test_windows_1252_taken_for_utf_8(lines: list[str]) -> None:
    new = article([line.encode("cp1252").decode("utf-8", "replace") for line in lines], "Ein Titel")
    assert misread(article(lines, "Ein Titel"), new)


def test_reading_back() -> None:
    assert repaired("GefÃ¤llt mir â€“ sehr") == "Gefällt mir – sehr"
    assert repaired("Gefällt mir – sehr") == "Gefällt mir – sehr"
