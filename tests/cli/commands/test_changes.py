"""``newsdiff changes``: what of the whole store is shown, and as what."""

import csv
import io
import json
from datetime import UTC

import pytest

from newsdiff.catalogue.ranking import judged
from newsdiff.cli.commands.changes import Wanted
from newsdiff.cli.revision_lines import revision_lines
from newsdiff.model import Disclosed, FlagKind, Revision, RevisionKind, Severity
from tests.cli.conftest import Newsdiff, nameless
from tests.kit.stories import START

FERRY, COUNCIL, BRIDGE, MARKET = (
    f"courier.example/2026/03/{name}" for name in ("ferry", "council", "bridge", "market")
)


def kinds(desk: Newsdiff, *options: str) -> list[tuple[str, str]]:
    """(article, kind) of each change, newest first."""
    rows = json.loads(desk("changes", "--format", "json", *options).out)
    return [(row["path"].rsplit("/", 1)[1].split("-")[0], row["kind"]) for row in rows]


ALL = [
    ("bridge", "restored"),
    ("market", "removed"),
    ("bridge", "removed"),
    ("ferry", "edit"),
    ("council", "revert"),
    ("ferry", "edit"),
    ("council", "edit"),
]


def test_first_texts_moves_and_recleans_are_no_changes(desk: Newsdiff) -> None:
    assert kinds(desk) == ALL


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("--host", "courier.example"), ALL),
        (("--host", "COURIER.example"), ALL),
        (("--host", "herald.example"), []),
        (("--host", "nobody.example"), []),
        (("--since", "2026-03-04T15:00Z"), ALL[:5]),
        (("--since", "2026-03-05"), ALL[:1]),
        (("--since", "3d"), ALL[:5]),
        (("--since", "1d 12h"), ALL[:1]),
        (("--since", "1h"), []),
        (("-n", "2"), ALL[:2]),
        (("--max-count", "1"), ALL[:1]),
        (("--flagged",), ALL),
        (("--flag", "title"), [ALL[5]]),
        (("--flag", "title,correction"), [ALL[3], ALL[5]]),
        (("--flag", " title , correction ,"), [ALL[3], ALL[5]]),
        (("--flag", "negation"), []),
        (("--min-severity", "high"), [*ALL[1:4], ALL[5]]),
        (("--min-severity", "medium"), ALL),
        (("--undisclosed",), [*ALL[:3], *ALL[4:]]),
        (("--undisclosed", "--flag", "correction"), []),
        (("--undisclosed", "--min-severity", "high", "--since", "2026-03-03", "-n", "3"), [ALL[1], ALL[2], ALL[5]]),
    ],
    ids=lambda value: " ".join(value) if value and isinstance(value[0], str) else "",
)
def test_each_option_leaves_out_what_it_says(desk: Newsdiff, options, wanted) -> None:
    assert kinds(desk, *options) == wanted


def test_exit_code_tells_whether_there_are_any(desk: Newsdiff) -> None:
    assert desk("changes", "--exit-code").code == 1
    assert desk("changes", "--exit-code", "--flag", "negation").code == 0
    assert desk("changes").code == 0


def test_one_edit_in_words(desk: Newsdiff) -> None:
    shown = nameless(desk("changes", "--flag", "title").out)
    assert shown.startswith(
        "<commit>  2026-03-03 09:00 UTC  edit  !! high  +0 -1 words  no note seen\n"
        "    Ferry stops for repairs\n"
        "    http://courier.example/2026/03/ferry\n"
        "    Former Harbour Minister -> Harbour Minister (Ingrid Vale)\n"
        "    title  Former Harbour Minister Ingrid"
    )
    assert shown.count("\n") == 5


def test_the_severity_of_an_edit_is_told_in_every_format(desk: Newsdiff) -> None:
    asked = ("changes", "--flag", "title,published", "--format")
    assert "; edit; !! high; " in desk(*asked, "markdown").out.replace("\\", "")
    assert "; edit; !! high; " in desk(*asked, "html").out
    rows = list(csv.DictReader(io.StringIO(desk(*asked, "csv").out)))
    assert {row["severity"] for row in rows} == {"high"}
    assert all(float(row["weight"]) > 0 for row in rows)
    trees = json.loads(desk(*asked, "json").out)
    told = [(tree["severity"], tree["weight"], tree["trailers"]["Severity"]) for tree in trees]
    assert told == [("high", float(row["weight"]), row["severity"]) for row in rows]
    removed = [tree for tree in json.loads(desk("changes", "--format", "json").out) if tree["kind"] == "removed"]
    assert [(tree["severity"], tree["weight"]) for tree in removed] == [("", None)] * len(removed)


def test_the_gravest_say_what_their_order_rests_on(desk: Newsdiff, terminal) -> None:
    shown = " ".join(terminal("changes", "--top", "3", "--no-pager", NO_COLOR="1")[1].split())
    assert shown.startswith("The gravest first: by severity (!! high, ! medium, - low), then what changed,")
    assert "--undisclosed leaves out what came with a note" in shown
    quiet = " ".join(terminal("changes", "--top", "3", "--undisclosed", "--no-pager", NO_COLOR="1")[1].split())
    assert "--undisclosed" not in quiet
    assert "The gravest first" not in desk("changes", "--top", "3").out


def test_of_many_findings_only_the_first_is_told(desk: Newsdiff) -> None:
    shown = desk("changes", "--flag", "correction").out
    assert shown.count("\n    correction, number  (none) -> Correction:") == 1
    assert "\n    number  About" not in shown


