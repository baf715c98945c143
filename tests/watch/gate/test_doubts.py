"""The gate on texts alone: what passes first, then each doubt."""

import pytest

from newsdiff import config
from newsdiff.document import article
from newsdiff.model import Article, Cleaned, Removed, Sign, SignKind, SignPlace
from newsdiff.watch.gate.case import Case, Reason
from newsdiff.watch.gate.doubts import DOUBTS, doubts, signs_of
from tests.kit.site import told

STORY = told(3, 12)


def text(*paragraphs: str, headline: str = "The harbour of Port Amber") -> Article:
    return article(paragraphs, headline, "en")


OLD = text(*STORY)


def reasons(new: Article, **options: object) -> list[Reason]:
    return list(doubts(Case(OLD, new, **options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "new",
    [
        text(*STORY[:5], *STORY[6:]),
        text(*STORY, "A correction: an earlier version said that nine ships came."),
        text(*STORY, "Readers must consent to the use of cookies, the minister said."),
        text(*STORY[:11], STORY[11].replace("The", "A")),
        text(*reversed(STORY)),
        text(*STORY, *told(4, 12)),
        text(*told(5, 12)),  # rewritten under its headline
        text(*STORY, headline="Port Amber's harbour is to be closed"),
    ],
    ids=["cut", "correction", "cookies", "word", "order", "double", "rewritten", "headline"],
)
def test_an_edit_passes(new: Article) -> None:
    assert reasons(new) == []


def test_a_banner_that_was_always_there_is_no_wall() -> None:
    sign = Sign(SignKind.CONSENT, SignPlace.BESIDE, "we use cookies")
    assert reasons(text(*STORY[2:]), signs=(sign,), habit=frozenset((sign.key,))) == []


def test_a_first_visit_that_quotes_a_wall_passes() -> None:
    new = text(*STORY, "Accept all cookies, the sign said.", STORY[0])
    assert doubts(Case(None, new)) == ()


@pytest.mark.parametrize(
    ("new", "waits", "word"),
    [
        (
            text("We and our 812 partners use cookies.", "Accept all to go on.", headline="Your privacy"),
            True,
            "consent",
        ),
        (text("Please verify you are human.", "Ray ID: 12ab", headline="Just a moment..."), True, "robots"),
        (text(*STORY[:4], "Subscribe to continue reading."), True, "pay wall"),
        (text(*STORY[:4], "Lesen Sie weiter? Bereits Abonnent?"), True, "pay wall"),
        (text("Sorry, we could not find that page.", headline="Page not found"), True, "missing page"),
        (text(*(" ".join(reversed(s.split())) for s in STORY), headline="Wind farms grow"), False, "another article"),
        (text("This report was withdrawn."), False, "shrank"),
        (text(*STORY[:8]), False, "ends at"),
        (text(*(s.replace("e", "Ã©") for s in STORY)), True, "characters"),
    ],
)
def test_a_doubt(new: Article, waits: bool, word: str) -> None:
    found = reasons(new)
    assert any(word in reason.message for reason in found)
    assert any(reason.waits for reason in found) is waits


def test_a_page_without_its_closing_tags_was_cut() -> None:
    cut = (Sign(SignKind.CUT),)
    assert reasons(text(*STORY[:11]), signs=cut)[0].waits
    assert reasons(text(*STORY[:11]), signs=cut, was_closed=False) == []


def test_a_notice_that_cleaning_took_out_is_seen() -> None:
    notice = Removed("Subscribe to continue reading this article.", "promotion")
    [sign] = signs_of(Cleaned(OLD, (notice, Removed("Share", "button"))))
    assert reasons(text(*STORY[:10]), signs=(sign,))[0] == Reason("the page shows a pay wall", waits=True)


def test_a_site_may_be_believed() -> None:
    assert doubts(Case(OLD, text(*STORY[:8])), believe={"end"}) == ()
    assert doubts(Case(OLD, text("Gone.")), believe=DOUBTS) == ()
    assert set(config.DOUBTS) == DOUBTS
