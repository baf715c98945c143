"""The program that makes the dictionary of WordNet's files, on a WordNet of a dozen words."""

import pytest

from newsdiff.language.en.build_senses import _Builder

DATA = {
    "noun": r"""
00000001 18 n 01 inhabitant 0 000 | a person who inhabits a place
00000002 11 n 02 explosion 0 blast 0 001 + 00000001 v 0101 | a violent release
00000003 18 n 01 Syrian 0 001 @ 00000001 n 0000 | a native of Syria
00000004 15 n 01 Syria 0 000 | a country
00000005 05 n 02 dog 0 hound 0 000 | an animal
00000006 18 n 01 teacher 0 000 | a person
00000007 14 n 01 crowd 0 000 | a group of people
00000008 06 n 01 Bible 0 000 | a book
00000009 06 n 01 guard 0 001 + 00000008 v 0101 | a device
00000010 18 n 01 guard 0 000 | a person""",
    "verb": r"""
00000001 30 v 02 explode 0 blow_up 0 001 + 00000002 n 0101 | burst
00000002 41 v 02 dismiss 0 fire 0 001 @ 00000003 v 0000 | end somebody's work
00000003 30 v 01 remove 0 000 | take away
00000004 38 v 02 rise 0 lift 0 001 ! 00000005 v 0101 | move up
00000005 38 v 01 fall 0 001 ! 00000004 v 0101 | move down
00000006 41 v 01 step_down 0 000 | leave an office
00000007 41 v 01 go_for_broke 0 000 | a phrase
00000008 41 v 02 guard 0 tend 0 001 + 00000009 n 0101 | watch over
00000009 41 v 01 serve 0 000 | a first sense
00000010 41 v 01 serve 0 000 | a second one
00000011 41 v 01 serve 0 000 | a third one
00000012 41 v 01 serve 0 000 | a fourth one
00000013 41 v 02 tend 0 serve 0 001 @ 00000008 v 0000 | a fifth one""",
    "adj": r"""
00000001 01 a 01 Syrian 0 001 \ 00000004 n 0101 | of Syria
00000002 00 s 01 ready(p) 0 000 | prepared""",
    "adv": r"""
00000001 02 r 01 quickly 0 000 | fast""",
}
INDEX = {
    "noun": "inhabitant:1 explosion:2 blast:2 syrian:3 syria:4 dog:5 hound:5 teacher:6 crowd:7 bible:8 guard:9,10",
    "verb": "serve:9,10,11,12,13 tend:13 "
    "explode:1 blow_up:1 dismiss:2 fire:2 remove:3 rise:4 lift:4 fall:5 step_down:6 go_for_broke:7 guard:8",
    "adj": "syrian:1 ready:2",
    "adv": "quickly:1",
}
EXCEPTIONS = {"noun": "men man\n", "verb": "rose rise\nfell fall\nrose lift\n", "adj": "", "adv": ""}
HEAD = "  1 a licence stands here, each line behind two blanks\n"


@pytest.fixture(scope="module")
def senses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The fields of each word: parts, forms, synonyms, opposites, roots, senses of verbs, rarer ones, their kin."""
    folder = tmp_path_factory.mktemp("wordnet")
    for name, text in DATA.items():
        (folder / f"data.{name}").write_text(HEAD + text.lstrip("\n") + "\n", encoding="ascii")
        lines = ""
        for entry in INDEX[name].split():
            lemma, _, numbers = entry.partition(":")
            offsets = [f"{int(n):08}" for n in numbers.split(",")]
            lines += f"{lemma} {name[0]} {len(offsets)} 0 {len(offsets)} 0 {' '.join(offsets)}  \n"
        (folder / f"index.{name}").write_text(HEAD + lines, encoding="ascii")
        (folder / f"{name}.exc").write_text(EXCEPTIONS[name], encoding="ascii")
    rows = [line.split("\t") for line in _Builder(folder).lines()]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    return {word: [*fields, *[""] * (8 - len(fields))] for word, *fields in rows}


@pytest.mark.parametrize("word", ["syria", "bible", "men", "go_for_broke"])
def test_names_and_phrases_are_left_out(senses: dict[str, list[str]], word: str) -> None:
    assert word not in senses


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("explosion", "n"),
        ("explode", "v"),
        ("quickly", "r"),
        ("ready", "a"),
        ("teacher", "P"),
        ("guard", "nPvS"),
        ("crowd", "G"),
        ("dismiss", "vS"),
        ("step_down", "vS"),
        ("syrian", "PDaD"),
        ("rose", ""),
    ],
)
def test_what_a_word_may_be(senses: dict[str, list[str]], word: str, parts: str) -> None:
    assert senses[word][0] == parts


def test_irregular_forms_lead_to_their_verbs(senses: dict[str, list[str]]) -> None:
    assert senses["rose"][1] == "vrise vlift"
    assert senses["fell"][1] == "vfall"
    assert senses["rise"][1] == ""


def test_synonyms_share_a_number_and_a_word_alone_has_none(senses: dict[str, list[str]]) -> None:
    assert senses["explosion"][2] == senses["blast"][2] != ""
    assert senses["rise"][2] == senses["lift"][2] != senses["dismiss"][2]
    assert senses["teacher"][2] == senses["remove"][2] == ""


def test_of_animals_it_is_told_that_they_are_no_more(senses: dict[str, list[str]]) -> None:
    assert senses["dog"] == ["nB", "", "", "", "", "", "", ""]


def test_opposites_and_roots_are_those_of_the_word_not_of_its_synonyms(senses: dict[str, list[str]]) -> None:
    assert (senses["rise"][3], senses["fall"][3], senses["lift"][3]) == ("fall", "rise", "")
    assert (senses["explosion"][4], senses["explode"][4], senses["blast"][4]) == ("explode", "explosion", "")
    assert senses["syrian"][4] == "syria"
    assert senses["guard"][4] == ""  # of its own root


def test_verbs_are_near_to_what_stands_above_them(senses: dict[str, list[str]]) -> None:
    dismiss, remove, rise = (set(senses[word][5].split()) for word in ("dismiss", "remove", "rise"))
    assert remove < dismiss
    assert not dismiss & rise
    assert senses["explosion"][5] == ""


def test_rarer_senses_of_a_verb_stand_apart_from_its_common_ones(senses: dict[str, list[str]]) -> None:
    common, rare, far = (set(senses["serve"][n].split()) for n in (5, 6, 7))
    assert (len(common), len(rare), len(far)) == (4, 1, 1)
    assert far == set(senses["guard"][5].split())
    assert senses["guard"][6:] == ["", ""]
