"""What a body is: by its media type, by how it begins, and by how it ends."""

import pytest

from newsdiff.body.kinds import betrayed, closed, is_text, media_type, plain, textual, vague

PAGE = "<html><body><article><p>The pier is closed.</p><p>It opens in May.</p></article></body></html>"


@pytest.mark.parametrize(
    "body",
    [
        PAGE,
        PAGE.replace("</body></html>", ""),
        PAGE.replace("</html>", "\n<!-- served in 12 ms -->\n"),
        PAGE.encode("utf-16").decode("latin-1"),
        "<html><p>The pier is closed.<p>It opens in May.<ul><li>Sund</ul><p>&copy",
        "<p>A part of a page.</p>",
        "<?xml version='1.0'?><rss><channel></channel></rss>",
    ],
)
def test_a_whole_page(body: str) -> None:
    assert closed(body.encode("latin-1"))


@pytest.mark.parametrize(
    "body",
    [
        PAGE[: PAGE.index("May")],
        PAGE[: PAGE.index("</article>")],
        PAGE[: PAGE.index("<p>It")],
        "<html><p>The pier is closed.</p><p>It",
        "<?xml version='1.0'?><rss><channel>",
    ],
)
def test_a_page_that_breaks_off(body: str) -> None:
    assert not closed(body.encode())


def test_other_types_end_in_their_own_way() -> None:
    assert closed(b'{"a": 1}', "application/json")
    assert not closed(b'{"a": 1', "application/json")
    assert closed(b"anything", "text/plain")


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([], ""),
        (["text/html; charset=utf-8"], "text/html"),
        (["Text/HTML"], "text/html"),
        (["text/html", "text/plain"], "text/plain"),  # of several the last counts
        (["text/html, text/plain"], "text/plain"),
        (["text/html", "*/*"], "text/html"),
        (["text/html", "nonsense"], "text/html"),
        (["html"], ""),
        (["text/html charset=utf-8"], ""),
        (["text/"], ""),
    ],
)
def test_a_media_type_as_browsers_read_it(values: list[str], wanted: str) -> None:
    assert media_type(values) == wanted


@pytest.mark.parametrize(
    "kind", ["text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "image/png"]
)
def test_a_media_type_that_says_what_it_is(kind: str) -> None:
    assert not vague(kind)


@pytest.mark.parametrize("kind", ["", "application/octet-stream", "text/x-unknown", "application/htm", "text/htlm"])
def test_a_media_type_that_leaves_it_open(kind: str) -> None:
    assert vague(kind)


@pytest.mark.parametrize(
    ("body", "kind", "wanted"),
    [
        (b"The pier is closed.", "text/plain", True),
        (b"\xef\xbb\xbf  <html>", "text/plain", False),  # a page under another name
        (b"The pier is closed.", "text/html", False),
        (b"The pier is closed.", "text/xml", False),
        (b"The pier is closed.", "", False),
        (b"The pier is closed.", "text/markdown; charset=utf-8", True),
    ],
)
def test_a_text_without_markup(body: bytes, kind: str, wanted: bool) -> None:
    assert plain(body, kind) is wanted


def test_text_is_told_from_what_is_packed_or_a_picture() -> None:
    assert textual(PAGE.encode())
    assert is_text(PAGE.encode())
    assert is_text(PAGE.encode("utf-16-le"))
    assert is_text(b"An old text with one \x02 stray in a long line of letters and marks, " * 4)
    for body in (b"\x89PNG\r\n\x1a\n" + bytes(60), bytes(range(32)) * 8, b"%PDF-1.7 text"):
        assert not is_text(body)
    assert not textual(b"\x89PNG\r\n\x1a\n" + bytes(60))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"GIF89a", "image/gif"),
        (b"PK\x03\x04", "application/zip"),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_the_first_bytes_betray_other_media(body: bytes, wanted: str | None) -> None:
    assert betrayed(body) == wanted


def test_a_page_in_utf_16_that_breaks_off_is_seen() -> None:
    assert closed(PAGE.encode("utf-16-le"))
    assert not closed(PAGE[: PAGE.index("May")].encode("utf-16-le"))
