"""The crontab line and the systemd units, as cron and systemd read them; crontabs are files of the tests' own."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OTHERS = b"# mine\nMAILTO=desk\n17 4 * * * echo caf\xe9 \\% x\n# 3 * * * * off # newsdiff /elsewhere\n"


@pytest.fixture
def site(demo_site):
    return demo_site


@pytest.fixture
def command(newsdiff):
    """Run a command on a store; what it prints."""

    def call(store, *args, code=0):
        done = newsdiff("--store", str(store), *args)
        assert done.code == code, done.err
        return done.out

    return call


@pytest.fixture
def store(command, tmp_path):
    """A store whose path holds all that shells, crontabs and unit files take for something else."""
    place = tmp_path / "with space" / '100% "new\'s" $HOME'
    command(place, "init")
    (place / ".newsdiff" / "config.toml").write_text("[fetch]\nallow_private = true\ndelay = 0\n")
    return place


def as_cron_runs_it(line):
    """What cron gives to its shell: what follows the times, up to a per cent sign, of which escaped ones count."""
    shell, *standard_input = re.split(r"(?<!\\)%", line.split(None, 5)[5])
    assert standard_input == []
    return subprocess.run(
        ["env", "-i", "/bin/sh", "-c", shell.replace(r"\%", "%")],
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_line_works_from_an_empty_environment_and_prints_only_changes(command, store, site):
    command(store, "add", site.url)
    line = command(store, "cron").strip()
    assert line.split()[1:5] == ["*"] * 4
    assert line.split()[0].endswith("/15")
    first = as_cron_runs_it(line)
    assert (first.returncode, first.stderr) == (0, "")
    assert "first seen" in first.stdout
    again = as_cron_runs_it(line)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_the_line_loads_nothing_from_the_folder_that_it_runs_in(command, store, tmp_path):
    (tmp_path / "newsdiff.py").write_text("raise SystemExit(99)")
    shell = command(store, "cron").split(None, 5)[5].replace(r"\%", "%")
    assert subprocess.run(["/bin/sh", "-c", shell], cwd=tmp_path, check=False).returncode == 0


@pytest.mark.parametrize("every", ["7h", "45s", "often", "2d"])
def test_an_interval_that_cron_cannot_keep(command, store, every):
    command(store, "cron", "--every", every, code=2)


@pytest.mark.parametrize(
    ("every", "times"), [("15m", "/15 * * * *"), ("1m", "/1 * * * *"), ("1h", " */1 * * *"), ("24h", " */24 * * *")]
)
def test_an_interval_that_cron_keeps(command, store, every, times):
    assert times in command(store, "cron", "--every", every)


def test_a_folder_that_is_no_store_gets_no_line(command, tmp_path):
    command(tmp_path / "nowhere", "cron", code=4)


# --- a crontab ---


CRONTAB = """#!/bin/sh
# What cron's own program does, for a crontab that is a file beside it.
file=$(dirname "$0")/crontab.txt
case "$1" in
-l) [ -f "$file" ] && cat "$file" || { echo "no crontab for $(id -un)" >&2; exit 1; } ;;
-) cat >"$file" ;;
*) exit 2 ;;
esac
"""


@pytest.fixture
def crontab(tmp_path, monkeypatch):
    """A crontab of the test's own, to be read: neither the user's, nor that of a run at the same time."""
    program = tmp_path / "cron" / "crontab"
    program.parent.mkdir()
    program.write_text(CRONTAB)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    subprocess.run(["crontab", "-"], input=OTHERS, check=True)
    return (program.parent / "crontab.txt").read_bytes


def test_remove_without_install_changes_nothing(command, store, crontab):
    assert "nothing to remove" in command(store, "cron", "--remove")
    assert crontab() == OTHERS
    assert "Not installed" in command(store, "cron", "--show", code=1)


def test_install_twice_leaves_one_line_and_remove_takes_only_that(command, store, crontab, tmp_path):
    other = tmp_path / "other"
    command(other, "init")
    command(other, "cron", "--install")
    [others_line] = command(other, "cron", "--show").splitlines()
    command(store, "cron", "--install")
    command(store, "cron", "--install", "--every", "30m")
    [line] = command(store, "cron", "--show").splitlines()
    assert "/30 *" in line
    assert crontab() == OTHERS + f"{others_line}\n{line}\n".encode()
    assert as_cron_runs_it(line).returncode == 0
    assert "no crontab line" not in command(store, "doctor", code=1)
    command(store, "cron", "--remove")
    assert crontab() == OTHERS + f"{others_line}\n".encode()
    command(other, "cron", "--remove")
    assert crontab() == OTHERS


def test_a_line_that_the_user_commented_out_is_the_users(command, store, crontab):
    command(store, "cron", "--install")
    [line] = command(store, "cron", "--show").splitlines()
    off = crontab().replace(line.encode(), b"# " + line.encode())
    subprocess.run(["crontab", "-"], input=off, check=True)
    command(store, "cron", "--show", code=1)
    command(store, "cron", "--install")
    command(store, "cron", "--remove")
    assert crontab() == off


def test_a_crontab_that_cannot_be_read_is_not_written_over(store, tmp_path):
    fake = tmp_path / "bin" / "crontab"
    fake.parent.mkdir()
    fake.write_text(
        f'#!/bin/sh\n[ "$1" = -l ] && echo "cannot open: permission denied" >&2 && exit 1\ntouch {tmp_path}/written\n'
    )
    fake.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "newsdiff", "--store", str(store), "cron", "--install"],
        env=os.environ | {"PATH": f"{fake.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "permission denied" in done.stderr
    assert not (tmp_path / "written").exists()


# --- systemd ---


def units(printed, folder):
    """The two units as a user would save them; their paths."""
    paths = []
    for part in printed.partition("# then:")[0].split("# ~/.config/systemd/user/")[1:]:
        name, _, text = part.partition("\n")
        paths.append(folder / name.strip())
        paths[-1].write_text(text)
    return paths


def test_systemd_takes_the_units(command, store, tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze here")
    service, timer = units(command(store, "cron", "--systemd"), tmp_path)
    done = subprocess.run(["systemd-analyze", "verify", service, timer], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_service_runs_the_watch_of_this_store(command, store, tmp_path):
    service, timer = units(command(store, "cron", "--systemd", "--every", "30m"), tmp_path)
    [run] = re.findall(r"^ExecStart=(.*)$", service.read_text(), re.MULTILINE)
    words = [w.replace("%%", "%").replace("$$", "$") for w in shlex.split(run)]
    assert words[-4:] == ["--store", str(store), "watch", "--quiet"]
    assert Path(words[0]).exists()
    assert "OnUnitActiveSec=30min" in timer.read_text()
