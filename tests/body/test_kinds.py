"""Whether a body ends as a whole one of its type does."""

import pytest

from newsdiff.body.kinds import closed

PAGE = "<html><body><article><p>The pier is closed.</p><p>It opens in May.</p></article></body></html>"


@pytest.mark.parametrize(
    "body",
    [
        PAGE,
        PAGE.replace("</body></html>", ""),
        PAGE.replace("</html>", "\n<!-- served in 12 ms -->\n"),
        PAGE.encode("utf-16").decode("latin-1"),
        "<html><p>The pier is closed.<p>It opens in May.<ul><li>Sund</ul><p>&copy",
        "<p>A part of a page.</p>",
        "<?xml version='1.0'?><rss><channel></channel></rss>",
    ],
)
def test_a_whole_page(body: str) -> None:
    assert closed(body.encode("latin-1"))


@pytest.mark.parametrize(
    "body",
    [
        PAGE[: PAGE.index("May")],
        PAGE[: PAGE.index("</article>")],
        PAGE[: PAGE.index("<p>It")],
        "<html><p>The pier is closed.</p><p>It",
        "<?xml version='1.0'?><rss><channel>",
    ],
)
def test_a_page_that_breaks_off(body: str) -> None:
    assert not closed(body.encode())


def test_other_types_end_in_their_own_way() -> None:
    assert closed(b'{"a": 1}', "application/json")
    assert not closed(b'{"a": 1', "application/json")
    assert closed(b"anything", "text/plain")
