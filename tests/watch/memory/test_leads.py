"""A line below the headline that is another at each visit is a module; a dek that an editor rewrites is the story."""

import pytest

from newsdiff.model import Status
from tests.kit.site import Desk, Site, page, told

SAYINGS = ("Whoever owns the ladder owns the apples", "A kettle never boils for the tax collector")
SAYINGS += ("Borrowed boots remember their own long road", "Salt the step before you praise the snow")
SAYINGS += ("Two umbrellas make one argument in the rain", "Never lend a good fiddle to a carpenter")
SAYINGS += ("Old maps flatter young rivers and their bridges", "Count geese at dusk and again at breakfast")
SAYINGS += ("Sunrise comes when the rooster forgives us all", "The ferry waits for nobody but its ferryman")


def article(number: int, lead: str, edit: str = "seventeen") -> str:
    body = "".join(f"<p>{each}</p>" for each in (*told(number), f"Divers found {edit} cracks in pier {number}."))
    html = page(f"Notes from Port Amber, number {number}", body)
    return html.replace("<h1>", "<header class=top><h1>", 1).replace(
        "</h1>", f"</h1><p class=standfirst>{lead}.</p></header>", 1
    )


class Desks:
    """Articles of one host, each with a line below its headline."""

    def __init__(self, desk: Desk, site: Site, many: int) -> None:
        self.desk, self.site, self.numbers = desk, site, range(1, many + 1)
        desk.add(*(site.url(f"/{n}") for n in self.numbers))

    def watch(self, leads: list[str], edit: str = "seventeen", hours: float = 1.0) -> list[Status]:
        for n, lead in zip(self.numbers, leads, strict=True):
            self.site.put(f"/{n}", article(n, lead, edit))
        return [outcome.status for outcome in self.desk.watch(hours) if outcome.status is not Status.UNCHANGED]

    def text(self, number: int) -> str:
        last = self.desk.store.last(self.desk.store.find(self.site.url(f"/{number}")))
        assert last is not None and last.article is not None
        return last.article.text


def sayings(visit: int, many: int) -> list[str]:
    return [SAYINGS[(visit * 3 + n) % 10] for n in range(many)]


def test_deks_of_four_articles_of_six_that_are_rewritten_on_one_day_are_edits(desk: Desk, site: Site) -> None:
    room = Desks(desk, site, 6)
    room.watch(sayings(0, 6))
    assert room.watch([*sayings(1, 6)[:4], *sayings(0, 6)[4:]]) == [Status.EDIT] * 4
    assert room.watch([*sayings(2, 6)[:4], *sayings(0, 6)[4:]]) == [Status.EDIT] * 4


@pytest.mark.parametrize("house", ["From our own desk in the harbour town", "A report of the Port Amber morning post"])
def test_a_line_that_one_hand_changes_alike_below_all_headlines_is_told(desk: Desk, site: Site, house: str) -> None:
    """Each dek is given the same words more."""
    room = Desks(desk, site, 7)
    room.watch(sayings(0, 7))
    assert room.watch([f"{lead}. {house}" for lead in sayings(0, 7)]) == [Status.EDIT] * 7


def test_a_dek_that_is_rewritten_twice_is_edited_twice(desk: Desk, site: Site) -> None:
    room = Desks(desk, site, 1)
    room.watch(sayings(0, 1))
    found = [room.watch(sayings(visit, 1)) for visit in (1, 1, 2, 2, 3, 3, 4, 4, 5, 5)]
    assert found == [[Status.EDIT], []] * 5


def test_a_saying_of_its_own_below_each_headline_is_no_edit(desk: Desk, site: Site) -> None:
    room = Desks(desk, site, 7)
    room.watch(sayings(0, 7))
    assert set(room.watch(sayings(1, 7))) == {Status.RECLEAN}
    assert room.watch(sayings(2, 7)) == []
    assert room.watch(sayings(3, 7), "eleven") == [Status.EDIT] * 7
    assert "eleven cracks" in room.text(3) and not any(saying in room.text(3) for saying in SAYINGS)


def test_a_saying_of_one_article_that_never_stands_is_learned_at_the_fourth_visit(desk: Desk, site: Site) -> None:
    room = Desks(desk, site, 1)
    room.watch(sayings(0, 1))
    found = [room.watch(sayings(visit, 1)) for visit in range(1, 8)]
    assert found == [[Status.EDIT]] * 3 + [[Status.RECLEAN]] + [[]] * 3


def test_sayings_that_differ_between_two_readings_of_three_articles_are_known_at_once(desk: Desk, site: Site) -> None:
    room = Desks(desk, site, 4)
    room.watch(sayings(0, 4))
    for n in room.numbers:
        site.turn(f"/{n}", *(article(n, SAYINGS[(n * 2 + turn) % 10]) for turn in range(3, 9)))
    assert {outcome.status for outcome in desk.watch(1.0)} == {Status.RECLEAN, Status.UNCHANGED}


def test_a_box_that_comes_in_the_text_and_differs_between_two_readings_is_no_error(desk: Desk, site: Site) -> None:
    def with_box(saying: str) -> str:
        return article(1, SAYINGS[0]).replace("<p>Divers", f"<div class=say><p>{saying}.</p></div><p>Divers")

    desk.add(site.url("/1"))
    site.put("/1", article(1, SAYINGS[0]))
    desk.watch()
    site.turn("/1", *map(with_box, SAYINGS[1:6]))
    assert {outcome.status for outcome in desk.watch(1.0)} <= {Status.RECLEAN, Status.UNCHANGED}
