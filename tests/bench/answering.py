"""The server of the benches that visit a site: what its pages are, each bench says; it runs in a process of its own."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answering(BaseHTTPRequestHandler):
    """Answers a GET with ``answer``; an entity tag is sent where there is one."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer goes out in one piece

    def answer(self, status: int, body: bytes, etag: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if etag:
            self.send_header("ETag", etag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def serve(handler: type[Answering]) -> None:
    """Print the port, and answer until the process is killed."""
    server = ThreadingHTTPServer(("0.0.0.0", 0), handler)
    print(server.server_port, flush=True)
    server.serve_forever()
