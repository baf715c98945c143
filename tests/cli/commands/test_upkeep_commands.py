"""doctor, verify, maintain, reclean, config, init on the store that holds all there is."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import ARCHIVE, BAKERY, LIBRARY, SECRET

DOCTOR = f"""\
{LIBRARY}: 3 failures in a row: {LIBRARY} could not be reached: the connection was closed without an answer. \
Hint: newsdiff pause {LIBRARY}.
{BAKERY}: 3 failures in a row: {BAKERY} answered with status 403. Hint: newsdiff pause {BAKERY}.
{ARCHIVE}: {ARCHIVE} was not asked: robots.txt forbids it. Hint: newsdiff remove {ARCHIVE}, or ask the publisher.
quarantine: 2 texts wait there. Hint: newsdiff quarantine.
"""


def test_doctor_tells_the_gravest_first_each_with_what_to_do(desk: Newsdiff) -> None:
    found = desk("doctor")
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith(DOCTOR)
    [cron] = found.out.removeprefix(DOCTOR).splitlines()
    assert cron.startswith("cron: ")
    assert "Hint: newsdiff cron " in cron


def test_a_hint_of_doctor_can_be_followed(desk: Newsdiff, own_newsroom: Path) -> None:
    desk("pause", LIBRARY)
    desk("remove", ARCHIVE)
    found = desk("doctor").out
    assert BAKERY in found
    assert ARCHIVE not in found


def test_doctor_fits_a_terminal(desk: Newsdiff, terminal) -> None:
    code, shown = terminal("doctor", columns=70, NO_COLOR="1")
    assert code == 1
    assert max(map(len, shown.splitlines())) <= max(70, len(LIBRARY) + 8)


def test_verify_is_content_with_a_whole_store(desk: Newsdiff) -> None:
    for words in ((), ("ferry",), ("--sample", "100%"), ("--sample", "5"), ("--sample", "0.5%")):
        done = desk("verify", *words)
        assert (done.code, done.out, done.err) == (0, "Everything is as it was recorded.\n", "")


@pytest.mark.parametrize("share", ["0%", "-5%", "101%", "lots", "", "nan", "inf%", "5%%"])
def test_verify_takes_a_share_that_is_one(desk: Newsdiff, share: str) -> None:
    result = desk("verify", "--sample", share)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: {share!r} is no share. Hint: write it as 5%.\n"


def test_verify_names_the_raw_page_that_is_damaged_and_its_article(desk: Newsdiff, own_newsroom: Path) -> None:
    [row] = json.loads(desk("log", "ferry", "--format", "json", "-n", "1").out)
    raw = row["trailers"]["Raw-Sha256"]
    for page in (own_newsroom / ".newsdiff").rglob("*.warc*"):
        body = bytearray(page.read_bytes())
        body[len(body) // 2] ^= 1
        page.chmod(0o600)
        page.write_bytes(bytes(body))
    found = desk("verify")
    assert found.code == 1
    assert found.out.splitlines()[-1].endswith("found.")
    assert len(raw) == 64
    assert ".md" in found.out


def test_maintain_tells_the_sizes_and_changes_nothing_that_is_shown(desk: Newsdiff, own_newsroom: Path) -> None:
    before = desk("log", "--recleans").out
    done = desk("maintain")
    assert done.code == 0
    assert done.out.startswith("Objects: 0.")
    assert " MB before, 0." in done.out
    assert desk("log", "--recleans").out == before
    assert desk("verify").code == 0


@pytest.mark.parametrize("words", [(), ("ferry", "--all")])
def test_reclean_wants_names_or_all(desk: Newsdiff, words) -> None:
    result = desk("reclean", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err == "Error: name the articles, or say --all. Hint: newsdiff reclean --all.\n"


def test_reclean_tells_the_differences_under_the_articles_own_addresses(desk: Newsdiff, own_newsroom: Path) -> None:
    """The newsroom's own reclean went by a rule that its configuration does not have: that page reads otherwise."""
    done = desk("reclean", "--all")
    shown = SECRET.split("&")[0] + "&token=***"
    first, last = done.out.splitlines()
    assert first.startswith(shown)
    assert first.endswith(': cleaned anew; the publisher changed nothing: "Notes from Port Amber, number 20"')
    assert last == "10 looked at, 1 differ."
    assert (done.code, done.err) == (0, "")
    assert desk("reclean", "--all").out == "10 looked at, 0 differ.\n"
    assert desk("reclean", "ferry", "council").out == "2 looked at, 0 differ.\n"
    assert desk("changes", "--host", "herald.example").out == ""


def test_reclean_of_what_is_not_kept(desk: Newsdiff, own_newsroom: Path) -> None:
    assert desk("reclean", "weir").out == "0 looked at, 0 differ.\n"
    assert desk("reclean", "market").out == "0 looked at, 0 differ.\n"  # removed: nothing of it is read any more
    assert desk("reclean", "volcano").code == 2


def test_config_prints_the_file_behind_its_path(desk: Newsdiff, own_newsroom: Path) -> None:
    path = own_newsroom / ".newsdiff/config.toml"
    assert desk("config").out == f"# {path}\n{path.read_text()}"
    assert desk("config", "--check").out == ""


