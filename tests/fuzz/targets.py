"""What is done with an input, one function a kind: a contract that is broken raises, everything else is an answer.

They are called in a sandbox, so that a hang is seen, too; an input is bytes, or a text with lone surrogates.
"""

import atexit
import contextlib
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import newsdiff
from newsdiff import clean, config, document, flags
from newsdiff.clean.page import site_rules
from newsdiff.cli.main import run
from newsdiff.comparison import compare
from newsdiff.errors import CleanError, ConfigError, StoreError
from newsdiff.fetch.discover import discover, opml
from newsdiff.fetch.robots import Rules
from newsdiff.model import Article, Block, FlagSettings, Op, Page, Report, RevisionKind
from newsdiff.render import html, markdown, plain, terminal
from newsdiff.render import json as as_json
from newsdiff.render.layout import Options, Side
from newsdiff.store import Record, layout
from newsdiff.store.repository import commit_message
from newsdiff.text.scrub import visible
from newsdiff.text.urls import host, normalise, redact
from newsdiff.watch.gate.case import Case
from newsdiff.watch.plan import schedule, watchlist
from newsdiff.watch.record.weighing import Moments, look, weigh
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.article_state import Known, advance
from newsdiff.watch.state.json_codec import decode, encode
from newsdiff.watch.state.text_identity import fingerprint, same

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://news.example/2026/03/story"
BASE = newsdiff.article(
    [
        "The fire killed 12 people on Monday, former U.S. President Jane Doe said.",
        "“We were not asked,” said Ann Lee, 44, of Port Amber.",
        "It cost $1.2 million, or 3 per cent, on 12 March 2025.",
    ],
    "Fire in the port",
)


def page(body: bytes) -> None:
    """A page is cleaned or refused; what comes of it is kept, weighed, compared and shown."""
    try:
        cleaned = clean.cleaned_html(body, URL, content_type="text/html")
    except CleanError:
        return
    look(cleaned)
    weighed(None, cleaned.article)
    weighed(BASE._replace(url=URL), cleaned.article)
    article(cleaned.article)


def saved_text(text: str) -> None:
    """A saved text is cleaned or refused."""
    try:
        found = clean.clean_text(text, URL)
    except CleanError:
        return
    article(found)


def edited(text: str) -> None:
    """Two texts as they are: the halves of the input."""
    old, _, new = text.partition("\n\n\n")
    half = len(text) // 2
    old, new = (old, new) if new else (text[:half], text[half:])
    one, other = (newsdiff.article(t.split("\n"), t[:60]) for t in (old, new))
    kept(one)
    kept(other)
    shown(compare(one, other, FlagSettings(names=("Jane Doe",)), old_seen=NOW, new_seen=NOW + timedelta(days=1)))
    flags.check(other)


def stored(text: str) -> None:
    """A stored file is read or refused; what was read can be written, and read again."""
    try:
        found = document.loads(text)
    except StoreError:
        return
    again = document.loads(document.dumps(found))
    assert document.loads(document.dumps(again)) == again, "a stored file does not come back"


def feed(body: bytes) -> None:
    """A feed, a sitemap, a section page, an OPML list."""
    for kind in ("text/xml", "application/json"):
        try:
            found = discover(Page(URL, URL, 200, kind, body, NOW))
        except CleanError:
            continue
        for link in found.links:
            assert link.url.startswith(("http://", "https://")), link.url
            assert link.published is None or link.published.tzinfo
    try:
        opml(body)
    except CleanError:
        return


def listed(body: bytes) -> None:
    """A watch list."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / watchlist.NAME).write_bytes(body)
        try:
            found = watchlist.read(Path(folder))
            watchlist.add(Path(folder), found)
            assert watchlist.read(Path(folder)) == found
        except ConfigError:
            return
    for line in found:
        again = watchlist.parse(watchlist.line_of(line))
        assert again is not None
        assert (again.key, again.kind, again.every) == (line.key, line.kind, line.every)
        schedule.due_at(Known(line.key, visited_at=NOW), NOW, every=line.every)


def configured(body: bytes) -> None:
    """A config.toml."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_bytes(body)
        try:
            settings = config.load(path, {"HOME": "x"})
            for site in settings.sites:
                site_rules.check(site)
        except ConfigError:
            return
    settings.flags_of("www.example.com")
    assert 0 < settings.fetch.deadline <= 3600
    compare(BASE, BASE._replace(blocks=BASE.blocks[1:]), settings.flags)


