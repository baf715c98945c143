"""``newsdiff cron``: the crontab line that watches, printed, installed or removed; or a systemd timer."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import click

from newsdiff.cli import context, output
from newsdiff.errors import NewsdiffError, UsageError

_START_DAEMON = (
    "start it (as root: service cron start, or systemctl enable --now cron), or take newsdiff cron --systemd"
)
_NO_MAIL = "newsdiff cron --help says what to do without mail"


@click.command()
@click.option("--install", "action", flag_value="install", help="Put the line into your crontab.")
@click.option("--remove", "action", flag_value="remove", help="Take it out again.")
@click.option("--show", "action", flag_value="show", help="Show the installed line.")
@click.option("--systemd", "action", flag_value="systemd", help="Print a systemd timer and service instead.")
@click.option("--every", default="15m", metavar="TIME", help="How often to look for what is due [default: 15m].")
def cron(action: str | None, every: str) -> int:
    """Print the crontab line that runs `newsdiff watch --quiet` for this store.

    What is due at a run is decided by the schedule, so a short interval costs publishers nothing. Cron mails what
    the line prints: only changes, and what fails for the third time in a row.

    The mail goes to you on this machine, or where a line MAILTO="you@example.org" above it in your crontab says. It
    needs a sendmail (of msmtp-mta, postfix, exim). Without one, put >> FILE 2>&1 before the # of the line and read that
    file; or take --systemd, and journalctl --user -u newsdiff shows what was printed; or look yourself with
    newsdiff changes --since 1d --flagged.
    """
    context.open_store()  # a crontab line for a folder that is no store would fail in silence
    store = Path(output.session().store).resolve()
    if not str(store).isprintable():
        raise UsageError(
            f"cron cannot take the path {str(store)!r}", "move the store to one without control characters"
        )
    minutes = _minutes(every)
    if action == "systemd":
        click.echo(_systemd(store, minutes))
        return 0
    line = crontab_line(store, minutes)
    if action is None:
        click.echo(line)
        return 0
    mine = installed(store)
    if action == "show":
        for old in mine:
            click.echo(old)
        if not mine:
            output.tell("Not installed. Hint: newsdiff cron --install.")
        return 0 if mine else 1
    others = [old for old in _crontab() if old not in mine]
    if action == "install":
        _check_command()
        _write_crontab([*others, line])
        output.tell(f"Installed: {line}")
        for subject, problem, hint in hindrances(store):
            output.note(f"{subject}: {problem}. Hint: {hint}.")
    elif mine:
        _write_crontab(others)
        output.tell(f"Removed: {mine[0]}")
    else:
        output.tell("Not installed: nothing to remove.")
    return 0


def hindrances(store: Path) -> Iterator[tuple[str, str, str]]:
    """Why nothing would run the watch, or tell of it: each by its subject, what is wrong, and what to do."""
    from newsdiff.cli import machine

    if (unit := machine.timer(store)) and unit[1]:
        return
    try:
        lines = installed(store)
    except NewsdiffError as error:
        yield "cron", error.message, "newsdiff cron --systemd prints a timer"
        return
    if not lines and unit:
        yield "systemd", f"{unit[0]} is not active", f"systemctl --user enable --now {unit[0]}"
    elif not lines:
        yield "cron", "no crontab line watches this store", "newsdiff cron --install, unless something else runs it"
    elif machine.runs_crontabs() is False:
        yield "cron", "a crontab line watches this store, but no cron daemon runs", _START_DAEMON
    if lines and machine.mails_nobody(_crontab(), lines[0]):
        yield "mail", "MAILTO is empty in your crontab: cron mails nothing", _NO_MAIL
    elif lines and not machine.sends_mail():
        yield "mail", "cron can mail nothing: there is no sendmail", f"install one, such as msmtp-mta; {_NO_MAIL}"


def installed(store: Path) -> list[str]:
    """The crontab's lines for a store, not those that the user commented out; NewsdiffError where there is no cron."""
    return [line for line in _crontab() if line.endswith(_mark(store)) and not line.lstrip().startswith("#")]


