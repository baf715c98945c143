"""What changes by itself on a site's pages leaves the text; what an editor changes never does."""

from collections.abc import Callable

import pytest

from newsdiff.model import Outcome, RevisionKind, Status
from newsdiff.watch.state.index import STATE_FILE, State
from newsdiff.watch.state.json_codec import encode
from tests.kit.site import Desk, Site, page, told

ARTICLES = range(1, 7)
CITIES = ["Quill", "Orra", "Dunholt", "Westmere", "Marrow", "Amber"]


def article(number: int, box: str, *, after: int = 4, edit: tuple[str, str] = ("", ""), more: str = "") -> str:
    """A story with something in its middle."""
    paragraphs = [f"<p>{p}</p>" for p in told(number)]
    paragraphs[after:after] = [box]
    body = "\n".join([*paragraphs, f"<p>Engineers had found seventeen cracks in pier {number}.</p>", more])
    return page(f"Notes from Port Amber, number {number}", body.replace(*edit) if edit[0] else body)


def rates(visit: int, number: int) -> str:
    crown, mark = visit * 7 + 3, visit * 5 + 1
    return f"<div class=harbour-rates><p>A crown buys {crown} marks today.</p><p>A mark buys {mark} pence.</p></div>"


def table(visit: int, number: int) -> str:
    return f"<table><tr><td>High water</td><td>{visit + 4}.10</td></tr><tr><td>Low</td><td>{visit}.20</td></tr></table>"


def letter(visit: int, number: int) -> str:
    texts = told(1000 + 10 * visit + number, 2)
    return f"<p>{texts[0]}</p>"


def strip(visit: int, number: int) -> str:
    return (
        f"<div class=strip><p>{CITIES[visit % 6]} beat {CITIES[(visit + 1) % 6]} in the rain.</p></div>"
        if visit % 2
        else ""
    )


def score(visit: int, number: int) -> str:
    cells = (CITIES[number % 6], visit, visit * 2, CITIES[(number + 2) % 6])
    return f"<div class=match><table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table></div>"


def ferry(visit: int, number: int) -> str:
    pier = CITIES[(visit * 5 + number) % 6]
    minutes = 3 + (visit * 31 + number) % 50
    return f"<section><p>The boat to {pier} leaves in {minutes} minutes by the clock of the pier</p></section>"


MODULES = [rates, table, letter, strip, score, ferry]


@pytest.fixture(params=MODULES, ids=lambda m: m.__name__)
def module(request: pytest.FixtureRequest) -> Callable[[int, int], str]:
    found: Callable[[int, int], str] = request.param
    return found


class Newsroom:
    """A host's articles, all with a module, watched together."""

    def __init__(self, desk: Desk, site: Site, module: Callable[[int, int], str], numbers: range = ARTICLES) -> None:
        self.desk, self.site, self.module, self.numbers = desk, site, module, numbers
        self.visit = 0
        self.changes: dict[int, dict[str, object]] = {}
        desk.add(*(site.url(f"/{n}") for n in numbers))

    def watch(self, hours: float = 1.0) -> list[Outcome]:
        """The module changes, and everything is visited."""
        self.visit += 1
        for n in self.numbers:
            self.site.put(f"/{n}", article(n, self.module(self.visit, n), **self.changes.get(n, {})))  # type: ignore[arg-type]
        return self.desk.watch(hours)

    def kinds(self) -> list[str]:
        return [kind for kind in self.desk.kinds() if kind != "first"]


def test_what_changes_in_all_articles_at_once_is_no_edit(
    desk: Desk, site: Site, module: Callable[[int, int], str]
) -> None:
    room = Newsroom(desk, site, module)
    room.watch()
    for _ in range(4):
        room.watch()
    assert set(room.kinds()) <= {"reclean"}
    assert len(room.kinds()) <= len(room.numbers)