def test_a_configuration_that_is_missing_is_written_anew_and_private(desk: Newsdiff, own_newsroom: Path) -> None:
    path = own_newsroom / ".newsdiff/config.toml"
    path.unlink()
    assert "[fetch]" in desk("config").out
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[fetch]\ndeley = 3\n", "line 2"),
        ("[fetsh]\n", "line 1"),
        ("[fetch\n", "line 1"),
        ('[fetch]\ndelay = "soon"\n', "delay"),
        ("[fetch]\ndelay = -1\n", "delay"),
        ("[fetch]\ndelay = nan\n", "delay"),
        ("[watch]\nevery = 15\n", "every"),
        ('[flags]\noff = ["titel"]\n', "takes one of title, date"),
        ('[site."a.example"]\nremove = ["p["]\n', "p["),
        ('[site."a.example"]\nbelieve = ["everything"]\n', "takes one of alike, characters"),
        ('[store]\nkeep_raw = "some"\n', "all, changed, none"),
    ],
)
def test_each_mistake_of_a_configuration_is_named(desk: Newsdiff, own_newsroom: Path, text: str, words: str) -> None:
    (own_newsroom / ".newsdiff/config.toml").write_text(text)
    for command in (("config", "--check"), ("list",)):
        result = desk(*command)
        assert (result.code, result.out) == (2, ""), command
        assert words in result.err
        assert result.err.startswith("Error: ")
        assert result.err.count("\n") == 1


# --- init ---


def test_init_makes_a_store_and_says_what_comes_next(newsdiff: Newsdiff, tmp_path: Path) -> None:
    done = newsdiff("init")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Made a store in snapshots. Next: newsdiff add URL, then newsdiff watch.\n"
    assert (tmp_path / "snapshots/.newsdiff/config.toml").stat().st_mode & 0o777 == 0o600
    assert newsdiff("verify").code == 0


def test_init_elsewhere_names_the_option_that_leads_there(newsdiff: Newsdiff, tmp_path: Path) -> None:
    done = newsdiff("init", "my store")
    assert done.out == (
        "Made a store in my store. Next: newsdiff --store 'my store' add URL, then newsdiff --store 'my store' watch.\n"
    )
    assert newsdiff("--store", "my store", "log").code == 0
    assert newsdiff("--store", "other", "init").out.startswith("Made a store in other.")


def test_init_bare_has_no_checked_out_copy(newsdiff: Newsdiff, tmp_path: Path) -> None:
    assert newsdiff("init", "--bare").code == 0
    (tmp_path / "a.txt").write_text("A headline\n\nA long enough line of text that stands here.\n")
    assert newsdiff("snapshot", "a.txt", "--url", "https://a.example/b").code == 0
    assert not list((tmp_path / "snapshots").glob("*.example"))
    assert newsdiff("show", "a.example").out.startswith("# A headline")


def test_init_from_takes_everything_over_but_the_settings(desk: Newsdiff, newsroom, tmp_path: Path) -> None:
    done = desk("init", "mine", "--from", str(newsroom.folder))
    assert done.code == 0
    assert done.out.startswith("Took over 22 commits, ")
    assert "proxy = " not in (tmp_path / "mine/.newsdiff/config.toml").read_text().replace("# proxy", "")
    assert desk("--store", "mine", "log", "--recleans").out == desk("log", "--recleans").out
    assert desk("--store", "mine", "list", "--format", "json").out == desk("list", "--format", "json").out
    assert desk("--store", "mine", "verify").code == 0


@pytest.mark.parametrize("other", ["nowhere", "."])
def test_init_from_what_is_no_store_makes_none(newsdiff: Newsdiff, tmp_path: Path, other: str) -> None:
    result = newsdiff("init", "mine", "--from", other)
    assert (result.code, result.out) == (2, "")
    assert f"{other} is not a newsdiff store. Hint: name the folder of the store" in result.err
    assert not (tmp_path / "mine").exists()


def test_init_over_a_file_is_an_error(newsdiff: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("a file")
    result = newsdiff("init")
    assert result.code == 4
    assert "Hint: " in result.err
    assert (tmp_path / "snapshots").read_text() == "a file"


# --- remote ---


def test_the_history_is_pushed_to_another_repository_and_read_there(
    desk: Newsdiff, own_newsroom: Path, tmp_path: Path
) -> None:
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "copy.git")], check=True)
    added = desk("remote", "add", "copy", str(tmp_path / "copy.git"))
    assert (added.code, added.out, added.err) == (0, "Next: newsdiff remote push copy\n", "")
    assert desk("remote", "push", "copy").code == 0
    count = ["git", "-C", str(tmp_path / "copy.git"), "rev-list", "--count", "archive"]
    assert subprocess.run(count, capture_output=True, text=True, check=True).stdout == "22\n"
    again = desk("remote", "add", "copy", str(tmp_path / "copy.git"))
    assert again.code != 0 or again.out == added.out


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("push",), "there is no remote 'origin'. Hint: newsdiff remote add NAME URL names one."),
        (("push", "copy"), "there is no remote 'copy'"),
        (("add", "copy"), "Missing argument 'URL'"),
        (("add",), "Missing argument 'NAME'"),
        (("pull",), "No such command 'pull'"),
    ],
)
def test_a_mistake_with_remotes_is_one_line_with_a_hint(desk: Newsdiff, words, error: str) -> None:
    result = desk("remote", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err


@pytest.mark.parametrize("name", ["-c", "a b", "", "../x", "--upload-pack=x"])
def test_a_name_that_git_could_take_for_something_else_names_no_remote(
    desk: Newsdiff, own_newsroom: Path, name: str
) -> None:
    result = desk("remote", "add", "--", name, "https://a.example/x.git")
    assert result.code == 2
    assert result.out == ""
    assert "Traceback" not in result.err
