"""A commit's message: what is written is read back, and no headline can forge a trailer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.model import FlagKind, RevisionKind, WordCounts
from newsdiff.store import Record
from newsdiff.store.repository import commit_message
from tests.kit.whole import whole

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://gazette.example/bridge"
PATH = "gazette.example/2026/03/bridge-01234567.md"
OLD = newsdiff.article(["About 900 people live below the dam."], headline="The dam holds")._replace(url=URL)
NEW = newsdiff.article(["About 700 people live below the dam."], headline="The dam holds")._replace(url=URL)
EDIT = Record(NEW, RevisionKind.EDIT, START, since=START - timedelta(hours=2), report=newsdiff.compare(OLD, NEW))
LINES = st.text(st.sampled_from("aB :->[],\n\r\u2028\u202e\x1b\x00Kind: first"), max_size=60)


def written(record: Record) -> str:
    return commit_message.write(record, commit_message.trailers(record, "ff" * 32))


def test_a_first_text_in_full() -> None:
    record = Record(NEW, RevisionKind.FIRST, START, etag='"1"', raw_sha256="aa" * 32, cleaner="newsdiff/3")
    assert written(record) == (
        "first: The dam holds\n\n"
        "Kind: first\n"
        f"Url: {URL}\n"
        "Observed: 2026-03-02T09:00:00Z\n"
        "Status: 200\n"
        'Etag: "1"\n'
        f"Raw-Sha256: {'aa' * 32}\n"
        f"Text-Sha256: {'ff' * 32}\n"
        "Cleaner: newsdiff/3\n"
    )


def test_an_edit_is_read_back() -> None:
    found = commit_message.read("c" * 40, PATH, START, written(EDIT))
    assert found is not None
    assert (found.id, found.path, found.url, found.kind) == ("c" * 40, PATH, URL, RevisionKind.EDIT)
    assert (found.headline, found.seen_at, found.since) == ("The dam holds", START, START - timedelta(hours=2))
    assert found.flags == ("number",)
    assert found.words == WordCounts(1, 1, 0)
    assert found.disclosed == "unknown"
    assert "900" in found.summary
    assert len(found.lines) == 1
    assert found.lines[0].startswith("number  ")
    assert dict(found.trailers)["Severity"] in ("high", "medium")


def test_the_subject_names_the_flags_and_fits_a_log() -> None:
    assert written(EDIT).split("\n")[0] == "edit [number]: The dam holds"
    long = replace(EDIT, article=NEW._replace(blocks=(NEW.blocks[0]._replace(text="word " * 100), *NEW.blocks[1:])))
    subject = written(long).split("\n")[0]
    assert len(subject) == 100
    assert subject.endswith("…")


def test_an_article_without_a_headline_goes_by_its_address() -> None:
    record = Record(NEW._replace(blocks=NEW.blocks[1:]), RevisionKind.FIRST, START)
    assert written(record).startswith(f"first: {URL}\n")


def test_what_our_own_cleaner_did_is_flagged_by_nobody() -> None:
    text = written(replace(EDIT, kind=RevisionKind.RECLEAN))
    assert "Flags:" not in text
    assert "Disclosed:" not in text
    assert "[number]" not in text


@settings(max_examples=80)
@given(LINES, LINES, st.sampled_from(list(RevisionKind)))
def test_no_headline_and_no_text_forges_a_trailer(headline: str, etag: str, kind: RevisionKind) -> None:
    article = newsdiff.article(["One line."], headline=headline)._replace(url=URL)
    record = Record(article, kind, START, etag=etag, aliases=(f"{URL}-2",))
    found = commit_message.read("c" * 40, PATH, START, written(record))
    assert found is not None
    assert (found.kind, found.url) == (kind, URL)
    names = [name for name, _ in found.trailers]
    assert len(names) == len(set(names))
    assert all(value.isprintable() for _, value in found.trailers)


def test_a_secret_of_an_older_message_is_shown_no_more() -> None:
    text = written(Record(NEW, RevisionKind.FIRST, START)).replace(URL, f"{URL}?token=s3cr3tpass")
    found = commit_message.read("c" * 40, PATH, START, text)
    assert found is not None
    assert "s3cr3tpass" not in whole(found)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("Kind: edit", "Kind: joke"), "its Kind is none (joke)"),
        (("Kind: edit\n", ""), "it has no Kind"),
        (("Since: 2026", "Since: 1826"), "its Since cannot be read (1826-03-02T07:00:00Z)"),
        (("Words: +1 -1 ~0", "Words: many"), "its Words cannot be read (many)"),
        (("Words: +1 -1 ~0", "Words: +1 -1"), "its Words cannot be read (+1 -1)"),
        (("Words: +1 -1 ~0", "Words: +1 -1 ~٣"), "its Words cannot be read (+1 -1 ~٣)"),
    ],
)
def test_a_message_that_says_what_cannot_be_is_none_of_ours(change: tuple[str, str], fault: str) -> None:
    text = written(EDIT).replace(*change)
    assert commit_message.read("c" * 40, PATH, START, text) is None
    assert list(commit_message.faults(text)) == [fault]


@pytest.mark.parametrize("text", ["", "a", "Merge branch 'x'\n", "fix\n\nSigned-off-by: me\n", "\n\n\n", "Kind: \n"])
def test_what_somebody_committed_by_hand_is_none_of_ours(text: str) -> None:
    assert commit_message.read("c" * 40, PATH, START, text) is None


@given(st.text(max_size=200))
def test_any_text_is_read_or_is_none(text: str) -> None:
    found = commit_message.read("c" * 40, PATH, START, text)
    assert found is None or found.kind in set(RevisionKind)
    assert isinstance(list(commit_message.faults(text)), list)


def test_mere_wording_is_no_flag_of_a_message() -> None:
    old = newsdiff.article(["It was a long night for the people of the town."])
    new = newsdiff.article(["It was a hard night for the people of the town."])
    report = newsdiff.compare(old, new)
    assert {flag.kind for flag in report.flags} <= {FlagKind.WORDING}
    assert "Flags:" not in written(replace(EDIT, report=report))
