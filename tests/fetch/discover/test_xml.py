"""Foreign XML: what is sound is read whole, what is broken is read as far as it goes, nothing is loaded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.xml import elements, local, text

SOURCE = "https://news.example/feed.xml"


def texts(body: bytes | str, *names: str) -> list[str]:
    written = body.encode() if isinstance(body, str) else body
    return [text(element, 100) for element in elements(written, names, SOURCE)]


def test_no_name_asked_for_no_element() -> None:
    assert texts("<a><b>1</b></a>") == []
    assert texts("<a><b>1</b></a>", "c") == []


def test_elements_come_in_the_order_of_the_document() -> None:
    assert texts("<r><a>1</a><b>2<a>3</a></b><a>4</a></r>", "a") == ["1", "3", "4"]
    assert texts("<r><a>1</a><b>2<a>3</a></b><a>4</a></r>", "b", "a") == ["1", "23", "3", "4"]


@pytest.mark.parametrize(
    "body",
    [
        '<r xmlns="http://x.example/"><item>1</item></r>',
        '<r xmlns:n="http://x.example/"><n:item>1</n:item></r>',
        "<r><n:item>1</n:item></r>",  # the prefix stands for nothing: it is a part of the name
        "<r><ITEM>1</ITEM></r>",
        "<item>1</item>",
    ],
    ids=["default namespace", "prefix", "undeclared prefix", "capitals", "the root itself"],
)
def test_an_element_goes_by_its_own_name(body: str) -> None:
    assert texts(body, "item", "n:item") == ["1"]


def test_comments_and_instructions_have_no_name() -> None:
    body = b"<r><!-- item --><?item x?><item>1</item></r>"
    [root] = elements(body, ("r",), SOURCE)
    assert [local(child) for child in root] == ["", "", "item"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<r><a>1</a><a>2", ["1", "2"]),
        ("<r><a>1</a><a>2</b></r>", ["1", "2"]),
        ("<r><a>x & y</a></r>", ["x  y"]),
        ("<r><a>1&nbsp;2</a></r>", ["1&nbsp;2"]),
        ("\ufeff<r><a>1</a></r>", ["1"]),
        ("\n  <?xml version='1.0'?><r><a>1</a></r>", ["1"]),
        ("<?xml version='1.0' encoding='koi8-r'?><r><a>мост</a></r>", ["мост"]),
    ],
    ids=[
        "no end",
        "a wrong end",
        "a bare sign",
        "an entity of HTML",
        "a byte order mark",
        "space before",
        "another encoding",
    ],
)
def test_what_is_broken_is_read_as_far_as_it_goes(body: str, wanted: list[str]) -> None:
    assert texts(body, "a") == wanted


@pytest.mark.parametrize("body", [b"", b"   \n", b"no markup at all", b"\x00\x01", b"{}"])
def test_what_is_no_xml_is_told_with_its_source(body: bytes) -> None:
    with pytest.raises(CleanError, match=r"^https://news\.example/feed\.xml cannot be read: "):
        texts(body, "a")


def test_of_a_long_complaint_the_start_is_told() -> None:
    with pytest.raises(CleanError) as error:
        elements(b"", ("a",), "x")
    assert len(error.value.message) <= len("x cannot be read: ") + 100


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("&#65;", "A"),
        ("&#x41;", "A"),
        ("&#X41;", "X41;"),  # XML knows no capital X
        ("&#xD7FF;", "\ud7ff"),
        ("&#xE000;", "\ue000"),
        ("&#x10FFFF;", "\U0010ffff"),
        ("&#xD800;", "\ufffd;"),
        ("&#57343;", "\ufffd;"),
        ("&#x110000;", "\ufffd;"),
    ],
)
def test_a_reference_is_a_character_or_its_stand_in(reference: str, read: str) -> None:
    assert texts(f"<r><a>{reference}</a></r>", "a") == [read]


def test_an_entity_is_not_expanded_and_no_file_is_read() -> None:
    body = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h "haha">]><r><a>1&f;2&h;3</a></r>'
    [read] = texts(body, "a")
    assert "root:" not in read
    assert "haha" not in read


def test_the_text_of_an_element_is_all_that_stands_in_it_stripped_and_cut() -> None:
    [element] = elements(b"<a>\n one <b>two</b><!-- not --> three </a>", ("a",), SOURCE)
    assert text(element, 100) == "one two three"
    assert text(element, 8) == "one tw"  # the cut is made before the space goes
    assert text(element, 0) == ""


def test_of_an_element_in_a_thousand_pieces_the_first_are_read() -> None:
    [element] = elements(b"<a>" + b"<b>x</b>" * 1_000 + b"</a>", ("a",), SOURCE)
    assert text(element, 10_000) == "x" * 200


@settings(max_examples=40)
@given(st.binary(max_size=80))
def test_any_bytes_are_elements_or_no_xml(noise: bytes) -> None:
    for body in (noise, b"<r><a>1</a>" + noise, b"<a " + noise):
        try:
            assert all(local(element) == "a" for element in elements(body, ("a",), SOURCE))
        except CleanError as error:
            assert error.message.startswith(SOURCE)
