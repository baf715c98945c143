"""What the machine offers to those who watch from cron: a daemon that runs, a systemd timer, a way to send mail."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

_DAEMONS = frozenset(("cron", "crond", "fcron", "bcron-sched", "dcron"))  # that run users' crontabs
_PID_FILES = ("/run/crond.pid", "/run/cron.pid", "/var/run/crond.pid", "/var/run/cron.pid", "/run/fcron.pid")
_MAILERS = ("/usr/sbin", "/usr/lib", "/usr/local/sbin")  # folders in which cron looks, whatever the PATH
_UNITS = ("/etc/systemd/system", "/etc/systemd/user", "/usr/local/lib/systemd/user")
_ANSWER_SECONDS = 10.0  # in which systemctl answers
_PROCESSES = Path("/proc")


def runs_crontabs(processes: Path = _PROCESSES) -> bool | None:
    """Whether a daemon runs the crontabs; None where other users' processes cannot be seen."""
    seen = _named(processes) if processes.is_dir() else _told_by_ps()
    if seen is not None and any(map(_is_daemon, seen)):
        return True
    if any(map(_lives, _PID_FILES)) or _active("cron.target"):  # systemd-cron has no daemon of its own
        return True
    return None if seen is None else False


def timer(store: Path) -> tuple[str, bool] | None:
    """The systemd timer that watches a store, and whether it is active; None where there is none."""
    for folder, own in _unit_folders():
        for service in sorted(folder.glob("*.service")):
            if _watches(service, store):
                name = f"{service.stem}.timer"
                return name, _active(name, own=own)
    return None


def sends_mail() -> bool:
    """Whether there is a ``sendmail``, by which cron sends what a line prints."""
    return shutil.which("sendmail", path=os.pathsep.join((os.environ.get("PATH", ""), *_MAILERS))) is not None


def mails_nobody(crontab: Sequence[str], line: str) -> bool:
    """Whether the crontab says of a line that nobody gets its mail: ``MAILTO=""`` stands last before it."""
    before = crontab[: crontab.index(line)] if line in crontab else crontab
    wished = [entry.partition("=") for entry in before if entry.replace(" ", "").startswith("MAILTO=")]
    return bool(wished) and not wished[-1][2].strip().strip("\"'")


def _named(processes: Path) -> list[list[str]] | None:
    """Name and first words of each process; None where those of others are hidden (the mount option hidepid)."""
    if not (processes / "1" / "comm").is_file():
        return None
    return [
        [_read(one / "comm"), *_read(one / "cmdline").split("\0")[:2]]
        for one in processes.iterdir()
        if one.name.isdecimal()
    ]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except OSError:  # it ended meanwhile
        return ""


def _told_by_ps() -> list[list[str]] | None:
    done = _run(["ps", "-A", "-o", "comm="])
    return [[line.strip()] for line in done.splitlines()] if done else None


def _is_daemon(words: list[str]) -> bool:
    """Whether a process is a cron daemon: by its name, or as the applet of busybox that it runs."""
    name, *rest = (Path(word).name for word in words)
    return name in _DAEMONS or (name == "busybox" and not _DAEMONS.isdisjoint(rest))


def _lives(pid_file: str) -> bool:
    """Whether the process that a file names is there."""
    try:
        os.kill(int(Path(pid_file).read_text(encoding="ascii").strip()), 0)
    except PermissionError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _unit_folders() -> Iterator[tuple[Path, bool]]:
    """Folders of units, and whether they are the user's own."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    yield Path(home) / "systemd" / "user", True
    yield from ((Path(folder), folder.endswith("/user")) for folder in _UNITS)


def _watches(service: Path, store: Path) -> bool:
    """Whether a service runs the watch of this store."""
    text = _read(service).replace("%%", "%").replace("$$", "$").replace('\\"', '"').replace("\\\\", "\\")
    return any(
        line.lstrip().startswith("ExecStart") and str(store) in line and "watch" in line for line in text.splitlines()
    )


def _active(unit: str, *, own: bool = False) -> bool:
    return _run(["systemctl", *(["--user"] if own else []), "is-active", unit]).strip() == "active"


def _run(command: Sequence[str]) -> str:
    """What a program prints; nothing where it is not there, or does not answer."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
