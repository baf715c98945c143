"""``newsdiff add``: what a URL is, files of URLs, options, and what cannot be watched."""

import json
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import BAKERY, COUNCIL, COURIER, FEED, FERRY, LIBRARY


def lines(store: Path) -> list[str]:
    path = store / ".newsdiff/watchlist.txt"
    return path.read_text().splitlines()[1:] if path.exists() else []


@pytest.fixture
def empty(newsdiff: Newsdiff, tmp_path: Path) -> Newsdiff:
    newsdiff("init")
    return newsdiff


def test_what_is_watched_already_stays_as_it_is(desk: Newsdiff, own_newsroom: Path) -> None:
    before = lines(own_newsroom)
    for url in (FERRY, FEED, COUNCIL):
        done = desk("add", url)
        assert (done.code, done.out) == (0, f"Watched already: {url}\n")
    assert lines(own_newsroom) == before


def test_a_new_option_changes_the_line(desk: Newsdiff, own_newsroom: Path) -> None:
    assert desk("add", FERRY, "--every", "2h").out == f"Watching the article {FERRY}\n"
    assert f"{FERRY} every=2h" in lines(own_newsroom)
    assert FERRY not in lines(own_newsroom)


def test_a_section_is_told_by_its_links(desk: Newsdiff, own_newsroom: Path, newsroom) -> None:
    links = "".join(
        f'<li><a href="/2026/03/0{n}/a-title-number-{n}">A title of a story, number {n}</a></li>' for n in range(1, 9)
    )
    newsroom.site.put(f"{COURIER}/local", f"<html><body><ul>{links}</ul></body></html>")
    assert desk("add", f"{COURIER}/local").out == f"Watching the section {COURIER}/local\n"
    assert f"{COURIER}/local kind=section" in lines(own_newsroom)


def test_a_sitemap_is_told_by_its_root(desk: Newsdiff, own_newsroom: Path, newsroom) -> None:
    entry = f"<url><loc>{COURIER}/2026/03/05/x</loc><lastmod>2026-03-07</lastmod></url>"
    sitemap = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry}</urlset>'
    newsroom.site.put(f"{COURIER}/map.xml", sitemap, Content_Type="application/xml")
    assert desk("add", f"{COURIER}/map.xml").out == f"Watching the sitemap {COURIER}/map.xml\n"


@pytest.mark.parametrize(("url", "status"), [(f"{COURIER}/nothing", 404), (BAKERY, 403)])
def test_what_a_server_does_not_give_is_not_watched_unless_its_kind_is_said(
    desk: Newsdiff, own_newsroom: Path, url: str, status: int
) -> None:
    before = lines(own_newsroom)
    result = desk("add", url)
    assert (result.code, result.out) == (3, "")
    assert result.err == (
        f"Error: {url} answered with status {status}. Hint: --kind article watches it all the same.\n"
    )
    assert lines(own_newsroom) == before
    assert desk("add", url, "--kind", "article").out == f"Watching the article {url}\n"
    assert f"{url} kind=article" in lines(own_newsroom)


def test_what_cannot_be_reached_now_is_watched_and_looked_at_later(
    desk: Newsdiff, own_newsroom: Path, newsroom
) -> None:
    newsroom.site.put(f"{COURIER}/later", None)
    done = desk("add", f"{COURIER}/later")
    assert (done.code, done.out) == (0, f"Watching {COURIER}/later\n")
    assert done.err.endswith("; its first visit will tell what it is.\n")
    assert f"{COURIER}/later" in lines(own_newsroom)
    assert desk("add", LIBRARY).out == f"Watched already: {LIBRARY}\n"


def test_of_several_the_good_ones_are_watched_and_the_exit_code_tells_of_the_others(
    desk: Newsdiff, own_newsroom: Path
) -> None:
    result = desk("add", f"{COURIER}/nothing", COUNCIL, "--every", "1d")
    assert result.code == 3
    assert result.out == f"Watching the article {COUNCIL}\n"
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["article", "feed", "sitemap", "section"])
def test_a_kind_that_is_said_is_believed_without_a_look(empty: Newsdiff, tmp_path: Path, kind: str) -> None:
    url = "https://nowhere.example/x"
    assert empty("add", url, "--kind", kind).out == f"Watching the {kind} {url}\n"
    assert lines(tmp_path / "snapshots") == [f"{url} kind={kind}"]


@pytest.mark.parametrize(
    ("every", "said"), [("30m", "30m"), ("90m", "90m"), ("120m", "2h"), ("1d 12h", "36h"), ("7d", "1w")]
)
def test_intervals_are_kept_in_the_largest_unit(empty: Newsdiff, tmp_path: Path, every: str, said: str) -> None:
    empty("add", "https://a.example/x", "--kind", "article", "--every", every)
    assert lines(tmp_path / "snapshots") == [f"https://a.example/x kind=article every={said}"]


