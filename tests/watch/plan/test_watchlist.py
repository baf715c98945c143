import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import ConfigError
from newsdiff.model import PageKind
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched

URL = "https://courier.example/a"


def lines(folder: Path) -> list[str]:
    return [line for line in (folder / "watchlist.txt").read_text().split("\n") if line and not line.startswith("#")]


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert watchlist.read(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "empty"), [(None, True), ("", True), ("# mine\n\n", True), (f"# mine\n{URL} paused=yes", False)]
)
def test_a_list_without_an_address_is_empty(tmp_path: Path, text: str | None, empty: bool) -> None:
    if text is not None:
        (tmp_path / "watchlist.txt").write_text(text)
    assert watchlist.is_empty(tmp_path) is empty
    assert (watchlist.read(tmp_path) == ()) is empty


def test_comments_and_order_stay(tmp_path: Path) -> None:
    text = f"# mine\n\n{URL}  every=6h # the big one\nhttps://b.example/\n"
    (tmp_path / "watchlist.txt").write_text(text)
    watchlist.add(tmp_path, [Watched("https://c.example/")])
    assert (tmp_path / "watchlist.txt").read_text() == text + "https://c.example/\n"
    watchlist.remove(tmp_path, "https://c.example")
    assert (tmp_path / "watchlist.txt").read_text() == text


def test_a_file_that_another_editor_wrote_loses_no_line(tmp_path: Path) -> None:
    (tmp_path / "watchlist.txt").write_bytes(b"\xef\xbb\xbf" + f"{URL}\r\nhttps://b.example/x".encode())
    assert [w.url for w in watchlist.read(tmp_path)] == [URL, "https://b.example/x"]
    watchlist.add(tmp_path, [Watched("https://c.example/")])
    assert [w.url for w in watchlist.read(tmp_path)] == [URL, "https://b.example/x", "https://c.example/"]
    assert (tmp_path / "watchlist.txt").stat().st_mode & 0o077 == 0


def test_an_empty_file_is_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "watchlist.txt").write_text("")
    assert watchlist.read(tmp_path) == ()
    watchlist.add(tmp_path, [Watched(URL)])
    assert (tmp_path / "watchlist.txt").read_text() == f"{URL}\n"


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "watchlist.txt").write_bytes(f"{URL}\n# caf\xe9\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"watchlist\.txt:2"):
        watchlist.read(tmp_path)


def test_the_users_word_for_an_article_is_kept(tmp_path: Path) -> None:
    watchlist.add(tmp_path, [Watched(URL, PageKind.ARTICLE)])
    assert lines(tmp_path) == [f"{URL} kind=article"]
    assert watchlist.read(tmp_path)[0].kind is PageKind.ARTICLE


def test_what_is_listed_already_is_not_added_again(tmp_path: Path) -> None:
    watchlist.add(tmp_path, [Watched(URL)])
    assert watchlist.add(tmp_path, [Watched(URL)]) == ()
    assert lines(tmp_path) == [URL]


def test_options_are_read_as_they_are_written(tmp_path: Path) -> None:
    entry = Watched(URL, PageKind.FEED, timedelta(hours=36), paused=True, watch=False)
    watchlist.add(tmp_path, [entry])
    assert lines(tmp_path) == [f"{URL} kind=feed every=36h paused=yes watch=no"]
    assert watchlist.read(tmp_path) == (entry,)


def test_a_pause_and_its_end(tmp_path: Path) -> None:
    watchlist.add(tmp_path, [Watched(URL)])
    watchlist.change(tmp_path, URL, lambda w: replace(w, paused=True))
    assert lines(tmp_path) == [f"{URL} paused=yes"]
    watchlist.change(tmp_path, URL, lambda w: replace(w, paused=False))
    assert lines(tmp_path) == [URL]


@pytest.mark.parametrize(
    "line", ["courier.example/a", f"{URL} evry=1h", f"{URL} every=often", f"{URL} paused=maybe", f"{URL} kind=feeed"]
)
def test_what_is_not_understood_names_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "watchlist.txt").write_text(f"# one\n{line}\n")
    with pytest.raises(ConfigError, match=r"watchlist\.txt:2"):
        watchlist.read(tmp_path)


def test_ten_thousand_lines_are_read_and_added_to(tmp_path: Path) -> None:
    watchlist.add(tmp_path, [Watched(f"https://courier.example/{n}") for n in range(10_000)])
    assert len(watchlist.read(tmp_path)) == 10_000


@pytest.mark.parametrize("url", ["https://a\x0f.example/x", "https://a.example:80\x0f/x", "https://a.example/x\x0f"])
def test_what_cannot_be_seen_in_an_address_changes_no_key_when_its_line_is_written_again(url: str) -> None:
    once = watchlist.parse(url)
    assert once is not None
    again = watchlist.parse(watchlist.line_of(once))
    assert again is not None
    assert again.key == once.key


LINES = (
    "https://news.example/a",
    "https://WWW.News.Example./a?utm_source=x",
    "https://m.news.example:443/b#top",
    "https://straße.example/c",
    "https://xn--strae-oqa.example/c every=1h",
    "https://other.example/?u=https://news.example/a",
    "https://news-example.cdn.ampproject.org/c/s/news.example/a",
    "http://[2001:DB8::1]:8080/d",
    "# https://news.example/a",
    "",
)


@given(listed=st.lists(st.sampled_from(LINES)), added=st.lists(st.sampled_from(LINES[:8]), min_size=1, max_size=4))
def test_a_line_of_a_long_list_is_found_by_its_host_as_by_reading_all(listed: list[str], added: list[str]) -> None:
    entries = [entry for line in added if (entry := watchlist.parse(line))]
    found = []
    for few in (20, 0):
        with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
            patch.setattr(watchlist, "_FEW", few)
            (Path(name) / watchlist.NAME).write_text("\n".join([*listed, ""]), encoding="utf-8")
            changed = watchlist.add(Path(name), entries)
            found.append((changed, (Path(name) / watchlist.NAME).read_text(encoding="utf-8")))
    assert found[0] == found[1]
