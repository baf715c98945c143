"""Edits of many articles as one text that can be sent: nothing in it is markup of somebody else."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsdiff.document import article
from newsdiff.model import Revision, RevisionKind
from newsdiff.render import digest

AT = datetime(2026, 7, 3, 22, 30, tzinfo=UTC)
URL = "https://courier.example/ferry"


def edit(**changed: object) -> Revision:
    known = {"headline": "Ferry stops", "summary": "12 -> 14 dead", "lines": ("number  12 -> 14",), "disclosed": "no"}
    return Revision(
        "c0ffee" * 6,
        "courier.example/2026/07/x-01234567.md",
        **(  # type: ignore[arg-type]
            {"url": URL, "seen_at": AT, "since": None, "kind": RevisionKind.EDIT} | known | changed
        ),
    )


def test_no_edits_are_said() -> None:
    assert digest.markdown([], UTC) == "# Edits: 0\n"
    assert "<h1>Edits: 0</h1>" in digest.html([], UTC)


def test_an_edit_without_words_is_its_headline_and_when() -> None:
    assert digest.markdown([edit(summary="", lines=(), disclosed="")], UTC).split("\n\n") == [
        "# Edits: 1",
        "## Ferry stops",
        f"2026-07-03 22:30 UTC; edit; {URL}; c0ffeec0ff\n",
    ]


def test_what_changed_is_told_in_the_order_of_the_edits() -> None:
    told = digest.markdown([edit(), edit(headline="Bridge opens", summary="")], UTC)
    assert re.findall(r"^(?:## |\*\*|- ).*", told, re.MULTILINE) == [
        "## Ferry stops",
        "**12 -> 14 dead**",
        "- number  12 -> 14",
        "## Bridge opens",
        "- number  12 -> 14",
    ]
    assert "; no note; " in told


def test_times_are_in_the_zone_that_is_wished() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert "2026-07-04 00:30 CEST" in digest.markdown([edit()], berlin)
    assert "2026-07-04 00:30 CEST" in digest.html([edit()], berlin)


def test_only_the_first_findings_are_told() -> None:
    many = edit(lines=tuple(f"number  {n} -> {n + 1}" for n in range(12)))
    assert digest.markdown([many], UTC).count("\n- ") == digest.html([many], UTC).count("<li>") == 8


def test_a_headline_is_whole_where_the_article_was_read_and_else_the_address_stands_for_it() -> None:
    whole = edit(headline="Ferry sto…", article=article(["Text."], "Ferry stops for two weeks"))
    assert "## Ferry stops for two weeks\n" in digest.markdown([whole], UTC)
    assert f"## {URL}" in digest.markdown([edit(headline="")], UTC)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_an_address_that_is_none_of_the_web_is_no_link(url: str) -> None:
    assert "<a " not in digest.html([edit(url=url)], UTC)
    assert f'<a href="{URL}"' in digest.html([edit()], UTC)


def test_nothing_of_somebody_elses_is_markup_and_nothing_is_asked_of_others() -> None:
    harm = "</h2><script>alert(1)</script> *bold* \u202e"
    hostile = edit(headline=harm, summary=harm, lines=(f"name  {harm} -> x",))
    page, text = digest.html([hostile], UTC), digest.markdown([hostile], UTC)
    assert "<script" not in page
    assert not re.search(r"\bsrc=|@import|url\(", page)
    assert re.search(r"(?<!\\)<script|(?<!\\)\*bold", text) is None
    assert "\u202e" not in page + text
