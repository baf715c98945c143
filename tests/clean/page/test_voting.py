"""The vote on what is text: what two of three hold."""

import pytest
from lxml import html

from newsdiff.clean.page import voting
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.site import told

STORY = told(3, 12)
BODY = "".join(f"<p>{text}</p>" for text in STORY)


def won(body: str) -> list[str]:
    page = f"<html><body><main><h1>Bridge closed</h1><div class=story>{body}</div></main></body></html>"
    tree = html.document_fromstring(page)
    found = list(leaves(tree))
    return [found[number].text for number in sorted(voting.locate(page, tree, found, frozenset())[1])]


def test_what_most_hold_wins() -> None:
    assert won(BODY) == STORY


def test_a_short_text_wins_too() -> None:
    assert won("".join(f"<p>{text}</p>" for text in STORY[:3])) == STORY[:3]


def test_a_line_that_is_no_sentence_wins_between_others_where_both_outside_voters_hold_it() -> None:
    line = "Divers, engineers, the harbour master and two ministers"
    assert line in won(BODY.replace(f"<p>{STORY[6]}</p>", f"<p>{line}</p><p>{STORY[6]}</p>"))


@pytest.mark.parametrize(
    ("line", "asked"), [("", False), ("<p>Nine of the twelve boats of the old harbour stay in port</p>", True)]
)
def test_the_third_voter_is_asked_only_where_a_line_depends_on_it(
    monkeypatch: pytest.MonkeyPatch, line: str, asked: bool
) -> None:
    held, ask = [], voting._trafilatura
    monkeypatch.setattr(voting, "_trafilatura", lambda tree: held.append(tree) or ask(tree))
    assert won(BODY + line)[: len(STORY)] == STORY
    assert bool(held) is asked
