"""What a URL is and where it leads; no feed, map or page takes long, however it is made."""

import json
import time
from datetime import UTC, datetime

import pytest

from newsdiff.errors import CleanError
from newsdiff.fetch.discover import Discovered, Link, by_age, discover, opml
from newsdiff.model import Page
from tests.kit.fetching import NOW

TEN = datetime(2026, 3, 1, 10, tzinfo=UTC)
MAP = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
SENTENCE = "The council met on Monday to hear what the town's shopkeepers had to say of the new bridge. "


def page(body: bytes | str, url: str = "https://news.example/list", content_type: str = "text/xml") -> Page:
    return Page(url, url, 200, content_type, body.encode() if isinstance(body, str) else body, NOW)


def found(body: bytes | str, url: str = "https://news.example/list") -> Discovered:
    return discover(page(body, url))


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{"".join(items)}</channel></rss>'


def item(n: int, title: str = "A story") -> str:
    date = "<pubDate>Sun, 01 Mar 2026 11:00:00 +0100</pubDate>"
    return (
        f"<item><title>{title}</title><link>https://news.example/s/{n}</link>{date}<description>d</description></item>"
    )


def article(paragraphs: int = 12, links: int = 3, head: str = "") -> str:
    more = "".join(f'<li><a href="/2026/02/story-{n}">More about the bridge</a></li>' for n in range(links))
    text = f"<p>{SENTENCE * 3}</p>" * paragraphs
    return f"<html><head>{head}</head><body><h1>Bridge</h1>{text}<ul>{more}</ul></body></html>"


def section(links: int = 12) -> str:
    teasers = "".join(
        f'<div><h2><a href="/2026/03/01/story-number-{n}">Council hears shopkeepers {n}</a></h2><p>{SENTENCE}</p></div>'
        for n in range(links)
    )
    nav = '<nav><a href="/2020/01/01/about-the-old-bridge">About the old bridge</a></nav>'
    return f"<html><body>{nav}{teasers}<a href='/tag/a-very-long-tag-name'>All about the bridge</a></body></html>"


def test_an_article_leads_nowhere() -> None:
    for body in (
        article(),
        article(links=0),
        article(paragraphs=2, links=2),
        "<html></html>",
        "plain text",
        "<!-- -->",
    ):
        assert found(body, "https://news.example/2026/03/bridge") == Discovered("article")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:type" content="article">',
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
        '<script type="application/ld+json">[{"@graph": [{"@type": ["WebPage", "ReportageNewsArticle"]}]}]</script>',
    ],
)
def test_a_short_article_with_many_links_says_what_it_is(head: str) -> None:
    assert found(article(1, 20, head), "https://news.example/bridge").kind == "article"


def test_a_section_leads_to_its_articles() -> None:
    got = found(section(), "https://www.news.example/local")
    assert got.kind == "section"
    assert len(got.links) == 12
    assert got.links[0] == Link("https://www.news.example/2026/03/01/story-number-0", "Council hears shopkeepers 0")


def test_a_home_page_is_a_section_and_shows_its_feeds() -> None:
    feed = '<link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml">'
    got = found(article(head=feed), "https://news.example/")
    assert got.kind == "section"
    assert got.feeds == (Link("https://news.example/feed.xml", "All"),)


def test_a_section_does_not_lead_elsewhere() -> None:
    body = section().replace("/2026/03/01/story-number-3", "https://ads.example/2026/03/01/story-number-3")
    assert len(found(body).links) == 11


def test_a_feed_gives_its_entries_in_order() -> None:
    got = found(rss(item(1), item(2, "R&amp;D &lt;b&gt;x&lt;/b&gt;")))
    assert got.kind == "feed"
    assert got.links == (
        Link("https://news.example/s/1", "A story", TEN),
        Link("https://news.example/s/2", "R&D x", TEN),
    )


