"""Sources, denials, hedges and offices by the build of the sentence: what is another way of saying is quiet first."""

import pytest

import newsdiff
from newsdiff.model import FlagKind

_SCORED = frozenset(("attribution", "negation", "modality", "title", "quote", "label", "event"))


def kinds(old: str, new: str, *, headline: bool) -> set[str]:
    """The kinds told of an edit of a headline or of a paragraph, headline, name, number, date and wording apart."""
    if headline:
        before, after = (newsdiff.article([], headline=t, language="en") for t in (old, new))
    else:
        before, after = (newsdiff.article(["It rained.", t], language="en") for t in (old, new))
    report = newsdiff.compare(before, after)
    assert report.faults == ()
    return {f.kind for f in report.flags} & _SCORED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ferry firm eyes Larne berth: report", "Ferry firm eyes Larne berth - report"),
        ("'I asked them to wait,' says diver", "'I warned them to wait,' says diver"),
        ("Striker sure to miss Derby", "Striker out of Derby"),
        ("Piers Holt: Town opens pool", "Town opens pool"),
    ],
)
def test_headlines_without_another_statement(old: str, new: str) -> None:
    assert kinds(old, new, headline=True) <= {FlagKind.QUOTE, FlagKind.MODALITY}
    assert not kinds(old, new, headline=True) & {FlagKind.ATTRIBUTION, FlagKind.TITLE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the same speaker, spelled or called otherwise
        ("Nurse Moira Tully told the court it rained.", "Nurse Moira Twohig told the court it rained."),
        ("A spokesman for Orskline said the bus was full.", "A spokesman for the operator said the bus was full."),
        ("Cooks at Leith found that gulls count.", "Gulls count, according to cooks at Leith."),
        # a throne with its crown
        ("It was opened by the Crown Prince of Orsk.", "It was opened by Crown Prince Olav of Orsk."),
        # the opposite, denied
        ("The mill, which is free, is closed on Mondays.", "The mill, which is free, does not open on Mondays."),
        ("A cook has told how he was paid.", "A cook has described how he was paid."),
        # acts that are no denials
        ("The warden stopped the trams at noon.", "The warden halted the trams at noon."),
        ("The money has run out at the lido.", "There is no money left at the lido."),
        # what could be perceived was perceived
        ("From the tower they could reach the rope.", "From the tower they were able to reach the rope."),
        # a participle that stands on both sides, and a career
        ("The buyers have mostly been retired couples.", "The buyers are, for the most part, retired couples."),
        ("She began her acting career in rep at Hull.", "She started out on the stage at Hull."),
        ("All went according to plan until dusk.", "All went as planned until dusk."),
    ],
)
def test_the_same_statement(old: str, new: str) -> None:
    assert kinds(old, new, headline=False) == set()
    assert kinds(new, old, headline=False) == set()


@pytest.mark.parametrize(
    ("old", "new", "kind", "headline"),
    [
        ("Cooks at Leith found that it was cold.", "Cooks at Leith denied that it was cold.", "attribution", False),
        ("Greens lead in Welsh poll", "Greens lead in Welsh poll - YouGov", "attribution", True),
        ("A spokesman for Mr Rao said it was full.", "Mr Rao said it was full.", "attribution", False),
        ("Lido leak 'no danger to bathers'", "Lido leak 'no danger to bathers', caretaker claims", "attribution", True),
        ("Ferry boss: fares must rise", "Fares must rise", "attribution", True),
        ("'We will not be moved': farmers' leader on tax", "'We will not be moved': vet on tax", "attribution", True),
        ("Bank likely to cut rates", "Bank likely to cut rates, traders predict ahead of vote", "attribution", True),
        ("The tank was full.", "The tank was full, the operator confirmed.", "attribution", False),
        ("It opened late, his spokesman said.", "It opened late, his family announced.", "attribution", False),
        ("Keepers knew the gate was open.", "Keepers were unaware the gate was open.", "negation", False),
        ("The court heard he had shown remorse and had helped.", "The court heard he had shown no remorse and had"
         " not helped.", "negation", False),
        ("The guard refused to open the gate.", "The guard agreed to open the gate.", "negation", False),
        ("The harbour fire was an accident.", "The harbour fire may have been arson.", "modality", False),
        ("The cook is accused of selling the recipes.", "The cook has admitted selling the recipes.", "event", False),
        ("Rain is forecast to reach Oban tonight.", "Rain will reach Oban tonight.", "modality", False),
        ("Archbishop of Tuam calls for calm", "Archdeacon of Tuam calls for calm", "title", True),
        ("The gate was shut by the assistant warden, Una Hay.", "The gate was shut by the head warden, Una Hay.",
         "title", False),
    ],
)  # fmt: skip
def test_another_statement(old: str, new: str, kind: str, *, headline: bool) -> None:
    assert kind in kinds(old, new, headline=headline)
    assert kind in kinds(new, old, headline=headline)
