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
GONE = EDIT._replace(
    revision="b" * 40, kind="removed", lines=(), summary="", words="", disclosed="", severity="", weight=0.0
)
ONE = Message("0123456789abcdef", (EDIT,), "x")


def test_text() -> None:
    assert text(ONE, UTC).splitlines() == [
        "!! Edited: Ferry <b>stops</b> *today*",
        "https://courier.example/ferry?token=***6dfd",
        "Fewer take the ferry",
        "- number: [-2,100-]{+1,200+}",
        "- name: {+Jane Doe+}",
        "- deleted: [-A <i>whole</i> line-]",
        "2026-03-12 10:00 UTC; +3 -4 words; no note",
        "newsdiff diff 3f2a91bc12",
        "",
        "message 0123456789abcdef",
    ]


def test_markdown_strikes_out_what_went_and_escapes_the_rest() -> None:
    said = markdown(ONE, UTC)
    assert "**!! Edited: Ferry \\<b\\>stops\\</b\\> \\*today\\***" in said
    assert "- number: ~~2,100~~ **1,200**" in said
    assert "- name: **Jane Doe**" in said


def test_html_marks_what_went_and_escapes_the_rest() -> None:
    said = html(ONE, UTC)
    assert "<li>number: [-<del>2,100</del>-]{+<ins>1,200</ins>+}</li>" in said
    assert "&lt;b&gt;stops" in said
    assert "<i>" not in said


def test_a_change_is_marked_alike_in_all_forms_with_a_few_words_beside_it() -> None:
    long = "which the readers of the Courier have said that they trust, and"
    entry = EDIT._replace(lines=(("number", f"{long} 843 that they do not", f"{long} 3222 readers that they do not"),))
    one = ONE._replace(entries=(entry,))
    assert "- number: … that they trust, and [-843-]{+3222 readers+} that they do not" in text(one, UTC)
    assert "and [-<del>843</del>-]{+<ins>3222 readers</ins>+} that they do not</li>" in html(one, UTC)
    assert "- number: … that they trust, and ~~843~~ **3222 readers** that they do not" in markdown(one, UTC)


def test_marks_that_a_publisher_writes_are_told_from_ours() -> None:
    entry = EDIT._replace(lines=(("quote", "he said {+no+} twice", "he said [-no-] twice"),))
    said = text(ONE._replace(entries=(entry,)), UTC)
    assert r"\{+" in said
    assert r"\[-" in said


def test_a_subject_says_how_grave_and_what_before_the_headline() -> None:
    line = (
        "number",
        "Officials say the collapse killed 17 people there",
        "Officials say the collapse killed 71 people there",
    )
    entry = EDIT._replace(headline="Bridge inquiry hears of ignored warnings", lines=(line, *EDIT.lines))
    one = ONE._replace(entries=(entry,))
    assert (
        title(one) == "!! number: … collapse killed [-17-]{+71+} people there; Bridge inquiry hears of ignored warnings"
    )
    assert title(one._replace(entries=(entry._replace(severity="low"),))).startswith("- number: ")
    plain = entry._replace(lines=(), severity="", weight=0.0)
    assert title(one._replace(entries=(plain,))) == "Edited: Bridge inquiry hears of ignored warnings"


def test_a_long_subject_is_cut_between_two_words_and_keeps_its_finding() -> None:
    line = "quote", "x", " ".join(f"word{n}" for n in range(30))
    said = title(ONE._replace(entries=(EDIT._replace(headline="Very long headline " * 20, lines=(line,)),)))
    assert said.startswith("!! quote: [-x-]{+word0 word1 word2 word3 word4 word5 …+}; Very long")
    assert len(said) <= 122
    assert said.endswith((" Very …", " long …", " headline …"))


def test_commands_run_in_any_folder() -> None:
    said = text(ONE._replace(store="/srv/news of the day"), UTC)
    assert "\nnewsdiff --store '/srv/news of the day' diff 3f2a91bc12\n" in said


def test_no_form_holds_the_secret_of_an_address() -> None:
    assert all("s3cr3tpass99" not in form(ONE, UTC) for form in FORMS.values())


def test_a_digest_says_how_many_and_what_is_gravest_first() -> None:
    other = EDIT._replace(revision="c" * 40, path="other", headline="Other", weight=10.0)
    many = Message("0" * 16, (other, EDIT, GONE))
    assert title(many) == "3 changes in 2 articles. Removed: Ferry <b>stops</b> *today*"
    said = text(many, UTC)
    assert [line for line in said.splitlines() if "Edited: " in line or "Removed: " in line] == [
        "Removed: Ferry <b>stops</b> *today*",
        "!! Edited: Ferry <b>stops</b> *today*",
        "!! Edited: Other",
    ]
    assert "newsdiff show bbbbbbbbbb" in said


def test_of_very_many_the_rest_is_counted() -> None:
    entries = tuple(EDIT._replace(revision=f"{n:040x}") for n in range(60))
    since = datetime.fromisoformat(EDIT.seen_at)
    for form in FORMS.values():
        assert f"and 10 more: newsdiff changes --since {since:%Y-%m-%dT%H:%MZ}" in form(Message("0" * 16, entries), UTC)
