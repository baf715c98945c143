"""Entries of other tools as lines of the watch list: each address once, names and tags as the list takes them."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import ConfigError
from newsdiff.model import PageKind
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.lists.foreign import ForeignEntry, ForeignList, foreign_list, without_words
from newsdiff.watch.plan.lists.recognise import packed, recognised
from newsdiff.watch.plan.watchlist import NAME_CHARACTERS, TAG_CHARACTERS, Watched

URL = "https://courier.example/bridge"


def taken(*entries: ForeignEntry) -> ForeignList:
    return foreign_list("tool", entries)


def only(entry: ForeignEntry) -> Watched:
    [watched] = taken(entry).entries
    return watched


def test_a_list_of_nothing() -> None:
    assert taken() == ForeignList("tool", (), ())


def test_an_address_alone_is_a_line() -> None:
    assert taken(ForeignEntry(f" {URL}\n")) == ForeignList("tool", (Watched(URL),), ())


def test_all_that_an_entry_says() -> None:
    said = ForeignEntry(URL, "Bridge", ("News", "Local"), PageKind.FEED, timedelta(hours=2), paused=True)
    assert only(said) == Watched(
        URL, PageKind.FEED, timedelta(hours=2), paused=True, name="Bridge", tags=("news", "local")
    )


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ('The "old" bridge', "The 'old' bridge"),
        ("two\nlines\tand  more", "two lines and more"),
        ("\x1b[31mred\u202e", "[31mred"),
        ("x" * 100, "x" * NAME_CHARACTERS),
        ("x" * (NAME_CHARACTERS - 1) + " y", "x" * (NAME_CHARACTERS - 1)),
        (" \n ", ""),
        ("Größe 習", "Größe 習"),
    ],
)
def test_a_name_is_one_line_without_double_quotes(name: str, wanted: str) -> None:
    assert only(ForeignEntry(URL, name)).name == wanted


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        (("World news",), ("world-news",)),
        (("News", "news", " NEWS "), ("news",)),
        (("a/b & c", "--x--", "!"), ("a-b-c", "x")),
        (("", " "), ()),
        (("Straße", "世界"), ("strasse", "世界")),
        (("x" * 40,), ("x" * TAG_CHARACTERS,)),
        (("x" * (TAG_CHARACTERS - 1) + " y",), ("x" * (TAG_CHARACTERS - 1),)),
    ],
)
def test_tags_are_words_each_once(tags: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert only(ForeignEntry(URL, tags=tags)).tags == wanted


@settings(max_examples=40)
@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=3))
def test_any_name_and_tags_are_read_back_from_the_list(name: str, tags: list[str]) -> None:
    watched = only(ForeignEntry(URL, name, tuple(tags)))
    assert watchlist.parse(watchlist.line_of(watched)) == watched


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        (ForeignEntry("file:///etc/passwd"), "file:///etc/passwd is left out: it has no web address"),
        (ForeignEntry("", "My shop"), "My shop is left out: it has no web address"),
        (ForeignEntry(""), "an entry without a name is left out: it has no web address"),
        (ForeignEntry(URL, out="it runs a command"), f"{URL} is left out: it runs a command"),
        (
            ForeignEntry(f"ftp://a.example/{'x' * 200}"),
            f"ftp://a.example/{'x' * 104} is left out: it has no web address",
        ),
        (
            ForeignEntry("ftp://me:s3cr3tpass@a.example/"),
            "ftp://***@a.example/ is left out: it has no web address",
        ),
    ],
)
def test_what_is_left_out_says_why(entry: ForeignEntry, note: str) -> None:
    assert taken(entry, ForeignEntry(f"{URL}-2")) == ForeignList("tool", (Watched(f"{URL}-2"),), (note,))


def test_an_address_that_stands_there_already_is_left_out() -> None:
    twice = taken(ForeignEntry(URL, "One"), ForeignEntry(f"{URL}?utm_source=x", "Two"))
    assert [watched.name for watched in twice.entries] == ["One"]
    assert twice.notes == (f"{URL}?utm_source=x is left out: {URL} stands in the list already",)


def test_what_newsdiff_has_no_word_for_is_told_with_what_to_do() -> None:
    entry = ForeignEntry(URL, unknown=(("headers", "write them under [site]"), ("ignore_case", "")))
    assert taken(entry) == ForeignList(
        "tool", (Watched(URL),), (f"{URL}: not taken over: headers (write them under [site]), ignore_case",)
    )


def test_options_of_one_hint_stand_together() -> None:
    hints = {"headers": "under [site]", "cookies": "under [site]", "css": "as body"}
    assert without_words(["cookies", "css", "x" * 50, "headers", "y"], hints) == (
        ("cookies, headers", "under [site]"),
        ("css", "as body"),
        (f"{'x' * 40}, y", ""),
    )
    assert without_words([], hints) == ()


# --- which tool it was ---


@pytest.mark.parametrize("body", [b"", b"https://a.example/1\nhttps://a.example/2\n", b"\x00\xff", b"{}", b"<html>"])
def test_a_list_of_addresses_is_no_tools(body: bytes) -> None:
    assert recognised("list.txt", body) is None


def test_a_list_of_feeds_is_known_by_what_it_holds() -> None:
    feed = '<outline type="rss" text="A" xmlUrl="https://a.example/feed"/>'
    found = recognised("list.txt", f'<opml version="2.0"><body>{feed}</body></opml>'.encode())
    assert found is not None
    assert [(watched.url, watched.kind) for watched in found.entries] == [("https://a.example/feed", PageKind.FEED)]


def test_only_a_zip_archive_is_a_backup(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(b"PK but no archive")
    (tmp_path / "empty").touch()
    for name in ("list.txt", "empty", "nowhere", "."):
        assert packed(tmp_path / name) is None
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(ConfigError, match=r"broken\.zip"):
        packed(tmp_path / "broken.zip")
