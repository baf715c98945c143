"""find, blame, stats, ranked changes, names and tags: as a newsroom asks them a month later."""

import csv
import io
import json
from pathlib import Path

import pytest

from newsdiff.cli.commands.stats import _by_number
from newsdiff.cli.main import run
from tests.cli.conftest import NEW, OLD, URL, Newsdiff
from tests.kit.newsroom import copied

OTHER = "https://courier.example/2025/bridge"


@pytest.fixture(scope="module")
def month_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles: one that lost a word, and got it back; one that was made longer."""
    folder = tmp_path_factory.mktemp("month")
    story = "Bridge closed to lorries\n\nThe old bridge over the river Wend was closed to lorries on Monday.\n"
    longer = story + "\nA new one is to be built beside it in the spring of next year.\n"
    ferry = (("18", OLD), ("19", NEW), ("21", OLD.replace("two weeks", "three weeks")))
    told = [(URL, day, text) for day, text in ferry] + [(OTHER, "20", story), (OTHER, "22", longer)]
    store = str(folder / "snapshots")
    assert run(("init", store)) == 0
    for url, day, text in told:
        (folder / "text.txt").write_text(text)
        at = ("--at", f"2025-03-{day}T10:00Z")
        assert run(("--store", store, "snapshot", str(folder / "text.txt"), "--url", url, *at)) == 0
    return folder / "snapshots"


@pytest.fixture
def month(newsdiff: Newsdiff, month_kept: Path, tmp_path: Path) -> Newsdiff:
    """Run a command on a copy of that store."""
    copied(month_kept, tmp_path / "snapshots")
    return newsdiff


# --- silence ---


def test_an_empty_store_says_that_there_is_nothing(newsdiff: Newsdiff) -> None:
    newsdiff("init")
    assert (
        newsdiff("find", "word").out
        == "No text that was recorded holds that. Hint: --regex finds parts of words, and words apart.\n"
    )
    assert newsdiff("stats").out == "Nothing was recorded in that time.\n"
    nothing = newsdiff("changes", "--top", "3")
    assert (nothing.code, nothing.out, nothing.err) == (
        0,
        "",
        "No recorded edit matches. Hint: newsdiff changes lists all, newsdiff log all texts.\n",
    )
    assert newsdiff("find", "word", "--format", "json").out == "[]\n"
    log = newsdiff("log")
    assert (log.code, log.out) == (0, "")
    assert log.err.startswith("No revision was recorded so far. Hint: newsdiff watch")
    assert newsdiff("blame", "nothing").code == 2


def test_an_article_that_was_never_edited_blames_its_first_text(kept: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Bridge closed\n\nThe old bridge over the river was closed on Monday.\n")
    kept("snapshot", "one.txt", "--url", OTHER, "--at", "2025-03-20T10:00Z")
    shown = kept("blame", "courier").out
    assert "[" not in shown
    assert "@1  2025-03-20 10:00 UTC  first" in shown
    gone = kept("blame", "courier", "--gone").out
    head = f"Bridge closed\n{OTHER}\n1 revision, 2025-03-20 10:00 UTC\n\n"
    assert gone == f"{head}No word went since the first revision.\n"


# --- find ---


def test_find_tells_since_when_words_stand_and_when_they_went(month: Newsdiff) -> None:
    shown = month("find", "Former", "Harbour", "Minister").out
    assert "Ferry stops for repairs" in shown
    assert "since 2025-03-18 10:00 UTC" in shown
    assert "; gone 2025-03-19 10:00 UTC" in shown
    assert "since 2025-03-21 10:00 UTC" in shown
    assert "stands now" in shown
    assert URL in shown


def test_find_as_json_and_as_an_exit_code(month: Newsdiff) -> None:
    [hit] = json.loads(month("find", "two weeks", "--format", "json").out)
    assert (hit["url"], hit["stands"], len(hit["spells"])) == (URL, False, 1)
    assert hit["spells"][0]["until"] == "2025-03-21T10:00:00+00:00"
    assert month("find", "two weeks", "--exit-code").code == 1
    assert month("find", "two weeks", "--host", "courier.example", "--exit-code").code == 0
    assert month("find", "bridge", "--gone", "--exit-code").code == 0


def test_find_takes_an_expression_an_article_and_a_bound(month: Newsdiff) -> None:
    assert "Bridge" in month("find", "--regex", r"\briver W\w+").out
    assert month("find", "--regex", "(").code == 2
    assert "Bridge" not in month("find", "the", "--article", "ferry").out


def test_find_of_what_went_nowhere_says_that_it_stands(month: Newsdiff) -> None:
    told = month("find", "lorries", "--gone")
    assert told.out.startswith("It went nowhere: the one article that held it holds it now. Hint: without --gone")
    assert month("find", "the", "--gone").out.startswith("It went nowhere: all 2 articles that held it hold it now.")
    assert month("find", "volcano", "--gone").out.startswith("No text that was recorded holds that.")


def test_find_quotes_what_stood_at_the_revision_that_it_names(month: Newsdiff) -> None:
    lines = [line.strip() for line in month("find", "weeks").out.splitlines()]
    assert lines[1].startswith("since 2025-03-21 10:00 UTC")
    assert "three weeks" in lines[2]
    assert lines[3].startswith("since 2025-03-19 10:00 UTC")
    assert "until 2025-03-21 10:00 UTC" in lines[3]
    assert lines[3].endswith("replaced by the wording above")
    assert "two weeks" in lines[4]


def test_find_gone_finds_a_wording_whose_matching_words_are_gone(month: Newsdiff) -> None:
    told = month("find", "--regex", r"(two|three) weeks", "--gone")
    assert "would stop for two weeks." in told.out
    assert "; gone 2025-03-21 10:00 UTC" in told.out
    assert "replaced by: Former Harbour Minister Ingrid Vale said on Tuesday that the ferry" in told.out
    [hit] = json.loads(month("find", "--regex", r"(two|three) weeks", "--gone", "--format", "json").out)
    assert [(one["words"], one["lost"]) for one in hit["wordings"]] == [(["two weeks"], True)] * 2
    assert (hit["stands"], len(hit["spells"])) == (True, 1)


def test_find_on_a_terminal_counts_what_went(month: Newsdiff, terminal) -> None:
    assert terminal("find", "the", "--no-pager", NO_COLOR="1")[1].startswith(
        "2 articles held it, 2 of them hold it now;"
    )


# --- changes, from git alone and from the catalogue ---


@pytest.mark.parametrize(
    "asked", [(), ("--since", "2025-03-20"), ("--host", "courier.example"), ("--flagged",), ("--flag", "title,number")]
)
def test_changes_are_the_same_with_and_without_a_catalogue(month: Newsdiff, tmp_path: Path, asked) -> None:
    file = tmp_path / "snapshots" / ".newsdiff" / "catalogue.db"
    assert not file.exists()
    before = month("changes", *asked)
    assert not file.exists()
    assert month("stats").code == 0
    assert file.exists()
    assert month("changes", *asked) == before
    assert before.out


# --- blame ---


def test_blame_puts_later_words_behind_the_revision_that_brought_them(month: Newsdiff) -> None:
    shown = month("blame", "ferry").out
    assert "[@3<@1 Former] Harbour Minister" in shown
    assert "[@3 three] weeks" in shown
    assert "@3  2025-03-21 10:00 UTC  edit" in shown
    gone = month("blame", "ferry", "--gone").out
    assert "two  (came with @1)" in gone
    assert "Former  (came with @1)" in gone


def test_blame_as_json_joins_to_the_text(month: Newsdiff) -> None:
    told = json.loads(month("blame", "ferry", "--format", "json").out)
    texts = ["".join(s["text"] for s in block["segments"]) for block in told["blocks"]]
    assert texts[0] == "Ferry stops for repairs"
    assert any(s["revision"] == 3 for block in told["blocks"] for s in block["segments"])
    assert [r["number"] for r in told["revisions"]] == [1, 2, 3]


# --- stats ---


def test_stats_count_by_outlet_and_show_bars(month: Newsdiff) -> None:
    lines = month("stats").out.splitlines()
    assert lines[0].split() == ["outlet", "edits", "flagged", "no", "note", "articles", "first", "edit"]
    assert "    2  100%  " in lines[1]
    assert lines[1].split()[:3] == ["harbour.example", "2", "2"]  # two edits without a note
    assert lines[2].split()[:2] == ["courier.example", "1"]


def test_stats_by_article_put_the_one_that_was_edited_most_first(month: Newsdiff, terminal) -> None:
    head, *lines = month("stats", "--by", "article").out.splitlines()
    assert head.split() == ["article", "edits", "flagged", "no", "note"]
    assert [line.split("  ")[0] for line in lines] == [
        "Ferry stops for repairs (harbour.example)",
        "Bridge closed to lorries (courier.example)",
    ]
    assert month("stats", "--by", "article", "--until", "2025-03-18T12:00Z").out.startswith("Nothing was recorded")
    shown = terminal("stats", "--by", "article", NO_COLOR="1", columns=65)[1].splitlines()
    assert "\u2026 " in shown[1]
    assert max(map(len, shown)) <= 65


@pytest.mark.parametrize(("columns", "bar"), [(65, 0), (80, 5), (200, 20)])
def test_a_bar_has_the_room_that_is_left(month: Newsdiff, terminal, columns: int, bar: int) -> None:
    first = terminal("stats", NO_COLOR="1", columns=columns)[1].splitlines()[1]
    assert first.count("#") >= bar
    assert ("#" in first) == (bar > 0)
    assert len(first) <= columns


def test_figures_in_names_are_sorted_by_their_value() -> None:
    names = ["outlet10.example", "outlet2.example", "9", "a", "outlet2b.example", "", "10"]
    assert sorted(names, key=_by_number) == [
        "",
        "9",
        "10",
        "a",
        "outlet2.example",
        "outlet2b.example",
        "outlet10.example",
    ]


def test_stats_as_csv_and_json(month: Newsdiff) -> None:
    rows = list(csv.DictReader(io.StringIO(month("stats", "--by", "flag", "--format", "csv").out)))
    assert {row["flag"] for row in rows} >= {"title", "number"}
    told = json.loads(month("stats", "--by", "month", "--format", "json").out)
    assert told["2025-03"]["edits"] == 3
    assert list(json.loads(month("stats", "--since", "2025-03-22", "--format", "json").out)) == ["courier.example"]


# --- changes ---


def test_the_weightiest_changes_come_first(month: Newsdiff) -> None:
    first = month("changes", "--top", "1").out
    assert "Ferry stops for repairs" in first
    assert "Bridge" not in first
    assert "Bridge" in month("changes", "-n", "1").out
    assert "Bridge" in month("changes", "--text", "built beside").out
    assert "Ferry" not in month("changes", "--text", "built beside").out
    assert "2025-03-22" not in month("changes", "--until", "2025-03-21T12:00Z").out


@pytest.mark.parametrize("options", [(), ("--top", "9")])
def test_changes_as_a_table_and_as_a_digest(month: Newsdiff, options: tuple[str, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(month("changes", *options, "--format", "csv").out)))
    assert {row["url"] for row in rows} == {URL, OTHER}
    assert all(row["id"] and row["summary"] for row in rows)
    digest = month("changes", *options, "--format", "markdown").out
    assert digest.startswith("# Edits: 3\n")
    assert "## Ferry stops for repairs" in digest
    page = month("changes", *options, "--format", "html").out
    assert f'<a href="{URL}" rel="noreferrer">Ferry stops for repairs</a>' in page
    assert "<script" not in page


def test_a_digest_keeps_foreign_markup_inert(kept: Newsdiff, tmp_path: Path) -> None:
    for day, word in (("20", "one"), ("21", "two")):
        text = f"<script>alert(1)</script> & [x](javascript:y)\n\nThe bridge was closed by {word} people on Monday.\n"
        (tmp_path / "evil.txt").write_text(text)
        kept("snapshot", "evil.txt", "--url", OTHER, "--at", f"2025-03-{day}T10:00Z")
    assert "<script" not in kept("changes", "--format", "html").out
    assert "[x](javascript" not in kept("changes", "--format", "markdown").out


# --- names and tags ---


def test_a_name_works_wherever_an_article_is_asked_for(month: Newsdiff) -> None:
    assert month("add", URL, "--kind", "article", "--name", "The Boat", "--tag", "city,Harbour").code == 0
    for command in (("log",), ("diff",), ("show",), ("blame",)):
        assert month(*command, "the boat").out == month(*command, URL).out != ""
    assert "Ferry" in month("changes", "--tag", "harbour").out
    assert "Bridge" not in month("changes", "--tag", "harbour").out
    assert month("changes", "--tag", "nothing").out == ""
    assert json.loads(month("stats", "--by", "tag", "--format", "json").out)["city"]["edits"] == 2


@pytest.mark.parametrize("options", [("--name", 'a"b'), ("--name", "x" * 61), ("--tag", "a b"), ("--tag", ",")])
def test_what_cannot_stand_in_the_list_is_a_usage_error(month: Newsdiff, options: tuple[str, str]) -> None:
    told = month("add", URL, "--kind", "article", *options)
    assert told.code == 2
    assert "write" in told.err


def test_one_name_for_two_articles_is_a_usage_error(month: Newsdiff) -> None:
    assert month("add", URL, OTHER, "--kind", "article", "--name", "x").code == 2


def test_a_name_of_several_lists_them_one_a_line(newsdiff: Newsdiff, tmp_path: Path) -> None:
    newsdiff("init")
    for number in range(12):
        (tmp_path / "x.txt").write_text(f"Ferry {number}\n\nThe ferry with the number {number} was late on Monday.\n")
        newsdiff("snapshot", "x.txt", "--url", f"https://news.example/ferry-{number}")
    told = newsdiff("blame", "ferry")
    lines = told.err.splitlines()
    assert (told.code, lines[0]) == (2, "Error: 12 articles are called 'ferry'. Hint: say more of it.")
    assert lines[1].startswith("  news.example/")
    assert lines[1].endswith("  Ferry 0")
    assert (len(lines), lines[-1]) == (12, "  and 2 more")


def test_a_time_after_the_newest_edit_is_told_when_that_was(month: Newsdiff) -> None:
    told = month("changes", "--since", "1d").err
    assert told.startswith("No recorded edit matches; the newest of all was seen ")
