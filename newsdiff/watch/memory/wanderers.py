"""Plain paragraphs that no place tells, but what they do: those that wander, and those that travel.

One that wanders goes from one place of its story and comes at another at each visit, in other words: a pharmacy on
duty. Of one that is known the article remembers what it said last: what stands there again did not wander, and is the
story's. One that travels, such as what a reader says, goes from one story and comes into another word for word; or
paragraphs without a word of their story go from some articles and come into others, in nearly all at once. An editor
cuts and adds, but not so.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from newsdiff.model import BlockKind
from newsdiff.watch.memory.cases import (
    MANY_ARTICLES,
    MOST_SHARE,
    SAME_SHARE,
    SO_MANY_ARTICLES,
    STORY_SHARE,
    Case,
    Subject,
)
from newsdiff.watch.memory.changes import ANYWHERE, SlotChange, alike, may_go
from newsdiff.watch.memory.foreign_words import FOREIGN, TRAVELS, is_foreign
from newsdiff.watch.memory.own_slot import NOWHERE, OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, name_of
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory
from newsdiff.watch.state.article_state import CAME, WENT

WANDERER = "(wandering)"  # in the place of an article's own module that has none
WANDERS = f"{WANDERER}{ANYWHERE}"  # the key of one that went from one place and came at another
GUEST = f"{WANDERER}+{ANYWHERE}"  # the key of one that came where none went
VISITOR = "(visiting)"  # before the name of a text without a word of its story that came, or went again
_MOST_LINES = 4  # of one
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE)
_LEAVES = ("p", "blockquote")
_SEVERAL = 2  # texts that travel, articles of which each way is known, texts that came and went again


def wandering(
    found: Sequence[SlotChange], read: Sequence[SlotChange], old: PlacedText, new: PlacedText
) -> tuple[SlotChange, ...]:
    """The changes of a text, those of a wanderer with its key; ``read`` are those between two readings.

    Where paragraphs of the story differ between the readings, one that went from the recorded text is the same.
    """
    story = old.story() | new.story()
    plain = [c for c in found if not (c.is_replaced or c.rest or c.doubtful) and _is_plain(c, old, new, story)]
    gone, come = [c for c in plain if c.old], [c for c in plain if c.new]
    if len(gone) > 1 or len(come) > 1 or any(c.is_replaced and not (c.rest or c.partial) for c in found):
        return tuple(found)
    if gone and come:
        told = alike(gone[0].old, come[0].new)  # as an editor does who moves a paragraph and brings it up to date
        return tuple(c._replace(keys=(*c.keys, WANDERS), partial=told) if c in plain else c for c in found)
    if come:
        return tuple(c._replace(keys=(*c.keys, GUEST)) if c in come else c for c in found)
    if gone and any(_is_read(c) for c in read):
        return tuple(c._replace(keys=(*c.keys, WANDERS), by_reading=True) if c in gone else c for c in found)
    return tuple(found)


def travelling(found: Sequence[SlotChange], old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    """The changes of a text, those of plain paragraphs that came, went or were replaced whole with their key."""
    story = old.story() | new.story()
    return tuple(
        c._replace(keys=(*c.keys, TRAVELS)) if _may_travel(c) and _is_plain(c, old, new, story) else c for c in found
    )


def own_wanderer(change: SlotChange) -> OwnSlot:
    """What an article remembers of its wanderer."""
    return OwnSlot(WANDERER, name_of(change.new) if change.new else NOWHERE, NOWHERE, change.many)


def said_last(own: Sequence[OwnSlot]) -> frozenset[str]:
    """The names of what the wanderers of an article said last."""
    return frozenset(slot.before for slot in own if slot.place == WANDERER)


def visits(changes: Sequence[SlotChange]) -> Iterator[tuple[str, str]]:
    """The names of what a wanderer said and says, where one does in an article."""
    mine = [c for c in changes if WANDERS in c.keys and not c.partial]
    yield from zip([name_of(c.old) for c in mine if c.old], [name_of(c.new) for c in mine if c.new], strict=False)


def _is_plain(change: SlotChange, old: PlacedText, new: PlacedText, story: Collection[str]) -> bool:
    """Whether a change is of a few plain paragraphs among those of the story."""
    blocks = [*(old.blocks[n] for n in change.old_at), *(new.blocks[n] for n in change.new_at)]
    known = {*(old.places[n] for n in change.old_at), *(new.places[n] for n in change.new_at)}
    among = all(place in story or place.rpartition(">")[2] in _LEAVES for place in known)
    return among and len(blocks) <= _MOST_LINES and all(b.kind in _KINDS and may_go(b) for b in blocks)


def _may_travel(change: SlotChange) -> bool:
    """Whether lines came, went or were replaced whole."""
    return not (change.rest or change.doubtful or change.partial or change.small or alike(change.old, change.new))


def _is_read(change: SlotChange) -> bool:
    """Whether a change between two readings is of a paragraph that the recorded text does not have there."""
    return not (change.old or change.partial or change.doubtful) and change.many <= _MOST_LINES


def many_wander(cases: Sequence[Case]) -> list[Case]:
    """The paragraphs that went and came elsewhere, where they did in many articles at once, each in its own words."""
    edits = Counter(change.words for _, change in cases)
    own = [case for case in cases if edits[case[1].words] < SAME_SHARE * len({s.key for s, _ in cases})]
    articles = {s.key for s, c in own if c.old} & {s.key for s, c in own if c.new or c.by_reading}
    return [case for case in own if case[0].key in articles] if len(articles) >= SO_MANY_ARTICLES else []


def many_travel(cases: Sequence[Case], articles: int) -> list[Case]:
    """The paragraphs that travel, where they do in several articles of a pass; ``articles``: how many it has."""
    met = _met(cases)
    shared = {text for text, (went, came) in met.items() if len(went | came) >= _SEVERAL}
    mine = [case for case in cases if {case[1].old, case[1].new} & shared]
    foreign = [case for case in cases if _has_no_word_of_its_story(case[1])]
    if len(shared) >= _SEVERAL and _carried(met) and len({s.key for s, _ in mine}) >= MANY_ARTICLES:
        return [case for case in cases if case in mine or case in foreign]
    return foreign if _are_restless(foreign, articles) else []


def carried(cases: Sequence[Case], subjects: Sequence[Subject]) -> frozenset[str]:
    """The names of the texts that went from one article and came into another: now, or since the last pass."""
    names = {name_of(text) for text in _carried(_met(cases))}
    shown = {s.key: {name_of(c.new) for c in s.changes if c.new} for s in subjects if s.changes}
    left = {(s.key, name) for s in subjects if s.key in shown for name in s.said - shown[s.key]}
    come = {(s.key, name_of(c.new)) for s, c in cases if c.new and WANDERER in s.own}
    return frozenset(names | {name for key, name in come for other, said in left if said == name and other != key})


def guests(cases: Sequence[Case], subjects: Sequence[Subject], travel: frozenset[str]) -> list[Case]:
    """The paragraphs that came into articles through which one wanders; ``travel``: the names of those that travel.

    Where they came into most of these articles, or most of them travel or came into several; else only those that do:
    one in one article of many is an editor's. What stands at the next visit is told then.
    """
    known = [subject for subject in subjects if WANDERER in subject.own]
    often = Counter(change.new for _, change in cases)
    mine = [case for case in cases if name_of(case[1].new) in travel or often[case[1].new] >= _SEVERAL]
    if len(known) < MANY_ARTICLES or len({s.key for s, _ in cases}) > MOST_SHARE * len(known):
        return list(cases)
    return list(cases) if len(mine) > MOST_SHARE * len(cases) else mine


def wanders(key: str, subject: Subject, change: SlotChange, memory: SiteMemory) -> bool:
    """Whether a paragraph is the one that wanders through an article, or through those of its host.

    In one article alone that is known when what came at one visit was gone at the next for the second time.
    """
    if WANDERER in subject.own:
        return bool(change.new) and (name_of(change.new) not in subject.said or travels(change, memory))
    if key == GUEST or change.by_reading or memory.slot(key).module:
        return key == WANDERS
    gone = [was for was, _ in visits(subject.changes) if f"{WANDERER}{was}{CAME}" in subject.counted]
    return bool(gone) and subject.counted.get(WANDERS, 0) >= 1 and not subject.edited


def travels(change: SlotChange, memory: SiteMemory) -> bool:
    """Whether a text of a change is known to go from one article of its host to another."""
    said = memory.slot(TRAVELS).said
    return not change.is_replaced and name_of(change.new or change.old) in said


def visitors(subject: Subject) -> Iterator[str]:
    """What is counted of lines without a word of their story: the name of each that came, and of one that left."""
    lines = [change for change in subject.changes if TRAVELS in change.keys and is_foreign(change)]
    yield from dict.fromkeys(f"{VISITOR}{name_of(change.new)}{CAME}" for change in lines if change.new)
    went = dict.fromkeys(f"{VISITOR}{name_of(change.old)}" for change in lines if change.old)
    yield from (f"{name}{WENT}" for name in went if f"{name}{CAME}" in subject.counted)


def visits_again(subject: Subject, change: SlotChange) -> bool:
    """Whether a line without a word of its story came or went in an article in which others came and went before."""
    if change.is_replaced or subject.edited or WANDERER in subject.own or not is_foreign(change):
        return False
    went = {key for key in (*subject.counted, *visitors(subject)) if key.startswith(VISITOR) and key.endswith(WENT)}
    return len(went) >= _SEVERAL


def travel_lessons(cases: Sequence[Case], travel: Collection[str], memory: SiteMemory) -> Iterator[Lesson]:
    """What a pass taught of the texts that travel, by the modules that may; ``travel``: the names of those that do."""
    known = memory.slot(TRAVELS).said
    names = dict.fromkeys(name_of(change.new) for _, change in cases if change.new)
    new = tuple(name for name in names if name in travel and name not in known)
    if new:
        yield Lesson(TRAVELS, said=new)


def as_wanderers(modules: Sequence[SlotChange], apart: Collection[SlotChange]) -> Iterator[SlotChange]:
    """The modules of an article; those that are known by their travels alone (``apart``) have no place: they wander."""
    for change in modules:
        wanders = change in apart and not change.is_replaced and WANDERS not in change.keys
        yield change._replace(keys=(*change.keys, WANDERS)) if wanders else change


def _met(cases: Iterable[Case]) -> dict[str, tuple[set[str], set[str]]]:
    """From which articles each text went, and into which it came."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for subject, change in cases:
        for side, text in enumerate((change.old, change.new)):
            if text:
                found[text][side].add(subject.key)
    return found


def _carried(met: dict[str, tuple[set[str], set[str]]]) -> list[str]:
    return [text for text, (went, came) in met.items() if went and came - went]


def _has_no_word_of_its_story(change: SlotChange) -> bool:
    return any(key.startswith(FOREIGN) for key in change.keys)


def _are_restless(cases: Sequence[Case], articles: int) -> bool:
    """Whether such paragraphs went from some articles and came into others, each another one, in nearly all at once."""
    edits = Counter(change.words for _, change in cases)
    if not cases or max(edits.values()) >= SAME_SHARE * len(cases) or not is_foreign(*(c for _, c in cases)):
        return False
    went, came = ({s.key for s, c in cases if (c.old, c.new)[side]} for side in (0, 1))
    enough = len(went | came) >= max(SO_MANY_ARTICLES, STORY_SHARE * articles)
    return enough and min(len(went), len(came)) >= _SEVERAL
