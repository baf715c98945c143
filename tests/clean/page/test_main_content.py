"""Where the article stands on a page: its paragraphs are read, whatever stands around them; told on whole pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.clean import cleaned_html
from newsdiff.errors import CleanError
from newsdiff.model import BlockKind
from tests.kit.site import told

STORY = told(3, 6)
TITLE = "Bridge of Lower Quill closed for repairs"
BODY = "".join(f"<p>{sentence}</p>" for sentence in STORY)
LINKS = "".join(f'<li><a href="/{n}">Another story of the day, number {n}</a></li>' for n in range(8))
AROUND = {
    "navigation": f"<nav><ul>{LINKS}</ul></nav>",
    "sidebar": f"<aside class=sidebar><h3>Most read</h3><ol>{LINKS}</ol></aside>",
    "footer": "<footer><p>© 2026 Amber Courier. All rights reserved.</p><a href=/imprint>Imprint</a></footer>",
    "comments": "<section id=comments><h3>Comments</h3>"
    + "".join(f"<div class=comment><p>{s}</p></div>" for s in told(9, 5))
    + "</section>",
    "newsletter": "<div class=newsletter><p>Sign up for our newsletter.</p><input type=email><button>Go</button></div>",
    "cookies": "<div id=cookie-banner><p>We use cookies.</p><button>Accept</button></div>",
    "search": "<form role=search><input name=q><button>Search</button></form>",
    "script": "<script>var story = 'A sentence that nobody reads on the page.';</script>",
    "template": "<template><p>A sentence that waits in a template and is never shown.</p></template>",
}


def paragraphs(page: str) -> list[str]:
    return [b.text for b in cleaned_html(page.encode()).article.blocks if b.kind is BlockKind.PARAGRAPH]


def page(body: str, before: str = "", after: str = "", *, tag: str = "article") -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE}</title></head><body>{before}"
        f"<{tag}><h1>{TITLE}</h1>{body}</{tag}>{after}</body></html>"
    )


def test_a_bare_article_is_read_whole() -> None:
    found = cleaned_html(page(BODY).encode()).article
    assert found.headline == TITLE
    assert [b.text for b in found.blocks if b.kind is BlockKind.PARAGRAPH] == STORY


@pytest.mark.parametrize("tag", ["article", "main", "div", "section"])
def test_whatever_element_it_stands_in(tag: str) -> None:
    assert paragraphs(page(BODY, tag=tag)) == STORY


@pytest.mark.parametrize("name", list(AROUND))
def test_what_stands_before_or_behind_is_none_of_it(name: str) -> None:
    assert paragraphs(page(BODY, before=AROUND[name])) == STORY
    assert paragraphs(page(BODY, after=AROUND[name])) == STORY


@settings(max_examples=25)
@given(st.lists(st.sampled_from(list(AROUND)), max_size=4), st.lists(st.sampled_from(list(AROUND)), max_size=4))
def test_nor_are_any_of_them_together(before: list[str], after: list[str]) -> None:
    found = paragraphs(page(BODY, *("".join(AROUND[name] for name in side) for side in (before, after))))
    assert found == STORY


@pytest.mark.parametrize("depth", [1, 5, 30])
def test_boxes_around_it_change_nothing(depth: int) -> None:
    assert paragraphs(page("<div>" * depth + BODY + "</div>" * depth)) == STORY


def test_a_text_in_several_columns_is_one_text() -> None:
    halves = "".join(f"<div class=col>{''.join(f'<p>{s}</p>' for s in part)}</div>" for part in (STORY[:3], STORY[3:]))
    assert paragraphs(page(halves)) == STORY


def test_the_longer_of_two_texts_is_the_article() -> None:
    teaser = f"<div class=teaser><h2><a href=/x>Another</a></h2><p>{told(7, 1)[0]}</p></div>"
    assert paragraphs(page(BODY, after=teaser))[: len(STORY)] == STORY


def test_a_short_report_is_read_too() -> None:
    assert paragraphs(page(f"<p>{STORY[0]}</p>", AROUND["navigation"], AROUND["footer"])) == STORY[:1]


@pytest.mark.parametrize("empty", ["", "<html><body></body></html>", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_any_text_says_so(empty: str) -> None:
    with pytest.raises(CleanError, match=r"holds no text|cannot be read") as error:
        cleaned_html(empty.encode())
    assert error.value.hint


def test_what_is_hidden_is_not_read() -> None:
    hidden = f"<p style='display:none'>{told(8, 1)[0]}</p>"
    assert paragraphs(page(BODY + hidden)) == STORY


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h2>What happens next in the harbour</h2>", BlockKind.HEADING),
        ("<blockquote><p>We were not asked, said the baker of the town.</p></blockquote>", BlockKind.QUOTE),
        ("<ul><li>The first of the reasons is money.</li><li>The second is time.</li></ul>", BlockKind.LIST_ITEM),
        ("<table><tr><td>Cracks</td><td>17</td></tr><tr><td>Repairs</td><td>3</td></tr></table>", BlockKind.ROW),
        ("<figure><img src=x><figcaption>The bridge in the winter of 2025.</figcaption></figure>", BlockKind.CAPTION),
        ("<p><em>Correction: An earlier version gave a wrong number of cracks.</em></p>", BlockKind.CORRECTION),
    ],
)
def test_each_kind_of_block_inside_the_text_is_read_as_what_it_is(markup: str, kind: BlockKind) -> None:
    middle = "".join(f"<p>{s}</p>" for s in STORY[:3]) + markup + "".join(f"<p>{s}</p>" for s in STORY[3:])
    blocks = cleaned_html(page(middle).encode()).article.blocks
    assert kind in {b.kind for b in blocks}
    assert [b.text for b in blocks if b.text in STORY] == STORY


@pytest.mark.parametrize(
    "noise", ["<br>", "<wbr>", "<!-- ad -->", "<span></span>", "<a name=x></a>", "<script>x()</script>"]
)
def test_marks_inside_a_sentence_do_not_cut_it(noise: str) -> None:
    body = BODY.replace(" of ", f" of {noise}" if noise == "<br>" else f"{noise} of ", 1)
    assert paragraphs(page(body)) == STORY
