"""Page -> WARC 1.1 records, by warcio: a request and its response, each its own gzip member.

The body is kept decoded, so headers that speak of its encoding or length on the wire are renamed ``X-Archive-Orig-*``,
as other archives do.
"""

from datetime import UTC
from http import HTTPStatus
from io import BytesIO
from urllib.parse import quote, urlsplit, urlunsplit

from newsdiff.document import flat
from newsdiff.model import Page

_REASONS = {status.value: status.phrase for status in HTTPStatus}
_WIRE = ("content-encoding", "content-length", "transfer-encoding", "connection")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
ASKED = "X-Newsdiff-Asked-Uri"  # what we asked for, before redirects
PERMANENT = "X-Newsdiff-Permanent-Uri"
ORIGINAL = "X-Archive-Orig-"  # before the name of a header that speaks of the wire


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
    extra = {ASKED: asked} | ({PERMANENT: flat(page.permanent_url)} if page.permanent_url else {})
    status = StatusAndHeaders(
        f"{page.status} {_REASONS.get(page.status, 'Unknown')}", _headers(page), protocol="HTTP/1.1"
    )
    response = writer.create_warc_record(
        came, "response", BytesIO(page.body), len(page.body), http_headers=status, warc_headers_dict=date | extra
    )
    parts = urlsplit(came)
    target = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SAFE, errors="replace")
    line = StatusAndHeaders(f"GET {target} HTTP/1.1", [("Host", parts.netloc)], is_http_request=True)
    request = writer.create_warc_record(came, "request", http_headers=line, warc_headers_dict=dict(date))
    writer.write_request_response_pair(request, response)
    return out.getvalue()


def _headers(page: Page) -> list[tuple[str, str]]:
    """The response's headers; where only the page's own fields tell of one, that."""
    given = [(_kept_name(flat(name)), flat(value)) for name, value in page.headers]
    known = {name.lower() for name, _ in given}
    told = (("Content-Type", page.content_type), ("ETag", page.etag), ("Last-Modified", page.last_modified))
    return given + [(name, flat(value)) for name, value in told if value and name.lower() not in known]


def _kept_name(name: str) -> str:
    return f"{ORIGINAL}{name}" if name.lower() in _WIRE else name
