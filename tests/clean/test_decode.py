"""Bytes to text."""

import pytest

from newsdiff.clean.garbled import mojibake
from newsdiff.clean.page.decode import decode

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


def test_the_header_goes_before_the_meta_element() -> None:
    body = '<meta charset="windows-1251">é'.encode("cp1252")
    assert decode(body, "text/html; charset=windows-1252").endswith("é")
    assert decode(body).endswith("й")


@pytest.mark.parametrize(("charset", "text"), [("gb2312", "港务局投票"), ("shift_jis", "港湾局"), ("euc-kr", "항만국")])
def test_eastern_charsets_are_read(charset: str, text: str) -> None:
    page = f'<meta charset="{charset}">{text}'
    assert decode(page.encode(charset)) == page


def test_mojibake_is_counted_and_honest_letters_are_not() -> None:
    assert mojibake("Ångström, MÃO, â la carte, crêpe") == 0
    assert mojibake("cafÃ© â€“ gut") >= 2
