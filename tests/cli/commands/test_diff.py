"""``newsdiff diff``: every option and every format, over revisions and over files."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.cli.comparison_view import Wishes
from newsdiff.comparison import compare
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store
from tests.cli.conftest import NEW, OLD, URL, Newsdiff, nameless
from tests.kit.newsroom import FERRY, NEW_TUNNEL, TUNNEL

COUNCIL = """\
Notes from Port Amber, number 10
http://courier.example/2026/03/council  @2 (2026-03-03 09:00 UTC) -> @3 (2026-03-04 15:00 UTC)
+1 -1 words; no note seen (the page states no times)
note: the text is back to an earlier one

nineteen -> seventeen (cracks)

!  number (medium, paragraph 9): Engineers had found [-nineteen-]{+seventeen+} cracks in the pier.

... 9 paragraphs unchanged

paragraph 9
Engineers had found [-nineteen-]{+seventeen+} cracks in the pier.
"""


@pytest.fixture
def files(newsdiff: Newsdiff, tmp_path) -> Newsdiff:
    """old.txt and new.txt in an empty folder without a store."""
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    return newsdiff


def test_the_last_edit_in_full(desk: Newsdiff) -> None:
    shown = desk("diff", "council")
    assert (shown.code, shown.out, shown.err) == (0, COUNCIL, "")


@pytest.mark.parametrize(
    ("revs", "sides"),
    [
        ((), "@2 (2026-03-03 09:00 UTC) -> @3 (2026-03-04 15:00 UTC)"),
        (("@1",), "@1 (2026-03-02 09:00 UTC) -> @3 (2026-03-04 15:00 UTC)"),
        (("@1", "@2"), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-03-03 09:00 UTC)"),
        (("@-3", "@-2"), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-03-03 09:00 UTC)"),
        (("@2", "@1"), "@2 (2026-03-03 09:00 UTC) -> @1 (2026-03-02 09:00 UTC)"),
        (("@1..@2",), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-03-03 09:00 UTC)"),
        (("..@2",), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-03-03 09:00 UTC)"),
        (("@2..",), "@2 (2026-03-03 09:00 UTC) -> @3 (2026-03-04 15:00 UTC)"),
        (("2026-03-02", "2026-03-03"), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-03-03 09:00 UTC)"),
    ],
)
def test_every_way_to_name_the_sides(desk: Newsdiff, revs: tuple[str, ...], sides: str) -> None:
    shown = desk("diff", FERRY, *revs)
    assert shown.code == 0
    assert shown.out.splitlines()[1] == f"{FERRY}  {sides}"


def test_a_commit_alone_is_compared_with_what_stood_before_it(desk: Newsdiff) -> None:
    rows = json.loads(desk("log", FERRY, "--format", "json").out)
    assert "@1 (2026-03-02 09:00 UTC) -> @2" in desk("diff", rows[1]["id"]).out
    assert "@1 (2026-03-02 09:00 UTC) -> @2" in desk("diff", rows[1]["id"][:10]).out
    first = desk("diff", rows[2]["id"])
    assert (first.code, first.out) == (2, "")
    assert first.err.startswith("Error: that is the article's first revision, nothing to compare. Hint: newsdiff show")


@pytest.mark.parametrize(
    ("article", "note"),
    [
        ("market", "the publisher removed the article; the text is the one that stood last"),
        ("bridge", "the article is back after its publisher had removed it"),
        ("council", "the text is back to an earlier one"),
        (NEW_TUNNEL, "the article moved to a new address"),
        (TUNNEL, "the article moved to a new address"),
    ],
)
def test_what_became_of_the_article_stands_above_its_text(desk: Newsdiff, article: str, note: str) -> None:
    assert f"\nnote: {note}\n" in desk("diff", article).out


def test_a_reclean_is_told_as_ours_and_is_never_the_last_edit(desk: Newsdiff) -> None:
    alone = desk("diff", "story?id=7")
    assert (alone.code, alone.out) == (2, "")
    assert "the article has one revision so far, nothing to compare" in alone.err
    shown = desk("diff", "story?id=7", "@1", "@2").out
    assert "note: our own cleaner reads the page differently; the publisher changed nothing" in shown
    assert "s3cr3tpass" not in shown
    assert "note seen" not in shown
    assert "!" not in shown


def test_a_span_with_a_reclean_and_an_edit_says_that_it_has_both(kept: Newsdiff, tmp_path: Path) -> None:
    store = Store(tmp_path / "snapshots")
    last = store.last(store.find(URL))
    assert last is not None
    assert last.article is not None
    shorter = last.article._replace(blocks=last.article.blocks[:-1])
    seen = last.seen_at + timedelta(days=1)
    report = compare(last.article, shorter)
    store.record([Record(shorter, RevisionKind.RECLEAN, seen, None, report, path=last.path)], now=seen)
    pairs = ("@1", "@3"), ("@2", "@3"), ("@1", "@2"), ("@3", "@1")
    whole, reclean, edit, back = (kept("diff", "ferry", *pair).out for pair in pairs)
    among, ours = "note: among these revisions is one that our own cleaner made", "note: our own cleaner reads the page"
    assert [among in one for one in (whole, reclean, edit, back)] == [True, False, False, True]
    assert [ours in one for one in (whole, reclean, edit, back)] == [False, True, False, False]
    assert ["title" in one for one in (whole, reclean, edit, back)] == [True, False, True, True]
    assert "note seen" not in reclean


def test_stat_is_three_lines(desk: Newsdiff) -> None:
    assert desk("diff", FERRY, "@1", "--stat").out == (
        "Ferry stops for repairs\nparagraphs: 2 edited, 1 added; +18 -2 words\nflags: title, number x2, correction\n"
    )


def test_stat_of_no_edit(desk: Newsdiff) -> None:
    assert desk("diff", FERRY, "@2", "@2", "--stat").out.splitlines()[1] == "paragraphs: none changed; +0 -0 words"


def test_context_and_full_show_what_did_not_change(desk: Newsdiff) -> None:
    boat, bus = "The boat was built in 1974", "Passengers can take the bus"
    shown = {n: desk("diff", FERRY, "--context", n).out for n in ("0", "1", "1000000")}
    assert boat not in shown["0"]
    assert (boat in shown["1"], bus in shown["1"]) == (True, True)  # one after, one before the note
    assert "paragraphs unchanged" not in shown["1000000"]
    assert "headline\nFerry stops for repairs\n" in desk("diff", FERRY, "--full").out
    assert "... " not in desk("diff", FERRY, "--full").out


def test_side_by_side_keeps_to_the_width(desk: Newsdiff, terminal) -> None:
    wide = desk("diff", "council", "--side-by-side").out.splitlines()
    assert wide[-3:] == [
        "paragraph 9",
        "Engineers had found [-nineteen-]       │ Engineers had found {+seventeen+}",
        "cracks in the pier.                    │ cracks in the pier.",
    ]
    code, narrow = terminal("diff", "council", "--side-by-side", "--no-pager", columns=50, NO_COLOR="1")
    assert code == 0
    assert max(map(len, narrow.splitlines())) <= 50


def test_a_time_zone_moves_the_times_of_both_sides(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--tz", "Asia/Tokyo").out
    assert "@2 (2026-03-03 18:00 JST) -> @3 (2026-03-05 00:00 JST)" in shown


def test_flags_below_the_wished_severity_are_left_out_and_the_words_are_shown(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--min-severity", "high").out
    assert "number" not in shown.replace("number 10", "")
    assert "[-nineteen-]{+seventeen+}" in shown
    assert desk("diff", "council", "--min-severity", "medium").out == COUNCIL


def test_explain_has_the_gravest_first_and_says_how_grave(newsdiff: Newsdiff, tmp_path) -> None:
    text = "Fire in Orsk\n\nA {night} night for all.\n\nIt burned {houses} houses.\n\n{dead} people died.\n"
    for name, words in (("old", ("long", "12", "Four")), ("new", ("hard", "13", "Nine"))):
        (tmp_path / f"{name}.txt").write_text(text.format(**dict(zip(("night", "houses", "dead"), words, strict=True))))
    why = newsdiff("diff", "old.txt", "new.txt", "--explain").out.partition("Why each edit")[2]
    assert [word for word in why.split() if word in ("(high):", "(medium):", "(low):")] == [
        "(high):",
        "(medium):",
        "(low):",
    ]


def test_explain_says_why_below(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--explain").out
    assert shown == COUNCIL + (
        "\nWhy each edit is flagged, or not, gravest first:\n"
        "  [nineteen] -> [seventeen]\n"
        '      number (medium): the quantity differs by a factor of 1.12 ("nineteen" ->\n'
        '      "seventeen")\n'
    )


def test_exit_code(desk: Newsdiff) -> None:
    assert desk("diff", "council", "--exit-code").code == 1
    assert desk("diff", "council", "@1", "@3", "--exit-code").code == 0  # the same text
    assert desk("diff", "market", "--exit-code").code == 0
    assert desk("diff", "market").code == 0


# --- formats ---


def test_markdown(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--format", "markdown").out
    assert shown.startswith("## Notes from Port Amber, number 10\n\nhttp://courier.example/2026/03/council  @2 ")
    assert (
        "**number** (cracks), medium, paragraph 9: Engineers had found <del>nineteen</del><ins>seventeen</ins> "
        in shown
    )
    assert shown.endswith(
        "**paragraph 9**\n\nEngineers had found <del>nineteen</del><ins>seventeen</ins> cracks in the pier.\n"
    )


def test_html_is_one_page_without_anything_from_elsewhere(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--format", "html").out
    assert shown.startswith("<!DOCTYPE html>")
    assert shown.rstrip().endswith("</html>")
    assert "<del>nineteen</del><ins>seventeen</ins>" in shown
    assert "<script" not in shown
    assert "src=" not in shown


def test_json_has_the_sides_the_flags_and_the_edits(desk: Newsdiff) -> None:
    told = json.loads(desk("diff", "council", "--format", "json").out)
    assert (told["old"]["name"], told["old"]["seen_at"]) == ("@2", "2026-03-03T09:00:00+00:00")
    assert told["notes"] == ["the text is back to an earlier one"]
    assert told["words"] == {"inserted": 1, "deleted": 1, "moved": 0}
    [flag] = told["flags"]
    assert (flag["kind"], flag["old"], flag["new"]) == ("number", "nineteen", "seventeen")
    [hunk] = told["hunks"]
    assert "".join(edit["old"] for edit in hunk["edits"]) == "Engineers had found nineteen cracks in the pier."
    assert "".join(edit["new"] for edit in hunk["edits"]) == "Engineers had found seventeen cracks in the pier."


@pytest.mark.parametrize("form", ["json", "html", "markdown"])
def test_options_for_the_eye_alone_leave_other_formats_whole(desk: Newsdiff, form: str) -> None:
    plain = desk("diff", "council", "--format", form).out
    assert desk("diff", "council", "--format", form, "--explain", "--side-by-side", "--stat").out == plain


def test_terminal_format_in_a_pipe_has_no_colour_unless_it_is_wished(desk: Newsdiff) -> None:
    shown = desk("diff", "council", "--format", "terminal").out
    assert "~ Engineers had found [-nineteen-]{+seventeen+} cracks in the pier." in shown
    assert "\x1b" not in shown
    coloured = desk("--color", "always", "diff", "council").out
    assert "\x1b[38;5;131;9mnineteen\x1b[0m \x1b[38;5;29;4mseventeen\x1b[0m" in coloured
    assert "[-" not in coloured


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(desk: Newsdiff, terminal, columns: int) -> None:
    for options in ((), ("--side-by-side",), ("--explain",), ("--full",)):
        code, shown = terminal("diff", FERRY, "@1", *options, "--no-pager", columns=columns, NO_COLOR="1")
        assert code == 0
        assert max(map(len, shown.splitlines())) <= columns, options


def test_no_colour_leaves_marks_in_its_place(desk: Newsdiff, terminal) -> None:
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = terminal("diff", "council", "--no-pager", **environment)[1]
        assert "\x1b" not in shown
        assert "[-nineteen-]{+seventeen+}" in shown
    assert "[-nineteen-]" not in terminal("diff", "council", "--no-pager")[1]


# --- files ---

FILES = """\
Ferry stops for repairs
old.txt -> new.txt
+0 -1 words

