"""A store or a repository that came from somebody else, on the command line."""

import subprocess

import pytest

from tests.cli.conftest import URL
from tests.kit.trap import configure, trap

COMMANDS = [
    ("log",), ("list",), ("changes",), ("diff", "ferry"), ("show", "ferry"), ("verify",), ("doctor",), ("maintain",),
    ("watch",), ("reclean", "--all"), ("quarantine",), ("remote", "push"), ("check", "ferry"),
    ("snapshot", "old.txt", "--url", URL), ("import", ".", "--url", URL),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_store_that_names_a_program_is_refused_by_every_command(kept, tmp_path, command):
    sprung = trap(tmp_path / "trap")
    configure(tmp_path / "snapshots/.git", "core.sshCommand", str(sprung.program))
    refused = kept(*command)
    assert refused.code == 4
    assert "sets core.sshcommand, so git is not run there" in refused.err
    assert "git config --file" in refused.err
    assert "newsdiff init NEW --from" in refused.err
    assert not sprung.sprung


def test_the_hint_leads_to_a_store_with_the_same_history(kept, tmp_path):
    configure(tmp_path / "snapshots/.git", "core.sshCommand", "x")
    taken = kept("init", "mine", "--from", "snapshots")
    assert taken.code == 0
    assert "Took over 2 commits" in taken.out
    shown = kept("--store", "mine", "diff", "ferry")
    assert "\nFormer Harbour Minister -> Harbour Minister (Ingrid Vale)\n" in shown.out
    assert kept("--store", "mine", "verify").code == 0


def test_the_other_hint_leads_back(kept, tmp_path):
    configure(tmp_path / "snapshots/.git", "core.sshCommand", "x")
    command = kept("log").err.partition("if it is yours, ")[2].partition(";")[0]
    subprocess.run(command, shell=True, check=True)
    assert kept("log").code == 0


def test_from_a_folder_that_is_no_store(newsdiff, tmp_path):
    (tmp_path / "empty").mkdir()
    assert newsdiff("init", "mine", "--from", "empty").code == 2
    assert not (tmp_path / "mine").exists()
