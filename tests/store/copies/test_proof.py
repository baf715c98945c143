"""What stands behind a history: commits, texts, tags and judgements to the byte, and a bundle that git clones from."""

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.comparison import compare
from newsdiff.errors import StoreError
from newsdiff.model import Report, Revision
from newsdiff.store import Store
from newsdiff.store.copies.proof import Proof
from newsdiff.store.judgements.judgements import Judgements, KeptJudgement
from newsdiff.store.repository.git import NOTES
from tests.kit.sealing import seal
from tests.kit.stories import START, edit, first, text

NONE = "0" * 40


class Proved:
    """A store of two revisions, the second judged anew, with a note of the user's on the first and a signed tag."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder, bare=True)
        [first_one] = self.store.record([first()], now=START)
        [second] = self.store.record([edit(first_one.path, "It is open.")], now=START)
        self.first, self.second = first_one, second
        self.git("notes", f"--ref={NOTES}", "add", "-m", "mine", first_one.id)
        self.proof = Proof(self.store)
        self.judgements = Judgements(self.store)
        self.before = self.judgements.tip
        self.judge(second, compare(text(), text("It is open.")), "9.1")
        self.git("tag", "-m", "a run", "run/2026-03-01", "archive")
        self.git("tag", "run/light", "archive")
        self.git("tag", "-m", "mine", "mine", "archive")

    def git(self, *args: str) -> str:
        user = ["-c", "user.name=R", "-c", "user.email=r@example.org"]
        command = ["git", f"--git-dir={self.store.path}", *user, *args]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def judge(self, revision: Revision, report: Report, rules: str) -> None:
        with self.store.lock(who="judge", now=START) as lock:
            self.judgements.keep([KeptJudgement(revision, report, rules)], now=START, lock=lock)


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proved]:
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        yield Proved(tmp_path_factory.mktemp("proof") / "store")


# --- objects ---


def test_a_commit_is_told_to_the_byte(proved: Proved) -> None:
    body = proved.proof.commit(proved.first.id)
    assert hashlib.sha1(b"commit %d\0" % len(body) + body, usedforsecurity=False).hexdigest() == proved.first.id


def test_texts_are_those_that_the_commits_vouch_for(proved: Proved) -> None:
    assert proved.proof.texts([]) == []
    found = proved.proof.texts([proved.second, proved.first])
    assert [hashlib.sha256(body).hexdigest() for body in found] == [
        proved.second.trailer("Text-Sha256"),
        proved.first.trailer("Text-Sha256"),
    ]
    assert b"It is open." in found[0]


def test_what_is_not_there_is_an_error_that_leads_to_verify(proved: Proved) -> None:
    with pytest.raises(StoreError) as error:
        proved.proof.commit(NONE)
    assert (error.value.message, error.value.hint) == (f"{NONE} cannot be read", "run newsdiff verify")


def test_whether_the_archive_holds_a_commit(proved: Proved) -> None:
    assert proved.proof.holds(proved.first.id)
    assert proved.proof.holds(proved.second.id)
    assert not proved.proof.holds(NONE)
    assert not proved.proof.holds(proved.judgements.tip)  # the notes stand beside it
    assert not proved.proof.holds("no commit")


def test_tags_of_runs_are_those_that_can_be_signed(proved: Proved) -> None:
    assert proved.proof.tags() == {"run/2026-03-01": proved.second.id}


# --- judgements ---


def test_judgements_are_told_and_notes_of_the_users_are_not(proved: Proved) -> None:
    assert proved.proof.judgements([]) == {}
    found = proved.proof.judgements([proved.first.id, proved.second.id])
    assert list(found) == [proved.second.id]
    note = found[proved.second.id]
    assert b"Rules: 9.1" in note.text
    assert proved.git("show", note.name).encode() == note.text


def test_which_commits_were_judged_since(proved: Proved) -> None:
    now = proved.judgements.tip
    assert proved.judgements.since(now) == []
    assert proved.judgements.since(proved.before) == [proved.second.id]
    for unknown in ("", NONE):
        assert set(proved.judgements.since(unknown)) == {proved.first.id, proved.second.id}


def test_a_revision_is_told_as_it_was_recorded_too(proved: Proved) -> None:
    [later] = [revision for revision in proved.store.changes() if revision.id == proved.second.id]
    assert later.trailer("Rules") == "9.1"
    recorded = proved.judgements.as_recorded([proved.second.id, proved.first.id])
    assert recorded == {proved.second.id: proved.second, proved.first.id: proved.first}


def test_without_judgements_there_are_none(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "new", bare=True)
    judgements = Judgements(store)
    assert (judgements.tip, judgements.since(""), Proof(store).judgements([NONE]), Proof(store).tags()) == (
        *("", [], {}),
        {},
    )


# --- the bundle ---


def test_a_bundle_holds_history_tags_and_notes(proved: Proved, tmp_path: Path) -> None:
    proved.proof.bundle(tmp_path / "history.bundle")
    listed = proved.git("bundle", "list-heads", str(tmp_path / "history.bundle")).splitlines()
    assert dict(line.split(" ")[::-1] for line in listed) == {
        "refs/heads/archive": proved.second.id,
        "refs/tags/run/2026-03-01": proved.git("rev-parse", "run/2026-03-01").strip(),
        NOTES: proved.judgements.tip,
    }


def test_a_place_that_is_not_there_is_told(proved: Proved, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        proved.proof.bundle(tmp_path / "nowhere" / "history.bundle")
