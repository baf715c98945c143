"""What a reader says under one story and then under another is a module; what editors cut here and add there is not."""

import random

import pytest

from newsdiff.model import Status
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.changes import SlotChange, changes
from newsdiff.watch.memory.foreign_words import TRAVELS, told_by_words
from newsdiff.watch.memory.learning import Lessons, learn
from newsdiff.watch.memory.placed_text import PlacedText, name_of
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory, learned
from newsdiff.watch.memory.wanderers import GUEST, WANDERS, carried, travelling
from tests.kit.site import START, Desk, Site, page
from tests.watch.memory.test_foreign_words import NOTICES, tale, text

VOICES = (
    "“We kept geese on that very green,” Bertram Ogle of Crail recalls, “until bicycles frightened them away.”",
    "Dorothea Finch, a seamstress, shrugs: “Ribbons cost thrice what they did, yet nobody writes about ribbons.”",
    "“Ask whoever polishes those trumpets,” suggests Hamish Weir, retired postman.",
    "Quentin Abel disagrees politely. “Rhubarb grows anywhere, given patience and an upturned bucket.”",
    "“Twice I telephoned, twice somebody hummed,” complains Ottilie Marsh from Wick.",
    "“Lend them umbrellas,” proposes schoolgirl Winnie Pratt, “then everybody stays cheerful.”",
    "Gunnar Holt, beekeeper, has seen worse: “Mine swarmed inside the organ during Easter.”",
)


def changed(number: int, one: str, other: str, at: int = 3) -> tuple[SlotChange, ...]:
    """What changes where a line came into a story, went or is another one; an empty line is none."""
    lines = tale(number)
    old, new = (text([*lines[:at], *([line] if line else []), *lines[at:]]) for line in (one, other))
    return known(old, new)


