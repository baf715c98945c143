"""HTML pages: article or section, which of its links lead to articles, and how sure that is."""

import json

import pytest

from newsdiff.fetch.discover.link import Discovered, Link
from newsdiff.fetch.discover.pages import MAX_LINKS, html
from newsdiff.model import Page
from tests.kit.fetching import NOW

HOME, LOCAL, STORY = "https://news.example/", "https://news.example/local", "https://news.example/2026/03/01/bridge"
LINE = "The council met on Monday to hear what the shopkeepers of the town had to say of the new bridge by the mill. "


def read(body: str, url: str = LOCAL) -> Discovered:
    return html(Page(url, url, 200, "text/html", f"<html>{body}</html>".encode(), NOW))


def teasers(count: int, prose: int = 0) -> str:
    """So many links to articles, and a paragraph of so many characters."""
    links = "".join(f'<h2><a href="/2026/03/{n + 1:02}/story">Shopkeepers are heard {n}</a></h2>' for n in range(count))
    return f"<body>{links}<p>{(LINE * (prose // len(LINE) + 1))[:prose].replace(' ', '_')}</p></body>"


def leads(anchor: str, url: str = HOME) -> bool:
    """Whether a home page with nothing but this link leads anywhere."""
    return bool(read(f"<body>{anchor}</body>", url).links)


# --- article or section ---


@pytest.mark.parametrize("body", ["", "<!-- -->", "<body></body>", f"<body><p>{LINE}</p></body>"])
def test_a_page_without_links_is_an_article(body: str) -> None:
    assert read(body) == Discovered("article")


def test_four_links_do_not_make_a_section() -> None:
    assert read(teasers(4)).kind == "article"
    assert read(teasers(5)).kind == "section"


@pytest.mark.parametrize(
    ("url", "prose", "kind"),
    [
        (LOCAL, 6 * 300 - 1, "section"),
        (LOCAL, 6 * 300, "article"),
        (STORY, 6 * 60 - 1, "section"),
        (STORY, 6 * 60, "article"),
    ],
)
def test_the_more_prose_a_link_the_more_an_article(url: str, prose: int, kind: str) -> None:
    assert read(teasers(6, prose), url).kind == kind


def test_lines_of_teasers_are_no_prose() -> None:
    short = "<p>" + "x" * 80 + "</p>"
    assert read(teasers(6) + short * 100).kind == "section"
    assert read(teasers(6) + short.replace("</p>", "x</p>") * 100).kind == "article"


@pytest.mark.parametrize("url", ["https://news.example", HOME, "https://news.example/?page=2"])
def test_a_home_page_is_a_section_whatever_it_says(url: str) -> None:
    og = '<head><meta property="og:type" content="article"></head>'
    assert read(og + teasers(1, 5_000), url).kind == "section"


@pytest.mark.parametrize(
    ("url", "links", "prose", "sure"),
    [
        (HOME, 4, 0, False),
        (HOME, 5, 0, True),
        (LOCAL, 11, 0, False),
        (LOCAL, 12, 0, True),
        (LOCAL, 12, 12 * 60 - 1, True),
        (LOCAL, 12, 12 * 60, False),
        (STORY, 30, 0, False),
    ],
)
def test_a_section_is_sure_where_nobody_could_take_it_for_an_article(
    url: str, links: int, prose: int, sure: bool
) -> None:
    found = read(teasers(links, prose), url)
    assert (found.kind, found.sure) == ("section", sure)


def test_text_of_links_and_scripts_is_no_prose_that_makes_unsure() -> None:
    script = f"<script>{LINE * 50}</script><style>{LINE * 50}</style>"
    body = teasers(12).replace("are heard", "are heard of " + LINE).replace("</body>", script + "</body>")
    assert read(body).sure


# --- what a page calls itself ---


def ld(said: object) -> str:
    return f'<script type="application/ld+json">{said if isinstance(said, str) else json.dumps(said)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="article">',
        ld({"@type": "NewsArticle"}),
        ld({"@type": ["Thing", "Article"]}),
        ld({"@type": "LiveBlogPosting"}),
        ld([{"@type": "WebPage"}, {"@type": "BlogPosting"}]),
        ld({"@graph": [{"@type": "Organization"}, {"@type": "ReportageNewsArticle"}]}),
        ld("{") + ld({"@type": "Report"}),
    ],
    ids=["og", "ld", "several types", "live", "a list", "a graph", "after a broken one"],
)
def test_a_page_that_calls_itself_an_article_is_one(head: str) -> None:
    assert read(f"<head>{head}</head>" + teasers(30)).kind == "article"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="website">',
        '<meta name="og:type" content="article">',
        ld({"@type": "CollectionPage", "hasPart": [{"@type": "NewsArticle"}]}),
        ld({"@type": "ItemList", "itemListElement": [{"@type": "Article"}]}),
        ld({"@type": "ArticleList"}),
        ld({"@type": 3, "@graph": {"@type": "Article"}}),
        ld([["Article"], None, 3, "Article"]),
        ld("[" * 100_000),
        ld(""),
        '<script>{"@type": "NewsArticle"}</script>',
    ],
    ids=[
        *("a site", "another attribute", "its parts", "its list", "no such type", "odd types", "odd values"),
        *("deep", "empty", "another script"),
    ],
)
def test_what_a_page_lists_is_not_what_it_is(head: str) -> None:
    assert read(f"<head>{head}</head>" + teasers(30)).kind == "section"


# --- its links ---


