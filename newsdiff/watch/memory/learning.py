"""Which of the slots that changed in one pass are modules: those that no editor would have changed so.

A slot is a module of its host when its text was changed at once in most of the articles that were looked at (and in
nearly all that have it), or by itself again and again in several; of one article alone, when that happened there for
the third time. An editor's hand is never taken for it: a long text of which but words changed, the same words changed
in several different texts, one small change of a text that had stood, a paragraph of the story that was added or cut
(but see ``wanderers``), a figure of a sentence that only grows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.memory.cases import (
    MANY_ARTICLES,
    MOST_SHARE,
    SAME_SHARE,
    SO_MANY_ARTICLES,
    STORY_SHARE,
    Case,
    Subject,
)
from newsdiff.watch.memory.changes import ANYWHERE, LEAD, SAME, SlotChange, alike, without_numbers
from newsdiff.watch.memory.companions import BEHIND, companions
from newsdiff.watch.memory.foreign_words import (
    FOREIGN,
    FRAME,
    TRAVELS,
    is_by_words,
    is_foreign,
    may_be_the_storys,
    no_editors_lines,
)
from newsdiff.watch.memory.inline_changes import figures, is_figure_of_a_sentence, may_be_a_toll, no_editors
from newsdiff.watch.memory.inline_modules import is_inline
from newsdiff.watch.memory.placed_text import name_of
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory
from newsdiff.watch.memory.wanderers import (
    GUEST,
    WANDERER,
    WANDERS,
    as_wanderers,
    carried,
    guests,
    many_travel,
    many_wander,
    travel_lessons,
    travels,
    visitors,
    visits,
    visits_again,
    wanders,
)
from newsdiff.watch.state.article_state import CAME, DOWN, UP, WENT

ALL_HOLDERS = 4  # the same where a box beside the story changes in all articles that have it
NEARLY_ALL_SHARE = 0.75  # of the articles that have the slot
ENOUGH_TIMES = 3  # that a slot of one article changes by itself
ENOUGH_SMALL_TIMES = 4  # if next to nothing changes, or but words of a long text, and it had stood at a visit
READING_TIMES = 2  # as which a change between two readings of one visit counts
BACK_TIMES = 2  # that a line went from a place (or came), to come there again (or go) by itself
SEVERAL_ARTICLES = 2  # in each of which a slot is a module by itself
SAME_TEXTS = 6  # articles that have a line of their story word for word in common


class Lessons(NamedTuple):
    """What a pass taught: lines for the log, and by article its modules and the slots that changed by themselves."""

    lessons: tuple[Lesson, ...] = ()
    modules: dict[str, tuple[SlotChange, ...]] = {}  # noqa: RUF012 - never changed
    counted: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - never changed


def learn(memory: SiteMemory, subjects: Sequence[Subject]) -> Lessons:
    """What the articles of one pass teach of their host."""
    cases: dict[str, list[Case]] = defaultdict(list)
    for subject in subjects:
        for change in subject.changes:
            for key in change.keys:
                if key not in memory.kept_slots and change.place not in memory.kept_slots:
                    cases[key].append((subject, change))
    travelled = carried(cases[TRAVELS], subjects)
    cases[GUEST] = guests(cases[GUEST], subjects, travelled | set(memory.slot(TRAVELS).said))
    at_once = _at_once(cases, subjects)
    apart = list(at_once.get(TRAVELS, ()))
    modules: dict[str, list[SlotChange]] = defaultdict(list)
    own: dict[str, set[str]] = defaultdict(set)
    for key, found in cases.items():
        for subject, change in found:
            if change in modules[subject.key]:
                continue
            alone = _by_itself(key, subject, change, memory)
            if alone or (key in at_once and (change in at_once[key] or not _may_be_an_edit(key, change, cases))):
                modules[subject.key].append(change)
            if alone:
                own[key].add(name_of(subject.key))
                apart += [change] if key == TRAVELS else []
    for subject in subjects:
        known = subject.own | memory.module_places
        beside = companions(subject.changes, modules[subject.key], known)
        kept = memory.kept_slots
        beside = [c for c in beside if c.place not in kept and not any(_is_touch(key, subject, c) for key in c.keys)]
        modules[subject.key] += beside
    sure = {key: key in at_once or len(own[key] | set(memory.slot(key).articles)) >= SEVERAL_ARTICLES for key in cases}
    said = [case for case in cases[TRAVELS] if case[1] in modules[case[0].key]]
    lessons = (*_lessons(cases, modules, own, sure), *travel_lessons(said, travelled, memory))
    counted = {s.key: tuple(_counted(s)) for s in subjects if s.changes}
    placed = {id(change) for key, found in at_once.items() if _is_slot(key) for change in found}
    apart = [change for change in apart if id(change) not in placed]
    known_by = {key: tuple(as_wanderers(each, apart)) for key, each in modules.items() if each}
    return Lessons(lessons, known_by, counted)


def weight(change: SlotChange) -> int:
    """As how many changes one counts."""
    return READING_TIMES if change.by_reading else 1


def _at_once(cases: Mapping[str, Sequence[Case]], subjects: Sequence[Subject]) -> dict[str, list[SlotChange]]:
    """The slots that changed in most articles of the pass at once, each with the changes that tell so.

    Each article's change counts for its best slot.
    """
    found: dict[str, list[SlotChange]] = {}
    taken: set[tuple[str, SlotChange]] = set()
    for key, all_cases in sorted(cases.items(), key=_rank):
        if key.startswith(BEHIND):
            continue
        free = [case for case in all_cases if is_by_words(key) or (case[0].key, case[1]) not in taken]
        telling = [
            case
            for case in _telling(key, free, len(subjects))
            if not key.endswith(ANYWHERE)
            or key in (LEAD, WANDERS)
            or is_by_words(key)
            or case[1].partial
            or case[1].rest
            or _is_alone(*case)
        ]
        articles = {subject.key for subject, _ in telling}
        if is_by_words(key):
            if len(articles) >= MANY_ARTICLES and len(articles) > MOST_SHARE * sum(bool(s.changes) for s in subjects):
                found[key] = [change for _, change in telling]
            continue
        place = telling[0][1].place if telling else ""
        holders = [s for s in subjects if place in s.places]
        if (
            len(articles) >= MANY_ARTICLES
            and (len(articles) > _share(key, telling) * len(subjects) or _is_everywhere(telling, articles, holders))
            and len(articles) >= NEARLY_ALL_SHARE * len(holders)
        ):
            found[key] = [change for _, change in telling]
            taken.update((subject.key, change) for subject, change in telling)
    return found


def _may_be_an_edit(key: str, change: SlotChange, cases: Mapping[str, Sequence[Case]]) -> bool:
    """Whether a change that has a slot in common with modules may yet be an editor's: the key is of any paragraph.

    It is none where in many articles other paragraphs came, went or were replaced at the very place.
    """
    if is_by_words(key):
        return True
    if key != f"{change.place}{ANYWHERE}" or not change.in_story or change.rest:
        return False
    if is_foreign(change) or (change.is_replaced and not change.partial):
        return False
    slots = (cases[each] for each in change.keys if each in cases and _is_slot(each))
    like = ({s.key for s, c in slot if c.is_replaced == change.is_replaced and not c.partial} for slot in slots)
    return max(map(len, like), default=0) < MANY_ARTICLES


def _rank(slot: tuple[str, Sequence[Case]]) -> tuple[bool, int, bool, str]:
    """In which order slots are looked at: those of words last, of which no page is masked."""
    key, cases = slot
    return is_by_words(key), -len(cases), not _is_slot(key), key


def _is_everywhere(cases: Sequence[Case], articles: Collection[str], holders: Sequence[Subject]) -> bool:
    """Whether a box beside the story changed in each of the many articles that have it, however few of a pass."""
    told = any(change.in_story or change.doubtful for _, change in cases)
    return len(articles) >= max(ALL_HOLDERS, len(holders)) and not told


def _share(key: str, cases: Sequence[Case]) -> float:
    """The share of the articles of a pass in which a slot must change at once."""
    in_story = sum(change.in_story or (change.doubtful and SAME not in key) for _, change in cases)
    return STORY_SHARE if in_story > len(cases) / 2 else MOST_SHARE


def _telling(key: str, all_cases: Sequence[Case], articles: int) -> Iterator[Case]:
    """The cases that no editor's hand explains; bylines and deks only beside others of the slot."""
    if key == TRAVELS:
        yield from many_travel(all_cases, articles)
        return
    if is_inline(key) or is_by_words(key):
        judged = no_editors if is_inline(key) else no_editors_lines
        told = judged(key, [change for _, change in all_cases])
        yield from (case for case in all_cases if case[1] in told)
        return
    if key == LEAD:
        yield from _new_leads(all_cases)
        return
    if key in (WANDERS, GUEST):
        yield from many_wander(all_cases) if key == WANDERS else ()
        return
    doubted = not key.startswith(SAME)  # what stands alike in many articles is no byline, and leads up to none
    cases = [case for case in all_cases if not (doubted and case[1].doubtful)]
    if doubted and len({subject.key for subject, _ in cases}) >= MANY_ARTICLES:
        yield from (case for case in all_cases if case[1].doubtful)
    elif doubted:
        yield from _new_leads([case for case in all_cases if case[1].doubtful])
    texts = Counter(text for _, c in cases for text in {c.old, c.new} if text)
    edits = Counter(c.words for _, c in cases if c.is_replaced)
    different = len({c.old for _, c in cases if c.is_replaced}) > 1
    for subject, change in cases:
        if change.by_reading and not change.partial:
            yield subject, change
        elif change.is_replaced:
            if _is_count(change) and len(cases) > MANY_ARTICLES:
                yield subject, change
                continue
            same = different and edits[change.words] >= SAME_SHARE * len(cases) and texts[change.old] == 1
            of_a_box = not change.partial or not (change.in_story or change.small)
            if not (same or _is_touch(key, subject, change)) and (of_a_box or _is_template(change, cases)):
                yield subject, change
        elif texts[change.old or change.new] >= MANY_ARTICLES or not (change.in_story or change.grows):
            yield subject, change


