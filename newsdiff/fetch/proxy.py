"""A proxy as the configuration names it: where it stands, and who looks names up, it or we."""

from urllib.parse import urlsplit

from newsdiff.errors import ConfigError, NetworkError
from newsdiff.fetch.guard import Address, Destination, address_of
from newsdiff.fetch.resolve import Resolver, resolve
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.urls import encode_host, redact

_PORTS = {"http": 1080, "https": 443, "socks4": 1080, "socks4a": 1080, "socks5": 1080, "socks5h": 1080}  # libcurl's
_ASKED_FOR_ADDRESSES = ("socks4", "socks5")  # whoever uses these looks up names


class Proxy(NamedTuple):
    """The proxy itself as something to connect to, and whether it is given names or addresses to connect to."""

    target: Destination
    resolves: bool

    def addresses(self, asked: Destination, resolver: Resolver, seconds: float) -> tuple[Address, ...]:
        """Where the proxy stands (the user named it, so it may be private); NetworkError when nobody knows."""
        try:
            return resolve(self.target, resolver, seconds)
        except NetworkError as error:
            shown = redact(asked.url)
            why = f"{shown} could not be reached: the proxy's name is unknown"
            raise NetworkError(why, url=shown, transient=True) from error


def parse(written: str) -> Proxy | None:
    """The proxy that a setting names; None for the empty one; ConfigError for what is none."""
    if not written:
        return None
    try:
        parts = urlsplit(written)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if not port or not parts.hostname:
        raise ConfigError(f"{redact(written)} is no address of a proxy", "write it as http://proxy.example.org:3128")
    host = encode_host(parts.hostname)
    origin = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"
    target = Destination(origin, parts.scheme, host, port, address_of(host), origin, host)
    return Proxy(target, parts.scheme not in _ASKED_FOR_ADDRESSES)
