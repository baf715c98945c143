"""Names that the other side has nowhere, in no form."""

import pytest

from newsdiff.flags.names.absent_names import absent
from tests.kit.comparisons import comparison


def gone(old: str, new: str, kept: tuple[str, ...] = ()) -> list[str]:
    """The names of the old side that the new one lacks."""
    compared = comparison(old, new)
    (passage,) = compared.passages
    return [v.span for v in absent(passage.old, passage.new, kept, compared)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Then they came to the river.", "Then they went to the river."),
        ("Then Ann Lee came to the river.", "Then Ann Lee went to the river."),
        ("Then Ann Novak came to the river.", "Then Ms Novak went to the river."),
        ("Then the United Nations came there.", "Then the UN went there."),
        ("Then the U.N. came there.", "Then the United Nations went there."),
        ("Then he came to North Korea.", "Then he went to N. Korea."),
        ("Then he came to Ocean Road.", "Then he went to Ocean Rd."),
        ("Then he came to S'pore.", "Then he went to Singapore."),
        ("Then North American lenders came.", "Then N American lenders left."),
        ("Then the Metropolitan Police came.", "Then the Met Police left."),
        ("Then they came to Vic by rail.", "Then they went to Victoria by rail."),
        ("Then the Federal Reserve came there.", "Then the Fed left there."),
        ("Then José Pérez came there.", "Then Jose Perez went there."),
        ("Then Britain came there.", "Then the British went there."),
        ("Then Paris's mayor came there.", "Then the mayor of Paris went there."),
    ],
)
def test_a_name_in_another_form_is_there(old: str, new: str) -> None:
    assert gone(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("Then Ann Novak came there.", "Then Ann Petrov came there.", ["Ann Novak"]),
        ("Then Ann Novak came there.", "Then Eva Novak came there.", ["Ann Novak"]),
        ("Then the UN came there.", "Then the EU came there.", ["UN"]),
        ("Then they came to Kent.", "Then they went to Kentucky.", ["Kent"]),
        ("Then they came to York.", "Then they went to Yorkshire.", ["York"]),
        ("Then Sam Rivers came there.", "Then Samantha Power left there.", ["Sam Rivers"]),
        ("Then they came to Kansas.", "Then they went to Laos.", ["Kansas"]),
        ("Then they came to Paris.", "Then they came to town.", ["Paris"]),
        ("Then Peter van Dam came there.", "Then Peter Dam came there.", ["Peter van Dam"]),
        ("Then North Korea came there.", "Then South Korea came there.", ["North Korea"]),
        ("Then Hungary, Latvia and Poland came.", "Then they came.", ["Hungary, Latvia and Poland"]),
    ],
)
def test_a_name_that_is_nowhere_is_absent(old: str, new: str, names: list[str]) -> None:
    assert gone(old, new) == names


def test_the_kept_text_counts_as_well() -> None:
    old, new = "Then they came to Paris.", "Then they came to town."
    assert gone(old, new, kept=("Paris lies on the Seine.",)) == []
    assert gone(old, new, kept=("paris lies on the Seine.",)) == []


def test_nothing_is_absent_from_nothing() -> None:
    compared = comparison("It rained.", "It snowed.")
    assert absent((), (), (), compared) == []
