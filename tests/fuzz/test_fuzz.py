"""Inputs of every kind that newsdiff reads: none raises what is no answer, none hangs, every contract holds.

A few hundred in the default run, more than 20,000 with ``-m slow``. An input that fails is written to
``fuzz-failures/`` under pytest's temporary folder.
"""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff import document
from newsdiff.config import template
from newsdiff.model import Page, RevisionKind
from newsdiff.process.sandbox import Broken, Overrun, Sandbox
from newsdiff.store import Record
from newsdiff.store.repository import commit_message
from newsdiff.store.warc import write
from tests.fuzz import targets
from tests.fuzz.mutate import mutated, texts
from tests.kit.site import START, page, story

CPU_SECONDS = 10
PAGES = Path(__file__).parents[1] / "pages"
PAIRS = Path(__file__).parents[1] / "pairs"
# How many of each kind: in the default run, and in the long one.
COUNTS = {
    "page": (15, 6_000),
    "saved_text": (15, 3_000),
    "edited": (25, 6_000),
    "stored": (40, 2_000),
    "feed": (30, 2_000),
    "listed": (30, 1_200),
    "configured": (30, 1_500),
    "archived": (30, 1_500),
    "written": (15, 800),
    "committed": (40, 2_000),
    "logged": (40, 1_500),
    "row": (40, 1_500),
    "address": (60, 3_000),
    "command": (8, 600),
    "private_file": (3, 300),
}


def test_the_long_run_is_long() -> None:
    assert set(COUNTS) == {*targets.BYTES, *targets.TEXTS}
    assert sum(long for _, long in COUNTS.values()) >= 20_000


def seeds(kind: str) -> list[bytes]:
    """Sound inputs of a kind."""
    made: dict[str, Callable[[], list[bytes]]] = {
        "page": lambda: [p.read_bytes()[:40_000] for p in sorted(PAGES.glob("*/page.html"))] + [story(1).encode()],
        "feed": _feeds,
        "listed": lambda: [
            b"# mine\nhttps://a.example/x every=1h kind=feed paused=yes\nhttps://b.example/y watch=no\n"
        ],
        "configured": lambda: [
            _uncommented(),
            b'[site."a.example"]\nremove = [".x", "//y"]\nflags = { off = ["date"] }\n',
        ],
        "archived": _archives,
        "logged": lambda: [b"\n".join(_lines())],
        "row": lambda: [
            *_lines(),
            b'{"origin": "https://a.example", "text": "x", "fetched_at": "2026-03-02T09:00:00+00:00"}',
        ],
        "saved_text": lambda: [p.read_bytes() for p in sorted(PAIRS.glob("*/*.md"))],
        "edited": lambda: _pairs(),
        "stored": lambda: [p.read_bytes() for p in sorted(PAIRS.glob("*/*.md"))],
        "written": _messages,
        "committed": _messages,
        "command": lambda: [
            b"@1\n@-1\n2026-03-01\nEurope/Berlin",
            b"1d\nnews.example\ntitle,number\n5\n",
            b"fire\nport\n5%",
        ],
        "private_file": lambda: [
            *_lines(),
            b"1\n",
            _uncommented(),
            b"\t".join([b"0" * 40] * 8) + b"\n",
            b"SQLite format 3\0",
        ],
        "address": lambda: [
            b"https://www.example.com/2026/03/story?id=7&utm_source=x#top",
            b"http://user:secret@m.example.com:8080/a/../b/amp/?token=abc&x=1",
            b"https://xn--strae-oqa.example/%C3%BC?q=%zz",
            b"https://cdn.ampproject.org/c/s/news.example/story",
        ],
    }
    return made[kind]()