def archived(body: bytes) -> None:
    """A WARC or ARC file."""
    from newsdiff.store.warc import crawls

    with tempfile.TemporaryDirectory() as folder:
        for ending in ("warc", "warc.gz"):
            path = Path(folder) / f"crawl.{ending}"
            path.write_bytes(body)
            try:
                for found in crawls.pages(path):
                    assert not isinstance(found, Page) or found.fetched_at.tzinfo
            except StoreError:
                continue
    try:
        from newsdiff.store.warc import read

        read.page(BytesIO(body))
    except StoreError:
        return


def committed(text: str) -> None:
    """A commit's message."""
    found = commit_message.read("0" * 40, "a.example/2026/03/x-12345678.md", NOW, text)
    if found is not None:
        assert found.kind in RevisionKind
        assert found.since is None or found.since.tzinfo


def written(text: str) -> None:
    """A message is read back as it was written, whatever an article says."""
    parts = ([document.flat(line) for line in text.split("\n")] * 6)[:6]
    old, new = newsdiff.article(parts[:3], parts[0]), newsdiff.article(parts[3:], parts[1])
    made = new._replace(url=parts[2], published=parts[3], modified=parts[4], section=parts[5])
    record = Record(
        made, RevisionKind.EDIT, NOW, NOW, compare(old, made), 200, parts[0], "ab", parts[1], None, (parts[2],)
    )
    message = commit_message.write(record, commit_message.trailers(record, "ff"))
    read = commit_message.read("0" * 40, "a.example/2026/03/x-12345678.md", NOW, message)
    assert read is not None
    assert read.kind is RevisionKind.EDIT
    told = dict(read.trailers)
    assert told["Text-Sha256"] == "ff"
    assert told["Kind"] == "edit"
    assert [key for key, _ in read.trailers].count("Kind") == 1
    kept(made)


def logged(body: bytes) -> None:
    """A line of the observation log, and what an article's state becomes by it."""
    known = Known("https://a.example/x", path="a.example/2026/03/x-12345678.md")
    for line in body.split(b"\n"):
        seen = observation_log.parse(line)
        if seen is None:
            continue
        again = observation_log.parse(json.dumps(encode(seen), ensure_ascii=False).encode("utf-8", "replace"))
        assert again == seen, "a line of the log does not come back"
        known = advance(known, seen)
        schedule.due_at(known, NOW)
        schedule.retired(known, NOW, after=timedelta(days=9))


def row(body: bytes) -> None:
    """A row of state.db."""
    for kind in (Known, Rules):
        try:
            found = decode(kind, json.loads(body))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            continue
        assert decode(kind, json.loads(json.dumps(encode(found)))) == found


def address(text: str) -> None:
    """A URL, wherever one comes from."""
    name = normalise(text)
    assert normalise(name) == name, "no normal form"
    assert normalise(host(text)) is not None
    redact(text)
    assert layout.is_path(f"{layout.folder(text, NOW)}/{layout.name(text, text)}"), "no path of a store"


# --- the command line ---

# Calls of commands; ``?`` is a word of the input, ``URL`` an article that is kept, ``FILE`` a text.
CALLS = """
log ?; log URL --tz ?; log -n ?; diff URL ? ?; diff URL --context ?; diff URL ? --tz ?; diff ? ?; diff FILE ?
show URL ?; show ?; changes --since ?; changes --host ?; changes --flag ?; changes --since ? --tz ?; check URL ?
check ?; verify --sample ?; verify ?; clean ?; quarantine show ?; quarantine accept ?; list --tz ?
snapshot FILE --url ?; snapshot FILE --url URL --at ?; cron --every ?; watch --delay ?; watch --engine ?; watch --at ?
watch ?; pause ?; resume ?; remove ?; reclean ?; import ?; import FILE --url ?; add ?; add FILE --every ?; ? ?
"""
FILES = (
    "run.lock",
    "format",
    "index.tsv",
    "state.db",
    "state.seal",
    "watchlist.txt",
    "config.toml",
    "packing.lock",
    "tight",
)


def command(text: str) -> None:
    """A command with words of the input where values and names stand; none that asks a network or an editor."""
    words = [word for word in text.replace("\0", "").split("\n") if word and "://" not in word][:2] or ["@1"]
    calls = CALLS.strip().replace("\n", "; ").split("; ")
    call = calls[sum(map(ord, text[:300])) % len(calls)].split()
    given = {"URL": URL, "FILE": str(shelf().with_name("a.txt"))}
    args = [words.pop(0) if part == "?" and words else given.get(part, part) for part in call]
    ends(["--store", str(shelf()), *args])


