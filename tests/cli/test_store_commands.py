"""init, snapshot, log, diff, show, changes over a real store."""

import json
import subprocess
from pathlib import Path

import pytest

URL = "https://www.harbour.example/2025/03/18/ferry"


def git(store: Path, *args: str) -> str:
    return subprocess.run(["git", "-C", str(store), *args], check=True, capture_output=True, text=True).stdout


def test_the_same_text_again_makes_no_revision(kept, tmp_path):
    again = kept("snapshot", "new.txt", "--url", URL, "--at", "2025-03-20T10:00Z")
    assert again.code == 0
    assert "nothing changed" in again.out
    assert git(tmp_path / "snapshots", "rev-list", "--count", "archive").strip() == "2"


def test_furniture_alone_makes_no_revision(kept, tmp_path):
    text = (tmp_path / "new.txt").read_text().replace("Choir wins school", "Storm closes county")
    (tmp_path / "noise.txt").write_text(text)
    assert "nothing changed" in kept("snapshot", "noise.txt", "--url", URL, "--at", "2025-03-20T10:00Z").out


def test_diff_shows_the_last_edit_flags_first(kept):
    shown = kept("diff", "ferry")
    assert shown.code == 0
    assert "\nFormer Harbour Minister -> Harbour Minister (Ingrid Vale)\n" in shown.out
    assert "[-Former -]Harbour" in shown.out
    assert sum("title" in line for line in shown.out.splitlines()) == 1  # each finding is told once
    assert "READ MORE" not in shown.out
    assert "@1 (2025-03-18 10:00 UTC) -> @2 (2025-03-19 10:00 UTC)" in shown.out


@pytest.mark.parametrize("what", [("ferry", "@1"), ("ferry", "@1..@2"), ("ferry", "@1", "@-1"), (URL, "2025-03-18")])
def test_every_way_to_name_the_two_sides(kept, what):
    assert "Harbour Minister" in kept("diff", *what).out


def test_diff_the_other_way_round(kept):
    assert "Harbour Minister -> Former Harbour Minister" in kept("diff", "ferry", "@2", "@1").out


def test_exit_code_tells_when_asked(kept):
    assert kept("diff", "ferry", "--exit-code").code == 1
    assert kept("diff", "ferry", "@2", "@2", "--exit-code").code == 0


def test_log_lists_newest_first(kept):
    rows = json.loads(kept("log", "ferry", "--format", "json").out)
    assert [r["number"] for r in rows] == [2, 1]
    assert [r["kind"] for r in rows] == ["edit", "first"]
    assert "title" in rows[0]["flags"]
    assert "@2  2025-03-19 10:00 UTC  edit" in kept("log", "ferry").out
    assert "2025-03-19 11:00 CET" in kept("log", "ferry", "--tz", "Europe/Berlin").out


def test_show_prints_a_revision(kept):
    assert "Former Harbour Minister" in kept("show", "ferry", "@1").out
    assert "Former Harbour Minister" not in kept("show", "ferry").out
    assert kept("show", "ferry", "--stored").out.startswith("---\nformat: 1\n")


def test_changes_lists_flagged_edits(kept):
    assert "title" in kept("changes").out
    assert kept("changes", "--exit-code").code == 1
    assert kept("changes", "--flag", "negation", "--exit-code").code == 0
    assert kept("changes", "--since", "2025-03-20", "--exit-code").code == 0
    assert kept("changes", "--host", "other.example", "--exit-code").code == 0
    [line] = kept("changes", "--format", "lines", "--min-severity", "high").out.splitlines()
    assert line.split("\t")[4] == URL


def test_plain_git_reads_the_store(kept, tmp_path):
    store = tmp_path / "snapshots"
    assert git(store, "status", "--porcelain") == ""
    assert git(store, "fsck", "--strict") == ""
    assert (
        git(store, "log", "--format=%as %an %(trailers:key=Flags,valueonly)")
        .split("\n")[0]
        .startswith("2025-03-19 harbour.example title")
    )
    subprocess.run(["git", "clone", "-q", str(store), str(tmp_path / "clone")], check=True)
    assert list((tmp_path / "clone").rglob("*.md"))


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("diff", "nothing-like-that"), 2, "nothing-like-that"),
        (("diff", "ferry", "@7"), 2, "@7"),
        (("diff", "ferry", "@1", "@2", "@1"), 2, "too many"),
        (("show", "ferry", "nonsense"), 2, "nonsense"),
        (("log", "ferry", "--tz", "Mars/Base"), 2, "time zone"),
        (("changes", "--flag", "titel"), 2, "titel"),
        (("changes", "--since", "often"), 2, "often"),
        (("snapshot", "old.txt"), 2, "--url"),
        (("snapshot", "missing.txt", "--url", URL), 2, "missing.txt"),
        (("snapshot", "old.txt", "--url", URL, "--at", "noon"), 2, "noon"),
        (("--store", "elsewhere", "log"), 4, "newsdiff init elsewhere"),
    ],
)
def test_mistakes_are_one_sentence_and_a_hint(kept, args, code, words):
    result = kept(*args)
    assert result.code == code
    assert words in result.err
    assert result.err.startswith("Error: ")
    assert "Traceback" not in result.err
    assert result.err.count("\n") == 1


def test_init_twice_keeps_what_is_there(kept, tmp_path):
    before = git(tmp_path / "snapshots", "rev-parse", "archive")
    kept("init")
    assert git(tmp_path / "snapshots", "rev-parse", "archive") == before


def test_a_store_elsewhere_by_environment(newsdiff, monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSDIFF_STORE", str(tmp_path / "with space"))
    assert newsdiff("init").code == 0
    assert newsdiff("log").code == 0
    assert (tmp_path / "with space" / ".newsdiff" / "config.toml").exists()


def test_a_typo_in_the_configuration_is_told_with_its_line(kept, tmp_path):
    (tmp_path / "snapshots" / ".newsdiff" / "config.toml").write_text("[fetch]\ndeley = 3\n")
    result = kept("config", "--check")
    assert result.code == 2
    assert "line 2" in result.err


def test_options_of_newsdiff_itself_may_stand_behind_the_command(kept, tmp_path):
    assert kept("log", "ferry", "--store", "snapshots").code == 0
    assert kept("log", "ferry", "--store=elsewhere").code == 4
    assert "\x1b[" in kept("diff", "ferry", "--format", "terminal", "--color", "always").out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("pause", "ferry"), "not on the watch list"),
        (("resume", "https://never.example/added"), "not on the watch list"),
        (("snapshot", "old.txt", "--url", "foo"), "no web address"),
        (("snapshot", "old.txt", "--url", URL, "--at", "2999-01-01"), "still to come"),
        (("diff", "ferry", "--context", "-1"), "--context"),
        (("diff", "nofile.txt", "other.txt", "--store", "elsewhere"), "no file nofile.txt"),
    ],
)
def test_mistakes_change_nothing(kept, tmp_path, args, words):
    result = kept(*args)
    assert result.code == 2
    assert words in result.err
    assert not (tmp_path / "snapshots" / ".newsdiff" / "watchlist.txt").exists()


def test_an_empty_file_is_no_snapshot(kept, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    assert "no text" in kept("snapshot", "empty.txt", "--url", URL).err


def test_a_claimed_time_that_stands_still_discloses_nothing(newsdiff, tmp_path):
    page = """<!DOCTYPE html><html lang="en"><head><title>Ferry stops</title>
    <meta property="article:modified_time" content="2025-03-18T09:00:00Z"></head><body><article><h1>Ferry stops</h1>
    <p>About {} people were waiting on the quay when the ferry of the town stopped for repairs.</p>
    <p>The harbour of the town is old, and the ferry has been running there for more than a century.</p>
    </article></body></html>"""
    newsdiff("init")
    for number, day in (("forty", "18"), ("ninety", "19")):
        (tmp_path / "page.html").write_text(page.format(number))
        newsdiff("snapshot", "page.html", "--url", URL, "--at", f"2025-03-{day}T10:00Z")
    assert json.loads(newsdiff("log", "ferry", "--format", "json").out)[0]["disclosed"] == "no"
    assert "no note" in newsdiff("diff", "ferry").out


def test_a_part_of_a_longer_address_names_the_whole_one(kept):
    kept("snapshot", "old.txt", "--url", URL + "-again", "--at", "2025-03-18T10:00Z")
    assert kept("log", "harbour.example/2025/03/18/ferry").code == 0
    assert kept("log", "ferry").code == 2


def test_a_list_of_nothing_tells_what_is_kept(kept):
    assert "kept here all the same" in kept("list").out
