"""WARC file -> pages. A record is believed only where its length and its digest say so; the others are told of."""

import re
from collections.abc import Callable, Generator, Iterator
from typing import IO

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc import records
from newsdiff.store.warc.answers import ArchivedAnswer, BadAnswer
from newsdiff.store.warc.framing import Frame, frame_at, search
from newsdiff.store.warc.records import Flaw
from newsdiff.store.warc.revisits import Revisits
from newsdiff.store.warc.sections import Gap, Section, section_at, sections
from newsdiff.store.warc.unpacking import Damage

Wanted = Callable[[ArchivedAnswer, str], bool]  # the head of an answer, and the address that it came from
_PEEK_BYTES = 1 << 16
_HEAD_BYTES = 1 << 18  # of an answer, beside its body
_MAX_DOUBTED_BYTES = 1 << 28  # read for the digests of records that no record follows
_NO_LIMIT_BYTES = 1 << 40
_OTHER_SCHEME = re.compile(r"<?(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # dns:, urn:, metadata:


def page(stream: IO[bytes]) -> Page:
    """The first page that a stream of our own records holds; StoreError when there is none."""
    for found in _FileReader(stream, _NO_LIMIT_BYTES, lambda _answer, _url: True, own=True).read():
        if isinstance(found, Page):
            return found
    raise StoreError("a raw record holds no page", "run newsdiff verify")


def pages(stream: IO[bytes], *, limit: int, wanted: Wanted) -> Iterator[Page | LeftOut]:
    """The pages of a WARC file, whoever wrote it, in the file's order, and what is left out of it.

    Only what is ``wanted`` is read, up to ``limit`` bytes of body. StoreError where there is no record at all.
    """
    yield from _FileReader(stream, limit, wanted).read()


class _FileReader:
    """One pass through a file."""

    def __init__(self, file: IO[bytes], limit: int, wanted: Wanted, *, own: bool = False) -> None:
        self._file, self._limit, self._wanted, self._own = file, limit, wanted, own
        self._crawls: set[str] = set()  # the warcinfo records that believed records name
        self._revisits = Revisits()
        self._elsewhere = 0  # revisits of pages that no record of the file holds
        self._doubted_bytes = 0
        self._records = 0

    def read(self) -> Iterator[Page | LeftOut]:
        for part in sections(self._file):
            if isinstance(part, Gap):
                yield _gap(part.at, part.end)
            else:
                yield from self._section(part)
        if self._elsewhere:
            yield LeftOut(
                f"{self._elsewhere:,} revisits", "the pages that they were unchanged since stand in other files"
            )
        if not self._records:
            raise StoreError("no WARC record can be read", "is it a WARC file")

    def _section(self, section: Section) -> Iterator[Page | LeftOut]:
        if not section.length and section.damage:
            yield LeftOut(f"what stands at byte {section.at:,}", section.damage.value)
        at, searched = 0, section.searched
        while (found := frame_at(section, at)) is not None:
            if isinstance(found, Gap):
                yield _gap(section.at + found.at, section.at + found.end)
                at, searched = found.end, True
                continue
            self._records += 1
            proved = yield from self._record(section, found, searched)
            searched = not (proved or found.ends)
            at = search(section, found.head.block_at) if searched else found.stop

    def _record(self, section: Section, frame: Frame, searched: bool) -> Generator[Page | LeftOut, None, bool]:
        """A record's page, or why there is none; whether its bytes prove its length, whatever follows them."""
        fields = frame.head.fields
        if not self._concerns(section, frame):
            return False
        try:
            if searched and self._crawls and fields.get("warc-warcinfo-id") not in self._crawls:
                raise Flaw("it stands inside a damaged record, and does not say that it is of this crawl")
            if fields.get("warc-type", "").lower() == "revisit":
                yield from self._again(section, frame)
                return False
            found, proved = self._believed(section, frame)
            if not self._wanted(ArchivedAnswer(found.status, found.headers, found.body), found.url):
                return proved
        except (Flaw, BadAnswer) as error:
            yield LeftOut(_place(section, frame), str(error))
            return False
        if crawl := fields.get("warc-warcinfo-id"):
            self._crawls.add(crawl)
        self._revisits.remember(fields, (section.at, frame.at))
        yield found
        return proved

    def _again(self, section: Section, frame: Frame) -> Iterator[Page]:
        """The page that a record says was unchanged, as of that record's time; Flaw, BadAnswer."""
        self._check(section, frame)
        of = records.named(frame.head.fields, own=self._own)
        place = self._revisits.find(frame.head.fields)
        there = section_at(self._file, place[0]) if place else None
        before = frame_at(there, place[1]) if place and there else None
        if there is None or not isinstance(before, Frame):
            self._elsewhere += 1
            return
        page, _ = self._believed(there, before)
        yield page._replace(url=of.url, final_url=of.url, fetched_at=of.seen_at)

    def _concerns(self, section: Section, frame: Frame) -> bool:
        """Whether a record could hold a page that is wanted, by its kind and by the head of its answer."""
        fields = frame.head.fields
        kind, url = fields.get("warc-type", "").lower(), fields.get("warc-target-uri", "")
        if kind not in ("response", "resource", "revisit", "") or (_OTHER_SCHEME.match(url) and not self._own):
            return False
        peek = section.source.read(frame.head.block_at, min(frame.head.length, _PEEK_BYTES))
        try:
            found = records.answered(fields, peek)
            if kind == "revisit":  # its status may be 304, and its body stands elsewhere
                found = ArchivedAnswer(200, found.headers, b"<html>")
            return self._wanted(found, url)
        except BadAnswer:
            return True  # it may be a damaged one

    def _check(self, section: Section, frame: Frame) -> None:
        """Flaw where a record is not all there, or its own head may be damaged: no digest is of that."""
        if not frame.whole:
            raise Flaw(f"it is cut short{f': {section.damage}' if section.damage else ''}")
        if section.damage not in (Damage.NONE, Damage.CUT):
            raise Flaw(section.damage.value)

    def _believed(self, section: Section, frame: Frame) -> tuple[Page, bool]:
        """A record's page, and whether a digest or the answer itself proves its length; Flaw, BadAnswer."""
        fields, length = frame.head.fields, frame.head.length
        of = records.named(fields, own=self._own)
        self._check(section, frame)
        if length > self._limit + _HEAD_BYTES:
            raise Flaw(f"it is longer than {self._limit:,} bytes")
        if not frame.ends:
            self._doubted_bytes += length
            if self._doubted_bytes > _MAX_DOUBTED_BYTES:
                raise Flaw(_NO_END)
        block = section.source.read(frame.head.block_at, length)
        if len(block) < length:
            raise Flaw("the file is too damaged to be read to its end")
        found = records.answered(fields, block)
        holds = records.digest(fields, block, found, self._limit)
        if holds is False:
            raise Flaw("it is damaged: its digest is not that of its bytes")
        made, proved = records.page(fields, of, found, self._limit)
        if not (frame.ends or holds or proved):
            raise Flaw(_NO_END)
        return made, holds is True or proved


_NO_END = "no record follows it where its length says, and no digest proves it"


def _gap(at: int, end: int) -> LeftOut:
    return LeftOut(f"what stands at byte {at:,}", f"{end - at:,} bytes that are no record")


def _place(section: Section, frame: Frame) -> str:
    """What to call a record: its address and time, else where it stands."""
    return records.label(frame.head.fields) or f"the record at byte {section.at + frame.at:,}"
