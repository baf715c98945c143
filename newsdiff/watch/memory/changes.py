"""What changed between two texts of one page, by the slots in which it stands.

A slot's text is replaced by another one, comes, or goes; one of which but words were changed is told otherwise
(``partial``), as an editor does. A headline, a date or a note of correction is never a slot's.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from newsdiff.clean.lines.patterns import is_correction
from newsdiff.model import UNKNOWN_PLACE, Block, BlockKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.tokens import plain_words
from newsdiff.text.typography import fold
from newsdiff.watch.memory.box_dates import with_dates
from newsdiff.watch.memory.placed_text import PlacedText, is_own_kind, lines_of_box, name_of

ALIKE_SHARE = 0.5  # of the words that two tellings of one paragraph share
SPELLED_SHARE = 0.5  # of the letters that a word and its correction share
LONG_WORDS = 8  # that a told sentence has at least; fewer are a line of a box
ANYWHERE = "@"  # at the end of a key: among the story's paragraphs, wherever
SAME = "="  # in a key: before the name of a text, wherever it stands at its place; without one, on its page
FURNITURE_WORDS = 4  # that a line has at least which stands alike at different places of several pages
SMALL_WORDS = 2  # that an editor's hand changes; a module's clock changes as few, but again and again

Operation = tuple[str, int, int, int, int]
"""One of difflib's: its name, and from where to where in both texts."""

LEAD = f"^{ANYWHERE}"  # the key of what stands between headline and text, wherever that stands on its page

_DOUBTFUL = (BlockKind.BYLINE, BlockKind.DEK)  # what stands above the text may be taken for these


class SlotChange(NamedTuple):
    """A slot whose text changed; ``old_at`` and ``new_at`` number its blocks in both texts."""

    place: str
    keys: tuple[str, ...]  # by which the memory knows the slot: of the story's own places with a position
    old_at: tuple[int, ...]
    new_at: tuple[int, ...]
    at: int  # before which block of the new text it stands, or stood
    many: int  # blocks that it has at most
    old: str = ""  # folded texts
    new: str = ""
    in_story: bool = False
    partial: bool = False  # a long text of which but words were changed
    small: bool = False  # next to nothing was changed
    grows: bool = False  # a text comes or goes beside others that stand in the slot
    doubtful: bool = False  # a byline or a dek
    by_reading: bool = False  # between two readings of one visit
    rest: str = ""  # of one inside a line: the line without it
    around: str = ""  # and what stands next to it there
    box: str = ""  # the named element beside the story that holds it
    behind: str = ""  # the name of the line before it that did not change
    long_words: int = 0  # of both texts, where few of them stand elsewhere in the story
    shared: int = 0  # those that do

    @property
    def is_replaced(self) -> bool:
        """Whether another text stands in the place of an old one."""
        return bool(self.old and self.new)

    @property
    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that went and those that came."""
        old, new = Counter(words(self.old)), Counter(words(self.new))
        return tuple(sorted((old - new).elements())), tuple(sorted((new - old).elements()))


class SlotChanges(NamedTuple):
    """What changed: slots, and whether the publisher's own text did (a byline or a dek is told by its slot)."""

    slots: tuple[SlotChange, ...] = ()
    edited: bool = False


def changes(old: PlacedText, new: PlacedText) -> SlotChanges:
    """Compare two texts of one page."""
    story, found, edited = new.story() | old.story(), list[SlotChange](), False
    own = set[int](), set[int]()  # what is never a module's, on both sides
    for op, a, b, c, d in _joined_runs(old, new, story):
        if op == "equal":
            continue
        gone, come = list(range(a, b)), list(range(c, d))
        for one, other in list(_told_otherwise(old, new, gone, come, story)):
            gone.remove(one)
            come.remove(other)
            edited = True
            change = slot_change(new.places[other], old, new, [one], [other], in_story=True, at=other)
            found += [change._replace(partial=True)] if may_go(new.blocks[other]) else []
        own[0].update(_drop_own(old, gone))
        own[1].update(_drop_own(new, come))
        found += _by_place(old, new, gone, come, story, c)
    went = frozenset(line for change in found for line in change.old.split("\n"))
    came = frozenset(line for change in found for line in change.new.split("\n"))
    found = [change for change in _scrolled(old, new, found) if not _wandered(change, went & came)]
    moved = {n for change in found for n in change.new_at}
    stands = {place for n, place in enumerate(new.places) if n not in moved}
    slots = [c if c.is_replaced else c._replace(grows=c.place in stands) for c in found]
    slots = [with_box_dates(c, old, new, *own) for c in slots]
    own[0].difference_update(*(c.old_at for c in slots))
    own[1].difference_update(*(c.new_at for c in slots))
    return SlotChanges(tuple(slots), edited or any(own))


