"""The page's zones: what each line is in its zone, or why it goes."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.errors import CleanError
from newsdiff.model import BlockKind, Cleaned
from tests.kit.site import told

STORY = told(3, 8)
TITLE = "Bridge of Lower Quill closed for repairs"
BODY = "".join(f"<p>{text}</p>" for text in STORY)


def cleaned(*, opening: str = "", body: str = BODY, closing: str = "", behind: str = "") -> Cleaned:
    page = (
        f"<html lang=en><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>{opening}"
        f"<div class=story>{body}</div>{closing}</article>{behind}</main></body></html>"
    )
    return cleaned_html(page.encode(), "https://post.example/quill/bridge")


def blocks(**zones: str) -> list[tuple[BlockKind, str]]:
    """What the page gives beside its headline and its story."""
    found = [(block.kind, block.text) for block in cleaned(**zones).article.blocks]
    assert (BlockKind.HEADLINE, TITLE) in found
    return [each for each in found if each[1] not in (TITLE, *STORY)]


def removed(**zones: str) -> dict[str, str]:
    return {each.text: each.reason for each in cleaned(**zones).removed}


def test_a_story_alone_stays_whole_and_nothing_is_told_of_it() -> None:
    found = cleaned()
    assert [block.text for block in found.article.blocks] == [TITLE, *STORY]
    assert found.removed == ()


DEK = "The crossing is to be shut for eighteen months while the piers are mended"
NOTE = "Correction: an earlier version of this story misstated the year."


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (f"<p class=dek>{DEK}</p>", BlockKind.DEK),
        (f"<p>{DEK}</p>", BlockKind.DEK),
        (f"<p>{NOTE}</p>", BlockKind.CORRECTION),
        ("<p>Wednesday, March 12, 2025</p>", BlockKind.DATE),
        ("<p>By Ida Lund</p>", BlockKind.BYLINE),
        (
            "<figure><img src=a.jpg><figcaption>The bridge in the rain on Monday.</figcaption></figure>",
            BlockKind.CAPTION,
        ),
    ],
)
def test_between_headline_and_text_each_line_has_its_kind(opening: str, kind: BlockKind) -> None:
    assert [found for found, _ in blocks(opening=opening)] == [kind]


@pytest.mark.parametrize("opening", ["<p>Local News</p>", "<p>3 hours ago</p>", "<p>Share</p>", "<p>142 views</p>"])
def test_fragments_above_the_text_go(opening: str) -> None:
    assert blocks(opening=opening) == []


def test_above_the_headline_a_note_or_a_date_alone_stays_in_the_container() -> None:
    def above(line: str) -> list[tuple[BlockKind, str]]:
        page = f"<html lang=en><body><article><p>{line}</p><h1>{TITLE}</h1>{BODY}</article></body></html>"
        found = cleaned_html(page.encode()).article.blocks
        return [(block.kind, block.text) for block in found if block.text not in (TITLE, *STORY)]

    assert above("Harbour and sea") == []
    assert above(NOTE) == [(BlockKind.CORRECTION, NOTE)]
    assert above("12 March 2025") == [(BlockKind.DATE, "12 March 2025")]


def test_in_the_text_everything_stays_but_furniture() -> None:
    half = len(STORY) // 2
    parts = [f"<p>{text}</p>" for text in STORY]
    inside = "<h2>What the engineers say</h2><blockquote><p>It moved.</p></blockquote><p>Share</p>"
    body = "".join([*parts[:half], inside, *parts[half:]])
    assert blocks(body=body) == [(BlockKind.HEADING, "What the engineers say"), (BlockKind.QUOTE, "It moved.")]
    assert removed(body=body) == {"Share": "label"}


def test_below_the_text_notes_stay_and_fragments_go() -> None:
    assert blocks(closing=f"<p>{NOTE}</p>") == [(BlockKind.CORRECTION, NOTE)]
    assert blocks(closing="<div><span>Harbour</span></div>") == []


def test_behind_the_container_a_correction_alone_is_of_the_article() -> None:
    behind = f"<footer><p>{NOTE}</p><p>All rights reserved by the Amber Courier of Quill.</p></footer>"
    assert blocks(behind=behind) == [(BlockKind.CORRECTION, NOTE)]


def test_the_pages_update_log_is_put_behind_its_dates() -> None:
    log = "<ul class=change-log><li><p>22 March 2021</p><p>Image updated</p></li></ul>"
    assert blocks(closing=log) == [(BlockKind.CORRECTION, "22 March 2021: Image updated")]


def test_a_heading_under_which_nothing_is_left_goes() -> None:
    closing = "<h3>More stories</h3><ul>" + "".join(
        f"<li><a href=/{n}>A title of the day {n}</a></li>" for n in range(4)
    )
    assert blocks(body=BODY + closing + "</ul>") == []


def test_a_signature_is_the_byline_where_nothing_else_is() -> None:
    found = cleaned(body=f"{BODY}<p>(Editing: Ida Lund)</p>")
    assert [(b.kind, b.text) for b in found.article.blocks][-1] == (BlockKind.BYLINE, "(Editing: Ida Lund)")
    assert [witness.source for witness in found.witnesses if witness.field == "byline"] == ["the last line of the text"]


def test_a_signature_is_found_behind_the_text_in_an_element_of_its_own() -> None:
    found = cleaned(body=f"{BODY}<div class=edit>（責編：李強、王偉）</div>")
    assert [b.text for b in found.article.blocks if b.kind is BlockKind.BYLINE] == ["（責編：李強、王偉）"]


def test_who_translated_stands_beside_who_wrote() -> None:
    lines = "<ul><li class=i>By: Ida Lund</li><li class=i>Translation: <a href=/o>Olaf Berg</a></li></ul>"
    page = f"<html><body><h1>{TITLE}</h1>{lines}<article>{BODY}</article></body></html>"
    found = cleaned_html(page.encode()).article
    assert [b.text for b in found.blocks if b.kind is BlockKind.BYLINE] == ["By: Ida Lund", "Translation: Olaf Berg"]


def test_a_note_above_the_headline_stays_where_the_story_has_an_element_of_its_own() -> None:
    note = "Correction: An earlier version of this article named the wrong pier."
    page = f"<html><body><div><p>{note}</p><h1>{TITLE}</h1><div class=story>{BODY}</div></div></body></html>"
    found = cleaned_html(page.encode()).article
    assert (BlockKind.CORRECTION, note) in [(b.kind, b.text) for b in found.blocks]


def test_a_page_of_hardly_more_than_a_heading_is_cleaned_or_refused() -> None:
    assert cleaned_html("<h1>港</h1><p>a</p>", "https://post.example/boats").article.blocks[0].text == "港"
    with pytest.raises(CleanError):
        cleaned_html("<h1>Boats</h1>", "https://post.example/boats")
