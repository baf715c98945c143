"""What is larger than people write is cut for the rules, and nothing that people write is."""

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.comparison import compare
from newsdiff.diff import diff
from newsdiff.document import article
from newsdiff.flags.sentence.passages import MOST_CHARACTERS_READ, MOST_PASSAGES_READ, exceed, passages
from newsdiff.flags.sentence.portions import MOST_TOKENS, brief_sentences, is_immense, portions
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.model import Block, BlockKind, Hunk, Op

_PROSE = (
    "The mayor, who had said in March that the bridge would be closed for no more than two weeks, told reporters on "
    "Monday that the works would last until the autumn, that the cost had risen from 4 to 7 million euros, and that "
    "the ferry would run every half hour, on Sundays too, for as long as the bridge stays closed to cars and lorries."
)
_WORDS = st.sampled_from(["he said", "She claimed.", "a,", "12", '"No" (x)', "Word. The", "(((", "q" * 700, "中文"])


def _hunks(old: list[str], new: list[str]) -> list[Hunk]:
    return list(diff(article(old, language="en"), article(new, language="en")).hunks)


def _paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def test_what_people_write_is_left_whole() -> None:
    assert not is_immense([_paragraph(" ".join([_PROSE] * 12))])
    assert list(brief_sentences(f"{_PROSE} {_PROSE}")) == [_PROSE, _PROSE]


def test_the_items_of_a_ticker_are_sentences() -> None:
    assert list(brief_sentences("Hafen zu +++ Müller geht +++ Mehr im Ticker.")) == [
        "Hafen zu",
        "Müller geht",
        "Mehr im Ticker.",
    ]
    assert list(brief_sentences("+++ Hafen zu +++: Müller geht")) == ["Hafen zu", ": Müller geht"]
    assert list(brief_sentences("+++")) == ["+++"]
    assert list(brief_sentences("C++ und 1 + 1")) == ["C++ und 1 + 1"]


def test_an_item_that_leaves_a_ticker_is_told_alone() -> None:
    old, new = "Hafen gesperrt +++ Aal gefangen +++ Mehr im Ticker", "Aal gefangen +++ Mehr im Ticker"
    report = compare(*(article([text], language="de") for text in (old, new)))
    assert [(f.old, f.new) for f in report.flags] == [("Hafen gesperrt", "")]


def test_a_long_sentence_is_cut_at_its_tokens() -> None:
    text = "he said she claimed " * 500
    pieces = list(brief_sentences(text.strip()))
    assert " ".join(pieces) == text.strip()
    assert max(len(Tokens(p)) for p in pieces) <= MOST_TOKENS


def test_a_row_of_marks_is_one_of_tokens() -> None:
    pieces = list(brief_sentences("(" * 5000))
    assert "".join(pieces) == "(" * 5000
    assert max(map(len, pieces)) <= MOST_TOKENS


def test_only_the_portion_that_changed_is_judged() -> None:
    old = "he said she claimed " * 500
    (hunk,) = _hunks([old], [f"{old[:10_000].strip()} not {old[10_000:]}"])
    assert is_immense(hunk.old)
    (part,) = portions(hunk)
    assert len(part.new_text) < 2500
    assert [e.new.strip() for e in part.edits if e.op is not Op.EQUAL] == ["not"]


def test_a_portion_keeps_the_places_of_its_blocks() -> None:
    old = ["A first paragraph stands here.", " ".join(f"Sentence {n} is told here by somebody." for n in range(400))]
    new = [old[0], *(old[1][:8000].rsplit(". ", 1)[0] + ".", old[1][8000:].split(". ", 1)[1])]
    split = next(h for h in _hunks(old, new) if h.op is not Op.EQUAL)
    for part in portions(split):
        assert part.old_index == 1
        assert all(block.text in old[1] for block in part.old)
        assert all(block.text in new[part.new_index + n] for n, block in enumerate(part.new))


@given(st.lists(_WORDS, min_size=1, max_size=400), st.lists(st.tuples(st.integers(0, 399), _WORDS), max_size=12))
def test_portions_hold_all_that_changed_and_join_back(words: list[str], changes: list[tuple[int, str]]) -> None:
    new = dict(enumerate(words)) | dict(changes)
    for hunk in _hunks([" ".join(words)], [" ".join(new.values())]):
        if hunk.op is Op.EQUAL or not hunk.old or not hunk.new:
            continue
        parts = list(portions(hunk))
        for part in parts:
            assert "".join(e.old for e in part.edits) == part.old_text
            assert "".join(e.new for e in part.edits) == part.new_text
            for e in part.edits:
                assert part.old_text.startswith(e.old, e.old_start)
                assert part.new_text.startswith(e.new, e.new_start)
        for side in ("old", "new"):
            told = ("".join(getattr(e, side) for e in h.edits if e.op is not Op.EQUAL) for h in parts)
            assert "".join(told) == "".join(getattr(e, side) for e in hunk.edits if e.op is not Op.EQUAL)


def test_what_is_larger_than_any_article_is_judged_in_part_and_the_reader_is_told() -> None:
    old = article(["The ferry leaves at dawn."], language="en")
    added = [f"In place {i}: {_PROSE} {_PROSE} {_PROSE}" for i in range(400)]
    assert sum(map(len, added[:250])) < MOST_CHARACTERS_READ < sum(map(len, added)) - 1000
    some, all_ = (compare(old, article([*(b.text for b in old.blocks), *new])) for new in (added[:250], added))
    assert some.notes == ()
    assert max(f.new_block or 0 for f in some.flags) == 250
    [note] = all_.notes
    assert note.startswith("more than 300,000 characters or 8,000 paragraphs changed")
    assert 250 < max(f.new_block or 0 for f in all_.flags) < 400
    assert all_.words.inserted > some.words.inserted


def test_of_countless_short_paragraphs_the_first_are_judged() -> None:
    old, new = ([f"{word}{i}" for i in range(MOST_PASSAGES_READ)] for word in ("a", "b"))
    compared = diff(article(old, language="en"), article(new, language="en"))
    parts = passages(compared, None)
    assert len(parts) == MOST_PASSAGES_READ < sum(h.op is not Op.EQUAL for h in compared.hunks)
    assert exceed(compared)
