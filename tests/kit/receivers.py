"""Services that take messages, on 127.0.0.1: a web hook that also speaks ntfy's HTTP form, and an SMTP server."""

import email
import email.message
import email.policy
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.kit.served import QuietHandler, served


@dataclass
class Hook:
    """What a web server was sent; ``status`` is its answer, ``held`` keeps the answer back."""

    port: int
    taken: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    status: int = 200
    held: threading.Event | None = None
    heard: threading.Event = field(default_factory=threading.Event)

    @property
    def place(self) -> str:
        """Its host and port."""
        return f"127.0.0.1:{self.port}"

    def told(self) -> list[dict[str, Any]]:
        """The JSON that it was sent."""
        return [json.loads(body) for _, _, body in self.taken]


@contextmanager
def hook() -> Iterator[Hook]:
    """A web server that takes whatever is posted."""

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.taken.append((self.path, dict(self.headers), body))
            asked.heard.set()
            if asked.held is not None:
                asked.held.wait(30)
            try:
                self.send_response(asked.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")
            except OSError:
                pass  # whoever asked was killed

    with served(Handler) as port:
        asked = Hook(port)
        try:
            yield asked
        finally:
            if asked.held is not None:
                asked.held.set()


@contextmanager
def mailbox() -> Iterator[tuple[int, list[email.message.EmailMessage]]]:
    """The port of an SMTP server, and the mails that it has taken."""
    from aiosmtpd.controller import Controller

    mails: list[email.message.EmailMessage] = []

    class Taking:
        async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
            mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))  # type: ignore[arg-type]
            return "250 OK"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Taking(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port, mails
    finally:
        controller.stop()
