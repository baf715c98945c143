"""Host name -> addresses, within a time limit that the system's own resolver does not have."""

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence

from newsdiff.errors import NetworkError, UnknownHost
from newsdiff.fetch.guard import Address, Destination
from newsdiff.text.urls import redact

_NAMELESS = frozenset({socket.EAI_NONAME, socket.EAI_NODATA})  # and not merely no answer of a name server

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port -> numeric addresses, best first; OSError when there are none."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the operating system knows of ``host``; socket.gaierror when nothing."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def resolve(target: Destination, resolver: Resolver, seconds: float) -> tuple[Address, ...]:
    """The addresses of a target's host; NetworkError when there are none or no answer came in time.

    The resolver runs in a thread of its own: getaddrinfo cannot be stopped, but it can be left behind.
    """
    if target.address is not None:
        return (target.address,)
    answers: list[Sequence[str] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(resolver(target.host, target.port))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label beyond 63 octets
            answers.append(error)

    thread = threading.Thread(target=ask, name="resolve", daemon=True)
    thread.start()
    seconds = max(seconds, 0)
    thread.join(seconds)
    if not answers:
        raise _unknown(target, f"its name server gave no answer in {seconds:.0f} s")
    [answer] = answers
    if isinstance(answer, socket.gaierror) and answer.errno in _NAMELESS:
        raise UnknownHost(
            f"{redact(target.url)} could not be reached: its host is unknown ({answer.args[-1]})",
            url=redact(target.url),
            transient=True,
        ) from answer
    if isinstance(answer, OSError | UnicodeError):
        raise _unknown(target, f"its host is unknown ({answer.args[-1] if answer.args else answer})") from answer
    if not answer:
        raise _unknown(target, "its host has no address")
    return tuple(ipaddress.ip_address(text) for text in answer)


def _unknown(target: Destination, why: str) -> NetworkError:
    return NetworkError(f"{redact(target.url)} could not be reached: {why}", url=redact(target.url), transient=True)
