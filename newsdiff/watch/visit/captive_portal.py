"""A captive portal: when every host that answers shows one and the same page, none of them was reached."""

from collections.abc import Iterable, Iterator

from newsdiff.text.urls import host
from newsdiff.watch.visit.messages import BatchResult

ENOUGH_HOSTS = 3  # hosts whose first answers are looked at before any is believed


def trusted(results: Iterable[BatchResult]) -> Iterator[tuple[BatchResult, bool]]:
    """Each result, and whether a portal gave it; the first ones are held back until enough hosts have answered."""
    held: list[BatchResult] = []
    bodies: dict[str, set[str]] = {}
    places: set[str] = set()  # hosts that the pages came from
    believed = False
    for result in results:
        if believed:
            yield result, False
            continue
        held.append(result)
        seen = {r.body_sha256 for r in result.readings if r.body_sha256}
        if seen:
            bodies.setdefault(result.host, set()).update(seen)
            places |= {host(r.page.final_url) for r in result.readings if r.page}
        if any(r.page and not r.failure and not r.cleaned and not r.unclean for r in result.readings):
            believed = True  # a page was as it had been: so it was the host's own
        elif len(bodies) >= ENOUGH_HOSTS:
            if _one(bodies, places):
                break
            believed = True
        if believed:
            yield from ((one, False) for one in held)
            held = []
    portal = len(bodies) > 1 and _one(bodies, places) and not believed
    yield from ((one, portal) for one in held)


def _one(bodies: dict[str, set[str]], places: set[str]) -> bool:
    """Whether all hosts show one page, and none of them is where the others merely lead to, as short links do."""
    leads_home = len(places) == 1 and places <= bodies.keys()
    return len(set().union(*bodies.values())) == 1 and not leads_home
