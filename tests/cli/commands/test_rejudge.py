"""``newsdiff rejudge`` as a user meets it."""

from pathlib import Path

import pytest

from newsdiff.flags import version as rules_version
from tests.cli.conftest import URL, Newsdiff


@pytest.fixture
def older(kept: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> Newsdiff:
    """A store whose edit was judged; today's rules are those of a later version."""
    monkeypatch.setattr(rules_version, "RULES", "1000")
    rules_version.version.cache_clear()
    yield kept
    rules_version.version.cache_clear()


def test_what_today_s_rules_judged_is_not_judged_again(kept: Newsdiff) -> None:
    done = kept("rejudge", "--all")
    assert (done.code, done.out, done.err) == (0, "Nothing to judge: today's rules judged every edit.\n", "")


def test_an_edit_that_is_found_the_same_is_judged_in_silence_and_once(older: Newsdiff, tmp_path: Path) -> None:
    before = older("log", URL).out
    done = older("rejudge", URL)
    assert (done.code, done.out, done.err) == (0, "1 edits judged, 0 are told otherwise.\n", "")
    assert older("log", URL).out == before
    assert "Nothing to judge" in older("rejudge", "--all", "--engine", "local:2").out
    assert older("verify").code == 0


def test_an_edit_that_is_told_otherwise_is_listed_with_what_was_told_before(older: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "snapshots" / ".newsdiff" / "config.toml").write_text('[flags]\noff = ["title"]\n')
    done = older("rejudge", "--all")
    assert done.code == 0
    assert "  before: title\n" in done.out
    assert done.out.endswith("1 edits judged, 1 are told otherwise.\n")
    assert "title" not in older("changes").out


@pytest.mark.parametrize("words", [(), (URL, "--all"), ("--all", "--engine", "nowhere"), ("no such article",)])
def test_a_mistake_judges_nothing(older: Newsdiff, words: tuple[str, ...]) -> None:
    done = older("rejudge", *words)
    assert (done.code, done.out) == (2, "")
    assert "Hint:" in done.err
