"""A trail leads to the text that a vote finds, where the page is built as before; elsewhere a vote is held again."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.clean import cleaned_html
from newsdiff.clean.page import steps
from newsdiff.model import Cleaned, StoryTrail
from tests.clean.page.test_main_content import AROUND, STORY, page
from tests.kit.site import told

LIST = "<ul class=points><li>Nine of the twelve boats stay in port</li><li>The pier opens again in late May</li></ul>"
BOX = "<div class=facts><h3>The pier</h3><p>It was built in 1871 by the harbour board, and is made of oak.</p></div>"


def body(story: list[str], *, frame: str = "story-text", more: str = "") -> str:
    return f"<div class={frame}>{''.join(f'<p>{s}</p>' for s in story)}{more}</div>"


def read(html: str, trail: StoryTrail | None = None) -> Cleaned:
    return cleaned_html(html.encode(), "https://courier.example/pier", trail=trail)


def trail_of(html: str) -> StoryTrail:
    found = read(html, StoryTrail()).trail
    assert found is not None
    return found


@dataclass
class Ballots:
    """How many votes were held."""

    held: int = 0
    texts: list[str] = field(default_factory=list)


@pytest.fixture
def ballots(monkeypatch: pytest.MonkeyPatch) -> Ballots:
    found, held = Ballots(), steps.locate

    def counted(*args: object) -> object:
        found.held += 1
        return held(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(steps, "locate", counted)
    return found


def test_a_page_that_nobody_asks_a_trail_of_has_none(ballots: Ballots) -> None:
    assert read(page(body(STORY))).trail is None
    assert ballots.held == 1


def test_what_a_vote_found_is_found_again_without_one(ballots: Ballots) -> None:
    trail = trail_of(page(body(STORY)))
    assert trail.container[-1] == "div.story-text"
    edited = page(body([*STORY[:3], "Divers looked for the cause all day, the harbour master said.", *STORY[3:]]))
    before = ballots.held
    followed = read(edited, trail)
    assert (ballots.held, followed.trail) == (before, trail)
    assert followed._replace(trail=None) == read(edited)


@pytest.mark.parametrize("more", [LIST, BOX, LIST + BOX])
def test_what_is_added_to_a_page_is_read_as_a_vote_reads_it(more: str) -> None:
    trail = trail_of(page(body(STORY)))
    new = page(body(STORY, more=f"{more}<p>{told(5, 1)[0]}</p>"))
    assert read(new, trail) == read(new)._replace(trail=trail)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(list(AROUND)), max_size=4),
    st.lists(st.sampled_from(list(AROUND)), max_size=4),
    st.sampled_from(["", LIST, BOX]),
)
def test_with_a_trail_or_without_the_page_is_the_same(before: list[str], after: list[str], more: str) -> None:
    html = page(body(STORY, more=more), "".join(AROUND[n] for n in before), "".join(AROUND[n] for n in after))
    assert read(html, trail_of(html))._replace(trail=None) == read(html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(body(STORY, frame="article-copy")), id="another element holds the story"),
        pytest.param(page(body(STORY) + body(told(7))), id="two elements of its name"),
        pytest.param(page(body(["Sign in."]) + body(STORY, frame="copy")), id="the story moved elsewhere"),
    ],
)
def test_on_a_page_that_is_built_otherwise_a_vote_is_held(html: str, ballots: Ballots) -> None:
    trail = trail_of(page(body(STORY)))
    before = ballots.held
    found = read(html, trail)
    assert ballots.held == before + 1
    assert found.trail != trail
    assert found._replace(trail=None) == read(html)


def test_a_trail_of_another_cleaner_is_not_followed(ballots: Ballots) -> None:
    trail = trail_of(page(body(STORY)))
    before = ballots.held
    assert read(page(body(STORY)), trail._replace(cleaner="an older one")).trail == trail
    assert ballots.held == before + 1


def test_a_trail_that_leads_to_no_text_is_not_followed() -> None:
    trail = trail_of(page(body(STORY)))._replace(told=(), untold=("div.story-text>p",))
    assert read(page(body(STORY)), trail).article == read(page(body(STORY))).article
