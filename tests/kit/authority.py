"""A time stamp authority on 127.0.0.1: `openssl ts` behind a web server."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.kit.served import QuietHandler, served

_CONFIG = """
[tsa]
default_tsa = of_test
[of_test]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
certs = {folder}/ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[extended]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[name]
[req]
distinguished_name = name
"""


@dataclass
class Authority:
    """The folder of its keys, what it was asked, and how it answers: ``status`` other than 200 is all it says."""

    folder: Path
    port: int = 0
    asked: list[bytes] = field(default_factory=list)
    status: int = 200
    answer: bytes | None = None  # in place of a stamp
    held: threading.Event = field(default_factory=threading.Event)  # until it is set, nothing is answered

    def __post_init__(self) -> None:
        self.held.set()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/tsr"

    @property
    def certificates(self) -> Path:
        """The certificate that it is trusted by (PEM)."""
        return self.folder / "ca.pem"

    def stamp(self, query: bytes) -> bytes:
        """An answer to a request."""
        (self.folder / "query").write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", self.folder / "openssl.cnf", "-section", "of_test"]
        subprocess.run(
            [*command, "-queryfile", self.folder / "query", "-out", self.folder / "reply"],
            check=True,
            capture_output=True,
        )
        return (self.folder / "reply").read_bytes()


def expire(authority: Authority) -> None:
    """Give the authority a certificate that had expired before anybody asked it."""
    folder = authority.folder
    (folder / "index").write_text("")
    (folder / "next").write_text("05\n")
    own = f"database={folder}/index\nserial={folder}/next\nnew_certs_dir={folder}\ndefault_md=sha256\npolicy=names\n"
    (folder / "ca.cnf").write_text(f"[ca]\ndefault_ca=own\n[own]\n{own}[names]\ncommonName=supplied\n")
    days = ["-startdate", "20200101000000Z", "-enddate", "20210101000000Z", "-notext"]
    files = ["-in", "signer.csr", "-out", "signer.pem", "-cert", "ca.pem", "-keyfile", "ca.key"]
    made_for = ["-extfile", "openssl.cnf", "-extensions", "extended"]
    command = ["openssl", "ca", "-batch", "-config", "ca.cnf", *files, *days, *made_for]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def made(folder: Path, name: str = "Authority of the test") -> Authority:
    """An authority with keys and certificates of its own."""
    assert shutil.which("openssl"), "openssl is not installed"
    config = folder / "openssl.cnf"
    config.write_text(_CONFIG.format(folder=folder), encoding="ascii")
    (folder / "serial").write_text("01\n")
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    signed = ["x509", "-req", "-in", "signer.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"]
    for args in (
        ["req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", f"/CN={name}", "-days", "3650"],
        ["req", "-new", *key, "-keyout", "signer.key", "-out", "signer.csr", "-subj", f"/CN={name} signer"],
        [*signed, "-out", "signer.pem", "-days", "3650", "-extfile", str(config), "-extensions", "extended"],
    ):
        subprocess.run(["openssl", *args], cwd=folder, check=True, capture_output=True)
    return Authority(folder)


@contextmanager
def serving(authority: Authority) -> Iterator[Authority]:
    """The authority behind a web server."""

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            authority.held.wait(30)
            authority.asked.append(query)
            assert self.headers["Content-Type"] == "application/timestamp-query"
            body = authority.stamp(query) if authority.answer is None else authority.answer
            self.send_response(authority.status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            try:
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # whoever asked was ended

    with served(Handler) as authority.port:
        try:
            yield authority
        finally:
            authority.held.set()