def _new_leads(cases: Sequence[Case]) -> list[Case]:
    """The lines below headlines, where many were written anew, each in words of its own: so many deks no editor does.

    Three do where each differed between two readings of a visit, and was recorded otherwise.
    """
    edits = Counter(change.words for _, change in cases)
    own = [(s, c) for s, c in cases if edits[c.words] < SAME_SHARE * len(cases) and not alike(c.old, c.new)]
    anew = [change for _, change in own if change.is_replaced or change.by_reading]
    least = MANY_ARTICLES if all(change.by_reading for change in anew) else SO_MANY_ARTICLES
    return own if len({s.key for s, _ in own}) >= least and 2 * len(anew) >= len(own) else []


def _is_count(change: SlotChange) -> bool:
    """Whether nothing but figures moved in a box beside the story: a score, a count, a price."""
    return not change.in_story and without_numbers(change.old) == without_numbers(change.new)


def _is_touch(key: str, subject: Subject, change: SlotChange) -> bool:
    """Whether a change is small, and the first of a text that had stood: such as an editor makes."""
    return change.small and subject.stood and not subject.counted.get(key)


def _is_template(change: SlotChange, cases: Sequence[Case]) -> bool:
    """Whether other articles have nearly the text of a slot, and it was changed in them too: no story is so told."""
    same_text = sum(c is not change and c.old == change.old for _, c in cases)
    if change.small and change.in_story and same_text < SAME_TEXTS - 1:
        if without_numbers(change.old) != without_numbers(change.new):
            return False
        same_text = 0
    elif change.small and same_text >= MANY_ARTICLES - 1:
        return True
    others = (c for _, c in cases if c is not change and c.is_replaced and c.words != change.words)
    like = sum(alike(change.new, other.new) and alike(change.old, other.old) for other in others)
    return like + same_text >= MANY_ARTICLES - 1


