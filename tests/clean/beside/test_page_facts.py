"""Definition lists: what a story tells in one stays, then those that tell of the page go."""

import pytest

from newsdiff.clean import clean_html
from newsdiff.model import BlockKind
from tests.kit.site import told

STORY = told(5, 6)
DATED = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-12"}</script>'


def entries(facts: str, head: str = "") -> list[str]:
    """The blocks of kind list item of a page whose story stands behind a list of facts."""
    rest = "".join(f"<p>{line}</p>" for line in STORY[1:])
    body = f"<main><h1>Bridge closed</h1><p>{STORY[0]}</p><dl>{facts}</dl><div>{rest}</div></main>"
    article = clean_html(f"<html lang=en><head>{head}</head><body>{body}</body></html>", "https://post.example/x")
    assert [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH] == STORY
    return [block.text for block in article.blocks if block.kind is BlockKind.LIST_ITEM]


def listed(**facts: str) -> str:
    return "".join(f"<dt>{term}</dt><dd>{value}</dd>" for term, value in facts.items())


@pytest.mark.parametrize(
    "facts",
    [
        {"When": "18 March 2025", "Where": "<a href='/hall'>Old hall</a>"},
        {"Opened": "12 March 2025", "Seats": "84"},
        {"Bridge": "<a href='/bridge'>Old bridge</a>", "Built": "<a href='/1987'>in 1987</a>"},
    ],
)
def test_facts_of_the_story_stay(facts: dict[str, str]) -> None:
    assert set(facts) <= set(entries(listed(**facts), DATED))


@pytest.mark.parametrize(
    ("facts", "head"),
    [
        ({"From": "<a href='/b'>Harbour board</a>", "Published": "1 March 2025"}, ""),
        ({"Tema": "<a href='/t'>Hamn</a>", "Tid": "12 March 2025"}, DATED),
    ],
)
def test_facts_of_the_page_go(facts: dict[str, str], head: str) -> None:
    assert entries(listed(**facts), head) == []
