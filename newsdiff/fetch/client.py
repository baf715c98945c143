"""URL -> Page: redirects hop by hop, the gate at each, tries and waits within one deadline."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsdiff import __version__
from newsdiff.body.gzip_members import BadEncoding
from newsdiff.body.kinds import closed, vague
from newsdiff.errors import ConfigError, HttpError, NetworkError, RefusedError, UnknownHost
from newsdiff.fetch import proxy
from newsdiff.fetch.chain import Chain
from newsdiff.fetch.guard import Address, Destination, aim, check_addresses, check_name
from newsdiff.fetch.head import AnswerHead
from newsdiff.fetch.kinds import Want, seems, unwanted
from newsdiff.fetch.pace import Pace, Rest
from newsdiff.fetch.resolve import Resolver, resolve, system_resolver
from newsdiff.fetch.unpack import unpack
from newsdiff.fetch.wire import Answer, Request, Wire
from newsdiff.model import FetchSettings, Page
from newsdiff.process.closing import Closing
from newsdiff.text.scrub import scrub
from newsdiff.text.urls import redact

_MAX_TRIES = 3
_TRY_AGAIN = (500, 502, 504)  # 429 and 503 ask for patience: the whole host waits, which is not decided here
_PATIENCE = (429, 503)
_LATER = (408, 425, 429, 500, 502, 503, 504)

_REST_SECONDS = 300.0  # seconds that a host is left alone when it asks for patience and does not say how long
_NAME_CHARACTERS = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"

Header = tuple[str, str]


class HostRests(RefusedError):
    """A host was not asked, because it wants to be left alone."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What one call of ``get`` asks for, the same at every try."""

    url: str
    want: Want
    headers: tuple[Header, ...]
    validators: tuple[str, ...]
    limit: int
    cut: bool
    on_redirect: Callable[[str], None] | None
    form: bytes | None = None


