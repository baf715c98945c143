"""Raw pages -> WACZ 1.1.1 (specs.webrecorder.net): a zip of the WARC records as they were kept, with an index."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import urlsplit

from newsdiff.body.gzip_members import GZIP_WINDOW
from newsdiff.model import Page
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.store.raw import lines, read, record
from newsdiff.store.timestamps import stamp

_WARC = "archive/data.warc.gz"


class KeptPage(NamedTuple):
    """A raw page that was kept: its record as it stands in its file, packed, and the page."""

    sha256: str  # of the page's body
    record: bytes
    page: Page


def kept_pages(store: Store, names: Sequence[str]) -> Iterator[KeptPage]:
    """The raw pages whose bodies have these hashes, in the order they were kept in; StoreError for a damaged one."""
    wanted = set(names)
    for manifest in reversed(store.raw.manifests()):
        for line in lines(manifest):
            if line.sha256 in wanted:
                wanted.discard(line.sha256)
                yield KeptPage(line.sha256, record(manifest, line), read(manifest, line))


def wacz(captures: Sequence[KeptPage], title: str, now: datetime) -> bytes:
    """The pages as one WACZ file, which browsers show by replayweb.page and archives take."""
    warc, index, pages = BytesIO(), [], []
    for one in captures:
        at, length = _response(one.record)
        index.append(_indexed(one, warc.tell() + at, length))
        pages.append({"id": one.sha256[:22], "url": one.page.final_url, "ts": stamp(one.page.fetched_at)})
        warc.write(one.record)
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    parts = {
        _WARC: warc.getvalue(),
        "indexes/index.cdx": "".join(f"{line}\n" for line in sorted(index)).encode(),
        "pages/pages.jsonl": "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in (head, *pages)).encode(),
    }
    package = json.dumps(
        {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "created": stamp(now),
            "software": "newsdiff",
            "resources": [
                {"name": path.rpartition("/")[2], "path": path, "hash": _sha256(body), "bytes": len(body)}
                for path, body in parts.items()
            ],
        },
        ensure_ascii=False,
        indent=2,
    ).encode()
    parts["datapackage.json"] = package
    digest = {"path": "datapackage.json", "hash": _sha256(package)}
    parts["datapackage-digest.json"] = json.dumps(digest).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for path, body in parts.items():
            # What is packed already is only stored: who replays it seeks in it.
            kind = zipfile.ZIP_STORED if path == _WARC else zipfile.ZIP_DEFLATED
            file.writestr(zipped(path, now), body, compress_type=kind)
    return out.getvalue()


def zipped(path: str, now: datetime) -> zipfile.ZipInfo:
    """The entry of a zip file of that time; none is older than 1980."""
    at = max(now.astimezone(UTC), datetime(1980, 1, 1, tzinfo=UTC))
    found = zipfile.ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    found.external_attr = 0o644 << 16
    return found


def _response(record: bytes) -> tuple[int, int]:
    """Where the response stands among the gzip members of a record, and how long it is, in bytes."""
    at = 0
    while at < len(record):
        member = zlib.decompressobj(GZIP_WINDOW)
        head = member.decompress(record[at:], 1 << 16)
        while not member.eof:
            if not member.decompress(member.unconsumed_tail, 1 << 20):
                break
        length = len(record) - at - len(member.unused_data)
        if b"WARC-Type: response" in head.partition(b"\r\n\r\n")[0]:
            return at, length
        at += length
    raise AssertionError("each record that was kept holds a response, and was proved by its digest")


def _indexed(one: KeptPage, offset: int, length: int) -> str:
    """A line of CDXJ: the address as archives sort it, the time, and where the record stands."""
    page = one.page
    told = {
        "url": page.final_url,
        "mime": page.content_type.partition(";")[0].strip() or "unk",
        "status": str(page.status),
        "digest": f"sha256:{one.sha256}",
        "length": str(length),
        "offset": str(offset),
        "filename": _WARC.rpartition("/")[2],
    }
    return f"{_key(page.final_url)} {page.fetched_at.astimezone(UTC):%Y%m%d%H%M%S} {json.dumps(told)}"


def _key(url: str) -> str:
    """An address turned round, as archives sort it (SURT): ``example,news)/2026/ferry``."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}{port}){parts.path or '/'}{query}".lower().replace(" ", "%20")


def _sha256(body: bytes) -> str:
    return f"sha256:{hashlib.sha256(body).hexdigest()}"
