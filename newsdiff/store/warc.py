"""Page <-> WARC 1.1 records, by warcio: a request and its response, each its own gzip member.

The body is kept decoded, so headers that speak of its encoding or length on the wire are renamed ``X-Archive-Orig-*``,
as other archives do.
"""

from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from newsdiff.document import flat
from newsdiff.errors import StoreError
from newsdiff.model import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_REASONS = {status.value: status.phrase for status in HTTPStatus}
_WIRE = ("content-encoding", "content-length", "transfer-encoding", "connection")
_ASKED = "X-Newsdiff-Asked-Uri"  # what we asked for, before redirects
_PERMANENT = "X-Newsdiff-Permanent-Uri"


def record(page: Page, *, first: bool) -> bytes:
    """The records of one page as they are appended to a file; ``first`` of a file brings the ``warcinfo`` along."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    if first:
        writer.write_record(
            writer.create_warcinfo_record("", {"software": "newsdiff", "format": "WARC File Format 1.1"})
        )
    date = {"WARC-Date": f"{page.fetched_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"}
    asked, came = flat(page.url), flat(page.final_url)
    extra = {_ASKED: asked} | ({_PERMANENT: flat(page.permanent_url)} if page.permanent_url else {})
    status = StatusAndHeaders(
        f"{page.status} {_REASONS.get(page.status, 'Unknown')}", _headers(page), protocol="HTTP/1.1"
    )
    response = writer.create_warc_record(
        came, "response", BytesIO(page.body), len(page.body), http_headers=status, warc_headers_dict=date | extra
    )
    parts = urlsplit(came)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    line = StatusAndHeaders(f"GET {target} HTTP/1.1", [("Host", parts.netloc)], is_http_request=True)
    request = writer.create_warc_record(came, "request", http_headers=line, warc_headers_dict=dict(date))
    writer.write_request_response_pair(request, response)
    return out.getvalue()


def page(stream: "IO[bytes]") -> Page:
    """The first page that a stream of records holds; StoreError when there is none."""
    for found in pages(stream):
        return found
    raise StoreError("a raw record holds no page", "run newsdiff verify")


def pages(stream: "IO[bytes]") -> "Iterator[Page]":
    """Every HTTP response of a WARC file, whoever wrote it, in the file's order; StoreError where it cannot be read."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    start = stream.read(9)
    stream.seek(0)
    if not start.startswith((b"WARC/", b"filedesc:", b"\x1f\x8b")):
        raise StoreError("no WARC record can be read", "is it a WARC file")
    try:
        for found in ArchiveIterator(stream, arc2warc=True):
            if found.rec_type == "response" and found.http_headers is not None:
                yield _page(found)
    except ArchiveLoadFailed as error:
        raise StoreError(f"a WARC record cannot be read: {flat(str(error))[:200]}", "is it a WARC file") from error


def _page(found: Any) -> Page:
    warc, http = found.rec_headers, found.http_headers
    body = found.content_stream().read()
    headers = tuple((_wire_name(name), value) for name, value in http.headers)
    url = warc.get_header("WARC-Target-URI") or ""
    return Page(
        url=warc.get_header(_ASKED) or url,
        final_url=url,
        status=int(code) if (code := http.get_statuscode() or "").isdigit() else 0,
        content_type=http.get_header("Content-Type") or "",
        body=body,
        fetched_at=datetime.fromisoformat(warc.get_header("WARC-Date")).astimezone(UTC),
        etag=http.get_header("ETag"),
        last_modified=http.get_header("Last-Modified"),
        permanent_url=warc.get_header(_PERMANENT),
        headers=headers,
    )


def _headers(page: Page) -> list[tuple[str, str]]:
    """The response's headers; where only the page's own fields tell of one, that."""
    given = [(_kept_name(flat(name)), flat(value)) for name, value in page.headers]
    known = {name.lower() for name, _ in given}
    told = (("Content-Type", page.content_type), ("ETag", page.etag), ("Last-Modified", page.last_modified))
    return given + [(name, flat(value)) for name, value in told if value and name.lower() not in known]


def _kept_name(name: str) -> str:
    return f"X-Archive-Orig-{name}" if name.lower() in _WIRE else name


def _wire_name(name: str) -> str:
    return name.removeprefix("X-Archive-Orig-")
