"""Acts of a sentence: their points, their voice, and which of them tell that something else happened."""

import pytest

from newsdiff.flags.sentence.acts import (
    Act,
    Change,
    acts,
    changed_acts,
    differ,
    graver,
    is_noun,
    is_verb,
    one_denied,
    one_more,
    reason,
    scales_of,
)
from newsdiff.language.scales import Point, ScalePoint
from tests.kit.comparisons import pair_of
from tests.kit.sentences import sentence, words_of

EN = words_of()


def at(scale: str, degree: int, name: str, first: int = 0, *, vague: bool = False) -> ScalePoint:
    return ScalePoint(first, first, Point(scale, degree, name, vague))


HURT, DEAD = at("casualty", 2, "hurt"), at("casualty", 5, "killed", 3)
FAIR, LOST = at("casualty", 0, "safe"), at("found", 0, "missing")
THEFT, MURDER = at("crime", -1, "theft", 1), at("crime", -1, "murder", 4)


def act(place: ScalePoint, region: int = 0, *, whole: bool = True) -> Act:
    return Act(place, region, whole)


def points(text: str, *scales: str) -> list[tuple[str, str]]:
    """The words of each act on some scales, and what they say."""
    one = sentence(text)
    found = [place for place in acts(one, EN) if place.point.scale in scales]
    return [(one.tokens.span(p.first, p.last), p.point.name) for p in found]


@pytest.mark.parametrize("text", ["", ".", "The of and.", "Ann Lee of Rye.", "橋は"])
def test_no_acts(text: str) -> None:
    assert points(text, "casualty", "justice", "outcome") == []


@pytest.mark.parametrize(
    ("text", "scale", "found"),
    [
        ("Three sailors were injured.", "casualty", [("injured", "hurt")]),
        ("Three sailors were fatally injured.", "casualty", [("fatally injured", "dead")]),
        ("He was jailed and then freed.", "justice", [("jailed", "jailed"), ("freed", "freed")]),
        ("The mayor was charged with theft.", "justice", [("charged with", "charged")]),
        ("Prices rose, then fell.", "direction", [("rose", "up"), ("fell", "down")]),
    ],
)
def test_acts_in_their_order_a_longer_phrase_for_its_parts(text: str, scale: str, found: list[tuple[str, str]]) -> None:
    assert points(text, scale) == found


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("United beat Rovers.", "won"),
        ("Rovers were beaten by United.", "lost"),
        ("Rovers have been badly beaten.", "lost"),
        ("Rovers beaten by United", "lost"),
        ("Rovers beaten at home", "lost"),
        ("Beaten at home", "won"),
        ("Beaten by United", "lost"),
        ("United beats at home", "won"),
        ("United beats Rovers.", "won"),
        ("United is beating Rovers.", "won"),
        ("They want to beat Rovers.", "won"),
    ],
)
def test_who_was_beaten_lost(text: str, outcome: str) -> None:
    assert [name for _, name in points(text, "outcome")] == [outcome]


def test_what_killed_them_says_less_than_that_they_were_killed() -> None:
    active, passive = (
        acts(sentence(text), EN, frozenset({"casualty"})) for text in ("Heat killed two.", "Two were killed.")
    )
    assert (active[0].point.vague, passive[0].point.vague) == (True, False)


def test_acts_of_some_scales_are_those_among_all() -> None:
    one = sentence("Two were fatally injured, a man was arrested and the firm strikes a deal.")
    found = acts(one, EN)
    some = frozenset({"casualty", "justice"})
    assert {p.point.scale for p in acts(one, EN, some)} == some < {p.point.scale for p in found}
    assert acts(one, EN, some) == [p for p in found if p.point.scale in some]


def test_an_idiom_holds_no_hard_fact() -> None:
    assert points("The union strikes a deal.", "plan") != []
    assert points("The union struck a blow for peace.", "casualty") == []


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        (HURT, HURT, False),
        (HURT, HURT._replace(first=9), False),
        (HURT, LOST, False),
        (HURT, DEAD, True),
        (DEAD, HURT, True),
        (HURT, at("casualty", 2, "hit"), True),
        (HURT, at("casualty", 3, "dying", vague=True), False),
        (at("casualty", 1, "shaken", vague=True), HURT, False),
        (HURT, at("casualty", 4, "dying", vague=True), True),
        (at("fit", -1, "in"), at("fit", -1, "out"), True),
    ],
)
def test_points_of_one_scale_differ(a: ScalePoint, b: ScalePoint, other: bool) -> None:
    assert differ(a, b) is other
    assert differ(b, a) is other


