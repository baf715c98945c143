"""Numbers: style is quiet; value, unit, scale and bound are flagged with what they count."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind, Severity

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.NUMBER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rates go below US$0 there.", "Rates go below zero there."),
        ("She kept her 60th birthday.", "She turns 60."),
        ("It fell for a third straight day.", "It fell for three straight days."),
        ("A 19-year-old driver waits.", "A 19yo driver waits."),
        ("They paid 1000 euros.", "They paid 1,000 euros."),
        ("The plan has three parts.", "The plan has 3 parts."),
        ("Trees are down & 4,000 homes lack power.", "Trees are down and four thousand homes lack power."),
        ("Fines reach 4 per cent of sales.", "Fines reach 4% of sales."),
        ("A fund of £30m opens.", "A fund of £30 million opens."),
        ("Call 020 7946 0011 for help.", "Call 020 7946 0958 for help."),
        ("The form (PDF, 734 KB, 1 page) is online.", "The form (PDF, 689 KB, 2 pages) is online."),
        ("See section 39 of the code.", "See section 40 of the code."),
        ("It needs an income of £5,000 or more.", "It needs an income of at least £5,000."),
        ("The COVID-19 figures fell.", "The COVID-21 figures fell."),
        ("One of them left.", "Some of them left."),
        ("It rained for the first time in a decade.", "It rained for the first time in ten years."),
        ("He is in his 60's.", "He is in his 60s."),
        ("The second attempt failed.", "The attempt failed."),
        ("The couple left.", "They left."),
        ("It reached half a million children.", "It reached 500,000 children."),
        ("Winds of 90 mph hit the coast.", "Winds of 90 miles per hour hit the coast."),
        ("3. Send the form.", "4. Send the form."),
        ("It had 3 000 members.", "It had 3,000 members."),
        ("It had 12 500 members.", "It had 12'500 members."),
        ("It had 12\u202f500 members.", "It had 12,500 members."),
        ("It lost €1.234,50 a day.", "It lost €1,234.50 a day."),
        ("It lost Rs 1,50,000 a day.", "It lost Rs 150,000 a day."),
        ("It lost Rs. 2 crores a day.", "It lost Rs 2 crore a day."),
        ("It lost KSh12 bn, or US$93m.", "It lost Ksh 12 billion, or $93 million."),
        ("It had 1¼ million members.", "It had 1 1/4 million members."),
        ("It had 1½ million members.", "It had one and a half million members."),
        ("It had two-and-a-half million members.", "It had 2.5m members."),
        ("It had three quarters of a million members.", "It had 750,000 members."),
        ("It had two-thirds of the votes.", "It had two thirds of the votes."),
        ("It had half a dozen members.", "It had six members."),
        ("It had three hundred and ten members.", "It had 310 members."),
        ("It had two thousand five hundred members.", "It had 2,500 members."),
        ("It stood 150m from the school.", "It stood 150 metres from the school."),
        ("Gusts of 120 kph came.", "Gusts of 120km/h came."),
        ("It was 41C at noon.", "It was 41 °C at noon."),
        ("It was 41 degrees at noon.", "It was 41C at noon."),
        ("The M 25 was shut.", "The M25 was shut."),
        ("The under-19s won.", "The U19s won."),
        ("He scores a penalty.", "He takes a penalty."),
        ("It rose in the mid-1300s.", "It rose in the late 1300s."),
        ("It closed in May, and the S&P 500 fell.", "It closed in May, and Bitcoin fell."),
        ("They wake up to a 24-hour truce.", "They keep a 24-hour truce."),
        ("It fell over 24 hours.", "It fell in a 24-hour period."),
        ("It was passed by 52 votes to 48.", "It was passed 52-48."),
        ("There were rows over millions of files.", "There were rows over files by the millions."),
        ("The first-half results are good.", "The interim results are good."),
        ("A double murder shook the town.", "A murder shook the town."),
        ("It cost 20 cents.", "It cost 20¢."),
        ("A truce of two days was kept.", "A truce of 48 hours was kept."),
    ],
)
def test_no_two_forms_of_a_value_differ(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []
    assert spans(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The third reading is due.", "The 3rd reading is due."),
        ("It has a page of " + 5000 * "9" + " figures.", "It has a page of " + 5000 * "8" + " figures."),
        ("Mail box17@example.org for it.", "Mail box18@example.org for it."),
    ],
)
def test_style_and_codes_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("At least 12 people died.", "At least 72 people died.", [("At least 12", "At least 72")]),
        ("It cost 1.5 million euros.", "It cost 15 million euros.", [("1.5 million euros", "15 million euros")]),
        ("It fell again.", "It fell for a third straight month.", [("", "third")]),
        ("Prices dropped to $10.", "Prices dropped to zero.", [("$10", "")]),
        ("A dozen houses burned.", "14 houses burned.", [("A dozen", "14")]),
        ("It cost less than £1,750.", "It cost £1,750.", [("less than £1,750", "£1,750")]),
        ("The film lasts 2 minutes.", "The film lasts 90 seconds.", [("2 minutes", "90 seconds")]),
        ("Over 130 games came.", "Nearly 130 games came.", [("Over 130", "Nearly 130")]),
        ("Three witnesses spoke.", "Four witnesses spoke.", [("Three", "Four")]),
        ("The boy is 12 years old.", "The boy is 13 years old.", [("12 years", "13 years")]),
        ("Snow fell on twenty-five roads.", "Snow fell on twenty-six roads.", [("twenty-five", "twenty-six")]),
        ("Half of the seats are free.", "Two thirds of the seats are free.", [("Half", "Two thirds")]),
        ("It was -5 degrees at dawn.", "It was 5 degrees at dawn.", [("-5 degrees", "5 degrees")]),
        ("He offered $3 billion for it.", "He made an offer for it.", [("$3 billion", "")]),
        ("It was 41 °C at noon.", "It was 41 °F at noon.", [("41 °C", "41 °F")]),
        ("It had 3 000 members.", "It had 3 500 members.", [("3 000", "3 500")]),
        ("It cost CHF 12'500 to mend.", "It cost CHF 12'900 to mend.", [("CHF 12'500", "CHF 12'900")]),
        ("It lost €1.234,50 a day.", "It lost €1.934,50 a day.", [("€1.234,50", "€1.934,50")]),
        ("It had 1¼ million members.", "It had 1¾ million members.", [("1¼ million", "1¾ million")]),
        ("It lost Rs 1,50,000 a day.", "It lost Rs 1,60,000 a day.", [("Rs 1,50,000", "Rs 1,60,000")]),
        ("The vote was 7-2 on Friday.", "The vote was 6-3 on Friday.", [("7-2", "6-3")]),
        ("It lasted over two days.", "It lasted two days.", [("over two days", "two days")]),
        ("A third man was held.", "A second man was held.", [("third", "second")]),
        ("A third of it was sold.", "A fifth of it was sold.", [("third", "fifth")]),
        ("The 29-year-old singer left.", "The 30-year-old singer left.", [("29-year-old", "30-year-old")]),
        ("Scores of people were hurt.", "Dozens of people were hurt.", [("Scores", "Dozens")]),
        ("It was the third fire in a week.", "It was the second fire in a week.", [("third", "second")]),
        ("She came in fourth.", "She came in fifth.", [("fourth", "fifth")]),
        ("It cost them R40 million a week.", "It cost them R55 million a week.", [("R40 million", "R55 million")]),
        ("It was his 2nd try.", "It was his 3rd try.", [("2nd", "3rd")]),
        ("Less than a third of it came.", "A third of it came.", [("Less than a third", "third")]),
        ("It closed for a decade.", "It closed for a fortnight.", [("a decade", "a fortnight")]),
    ],
)
def test_a_quantity_is_quoted_with_unit_and_bound(
    spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]
) -> None:
    assert spans(old, new) == flagged


def test_the_subject_is_what_is_counted(found: Callable[..., tuple[Flag, ...]]) -> None:
    [flag] = found("Gaza’s 2.3 million residents fled.", "Gaza’s 2.1 million residents fled.")
    assert (flag.subject, flag.severity) == ("residents of Gaza", Severity.MEDIUM)
    [flag] = found("The storm left 12 people dead.", "The storm left 72 people dead.")
    assert (flag.subject, flag.severity) == ("people dead", Severity.HIGH)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Bau kostet 1,5 Millionen Euro.", "Der Bau kostet 15 Millionen Euro."),
        ("fr", "Le bilan est de douze morts.", "Le bilan est de treize morts."),
        ("es", "Hubo 12 heridos en la plaza.", "Hubo 72 heridos en la plaza."),
    ],
)
def test_numbers_of_other_languages(spans: Spans, language: str, old: str, new: str) -> None:
    assert len(spans(old, new, language)) == 1


def test_a_language_without_a_table_has_its_figures_compared() -> None:
    def kinds(old: str, new: str) -> list[tuple[str, str, str]]:
        report = newsdiff.compare(newsdiff.article([old], language="zh"), newsdiff.article([new], language="zh"))
        return [(str(f.kind), f.old, f.new) for f in report.alarms]

    assert kinds("昨天有12人死亡。", "昨天共有12人死亡。") == []
    assert kinds("昨天有12人死亡。", "昨天有15人死亡。") == [("number", "12", "15")]


def test_a_half_that_measures_nothing_is_no_number(spans: Spans) -> None:
    assert spans("Most seats were empty by the break.", "Most seats were empty by half-time.") == []
    assert spans("The pause was brief.", "The half-hour pause was brief.") == [("", "half-hour")]


def test_bounds_in_other_words_and_degrees_apart_are_quiet(spans: Spans) -> None:
    assert spans("It took just over four hours.", "It took a little more than four hours.") == []
    assert spans("It was 41 C in the shade.", "It was 41°C in the shade.") == []
    assert spans("It took just over four hours.", "It took nearly four hours.") != []


def test_a_share_counts_no_speakers(spans: Spans) -> None:
    assert spans("Nine in ten teachers say classes are too big.", "Most teachers say classes are too big.") != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A hundred and twenty jobs are at risk.", "120 jobs are at risk."),
        ("Some a hundred and twenty thousand fled.", "Some 120,000 fled."),
        ("The vote was forty-eight to forty-seven.", "The vote was 48-47."),
        ("It takes twenty to thirty minutes.", "It takes 20 to 30 minutes."),
        ("It will never pay for itself.", "It will one day pay for itself."),
        ("One day, he may return.", "He may return."),
    ],
)
def test_spelled_numbers_and_a_day_to_come_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_a_spelled_score_and_a_day_that_is_counted_are_numbers(spans: Spans) -> None:
    was, now = "forty-eight to forty-seven", "forty-eight to forty-six"
    assert spans(f"The vote was {was}.", f"The vote was {now}.") == [(was, now)]
    assert spans("The talks lasted one day.", "The talks lasted ten days.") == [("one day", "ten days")]


@pytest.mark.parametrize(
    ("old", "new", "flag"),
    [
        ("Guards fired two times at the gate.", "Guards fired two times at two gates.", ("", "two", "gates")),
        ("Bei dem Einsturz kamen 14 Menschen ums Leben.", "Bei dem Einsturz kamen 71 Menschen ums Leben.",
         ("14", "71", "Menschen")),
    ],
)  # fmt: skip
def test_a_number_is_the_changed_one_and_what_it_counts_is_a_noun(
    old: str, new: str, flag: tuple[str, str, str]
) -> None:
    language = "de" if "Menschen" in old else "en"
    report = newsdiff.compare(newsdiff.article([old], language=language), newsdiff.article([new], language=language))
    assert flag in [(one.old, one.new, one.subject) for one in report.flags if one.kind == "number"]


def test_a_number_before_a_noun_that_is_said_elsewhere_too_is_no_form() -> None:
    old, new = "Engineers warned three times of it.", "Three engineers warned three times of it."
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    assert [flag.new for flag in report.flags] == ["Three"]
    assert report.summary == "Engineers -> Three engineers"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It stayed within the band of 2-6 per cent.", "It stayed within the band of 2% to 6%."),
        ("Growth was between 2 and 3 per cent.", "Growth was 2-3%."),
        ("He is 5ft 10in tall.", "He is five feet ten inches tall."),
        ("The two sisters had not spoken.", "The sisters had not spoken."),
        ("The two men talked for an hour.", "The pair talked for an hour."),
        ("It is the third time that it broke down.", "It has now broken down three times."),
        ("They bought the two-storey farmhouse.", "They bought the stone farmhouse."),
        ("UPDATE 2-Mine lifts copper output", "UPDATE 3-Mine lifts copper output"),
        ("They queue for more than an hour.", "They queue for over an hour."),
    ],
)
def test_the_same_number_said_otherwise_is_quiet(spans, old, new):
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It won by less than a percentage point.", "It won by a point.", ("less than a percentage point", "")),
        ("It has a band of 2-6 per cent.", "It has a band of 2-7 per cent.", ("6 per cent", "7 per cent")),
        ("The two planes were lost.", "The planes were lost.", ("two", "")),
        ("He ran it in 2:04:11.", "He ran it in 2:03:11.", ("2:04:11", "2:03:11")),
        ("A two-storey house burned.", "A three-storey house burned.", ("two", "three")),
    ],
)
def test_ranges_and_bounds_of_one(spans, old, new, flagged):
    assert spans(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Velm resume on 212 for 3.", "Velm resume on 212-3."),
        ("Velm were 250-7 at tea.", "Velm were 250 for seven at tea."),
        ("The one in the hat left.", "The man in the hat left."),
    ],
)
def test_wickets_and_the_one_in_the_hat_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_a_share_with_a_bound_is_a_part_of_a_hundred(spans: Spans) -> None:
    assert spans("Nearly nine out of ten voters came.", "Almost 90% of voters came.") == []
    assert spans("Some 3 in 10 seats were empty.", "About 30 per cent of seats were empty.") == []
    found = spans("Nearly nine out of ten voters came.", "Nearly eight out of ten voters came.")
    assert found == [("Nearly nine out of ten", "Nearly eight out of ten")]


def test_the_bound_of_one_in_five_is_told(spans: Spans) -> None:
    assert spans("Fewer than one in five homes is let.", "One in five homes is let.") == [
        ("Fewer than one in five", "One in five")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The vote was 7 to 4 on Wednesday night.", "The vote was 7-4 Wednesday night."),
        ("Velm are 212/6 at tea.", "Velm are 212 for six at tea."),
        ("She won in 2 hours, 6 minutes and 12 seconds.", "She won in 2:06:12."),
        ("They wait for up to 14 hrs.", "They wait for up to 14 hours."),
        ("A Sixties singer sells her lute.", "A 1960s singer sells her lute."),
        ("They left at about half past four.", "They left at about 4.30."),
    ],
)
def test_scores_runs_and_times_in_other_writing_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_an_age_of_a_decade_is_a_number_with_a_part_of_it_before_it_and_a_team_is_none(spans: Spans) -> None:
    assert spans("The under-19s won the cup.", "The under-21s won the cup.") == []
    assert spans("It was a man in his mid-20s.", "It was a man in his mid-30s.") == [("20s", "30s")]


@pytest.mark.parametrize("degree", ["a level 3 emergency", "a category 3 storm", "stage 3 cancer", "a phase 3 trial"])
def test_a_figure_that_tells_a_degree_is_a_number(spans: Spans, degree: str) -> None:
    assert spans(f"It is {degree}.", f"It is {degree.replace('3', '4')}.") == [("3", "4")]


def test_over_before_an_age_is_a_bound(spans: Spans) -> None:
    for age in ("40 years old", "40 years of age"):
        assert spans(f"It is for people over {age}.", f"It is for people {age}.") == [("over 40 years", "40 years")]
