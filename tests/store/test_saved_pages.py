"""What tools write into a page that they save: where it came from, and when an archive had it."""

from datetime import UTC, datetime

import pytest

from newsdiff.store.saved_pages import saved_from

URL = "https://gazette.example/2026/03/ferry"
CAPTURED = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)


def page(head: str = "", comment: str = "") -> bytes:
    return f"<!DOCTYPE html>\n{comment}\n<html><head>{head}</head><body><p>Text.</p></body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        page(),
        b"",
        b"\xff\xfe\0\0",
        page(comment="<!-- saved yesterday -->"),
        page(head=f'<link rel="canonical" href="{URL}">'),
        page(comment="<!-- saved from url=(0014)about:internet -->"),
        page(comment=f"<!-- saved from {URL} -->"),
    ],
)
def test_a_page_that_says_nothing_of_it(body: bytes) -> None:
    assert saved_from(body) == ("", None)


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0037){URL} -->",
        f"<!-- SAVED FROM URL=(0037){URL} -->",
        f"<!--saved from url=(0037){URL}-->".replace("-->", " -->"),
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Mar 02 2026\n-->",
    ],
)
def test_browsers_and_singlefile_write_the_address(comment: str) -> None:
    assert saved_from(page(comment=comment)) == (URL, None)


def test_an_archives_address_gives_the_publishers_and_the_time_of_capture() -> None:
    archived = f"https://web.archive.org/web/20260302091500/{URL}"
    assert saved_from(page(comment=f"<!-- saved from url=(0080){archived} -->")) == (URL, CAPTURED)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://web.archive.org/web/20260302091500/{}">',
        "<meta property='og:url' content='https://web.archive.org/web/20260302091500/{}'>",
        "<meta content=https://web.archive.org/web/20260302091500/{} property=og:url>",
    ],
)
def test_the_time_stands_in_the_pages_own_links_too(head: str) -> None:
    assert saved_from(page(head=head.format(URL)))[1] == CAPTURED


def test_only_the_head_of_a_page_is_looked_at() -> None:
    late = b" " * 70_000 + f"<!-- saved from url=(0037){URL} -->".encode()
    assert saved_from(late) == ("", None)


def test_a_mark_with_an_address_of_no_host_is_none() -> None:
    assert saved_from(page(comment="<!-- saved from url=(0010)http:///x -->"))[0] == ""
