"""What an import takes from a crawl's file: pages, whole and readable, within bounds of memory."""

import gzip
import subprocess
import sys
import zlib
from pathlib import Path

import brotli
import pytest

from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc import crawls
from tests.kit.warc_files import URL, answer, of_day, page, record

BODY = page("It is day 2." * 40)


def found(tmp_path: Path, *records: bytes) -> tuple[list[bytes], list[str]]:
    """The bodies that are taken, and why others are not."""
    file = tmp_path / "crawl.warc"
    file.write_bytes(b"".join(records))
    given = list(crawls.pages(file))
    return [p.body for p in given if isinstance(p, Page)], [str(p) for p in given if isinstance(p, LeftOut)]


# --- what is no page is passed over in silence ---


@pytest.mark.parametrize(
    "other",
    [
        record(answer(b"\x89PNG\r\n", kind="image/png")),
        record(answer(b"{}", kind="application/json")),
        record(answer(BODY, status="HTTP/1.1 404 Not Found")),
        record(answer(b"", "Location: /x", status="HTTP/1.1 301 Moved")),
        record(answer(b"User-agent: *", kind="text/plain"), url="https://courier.example/robots.txt"),
        record(answer(b"a@b", kind="text/plain"), url="https://courier.example/.well-known/security.txt"),
        record(b"{}", kind="resource", url="urn:pageinfo:https://courier.example/", Content_Type="application/json"),
        record(b"\x89PNG", kind="resource", Content_Type="image/png"),
        record(answer(b"\x00\x01", kind="")),
    ],
)
def test_what_is_no_page_is_passed_over(tmp_path: Path, other: bytes) -> None:
    assert found(tmp_path, other) == ([], [])


# --- forms in which a page was kept ---

KEPT = {
    "as it is": answer(BODY),
    "with its length": answer(BODY, f"Content-Length: {len(BODY)}"),
    "in chunks": answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), "Transfer-Encoding: chunked"),
    "chunks joined": answer(BODY, "Transfer-Encoding: chunked"),
    "gzip": answer(gzip.compress(BODY), "Content-Encoding: gzip"),
    "gzip, with its length": answer(
        gzip.compress(BODY), f"Content-Length: {len(gzip.compress(BODY))}", "Content-Encoding: gzip"
    ),
    "gzip, unpacked": answer(BODY, "Content-Encoding: gzip", "Content-Length: 99"),
    "gzip in chunks": answer(
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(BODY, mtime=0)), gzip.compress(BODY, mtime=0)),
        "Transfer-Encoding: chunked",
        "Content-Encoding: gzip",
    ),
    "deflate": answer(zlib.compress(BODY), "Content-Encoding: deflate"),
    "brotli": answer(brotli.compress(BODY), "Content-Encoding: br"),
    "brotli, unpacked": answer(BODY, "Content-Encoding: br"),
    "zstd, unpacked": answer(BODY, "Content-Encoding: zstd"),
    "a coding that means nothing": answer(BODY, "Content-Encoding: utf-8"),
    "a type that means nothing": answer(BODY, kind="text/html, text/html"),
    "a type that means nothing ": answer(BODY, kind="html"),
    "no type": answer(BODY, kind=""),
    "a type in capitals": answer(BODY, kind="TEXT/HTML; Charset=UTF-8"),
    "by HTTP/2": answer(BODY, status="HTTP/2 200"),
}


@pytest.mark.parametrize("how", KEPT)
def test_a_page_in_each_form(tmp_path: Path, how: str) -> None:
    assert found(tmp_path, record(KEPT[how])) == ([BODY], [])


