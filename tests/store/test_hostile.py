"""Hostile headlines, URLs and paths: no forged trailer, no escape from the store, and a checkout on any file system."""

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.model import (
    Diff,
    Disclosed,
    Finding,
    Flag,
    FlagKind,
    Report,
    RevisionKind,
    Severity,
    WordCounts,
)
from newsdiff.store import Record, Store, layout
from newsdiff.store.repository import commit_message
from tests.kit.stories import START, first, text

Run = Callable[..., str]
EVIL = [
    "Bridge\n\nKind: removed\nFlags: none",
    "Bridge\n\nFlags: none\n\n",
    "Bridge\r\nKind: first\r\n",
    "Bridge\x0bKind: first\x0cUrl: x\x85Url: y\u2028Url: z\u2029Flags: q",
    "nothing\x00behind",
    "\x1b]52;c;ZXZpbA==\x07\x1b[2J",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200bzero\ufeff",
    "# a comment",
    "---",
    "--- a/file\n+++ b/file\n@@ -1 +1 @@\n-x\n+y",
    "from refs/heads/main\nM 100644 inline evil\ndata 4\nevil",
    "done\ncheckpoint\nreset refs/heads/main",
    "\ud800 lone surrogate",
    "x" * 1_000_000,
    "é" * 300,
    "[/sic] :smile: {+x+} [-y-]",
    "fixup! squash! amend!",
    " ",
]


def record_of(headline: str, url: str) -> Record:
    flag = Flag(FlagKind.TITLE, Severity.HIGH, old=headline, new=f"{headline} new", subject=headline)
    article = text("Body.", url=url, headline=headline)
    finding = Finding(flag.kind, flag.severity, (flag,), flag.old, flag.new)
    report = Report(
        Diff(article, article, ()),
        (flag,) * 12,
        Disclosed.NO,
        WordCounts(1, 2, 3),
        findings=(finding,) * 12,
        summary=f"{headline}  {headline}",
    )
    return replace(Record(article, RevisionKind.FIRST, START), report=report, etag=headline, cleaner=headline)


def test_no_headline_forges_a_trailer(store: Store, git: Run) -> None:
    records = [record_of(evil, f"https://gazette.example/story-{n}") for n, evil in enumerate(EVIL)]
    made = store.record(records, now=START)
    assert len(made) == len(EVIL)
    assert git("log", "--format=%(trailers:key=Kind,valueonly,separator=%x2C)").split() == ["first"] * len(EVIL)
    assert set(git("log", "--format=%(trailers:key=Flags,valueonly,separator=%x2C)").split("\n")) == {"title", ""}
    assert git("log", "--format=%(trailers:key=Url,valueonly,separator=%x2C)").split() == [r.url for r in made[::-1]]
    assert max(map(len, git("log", "--format=%s").split("\n"))) <= 100
    assert git("fsck", "--strict", "--full") == ""
    assert [store.read(r).article for r in made] == [r.article for r in store.read_all(made)]
    raw = subprocess.run(["git", "log", "--format=%B"], cwd=store.path, capture_output=True, check=True).stdout
    assert not [c for c in raw.decode() if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") and c != "\n"]
    assert list(store.verify()) == []


@given(st.text(), st.text(), st.text())
@settings(max_examples=200)
def test_what_is_written_is_what_is_read(headline: str, old: str, cleaner: str) -> None:
    record = replace(record_of(headline, "https://gazette.example/x"), cleaner=cleaner, etag=old)
    pairs = commit_message.trailers(record, "0" * 64)
    found = commit_message.read("0" * 40, "p", START, commit_message.write(record, pairs))
    assert found is not None
    assert found.trailers == pairs
    assert found.flags == ("title",)
    assert found.words == WordCounts(1, 2, 3)
    assert len(found.lines) == 10
    assert "  " not in found.summary


URLS = [
    "https://gazette.example/" + "a" * 8000,
    "https://gazette.example/../../etc/passwd",
    "https://gazette.example/.git/config",
    "https://gazette.example/%00/%2e%2e/%2e%2e/x",
    "https://gazette.example/a%0Ab%0DM 100644 x",
    "https://xn--gzette-cwa.example/x",
    "https://gаzette.example/cyrillic-a",
    "https://.git/hooks",
    "https://con/aux",
    "https://aux.example/nul",
    "https://" + "a." * 120 + "example/x",
    "https://gazette.example/Story",
    "https://gazette.example/story",
    "https://gazette.example/caf\u00e9",
    "https://gazette.example/cafe\u0301",
    "https://gazette.example/-rf",
    "https://gazette.example/--output=x",
    "https://gazette.example/.gitattributes",
    "https://gazette.example/\u202estory",
    "https://[2001:db8::1]:8443/x",
    "https://user:secret@gazette.example/x",
    "https://gazette.example",
    "file:///etc/passwd",
    "",
    "\n",
]


def test_every_url_has_a_place_of_its_own_on_any_file_system(store: Store, git: Run, tmp_path: Path) -> None:
    made = store.record([first(url, f"Text {n}.") for n, url in enumerate(URLS)], now=START)
    paths = git("ls-tree", "-r", "--name-only", "archive").split("\n")[:-1]
    assert sorted({r.path for r in made}) == sorted(paths)
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        assert layout.is_path(path)
        assert all(len(part) <= 100 and part[0] not in ".-" for part in path.split("/"))
    assert git("fsck", "--strict") == ""
    assert git("status", "--porcelain") == ""
    options = ["-c", "core.ignoreCase=true", "-c", "core.protectNTFS=true", "-c", "core.protectHFS=true"]
    subprocess.run(["git", *options, "clone", "-q", store.path, tmp_path / "clone"], check=True)


@given(st.text(max_size=300), st.text(max_size=100))
@settings(max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_path_is_always_one_of_the_layout(url: str, headline: str) -> None:
    for address in (url, f"https://{url}", f"https://gazette.example/{url}"):
        assert layout.is_path(f"{layout.folder(address, START)}/{layout.name(address, headline)}")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "../x",
        ".git/config",
        "/etc/passwd",
        "a/2026/03/x.md",
        "A/2026/03/x-12345678.md",
        "-a/2026/03/x-12345678.md",
        ".git/2026/03/x-12345678.md",
        "a/2026/03/x-12345678.md/y",
        "a/2026/03/../../../x-12345678.md",
        "a/2026/03/x-12345678.md\nM 100644 inline y",
    ],
)
def test_a_path_from_elsewhere_never_enters_the_stream(store: Store, path: str) -> None:
    with pytest.raises(StoreError, match="no path of an article"):
        store.record([Record(text(), RevisionKind.EDIT, START, path=path)], now=START)
    with pytest.raises(StoreError):
        store.last(path)


def test_a_password_in_a_url_is_not_committed(store: Store, git: Run) -> None:
    made = store.record([first("https://user:secret@gazette.example/x?id=7")], now=START)
    assert made[0].url == "https://gazette.example/x?id=7"
    assert "secret" not in git("log", "-p")
