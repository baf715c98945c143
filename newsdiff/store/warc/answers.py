"""The block of a record -> what a server answered: status, headers, and a plain body that is whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.body.chunks import BadChunks, joined
from newsdiff.body.codings import decoded
from newsdiff.body.gzip_members import BadEncoding
from newsdiff.store.warc.header import fields

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\r\n]*\r?\n")
_BLANK = re.compile(rb"\n\r?\n")
_MAX_HEAD_BYTES = 1 << 18
_MAX_DIGITS = 15


class BadAnswer(ValueError):
    """A block holds no answer, or half of one; the text says which."""


@dataclass(frozen=True, slots=True)
class ArchivedAnswer:
    """What a server answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    payload: bytes  # as it came

    def header(self, name: str) -> str:
        """The first header of a name, in whatever case; the empty string when there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def plain(self, limit: int) -> tuple[bytes, bool]:
        """The body without chunks and codings, and whether its own length or end proves it whole; BadAnswer."""
        try:
            body, ended = (
                joined(self.payload) if "chunked" in self._listed("transfer-encoding") else (self.payload, False)
            )
            body, closed = decoded(body, self._listed("content-encoding"), limit)
        except (BadChunks, BadEncoding) as error:
            raise BadAnswer(str(error)) from error
        if len(body) > limit:
            raise BadAnswer(f"it is longer than {limit:,} bytes")
        return body, ended or closed or self._has_its_length()

    def payloads(self, limit: int) -> Iterator[bytes]:
        """The forms that the payload has as it is unpacked, as far as it can be."""
        yield self.payload
        try:
            yield joined(self.payload)[0]
            yield self.plain(limit)[0]
        except (BadChunks, BadAnswer):
            return

    def _has_its_length(self) -> bool:
        """Whether the body has the length that the server stated; BadAnswer when it is shorter.

        A body that is longer was unpacked before it was kept, and one that was unpacked may be shorter.
        """
        stated = self.header("content-length")
        if not stated.isdecimal() or len(stated) > _MAX_DIGITS:
            return False
        if len(self.payload) < int(stated) and not self._listed("content-encoding"):
            raise BadAnswer(f"only {len(self.payload):,} of its {int(stated):,} bytes came")
        return len(self.payload) == int(stated)

    def _listed(self, name: str) -> list[str]:
        """The tokens of all headers of a name, lower case."""
        values = ",".join(value for key, value in self.headers if key.lower() == name)
        return [token for part in values.split(",") if (token := part.strip().lower())]


def answer(block: bytes) -> ArchivedAnswer:
    """The HTTP answer that a block holds; BadAnswer when it holds none."""
    status = _STATUS.match(block)
    if status is None:
        raise BadAnswer("it holds no HTTP answer")
    blank = _BLANK.search(block, status.end() - 1, _MAX_HEAD_BYTES)
    if blank is None:
        raise BadAnswer("it holds no body")
    headers = fields(block[status.end() : blank.start()]) or []
    return ArchivedAnswer(int(status[1]), tuple(headers), block[blank.end() :])