def test_a_payload_digest_of_any_form_of_the_payload(tmp_path: Path) -> None:
    from tests.kit.warc_files import sha1

    packed = gzip.compress(BODY, mtime=0)
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    block = answer(chunks, "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    for payload in (chunks, packed, BODY):
        assert found(tmp_path, record(block, digest=False, WARC_Payload_Digest=sha1(payload))) == ([BODY], [])


# --- half a page is none ---

HALF = {
    "only": answer(BODY[:-300], f"Content-Length: {len(BODY)}"),
    "its last chunk is cut short": answer(b"%x\r\n%s" % (len(BODY), BODY[:-300]), "Transfer-Encoding: chunked"),
    "its chunks stop before their end": answer(b"%x\r\n%s\r\n" % (len(BODY), BODY), "Transfer-Encoding: chunked"),
    "its gzip stream ends early": answer(gzip.compress(BODY)[:-20], "Content-Encoding: gzip"),
    "its gzip stream is broken": answer(gzip.compress(BODY)[:-8] + b"\xff" * 8, "Content-Encoding: gzip"),
    "its brotli stream ends early": answer(brotli.compress(BODY)[:-9], "Content-Encoding: br"),
    "its deflate stream ends early": answer(zlib.compress(BODY)[:-9], "Content-Encoding: deflate"),
    "it is packed as zstd": answer(b"\x28\xb5\x2f\xfd" + b"\x04\x00\x01\x00" * 90, "Content-Encoding: zstd"),
    "its body is no text": answer(gzip.compress(BODY), "Content-Encoding: utf-8"),
    "its body is no text ": answer(b"%PDF-1.7\n" * 99),
    "it unpacks to more than": answer(gzip.compress(b"<html>" * 3_000_000), "Content-Encoding: gzip"),
}


@pytest.mark.parametrize("why", HALF)
def test_half_a_page_is_left_out(tmp_path: Path, why: str) -> None:
    bodies, notes = found(tmp_path, of_day(1), record(HALF[why], day=2), of_day(3))
    assert bodies == [page("It is day 1."), page("It is day 3.")]
    assert len(notes) == 1
    assert f"{URL} of 2025-03-02" in notes[0]
    assert why.strip() in notes[0]


# --- memory ---

_MEASURE = """
import re, sys
from pathlib import Path
from newsdiff.store.warc import crawls
from newsdiff.model import Page
n = sum(isinstance(found, Page) for found in crawls.pages(Path(sys.argv[1])))
# Not ru_maxrss: that of whoever started this process counts there, too.
print(n, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def measured(file: Path) -> tuple[int, int]:
    """How many pages are found in a file, and the megabytes that it took."""
    done = subprocess.run([sys.executable, "-c", _MEASURE, file], capture_output=True, text=True, check=True)
    count, megabytes = done.stdout.split()
    return int(count), int(megabytes)


def zeros(megabytes: int) -> bytes:
    """A gzip stream of so many megabytes of a record's zeros, made of one megabyte's; it has no end."""
    packer = zlib.compressobj(wbits=31)
    head = packer.compress(record(b"", length=megabytes << 20)[:-4] + answer(b"")) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + (packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)) * megabytes


@pytest.mark.parametrize("kind", ["record", "gzip", "brotli", "one stream"])
def test_a_bomb_takes_little_memory(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bomb.warc.gz"
    inside = {
        "gzip": lambda: answer(gzip.compress(bytes(200 << 20), 1), "Content-Encoding: gzip"),
        "brotli": lambda: answer(brotli.compress(bytes(200 << 20), quality=1), "Content-Encoding: br"),
    }
    if kind == "record":
        file.write_bytes(gzip.compress(of_day(1)) + zeros(1100) + gzip.compress(of_day(3)))
    elif kind == "one stream":
        file.write_bytes(gzip.compress(b"".join(record(answer(page(f"{n} " * 20_000))) for n in range(300)), 1))
    else:
        file.write_bytes(b"".join(gzip.compress(one) for one in (of_day(1), record(inside[kind](), day=2), of_day(3))))
    count, megabytes = measured(file)
    assert count == (300 if kind == "one stream" else 2)
    assert megabytes < 150
