"""From pages in any order to records in the order of their times: what is read, what is left out, what is compared."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.errors import CleanError
from newsdiff.model import Article, Page, Report, RevisionKind
from newsdiff.store.backfill import backfill
from newsdiff.store.backfill.backfill import BATCH_RECORDS, CleanedPage, OneByOne, SuccessiveTexts
from newsdiff.store.backfill.ledger import Ledger
from newsdiff.store.backfill.spool import Spool
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository.commit_message import Record
from tests.kit.stories import START, first

BRIDGE, MILL = "https://gazette.example/bridge", "https://gazette.example/mill"
NOW = START + timedelta(days=100)


def page(text: str, day: int, url: str = BRIDGE, *, truncated: bool = False, source: str = "") -> Page:
    at = START + timedelta(days=day)
    return Page(url, url, 200, "text/plain", text.encode(), at, truncated=truncated, source=source)


def clean(page: Page) -> Article:
    """A cleaner that believes every page but an empty one."""
    if not page.body:
        raise CleanError("it holds no text", "look at it")
    return article([page.body.decode()], headline="Story")._replace(url=page.url)


class Import:
    """One import: what it was told to leave out, and what it would record."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self.raw: list[bytes] = []
        self.folder = folder

    def read(self, *pages: Page | LeftOut, reader: backfill.Reader | None = None, cleaner: str = "") -> list[Record]:
        reader = reader or OneByOne(clean, compare)
        with Spool(self.folder) as spool, Ledger(self.folder) as ledger:
            backfill.read(pages, reader, spool, ledger, self.told.append, now=NOW)
            for plan in backfill.plans(ledger, spool, self.told.append):
                ledger.plan(plan)
            ledger.place(lambda records: [record.article.url.rpartition("/")[2] for record in records])
            return list(backfill.records(ledger, spool, reader, self._keep, cleaner))

    def _keep(self, page: Page) -> str:
        self.raw.append(page.body)
        return page.body.hex()


@pytest.fixture
def one(tmp_path: Path) -> Import:
    return Import(tmp_path)


def told(records: list[Record]) -> list[tuple[str, str, int]]:
    return [(r.path or "", r.kind, (r.seen_at - START).days) for r in records]


def test_no_page_no_record(one: Import) -> None:
    assert one.read() == []
    assert one.told == []


def test_one_page_is_a_first_revision(one: Import) -> None:
    [record] = one.read(page("It is closed.", 3, source="https://archive.example/1"), cleaner="newsdiff/3")
    assert (record.kind, record.seen_at, record.since, record.report) == (
        RevisionKind.FIRST,
        START + timedelta(days=3),
        None,
        None,
    )
    assert (record.path, record.source, record.cleaner) == ("bridge", "https://archive.example/1", "newsdiff/3")
    assert record.raw_sha256 == b"It is closed.".hex()
    assert record.article.url == BRIDGE


def test_pages_come_in_the_order_of_their_times_whatever_order_they_had(one: Import) -> None:
    records = one.read(page("C.", 5), page("A.", 1), page("X.", 2, MILL), page("B.", 3), page("Y.", 4, MILL))
    assert told(records) == [
        *(("bridge", "first", 1), ("mill", "first", 2), ("bridge", "edit", 3), ("mill", "edit", 4)),
        ("bridge", "edit", 5),
    ]
    assert one.raw == [b"A.", b"X.", b"B.", b"Y.", b"C."]


def test_an_edit_says_between_which_days_it_was_made_and_what_it_changed(one: Import) -> None:
    records = one.read(page("Two were hurt.", 1), page("Two were hurt.", 2), page("Three were hurt.", 4))
    assert told(records) == [("bridge", "first", 1), ("bridge", "edit", 4)]
    assert records[1].since == START + timedelta(days=2)
    assert records[1].report is not None
    assert (records[1].report.words.inserted, records[1].report.words.deleted) == (1, 1)


def test_a_text_that_comes_back_is_a_revert(one: Import) -> None:
    records = one.read(page("A.", 1), page("B.", 2), page("A.", 3))
    assert [record.kind for record in records] == ["first", "edit", "revert"]


def test_one_article_by_two_addresses_goes_by_its_first(one: Import) -> None:
    records = one.read(page("A.", 1), page("B.", 2, f"{BRIDGE}?utm_source=x"))
    assert {record.article.url for record in records} == {BRIDGE}
    assert [record.kind for record in records] == ["first", "edit"]


def test_an_article_without_an_address_goes_by_that_of_its_page(one: Import) -> None:
    nameless = OneByOne(lambda page: clean(page)._replace(url=""), None)
    [record] = one.read(page("A.", 1), reader=nameless)
    assert record.article.url == BRIDGE


