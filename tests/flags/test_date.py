"""Dates: what is but reformatted is quiet; what moved is flagged as a whole."""

from collections.abc import Callable

import pytest

from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.DATE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The vote is on 12 March.", "The vote is on March 12th."),
        ("The vote is on 2 June 2021.", "The vote is on 02 June 2021."),
        ("Doors close at 23:59 on Friday.", "Doors close at 11.59pm on Friday."),
        ("Apply by noon on Thursday.", "Apply by 12 noon on Thursday."),
        ("On 3 May, the firm won a contract.", "The firm won, on 3 May, a contract."),
        ("She was born in Feb. 1990.", "She was born in February 1990."),
        ("It was built in the mid-1960s.", "It was built in the mid-sixties."),
        ("It was built in the early 1980s.", "It was built in the early 80s."),
        ("She is in her early nineties.", "She is in her late eighties."),
        ("They came in their Sunday best.", "They came in their finest clothes."),
        ("He coaches a Saturday side in Rye.", "He coaches a pub team in Rye."),
        ("It may rain and the army may march on.", "It might rain and the army might march on."),
        ("The Housing Act 1988 says so.", "The Housing Act 1996 says so."),
        ("See https://example.org/2021/05/03/x for more.", "See https://example.org/2022/06/04/y for more."),
        ("About 2000 people came.", "About 2,000 people came."),
        ("The trial lasts three weeks.", "The trial lasts four weeks."),
        ("It is on at nine o'clock tonight.", "It is on at 9pm tonight."),
        ("It opens on Christmas Day at noon.", "It opens at Christmas at noon."),
        ("An Eid ceasefire holds.", "A ceasefire holds."),
    ],
)
def test_form_and_other_kinds_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The hearing is on 12 March.", "The hearing is on 21 March.", [("12 March", "21 March")]),
        ("They met on Wednesday.", "They met on Thursday.", [("Wednesday", "Thursday")]),
        ("He was seen on the morning of the raid.", "He was seen on the evening before the raid.",
         [("morning", "evening")]),
        ("It opens in early autumn.", "It opens in late summer.", [("early autumn", "late summer")]),
        ("It shuts in the second quarter.", "It shuts in the third quarter.", [("second quarter", "third quarter")]),
        ("They met last week.", "They met on 3 May.", [("last week", "3 May")]),
        ("Kick-off is at 6pm.", "Kick-off is at 5.30pm.", [("6pm", "5.30pm")]),
        ("On 17 May there was a fire.", "On 17 May 2022 there was a fire.", [("17 May", "17 May 2022")]),
        ("The body was found in May 2015 near the line.", "The body was found near the line.", [("May 2015", "")]),
        ("It runs from 9 December 2020 to 7 February 2021.", "It runs from 9 December 2020 to 14 February 2021.",
         [("7 February 2021", "14 February 2021")]),
        ("Sales start in late April.", "Sales start in mid-May.", [("late April", "mid-May")]),
        ("The notice is dated 2025-03-12.", "The notice is dated 2025-03-13.", [("2025-03-12", "2025-03-13")]),
        ("It closed in 2019.", "It closed in 2020.", [("2019", "2020")]),
        ("Troops leave before Christmas, he said.", "Troops leave before Easter, he said.", [("Christmas", "Easter")]),
        ("It was built in the 1300s.", "It was built in the 1400s.", [("1300s", "1400s")]),
        ("It fell in the late fifties.", "It fell in the early fifties.", [("late fifties", "early fifties")]),
        ("It was built in the 1980s.", "It was built in the nineties.", [("1980s", "nineties")]),
        ("It stood since 1347.", "It stood since 1374.", [("1347", "1374")]),
        ("He spoke yesterday.", "He spoke today.", [("yesterday", "today")]),
        ("The Monday meeting was called off.", "The meeting was called off.", [("Monday", "")]),
        ("A talk on Sunday in Rye failed.", "A talk in Rye failed.", [("Sunday", "")]),
    ],
)  # fmt: skip
def test_a_moved_date_is_quoted_whole(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Die Sitzung beginnt am 12. März um 20 Uhr.", "Die Sitzung beginnt am 21. März um 20 Uhr."),
        ("fr", "La séance aura lieu le 3 mai 2025.", "La séance aura lieu le 4 mai 2025."),
        ("es", "La sesión será el 3 de mayo de 2025.", "La sesión será el 3 de junio de 2025."),
    ],
)
def test_dates_of_other_languages(spans: Spans, language: str, old: str, new: str) -> None:
    assert spans(old, old, language) == []
    assert len(spans(old, new, language)) == 1


def test_a_date_that_a_note_tells_of_is_one(spans: Spans) -> None:
    text = "The well is dry."
    note = "An earlier version of this article said that the well was dug in 1913."
    assert spans(text, f"{text} {note}") == [("", "1913")]
    assert spans("Updated on 3 May with a map.", "Updated on 4 May with a map.") == [("3 May", "4 May")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Whoever wins the ferry race on Sunday will keep the cup.",
            "Sunday's winner of the ferry race will keep the cup.",
        ),
        ("The ferry rests on Sat and Sun.", "The ferry rests on Saturday and Sunday."),
        ("The ferry sails at half past nine.", "The ferry sails at 9:30."),
    ],
)
def test_days_hours_and_years_in_other_words_are_the_same(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The ferry sails at half past nine.",
            "The ferry sails at half past ten.",
            ("half past nine", "half past ten"),
        ),
        (
            "The ferry sails at quarter to nine.",
            "The ferry sails at quarter past nine.",
            ("quarter to nine", "quarter past nine"),
        ),
        ("Friday's ferry is late.", "Monday's ferry is late.", ("Friday's", "Monday's")),
        ("The ferry stops for Eid al-Fitr.", "The ferry stops for Eid al-Adha.", ("Eid al-Fitr", "Eid al-Adha")),
    ],
)
def test_an_hour_in_words_and_the_day_of_something_are_dates(
    spans: Spans, old: str, new: str, flagged: tuple[str, str]
) -> None:
    assert spans(old, new) == [flagged]


