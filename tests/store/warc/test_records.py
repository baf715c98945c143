"""One record: what it says it is of, what its block holds, and the page that is made of both."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from newsdiff.store.warc import records
from newsdiff.store.warc.answers import ArchivedAnswer, BadAnswer
from newsdiff.store.warc.records import Flaw, Named
from tests.kit import warc_files
from tests.kit.warc_files import sha1

URL = "https://courier.example/news/bridge"
AT = datetime(2025, 3, 1, 10, tzinfo=UTC)
FIELDS = {"warc-target-uri": URL, "warc-date": "2025-03-01T10:00:00Z"}
BODY = b"<html><body><p>The bridge is closed.</p></body></html>"
LIMIT = 10_000


def answer(body: bytes = BODY, *headers: tuple[str, str], status: int = 200) -> ArchivedAnswer:
    return ArchivedAnswer(status, (("Content-Type", "text/html; charset=utf-8"), *headers), body)


# --- what a record is of ---


@pytest.mark.parametrize("own", [True, False])
def test_a_record_names_its_address_and_time(own: bool) -> None:
    assert records.named(FIELDS, own=own) == Named(URL, AT)


@pytest.mark.parametrize(
    ("uri", "wanted"),
    [
        (f"<{URL}>", URL),  # as old writers put it
        (f" {URL}\t", URL),
        ("http://192.0.2.1:8080/x", "http://192.0.2.1:8080/x"),
        ("https://courier.example/gr%C3%B6%C3%9Fe?a=b#c", "https://courier.example/gr%C3%B6%C3%9Fe?a=b#c"),
    ],
)
def test_addresses_that_a_record_may_have(uri: str, wanted: str) -> None:
    assert records.named(FIELDS | {"warc-target-uri": uri}, own=False).url == wanted


@pytest.mark.parametrize("date", ["20250301100000", "2025-03-01T10:00:00.5Z", "2025-03-01T11:00:00+01:00"])
def test_forms_of_a_time(date: str) -> None:
    assert records.named(FIELDS | {"warc-date": date}, own=False).seen_at.replace(microsecond=0) == AT


def without(name: str) -> Mapping[str, str]:
    return {key: value for key, value in FIELDS.items() if key != name}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (without("warc-target-uri"), "it names no address"),
        (FIELDS | {"warc-target-uri": "<>"}, "it names no address"),
        (FIELDS | {"warc-target-uri": "dns:courier.example"}, "its address is no web address"),
        (FIELDS | {"warc-target-uri": "file:///home/x/page.html"}, "its address is no web address"),
        (FIELDS | {"warc-target-uri": "http://"}, "its address is no web address"),
        (without("warc-date"), "its date is no time"),
        (FIELDS | {"warc-date": "yesterday"}, "its date is no time"),
        (FIELDS | {"warc-date": "2025-02-30T10:00:00Z"}, "its date is no time"),
        (FIELDS | {"warc-truncated": "length"}, "the crawl cut it short (length)"),
        (FIELDS | {"warc-truncated": "x" * 50}, f"the crawl cut it short ({'x' * 40})"),
        (FIELDS | {"warc-segment-number": "1"}, "it stands in several records"),
        (FIELDS | {"warc-segment-number": ""}, "it stands in several records"),
    ],
)
def test_a_record_that_is_not_believed_says_why(fields: Mapping[str, str], why: str) -> None:
    with pytest.raises(Flaw) as flaw:
        records.named(fields, own=False)
    assert str(flaw.value) == why


def test_our_own_may_be_of_a_file_or_of_a_text_without_an_address() -> None:
    assert records.named(FIELDS | {"warc-target-uri": "file:///home/x/page.html"}, own=True).url.startswith("file:")
    assert records.named(without("warc-target-uri"), own=True).url == ""
    with pytest.raises(Flaw, match="date"):
        records.named(without("warc-date"), own=True)


def test_a_record_whose_truncation_is_empty_is_whole() -> None:
    assert records.named(FIELDS | {"warc-truncated": ""}, own=False).url == URL


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, ""),
        ({"warc-date": "2025"}, ""),
        ({"warc-target-uri": URL}, URL),
        (FIELDS, f"{URL} of 2025-03-01T10:00:00Z"),
        (FIELDS | {"warc-target-uri": f"{URL}?token=s3cr3tpass"}, f"{URL}?token=*** of 2025-03-01T10:00:00Z"),
        ({"warc-target-uri": "x" * 400, "warc-date": "9" * 50}, f"{'x' * 300} of {'9' * 40}"),
    ],
)
def test_the_label_of_a_record(fields: Mapping[str, str], wanted: str) -> None:
    assert records.label(fields) == wanted


# --- what its block holds ---


def test_a_resource_is_the_thing_itself() -> None:
    for kind in ("resource", "Resource"):
        found = records.answered({"warc-type": kind, "content-type": "text/html"}, BODY)
        assert found == ArchivedAnswer(200, (("Content-Type", "text/html"),), BODY)
    assert records.answered({"warc-type": "resource"}, b"").header("content-type") == ""


def test_a_response_holds_an_answer() -> None:
    found = records.answered({"warc-type": "response"}, warc_files.answer(BODY, "ETag: 1"))
    assert (found.status, found.header("etag"), found.payload) == (200, "1", BODY)
    with pytest.raises(BadAnswer, match="no HTTP answer"):
        records.answered({"warc-type": "response"}, BODY)
    with pytest.raises(BadAnswer):
        records.answered({}, BODY)


# --- its page ---


def test_the_page_of_a_record() -> None:
    headers = (("ETag", '"1"'), ("Last-Modified", "Sat, 01 Mar 2025 08:00:00 GMT"), ("Content-Length", str(len(BODY))))
    page, proved = records.page(FIELDS, Named(URL, AT), answer(BODY, *headers, status=404), LIMIT)
    assert proved
    assert (page.url, page.final_url, page.status, page.fetched_at, page.body) == (URL, URL, 404, AT, BODY)
    assert (page.etag, page.last_modified) == ('"1"', "Sat, 01 Mar 2025 08:00:00 GMT")
    assert (page.content_type, page.permanent_url, page.truncated) == ("text/html; charset=utf-8", None, False)
    assert page.headers[-1] == ("Content-Length", str(len(BODY)))


def test_a_page_without_validators_has_none() -> None:
    page, _ = records.page(FIELDS, Named(URL, AT), answer(BODY, ("ETag", "")), LIMIT)
    assert (page.etag, page.last_modified) == (None, None)


def test_headers_of_the_wire_get_their_own_names_back() -> None:
    page, proved = records.page(FIELDS, Named(URL, AT), answer(BODY, ("X-Archive-Orig-Content-Length", "3")), LIMIT)
    assert page.headers[-1] == ("Content-Length", "3")
    assert not proved  # that length is the wire's, and proves nothing of the body


@pytest.mark.parametrize(
    ("field", "asked", "permanent"),
    [
        ({"x-newsdiff-asked-uri": "https://a.example/x"}, "https://a.example/x", None),
        ({"x-newsdiff-permanent-uri": "https://a.example/x"}, URL, "https://a.example/x"),
        ({"x-newsdiff-asked-uri": "about:blank", "x-newsdiff-permanent-uri": "no address"}, URL, None),
        ({"x-newsdiff-asked-uri": ""}, URL, None),
    ],
)
def test_addresses_that_newsdiff_notes(field: Mapping[str, str], asked: str, permanent: str | None) -> None:
    page, _ = records.page({**FIELDS, **field}, Named(URL, AT), answer(), LIMIT)
    assert (page.url, page.final_url, page.permanent_url) == (asked, URL, permanent)


@pytest.mark.parametrize(
    ("body", "length", "proved", "truncated"),
    [
        (BODY, None, False, False),  # it ends as a page does
        (BODY[:-20], None, False, True),
        (BODY[:-20], len(BODY) - 20, True, False),  # its own length proves it
        (BODY, 3, False, False),
    ],
    ids=["no length, an end", "no length, no end", "its length, no end", "another length, an end"],
)
def test_a_page_is_whole_by_its_length_or_by_its_end(
    body: bytes, length: int | None, proved: bool, truncated: bool
) -> None:
    headers = [] if length is None else [("Content-Length", str(length))]
    page, found = records.page(FIELDS, Named(URL, AT), answer(body, *headers), LIMIT)
    assert (found, page.truncated) == (proved, truncated)


def test_half_a_page_and_one_too_long_are_none() -> None:
    with pytest.raises(BadAnswer, match="only 54 of its 99 bytes came"):
        records.page(FIELDS, Named(URL, AT), answer(BODY, ("Content-Length", "99")), LIMIT)
    with pytest.raises(BadAnswer, match="longer than 53 bytes"):
        records.page(FIELDS, Named(URL, AT), answer(), len(BODY) - 1)
    assert records.page(FIELDS, Named(URL, AT), answer(), len(BODY))[0].body == BODY


# --- its digest ---


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, None),
        ({"warc-block-digest": "crc32:00000000"}, None),
        ({"warc-block-digest": sha1(b"block")}, True),
        ({"warc-block-digest": sha1(BODY)}, False),
        ({"warc-payload-digest": sha1(BODY)}, True),
        ({"warc-payload-digest": sha1(b"block")}, False),
        ({"warc-block-digest": sha1(b"block"), "warc-payload-digest": sha1(b"other")}, True),
    ],
    ids=["none", "unknown", "block", "other block", "payload", "other payload", "the block decides"],
)
def test_the_digest_of_a_record(fields: Mapping[str, str], wanted: bool | None) -> None:
    assert records.digest(fields, b"block", answer(), LIMIT) is wanted