def _is_alone(subject: Subject, change: SlotChange) -> bool:
    """Whether another text in the place of a paragraph is all that changed in an article, or all in a line."""
    return bool(change.rest) or (change.is_replaced and not _is_edited(subject, change) and len(subject.changes) == 1)


def _is_edited(subject: Subject, change: SlotChange) -> bool:
    """Whether the publisher's own text changed beside a slot."""
    return subject.edited or any(c.doubtful for c in subject.changes if c is not change)


def _by_itself(key: str, subject: Subject, change: SlotChange, memory: SiteMemory) -> bool:
    """Whether a slot of one article is a module by what is known of it, and of the host."""
    if key in (WANDERS, GUEST):
        return wanders(key, subject, change, memory)
    if key.startswith(BEHIND):
        return _is_often(key, subject, change) and not _is_edited(subject, change)
    if key == TRAVELS:
        return travels(change, memory) or visits_again(subject, change)
    if is_by_words(key):
        if key.startswith(FRAME):
            return memory.slot(key).module and not may_be_the_storys(change)
        return is_foreign(change) and _is_often(key, subject, change) and not may_be_a_toll(change)
    if change.doubtful:
        return _never_stands(key, subject, change)
    if key == LEAD or SAME in key or (change.partial and (change.in_story or change.small)):
        return False
    edited = _is_edited(subject, change)
    if change.rest and key.endswith(ANYWHERE):
        return False  # one element changed here, another there
    if change.by_reading and edited:
        return True  # the text that is recorded now would else hold what changes by itself
    if not change.is_replaced and not change.by_reading and (change.grows or change.in_story):
        back = subject.counted.get(f"{key}{WENT if change.new else CAME}", 0) >= BACK_TIMES
        return back and change.in_story and _is_slot(key) and not edited
    known = _is_slot(key) and memory.slot(key).module and change.place not in subject.own
    if known and not change.partial and not _is_touch(key, subject, change):
        return True
    if edited and not change.by_reading:
        return False
    if is_figure_of_a_sentence(change) and not change.by_reading:
        return _wavers(key, subject, change)
    rare = change.partial or (change.small and not change.by_reading and not _is_count(change))
    enough = ENOUGH_SMALL_TIMES if rare and subject.stood else ENOUGH_TIMES
    return subject.counted.get(key, 0) + weight(change) >= enough


