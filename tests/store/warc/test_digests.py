"""The digests that a record states, in each way of writing them."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.store.warc.digests import holds

BODY = b"<p>It is day 1.</p>"
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")


def digest(name: str, body: bytes = BODY) -> bytes:
    return hashlib.new(name, body, usedforsecurity=False).digest()


def written(name: str, body: bytes = BODY) -> list[str]:
    """A digest as writers have it: in base 16, 32 and 64, padded or not, the name in capitals or with a hyphen."""
    raw = digest(name, body)
    base32, base64_ = base64.b32encode(raw).decode(), base64.b64encode(raw).decode()
    return [
        f"{name}:{raw.hex()}",
        f"{name.upper()}:{raw.hex().upper()}",
        f"{name[:3]}-{name[3:]}:{base32}",
        f" {name}:{base32.rstrip('=').lower()} ",
        f"{name}: {base64_}",
        f"{name}:{base64_.rstrip('=')}",
    ]


@pytest.mark.parametrize("stated", ["", "crc32:00000000", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", ":abc"])
def test_of_no_digest_that_can_be_reckoned_nothing_is_said(stated: str) -> None:
    assert holds({"warc-block-digest": stated, "warc-payload-digest": stated}, BODY, [BODY]) is None
    assert holds({}, BODY, [BODY]) is None


@pytest.mark.parametrize("stated", ["sha1", "sha1:", "sha1:ab", "sha1:!!!!", f"md5:{digest('sha1').hex()}", "sha1:ü"])
def test_a_digest_that_is_none_holds_of_nothing(stated: str) -> None:
    assert holds({"warc-block-digest": stated}, BODY, [BODY]) is False
    assert holds({"warc-payload-digest": stated}, BODY, [BODY]) is False


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_digest_of_other_bytes_does_not_hold(name: str) -> None:
    for stated in written(name):
        assert holds({"warc-block-digest": stated}, BODY + b"!", [BODY]) is False
        assert holds({"warc-payload-digest": stated}, BODY, [BODY + b"!"]) is False
        assert holds({"warc-payload-digest": stated}, BODY, []) is False


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_digest_holds_however_it_is_written(name: str) -> None:
    for stated in written(name):
        assert holds({"warc-block-digest": stated}, BODY, []) is True
        assert holds({"warc-payload-digest": stated}, b"", [b"other", BODY]) is True


def test_base_64_that_may_be_read_as_base_32_is_read_by_its_length() -> None:
    bodies = (str(n).encode() for n in range(20_000))
    told = ((body, base64.b64encode(digest("sha384", body)).decode()) for body in bodies)
    body, stated = next((body, text) for body, text in told if not set(text) & set("0189+/"))
    assert holds({"warc-block-digest": f"sha384:{stated}"}, body, []) is True


def test_the_block_is_asked_before_the_payload() -> None:
    fields = {"warc-block-digest": written("sha1")[0], "warc-payload-digest": written("sha1", b"other")[0]}
    assert holds(fields, BODY, [BODY]) is True
    assert holds(fields, b"other", [b"other"]) is False


@given(st.text(max_size=40), st.binary(max_size=20))
def test_whatever_is_stated_is_answered(stated: str, body: bytes) -> None:
    assert holds({"warc-block-digest": stated}, body, [body]) in (None, True, False)
