"""How much of a text stands in another one: 0 to 1, whatever the typography."""

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.document import article
from newsdiff.model import Article, Block, BlockKind
from newsdiff.watch.gate.similarity import SKETCH_SHINGLES, ShingledText, alike, kept_share

WORDS = [f"word{n}" for n in range(200)]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), max_size=5)


def shingled(*paragraphs: str) -> ShingledText:
    return ShingledText.of(article(paragraphs))


def test_a_text_stands_whole_in_itself_and_in_a_longer_one() -> None:
    short = shingled("The ferry leaves at dawn and comes back at night.")
    long = shingled("The ferry leaves at dawn and comes back at night.", "Nobody was hurt in the storm of Monday.")
    assert kept_share(short, short) == kept_share(short, long) == 1.0
    assert 0 < kept_share(long, short) < 1


def test_of_nothing_everything_is_kept_and_of_another_text_nothing() -> None:
    nothing, text = shingled(), shingled("The ferry leaves at dawn and comes back at night.")
    assert kept_share(nothing, text) == kept_share(nothing, nothing) == 1.0
    assert kept_share(text, nothing) == 0.0
    assert kept_share(text, shingled("Another story was told by other people on a later day.")) == 0.0


@given(TEXTS, TEXTS)
def test_a_share_is_within_nought_and_one(one: list[str], other: list[str]) -> None:
    assert 0.0 <= kept_share(shingled(*one), shingled(*other)) <= 1.0


@given(TEXTS)
def test_typography_and_case_change_nothing(paragraphs: list[str]) -> None:
    shouted = [p.upper().replace(" ", "\u00a0") for p in paragraphs]
    assert shingled(*paragraphs).words == shingled(*shouted).words
    assert shingled(*paragraphs).sketch == shingled(*shouted).sketch


@given(TEXTS)
def test_a_sketch_is_small_sorted_and_alike_to_itself_alone_where_there_are_words(paragraphs: list[str]) -> None:
    sketch = shingled(*paragraphs).sketch
    assert len(sketch) <= SKETCH_SHINGLES
    assert list(sketch) == sorted(sketch)
    assert alike(sketch, sketch) is bool(sketch)


def test_a_text_of_fewer_than_four_words_is_one_shingle() -> None:
    assert dict(shingled("Two words").shingles) == {("two", "words"): 1}
    assert dict(shingled("One two three four five").shingles) == {
        ("one", "two", "three", "four"): 1,
        ("two", "three", "four", "five"): 1,
    }


def test_a_repeated_run_counts_as_often_as_it_stands() -> None:
    twice = shingled("one two three four five one two three four five")
    assert twice.shingles[("one", "two", "three", "four")] == 2
    assert kept_share(twice, shingled("one two three four five")) < 0.5


def test_one_word_changed_in_a_long_text_leaves_the_sketches_alike() -> None:
    words = [f"word{n}" for n in range(300)]
    one = shingled(" ".join(words))
    words[150] = "other"
    assert alike(one.sketch, shingled(" ".join(words)).sketch)
    assert not alike(one.sketch, shingled(" ".join(f"thing{n}" for n in range(300))).sketch)
    assert not alike(one.sketch, ())


def test_below_leaves_out_headline_byline_and_date() -> None:
    kinds = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.DEK, BlockKind.PARAGRAPH)
    page = Article("", blocks=tuple(Block(kind, f"the {kind} of it") for kind in kinds))
    assert ShingledText.below(page).blocks == ("the dek of it", "the paragraph of it")
    assert len(ShingledText.of(page).blocks) == 5