def test_when_a_note_was_made_is_no_date_of_the_news(spans: Spans) -> None:
    text = "The well is dry."
    assert spans(text, f"{text} This article was amended on 9 May: the well is not dry.") == []


def test_a_date_beside_the_one_in_its_place_though_another_sentence_has_it(spans: Spans) -> None:
    old = "It runs from May 2022 to June 2024. It starts with research, to be done by March 2024."
    new = "It runs from May 2022 to March 2024. It starts with research, to be done by July 2024."
    assert spans(old, new) == [("June 2024", "March 2024"), ("March 2024", "July 2024")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He must pay by 3 May.", "He must pay before 3 May."),
        ("It was not until Monday that the lock opened.", "Only on Monday was the lock opened."),
        ("It begins at the beginning of May.", "It begins at the start of May."),
        ("Drones struck overnight.", "Drones struck during the night."),
        ("He left before the war.", "He left after the war."),
        ("The end of the road is near.", "The start of the road is near."),
        ("It has ten rooms.", "It has nine rooms. Correction, 2 June: An earlier version of this article said ten."),
        ("It has ten rooms.", "It has nine rooms. • This article was amended on 3 July to correct a figure."),
        ("It has ten rooms.", "It has nine rooms. (This article was amended on 3 July to correct a figure.)"),
    ],
)
def test_the_same_time_and_the_date_of_a_note_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("He left before Friday.", "He left after Friday.", ("before Friday", "after Friday")),
        ("Bids are due on Friday.", "Bids are due by Friday.", ("on Friday", "by Friday")),
        ("Pay by 3 May 2024.", "Pay from 3 May 2024.", ("by 3 May 2024", "from 3 May 2024")),
        ("The vote is due by the end of the month.", "The vote is due by the start of the month.", None),
    ],
)
def test_before_a_day_or_after_it(spans: Spans, old: str, new: str, flagged: tuple[str, str] | None) -> None:
    assert spans(old, new) == [flagged or ("the end of the month", "the start of the month")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The war of 1939-45 began there.", "The war of 1939-1945 began there."),
        ("The six o'clock sailing was cancelled.", "The 6pm sailing was cancelled."),
        ("Doors open at 7.30pm.", "Doors open at half past seven in the evening."),
        ("Snow closed the pass on Friday night.", "Friday night's snow closed the pass."),
    ],
)
def test_the_same_hours_and_spans_are_quiet(spans, old, new):
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The war of 1939-45 began there.", "The war of 1939-44 began there.", ("1939-45", "1939-44")),
        ("The 6am sailing was cancelled.", "The 6pm sailing was cancelled.", ("6am", "6pm")),
        ("He will speak this evening.", "He will speak this afternoon.", ("this evening", "this afternoon")),
        ("It stopped at ten past four.", "It stopped at ten to four.", ("ten past four", "ten to four")),
        ("Polls close at ten in the evening.", "Polls close at nine in the evening.", None),
        ("Bids are due in the first week of June.", "Bids are due in the second week of June.", None),
    ],
)
def test_other_hours_and_spans(spans, old, new, flagged):
    found = spans(old, new)
    assert len(found) == 1
    assert flagged in (None, found[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The 07.52 to Velm was late.", "The 7:52am to Velm was late."),
        ("It snowed on the night of 11/12 February.", "It snowed on the night of February 11-12."),
        ("Sales rose in the 1st quarter.", "Sales rose in the first quarter."),
        ("The hearing is at 10:00 hours.", "The hearing is at 10am."),
        ("They left at about half past four.", "They left at about 4.30."),
        ("A Sixties singer sells her lute.", "A 1960s singer sells her lute."),
    ],
)
def test_times_days_and_decades_in_other_writing_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_a_bare_figure_that_is_another_time_hides_none(spans: Spans) -> None:
    assert spans("They left at half past four.", "They left at half past five.") != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A talk about 1984 is on.", "A talk on 1984 is on."),
        ("They left at about 5.50am.", "They left at around 5.50am."),
        ("Claims can be made up to 30 September.", "Claims can be made until 30 September."),
    ],
)
def test_words_before_a_date_that_are_no_bounds_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It is shut until at least 11 July.", "It is shut until 11 July.", ("at least 11 July", "11 July")),
        ("They left at 5.50am.", "They left at about 5.50am.", ("5.50am", "about 5.50am")),
        ("About 5.50am they left.", "5.50am they left.", ("About 5.50am", "5.50am")),
    ],
)
def test_a_bound_of_a_kept_date_is_told(spans: Spans, old: str, new: str, flagged: tuple[str, str]) -> None:
    assert spans(old, new) == [flagged]
