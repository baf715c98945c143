"""Characters that were read wrongly; what is merely foreign stays."""

import pytest

from newsdiff.text.mojibake import misread, misread_beside, places

LINES = ["Der Bürgermeister öffnete am Montag die Brücke – nach „langem“ Warten.", "Es kostete 5 € und zwölf Stunden."]
RUSSIAN = "Мэр открыл мост в понедельник после долгого ожидания."
POLISH = "Burmistrz otworzył most w poniedziałek – po długim czekaniu."


def text(lines: list[str]) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Café É… VOILÀ», naïve Zażółć gęślą jaźń",
        "Ännchen Ölçü Ærø",
        "Straße – „Ende“",
        "桥梁 мост",
        "CAFÉ… «СССР» ŠÍŘE, Â»",
        RUSSIAN,
        POLISH,
        "Η γέφυρα «άνοιξε» τη Δευτέρα…",
        "“Réouvert”, dit-il : « l’été »",
    ],
)
def test_a_foreign_text_is_read_rightly(line: str) -> None:
    assert not misread_beside(text(LINES), text([*LINES, line]))
    assert not misread(line)
    assert places(line) < 2


def test_an_edit_that_takes_the_last_umlaut_is_one() -> None:
    assert not misread_beside("Brücke\nDie Brücke ist zu.", "Steg\nDer Steg ist zu.")


def test_a_long_text_may_quote_garbled_words() -> None:
    assert not misread("The banner read “GefÃ¤llt”, “schÃ¶n” and “BrÃ¼cke”. " + "It was mended on Monday. " * 600)


@pytest.mark.parametrize("lines", [LINES, LINES[1:], ["Nur ein Wort ist schön."]])
def test_utf_8_taken_for_windows_1252(lines: list[str]) -> None:
    assert misread_beside(text(lines), text(lines).encode().decode("cp1252", "replace"))


@pytest.mark.parametrize("lines", [LINES, ["Nur ein Wort ist schön."]])
def test_windows_1252_taken_for_utf_8(lines: list[str]) -> None:
    assert misread_beside(text(lines), text(lines).encode("cp1252").decode("utf-8", "replace"))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250", "cp1251", "cp1254", "iso8859-2", "koi8-r"])
@pytest.mark.parametrize("line", [text(LINES), RUSSIAN, POLISH], ids=["german", "russian", "polish"])
def test_utf_8_taken_for_any_encoding_of_one_byte_shows_without_an_older_text(line: str, encoding: str) -> None:
    wrong = "".join(bytes([b]).decode(encoding, "replace").replace("\ufffd", chr(b)) for b in line.encode())
    assert misread(wrong)
