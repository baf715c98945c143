"""RFC 3161 time stamps: an authority signs that a commit was there at a time, and with it all commits before.

A stamp is over the commit as ``git cat-file commit`` prints it, and kept as the authority's answer (DER) in
``.newsdiff/stamps/COMMIT.tsr``, so that ``openssl ts -verify -data COMMIT_FILE -in COMMIT.tsr -CAfile CA`` checks it.
The only user of rfc3161-client (the extra ``evidence``).
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdiff.errors import NewsdiffError, StoreError, UsageError
from newsdiff.evidence.der import sorted_certificates
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.store.copies.proof import Proof
from newsdiff.store.disk import replace_file, room

FOLDER = "stamps"
REQUEST, REPLY = "application/timestamp-query", "application/timestamp-reply"
_FILE = re.compile(r"([0-9a-f]{40})\.tsr")
_MOST_BYTES = 1 << 20  # of an answer
_GRANTED = (0, 1)  # granted, granted with modifications (RFC 3161, 2.4.2)
Ask = Callable[[bytes], bytes]  # posts a request to the authority; FetchError


class TimeStamp(NamedTuple):
    """A stamp that was kept: the commit that it is over, and the file."""

    commit: str
    file: Path


class BadStamp(NewsdiffError):
    """An authority's answer is no stamp over what was asked."""


class ExpiredAuthority(BadStamp):
    """A stamp's signature cannot be checked here: a certificate of its authority has expired since."""


def stamps(private: Path) -> list[TimeStamp]:
    """All stamps that were kept, by commit."""
    folder = private / FOLDER
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [TimeStamp(found[1], folder / name) for name in names if (found := _FILE.fullmatch(name))]


def stamp(store: Store, ask: Ask, roots: Path | None) -> str:
    """Have the archive's tip stamped, and keep the answer; the commit, empty where there is none, or none that is new.

    ``roots``: the authority's certificates (PEM), against which the answer is held. FetchError, BadStamp, UsageError.
    """
    tip = store.tip
    file = store.private / FOLDER / f"{tip}.tsr"
    if not tip or file.exists():
        return ""
    client = _client()
    data = Proof(store).commit(tip)
    request = (
        client.TimestampRequestBuilder().data(data).hash_algorithm(client.HashAlgorithm.SHA256).nonce(nonce=True)
    ).cert_request(cert_request=True).build()  # fmt: skip
    answer = ask(request.as_bytes())
    found = _read(answer)
    if found.tst_info.nonce != request.nonce:
        raise BadStamp("the time stamp answers another request (nonce)", "is timestamp the authority's address")
    _check(found, data, roots)
    _keep(file, answer)
    return tip


def stamped_at(file: Path) -> datetime:
    """The time that a stamp tells, in UTC; BadStamp."""
    found: datetime = _read(_bytes(file)).tst_info.gen_time
    return found


def doubts(store: Store, roots: Path | None, expired: Callable[[str], object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the stamps: the commit and why. UsageError without the extra, where there are any.

    ``expired`` is told of the commits whose stamps were held against their data alone, for a certificate has expired:
    rfc3161-client checks signatures as of today only.
    """
    proof = Proof(store)
    for one in stamps(store.private):
        try:
            _check(_read(_bytes(one.file)), proof.commit(one.commit), roots)
        except ExpiredAuthority:
            expired(one.commit)
        except (BadStamp, StoreError) as error:
            yield one.commit, f"its time stamp is not good: {error.message}"
            continue
        if not proof.holds(one.commit):
            yield one.commit, "a time stamp vouches for a commit that the archive no longer holds"


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError:
        raise UsageError("time stamps need rfc3161-client", "pip install 'newsdiff[evidence]'") from None
    return rfc3161_client


def _read(answer: bytes) -> Any:
    client = _client()
    if len(answer) > _MOST_BYTES:
        raise BadStamp("the answer is too long for a time stamp", "is timestamp the authority's address")
    try:
        found = client.decode_timestamp_response(sorted_certificates(answer))
        status = found.status
        if status in _GRANTED:
            found.tst_info.message_imprint.message  # noqa: B018 - what is read lazily may be broken
    except Exception as error:
        raise BadStamp("the answer is no time stamp", "is timestamp the authority's address") from error
    if status not in _GRANTED:
        raise BadStamp(f"the authority refused to stamp (status {status})", "ask it why")
    return found


def _check(found: Any, data: bytes, roots: Path | None) -> None:
    """BadStamp where a stamp is not over the data, or not by an authority whose certificates are known."""
    if found.tst_info.message_imprint.message != hashlib.sha256(data).digest():
        raise BadStamp("it is over something else")
    if roots is None:
        return
    client = _client()
    verifier = client.VerifierBuilder()
    for certificate in _certificates(roots):
        verifier = verifier.add_root_certificate(certificate)
    try:
        verifier.build().verify_message(found, data)
    except (client.VerificationError, ValueError) as error:
        if "certificate has expired" in str(error):  # openssl's words; its code does not come through
            raise ExpiredAuthority(f"a certificate of {roots.name} or of the stamp has expired") from error
        raise BadStamp(
            f"no authority of {roots.name} signed it ({error})", "is timestamp_ca the authority's"
        ) from error


def _certificates(roots: Path) -> list[Any]:
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return list(load_pem_x509_certificates(roots.read_bytes()))
    except (OSError, ValueError) as error:
        raise UsageError(f"{roots} holds no certificates: {error}", "timestamp_ca names a file in PEM") from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadStamp(f"{file} cannot be read: {error.strerror}") from error


def _keep(file: Path, answer: bytes) -> None:
    with room(file):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        replace_file(file, answer)