def with_box_dates(
    change: SlotChange, old: PlacedText, new: PlacedText, gone: Collection[int], come: Collection[int]
) -> SlotChange:
    """The change of a box beside the story with the dates in it that went or came too, by their numbers."""
    if change.in_story or change.doubtful:
        return change
    before = tuple(n for n in with_dates(old, change.old_at) if n in gone or n in change.old_at)
    after = tuple(n for n in with_dates(new, change.new_at) if n in come or n in change.new_at)
    more = max(len(before), len(after)) - max(len(change.old_at), len(change.new_at))
    at = after[0] if after else change.at
    return change._replace(old_at=before, new_at=after, at=at, many=change.many + more)


def _joined_runs(old: PlacedText, new: PlacedText, story: frozenset[str]) -> list[Operation]:
    """The operations between two texts; what changes at several lines of one box is one change of the box."""
    joined: list[Operation] = []
    for operation in opcodes(old.texts(), new.texts()):
        joined.append(operation)
        if len(joined) > 2 and joined[-2][0] == "equal" and _is_box(old, new, joined[-3:], story):
            (_, a, _, c, _), _, (_, _, b, _, d) = joined[-3:]
            joined[-3:] = [("replace", a, b, c, d)]
    return joined


def _scrolled(old: PlacedText, new: PlacedText, found: Sequence[SlotChange]) -> Iterator[SlotChange]:
    """The changes, where a list lost a line and got another elsewhere as one of the whole list."""
    beside = [change for change in found if not change.in_story and not change.is_replaced]
    lost = {change.place: change for change in beside if change.old}
    for place in dict.fromkeys(change.place for change in beside if change.new and change.place in lost):
        before, after = lines_of_box(old, place), lines_of_box(new, place)
        if before and after:
            found = [change for change in found if change.place != place]
            change = slot_change(place, old, new, before, after, in_story=False, at=after[0])
            yield change._replace(partial=False, small=False)
    yield from found


def _wandered(change: SlotChange, both: frozenset[str]) -> bool:
    """Whether a paragraph of the story stands elsewhere now, such as when a box moved past it."""
    lines = {*change.old.split("\n"), *change.new.split("\n")}
    return change.in_story and not change.is_replaced and bool(lines & both - {""})


def _is_box(old: PlacedText, new: PlacedText, run: Sequence[Operation], story: frozenset[str]) -> bool:
    """Whether all that stands in a run of operations stands at one place, which is none of the story's."""
    (_, a, _, c, _), *_, (_, _, b, _, d) = run
    found = {*old.places[a:b], *new.places[c:d]}
    return len(found) == 1 and found.isdisjoint(story | {UNKNOWN_PLACE})


def may_go(block: Block) -> bool:
    """Whether a block may be a module's: headlines, dates and notes of correction never are."""
    return not is_own_kind(block) and not is_correction(block.text)


def alike(one: str, other: str) -> bool:
    """Whether half of the words of two texts are the same."""
    first, second = Counter(words(one)), Counter(words(other))
    most = max(first.total(), second.total())
    return most > 0 and (first & second).total() >= ALIKE_SHARE * most


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.casefold() for word in plain_words(fold(text))]


def without_numbers(text: str) -> list[str]:
    """The words of a text that hold no digit."""
    return [word for word in words(text) if not any(map(str.isdigit, word))]


def opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[Operation]:
    """difflib's operations between two lists of texts."""
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _told_otherwise(
    old: PlacedText, new: PlacedText, gone: Sequence[int], come: Sequence[int], story: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The paragraphs of the story that are told otherwise, by their numbers on both sides."""
    left = [n for n in come if new.places[n] in story]
    for number in gone:
        if old.places[number] not in story and old.places[number] != UNKNOWN_PLACE:
            continue
        text = old.blocks[number].text
        other = next((n for n in left if alike(text, new.blocks[n].text)), None)
        if other is not None:
            left.remove(other)
            yield number, other


def _drop_own(text: PlacedText, numbers: list[int]) -> list[int]:
    """Take out what is never a module by itself; its numbers."""
    own = [n for n in numbers if not may_go(text.blocks[n])]
    for number in own:
        numbers.remove(number)
    return own


def _by_place(
    old: PlacedText, new: PlacedText, gone: Sequence[int], come: Sequence[int], story: frozenset[str], at: int
) -> Iterator[SlotChange]:
    """One change for each place of a run of changed blocks."""
    known = {new.places[n] for n in come}
    alone = next(iter(known)) if len(known) == 1 else ""
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for side, text, numbers in ((0, old, gone), (1, new, come)):
        for number in numbers:
            place = text.places[number]
            groups.setdefault(alone if place == UNKNOWN_PLACE and alone else place, ([], []))[side].append(number)
    for place, (before, after) in groups.items():
        yield slot_change(place, old, new, before, after, in_story=place in story, at=at)


def slot_change(
    place: str,
    old: PlacedText,
    new: PlacedText,
    before: Sequence[int],
    after: Sequence[int],
    *,
    in_story: bool,
    at: int,
) -> SlotChange:
    """The change of one slot; ``at`` is where it stands in the new text when that has nothing of it."""
    told = in_story and (before or after)
    keys = _keys(place, old, new, before, after) if told else (place, f"{place}{ANYWHERE}")
    texts = _joined(old.blocks, before), _joined(new.blocks, after)
    many = max(len(before), len(after))
    blocks = _chosen(old, before) + _chosen(new, after)
    if text := texts[1] or texts[0]:
        least = LONG_WORDS if any(b.kind is BlockKind.BYLINE for b in blocks) else FURNITURE_WORDS
        keys += (f"{place}{SAME}{name_of(text)}",)
        keys += (f"{SAME}{name_of(text)}",) if len(words(text)) >= least else ()
    change = SlotChange(
        place, keys, tuple(before), tuple(after), after[0] if after else at, many, *texts, in_story=in_story
    )
    doubtful = any(b.kind in _DOUBTFUL for b in blocks)
    leads = (not in_story or doubtful) and _leads(*((new, after) if after else (old, before)))
    change = change._replace(doubtful=doubtful, keys=(*keys, LEAD) if leads else keys)
    if not change.is_replaced:
        return change
    went, came = change.words
    small = max(len(went), len(came)) <= SMALL_WORDS and not _is_another(*texts)
    long = min(len(words(texts[0])), len(words(texts[1]))) >= LONG_WORDS
    rewritten = long and alike(*texts) and without_numbers(texts[0]) != without_numbers(texts[1])
    return change._replace(small=small, partial=rewritten)


def _leads(text: PlacedText, numbers: Sequence[int]) -> bool:
    """Whether lines stand below the headline and above the story: a dek, or a box of the site's."""
    if not numbers:
        return False  # both readings have something where nothing was recorded
    story = text.story()
    headed = any(block.kind is BlockKind.HEADLINE for block in text.blocks[: numbers[0]])
    apart = story.isdisjoint(text.places[: numbers[-1] + 1])
    return headed and apart and not story.isdisjoint(text.places[numbers[-1] + 1 :])


def _is_another(old: str, new: str) -> bool:
    """Whether a short text was replaced whole, by one that shares no word, and is spelled otherwise."""
    if any(map(str.isdigit, old + new)) or set(words(old)) & set(words(new)):
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() < SPELLED_SHARE


def _keys(place: str, old: PlacedText, new: PlacedText, before: Sequence[int], after: Sequence[int]) -> tuple[str, ...]:
    """Where a slot stands among the story's paragraphs, told from its beginning and from its end."""
    text, numbers = (new, after) if after else (old, before)
    ahead = text.places[: numbers[0]].count(place)
    behind = text.places[numbers[-1] + 1 :].count(place)
    return f"{place}@{ahead}", f"{place}@-{behind}", f"{place}{ANYWHERE}"


def _chosen(text: PlacedText, numbers: Sequence[int]) -> list[Block]:
    return [text.blocks[n] for n in numbers]


def _joined(blocks: Sequence[Block], numbers: Sequence[int]) -> str:
    return "\n".join(fold(blocks[n].text) for n in numbers)
