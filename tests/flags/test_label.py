"""What people are called: offices, ages, synonyms and plain details are quiet, charged names and identities are not."""

import pytest

import newsdiff
from newsdiff.model import FlagKind


def labels(old: str, new: str) -> list[tuple[str, str]]:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    return [(f.old, f.new) for f in report.flags if f.kind is FlagKind.LABEL]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The manager of the quarry apologised.", "The boss of the quarry apologised."),
        ("A two-storey house burned in Rye.", "A house burned in Rye."),
        ("Migrants crossed the lake at dawn.", "Immigrants crossed the lake at dawn."),
        ("The mayor opened the bridge.", "The governor opened the bridge."),
        ("Norway's fishermen are on strike.", "Norwegian fishermen are on strike."),
        ("Protesters blocked the bridge.", "The bridge was blocked by protesters."),
        ("The boy was found on the roof.", "The lad was found on the roof."),
        ("Two women were freed from the lift.", "Two people were freed from the lift."),
    ],
)
def test_what_carries_no_charge_is_quiet(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Protesters burned a police van.", "Rioters burned a police van.", ("Protesters", "Rioters")),
        ("A gunman held the bank for hours.", "A terrorist held the bank for hours.", ("gunman", "terrorist")),
        ("The regime's forces took the hill.", "The government's forces took the hill.", ("regime's", "government's")),
        ("Soldiers shot an unarmed man at the gate.", "Soldiers shot a man at the gate.", ("unarmed", "")),
        ("A cleric was charged on Monday.", "A Muslim cleric was charged on Monday.", ("", "Muslim")),
        ("Hundreds of Haitian migrants left.", "Hundreds of migrants left.", ("Haitian", "")),
        ("A far-right councillor left the hall.", "A councillor left the hall.", ("far-right", "")),
        ("A boy of nine was robbed in Rye.", "A girl of nine was robbed in Rye.", ("boy", "girl")),
        (
            "The widow's grandson drove the van.",
            "The widow's granddaughter drove the van.",
            ("grandson", "granddaughter"),
        ),
    ],
)
def test_charged_names_and_identities(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert labels(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("From cartels to terrorists: a new war on drugs begins.", "A new war on drugs begins."),  # nobody is called so
        ("Ministers met to avert a government shutdown.", "Ministers met to avert a shutdown."),
        ("Divers look for the flight recorders.", "Divers look for the black boxes."),
        ("Two brothers accused of smuggling 31 people spoke.", "Two brothers convicted of smuggling 31 people spoke."),
        ("Passengers waited at the station.", "Travellers waited at the station."),
        ("He went home with his companion.", "He went home with his husband."),
    ],
)
def test_things_and_plain_words_for_people_are_quiet(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "Mr Sand lived in a trailer.",
            "Mr Sand, a convicted arsonist, lived in a trailer.",
            ("", "convicted arsonist"),
        ),
        ("The man, a citizen, was released.", "The man, a citizen of Chechen origin, was released.", ("", "Chechen")),
        ("The militia left the town.", "The Iran-backed militia left the town.", ("", "Iran-backed")),
        ("Five villagers were killed.", "Five Maoists were killed.", ("villagers", "Maoists")),
        ("The dead man was a father of three.", "The dead man was a rapist and father of three.", ("", "rapist")),
    ],
)
def test_what_is_said_by_the_way(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert labels(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Republican voters queued in the rain.", "GOP voters queued in the rain."),  # one party
        ("The Tories met in Hull.", "The Conservatives met in Hull."),
        ("Two loggers were held.", "Both loggers were held."),
        ("She came from a village in the hills.", "She came from the hills."),
    ],
)
def test_other_names_of_one_group_are_quiet(old: str, new: str) -> None:
    assert labels(old, new) == []
    assert labels(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # asides
        ("Ms Orme, who has a conviction for perjury, runs the food bank.", "Ms Orme runs the food bank."),
        ("The tenants, both sex offenders, were away.", "The tenants were away."),
        ("Mr Paulsen, a Greenlander, sings.", "Mr Paulsen sings."),
        ("The cooks, from the Yazidi minority, left.", "The cooks left."),
        ("Couple from Sikh family wed in Lahore", "Couple wed in Lahore"),
        # words that may be forms of one, and phrases half of which is kept
        ("Trooper shot armed driver in Ohio.", "Trooper shot unarmed driver in Ohio."),
        ("Far-right candidate tops poll in Graz.", "Candidate of the right tops poll in Graz."),
        # peoples before firms and herders
        ("Sales at the Danish toymaker rose.", "Sales at the toymaker rose."),
        ("A Fulani herder was held.", "A herder was held."),
        # names of movements
        ("A pro-life group picketed the clinic.", "An anti-abortion group picketed the clinic."),
    ],
)
def test_labels_that_come_and_go(old: str, new: str) -> None:
    assert labels(old, new)
    assert labels(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Orlov, who spoke on Monday, left.", "The Russian president, who spoke on Monday, left."),
        (
            "The porters had been warned of the leak.",
            "The porters, two civil servants said, had been warned of the leak.",
        ),
        ("The white paper was published.", "The paper was published."),
        ("The minister spoke on Monday.", "The foreign minister spoke on Monday."),
        ("The diver was at the pier on Monday.", "Christian Brandt was at the pier on Monday."),
        ("The diver was at the pier on Monday.", "Christian Aid was at the pier on Monday."),
    ],
)
def test_an_office_for_a_name_and_a_paper_are_quiet(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("A Syrian national is held over the fire.", "A man is held over the fire.", ("Syrian", "man")),
        ("The Jewish charity lost its lease.", "The charity lost its lease.", ("Jewish", "")),
        ("Lena Horn, a Liberal who chairs the board, left.", "Lena Horn, who chairs the board, left.", ("Liberal", "")),
        ("A disabled man was left on the platform.", "A man was left on the platform.", ("disabled", "")),
        ("The right-wing party won four seats.", "The far-right party won four seats.", ("right-wing", "far-right")),
        (
            "Ten years after the Rye massacre, all met.",
            "Ten years after the Rye shooting, all met.",
            ("massacre", "shooting"),
        ),
        ("The victim told the court so.", "The accuser told the court so.", ("victim", "accuser")),
        ("UPDATE: Protesters met at the gate.", "UPDATE: Rioters met at the gate.", ("Protesters", "Rioters")),
    ],
)
def test_nationals_faiths_and_standpoints(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert labels(old, new) == [flagged]


def test_who_stands_in_a_headlines_place_before_its_verb() -> None:
    assert labels("Man held after fire at mosque", "Far-right activist charged after fire at mosque") == [
        ("Man held", "Far-right activist")
    ]
    assert labels("Wall Street is calm after sell-off", "US and European bonds recover after sell-off") == []


def test_denominations_and_peoples() -> None:
    assert labels("The nurse, a Catholic, refused.", "The nurse, a Pentecostal, refused.") == [
        ("Catholic", "Pentecostal")
    ]
    assert labels("It has treated 300 women.", "It has treated 300 Yazidi women.") == [("", "Yazidi")]
    assert labels("The priest, a Catholic, refused.", "A Catholic priest refused.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It is to study spaces for talks.", "It is to study pro-social spaces for talks."),
        ("A baker and a fraudster were seen.", "A baker was seen."),
        ("A peaceful evening by the lake ended.", "An evening by the lake ended."),
    ],
)
def test_things_have_no_stance_and_others_are_no_label_of_one(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Dozens of activists marched.", "Dozens of anti-war activists marched.", ("", "anti-war")),
        ("Rafa Rey, a former mayor and convicted fraudster, leads.", "Rafa Rey, a former mayor, leads.", None),
        ("A peaceful march ended with arrests.", "A march ended with arrests.", ("peaceful", "")),
        ("The think tank published it.", "The libertarian think tank published it.", ("", "libertarian")),
    ],
)
def test_stances_and_what_else_one_person_is(old: str, new: str, flagged: tuple[str, str] | None) -> None:
    assert labels(old, new) == [flagged or ("convicted fraudster", "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A row over bonuses split the board of the choir.", "A dispute over bonuses split the board of the choir."),
        ("Cook at New York court for trial", "'It's a sham' says cook at New York trial"),
        ("Fury as 'who denies structural racism' cook appointed", "Fury as cook appointed"),
    ],
)
def test_quarrels_by_two_names_and_ends_of_quotations_are_quiet(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("'Monster' landlord jailed for torching flats", "Landlord jailed for torching flats", ("Monster", "")),
        (
            "Police named him as a 27-year-old Moroccan who ran a kiosk.",
            "Police named him as a 27-year-old who ran a kiosk.",
            ("Moroccan", ""),
        ),
        ("Man held over attack on bus", "Afghan charged over attack on bus", ("Man held", "Afghan")),
    ],
)
def test_words_held_at_arms_length_and_peoples_in_the_place_of_a_person_are_labels(
    old: str, new: str, flagged: tuple[str, str]
) -> None:
    assert labels(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Teen rower loses oar at Velm.", "Teenage rower loses oar at Velm."),
        ("The Lib Dems won the seat.", "The Liberal Democrats won the seat."),
        ("Jury acquits nurse of theft.", "Jury convicts nurse of theft."),
    ],
)
def test_cut_words_and_verbs_are_no_labels(old: str, new: str) -> None:
    assert labels(old, new) == []


