"""Records are believed where their length and digest say so: whole files first, then every kind of damage."""

import gzip
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc.crawls import is_page
from newsdiff.store.warc.read import pages
from tests.kit import warc_files
from tests.kit.warc_files import CRAWL, answer, days, of_day, packed, page, record

LIMIT = 10_000_000


def read(file: bytes, limit: int = LIMIT) -> list[Page | LeftOut]:
    return list(pages(BytesIO(file), limit=limit, wanted=is_page))


def kept(file: bytes) -> list[tuple[str, int, bytes]]:
    """What is believed of a file: address, day, body."""
    try:
        found = read(file)
    except StoreError:
        return []
    return [(p.url, p.fetched_at.day, p.body) for p in found if isinstance(p, Page)]


def whys(file: bytes) -> list[str]:
    return [found.why for found in read(file) if isinstance(found, LeftOut)]


def told(*numbers: int) -> list[tuple[str, int, bytes]]:
    return [(warc_files.URL, day, page(f"It is day {day}.")) for day in numbers]


# --- whole files: nothing is left out ---

WHOLE = {
    "plain": b"".join(days()),
    "without digests": b"".join(days(digest=False)),
    "a member for each record": packed(days()),
    "one gzip stream": gzip.compress(b"".join(days()), mtime=0),
    "two records a member": packed([b"".join(days()[:2]), days()[2]]),
    "by warcio": warc_files.by_warcio([body for _, _, body in told(1, 2, 3)]),
    "by warcio, plain": warc_files.by_warcio([body for _, _, body in told(1, 2, 3)], packed=False),
    "line feeds in heads": b"".join(days()).replace(b"Z\r\n", b"Z\n"),
    "no break behind the last": b"".join(days())[:-4],
    "more breaks between": b"\r\n".join(days()),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_gives_all_its_pages(name: str) -> None:
    assert kept(WHOLE[name]) == told(1, 2, 3)
    assert whys(WHOLE[name]) == []


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arc_file(pack: type[bytes]) -> None:
    file = pack(warc_files.arc([answer(page(f"It is day {day}.")) for day in (1, 2, 3)]))
    assert kept(file) == told(1, 2, 3)
    assert whys(file) == []
    assert [p.fetched_at.year for p in read(file) if isinstance(p, Page)] == [2001] * 3


def test_other_records_are_passed_over_in_silence() -> None:
    others = [
        record(b"software: x\r\n", kind="warcinfo", url=""),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"fetchTimeMs: 7\r\n", kind="metadata"),
        record(
            b"20250301100000\ncourier.example. 1 IN A 192.0.2.1\n", url="dns:courier.example", Content_Type="text/dns"
        ),
        record(b"something of tomorrow", kind="hologram"),
    ]
    assert kept(b"".join(others + days(1))) == told(1)
    assert whys(b"".join(others + days(1))) == []


def test_a_resource_is_the_page_itself() -> None:
    file = record(page("It is day 1."), kind="resource", Content_Type="text/html")
    assert kept(file) == told(1)


def revisit(day: int, status: str = warc_files.OK, **more: str) -> bytes:
    return record(answer(b"", status=status), day=day, kind="revisit", **more)


def test_a_revisit_says_that_a_page_was_as_before() -> None:
    payload = warc_files.sha1(page("It is day 1."))
    records = [
        of_day(1, WARC_Payload_Digest=payload),
        of_day(2),
        revisit(3, WARC_Payload_Digest=payload),
        revisit(4, WARC_Refers_To_Target_URI=warc_files.URL, WARC_Refers_To_Date="2025-03-02T10:00:00Z"),
        revisit(
            5, "HTTP/1.1 304 Not Modified", WARC_Profile="http://netpreserve.org/warc/1.0/revisit/server-not-modified"
        ),
    ]
    said = [(day, page(f"It is day {of}.")) for day, of in ((1, 1), (2, 2), (3, 1), (4, 2), (5, 2))]
    for file in (b"".join(records), packed(records)):
        assert [(day, body) for _, day, body in kept(file)] == said
        assert whys(file) == []


