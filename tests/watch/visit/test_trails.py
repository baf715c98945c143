"""A page that was read is found again where its story stood; a few looks more see whether that is still right."""

import pytest

from newsdiff.clean.version import short_version
from newsdiff.model import Cleaned, PageToClean, SiteSettings, Status, StoryTrail
from newsdiff.watch.report import doctor
from newsdiff.watch.report.sites import decide
from newsdiff.watch.state.index import STATE_FILE, State
from newsdiff.watch.state.observation import Event, Observation
from newsdiff.watch.visit import visit as visiting
from newsdiff.watch.visit.messages import HostBatch, Task
from newsdiff.watch.visit.visit import CHECKED_EVERY, Shared, is_checked, visit
from tests.kit.site import Desk, Here, Site, page, story, told


def trails(desk: Desk) -> dict[str, StoryTrail]:
    with State(desk.store, write=False) as state:
        return {known.url: known.trail for known in state.everything()}


def watched(desk: Desk, site: Site, many: int = 1) -> list[str]:
    for n in range(many):
        site.put(f"/{n}", story(n))
    desk.add(*(site.url(f"/{n}") for n in range(many)))
    assert set(desk.statuses()) == {Status.FIRST}
    return [site.url(f"/{n}") for n in range(many)]


class Cleaners(Here):
    """Notes with which trail each page was cleaned."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[StoryTrail | None] = []

    def clean(self, page: PageToClean) -> Cleaned:
        self.given.append(page.trail)
        return super().clean(page)


def test_a_trail_is_kept_with_the_article_and_survives_a_lost_state(desk: Desk, site: Site) -> None:
    [url] = watched(desk, site)
    kept = trails(desk)[url]
    assert kept.container[-1] == "article"
    desk.store.private.joinpath(STATE_FILE).unlink()
    assert trails(desk)[url] == kept


def test_an_edit_is_read_by_the_trail_and_so_is_its_second_reading(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    [url] = watched(desk, site)
    monkeypatch.setattr(visiting, "is_checked", lambda *_: False)
    site.turn("/0", story(0, cracks="eleven"), story(0, cracks="eleven").replace("</body>", "<!-- 2 --></body>"))
    engine = Cleaners()
    assert desk.status(engine=engine) is Status.EDIT
    assert engine.given == [trails(desk)[url]] * 2


def test_a_redesign_is_no_edit_and_its_trail_is_known_after_one_run(desk: Desk, site: Site) -> None:
    urls = watched(desk, site, 4)
    for n in range(4):
        paragraphs = "".join(f"<p>{p}</p>" for p in [*told(n), "Engineers had found seventeen cracks in the pier."])
        new = page(f"Notes from Port Amber, number {n}", f"<div class=copy>{paragraphs}</div>")
        site.put(f"/{n}", new.replace("<article>", "<main>").replace("</article>", "</main>"))
    assert set(desk.statuses()) == {Status.UNCHANGED}
    assert {trails(desk)[url].container[-1] for url in urls} == {"div.copy"}
    assert desk.kinds() == ["first"] * 4


def test_one_page_in_twenty_is_looked_at_again_whatever_it_is() -> None:
    many = sum(is_checked(f"https://courier.example/{n}", b"text") for n in range(2000))
    assert 0.5 < many * CHECKED_EVERY / 2000 < 1.5
    assert is_checked("https://courier.example/1", b"text") == is_checked("https://courier.example/1", b"text")


def test_a_trail_that_leads_to_less_than_a_vote_is_noticed(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text stays that which was recorded by the trail: two cleaners in turn would make edits of nothing."""
    parts = ("".join(f"<p>{p}</p>" for p in told(n, many)) for n, many in ((0, 9), (1, 5)))
    html = page(
        "Notes from Port Amber", "".join(f"<div class=part-{n}>{p}</div>" for n, p in zip("ab", parts, strict=True))
    )
    site.put("/0", html)
    url = site.url("/0")
    trail = StoryTrail(("html", "body", "article", "div.part-a"), cleaner=short_version())
    monkeypatch.setattr(visiting, "is_checked", lambda *_: True)
    batch = HostBatch("127.0.0.1", (Task(url, url, trail=trail),), desk.settings.fetch, SiteSettings(""), desk.now)
    [reading] = visit(batch, shared=Shared(Here())).readings
    assert reading.misled
    assert reading.cleaned is not None
    assert reading.cleaned.trail == trail
    assert told(0)[0] in reading.cleaned.article.text
    assert told(1, 5)[0] not in reading.cleaned.article.text


def test_doctor_tells_of_trails_that_lead_astray_and_the_user_forgets_them(desk: Desk, site: Site) -> None:
    [url] = watched(desk, site)

    def problems() -> list[str]:
        return [found.problem for found in doctor.examine(desk.store, desk.settings, now=desk.now)]

    assert not any("vote" in problem for problem in problems())
    with State(desk.store) as state:
        state.write([Observation(desk.now, "127.0.0.1", Event.LEARNED, misled=1)] * 2)
    assert any("2 pages that a vote was held over told another text" in problem for problem in problems())
    decide(desk.store, "127.0.0.1", "forget", now=desk.now)
    assert not any("vote" in problem for problem in problems())
    assert trails(desk)[url] == StoryTrail()
