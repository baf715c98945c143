"""What a page shows of a comparison: elements for what went and came, and anchors that lead to what is shown."""

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Report
from newsdiff.render.layout import Options, Side, Span
from newsdiff.render.page_parts import ComparisonParts, MarkedSpan, marked, parts

RAIN = "It rained on the quay all night, and nobody was there to see it."
FERRY = "The collapse of the pier killed {} people on Monday, the mayor of the town said."


def compared(old: list[str], new: list[str], headline: str = "Storm", language: str | None = "en") -> Report:
    before, after = (newsdiff.article(side, headline, language) for side in (old, new))
    return newsdiff.compare(before, after)


def shown(report: Report, **options: object) -> ComparisonParts:
    return parts(report, Options(**options), Side("@1"), Side("@2"))  # type: ignore[arg-type]


def test_nothing_to_mark() -> None:
    assert marked(()) == ()
    assert marked((Span("It rained."), Span(" [... 9 characters unchanged ...]", "gap"))) == (
        MarkedSpan("It rained."),
        MarkedSpan(" [... 9 characters unchanged ...]"),
    )


@pytest.mark.parametrize(
    ("span", "tag", "classes"),
    [
        (Span("a", "delete"), "del", ""),
        (Span("a", "insert"), "ins", ""),
        (Span("a", "delete", True), "del", "form"),
        (Span("a", "from"), "del", "moved"),
        (Span("a", "to"), "ins", "moved"),
        (Span("a", "to", True), "ins", "form moved"),
    ],
)
def test_what_became_of_a_span_is_an_element(span: Span, tag: str, classes: str) -> None:
    assert marked((span,)) == (MarkedSpan("a", tag, classes),)


def test_a_line_feed_is_a_pilcrow_and_markup_stays_a_text() -> None:
    assert marked((Span("<b>a</b>\nb", "insert"),)) == (MarkedSpan("<b>a</b> ¶ b", "ins"),)


def test_equal_texts_are_a_fold_without_findings() -> None:
    page = shown(compared([RAIN], [RAIN]))
    assert (page.findings, page.summary, page.title) == ((), "", "Storm")
    assert [(p.fold, p.anchor, p.spans) for p in page.passages] == [("2 paragraphs unchanged", None, ())]
    assert page.meta == ("@1 -> @2", "nothing differs")


def test_a_finding_leads_to_the_passage_that_it_stands_in() -> None:
    page = shown(compared([RAIN, FERRY.format(12)], [RAIN, FERRY.format(40)]))
    [finding], (fold, passage) = page.findings, page.passages
    assert (fold.fold, passage.kind, passage.label) == ("2 paragraphs unchanged", "text", "paragraph 2")
    assert finding.target == passage.anchor is not None
    assert (finding.severity, finding.kinds, finding.place) == ("high", "number", "paragraph 2")
    assert [flag.change for flag in finding.flags] == ["12 -> 40"]
    assert [(s.text, s.tag) for s in passage.spans if s.tag] == [("12", "del"), ("40", "ins")]


def test_a_finding_about_no_block_leads_nowhere() -> None:
    old, new = (
        Article("", published=at, blocks=(Block(BlockKind.PARAGRAPH, RAIN),)) for at in ("2025-01-01", "2024-01-01")
    )
    [finding] = shown(newsdiff.compare(old, new)).findings
    assert (finding.kinds, finding.target, finding.place) == ("published", None, "")


def test_what_is_shown_unchanged_has_no_anchor() -> None:
    page = shown(compared([RAIN, FERRY.format(12)], [RAIN, FERRY.format(40)]), full=True)
    assert [(p.label, p.anchor is None) for p in page.passages] == [
        ("headline", True),
        ("paragraph 1", True),
        ("paragraph 2", False),
    ]
    assert [p.kind for p in page.passages] == ["headline", "text", "text"]


def test_every_target_is_an_anchor_and_no_anchor_stands_twice() -> None:
    names = ["Ann Lee", "Bo Hale", "Cy Quill", "Di Marsh"]
    old = [
        f"{name} of the harbour office told the council about the cranes of pier {n}." for n, name in enumerate(names)
    ]
    new = [old[2].replace("2", "7"), old[0], old[1].replace("cranes", "boats"), "Nobody was hurt, the mayor said."]
    page = shown(compared(old, new))
    anchors = [p.anchor for p in page.passages if p.anchor is not None]
    assert len(anchors) == len(set(anchors))
    assert {f.target for f in page.findings} <= set(anchors)
    assert page.findings


def test_what_went_leads_to_where_it_stood() -> None:
    page = shown(compared([RAIN, FERRY.format(12)], [RAIN]))
    [finding] = page.findings
    [passage] = [p for p in page.passages if p.anchor is not None]
    assert (finding.target, passage.label) == (passage.anchor, "paragraph 2, deleted")
    assert {s.tag for s in passage.spans} == {"del"}


@pytest.mark.parametrize(("language", "told"), [("de", "de"), (None, "en")])
def test_a_page_has_a_language(language: str | None, told: str) -> None:
    same = Article("", language=language, blocks=(Block(BlockKind.PARAGRAPH, "12"),))
    assert shown(newsdiff.compare(same, same)).language == told


def test_the_summary_does_not_say_twice_that_nobody_was_told() -> None:
    old, new = (
        Article(
            "https://courier.example/a", "2025-01-01", "2025-01-02", "en", blocks=(Block(BlockKind.PARAGRAPH, text),)
        )
        for text in (FERRY.format(12), FERRY.format(40))
    )
    report = newsdiff.compare(old, new)
    page = shown(report)
    assert report.summary.endswith("; no note")
    assert not page.summary.endswith("no note")
    assert any("no note" in line for line in page.meta)
    assert page.address == "https://courier.example/a"
