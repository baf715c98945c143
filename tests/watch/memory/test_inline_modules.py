"""Modules inside a line: they are cut from it and the sentence stays; what is the story's stays as well."""

import pytest

from newsdiff.document import article
from newsdiff.model import Article, Block, BlockKind, Cleaned, InlinePart
from newsdiff.text.typography import fold
from newsdiff.watch.memory.inline_modules import (
    LONGEST_WORDS,
    around,
    cut,
    is_inline,
    own_inline,
    recorded_without,
    replaced,
    template,
    went,
    without_part,
)
from newsdiff.watch.memory.own_slot import NOWHERE, OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, name_of

PRICE = "~span.price"


def part(text: str, within: str, name: str = "span.price") -> InlinePart:
    start = text.index(within)
    return InlinePart(name, start, start + len(within))


def cleaned(*lines: str | tuple[str, str]) -> Cleaned:
    """A page; of a line with a second text, that stands in an element."""
    told = [line if isinstance(line, tuple) else (line, "") for line in lines]
    text = article([line for line, _ in told], "")
    parts = tuple((part(line, within),) if within else () for line, within in told)
    return Cleaned(text, places=("p",) * len(told), parts=parts)


def texts(text: Article) -> list[str]:
    return [block.text for block in text.blocks]


# --- one line ---


@pytest.mark.parametrize(
    ("text", "within", "left"),
    [
        ("Crown 7.20 fell.", "7.20", "Crown fell."),
        ("Crown (7.20) fell.", "7.20", "Crown fell."),
        ("Crown ([7.20]) fell.", "7.20", "Crown fell."),
        ("Crown 7.20, it said.", "7.20", "Crown, it said."),
        ("7.20 Crown fell.", "7.20", "Crown fell."),
        ("Crown fell 7.20", "7.20", "Crown fell"),
        ("Crown7.20fell", "7.20", "Crown fell"),
        ("(7.20)", "7.20", ""),
        ("7.20", "7.20", ""),
        ("Crown (7.20, today) fell.", "7.20", "Crown (, today) fell."),  # the bracket holds more
    ],
)
def test_a_line_without_one_of_its_elements(text: str, within: str, left: str) -> None:
    assert without_part(text, part(text, within)) == left


def test_what_stands_next_to_an_element() -> None:
    text = "The Crown of Port Amber (7.20) fell on Monday morning."
    assert around(text, part(text, "7.20")) == fold("f Port Amber~fell on Mond")
    assert around("7.20", part("7.20", "7.20")) == "~"


@pytest.mark.parametrize(
    ("told", "left", "gone"),
    [
        ("crown 7 fell", "crown fell", "7"),
        ("7 crown fell", "crown fell", "7"),
        ("crown fell 7", "crown fell", "7"),
        ("crown fell", "crown fell", ""),
        ("crown fell", "crown 7 fell", ""),
        ("crown 7 fell", "crown 8 fell", ""),
        ("crown 7 fell", "it fell", ""),  # others came, too
        ("a crown 7", "mark 9", ""),
        ("", "", ""),
        ("crown", "", ""),  # nothing of the line stands
    ],
)
def test_the_words_that_went_from_a_line(told: str, left: str, gone: str) -> None:
    assert went(told, left) == gone


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 readers like this", "readers like this"),
        ("Readers: 12", "readers"),
        ("Like this", ""),
        ("12", ""),
        ("", ""),
        ("12 " + "word " * 11, " ".join(["word"] * 11)),
        ("12 " + "word " * 12, ""),
    ],
    ids=["a count", "behind", "no figure", "no word", "nothing", "short", "long"],
)
def test_the_words_beside_figures(text: str, wanted: str) -> None:
    assert template(text) == wanted


def test_a_module_of_an_article_is_told_by_its_words_and_by_what_stands_round_it() -> None:
    rest = name_of("crown fell.")
    assert own_inline(PRICE, "Readers: 12", "Crown fell.") == (
        OwnSlot(PRICE, name_of(fold("Crown fell.")), name_of("readers")),
    )
    both = own_inline(PRICE, "Readers: 12", "Crown fell.", "n~f")
    assert [slot.after for slot in both] == [name_of("readers"), name_of("n~f")]
    assert own_inline(PRICE, "7.20", "crown fell.") == (OwnSlot(PRICE, rest, NOWHERE),)


def test_the_places_of_elements_are_told_from_those_of_lines() -> None:
    assert is_inline(PRICE)
    assert not is_inline("span.price")
    assert not is_inline("")


# --- a page ---

LINE = "The Crown (7.20) fell."


