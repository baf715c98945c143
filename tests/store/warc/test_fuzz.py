"""Records whose fields and bodies say anything: read or left out, and what is kept is what is verified."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.document import article
from newsdiff.errors import NewsdiffError, StoreError
from newsdiff.model import Article, Page
from newsdiff.store import Store, import_sources
from newsdiff.store.warc.crawls import LIMIT_BYTES, is_page
from newsdiff.store.warc.read import pages
from tests.kit.warc_files import answer, packed, page, record

VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=30) | st.sampled_from(
    [
        *("chunked", "gzip", "br", "deflate, gzip", "12", "9" * 30, "-1", "text/html", "text/html; charset=\xff"),
        *("http://[::1", "https://a.example/\u202e", "https://\u00fc.example/x", "http://a.example:99999/"),
        *("https://a.example/%ff%00", "2025-03-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "1900-01-01T00:00:00Z"),
    ]
)
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("Content-Type", "Content-Encoding", "Transfer-Encoding", "Content-Length", "ETag", "Last-Modified"),
                *("X-\u00fc", "X-Archive-Orig-X", "Set-Cookie", "Date"),
            ]
        ),
        VALUES,
    ),
    max_size=4,
)
FIELDS = st.dictionaries(
    st.sampled_from(
        [
            *("WARC_Target_URI", "WARC_Date", "WARC_Type", "Content_Length", "WARC_Payload_Digest", "WARC_Truncated"),
            *("WARC_Block_Digest", "X_Newsdiff_Asked_Uri", "X_Newsdiff_Permanent_Uri", "WARC_Refers_To_Date"),
        ]
    ),
    VALUES,
    max_size=3,
)
KINDS = st.sampled_from(["response", "resource", "revisit"])
RECORDS = st.lists(
    st.tuples(HEADERS, FIELDS, st.binary(max_size=60) | st.just(page("x")), KINDS), min_size=1, max_size=4
)
Made = list[tuple[list[tuple[str, str]], dict[str, str], bytes, str]]


def file(made: Made, *, pack: bool) -> bytes:
    records = [
        record(answer(body, *(f"{name}: {value}" for name, value in headers)), digest=False, kind=kind, **fields)
        for headers, fields, body, kind in made
    ]
    return packed(records) if pack else b"".join(records)


@settings(max_examples=300, deadline=None)
@given(RECORDS, st.booleans())
def test_any_record_is_read_or_left_out(made: Made, pack: bool) -> None:
    try:
        found = list(pages(BytesIO(file(made, pack=pack)), limit=LIMIT_BYTES, wanted=is_page))
    except StoreError:
        return
    assert all(p.fetched_at.tzinfo is UTC and p.status == 200 for p in found if isinstance(p, Page))


def clean(page: Page) -> Article:
    return article([page.body[:60].decode("utf-8", "replace")])._replace(url=page.url)


def imported(folder: Path, made: Made, *, pack: bool) -> None:
    number = len(list(folder.iterdir()))
    (folder / f"{number}.warc").write_bytes(file(made, pack=pack))
    store = Store.create(folder / f"{number}", bare=True)
    found = import_sources.pages(folder / f"{number}.warc")
    try:
        store.import_(found, clean=clean, now=datetime(2026, 1, 1, tzinfo=UTC))
    except NewsdiffError:
        return
    assert list(store.verify()) == []


def test_an_address_with_controls_is_kept_as_it_is_verified(tmp_path: Path) -> None:
    imported(tmp_path, [([], {"X_Newsdiff_Asked_Uri": "https://a.example/\x80"}, page("x"), "response")], pack=False)
    imported(tmp_path, [([], {"WARC_Target_URI": "https://a.example/\u202ex"}, page("x"), "response")], pack=False)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RECORDS, st.booleans())
def test_any_record_is_imported_or_left_out(tmp_path: Path, made: Made, pack: bool) -> None:
    imported(tmp_path, made, pack=pack)
