"""What is written follows from what changed: nothing twice, nothing that changed by itself, nothing of others."""

import json
import shutil
from pathlib import Path

import pytest

import newsdiff.site.build as building
from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.errors import StoreError, UsageError
from newsdiff.model import RevisionKind
from newsdiff.site.manifest import FILE
from newsdiff.site.site import StoreSite
from newsdiff.store import Store
from tests.kit.press import FERRY, FOUR, QUIET, Press
from tests.site.conftest import EDITION, publish, rules


def times(out: Path) -> dict[str, int]:
    return {str(p.relative_to(out)): p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}


@pytest.fixture
def own(press: Press, public: Path, tmp_path: Path) -> tuple[Press, Path]:
    """A copy of the store and of its site, for a test that writes."""
    shutil.copytree(press.store.path, tmp_path / "store")
    shutil.copytree(public, tmp_path / "public")
    copied = object.__new__(Press)
    copied.store, copied._hours = Store(tmp_path / "store"), press._hours
    return copied, tmp_path / "public"


# --- silence ---


def test_a_second_build_writes_nothing(own: tuple[Press, Path]) -> None:
    press, out = own
    before = times(out)
    built = publish(press.store, out)
    assert (built.written, built.removed) == (0, 0)
    assert times(out) == before


def test_a_fresh_build_gives_the_same_bytes(own: tuple[Press, Path]) -> None:
    press, out = own
    before = times(out)
    assert publish(press.store, out, fresh=True).written == 0
    assert times(out) == before