@pytest.mark.parametrize(
    "path",
    [
        "/2026/03/01/bridge",
        "/2026-03-01/bridge",
        "/202603/bridge",
        "/news/2026/mar/bridge",
        "/news/1999/12/x",
        "/a/bridge-closed-for-repairs",
        "/a/bridge_closed_for_repairs",
        "/story/12345",
        "/story?id=1&x=2026/03/01/bridge",
        "/s/9a3b5c7d-1234-4321-9999-000000000000",
    ],
)
def test_addresses_of_articles(path: str) -> None:
    wanted = "?" not in path  # only the path tells
    assert leads(f'<a href="{path}">The bridge is closed</a>') is wanted


@pytest.mark.parametrize(
    "path",
    [
        *("/", "", "#top", "/local", "/bridge-closed", "/three-short-words", "/story/1234", "/1899/03/x", "/2026/13/x"),
        *("/tag/2026/03/bridge", "/authors/jane-doe-of-the-town", "/wp-json/posts/12345", "/login?next=/2026/03/01/x"),
        *("/AUTHOR/12345", "/subscribe/2026/03/now", "/search.html/12345", "/rss/12345", "/sign-in/2026/03/01/x"),
    ],
)
def test_addresses_of_no_articles(path: str) -> None:
    assert not leads(f'<a href="{path}">The bridge is closed</a>')


def test_a_word_within_another_tells_nothing() -> None:
    for path in ("/tagged/12345", "/helpers/12345", "/accounts-of-the-great-flood", "/shopping/2026/03/01/x"):
        assert leads(f'<a href="{path}">The bridge is closed</a>'), path


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Bridge is closed", True),
        ("Bridge closed", True),  # twelve characters and more
        ("Bridge shut", False),
        ("A b c", True),
        ("More", False),
        ("", False),
        ("<img src=x alt='Bridge is closed'>", False),
        ("<b>Bridge</b> <i>is closed</i>", True),
        ("習近平国家主席が会見で語った", True),
        ("橋が閉鎖", False),
    ],
)
def test_the_text_of_a_link_is_a_headline(title: str, wanted: bool) -> None:
    assert leads(f'<a href="{STORY}">{title}</a>') is wanted


@pytest.mark.parametrize("around", ["nav", "footer"])
def test_what_stands_in_the_frame_of_a_page_leads_nowhere(around: str) -> None:
    anchor = f'<a href="{STORY}">The bridge is closed</a>'
    assert not leads(f"<{around}><ul><li>{anchor}</li></ul></{around}>")
    assert leads(f"<div class='{around}'>{anchor}</div>")


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        *(("news.example", True), ("www.news.example", True), ("m.news.example", True), ("sport.news.example", True)),
        *(("ads.example", False), ("badnews.example", False), ("news.example.ads.example", False)),
    ],
)
def test_only_the_outlets_own_hosts_count(host: str, wanted: bool) -> None:
    assert leads(f'<a href="https://{host}/2026/03/01/bridge">The bridge is closed</a>') is wanted


def test_a_part_of_an_outlet_leads_to_the_whole() -> None:
    anchor = f'<a href="{STORY}">The bridge is closed</a>'
    assert leads(anchor, "https://sport.news.example/")


def test_a_page_does_not_lead_to_itself() -> None:
    own = "https://news.example/2026/03/all-of-today"
    again = f'<a href="{own}?utm_source=x#top">All the news of today</a>'
    assert [link.url for link in read(teasers(5) + again, own).links] == [link.url for link in read(teasers(5)).links]


def test_links_come_in_the_pages_order_each_once_with_a_title() -> None:
    twice = f'<a href="{STORY}">The bridge is closed</a><a href="/2026/03/02/mill">The mill is open</a>'
    assert read(f"<body>{twice}{twice}</body>", HOME).links == (
        Link(STORY, "The bridge is closed"),
        Link("https://news.example/2026/03/02/mill", "The mill is open"),
    )


def test_of_many_links_the_first_are_given() -> None:
    body = "".join(f'<a href="/story/{10_000 + n}">The bridge is closed</a>' for n in range(MAX_LINKS + 1))
    found = read(f"<body>{body}</body>")
    assert (len(found.links), found.links[-1].url) == (MAX_LINKS, f"https://news.example/story/{9_999 + MAX_LINKS}")


def test_an_articles_own_links_are_not_given() -> None:
    assert read(teasers(6, 5_000)).links == ()


# --- its feeds ---


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" href="/f" title="All">',
            [Link("https://news.example/f", "All")],
        ),
        ('<link rel="ALTERNATE home" type="Application/Atom+XML" href="f">', [Link("https://news.example/f")]),
        ('<link rel="alternate" type="application/feed+json" href="//f.example/">', [Link("https://f.example/")]),
        ('<link rel="alternate" type="text/html" hreflang="fr" href="/fr">', []),
        ('<link rel="stylesheet" type="application/rss+xml" href="/f">', []),
        ('<link rel="alternate" type="application/rss+xml">', []),
        ('<link rel="alternate" type="application/rss+xml" href="feed:x">', []),
        ('<link type="application/rss+xml" href="/f">', []),
    ],
    ids=["rss", "atom in capitals", "json elsewhere", "a language", "a style", "no address", "no web", "no rel"],
)
def test_feeds_that_a_page_offers(element: str, wanted: list[Link]) -> None:
    for body in (teasers(0), teasers(30)):  # of an article as well as of a section
        assert list(read(f"<head>{element}</head>{body}").feeds) == wanted


def test_addresses_of_a_page_with_a_base_stand_for_what_it_says() -> None:
    head = '<head><base href="https://news.example/x/"><link rel=alternate type=application/rss+xml href=f></head>'
    found = read(head + teasers(5).replace('"/2026', '"2026'))
    assert found.links[0].url == "https://news.example/x/2026/03/01/story"
    assert found.feeds == (Link("https://news.example/x/f"),)
