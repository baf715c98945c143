"""Where a story flows: the frames and shapes of its lines, what stands in them, and what stands beside it."""

import pytest

from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.clean.story.flow import Flow
from tests.kit.leaves import leaves_of
from tests.kit.site import told

STORY = told(5, 4)
BODY = "".join(f"<p>{text}</p>" for text in STORY)
SHORT = "<p>The bridge is closed.</p>"


def flow(markup: str) -> tuple[Flow, list[Leaf]]:
    """The flow of the story's own lines, and all lines of the page."""
    found = leaves_of(f"<main>{markup}</main>")
    return Flow(found, [number for number, leaf in enumerate(found) if leaf.text in STORY]), found


def last(markup: str) -> tuple[Flow, Leaf]:
    made, found = flow(f"<section><div class=text>{BODY}</div></section>{markup}")
    return made, found[-1]


def test_the_main_frame_holds_most_of_the_text() -> None:
    parts = f"<div id=a><p>{STORY[0]}</p></div><div id=b>{''.join(f'<p>{text}</p>' for text in STORY[1:])}</div>"
    made, found = flow(parts)
    assert made.main.get("id") == "b"
    assert {frame.get("id") for frame in made.frames} == {"a", "b"}
    assert all(map(made.holds, found))


@pytest.mark.parametrize("markup", [f"<div>{SHORT}</div>", SHORT, f"<section>{SHORT}</section>"])
def test_a_line_in_another_element_is_not_held(markup: str) -> None:
    made, leaf = last(markup)
    assert not made.holds(leaf)


@pytest.mark.parametrize("inside", [SHORT, "<ul><li>One</li></ul>", "<blockquote><p>One</p></blockquote>"])
def test_lists_and_quotations_stand_in_the_element_of_the_text(inside: str) -> None:
    made, found = flow(f"<div class=text>{BODY}{inside}</div>")
    assert made.holds(found[-1])
    assert made.takes(found[-1])
    assert not made.is_aside(found[-1])


def test_a_line_in_an_element_built_alike_is_taken() -> None:
    made, leaf = last(f"<section><div class=text>{SHORT}</div></section>")
    assert made.takes(leaf)
    assert not made.holds(leaf)
    assert not made.is_aside(leaf)


@pytest.mark.parametrize(
    "markup",
    [
        f"<section><div class=other>{SHORT}</div></section>",
        f"<aside><div class=text>{SHORT}</div></aside>",
        f"<section><div class=text><div>{SHORT}</div></div></section>",
    ],
)
def test_one_in_an_element_built_otherwise_stands_beside(markup: str) -> None:
    made, leaf = last(markup)
    assert not made.takes(leaf)
    assert made.is_aside(leaf)
    assert not made.owns(leaf)


def test_an_element_with_more_than_a_fifth_of_the_text_is_no_aside() -> None:
    long, short = told(7, 1)[0], "The bridge."
    for text, aside in ((long, False), (short, True)):
        body = "".join(f"<p>{one}</p>" for one in STORY)
        found = leaves_of(f"<main><div>{body}</div><section class=x><p>{text}</p></section></main>")
        made = Flow(found, range(len(found)))
        assert made.is_aside(found[-1]) is aside
        assert not made.is_aside(found[0])


def test_of_many_small_elements_the_main_one_is_no_aside() -> None:
    found = leaves_of("".join(f"<div class=c{n}><p>{text}</p></div>" for n, text in enumerate(told(3, 9))))
    made = Flow(found, range(9))
    assert [number for number in range(9) if not made.is_aside(found[number])] == [
        max(range(9), key=lambda number: len(found[number].text))
    ]


# --- the edge of the text ---


def owns(inside: str) -> bool:
    made, found = flow(f"<div class=text>{BODY}{inside}</div>")
    return made.owns(found[-1])


@pytest.mark.parametrize(
    "inside", ["<p>Port Amber</p>", "<p>one two three four five</p>", "<p><a href='/x'>The bridge is closed.</a></p>"]
)
def test_a_fragment_or_a_link_is_not_owned(inside: str) -> None:
    assert not owns(inside)


@pytest.mark.parametrize(
    "inside",
    [
        SHORT,
        "<p>Closed.</p>",
        "<p>one two three four five six</p>",
        "<ul><li>Aby</li></ul>",
        "<h3>Aby</h3><ul><li>Aby</li></ul>",
        "<blockquote>Aby</blockquote>",
    ],
)
def test_a_sentence_a_line_of_six_words_or_another_kind_of_block_is(inside: str) -> None:
    assert owns(inside)


def test_a_caption_is_wherever_it_stands() -> None:
    made, leaf = last("<aside><figure><img src=a><figcaption>Aby</figcaption></figure></aside>")
    assert made.owns(leaf)
