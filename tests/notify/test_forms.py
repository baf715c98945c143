"""A message in three forms; what a publisher writes is never markup."""

from datetime import UTC, datetime

from newsdiff.notify.forms import FORMS, Message, html, markdown, text, title
from newsdiff.notify.telling import Telling

EDIT = Telling(
    "3f2a91bc12" + "0" * 30,
    "https://courier.example/ferry?token=s3cr3tpass99",
    "courier.example/2026/03/ferry-01234567.md",
    "edit",
    "2026-03-12T10:00:00+00:00",
    "Ferry <b>stops</b> *today*",
    "Fewer take the ferry",
    (("number", "2,100", "1,200"), ("name", "", "Jane Doe"), ("deleted", "A <i>whole</i> line", "")),
    "+3 -4 words",
    "no",
    "high",
    80,
)
GONE = EDIT._replace(revision="b" * 40, kind="removed", lines=(), summary="", words="", disclosed="", weight=0.0)
ONE = Message("0123456789abcdef", (EDIT,), "x")


def test_text() -> None:
    assert text(ONE, UTC).splitlines() == [
        "Edited: Ferry <b>stops</b> *today*",
        "https://courier.example/ferry?token=***6dfd",
        "Fewer take the ferry",
        "- number: 2,100 -> 1,200",
        "- name: (none) -> Jane Doe",
        "- deleted: A <i>whole</i> line -> (none)",
        "2026-03-12 10:00 UTC; +3 -4 words; disclosed: no; newsdiff diff 3f2a91bc12",
        "",
        "message 0123456789abcdef",
    ]


def test_markdown_strikes_out_what_went_and_escapes_the_rest() -> None:
    said = markdown(ONE, UTC)
    assert "**Edited: Ferry \\<b\\>stops\\</b\\> \\*today\\***" in said
    assert "- number: ~~2,100~~ **1,200**" in said
    assert "- name: **Jane Doe**" in said


def test_html_marks_what_went_and_escapes_the_rest() -> None:
    said = html(ONE, UTC)
    assert "<li>number: <del>2,100</del> → <ins>1,200</ins></li>" in said
    assert "&lt;b&gt;stops" in said
    assert "<i>" not in said


def test_words_on_both_sides_of_a_change_stand_once_beside_it() -> None:
    old, new = "in which three people were hurt, it said", "in which two people were killed, it said"
    entry = EDIT._replace(lines=(("number", old, new), ("deleted", "a whole line", "")))
    said = html(ONE._replace(entries=(entry,)), UTC)
    assert "in which [<del>three people were hurt,</del> → <ins>two people were killed,</ins>] it said" in said
    assert "<li>deleted: <del>a whole line</del> → (none)</li>" in said
    assert "- number: in which ~~three people were hurt,~~ **two people were killed,** it said" in markdown(
        ONE._replace(entries=(entry,)), UTC
    )


def test_no_form_holds_the_secret_of_an_address() -> None:
    assert all("s3cr3tpass99" not in form(ONE, UTC) for form in FORMS.values())


def test_a_digest_says_how_many_and_what_is_gravest_first() -> None:
    other = EDIT._replace(revision="c" * 40, path="other", headline="Other", weight=10.0)
    many = Message("0" * 16, (other, EDIT, GONE))
    assert title(many) == "3 changes in 2 articles. Removed: Ferry <b>stops</b> *today*"
    said = text(many, UTC)
    assert [line for line in said.splitlines() if line.startswith(("Edited", "Removed"))] == [
        "Removed: Ferry <b>stops</b> *today*",
        "Edited: Ferry <b>stops</b> *today*",
        "Edited: Other",
    ]
    assert "newsdiff show bbbbbbbbbb" in said


def test_of_very_many_the_rest_is_counted() -> None:
    entries = tuple(EDIT._replace(revision=f"{n:040x}") for n in range(60))
    since = datetime.fromisoformat(EDIT.seen_at)
    for form in FORMS.values():
        assert f"and 10 more: newsdiff changes --since {since:%Y-%m-%dT%H:%MZ}" in form(Message("0" * 16, entries), UTC)
