"""The folder of a site: new, empty, ours, somebody else's; what stays, what goes, what is written again."""

import json
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, UsageError
from newsdiff.site.manifest import FILE, SiteName, is_there, manifest, named, write

NAME = SiteName("Amber watch", "https://watch.example/")


def build(folder: Path, units: dict[str, dict[str, str]], *, fresh: bool = False, key: str = "k") -> int:
    """Make a site of these units, each page written with its key as its text; how many pages went."""
    with manifest(folder, fresh=fresh) as site:
        for unit, pages in units.items():
            if not site.same(unit, key):
                for path, text in pages.items():
                    write(folder, path, text.encode())
                site.add(unit, key, pages)
        return site.close(NAME)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {FILE}


# --- folders ---


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert build(folder, {}) == 0
    assert files(folder) == set()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    build(tmp_path, {"front": {"index.html": "1"}})
    assert files(tmp_path) == {"index.html"}


@pytest.mark.parametrize("name", ["photo.jpg", ".git", "index.html"])
def test_a_folder_that_holds_anything_else_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(UsageError, match="holds files that are no site of newsdiff's") as caught, manifest(tmp_path):
        pass
    assert caught.value.hint == "name a new or an empty folder"
    assert (tmp_path / name).read_text() == "mine"


def test_a_file_is_no_folder_and_leads_to_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UsageError, match="is no folder"), manifest(folder):
            pass


# --- what stays ---


def test_a_unit_of_the_same_key_stays_and_its_pages_are_counted(tmp_path: Path) -> None:
    build(tmp_path, {"front": {"index.html": "1", "a/b.html": "2"}})
    with manifest(tmp_path) as site:
        assert site.pages == 0
        assert site.same("front", "k")
        assert site.pages == 2
        assert site.close(NAME) == 0
    assert files(tmp_path) == {"index.html", "a/b.html"}


@pytest.mark.parametrize(("unit", "key"), [("front", "other"), ("front", ""), ("back", "k"), ("", "")])
def test_another_key_or_none_or_another_unit_is_not_the_same(tmp_path: Path, unit: str, key: str) -> None:
    build(tmp_path, {"front": {"index.html": "1"}})
    with manifest(tmp_path) as site:
        assert not site.same(unit, key)
        assert site.pages == 0


def test_a_unit_without_a_key_is_made_each_time(tmp_path: Path) -> None:
    build(tmp_path, {"front": {"index.html": "1"}}, key="")
    with manifest(tmp_path) as site:
        assert not site.same("front", "")
        assert site.pages_of("front") == {"index.html": "1"}


def test_what_could_not_be_made_keeps_its_pages_and_is_tried_again(tmp_path: Path) -> None:
    build(tmp_path, {"article": {"a.html": "1"}})
    with manifest(tmp_path) as site:
        site.keep("article")
        site.keep("unheard of")
        assert site.close(NAME) == 0
    assert files(tmp_path) == {"a.html"}
    with manifest(tmp_path) as site:
        assert not site.same("article", "k")
        assert site.pages_of("article") == {"a.html": "1"}


def test_a_fresh_build_knows_nothing_of_the_last(tmp_path: Path) -> None:
    build(tmp_path, {"front": {"index.html": "1"}})
    with manifest(tmp_path, fresh=True) as site:
        assert not site.same("front", "k")
        assert site.pages_of("front") == {}


# --- what goes ---


def test_pages_that_belong_to_the_site_no_more_go_with_their_empty_folders(tmp_path: Path) -> None:
    build(tmp_path, {"front": {"index.html": "1"}, "tag": {"tags/a/index.html": "2", "tags/a/feed.xml": "3"}})
    assert build(tmp_path, {"front": {"index.html": "1"}}) == 2
    assert files(tmp_path) == {"index.html"}
    assert not (tmp_path / "tags").exists()


def test_a_folder_that_holds_more_stays(tmp_path: Path) -> None:
    build(tmp_path, {"tag": {"tags/a/index.html": "2"}})
    (tmp_path / "tags" / "robots.txt").write_text("mine")
    assert build(tmp_path, {}) == 1
    assert files(tmp_path) == {"tags/robots.txt"}


def test_a_page_that_moved_to_another_unit_stays(tmp_path: Path) -> None:
    build(tmp_path, {"one": {"a.html": "1"}})
    assert build(tmp_path, {"two": {"a.html": "1"}}) == 0
    assert files(tmp_path) == {"a.html"}


def test_a_page_that_somebody_took_away_is_no_error(tmp_path: Path) -> None:
    build(tmp_path, {"tag": {"tags/a.html": "2"}})
    (tmp_path / "tags" / "a.html").unlink()
    assert build(tmp_path, {}) == 1


@pytest.mark.parametrize("path", ["../victim", "a/../../victim", "/etc/victim", "link/victim"])
def test_a_page_that_leads_elsewhere_is_nobodys(tmp_path: Path, path: str) -> None:
    folder, victim = tmp_path / "site", tmp_path / "victim"
    build(folder, {})
    victim.write_text("mine")
    (folder / "link").symlink_to(tmp_path)
    told = {"format": 1, "units": {"x": ["k", {path: "1"}]}}
    (folder / FILE).write_text(json.dumps(told))
    build(folder, {})
    assert victim.read_text() == "mine"


# --- its own file ---


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", "{}", '{"format": 2, "units": {}}', '{"format": 1}', '{"format": 1, "units": []}',
     '{"format": 1, "units": {"front": "k"}}', '{"format": 1, "units": {"front": ["k", 7]}}', "[" * 100_000],
)  # fmt: skip
def test_what_cannot_be_read_is_as_nothing(tmp_path: Path, text: str) -> None:
    build(tmp_path, {"front": {"index.html": "1"}})
    (tmp_path / FILE).write_text(text)
    with manifest(tmp_path) as site:
        assert not site.same("front", "k")
        assert site.pages_of("front") == {}


def test_the_site_is_known_by_its_name(tmp_path: Path) -> None:
    build(tmp_path, {})
    assert named(tmp_path) == NAME


@pytest.mark.parametrize("text", ["{", '{"format": 1, "title": 7, "url": null}', '{"format": 9, "title": "A"}'])
def test_where_there_is_none_it_has_no_name(tmp_path: Path, text: str) -> None:
    assert named(tmp_path / "nowhere") == SiteName()
    (tmp_path / FILE).write_text(text)
    assert named(tmp_path) == SiteName()


# --- writing ---


def test_a_page_is_written_once(tmp_path: Path) -> None:
    assert not is_there(tmp_path, "a/b.html")
    assert write(tmp_path, "a/b.html", b"one")
    assert is_there(tmp_path, "a/b.html")
    assert not write(tmp_path, "a/b.html", b"one")
    assert write(tmp_path, "a/b.html", b"two")
    assert (tmp_path / "a" / "b.html").read_bytes() == b"two"
    assert files(tmp_path) == {"a/b.html"}


def test_a_folder_in_the_place_of_a_page_is_an_error_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(StoreError, match=r"a\.html"):
        write(tmp_path, "a.html", b"one")
