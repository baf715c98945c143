"""The program that makes the long English lists, on lists and a WordNet of a few lines."""

from pathlib import Path

import pytest

from newsdiff.language.en.build_word_lists import common, compounds, peoples, synsets, write

NOUNS = r"""
00000001 18 n 01 Syrian 0 000 | a native or inhabitant of Syria
00000002 18 n 01 Briton 0 000 | an inhabitant of Great Britain
00000003 18 n 01 Yank 0 000 | an inhabitant of the north (an offensive word)
00000004 18 n 01 Polish 0 000 | the people of Poland
00000005 18 n 01 Turkey 0 000 | a member of the Turkish people
00000006 15 n 01 Turkey 0 001 @i 00000009 n 0000 | a country
00000007 18 n 02 baker 0 bread_maker 0 000 | somebody who bakes, a resident of no town
00000008 06 n 02 White_House 0 EXEC 0 000 | the house of the president
00000009 15 n 01 Middle_East 0 000 | a region
00000010 05 n 01 Red_Panda 0 000 | an animal
00000011 15 n 01 New_Old_Red_Town 0 000 | a town of four words
00000012 18 n 01 Maltese 0 000 | a native of Malta"""
ADJECTIVES = r"""
00000001 01 a 01 Nordic(a) 0 000 | of or relating to Scandinavia; "Nordic skiing"
00000002 01 a 01 Solar 0 000 | relating to the sun
00000003 00 a 01 Elegant 0 000 | of the taste of Paris"""
LICENCE = "  1 This software and database is provided as is.\n"


@pytest.fixture(scope="module")
def wordnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wordnet")
    (folder / "data.noun").write_text(LICENCE + NOUNS.lstrip("\n") + "\n", encoding="latin-1")
    (folder / "data.adj").write_text(LICENCE + ADJECTIVES.lstrip("\n") + "\n", encoding="latin-1")
    return folder


@pytest.fixture(scope="module")
def scowl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scowl")
    (folder / "english-words.10").write_text("the\nhouse\nAnn\nit's\n", encoding="latin-1")
    (folder / "british-words.10").write_text("colour\ncafé\n", encoding="latin-1")
    (folder / "american-words.20").write_text("color\n", encoding="latin-1")
    return folder


def test_the_meanings_of_a_file_without_its_licence(wordnet: Path) -> None:
    found = list(synsets(wordnet / "data.noun"))
    assert len(found) == 12
    assert (found[0].file, found[0].words, found[0].instance) == (18, ("Syrian",), False)
    assert found[5].instance
    assert found[6].words == ("baker", "bread maker")
    assert next(synsets(wordnet / "data.adj")).words == ("Nordic",)


def test_common_words_are_small_letters_alone(scowl: Path) -> None:
    assert common(scowl, ("10",)) == {"the", "house", "colour"}
    assert common(scowl, ("10", "20", "95")) == {"the", "house", "colour", "color"}
    assert common(scowl, ()) == set()


def test_peoples_and_their_plurals(wordnet: Path) -> None:
    found = peoples(wordnet, {"turkey", "polish", "baker"})
    assert {"syrian", "syrians", "briton", "britons", "maltese", "nordic"} <= found
    assert "polish" in found  # with a capital it is nothing else
    assert found.isdisjoint({"maltesess", "malteses", "turkey", "baker", "yank", "solar", "elegant", "polishs"})


def test_a_word_that_is_common_as_well_is_no_people(wordnet: Path) -> None:
    assert "briton" not in peoples(wordnet, {"briton"})


def test_names_that_are_made_of_common_words(wordnet: Path) -> None:
    words = {"white", "house", "middle", "east", "red", "panda", "new", "old", "town"}
    assert compounds(wordnet, words) == {"white house", "middle east"}
    assert compounds(wordnet, words - {"east"}) == {"white house"}
    assert compounds(wordnet, set()) == set()


def test_a_list_opens_with_its_licence(tmp_path: Path) -> None:
    write(tmp_path / "list.txt", "Copyright\nby somebody.", {"b", "a", "é"})
    assert (tmp_path / "list.txt").read_text(encoding="utf-8") == "# Copyright\n# by somebody.\na\nb\né\n"
