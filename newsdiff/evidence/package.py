"""One file for a fact-checker or a court: what an article said, when, and all that proves it without newsdiff.

A zip of texts, raw pages, comparisons, the history as a git bundle, time stamps, hashes of everything, and a page that
says how to check each of them with git, sha256sum and openssl.
"""

import hashlib
import json
import re
import shlex
import tempfile
import zipfile
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import IO

from newsdiff import comparison
from newsdiff.errors import NewsdiffError
from newsdiff.evidence import timestamps
from newsdiff.evidence.captures import KeptPage, kept_pages, wacz, zipped
from newsdiff.model import FlagSettings, Revision, RevisionKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.render import html
from newsdiff.render.header import dismissals, dismissed, times, when
from newsdiff.render.layout import Options, Side
from newsdiff.render.templates import environment
from newsdiff.store import Store
from newsdiff.store.copies.proof import NOTES_REF, SIGNERS, Proof
from newsdiff.store.disk import replacing, room
from newsdiff.store.timestamps import stamp
from newsdiff.text.scrub import visible
from newsdiff.text.urls import public

AUTHORITY = "timestamps/authority.pem"
_TOLD_OF_JUDGEMENTS = (
    "What newsdiff says of a change is its own reading, by the rules that it names. It stands in the commit's message,"
    " or, where later rules judged the same texts anew, in a note on the commit (git -C history log --notes=newsdiff"
    " archive shows them). What a person called a false alarm, when and why stands in such a note, too (Dismissed);"
    " the comparison still tells it, and says so. Signatures and time stamps vouch for the commits, not for notes:"
    " nothing proves who dismissed what, or that it was then."
)
_CHUNK_BYTES = 1 << 20


class Item(NamedTuple):
    """One revision as the page shows it."""

    number: int
    seen: str
    kind: str
    commit: str
    summary: str
    judged: str  # by which rules, and when
    dismissed: tuple[str, ...]  # lines on the findings that a person called false alarms
    text: str  # files of the package; empty where there is none
    comparison: str
    capture: str
    judgement: str


class Check(NamedTuple):
    """One thing to check: what it shows, and the commands that do."""

    title: str
    shows: str
    commands: tuple[str, ...]


class Packed(NamedTuple):
    """What a package holds."""

    revisions: int
    captures: int
    stamps: int
    articles: int  # in the history that it holds, which is the whole store's
    history: int  # revisions of all of them
    folder: str  # that it unpacks into
    bytes: int = 0
    sha256: str = ""


def write(
    store: Store, path: str, out: Path, *, settings: FlagSettings, authority: Path | None, now: datetime
) -> Packed:
    """Write the evidence on one article; ``authority``: the file of certificates of the time stamps, if it is known.

    StoreError where a text or a raw page is damaged, DiskFull; nothing is left then.
    """
    with room(out):
        with (
            replacing(out) as fresh,
            tempfile.TemporaryDirectory(dir=store.private, prefix="evidence-") as folder,
            fresh.open("wb") as file,
        ):
            made = _Package(store, path, settings, authority, now, Path(folder), _folder_name(out)).write(file)
        with out.open("rb") as packed:
            digest = hashlib.file_digest(packed, "sha256").hexdigest()
        return made._replace(bytes=out.stat().st_size, sha256=digest)


