"""Which URLs and which addresses may be asked: the one gate of every fetch, at the first URL and at each redirect.

Address blocks are those that the IANA special-purpose registries (RFC 6890 and its updates) call not globally
reachable, and those that carry another address inside (mapped, NAT64, 6to4, Teredo): what is inside is not looked at.
"""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urljoin

from newsdiff.errors import RefusedError
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.percent import encode_path, encode_query
from newsdiff.text.urls import encode_host, outlet, redact, split

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

MAX_URL = 8192
_PRIVATE = "say --allow-private for an intranet, or write allow_private = true under [fetch] in config.toml"
_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # what URL parsers take for (a part of) an IPv4 address
_LOCAL_NAME = re.compile(r"[^.]*|(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)")

_PUBLIC_V6 = ipaddress.ip_network("2000::/3")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata services of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "2001::/23",  # Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",
    )
)


class Destination(NamedTuple):
    """A URL in the one spelling that is sent, and what a connection needs of it."""

    url: str
    scheme: str
    host: str  # without brackets
    port: int
    address: Address | None  # that the host is written as; None for a name
    origin: str  # scheme, host and port: what one robots.txt speaks for
    outlet: str  # the host that takes turns


@lru_cache(maxsize=1024)
def aim(url: str, base: str = "") -> Destination:
    """The target that ``url`` (relative to ``base``) names; RefusedError when parsers could disagree about it."""
    if len(url) > MAX_URL:
        raise _refused(url[:80], f"its URL is longer than {MAX_URL} characters")
    url = url.strip(" ")
    if _UNSAFE.search(url):
        raise _refused(url, "its URL holds a backslash or a control character")
    parts = split(_join(base, url))
    if parts is None:
        raise _refused(url, "it is no http or https URL with a host")
    if "@" in parts.netloc:
        raise _refused(url, "its URL holds a user name", "put credentials into the site's headers")
    host = encode_host(parts.hostname or "")
    _check_form(url, host)
    port = parts.port or _PORTS[parts.scheme]
    name = f"[{host}]" if ":" in host else host
    place = name if port == _PORTS[parts.scheme] else f"{name}:{port}"
    query = f"?{encode_query(parts.query)}" if parts.query else ""
    own = f"{parts.scheme}://{place}"
    sent = f"{own}{encode_path(parts.path) or '/'}{query}"
    return Destination(sent, parts.scheme, host, port, address_of(host), own, outlet(host))


def check_addresses(target: Destination, addresses: tuple[Address, ...]) -> None:
    """RefusedError when any of the addresses is not public."""
    for address in addresses:
        if not is_public(address):
            raise _refused(target.url, f"{address} is not a public address", _PRIVATE)


def check_name(target: Destination) -> None:
    """RefusedError for what only this network knows: the check that is left when a proxy resolves names."""
    if target.address is not None:
        check_addresses(target, (target.address,))
    elif _LOCAL_NAME.fullmatch(target.host):
        raise _refused(target.url, f"{target.host} is a local name", _PRIVATE)


def is_public(address: Address) -> bool:
    """Whether ``address`` is a unicast address of the public internet."""
    if isinstance(address, ipaddress.IPv6Address) and (address not in _PUBLIC_V6 or address.scope_id):
        return False
    return not any(address in block for block in _NOT_PUBLIC if block.version == address.version)


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError as error:
        raise _refused(url, "it is no http or https URL with a host") from error


def _check_form(url: str, host: str) -> None:
    """A host that ends in a number must be an IPv4 address in its usual form (WHATWG: ends-in-a-number checker)."""
    if ":" in host or not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        raise _refused(url, "its host is a number in disguise", "write an address as four decimal numbers") from None


def address_of(host: str) -> Address | None:
    """The address that a host is written as; None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _refused(url: str, why: str, hint: str = "") -> RefusedError:
    shown = _UNSAFE.sub("?", redact(url))
    return RefusedError(f"{shown} was not asked: {why}", hint, url=shown)
