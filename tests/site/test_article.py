"""The pages of one article: which there are by how many revisions, what each tells, when one is made anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsdiff.document import article
from newsdiff.model import FlagSettings, Page, Revision, RevisionKind
from newsdiff.site.captures import Captures
from newsdiff.site.contents import ListedArticle
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.article import ArticlePages
from newsdiff.site.pages.history import History
from newsdiff.store import Store

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
PATH, URL = "a.example/storm.md", "https://a.example/storm?token=x"
EDITION = SiteEdition("Watch", UTC)
TEXTS = ("The storm injured 12 people.", "The storm injured 14 people.", "The storm injured 14 people on Monday.")
SHA256 = ("Text-Sha256", "ab" * 32)


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> tuple[Captures, str]:
    """The raw pages of a store that keeps one, and that one's name."""
    store = Store.create(tmp_path_factory.mktemp("article") / "snapshots")
    return Captures(store), store.raw.put(Page(URL, URL, 200, "text/html", b"<p>Storm</p>", START))


def revisions(count: int, **facts: object) -> list[Revision]:
    """So many revisions; ``facts`` are those of the last."""
    made = []
    for number in range(1, count + 1):
        kind = RevisionKind.EDIT if number > 1 else RevisionKind.FIRST
        text = article([TEXTS[(number - 1) % 3], f"Line {number // 4}."], "Storm at sea", language="en")
        seen, since = START + timedelta(hours=number), START + timedelta(minutes=number) if number > 1 else None
        told = {"kind": kind, "trailers": (SHA256,)} | (facts if number == count else {})
        made.append(Revision(f"{number:040x}", PATH, URL, seen, since, article=text, **told))  # type: ignore[arg-type]
    return made


def pages(
    kept: Captures, history: Sequence[Revision], edition: SiteEdition = EDITION, rules: str = "", **listed: object
) -> ArticlePages:
    about = ListedArticle(
        PATH, URL, "a.example", "Storm at sea", None, (), tuple(one.id for one in history), 1_772_438_400, 1_772_442_000
    )._replace(**listed)  # type: ignore[arg-type]
    return ArticlePages(edition, about, lambda: History(history, FlagSettings(), edition), kept, rules)


def keys(made: ArticlePages) -> dict[str, str]:
    return {page.path.removeprefix("articles/a.example/storm/"): page.key for page in made.pages()}


def text(made: ArticlePages, name: str) -> str:
    [found] = [page for page in made.pages() if page.path.endswith(f"/{name}")]
    return found.render().decode()


# --- which pages ---


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (1, ["1.html", "blame.html", "texts.html", "index.html"]),
        (2, ["1.html", "2.html", "blame.html", "texts.html", "index.html"]),
        (3, ["1.html", "2.html", "3.html", "since-first.html", "blame.html", "texts.html", "index.html"]),
    ],
)
def test_a_page_for_each_revision_and_from_three_on_one_of_all_that_changed(
    captures: tuple[Captures, str], count: int, names: list[str]
) -> None:
    made = pages(captures[0], revisions(count))
    assert list(keys(made)) == names
    assert made.count == count
    assert all(page.render() for page in made.pages())


def test_raw_pages_come_along_where_the_edition_has_them_each_once(captures: tuple[Captures, str]) -> None:
    kept, name = captures
    history = [*revisions(2, trailers=(("Raw-Sha256", name),)), *revisions(3, trailers=(("Raw-Sha256", name),))[2:]]
    with_them = [page.path for page in pages(kept, history, EDITION._replace(captures=True)).pages()]
    assert with_them[-1] == f"captures/{name}.warc.gz"
    assert len([path for path in with_them if path.startswith("captures/")]) == 1
    assert not any(page.path.startswith("captures/") for page in pages(kept, history).pages())


# --- what they tell ---


def test_the_history_comes_newest_first(captures: tuple[Captures, str]) -> None:
    index = text(pages(captures[0], revisions(3)), "index.html")
    assert index.index('id="v3"') < index.index('id="v2"') < index.index('id="v1"')
    assert "3 revisions, seen from 2026-03-02 08:00 UTC to 2026-03-02 09:00 UTC" in index
    assert "the text before was last seen 2026-03-02 08:03 UTC" in index


def test_a_lone_revision_has_nothing_to_compare(captures: tuple[Captures, str]) -> None:
    made = pages(captures[0], revisions(1))
    index = text(made, "index.html")
    assert "1 revision, seen" in index
    assert "<select" not in index
    assert "The text as it was first kept" in text(made, "1.html")
    assert "No word came or went since the first revision." in text(made, "blame.html")


def test_an_edit_leads_to_its_neighbours_and_its_whole_text(captures: tuple[Captures, str]) -> None:
    page = text(pages(captures[0], revisions(3)), "2.html")
    assert 'href="1.html" rel="prev"' in page
    assert 'href="3.html" rel="next"' in page
    assert 'href="texts.html#v2"' in page
    assert "<del" in page and "<ins" in page


