"""The site live: the same pages, made when they are asked for, and a search through every text.

Read-only. A request whose Host header names another host is refused, so that no page of the web can read the store
through a reader's browser by having its own name lead here.
"""

import errno
import socket
from collections.abc import Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from newsdiff.errors import NewsdiffError, UsageError
from newsdiff.site.live import LiveSite

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml",
    "gz": "application/gzip",
}
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
_MOST_QUERY_CHARACTERS = 2000
_LIMIT_CONCURRENCY = 50
_TAKEN = (errno.EADDRINUSE, errno.EACCES)  # another program has the port, or only root may
_WAITING = 32  # connections that are not taken up yet


def application(live: LiveSite, names: Sequence[str]) -> Starlette:
    """What answers requests for a site; ``names`` are the hosts that it may be asked for under."""

    async def answer(request: Request) -> Response:  # on the loop's own thread, as the catalogue wants it
        path = request.path_params["path"] or "index.html"
        if path.endswith("/"):
            path += "index.html"
        if len(request.url.query) > _MOST_QUERY_CHARACTERS:
            return PlainTextResponse("That is too long a question.", 414, _HEADERS)
        try:
            body = live.page(path, dict(request.query_params))
        except NewsdiffError as error:
            return PlainTextResponse(f"{error}", 503, _HEADERS)
        if body is None:
            return Response(live.nothing(), 404, _HEADERS, _TYPES["html"])
        ending = path.rpartition(".")[2]
        headers = _HEADERS | ({"Content-Disposition": "attachment"} if ending == "gz" else {})
        return Response(body, 200, headers, _TYPES.get(ending, "application/octet-stream"))

    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[*OWN_NAMES, *names], www_redirect=False)
    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"])], middleware=[hosts])


def listening(address: str, port: int) -> socket.socket:
    """A socket that listens at an address of this machine; port 0 takes any. UsageError where it cannot."""
    found = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((address, port))
        found.listen(_WAITING)
    except OSError as error:
        found.close()
        hint = "try --port 0" if error.errno in _TAKEN else "name an address of this machine: --host 127.0.0.1"
        raise UsageError(f"{address} port {port} cannot be listened at: {error.strerror}", hint) from None
    return found


def serve(live: LiveSite, at: socket.socket, names: Sequence[str]) -> None:
    """Answer requests until the process is told to stop."""
    config = uvicorn.Config(
        application(live, names),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        limit_concurrency=_LIMIT_CONCURRENCY,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[at])
