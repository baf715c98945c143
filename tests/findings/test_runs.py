"""What is told as one: rows of a table, sentences of a paragraph, neighbouring paragraphs, repetitions."""

import newsdiff
from newsdiff.diff import diff
from newsdiff.findings.draft import Draft
from newsdiff.findings.runs import in_runs, paragraphs, tables, told_once
from newsdiff.model import Article, Block, BlockKind, Diff, Flag, FlagKind, Place, Severity

EMPTY = diff(newsdiff.article([]), newsdiff.article([]))


def flag(kind: FlagKind = FlagKind.NUMBER, old: str = "12", new: str = "14") -> Flag:
    return Flag(kind, Severity.HIGH, old, new)


def draft(at: int, *flags: Flag, weight: float = 10.0, place: Place | None = None) -> Draft:
    return Draft(place or Place("old", "new", at, at), flags or (flag(),), weight, at, at)


def came(at: int, text: str, *, weight: float = 5.0, **told: object) -> Draft:
    """A block that came."""
    place = Place("", text, None, at, whole=True, **told)  # type: ignore[arg-type]
    return draft(at, flag(FlagKind.ADDED, "", text), weight=weight, place=place)


def listing(*kinds: BlockKind) -> Diff:
    """Two texts of one row of blocks, all of which changed."""
    old, new = (Article("", blocks=tuple(Block(k, f"{word} {n}") for n, k in enumerate(kinds))) for word in ("a", "b"))
    return diff(old, new)


def test_nothing_makes_nothing() -> None:
    assert tables([], EMPTY) == paragraphs([], EMPTY) == told_once([]) == in_runs([]) == []


def test_paragraphs_are_no_table() -> None:
    two = [draft(0), draft(1)]
    assert tables(two, listing(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)) == two


def test_like_changes_of_neighbouring_rows_are_one_that_is_counted() -> None:
    rows = listing(*[BlockKind.ROW] * 3)
    (one,) = tables([draft(0), draft(1, weight=30.0), draft(2)], rows)
    assert (one.count, one.weight, one.order, len(one.flags)) == (3, 30.0, 1, 3)


def test_other_changes_and_rows_apart_stay_by_themselves() -> None:
    rows = listing(*[BlockKind.LIST_ITEM] * 5)
    assert len(tables([draft(0), draft(1, flag(FlagKind.DATE))], rows)) == 2
    assert len(tables([draft(0), draft(4)], rows)) == 2
    assert len(tables([draft(0)], rows)) == 1


def whole_text(*sentences: str) -> tuple[Diff, list[Draft]]:
    text = " ".join(sentences)
    new = Article("", blocks=(Block(BlockKind.PARAGRAPH, text),))
    return diff(Article(""), new), [came(0, sentence) for sentence in sentences]


def test_adjoining_sentences_that_came_are_one_place() -> None:
    told, drafts = whole_text("It rained.", "It snowed.", "It froze.")
    (one,) = paragraphs(drafts, told)
    assert one.place is not None
    assert (one.place.old, one.place.new) == ("", "It rained. It snowed. It froze.")
    assert len(one.flags) == 3


def test_sentences_with_an_old_one_between_them_are_two_places() -> None:
    told, (first, _, last) = whole_text("It rained.", "It snowed.", "It froze.")
    assert [d.place and d.place.new for d in paragraphs([first, last], told)] == ["It rained.", "It froze."]


def test_a_sentence_alone_and_what_has_a_counterpart_stay() -> None:
    told, drafts = whole_text("It rained.")
    changed = draft(0)
    assert paragraphs([changed, *drafts], told) == [changed, *drafts]


def test_the_sentence_that_tells_of_harm_tells_the_paragraph() -> None:
    told, drafts = whole_text("It rained.", "Two died.", "It froze.")
    place = drafts[1].place
    assert place is not None
    drafts[1] = drafts[1]._replace(place=place._replace(holds=frozenset({FlagKind.EVENT})))
    (one,) = paragraphs(drafts, told)
    assert one.place is not None and one.place.telling == "Two died. It froze."


def test_a_change_in_several_places_is_told_where_it_stands_first() -> None:
    (one,) = told_once([draft(4), draft(1), draft(2)])
    assert (one.order, one.count, len(one.flags)) == (1, 3, 3)
    assert one.weight > draft(1).weight


def test_letters_alone_make_no_other_change() -> None:
    assert len(told_once([draft(0, flag(old="The Mayor")), draft(1, flag(old="the mayor"))])) == 1


def test_other_changes_are_told_each() -> None:
    assert len(told_once([draft(0), draft(1, flag(new="15")), draft(2, flag(FlagKind.DATE))])) == 3
    assert len(told_once([draft(0), draft(1, flag(), flag(FlagKind.DATE))])) == 2  # it says more


def test_a_paragraph_of_the_headlines_words_is_told_with_it() -> None:
    headline = draft(0, flag(FlagKind.HEADLINE, "Rain", "Snow"), weight=50.0)
    again = draft(3, flag(FlagKind.ADDED, "", "Snow"))
    (one,) = told_once([headline, again])
    assert (one.order, one.count) == (0, 2)


def test_two_neighbouring_paragraphs_are_told_each_and_three_as_one() -> None:
    three = [came(n, f"It rained on day {n} of the week.") for n in range(3)]
    assert len(in_runs(three[:2])) == 2
    (one,) = in_runs(three)
    assert (one.count, one.last, len(one.flags)) == (3, 2, 3)


def test_a_gap_or_a_paragraph_that_weighs_ends_a_run() -> None:
    far = [came(n, f"It rained on day {n} of the week.") for n in (0, 1, 9)]
    assert len(in_runs(far)) == 3
    harm = [*far[:2], came(2, "Two people died there.", holds=frozenset({FlagKind.EVENT}))]
    assert len(in_runs(harm)) == 3
    changed = [came(0, "One came here today."), draft(1), came(2, "Another came here today.")]
    assert len(in_runs(changed)) == 3


def test_a_run_quotes_its_first_statement_under_its_heading() -> None:
    run = [came(0, "What happened next", leads=True), came(1, "It rained all day."), came(2, "It snowed all night.")]
    (one,) = in_runs(run)
    assert one.place is not None and one.place.new == "It rained all day."
    assert one.heading in ("", "What happened next")
    heavier = [*run[:2], run[2]._replace(weight=40.0)]
    (one,) = in_runs(heavier)
    assert one.place is not None and one.place.new == "It snowed all night."
    assert one.weight == 40.0