def test_an_edit_beside_a_module_is_told_alone(desk: Desk, site: Site, module: Callable[[int, int], str]) -> None:
    room = Newsroom(desk, site, module)
    for _ in range(3):
        room.watch()
    room.changes[2] = {"edit": ("seventeen", "eleven")}
    found = {o.url: o for o in room.watch()}
    outcome = found.pop(site.url("/2"))
    assert outcome.status is Status.EDIT
    assert outcome.report is not None
    edits = [(e.old, e.new) for h in outcome.report.diff.hunks for e in h.edits if e.op != "equal"]
    assert edits == [("seventeen", "eleven")]
    assert {o.status for o in found.values()} == {Status.UNCHANGED}
    assert Status.EDIT not in {o.status for o in room.watch()}


def test_a_module_in_the_place_of_a_paragraph_does_not_hide_one_that_is_added(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, letter)
    for _ in range(3):
        room.watch()
    room.changes[3] = {"more": "<p>The mayor resigned in the evening, and the council chose the baker.</p>"}
    found = {o.url: o.status for o in room.watch()}
    assert found.pop(site.url("/3")) is Status.EDIT
    assert set(found.values()) == {Status.UNCHANGED}


@pytest.mark.parametrize("module", [rates, table], ids=lambda m: m.__name__)
def test_one_article_alone_learns_at_the_third_time(desk: Desk, site: Site, module: Callable[[int, int], str]) -> None:
    room = Newsroom(desk, site, module, range(1, 2))
    for _ in range(8):
        room.watch()
    assert room.kinds().count("edit") <= 3
    assert room.kinds()[-1] == "reclean"


def moving(visit: int, number: int) -> str:
    """A line comes at the head of a list, and one falls off its end; each article shows another part of the list."""
    lines = (" ".join(told(900 + number + visit - at, 1)[0].split()[:8]) for at in range(4))
    return f"<ol class=day>{''.join(f'<li>{line}</li>' for line in lines)}</ol>"


def test_a_list_that_moves_on_by_a_line_in_every_article_is_no_edit(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, moving)
    for _ in range(4):
        room.watch()
    assert room.kinds() == ["reclean"] * len(room.numbers)


def test_a_box_that_changes_in_all_of_the_few_articles_that_have_it_is_no_edit(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, lambda visit, number: rates(visit, number) if number < 5 else "", range(1, 11))
    for _ in range(4):
        room.watch()
    assert room.kinds() == ["reclean"] * 4


