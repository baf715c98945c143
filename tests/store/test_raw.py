"""Raw pages: what was sent comes back, other tools read it, and a torn write harms nothing else."""

import gzip
import hashlib
import json
import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store import Store, raw
from tests.kit.stories import START

URL = "https://gazette.example/story?id=7"
PAGE = Page(
    url=URL,
    final_url="https://gazette.example/2026/story?id=7",
    status=200,
    content_type="text/html; charset=windows-1252",
    body="<p>Caf\u00e9</p>".encode("cp1252"),
    fetched_at=datetime(2026, 3, 1, 8, 0, 0, 123456, tzinfo=UTC),
    etag='W/"abc"',
    last_modified="Sun, 01 Mar 2026 07:00:00 GMT",
    permanent_url="https://gazette.example/2026/story?id=7",
    headers=(
        ("Content-Type", "text/html; charset=windows-1252"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "33"),
        ("ETag", 'W/"abc"'),
        ("Last-Modified", "Sun, 01 Mar 2026 07:00:00 GMT"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ),
)


def files(store: Store, suffix: str = ".warc.gz") -> list[Path]:
    return sorted(p for p in (store.private / "raw").rglob("*") if p.name.endswith(suffix))


def numbered(number: int, at: datetime = START) -> Page:
    return PAGE._replace(body=b"<p>%d" % number, fetched_at=at)


def test_a_page_comes_back_as_it_was(store: Store) -> None:
    name = store.raw.put(PAGE)
    assert name == hashlib.sha256(PAGE.body).hexdigest()
    assert store.raw.get(name) == PAGE
    assert Store(store.path).raw.get(name) == PAGE


@pytest.mark.parametrize("url", ["file:///home/x/story.html", "https://gazette.example/\u00fcber?q=\u00e9"])
def test_any_address(store: Store, url: str) -> None:
    page = PAGE._replace(url=url, final_url=url)
    assert store.raw.get(store.raw.put(page)) == page
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00\xff" * 100, b"x" * 3_000_000, b"HTTP/1.1 200 OK\r\n\r\nWARC/1.1\r\n"],
    ids=["none", "bytes", "long", "protocol"],
)
def test_any_body(store: Store, body: bytes) -> None:
    assert store.raw.get(store.raw.put(PAGE._replace(body=body))).body == body


@pytest.mark.parametrize("status", [200, 404, 410, 599])
def test_any_status(store: Store, status: int) -> None:
    assert store.raw.get(store.raw.put(PAGE._replace(status=status))).status == status


def test_hostile_headers_stay_headers(store: Store) -> None:
    evil = PAGE._replace(headers=(("X-A", "1\r\nX-B: 2\r\n\r\n<p>forged"), ("X-C\r\n", "\u202ex")), etag=None)
    found = store.raw.get(store.raw.put(evil))
    assert found.body == PAGE.body
    assert [name for name, _ in found.headers if name == "X-B"] == []


def test_the_same_page_is_kept_once(store: Store) -> None:
    assert store.raw.put(PAGE) == store.raw.put(PAGE)
    [manifest] = files(store, ".jsonl")
    assert len(manifest.read_text().splitlines()) == 1


def test_what_a_long_run_kept_long_ago_is_kept_once_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.store.raw._REMEMBERED", 3)
    for number in (0, 1, 2, 3, 0, 4, 1, 5, 0):
        store.raw.put(numbered(number))
    [manifest] = files(store, ".jsonl")
    kept = [json.loads(line)["sha256"] for line in manifest.read_text().splitlines()]
    written = [hashlib.sha256(numbered(number).body).hexdigest() for number in (0, 1, 2, 3, 4, 5, 0)]
    assert kept == written  # the last three, at least, are known


def test_a_page_that_is_not_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="not kept here"):
        store.raw.get("0" * 64)
    assert not store.raw.holds("0" * 64)


def test_the_manifest_leads_to_the_bytes_in_one_seek(store: Store) -> None:
    for number in range(5):
        store.raw.put(numbered(number))
    [file], [manifest] = files(store), files(store, ".jsonl")
    rows = [json.loads(line) for line in manifest.read_text().splitlines()]
    body = file.read_bytes()
    assert rows[-1]["offset"] + rows[-1]["length"] == len(body)
    for number, row in enumerate(rows):
        record = body[row["offset"] : row["offset"] + row["length"]]
        assert hashlib.sha256(record).hexdigest() == row["digest"]
        assert b"<p>%d" % number in gzip.decompress(record)


def test_other_tools_read_it(store: Store) -> None:
    from warcio.archiveiterator import ArchiveIterator

    for number in range(3):
        store.raw.put(numbered(number))
    with files(store)[0].open("rb") as opened:
        found = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"))
            for r in ArchiveIterator(opened, check_digests="raise")
        ]
    assert found == [("warcinfo", None), *[("response", PAGE.final_url), ("request", PAGE.final_url)] * 3]
    text = gzip.decompress(files(store)[0].read_bytes())
    assert b"WARC/1.1\r\n" in text
    assert b"GET /2026/story?id=7 HTTP/1.1\r\nHost: gazette.example\r\n" in text
    assert b"X-Archive-Orig-Content-Encoding: gzip\r\n" in text


