"""Old edits judged by today's rules: kept in notes, told everywhere, once; the history stands."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsdiff import article, compare
from newsdiff.catalogue import dismissals
from newsdiff.catalogue import rejudge as rejudging
from newsdiff.catalogue.catalogue import FILE, Catalogue
from newsdiff.catalogue.ranking import Asked, ranked
from newsdiff.catalogue.rejudge import Rejudged, rejudge
from newsdiff.catalogue.statistics import By, statistics
from newsdiff.engines.engine import InlineUnits
from newsdiff.errors import StoreLocked
from newsdiff.flags import version as rules_version
from newsdiff.model import Article, FlagSettings, Report, Revision, RevisionKind
from newsdiff.process.sandbox import Broken
from newsdiff.store import Record, Store
from newsdiff.store.judgements.judgements import Judgements
from newsdiff.store.lock import check_free
from newsdiff.store.repository.git import NOTES
from tests.kit.sealing import seal
from tests.kit.site import START, Here

SAID = ("Twelve", "Fourteen", "Fourteen", "Fifteen")
WORDS = ("injured", "injured", "killed", "killed")
OLD_RULES = "0"


class Bench(InlineUnits):
    """An engine without children; ``done`` counts units."""

    def __init__(self) -> None:
        super().__init__()
        self._bench = Here()  # type: ignore[assignment]
        self.units = 0

    def begin(self, number, work, unit) -> None:
        self.units += 1
        super().begin(number, work, unit)

    def close(self) -> None:
        pass


def texts(number: int):
    for said, word in zip(SAID, WORDS, strict=True):
        told = article([f"{said} people were {word}, the mayor of Port Amber said."], f"Ferry {number}", "en")
        yield told._replace(url=f"https://news-{number % 2}.example/2026/03/{number}")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles in four texts each, whose edits older rules judged as if nothing mattered."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        store = Store.create(tmp_path_factory.mktemp("rejudge") / "store", bare=True)
        before: list[tuple[str, Article]] = []
        for hour, some in enumerate(zip(*map(texts, range(3)), strict=True)):
            seen = START + timedelta(hours=hour)
            kind = RevisionKind.EDIT if before else RevisionKind.FIRST
            known = before or [(None, None)] * 3
            made = [
                Record(text, kind, seen, report=as_old_rules(last, text) if last else None, path=path)
                for text, (path, last) in zip(some, known, strict=True)
            ]
            before = [(r.path, text) for r, text in zip(store.record(made, now=seen), some, strict=True)]
    return store.path


def as_old_rules(before: Article, text: Article) -> Report:
    return compare(before, text)._replace(findings=(), flags=(), summary="", rules=OLD_RULES)


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Store:
    shutil.copytree(template, tmp_path / "store")
    return Store(tmp_path / "store")


def judged(store: Store, **options: object) -> list[Rejudged]:
    with Catalogue(store) as catalogue:
        return list(
            rejudge(catalogue, Bench(), lambda _: FlagSettings(), clock=lambda: START, **options)  # type: ignore[arg-type]
        )


def commits(store: Store) -> str:
    return git(store, "rev-list", "archive")


def git(store: Store, *args: str) -> str:
    return subprocess.run(["git", f"--git-dir={store.path}", *args], check=True, capture_output=True, text=True).stdout


def test_today_s_rules_are_told_everywhere_and_the_history_stands(store: Store) -> None:
    before = commits(store)
    with Catalogue(store) as catalogue:
        assert not [r for r in ranked(catalogue, Asked(), lambda _: FlagSettings()) if r.flags]
    found = judged(store)
    assert len(found) == 9
    assert all(edit.differs and not edit.before.flags and edit.after.flags for edit in found)
    assert commits(store) == before
    assert {r.flags for r in store.changes() if r.kind is RevisionKind.EDIT} == {("number",), ("event",)}
    history = store.history(next(iter(store.articles())).path)
    assert [r.flags for r in history] == [("number",), ("event",), ("number",), ()]
    assert [r.rules for r in history] == [*[rules_version.RULES] * 3, ""]
    assert all(one.last.flags == ("number",) for one in store.articles())
    with Catalogue(store) as catalogue:
        weights = [r.weight for r in ranked(catalogue, Asked(), lambda _: FlagSettings())]
        assert weights == sorted(weights, reverse=True)
        assert weights[-1]
        assert {name: count.edits for name, count in statistics(catalogue, By.FLAG).items()} == {
            "event": 3,
            "number": 6,
        }


def test_a_second_run_does_nothing(store: Store) -> None:
    judged(store)
    tip = Judgements(store).tip
    assert judged(store) == []
    assert Judgements(store).tip == tip
    (store.private / FILE).unlink()  # what stands in the notes is enough
    assert judged(store) == []


def test_git_itself_shows_the_notes(store: Store) -> None:
    judged(store)
    shown = git(store, "log", "-1", "--notes=newsdiff", "--format=%N", "archive")
    assert "Fourteen -> Fifteen (people)" in shown
    assert f"Rules: {rules_version.RULES}" in shown
    assert "Flags: number" in shown


def test_only_the_articles_that_are_named(store: Store) -> None:
    [one, other, _] = [entry.path for entry in store.articles()]
    assert {edit.after.path for edit in judged(store, paths=[one])} == {one}
    assert {edit.after.path for edit in judged(store, paths=[one, other])} == {other}


def test_what_is_found_the_same_is_noted_as_such_and_judged_no_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("newsdiff.catalogue.rejudge.version", lambda _: "0.5")
        judged(store)
    told = {r.id: (r.flags, r.summary, r.lines, r.weight) for r in store.changes()}
    again = judged(store)
    assert [edit.differs for edit in again] == [False] * 9
    assert {r.id: (r.flags, r.summary, r.lines, r.weight) for r in store.changes()} == told
    other = Store.create(store.path.parent / "other", bare=True)
    text, last = list(texts(1))[:2]
    [first] = other.record([Record(text, RevisionKind.FIRST, START)], now=START)
    seen = START + timedelta(hours=1)
    right = compare(text, last, old_seen=START, new_seen=seen)._replace(rules=OLD_RULES)
    other.record([Record(last, RevisionKind.EDIT, seen, report=right, path=first.path)], now=seen)
    [edit] = judged(other)
    assert not edit.differs
    assert edit.after.rules == rules_version.RULES
    assert git(other, "notes", f"--ref={NOTES}", "show", edit.after.id) == (
        f"Judged anew: as it was recorded.\n\nRules: {rules_version.RULES}\n"
    )


def test_new_edits_name_the_rules_that_judged_them_and_are_not_judged_again(store: Store, tmp_path: Path) -> None:
    other = Store.create(tmp_path / "other", bare=True)
    first, last = list(texts(1))[:2]
    [made] = other.record([Record(first, RevisionKind.FIRST, START)], now=START)
    seen = START + timedelta(hours=1)
    other.record([Record(last, RevisionKind.EDIT, seen, report=compare(first, last), path=made.path)], now=seen)
    assert next(other.changes()).rules == rules_version.RULES
    assert judged(other) == []


def test_other_settings_of_a_reader_are_other_rules(store: Store) -> None:
    judged(store)
    quiet = FlagSettings(off=frozenset({"number"}))
    with Catalogue(store) as catalogue:
        found = list(rejudge(catalogue, Bench(), lambda _: quiet, clock=lambda: START))
    assert [edit.after.flags for edit in found if edit.differs] == [()] * 6
    assert len(found) == 9


def test_a_run_that_was_stopped_goes_on_where_it_stood(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejudging, "_KEEP_JUDGEMENTS", 2)
    monkeypatch.setattr(rejudging, "_UNIT_HISTORIES", 1)
    monkeypatch.setattr(rejudging, "_READ_EDITS", 3)
    with Catalogue(store) as catalogue:
        run = rejudge(catalogue, Bench(), lambda _: FlagSettings(), clock=lambda: START)
        first = [next(run) for _ in range(3)]
        run.close()
    rest = judged(store)
    assert len(rest) == 6
    assert {e.after.id for e in first}.isdisjoint({e.after.id for e in rest})
    assert judged(store) == []


def test_a_catalogue_that_was_made_before_tells_what_was_judged_since(store: Store, tmp_path: Path) -> None:
    with Catalogue(store):
        pass
    kept = (store.private / FILE).read_bytes()
    judged(store)
    (store.private / FILE).write_bytes(kept)
    with Catalogue(store) as catalogue:
        assert catalogue.rows("SELECT count(*) FROM revision WHERE flags != ''") == [(9,)]
    git(store, "update-ref", "-d", NOTES)
    with Catalogue(store) as catalogue:
        assert catalogue.rows("SELECT count(*) FROM revision WHERE flags != ''") == [(0,)]


def dismissed(store: Store, edit: Revision, why: str = "") -> list[str]:
    """The lines of what was dismissed of an edit, which is everything."""
    history = store.history(edit.path)
    before = history[[one.id for one in history].index(edit.id) + 1]
    return dismissals.dismiss(store, before, edit, FlagSettings(), wanted=(), why=why, now=START)


class Meeting(Bench):
    """An engine in whose midst somebody does something."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    def begin(self, number, work, unit) -> None:
        super().begin(number, work, unit)
        self._meanwhile()