def test_a_revisit_of_another_files_page_is_counted() -> None:
    other = revisit(2, WARC_Payload_Digest=warc_files.sha1(b"")) + revisit(3)
    image = record(answer(b"", kind="image/png"), day=2, kind="revisit")
    file = of_day(1) + other + image + of_day(4)
    assert kept(file) == told(1, 4)
    assert whys(file) == ["the pages that they were unchanged since stand in other files"]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2025-03-01T10:00:00Z", 10),
        ("2025-03-01T10:00:00.123456789Z", 10),
        ("2025-03-01T12:00:00+02:00", 10),
        ("2025-03-01T10:00:00", 10),
        ("20250301100000", 10),
    ],
)
def test_dates_in_their_forms(text: str, hour: int) -> None:
    [found] = read(of_day(1, WARC_Date=text))
    assert isinstance(found, Page)
    assert (found.fetched_at.day, found.fetched_at.hour) == (1, hour)


def test_an_address_in_angle_brackets() -> None:
    assert kept(of_day(1, WARC_Target_URI=f"<{warc_files.URL}>")) == told(1)


# --- one bad record: it is left out with a reason, its neighbours are not ---

BAD = {
    "its date is no time": of_day(2, WARC_Date="2025-02-31T10:00:00Z"),
    "its date is no time ": of_day(2, WARC_Date="yesterday"),
    "its date is no time  ": of_day(2, WARC_Date="0001-01-01T00:00:00+14:00"),
    "it names no address": of_day(2, WARC_Target_URI=""),
    "its address is no web address": of_day(2, WARC_Target_URI="https://"),
    "it is damaged: its digest": of_day(2, WARC_Block_Digest=warc_files.sha1(b"")),
    "it is damaged: its digest ": of_day(2, WARC_Block_Digest="sha256:mangled"),
    "it is damaged: its digest  ": of_day(2, digest=False, WARC_Payload_Digest=warc_files.sha1(b"")),
    "the crawl cut it short (length)": of_day(2, WARC_Truncated="length"),
    "it stands in several records": of_day(2, WARC_Segment_Number="1"),
    "it holds no HTTP answer": record(b"GONE\r\n\r\n", day=2),
    "it is longer than 10,000,000 bytes": record(answer(b"<html>" + b" " * 10_300_000), day=2),
}


@pytest.mark.parametrize("why", BAD)
@pytest.mark.parametrize("pack", [b"".join, packed])
def test_a_bad_record_costs_itself_alone(why: str, pack: type[bytes]) -> None:
    file = pack([of_day(1), BAD[why], of_day(3)])  # type: ignore[arg-type]
    assert kept(file) == told(1, 3)
    [said] = whys(file)
    assert said.startswith(why.strip())


@pytest.mark.parametrize("off", [-400, -40, -1, 1, 40, 4000, 10**9])
@pytest.mark.parametrize("digest", [True, False])
def test_a_wrong_length_costs_its_record(off: int, digest: bool) -> None:
    block = answer(page("It is day 2."))
    wrong = record(block, day=2, digest=digest, length=max(0, len(block) + off))
    assert kept(b"".join([of_day(1, digest=digest), wrong, of_day(3, digest=digest)])) == told(1, 3)


def test_a_length_twice_is_none() -> None:
    twice = of_day(2).replace(b"\r\nWARC-Date", b"\r\nContent-Length: 7\r\nWARC-Date")
    assert kept(of_day(1) + twice + of_day(3)) == told(1, 3)


def test_zeros_behind_the_end() -> None:
    for file in (b"".join(days(digest=False)), packed(days(digest=False))):
        assert kept(file + b"\0" * 1000) == told(1, 2, 3)
        [said] = whys(file + b"\0" * 1000)
        assert said == "1,000 bytes that are no record"


