"""Titles: the same office said otherwise is quiet; standing, office and honorific are flagged."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind, Severity

Spans = Callable[..., list[tuple[str, str]]]


def _in_headlines(old: str, new: str) -> list[tuple[str, str]]:
    before, after = (newsdiff.article(["A paragraph."], headline=text, language="en") for text in (old, new))
    return [(f.old, f.new) for f in newsdiff.compare(before, after).flags if f.kind is FlagKind.TITLE]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.TITLE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("However, the president said so.", "However, he said so."),
        ("Eva Lund, Minister of Finance, left.", "Finance Minister Eva Lund left."),
        ("The late train was full in late May.", "The train was full in May."),
        ("He was acting as a middle-man.", "He became a middle-man."),
        ("The interim analysis was short.", "The analysis was short."),
        ("The Senior Press Officer (SPO) post is open.", "The SPO post is open."),
        ("If it is dry then we go at 5pm.", "If it is dry we go at 5am."),
        ("Gov. Ann Lee signed it.", "Governor Ann Lee signed it."),
        ("Read more on visit.gov and Twitter.", "Read more on visit.example and Twitter."),
        ("Lions roar back in the end.", "Late Lions roar back."),
        ("William and his sons lead Clap For Carers.", "William and his sons clap for carers."),
        ("It was seen by an old friend.", "It was seen by Dr. Ann Lee."),
        ("Ann Lee, the Agency’s Flood Duty Manager, left.", "Ann Lee, flood duty manager at the Agency, left."),
        ("Profits drop, defying gloomier analyst forecasts.", "Profits drop, but Shell keeps its rate."),
        ("Ministers met in Oslo.", "Envoys met in Oslo."),
        ("A game in the Premier League was called off.", "A game in the cup was called off."),
        ("It asked the Justice Department for files.", "It asked the court for files."),
        ("It went to the UN General Assembly.", "It went to the council."),
        ("The firm cut its senior managers' pay.", "The firm cut its senior executives' pay."),
        ("Police said who killed ex-PM Olga Dahl.", "Police closed the ex-PM's case."),
        ("Los Angeles Mayor Eve Reyes spoke.", "L.A. Mayor Eve Reyes spoke."),
        ("They mourned Officer Ian Reyes.", "They mourned Officer Ian Reyes, first officer to die there."),
        ("The owner of the inn, Ada Finch, slept.", "The tenant of the inn, Ada Finch, slept."),
    ],
)
def test_the_same_office_is_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It was led by General Power.", "It was led by Colonel Power.", [("General", "Colonel")]),
        ("They mourned Officer Ian Reyes.", "They mourned Captain Ian Reyes.", [("Officer", "Captain")]),
        (
            "There, former U.S. President Dan Holt spoke.",
            "There, U.S. President Dan Holt spoke.",
            [("former U.S. President", "U.S. President")],
        ),
        (
            "We met Acting British High Commissioner Ann Lee.",
            "We met British High Commissioner Ann Lee.",
            [("Acting British High Commissioner", "British High Commissioner")],
        ),
        ("Then Mr Holt spoke.", "Then President Holt spoke.", [("Mr", "President")]),
        ("The friend of the inn, Ada Finch, slept.", "The director of the inn, Ada Finch, slept.", [("", "director")]),
        ("Ada Finch, a patron of the inn, slept.", "Ada Finch, a trustee of the inn, slept.", [("", "trustee")]),
        ("Tim Rice, the president, left.", "Tim Rice, the president-elect, left.", [("president", "president-elect")]),
        (
            "Solicitor General Eva Lund said no.",
            "Attorney General Eva Lund said no.",
            [("Solicitor General", "Attorney General")],
        ),
        ("It was signed by Shireen Moss MBE.", "It was signed by Shireen Moss OBE.", [("MBE", "OBE")]),
        (
            "Emergency Services Minister Ann Lee came.",
            "The Minister for Regional Development, Ann Lee, came.",
            [("Emergency Services Minister", "Minister")],
        ),
        (
            "Commodore Ann Lee told the panel so.",
            "Commodore Ann Lee, now retired, told the panel so.",
            [("", "retired")],
        ),
        ("Archbishop Luke Marsh prayed.", "Bishop Luke Marsh prayed.", [("Archbishop", "Bishop")]),
        (
            "It was built by the widow of the composer Emil Lund.",
            "It was built by the widow of the late composer Emil Lund.",
            [("", "late")],
        ),
        (
            "The firm sent Eva Lund, its chief financial officer.",
            "The firm sent Eva Lund, its chief operating officer.",
            [("chief financial officer", "chief operating officer")],
        ),
        (
            "It was filed by Ann Lee, a junior partner.",
            "It was filed by Ann Lee, a partner.",
            [("junior partner", "partner")],
        ),
        (
            "She has asked the prime minister to act.",
            "She has asked the defence secretary to act.",
            [("prime minister", "defence secretary")],
        ),
        (
            "A retired admiral called it a farce.",
            "A retired commodore called it a farce.",
            [("retired admiral", "retired commodore")],
        ),
        ("The archbishop left by a side door.", "Owens left by a side door.", [("archbishop", "")]),
        (
            "Lukov, due to meet envoys, has stalled.",
            "The Bulgarian president, due to meet envoys, has stalled.",
            [("", "president")],
        ),
        ("The King and Queen greeted crowds.", "Frederik and Mary greeted crowds.", [("King and Queen", "")]),
        (
            "Environment Officer Tom Hay came.",
            "Environment Manager Tom Hay came.",
            [("Environment Officer", "Environment Manager")],
        ),
    ],
)
def test_another_title_is_quoted_whole(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


def test_the_subject_is_the_person(found: Callable[..., tuple[Flag, ...]]) -> None:
    [flag] = found("There, former U.S. President Dan Holt spoke.", "There, U.S. President Dan Holt spoke.")
    assert (flag.subject, flag.severity, flag.reason) == ("Dan Holt", Severity.HIGH, "the standing differs")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der frühere Präsident Dirk Holm kam.", "Präsident Dirk Holm kam."),
        ("fr", "Hier, l’ancien président Luc Morel est venu.", "Hier, le président Luc Morel est venu."),
        ("es", "Ayer vino el expresidente Luis Mora.", "Ayer vino el presidente Luis Mora."),
    ],
)
def test_standings_of_other_languages(spans: Spans, language: str, old: str, new: str) -> None:
    assert len(spans(old, new, language)) == 1


def test_a_lower_case_office_between_standing_and_person(spans: Spans) -> None:
    old = "On Monday the former transport minister Alan Smith spoke."
    assert spans(old, old.replace("former ", "")) == [("former transport minister", "transport minister")]


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Former governor's wife opens the fair.", "Governor's wife opens the fair.", ("Former", "")),
        ("Ex-ferry boss opens the fair.", "Ferry boss opens the fair.", ("Ex", "")),
        ("Interim boss Duarte wins the cup.", "New boss Duarte wins the cup.", ("Interim", "")),
    ],
)
def test_a_standing_of_an_owner_and_of_a_trade(spans: Spans, old: str, new: str, flagged: tuple[str, str]) -> None:
    assert spans(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A joint statement by the ministers was read.", "A statement by the ministers was read."),
        ("Additional officers were sent to the fair.", "Officers were sent to the fair."),
        ("She became co-head of the bank.", "She became cohead of the bank."),
    ],
)
def test_joint_and_additional_things_are_no_titles(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "She was additional secretary of the board.",
            "She was joint secretary of the board.",
            ("additional secretary", "joint secretary"),
        ),
        (
            "The co-founder of the mill, Bo Hall, left.",
            "The founder of the mill, Bo Hall, left.",
            ("co-founder", "founder"),
        ),
        (
            "Nine former heads of mission and Ruth Ohm, the ex-director of the mint, signed.",
            "Nine former heads of mission and Ruth Ohm, the director of the mint, signed.",
            ("ex-director", "director"),
        ),
    ],
)
def test_the_title_in_a_changed_place_is_told(spans: Spans, old: str, new: str, flagged: tuple[str, str]) -> None:
    assert spans(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Walkers return to hills", "Walkers head to hills"),  # a verb
        ("Port owner sued over pier", "Port tenant sued over pier"),
        ("Choir seeks treasurer role cover", "Choir seeks steward role cover"),  # a role is no person
        ("Finance minister quits", "Minister of finance quits"),
    ],
)
def test_what_is_no_office_in_a_headline_is_quiet(old: str, new: str) -> None:
    assert _in_headlines(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Navy captain among six tried", "Navy admiral among six tried", ("captain", "admiral")),
        (
            "Row grows: trade minister blames port",
            "Row grows: prime minister blames port",
            ("trade minister", "prime minister"),
        ),
        (
            "Malta minister sued over villa",
            "Malta transport minister sued over villa",
            ("minister", "transport minister"),
        ),
        ("Derby bishop backs bakers", "Derby archbishop backs bakers", ("bishop", "archbishop")),
    ],
)
def test_an_office_without_a_name_in_a_headline_is_told(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert _in_headlines(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The trade minister", "The health minister"),
        ("The minister", "The trade minister"),
        ("The opposition leader", "The leader"),
    ],
)
def test_what_the_office_of_a_nameless_person_is_for_is_told(spans: Spans, old: str, new: str) -> None:
    assert spans(f"{old} left on Monday.", f"{new} left on Monday.") == [(old[4:], new[4:])]


def of_headlines(old: str, new: str) -> list[tuple[str, str]]:
    """The titles that differ between two German headlines."""
    before, after = (newsdiff.article([], headline=text, language="de") for text in (old, new))
    return [(f.old, f.new) for f in newsdiff.compare(before, after).flags if f.kind is FlagKind.TITLE]


def test_a_german_headline_needs_no_article_for_what_an_office_is_for() -> None:
    old, new = "Geheimdienstchef tritt ab", "Militärgeheimdienstchef tritt ab"
    assert of_headlines(old, new) == [("Geheimdienstchef", "Militärgeheimdienstchef")]
    assert of_headlines("Der Geheimdienstchef tritt ab", "Geheimdienstchef tritt ab") == []


def test_an_office_that_both_sentences_have_is_not_told_for_another_that_went() -> None:
    old = "Vizepräsidentin Ute Vogt ist allein. Sie vertritt den Präsidenten im Amt."
    new = "Vizepräsidentin Ute Vogt war allein. Ist sie nun die Stärkste?"
    kinds = [f.kind for f in newsdiff.compare(*(newsdiff.article([t], language="de") for t in (old, new))).flags]
    assert FlagKind.TITLE not in kinds
