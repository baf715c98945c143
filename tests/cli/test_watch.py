"""add, watch, list, pause, remove, cron over a real local site: silence first."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdiff.demo.site import serve
from newsdiff.demo.story import page, states
from newsdiff.store import Store


@pytest.fixture
def site(demo_site):
    return demo_site


@pytest.fixture
def watched(newsdiff, site):
    """A store that watches the demo's article and has visited it once."""
    newsdiff("init")
    assert newsdiff("add", "--allow-private", site.url).out == f"Watching the article {site.url}\n"
    first = newsdiff("watch", "--allow-private", "--delay", "0")
    assert first.code == 0
    assert "first seen, kept" in first.out
    return newsdiff


def commits(folder):
    done = subprocess.run(
        ["git", "-C", str(folder / "snapshots"), "rev-list", "--count", "archive"], capture_output=True
    )
    return int(done.stdout)


def visit(newsdiff, *more):
    return newsdiff("watch", "--allow-private", "--delay", "0", "--all", *more)


def test_a_pass_waits_for_a_run_that_only_writes(watched, tmp_path):
    taken = threading.Event()

    def write():
        with Store(tmp_path / "snapshots").lock(who="rejudge", now=datetime.now(UTC), brief=True):
            taken.set()
            time.sleep(0.3)

    writer = threading.Thread(target=write)
    writer.start()
    assert taken.wait(30)
    result = visit(watched, "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")
    writer.join()


def test_an_unchanged_article_makes_no_commit_and_no_noise(watched, tmp_path):
    result = visit(watched, "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert commits(tmp_path) == 1


def test_noise_around_the_story_makes_no_commit(watched, site, tmp_path):
    site.body = page(replace(states()[0], noise=1)).encode()
    assert visit(watched, "--quiet").out == ""
    assert commits(tmp_path) == 1


def test_a_changed_article_makes_exactly_one_commit_and_is_told(watched, site, tmp_path):
    site.body = page(states()[1]).encode()
    result = visit(watched, "--quiet")
    assert "edited" in result.out
    assert "[-former-] Harbour Minister" in result.out
    assert commits(tmp_path) == 2
    assert visit(watched, "--quiet").out == ""
    assert commits(tmp_path) == 2


def test_what_is_not_due_is_not_visited(watched, site):
    site.body = page(states()[1]).encode()
    assert "Nothing is due" in watched("watch", "--allow-private").out
    assert "edited" in watched("watch", "--allow-private", "--delay", "0", "--at", "2099-01-01").out


def test_json_is_one_line_a_visit(watched, site):
    site.body = page(states()[1]).encode()
    [line] = visit(watched, "--json").out.splitlines()
    told = json.loads(line)
    assert told["status"] == "edit"
    assert {f["kind"] for f in told["flags"]} == {"title", "date"}


def test_a_private_address_is_refused_unless_allowed(newsdiff, site):
    newsdiff("init")
    refused = newsdiff("add", site.url)
    assert refused.code == 3
    assert "not a public address" in refused.err
    newsdiff("add", "--allow-private", site.url)
    assert "not asked for" in newsdiff("watch", "--delay", "0").out


def test_list_tells_how_a_watch_fares(watched, site):
    assert "unchanged" in (visit(watched), watched("list"))[1].out or "not-modified" in watched("list").out
    [row] = json.loads(watched("list", "--format", "json").out)
    assert row["url"] == site.url
    assert row["failures_in_a_row"] == 0
    assert watched("list", "--due").out == "Nothing is due.\n"


def test_pause_resume_remove(watched, site, tmp_path):
    watched("pause", site.url)
    assert "paused" in watched("list").out
    assert "Nothing is due" in visit(watched).out
    watched("resume", site.url)
    assert "1 visited" in visit(watched).out
    watched("remove", site.url)
    assert "Nothing is watched" in watched("list").out
    assert commits(tmp_path) == 1
    again = watched("remove", site.url)
    assert again.code == 2
    assert "not on the watch list" in again.err


def test_a_list_of_urls_and_an_opml_file(newsdiff, tmp_path):
    newsdiff("init")
    (tmp_path / "urls.txt").write_text("# mine\nhttps://news.example/a\nhttps://news.example/b every=2h\n")
    assert "Watching https://news.example/b" in newsdiff("add", "urls.txt").out
    (tmp_path / "feeds.opml").write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" xmlUrl="https://news.example/feed"/></body></opml>'
    )
    assert "Watching the feed https://news.example/feed" in newsdiff("add", "feeds.opml").out
    assert newsdiff("list").out.count("not visited yet") == 3
    (tmp_path / "bad.txt").write_text("https://news.example/c often=yes\n")
    bad = newsdiff("add", "bad.txt")
    assert bad.code == 2
    assert "bad.txt:1:" in bad.err
    assert "watchlist.txt" not in bad.err


