"""``newsdiff dismiss`` as a user meets it: a false alarm is told no more, and nothing is lost."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff import compare
from newsdiff.cli.main import run
from newsdiff.document import article
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store
from tests.cli.conftest import Newsdiff
from tests.kit.sealing import seal

OTHER = "https://news.example/2025/03/tram"
TEXT = """Tram line to open

The tram will carry {many} people a day from next spring on.

It was built by {who} Ann Lee in the north of the town of Orsk.
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one edit that has two findings."""
    folder = tmp_path_factory.mktemp("tram")
    told = ({"many": "4,000", "who": "Mayor"}, {"many": "5,000", "who": "former Mayor"})
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        sealing.chdir(folder)
        assert run(("init",)) == 0
        for day, words in enumerate(told, 18):
            (folder / "text.txt").write_text(TEXT.format(**words))
            assert run(("snapshot", "text.txt", "--url", OTHER, "--at", f"2025-03-{day}T10:00Z")) == 0
    return folder / "snapshots"


@pytest.fixture
def tram(newsdiff: Newsdiff, template: Path, tmp_path: Path) -> Newsdiff:
    """Commands on a copy of that store."""
    shutil.copytree(template, tmp_path / "snapshots", symlinks=True)
    return newsdiff


def last(run: Newsdiff) -> dict:
    return json.loads(run("log", OTHER, "--format", "json").out)[0]


def test_an_edit_without_dismissals_says_nothing_of_them(tram: Newsdiff) -> None:
    assert last(tram)["dismissed"] == []
    assert "dismissed" not in tram("log", OTHER).out + tram("diff", OTHER).out + tram("changes").out
    assert json.loads(tram("changes", "--dismissed", "--format", "json").out) == []


def test_a_dismissed_edit_counts_as_flagged_no_more_and_says_so(tram: Newsdiff) -> None:
    before = last(tram)
    assert len(before["flags"]) > 1
    done = tram("dismiss", before["id"][:10], "--because", "a plan, no count")
    assert done.code == 0
    assert done.out.splitlines()[: len(before["summary"])] == [f"Dismissed: {line}" for line in before["summary"]]
    after = last(tram)
    assert (after["flags"], after["summary"], after["severity"], after["id"]) == ([], [], "", before["id"])
    assert after["dismissed"] == before["summary"]
    assert tram("changes", "--flagged", "--exit-code").code == 0
    assert "(a plan, no count)" in tram("changes", "--dismissed").out
    shown = tram("diff", OTHER).out
    assert " (a plan, no count)\n" in shown
    assert "high" not in shown
    assert "5,000" in shown
    assert tram("verify").code == 0


def test_one_finding_is_dismissed_by_its_kind_or_its_words_and_the_other_is_told(tram: Newsdiff) -> None:
    [number] = [line for line in last(tram)["summary"] if line.startswith("number")]
    assert tram("dismiss", OTHER, "5,000 People").out.splitlines()[0] == f"Dismissed: {number}"
    after = last(tram)
    assert after["flags"]
    assert "number" not in after["flags"]
    assert tram("dismiss", OTHER, "title").code == 0
    assert last(tram)["flags"] == []
    assert len(last(tram)["dismissed"]) == 2


def test_what_is_told_no_more_is_told_again_after_undo(tram: Newsdiff) -> None:
    before = last(tram)
    tram("dismiss", OTHER)
    assert tram("dismiss", OTHER, "--undo").code == 0
    after = last(tram)
    assert [after[name] for name in ("flags", "summary", "severity", "weight", "dismissed")] == [
        before[name] for name in ("flags", "summary", "severity", "weight", "dismissed")
    ]


def test_a_judgement_by_other_rules_keeps_what_was_dismissed(tram: Newsdiff, tmp_path) -> None:
    tram("dismiss", OTHER, "number", "--because", "no count")
    (tmp_path / "snapshots/.newsdiff/config.toml").write_text('[flags.severity]\ntitle = "low"\n')
    assert tram("rejudge", "--all").code == 0
    after = last(tram)
    assert (after["severity"], len(after["dismissed"])) == ("low", 1)
    assert after["trailers"]["Dismissed-Because"] == "no count"
    assert "number" not in after["flags"]


def test_a_first_text_and_one_that_was_read_anew_are_no_edits(tram: Newsdiff, tmp_path: Path) -> None:
    first = json.loads(tram("log", OTHER, "--format", "json").out)[-1]["id"]
    done = tram("dismiss", first)
    assert (done.code, "nothing could be dismissed: that is the article's first revision" in done.err) == (2, True)
    assert "changes --flagged" in done.err
    store, now = Store(tmp_path / "snapshots"), datetime(2025, 3, 20, tzinfo=UTC)
    last = store.last(store.find(OTHER))
    assert last is not None and last.article is not None
    other = article(["The tram will carry 9,000 people a day."], "Tram line to open", "en")._replace(url=OTHER)
    anew = Record(other, RevisionKind.RECLEAN, now, report=compare(last.article, other), path=last.path)
    [made] = store.record([anew], now=now)
    done = tram("dismiss", made.id)
    assert (done.code, "newsdiff's own cleaner read anew, no edit" in done.err) == (2, True)
    assert "changes --flagged" in done.err
    assert tram("dismiss", OTHER).code == 0  # the last edit is meant
    assert [(one.kind.value, bool(one.dismissed)) for one in store.history(OTHER)] == [
        ("reclean", False),
        ("edit", True),
        ("first", False),
    ]


def test_a_mistake_dismisses_nothing(tram: Newsdiff) -> None:
    for words, said in (
        ((OTHER, "no words"), "no finding of this edit is of the kind 'no words' alone, or holds these words"),
        ((OTHER, "--undo"), "nothing of this edit was dismissed"),
        ((OTHER, "number", "--undo"), "--undo takes back all"),
        (("nowhere",), "nowhere"),
    ):
        done = tram("dismiss", *words)
        assert done.code == 2
        assert said in done.err
    assert last(tram)["dismissed"] == []
    tram("dismiss", OTHER)
    assert "tells no finding that could be dismissed" in tram("dismiss", OTHER).err