def test_a_crawl_that_was_killed_and_begun_again() -> None:
    """The half-written record is left out, what was appended behind it is not."""
    assert kept(of_day(1) + of_day(2)[:-200] + of_day(3)) == told(1, 3)
    assert kept(packed([of_day(1)]) + packed([of_day(2)])[:-50] + packed([of_day(3)])) == told(1, 3)


def test_a_record_inside_a_damaged_one_is_not_believed() -> None:
    """A server may send what looks like a record; the crawl's own name is what it cannot know."""
    forged = of_day(9, WARC_Target_URI="https://victim.example/story")
    outer = record(answer(b"<html>\r\n\r\n" + forged + b"</html>"), day=2, WARC_Warcinfo_ID=CRAWL)
    whole = [of_day(1, WARC_Warcinfo_ID=CRAWL), outer, of_day(3, WARC_Warcinfo_ID=CRAWL)]
    assert [day for _, day, _ in kept(b"".join(whole))] == [1, 2, 3]
    cut = b"".join([whole[0], outer[:-30], whole[2]])
    assert kept(cut) == told(1, 3)
    assert any("inside a damaged record" in why for why in whys(cut))


# --- any damage: never a page that was not there ---


@pytest.mark.parametrize("pack", [b"".join, packed, lambda records: gzip.compress(b"".join(records), mtime=0)])
@pytest.mark.parametrize("digest", [True, False])
def test_a_file_cut_anywhere(pack: type[bytes], digest: bool) -> None:
    records = days(digest=digest)
    file: bytes = pack(records)  # type: ignore[arg-type]
    for end in range(0, len(file), 7):
        found = kept(file[:end])
        assert found == told(1, 2, 3)[: len(found)]
    if pack in (packed, b"".join):
        for whole in range(4):
            assert len(kept(pack(records[:whole]))) == whole  # type: ignore[arg-type]


@pytest.mark.parametrize("pack", [packed, lambda records: gzip.compress(b"".join(records), mtime=0)])
@pytest.mark.parametrize("digest", [True, False])
def test_any_byte_of_a_packed_file_flipped(pack: type[bytes], digest: bool) -> None:
    file = bytearray(pack(days(digest=digest)))  # type: ignore[call-overload]
    for at in range(0, len(file), 3):
        file[at] ^= 1 << at % 8
        found = kept(bytes(file))
        assert [one for one in told(1, 2, 3) if one in found] == found
        if pack is packed:
            assert len(found) >= 2
        file[at] ^= 1 << at % 8


def test_any_byte_of_a_plain_file_flipped() -> None:
    """What stands in a block is proved by its digest; what a head says of time and place is proved by nothing."""
    file = bytearray(b"".join(days()))
    bodies = {body for _, _, body in told(1, 2, 3)}
    for at in range(0, len(file), 3):
        file[at] ^= 1 << at % 8
        found = kept(bytes(file))
        assert {body for _, _, body in found} <= bodies
        assert len(found) >= 2
        file[at] ^= 1 << at % 8


FILES = st.sampled_from(
    [WHOLE["plain"], WHOLE["a member for each record"], WHOLE["one gzip stream"], WHOLE["by warcio"]]
)


@settings(max_examples=300, deadline=None)
@given(FILES, st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 400), st.binary(max_size=60)), max_size=3))
def test_pieces_taken_out_and_put_in(file: bytes, damage: list[tuple[int, int, bytes]]) -> None:
    for at, gone, more in damage:
        file = file[:at] + more + file[at + gone :]
    bodies = {body for _, _, body in told(1, 2, 3)}
    assert {body for _, _, body in kept(file)} <= bodies


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*days(), *map(gzip.compress, days()), b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\0" * 9])))
def test_pieces_in_any_order(pieces: list[bytes]) -> None:
    bodies = {body for _, _, body in told(1, 2, 3)}
    assert {body for _, _, body in kept(b"".join(pieces))} <= bodies


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=500), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"filedesc://x "])
)
def test_what_is_no_file_of_records(noise: bytes, start: bytes) -> None:
    assert kept(start + noise) == []
