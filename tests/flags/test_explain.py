"""Every edit says why it was flagged, or why not."""

import newsdiff
from newsdiff.flags import explain
from newsdiff.model import FlagKind


def test_each_edit_is_told_why() -> None:
    old = newsdiff.article(["The mayor said that 12 houses burned in the old town.", "It was a long night for all."])
    new = newsdiff.article(["The mayor said that 72 houses burned in the old town.", "It was a hard night for all."])
    report = newsdiff.compare(old, new)
    told = {(e.old, e.new): e for e in explain(report.diff, report.flags)}
    assert [f.kind for f in told["12", "72"].flags] == [FlagKind.NUMBER]
    assert told["12", "72"].why.startswith("number: ")
    assert [f.kind for f in told["long", "hard"].flags] == [FlagKind.WORDING]
    assert "other words" in told["long", "hard"].why


def test_form_is_told_as_form() -> None:
    report = newsdiff.compare(newsdiff.article(["The Deal is done."]), newsdiff.article(["The deal is done."]))
    [told] = explain(report.diff, report.flags)
    assert "form" in told.why


def test_equal_articles_have_nothing_to_explain() -> None:
    report = newsdiff.compare(newsdiff.article(["One."]), newsdiff.article(["One."]))
    assert explain(report.diff, report.flags) == ()