def test_a_day_has_its_own_file(store: Store) -> None:
    names = [store.raw.put(numbered(n, START + timedelta(days=n * 200))) for n in range(3)]
    assert [p.name for p in files(store)] == ["2026-03-01-1.warc.gz", "2026-09-17-1.warc.gz", "2027-04-05-1.warc.gz"]
    assert [store.raw.get(name).body for name in names] == [b"<p>0", b"<p>1", b"<p>2"]


def test_two_runs_in_turn_write_to_one_file(store: Store) -> None:
    other = Store(store.path)
    names = [(store, other)[n % 2].raw.put(numbered(n)) for n in range(6)]
    assert len(files(store)) == 1
    assert [store.raw.get(name).body for name in names] == [b"<p>%d" % n for n in range(6)]
    assert list(store.verify()) == []


def test_what_somebody_else_tore_meanwhile_is_left_alone(store: Store) -> None:
    names = [store.raw.put(numbered(1))]
    with files(store)[0].open("ab") as opened:
        opened.write(b"\x1f")
    names += [store.raw.put(numbered(2)), store.raw.put(numbered(3))]
    assert [len(lines.read_text().splitlines()) for lines in files(store, ".jsonl")] == [1, 2]
    assert [store.raw.get(name).body for name in names] == [b"<p>1", b"<p>2", b"<p>3"]


@pytest.mark.parametrize("torn", [b"\x1f\x8b torn record", b"\x00"])
def test_after_a_torn_page_a_new_file_is_begun(store: Store, torn: bytes) -> None:
    old = store.raw.put(numbered(1))
    with files(store)[0].open("ab") as opened:
        opened.write(torn)
    again = Store(store.path)
    new = again.raw.put(numbered(2))
    assert [p.name for p in files(store)] == ["2026-03-01-1.warc.gz", "2026-03-01-2.warc.gz"]
    assert (again.raw.get(old).body, again.raw.get(new).body) == (b"<p>1", b"<p>2")
    assert list(again.verify()) == []


def test_after_a_torn_line_a_new_file_is_begun(store: Store) -> None:
    old = store.raw.put(numbered(1))
    with files(store, ".jsonl")[0].open("ab") as opened:
        opened.write(b'{"sha256": "12')
    again = Store(store.path)
    new = again.raw.put(numbered(2))
    assert (again.raw.get(old).body, again.raw.get(new).body) == (b"<p>1", b"<p>2")
    assert list(again.verify()) == []


def test_a_flipped_byte_is_never_read_as_a_page(store: Store) -> None:
    name = store.raw.put(PAGE)
    [file] = files(store)
    for offset in range(0, file.stat().st_size, 41):
        body = bytearray(file.read_bytes())
        body[offset] ^= 1
        file.write_bytes(body)
        with pytest.raises(StoreError, match="damaged"):
            store.raw.get(name)
        body[offset] ^= 1
        file.write_bytes(body)


def test_pages_are_the_owners(store: Store) -> None:
    store.raw.put(PAGE)
    assert (store.private / "raw").stat().st_mode & 0o077 == 0 or store.private.stat().st_mode & 0o077 == 0


def test_what_is_put_is_durable_before_it_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(fd: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{fd}").readlink()))
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    store.raw.put(PAGE)
    store.raw.sync()
    assert [Path(p).name.split("-1")[-1] for p in synced][:2] == [".warc.gz", ".jsonl"]
    store.raw.sync()
    assert len(synced) == 4


def test_a_file_that_is_no_warc(tmp_path: Path) -> None:
    from newsdiff.store.warc.read import page

    with pytest.raises(StoreError, match="can be read"):
        page(BytesIO(b"not a WARC file at all\r\n"))
    assert list(raw.lines(_written(tmp_path / "x.jsonl", b'[]\n"x"\n{"sha256": 1}\n\xff\n'))) == []


def _written(path: Path, body: bytes) -> Path:
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "7",
        "{}",
        "[" * 50_000,
        '{"sha256": 7, "url": "u", "offset": 0, "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": null, "offset": 0, "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": "0", "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": -1, "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": 0, "length": -1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": true, "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": 1e99, "length": 1, "digest": "d"}',
        '{"sha256": "NAME", "url": "u", "offset": 99999999999999999999, "length": 1, "digest": "d"}',
    ],
)
def test_a_line_of_a_manifest_that_is_none_is_passed_over(store: Store, line: str) -> None:
    name = store.raw.put(PAGE)
    [manifest] = files(store, ".jsonl")
    manifest.write_text(line.replace("NAME", name) + "\n" + manifest.read_text())
    assert Store(store.path).raw.get(name) == PAGE
    assert Store(store.path).raw.put(numbered(2))
