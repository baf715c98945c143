"""What stands twice on a page: what may, and of two the one that goes."""

import pytest

from newsdiff.clean.beside.repeats import repeated
from newsdiff.clean.page import markup
from tests.kit.leaves import leaves_of

ONE = "The old bridge was closed on Monday."
TWO = "The mayor said that it will be open in May."
ENTRY = "Tickets for the ferry cost forty crowns each way."  # nine words


def gone(markup_: str, *, won: str = "p", main: str = "story") -> list[int]:
    """The numbers of the lines that go; ``won``: tags of those that won, ``main``: the class of the story's frame."""
    found = leaves_of(f"<main>{markup_}</main>")
    voted = {number for number, leaf in enumerate(found) if leaf.element.tag in won.split()}
    return sorted(repeated(found, voted, lambda leaf: markup.frame(leaf.element).get("class") == main))


def story(*lines: str) -> str:
    return f"<div class=story>{''.join(f'<p>{line}</p>' for line in lines)}</div>"


# --- silence ---


@pytest.mark.parametrize(
    "shown",
    [
        "",
        story(ONE, TWO),
        story(ONE, ONE),
        story(ONE) + "<div><p>Ida Lund</p></div><aside><p>Ida Lund</p></aside>",
        story(ONE) + "<div><p>three words only</p></div><aside><p>three words only</p></aside>",
        story("Wednesday, 12 March 2025", TWO) + "<div><p>Wednesday, 12 March 2025</p></div>",
        f"<table><tr><th>{ONE}</th><td>1</td></tr><tr><th>a</th><td>2</td></tr></table>" * 2,
    ],
)
def test_once_in_one_frame_as_a_label_a_date_or_a_row_nothing_goes(shown: str) -> None:
    assert gone(shown) == gone(shown, won="") == []


def test_an_entry_of_a_list_is_told_but_once_from_eight_words_on() -> None:
    lists = "<div><ul><li>{0}</li></ul></div><aside><ul><li>{0}</li></ul></aside>"
    assert gone(lists.format(ENTRY), won="li") == [1]
    assert gone(lists.format("Tickets for the ferry cost forty crowns"), won="li") == []


# --- two paragraphs ---


def test_of_two_the_one_in_the_storys_frame_stays() -> None:
    assert gone(f"<aside><p>{ONE}</p></aside>{story(ONE, TWO)}", won="") == [0]
    assert gone(f"{story(ONE, TWO)}<aside><p>{ONE}</p></aside>", won="") == [2]


def test_without_one_in_it_the_first_stays() -> None:
    assert gone(f"<aside><p>{ONE}</p></aside><section><p>{ONE}</p></section>") == [1]


def test_two_that_won_both_stay_where_one_is_told_in_the_storys_frame() -> None:
    assert gone(f"{story(ONE, TWO)}<section><p>{ONE}</p></section>") == []


def test_frames_that_share_more_than_one_line_are_one_text_for_two_screens() -> None:
    assert gone(f"{story(ONE, TWO)}<section><p>{ONE}</p><p>{TWO}</p></section>") == [2, 3]
    assert gone(f"{story(ONE, TWO)}<section><p>{ONE}</p></section><div><p>{TWO}</p></div>") == []


def test_all_but_the_one_that_is_kept_go() -> None:
    three = f"<aside><p>{ONE}</p></aside>{story(ONE)}<section><p>{ONE}</p></section>"
    assert gone(three, won="") == [0, 2]


def test_a_line_of_another_kind_beside_a_paragraph_goes_even_if_it_won() -> None:
    assert gone(f"{story(ONE, TWO)}<section><h3>{ONE}</h3></section>", won="p h3") == [2]
    assert gone(f"<section><h3>{ONE}</h3></section>{story(ONE, TWO)}", won="p h3") == [0]
    assert gone(f"<div class=story><h3>{ONE}</h3><p>{ONE}</p></div>", won="p h3") == []


# --- quotations that were pulled out ---


def test_a_quotation_that_holds_words_of_one_paragraph_goes() -> None:
    quote = "<blockquote>was CLOSED on “Monday”, the old</blockquote>"
    assert gone(story("Nobody knew why the bridge was closed on Monday the old man said.") + quote) == [1]


@pytest.mark.parametrize(
    "quote",
    [
        "was closed on Monday the",
        "was closed on Monday the young",
        "bridge closed on Monday the old",
        "on Monday the old man said so",
    ],
)
def test_one_of_few_words_of_others_or_in_another_order_stays(quote: str) -> None:
    told = "Nobody knew why the bridge was closed on Monday the old man said."
    assert gone(story(told) + f"<blockquote>{quote}</blockquote>") == []


def test_words_are_whole_ones() -> None:
    told = "They reopened the bridges on the coast at noon."
    assert gone(story(told) + "<blockquote>opened the bridges on the coast at</blockquote>") == []


def test_a_quotation_over_two_paragraphs_stays() -> None:
    assert (
        gone(
            story("The bridge was closed", "on Monday at noon")
            + "<blockquote>bridge was closed on Monday at</blockquote>"
        )
        == []
    )


# --- captions ---


def test_a_paragraph_that_says_its_caption_once_more_goes_unless_it_is_the_storys() -> None:
    figure = f"<figure><img src=a><figcaption>{ONE} Photo: Ida Lund</figcaption></figure>"
    assert gone(f"{story(TWO)}<aside>{figure}<p>{ONE}</p></aside>") == [2]
    assert gone(f"<div class=story>{figure}<p>{ONE}</p></div>") == []
    assert gone(f"{story(TWO)}<aside>{figure}<p>The old bridge</p></aside>") == []
    assert gone(f"{story(TWO)}<aside>{figure}<h4>x</h4><p>{ONE}</p></aside>") == []
    assert gone(f"{story(TWO)}<aside>{figure}<p>{TWO.replace('mayor', 'judge')}</p></aside>") == []
