"""Pages that send their readers on: those that are to be read are read, the others lead where a browser would go."""

import pytest

from newsdiff.errors import HttpError, RefusedError
from newsdiff.fetch import Fetcher, Want, guard
from newsdiff.fetch.refresh import onward
from newsdiff.model import Page
from tests.kit.fault_server import PAGE, FaultServer, answer, redirect
from tests.kit.fetching import NOW, MakeFetcher

PROSE = "<p>" + "Councillors voted on Tuesday to build a new road bridge over the river Wend. " * 20 + "</p>"
HERE = "https://news.example/old/story"


def page(head: str = "", body: str = "", content_type: str = "text/html", codec: str = "utf-8", **headers: str) -> Page:
    text = f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>"
    return Page(
        HERE,
        HERE,
        200,
        content_type,
        text.encode(codec),
        NOW,
        headers=tuple((k.lower(), v) for k, v in headers.items()),
    )


def meta(content: str, name: str = "refresh") -> str:
    return f'<meta http-equiv="{name}" content="{content}">'


@pytest.mark.parametrize(
    "read",
    [
        page(body=PROSE),
        page(meta("300"), PROSE),
        page(meta("0"), PROSE),
        page(meta("0; url=/old/story"), PROSE),
        page(meta("0; url=#top"), PROSE),
        page(meta("0; url=https://news.example/old/story#c"), PROSE),
        page(meta("1800; url=/"), PROSE),
        page(meta("10; url=/new"), PROSE),
        page("<noscript>" + meta("0; url=/nojs") + "</noscript>", PROSE),
        page("<!--[if lt IE 9]>" + meta("0; url=/old-browser") + "<![endif]-->"),
        page("<script>var s = '" + meta("0; url=/x") + "'</script>"),
        page(body="<textarea>" + meta("0; url=/x") + "</textarea>"),
        page(body="<template>" + meta("0; url=/x") + "</template>"),
        page(meta("0; url=javascript:alert(1)")),
        page(meta("0; url=data:text/html,x")),
        page(meta("0; url=mailto:a@news.example")),
        page(meta("0; url=http://[::1")),
        page(meta("soon; url=/new")),
        page(meta("url=/new")),
        page(meta("")),
        page(meta("600; url=/new")),
        page(meta("0; url=/new", "content-security-policy")),
        page(body=f"<p>{'refresh http-equiv ' * 1000}</p>"),
        page(body=PROSE, Refresh="20; url=/"),
        page(body=PROSE, Refresh="300"),
    ],
)
def test_what_is_to_be_read_leads_nowhere(read: Page) -> None:
    assert onward(read) == ""


@pytest.mark.parametrize(
    "read",
    [
        page(meta("0; url=/new")),
        page(meta("0;URL='/new'")),
        page(meta("0; url=&quot;/new&quot; x")),
        page(meta(" 5 , URL = /new ")),
        page(meta("0 url=/new")),
        page(meta("0;/new")),
        page(meta(".5; url=/new")),
        page(meta("3.7; url=https://news.example/new")),
        page(meta("0; url=/new", "REFRESH")),
        page("<META CONTENT='0; URL=/new' HTTP-EQUIV=Refresh>"),
        page('<base href="https://news.example/">' + meta("0; url=new")),
        page("<noscript>" + meta("0; url=/new") + "</noscript>", "<script>go()</script>"),
        page(meta("30"), "<p>This page has moved.</p>" + meta("10; url=/new")),
        page(meta("0; url=/new"), PROSE),
        page(meta("1; url=/new"), PROSE),
        page(meta("0; url=/new"), codec="utf-16-le"),
        page(Refresh="0; url=/new"),
        page(body=PROSE, Refresh="0; url=/new"),
    ],
)
def test_11_a_page_that_sends_its_readers_on_says_where(read: Page) -> None:
    assert onward(read) == "https://news.example/new"


def stub(to: str) -> bytes:
    return f"<html><head>{meta(f'0; url={to}')}</head><body>Moved.</body></html>".encode()


def test_11_a_stub_is_followed_like_a_redirect(server: FaultServer, fetcher: Fetcher) -> None:
    came: list[str] = []
    server.on("/new", answer(etag='"new"', last_modified="Sun, 01 Mar 2026 10:00:00 GMT"))
    old = server.on("/old", answer(stub("/new")))
    found = fetcher.get(old, etag='"old"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT", on_redirect=came.append)
    assert (found.body, found.url, found.final_url) == (PAGE, old, server.url("/new"))
    assert came == [server.url("/new")]
    # A stub may be older than the page behind it: the one's validators must never answer for the other.
    assert (found.etag, found.last_modified, found.permanent_url) == (None, None, None)
    assert [{"if-none-match", "if-modified-since"} & set(a.headers) != set() for a in server.asked] == [True, False]


def test_11_a_header_without_a_body_is_followed(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/new", answer())
    assert fetcher.get(server.on("/old", answer(b"", refresh="0; url=/new"))).body == PAGE


def test_11_stubs_and_redirects_make_one_chain(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/c", answer())
    server.on("/b", answer(stub("/c")))
    assert fetcher.get(server.on("/a", redirect("/b", 301))).final_url == server.url("/c")


def test_11_a_stub_leads_through_the_gate(
    server: FaultServer, make_fetcher: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_NOT_PUBLIC", tuple(b for b in guard._NOT_PUBLIC if str(b) != "127.0.0.0/8"))
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1 is not a public address"):
        make_fetcher(allow_private=False).get(server.on("/", answer(stub("http://10.0.0.1/"))))
    with pytest.raises(RefusedError, match="user name"):
        make_fetcher().get(server.on("/user", answer(stub("http://me:pw@news.example/"))))


def test_11_a_stub_that_leads_to_nothing_names_it(server: FaultServer, fetcher: Fetcher) -> None:
    with pytest.raises(HttpError, match=r"/gone answered with status 404"):
        fetcher.get(server.on("/old", answer(stub("/gone"))))


def test_11_a_circle_of_stubs_ends_with_a_page(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/b", answer(stub("/a")))
    assert fetcher.get(server.on("/a", answer(stub("/b")))).body == stub("/a")
    assert server.paths() == ["/a", "/b"]


def test_11_no_more_than_three_stubs_are_followed(server: FaultServer, fetcher: Fetcher) -> None:
    for n in range(9):
        server.on(f"/{n}", answer(stub(f"/{n + 1}")))
    assert fetcher.get(server.url("/0")).final_url == server.url("/3")


def test_what_is_no_page_is_not_looked_at(server: FaultServer, fetcher: Fetcher) -> None:
    url = server.on("/robots.txt", answer(stub("/new")))
    assert fetcher.get(url, want=Want.ANY).body == stub("/new")
