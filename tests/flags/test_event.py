"""What happened: the same act at the same strength, tense and voice are quiet, another act or outcome is flagged."""

import pytest

import newsdiff
from newsdiff.model import FlagKind


def events(old: str, new: str) -> list[tuple[str, str]]:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    return [(f.old, f.new) for f in report.flags if f.kind is FlagKind.EVENT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sales rose in May and fell in June.", "In June sales fell, and in May they rose."),
        ("Prices rose by a tenth last year.", "Prices climbed by a tenth last year."),
        ("The river rose overnight.", "Leaves fell all over the park."),
        ("Sales rose, the firm said, thanks to a warm spring.", "The firm lost a court case over its old logo."),
        ("He won the race.", "The winner lost his shoe on the way home, friends say."),
        ("The harbour master quits over the ferry row.", "The harbour master resigns over the ferry row."),
        ("The blast in the bakery was heard for miles.", "The explosion in the bakery was heard for miles."),
        ("Two hikers were injured by falling rock.", "Two hikers were hurt by falling rock."),
        ("The ferry firm buys its rival.", "The ferry firm acquires its rival."),
        ("A baker is arrested over the fire.", "A baker was arrested over the fire."),
        ("Police arrested a baker over the fire.", "A baker was arrested by police over the fire."),
    ],
)
def test_the_same_act_is_quiet(old: str, new: str) -> None:
    assert events(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Two hikers were injured by falling rock.", "Two hikers were killed by falling rock.", ("injured", "killed")),
        ("A baker was arrested over the fire.", "A baker was charged over the fire.", ("arrested", "charged")),
        ("The cook was jailed for theft.", "The cook was fined for theft.", ("jailed", "fined")),
        ("The nurse was charged with murder.", "The nurse was charged with manslaughter.", ("murder", "manslaughter")),
        ("The treasurer resigned on Monday.", "The treasurer was sacked on Monday.", ("resigned", "sacked")),
        ("The regatta is postponed.", "The regatta is cancelled.", ("postponed", "cancelled")),
        ("Shares rose by 5% on Monday.", "Shares fell by 5% on Monday.", ("rose", "fell")),
        ("The firm made a profit of £2m last year.", "The firm made a loss of £2m last year.", ("profit", "loss")),
        ("Ms Tarn won the seat by 12 votes.", "Ms Tarn lost the seat by 12 votes.", ("won", "lost")),
        ("The jury found that he was guilty.", "The jury found that he was innocent.", ("guilty", "innocent")),
        ("Wages are higher than in spring.", "Wages are lower than in spring.", ("higher", "lower")),
        ("The girl was found alive in the orchard.", "The girl was found dead in the orchard.", ("alive", "dead")),
        ("The boy was stabbed in the park.", "The boy died after being stabbed in the park.", ("stabbed", "died")),
        ("The singer walks free from jail.", "The singer is deported from Nepal.", ("walks free", "deported")),
    ],
)
def test_another_act_or_outcome(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert events(old, new) == [flagged]
