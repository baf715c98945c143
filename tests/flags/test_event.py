"""What happened: the same act at the same strength, tense and voice are quiet, another act or outcome is flagged."""

import pytest

import newsdiff
from newsdiff.model import FlagKind


def events(old: str, new: str) -> list[tuple[str, str]]:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    return [(f.old, f.new) for f in report.flags if f.kind is FlagKind.EVENT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sales rose in May and fell in June.", "In June sales fell, and in May they rose."),
        ("Prices rose by a tenth last year.", "Prices climbed by a tenth last year."),
        ("The river rose overnight.", "Leaves fell all over the park."),
        ("Sales rose, the firm said, thanks to a warm spring.", "The firm lost a court case over its old logo."),
        ("He won the race.", "The winner lost his shoe on the way home, friends say."),
        ("The harbour master quits over the ferry row.", "The harbour master resigns over the ferry row."),
        ("The blast in the bakery was heard for miles.", "The explosion in the bakery was heard for miles."),
        ("Two hikers were injured by falling rock.", "Two hikers were hurt by falling rock."),
        ("The ferry firm buys its rival.", "The ferry firm acquires its rival."),
        ("A baker is arrested over the fire.", "A baker was arrested over the fire."),
        ("Police arrested a baker over the fire.", "A baker was arrested by police over the fire."),
    ],
)
def test_the_same_act_is_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Two hikers were injured by falling rock.", "Two hikers were killed by falling rock.", ("injured", "killed")),
        ("A baker was arrested over the fire.", "A baker was charged over the fire.", ("arrested", "charged")),
        ("The cook was jailed for theft.", "The cook was fined for theft.", ("jailed", "fined")),
        ("The nurse was charged with murder.", "The nurse was charged with manslaughter.", ("murder", "manslaughter")),
        ("The treasurer resigned on Monday.", "The treasurer was sacked on Monday.", ("resigned", "sacked")),
        ("The regatta is postponed.", "The regatta is cancelled.", ("postponed", "cancelled")),
        ("Shares rose by 5% on Monday.", "Shares fell by 5% on Monday.", ("rose", "fell")),
        ("The firm made a profit of £2m last year.", "The firm made a loss of £2m last year.", ("profit", "loss")),
        ("Ms Tarn won the seat by 12 votes.", "Ms Tarn lost the seat by 12 votes.", ("won", "lost")),
        ("The jury found that he was guilty.", "The jury found that he was innocent.", ("guilty", "innocent")),
        ("Wages are higher than in spring.", "Wages are lower than in spring.", ("higher", "lower")),
        ("The girl was found alive in the orchard.", "The girl was found dead in the orchard.", ("alive", "dead")),
        ("The boy was stabbed in the park.", "The boy died after being stabbed in the park.", ("stabbed", "died")),
        ("The singer walks free from jail.", "The singer is deported from Nepal.", ("walks free", "deported")),
        (
            "The clerk was sent to prison in May.",
            "The clerk was ordered to do unpaid work in May.",
            ("sent to prison", "ordered to do unpaid work"),
        ),
        (
            "The miller, who kept bees and owed the bank money for years, was jailed for six months.",
            "The miller, who kept bees and owed the bank money for years, was given a six-month suspended sentence.",
            ("jailed", "given a six-month suspended sentence"),
        ),
        ("The thief was caught in Rye.", "The thief gave himself up in Rye.", ("caught", "gave himself up")),
        ("The ship was towed to Rye.", "The ship sank off Rye.", ("towed", "sank")),
        ("The singer is back with the drummer.", "The singer has split from the drummer.", ("back", "split")),
    ],
)
def test_another_act_or_outcome(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rules for shops continue in Rye.", "Beaches reopen as Rye counts on guests."),  # other subjects
        ("A second hit for the islands as cases rise.", "A second hit for the islands; death toll is high."),
        ("The crash in which 228 people died is at issue.", "The crash which killed 228 people is at issue."),
        ("Why did the Tigers lose?", "Why were the Tigers beaten?"),
        ("The crew falls silent for a colleague.", "The crew pauses for a colleague."),
        ("The council lifts the tariff on nails.", "The council removes the tariff on nails."),
    ],
)
def test_acts_of_other_statements_and_other_voices_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Gran, 83, robbed on her doorstep.", "Gran, 83, raped and robbed on her doorstep.", ("", "raped")),
        ("The firm is in talks to sell its mill.", "The firm has sold its mill.", ("in talks", "")),
        ("The venture retains its auditor.", "The venture fires its auditor.", ("retains", "fires")),
        ("Two fans were arrested after the match.", "Two fans were hurt after the match.", ("arrested", "hurt")),
        ("Road closed by serious crash near Rye.", "Fatal crash closes a road near Rye.", ("serious crash", "Fatal")),
        ("The Tigers were beaten by Orsk.", "The Tigers won.", ("beaten", "won")),
    ],
)
def test_stages_crimes_and_kinds_of_acts(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He never lost the habit of rising early.", "He kept the habit of rising early."),  # denied
        ("Two hurt as mast topples in Rye", "Two hurt as mast collapses in Rye"),
        ("The abbot denied that the well was dry.", "The abbot admitted that the well was dry."),  # sayings
        ("The bill was passed by the upper house.", "The bill was approved by the upper house."),
    ],
)
def test_denied_acts_and_verbs_of_saying_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []
    assert events(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The bill was passed by the upper house.",
            "The bill was rejected by the upper house.",
            ("passed", "rejected"),
        ),
        ("Lumber sheds 30 points as yields climb", "Lumber gains 20 points as yields ease", ("sheds", "gains")),
        ("Judge jails Leith baker over till", "Judge spares Leith baker jail over till", ("jails", "spares")),
        ("Forger on the run after raid", "Forger gives himself up after raid", ("on the run", "gives himself up")),
        ("Divers clash with poachers off Skye", "Divers attack poachers off Skye", ("clash", "attack")),
        ("Judge strikes down Rye kite ban", "Judge pauses Rye kite ban", ("strikes down", "pauses")),
        (
            "The plane from Bergen crashed on take-off.",
            "The plane from Narvik made an emergency landing.",
            ("crashed",),
        ),
        ("Both men were treated at the scene.", "Both men were airlifted to Cork.", ("treated at the scene",)),
    ],
)
def test_phrases_and_neighbouring_changes(old: str, new: str, flagged: tuple[str, ...]) -> None:
    found = events(old, new)
    assert len(found) == 1
    assert all(told.startswith(want) for told, want in zip(found[0], flagged, strict=False))
    assert events(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nurses postpone the walkout in Hull", "Nurses delay the walkout in Hull"),
        ("The tower was flattened in the gale.", "The tower was demolished in the gale."),
        ("The firm shut the mine in May.", "In May the firm closed the mine."),
        ("He pulled the child out of the river.", "He dragged the child out of the river."),
        ("The bishop slammed the plan for the well.", "The bishop lambasted the plan for the well."),
        ("The bishop panned the plan for the well.", "The bishop blasted the plan for the well."),
        ("The bishop welcomed the plan for the well.", "The bishop lauded the plan for the well."),
        ("The abbot unveiled plans for the mill.", "The abbot outlined plans for the mill."),
    ],
)
def test_words_of_one_point_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []
    assert events(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Crews were still tackling the gorse fire.", "Crews put the gorse fire out."),  # a verb in two halves
        ("He has been discharged from hospital.", "He has been moved to intensive care."),  # nothing kept but he
        (
            "They fought to save the rower, but she could not be revived.",
            "They fought to save the rower, and she is out of danger.",
        ),
        ("The inquest treats the fall as unexplained.", "The inquest treats the fall as suspicious."),
        ("The lido will stay closed on Monday.", "The lido will reopen on Monday."),
        ("The guild said it would appeal against the ruling.", "The guild said it would comply with the ruling."),
        ("Orsk keeper left out for the final", "Orsk keeper picked for the final"),
        ("Hostages rescued by army in Kano", "Hostages freed after ransom paid in Kano"),
        ("Northline cancels 12 trains after theft", "Northline delays 12 trains after theft"),
        ("The lodger, a former cook, was shot dead by police.", "The lodger, a former cook, shot himself."),
        ("Swimmer wins silver in Split", "Swimmer wins gold in Split"),
        ("The gale did severe damage to the pier.", "The gale did slight damage to the pier."),
    ],
)
def test_predicates_of_a_kept_subject(old: str, new: str) -> None:
    assert events(old, new)
    assert events(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He will no longer write guides to the fells.", "He will stop writing guides to the fells."),
        ("Three cooks were acquitted of running it.", "Three cooks were cleared of running it."),
        ("The porters fall silent for a man lost at sea.", "The porters pause for a man lost at sea."),
        ("The mill is closed on Mondays.", "The mill does not open on Mondays."),
    ],
)
def test_ends_and_opposites_that_say_the_same_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []
    assert events(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The regulator is investigating the guild.", "The regulator has closed its investigation into the guild."),
        ("The cook, who is under house arrest, sang.", "The cook, who has been freed from house arrest, sang."),
        ("Porters in Leeds strike over pay", "Porters in Leeds end strike over pay"),
        ("Wheat closed at its lowest price since May.", "Wheat closed at its highest price since May."),
        ("The lodger was found unresponsive in Hull.", "The lodger was found dead in Hull."),
        ("The crowd cheered the mayor at the gate.", "The crowd jeered the mayor at the gate."),
        ("Guild U-turns on lido plans", "Guild presses on with lido plans"),
        ("Skater keeps Oslo title", "Skater stripped of Oslo title"),
        ("A biplane has crash-landed near Rye.", "A biplane has landed safely near Rye."),
        ("Landlord escapes fine over damp", "Landlord ordered to pay fine over damp"),
        ("Keeper ruled out of the final", "Keeper a doubt for the final"),
        ("The bishop slammed the plan for the well.", "The bishop lauded the plan for the well."),
    ],
)
def test_ends_and_opposites(old: str, new: str) -> None:
    assert events(old, new)
    assert events(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The tug driver braked at the ferry ramp in the fog.",
            "The tug driver pulled up at the ferry ramp in the fog.",
        ),
        ("The steward ejected two fans from the ferry bar.", "The steward threw two fans out of the ferry bar."),
        ("The storm exacerbated the shortage of salt in Orsk.", "The storm heightened the shortage of salt in Orsk."),
        ("The harbour board is going to repair the old crane.", "The harbour board is going to replace the old crane."),
        (
            "Villagers queued at the well for an hour on Monday.",
            "Villagers waited in line at the well for an hour Monday.",
        ),
        ("The jury found the cook not guilty of theft.", "The jury acquitted the cook of theft."),
        ("The baker took the case of salt to the harbour.", "The baker carried the case of salt to the harbour."),
    ],
)
def test_a_predicate_in_other_words_is_no_other_act(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "Rangers tranquillised the bear behind the school in Orsk.",
            "Rangers skinned the bear behind the school in Orsk.",
            ("tranquillised", "skinned"),
        ),
    ],
)
def test_another_predicate_of_a_kept_subject_is_another_act(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


def test_the_first_day_and_the_last_are_no_opposite_acts() -> None:
    assert events("The strike began on the first of May.", "The strike began on the last day of April.") == []


def test_what_somebody_must_do_is_no_act() -> None:
    assert events("Visitors are advised to book the ferry.", "Visitors are required to book the ferry.") == []


def test_what_nearly_happened_did_not_happen() -> None:
    assert events("She lost her job over a salted fish.", "She nearly lost her job over a salted fish.")
    assert events("Police counted 200 boats in the bay.", "Police counted nearly 200 boats in the bay.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Crews have cleared the fallen trees from the road.", "The fallen trees have been removed from the road."),
        ("Neither side has shown any sign of giving way.", "Neither side looks ready to give way."),
        ("Boy finds old coin in garden", "Old coin dug up by boy in garden"),
        ("Missing sailor feared drowned off Rye", "Missing sailor drowned off Rye"),
        ("The firm has delayed the launch of the ferry.", "The launch of the ferry has been delayed by the firm."),
    ],
)
def test_other_voices_nouns_and_hedges_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The firm has delayed the launch of the ferry.", "The launch of the ferry has been cancelled by the firm."),
        ("Rockets damaged a school and a clinic.", "A school and a clinic were destroyed by rockets."),
        ("The bank has put its merger on hold.", "The bank has called off its merger."),
        ("Ministers cut the grant for rural buses.", "Ministers abolished the grant for rural buses."),
        ("Teachers to vote on pay offer", "Teachers accept pay offer"),
        ("Officers restrained the man in his kitchen.", "Officers tasered the man in his kitchen."),
        ("The girl had been kidnapped, her aunt said.", "The girl had run away, her aunt said."),
        ("The chairman apologised for the remark.", "The chairman defended the remark."),
        ("A crowd beat the referee after the match.", "A crowd jeered the referee after the match."),
        ("UPDATE: The guard was arrested on Monday.", "UPDATE: The guard was charged on Monday."),
    ],
)
def test_acts_done_to_one_thing(old: str, new: str) -> None:
    assert len(events(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The cider is left for a year in a cave.", "The cider rests for a year in a cave.", []),
        ("The trust published its yearly report.", "The trust failed to publish its yearly report.", []),
        ("Baker appeals against his conviction", "Court quashes the baker's conviction", [("appeals", "quashes")]),
        (
            "Jury acquits treasurer of theft",
            "Jury fails to reach verdict on theft",
            [("acquits", "fails to reach verdict")],
        ),
        ("Calf born at Rye zoo dies", "Calf born at Rye zoo put down", [("dies", "put down")]),
        ("The king is ill after a fall at home.", "The king is ill after a stroke at home.", [("fall", "stroke")]),
    ],
)
def test_acts_on_one_thing_and_what_somebody_fell_ill_of(old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert events(old, new) == flagged


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He leaves at the end of May.", "He leaves at the start of May."),  # a date
        ("The rioters were set free at dawn.", "The rioters were freed at dawn."),
        ("A landslide cut the road.", "A landslip cut the road."),
        ("Police charged the driver.", "Police cautioned that the driver was armed."),
    ],
)
def test_dates_and_other_words_for_one_act_are_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The rioters were set free at dawn.",
            "The rioters were freed on bail at dawn.",
            ("set free", "freed on bail"),
        ),
        (
            "A banker walks free over the loans.",
            "A banker gets six years over the loans.",
            ("walks free", "gets six years"),
        ),
        ("A quarry landslip traps two workers.", "A quarry blast traps two workers.", ("landslip", "blast")),
        ("A woman was charged over the theft.", "A woman was cautioned over the theft.", ("charged", "cautioned")),
        ("The museum loaned the vase to Doha.", "The museum sold the vase to Doha.", ("loaned", "sold")),
    ],
)
def test_terms_of_release_causes_and_deals(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The choir practises in the barn on Mondays.", "The choir rehearses in the barn on Mondays."),
        ('"We were mocked by the whole harbour," she said.', '"We were snubbed by the whole harbour," she said.'),
        ("They say guests should learn to bow.", "They say guests should endeavour to bow."),
    ],
)
def test_verbs_on_no_scale_are_quiet_in_quotations_and_where_they_only_may_be(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "The museum befriended the collector in spring.",
            "The museum outwitted the collector in spring.",
            ("befriended", "outwitted"),
        ),
    ],
)
def test_what_people_do_to_one_another_is_an_act_though_it_stands_on_no_scale(
    old: str, new: str, flagged: tuple[str, str]
) -> None:
    assert events(old, new) == [flagged]


