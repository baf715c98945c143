"""The digests that a record states of its block and of its payload."""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping

_KNOWN = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")


def holds(fields: Mapping[str, str], block: bytes, payloads: Iterable[bytes]) -> bool | None:
    """Whether a record's digest is that of its bytes; None where it states none that can be reckoned.

    A block has one form. Of the payload writers have digested the chunks, the joined chunks, or what was unpacked from
    them: ``payloads`` are these forms, and one that fits is enough.
    """
    if (stated := _stated(fields.get("warc-block-digest", ""))) is not None:
        return _is(stated, block)
    if (stated := _stated(fields.get("warc-payload-digest", ""))) is not None:
        return any(_is(stated, payload) for payload in payloads)
    return None


def _stated(text: str) -> tuple[str, bytes] | None:
    """The algorithm and the digest of ``sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ``, in base 32, 16 or 64."""
    name, _, value = text.strip().partition(":")
    name, value = name.lower().replace("-", ""), value.strip()
    if name not in _KNOWN:
        return None
    size = hashlib.new(name, usedforsecurity=False).digest_size
    for read in (_base16, _base32, _base64):
        if (digest := read(value)) is not None and len(digest) == size:
            return name, digest
    return name, b""  # it states one, but no bytes can have it


def _is(stated: tuple[str, bytes], body: bytes) -> bool:
    name, digest = stated
    return hashlib.new(name, body, usedforsecurity=False).digest() == digest


def _base16(value: str) -> bytes | None:
    try:
        return bytes.fromhex(value)
    except ValueError:
        return None


def _base32(value: str) -> bytes | None:
    try:
        return base64.b32decode(_padded(value.upper(), 8))
    except (binascii.Error, ValueError):
        return None


def _base64(value: str) -> bytes | None:
    try:
        return base64.b64decode(_padded(value, 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _padded(value: str, width: int) -> str:
    value = value.rstrip("=")
    return value + "=" * (-len(value) % width)