def command(store: Path) -> list[str]:
    """The watch command, which needs neither PATH nor a working folder, and loads nothing from one (-P)."""
    return [sys.executable, "-P", "-m", "newsdiff", "--store", str(store), "watch", "--quiet"]


def _check_command() -> None:
    """NewsdiffError where the line could not work: a checkout that is not installed is found from its folder alone."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "newsdiff", "--version"], cwd="/", env={}, capture_output=True, check=False
    )
    if done.returncode:
        raise NewsdiffError(f"{sys.executable} does not find newsdiff from another folder", "pip install it first")


def crontab_line(store: Path, minutes: int) -> str:
    """The line for crontab(5), where a per cent sign must be escaped; its mark at the end finds it again."""
    # Newsrooms that all watch at the full hour would hit the same servers at once.
    start = crc32(str(store).encode()) % minutes
    if minutes < 60:
        when = f"{start}-59/{minutes} * * * *"
    else:
        when = f"{start % 60} */{minutes // 60} * * *"
    return f"{when} {shlex.join(command(store))}".replace("%", r"\%") + " " + _mark(store)


def _mark(store: Path) -> str:
    return f"# newsdiff {str(store).replace('%', chr(92) + '%')}"


def _minutes(every: str) -> int:
    from newsdiff.config import duration

    try:
        minutes = int(duration(every).total_seconds() // 60)
    except ValueError:
        raise UsageError(f"--every {every[:60]!r} is no length of time", "write 15m or 1h") from None
    if not (1 <= minutes < 60 or (minutes % 60 == 0 and minutes // 60 in (1, 2, 3, 4, 6, 8, 12, 24))):
        raise UsageError(f"cron cannot run every {every[:60]}", "take 1m to 59m, or 1h, 2h, 3h, 4h, 6h, 8h, 12h, 24h")
    return minutes


def _crontab() -> list[str]:
    found = _run(["crontab", "-l"])
    if found.returncode == 0:
        return found.stdout.removesuffix("\n").split("\n") if found.stdout else []
    if "no crontab" in found.stderr.lower() or "no such file" in found.stderr.lower():  # Debian's words, and busybox's
        return []
    # Not an empty one: a line written over what could not be read would cost the user all the others.
    raise NewsdiffError(f"the crontab cannot be read: {found.stderr.strip()}", "newsdiff cron prints the line")


def _write_crontab(lines: list[str]) -> None:
    done = _run(["crontab", "-"], "".join(line + "\n" for line in lines))
    if done.returncode:
        raise NewsdiffError(f"crontab did not take the line: {done.stderr.strip()}", "newsdiff cron prints it")


def _run(command: list[str], text: str | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            input=text,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",  # other lines go back as they came, byte by byte
            env=os.environ | {"LC_ALL": "C"},
            check=False,
        )
    except FileNotFoundError:
        raise NewsdiffError(
            "there is no crontab command here", "install cron, or see newsdiff cron --systemd"
        ) from None


def _unit_word(word: str) -> str:
    """A word of ExecStart (systemd.service(5)): C escapes in double quotes; % and $ start what is filled in."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(sign, written)
    return f'"{word}"'


def _systemd(store: Path, minutes: int) -> str:
    run = " ".join(map(_unit_word, command(store)))
    return f"""# ~/.config/systemd/user/newsdiff.service
[Unit]
Description=Watch news articles ({str(store).replace("%", "%%")})

[Service]
Type=oneshot
ExecStart={run}
SuccessExitStatus=3 75

# ~/.config/systemd/user/newsdiff.timer
[Unit]
Description=Watch news articles every {minutes} minutes

[Timer]
OnBootSec=2min
OnUnitActiveSec={minutes}min
RandomizedDelaySec=30

[Install]
WantedBy=timers.target

# then: systemctl --user daemon-reload && systemctl --user enable --now newsdiff.timer
# so that it runs while you are not logged in: loginctl enable-linger
# what was printed: journalctl --user -u newsdiff"""