@pytest.mark.parametrize(
    ("page", "modules", "own"),
    [
        (cleaned(), (PRICE,), ()),
        (cleaned("The Crown fell."), (PRICE,), ()),
        (cleaned((LINE, "7.20")), (), ()),
        (cleaned((LINE, "7.20")), ("span.price", "p", "~span.other"), ()),
        (cleaned(*[(LINE, "7.20")] * 4), (PRICE,), ()),  # in so many lines it is the story's markup
        (cleaned(("7.20", "7.20")), (PRICE,), ()),  # nothing of the line would be left
        (cleaned((LINE, "7.20"))._replace(parts=()), (PRICE,), ()),
        (cleaned((LINE, "7.20")), (), (OwnSlot("div.box", "aa", "bb"),)),
        (cleaned((LINE, "7.20")), (), (OwnSlot(PRICE, "aa", "bb"),)),
    ],
    ids=[
        *("no line", "no element", "no module", "others", "four lines", "the whole line", "parts unknown"),
        *("no module of a line", "of another line"),
    ],
)
def test_what_is_no_module_stays(page: Cleaned, modules: tuple[str, ...], own: tuple[OwnSlot, ...]) -> None:
    found = cut(page, modules, own)
    assert (found.cleaned, found.rests, found.own) == (page, (), {})


def test_a_module_of_the_host_is_cut_from_its_lines_and_told() -> None:
    page = cleaned("Nothing here.", (LINE, "7.20"), ("The Mark (3) rose.", "3"))
    found = cut(page, (PRICE,), ())
    assert texts(found.cleaned.article) == ["Nothing here.", "The Crown fell.", "The Mark rose."]
    assert found.rests == ("The Crown fell.", "The Mark rose.")
    assert [(gone.text, gone.reason) for gone in found.cleaned.removed] == [
        ("7.20", f"module at {PRICE}"),
        ("3", f"module at {PRICE}"),
    ]
    assert found.cleaned.parts == ((), (), ())
    assert found.cleaned.places == page.places


def test_a_module_may_stand_in_three_lines_of_a_page() -> None:
    assert cut(cleaned(*[(LINE, "7.20")] * 3), (PRICE,), ()).rests == ("The Crown fell.",) * 3


def test_several_in_one_line_are_cut_and_the_others_stand_where_they_stood() -> None:
    text = "The Crown (7.20) and the Mark (3) fell, see here."
    parts = (part(text, "7.20"), part(text, "3"), part(text, "here", "a"))
    page = cleaned(text)._replace(parts=(parts,))
    found = cut(page, (PRICE,), ()).cleaned
    [left] = texts(found.article)
    assert left == "The Crown and the Mark fell, see here."
    [[link]] = found.parts
    assert (link.name, left[link.start : link.end]) == ("a", "here")


@pytest.mark.parametrize(
    "known",
    [
        OwnSlot(PRICE, name_of(fold("The Crown fell.")), NOWHERE),  # by the line round it
        OwnSlot(PRICE, "other", name_of(around(LINE, part(LINE, "7.20")))),  # by what stands next to it
    ],
    ids=["line", "neighbours"],
)
def test_a_module_of_the_article_is_found_and_told_as_it_stands_now(known: OwnSlot) -> None:
    found = cut(cleaned((LINE, "7.20"), ("The Mark (3) rose.", "3")), (), (known,))
    assert texts(found.cleaned.article) == ["The Crown fell.", "The Mark (3) rose."]
    assert found.own == {known: known._replace(before=name_of(fold("The Crown fell.")))}


def test_a_module_of_the_article_is_found_by_its_words_in_any_line() -> None:
    slot = OwnSlot(PRICE, "other", name_of("readers"))
    found = cut(cleaned(("It fell 12 readers again.", "12 readers")), (), (slot,))
    assert texts(found.cleaned.article) == ["It fell again."]


# --- the recorded text ---


def placed(*lines: str) -> PlacedText:
    return PlacedText(
        tuple(Block(BlockKind.PARAGRAPH, line) for line in lines), ("p",) * len(lines), ((),) * len(lines)
    )


def test_what_stood_inside_a_recorded_line_goes_with_it() -> None:
    old = placed("Nothing here.", "The Crown 7.10 fell.", "The Crown 7.10 fell.")
    assert recorded_without(old, ()) is old
    assert [b.text for b in recorded_without(old, ("The Crown fell.",)).blocks] == [
        "Nothing here.",
        "The Crown fell.",
        "The Crown 7.10 fell.",
    ]
    both = recorded_without(old, ("The Crown fell.", "The Crown fell."))
    assert [b.text for b in both.blocks][1:] == ["The Crown fell."] * 2
    assert recorded_without(old, ("Something else.",)) == old


def test_of_a_recorded_line_no_long_passage_goes() -> None:
    for words, gone in ((LONGEST_WORDS, True), (LONGEST_WORDS + 1, False)):
        old = placed(f"The Crown {' '.join(['x'] * words)} fell.")
        assert (recorded_without(old, ("The Crown fell.",)).blocks[0].text == "The Crown fell.") is gone


def test_lines_that_are_replaced_have_no_elements_any_more() -> None:
    old = placed("One.", "Two.")._replace(parts=((InlinePart("a", 0, 3),), (InlinePart("b", 0, 3),)))
    new = replaced(old, {1: "Three."})
    assert [block.text for block in new.blocks] == ["One.", "Three."]
    assert new.parts == ((InlinePart("a", 0, 3),), ())
    assert replaced(old, {}) == old
