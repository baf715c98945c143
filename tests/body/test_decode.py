"""Bytes to text."""

import pytest

from newsdiff.body.decode import decode
from newsdiff.text.mojibake import places

TEXT = "Das café kostet 5 € – „gut“"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "text/html; charset=windows-1252"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (TEXT.encode("cp1252"), "text/html; charset=nonsense"),
    ],
)
def test_the_right_charset_is_found(body: bytes, content_type: str) -> None:
    assert decode(body, content_type) == TEXT


PAGE = "<!doctype html><html><head><title>x</title></head><body><p>Les cafés – 5 € – coûtent « trop »</p></body></html>"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "label", ["", "; charset=utf-16", "; charset=UTF-16LE", "; charset=utf-16be", "; charset=utf-8"]
)
@pytest.mark.parametrize("text", [PAGE, "\n" + PAGE, PAGE.encode("ascii", "ignore").decode()])
def test_11_utf_16_without_a_mark_is_read(codec: str, label: str, text: str) -> None:
    assert decode(text.encode(codec), f"text/html{label}") == text


def test_11_utf_16_without_markup_is_read_by_its_label() -> None:
    text = "港务局投票决定修建新桥。" * 40
    for label, codec in (("utf-16", "utf-16-le"), ("utf-16le", "utf-16-le"), ("utf-16be", "utf-16-be")):
        assert decode(text.encode(codec), f"text/plain; charset={label}") == text


@pytest.mark.parametrize("body", [PAGE.encode(), b"<html><body><p>plain letters</p></body></html>"])
def test_11_a_label_that_the_bytes_belie_is_not_believed(body: bytes) -> None:
    assert decode(body, "text/html; charset=utf-16") == body.decode()


@pytest.mark.parametrize(
    "label", ["utf-7", "idna", "undefined", "unicode_escape", "punycode", "utf-32", "rot13", "hex"]
)
def test_what_browsers_do_not_know_is_no_charset(label: str) -> None:
    assert decode(TEXT.encode("cp1252"), f"text/html; charset={label}") == TEXT
    assert decode(b"<p>+ADw-b+AD4-</p>", f"text/html; charset={label}") == "<p>+ADw-b+AD4-</p>"


def test_the_header_goes_before_the_meta_element() -> None:
    body = '<meta charset="windows-1251">é'.encode("cp1252")
    assert decode(body, "text/html; charset=windows-1252").endswith("é")
    assert decode(body).endswith("й")


@pytest.mark.parametrize(("charset", "text"), [("gb2312", "港务局投票"), ("shift_jis", "港湾局"), ("euc-kr", "항만국")])
def test_eastern_charsets_are_read(charset: str, text: str) -> None:
    page = f'<meta charset="{charset}">{text}'
    assert decode(page.encode(charset)) == page


def test_mojibake_is_counted_and_honest_letters_are_not() -> None:
    assert places("Ångström, MÃO, â la carte, crêpe") == 0
    assert places("cafÃ© â€“ gut") >= 2