def _folder_name(out: Path) -> str:
    """What the folder is called that a package unpacks into: as the file, in characters that every system takes."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", out.stem).strip(".-") or "evidence"


class _Package:
    def __init__(
        self,
        store: Store,
        path: str,
        settings: FlagSettings,
        authority: Path | None,
        now: datetime,
        folder: Path,
        name: str,
    ) -> None:
        self._name = name
        self._store, self._settings, self._now, self._folder = store, settings, now, folder
        self._authority = authority if authority and authority.is_file() else None
        self._proof = Proof(store)
        self._revisions = store.read_all(store.history(path)[::-1])
        self._judgements = self._proof.judgements([one.id for one in self._revisions])
        self._hashes: dict[str, str] = {}
        self._compared_by = ""  # the version of today's rules

    def write(self, out: IO[bytes]) -> Packed:
        captures = {one.sha256: one for one in kept_pages(self._store, [one.raw_sha256 for one in self._revisions])}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as self._zip:
            items = list(self._items(captures))
            if captures:
                self._put("captures.wacz", wacz(list(captures.values()), self._title, self._now))
            bundle = self._folder / "history.bundle"
            self._proof.bundle(bundle)
            self._put_file("history.bundle", bundle)
            stamps = self._stamps()
            signers = self._store.private / SIGNERS
            if signers.is_file():
                self._put("signers", signers.read_bytes())
            self._put("revisions.json", self._listed(items))
            checks = list(self._checks(items, stamps))
            self._put("VERIFY.html", self._page(items, checks).encode())
            self._zip.writestr(self._entry("SHA256SUMS"), self._sums())
        all_of = self._store.articles()
        history = sum(one.revisions for one in all_of)
        return Packed(len(items), len(captures), len(stamps), len(all_of), history, self._name)

    @property
    def _title(self) -> str:
        return visible(self._revisions[-1].headline or self._revisions[-1].url)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        """The entry of a file, in the one folder that the package unpacks into."""
        return zipped(f"{self._name}/{name}", self._now)

    def _put(self, name: str, body: bytes) -> str:
        self._hashes[name] = hashlib.sha256(body).hexdigest()
        self._zip.writestr(self._entry(name), body, zipfile.ZIP_DEFLATED)
        return name

    def _put_file(self, name: str, file: Path) -> None:
        digest = hashlib.sha256()
        with file.open("rb") as source, self._zip.open(self._entry(name), "w", force_zip64=True) as entry:
            while chunk := source.read(_CHUNK_BYTES):
                digest.update(chunk)
                entry.write(chunk)
        self._hashes[name] = digest.hexdigest()

    def _sums(self) -> str:
        return "".join(f"{digest}  {name}\n" for name, digest in sorted(self._hashes.items()))

    def _items(self, captures: dict[str, KeptPage]) -> Iterator[Item]:
        """Put the texts, the comparisons and the bodies of the raw pages."""
        texts = self._proof.texts(self._revisions)
        before: Revision | None = None
        seen = times([one.seen_at for one in self._revisions])
        for number, (revision, text) in enumerate(zip(self._revisions, texts, strict=True), 1):
            capture, note = captures.get(revision.raw_sha256), self._judgements.get(revision.id)
            yield Item(
                number,
                seen[number - 1],
                revision.kind.value,
                revision.id,
                visible(revision.summary),
                _judged(revision, later=revision.id in self._judgements),
                tuple(map(visible, dismissals(revision))),
                self._put(f"texts/{number:03}.md", text),
                self._put(f"comparisons/{number:03}.html", self._compared(before, revision, number)) if before else "",
                self._put(f"captures/{number:03}.body", capture.page.body) if capture else "",
                self._put(f"judgements/{number:03}.txt", note.text) if note else "",
            )
            before = revision

    def _compared(self, old: Revision, new: Revision, number: int) -> bytes:
        assert old.article and new.article, "they were read"
        report = comparison.compare(
            old.article, new.article, self._settings, old_seen=old.seen_at, new_seen=new.seen_at
        )
        self._compared_by = report.rules
        report = dismissed(report, new)
        sides = Side(f"@{number - 1}", old.seen_at), Side(f"@{number}", new.seen_at)
        return ("\n".join(html.render(report, Options(full=True), *sides)) + "\n").encode()

    def _stamps(self) -> list[str]:
        """Put the time stamps over the article's revisions; their commits."""
        known = {one.commit: one for one in timestamps.stamps(self._store.private)}
        found = [known[name] for name in self._vouching({commit: commit for commit in known})]
        for one in found:
            self._put(f"timestamps/{one.commit}.tsr", one.file.read_bytes())
        if found and self._authority:
            self._put(AUTHORITY, self._authority.read_bytes())
        return [one.commit for one in found]

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each commit in the history."""
        return {commit: place for place, commit in enumerate(self._store.following("") or ())}

    def _vouching(self, commits: Mapping[str, str]) -> list[str]:
        """Of things over commits, by name, those that vouch first for one of the article's revisions, in order."""
        known = sorted((self._order[commit], name) for name, commit in commits.items() if commit in self._order)
        places = [place for place, _ in known]
        first = {bisect_left(places, self._order[one.id]) for one in self._revisions}
        return [known[at][1] for at in sorted(first) if at < len(known)]

    def _listed(self, items: Sequence[Item]) -> bytes:
        told = [
            {
                "number": item.number,
                "kind": item.kind,
                "commit": item.commit,
                "path": revision.path,
                "url": public(revision.url),
                "seen_at": stamp(revision.seen_at),
                "since": stamp(revision.since) if revision.since else None,
                "text": item.text,
                "text_sha256": self._hashes[item.text],
                "flags": list(revision.flags),
                "rules": revision.rules or None,
                "dismissed": list(revision.dismissed),
                "dismissed_at": revision.trailer("Dismissed-At") or None,
                "dismissed_because": revision.trailer("Dismissed-Because") or None,
                "judgement": item.judgement or None,
                "capture": item.capture or None,
                "capture_sha256": self._hashes.get(item.capture),
            }
            for item, revision in zip(items, self._revisions, strict=True)
        ]
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()

    def _checks(self, items: Sequence[Item], stamps: Sequence[str]) -> Iterator[Check]:
        yield Check(
            "The files are those that were packed",
            "Each file of this package has the SHA-256 that SHA256SUMS lists. Whoever gave you the package may tell you"
            " the SHA-256 of the package itself by another way.",
            ("sha256sum --check --strict SHA256SUMS",),
        )
        yield Check(
            "The history is whole",
            "Each commit is named by what it holds and by the commit before it: none can be changed, taken out or put"
            " in without another name for all that follow.",
            (
                "git clone --quiet --branch archive history.bundle history",
                "git -C history fsck --full --strict",
            ),
        )
        yield Check(
            "The texts are those of the history",
            "Each text stands in its commit byte by byte, and the commit's message names its SHA-256 (Text-Sha256).",
            tuple(command for item, one in self._pairs(items) for command in self._of_text(item, one)),
        )
        if pages := tuple(self._of_capture(item) for item in items if item.capture):
            yield Check(
                "The raw pages are those that were fetched",
                "The commit's message names the SHA-256 of the body that the server sent (Raw-Sha256); captures.wacz"
                " holds the same pages with the server's headers, and replayweb.page shows it.",
                pages,
            )
        if self._judgements:
            yield Check(
                "The later judgements are those of the store", _TOLD_OF_JUDGEMENTS, tuple(self._of_notes(items))
            )
        if tags := self._vouching(self._proof.tags()):
            signed = 'git -C history -c gpg.format=ssh -c gpg.ssh.allowedSignersFile="$PWD/signers" verify-tag '
            yield Check(
                "The history was signed",
                "Whoever keeps the store signed it after each run, with the key that the file signers names.",
                tuple(signed + shlex.quote(tag) for tag in tags),
            )
        if stamps:
            yield Check("The history was there at a time", self._told_of_stamps(), tuple(self._of_stamps(stamps)))

    def _pairs(self, items: Sequence[Item]) -> Iterator[tuple[Item, Revision]]:
        return zip(items, self._revisions, strict=True)

    def _of_text(self, item: Item, revision: Revision) -> Iterator[str]:
        yield f"git -C history cat-file blob {item.commit}:{shlex.quote(revision.path)} | cmp - {item.text}"
        yield _named("Text-Sha256", item.commit, item.text)

    def _of_capture(self, item: Item) -> str:
        return _named("Raw-Sha256", item.commit, item.capture)

    def _of_notes(self, items: Sequence[Item]) -> Iterator[str]:
        yield f"git -C history fetch --quiet ../history.bundle {NOTES_REF}:{NOTES_REF}"
        for item in items:
            if item.judgement:
                name = self._judgements[item.commit].name
                yield f"git -C history cat-file blob {name} | cmp - {item.judgement}"

    def _told_of_stamps(self) -> str:
        told = (
            "An authority signed each of these commits with the time at which it saw it (RFC 3161), and with it all"
            " commits before. openssl ts -reply -in FILE -text shows the time."
        )
        if self._authority is None:
            return (
                f"{told} Its certificates are not in this package: get them from the authority itself, as"
                " authority.pem in the folder timestamps."
            )
        return f"{told} Compare {AUTHORITY} with the certificates that the authority itself gives."

    def _of_stamps(self, stamps: Sequence[str]) -> Iterator[str]:
        last = self._revisions[-1].id
        if self._order[last] <= self._order[stamps[-1]]:
            yield f"git -C history merge-base --is-ancestor {last} {stamps[-1]}"
        known = {one.commit: one.file for one in timestamps.stamps(self._store.private)}
        for commit in stamps:
            at = _at(known[commit])
            yield f"git -C history cat-file commit {commit} > stamped.commit"
            yield f"openssl ts -verify{at} -data stamped.commit -in timestamps/{commit}.tsr -CAfile {AUTHORITY}"

    def _page(self, items: Sequence[Item], checks: Sequence[Check]) -> str:
        page = environment(Path(__file__).with_name("templates")).get_template("verify.html")
        last = self._revisions[-1]
        return page.render(
            title=self._title,
            url=visible(public(last.url)),
            made=when(self._now),
            rules=visible(self._compared_by),
            span=" to ".join(dict.fromkeys((items[0].seen, items[-1].seen))),
            items=items,
            checks=checks,
            recleaned=any(one.kind is RevisionKind.RECLEAN for one in self._revisions),
        )


def _judged(revision: Revision, *, later: bool) -> str:
    """By which rules a revision was judged, and when."""
    if not revision.rules:
        return ""
    return f"judged by rules {visible(revision.rules)}, {'anew, after' if later else 'when'} it was recorded"


def _at(stamp: Path) -> str:
    """The option that has openssl check as of a stamp's time, for certificates expire; none where it cannot be read."""
    try:
        return f" -attime {int(timestamps.stamped_at(stamp).timestamp())}"
    except NewsdiffError:  # without the extra, or a stamp that is none: the check will say so
        return ""


def _named(trailer: str, commit: str, file: str) -> str:
    """A command that finds a file's hash in a commit's message."""
    return f'git -C history cat-file commit {commit} | grep -x "{trailer}: $(sha256sum < {file} | cut -c 1-64)"'
