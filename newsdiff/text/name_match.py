"""Which of several things a user means by a name: one matcher for articles, what is watched, and the quarantine."""

from collections.abc import Iterable
from typing import TypeVar

from newsdiff.named_tuple import NamedTuple
from newsdiff.text.urls import normalise

Item = TypeVar("Item")


class Names(NamedTuple):
    """What one thing is called: by whole names, and by any part of others."""

    whole: frozenset[str]
    parts: str = ""  # names of which a part is enough, one a line


def whole(name: str) -> frozenset[str]:
    """What a name is as a whole: itself, and the URLs that it stands for, normalised."""
    found = {name, normalise(name)} - {""}
    if "/" in name and "://" not in name:  # an address without its scheme
        found |= {normalise(f"{scheme}://{name}") for scheme in ("https", "http")}
    return frozenset(found)


def matches(name: str, things: Iterable[tuple[Item, Names]]) -> list[Item]:
    """The things of which a name is a whole one, as it is or as a URL; else those with it as a part, in any case.

    >>> things = [(1, Names(frozenset({"a/b"}), "Ferry stops")), (2, Names(frozenset({"c", ""}), "Ferries run"))]
    >>> matches("a/b", things), matches("ferr", things), matches(" ", things)
    ([1], [1, 2], [])
    >>> matches("a.example/1", [(n, Names(frozenset({url}), url)) for n in (1, 12) for url in [f"https://a.example/{n}"]])
    [1]
    """
    known = list(things)
    exact = whole(name)
    if found := [thing for thing, names in known if not exact.isdisjoint(names.whole)]:
        return found
    part = name.strip().casefold()
    return [thing for thing, names in known if part and part in names.parts.casefold()]
