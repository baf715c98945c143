"""How the articles of a host are built, as a witness against a page that is built like none of them."""

from collections.abc import Mapping

from newsdiff.clean.places import spot_name
from newsdiff.model import PageFrame
from newsdiff.watch.memory.placed_text import is_named
from newsdiff.watch.memory.site_memory import PageShapes

ENOUGH_PAGES = 5  # whose outline is known
USUAL_SHARE = 0.8  # of them have a spot in common, with which it is their host's way to build an article


def is_foreign(frame: PageFrame, shapes: PageShapes) -> bool:
    """Whether a page lacks all of what nearly all articles of its host have: where story, text and headline stand."""
    if shapes.pages < ENOUGH_PAGES:
        return False
    usual = {*_usual(shapes.stories, shapes), *_usual(shapes.texts, shapes), *_usual(shapes.headlines, shapes)}
    return bool(usual) and usual.isdisjoint(map(spot_name, frame.parts))


def _usual(spots: Mapping[str, int], shapes: PageShapes) -> set[str]:
    return {spot for spot, pages in spots.items() if pages >= USUAL_SHARE * shapes.pages and is_named(spot)}
