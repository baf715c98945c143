"""Whether a page is built as the articles of its host are: those that are, or of a host that is hardly known, first."""

from newsdiff.clean import cleaned_html
from newsdiff.model import PageFrame
from newsdiff.watch.gate.host_outline import ENOUGH_PAGES, is_foreign
from newsdiff.watch.memory.site_memory import PageShapes, shapes_of
from tests.kit.site import told


def frame(number: int, main: str) -> PageFrame:
    """The frame of a page; ``main`` has a place for the paragraphs of its story."""
    lines = "".join(f"<p>{line}</p>" for line in told(number, 6))
    html = f"<html><body><div class=top><a href=/>Home</a></div>{main.format(lines)}</body></html>"
    return cleaned_html(html, "https://quay.example/a").frame


STORY = "<div class=story><h1>A headline of the day</h1><div class=copy>{0}</div></div>"
LIST = "<div class=index><h1>All that was told</h1><section>{0}</section></div>"


def known(pages: int = ENOUGH_PAGES, main: str = STORY) -> PageShapes:
    return shapes_of([frame(n, main) for n in range(pages)])


def test_an_article_of_the_host_is_none_of_another_kind() -> None:
    assert not is_foreign(frame(50, STORY), known())


def test_of_a_host_that_is_hardly_known_nothing_is_foreign() -> None:
    assert not is_foreign(frame(50, LIST), known(ENOUGH_PAGES - 1))


def test_a_host_whose_articles_are_built_in_many_ways_tells_nothing() -> None:
    shapes = shapes_of([frame(n, STORY if n % 2 else LIST.replace("index", "long")) for n in range(8)])
    assert not is_foreign(frame(50, LIST), shapes)


def test_elements_without_a_name_tell_nothing() -> None:
    assert not is_foreign(frame(50, LIST), known(main="<div><h1>A headline of the day</h1><div>{0}</div></div>"))


def test_a_page_that_lacks_story_text_and_headline_of_its_host_is_foreign() -> None:
    assert is_foreign(frame(50, LIST), known())
