"""What a text does to the function that reads it is that article's outcome: the others are told within the pass."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from newsdiff import article, watch
from newsdiff.cli.main import run as newsdiff
from newsdiff.config import DOUBTS
from newsdiff.model import FlagKind, FlagSettings, Identity, Outcome, PageFrame, Status
from newsdiff.process.sandbox import Overrun, Sandbox
from newsdiff.store import Store
from newsdiff.watch.gate.case import Case
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.record.weighing import Moments, look, weigh, weighed
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.visit.pool import Inline
from tests.kit.rules import failing
from tests.kit.site import Desk, Here, Site, page, story
from tests.kit.whole import whole

P = ParamSpec("P")
T = TypeVar("T")
MARK = "poisonous"


class Trap(Here):
    """A sandbox in this process, in which texts with a mark go beyond a limit, or make a function fail."""

    def __init__(self, *functions: Callable[..., object], error: Exception | None = None) -> None:
        super().__init__()
        self._functions = functions
        self._error = error or Overrun("it took more than 5 seconds of CPU time")

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if function in self._functions and MARK in whole(args):
            raise self._error
        return function(*args, **kwargs)


def bad(cracks: str = "ten") -> str:
    return story(0, cracks=cracks, more=f"The {MARK} river rose.")


def told(outcomes: list[Outcome]) -> dict[str, Outcome]:
    return {outcome.url.rpartition("/")[2]: outcome for outcome in outcomes}


def known(desk: Desk, url: str) -> Known:
    with State(desk.store) as state:
        return next(k for k in state.everything() if k.url.endswith(url))


@pytest.fixture
def mixed(desk: Desk, site: Site) -> Desk:
    """Four articles on one host, one of which is hostile."""
    for n in range(4):
        site.put(f"/{n}", bad() if n == 0 else story(n))
        desk.add(site.url(f"/{n}"))
    return desk


def test_where_no_text_is_hostile_nothing_is_told_of_it(desk: Desk, site: Site) -> None:
    site.put("/1", story(1))
    desk.add(site.url("/1"))
    assert desk.status() is Status.FIRST
    site.put("/1", story(1, cracks="nine"))
    [outcome] = desk.watch()
    assert (outcome.status, outcome.error) == (Status.EDIT, "")
    assert known(desk, "/1").faults == 0


@pytest.mark.parametrize("function", [look, weigh])
@pytest.mark.parametrize("error", [Overrun("it took long"), ValueError("too many digits"), RecursionError()])
def test_a_hostile_first_text_costs_no_other_article(
    mixed: Desk, site: Site, function: Callable[..., object], error: Exception
) -> None:
    found = told(mixed.watch(sandbox=Trap(function, error=error)))
    assert found["0"].status is Status.ERROR
    assert [found[n].status for n in "123"] == [Status.FIRST] * 3
    assert mixed.kinds() == ["first"] * 3
    site.put("/0", story(0))
    assert told(mixed.watch(sandbox=Trap(function, error=error)))["0"].status is Status.FIRST
    assert known(mixed, "/0").faults == 0


def test_a_hostile_edit_is_an_error_the_third_is_set_aside_and_resume_takes_it_up(mixed: Desk, site: Site) -> None:
    assert mixed.statuses() == [Status.FIRST] * 4
    trap = Trap(weigh)
    for n, cracks in enumerate(("eleven", "twelve", "thirteen"), 1):
        for m in range(4):
            site.put(f"/{m}", bad(cracks) if m == 0 else story(m, cracks=cracks))
        found = told(mixed.watch(sandbox=trap))
        assert [found[m].status for m in "123"] == [Status.EDIT] * 3
        assert found["0"].status is Status.ERROR
        assert found["0"].streak == n
        assert "CPU time" in found["0"].error
        assert ("set aside" in found["0"].error) is (n == 3)
        assert mixed.store.raw.get(known(mixed, "/0").raw_sha256 or _raw(mixed)).body  # what it said is kept
    assert "0" not in told(mixed.watch(sandbox=trap))
    [complaint] = [c for c in watch.examine(mixed.store, mixed.settings, now=mixed.now) if "set aside" in c.problem]
    assert complaint.hint.startswith("newsdiff resume")
    watch.take_up(mixed.store, site.url("/0"), now=mixed.now)
    assert told(mixed.watch())["0"].status is Status.EDIT
    assert known(mixed, "/0").faults == 0


def _raw(desk: Desk) -> str:
    from newsdiff.watch.state import observation_log

    return [seen.raw_sha256 for seen, _ in observation_log.read(desk.store.private) if seen and seen.fault][-1]


def test_what_a_network_does_between_does_not_count_and_does_not_forgive(mixed: Desk, site: Site) -> None:
    mixed.watch()
    trap, statuses = Trap(weigh), []
    for cracks in ("eleven", None, "twelve", None, "thirteen"):
        site.put("/0", bad(cracks) if cracks else "", 200 if cracks else 503)
        statuses.append(told(mixed.watch(sandbox=trap))["0"].status)
    assert statuses == [Status.ERROR, Status.UNREACHABLE] * 2 + [Status.ERROR]
    assert known(mixed, "/0").is_aside


def test_another_version_of_newsdiff_tries_again(mixed: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = Trap(look)
    for _ in range(3):
        mixed.watch(sandbox=trap)
    assert "0" not in told(mixed.watch(sandbox=trap))
    aside = known(mixed, "/0")
    assert aside.is_aside
    assert not aside._replace(fault="0.0.1").is_aside
    assert aside._replace(fault="").is_aside  # its page killed the process that read it: that is no fault of a version


def test_a_text_that_cannot_be_written_is_left_out_alone(mixed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsdiff.store.repository import write

    real = write._prepared

    def fails(record: write.Record, *args: object) -> write.Prepared:
        if MARK in record.article.text:
            raise ValueError("no such character")
        return real(record, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(write, "_prepared", fails)
    found = told(mixed.watch())
    assert found["0"].status is Status.ERROR
    assert "no such character" in found["0"].error
    assert mixed.kinds() == ["first"] * 3
    assert list(mixed.store.verify()) == []


def test_a_rule_that_fails_is_recorded_with_the_edit(mixed: Desk, site: Site) -> None:
    mixed.watch()
    site.put("/1", story(1, cracks="18"))
    with failing():
        edited = told(mixed.watch())["1"]
    assert edited.status is Status.EDIT
    assert edited.report
    assert [fault.rule for fault in edited.report.faults] == ["failing"]
    assert FlagKind.NUMBER in [flag.kind for flag in edited.report.flags]
    revision = next(mixed.store.changes())
    assert dict(revision.trailers)["Faults"] == "failing"


def test_rules_of_ones_own_that_never_end_cost_their_flags_alone(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real child of one second of CPU."""
    text = "from newsdiff.flags import rule\n\n\n@rule\ndef endless(comparison):\n    while True:\n        pass\n"
    (tmp_path / "endless_rules.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    kept = [f"The {what} of Port Amber stays open on all days of the week." for what in ("pier", "market", "library")]
    old, new = (article([*kept, f"Twelve were {how}."], "Ferry", "en") for how in ("injured", "killed"))
    case, moments = Case(old, new, was_built=Built(PageFrame(), Identity())), Moments(desk.now, desk.now)
    with Sandbox(cpu=1) as sandbox:
        flags = FlagSettings(rules=("endless_rules",))
        found = weighed(sandbox, case, DOUBTS, flags, moments, stamps=False, beside_stands=True)
    assert found.report is not None
    [fault] = found.report.faults
    assert (fault.rule, "second" in fault.error) == ("endless_rules", True)
    assert "event" in [flag.kind for flag in found.report.flags]


def test_changes_lists_an_edit_that_a_rule_failed_at(
    mixed: Desk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    mixed.watch()
    site.put("/1", story(1).replace("near", "by"))
    with failing():
        assert told(mixed.watch())["1"].status is Status.EDIT
    for options in ((), ("--flag", "number"), ("--min-severity", "high")):
        assert newsdiff(["--store", str(mixed.store.path), "changes", *options]) == 0
        assert "failing" in capsys.readouterr().out


# --- real children ---


def long_story(words: int, cracks: str) -> str:
    r = random.Random(5)
    paragraphs = (" ".join("".join(r.choices("abcdefgh", k=5)) for _ in range(100)) for _ in range(words // 100))
    return page("A long story from Port Amber", "".join(f"<p>{p} {cracks}.</p>" for p in paragraphs))


def test_beyond_a_real_limit_the_others_are_told(desk: Desk, site: Site) -> None:
    """The result of comparing a long story is larger than this sandbox lets through; those of short ones are not."""
    for n in range(4):
        desk.add(site.url(f"/{n}"))
    statuses = []
    with Inline() as engine, Sandbox(largest=100_000) as sandbox:
        for cracks in ("nine", "ten", "eleven", "twelve"):
            for n in range(4):
                site.put(f"/{n}", long_story(20_000, cracks) if n == 0 else story(n, cracks=cracks))
            found = told(desk.watch(engine=engine, sandbox=sandbox))
            statuses.append(found["0"].status)
            assert len({found[n].status for n in "123"}) == 1
    assert statuses == [Status.FIRST, Status.ERROR, Status.ERROR, Status.ERROR]
    assert desk.kinds() == ["first"] * 4 + ["edit"] * 9
    assert known(desk, "/0").is_aside


def test_a_snapshot_is_kept_where_it_cannot_be_compared(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsdiff.clean import cleaned_html
    from newsdiff.watch.record import snapshot

    def seen(cracks: str) -> Outcome:
        url = "https://a.example/story"
        article = cleaned_html(story(1, cracks=cracks), url)
        desk.now = desk.now.replace(hour=desk.now.hour + 1)
        return watch.snapshot(desk.store, article, seen_at=desk.now, now=desk.now)

    assert seen("nine").status is Status.FIRST
    monkeypatch.setattr(snapshot, "Sandbox", lambda: Sandbox(largest=100))
    outcome = seen("ten")
    assert outcome.status is Status.EDIT
    assert "without its flags" in outcome.error
    monkeypatch.undo()
    assert seen("eleven").error == ""
    assert desk.kinds() == ["first", "edit", "edit"]


# --- the big one ---

SENTENCE = "former U.S. President Donald Trump said"
HOSTILE: dict[str, Callable[[str], str]] = {
    "digits": lambda x: f"<p>It cost {'9' * 5_000} crowns and {x} more.</p>",
    "digits in many": lambda x: "".join(f"<p>It cost {'7' * 4_400}{n} crowns, {x}.</p>" for n in range(12)),
    "a": lambda x: f"<p>{'a ' * 8_000}{x}</p>",
    "title": lambda x: f"<p>{(SENTENCE + ' ') * 1_500}{x}.</p>",
    "title sentences": lambda x: f"<p>{(SENTENCE + f' {x}. ') * 1_500}</p>",
    "said": lambda x: f"<p>{'he said she claimed ' * 2_000}{x}.</p>",
    "identical": lambda x: f"<p>It rained, {x}.</p>" * 8_000,
    "one line": lambda x: "<p>" + f"word{x} and word. " * 30_000 + "</p>",
    "names": lambda x: f"<p>{'Anna Berg met Carl Dahl in Oslo. ' * 2_000}{x}</p>",
    "quotes": lambda x: f"<p>{'“' * 3_000}It rained{'”' * 3_000} {x}</p>",
    "brackets": lambda x: f"<p>{'(' * 5_000}{x}{')' * 5_000} and so on.</p>",
    "dates": lambda x: f"<p>{'On 12 March 2025 at 10:15 ' * 2_000}{x}</p>",
    "numbers": lambda x: f"<p>{'1,234.5 or 12 million or ' * 3_000}{x}</p>",
    "nothing but marks": lambda x: f"<p>{'?!…—' * 5_000} {x} words stand here too.</p>",
    "combining": lambda x: f"<p>Zalgo h{chr(0x301) * 20_000}e {x} came to town.</p>",
    "emoji": lambda x: f"<p>{'👩‍👩‍👧‍👦' * 3_000} {x} were seen.</p>",
    "one word": lambda x: f"<p>{'x' * 300_000} {x} was written.</p>",
    "deep": lambda x: "<div>" * 2_000 + f"<p>It rained, {x}.</p>" + "</div>" * 2_000,
    "rows": lambda x: "<table>" + f"<tr><td>Team {x}</td><td>3</td><td>7</td></tr>" * 4_000 + "</table>",
    "dashes": lambda x: f"<p>{'not - never - no - ' * 3_000}{x}</p>",
}


def hostile(name: str, cracks: str) -> str:
    filler = story(3, cracks=cracks).partition("</h1>")[2].partition("</article>")[0]
    return page(f"Notes on {name}", filler + HOSTILE[name](cracks))


@pytest.mark.parametrize(
    ("names", "good"),
    [
        (["digits", "a", "quotes"], 6),
        pytest.param(list(HOSTILE), 180, marks=pytest.mark.slow),
    ],
    ids=["small", "20 hostile, 180 good"],
)
def test_the_good_are_told_within_the_pass(desk: Desk, site: Site, names: list[str], good: int) -> None:
    """At first and at later visits: what changed is told, whatever else stands on the list."""
    hosts = [f"127.0.0.{1 + n % 5}" for n in range(good)]
    for n in range(len(names)):
        desk.add(site.url(f"/hostile{n}", hosts[n % len(hosts)]))
    for n in range(good):
        desk.add(site.url(f"/good{n}", hosts[n]))
    for cracks, status in (("nine", Status.FIRST), ("ten", Status.EDIT), ("eleven", Status.EDIT)):
        for n, name in enumerate(names):
            site.put(f"/hostile{n}", hostile(name, cracks))
        for n in range(good):
            site.put(f"/good{n}", story(n + 10, cracks=cracks))
        found = told(desk.watch(engine=None, sandbox=None))
        assert [found[f"good{n}"].status for n in range(good)] == [status] * good
        assert len(found) == good + len(names)
    store = Store(desk.store.path)
    assert len(list(store.changes())) >= 3 * good
    assert list(store.verify()) == []


def test_the_small_page_that_stopped_a_store_is_compared(desk: Desk, site: Site) -> None:
    """A number of more than 4,300 digits, then any edit."""
    desk.add(site.url("/a"))
    site.put("/a", hostile("digits", "nine"))
    assert desk.status() is Status.FIRST
    site.put("/a", hostile("digits", "ten"))
    [outcome] = desk.watch()
    assert outcome.status is Status.EDIT
