"""Foreign XML, read as far as it goes: nothing is loaded, no entity is expanded, what is broken is skipped."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsdiff.errors import CleanError

_REFERENCE = re.compile(rb"&#([xX][0-9a-fA-F]{1,20}|[0-9]{1,20})(?![0-9a-fA-F])")
_MAX_PIECES = 200  # of one element's text; broken markup can nest a whole document into a title


def elements(body: bytes, names: tuple[str, ...], source: str) -> Iterator[Any]:
    """The elements of these local names in a text in UTF-8, in order; CleanError when ``body`` is no XML at all."""
    from lxml import etree

    # The whole tree at once: iterparse needs quadratic time over what does not end.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, encoding="utf-8"
    )
    try:
        # Of what is no character libxml2 makes strings that raise when they are looked at.
        sound = _REFERENCE.sub(_sound, body.decode("utf-8", "replace").encode())
        root = etree.fromstring(sound.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CleanError(f"{source} cannot be read: {str(error)[:100]}") from error
    if root is None:
        raise CleanError(f"{source} cannot be read: it is no XML")
    return (element for element in root.iter() if local(element) in names)


def _sound(reference: re.Match[bytes]) -> bytes:
    """A reference to a character; U+FFFD in the place of one to half of a pair, or to none."""
    digits = reference[1].lower()
    number = int(digits[1:], 16) if digits.startswith(b"x") else int(digits)
    sound = number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return reference[0] if sound else "\ufffd".encode()


def local(element: Any) -> str:
    """An element's name without its namespace, in lower case; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def text(element: Any, limit: int) -> str:
    """The text of an element and of what stands in it, at most ``limit`` characters."""
    return "".join(islice(element.itertext(), _MAX_PIECES))[:limit].strip()
