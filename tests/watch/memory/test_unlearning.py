"""What was taken for a module and behaves like the story again is the story: one article, once, after long calm."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import RevisionKind, Status
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory, learned
from newsdiff.watch.memory.unlearning import CALM, ShownModules, behaviour, packed_names, unpacked_names
from newsdiff.watch.state.index import STATE_FILE, State
from tests.kit.site import Desk, Site, page, told

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
PLACE = "div.factbox>p"
MEMORY = learned(SiteMemory("quay.example"), [Lesson(PLACE, ("a", "b", "c"), "Piers: 7", module=True)], AT)
ARTICLES = range(1, 6)


def shown(*moved: int, holders: int = 6) -> list[ShownModules]:
    """What stands in the slot of some articles, in which it moved on in some of them."""
    return [ShownModules(f"/{n}", {PLACE: "new" if n in moved else "old"}, {PLACE: "old"}) for n in range(holders)]


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


@given(
    st.dictionaries(st.from_regex(r"div\.[a-z]{3,9}>p", fullmatch=True), st.from_regex(r"[0-9a-f]{8}", fullmatch=True))
)
def test_names_are_read_back(names: dict[str, str]) -> None:
    assert unpacked_names(packed_names(names)) == names


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
    many = {n: f"{told(90 + n, 1)[0]} The {n} of them held." for n in ARTICLES}
    put(site, many)
    assert {o.status for o in desk.watch(hours=24)} == {Status.RECLEAN, Status.UNCHANGED}
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