def test_what_is_dismissed_while_it_judges_is_not_lost(store: Store) -> None:
    last = next(store.changes())
    told: list[str] = []
    engine = Meeting(lambda: told or told.extend(dismissed(Store(store.path), last, "a plan")))
    with Catalogue(store) as catalogue:
        found = list(rejudge(catalogue, engine, lambda _: FlagSettings(), clock=lambda: START))
    assert told
    assert (len(found), [edit.why for edit in found]) == (9, [""] * 9)
    [one] = [edit.after for edit in found if edit.after.id == last.id]
    assert (list(one.dismissed), one.trailer("Dismissed-Because"), one.flags) == (told, "a plan", ())
    assert judged(store) == []


def test_what_was_dismissed_by_other_rules_meanwhile_is_told_and_judged_by_the_next_run(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = next(store.changes())
    told: list[str] = []
    engine = Meeting(lambda: told or told.extend(dismissed(Store(store.path), last)))
    with monkeypatch.context() as patch, Catalogue(store) as catalogue:
        patch.setattr("newsdiff.catalogue.rejudge.version", lambda _: "other")
        found = list(rejudge(catalogue, engine, lambda _: FlagSettings(), clock=lambda: START))
        assert [edit.after.id for edit in found if "meanwhile" in edit.why] == [last.id]
        [rest] = judged(store)
    assert (rest.after.id, rest.after.rules, rest.why, list(rest.after.dismissed)) == (last.id, "other", "", told)


def test_an_edit_of_which_something_was_dismissed_is_judged_within_the_limits_of_the_others(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran-without-limits"
    (tmp_path / "endless.py").write_text(f"open({str(ran)!r}, 'w').close()")
    monkeypatch.syspath_prepend(tmp_path)

    class Limited(Here):
        def call(self, function, pair):
            if pair.flags.rules:
                raise Broken("it took too long")
            return function(pair)

    judged(store)
    last = next(store.changes())
    told = dismissed(store, last)
    engine = Bench()
    engine._bench = Limited()  # type: ignore[assignment]
    monkeypatch.setattr("newsdiff.catalogue.rejudge.version", lambda _: "other")
    with Catalogue(store) as catalogue:
        found = list(rejudge(catalogue, engine, lambda _: FlagSettings(rules=("endless",)), clock=lambda: START))
    assert not ran.exists()
    assert {edit.after.faults for edit in found} == {"endless"}  # left out, and named
    [one] = [edit.after for edit in found if edit.after.id == last.id]
    assert (list(one.dismissed), one.flags) == (told, ())
    assert "Fifteen" not in one.summary


def test_it_waits_for_a_run_that_holds_the_lock_but_not_for_ever(store: Store) -> None:
    with store.lock(who="watch", now=START), pytest.raises(StoreLocked):
        judged(Store(store.path), patience=0.0)
    assert len(judged(store)) == 9


def test_its_writes_are_waited_for_by_runs_that_meet_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep, met = Judgements.keep, []

    def meet(*args: Any, **options: Any) -> None:
        check_free(store.private, patient=True)
        with pytest.raises(StoreLocked, match="rejudge holds the lock"):
            check_free(store.private)
        met.append(keep(*args, **options))

    monkeypatch.setattr(Judgements, "keep", meet)
    assert len(judged(store)) == 9
    assert met


def test_notes_of_somebody_else_change_nothing_and_verify_names_them(store: Store) -> None:
    judged(store)
    last = next(store.changes())
    head = git(store, "rev-parse", "archive").strip()
    git(store, "-c", "user.name=a", "-c", "user.email=a@b", "notes", f"--ref={NOTES}", "add", "-f", "-m", "hm", head)
    assert next(store.changes()).flags == ()
    assert next(store.changes()).id == last.id
    faults = [fault.message for fault in store.verify()]
    assert faults == [f"its note in {NOTES} tells of no judgement: newsdiff rejudge makes it anew"]
    assert [edit.after.flags for edit in judged(store)] == [("number",)]
    assert list(store.verify()) == []


def test_a_copy_and_a_store_that_takes_over_bring_the_judgements_along(store: Store, tmp_path: Path) -> None:
    judged(store)
    new = Store.create(tmp_path / "new", bare=True)
    new.take_over(store.path, now=START)
    assert [r.flags for r in new.changes()] == [r.flags for r in store.changes()]
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "copy")], check=True)
    store.add_remote("copy", str(tmp_path / "copy"))
    assert NOTES in store.push("copy")


def test_verify_names_a_dismissal_that_newsdiff_did_not_write(store: Store) -> None:
    judged(store)
    last = next(store.changes())
    dismissed(store, last)
    assert list(store.verify()) == []
    note = git(store, "notes", f"--ref={NOTES}", "show", last.id)
    for by_hand in (note.replace("Dismissed-At: 2", "Dismissed-At: x"), note + "Dismissed: all of it\n"):
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        git(store, *who, "notes", f"--ref={NOTES}", "add", "-f", "-m", by_hand, last.id)
        [fault] = store.verify()
        assert (fault.commit, f"newsdiff dismiss {last.id[:10]} --undo ends that" in fault.message) == (last.id, True)
    one = next(Store(store.path).changes())
    dismissals.restore(store, store.history(one.path)[1], one, FlagSettings(), START)
    assert list(store.verify()) == []


def test_maintenance_keeps_the_notes(store: Store) -> None:
    judged(store)
    before = [(r.id, r.flags) for r in store.changes()]
    store.maintain(now=START)
    assert [(r.id, r.flags) for r in Store(store.path).changes()] == before
    assert list(store.verify()) == []
