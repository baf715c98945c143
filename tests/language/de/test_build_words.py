"""The program that tells German nouns from names: by compounds, forms and lemmas, and by their neighbours."""

import pytest

from newsdiff.language.de.build_words import by_build, clusters_of_names, parts

NOUNS = {"bahn", "hof", "rat", "haus", "arbeit", "tag", "kind", "garten"}
OFTEN, SELDOM, NEVER = -10.0, -16.0, -20.0  # natural logarithms of a word's share of a large text


@pytest.mark.parametrize("word", ["", "haus", "hausxyz", "xyzhaus", "ahaus", "rathausen", "hofhofx"])
def test_no_compound(word: str) -> None:
    assert parts(word, NOUNS) is None


@pytest.mark.parametrize(
    ("word", "both"),
    [
        ("bahnhof", ("bahn", "hof")),
        ("rathaus", ("rat", "haus")),
        ("arbeitstag", ("arbeit", "tag")),
        ("kindergarten", ("kind", "garten")),
        ("kindeshaus", ("kind", "haus")),
        ("haushaus", ("haus", "haus")),
    ],
)
def test_a_compound_is_two_nouns_and_the_letters_that_link_them(word: str, both: tuple[str, str]) -> None:
    assert parts(word, NOUNS) == both


def large(*words: str, share: float = OFTEN) -> dict[str, float]:
    return dict.fromkeys(words, share)


def test_a_word_of_one_form_that_stands_in_no_compound_is_no_noun() -> None:
    assert by_build(large("holt", "haus"), {}, {}) == set()
    assert by_build({}, {}, {}) == set()


def test_what_three_others_stand_before_is_a_noun() -> None:
    whole = large("haus", "rat", "bahn", "hof", "rathaus", "bahnhaus", "hofhaus")
    assert by_build(whole, {}, {}) == {"haus"}
    assert by_build({w: s for w, s in whole.items() if w != "hofhaus"}, {}, {}) == set()
    assert by_build({**whole, "hofhaus": NEVER}, {}, {}) == set()


def test_what_has_several_forms_is_a_noun() -> None:
    assert by_build(large("konkurrent", "konkurrenten", "konkurrentin"), {}, {}) == {"konkurrent"}
    assert by_build(large("konkurrent", "konkurrenten"), {}, {}) == set()
    assert by_build(large("konkurrent", "konkurrenten", "konkurrentin", share=SELDOM), {}, {}) == set()


def test_what_has_a_lemma_that_no_name_has_is_a_noun() -> None:
    words = large("häuser", "haus", "holts", "holt")
    assert by_build(words, {}, {"Häuser": "Haus", "Holts": "Holt"}) == {"häuser", "haus"}
    assert by_build({**words, "haus": NEVER}, {}, {"Häuser": "Haus"}) == {"häuser"}


def test_what_is_written_small_more_often_is_none() -> None:
    words = large("konkurrent", "konkurrenten", "konkurrentin")
    assert by_build(words, {"konkurrent": OFTEN + 2}, {}) == set()
    assert by_build(words, {"konkurrent": OFTEN + 0.5}, {}) == {"konkurrent"}


KNOWN = frozenset({"anna", "berta", "carla", "dora"})


@pytest.mark.parametrize(
    ("words", "nouns", "found"),
    [
        (["anna", "berta", "carla", "dora", "emmi"], set(), {7}),
        (["anna", "berta", "carla", "emmi"], set(), set()),
        (["anna", "berta", "carla", "dora", "haus"], {"haus"}, set()),
        (["anna", "berta", "carla", "dora", "haus", *"efghij"], {"haus"}, {7}),
    ],
    ids=["known names", "too few", "too many nouns", "one noun of many"],
)
def test_a_cluster_of_names(words: list[str], nouns: set[str], found: set[int]) -> None:
    assert clusters_of_names(dict.fromkeys(words, 7), large(*words), nouns, KNOWN) == found


def test_only_the_most_frequent_words_of_a_cluster_witness() -> None:
    crowd = [f"w{n}" for n in range(60)]
    shares = {**large(*crowd), **large(*KNOWN, share=SELDOM)}
    assert clusters_of_names(dict.fromkeys([*crowd, *KNOWN], 1), shares, set(), KNOWN) == set()
    assert clusters_of_names({}, {}, set(), KNOWN) == set()