def test_lines_are_seven_fields_for_cut_and_awk(desk: Newsdiff) -> None:
    lines = desk("changes", "--format", "lines").out.splitlines()
    fields = [nameless(line).split("\t") for line in lines]
    assert {len(row) for row in fields} == {7}
    assert fields[3] == [
        "2026-03-04T15:00:00+00:00",
        "edit",
        "number,correction",
        f"{FERRY}-2d0242ce.md",
        "http://courier.example/2026/03/ferry",
        "<commit>",
        "Ferry stops for repairs",
    ]
    assert fields[1][1:3] == ["removed", ""]


def test_an_id_of_changes_works_alone_elsewhere(desk: Newsdiff) -> None:
    commit = desk("changes", "--flag", "title", "--format", "lines").out.split("\t")[5]
    assert "[-Former -]" in desk("diff", commit).out
    assert "Former Harbour Minister" not in desk("show", commit[:10]).out
    assert desk("log", commit[:12]).out.startswith("@3  ")


def test_a_time_zone_changes_the_times_alone(desk: Newsdiff) -> None:
    assert "  2026-03-05 22:00 CET  restored" in desk("changes", "--tz", "Europe/Berlin", "-n", "1").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--flag", "titel"), "there is no flag 'titel'. Hint: kinds are title, date, number, name"),
        (("--host", "a b"), "'a b' is no host. Hint: write one such as news.example"),
        (("--host", ""), "'' is no host"),
        (
            ("--since", "often"),
            "'often' is no time. Hint: write how long ago, as 12h, 7d or 30d, or a day, as 2025-03-12",
        ),
        (("--since", ""), "'' is no time"),
        (("--min-severity", "grave"), "'grave' is not one of"),
        (("-n", "0"), "0 is not in the range"),
        (("--tz", "Mars"), "there is no time zone 'Mars'"),
        (("--format", "xml"), "'xml' is not one of"),
        (("ferry",), "unexpected extra argument"),
    ],
)
def test_a_mistake_is_one_line_with_a_hint(desk: Newsdiff, options, words: str) -> None:
    result = desk("changes", *options)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1


def revision(kind: RevisionKind = RevisionKind.EDIT, *flags: FlagKind, **more: object) -> Revision:
    trailers = tuple(more.pop("trailers", {}).items())  # type: ignore[attr-defined]
    page = ("a.example/x.md", "https://a.example/x")
    return Revision("c" * 40, *page, START, None, kind, flags=flags, trailers=trailers, **more)  # type: ignore[arg-type]


def wanted(*names: str, severity: Severity | None = None, undisclosed: bool = False, flagged: bool = False) -> Wanted:
    return Wanted(frozenset(names), severity, undisclosed, flagged)


@pytest.mark.parametrize("kind", [RevisionKind.FIRST, RevisionKind.RECLEAN, RevisionKind.MOVED])
def test_what_is_no_edit_is_never_shown(kind: RevisionKind) -> None:
    assert not wanted().shows(judged(revision(kind)))


def test_an_edit_with_no_flag_is_shown_unless_flags_are_asked_for() -> None:
    plain = revision()
    assert wanted().shows(judged(plain))
    assert not wanted(flagged=True).shows(judged(plain))
    assert not wanted("title").shows(judged(plain))
    assert not wanted(severity=Severity.LOW).shows(judged(plain))


def test_a_rule_that_failed_might_have_flagged_it() -> None:
    doubtful = revision(trailers={"Faults": "number"})
    assert wanted(flagged=True).shows(judged(doubtful))
    assert wanted("number").shows(judged(doubtful))
    assert wanted(severity=Severity.HIGH).shows(judged(doubtful))


def test_a_removal_matters_however_grave_the_flags_that_are_asked_for() -> None:
    assert wanted(severity=Severity.HIGH, flagged=True).shows(judged(revision(RevisionKind.REMOVED)))


def test_a_note_tells_readers_and_a_stamp_does_not() -> None:
    assert not wanted(undisclosed=True).shows(judged(revision(disclosed=Disclosed.NOTE)))
    for other in (Disclosed.TIME, Disclosed.NO, Disclosed.UNKNOWN):
        assert wanted(undisclosed=True).shows(judged(revision(disclosed=other)))


@pytest.mark.parametrize(("told", "least", "shown"), [("low", "medium", False), ("medium", "medium", True)])
def test_the_gravest_flag_counts(told: str, least: str, shown: bool) -> None:
    one = revision(RevisionKind.EDIT, FlagKind.NUMBER, trailers={"Severity": told})
    assert wanted(severity=Severity(least)).shows(judged(one)) is shown


def test_the_finding_that_was_asked_for_is_the_one_that_is_shown() -> None:
    one = revision(lines=("number  12 -> 14", "title, name  former Mayor Lind -> Mayor Lind"))
    assert [*revision_lines(one, None, UTC, named=False, most=1)][-1] == "    number  12 -> 14"
    asked = frozenset(("title", "quote"))
    shown = [*revision_lines(one, None, UTC, named=False, most=1, asked=asked)]
    assert shown[-1] == "    title, name  former Mayor Lind -> Mayor Lind"


def test_no_part_of_a_head_is_torn_and_nothing_stands_under_no_edits(desk: Newsdiff, terminal) -> None:
    shown = terminal("changes", "--no-pager", columns=56, NO_COLOR="1")[1].splitlines()
    assert not any(line.strip() in ("no", "unknown", "note", "UTC") for line in shown)
    assert any(line.startswith("    +") and "  no note" in line for line in shown)
    assert terminal("changes", "--since", "2026-03-01", "--until", "2026-03-01T00:01Z", NO_COLOR="1")[1] == ""