@pytest.mark.parametrize(
    "body",
    [
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A story</title><link rel="edit" href="/e"/>'
        '<link href="/s/1"/><published>2026-03-01T10:00:00Z</published></entry></feed>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><title>A story</title>'
        "<link>https://news.example/s/1</link><dc:date>2026-03-01T10:00:00Z</dc:date></item></rdf:RDF>",
        "<rss><channel><item><title><![CDATA[A <i>story</i>]]></title><guid>https://news.example/s/1</guid>"
        "<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>",
        "\n\n" + rss(item(1)),
        rss(item(1)).encode("utf-16"),
        rss(item(1)).removesuffix("</channel></rss>"),
        json.dumps(
            {
                "items": [
                    {"url": "/s/1", "title": "A story", "date_published": "2026-03-01T11:00:00+01:00"},
                    7,
                    {"url": 3},
                ]
            }
        ),
    ],
)
def test_every_dialect_is_read(body: str | bytes) -> None:
    assert found(body) == Discovered("feed", (Link("https://news.example/s/1", "A story", TEN),))


@pytest.mark.parametrize(
    ("codec", "content_type"),
    [
        ("windows-1251", "application/rss+xml; charset=windows-1251"),
        ("koi8-r", "text/xml; charset=koi8-r"),
        ("utf-16-le", "application/rss+xml; charset=utf-16"),
        ("utf-16-be", "application/rss+xml; charset=utf-16"),
        ("utf-16-le", "text/xml"),
    ],
)
def test_11_the_header_names_the_charset_of_a_list(codec: str, content_type: str) -> None:
    feed = rss(item(1, "Мост через реку")).encode(codec)
    [link] = discover(page(feed, content_type=content_type)).links
    assert link.title == "Мост через реку"
    listed = section().replace("Council hears shopkeepers", "Совет слушает торговцев").encode(codec)
    got = discover(page(listed, "https://news.example/local", content_type.replace("text/xml", "text/html")))
    assert got.links[0].title == "Совет слушает торговцев 0"


