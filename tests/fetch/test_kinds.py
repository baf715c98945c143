"""Which bodies are wanted: by their media type before they are read, by their first bytes after."""

import pytest

from newsdiff.fetch.kinds import Want, seems, unwanted


@pytest.mark.parametrize("want", [Want.PAGE, Want.LIST])
@pytest.mark.parametrize(
    "kind",
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/rss+xml",
        "text/xml",
        "",
        "text/x-html",
        "application/octet-stream",
    ],
)
def test_pages_feeds_and_what_leaves_it_open_are_read(kind: str, want: Want) -> None:
    assert not unwanted(kind, want)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/zip", "audio/mpeg"])
def test_pictures_and_films_are_wanted_for_nothing(kind: str) -> None:
    assert unwanted(kind, Want.PAGE)
    assert unwanted(kind, Want.LIST)
    assert not unwanted(kind, Want.ANY)


@pytest.mark.parametrize("kind", ["application/json", "application/gzip", "text/x-opml"])
def test_packed_lists_and_json_are_wanted_as_lists_alone(kind: str) -> None:
    assert not unwanted(kind, Want.LIST)
    assert unwanted(kind, Want.PAGE) or kind.startswith("text/")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.4", "application/pdf"),
        (b"\x89PNG\r\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"PK\x03\x04", "application/zip"),
    ],
)
def test_first_bytes_betray_what_a_media_type_hides(body: bytes, kind: str) -> None:
    assert seems(body, "text/html", Want.PAGE) == kind
    assert seems(body, "", Want.LIST) == kind
    assert seems(body, "text/html", Want.ANY) is None


@pytest.mark.parametrize("body", [b"<html>", b"  \n<!DOCTYPE html>", b"\xef\xbb\xbf<html>", "<html>".encode("utf-16")])
def test_a_page_of_no_type_must_begin_as_one(body: bytes) -> None:
    assert seems(body, "", Want.PAGE) is None


@pytest.mark.parametrize("body", [b"just words", b"{}", b"\x01\x02\x03"])
def test_what_does_not_is_any_bytes(body: bytes) -> None:
    assert seems(body, "", Want.PAGE) == "application/octet-stream"


def test_json_of_no_type_may_be_a_list() -> None:
    assert seems(b' {"items": []}', "", Want.LIST) is None
    assert seems(b"just words", "text/html", Want.PAGE) is None  # so it says
