"""git, run through GitPython, in an environment of our own: no user's configuration, hook, template or GIT_* variable.

The only module that starts git. Arguments are never taken from outside text but behind ``--end-of-options``, ``--`` or
on standard input.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import IO, Any

from newsdiff.errors import StoreError
from newsdiff.store.disk import denied, disk_full, has_room, is_full, unwritable
from newsdiff.store.repository.lock_files import refusal
from newsdiff.store.repository.ownership import can_reach, other_owner
from newsdiff.text.urls import redact

BRANCH = "refs/heads/archive"  # the truth; nobody checks it out
RUN_TAGS = "refs/tags/run/"  # signed tags over the archive as runs left it
RECORDER = "newsdiff@localhost"  # who commits and signs what newsdiff records
COMMITTER = f"newsdiff <{RECORDER}>"
NOTES = "refs/notes/newsdiff"  # what rules of later versions find in revisions, beside the history that stands
MINIMUM = (2, 34)
# What could send git elsewhere or change what it says; --git-dir and --work-tree are always given.
_DROPPED = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_NOTES_REF", "GIT_NOTES_DISPLAY_REF",
    "GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_SYSTEM", "GIT_TEMPLATE_DIR", "GIT_DEFAULT_HASH", "GIT_DEFAULT_REF_FORMAT", "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
    "GIT_ATTR_SOURCE", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF", "GIT_TRACE_PACKET",
    "GIT_TRACE_PERFORMANCE", "GIT_TRACE_SETUP", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE", "GIT_ADVICE", "GIT_REF_PARANOIA",
)  # fmt: skip
_SEALED = (
    "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "XDG_CONFIG_HOME=/dev/null",
    # git fetches what a repository lacks from where its configuration says. GIT_NO_LAZY_FETCH is heeded from 2.45 on;
    # a git that may use no protocol reaches nothing, whatever its age.
    "GIT_ALLOW_PROTOCOL=none",
)  # fmt: skip
_SET = (
    *_SEALED,
    "GIT_NO_LAZY_FETCH=1", "GIT_GRAFT_FILE=/dev/null/none",
    "GIT_ATTR_NOSYSTEM=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat",
    "LC_ALL=C", "LANGUAGE=C", "TZ=UTC0",
    # glibc would hand zlib's buffers back to the kernel after every object: nearly half of fast-import's CPU.
    "MALLOC_TRIM_THRESHOLD_=67108864",
)  # fmt: skip
# What the store's own configuration may not decide; each one costs git a little at every start.
_OPTIONS = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.fsync=all", "fastimport.unpackLimit=0", "gc.auto=0",
    "maintenance.auto=false", "log.showSignature=false", "tag.gpgSign=false",
)  # fmt: skip
_NO_ACCESS = re.compile(rb"ermission|not a git repository")  # the latter from newer git, of folders it may not enter
_FULL = re.compile(rb"No space left on device|File too large|Disk quota exceeded")


def outside(path: str) -> str:
    """A path that a user gave, fit for a line of git's standard input."""
    if "\n" in path or "\0" in path:
        raise StoreError("a path with a line break cannot be read from git", "rename the file")
    return path


class Git:
    """git on one repository; ``work_tree`` None for a bare one."""

    def __init__(
        self,
        git_dir: Path,
        work_tree: Path | None = None,
        environment: tuple[str, ...] = _SET,
        settings: tuple[str, ...] = _OPTIONS,
        *,
        as_owner: bool = True,
    ) -> None:
        # git runs inside the work tree, where a relative path would mean another folder.
        self.git_dir = git_dir = git_dir.absolute()
        self.work_tree = work_tree = work_tree and work_tree.absolute()
        place = ["--git-dir", str(git_dir)] + (["--work-tree", str(work_tree)] if work_tree else [])
        options = [part for option in settings for part in ("-c", option)]
        self._environment = environment
        self._owner = other_owner(work_tree or git_dir) if as_owner else None
        self._prefix = ["--no-pager", "--literal-pathspecs", *place, *options]

    def at(self, seconds: int) -> "Git":
        """The same git, which takes the time (since 1970) for now; run as whoever runs us, who can read their keys."""
        date = f"GIT_COMMITTER_DATE=@{seconds} +0000"
        return Git(self.git_dir, self.work_tree, (*_SET, date), as_owner=False)

    def with_objects(self, objects: Path) -> "Git":
        """The same git, whose objects stand in another folder."""
        return Git(self.git_dir, self.work_tree, (*self._environment, f"GIT_OBJECT_DIRECTORY={objects.absolute()}"))

    def from_scratch(self) -> "Git":
        """The same git, which believes no index that was derived from the objects: slower, and nobody can forge it."""
        derived = ("core.commitGraph=false", "core.multiPackIndex=false", "pack.useBitmaps=false")
        return Git(self.git_dir, self.work_tree, self._environment, (*_OPTIONS, *derived))

    def as_user(self) -> "Git":
        """The same git with the user's own configuration: for pushing, with credentials that are theirs."""
        return Git(self.git_dir, self.work_tree, tuple(p for p in _SET if p not in _SEALED), as_owner=False)

    def start(self, *args: str, pass_fds: Sequence[int] = (), settings: Sequence[str] = ()) -> "Started":
        """Start git with pipes on its three streams; ``settings`` are ``name=value`` for this start alone."""
        own = [part for setting in settings for part in ("-c", setting)]
        folder = self.work_tree or self.git_dir
        dropped = tuple(name for name in _DROPPED if name in os.environ)
        command, variables = _command(tuple(os.get_exec_path()), self._environment, dropped)
        try:
            found = (
                _gitpython()
                .Git(str(folder))
                .execute(
                    [*command, *self._prefix, *own, *args],
                    istream=subprocess.PIPE,
                    as_process=True,
                    env=variables,
                    pass_fds=tuple(pass_fds),
                    **self._rights(folder),
                )
            )
        except OSError as error:
            if is_full(error):
                raise disk_full(self.git_dir) from error
            raise StoreError(f"git cannot be started: {error.strerror or error}", "see newsdiff doctor") from error
        return Started(found, self.git_dir, args[0])

    def _rights(self, folder: Path) -> dict[str, Any]:
        """Whom git runs as: root leaves no files of its own in somebody else's store, if they can get there at all."""
        owner = self._owner
        if owner is None or not can_reach(owner, folder):
            return {}
        return {"user": owner.user, "group": owner.group, "extra_groups": []}

    def run(self, *args: str, stdin: bytes = b"", ok: Sequence[int] = (0,), settings: Sequence[str] = ()) -> bytes:
        """What git prints; StoreError (DiskFull) when it ends with a code that is not in ``ok``."""
        return self.call(*args, stdin=stdin, ok=ok, settings=settings)[1]

    def call(
        self, *args: str, stdin: bytes = b"", ok: Sequence[int] = (0,), settings: Sequence[str] = ()
    ) -> tuple[int, bytes, bytes]:
        """git's exit code and both its outputs."""
        started = self.start(*args, settings=settings)
        out, err = started.communicate(stdin)
        code = started.process.returncode
        if code not in ok:
            raise started.failure(code, err)
        return code, out, err


