"""What always holds, whatever the texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.diff import diff
from newsdiff.model import Article, Block, BlockKind, Diff, Level, Op
from newsdiff.text.tokens import count

_WORDS = st.sampled_from(
    [
        "the",
        "The",
        "of",
        "a",
        "king",
        "King",
        "1,000",
        "1000",
        "ten",
        "10",
        "U.S.",
        "US",
        "“no”",
        '"no"',
        "don’t",
        "don't",
        "—",
        "-",
        "−5",
        "é",
        "é",
        "organise",
        "organize",
        ".",
        ",",
        ";",
        "\xa0",
        "12",
        "March",
        "12th",
        "per",
        "cent",
        "%",
        "東京",
        "は",
        "👩\u200d👩\u200d👧",
        "�",
        "https://a.b/c",
        "said.",
        "Then",
    ]
)
_TEXT = st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=30)
_LINE = _TEXT.map(lambda text: "".join(" " if c in "\n\r" else c for c in text))
_ARTICLE = st.lists(st.builds(Block, st.sampled_from(BlockKind), _LINE), max_size=8).map(
    lambda blocks: Article("", blocks=tuple(blocks))
)


@st.composite
def _versions(draw: st.DrawFn) -> tuple[Article, Article]:
    """An article and another that was made of it: blocks dropped, doubled, moved, split, edited."""
    old = draw(_ARTICLE)
    blocks = list(old.blocks)
    for _ in range(draw(st.integers(0, 4))):
        i, j = draw(st.integers(0, len(blocks))), draw(st.integers(0, len(blocks)))
        block = blocks.pop(i) if i < len(blocks) else Block(BlockKind.PARAGRAPH, draw(_LINE))
        words = block.text.split(" ")
        cut = draw(st.integers(0, len(words)))
        words[cut:cut] = draw(st.lists(_WORDS, max_size=2))
        halves = (" ".join(words),) if draw(st.booleans()) else (" ".join(words[:cut]), " ".join(words[cut:]))
        blocks[j:j] = [Block(block.kind, half) for half in halves]
    return old, Article("", blocks=tuple(blocks))


def _check(found: Diff) -> None:
    for hunk in found.hunks:
        if hunk.op is Op.EQUAL:
            assert hunk.old_text == hunk.new_text
            assert hunk.edits == ()
        else:
            assert "".join(e.old for e in hunk.edits) == hunk.old_text
            assert "".join(e.new for e in hunk.edits) == hunk.new_text
        i = j = 0
        for edit in hunk.edits:
            assert (edit.old_start, edit.new_start) == (i, j)
            assert (edit.op is Op.EQUAL) == (edit.old == edit.new)
            i, j = i + len(edit.old), j + len(edit.new)


@settings(max_examples=400)
@given(_versions())
def test_edits_joined_give_both_texts_back(pair: tuple[Article, Article]) -> None:
    _check(diff(*pair))


@settings(max_examples=200)
@given(_ARTICLE, _ARTICLE)
def test_strangers_too(old: Article, new: Article) -> None:
    _check(diff(old, new))


@settings(max_examples=300)
@given(_versions())
def test_every_block_stands_in_one_hunk_in_reading_order(pair: tuple[Article, Article]) -> None:
    old, new = pair
    hunks = diff(old, new).hunks
    places = [h.old_index + n for h in hunks for n in range(len(h.old))]
    assert sorted(places) == list(range(len(old.blocks)))
    assert [h.new_index + n for h in hunks for n in range(len(h.new))] == list(range(len(new.blocks)))
    assert all(old.blocks[h.old_index : h.old_index + len(h.old)] == h.old for h in hunks)
    assert all(new.blocks[h.new_index : h.new_index + len(h.new)] == h.new for h in hunks)


@settings(max_examples=200)
@given(_ARTICLE)
def test_equal_articles_give_no_changed_hunk(article: Article) -> None:
    found = diff(article, article)
    assert all(h.op is Op.EQUAL for h in found.hunks)
    assert found.words.inserted == found.words.deleted == found.words.moved == 0


@settings(max_examples=200)
@given(_versions())
def test_words_are_those_of_the_edits(pair: tuple[Article, Article]) -> None:
    found = diff(*pair)
    edits = [
        e
        for h in found.hunks
        for e in h.edits
        if e.op is not Op.EQUAL and e.moved is None and e.level is not Level.TYPOGRAPHY
    ]
    assert found.words.inserted == sum(count(e.new) for e in edits)
    assert found.words.deleted == sum(count(e.old) for e in edits)


@settings(max_examples=200)
@given(_versions())
def test_the_same_input_gives_the_same_diff(pair: tuple[Article, Article]) -> None:
    assert diff(*pair) == diff(*pair)


@settings(max_examples=200)
@given(_versions())
def test_both_halves_of_a_moved_sentence_are_there(pair: tuple[Article, Article]) -> None:
    edits = [e for h in diff(*pair).hunks for e in h.edits if e.moved is not None]
    assert {e.moved for e in edits if e.old} == {e.moved for e in edits if e.new}
    assert {e.op for e in edits} <= {Op.DELETE, Op.INSERT}
