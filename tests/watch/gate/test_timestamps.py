"""A page's own stamps make no revision where nothing else moved; what an editor tells does."""

from datetime import date

import pytest

from newsdiff.model import Article, Block, BlockKind, Cleaned, Removed, Status
from newsdiff.watch.gate.timestamps import beside, days, only_stamps
from tests.kit.site import Desk, Site, page, told

TODAY = date(2026, 3, 2)
D, N, P = BlockKind.DATE, BlockKind.CORRECTION, BlockKind.PARAGRAPH
HEAD = (Block(BlockKind.HEADLINE, "The harbour of Port Amber"),)
TEXT = (*(Block(P, line) for line in told(1, 3)),)


def of(*blocks: Block) -> Article:
    return Article("https://amber.example/harbour", blocks=blocks)


def dated(opening: str, *closing: Block) -> Article:
    return of(*HEAD, Block(D, opening), *TEXT, *closing)


PLAIN = dated("1 March 2025")
LOGGED = dated("1 March 2025", Block(N, "4 March 2025: Added the fare."), Block(N, "1 March 2025: First published."))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PLAIN, dated("Published 1 March 2025, last updated 4 March 2025")),
        (of(*HEAD, *TEXT), PLAIN),
        (PLAIN, LOGGED),
        (LOGGED, dated("1 March 2025", Block(N, "9 March 2025: Image updated"), *LOGGED.blocks[-2:])),
        (PLAIN, dated("1 March 2025", Block(D, "Last updated 4 March 2025"))),
    ],
    ids=["updated", "shown", "log", "longer-log", "at-the-end"],
)
def test_stamps_alone_are_no_edit(old: Article, new: Article) -> None:
    assert only_stamps(old, new, until=TODAY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PLAIN, dated("27 February 2025")),
        (PLAIN, dated("4 March 2025")),
        (PLAIN, of(*HEAD, *TEXT)),
        (PLAIN, dated("Published 1 March 2025, last updated 4 May 2026")),
        (PLAIN, dated("1 March 2025", Block(N, "Correction: nine ships came, not six."))),
        (PLAIN, dated("1 March 2025", Block(N, "The mayor is 54, not 45."))),
        (PLAIN, dated("1 March 2025", Block(N, "4 March 2025: It was wrongly said that nine ships came."))),
        (PLAIN, dated("1 March 2025", Block(N, "4 March 2025: This article was amended to name the ship."))),
        (LOGGED, PLAIN),
        (LOGGED, dated("1 March 2025", Block(N, "2 March 2025: Added the fare."), *LOGGED.blocks[-1:])),
        (PLAIN, dated("Published 1 March 2025, last updated 4 March 2025", Block(P, "The ships left."))),
        (
            of(*HEAD, Block(P, "They will meet on:"), Block(D, "14 March 2025"), *TEXT),
            of(*HEAD, Block(P, "They will meet on:"), Block(D, "21 March 2025"), *TEXT),
        ),
        (dated("1 March 2025", Block(D, "14 March 2025")), dated("1 March 2025", Block(D, "21 March 2025"))),
        (of(*HEAD, *TEXT, Block(D, "1 March 2025"), *TEXT), of(*HEAD, *TEXT, Block(D, "4 March 2025"), *TEXT)),
    ],
    ids=[
        "back-dated",
        "dated-anew",
        "hidden",
        "in-the-future",
        "correction",
        "note",
        "error-in-the-log",
        "amended",
        "log-gone",
        "log-rewritten",
        "text-too",
        "meeting",
        "meeting-at-the-end",
        "date-in-the-text",
    ],
)
def test_what_an_editor_tells_is_an_edit(old: Article, new: Article) -> None:
    assert not only_stamps(old, new, until=TODAY)


def test_a_log_that_grows_beside_new_files_is_an_edit() -> None:
    files = [
        beside(Cleaned(PLAIN, (Removed(text, "card"),))) for text in ("Fares (PDF, 3 pages)", "Fares (PDF, 4 pages)")
    ]
    assert files[0] != files[1]
    assert not only_stamps(PLAIN, LOGGED, until=TODAY, beside_stands=False)
    assert only_stamps(PLAIN, dated("1 March 2025, updated 4 March 2025"), until=TODAY, beside_stands=False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Published 17 March 2020 Last updated 14 October 2021", ["2020-03-17", "2021-10-14"]),
        ("March 22, 2021, 10:30 am", ["2021-03-22"]),
        ("22nd of March 2021", ["2021-03-22"]),
        ("Stand: 22. März 2021, 9 Uhr", ["2021-03-22"]),
        ("le 3 mai 2021 à 10h", ["2021-05-03"]),
        ("2021-03-22T10:00", ["2021-03-22"]),
        ("3/4/2021", []),
        ("30 February 2021", []),
    ],
)
def test_days_that_are_named_in_full(line: str, told: list[str]) -> None:
    assert sorted(map(str, days(line))) == told


def logged(*entries: tuple[str, str], more: str = "") -> str:
    lines = "".join(f"<li><time>{day}</time> <p class=change-note>{note}</p></li>" for day, note in entries)
    text = "".join(f"<p>{line}</p>" for line in told(1))
    return page("The harbour of Port Amber", f"<p>Published 1 March 2025</p>{text}{more}<ol>{lines}</ol>")


def test_the_log_is_kept_beside_the_next_edit(desk: Desk, site: Site) -> None:
    first, second = ("1 March 2025", "First published."), ("4 March 2025", "Added translation")
    site.put("/a", logged(first))
    desk.add(site.url("/a"))
    assert desk.status() is Status.FIRST
    site.put("/a", logged(second, first))
    assert desk.status() is Status.UNCHANGED
    site.put("/a", logged(second, first, more="<p>Two more ships are to come before the end of the year.</p>"))
    [outcome] = desk.watch()
    assert outcome.status is Status.EDIT
    assert outcome.revision is not None
    kept = desk.store.read(outcome.revision).article
    assert kept is not None
    assert "4 March 2025: Added translation" in kept.text
    assert outcome.report is not None
    assert outcome.report.disclosed == "note"