def test_an_empty_store_is_a_site_too(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store")
    publish(store, tmp_path / "out", tags={})
    assert "No article was kept yet." in (tmp_path / "out" / "index.html").read_text()
    assert publish(store, tmp_path / "out", tags={}).written == 0


def test_a_folder_of_other_things_is_left_alone(press: Press, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds files that are no site"):
        publish(press.store, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(press: Press, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    for out in (tmp_path / "thesis.txt", tmp_path / "thesis.txt" / "deeper"):
        with pytest.raises(UsageError, match="is no folder"):
            publish(press.store, out)


# --- what changed ---


def test_an_edit_rewrites_its_article_its_outlet_its_tags_and_the_front(own: tuple[Press, Path]) -> None:
    press, out = own
    before = times(out)
    press.keep(QUIET, "Library opens", ("The library opens on Tuesday.",))
    publish(press.store, out)
    after = times(out)
    changed = {name for name, at in after.items() if before.get(name) != at}
    article = "articles/herald.example/2026/03/library-03c80839"
    assert changed == {
        FILE,
        "feed.xml",
        "index.html",
        "search.json",
        "undisclosed.xml",
        *(f"{article}/{page}" for page in ("1.html", "2.html", "blame.html", "index.html", "texts.html")),
        *(f"outlets/herald.example/{page}" for page in ("2026-03.html", "articles-1.html", "feed.xml", "index.html")),
    }


def test_of_a_long_history_only_the_last_revisions_are_made_anew(own: tuple[Press, Path]) -> None:
    press, out = own
    before = times(out)
    press.keep(FERRY, "Ferry stops for repairs", FOUR[1])
    publish(press.store, out)
    changed = {
        name.rpartition("/")[2] for name, at in times(out).items() if "/ferry-" in name and before.get(name) != at
    }
    assert changed == {"4.html", "5.html", "blame.html", "index.html", "since-first.html", "texts.html"}


def test_a_headline_that_changes_is_told_on_every_page_of_its_article_and_in_old_lists(own: tuple[Press, Path]) -> None:
    press, out = own
    press.keep(FERRY, "Ferry is sold", FOUR[1])
    publish(press.store, out)
    pages = [p for p in out.rglob("*.html") if "/ferry-" in str(p)]
    assert len(pages) == 9
    assert all("<title>" in (text := p.read_text()) and "Ferry is sold" in text for p in pages)
    assert "Ferry is sold" in (out / "outlets/courier.example/2026-03.html").read_text()


def test_a_tag_that_is_taken_away_takes_its_pages_along(own: tuple[Press, Path]) -> None:
    press, out = own
    assert (out / "tags/harbour/index.html").exists()
    built = publish(press.store, out, tags={})
    assert built.removed > 4
    assert not (out / "tags").exists()
    assert "harbour</a>" not in (out / "index.html").read_text()


def test_another_title_is_another_site(own: tuple[Press, Path]) -> None:
    press, out = own
    publish(press.store, out, edition=EDITION._replace(title="Our wall"))
    assert all("Our wall" in page.read_text() for page in out.rglob("*.html"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format":1}', '{"format":1,"units":{"front":3}}', '{"format":99}'])
def test_a_damaged_manifest_costs_a_build_and_changes_no_page(own: tuple[Press, Path], text: str) -> None:
    press, out = own
    before = times(out)
    (out / FILE).write_text(text)
    assert publish(press.store, out).written == 0
    assert {k: v for k, v in times(out).items() if k != FILE} == {k: v for k, v in before.items() if k != FILE}


def test_a_manifest_that_names_other_peoples_files_removes_none_of_them(
    own: tuple[Press, Path], tmp_path: Path
) -> None:
    press, out = own
    (tmp_path / "thesis.txt").write_text("mine")
    held = json.loads((out / FILE).read_text())
    held["units"]["evil"] = ["", {"../thesis.txt": "", "/etc/hostname": ""}]
    (out / FILE).write_text(json.dumps(held))
    publish(press.store, out)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_captures_are_published_when_they_are_asked_for(own: tuple[Press, Path]) -> None:
    press, out = own
    assert not (out / "captures").exists()
    publish(press.store, out, edition=EDITION._replace(captures=True))
    [capture] = (out / "captures").iterdir()
    page = (out / "articles/courier.example/2026/03/ferry-2d0242ce/2.html").read_text()
    assert f'href="../../../../../captures/{capture.name}" download' in page
    assert capture.read_bytes()[:2] == b"\x1f\x8b"


def test_a_removal_and_a_reclean_are_told_in_the_history(public: Path) -> None:
    text = (public / "articles/courier.example/2026/03/market-87c2fff4/index.html").read_text()
    assert "removed by the publisher" in text
    assert "read differently by our own cleaner" in text
    assert [text.count(f">@{n}</span>") for n in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert RevisionKind.REMOVED not in text.split("<h2>History</h2>")[0]


# --- many at once ---


def test_children_make_the_same_pages(
    press: Press, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_FEW", 0)
    monkeypatch.setattr(building, "_PORTION", 5)
    assert publish(press.store, tmp_path / "out", jobs=2).failed == ()
    names = {str(p.relative_to(public)) for p in public.rglob("*") if p.is_file()}
    assert names == {str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*") if p.is_file()}
    assert [n for n in names if (public / n).read_bytes() != (tmp_path / "out" / n).read_bytes()] == []


def test_an_article_that_cannot_be_made_leaves_the_others_and_its_own_pages(
    own: tuple[Press, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    press, out = own
    monkeypatch.setattr(building, "_FEW", 0)
    path, pages = "herald.example/2026/03/library-03c80839.md", out / "articles/herald.example/2026/03/library-03c80839"
    before = times(pages)
    with Catalogue(press.store) as catalogue:
        site = StoreSite(catalogue, EDITION._replace(title="Our wall"), rules, {})
        site.contents.articles[path] = site.contents.articles[path]._replace(commits=("0" * 40,))
        built = building.build(site, out, jobs=2)
    assert built.failed == (path,)
    assert times(pages) == before
    assert "Our wall" in (out / "articles/courier.example/2026/03/ferry-2d0242ce/1.html").read_text()
    assert publish(press.store, out, edition=EDITION._replace(title="Our wall"), tags={}).written == len(before)


def test_a_file_in_the_place_of_a_folder_is_an_error_of_the_store(own: tuple[Press, Path]) -> None:
    press, out = own
    shutil.rmtree(out / "tags")
    (out / "tags").write_text("mine")
    with pytest.raises(StoreError, match="cannot write to"):
        publish(press.store, out, fresh=True)
    assert (out / "tags").read_text() == "mine"