class Started:
    """A running git."""

    def __init__(self, guard: Any, git_dir: Path, name: str) -> None:
        self.process: subprocess.Popen[bytes] = guard.proc
        self._guard = guard  # GitPython ends the process when this goes
        self.git_dir = git_dir
        self.name = name

    @property
    def stdin(self) -> IO[bytes]:
        """Where git reads."""
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def stdout(self) -> IO[bytes]:
        """Where git prints."""
        assert self.process.stdout is not None
        return self.process.stdout

    def communicate(self, stdin: bytes = b"") -> tuple[bytes, bytes]:
        """Feed git, wait for its end, and give both outputs."""
        out, err = self.process.communicate(stdin)
        return out or b"", err or b""

    def end(self) -> bytes:
        """Close the streams, wait, and give what it complained of; StoreError when it failed."""
        _, err = self.communicate()
        if self.process.returncode:
            raise self.failure(self.process.returncode, err)
        return err

    def stop(self) -> None:
        """End git before it is done: the reader has enough."""
        self.process.kill()
        self.communicate()

    def failure(self, code: int, err: bytes) -> StoreError:
        """The error that an exit code and a complaint make."""
        if _FULL.search(err) or code == -25 or not has_room(self.git_dir):  # SIGXFSZ: a write past RLIMIT_FSIZE
            return disk_full(self.git_dir)
        if (locked := refusal(err)) is not None:
            return locked
        lines = [line for line in err.decode("utf-8", "replace").split("\n") if line.strip()]
        said = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "no word")
        if _NO_ACCESS.search(err) and (found := unwritable(self.git_dir)):
            return denied(found)
        return StoreError(f"git {self.name} failed ({code}): {redact(said)[:300]}", "run newsdiff verify")


@lru_cache(maxsize=8)
def _command(
    places: tuple[str, ...], environment: tuple[str, ...], dropped: tuple[str, ...]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """What starts git in an environment, and the variables that GitPython sets for it.

    GitPython takes no variable away: where one has to be, ``env`` does, a program more at every start. A relative place
    to look for programs would lie in the folder that git runs in.
    """
    path = os.pathsep.join(place for place in places if Path(place).is_absolute())
    env, git = (shutil.which(name, path=path) for name in ("env", "git"))
    if env is None or git is None:
        raise StoreError("git was not found", f"install git {_dotted(MINIMUM)} or newer")
    settings = (*environment, f"PATH={path}")
    if dropped:
        return (env, *(part for name in dropped for part in ("-u", name)), *settings, git), {}
    return (git,), {name: value for name, _, value in (setting.partition("=") for setting in settings)}


@cache
def _gitpython() -> Any:
    """GitPython, imported when first used: it runs git itself while it is imported, and again to learn its version."""
    try:
        import git
    except ImportError as error:
        raise StoreError("git was not found", f"install git {_dotted(MINIMUM)} or newer") from error
    version = git.Git().version_info[:2]
    if version < MINIMUM:
        raise StoreError(f"git {_dotted(version)} is too old", f"install git {_dotted(MINIMUM)} or newer")
    return git


def _dotted(version: Sequence[int]) -> str:
    return ".".join(map(str, version))
