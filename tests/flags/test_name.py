"""Names: abbreviations, order and sentence starts are quiet; another name is flagged."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.NAME)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The World Health Organization (WHO) met.", "The WHO met."),
        ("Leaders met at the European Union’s office.", "Leaders met at the EU’s office."),
        ("Meetings were held.", "Talks were held."),
        ("Insurgents hold the bridge at Orra.", "Rebels hold the bridge at Orra."),
        ("The Deal is done.", "The deal is done."),
        ("Why I've given it up.", "Why I have given it up."),
        ("A signal box in Co Antrim is a café.", "A signal box in County Antrim is a café."),
        ("They climbed Mt Kenya.", "They climbed Mount Kenya."),
        ("Jane Miller met Tom Baker.", "Tom Baker met Jane Miller."),
        ("The GERMAN team won.", "The German team won."),
        ("Covid-19 spread in town.", "COVID-19 spread in town."),
        ("It was seen by Jane Miller. She left.", "Jane Miller saw it. She left."),
        ("Mail FNX@example.org now.", "Mail GNY@example.org now."),
        ("The school-led tutoring grant is open.", "The school-led tutoring (SLT) grant is open."),
        ("The United Nations envoy left.", "The U.N. envoy left."),
        ("Dunmore, Miss., has a museum.", "Dunmore, Mississippi, has a museum."),
        ("Norwegian skiers won the relay.", "Skiers from Norway won the relay."),
        ("Galician skiers won the relay.", "Skiers from Galicia won the relay."),
        ("Norman skiers won the relay.", "Skiers from Normandy won the relay."),
        ("Breton skiers won the relay.", "Skiers from Brittany won the relay."),
        ("Venetian rowers won the race.", "Rowers from Venice won the race."),
        ("The Office for Rivers, Ports and Coasts met.", "ORPC met."),
        ("The Ministry of Food, Rivers and Islands met.", "Mofri met."),
        ("Reseachers met in Rye.", "Researchers met in Rye."),
        ("The Café Lumen is shut.", "The Cafe Lumen is shut."),
        ("The Dept. of Health kept silent.", "The Department of Health kept silent."),
        ("The 3rd Battalion marched past.", "The Third Battalion marched past."),
        ("Hundreds mourn Novak at city hall.", "Hundreds mourn Peter Novak at city hall."),
        ("Dr. Alan Reyes answers parents.", "Dr. Reyes answers parents."),
        ("A year of Okafor's ban on markets.", "A year of the ban under Grace Okafor."),
        ("The firm was sold by Brightwell Inc on Monday.", "The firm was sold by Brightwell on Monday."),
        ("Landslip shuts the Great Harbour Rd.", "Landslip shuts the Great Harbour Road."),
        ("It was led by the N.Y.P.D. at dawn.", "It was led by the NYPD at dawn."),
        ("The M 25 was shut.", "The M25 was shut."),
        ("It was built with American money.", "It was built with US money."),
        ("The UK sent aid.", "Britain sent aid."),
        ("Ireland won the relay.", "The Irish won the relay."),
        ("Management said it was full.", "It was full, the management said."),
        ("A Roma mother was turned away.", "A mother was turned away."),
        ("The Iran-backed militia left.", "The militia left."),
        ("A German of Chechen origin was held.", "A German was held."),
        ("It cost US$93m.", "It cost $93m."),
        ("There were riots. A State of Emergency was declared.", "There were riots. A curfew was declared."),
        ("It was signed by ministers.", "It was signed by the Ministers and read."),
        ("The S&P 500 fell by noon.", "The S&P fell by noon."),
        ("An F-15 jet came down.", "The F15 jet came down."),
        ("It fell amid cuts Markets", "It fell amid cuts Markets, World"),
        ("It went to plan.", "It went to plan, which left Group 1 open."),
        ("May 22, 2020 5:00 AM More shops have shut.", "May 22, 2020 5:00 AM Serology tests are still being done."),
    ],
)
def test_form_is_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It was near Winslow’s bar.", "It was near Wilmslow’s bar.", [("Winslow’s", "Wilmslow’s")]),
        ("She works for Jane Miller.", "She works for Ann Porter.", [("Jane Miller", "Ann Porter")]),
        ("Japan will send aid.", "South Korea will send aid.", [("Japan", "South Korea")]),
        ("They fled to Latvia and Liberia.", "They fled to Hungary, Latvia and Liberia.", [("", "Hungary")]),
        ("They fled to Latvia.", "They fled to Latvia, Hungary, Malta and Oman.", [("", "Hungary, Malta and Oman")]),
        ("Guidelines of the NHS apply.", "Guidelines of the JCVI apply.", [("NHS", "JCVI")]),
        ("Sales rose 3% but the clothing chain cut jobs.", "Sales rose 3% but Gap cut jobs.", [("", "Gap")]),
        ("The cables were cut near a base used by the US.", "The cables were cut near a base.", [("US", "")]),
        ("Growers fear quotas on tomatoes.", "Growers fear UK quotas on tomatoes.", [("", "UK")]),
        ("It was seen by Mary Stone at noon.", "It was seen by Ann Stone at noon.", [("Mary Stone", "Ann Stone")]),
        ("It was won by Eva van Dam in May.", "It was won by Eva Dam in May.", [("Eva van Dam", "Eva Dam")]),
        ("It was won by Eva van der Berg.", "It was won by Eva van den Berg.",
         [("Eva van der Berg", "Eva van den Berg")]),
        ("The S-400 was sold.", "The S-300 was sold.", [("S-400", "S-300")]),
        ("The Boeing 737 crashed.", "The Boeing 747 crashed.", [("Boeing 737", "Boeing 747")]),
        ("They sold the song by then.", "They sold ‘Seven Rivers’ by then.", [("", "Seven Rivers")]),
        ("The US Supreme Court ruled.", "The Supreme Court ruled.", [("US Supreme Court", "")]),
        ("He moved to South Sudan.", "He moved to Sudan.", [("South Sudan", "")]),
        ("He told The Guardian that he left.", "He said that he left.", [("Guardian", "")]),
        ("Shelter said the hall was full.", "The hall was full.", [("Shelter", "")]),
        ("It hit the British Embassy in May.", "It hit the building in May.", [("Embassy", "")]),
        ("Independence Day could see protests, police fear.", "Tomorrow could see protests, police fear.",
         [("Independence Day", "")]),
    ],
)  # fmt: skip
def test_another_name_is_flagged(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


Headlines = Callable[[str, str], list[tuple[str, str]]]
_STORY = [
    "She ran the shop for years, and nobody complained.",
    "Then it all fell apart, say those who knew Lemon well.",
]


@pytest.fixture
def headlines() -> Headlines:
    def spans(old: str, new: str) -> list[tuple[str, str]]:
        before, after = (newsdiff.article(_STORY, headline=text, language="en") for text in (old, new))
        return [(f.old, f.new) for f in newsdiff.compare(before, after).flags if f.kind is FlagKind.NAME]

    return spans


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gunman wounds four at mall in Oslo", "Employee wounds four at mall in Oslo"),
        ("Arsonist destroys chapel near Nantes", "Teenager destroys chapel near Nantes"),
        ("Fury as bench is wrecked by vandals", "Vandals smash up bench"),
        ("Baker fined over stale bread", "Shopkeeper fined over stale bread"),
        ("How a Dull Little Moth Fooled Everyone", "How a Drab Moth Tricked Botanists"),
        ("Jury Finds for Nurse in Whistle-Blower Suit", "Jury Finds For Nurse in Whistleblower Suit"),
        ("LIVE: Fire in Oslo", "UPDATES: Fire in Oslo"),
        ("Masks are of no use: Expert", "Masks are of no use, says expert"),
        ("Tax rises as Ministers admit it", "Tax rises after error"),
        ("Steel Exports Fall for Tenth Month", "Steel Exports Fall Amid Port Strike"),
        ("Euro Rises Against Dollar", "Euro Rises Vs Dollar"),
        ("Oslo Won’t Leave the Treaty", "Oslo Stays in the Treaty"),
        ("In Los Angeles, a Night of Rain", "A Night of Rain Soaks L.A."),
        ("Firm's C.E.O. to Leave in May", "Firm's CEO to Leave in May"),
        ("Lemon tells of her years in Oslo", "Ann Lemon tells of her years in Oslo"),
    ],
)
def test_a_headlines_capitals_make_no_names(headlines: Headlines, old: str, new: str) -> None:
    assert headlines(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Maya Stone, Plaintiff in Supreme Court Case, Dies at 71", "Maya Stone, Plaintiff in Housing Case, Dies at 71",
         [("Supreme Court", "")]),
        ("Carl Brandt, Hero of World Bank Fight, Retires", "Carl Brandt, Hero of Debt Fight, Retires",
         [("World Bank", "")]),
        ("Live updates: U.S. Braces for Record Heat", "Live updates: Cities Brace for Record Heat", [("U.S.", "")]),
        ("Lemon fined over stale bread", "Shopkeeper fined over stale bread", [("Lemon", "")]),
        ("Awards 2021: Who should win and what to expect", "Awards 2021: The Sopranos stars shine", [("", "Sopranos")]),
        ("Student made a false complaint", "Western Springs student made a false complaint",
         [("", "Western Springs")]),
        ("Rivals praised as Rivers loses support", "Rivals praised in capital", [("Rivers", "")]),
        ("Pilot dead after jet crashes", "Pilot dead after F-15 jet crashes", [("", "F-15")]),
        ("Fighting Spreads North of Zhovten", "Fighting Spreads North of River", [("Zhovten", "")]),
    ],
)  # fmt: skip
def test_a_headlines_names_are_known_by_the_dictionary_and_the_article(
    headlines: Headlines, old: str, new: str, flagged: list[tuple[str, str]]
) -> None:
    assert headlines(old, new) == flagged


def test_an_acronym_of_small_words_and_of_a_name_with_a_link(spans: Spans) -> None:
    assert spans("A first information report was made by police.", "An FIR was made by police.") == []
    assert spans("The Bank of England is moving with its peers.", "The BOE is moving with its peers.") == []
    assert spans("The U.S. allies escalated it.", "The U.A.E. escalated it.") != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("P&G cuts jobs in Velm.", "Procter & Gamble cuts jobs in Velm."),
        ("T&V cuts jobs in Velm.", "T&amp;V cuts jobs in Velm."),
        ("It was seen in St Orra.", "It was seen in St. Orra."),
        ("It was seen at Mt Orra.", "It was seen at Mount Orra."),
        ("He lives in Baker St, Velm.", "He lives in Baker Street, Velm."),
        ("Guests get wifi in the loft.", "Guests get Wi-Fi in the loft."),
        ("The Lib Dems won the seat.", "The Liberal Democrats won the seat."),
    ],
)
def test_ampersands_hyphens_and_cut_parties_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The T&V 500 and the Velmex fell.", "The Velmex fell.", [("T&V 500", "")]),
        ("Shares of TK&V rose.", "Shares of Velmex rose.", [("TK&V", "Velmex")]),
        ("Crews of St Orra put it out.", "Crews of St Velm put it out.", [("St Orra", "St Velm")]),
        ("Two died on Mt. Orra.", "Two died.", [("Mt. Orra", "")]),
    ],
)
def test_a_name_with_an_ampersand_or_a_saint_is_told_whole(
    spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]
) -> None:
    assert spans(old, new) == flagged


def test_the_animals_and_dishes_of_a_headline_in_title_case_are_no_names() -> None:
    old, new = "Bear Makes Off With Cheesecake", "Bear Makes Off With Dessert"
    report = newsdiff.compare(
        newsdiff.article([], headline=old, language="en"), newsdiff.article([], headline=new, language="en")
    )
    assert FlagKind.NAME not in {f.kind for f in report.flags}


def test_a_court_cut_behind_its_place_is_quiet_and_another_place_is_not(spans: Spans) -> None:
    assert spans("The Velm HC stays the sale.", "The Velm High Court stays the sale.") == []
    assert spans("The Velm HC stays the sale.", "The Orra High Court stays the sale.") != []


def test_a_quarter_before_a_place_is_part_of_its_name(spans: Spans) -> None:
    assert spans("Farmers of Northern Plains left.", "Farmers of Southern Plains left.") == [
        ("Northern Plains", "Southern Plains")
    ]


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The Rural Piers Board (RPB) met.", "The RPB met.", []),
        ("The Rural Piers Board (RPB) met.", "The Rural Piers Board met.", []),
        ("The Rural Piers Board (RPB) met.", "The US Rural Piers Board (RPB) met.", []),
        ("The Piers Organization of Rye (POR) met.", "The Piers Organisation of Rye (POR) met.", []),
        (
            "The Rural Piers Board (RPB) met.",
            "The Orlov Piers Board (RPB) met.",
            [("Rural Piers Board", "Orlov Piers Board")],
        ),
    ],
)
def test_letters_in_brackets_on_both_sides_do_not_stand_for_a_name(
    spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]
) -> None:
    assert spans(old, new) == flagged


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("He met T. Crone in Rye.", "He met Ted Crone in Rye.", []),
        ("He met T. Crone in Rye.", "He met F. Crone in Rye.", [("T. Crone", "F. Crone")]),
    ],
)
def test_another_initial_is_another_name(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged
