"""What cron sends: no more than a reader takes in, and of that what matters most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff.cli.mail import MAX_LINES, mail
from newsdiff.cli.outcome_lines import OutcomeLines, entry
from newsdiff.model import Outcome, Status
from tests.cli.conftest import Newsdiff

MORE = "newsdiff changes --since 2026-01-01T00:00Z"
KEPT = "The harbour office opens at nine and closes at five."


def edited(number: int) -> OutcomeLines:
    """An edit with a death toll, an office, a source, and background that went and came."""
    old = [
        f"The fire on pier {number} injured {number + 20} people, the police said.",
        "Former minister Ada Quill called it an accident.",
        "According to the port, nobody was warned.",
        KEPT,
        "The pier was built of oak a hundred summers ago and repainted often.",
    ]
    new = [
        f"The fire on pier {number} killed {number + 20} people, the police said.",
        "Minister Ada Quill called it an accident.",
        "Nobody was warned.",
        KEPT,
        "Visitors like to feed the gulls that sit upon its rails in the evening.",
    ]
    head = f"Fire on pier {number}"
    before, after = (newsdiff.article(text, headline=head, language="en") for text in (old, new))
    report = newsdiff.compare(before, after)
    told = entry(Outcome(f"https://news.example/{number}", Status.EDIT, report=report))
    return told._replace(command=f"newsdiff diff {number:010x}")


def test_nothing_to_tell_is_no_mail() -> None:
    assert list(mail([], MORE)) == []


def test_a_few_edits_are_told_whole() -> None:
    one = edited(1)
    assert list(mail([one], MORE)) == list(one.lines())
    assert "[-injured-]{+killed+}" in "\n".join(one.lines())


def test_forty_edits_fit_two_hundred_lines_and_hold_every_fact_of_weight() -> None:
    lines = list(mail([edited(n) for n in range(40)], MORE))
    text = "\n".join(lines)
    assert len(lines) <= MAX_LINES
    for number in range(40):
        assert f"pier {number} [-injured-]{{+killed+}} {number + 20} people" in text
        assert f"https://news.example/{number}: edited" in text
    assert text.count("[-Former minister-]{+Minister+}") == 40
    assert text.count("[-According to the port, nobody-]{+Nobody+}") == 40


def test_what_has_no_place_is_counted() -> None:
    lines = list(mail([OutcomeLines((f"https://news.example/{n}: first seen, kept",)) for n in range(500)], MORE))
    assert len(lines) == MAX_LINES
    assert lines[-1] == f"and 301 more articles: {MORE}"


@given(
    st.lists(st.tuples(st.integers(1, 4), st.lists(st.floats(0, 200), max_size=12)), max_size=60), st.integers(1, 60)
)
def test_a_mail_keeps_to_its_room(shapes: list[tuple[int, list[float]]], room: int) -> None:
    entries = [
        OutcomeLines(
            ("h",) * size,
            "summary",
            tuple((w, f"finding {w}") for w in sorted(weights, reverse=True)),
            ("foot",),
            "cmd",
        )
        for size, weights in shapes
    ]
    lines = list(mail(entries, MORE, room))
    assert len(lines) <= max(room, 1)
    assert bool(lines) == bool(entries)


@pytest.mark.parametrize("command", [("diff",), ("show",), ("log",)])
def test_an_id_that_changes_prints_stands_alone(kept: Newsdiff, command: tuple[str, ...]) -> None:
    told = kept("changes").out
    commit = told.split()[0]
    found = kept(*command, commit)
    assert found.code == 0
    assert "Harbour Minister" in found.out or command == ("log",)


def test_changes_tells_every_edit_and_flagged_only_those_with_a_flag(
    newsdiff: Newsdiff, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(day: str, text: str) -> None:
        (tmp_path / f"{day}.txt").write_text(text)

    assert newsdiff("init").code == 0
    page = "Tuesday, March 18, 2025\n\nFerry stops\n\nThe ferry will stop for repairs, its owner told a long meeting.\n"
    make("18", page)
    make("19", page.replace("long meeting", "lengthy gathering"))
    for day in ("18", "19"):
        call = ("snapshot", f"{day}.txt", "--url", "https://news.example/ferry", "--at", f"2025-03-{day}T10:00Z")
        assert newsdiff(*call).code == 0
    assert "edit" in newsdiff("changes").out
    assert newsdiff("changes", "--flagged").out == ""