def sides(old: str, new: str) -> tuple[list[tuple[str, int, bool]], ...]:
    """The changed acts of a scale of both sides: words, region, whether all of them changed."""
    pair = pair_of(old, new)
    found = []
    for side, one in enumerate((pair.old, pair.new)):
        assert one
        all_acts = [p for p in acts(one, EN) if p.point.scale in ("casualty", "justice")]
        found.append([(one.tokens.span(*a.place[:2]), a.region, a.whole) for a in changed_acts(pair, all_acts, side)])
    return tuple(found)


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("Two men were killed in Rye.", "Two men were killed in Hull.", [], []),
        ("Two men were hurt.", "Two men were killed.", [("hurt", 0, True)], [("killed", 0, True)]),
        ("In Rye two men were hurt.", "In Hull two men died.", [("hurt", 1, True)], [("died", 1, True)]),
        ("Two men were injured.", "Two men were fatally injured.", [], [("fatally injured", 0, False)]),
        ("The man was jailed, then freed.", "The man was jailed.", [("freed", 0, True)], []),
    ],
)
def test_changed_acts_hold_a_word_that_the_other_side_has_nowhere(
    old: str, new: str, gone: list[object], came: list[object]
) -> None:
    assert sides(old, new) == (gone, came)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("He sanctioned it.", "sanctioned"),
        ("They walked home.", "walked"),
        ("The firm was founded.", "was founded"),
        ("He said so.", ""),
        ("They could not.", ""),
        ("He takes the train.", ""),
        ("The red house", ""),
    ],
)
def test_verbs(text: str, verbs: str) -> None:
    one = sentence(text)
    assert [word for i, word in enumerate(one.tokens.low) if is_verb(one, i, EN)] == verbs.split()


def test_a_saying_is_a_verb_where_nobody_leaves_it_out() -> None:
    one = sentence("He claimed the seat.")
    assert (is_verb(one, 1, EN), is_verb(one, 1, EN, ())) == (False, True)


@pytest.mark.parametrize(
    ("text", "i", "noun"),
    [
        ("the attack failed", 1, True),
        ("attack of the gulls", 0, True),
        ("gulls attack boats", 1, False),
        ("attack", 0, False),
        ("his attack", 1, True),
    ],
)
def test_nouns(text: str, i: int, noun: bool) -> None:
    assert is_noun(sentence(text), i, EN) is noun


def changes(*told: Change) -> list[Change]:
    return list(told)


@pytest.mark.parametrize(
    ("gone", "came", "before", "after", "found"),
    [
        ([], [], [], [], []),
        ([HURT], [], [HURT], [], []),
        ([], [DEAD], [], [DEAD], []),
        ([HURT], [HURT], [HURT], [HURT], []),
        ([], [], [HURT], [DEAD], []),
        ([HURT], [DEAD], [HURT], [DEAD], [(HURT, DEAD)]),
        ([DEAD], [HURT], [DEAD], [HURT], [(DEAD, HURT)]),
        ([], [DEAD], [HURT], [HURT, DEAD], [(HURT, DEAD)]),
        ([], [HURT], [DEAD], [HURT], []),
        ([DEAD], [], [DEAD, HURT], [HURT], []),
        ([DEAD], [FAIR], [DEAD, HURT], [HURT, FAIR], [(DEAD, FAIR)]),
        ([HURT], [LOST], [HURT], [LOST], []),
    ],
)
def test_a_side_that_says_more_all_in_all_is_told(
    gone: list[ScalePoint],
    came: list[ScalePoint],
    before: list[ScalePoint],
    after: list[ScalePoint],
    found: list[Change],
) -> None:
    assert list(graver(list(map(act, gone)), list(map(act, came)), before, after)) == found


@pytest.mark.parametrize(
    ("gone", "came", "before", "after", "found"),
    [
        ([], [], [THEFT], [MURDER], []),
        ([THEFT], [MURDER], [THEFT], [MURDER], []),
        ([], [MURDER], [], [MURDER], []),
        ([], [HURT], [THEFT], [THEFT, HURT], []),
        ([], [MURDER], [THEFT], [THEFT, MURDER], [(None, MURDER)]),
        ([MURDER], [], [THEFT, MURDER], [THEFT], [(MURDER, None)]),
    ],
)
def test_a_crime_beside_others(
    gone: list[ScalePoint],
    came: list[ScalePoint],
    before: list[ScalePoint],
    after: list[ScalePoint],
    found: list[Change],
) -> None:
    assert list(one_more(list(map(act, gone)), list(map(act, came)), before, after)) == found


def test_part_of_a_crime_is_no_further_one() -> None:
    assert list(one_more([], [act(MURDER, whole=False)], [THEFT], [THEFT, MURDER])) == []


def test_the_scales_of_the_same_words() -> None:
    same = act(at("crime", -1, "murder")), act(at("casualty", 5, "killed")), act(at("justice", 4, "charged", 2))
    assert scales_of(same[0], same) == {"crime", "casualty"}


@pytest.mark.parametrize(
    ("old", "new", "within", "denied"),
    [
        ("He lost the vote.", "He won the vote.", 3, False),
        ("He never lost the vote.", "He won the vote.", 3, True),
        ("He lost the vote.", "He has not won the vote.", 3, True),
        ("He never lost the vote.", "He never won the vote.", 3, False),
        ("He never lost the vote.", "He won the vote.", 0, False),
    ],
)
def test_what_is_denied_on_one_side_alone(old: str, new: str, within: int, denied: bool) -> None:
    pair = pair_of(old, new)
    assert pair.old and pair.new
    places = [side.tokens.low.index(word) for side, word in ((pair.old, "lost"), (pair.new, "won"))]
    a, b = (act(ScalePoint(i, i, Point("outcome", -1, "x"))) for i in places)
    assert one_denied(a, b, pair, within) is denied


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (HURT, DEAD, "from hurt to killed"),
        (None, DEAD, "now killed"),
        (HURT, None, "no longer hurt"),
        (None, None, ""),
    ],
)
def test_why_a_change_is_told(a: ScalePoint | None, b: ScalePoint | None, told: str) -> None:
    assert reason(a, b) == told
