"""The history of one article as its pages show it: texts by number, comparisons, what cannot be compared, origins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.model import BlockKind, FlagSettings, Revision, RevisionKind
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.history import History
from newsdiff.store.repository.commit_message import finding_line

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
CALM, TWELVE, TWENTY = (
    "The ferry leaves at dawn.",
    "The storm injured 12 people on Monday.",
    "The storm killed 20 people on Monday.",
)
EDITION = SiteEdition("Watch", UTC)


def revision(number: int, *paragraphs: str, kind: RevisionKind = RevisionKind.EDIT, **facts: object) -> Revision:
    text = article(paragraphs, "Storm at sea", language="en")
    seen = START + timedelta(hours=number)
    return Revision(
        f"{number:040x}", "a.example/storm.md", "https://a.example/storm", seen, None, kind, article=text, **facts
    )  # type: ignore[arg-type]


def history(*revisions: Revision) -> History:
    return History(revisions, FlagSettings(), EDITION)


FIRST = revision(1, CALM, TWELVE, kind=RevisionKind.FIRST)
EDIT = revision(2, CALM, TWENTY)


def test_revisions_are_counted_from_one_and_a_body_has_no_headline() -> None:
    made = history(FIRST, EDIT)
    assert made.text(1).text == f"Storm at sea\n{CALM}\n{TWELVE}"
    assert [block.text for block in made.blocks(2)] == [CALM, TWENTY]
    assert BlockKind.HEADLINE not in {block.kind for block in made.blocks(1)}


@pytest.mark.parametrize("number", [3, 99])
def test_a_revision_that_is_not_there_is_an_error(number: int) -> None:
    with pytest.raises(IndexError):
        history(FIRST, EDIT).text(number)


def test_two_that_say_the_same_differ_in_nothing() -> None:
    found = history(FIRST, revision(2, CALM, TWELVE)).comparison(1, 2)
    assert found is not None
    assert found.findings == ()


def test_an_edit_is_told_with_its_findings_both_ways() -> None:
    made = history(FIRST, EDIT)
    there, back = made.comparison(1, 2), made.comparison(2, 1)
    assert there is not None
    assert back is not None
    assert there.findings
    assert back.findings
    assert there != back


def test_what_a_person_dismissed_is_no_finding_of_that_edit_and_one_of_a_longer_span() -> None:
    report = compare(FIRST.article, EDIT.article)  # type: ignore[arg-type]
    lines = tuple(("Dismissed", finding_line(finding)) for finding in report.findings)
    made = history(FIRST, revision(2, CALM, TWELVE), replace(EDIT, trailers=lines))
    edit, span = made.comparison(2, 3), made.comparison(1, 3)
    assert edit is not None
    assert span is not None
    assert lines
    assert edit.findings == ()
    assert span.findings


def test_origins_are_of_the_last_text_whether_or_not_its_edits_were_compared() -> None:
    revisions = (FIRST, EDIT, revision(3, CALM, TWENTY, "Nobody knew why."))
    plain, compared = history(*revisions), history(*revisions)
    for old, new in ((1, 2), (2, 3), (1, 3)):
        compared.comparison(old, new)
    assert compared.origins == plain.origins
    brought = {s.text.strip(): s.origin for b in plain.origins.blocks for s in b.segments if s.text.strip()}
    assert brought["Nobody knew why."] == 2
    assert brought[CALM] == 0
    assert {origin for text, origin in brought.items() if "20" in text} == {1}


def test_one_revision_brought_all_its_words() -> None:
    assert {s.origin for b in history(FIRST).origins.blocks for s in b.segments} == {0}
