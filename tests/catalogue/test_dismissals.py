"""False alarms kept beside the history: what two persons dismiss at once, and much that is dismissed."""

from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff import article, compare
from newsdiff.catalogue import dismissals
from newsdiff.errors import UsageError
from newsdiff.model import Finding, Flag, FlagKind, FlagSettings, Revision, RevisionKind, Severity
from newsdiff.store import Record, Store
from newsdiff.store.repository import commit_message
from tests.kit.site import START

SETTINGS = FlagSettings()


@pytest.fixture
def edit(tmp_path: Path) -> tuple[Store, Revision, Revision]:
    """A store with an edit of two findings, as somebody read it."""
    store = Store.create(tmp_path / "store", bare=True)
    old, new = (
        article([f"The fire killed {dead} people.", f"It was opened by {who} Ann Lee."], "Fire", "en")._replace(
            url="https://news.example/fire"
        )
        for dead, who in ((12, "Mayor"), (17, "former Mayor"))
    )
    [first] = store.record([Record(old, RevisionKind.FIRST, START)], now=START)
    seen = START + timedelta(hours=1)
    report = compare(old, new, old_seen=START, new_seen=seen)
    [made] = store.record([Record(new, RevisionKind.EDIT, seen, report=report, path=first.path)], now=seen)
    return store, first, made


def dismissed(found: tuple[Store, Revision, Revision], *wanted: str, why: str = "") -> list[str]:
    return dismissals.dismiss(*found, SETTINGS, wanted=wanted, why=why, now=START)


def test_what_another_run_dismissed_since_an_edit_was_read_stays(edit: tuple[Store, Revision, Revision]) -> None:
    store, _, read_before = edit
    told = [*dismissed(edit, "number", why="a plan"), *dismissed(edit, "title")]
    last = next(store.changes())
    assert (len(told), list(last.dismissed), last.flags) == (2, told, ())
    assert last.trailer("Dismissed-Because") == "a plan"
    assert read_before.dismissed == ()


def test_undo_takes_back_all_that_stands_by_then(edit: tuple[Store, Revision, Revision]) -> None:
    store, before, _ = edit
    first = dismissed(edit, "number")
    read = next(store.changes())
    other = dismissed(edit, "title")
    assert dismissals.restore(store, before, read, SETTINGS, START) == (*first, *other)
    assert next(store.changes()).dismissed == ()
    with pytest.raises(UsageError, match="nothing of this edit was dismissed"):
        dismissals.restore(store, before, next(store.changes()), SETTINGS, START)


def finding(kind: FlagKind, old: str, new: str, *others: FlagKind) -> Finding:
    flags = tuple(Flag(one, Severity.HIGH, old, new) for one in (kind, *others))
    return Finding(kind, Severity.HIGH, flags, old, new)


def test_a_line_is_about_the_same_words_with_a_kind_in_common() -> None:
    plain = finding(FlagKind.NUMBER, "12", "14")
    lines = [commit_message.finding_line(one) for one in (plain, finding(FlagKind.MOVED, "", "It rained."))]
    is_dismissed = commit_message.dismissing(lines)
    for other, same in (
        (plain, True),
        (finding(FlagKind.DATE, "12", "14", FlagKind.NUMBER), True),
        (finding(FlagKind.DATE, "12", "14"), False),
        (finding(FlagKind.NUMBER, "12", "15"), False),
        (finding(FlagKind.NUMBER, "", "14"), False),
        (finding(FlagKind.MOVED, "It rained.", "It rained."), True),
    ):
        assert is_dismissed(other) is same
    assert not commit_message.dismissing(())(plain)