def test_the_address_that_an_article_gives_itself_counts(one: Import) -> None:
    own = OneByOne(lambda page: clean(page)._replace(url=BRIDGE), None)
    records = one.read(page("A.", 1, MILL), page("B.", 2), reader=own)
    assert told(records) == [("bridge", "first", 1), ("bridge", "edit", 2)]


# --- what is left out ---


def test_what_a_source_left_out_is_told_on(one: Import) -> None:
    assert one.read(LeftOut("page.html", "it is empty")) == []
    assert one.told == ["page.html is left out: it is empty"]


def test_a_page_that_cannot_be_cleaned_costs_no_other(one: Import) -> None:
    records = one.read(page("A.", 1), page("", 2), page("B.", 3))
    assert told(records) == [("bridge", "first", 1), ("bridge", "edit", 3)]
    assert one.told == [f"{BRIDGE} of 2026-03-03 08:00 is left out: it holds no text. Hint: look at it."]


def test_a_cleaner_that_breaks_breaks_the_import(one: Import) -> None:
    def broken(page: Page) -> Article:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        one.read(page("A.", 1), reader=OneByOne(broken, None))


def test_a_page_of_the_future_is_left_out_and_one_of_this_moment_is_not(one: Import) -> None:
    now, later = page("A.", 100), page("B.", 100)._replace(fetched_at=NOW + timedelta(seconds=1))
    assert told(one.read(now, later)) == [("bridge", "first", 100)]
    assert one.told == [f"{BRIDGE} of 2026-06-09 08:00 is left out: its date is still to come"]


def test_a_time_that_no_store_can_keep_is_left_out(one: Import) -> None:
    old = page("A.", 1)._replace(fetched_at=datetime(1969, 12, 31, tzinfo=UTC))
    assert one.read(old) == []
    [why] = one.told
    assert why.endswith("1969-12-31T00:00:00+00:00 is no time a store can keep")


def test_times_are_kept_in_utc_to_the_second(one: Import) -> None:
    there = timezone(timedelta(hours=5))
    [record] = one.read(page("A.", 1)._replace(fetched_at=datetime(2026, 3, 2, 13, 0, 0, 999_999, there)))
    assert record.seen_at == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert record.seen_at.utcoffset() == timedelta(0)


def test_a_page_that_breaks_off_is_left_out_beside_whole_ones(one: Import) -> None:
    records = one.read(page("A.", 1), page("B", 2, truncated=True), page("X", 3, MILL, truncated=True))
    assert told(records) == [("bridge", "first", 1), ("mill", "first", 3)]  # of the mill there is no whole one
    assert one.told == [
        f"{BRIDGE} of 2026-03-03 08:00 is left out: it breaks off, and other pages of the article do not"
    ]


def test_what_is_left_out_is_told_without_its_secret(one: Import) -> None:
    assert one.read(page("", 1, f"{BRIDGE}?token=s3cr3tpass")) == []
    [why] = one.told
    assert why.startswith(f"{BRIDGE}?token=*** of 2026-03-02 08:00 is left out")


# --- readers ---


def test_without_a_comparer_nothing_is_flagged(one: Import) -> None:
    records = one.read(page("A.", 1), page("B.", 2), reader=OneByOne(clean, None))
    assert [record.report for record in records] == [None, None]


def test_each_text_is_compared_with_the_one_before_and_knows_its_times(one: Import) -> None:
    heard: list[SuccessiveTexts] = []

    class Listening(OneByOne):
        def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
            for pair in pairs:
                heard.append(pair)
                yield None

    one.read(page("A.", 1), page("A.", 2), page("B.", 3), page("C.", 4), reader=Listening(clean, None))
    assert [(p.old.blocks[-1].text, p.new.blocks[-1].text, (p.old_seen - START).days) for p in heard] == [
        ("A.", "B.", 1),
        ("B.", "C.", 3),
    ]
    assert [(pair.new_seen - START).days for pair in heard] == [3, 4]


def test_a_reader_may_take_many_before_it_gives_the_first_back(one: Import) -> None:
    class Greedy(OneByOne):
        def clean(self, pages: Iterator[Page]) -> Iterator[CleanedPage]:
            yield from super().clean(iter(list(pages)))

        def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
            yield from super().compare(iter(list(pairs)))

    pages = [page(text, day, url) for day, (text, url) in enumerate((("A.", BRIDGE), ("X.", MILL), ("B.", BRIDGE)))]
    pages.append(page("Z.", 9, "https://gazette.example/new"))
    assert one.read(*pages, reader=Greedy(clean, compare)) == one.read(*pages)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (BATCH_RECORDS, [BATCH_RECORDS]), (BATCH_RECORDS + 1, [BATCH_RECORDS, 1])],
)
def test_records_come_in_lists_of_a_bounded_length(count: int, sizes: list[int]) -> None:
    record = first()
    assert [len(batch) for batch in backfill.batches(iter([record] * count))] == sizes