class Fetcher(Closing):
    """Fetches pages, one at a time, each host at its pace; a context manager, not for two threads at once.

    ``clock`` gives the time of a fetch (aware, UTC); it is asked once a page. ``resolver`` takes a host and a port
    and gives numeric addresses. ``pace`` and ``wire`` may outlive the fetcher, to be shared with the next ones.
    ``sleep`` sees each wait, ``chance`` (0 to 1) is for tests.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        clock: Callable[[], datetime],
        resolver: Resolver | None = None,
        pace: Pace | None = None,
        wire: Wire | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.pace = pace or Pace()
        self._resolver = resolver or system_resolver
        self._sleep = sleep
        self._chance = chance or _random
        self._own = wire is None
        self._proxy = proxy.parse(settings.proxy)
        self._wire = wire or Wire(proxy=settings.proxy, ca_file=settings.ca_file)
        self.agent = f"newsdiff/{__version__}" + (f" (+{settings.contact})" if settings.contact else "")
        self._common = (("User-Agent", self.agent), ("Accept", _ACCEPT), ("Accept-Encoding", "gzip"))

    def close(self) -> None:
        """Close the connections, unless they are another's too."""
        if self._own:
            self._wire.close()

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        headers: Sequence[Header] = (),
        want: Want = Want.PAGE,
        cut_at: int | None = None,
        on_redirect: Callable[[str], None] | None = None,
    ) -> Page:
        """The page that ``url`` leads to; with validators, perhaps one of status 304 and without a body.

        ``headers`` go to the URL's own host only, not where it redirects to. With ``cut_at``, the first so many bytes
        are enough. ``on_redirect`` sees the URL of every further hop before it is asked, and may raise.
        Raises HttpError, NetworkError (transient: no answer came at all) and RefusedError (HostRests: not now). Its
        own waits between two requests (``delay``) do not count for the deadline.
        """
        limit = self.settings.max_bytes if cut_at is None else cut_at
        call = _Call(
            url, want, _checked(headers), _validators(etag, last_modified), limit, cut_at is not None, on_redirect
        )
        deadline = _Deadline(self.settings.deadline)
        for n in range(1, _MAX_TRIES + 1):
            try:
                return self._follow(call, deadline)
            except (NetworkError, HttpError) as error:
                pause = max(self.settings.delay, 2 ** (n - 1) * (0.5 + 0.5 * self._chance()))
                if n == _MAX_TRIES or not _try_again(error) or pause >= deadline.left():
                    raise
                self._sleep(pause)
        raise AssertionError("the last try returns or raises")

    def post(self, url: str, fields: Mapping[str, str] | bytes, *, headers: Sequence[Header] = ()) -> Page:
        """What a service answers to a form, or to bytes as they are; sent once, and to no other address than this.

        Raises HttpError (also for a redirect), NetworkError and RefusedError as ``get`` does.
        """
        from urllib.parse import urlencode

        form = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        call = _Call(url, Want.ANY, _checked(headers), (), self.settings.max_bytes, False, None, form)
        self._wire.forget()
        chain = Chain(aim(url))
        answer = self._ask(call, chain, _Deadline(self.settings.deadline))
        return self._page(call, chain, answer)

    def _follow(self, call: _Call, deadline: "_Deadline") -> Page:
        self._wire.forget()
        chain = Chain(aim(call.url))
        while not chain.endless:
            answer = self._ask(call, chain, deadline)
            if not chain.redirected(answer.head):
                page = self._page(call, chain, answer)
                if call.want is Want.ANY or not chain.refreshed(page):
                    return chain.arrived(page)
            if call.on_redirect:
                call.on_redirect(chain.target.url)
        shown = redact(call.url)
        raise HttpError(f"{shown} redirects in a circle", url=shown, status=answer.head.status)

    def _ask(self, call: _Call, chain: Chain, deadline: "_Deadline") -> Answer:
        target = chain.target
        addresses = self._checked_addresses(target, deadline)
        with self.pace.turn(target.outlet, self.settings.delay, self._sleep) as waited:
            deadline.extend(waited)
            self._check_rest(target)
            if deadline.left() <= 0:
                shown = redact(call.url)
                raise NetworkError(f"{shown} gave no whole answer in time", url=shown, transient=True)
            lines, cookie = self._headers(call, chain)
            request = Request(target, addresses, lines, cookie, deadline.left(), call.limit, call.cut)
            request = request._replace(form=call.form)
            answer = self._wire.ask(self._by_proxy(request, deadline))
        if answer.head.status in _PATIENCE:
            now = self.clock()
            until = now + timedelta(seconds=answer.head.retry_after(now) or _REST_SECONDS)
            why = f"{redact(target.url)} answered with status {answer.head.status}"
            self.pace.rest(Rest(target.outlet, until, why))
        return answer

    def _checked_addresses(self, target: Destination, deadline: "_Deadline") -> tuple[Address, ...]:
        """The addresses that may be connected to; none where a proxy resolves names."""
        if self._proxy and self._proxy.resolves:
            if not self.settings.allow_private:
                check_name(target)
            return ()
        addresses = resolve(target, self._resolver, deadline.left())
        if not self.settings.allow_private:
            check_addresses(target, addresses)
        return addresses

    def _by_proxy(self, request: Request, deadline: "_Deadline") -> Request:
        """The request as it goes through the proxy, if there is one."""
        if self._proxy is None:
            return request
        known = self._proxy.addresses(request.target, self._resolver, deadline.left())
        return request._replace(proxy=self._proxy.target, proxy_addresses=known)

    def _check_rest(self, target: Destination) -> None:
        if rest := self.pace.resting(target.outlet, self.clock):
            shown = redact(target.url)
            why = f"{target.outlet} is left alone until {rest.until:%Y-%m-%d %H:%M} UTC ({rest.why})"
            raise HostRests(f"{shown} was not asked: {why}", url=shown, transient=True)

    def _headers(self, call: _Call, chain: Chain) -> tuple[tuple[str, ...], str]:
        """Header lines and cookies; what is given for a site goes to its own origin only.

        Validators are those of what was recorded, which a page that sends its readers on does not lead to by HTTP.
        """
        given = {name.lower() for name, _ in call.headers}
        lines = [f"{name}: {value}" for name, value in self._common if name.lower() not in given]
        lines += call.validators if not chain.refreshes else ()
        cookies = []
        for name, value in call.headers if chain.own else ():
            if name.lower() == "cookie":
                cookies.append(value)
            else:
                lines.append(f"{name}: {value}")
        return tuple(lines), "; ".join(cookies)

    def _page(self, call: _Call, chain: Chain, answer: Answer) -> Page:
        target = chain.target
        head, shown, now = answer.head, redact(target.url), self.clock()
        if head.status == 304 and call.validators and not chain.refreshes:
            body, proved = b"", True
        elif head.status in (200, 203):
            body, proved = _body(call, shown, answer)
        else:
            raise _http_error(shown, head, now)
        return Page(
            url=call.url,
            final_url=target.url,
            status=head.status,
            content_type=head.get("content-type") or "",
            body=body,
            fetched_at=now,
            etag=head.get("etag"),
            last_modified=head.get("last-modified"),
            headers=head.headers,
            truncated=not proved,
        )


