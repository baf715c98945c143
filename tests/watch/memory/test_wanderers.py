"""A paragraph that stands elsewhere at each visit, in other words, is a module; what an editor moves about is not."""

import pytest

from newsdiff.model import Status
from tests.kit.site import Desk, Site, page, told

CUT = "The mayor resigned in the evening, and the council chose the baker in her place."
ADDED = "A diver came up with the lost bell of the lightship, and the choir sang on the quay."


def article(number: int, inserted: dict[int, str], edit: str = "seventeen") -> str:
    lines = [*told(number, 7), f"Divers found {edit} cracks in pier {number}."]
    for at, line in sorted(inserted.items(), reverse=True):
        lines[at:at] = [line]
    return page(f"Notes from Port Amber, number {number}", "".join(f"<p>{line}</p>" for line in lines))


NOTICES = (
    "Whoever saw a blue bicycle behind the gymnasium may call after six o'clock.",
    "Sunday's donkey market moves to the cattle green because of roadworks.",
    "Our reader gives away an upright piano to anybody with strong cousins.",
    "Bring umbrellas tonight, since rain reaches every district before supper.",
    "Four beehives are sold cheaply, neighbours insist on it.",
    "Chess lovers meet at Amber hall, beginners included, tea provided.",
    "Swimming lanes open again with one fewer than promised last spring.",
    "Someone left his accordion on platform three, it plays by itself.",
    "Water will be cut along Tanner Street until Tuesday morning.",
    "Lantern repairs cost nothing this week if children carry them.",
    "Lost: captain's cap, reward offered, no questions asked.",
)


def duty(visit: int, number: int) -> dict[int, str]:
    return {1 + (visit * 2 + number) % 6: NOTICES[(visit * 3 + number) % len(NOTICES)]}


class Ward:
    """Articles of one host, each with paragraphs among those of its story."""

    def __init__(self, desk: Desk, site: Site, many: int) -> None:
        self.desk, self.site, self.numbers = desk, site, range(1, many + 1)
        desk.add(*(site.url(f"/{n}") for n in self.numbers))

    def watch(self, visit: int, more: dict[int, dict[int, str]] | None = None, edit: str = "seventeen") -> list[Status]:
        for n in self.numbers:
            self.site.put(f"/{n}", article(n, duty(visit, n) | (more or {}).get(n, {}), edit))
        return [outcome.status for outcome in self.desk.watch(2.0) if outcome.status is not Status.UNCHANGED]

    def put(self, number: int, inserted: dict[int, str]) -> list[Status]:
        self.site.put(f"/{number}", article(number, inserted))
        return [outcome.status for outcome in self.desk.watch(2.0) if outcome.status is not Status.UNCHANGED]

    def text(self, number: int) -> str:
        last = self.desk.store.last(self.desk.store.find(self.site.url(f"/{number}")))
        assert last is not None and last.article is not None
        return last.article.text


def test_a_paragraph_that_goes_and_one_that_comes_in_five_articles_of_eight_are_edits(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 1)
    ward.put(1, {2: CUT})
    desk.add(*(site.url(f"/{n}") for n in range(2, 9)))
    for n in range(2, 9):
        site.put(f"/{n}", article(n, {2: told(600 + n, 1)[0]}))
    desk.watch(2.0)
    for n in range(1, 6):
        site.put(f"/{n}", article(n, {6: told(700 + n, 1)[0]}))
    assert [o.status for o in desk.watch(2.0) if o.status is not Status.UNCHANGED] == [Status.EDIT] * 5


def test_paragraphs_that_are_added_one_after_the_other_while_old_ones_go_are_edits(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 1)
    lines = [told(800 + n, 1)[0] for n in range(12)]
    found = [ward.put(1, {1: lines[visit + 3], 3: lines[visit + 1], 5: lines[visit]}) for visit in range(7)]
    assert found == [[Status.FIRST]] + [[Status.EDIT]] * 6


def test_a_paragraph_that_is_brought_up_to_date_where_it_is_moved_is_edited(desk: Desk, site: Site) -> None:
    toll = "At least {} people died when the ferry sank off Westmere, the coastguard said in the {}."
    ward = Ward(desk, site, 1)
    hours = ("night", "morning", "forenoon", "afternoon", "evening", "harbour")
    found = [ward.put(1, {2 + 3 * (n % 2): toll.format(11 + 2 * n, hour)}) for n, hour in enumerate(hours)]
    assert found == [[Status.FIRST]] + [[Status.EDIT]] * 5


def test_what_wanders_through_all_articles_is_no_edit_and_edits_beside_it_are_told_alone(
    desk: Desk, site: Site
) -> None:
    ward = Ward(desk, site, 7)
    ward.watch(0)
    assert set(ward.watch(1)) == {Status.RECLEAN}
    assert ward.watch(2) == []
    assert ward.watch(3, edit="eleven") == [Status.EDIT] * 7
    assert ward.watch(4, edit="eleven") == []
    assert "eleven cracks" in ward.text(3)
    assert not any(line in ward.text(3) for visit in range(5) for line in duty(visit, 3).values())


def test_a_paragraph_that_is_added_to_one_of_them_is_told(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 7)
    for visit in range(3):
        ward.watch(visit)
    assert ward.watch(3, {3: {7: ADDED}}) == [Status.EDIT]
    assert ADDED in ward.text(3)


def test_a_paragraph_that_is_cut_from_one_of_them_is_told(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 1)
    desk.add(*(site.url(f"/{n}") for n in range(2, 8)))
    ward.numbers = range(1, 8)
    for visit in range(3):
        ward.watch(visit, {3: {7: CUT}})
    assert CUT in ward.text(3)
    assert ward.watch(3) == [Status.EDIT]
    assert CUT not in ward.text(3)


def test_what_is_added_when_nothing_wanders_any_more_is_told_in_one_of_many_at_once(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 7)
    for visit in range(3):
        ward.watch(visit)
    for n in ward.numbers:
        site.put(f"/{n}", article(n, {4: ADDED} if n == 3 else {}))
    assert [o.status for o in desk.watch(2.0) if o.status is not Status.UNCHANGED] == [Status.EDIT]


def test_what_is_added_when_nothing_wanders_any_more_is_told_when_it_stands(desk: Desk, site: Site) -> None:
    """Of one article nobody can tell it from what wandered, until it stands at the next visit."""
    ward = Ward(desk, site, 1)
    for visit in range(5):
        ward.watch(visit)
    assert ward.watch(5) == []
    found = [ward.put(1, {4: ADDED}) for _ in range(3)]
    assert found == [[], [Status.EDIT], []]
    assert ADDED in ward.text(1)


def test_what_wanders_through_one_article_is_learned_at_the_third_visit(desk: Desk, site: Site) -> None:
    ward = Ward(desk, site, 1)
    found = [ward.watch(visit) for visit in range(7)]
    assert found == [[Status.FIRST], [Status.EDIT], [Status.EDIT], [Status.RECLEAN], [], [], []]


@pytest.mark.parametrize("many", [1, 7])
def test_what_wanders_between_two_readings_is_known_at_once(desk: Desk, site: Site, many: int) -> None:
    ward = Ward(desk, site, many)
    ward.watch(0)
    for n in ward.numbers:
        site.turn(f"/{n}", *(article(n, duty(turn, n)) for turn in range(1, 6)))
    assert {outcome.status for outcome in desk.watch(2.0)} <= {Status.RECLEAN, Status.UNCHANGED}