def test_a_pronoun_is_the_subject_of_another_act() -> None:
    assert events("She was towed to Portree harbour at dawn.", "She sank off Portree harbour at dawn.")


def test_how_a_number_of_people_fared_is_told_in_other_words() -> None:
    """What the other side tells in the same words, if with one between them, neither comes nor goes."""
    old = "News LIVE: Norland records 412 new local flu cases, one death as the road plan sparks concerns; bans eased"
    new = (
        "News LIVE: Westmark records 738 new local flu cases; four deaths as bans eased; "
        "Norland records 412 new cases, the road plan sparks concerns"
    )
    assert not [pair for pair in events(old, new) if "new cases" in pair]


def test_how_a_number_of_people_fared_comes_or_goes() -> None:
    old, new = "Two rescued, three missing after kayaks capsize off Skye", "Five rescued after kayaks capsize off Skye"
    assert events(old, new) == [("missing", "")]
    assert events(new, old) == [("rescued", "missing")]
    old, new = "Two were killed, 1,200 missing after the flood.", "Two were killed after the flood."
    assert events(old, new) == [("missing", "")]
    assert events("The coroner said he was shot, died of wounds.", "The coroner said he was shot in the back.") == []


def test_acts_of_one_scale_far_from_one_another() -> None:
    assert events("Sacked Fife cook wins payout over soup post", "Fife cook who quit wins payout over soup post")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The two towns have struck a deal on the weir.", "The two towns have reached a deal on the weir."),
        ("The rowers signed a deal worth a million.", "The rowers clinched a deal worth a million."),
        ("The porter walked away with a grazed elbow.", "The porter escaped with a grazed elbow."),
        ("The plant near the deal yard was shut.", "The plant close to the deal yard was shut."),
    ],
)
def test_one_stage_of_a_deal_in_other_words_is_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Potter dies in kiln yard.", "Potter stabbed to death in kiln yard.", ("dies", "stabbed to death")),
        ("Potter, 71, dies at Orra home.", "Potter, 71, found murdered at Orra home.", ("dies", "murdered")),
        (
            "Masked men beat them to death in the lane.",
            "Masked men beat them in the lane.",
            ("beat them to death", "beat"),
        ),
        ("Orra and Velm near deal on the weir.", "Orra and Velm sign deal on the weir.", ("near deal", "sign deal")),
        ("Weir bill passes lower house.", "Weir bill becomes law.", ("passes lower house", "becomes law")),
        (
            "The potter settled his lawsuit.",
            "The potter lost his lawsuit.",
            ("settled his lawsuit", "lost his lawsuit"),
        ),
    ],
)
def test_another_end_of_a_life_a_deal_or_a_suit_is_told(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The choir executed the hymn without a slip.", "The choir performed the hymn without a slip."),
        ("The bakery has arrested the fall in its sales.", "The bakery has stopped the fall in its sales."),
        ("Hail killed the hopes of the growers.", "Hail ended the hopes of the growers."),
        ("The van fires up on cold mornings as well.", "The van goes on cold mornings as well."),
        ("The museum has fitted every room with a lamp.", "The museum has equipped every room with a lamp."),
        ("The plate was passed round the hall.", "The plate was handed round the hall."),
        ("Two cousins run the mill on the quay.", "Two cousins manage the mill on the quay."),
        ("Half the band murdered the hymn.", "Half the band mangled the hymn."),
        ("The bench was given by a miller.", "The bench was paid for by a miller."),
        ("The son of the miller has left.", "The daughter of the miller has left."),
    ],
)
def test_figures_of_speech_and_rarer_senses_are_no_other_act(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Hail killed the horses of the growers.", "Hail hurt the horses of the growers.", ("killed", "hurt")),
        ("The troops executed the miller.", "The troops freed the miller.", ("executed", "freed")),
        ("The farmer shot the dog behind the mill.", "The farmer fed the dog behind the mill.", ("shot", "fed")),
    ],
)
def test_the_same_verbs_of_what_lives_are(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bakers who fed the town: 'After killing our trade, they sang.'", "The bakers who fed the whole town."),
        ("The firm had close ties to Rye and owned two mills.", "The firm had ties to Rye and owned two mills."),
        ("The rower was led home.", "The rower was led home into the failing light."),
        (
            "Pair arrested over the theft seal off the barn after coins are found.",
            "Pair arrested over theft after coins are found.",
        ),
        ("What the jury saw: 30 wax seals and letters.", "What the jury saw: letters."),
        ("The lake fair returns as Rye eyes a prize for its cheese.", "Rye eyes a prize for its cheese."),
        ("Jury finds baker not guilty of theft.", "Baker not guilty of theft."),
        ("The men left after they were knocked out of the Cup by Rye.", "The men left after their Cup exit to Rye."),
        ("Fund chiefs alarmed by the boom in mills.", "Fund chiefs warn the boom in mills has gone too far."),
        ("The man whom police shot dead had a wife in Rye.", "The fatal police shooting of the man upset Rye."),
        ("Rye votes to lift the ban on nets.", "Rye votes to scrap the ban on nets."),
        ("Rye fair shut by threat of terrorist attack.", "Rye fair shut by threat of attack."),
        (
            "Ferries line cancels trips and tells ships to stay.",
            "Ferries line sacks 80 but crew refuse to leave ships.",
        ),
        ("The Tarn-backed mill has a new roof.", "The Tarn-chaired mill has a new roof."),
        ("The bank offers advice on tariffs to towns.", "The bank is advising towns on tariffs."),
        ("The bank left its rate steady in May.", "The bank held rates steady in May."),
        ("The agency terminates the licence of the mill.", "The agency revokes the licence of the mill."),
        ("Police will be charging a man with theft.", "A man was charged in court with theft."),
        ("Wonderful Rovers demolish Albion.", "Wonderful Rovers slay Albion."),
        ("Rovers sink Albion with a late goal.", "Rovers beat Albion with a late goal."),
        ("She stormed out of the hearing in Rye.", "She walked out of the hearing in Rye."),
        ("A show of his early drawings opens in Rye.", "A show of his late drawings opens in Rye."),
        ("He was held after a long chase in Rye.", "He was held after a short chase in Rye."),
        (
            "The ex-mayor spread lies of the vote which led to the brawl in the hall in May, it is alleged.",
            "The ex-mayor claims that crowds have never loved him so much after being charged with fraud.",
        ),
    ],
    ids=[
        *(
            "a dropped quotation",
            "close ties",
            "failing light",
            "seal off",
            "seals",
            "another clause",
            "found not guilty",
        ),
        *("no participle", "a warning", "a fatal shooting", "a ban scrapped", "a label", "another subject", "hyphen"),
        *(
            "a noun for its verb",
            "held steady",
            "revoked",
            "charged in court",
            "a match",
            "a late goal",
            "stormed out",
            "early drawings",
            "a long chase",
            "another statement",
        ),
    ],
)
def test_what_looks_like_another_act_and_is_none(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        (
            "Rower swept out to sea off Rye.",
            "Body of rower swept out to sea off Rye found.",
            ("swept out to sea", "Body"),
        ),
        ("Van seen submerged in a canal in Rye.", "Body found in a van in a canal in Rye.", ("submerged", "Body")),
        (
            "The nurse won her case in Rye.",
            "The nurse's case is now before a court in Rye.",
            ("won her case", "case is now"),
        ),
        ("Rovers close to relegation after defeat by Rye.", "Rovers relegated after defeat by Rye.", ("close", "")),
        ("Rye looks at closing its old pool.", "Rye to close its old pool.", ("looks", "")),
        ("The match in Rye is delayed by rain.", "The match in Rye is rained off.", ("delayed", "")),
        ("Rovers lead Albion in Rye.", "Rovers beat Albion in Rye.", ("lead", "beat")),
        (
            "The queen in hospital with a cold.",
            "The queen leaves hospital after a cold.",
            ("in hospital", "leaves hospital"),
        ),
        ("Rovers v Albion in Rye.", "Rovers beat Albion in Rye.", ("v", "beat")),
        ("The firm weighs closure of a mill in Rye.", "The firm closes a mill in Rye.", ("weighs", "")),
        ("Gales shut a school in Rye.", "School reopens after gales in Rye.", ("shut", "reopens")),
        ("The mayor faces calls to quit over a leak.", "The mayor quits over a leak.", ("faces calls", "")),
        ("Rye bans carts on its quay.", "Rye restricts carts on its quay.", ("bans", "restricts")),
    ],
)
def test_another_stage_of_what_is_told_in_other_words(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]