def test_labels_are_told_where_the_voice_of_a_statement_changed() -> None:
    old = "Coast guards picked up 64 illegal immigrants from a dinghy on Tuesday."
    new = "Sixty-four migrants were picked up by coast guards from a dinghy on Tuesday."
    assert labels(old, new) == [("illegal immigrants", "migrants")]


def test_a_note_behind_two_spaces_is_a_sentence_of_its_own() -> None:
    old = "Two Danish rowers were rescued from a ledge."
    assert labels(old, f"{old.replace('Danish ', '')}  This article was amended on 3 May.") == [("Danish", "")]


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The asylum seekers who came on rafts will be sent home.",
            "Those coming to Norway on rafts will be sent home.",
            ("asylum seekers", ""),
        ),
        (
            "The baker, who denies it, wants a hearing in Eva Holm's case.",
            "The baker, who denies it, wants a hearing in his accuser's case.",
            ("Eva Holm's", "accuser's"),
        ),
    ],
)
def test_a_label_is_quoted_beside_what_stands_in_its_slot(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert labels(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The band that mocked the Tarns plays in Rye.", "The cult band that mocked the Tarns plays in Rye."),
        ("Body of a woman found in Rye.", "Brother held in Rye over the death of his sister."),
        ("The Swedish, and Orm's choir, sang in Rye.", "Orm's choir sang in Rye."),
    ],
)
def test_what_calls_nobody_otherwise(old: str, new: str) -> None:
    assert labels(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The invasion of Orm enters its third year.",
            "The operation in Orm enters its third year.",
            ("invasion", "operation"),
        ),
        ("Swedish botanist Ada Holm wins a prize.", "Ada Holm wins a prize.", ("Swedish", "")),
        ("Prices fell after Opec+ met in Rye.", "Prices fell after Saudi-led Opec+ met in Rye.", ("", "Saudi")),
        (
            "Lee is to challenge the Republican incumbent, Senator Ann Tarn, in May.",
            "Lee is to challenge Senator Ann Tarn in May.",
            ("Republican", ""),
        ),
    ],
)
def test_a_label_before_a_kept_name(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert labels(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The Slovak diver left.", "The Slovene diver left.", True),
        ("The Australian diver left.", "The Austrian diver left.", True),
        ("The Slovak diver left.", "The Slovakian diver left.", False),
        ("The Argentine diver left.", "The Argentinian diver left.", False),
        ("The Norwegian diver left.", "The diver from Norway left.", False),
    ],
)
def test_peoples_that_begin_alike_are_two(old: str, new: str, told: bool) -> None:
    assert bool(labels(old, new)) is told