def test_the_demo_tells_the_whole_story_and_shows_it_in_a_browser(newsdiff, tmp_path, monkeypatch):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    result = newsdiff("demo", "store", "--open")
    assert result.code == 0
    assert result.err == ""
    assert result.out.count("--- Visit ") == 6
    assert "[-former-] Harbour Minister" in result.out
    assert "nothing changed" in result.out
    assert "moved (it was paragraph 3)" in result.out
    assert "; with a note" in result.out
    page = tmp_path / "store.html"
    assert result.out.endswith(f"web page: {page.as_uri()}\n")
    assert (tmp_path / "opened").read_text() == page.as_uri()
    assert "<del>former" in re.sub(r" class=\S+?>", ">", page.read_text())
    assert result.out.index("first visit takes longest") < result.out.index("--- Visit 1")
    done = subprocess.run(["git", "-C", "store", "rev-list", "--count", "main"], cwd=tmp_path, capture_output=True)
    assert int(done.stdout) == 5


def test_a_run_without_permission_spoils_no_later_one(newsdiff, site):
    newsdiff("init")
    newsdiff("add", "--allow-private", site.url)
    refused = newsdiff("watch", "--all", "--delay", "0")
    assert refused.code == 0
    assert "--allow-private" in refused.out
    assert "first seen, kept" in visit(newsdiff).out


def test_a_text_that_was_not_fetched_claims_no_status(kept):
    [row, _] = json.loads(kept("log", "ferry", "--format", "json").out)
    assert "Status" not in row["trailers"]


def test_bars_stand_on_a_terminal_and_outcomes_where_they_are_sent(watched, site, tmp_path):
    site.body = page(states()[1]).encode()
    terminal, end = pty.openpty()
    argv = [sys.executable, "-m", "newsdiff", "watch", "--allow-private", "--delay", "0", "--all"]
    with (tmp_path / "told.txt").open("w") as file:
        assert subprocess.run(argv, stdout=file, stderr=end, cwd=tmp_path, check=False).returncode == 0
    os.close(end)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says EIO when the other end is closed
        while part := os.read(terminal, 65536):
            shown += part
    os.close(terminal)
    told = (tmp_path / "told.txt").read_text()
    assert "edited" in told
    assert told.endswith("1 visited: 1 edited.\n")
    assert "\x1b" not in told
    assert b"localhost" in shown
    assert b"edited" not in shown


def test_removing_a_feed_says_what_goes_with_it(newsdiff, site):
    newsdiff("init")
    with serve() as other:
        link = f"<item><title>One</title><link>{site.url}</link></item>"
        other.body = f'<?xml version="1.0"?><rss version="2.0"><channel>{link}</channel></rss>'.encode()
        assert newsdiff("add", "--allow-private", other.url).out == f"Watching the feed {other.url}\n"
        newsdiff("watch", "--allow-private", "--delay", "0")
        assert newsdiff("remove", other.url).out == f"No longer watched: {other.url}, nor what it brought (1)\n"
    assert "Nothing is watched" in newsdiff("list").out


def test_a_feed_of_old_entries_is_told_when_it_is_added_and_read_and_looked_at(newsdiff):
    newsdiff("init")
    with serve() as other:
        dated = "<pubDate>Mon, 02 Mar 2009 10:00:00 GMT</pubDate>"
        entry = f"<item><title>One</title><link>https://a.example/1</link>{dated}</item>"
        other.body = f'<?xml version="1.0"?><rss version="2.0"><channel>{entry * 2}</channel></rss>'.encode()
        why = "its one entry is too old to be watched: the newest is of 2009-03-02, before "
        added = newsdiff("add", "--allow-private", other.url)
        assert added.out == f"Watching the feed {other.url}\n"
        assert added.err.startswith(f"Note: {why}")
        assert f"{other.url}: {why}" in visit(newsdiff).out
        assert visit(newsdiff, "--quiet").out == ""
        assert why in newsdiff("list").out.replace("\n      ", " ")
        doctor = newsdiff("doctor")
        assert doctor.code == 1
        assert why in doctor.out