def known(old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    return travelling(told_by_words(changes(old, new).slots, old, new), old, new)


def taught(*articles: tuple[SlotChange, ...], still: int = 0, memory: SiteMemory | None = None) -> Lessons:
    subjects = [Subject(f"/{n}", found, places=frozenset({"p"}), stood=True) for n, found in enumerate(articles)]
    subjects += [Subject(f"/still/{n}", places=frozenset({"p"})) for n in range(still)]
    return learn(memory or SiteMemory("post.example"), subjects)


def own(number: int) -> str:
    """A further paragraph of a story."""
    return tale(number, 11)[-1]


def test_paragraphs_that_are_added_here_and_cut_there_are_edits() -> None:
    added, cut = [changed(n, "", own(n), n) for n in range(1, 5)], [changed(n, own(n), "", n) for n in range(5, 8)]
    assert not taught(*added, *cut).modules


def test_news_without_a_word_of_their_stories_that_come_into_all_of_them_are_edits() -> None:
    assert not taught(*(changed(n, "", NOTICES[n], 1 + n) for n in range(7))).modules


def test_one_background_paragraph_for_another_in_several_stories_is_an_edit_of_each() -> None:
    pairs = [(VOICES[n % 2], VOICES[2 + n % 2]) for n in range(4)]
    anew = [(*changed(n, old, "", 2 + n), *changed(n, "", new, 7 - n)) for n, (old, new) in enumerate(pairs)]
    assert not taught(*anew, still=1).modules


def test_a_paragraph_that_is_moved_from_one_story_to_another_is_an_edit_of_both() -> None:
    assert not taught(changed(1, own(3), ""), changed(2, "", own(3)), changed(5, "", own(5))).modules


def test_two_paragraphs_that_change_places_between_two_stories_are_edits() -> None:
    moved = (
        changed(1, VOICES[0], ""),
        changed(2, "", VOICES[0], 5),
        changed(2, VOICES[1], ""),
        changed(1, "", VOICES[1], 6),
    )
    assert not taught((*moved[0], *moved[3]), (*moved[1], *moved[2])).modules


def test_what_goes_from_one_story_and_comes_into_another_in_most_that_changed_is_a_module() -> None:
    said = [(VOICES[n], VOICES[n + 1]) if n % 3 else ("", VOICES[n + 1]) for n in range(5)]
    found = taught(*(changed(n, *pair, 2 + n % 3) for n, pair in enumerate(said)), still=2)
    assert set(found.modules) == {f"/{n}" for n in range(5)}
    [lesson] = [each for each in found.lessons if each.said]
    assert {name_of(changed(n, *pair)[-1].new) for n, pair in enumerate(said[:4])} >= set(lesson.said)


def test_the_storys_own_paragraphs_beside_voices_are_edits() -> None:
    voices = [changed(n, VOICES[n], VOICES[n + 1], 2 + n % 3) for n in range(5)]
    assert "/5" not in taught(*voices, changed(9, "", own(9))).modules
    assert "/5" not in taught(*voices, changed(9, own(9), "")).modules


def test_voices_of_a_few_articles_of_many_that_changed_teach_nothing() -> None:
    voices = [changed(n, VOICES[n], VOICES[n + 1], 2 + n % 3) for n in range(2)]
    assert not taught(*voices, *(changed(n, "", own(n)) for n in range(10, 16))).modules


@pytest.mark.parametrize(("still", "learned"), [(0, True), (5, False)])
def test_lines_that_come_and_go_in_nearly_all_articles_at_once_are_modules(still: int, learned: bool) -> None:
    restless = [changed(n, *(("", NOTICES[n]) if n % 2 else (NOTICES[n], "")), at=1 + n) for n in range(8)]
    assert bool(taught(*restless, still=still).modules) is learned


def test_a_text_that_is_known_to_travel_is_known_in_any_article() -> None:
    name = name_of(changed(1, "", VOICES[0])[0].new)
    memory = learned(SiteMemory("post.example"), [Lesson(TRAVELS, said=(name,))], START)
    assert memory.module_places == frozenset()
    assert set(taught(changed(1, "", VOICES[0]), memory=memory).modules) == {"/0"}
    assert set(taught(changed(1, VOICES[0], ""), memory=memory).modules) == {"/0"}
    assert not taught(changed(1, "", VOICES[1]), memory=memory).modules


def test_what_stands_in_the_article_that_said_it_did_not_travel() -> None:
    here, there = changed(1, "", VOICES[0]), changed(2, "", VOICES[0])
    said = frozenset({name_of(here[0].new)})
    both = [
        Subject("/1", here, own=frozenset({"(wandering)"}), said=said),
        Subject("/2", there, own=frozenset({"(wandering)"})),
    ]
    assert not carried([(s, s.changes[0]) for s in both], both)
    gone = both[0]._replace(changes=changed(1, "", VOICES[1]))
    assert carried([(s, s.changes[0]) for s in (gone, both[1])], [gone, both[1]]) == said


# --- over several visits ---


class Parish:
    """Stories under which readers say something at two visits of three, each time elsewhere."""

    def __init__(self, desk: Desk, site: Site, many: int = 7) -> None:
        self.desk, self.site, self.numbers, self.visit = desk, site, range(many), -1
        desk.add(*(site.url(f"/{n}") for n in self.numbers))

    def watch(self, more: dict[int, str] | None = None, edit: bool = False) -> list[Status]:
        self.visit += 1
        for n in self.numbers:
            lines = [*tale(n, 11), (more or {}).get(n, "")]
            if edit:
                lines[7] = lines[7].replace(lines[7].split()[5], "lanterns")
            if (self.visit + n) % 3:
                lines.insert(2 + (self.visit + n // 3) % 3, VOICES[(3 * self.visit + n) % 7])
            body = "".join(f"<p>{line}</p>" for line in lines if line)
            self.site.put(f"/{n}", page(f"Tidings from Tamble, number {n}", body))
        return [o.status for o in self.desk.watch(2.0) if o.status is not Status.UNCHANGED]

    def text(self, number: int) -> str:
        last = self.desk.store.last(self.desk.store.find(self.site.url(f"/{number}")))
        assert last is not None and last.article is not None
        return last.article.text


def test_voices_leave_all_articles_and_an_edit_beside_them_is_told_alone(desk: Desk, site: Site) -> None:
    parish = Parish(desk, site)
    parish.watch()
    assert set(parish.watch()) <= {Status.RECLEAN}
    assert parish.watch(edit=True) == [Status.EDIT] * 7
    assert not parish.watch(edit=True) and not parish.watch(edit=True)
    assert not [voice for n in parish.numbers for voice in VOICES if voice[-30:-2] in parish.text(n)]


def test_a_paragraph_that_is_added_beside_voices_is_told_when_it_stands_at_the_latest(desk: Desk, site: Site) -> None:
    parish = Parish(desk, site)
    for _ in range(3):
        parish.watch()
    added = {4: "The mayor resigned in the evening, and the council chose the baker in her place."}
    parish.watch(added)
    parish.watch(added)
    assert "mayor resigned" in parish.text(4)
    assert [kind for kind in desk.kinds() if kind == "edit"] == ["edit"]


@pytest.mark.parametrize(("many", "learned"), [(1, False), (2, True)])
def test_what_comes_into_several_articles_through_which_one_wanders_is_the_wanderer(many: int, learned: bool) -> None:
    known = frozenset({"(wandering)"})
    lines = [changed(n, "", VOICES[0] if n < many else VOICES[n], 2 + n) for n in range(3)]
    guests = [tuple(c._replace(keys=(*c.keys, GUEST)) for c in line) for line in lines]
    subjects = [Subject(f"/{n}", guests[n] if n < 2 else (), places=frozenset({"p"}), own=known) for n in range(8)]
    assert bool(learn(SiteMemory("post.example"), subjects).modules) is learned


def test_one_text_in_most_articles_at_once_is_remembered_as_a_wanderer_where_it_travels() -> None:
    said = [*[("", VOICES[0])] * 4, *[(VOICES[0], "")] * 2, ("", VOICES[1]), (VOICES[1], "")]
    found = taught(*(changed(n, *pair, 1 + 2 * (n % 4)) for n, pair in enumerate(said)))
    [[first], [second]] = found.modules["/0"], found.modules["/1"]
    assert WANDERS in first.keys and WANDERS in second.keys


def test_a_paragraph_that_is_cut_beside_voices_is_told(desk: Desk, site: Site) -> None:
    parish = Parish(desk, site)
    cut = {n: random.Random(n).choice(tale(n + 50)) for n in parish.numbers}
    for _ in range(3):
        parish.watch(cut)
    del cut[3]
    assert parish.watch(cut) == [Status.EDIT]


# --- one article alone ---


class Single:
    """A story that is watched alone; a line stands in it at each visit, none where it is empty."""

    def __init__(self, desk: Desk, site: Site) -> None:
        self.desk, self.site = desk, site
        desk.add(site.url("/1"))

    def watch(self, *lines: tuple[int, str]) -> Status:
        told = tale(1, 11)
        for at, line in lines:
            told.insert(at, line)
        self.site.put("/1", page("Tidings from Tamble", "".join(f"<p>{line}</p>" for line in told)))
        return self.desk.watch(30.0)[-1].status


def test_paragraphs_that_an_editor_adds_one_after_the_other_are_edits(desk: Desk, site: Site) -> None:
    single = Single(desk, site)
    found = [single.watch(*((2 + n, NOTICES[n]) for n in range(visit))) for visit in range(6)]
    assert found == [Status.FIRST, *[Status.EDIT] * 5]


def test_own_paragraphs_that_come_and_go_are_edits(desk: Desk, site: Site) -> None:
    single, own = Single(desk, site), tale(1, 18)[11:]
    found = [single.watch(*([(1 + visit, own[visit])] if visit % 2 else [])) for visit in range(7)]
    assert found[0] is Status.FIRST and set(found[1:]) == {Status.EDIT, Status.REVERT}


def test_one_that_was_added_and_cut_and_another_that_is_added_are_edits(desk: Desk, site: Site) -> None:
    single = Single(desk, site)
    found = [single.watch(*lines) for lines in [(), ((3, NOTICES[0]),), (), ((5, NOTICES[1]),), ((5, NOTICES[1]),)]]
    assert found == [Status.FIRST, Status.EDIT, Status.REVERT, Status.EDIT, Status.UNCHANGED]


def test_readers_who_come_and_go_elsewhere_are_known_when_two_did(desk: Desk, site: Site) -> None:
    single = Single(desk, site)
    found = [single.watch(*([(2 + visit % 3, VOICES[visit])] if visit % 3 else [])) for visit in range(6)]
    assert found[:3] == [Status.FIRST, Status.EDIT, Status.EDIT]
    assert set(found[4:]) <= {Status.RECLEAN, Status.UNCHANGED}
    added = (6, "The mayor resigned in the evening, and the council chose the baker in her place.")
    assert [single.watch(added) for _ in range(3)] == [Status.UNCHANGED, Status.EDIT, Status.UNCHANGED]