BASED = """<feed xmlns="http://www.w3.org/2005/Atom"{feed}><entry{entry}><title>A story</title>
<link rel="alternate" href="{href}"{link}/><updated>2026-03-01T10:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize(
    ("feed", "entry", "link", "href"),
    [
        ("", "", "", "s/1"),
        ("", "", "", "https://news.example/s/1"),
        ("/", "", "", "s/1"),
        ("https://news.example/s/", "", "", "1"),
        ("", "https://news.example/s/", "", "1"),
        ("https://news.example/", "s/", "", "1"),
        ("https://news.example/x/", "../s/", "", "1"),
        ("https://news.example/", "x/", "/s/", "1"),
        ("https://elsewhere.example/", "", "", "https://news.example/s/1"),
        ("http://[", "", "", "https://news.example/s/1"),
    ],
)
def test_11_links_stand_for_what_xml_base_says(feed: str, entry: str, link: str, href: str) -> None:
    bases = {k: f' xml:base="{v}"' if v else "" for k, v in (("feed", feed), ("entry", entry), ("link", link))}
    assert found(BASED.format(href=href, **bases)).links == (Link("https://news.example/s/1", "A story", TEN),)


def test_11_rss_may_have_a_base_too() -> None:
    entry = "<item><title>A story</title><link> 1 </link></item>"
    body = f'<rss><channel xml:base="https://news.example/s/">{entry}</channel></rss>'
    assert [link.url for link in found(body).links] == ["https://news.example/s/1"]


def test_11_a_page_may_have_a_base() -> None:
    got = found(section().replace("<body>", '<head><base href="/local/"></head><body>').replace('"/2026', '"2026'))
    assert got.links[0].url == "https://news.example/local/2026/03/01/story-number-0"


def test_one_article_under_two_urls_is_one_link() -> None:
    twice = item(1), item(1).replace("s/1", "s/1?utm_source=rss"), item(1).replace("https", "http")
    assert len(found(rss(*twice)).links) == 1


def test_links_out_of_the_web_are_left_out() -> None:
    bad = ("file:///etc/passwd", "javascript:alert(1)", "ftp://news.example/a", "", "http://[::1", "mailto:a@b.example")
    assert found(rss(*(item(1).replace("https://news.example/s/1", url) for url in bad))).links == ()


def test_an_empty_feed_is_a_feed() -> None:
    assert found(rss()) == Discovered("feed")
    assert found('{"version": "https://jsonfeed.org/version/1.1", "items": []}') == Discovered("feed")


@pytest.mark.parametrize("body", ["{", '{"a": 1}', '{"items": 3}', '{"items":' + "[" * 100_000])
def test_json_that_is_no_feed_is_an_error(body: str) -> None:
    with pytest.raises(CleanError):
        found(body)


def test_63_64_entities_are_refused() -> None:
    laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + rss(item(1, "&b;"))[21:]
    outside = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rss(item(1, "&a;"))[21:]
    for body in (laughs, outside, outside.encode("utf-16")):
        with pytest.raises(CleanError, match="entities"):
            found(body)


@pytest.mark.parametrize("space", ["http://[", "{", "}", " ", "http://a b", "http://[::"])
def test_a_namespace_that_is_none_costs_no_entry(space: str) -> None:
    rss = f'<rss xmlns:x="{space}"><item><x:title>One</x:title><link>https://a.example/one</link></item></rss>'
    assert [link.title for link in found(rss).links] == ["One"]
    atom = f'<feed xmlns="{space}"><entry><title>One</title><link>https://a.example/one</link></entry></feed>'
    assert [link.title for link in found(atom).links] == ["One"]


@pytest.mark.parametrize("half", ["&#xD800;", "&#55296;", "&#xdfff", "&#x000000d800;", "&#x110000;", "&#99999999999;"])
def test_a_reference_to_no_character_costs_no_entry(half: str) -> None:
    url = "https://a.example/one"
    rss = f'<rss xmlns:x="u{half}"><item a="{half}"><title>O{half}ne</title><link>{url}</link></item></rss>'
    assert [link.url for link in found(rss).links] == [url]
    assert found(f'<feed xmlns="u{half}"><entry><title>{half}</title><link href="{url}"/></entry></feed>').links


def test_bytes_that_are_no_utf_8_cost_no_entry() -> None:
    body = b"<rss><item><title>O\xed\xa0\x80ne \xf4\x90\x80\x80 \xff</title><link>https://a.example/one</link></item></rss>"
    [link] = found(body).links
    assert link.title.startswith("O")


def test_65_a_path_is_not_opened() -> None:
    assert found(b"/etc/passwd").kind == "article"


def test_66_titles_hold_neither_markup_nor_control_characters() -> None:
    got = found(rss(item(1, "&lt;script&gt;alert(1)&lt;/script&gt;One &#x202e;\x1b[31mstory &lt;img src=x&gt;")))
    [only] = got.links
    assert "story" in only.title
    assert only.title.isprintable()
    assert not set("<>\u202e\x1b") & set(only.title)
    assert "alert" not in only.title


def test_67_a_feed_of_50_000_items_gives_500_at_once() -> None:
    started = time.process_time()
    got = found(rss(*(item(n) for n in range(50_000))))
    assert len(got.links) == 500
    assert got.links[-1].url == "https://news.example/s/499"
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rss(item(1, "x<" * 500_000)), id="a title of 1 MB"),
        pytest.param(rss(item(1, "<a>" * 300_000)), id="a title of tags"),
        pytest.param("<rss><channel>" + "<item><title>a</title>" * 100_000, id="items that do not end"),
        pytest.param(rss("<item>" + "<title>a</title>" * 200_000 + "</item>"), id="an item of titles"),
        pytest.param("<html><body><a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</a>", id="attributes"),
        pytest.param("<html><body><a " + " ".join(f"a{n}=1" for n in range(100_000)), id="attributes without end"),
        pytest.param("<html><body>" + "<div>" * 100_000, id="nested"),
        pytest.param("<" * 2_000_000, id="angles"),
        pytest.param("<a " * 700_000, id="open tags"),
        pytest.param("<" + "a \n " * 500_000, id="spaces"),
        pytest.param(section(20_000), id="20,000 links"),
    ],
)
def test_no_body_takes_long(body: str) -> None:
    started = time.process_time()
    try:
        links = found(body).links
    except CleanError:
        links = ()
    assert len(links) <= 500
    assert time.process_time() - started < 20


def test_a_sitemap_gives_pages_and_times() -> None:
    image = b"<i:image xmlns:i='i'><i:loc>https://news.example/i.jpg</i:loc><i:title>No</i:title></i:image>"
    news = b"<n:news><n:publication_date>2026-03-01T10:00:00Z</n:publication_date><n:title>A story</n:title></n:news>"
    first = b"<url><loc> https://news.example/s/1?x=1&amp;y=2 </loc>" + news + b"</url>"
    second = b"<url><loc>https://news.example/s/2</loc><lastmod>2026-03-01</lastmod>" + image + b"</url>"
    got = found(MAP + first + second + b"</urlset>")
    assert got == Discovered(
        "sitemap",
        (
            Link("https://news.example/s/1?x=1&y=2", "A story", TEN),
            Link("https://news.example/s/2", "", datetime(2026, 3, 1, tzinfo=UTC)),
        ),
    )


def test_a_sitemap_index_names_further_sitemaps() -> None:
    body = "<sitemapindex><sitemap><loc>https://news.example/1.xml</loc></sitemap><sitemap><loc>file:///x</loc></sitemap></sitemapindex>"
    assert found(body) == Discovered("sitemap", sitemaps=(Link("https://news.example/1.xml"),))


def test_12_of_too_many_addresses_the_newest_are_kept() -> None:
    when = "<lastmod>2026-{:02}-{:02}</lastmod>"
    listed = (
        f"<url><loc>https://news.example/s/{n}</loc>{when.format(1 + n // 3000, 1 + n % 28)}</url>" for n in range(6000)
    )
    got = found(MAP + "".join(listed).encode() + b"</urlset>")
    assert len(got.links) == 5_000
    assert all(f"https://news.example/s/{n}" in {link.url for link in got.links} for n in range(3000, 6000))
    assert got.notes == ("1,000 of its 6,000 addresses are left out: the newest 5,000 are looked at",)


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00Z")


@pytest.mark.parametrize(
    ("listed", "order"),
    [
        ([("/1", "2025-01-01"), ("/2", "2026-02-01"), ("/3", "2025-12-01")], "231"),
        ([("/1", "2026-02-01"), ("/2", "2099-01-01"), ("/3", None)], "123"),  # a clock that is wrong tells nothing
        ([("/1/2024-01.xml", None), ("/2/2026_2.xml", None), ("/3/2025/12/", None)], "231"),
        ([("/1", None), ("/2", None), ("/3", None), ("/4", None)], "1423"),
        ([("/1", None), ("/2", "2020-01-01")], "21"),
        ([], ""),
    ],
)
def test_12_what_changed_last_is_looked_at_first(listed: list[tuple[str, str | None]], order: str) -> None:
    links = [Link(f"https://news.example{path}", "", at(day) if day else None) for path, day in listed]
    assert "".join(link.url.split("/")[3] for link in by_age(links, now=NOW)) == order


def test_a_month_and_a_year_are_times() -> None:
    body = "".join(
        f"<url><loc>https://n.example/{t}</loc><lastmod>{t}</lastmod></url>" for t in ("2026", "2026-02", "20")
    )
    times = [link.published for link in found(MAP + body.encode() + b"</urlset>").links]
    assert times == [at("2026-01-01"), at("2026-02-01"), None]


def test_a_sitemap_is_cut_at_5_000_links() -> None:
    body = MAP + b"".join(b"<url><loc>https://news.example/s/%d</loc></url>" % n for n in range(50_000)) + b"</urlset>"
    assert len(found(body).links) == 5_000


def test_opml_names_feeds_however_deep() -> None:
    text = """<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
      <outline type="rss" text="A" title="Paper A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
      <outline text="B" xmlUrl="https://b.example/rss"/>
      <outline text="bad" xmlUrl="file:///etc/passwd"/></outline></body></opml>"""
    folder = ("News",)
    feeds = (
        Link("https://a.example/feed", "Paper A", groups=folder),
        Link("https://b.example/rss", "B", groups=folder),
    )
    assert opml(text) == feeds
    assert opml(text.encode()) == opml(text)
    with pytest.raises(CleanError):
        opml("no list")