def _feeds() -> list[bytes]:
    date = "<pubDate>Sun, 01 Mar 2026 11:00:00 +0100</pubDate>"
    item = f"<item><title>One</title><link>https://a.example/one</link>{date}</item>"
    entry = '<entry xml:base="/x"><title>T</title><link href="y"/><updated>2026-03-01T10:00:00Z</updated></entry>'
    return [
        f'<?xml version="1.0"?><rss version="2.0" xmlns:x="u"><channel>{item * 3}</channel></rss>'.encode(),
        f'<feed xmlns="http://www.w3.org/2005/Atom">{entry * 2}</feed>'.encode(),
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/x</loc>'
        b"<lastmod>2026-03-01</lastmod></url></urlset>",
        b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>",
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"url": "https://a.example/x", "title": "T"}]}',
        b'<opml><body><outline text="a"><outline xmlUrl="https://a.example/feed"/></outline></body></opml>',
        page(
            "Section", "".join(f'<a href="/2026/03/01/a-long-story-{n}">A long story number {n}</a>' for n in range(20))
        ).encode(),
    ]


def _uncommented() -> bytes:
    return "\n".join(
        line[2:] if " = " in line or line.startswith("# [") else line for line in template().split("\n")
    ).encode()


def _archives() -> list[bytes]:
    one = Page("https://a.example/x", "https://a.example/x", 200, "text/html", story(1).encode()[:2_000], START)
    packed = write.record(one, first=True) + write.record(one._replace(body=b"<p>two"), first=False)
    return [packed, gzip.decompress(packed), gzip.compress(gzip.decompress(packed))]


def _lines() -> list[bytes]:
    line = {
        "at": "2026-03-02T09:00:00+00:00",
        "url": "https://a.example/x",
        "status": "edit",
        "path": "a.example/2026/03/x-12345678.md",
        "revision": "0" * 40,
        "reasons": ["a wall"],
        "marks": ["wall", "beside: 1"],
        "words": 120,
        "text": "abcdef0123456789",
    }
    others = (
        {"status": "suspect", "waits": True},
        {"status": "missing", "http": 404},
        {"event": "rest", "until": line["at"]},
    )
    known = {
        "url": "https://a.example/x",
        "seen": line["at"],
        "streak": 3,
        "recent": {"ab": line["at"]},
        "doubt": {"text": "ab", "first": line["at"], "last": line["at"]},
    }
    return [json.dumps(value).encode() for value in (line, *(line | other for other in others), known)]


def _pairs() -> list[bytes]:
    found = []
    for old in sorted(PAIRS.glob("*/old.md")):
        both = [document.loads(path.read_text()) for path in (old, old.with_name("new.md"))]
        found.append("\n\n\n".join(article.text for article in both).encode())
    return found


def _messages() -> list[bytes]:
    old, new = targets.BASE, targets.BASE._replace(blocks=targets.BASE.blocks[:-1])
    record = Record(new._replace(url=targets.URL), RevisionKind.EDIT, START, START, targets.compare(old, new), path="x")
    return [commit_message.write(record, commit_message.trailers(record, "ab" * 32)).encode()]


@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["short", "long"])
@pytest.mark.parametrize("kind", COUNTS)
def test_every_input_has_an_answer(kind: str, long: bool, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    count, seed = COUNTS[kind][long], request.config.getoption("--fuzz-seed")
    function: Callable[[object], None] = (targets.BYTES | targets.TEXTS)[kind]  # type: ignore[assignment]
    made = mutated(seeds(kind), count, seed)
    if kind in targets.TEXTS:
        made = texts([seed.decode("utf-8", "replace") for seed in seeds(kind)], count, seed)  # type: ignore[assignment]
    failed: dict[str, str] = {}
    with Sandbox(cpu=CPU_SECONDS, wall=300.0) as sandbox:
        for number, given in enumerate(made):
            try:
                sandbox.call(function, given)
            except (Broken, Overrun) as error:
                told = str(error)
                place = told.partition(":")[0] + told.rpartition("(")[2] if "(" in told else told
                if place not in failed:
                    failed[place] = f"{number}: {told[:200]}"
                    kept = tmp_path / f"{kind}-{seed}-{number}"
                    kept.write_bytes(given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass"))
    assert not failed, f"inputs stand in {tmp_path}: {failed}"
