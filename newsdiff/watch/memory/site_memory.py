"""What is known of a host: its slots, which of them are modules, and how its article pages are built.

A fold of what the log tells of it (``advance``), so a lost ``state.db`` is read back to the same memory.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

from newsdiff.clean.places import spot_name
from newsdiff.model import PageFrame
from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.memory.placed_text import is_named

MAX_SLOTS = 70  # of a host; with what each tells this is less than 50 kB
MAX_PARTS = 120
MAX_SPOTS = 8  # at which stories, paragraphs or headlines stand
MAX_ARTICLES = 4  # names of articles that a slot remembers
MAX_TEXTS = 2
MAX_SAID = 40  # names of texts
_LONGEST_TEXT = 100  # characters
_LONGEST_SLOT = 200  # characters


class Lesson(NamedTuple):
    """What one pass taught of a slot: in which articles its text changed by itself."""

    slot: str
    articles: tuple[str, ...] = ()  # short names
    text: str = ""
    module: bool = False  # whether it is one, for the whole host, from now on
    back: bool = False  # whether it is none any more: it behaves like the story
    said: tuple[str, ...] = ()  # names of texts that went from one article and came into another
    again: bool = False  # whether it changed so before, too: in an earlier pass, or moments ago


class Slot(NamedTuple):
    """A slot of a host's pages: how often its text changed by itself, in which articles, and what stood there last."""

    name: str
    times: int = 0
    articles: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    module: bool = False
    decided: str = ""  # by the user: "keep" (never a module) or "drop"
    last: datetime | None = None
    said: tuple[str, ...] = ()  # names of texts by which it is known
    once: bool = False  # whether it is known that it changed in one pass only: editors may have been at work

    @property
    def is_module(self) -> bool:
        """Whether what stands there is left out."""
        return self.decided == "drop" or (self.module and self.decided != "keep")


class PageShapes(NamedTuple):
    """How some article pages are built: how many they are, and on how many of them the same stands at the same spot.

    Spots go by their stable names: ``main>div.story`` (``clean.places.spot_name``).
    """

    pages: int = 0
    stories: dict[str, int] = {}  # noqa: RUF012 - never changed; the element that holds the story
    texts: dict[str, int] = {}  # noqa: RUF012 - its paragraphs
    headlines: dict[str, int] = {}  # noqa: RUF012
    parts: dict[str, int] = {}  # noqa: RUF012 - never changed


class SiteMemory(NamedTuple):
    """What is known of one host."""

    host: str
    slots: tuple[Slot, ...] = ()
    shapes: PageShapes = PageShapes()
    misled: int = 0  # pages whose trail to the story led to another text than a vote

    def slot(self, name: str) -> Slot:
        """What is known of a slot."""
        return next((slot for slot in self.slots if slot.name == name), Slot(name))

    @property
    def module_places(self) -> frozenset[str]:
        """The places that are modules on every page of the host."""
        return frozenset(slot.name for slot in self.slots if slot.is_module and is_maskable(slot))

    @property
    def kept_slots(self) -> frozenset[str]:
        """The slots that the user says are never modules."""
        return frozenset(slot.name for slot in self.slots if slot.decided == "keep")

    @property
    def digest(self) -> str:
        """A name of what is left out, for the trailer ``Cleaner``; empty when it is nothing."""
        modules = sorted(self.module_places)
        return sha256("\n".join(modules).encode()).hexdigest()[:8] if modules else ""


def is_maskable(slot: Slot) -> bool:
    """Whether a slot can be told on a page by its place alone."""
    return (is_named(slot.name) and "@" not in slot.name) or slot.decided == "drop"


def version(cleaner: str, memory: SiteMemory) -> str:
    """The cleaner's version with the memory's digest."""
    return f"{cleaner} memory/{memory.digest}" if memory.digest else cleaner


def without_memory(cleaner: str) -> str:
    """A cleaner's version as it is without a memory."""
    return cleaner.partition(" memory/")[0]


def learned(memory: SiteMemory, lessons: Iterable[Lesson], at: datetime) -> SiteMemory:
    """What is known after some lessons."""
    slots = {slot.name: slot for slot in memory.slots}
    for lesson in lessons:
        name = lesson.slot[:_LONGEST_SLOT]
        known = slots.get(name, Slot(name, once=True))
        if lesson.back:
            slots[name] = Slot(name, texts=known.texts, decided=known.decided, last=at)
            continue
        texts = tuple(dict.fromkeys(filter(None, (lesson.text[:_LONGEST_TEXT], *known.texts))))[:MAX_TEXTS]
        articles = tuple(dict.fromkeys((*known.articles, *lesson.articles)))[:MAX_ARTICLES]
        said = tuple(dict.fromkeys((*lesson.said, *known.said)))[:MAX_SAID]
        times = known.times + max(1, len(lesson.articles))
        module, once = known.module or lesson.module, known.once and not (lesson.again or known.module)
        known = known._replace(times=times, articles=articles, texts=texts, said=said)
        slots[name] = known._replace(module=module, once=once, last=at)
    return memory._replace(slots=_bounded(slots.values()))


def decided(memory: SiteMemory, slot: str, decision: str, at: datetime) -> SiteMemory:
    """What is known after a decision of the user over a slot: "keep", "drop", or "forget" for the whole host."""
    if decision == "forget":
        return SiteMemory(memory.host)
    known = memory.slot(slot[:_LONGEST_SLOT])._replace(decided=decision, last=at)
    others = (each for each in memory.slots if each.name != known.name)
    return memory._replace(slots=_bounded((*others, known)))


def shaped(memory: SiteMemory, new: PageShapes) -> SiteMemory:
    """What is known after some pages of a host were read."""
    old = memory.shapes
    shapes = PageShapes(
        old.pages + new.pages,
        _most(old.stories, new.stories, MAX_SPOTS),
        _most(old.texts, new.texts, MAX_SPOTS),
        _most(old.headlines, new.headlines, MAX_SPOTS),
        _most(old.parts, new.parts, MAX_PARTS),
    )
    return memory._replace(shapes=shapes)


def misled(memory: SiteMemory, pages: int) -> SiteMemory:
    """What is known after so many pages of a host were found where a vote did not find them."""
    return memory._replace(misled=memory.misled + pages) if pages else memory


def shapes_of(frames: Sequence[PageFrame]) -> PageShapes:
    """How some article pages are built."""
    counts: list[dict[str, int]] = [{}, {}, {}, {}]
    for frame in frames:
        single = ([spot] if spot else [] for spot in (frame.story, frame.text, frame.headline))
        for count, spots in zip(counts, (*single, frame.parts), strict=True):
            for name in {spot_name(spot) for spot in spots}:
                count[name] = count.get(name, 0) + 1
    stories, texts, headlines, parts = counts
    return shaped(SiteMemory(""), PageShapes(len(frames), stories, texts, headlines, parts)).shapes


def _most(old: dict[str, int], new: dict[str, int], limit: int) -> dict[str, int]:
    """Both counts together, as far as there is room."""
    both = {name: old.get(name, 0) + new.get(name, 0) for name in (*old, *(n for n in new if n not in old))}
    return dict(sorted(both.items(), key=lambda pair: (-pair[1], pair[0]))[:limit])


def _bounded(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The slots in the order of their names; where they are too many, those go that tell least."""
    ranked = sorted(slots, key=lambda s: (not s.decided, not s.module, -s.last.timestamp() if s.last else 0.0, s.name))
    return tuple(sorted(ranked[:MAX_SLOTS], key=lambda slot: slot.name))