def _random() -> float:
    from random import random  # few runs need it, and none can start before what they import

    return random()


class _Deadline:
    """Seconds that are left for one call."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Leave out a wait of our own."""
        self._end += seconds

    def left(self) -> float:
        return self._end - time.monotonic()


def _body(call: _Call, shown: str, answer: Answer) -> tuple[bytes, bool]:
    """The plain body and whether it is whole, as far as can be seen."""
    kind = answer.head.content_type
    if unwanted(kind, call.want):
        raise _no_page(shown, f"it is {scrub(kind)[:80]}, not a page")
    try:
        body, proved = unpack(answer.body, answer.head.encodings, call.limit, cut=call.cut)
    except BadEncoding as error:
        raise NetworkError(f"{shown} could not be read: {error}", url=shown) from error
    if found := seems(body, kind, call.want):
        named = (answer.head.get("content-type") or "").partition(";")[0] if vague(found) else ""
        raise _no_page(shown, f"it is {scrub(named or found)[:80]}, not a page")
    if not body.strip() and call.want is not Want.ANY and not answer.head.get("refresh"):
        raise _no_page(shown, "it is empty")
    return body, proved or answer.head.chunked or call.cut or _whole(body, kind, answer.head.length)


def _whole(body: bytes, kind: str, length: int | None) -> bool:
    """A length proves little (it may be that of half a page), and the end of a connection nothing."""
    return closed(body, kind) and (length is not None or kind not in ("text/plain", ""))


def _try_again(error: NetworkError | HttpError) -> bool:
    if isinstance(error, HttpError):
        return error.status in _TRY_AGAIN
    return error.transient and not isinstance(error, UnknownHost)  # a name server's word is no matter of seconds


def _http_error(shown: str, head: AnswerHead, now: datetime) -> HttpError:
    return HttpError(
        f"{shown} answered with status {head.status}",
        url=shown,
        transient=head.status in _LATER,
        status=head.status,
        retry_after=head.retry_after(now),
    )


def _no_page(shown: str, why: str) -> HttpError:
    return HttpError(f"{shown} brought no page: {why}", url=shown, status=200)


def _validators(etag: str | None, last_modified: str | None) -> tuple[str, ...]:
    """The lines that ask for news alone; a value that could not be read as text cannot be given back to its server."""
    pairs = (("If-None-Match", etag), ("If-Modified-Since", last_modified))
    return tuple(f"{name}: {scrub(value)}" for name, value in pairs if value and "\ufffd" not in value)


def _checked(headers: Sequence[Header]) -> tuple[Header, ...]:
    for name, value in headers:
        if not name or not _NAME_CHARACTERS.issuperset(name) or set(value) & set("\r\n\0"):
            raise ConfigError(f"{scrub(name)!r} is no header that can be sent", "a header is one line, name and value")
    return tuple(headers)
