"""WARC and ARC files: written by warcio, and by hand where warcio would not write what a damaged crawl holds."""

import base64
import gzip
import hashlib
from io import BytesIO

URL = "https://courier.example/news/bridge"
CRAWL = "<urn:uuid:5d6a7a3e-2f0e-4d9c-9f5a-1f2a3b4c5d6e>"
OK = "HTTP/1.1 200 OK"


def page(text: str) -> bytes:
    """A page that tells one sentence; its source has blank lines of both kinds."""
    head = "<!doctype html>\r\n\r\n<html lang='en'><head><title>Bridge</title></head>\n\n<body><article><h1>Bridge</h1>"
    return f"{head}<p>{text}</p></article></body></html>".encode()


def sha1(body: bytes) -> str:
    """A digest as crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def answer(body: bytes, *headers: str, status: str = OK, kind: str = "text/html; charset=utf-8") -> bytes:
    """An HTTP answer."""
    lines = [status, *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def record(
    block: bytes,
    *,
    day: int = 1,
    url: str = URL,
    kind: str = "response",
    digest: bool = True,
    length: int | None = None,
    **more: str,
) -> bytes:
    """One record; ``more`` are further fields, ``WARC_Truncated="length"``, and an empty one takes a field out."""
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": f"2025-03-{day:02}T10:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{hashlib.md5(block).hexdigest()[:12]}>",
        "Content-Type": "application/http; msgtype=response",
        "WARC-Block-Digest": sha1(block) if digest else "",
        "Content-Length": str(len(block) if length is None else length),
    } | {name.replace("_", "-"): value for name, value in more.items()}
    lines = ["WARC/1.0", *(f"{name}: {value}" for name, value in fields.items() if value), "", ""]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def of_day(day: int, *, digest: bool = True, **more: str) -> bytes:
    """The record of a page that says which day it is of."""
    return record(answer(page(f"It is day {day}.")), day=day, digest=digest, **more)


def days(count: int = 3, *, digest: bool = True) -> list[bytes]:
    """One record a day."""
    return [of_day(day, digest=digest) for day in range(1, count + 1)]


def packed(records: list[bytes]) -> bytes:
    """A gzip member for each record, the same bytes each time."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def by_warcio(bodies: list[bytes], *, packed: bool = True) -> bytes:
    """A file as warcio writes it: request and response with digests, one pair a day."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "warcio"}))
    for day, body in enumerate(bodies, 1):
        date = {"WARC-Date": f"2025-03-{day:02}T10:00:00Z"}
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        asked = StatusAndHeaders("GET /news/bridge HTTP/1.1", [("Host", "courier.example")], is_http_request=True)
        response = writer.create_warc_record(
            URL, "response", BytesIO(body), len(body), http_headers=head, warc_headers_dict=dict(date)
        )
        request = writer.create_warc_record(URL, "request", http_headers=asked, warc_headers_dict=dict(date))
        writer.write_request_response_pair(request, response)
    return out.getvalue()


def arc(blocks: list[bytes]) -> bytes:
    """An ARC file of the Internet Archive's first years."""
    about = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    lines = [b"filedesc://old.arc 0.0.0.0 20010301100000 text/plain %d\n%s\n" % (len(about), about)]
    for day, block in enumerate(blocks, 1):
        lines.append(b"%s 192.0.2.1 200103%02d100000 text/html %d\n%s\n" % (URL.encode(), day, len(block), block))
    return b"".join(lines)
