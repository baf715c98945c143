"""Every edit says why it was flagged, or why not."""

import pytest

import newsdiff
from newsdiff.flags import explain
from newsdiff.model import FlagKind


def test_each_edit_is_told_why() -> None:
    old = newsdiff.article(["The mayor said that 12 houses burned in the old town.", "It was a long night for all."])
    new = newsdiff.article(["The mayor said that 72 houses burned in the old town.", "It was a hard night for all."])
    report = newsdiff.compare(old, new)
    told = {(e.old, e.new): e for e in explain(report.diff, report.flags)}
    assert [f.kind for f in told["12", "72"].flags] == [FlagKind.NUMBER]
    assert told["12", "72"].why.startswith("number (high): ")
    assert [f.kind for f in told["long", "hard"].flags] == [FlagKind.WORDING]
    assert "other words" in told["long", "hard"].why


def test_form_is_told_as_form() -> None:
    report = newsdiff.compare(newsdiff.article(["The Deal is done."]), newsdiff.article(["The deal is done."]))
    [told] = explain(report.diff, report.flags)
    assert "form" in told.why


def test_equal_articles_have_nothing_to_explain() -> None:
    report = newsdiff.compare(newsdiff.article(["One."]), newsdiff.article(["One."]))
    assert explain(report.diff, report.flags) == ()


def _why(old: str, new: str) -> list[str]:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    return [told.why for told in explain(report.diff, report.flags)]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("The bells ring again.", "The bells rang again.", '"ring", "rang": another form of the same word'),
        ("It was sold by way of a notice.", "It was sold via a notice.", "house styles exchange"),
        ("The Food Standards Agency knew of it.", "The FSA knew of it.", "an acronym"),
        ("The boat which sank was new.", "The boat that sank was new.", "a word of grammar"),
        ("Ten houses burned.", "10 houses burned.", "number style"),
    ],
)
def test_an_edit_of_form_is_told_why_it_is_quiet(old: str, new: str, reason: str) -> None:
    assert any(reason in why for why in _why(old, new)), _why(old, new)


def test_a_flag_is_told_with_the_words_it_rests_on() -> None:
    [why] = _why("A baker was arrested over the fire.", "A baker was charged over the fire.")
    assert why == 'event (high): from arrested to charged ("arrested" -> "charged")'


def test_what_stands_behind_the_limit_is_told_as_not_judged() -> None:
    letters = "bdfgklmnprst"
    told: tuple[list[str], list[str]] = ([], [])
    for n in range(2400):
        kept = f"The ferry of pier {n} left the harbour of the old town with its tonnes of salt before noon."
        word = f"{letters[n // 144 % 12]}a{letters[n // 12 % 12]}o{letters[n % 12]}"
        told[0].append(kept)
        told[1].append(kept.replace("harbour", word) if n % 10 == 0 else kept)
    report = newsdiff.compare(*(newsdiff.article([" ".join(side)], language="en") for side in told))
    found = explain(report.diff, report.flags)
    assert "not judged" not in found[0].why
    assert "not judged: it stands behind the first 300,000 characters" in found[-1].why
    assert not any("only marks or words of grammar" in e.why for e in found)