@pytest.mark.parametrize("stands", [False, True])
def test_a_list_of_one_article_that_moves_on_is_learned_sooner_where_it_never_stood(
    desk: Desk, site: Site, stands: bool
) -> None:
    room = Newsroom(desk, site, lambda visit, number: moving(visit // 2 if stands else visit, number), range(1, 2))
    for _ in range(12 if stands else 6):
        room.watch()
    assert room.kinds().count("edit") == (3 if stands else 2)
    assert room.kinds()[-1] == "reclean"


def test_a_list_that_moves_on_and_wanders_through_one_article_is_learned_at_the_third_time(
    desk: Desk, site: Site
) -> None:
    days = [f"<dt>Day {n}</dt><dd>{CITIES[n % 6]} sings in hall {n}</dd>" for n in range(12)]

    def story(visit: int) -> str:
        diary = f"<dl class=diary>{''.join(days[visit : visit + 3])}</dl>"
        return article(1, diary, after=2 + visit % 3)

    desk.add(site.url("/1"))
    statuses = []
    for visit in range(7):
        site.put("/1", story(visit))
        statuses.append(desk.watch(1.0)[-1].status)
    assert statuses[:3] == [Status.FIRST, Status.EDIT, Status.EDIT]
    assert set(statuses[3:]) == {Status.UNCHANGED}


def test_a_line_that_comes_and_goes_is_learned_when_it_comes_for_the_third_time(desk: Desk, site: Site) -> None:
    def sponsor(visit: int, number: int) -> str:
        return f"<p>{told(700 + visit)[0]}</p>" if visit % 2 else ""

    room = Newsroom(desk, site, sponsor, range(1, 2))
    statuses = [room.watch(30)[-1].status for _ in range(8)]
    assert Status.EDIT in statuses[:5] and set(statuses[5:]) == {Status.UNCHANGED}


def test_a_paragraph_that_an_editor_moves_to_and_fro_stays_in_the_story(desk: Desk, site: Site) -> None:
    told_by = ["<p>The mayor resigned in the evening, and the council chose the baker in her place.</p>"]
    desk.add(site.url("/1"))
    for visit in range(8):
        site.put("/1", article(1, told_by[0], after=2 + 3 * (visit % 2)))
        desk.watch(30)
    last = desk.store.last(desk.store.find(site.url("/1")))
    assert last is not None and last.article is not None and "mayor resigned" in last.article.text


def test_known_modules_cost_no_second_request(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates)
    for _ in range(3):
        room.watch()
    before = len(site.asked())
    room.watch()
    assert len(site.asked()) - before == len(room.numbers)


def test_a_new_article_of_the_host_comes_without_its_modules(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates)
    for _ in range(2):
        room.watch()
    site.put("/9", article(9, rates(3, 9)))
    desk.add(site.url("/9"))
    room.watch()
    last = desk.store.last(desk.store.find(site.url("/9")))
    assert last is not None and last.article is not None
    assert "crown buys" not in last.article.text
    assert "seventeen cracks" in last.article.text


def test_the_reclean_names_the_memory_and_is_no_edit(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates)
    for _ in range(2):
        room.watch()
    recleans = [r for r in desk.store.changes() if r.kind is RevisionKind.RECLEAN]
    assert len(recleans) == len(room.numbers)
    assert all(" memory/" in dict(r.trailers)["Cleaner"] for r in recleans)


def test_a_lost_state_is_read_back_to_the_same_memory(
    desk: Desk, site: Site, module: Callable[[int, int], str]
) -> None:
    room = Newsroom(desk, site, module)
    for _ in range(3):
        room.watch()
    with State(desk.store, write=False) as state:
        before, known = state.sites(), list(state.everything())
    assert before and before[0].slots and before[0].shapes.pages == len(room.numbers)
    assert sum(len(str(encode(memory))) for memory in before) < 50_000
    (desk.store.private / STATE_FILE).unlink()
    with State(desk.store) as state:
        assert state.sites() == before
        assert list(state.everything()) == known


# --- what an editor changes ---

FACTS = '<div class="factbox"><h3>In figures</h3><p>Piers: {} of oak</p><p>Piles driven: {}</p></div>'
LIST = "<ul><li>Oak: {} loads</li><li>Pitch: {} barrels</li></ul>"
CAPTION = (
    '<figure class="plate"><img src=/p.jpg><figcaption>{} stands before the pier, {} to his left.</figcaption></figure>'
)
TABLE = "<table><tr><td>Votes for</td><td>{}</td></tr><tr><td>Against</td><td>{}</td></tr></table>"
QUOTE = '<blockquote class="pull">We will {} sell the pier, nor its {} lamps</blockquote>'
EDITED = {"facts": FACTS, "list": LIST, "caption": CAPTION, "table": TABLE, "quote": QUOTE}


@pytest.fixture(params=EDITED.values(), ids=EDITED)
def box(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_one_article_whose_box_is_edited_is_edited(desk: Desk, site: Site, box: str) -> None:
    room = Newsroom(desk, site, lambda visit, number: rates(visit, number) + box.format("never", number + 10))
    for _ in range(3):
        room.watch()
    edits = []
    for value in ("always", "seldom"):
        room.module = lambda visit, number, value=value: (
            rates(visit, number)
            + box.format(  # type: ignore[misc]
                value if number == 2 else "never", number + 10
            )
        )
        edits.append({o.url for o in room.watch() if o.status is Status.EDIT})
    assert edits == [{site.url("/2")}] * 2


def test_the_same_correction_in_four_articles_on_one_day_is_four_edits(desk: Desk, site: Site, box: str) -> None:
    def with_box(value: str) -> Callable[[int, int], str]:
        return lambda visit, number: rates(visit, number) + box.format(value if number < 5 else "never", number + 10)

    room = Newsroom(desk, site, with_box("never"))
    for _ in range(3):
        room.watch()
    room.module = with_box("always")
    assert {o.url for o in room.watch() if o.status is Status.EDIT} == {site.url(f"/{n}") for n in (1, 2, 3, 4)}
    room.module = with_box("seldom")
    assert {o.url for o in room.watch() if o.status is Status.EDIT} == {site.url(f"/{n}") for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    "note",
    [
        "<p><em>Correction: An earlier version of this article misstated the number of piers.</em></p>",
        '<p class="correction">This article was amended on 3 March 2026 to correct the name of the mayor.</p>',
    ],
)
def test_a_note_of_correction_under_every_article_is_an_edit_of_each(desk: Desk, site: Site, note: str) -> None:
    room = Newsroom(desk, site, rates)
    for _ in range(3):
        room.watch()
    room.changes = {n: {"more": note} for n in room.numbers}
    assert {o.status for o in room.watch()} == {Status.EDIT}


def test_a_paragraph_brought_up_to_date_in_the_longer_stories_is_an_edit_of_each(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates)
    longer = (1, 2, 3, 4)  # of six
    room.changes = {n: {"more": f"<p>{told(400 + n)[0]}</p>"} for n in longer}
    for _ in range(3):
        room.watch()
    room.changes = {n: {"more": f"<p>{told(500 + n)[0]}</p>"} for n in longer}
    assert {o.url for o in room.watch() if o.status is Status.EDIT} == {site.url(f"/{n}") for n in longer}


def test_a_name_that_is_changed_in_all_stories_is_an_edit_of_each(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates)
    for _ in range(3):
        room.watch()
    room.changes = {n: {"edit": ("Engineers", "Divers")} for n in room.numbers}
    assert {o.status for o in room.watch()} == {Status.EDIT}


def test_updates_that_are_added_one_after_the_other_are_edits(desk: Desk, site: Site) -> None:
    def updates(visit: int, number: int) -> str:
        lines = [f"<p>{told(100 * number + at, 1)[0]}</p>" for at in range(visit, 0, -1)]
        return f'<div class="live-updates">{"".join(lines)}</div>'

    room = Newsroom(desk, site, updates)
    room.watch()
    for _ in range(4):
        assert {o.status for o in room.watch()} == {Status.EDIT}


def test_a_paragraph_that_is_added_where_other_articles_have_a_module_is_an_edit(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, letter)
    for _ in range(3):
        room.watch()
    added = "<p>The mayor resigned in the evening, and the council chose the baker in her place.</p>"
    plain = article(8, "")
    site.put("/8", plain)
    desk.add(site.url("/8"))
    room.watch()
    site.put("/8", article(8, added))
    found = {o.url: o.status for o in room.watch()}
    assert found[site.url("/8")] is Status.EDIT


def test_a_number_in_the_story_that_grows_at_each_visit_is_an_edit_each_time(desk: Desk, site: Site) -> None:
    def toll(visit: int, _: int) -> str:
        return f"<p>At least {visit + 11} people died when the ferry sank off Westmere, officials said.</p>"

    room = Newsroom(desk, site, toll, range(1, 2))
    room.watch()
    assert [o.status for _ in range(6) for o in room.watch()] == [Status.EDIT] * 6


def test_a_box_that_is_edited_together_with_its_story_is_no_module(desk: Desk, site: Site) -> None:
    room = Newsroom(desk, site, rates, range(1, 2))
    room.watch()
    for word in ("eleven", "twelve", "twenty", "thirty", "forty"):
        room.changes[1] = {"edit": ("seventeen", word)}
        [outcome] = room.watch()
        assert outcome.status is Status.EDIT
    assert room.kinds() == ["edit"] * 5
