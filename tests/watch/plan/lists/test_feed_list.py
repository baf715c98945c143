"""OPML as readers of feeds write it."""

import pytest

from newsdiff.errors import CleanError
from newsdiff.watch.plan.lists.feed_list import feed_list, is_feed_list
from newsdiff.watch.plan.watchlist import line_of

# rss2email 3.14 writes the first outline; the rest is what OPML 2.0 and its users write beside it.
OPML = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>rss2email OPML export</title></head><body>
<outline type="rss" text="courier" xmlUrl="https://courier.example/feed.xml"/>
<outline text="World news"><outline text="Europe" title="Europe">
  <outline type="rss" text="The &quot;Gazette&quot;" title="" xmlUrl="https://gazette.example/rss"
    htmlUrl="https://gazette.example/" category="/Politics/Votes,local"/>
</outline></outline>
<outline type="link" text="Council" url="https://courier.example/council"/>
<outline type="include" text="more" url="https://lists.example/more.opml"/>
<outline type="rss" text="podcast" xmlUrl="feed://gazette.example/pod"/>
<outline text="nothing in it"/>
</body></opml>"""


def test_names_folders_and_categories_come_along() -> None:
    assert is_feed_list(OPML)
    found = feed_list(OPML)
    assert [line_of(entry) for entry in found.entries] == [
        'https://courier.example/feed.xml kind=feed name="courier"',
        "https://gazette.example/rss kind=feed name=\"The 'Gazette'\" tags=world-news,europe,politics,votes,local",
        'https://courier.example/council name="Council"',
    ]
    assert found.notes == (
        "more is left out: it is of the type include",
        "podcast is left out: it has no web address",
    )


def test_what_is_no_xml_is_an_error() -> None:
    with pytest.raises(CleanError):
        feed_list(b"no markup at all")
