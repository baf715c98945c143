"""Lists of feeds: which outlines are entries and which are folders, and in what an entry stands."""

import pytest

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.link import Link
from newsdiff.fetch.discover.opml import MAX_OUTLINES, OpmlOutline, opml, outlines

FEED = "https://courier.example/feed.xml"


def listed(*body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{"".join(body)}</body></opml>'.encode()


def only(attributes: str) -> OpmlOutline:
    [outline] = outlines(listed(f"<outline {attributes}/>"))
    return outline


def test_a_list_of_nothing_names_nothing() -> None:
    assert outlines(listed()) == ()
    assert outlines(listed('<outline text="News"><outline text="Local"/></outline>', "<outline/>")) == ()
    assert opml("<opml/>") == ()


def test_a_feed_is_an_entry() -> None:
    found = only(f'type="rss" text="Courier" xmlUrl="{FEED}" htmlUrl="https://courier.example/"')
    assert found == OpmlOutline(FEED, "Courier", (), True, "rss")


@pytest.mark.parametrize(
    ("attributes", "wanted"),
    [
        (f'XMLURL="{FEED}" Text="C"', OpmlOutline(FEED, "C", (), True, "")),
        (f'type=" RSS " xmlUrl=" {FEED} "', OpmlOutline(FEED, "", (), True, "rss")),
        (f'title="One" text="Two" xmlUrl="{FEED}"', OpmlOutline(FEED, "One", (), True, "")),
        ('type="link" url="https://a.example/x" text="X"', OpmlOutline("https://a.example/x", "X", (), False, "link")),
        ('htmlUrl="https://a.example/" text="A"', OpmlOutline("https://a.example/", "A", (), False, "")),
        (
            'url="https://a.example/u" htmlUrl="https://a.example/h"',
            OpmlOutline("https://a.example/u", "", (), False, ""),
        ),
        ('type="rss" text="Lost"', OpmlOutline("", "Lost", (), False, "rss")),
        ('xmlUrl="file:///etc/passwd" text="F"', OpmlOutline("", "F", (), True, "")),
        ('xmlUrl="/feed.xml" text="R"', OpmlOutline("", "R", (), True, "")),
        ('type="include" url="https://a.example/more.opml" text="M"', OpmlOutline("", "M", (), False, "include")),
        (f'xmlUrl="{FEED}" text="&lt;b&gt;R&amp;amp;D&lt;/b&gt;&#10;now"', OpmlOutline(FEED, "R&D now", (), True, "")),
    ],
    ids=[
        *("capitals", "spaces", "a title before a text", "a link", "a page", "an address before a page", "no address"),
        *("a file", "a relative address", "another list", "markup in a title"),
    ],
)
def test_what_one_entry_tells(attributes: str, wanted: OpmlOutline) -> None:
    assert only(attributes) == wanted


def test_an_entry_may_hold_others() -> None:
    inner = '<outline xmlUrl="https://b.example/rss" text="B"/>'
    outer, within = outlines(listed(f'<outline xmlUrl="{FEED}" text="A">{inner}</outline>'))
    assert (outer.title, outer.groups) == ("A", ())
    assert (within.title, within.groups) == ("B", ("A",))


def test_an_outline_with_a_type_that_holds_others_is_a_folder() -> None:
    [found] = outlines(listed(f'<outline type="folder" text="News"><outline xmlUrl="{FEED}"/></outline>'))
    assert (found.url, found.groups) == (FEED, ("News",))


def test_folders_come_first_the_outermost_before_then_categories() -> None:
    entry = f'<outline xmlUrl="{FEED}" category="/Politics/Local, Budget,, /"/>'
    folders = f'<outline text="World"><outline title="Europe"><outline text=" ">{entry}</outline></outline></outline>'
    [found] = outlines(listed(folders))
    assert found.groups == ("World", "Europe", "Politics", "Local", "Budget")


def test_of_folders_in_folders_the_nearest_fifty_are_told() -> None:
    deep = "".join(f'<outline text="f{n}">' for n in range(60)) + f'<outline xmlUrl="{FEED}"/>' + "</outline>" * 60
    [found] = outlines(listed(deep))
    assert found.groups == tuple(f"f{n}" for n in range(10, 60))


def test_a_list_of_links_holds_feeds_alone_each_once() -> None:
    found = opml(
        listed(
            f'<outline text="Papers"><outline xmlUrl="{FEED}"/></outline>',
            f'<outline text="Courier" xmlUrl="{FEED}?utm_source=opml"/>',
            '<outline type="link" url="https://a.example/x"/>',
            '<outline xmlUrl="ftp://a.example/feed"/>',
        )
    )
    assert found == (Link(FEED, "Courier", groups=("Papers",)),)


def test_a_long_list_is_cut() -> None:
    many = (f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(MAX_OUTLINES + 1))
    found = outlines(listed(*many))
    assert (len(found), found[-1].url) == (MAX_OUTLINES, f"https://a.example/{MAX_OUTLINES - 1}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "koi8-r"])
def test_a_list_is_read_in_its_own_encoding(encoding: str) -> None:
    body = (
        f'<?xml version="1.0" encoding="{encoding}"?><opml><body><outline xmlUrl="{FEED}" text="Газета"/></body></opml>'
    )
    assert [outline.title for outline in outlines(body.encode(encoding))] == ["Газета"]


def test_half_of_a_character_in_a_text_costs_no_feed() -> None:
    [found] = opml(f'<opml><body><outline xmlUrl="{FEED}" text="a\ud800b"/></body></opml>')
    assert (found.url, found.title) == (FEED, "a?b")


@pytest.mark.parametrize("body", [b"", b"a list of feeds", b"{}"])
def test_what_is_no_list_is_told(body: bytes) -> None:
    with pytest.raises(CleanError, match=r"^the OPML list cannot be read"):
        outlines(body)
