"""Who signs a text at its end, where the line above it names nobody, or an account or a desk."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import BlockKind
from tests.kit.crawls import page

URL = "https://post.example/islands/ferry"
ADMIN = '<p>Posted by <a href="/author/admin">admin</a></p><p>12 March 2025, 10:20</p>'


def bylines(last: str, above: str = "") -> list[str]:
    head = '<meta name="author" content="admin"></head>' if above else "</head>"
    shown = page("end", last).replace("</h1>", f"</h1>{above}", 1).replace("</head>", head)
    return [b.text for b in cleaned_html(shown, URL).article.blocks if b.kind is BlockKind.BYLINE]


@pytest.mark.parametrize(
    "last",
    [
        "<p>Old Harbour</p>",  # words of the dictionary
        "<p>Maren Holt</p>",  # the story tells of her
        "<p>Story: Ferry</p>",
        "<p>Photos: Ida Lund</p>",
        "<p>Tickets: Ida Lund</p>",
        "<p>With Thanks.</p>",
        "<p>Ida Lund.</p><p>See also: the old pier</p>",
    ],
)
def test_an_account_stays_where_nobody_signs(last: str) -> None:
    assert bylines(last, ADMIN) == ["Posted by admin"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("<p>Ida Lund</p>", "Ida Lund"),
        ("<p>By Ida Lund</p>", "By Ida Lund"),
        ("<p>Ida Lund</p><p>desk@post.example</p>", "Ida Lund"),
        ("<p>(Ida Lund, 12.3.2025)</p>", "(Ida Lund, 12.3.2025)"),
        ("<p><b>Ida LUND.</b></p><p>Photos by the author.</p>", "Ida LUND."),
        ("<p><em>Ida Lund, in Sund</em></p>", "Ida Lund, in Sund"),
        ("<p><b>Ida Lund</b>, Sund</p>", "Ida Lund, Sund"),
        ("<p>Words: Ida Lund, photos: Sam Poe</p>", "Words: Ida Lund"),
        ("<p>Ida Lund / The Harbour Post</p>", "Ida Lund / The Harbour Post"),
        (
            "<p><em>Reporting by Ida Lund in Sund; editing by Sam Poe</em></p>",
            "Reporting by Ida Lund in Sund; editing by Sam Poe",
        ),
    ],
)
def test_who_signs_is_believed_before_an_account(last: str, told: str) -> None:
    assert bylines(last, ADMIN) == [told]


@pytest.mark.parametrize("last", ["<p>Ida Lund</p>", "<p>Tickets: Ida Lund</p>"])
def test_without_an_account_above_a_plain_name_signs_nothing(last: str) -> None:
    assert bylines(last) == []


def test_letters_sign_only_where_the_line_above_names_nobody() -> None:
    assert bylines("<p>(KNA)</p>") == ["(KNA)"]
    assert bylines("<p>(KNA)</p>", ADMIN) == ["Posted by admin"]


def test_a_paragraph_is_kept_without_the_signature_behind_it() -> None:
    blocks = cleaned_html(page("end", "<p>The boat is old, and so is its captain. (ilu)</p>"), URL).article.blocks
    told = [(block.kind, block.text) for block in blocks[-2:]]
    assert told == [(BlockKind.PARAGRAPH, "The boat is old, and so is its captain."), (BlockKind.BYLINE, "(ilu)")]


@pytest.mark.parametrize(("above", "told"), [("<p>Newsroom reporters</p>", ["Ida Lund"]), ("<p>Old pier</p>", [])])
def test_a_plain_name_signs_where_a_desk_stands_above_the_text(above: str, told: list[str]) -> None:
    shown = page("end", "<p>Ida Lund</p>").replace("</h1>", f"</h1>{above}<p>12 March 2025, 10:20</p>", 1)
    blocks = cleaned_html(shown, URL).article.blocks
    assert [block.text for block in blocks if block.kind is BlockKind.BYLINE] == told


@pytest.mark.parametrize(
    ("first", "told"), [("<p>【佐伯美和】</p>", ["【佐伯美和】"]), ("<p>（佐伯美和さん）</p>", [])]
)
def test_a_name_in_brackets_of_names_signs_the_first_line_too(first: str, told: list[str]) -> None:
    blocks = cleaned_html(page("before", first), URL).article.blocks
    assert [block.text for block in blocks if block.kind is BlockKind.BYLINE] == told
