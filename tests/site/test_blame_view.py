"""The origin of words as a page shows it: what no revision brought later stands plain."""

from newsdiff.catalogue.origins import Gone, OriginBlock, Origins, Segment
from newsdiff.model import BlockKind
from newsdiff.site.pages.blame_view import BlamePiece, blame_view


def shown(*segments: Segment, count: int = 5) -> tuple[BlamePiece, ...]:
    view = blame_view(Origins((OriginBlock(BlockKind.PARAGRAPH, segments),), ()), count)
    [(kind, pieces)] = view.blocks
    assert kind == "paragraph"
    return pieces


def test_words_of_the_first_revision_white_space_and_stops_stand_plain() -> None:
    for text in ("The ferry leaves. ", " "):
        assert shown(Segment(text, 0)) == (BlamePiece("", text, ""),)
    assert shown(Segment(" . ", 3), Segment("”", 2, 4)) == (BlamePiece("", " . ", ""), BlamePiece("", "”", ""))


def test_later_words_stand_behind_their_revision_the_newest_strongest() -> None:
    [old, new, back] = shown(Segment(" noon ", 1), Segment("14", 4), Segment("former", 0, 3))
    assert old == BlamePiece(" ", "noon", " ", 2, 0, 1)
    assert (new.number, new.back, new.age) == (5, 0, 4)
    assert (back.number, back.back, back.age) == (1, 4, 3)


def test_what_went_is_told_the_last_first_and_its_revisions_are_named() -> None:
    view = blame_view(Origins((), (Gone("one", 0, 1), Gone("two\u202e", 1, 2))), 3)
    assert view.gone == (("two<U+202E>", 2, 3), ("one", 1, 2))
    assert view.named == {1, 2, 3}
