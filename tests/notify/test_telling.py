"""One revision as it is told, and as the outbox keeps it: what comes back is what was put in, or is none."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.model import Revision, RevisionKind, WordCounts
from newsdiff.notify.telling import Telling, decode, encode, telling, trial

AT = datetime(2026, 3, 12, 10, tzinfo=UTC)
PATH, URL = "a.example/2026/03/x-01234567.md", "https://a.example/x"
FIRST = Revision("1" * 40, PATH, URL, AT, None, RevisionKind.FIRST, headline="Bridge")
EDIT = Revision(
    "2" * 40,
    PATH,
    URL,
    AT,
    AT,
    RevisionKind.EDIT,
    headline="Bridge",
    flags=("number",),
    words=WordCounts(3, 2, 1),
    disclosed="no",
    summary="Two -> Three (people)",
    lines=("number  two -> three", "added  (none) -> One more.", "moved  A sentence."),
    trailers=(("Severity", "high"), ("Weight", "61")),
)
TOLD = Telling("2" * 40, URL, PATH, "edit", AT.isoformat(), lines=(("number", "two", "three"),), weight=1.5)


def test_a_first_revision_has_nothing_to_tell_but_itself() -> None:
    assert telling(FIRST) == Telling("1" * 40, URL, PATH, "first", "2026-03-12T10:00:00+00:00", "Bridge")


def test_an_edit_tells_what_its_commit_says() -> None:
    told = telling(EDIT)
    assert (told.kind, told.summary, told.disclosed, told.severity) == ("edit", "Two -> Three (people)", "no", "high")
    assert (told.words, told.weight) == ("+3 -2 words", 61.0)
    assert told.lines == (("number", "two", "three"), ("added", "", "One more."), ("moved", "", "A sentence."))


def test_of_many_findings_the_first_are_told() -> None:
    many = Revision("2" * 40, PATH, URL, AT, AT, RevisionKind.EDIT, lines=tuple(f"number  {n} -> x" for n in range(11)))
    assert [old for _, old, _ in telling(many).lines] == [str(n) for n in range(10)]


def test_a_trial_looks_like_an_edit_and_says_that_it_is_none() -> None:
    told = trial("desk", AT)
    assert told.headline == "A test of newsdiff for desk"
    assert "No article changed" in told.summary
    assert (told.kind, told.severity, told.seen_at) == ("edit", "high", AT.isoformat())
    assert decode(json.loads(json.dumps(encode(told)))) == told


@pytest.mark.parametrize("told", [TOLD, telling(FIRST), telling(EDIT)], ids=["plain", "first", "edit"])
def test_what_json_keeps_comes_back(told: Telling) -> None:
    assert decode(json.loads(json.dumps(encode(told)))) == told


@settings(max_examples=40)
@given(st.text(max_size=20), st.lists(st.tuples(*[st.text(max_size=5)] * 3), max_size=3), st.floats(0, 1e6))
def test_any_texts_come_back(text: str, lines: list[tuple[str, str, str]], weight: float) -> None:
    told = TOLD._replace(headline=text, summary=text, lines=tuple(lines), weight=weight)
    assert decode(json.loads(json.dumps(encode(told)))) == told


def kept(**changed: object) -> Mapping[str, Any]:
    return encode(TOLD) | changed


@pytest.mark.parametrize(
    "broken",
    [
        {},
        kept(seen_at="soon"),
        kept(seen_at=None),
        kept(kind="joke"),
        kept(kind=None),
        kept(lines=None),
        kept(lines=[["number", "two"]]),
        kept(lines=[3]),
        kept(weight="heavy"),
        kept(weight=None),
        kept(headline=3),
        kept(url=None),
        kept(revision=["x"]),
        kept(unknown="x"),
        {name: value for name, value in kept().items() if name != "weight"},
        {name: value for name, value in kept().items() if name != "url"},
    ],
    ids=lambda broken: ",".join(name for name in broken if broken[name] != kept().get(name)) or "missing",
)
def test_what_is_no_entry_is_none(broken: Mapping[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        decode(broken)
