"""Edits inside one paragraph: silence first, then what a reader would mark."""

from collections.abc import Callable
from importlib.util import find_spec

import pytest

from newsdiff.diff import diff
from newsdiff.model import Article, Block, BlockKind, Level, Op

Show = Callable[[str, str], list[str]]


def levels(old: str, new: str) -> list[Level]:
    """The levels of the changed edits between two paragraphs."""
    a, b = (Article("", blocks=(Block(BlockKind.PARAGRAPH, text),)) for text in (old, new))
    return [e.level for h in diff(a, b).hunks for e in h.edits if e.op is not Op.EQUAL]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“Yes,” she said — twice.", '"Yes," she said - twice.'),
        ("It costs\u00a05 euros a day.", "It costs 5 euros a day."),
        ("The city’s mayor left.", "The city's mayor left."),
        ("Wait… and see it.", "Wait... and see it."),
    ],
)
def test_typography_only(old: str, new: str) -> None:
    assert set(levels(old, new)) == {Level.TYPOGRAPHY}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Prime Minister said so.", "The prime minister said so."),
        ("They organised the labour party.", "They organized the labor party."),
        ("Some 1000 people came home.", "Some 1,000 people came home."),
        ("Some ten people came home.", "Some 10 people came home."),
        ("He left on 12 March for good.", "He left on March 12th for good."),
        ("The U.S. said so again.", "The US said so again."),
        ("A decision-making body met today.", "A decision making body met today."),
        ("He said that, too, and left.", "He said that too and left."),
        ("It rose by 5 per cent this year.", "It rose by 5% this year."),
        ("The long-awaited report is out.", "The long awaited report is out."),
    ],
)
def test_form_only(old: str, new: str) -> None:
    assert set(levels(old, new)) == {Level.FORM}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It fell to −5 degrees at night.", "It fell to 5 degrees at night."),
        ("It grew by 1.5 percent there.", "It grew by 15 percent there."),
        ("He is guilty of the crime.", "He is not guilty of the crime."),
        ("He called it a goal of ours.", "He called it a “goal” of ours."),
        ("It costs £5 a day now.", "It costs $5 a day now."),
        ("She may resign this week.", "She will resign this week."),
    ],
)
def test_substance(old: str, new: str) -> None:
    assert Level.SUBSTANCE in levels(old, new)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("former U.S. President Smith spoke.", "U.S. President Smith spoke.", "[-former -]U.S. President Smith spoke."),
        ("They killed 2 men there.", "They killed 12 men there.", "They killed [-2-]{+12+} men there."),
        (
            "Some 23 people live there.",
            "Some 2.3 million people live there.",
            "Some [-23-]{+2.3 million+} people live there.",
        ),
        ("We met on Wednesday at noon.", "We met on Thursday at noon.", "We met on [-Wednesday-]{+Thursday+} at noon."),
        ("He said it today.", "He said it.", "He said it[- today-]."),
        ("He said it.", "He said it, too.", "He said it{+, too+}."),
        ("London and Rome agreed.", "London and Paris and Rome agreed.", "London {+and Paris +}and Rome agreed."),
        ("London, Rome agreed.", "London, Paris, Rome agreed.", "London, {+Paris, +}Rome agreed."),
        (
            "A man left. The dog barked.",
            "A man left. A cat sat. The dog barked.",
            "A man left. {+A cat sat. +}The dog barked.",
        ),
        (
            "The vote is over, they said.",
            "Yesterday the vote is over, they said.",
            "{+Yesterday +}[-The-]{+the+} vote is over, they said.",
        ),
        (
            "He saw the gloomy house of the old man.",
            "He saw the bright hut of the young man.",
            "He saw the [-gloomy house of the old-]{+bright hut of the young+} man.",
        ),
        ("The NEW YORK office closed.", "The New York office closed.", "The [-NEW YORK-]{+New York+} office closed."),
        (
            "See https://a.org/x for more.",
            "See https://a.org/y for more.",
            "See [-https://a.org/x-]{+https://a.org/y+} for more.",
        ),
        ("It began at 10:30 that day.", "It began at 11:30 that day.", "It began at [-10:30-]{+11:30+} that day."),
        (
            "Le cafe\u0301 est ferme\u0301 ici.",
            "Le cafe\u0301 est ouvert ici.",
            "Le cafe\u0301 est [-ferme\u0301-]{+ouvert+} ici.",
        ),
        ("A family 👩‍👩‍👧 came along.", "A family 👨‍👩‍👧 came along.", "A family [-👩‍👩‍👧-]{+👨‍👩‍👧+} came along."),
    ],
)
def test_marks_stand_where_a_reader_wants_them(show: Show, old: str, new: str, wanted: str) -> None:
    assert show(old, new) == [f"replace: {wanted}"]


@pytest.mark.skipif(find_spec("budoux") is not None, reason="the segmenter marks whole words")
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("東京タワーは高いです。", "東京タワーは低いです。", "東京タワーは[-高-]{+低+}いです。"),
        ("นายกรัฐมนตรีเดินทาง", "นายกรัฐมนตรีไม่เดินทาง", "นายกรัฐมนตรี{+ไม่+}เดินทาง"),
    ],
)
def test_dense_scripts(show: Show, old: str, new: str, wanted: str) -> None:
    assert show(old, new) == [f"replace: {wanted}"]


def test_a_typographic_change_does_not_swallow_the_word_beside_it(show: Show) -> None:
    assert show("He called it “realistic” once.", 'He called it "likely" once.') == [
        'replace: He called it [-“-]{+"+}[-realistic-]{+likely+}[-”-]{+"+} once.'
    ]


def test_a_form_change_stands_beside_a_change_of_substance(show: Show) -> None:
    assert show("Some 1000 soldiers came home.", "Some 1,000 rebels came home.") == [
        "replace: Some [-1000 soldiers-]{+1,000 rebels+} came home."
    ]


def test_no_lone_function_words_between_changes(show: Show) -> None:
    [line] = show(
        "The head of the big committee of the town resigned.", "The chair of the small panel of the city resigned."
    )
    assert (
        line
        == "replace: The [-head of the big committee of the town-]{+chair of the small panel of the city+} resigned."
    )