def test_a_file_of_urls_keeps_their_options_and_takes_those_of_the_command(empty: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(
        "# mine\n\nhttps://a.example/1\nhttps://a.example/2 every=2h  # often\nhttps://a.example/3 paused=yes\n"
    )
    done = empty("add", "urls.txt", "--every", "1h", "--kind", "article")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "Watching the article https://a.example/1"
    assert lines(tmp_path / "snapshots") == [
        "https://a.example/1 kind=article every=1h",
        "https://a.example/2 kind=article every=2h",
        "https://a.example/3 kind=article every=1h paused=yes",
    ]
    assert empty("add", "urls.txt").out == "Watched already: urls.txt\n"


def test_of_a_long_file_only_the_number_is_told(empty: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text("".join(f"https://a.example/{n}\n" for n in range(21)))
    assert empty("add", "urls.txt").out == "Watching 21 more URLs.\n"
    assert len(lines(tmp_path / "snapshots")) == 21


def test_an_opml_file_brings_its_feeds_with_their_names_and_folders(empty: Newsdiff, tmp_path: Path) -> None:
    outlines = '<outline text="x"><outline type="rss" text="A" xmlUrl="https://a.example/1"/></outline><outline xmlUrl="https://b.example/2"/>'
    (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    empty("add", "feeds.opml", "--every", "1h")
    assert lines(tmp_path / "snapshots") == [
        'https://a.example/1 kind=feed every=1h name="A" tags=x',
        "https://b.example/2 kind=feed every=1h",
    ]


def test_a_job_list_is_told_by_what_it_holds_and_what_is_not_taken_over_is_said(
    empty: Newsdiff, tmp_path: Path
) -> None:
    pytest.importorskip("yaml", reason="the extra lists reads YAML")
    jobs = "name: Council\nurl: https://a.example/1\ntags: [town]\nfilter: [html2text]\n---\ncommand: date\n"
    (tmp_path / "jobs").write_text(jobs)
    done = empty("add", "jobs", "--kind", "article")
    assert (done.code, done.out) == (0, "Watching the article https://a.example/1\n")
    assert [line.partition(" (")[0] for line in done.err.splitlines()] == [
        "Note: https://a.example/1: not taken over: filter",
        "Note: date is left out: newsdiff runs no programs",
    ]
    assert lines(tmp_path / "snapshots") == ['https://a.example/1 kind=article name="Council" tags=town']


def test_a_job_list_needs_the_extra(empty: Newsdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    (tmp_path / "jobs.yaml").write_text("url: https://a.example/1\n")
    done = empty("add", "jobs.yaml")
    assert done.code == 2
    assert done.err == "Error: jobs.yaml is a job list in YAML. Hint: pip install 'newsdiff[lists]' reads it.\n"


def test_a_backup_is_read_where_it_lies_and_long_lists_of_notes_are_cut(empty: Newsdiff, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "backup.zip", "w") as packed:
        for n in range(60):
            told = {"url": f"https://a.example/{n}", "title": f"Story {n}", "headers": {"Cookie": "x"}}
            packed.writestr(f"{n}/watch.json", json.dumps(told))
    done = empty("add", "backup.zip", "--tag", "desk")
    assert (done.code, done.out) == (0, "Watching 60 more URLs.\n")
    assert done.err.splitlines()[-1] == "Note: and 10 more of that kind"
    assert lines(tmp_path / "snapshots")[59] == 'https://a.example/59 name="Story 59" tags=desk'


def test_a_file_without_addresses_says_so(empty: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("# nothing yet\n")
    done = empty("add", "none.txt")
    assert (done.code, done.out, done.err) == (0, "", "No web address in none.txt: nothing to watch.\n")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("nofile",), "nofile is neither a web address nor a file. Hint: write the address with https://."),
        (("a.example",), "a.example is neither a web address nor a file. Hint: write the address with https://."),
        (("lists/none.txt",), "lists/none.txt is neither a web address nor a file"),
        (("https://a.example", "--kind", "blog"), "'blog' is not one of 'article', 'feed', 'sitemap', 'section'"),
        (
            ("https://a.example", "--every", "often"),
            "--every often: not a duration: 'often'. Hint: write 30m, 6h or 2d.",
        ),
        (("https://a.example", "--every", ""), "--every : not a duration: ''"),
        (("https://a.example", "--every", "0s"), "--every 0s: it must be a second or longer"),
        (("https://a.example", "--every", "101y"), "--every 101y: not a duration"),
        (("bad.txt",), "bad.txt:2: unknown option often=yes. Hint: options are every, kind, "),
        ((), "Missing argument 'URL|FILE...'"),
    ],
)
def test_a_mistake_is_one_line_and_watches_nothing(empty: Newsdiff, tmp_path: Path, words, error: str) -> None:
    (tmp_path / "bad.txt").write_text("https://a.example/1\nhttps://a.example/2 often=yes\n")
    result = empty("add", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1
    assert lines(tmp_path / "snapshots") == []


def test_a_host_that_no_name_server_knows_is_a_slip_of_the_pen(
    newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that no name server answers for is watched: the network may be down."""
    newsdiff("init")

    def asked(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(number, "no")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    number = socket.EAI_NONAME
    done = newsdiff("add", "https://news.exmaple/story")
    assert (done.code, done.out) == (3, "")
    assert done.err.endswith("its host is unknown (no). Hint: --kind article watches it all the same.\n")
    number = socket.EAI_AGAIN
    assert newsdiff("add", "https://news.exmaple/story").out == "Watching https://news.exmaple/story\n"
