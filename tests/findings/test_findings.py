"""Edits told place by place: nothing is lost, nothing told twice, what matters first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff.findings.weights import WEIGHTS
from newsdiff.model import FlagKind, Report

KEPT = "The harbour office opens at nine and closes at five on every day of the week."


def report(old: list[str], new: list[str], headline: tuple[str, str] = ("Ferry news", "Ferry news")) -> Report:
    return newsdiff.compare(
        newsdiff.article(old, headline=headline[0], language="en"),
        newsdiff.article(new, headline=headline[1], language="en"),
    )


def kinds(found: Report) -> list[str]:
    return [finding.kind for finding in found.findings]


def test_equal_texts_have_no_finding_and_no_summary() -> None:
    same = report([KEPT], [KEPT])
    assert (same.findings, same.summary) == ((), "")


def test_a_change_of_form_has_none_and_the_summary_says_so() -> None:
    found = report([KEPT, "The colour is grey, at 1000 tons."], [KEPT, "The colour is grey, at 1,000 tons."])
    assert (found.findings, found.summary) == ((), "changes of form alone")


def test_every_kind_has_a_weight_and_a_reason() -> None:
    assert set(WEIGHTS) == set(FlagKind)
    assert all(weight.reason for weight in WEIGHTS.values())


def test_one_sentence_is_one_finding_with_all_its_flags() -> None:
    found = report(
        ["Former minister Ada Quill met 12 envoys on Monday.", KEPT],
        ["Minister Ada Quill met 14 envoys on Tuesday.", KEPT],
    )
    [finding] = found.findings
    assert {flag.kind for flag in finding.flags} >= {FlagKind.TITLE, FlagKind.NUMBER, FlagKind.DATE}
    assert finding.kind is FlagKind.TITLE
    assert "14 envoys" in finding.new
    assert "12 envoys" in finding.old


def test_an_added_paragraph_is_one_finding_whatever_stands_in_it() -> None:
    new = "Ada Quill, 41, told the Gazette on Friday that 300 tickets were sold in Port Amber."
    found = report([KEPT], [KEPT, new])
    assert kinds(found) == ["added"]
    assert found.findings[0].new.startswith("Ada Quill")


def test_the_same_change_in_several_places_is_told_once_and_counted() -> None:
    old = ["The fire killed 12 people.", KEPT, "Neighbours said that the 12 people had slept."]
    new = [line.replace("12", "14") for line in old]
    found = report(old, new, ("12 dead in fire", "14 dead in fire"))
    assert found.findings[0].count >= 2
    assert found.findings[0].kind is FlagKind.NUMBER


def test_like_changes_in_neighbouring_rows_are_one_finding() -> None:
    from newsdiff.model import Article, Block, BlockKind

    def table(year: int) -> Article:
        rows = [Block(BlockKind.ROW, f"Town {name} | {year + n} votes") for n, name in enumerate("ABCDEF")]
        return Article("", language="en", blocks=(Block(BlockKind.PARAGRAPH, KEPT), *rows))

    found = newsdiff.compare(table(3000), table(5000))
    assert [finding.count for finding in found.findings] == [6]


def test_a_note_of_correction_comes_first_and_facts_come_before_additions() -> None:
    found = report(
        ["The bridge cost 12 million euros, the council said.", KEPT],
        [
            "The bridge cost 18 million euros, the council said.",
            "A café will open beside it in spring.",
            KEPT,
            "Correction: an earlier version of this article gave a wrong cost of the bridge.",
        ],
    )
    assert kinds(found)[:2] == ["correction", "number"]
    assert kinds(found).index("added") > 1
    assert found.summary.startswith("a note came")


def test_a_death_that_is_added_stands_before_other_additions() -> None:
    plain = "The museum by the river shows old maps of the harbour and of its islands."
    grave = "One of the passengers died in hospital, the police said."
    found = report([KEPT], [plain, KEPT, grave])
    assert "died" in found.findings[0].new


def test_the_summary_says_what_was_dropped_and_whether_a_note_came() -> None:
    old = newsdiff.article(["The mayor was warned, according to the auditor.", KEPT], headline="Ferry", language="en")
    new = newsdiff.article(["The mayor was warned.", KEPT], headline="Ferry", language="en")
    old = old._replace(published="2026-01-01") if hasattr(old, "_replace") else old
    found = newsdiff.compare(old, new)
    assert "source" in found.summary
    assert "dropped" in found.summary


def test_a_long_block_is_quoted_by_its_first_words() -> None:
    long = " ".join(f"word{n}" for n in range(200)) + "."
    [finding] = report([KEPT], [KEPT, long]).findings
    assert finding.new.startswith("word0 word1")
    assert len(finding.new.split()) < 40


def test_a_sentence_that_stands_elsewhere_has_moved() -> None:
    told = "The council meets again in spring to talk of the harbour."
    found = report([f"{KEPT} {told}", "Ferries run."], [KEPT, f"Ferries run. {told}"])
    assert kinds(found) == ["moved"]
    assert found.summary.startswith("moved: The council")


def test_a_sentence_that_was_moved_and_edited_is_compared_with_itself() -> None:
    told = "The council meets again in spring to talk of the {} of the port with the mayor."
    old = [f"{KEPT} {told.format('12 cranes')}", "Ferries run."]
    found = report(old, [KEPT, f"Ferries run. {told.format('14 cranes')}"])
    assert kinds(found) == ["number", "moved"]
    assert found.summary == "12 -> 14 (cranes); 1 passage moved"


def test_a_paragraph_of_which_one_sentence_moved_is_told_by_the_others() -> None:
    told = "The council meets again in spring to talk of the {} of the port with the mayor."
    rest = "Nobody has seen the gulls of the northern pier since the summer."
    old = [f"{told.format('12 cranes')} {rest}", KEPT, "Ferries run."]
    found = report(old, [KEPT, f"Ferries run. {told.format('14 cranes')}"])
    assert sorted(kinds(found)) == ["deleted", "moved", "number"]
    assert next(f.old for f in found.findings if f.kind is FlagKind.DELETED) == rest


def test_a_sentence_that_is_told_once_less_is_dropped_but_weighs_little() -> None:
    told = "The council meets again in spring to talk of the harbour."
    other = "The tower of the church will be painted by its bell ringers."
    found = report([told, KEPT, other, f"Ferries run. {told}"], [KEPT, f"Ferries run. {told}"])
    assert kinds(found) == ["deleted", "deleted"]
    assert "tower" in found.findings[0].old


def test_a_name_that_the_text_still_says_weighs_less_than_one_that_is_gone() -> None:
    bridge, tunnel = "The bridge was built{} in the spring.", "The tunnel was built{} in the autumn."
    old = [KEPT, bridge.format(" by Ada Quill"), KEPT, tunnel.format(" by Bo Hale")]
    new = [KEPT, bridge.format(""), KEPT, tunnel.format(""), "Ada Quill lives in Oslo."]
    names = [flag.old for finding in report(old, new).findings for flag in finding.flags if flag.kind is FlagKind.NAME]
    assert names == ["Bo Hale", "Ada Quill"]


@pytest.mark.parametrize(
    ("told", "numbers", "severity"),
    [
        ("The council paid for {} days of work after the man died.", (14, 17), "medium"),
        ("People were killed in {} towns.", (14, 17), "medium"),
        ("The school has {} teachers, and a pupil was hurt.", (14, 17), "medium"),
        ("He died aged {} at home.", (74, 75), "medium"),
        ("Ann Lee, {}, was killed.", (34, 35), "medium"),
        ("The {} officers investigated the deaths.", (14, 15), "medium"),
        ("The collapse killed {} people.", (14, 17), "high"),
        ("At least {} people were killed in the collapse.", (14, 17), "high"),
        ("The death toll rose to {} on Monday.", (14, 17), "high"),
        ("A death toll of {} people was confirmed.", (14, 17), "high"),
        ("The blast killed a man and injured {}.", (12, 13), "high"),
        ("Police said {} soldiers in the north were wounded.", (14, 15), "high"),
        ("Of the 20 climbers, {} died.", (14, 15), "high"),
    ],
)
def test_another_number_of_dead_or_hurt_is_grave_whatever_the_ratio(
    told: str, numbers: tuple[int, int], severity: str
) -> None:
    [finding] = report([KEPT, told.format(numbers[0])], [KEPT, told.format(numbers[1])]).findings
    assert (finding.kind, finding.severity) == (FlagKind.NUMBER, severity)


def test_a_toll_stands_with_what_happened_and_before_other_figures() -> None:
    poll, toll, act = "A poll of {} readers was held.", "The collapse killed {} people.", "The council {} the money."
    old, new = [poll.format(5894), act.format("spent"), toll.format(14)], [
        poll.format(3222), act.format("stole"), toll.format(17),
    ]  # fmt: skip
    found = [finding.new for finding in report([KEPT, *old], [KEPT, *new]).findings]
    assert [text[:8] for text in found].index("The coll") < [text[:6] for text in found].index("A poll")


def test_the_gravest_stands_first_wherever_it_stands() -> None:
    cost, toll = "The repair of the wall will cost {} pounds.", "The collapse killed {} people on Monday."
    old, new = [cost.format(110), KEPT, toll.format(14)], [cost.format(120), KEPT, toll.format(71)]
    assert [finding.severity for finding in report(old, new).findings] == ["high", "medium"]


def test_an_addition_that_tells_of_a_death_is_no_small_one() -> None:
    [death] = report([KEPT], [KEPT, "Two children were killed in the fire, the police said."]).findings
    [fair] = report([KEPT], [KEPT, "A fair will be held beside the old harbour as in all years."]).findings
    assert (death.severity, fair.severity) == ("medium", "low")


def test_the_date_of_a_stamp_weighs_less_than_that_of_a_happening() -> None:
    stamp, told = "Last updated: {} September 2022", "The hall was opened by the mayor on {} May 2021 in the rain."
    found = report([stamp.format(15), KEPT, told.format(3)], [stamp.format(16), KEPT, told.format(4)])
    assert ["mayor" in finding.new for finding in found.findings] == [True, False]


@pytest.mark.parametrize(
    "pointer",
    [
        "For information on the new rules, see our page on travel.",
        "Read the decision of the council here.",
        "If you plan to visit the island, find out what you need to know.",
    ],
)
def test_a_sentence_that_only_sends_its_reader_elsewhere_comes_behind_one_that_states_something(pointer: str) -> None:
    stated = "Ferries run to the island on every day of the year."
    gone = [finding.old for finding in report([KEPT, pointer, KEPT, stated], [KEPT, KEPT]).findings]
    come = [finding.new for finding in report([KEPT, KEPT], [KEPT, pointer, KEPT, stated]).findings]
    assert gone == come == [stated, pointer]


def test_harm_that_only_may_come_is_no_grave_addition() -> None:
    hedged = report([KEPT], [KEPT, "Calls to the number may be charged at a higher rate."]).findings[0]
    grave = report([KEPT], [KEPT, "The man was charged with the theft of a boat."]).findings[0]
    perfect = report([KEPT], [KEPT, "Five sailors may have been killed in the storm."]).findings[0]
    assert hedged.weight < grave.weight
    assert perfect.weight > hedged.weight


def test_a_run_of_paragraphs_is_told_under_its_heading_and_counted() -> None:
    rows = [f"The {name} pier has room for boats of any size." for name in ("north", "south", "east", "west")]
    found = report([KEPT], [KEPT, "Piers of the harbour", *rows])
    assert [finding.count for finding in found.findings] == [5]
    assert found.findings[0].new.startswith("Piers of the harbour …")
    assert "5 passages added: Piers" in found.summary


def test_a_paragraph_with_the_words_of_the_new_headline_is_told_with_it() -> None:
    found = report(
        [KEPT], ["Storm shuts the harbour of Oslo", KEPT], ("Ferries run", "Storm shuts the harbour of Oslo")
    )
    assert found.findings[0].count == 2
    assert not [finding for finding in found.findings if finding.kind is FlagKind.ADDED]


def test_the_summary_tells_a_clause_that_came_not_the_date_in_it() -> None:
    found = report(
        ["Tensions have risen since 2018.", KEPT],
        ["Tensions have risen since 2018, and there were clashes in the north in May 2022.", KEPT],
    )
    assert found.summary == "added: and there were clashes in the north in May 2022"


def test_the_summary_tells_one_fact_of_two_places_once() -> None:
    old = [
        "Work on the roof of a church may keep the office shut from Friday 26 March, and also the shop in its cellar.",
        "It may be that boats of no kind at all will run to the island in the bay from Friday 26 March, it was said.",
    ]
    new = [
        "Building will shut the office from Friday 16 April as well as the hall and the yard and stables behind it.",
        "No ferry of any company goes out to the island in the bay from Friday 16 April, as everybody on it knows now.",
    ]
    assert report(old, new).summary.count("Friday 26 March -> Friday 16 April") == 1


def test_sentences_that_came_to_a_paragraph_one_behind_the_other_are_one_place() -> None:
    first, second = "A protest is planned in the port on Sunday.", "Protests can be violent and nobody is safe."
    [finding] = report([KEPT], [f"{KEPT} {first} {second}"]).findings
    assert (finding.kind, finding.count, finding.new) == (FlagKind.ADDED, 1, f"{first} {second}")


def test_where_nothing_but_wording_changed_the_summary_tells_it() -> None:
    old = "The plan helps, if needed and if approved by the regulator of medicines."
    found = report([KEPT, old], [KEPT, "The plan helps, if needed."])
    assert found.summary == "dropped: and if approved by the regulator of medicines"


def test_the_summary_of_a_rewritten_text_says_how_it_begins_now() -> None:
    old = [f"Harbour {word} takes in the boats of the islands." for word in ("north", "south", "east", "west", "old")]
    new = [
        "Submissions for the study are closed.",
        *(f"Nobody may now visit hall {n} without a pass." for n in range(6)),
    ]
    found = report(old, new)
    assert found.summary.startswith("rewritten; now begins: Submissions for the study are closed; ")
    assert found.summary.count("Submissions") == 1


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("Ferries run to the island on every day.", "added: Ferries run to the island on every day"),
        ("The harbour is run by a firm of the U.S.", "added: The harbour is run by a firm of the U.S."),
    ],
)
def test_the_summary_has_no_full_stops_but_those_of_abbreviations(came: str, told: str) -> None:
    assert report([KEPT, KEPT], [KEPT, came, KEPT]).summary == told


SENTENCES = st.sampled_from(
    [
        "The fire killed 12 people on Monday.",
        "The fire injured 14 people on Tuesday.",
        "Former minister Ada Quill said that it was an accident.",
        "Minister Ada Quill said that it was not an accident.",
        '"We were warned," said Bo Hale.',
        KEPT,
        "Update: this article was changed to add a comment.",
        "Nobody was at her post.",
        "Two men were arrested; one was charged with fraud.",
        "x",
        "",
    ]
)
TEXTS = st.lists(st.lists(SENTENCES, max_size=3).map(" ".join), max_size=5)


@given(TEXTS, TEXTS)
def test_every_flag_stands_in_exactly_one_finding(old: list[str], new: list[str]) -> None:
    found = report(old, new)
    told = [flag for finding in found.findings for flag in finding.flags]
    assert sorted(map(repr, told)) == sorted(map(repr, found.flags))


@given(TEXTS, TEXTS)
def test_findings_are_ordered_and_quote_their_article(old: list[str], new: list[str]) -> None:
    found = report(old, new)
    facts = [(one.severity.rank, one.weight) for one in found.findings if one.kind is not FlagKind.WORDING]
    assert facts == sorted(facts, reverse=True)
    assert found.weight == (found.findings[0].weight if found.findings else 0)
    assert all(finding.old or finding.new for finding in found.findings)
    assert "\n" not in found.summary


@pytest.mark.parametrize("size", [50])
def test_a_rewritten_article_says_so(size: int) -> None:
    old = " ".join(f"alpha{n}" for n in range(size)) + "."
    new = " ".join(f"beta{n}" for n in range(size)) + "."
    assert report([old], [new]).summary.startswith("rewritten")


def test_an_article_that_was_cut_or_has_grown_says_so() -> None:
    short = [KEPT, "The ferry leaves at dawn and comes back in the evening, says the port."]
    long = [*short, *(f"Paragraph {n} tells of the harbour, its cranes and its gulls at length." for n in range(8))]
    assert "cut from" in report(long, short).summary
    assert "grown from" in report(short, long).summary


def test_a_headline_of_other_words_is_told_by_its_words() -> None:
    found = report([KEPT], [KEPT], ("Ferry company denies fault after crash", "Town mourns after ferry crash"))
    assert found.summary.startswith("headline Ferry company")
