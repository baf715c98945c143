"""What the commands print of a URL holds no secret."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import OLD, Newsdiff
from tests.kit.leaks import holding
from tests.kit.site import Site, story

SECRET = "hunter2"


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


def test_08_no_command_prints_a_secret(newsdiff: Newsdiff, site: Site, tmp_path: Path) -> None:
    path = f"/a?id=7&token={SECRET}"
    url = site.url(path)
    site.put(path, story())
    newsdiff("init")
    said = [newsdiff("add", "--allow-private", url)]
    assert said[0].code == 0
    assert "Watching the article" in said[0].out
    watch = ("watch", "--all", "--delay", "0", "--allow-private")
    said += [
        newsdiff(*watch),
        newsdiff("list"),
        newsdiff("list", "--format", "json"),
        newsdiff("add", "--allow-private", url),
    ]
    site.put(path, story(cracks="nineteen"))
    said += [newsdiff(*watch, "--json"), newsdiff("log", url), newsdiff("log", "--format", "json", url)]
    said += [newsdiff("diff", "--format", form, url) for form in ("plain", "json", "html", "markdown")]
    said += [newsdiff("show", url), newsdiff("show", "--stored", url), newsdiff("doctor"), newsdiff("verify")]
    said += [newsdiff("clean", "--allow-private", url), newsdiff("snapshot", "--allow-private", url)]
    assert [s.code for s in said if s.code not in (0, 1)] == []
    said += [
        newsdiff("pause", url),
        newsdiff("watch", url.replace("7", "8")),
        newsdiff("resume", url),
        newsdiff("remove", url),
    ]
    said += [newsdiff("remove", url), newsdiff("log", url.replace("7", "8")), newsdiff("quarantine", "show", url)]
    said += [newsdiff("add", f"ftp://me:{SECRET}@a.example/"), newsdiff("add", f"https://me:{SECRET}@a.example/")]
    said += [newsdiff("add", "--kind", "article", f"https://me:{SECRET}@a.example/b")]
    for one in said:
        assert SECRET not in one.out + one.err
    assert holding(tmp_path / "snapshots", SECRET) == {"watchlist.txt": 0o600}


def test_08_what_plans_visits_keeps_no_secret_and_asks_with_it(newsdiff: Newsdiff, site: Site, tmp_path: Path) -> None:
    plain, named = f"/a?id=7&token={SECRET}", f"/b?id=8&token={SECRET}"
    for path in (plain, named):
        site.put(path, story())
    newsdiff("init")
    newsdiff("add", "--allow-private", site.url(plain))
    newsdiff("add", "--allow-private", "--name", "bee", site.url(named))
    run = ("watch", "--delay", "0", "--allow-private")
    for at in ("2025-03-12T08:00Z", "2025-03-12T12:00Z"):
        assert newsdiff(*run, "--at", at).code == 0
        assert {plain, named} <= set(site.asked())
        assert holding(tmp_path / "snapshots", SECRET) == {"watchlist.txt": 0o600}
        site.log.clear()
    paused = newsdiff("pause", "bee")
    assert paused.code == 0, paused.err
    watchlist = tmp_path / "snapshots/.newsdiff/watchlist.txt"
    watchlist.write_text(watchlist.read_text().replace(f"id=7&token={SECRET}", "id=7&token=renewed2"))
    site.put("/a?id=7&token=renewed2", story())
    assert newsdiff(*run, "--at", "2025-03-12T20:00Z").code == 0
    assert site.asked()[:1] == ["/a?id=7&token=renewed2"]
    assert named not in site.asked()
    assert holding(tmp_path / "snapshots", "renewed2") == {"watchlist.txt": 0o600}


@pytest.mark.parametrize(
    ("given", "asked"), [("http://me:{secret}@{site}/a", False), ("http://{site}/a#access_token={secret}", True)]
)
def test_08_what_plans_visits_keeps_no_secret_that_the_name_of_an_article_leaves_out(
    newsdiff: Newsdiff, site: Site, tmp_path: Path, given: str, asked: bool
) -> None:
    site.put("/a", story())
    newsdiff("init")
    url = given.format(secret=SECRET, site=site.url("").removeprefix("http://"))
    assert newsdiff("add", "--kind", "article", "--name", "ay", url).code == 0
    watchlist = tmp_path / "snapshots/.newsdiff/watchlist.txt"
    for hour, secret in ((8, SECRET), (12, SECRET), (20, "renewed2")):
        watchlist.write_text(watchlist.read_text().replace(SECRET, secret))
        for name in ((), ("ay",)):
            run = newsdiff("watch", "--delay", "0", "--allow-private", "--at", f"2025-03-12T{hour:02}:00Z", *name)
            assert ("its URL holds a user name" in run.out + run.err) is not asked
            assert ("/a" in site.asked()) is asked
            assert holding(tmp_path / "snapshots", secret) == {"watchlist.txt": 0o600}


def test_08_a_snapshot_of_a_file_keeps_no_secret(newsdiff: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD)
    newsdiff("init")
    url = f"https://me:pw@news.example/a?id=7&access_token={SECRET}#top"
    for cracks in ("two weeks", "three weeks"):
        (tmp_path / "old.txt").write_text(OLD.replace("two weeks", cracks))
        assert newsdiff("snapshot", "old.txt", "--url", url).code == 0
    assert len(json.loads(newsdiff("log", "--format", "json", url).out)) == 2
    assert holding(tmp_path / "snapshots", SECRET) == holding(tmp_path / "snapshots", "me:pw") == {}


def test_08_a_remotes_password_is_told_to_nobody(newsdiff: Newsdiff, tmp_path: Path) -> None:
    newsdiff("init")
    said = newsdiff("remote", "add", "copy", f"https://me:{SECRET}@127.0.0.1:1/store.git")
    assert said.code == 0
    pushed = newsdiff("remote", "push", "copy")
    assert pushed.code == 4
    assert SECRET not in said.out + said.err + pushed.out + pushed.err
    assert holding(tmp_path / "snapshots", SECRET) == {"credentials": 0o600}
