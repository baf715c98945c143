"""What proves a store's history to others: an SSH-signed tag over the tip of each run.

A signed tag vouches for its commit, and with it for every commit before. The public key stands in ``.newsdiff/signers``
in the form that ``git verify-tag`` reads, so anybody who has that line can check.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository.git import BRANCH, RECORDER, RUN_TAGS, Git

_HINT = "make one with ssh-keygen -t ed25519, or set signing_key"


def sign(git: Git, key: Path, signers: Path, *, now: datetime) -> str:
    """Sign the archive's tip with an SSH key; gives the tag's name, empty when the tip is signed already."""
    if not git.run("for-each-ref", BRANCH) or git.run("for-each-ref", f"--points-at={BRANCH}", RUN_TAGS):
        return ""
    line = f'{RECORDER} namespaces="git" {_public_key(key)}\n'
    known = signers.read_text("utf-8") if signers.exists() else ""
    if line not in known:
        with room(signers):
            signers.write_text(known + line, encoding="utf-8")
    name = _free_name(git, f"run/{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    who = ("user.name=newsdiff", f"user.email={RECORDER}", "gpg.format=ssh")
    tag = ("tag", "--sign", f"--local-user={key}", "--message=The archive as newsdiff left it", name, BRANCH)
    git.at(int(now.timestamp())).run(*tag, settings=who)
    return name


def _free_name(git: Git, name: str) -> str:
    """The name of a tag; with a number behind it where another tip was signed in the same second."""
    taken = git.run("for-each-ref", "--format=%(refname:lstrip=2)", f"refs/tags/{name}*").decode().split()
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(free for free in names if free not in taken)


def _public_key(key: Path) -> str:
    """The kind and the digits of the public key that belongs to a private one; StoreError."""
    file = key.with_name(f"{key.name.removesuffix('.pub')}.pub")
    if not file.is_file():
        raise StoreError(f"there is no public key {file}", _HINT)
    words = file.read_bytes().decode("utf-8", "replace").split()[:2]
    if len(words) < 2 or not all(word.isascii() and word.isprintable() for word in words):
        raise StoreError(f"{file} holds no public key", _HINT)
    return " ".join(words)


def doubts(git: Git, signers: Path) -> Iterator[str]:
    """What is wrong with the signed tags: a signature that is not good, a commit that the archive no longer holds."""
    names = git.run("for-each-ref", "--format=%(refname:lstrip=2)", RUN_TAGS).decode().split()
    # A tag that bears a signature of another kind is none of ours: no program is asked about it.
    none = ("gpg.openpgp.program=/dev/null/none", "gpg.x509.program=/dev/null/none")
    check = ("gpg.format=ssh", f"gpg.ssh.allowedSignersFile={signers}", *none)
    for name in names:
        if git.call("verify-tag", name, ok=range(256), settings=check)[0]:
            yield f"the signature of the tag {name} is not good"
        if git.call("merge-base", "--is-ancestor", f"refs/tags/{name}^{{commit}}", BRANCH, ok=range(256))[0]:
            yield f"the tag {name} vouches for a commit that the archive no longer holds"
