"""Copies of the history in other repositories: plain ``git push``, never by force, with the user's credentials."""

import os
import re
from pathlib import Path

from newsdiff.errors import StoreError, UsageError
from newsdiff.store.copies import credentials
from newsdiff.store.repository import configuration, foreign
from newsdiff.store.repository.git import BRANCH, NOTES, RUN_TAGS, Git
from newsdiff.store.repository.inspection import settings_text
from newsdiff.text.urls import redact

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OTHERS = ("fetch first", "non-fast-forward", "already exists", "stale info", "needs force")  # git's words for it


def add(git: Git, name: str, url: str, private: Path) -> None:
    """Name another repository to push to; a password in its address is kept in the private folder."""
    if not configuration.is_known(configuration.Setting(f"remote.{_checked(name)}.url", url, 0)):
        raise UsageError(f"{redact(url)[:120]!r} is no address to push to", "give an https or ssh address, or a folder")
    address, login = credentials.parted(url)
    if git.call("remote", "add", "--", name, address, ok=(0, 3))[0]:
        raise UsageError(f"there is a remote {name!r} already", "take another name")
    if login:
        credentials.keep(private, login)


def push(git: Git, name: str, private: Path) -> str:
    """Push the archive, main, notes and tags; what git said. StoreError says why nothing, or not all, was taken."""
    user = git.as_user()
    code, address, _ = user.call("remote", "get-url", "--push", _checked(name), ok=range(256))
    if code:
        raise UsageError(f"there is no remote {name!r}", "newsdiff remote add NAME URL names one")
    _look_at(_folder(address.decode().strip(), git.work_tree or git.git_dir))
    main = ["refs/heads/main"] if git.run("for-each-ref", "refs/heads/main") else []
    notes = [NOTES] if git.run("for-each-ref", NOTES) else []
    refs = (BRANCH, *main, *notes, f"{RUN_TAGS}*:{RUN_TAGS}*")
    logins = credentials.helper(private)
    code, *said = user.call("push", "--porcelain", "--", name, *refs, ok=range(256), settings=logins)
    out, err = (redact(text.decode("utf-8", "replace")) for text in said)
    if code:
        raise _refusal(git, name, out, err)
    return out


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a remote", "take letters and digits")
    return name


def _folder(address: str, base: Path) -> Path | None:
    """The folder that an address names on this machine; None for one elsewhere."""
    if address.startswith("file://"):
        return Path(address.removeprefix("file://"))
    if "://" in address or ":" in address.split("/")[0]:
        return None
    return base / address


def _look_at(folder: Path | None) -> None:
    """StoreError where a repository on this machine would run programs of its own when something is pushed to it."""
    if folder is None or not folder.is_dir():
        return
    other = foreign.find(folder)
    hooks = sorted(path for path in (other.common / "hooks").glob("*") if path.suffix != ".sample")
    named = [str(path) for path in hooks if os.access(path, os.X_OK)]
    try:
        found = configuration.settings(settings_text(other.common / "config"))
        keys = [setting.key for setting in found if not configuration.is_known(setting)]
        named += [f"the setting {key}" for key in keys if not key.startswith("receive.")]
    except configuration.Unclear as unclear:
        named.append(f"its configuration at {unclear}")
    if named:
        raise StoreError(
            f"{folder} could run a program when something is pushed to it ({named[0]})",
            f"if it is yours, push with git itself: git push {folder} archive",
        )


def _refusal(git: Git, name: str, out: str, err: str) -> StoreError:
    """Why the other side did not take it."""
    refused = [line.split("\t")[-1] for line in out.split("\n") if line.startswith("!")]
    where = f"git -C {git.work_tree or git.git_dir}"
    if any(word in reason for reason in refused for word in _OTHERS):
        return StoreError(
            f"{name} holds commits that are not here, so it was left as it is: does another store push there",
            f"give each store a repository of its own; {where} fetch {name} brings theirs here to look at,"
            f" as {name}/archive",
        )
    said = [line.strip() for line in err.split("\n") if line.strip()]
    why = next((line for line in said if line.startswith(("fatal:", "remote:", "error:", "ERROR:"))), "")
    reason = refused[0] if refused else why.partition(": ")[2] or (said or ["git gave no reason"])[0]
    return StoreError(
        f"nothing was pushed to {name}: {reason[:300]}", f"try {where} push {name} archive, which says more"
    )