def _never_stands(key: str, subject: Subject, change: SlotChange) -> bool:
    """Whether a line below the headline is another at each of several visits: no dek is."""
    anew = (change.is_replaced or change.by_reading) and not alike(change.old, change.new)
    fresh = anew and _is_slot(key) and not subject.stood and not _is_edited(subject, change)
    return fresh and subject.counted.get(key, 0) + weight(change) >= ENOUGH_SMALL_TIMES


def _wavers(key: str, subject: Subject, change: SlotChange) -> bool:
    """Whether a figure of the story's own sentence went up and down again, and no other line tells it: no toll does."""
    ways = [_way(change), *(way for way in (UP, DOWN) if subject.counted.get(f"{key}{way}"))]
    others = (c for c in subject.changes if c is not change)
    often = subject.counted.get(key, 0) + 1 >= ENOUGH_SMALL_TIMES
    return often and {UP, DOWN} <= set(ways) and all(c.words != change.words for c in others)


def _way(change: SlotChange) -> str:
    return UP if figures(change.new) > figures(change.old) else DOWN


def _lessons(
    cases: Mapping[str, Sequence[Case]],
    modules: Mapping[str, Sequence[SlotChange]],
    own: Mapping[str, set[str]],
    sure: Mapping[str, bool],
) -> Iterator[Lesson]:
    told: set[tuple[str, SlotChange]] = set()
    for key in sorted(cases, key=lambda key: (not sure[key], is_by_words(key), not _is_slot(key), key)):
        found = [(s, c) for s, c in cases[key] if c in modules.get(s.key, ()) and (s.key, c) not in told]
        if not found or not (sure[key] or own.get(key)):
            continue
        told.update((s.key, c) for s, c in found)
        text = next((c.new or c.old for _, c in found), "").replace("\n", " / ")
        names = sorted(own.get(key, ())) or sorted({name_of(s.key) for s, _ in found})
        shown = f"{found[0][1].place}{ANYWHERE}" if SAME in key or key.startswith(BEHIND) else key
        again = bool(own.get(key)) or any(change.by_reading for _, change in found)
        yield Lesson(shown, tuple(names), text, sure[key], again=again)


def _counted(subject: Subject) -> Iterator[str]:
    """The slots of an article that changed, each as often as it counts."""
    for was, now in () if subject.edited else visits(subject.changes):
        yield f"{WANDERER}{now}{CAME}"
        yield from [WANDERS] if f"{WANDERER}{was}{CAME}" in subject.counted else []
    once = {k: weight(c) for c in subject.changes for k in c.keys if _counts_once(k, subject, c)}
    yield from (key for key, times in once.items() for _ in range(times))
    yield from visitors(subject)
    for change in subject.changes:
        goes = change.is_replaced or change.by_reading or (change.old and not change.grows and not change.in_story)
        if _is_edited(subject, change) and not change.by_reading:
            continue  # an editor was at work
        if change.in_story and not (change.is_replaced or change.by_reading or change.partial):
            sign = CAME if change.new else WENT
            yield from (f"{key}{sign}" for key in change.keys if _is_slot(key))
        if is_figure_of_a_sentence(change):
            yield from (f"{key}{_way(change)}" for key in change.keys if _is_slot(key))
        if goes and not (change.partial and change.in_story):
            yield from [key for key in change.keys if not _is_of_lines(key)] * weight(change)


def _counts_once(key: str, subject: Subject, change: SlotChange) -> bool:
    """Whether a key counts once a visit, however many lines have it."""
    foreign = key.startswith(FOREIGN) and is_foreign(change)
    return _goes(change) and (foreign or (key.startswith(BEHIND) and not _is_edited(subject, change)))


def _is_often(key: str, subject: Subject, change: SlotChange) -> bool:
    return subject.counted.get(key, 0) + (weight(change) if _goes(change) else 0) >= ENOUGH_TIMES


def _goes(change: SlotChange) -> bool:
    """Whether lines went or were replaced: those that only come are a list of news that grows."""
    return bool(change.old) or change.by_reading


def _is_of_lines(key: str) -> bool:
    """Whether several lines of a visit have a key in common that names no place."""
    return SAME in key or key.startswith(BEHIND) or is_by_words(key)


def _is_slot(key: str) -> bool:
    """Whether a key names one slot of a page, not a text or any paragraph."""
    return SAME not in key and not key.endswith(ANYWHERE)