def private_file(body: bytes) -> None:
    """A store in whose private folder one file holds something else."""
    name = FILES[sum(body[:100]) % len(FILES)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        shutil.copytree(shelf(), path)
        (path / ".newsdiff" / name).write_bytes(body)
        log = next((path / ".newsdiff" / "log").glob("*.jsonl"))
        if name == "tight":
            log.write_bytes(log.read_bytes() + body)
        (path / "other.txt").write_text("The harbour opened again on Tuesday, its master said. Nobody was hurt.")
        for args in (["list"], ["doctor"], ["log"], ["snapshot", str(path / "other.txt"), "--url", URL], ["verify"]):
            ends(["--store", str(path), *args])


@cache
def shelf() -> Path:
    """A store with one article, for as long as this process lives."""
    folder = Path(tempfile.mkdtemp(prefix="newsdiff-fuzz-"))
    atexit.register(shutil.rmtree, folder, True)
    (folder / "a.txt").write_text("\n\n".join(block.text for block in BASE.blocks))
    ends(["--store", str(folder / "store"), "init"])
    ends(["--store", str(folder / "store"), "snapshot", str(folder / "a.txt"), "--url", URL, "--at", "2026-03-01"])
    return folder / "store"


def ends(args: list[str]) -> None:
    """The command ends with a code that is told, and a message that is no bug's."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        sys.stdout.reconfigure = sys.stderr.reconfigure = lambda **_: None  # type: ignore[union-attr]
        code = run(args)
    assert code in (0, 1, 2, 3, 4, 74, 75), f"exit code {code}: {output.getvalue()[-300:]}"


# --- what holds of every article ---


def article(found: Article) -> None:
    """An article can be kept, and read again; compared with another and with itself; checked."""
    kept(found)
    assert same(found, found)
    assert compare(found, found).diff.words == compare(BASE, BASE).diff.words
    for old, new in ((BASE, found), (found, BASE)):
        shown(compare(old, new, old_seen=NOW, new_seen=NOW))
    flags.check(found)


def kept(found: Article) -> None:
    """``loads`` gives back what ``dumps`` wrote, which is safe to print."""
    text = document.dumps(found)
    assert visible(text) == text, "a stored file holds what no text of ours may hold"
    again = document.loads(text)
    assert again._replace(modified=found.modified) == found._replace(url=again.url), "an article does not come back"
    assert document.dumps(again) == text
    assert fingerprint(again) == fingerprint(found)


def weighed(old: Article | None, new: Article) -> None:
    """The gate looks at a text."""
    weigh(Case(old, new), (), FlagSettings(), Moments(NOW, NOW), stamps=True, beside_stands=True)


def shown(report: Report) -> None:
    """No rule failed; the edits, joined, give both texts; every format shows the report, and hides nothing."""
    assert report.faults == (), report.faults
    joined(report)
    options = Options(80, 0, False, True, None)
    for lines in (
        plain.render(report, options, Side("old"), Side("new")),
        markdown.render(report, options, Side("old"), Side("new")),
        html.render(report, options, Side("old"), Side("new")),
        terminal.render(report, options, Side("old"), Side("new"), colour=False),
    ):
        for line in lines:
            assert visible(line) == line, "unsafe characters are shown"
    json.loads(as_json.render(report, Side("old"), Side("new")))
    flags.explain(report.diff, report.flags)


def joined(report: Report) -> None:
    """Every block stands in one hunk, and a hunk's edits give both its texts."""
    old: list[Block] = []
    new: list[Block] = []
    for hunk in report.diff.hunks:
        old += hunk.old
        new += hunk.new
        edits = hunk.edits
        if edits:
            assert "".join(e.old for e in edits) == hunk.old_text, "the edits do not give the old text"
            assert "".join(e.new for e in edits) == hunk.new_text, "the edits do not give the new text"
        for e in edits:
            assert hunk.old_text[e.old_start : e.old_start + len(e.old)] == e.old
            assert hunk.new_text[e.new_start : e.new_start + len(e.new)] == e.new
            assert e.op is not Op.EQUAL or e.old == e.new or e.level.value == "typography"
    assert sorted(old) == sorted(report.diff.old.blocks)
    assert tuple(new) == report.diff.new.blocks


BYTES: dict[str, Callable[[bytes], None]] = {
    "page": page,
    "feed": feed,
    "listed": listed,
    "configured": configured,
    "archived": archived,
    "logged": logged,
    "row": row,
    "private_file": private_file,
}
TEXTS: dict[str, Callable[[str], None]] = {
    "saved_text": saved_text,
    "edited": edited,
    "stored": stored,
    "written": written,
    "committed": committed,
    "address": address,
    "command": command,
}
