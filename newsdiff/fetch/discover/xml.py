"""Foreign XML, read as far as it goes: nothing is loaded, no entity is expanded, what is broken is skipped."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from newsdiff.errors import CleanError


def elements(body: bytes, names: tuple[str, ...], source: str) -> Iterator[Any]:
    """The closed elements of these local names, each cleared after its turn; CleanError when it is no XML at all."""
    from lxml import etree

    reader = etree.iterparse(
        BytesIO(body.lstrip()),
        events=("end",),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    found = False
    try:
        for _, element in reader:
            if local(element) in names:
                found = True
                yield element
                element.clear()
    except etree.XMLSyntaxError as error:
        if not found:
            raise CleanError(f"{source} cannot be read: {str(error)[:100]}") from error


def local(element: Any) -> str:
    """An element's name without its namespace, in lower case; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