def test_claims_tags_and_headline_are_told(captures: tuple[Captures, str]) -> None:
    listed = {"published": 1_772_434_800, "tags": ("sea", "Ämter"), "headline": "<b>Storm\u202e"}
    index = text(pages(captures[0], revisions(1), **listed), "index.html")
    assert "published 2026-03-02 07:00 UTC, as claimed" in index
    assert 'href="../../../tags/sea/index.html">sea</a>, ' in index
    assert "&lt;b&gt;Storm" in index
    assert "\u202e" not in index


def test_without_a_headline_the_address_stands_in_its_place(captures: tuple[Captures, str]) -> None:
    assert f'dir="auto">{URL}</h1>' in text(pages(captures[0], revisions(1), headline=""), "index.html")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.example/x", "a.example"])
def test_an_address_that_is_none_of_the_web_is_no_link(captures: tuple[Captures, str], url: str) -> None:
    page = text(pages(captures[0], revisions(1), url=url), "index.html")
    assert f'href="{url}' not in page
    assert url in page


# --- evidence ---


def test_what_proves_a_revision_is_listed_and_what_is_not_known_is_not(captures: tuple[Captures, str]) -> None:
    told = (SHA256, ("Status", "200"), ("Published", "2026-03-02"), ("Etag", ""), ("Other", "secret"))
    page = text(pages(captures[0], revisions(2, trailers=told)), "2.html")
    evidence = page.split('id="evidence"')[1]
    for name, value in (
        ("Seen", "2026-03-02 10:00 UTC"),
        ("The text before was last seen", "2026-03-02 08:02 UTC"),
        ("Commit", f"{2:040x}"),
        ("File", PATH),
        ("HTTP status", "200"),
        ("Published, as claimed", "2026-03-02"),
        ("SHA-256 of the text", "ab" * 32),
        ("Raw page", "not kept"),
    ):
        assert f"<dt>{name}</dt><dd>{value}</dd>" in evidence
    assert "Etag" not in evidence
    assert "secret" not in evidence
    assert "last seen" not in text(pages(captures[0], revisions(1)), "1.html").split('id="evidence"')[1]


@pytest.mark.parametrize(
    ("edition", "offered"),
    [(EDITION, False), (EDITION._replace(captures=True), True), (EDITION._replace(live=True), True)],
)
def test_a_raw_page_that_is_kept_is_named_and_offered_where_the_site_has_it(
    captures: tuple[Captures, str], edition: SiteEdition, offered: bool
) -> None:
    kept, name = captures
    page = text(pages(kept, revisions(1, trailers=(("Raw-Sha256", name),)), edition), "1.html")
    assert "byte 0" in page
    assert (f'href="../../../captures/{name}.warc.gz"' in page) is offered


def test_one_that_is_kept_no_more_is_said_to_be_none(captures: tuple[Captures, str]) -> None:
    page = text(pages(captures[0], revisions(1, trailers=(("Raw-Sha256", "0" * 64),))), "1.html")
    assert "<dd>not kept</dd>" in page


# --- keys ---


def changed(before: ArticlePages, after: ArticlePages) -> set[str]:
    old, new = keys(before), keys(after)
    return {name for name in new if old.get(name) != new[name]}


def test_a_new_revision_leaves_the_pages_of_old_ones_but_the_last(captures: tuple[Captures, str]) -> None:
    before, after = (pages(captures[0], revisions(count)) for count in (4, 5))
    assert changed(before, after) == {
        "4.html", "5.html", "since-first.html", "blame.html", "texts.html", "index.html",
    }  # fmt: skip


def test_a_comparison_is_made_anew_where_the_revision_before_it_is_another(captures: tuple[Captures, str]) -> None:
    history = revisions(4)
    before, after = (pages(captures[0], [replace(history[0], id=name * 40), *history[1:]]) for name in "ab")
    assert changed(before, after) >= {"1.html", "2.html"}
    assert not changed(before, after) & {"3.html", "4.html"}


def test_another_headline_changes_the_pages_of_revisions_and_other_rules_or_another_title_all(
    captures: tuple[Captures, str],
) -> None:
    kept, history = captures[0], revisions(3)
    before = pages(kept, history)
    assert changed(before, pages(kept, history)) == set()
    assert changed(before, pages(kept, history, headline="Other")) >= {"1.html", "2.html", "3.html"}
    for other in (pages(kept, history, rules="x"), pages(kept, history, EDITION._replace(title="Other"))):
        assert changed(before, other) == set(keys(before))
    assert changed(before, pages(kept, history, tags=("sea",))) == {
        "since-first.html", "blame.html", "texts.html", "index.html",
    }  # fmt: skip