Former Harbour Minister -> Harbour Minister (Ingrid Vale)


... 2 paragraphs unchanged

paragraph 1
[-Former -]Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.

... 1 paragraph unchanged
"""


def test_two_files_need_no_store(files: Newsdiff) -> None:
    shown = files("diff", "old.txt", "new.txt")
    assert (shown.code, shown.err) == (0, "")
    assert "\n!! title (high, paragraph 1): [-Former-] Harbour Minister Ingrid" in shown.out
    assert re.sub(r"!! title .*\n", "", shown.out) == FILES


def test_two_files_with_options_are_the_same_comparison(files: Newsdiff) -> None:
    wanted = files("diff", "old.txt", "new.txt").out
    assert files("diff", "old.txt", "new.txt", "--format", "plain").out == wanted
    assert files("diff", "--context", "0", "old.txt", "new.txt").out == wanted
    assert files("--no-pager", "diff", "old.txt", "new.txt").out == wanted
    assert files("diff", "--", "old.txt", "new.txt").out == wanted


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("Hello there, she said.", "nothing differs"),
        ('He said "no".', "nothing differs but typography (--typographic shows it)"),
        ("", "nothing differs"),
    ],
)
def test_where_nothing_differs_it_says_so_and_asks_for_no_note(
    newsdiff: Newsdiff, tmp_path, new: str, told: str
) -> None:
    (tmp_path / "a.txt").write_text(new.replace('"no"', "“no”"))
    (tmp_path / "b.txt").write_text(new)
    for form in ("plain", "markdown", "html"):
        shown = newsdiff("diff", "a.txt", "b.txt", "--format", form).out
        assert told in shown
        assert "disclosed" not in shown


def test_verbatim_takes_the_furniture_too(files: Newsdiff) -> None:
    shown = files("diff", "old.txt", "new.txt", "--verbatim").out
    assert "READ MORE: [-Bakery-]{+Choir+} wins" in shown
    assert "READ MORE" not in FILES


def test_exit_code_of_files(files: Newsdiff, tmp_path) -> None:
    (tmp_path / "same.txt").write_text(OLD)
    assert files("diff", "old.txt", "new.txt", "--exit-code").code == 1
    assert files("diff", "old.txt", "same.txt", "--exit-code").code == 0


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ((), "Missing argument"),
        (("old.txt",), "old.txt is a file, and there is nothing to compare it with. Hint: name two files."),
        ((".",), ". is a folder, and there is nothing to compare it with. Hint: name two files."),
        (("old.txt", "none.txt"), "none.txt"),
        (("none.txt", "old.txt"), "none.txt"),
        (("none.txt", "other.txt"), "there is no file none.txt. Hint: check the name."),
        (("-", "-"), "both sides cannot be standard input. Hint: name a file for one of them."),
        (("old.txt", "new.txt", "--format", "pdf"), "'pdf' is not one of"),
        (("old.txt", "new.txt", "--context", "-1"), "-1 is not in the range"),
        (("old.txt", "new.txt", "--context", "some"), "'some' is not a valid integer"),
        (("old.txt", "new.txt", "--min-severity", "grave"), "'grave' is not one of"),
        (("old.txt", "new.txt", "--lang", "Deutsch"), "'Deutsch' is no code of a language"),
        (("old.txt", "new.txt", "--tz", "Mars"), "there is no time zone 'Mars'"),
        (("old.txt", "new.txt", "--frob"), "No such option"),
    ],
)
def test_a_mistake_with_files_is_one_line_with_a_hint(files: Newsdiff, words, error: str) -> None:
    result = files("diff", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("volcano",), "no article is called 'volcano'"),
        ((FERRY, "@9"), "the article has no revision @9. Hint: it has 3: @1 to @3."),
        ((FERRY, "@1", "@2", "@3"), "too many arguments. Hint: newsdiff diff ARTICLE [OLD [NEW]]."),
        (("weir",), "the article has one revision so far, nothing to compare. Hint: newsdiff show prints it."),
    ],
)
def test_a_mistake_with_revisions_is_one_line_with_a_hint(desk: Newsdiff, words, error: str) -> None:
    result = desk("diff", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert result.err.count("\n") == 1


def test_the_wishes_of_nobody_are_the_defaults_of_the_help(desk: Newsdiff) -> None:
    assert desk("diff", "council", "--context", "0").out == COUNCIL
    assert Wishes() == Wishes(0, False, False, False, False, False, None, False, None)
    assert nameless(COUNCIL) == COUNCIL  # sides are named by numbers, not by commits


def test_two_dots_are_all_revisions_and_no_folder(desk: Newsdiff) -> None:
    assert "@1 (2026-03-02 09:00 UTC) -> @3 (2026-03-04 15:00 UTC)" in desk("diff", FERRY, "..").out


def test_on_a_terminal_the_address_can_be_clicked_and_what_shows_more_stands_below(desk: Newsdiff, terminal) -> None:
    shown = terminal("diff", "council", "--no-pager")[1]
    assert "\x1b]8;;http://courier.example/2026/03/council\x1b\\" in shown
    assert "newsdiff blame " in shown.splitlines()[-2]
    assert "\x1b" not in terminal("diff", "council", "--no-pager", NO_COLOR="1")[1]
    assert "newsdiff blame" not in desk("diff", "council").out


def test_side_by_side_names_each_paragraph(desk: Newsdiff, terminal) -> None:
    shown = terminal("diff", "council", "--side-by-side", "--no-pager", NO_COLOR="1", columns=120)[1]
    assert "\nparagraph 9\n" in shown
