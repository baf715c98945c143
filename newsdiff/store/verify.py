"""Whether a store still says what was recorded: objects, history, trailers, raw pages, times.

A fault names the article that it touches, even where git can no longer tell: the index remembers.
"""

import hashlib
import re
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

import newsdiff.store.raw as raw
from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind
from newsdiff.store.index import RevisionIndex, Row, row
from newsdiff.store.judgements import notes
from newsdiff.store.repository import commit_message, read
from newsdiff.store.repository.git import BRANCH, NOTES, Git
from newsdiff.store.timestamps import committed, stamp

_OBJECT = re.compile(r"\b[0-9a-f]{40}\b")
_BATCH_OBJECTS = 2000  # objects in memory
_MOST_ASKED = 200  # files whose histories are asked for one by one
_HIDDEN = (
    "git's index of commits (objects/info/commit-graphs) hides it: remove that folder, newsdiff maintain makes it anew"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where: ``path`` of the article and ``commit``, empty where it concerns none of them."""

    message: str
    path: str = ""
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Raws:
    """The raw pages by the SHA-256 of their bodies: those that are whole, and why the others are not."""

    whole: Collection[str]
    damaged: Mapping[str, str]
    named: set[str] = field(default_factory=set)  # by a revision that was looked at


def faults(
    git: Git, index: RevisionIndex, pages: raw.Raw, path: str | None, sample: float, seed: int
) -> Iterator[Fault]:
    """All that is wrong with one article, with a share of them (0 to 1), or with a whole store."""
    scratch = git.from_scratch()
    rows = rows_of(scratch, index)
    whole = path is None and sample >= 1.0
    yield from history(scratch, rows)
    yield from misremembered(index, rows)
    if whole:
        yield from objects(git, rows)
        yield from replaced(scratch)
        yield from judgements(scratch, rows)
    paths = {path} if path else picked({row.path for row in rows}, sample, seed)
    yield from hidden(git, rows, paths)
    kept = raws(pages)
    yield from revisions(scratch, [row for row in rows if row.path in paths], kept)
    if whole:
        yield from torn(pages)
        yield from unnamed(kept)


def objects(git: Git, rows: Sequence[Row]) -> Iterator[Fault]:
    """What git itself finds wrong with the whole store; each article that it touches is named."""
    code, out, err = git.call("fsck", "--full", "--strict", "--no-dangling", "--no-progress", ok=range(-64, 256))
    lines = (out + err).decode("utf-8", "replace").split("\n")
    said = [line for line in lines if line.strip() and not line.startswith("notice:")]
    named = {one.commit: one for one in rows} | {one.blob: one for one in rows}
    for line in said:
        hit = next((named[name] for name in _OBJECT.findall(line) if name in named), None)
        yield Fault(f"git fsck: {line}", hit.path if hit else "", hit.commit if hit else "")
    if code and not said:
        yield Fault(f"git fsck ended with {code}")


def history(git: Git, rows: Sequence[Row]) -> Iterator[Fault]:
    """Whether the archive is one line of commits, and newsdiff recorded each of them."""
    if not git.run("for-each-ref", "--format=%(refname)", BRANCH):
        yield from (Fault("a revision is gone from the history", one.path, one.commit) for one in rows)
        return
    try:
        lines = git.run("rev-list", "--parents", BRANCH).decode().split("\n")
    except StoreError as error:
        yield Fault(f"the history cannot be walked: {error.message}")
        return
    walked = [line.split(" ") for line in lines if line]
    yield from (Fault("the history is not one line", commit=ids[0]) for ids in walked if len(ids) > 2)
    recorded, there = {one.commit: one for one in rows}, {ids[0] for ids in walked}
    strangers = [ids[0] for ids in walked if ids[0] not in recorded]
    for name, body in zip(strangers, read.objects(git, strangers), strict=True):
        yield Fault(f"a commit that newsdiff did not record{_strange(body)}", commit=name)
    for commit, one in recorded.items():
        if commit not in there:
            yield Fault("a revision is gone from the history", one.path, commit)


def _strange(commit: bytes | None) -> str:
    """Why a commit is none of ours, where that can be seen in itself; it is passed over by all readers."""
    if commit is None:
        return ": it is damaged"
    head, _, message = commit.partition(b"\n\n")
    lines = dict(line.split(" ", 1) for line in head.decode("utf-8", "replace").split("\n") if " " in line)
    found = []
    if committed(lines.get("author", "").rpartition("> ")[2].split(" ")[0]) is None:
        found.append("it has no time between 1970 and 2100")
    if "encoding" in lines:
        found.append(f"its message is in {lines['encoding'][:40]}")
    try:
        found += commit_message.faults(message.decode())
    except UnicodeDecodeError:
        found.append("its message is no UTF-8")
    return f": {', '.join(found)}" if found else ""


def replaced(git: Git) -> Iterator[Fault]:
    """Objects that plain git shows in the place of others; newsdiff never does."""
    for line in (
        git.run("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/replace/").decode().split("\n")
    ):
        name, _, other = line.partition(" ")
        if name:
            yield Fault(
                f"git shows {other[:10]} in its place (refs/replace): git replace -d {name} ends that", commit=name
            )


def judgements(git: Git, rows: Sequence[Row]) -> Iterator[Fault]:
    """Notes that tell of no judgement, or of no revision; what they say is derived, and ``rejudge`` makes it anew.

    What a person dismissed stands nowhere else: a note that tells it otherwise than newsdiff writes it is named, too.
    """
    if not notes.tip(git):
        return
    recorded = {one.commit: one for one in rows}
    for name, text in notes.texts(git):
        one = recorded.get(name)
        if one is None:
            yield Fault(f"a note of {NOTES} is on no revision ({name[:40]})")
        elif not notes.is_judgement(text):
            yield Fault(f"its note in {NOTES} tells of no judgement: newsdiff rejudge makes it anew", one.path, name)
        elif not commit_message.is_dismissal_told(text):
            told = "calls false alarms what is no line on a finding, or says not since when"
            yield Fault(f"its note in {NOTES} {told}: newsdiff dismiss {name[:10]} --undo ends that", one.path, name)


def rows_of(git: Git, index: RevisionIndex) -> list[Row]:
    """Every revision, oldest first: as git tells; what git cannot tell (any more), as the index remembers."""
    remembered = {one.commit: one for one in index.raw_rows()}
    try:
        kept = list(read.log(git))[::-1]
    except StoreError:
        return list(remembered.values())
    told = {k.revision.id: row(k.revision, k.blob, "") for k in kept}
    return [*(one for name, one in remembered.items() if name not in told), *told.values()]


def hidden(git: Git, rows: Sequence[Row], paths: Collection[str]) -> Iterator[Fault]:
    """Revisions that git does not show where it goes by its index of commits, as every reader but verify does.

    The index also tells which commits may concern a file; that is asked for some of the files only.
    """
    try:
        there = set(git.from_scratch().run("rev-list", BRANCH).decode().split())
        asked = sorted(paths, key=lambda path: hashlib.sha256(path.encode()).digest())[:_MOST_ASKED]
        for path in (None, *asked):
            seen = {kept.revision.id for kept in read.log(git, path=path)}
            mine = (one for one in rows if path in (None, one.path) and one.commit in there)
            yield from (Fault(_HIDDEN, one.path, one.commit) for one in mine if one.commit not in seen)
    except StoreError:  # that the history cannot be walked is told already
        return


def misremembered(index: RevisionIndex, rows: Sequence[Row]) -> Iterator[Fault]:
    """Lines of the index that say otherwise than git: names of articles are looked up in it."""
    told = {one.commit: one for one in rows}
    for line in index.raw_rows():
        one = told.get(line.commit, line)
        if (line.blob, line.seconds, line.kind, line.path) != (one.blob, one.seconds, one.kind, one.path):
            yield Fault(f"{index.file} tells it otherwise: remove that file, it is made anew", one.path, one.commit)


def revisions(git: Git, rows: Sequence[Row], kept: Raws) -> Iterator[Fault]:
    """Each revision's commit, text and raw page against the hashes that were recorded, and times that go forward."""
    newest: dict[str, datetime] = {}
    for at in range(0, len(rows), _BATCH_OBJECTS):
        some = rows[at : at + _BATCH_OBJECTS]
        names = [name for one in some for name in (one.commit, f"{one.commit}:{one.path}")]
        bodies = list(read.objects(git, names))
        for one, commit, blob in zip(some, bodies[::2], bodies[1::2], strict=True):
            yield from (Fault(what, one.path, one.commit) for what in _revision(one, commit, blob, kept, newest))


def _revision(
    of: Row, commit: bytes | None, blob: bytes | None, kept: Raws, newest: dict[str, datetime]
) -> Iterator[str]:
    """What is wrong with one revision."""
    if commit is None or _name(b"commit", commit) != of.commit:
        yield "its commit is damaged or gone"
    if blob is None or _name(b"blob", blob) != of.blob:
        yield "its text, or a folder that leads to it, is damaged or gone"
    if commit is None or blob is None:
        return
    text = commit.partition(b"\n\n")[2].decode("utf-8", "replace")
    if (seen_at := committed(of.seconds)) is None:
        yield "the index, which alone remembers it, tells no time of it"
        return
    found = commit_message.read(of.commit, of.path, seen_at, text)
    if found is None:
        yield "its message cannot be read"
        return
    told = dict(found.trailers)
    if told.get("Text-Sha256") != hashlib.sha256(blob).hexdigest():
        yield "its text is not the one that was recorded (Text-Sha256)"
    if told.get("Observed") != stamp(found.seen_at):
        yield "its author date is not the time of observation (Observed)"
    if found.since and found.since > found.seen_at:
        yield "the text before it was last seen later than itself (Since)"
    if found.seen_at < newest.get(of.path, found.seen_at):
        yield "it was observed before the revision that it follows"
    if found.kind is not RevisionKind.RECLEAN:  # dated when the old page was cleaned anew: nobody looked at the site
        newest[of.path] = found.seen_at
    yield from _raw(told.get("Raw-Sha256", ""), kept)


def _raw(name: str, kept: Raws) -> Iterator[str]:
    kept.named.add(name)
    if name in kept.damaged:
        yield f"its raw page is damaged: {kept.damaged[name]}"
    elif name and name not in kept.whole:
        yield f"its raw page {name[:12]} is gone"


def _name(kind: bytes, body: bytes) -> str:
    """What git calls an object."""
    return hashlib.sha1(b"%s %d\0" % (kind, len(body)) + body, usedforsecurity=False).hexdigest()


def raws(store: raw.Raw) -> Raws:
    """Read every raw page and check its bytes, and what its manifest says of it."""
    whole: set[str] = set()
    damaged: dict[str, str] = {}
    for manifest in store.manifests():
        for line in raw.lines(manifest):
            try:
                page = raw.read(manifest, line)
            except StoreError as error:
                damaged[line.sha256] = error.message
                continue
            if hashlib.sha256(page.body).hexdigest() == line.sha256 and page.url == line.url:
                whole.add(line.sha256)
            else:
                damaged[line.sha256] = f"a line of {manifest} on {line.url} does not tell what its page holds"
    return Raws(whole, {name: why for name, why in damaged.items() if name not in whole})


def unnamed(kept: Raws) -> Iterator[Fault]:
    """Damage to raw pages that no revision names, such as those of suspects: the URL stands in the words."""
    yield from (Fault(why) for name, why in kept.damaged.items() if name not in kept.named)


def torn(manifests: raw.Raw) -> Iterator[Fault]:
    """Lines of manifests that cannot be read, but for the torn end of a killed run."""
    for manifest in manifests.manifests():
        *lines, _ = manifest.read_bytes().split(b"\n")
        read_back = sum(1 for _ in raw.lines(manifest))
        if read_back < len(lines):
            yield Fault(f"{len(lines) - read_back} lines of {manifest} cannot be read")


def picked(paths: Collection[str], sample: float, seed: int) -> set[str]:
    """A share of the articles, the same ones for the same seed."""
    return {path for path in paths if zlib.crc32(f"{seed} {path}".encode()) < sample * (1 << 32)}


def gaps(seen: Sequence[datetime], longest: timedelta) -> list[tuple[datetime, datetime]]:
    """The spans longer than ``longest`` between two sightings: an edit in there has no finer time."""
    return [(old, new) for old, new in pairwise(sorted(seen)) if new - old > longest]
