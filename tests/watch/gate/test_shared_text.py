"""Texts that stand under several articles of one host."""

from newsdiff.watch.gate.shared_text import Peers

ONE, OTHER = tuple("abcdefghij"), tuple("klmnopqrst")


def test_a_lone_text_has_neither_others_nor_twins() -> None:
    peers = Peers()
    assert peers.others("a", ONE) == peers.twins("a", "1") == set()
    peers.add("a", ONE, "1")
    assert (peers.others("a", ONE), peers.twins("a", "1"), len(peers)) == (set(), set(), 1)


def test_nearly_equal_texts_find_one_another_and_no_third() -> None:
    peers = Peers()
    near = (*ONE[:-1], "z")
    for key, sketch in (("a", ONE), ("b", near), ("c", OTHER)):
        peers.add(key, sketch, key)
    assert peers.others("a", ONE) == {"b"}
    assert peers.others("b", near) == {"a"}
    assert peers.others("new", OTHER) == {"c"}
    assert peers.others("c", OTHER) == set()


def test_a_few_common_shingles_are_not_enough() -> None:
    peers = Peers()
    peers.add("a", (*ONE[:5], *OTHER[:5]), "1")
    assert peers.others("b", ONE) == set()


def test_twins_are_equal_to_the_letter() -> None:
    peers = Peers()
    peers.add("a", ONE, "text")
    peers.add("b", ONE, "text")
    peers.add("c", ONE, "other")
    assert peers.twins("a", "text") == {"b"}
    assert peers.twins("d", "other") == {"c"}


def test_of_two_texts_of_one_article_the_first_counts() -> None:
    peers = Peers()
    peers.add("a", ONE, "first")
    peers.add("a", OTHER, "second")
    assert len(peers) == 1
    assert peers.twins("b", "first") == {"a"}
    assert peers.twins("b", "second") == peers.others("b", OTHER) == set()


def test_an_empty_sketch_is_like_nothing() -> None:
    peers = Peers()
    peers.add("a", (), "")
    peers.add("b", (), "")
    assert peers.others("a", ()) == set()
