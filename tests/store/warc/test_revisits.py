"""Records that say "as it was then": which page they speak of, and when nobody can tell."""

import pytest

from newsdiff.store.warc.revisits import Revisits

URL, DAY = "https://courier.example/bridge", "2025-03-01T10:00:00Z"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def page(url: str = URL, date: str = DAY, digest: str = "") -> dict[str, str]:
    return {"warc-target-uri": url, "warc-date": date} | ({"warc-payload-digest": digest} if digest else {})


def revisit(**fields: str) -> dict[str, str]:
    return {"warc-target-uri": URL} | {f"warc-{name.replace('_', '-')}": value for name, value in fields.items()}


@pytest.fixture
def known() -> Revisits:
    """Two days of one page, and another page."""
    found = Revisits()
    found.remember(page(digest="sha1:AAA"), (1, 1))
    found.remember(page(date="2025-03-02T10:00:00Z", digest="sha1:BBB"), (2, 2))
    found.remember(page("https://courier.example/mill"), (3, 3))
    return found


@pytest.mark.parametrize(
    "fields",
    [
        {},
        revisit(payload_digest="sha1:AAA"),
        revisit(refers_to_target_uri=URL, refers_to_date=DAY),
        revisit(profile=NOT_MODIFIED),
    ],
)
def test_before_any_page_nothing_is_found(fields: dict[str, str]) -> None:
    assert Revisits().find(fields) is None


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        (revisit(payload_digest="sha1:AAA"), (1, 1)),
        (revisit(payload_digest="SHA1:aaa"), (1, 1)),  # base 32 and 16 are the same in capitals
        (revisit(payload_digest="sha1:BBB", profile=IDENTICAL), (2, 2)),
        (revisit(refers_to_target_uri=URL, refers_to_date=DAY), (1, 1)),
        (revisit(refers_to_target_uri="https://courier.example/mill", refers_to_date=DAY), (3, 3)),
        (revisit(profile=NOT_MODIFIED), (2, 2)),
        (revisit(target_uri="https://courier.example/mill", profile=NOT_MODIFIED), (3, 3)),
    ],
    ids=["digest", "capitals", "profile too", "address and time", "of another", "the last of its own", "of a third"],
)
def test_what_a_record_speaks_of(known: Revisits, fields: dict[str, str], place: tuple[int, int]) -> None:
    assert known.find(fields) == place


@pytest.mark.parametrize(
    "fields",
    [
        revisit(),
        revisit(profile=IDENTICAL),
        revisit(payload_digest="sha1:CCC"),
        revisit(payload_digest="sha1:CCC", profile=NOT_MODIFIED),
        revisit(payload_digest="sha1:CCC", refers_to_target_uri=URL, refers_to_date=DAY),
        revisit(refers_to_target_uri=URL),
        revisit(refers_to_date=DAY),
        revisit(refers_to_target_uri=URL, refers_to_date="2025-03-03T10:00:00Z"),
        revisit(refers_to_target_uri=URL, refers_to_date="2025-03-03T10:00:00Z", profile=NOT_MODIFIED),
        revisit(target_uri="https://courier.example/other", profile=NOT_MODIFIED),
    ],
)
def test_what_points_nowhere_is_not_guessed(known: Revisits, fields: dict[str, str]) -> None:
    assert known.find(fields) is None


def test_a_record_that_names_an_address_alone_is_of_the_last_page_if_it_says_unchanged(known: Revisits) -> None:
    assert known.find(revisit(refers_to_target_uri=URL, profile=NOT_MODIFIED)) == (2, 2)


def test_the_same_digest_twice_is_the_later_page(known: Revisits) -> None:
    known.remember(page(date="2025-03-05T10:00:00Z", digest="sha1:AAA"), (5, 5))
    assert known.find(revisit(payload_digest="sha1:AAA")) == (5, 5)
    assert known.find(revisit(refers_to_target_uri=URL, refers_to_date=DAY)) == (1, 1)


def test_an_address_is_no_digest(known: Revisits) -> None:
    known.remember(page("sha1:ddd"), (6, 6))
    assert known.find(revisit(payload_digest="sha1:DDD")) is None
