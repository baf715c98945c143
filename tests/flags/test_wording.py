"""Other words: changes of form are quiet, what has a flag of its own is not told twice, all else is."""

import pytest

import newsdiff
from newsdiff.model import FlagKind, Severity


def wordings(old: str, new: str) -> list[tuple[str, str]]:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    assert not [f for f in report.alarms if f.kind is FlagKind.WORDING]
    assert all(f.severity is Severity.LOW for f in report.flags if f.kind is FlagKind.WORDING)
    return [(f.old, f.new) for f in report.flags if f.kind is FlagKind.WORDING]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bells ring again on Sunday.", "The bells rang again on Sunday."),
        ("The department closed its doors.", "The departments closed their doors."),
        ("The roll-out began at the harbour.", "The rollout began at the harbour."),
        ("Competing suitors are weary of the deal.", "Competing suitors are wary of the deal."),
        ("It is not possible to cross the lake.", "It is impossible to cross the lake."),
        ("She will cross the lake in May.", "She is to cross the lake in May."),
        ("Eight boats were lost in the storm.", "Nine boats were lost in the storm."),  # a number
        ("It opens on 3 June 2022.", "It opens on 03/06/2022."),
        ("See [the map](https://a.example/one) there.", "See [the map](https://b.example/two) there."),
        ("For the map go to www.ferry.com today.", "For the map go to Ferry today."),
    ],
)
def test_form_and_what_has_a_flag_of_its_own(old: str, new: str) -> None:
    assert wordings(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It was a long night for the town.", "It was a hard night for the town.", [("long", "hard")]),
        (f"It has {5000 * '7'} as a name.", f"It has {5000 * '7'}8 as a name.", [(5000 * "7", f"{5000 * '7'}8")]),
        ("The muddy harbour is small.", "The harbour is small.", [("muddy", "")]),
        ("He slow-rolled the talks.", "He slow-walked the talks.", [("slow-rolled", "slow-walked")]),
        ("A stone-built hut burned.", "A hut burned.", [("stone-built", "")]),
        ("She refused a Covid-19 vaccine there.", "She refused a Covid jab there.", [("Covid-19 vaccine", "jab")]),
        (
            "Write to desk@harbour.example.",
            "Write to help@harbour.example.",
            [("desk@harbour.example", "help@harbour.example")],
        ),
        ("Call 01632 960001 or see www.ferry.com/map.", "Call 01632 960001.", [("or see www.ferry.com/map", "")]),
        # what moved, or has another form, beside a changed word is of the same change
        ("The Tarn boss was at the wharf.", "Tarn's chief was at the wharf.", [("The Tarn boss", "Tarn's chief")]),
        (
            "Milk prices drop below $0 as farms wait.",
            "Milk shares plunge below zero as farms wait.",
            [("prices drop", "shares plunge below zero")],
        ),
        (
            "The council will repair the old bridge after the fair.",
            "The council will replace the old bridge after the fair.",
            [("repair", "replace")],
        ),
    ],
)
def test_other_words(old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert wordings(old, new) == flagged


def test_a_title_that_nobody_else_tells_is_covered() -> None:
    old = "Professor Ida Nwosu, dean of the faculty, marked the papers."
    assert wordings(old, "Dr Ida Nwosu, acting dean of the faculty, marked the papers.") != []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Please do not sign if you do not agree.", "Please sign only if you agree.", []),
        ("These boats have sunk before.", "Both boats have sunk before.", []),
        ("It snowed for a day in parts of Nevada.", "It snowed for a period of a day in parts of Nevada.", []),
        ("Some schools in Leeds closed.", "All schools in Leeds closed.", [("Some", "All")]),
        ("Only members may vote.", "Members may vote.", [("Only", "")]),
        ("Both drivers died.", "One driver died.", [("Both drivers", "One driver")]),
    ],
)
def test_of_how_many_a_statement_holds(old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert wordings(old, new) == flagged


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The plan (PDF, 224 KB, 20 pages) is here.", "The plan (PDF, 228 KB, 21 pages) is here."),
        ("Ring the mill on 0800 555 0143 today.", "Ring the mill on 0800 5550143 today."),
        ("The bread rose [3] in the night.", "The bread rose [4] in the night."),
        ("3. Bring the dough to the oven.", "4. Bring the dough to the oven."),
        ("See https://mill.example/a-12/ for the plan.", "See https://mill.example/a-21/ for the plan."),
    ],
)
def test_figures_that_say_nothing_of_the_story_are_quiet(old: str, new: str) -> None:
    assert wordings(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Ring the mill on 01632 960114 today.", "Ring the mill on 01632 960177 today.", ("960114", "960177")),
        ("The court cited section 21 on Monday.", "The court cited section 12 on Monday.", ("21", "12")),
        ("Use release 3.11.2 of the tool.", "Use release 3.12.1 of the tool.", ("3.11.2", "3.12.1")),
        ("Her 312-page report is long.", "Her 321-page report is long.", ("312-page", "321-page")),
        ("Take bus 61 to the mill.", "Take bus 16 to the mill.", ("61", "16")),
    ],
)
def test_figures_that_are_no_numbers_are_told_as_other_words(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert wordings(old, new) == [flagged]


def test_a_word_of_an_office_and_of_a_pair_of_names_is_told() -> None:
    assert wordings("The chief health officer left.", "The chief officer left.") == [("health", "")]
    assert wordings("It is about Oslo-Bergen trains.", "It is about Narvik-Bergen trains.") == [
        ("Oslo-Bergen", "Narvik-Bergen")
    ]
    assert wordings("The state mill said: the state says so.", "The mill said: the state says so.") == [("state", "")]
    assert wordings("The Secretary of State for Wales, Bo Hall, left.", "Welsh Secretary Bo Hall left.") == []
