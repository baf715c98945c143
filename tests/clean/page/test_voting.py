"""The vote on what is text: two voters settle what is beyond doubt, the third is asked where they do not."""

import pytest
from lxml import html

from newsdiff.clean.page import voting
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.site import told

STORY = told(3, 12)
BODY = "".join(f"<p>{text}</p>" for text in STORY)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each question to the third voter, who answers as it does."""
    questions: list[str] = []
    answer = voting._trafilatura

    def ask(tree: object) -> str:
        questions.append("asked")
        return answer(tree)

    monkeypatch.setattr(voting, "_trafilatura", ask)
    return questions


def won(body: str) -> list[str]:
    page = f"<html><body><main><h1>Bridge closed</h1><div class=story>{body}</div></main></body></html>"
    tree = html.document_fromstring(page)
    found = list(leaves(tree))
    return [found[number].text for number in sorted(voting.locate(page, tree, found, frozenset())[1])]


def test_what_two_agree_on_needs_no_third(asked: list[str]) -> None:
    assert won(BODY) == STORY
    assert asked == []


def test_a_short_text_is_put_to_all_three(asked: list[str]) -> None:
    assert won("".join(f"<p>{text}</p>" for text in STORY[:3])) == STORY[:3]
    assert asked == ["asked"]


def test_a_line_between_agreed_ones_wins_with_them(asked: list[str]) -> None:
    line = "Divers, engineers, the harbour master and two ministers"
    assert line in won(BODY.replace(f"<p>{STORY[6]}</p>", f"<p>{line}</p><p>{STORY[6]}</p>"))
    assert asked == []
