"""A small site on 127.0.0.1 that serves one state of the demo's story at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PATH = "/2025/03/18/harbour-wall-repairs"


@dataclass
class Site:
    """What is served now; set ``body`` to publish an edit."""

    url: str = ""
    body: bytes = b""


@contextmanager
def serve() -> Iterator[Site]:
    """Serve ``site.body`` at ``site.url`` until the block ends; 304 when the visitor has it already."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != PATH:  # there is no robots.txt: everything is allowed
                self._answer(404, b"not found")
                return
            tag = f'"{sha256(site.body).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == tag:
                self._answer(304, b"", tag)
                return
            self._answer(200, site.body, tag)

        def _answer(self, status: int, body: bytes, tag: str = "") -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the demo tells what is happening."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://localhost:{server.server_port}{PATH}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
