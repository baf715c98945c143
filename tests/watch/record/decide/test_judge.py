"""Readings of one host to steps: each is judged for itself; what fails at one is that one's outcome."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Cleaned, Status
from newsdiff.process.sandbox import Broken, Overrun
from newsdiff.text.urls import normalise
from tests.kit.court import URL, court, failed, reading
from tests.kit.site import Desk, Here, page, story

P = ParamSpec("P")
T = TypeVar("T")
OTHER, THIRD = "https://gazette.example/harbour/tunnel", "https://gazette.example/harbour/market"


class Failing(Here):
    """A sandbox that fails at the texts of one address."""

    def __init__(self, url: str, error: Exception) -> None:
        super().__init__()
        self.url, self.error = url, error

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if any(isinstance(a, Cleaned) and a.article.url == self.url for a in args):
            raise self.error
        return super().call(function, *args, **kwargs)


def test_every_reading_has_its_steps(desk: Desk) -> None:
    with court(desk) as bench:
        steps = bench.steps(reading(story(1)), reading(story(2), OTHER), failed(Status.ERROR, 500, THIRD))
        assert {step.seen.url: step.seen.status for step in steps} == {
            URL: Status.FIRST,
            OTHER: Status.FIRST,
            THIRD: Status.ERROR,
        }
    assert desk.kinds() == ["first", "first"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Overrun("CPU"), "went beyond a limit: CPU"),
        (Broken("killed"), "newsdiff failed at its text: killed"),
        (ValueError("odd"), "newsdiff failed at its text: ValueError: odd"),
        (RecursionError("deep"), "newsdiff failed at its text: RecursionError: deep"),
    ],
)
def test_what_fails_at_one_text_leaves_the_others_alone(desk: Desk, error: Exception, words: str) -> None:
    with court(desk, Failing(OTHER, error)) as bench:
        found = {s.seen.url: s.seen for s in bench.steps(reading(story(1)), reading(story(2), OTHER))}
        assert found[URL].status is Status.FIRST
        assert (found[OTHER].status, found[OTHER].path) == (Status.ERROR, "")
        assert words in found[OTHER].error
        assert desk.store.raw.get(found[OTHER].raw_sha256).body == story(2).encode()


def test_the_third_time_it_is_set_aside(desk: Desk) -> None:
    with court(desk, Failing(URL, Overrun("memory"))) as bench:
        asides = [step.seen.aside for n in range(3) for step in bench.steps(reading(story(cracks=str(n)), hours=n))]
    assert asides == [False, False, True]


@pytest.mark.parametrize("error", [StoreError("the store is gone", "run newsdiff verify"), OSError("disk")])
def test_what_fails_of_the_store_ends_the_run(desk: Desk, error: Exception) -> None:
    with court(desk, Failing(URL, error)) as bench, pytest.raises(type(error)):
        bench.steps(reading(story()))
    assert desk.kinds() == []


def test_a_short_text_that_several_articles_show_is_no_article(desk: Desk) -> None:
    wall = page("Gazette", "<p>The service is being looked after. Come back in a while, please.</p>")
    with court(desk) as bench:
        steps = bench.steps(*(reading(wall, url) for url in (URL, OTHER, THIRD)))
        assert {step.seen.status for step in steps} == {Status.SUSPECT}
        assert any("show the same text" in reason for step in steps for reason in step.seen.reasons)


def test_two_addresses_of_one_article_in_one_pass_make_one_history(desk: Desk) -> None:
    named = story().replace("<title>", f'<link rel="canonical" href="{URL}"><title>')
    with court(desk) as bench:
        found = {s.seen.url: s.seen.status for s in bench.steps(reading(named, f"{URL}?a=1"), reading(named))}
        assert sorted(found.values(), key=str) == [Status.FIRST, Status.UNCHANGED]
        assert bench.judge.path_of(normalise(URL)) == bench.state.path_of(normalise(URL)) != ""
    assert desk.kinds() == ["first"]


def test_the_newest_revision_of_a_history_is_read_once(desk: Desk) -> None:
    with court(desk) as bench:
        bench.steps(reading(story()))
        path = bench.state.known(URL).path
        one = bench.judge.last(path)
        assert one is not None and bench.judge.last(path) is one
        assert bench.judge.last("gazette.example/2026/03/nothing-00000000.md") is None


def test_a_page_is_looked_at_once(desk: Desk) -> None:
    with court(desk) as bench:
        cleaned = reading(story()).cleaned
        assert cleaned is not None
        assert bench.judge.look(cleaned) is bench.judge.look(cleaned)
        assert bench.judge.name_of(OTHER) == OTHER
