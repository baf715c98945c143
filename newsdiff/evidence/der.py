"""A time stamp's answer as strict readers of DER take it.

OpenSSL puts the certificates of an answer in the order in which it was given them, where DER has sets sorted. They
are not under the signature, so they may be sorted before they are read; what is kept stays as it came.
"""

from collections.abc import Iterator

from newsdiff.named_tuple import NamedTuple

_SEQUENCE, _CERTIFICATES = 0x30, 0xA0
_MOST_LENGTH_BYTES = 4


class Part(NamedTuple):
    """One value: its tag, where it stands, where its content begins, and where it ends."""

    tag: int
    at: int
    content: int
    end: int


def sorted_certificates(answer: bytes) -> bytes:
    """The answer with its certificates sorted; as it is where it has none, or is no answer. ValueError for torn DER."""
    certificates = _certificates(answer)
    if certificates is None:
        return answer
    parts = sorted(answer[one.at : one.end] for one in _parts(answer, certificates.content, certificates.end))
    return answer[: certificates.content] + b"".join(parts) + answer[certificates.end :]


def _certificates(answer: bytes) -> Part | None:
    """TimeStampResp, its token, the token's content, the signed data in it: their certificates."""
    [response] = _parts(answer, 0, len(answer))
    _, *token = _within(answer, response)
    if not token:
        return None
    _, content = _within(answer, token[0])
    [signed] = _within(answer, content)
    if signed.tag != _SEQUENCE:
        return None
    return next((one for one in _within(answer, signed) if one.tag == _CERTIFICATES), None)


def _within(body: bytes, part: Part) -> list[Part]:
    return list(_parts(body, part.content, part.end))


def _parts(body: bytes, at: int, end: int) -> Iterator[Part]:
    """The values that stand side by side."""
    while at < end:
        head, count = body[at : at + 2], 0
        if len(head) < 2:
            raise ValueError("a value is cut short")
        length = head[1]
        if length & 0x80:
            count = length & 0x7F
            if not 0 < count <= _MOST_LENGTH_BYTES:
                raise ValueError("a length is none")
            length = int.from_bytes(body[at + 2 : at + 2 + count], "big")
        content = at + 2 + count
        if content + length > end:
            raise ValueError("a value is longer than what holds it")
        yield Part(head[0], at, content, content + length)
        at = content + length
