"""What was taken for a module and behaves like the story again is the story: one article, once, after long calm."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import RevisionKind, Status
from newsdiff.watch.memory.changes import SlotChange
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory, Slot, decided, learned
from newsdiff.watch.memory.unlearning import (
    CALM,
    NOTHING,
    STANDS,
    ShownModules,
    behaviour,
    packed_names,
    unpacked_names,
    without_returned,
)
from newsdiff.watch.state.index import STATE_FILE, State
from tests.kit.site import Desk, Site, page, told

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
PLACE = "div.factbox>p"
ONCE = learned(SiteMemory("quay.example"), [Lesson(PLACE, ("a", "b", "c"), "Piers: 7", module=True)], AT)
MEMORY = learned(ONCE, [Lesson(PLACE)], AT)  # of a slot that changed in more than one pass
ARTICLES = range(1, 6)


def shown(*moved: int, holders: int = 6, own: bool = False) -> list[ShownModules]:
    """What stands in the slot of some articles, in which it moved on in some of them; ``own``: in each another text."""
    texts = [(f"old {n}", f"new {n}") if own else ("old", "new") for n in range(holders)]
    sides = [({PLACE: old}, {PLACE: new if n in moved else old}) for n, (old, new) in enumerate(texts)]
    return [ShownModules(f"/{n}", now, before) for n, (before, now) in enumerate(sides)]


@pytest.mark.parametrize("moved", [(), tuple(range(6)), (1, 2, 3)], ids=["none", "all", "half"])
def test_what_stands_or_changes_in_many_articles_stays_a_module(moved: tuple[int, ...]) -> None:
    assert not [lesson for lesson in behaviour(MEMORY, shown(*moved), AT + 2 * CALM) if lesson.back]


def test_what_changed_lately_stays_a_module() -> None:
    assert not [lesson for lesson in behaviour(MEMORY, shown(1), AT + CALM / 2) if lesson.back]


def test_few_articles_prove_nothing() -> None:
    assert not [lesson for lesson in behaviour(MEMORY, shown(1, holders=2), AT + 2 * CALM) if lesson.back]


def test_a_module_that_changes_is_noted_once_a_day() -> None:
    assert list(behaviour(MEMORY, shown(*range(6)), AT + timedelta(hours=2))) == []
    [lesson] = behaviour(MEMORY, shown(*range(6)), AT + timedelta(days=2))
    noted = learned(MEMORY, [lesson], AT + timedelta(days=2))
    assert noted.module_places == {PLACE}
    assert list(behaviour(noted, shown(1), AT + CALM)) == [Lesson(PLACE)]


def test_one_article_after_long_calm_brings_it_back() -> None:
    [lesson] = behaviour(MEMORY, shown(1), AT + 2 * CALM)
    assert lesson.back
    assert learned(MEMORY, [lesson], AT + 2 * CALM).module_places == frozenset()


# --- what changed in one pass only ---


def back(memory: SiteMemory, articles: list[ShownModules], after: timedelta) -> bool:
    return any(lesson.back for lesson in behaviour(memory, articles, AT + after))


def test_boxes_that_each_say_something_of_their_own_come_back_when_they_stood_for_days() -> None:
    assert back(ONCE, shown(own=True), STANDS)
    assert back(ONCE, shown(3, own=True), STANDS)  # an editor's hand, again


def test_a_module_of_which_is_not_known_how_often_it_changed_stays_one() -> None:
    """As those have it that were learned before that was noted."""
    memory = SiteMemory("quay.example", (Slot(PLACE, 3, ("a", "b", "c"), ("Piers: 7",), module=True, last=AT),))
    assert not back(memory, shown(own=True), STANDS)
    assert back(memory, shown(1), 2 * CALM)


@pytest.mark.parametrize(
    ("memory", "articles", "after"),
    [
        (ONCE, shown(own=True), timedelta(hours=64)),  # rates of Friday evening, on Monday morning
        (ONCE, shown(), STANDS),  # a site's own words, the same in all articles
        (ONCE, shown(own=True, holders=2), STANDS),
        (ONCE, shown(*range(6), own=True), STANDS),
        (MEMORY, shown(own=True), STANDS),
        (decided(ONCE, PLACE, "drop", AT), shown(own=True), STANDS),
    ],
    ids=["a week-end", "one text in all", "few articles", "it changes again", "it changed before", "the user said so"],
)
def test_other_modules_do_not_come_back(memory: SiteMemory, articles: list[ShownModules], after: timedelta) -> None:
    assert not back(memory, articles, after)


def test_the_second_change_in_many_articles_is_noted_at_once_and_an_editors_is_not() -> None:
    assert list(behaviour(ONCE, shown(1, own=True), AT + timedelta(hours=1))) == []
    [lesson] = behaviour(ONCE, shown(*range(4), own=True), AT + timedelta(hours=1))
    assert not back(learned(ONCE, [lesson], AT + timedelta(hours=1)), shown(own=True), STANDS * 2)


def test_what_came_back_and_is_learned_again_is_sure() -> None:
    [lesson] = behaviour(ONCE, shown(own=True), AT + STANDS)
    memory = learned(learned(ONCE, [lesson], AT + STANDS), [Lesson(PLACE, ("a", "b", "c"), module=True)], AT + STANDS)
    assert memory.module_places == {PLACE}
    assert not back(memory, shown(own=True), STANDS * 3)


def test_what_comes_back_is_no_change_of_the_articles() -> None:
    def change(place: str, old: str = "", new: str = "") -> SlotChange:
        return SlotChange(place, (place,), (), (3,), 3, 1, old, new)

    came = change("div.factbox>h3", new="In figures"), change(PLACE, new="Piers: 9")
    other = (
        change("div.rates>p", new="A crown"),
        change(PLACE, "Piers: 7", "Piers: 9"),
        change("div.facts>p", new="Oak"),
    )
    assert without_returned((*came, *other), {PLACE}) == other
    assert without_returned(came, ()) == came


@given(
    st.dictionaries(st.from_regex(r"div\.[a-z]{3,9}>p", fullmatch=True), st.from_regex(r"[0-9a-f]{8}", fullmatch=True))
)
def test_names_are_read_back(names: dict[str, str]) -> None:
    assert unpacked_names(packed_names(names)) == names


def test_that_nothing_is_shown_is_read_back() -> None:
    assert unpacked_names(NOTHING) == {}


def put(site: Site, boxes: dict[int, str]) -> None:
    for number in ARTICLES:
        lines = "".join(f"<p>{line}</p>" for line in told(number))
        box = f"<div class=factbox><p>{boxes.get(number, f'Piers of oak: {number}, most of them sound.')}</p></div>"
        site.put(
            f"/{number}", page(f"Notes from Port Amber, number {number}", f"{lines}{box}<p>So it was in {number}.</p>")
        )


def test_the_edit_of_a_box_that_was_taken_for_a_module_is_an_edit(desk: Desk, site: Site) -> None:
    desk.add(*(site.url(f"/{n}") for n in ARTICLES))
    put(site, {})
    desk.watch(hours=5)
    put(site, {n: f"{told(70 + n, 1)[0]} The {n} of them stood." for n in ARTICLES})
    desk.watch(hours=5)
    many = {n: f"{told(90 + n, 1)[0]} The {n} of them held." for n in ARTICLES}
    put(site, many)
    assert {o.status for o in desk.watch(hours=24)} == {Status.UNCHANGED}
    for _ in range(4):
        put(site, many)
        desk.watch(hours=48)
    put(site, {**many, 2: "Not one of the piers was ever tested."})
    found = {o.url: o.status for o in desk.watch() if o.status is Status.EDIT}
    assert set(found) == {site.url("/2")}
    kinds = [r.kind for r in desk.store.history(desk.store.find(site.url("/2")))][::-1]
    assert kinds == [RevisionKind.FIRST, RevisionKind.RECLEAN, RevisionKind.RECLEAN, RevisionKind.EDIT]
    with State(desk.store) as state:
        before = state.sites()
    (desk.store.private / STATE_FILE).unlink()
    with State(desk.store) as state:
        assert state.sites() == before


def edited(number: int) -> str:
    return f"Of {number + 20} piers {number + 3} were rotten, a diver found."


def test_boxes_that_were_edited_in_most_articles_in_one_pass_come_back_as_the_edits_that_they_were(
    desk: Desk, site: Site
) -> None:
    desk.add(*(site.url(f"/{n}") for n in ARTICLES))
    put(site, {})
    desk.watch(hours=5)
    put(site, {n: edited(n) for n in ARTICLES if n != 5})
    assert {o.status for o in desk.watch(hours=24)} == {Status.RECLEAN, Status.UNCHANGED}
    found = [{(o.url, o.status) for o in desk.watch(hours=24) if o.status is not Status.UNCHANGED} for _ in range(7)]
    [back] = [each for each in found if each]
    assert {url for url, status in back if status is Status.EDIT} == {site.url(f"/{n}") for n in (1, 2, 3, 4)}
    history = desk.store.history(desk.store.find(site.url("/2")))
    assert [r.kind.value for r in history][::-1] == ["first", "reclean", "reclean", "edit"]
    now, before = (desk.store.read(revision).article for revision in history[:2])
    assert now is not None and edited(2) in now.text
    assert before is not None and "Piers of oak: 2, most of them sound." in before.text
    with State(desk.store) as state:
        known = state.sites(), list(state.everything())
    (desk.store.private / STATE_FILE).unlink()
    with State(desk.store) as state:
        assert (state.sites(), list(state.everything())) == known


@pytest.mark.parametrize("days", [1, 2])
def test_a_module_that_changes_once_a_day_or_two_never_comes_back(desk: Desk, site: Site, days: int) -> None:
    desk.add(*(site.url(f"/{n}") for n in ARTICLES))
    for visit in range(12):
        put(site, {n: f"{told(100 * (visit // (2 * days)) + n, 1)[0]}" for n in ARTICLES})
        desk.watch(hours=12)
    assert "edit" not in desk.kinds()


def test_words_of_the_site_that_changed_once_in_all_articles_never_come_back(desk: Desk, site: Site) -> None:
    desk.add(*(site.url(f"/{n}") for n in ARTICLES))
    for visit in range(6):
        put(site, dict.fromkeys(ARTICLES, told(50 + bool(visit), 1)[0]))
        desk.watch(hours=36)
    assert "edit" not in desk.kinds()
