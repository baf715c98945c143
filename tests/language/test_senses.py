"""What the dictionary and the scales tell of words; the files are as their makers write them."""

from pathlib import Path

import pytest

from newsdiff.language.en import dictionary
from newsdiff.language.en.dictionary import ACTS, HOUSE_STYLE, LABELS, SENSES
from newsdiff.language.scales import Point, points


@pytest.mark.parametrize(
    ("a", "b"), [("ring", "rang"), ("dies", "died"), ("city", "cities"), ("woman", "women"), ("planned", "plans")]
)
def test_forms_of_one_word(a: str, b: str) -> None:
    assert SENSES.inflected(a, b)


@pytest.mark.parametrize(("a", "b"), [("news", "new"), ("rated", "rat"), ("killed", "filled"), ("", "x"), ("é", "e")])
def test_other_words_are_no_forms(a: str, b: str) -> None:
    assert not SENSES.inflected(a, b)


def test_verbs_with_a_sense_in_common() -> None:
    assert SENSES.related("resigned", "quit")
    assert SENSES.related("purchased", "acquired")
    assert SENSES.related("murdered", "killed")
    assert SENSES.related("brake", "pull_up")
    assert not SENSES.related("retains", "fires")
    assert not SENSES.related("strengthen", "weaken"), "that both change something makes them no neighbours"


def test_rarer_senses_count_where_they_are_asked_for() -> None:
    assert not SENSES.related("equipped", "fitted")
    assert SENSES.ever_related("equipped", "fitted")
    assert SENSES.ever_related("purchased", "acquired")
    assert not SENSES.ever_related("fed", "shot")
    assert not SENSES.ever_related("runs", "manages")
    assert SENSES.ever_related("runs", "manages", of_things=True)
    assert not SENSES.ever_related("sold", "painted", of_things=True)


def test_verbs_of_many_senses_tell_little() -> None:
    assert SENSES.vague("took")
    assert SENSES.vague("turn")
    assert not SENSES.vague("tranquillised")


def test_verbs_of_what_people_do_to_one_another() -> None:
    assert all(map(SENSES.social, ("resigned", "attacks", "step_down")))
    assert not any(map(SENSES.social, ("ripples", "baked", "bridge")))


def test_people_and_peoples() -> None:
    assert all(map(SENSES.person, ("driver", "migrants", "police", "women")))
    assert not any(map(SENSES.person, ("bridge", "series", "quickly")))
    assert "D" in SENSES.entry("syrian").parts
    assert "syria" in SENSES.entry("syrian").roots


def _points(text: str) -> set[str]:
    low = text.split()
    return {place.point.name for i in range(len(low)) for place in ACTS.at(low, i)}


def test_acts_are_found_by_lemma_over_gaps_and_the_longest_wins() -> None:
    assert "killed" in _points("two hikers were killed")
    assert "dead" in _points("a blow claimed the life of a boy")
    assert "badly hurt" in _points("he is fighting for his life")
    low = ["she", "was", "shot", "dead"]
    assert {(p.first, p.last) for p in ACTS.at(low, 2) if p.point.scale == "casualty"} == {(2, 3)}


def test_each_scale_says_a_phrase_once() -> None:
    folder = Path(dictionary.__file__).parent
    said: dict[tuple[str, str], set[str]] = {}
    for point, phrase in points((folder / "acts.txt").read_text(encoding="utf-8")):
        said.setdefault((point.scale, phrase), set()).add(point.name)
    assert {key: names for key, names in said.items() if len(names) > 1} == {}


def test_a_point_has_one_degree_on_its_scale() -> None:
    folder = Path(dictionary.__file__).parent
    degrees: dict[tuple[str, str], set[int]] = {}
    for point, _ in points((folder / "acts.txt").read_text(encoding="utf-8")):
        degrees.setdefault((point.scale, point.name), set()).add(point.degree)
    assert {key: found for key, found in degrees.items() if len(found) > 1} == {}


def test_lines_of_a_scale() -> None:
    text = "# a remark\n\ncasualty 5 dead~: dead, lose * life\nthug: thug\nwhilst, while\n"
    assert list(points(text)) == [
        (Point("casualty", 5, "dead", vague=True), "dead"),
        (Point("casualty", 5, "dead", vague=True), "lose * life"),
        (Point("-", -1, "thug"), "thug"),
        (Point("-", -1, "whilst, while"), "whilst"),
        (Point("-", -1, "whilst, while"), "while"),
    ]


def test_labels_and_house_style() -> None:
    assert [p.point.name for p in LABELS.at(["rioters"], 0)] == ["rioter"]
    same = {p.point.name for p in HOUSE_STYLE.at(["via"], 0)} & {p.point.name for p in HOUSE_STYLE.at(["through"], 0)}
    assert same
