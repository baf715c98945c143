"""One article has one URL, and nothing that tells articles apart is lost on the way."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.percent import encode_path
from newsdiff.text.urls import _host, encode_host, host, normalise, redact, split

ONE = "https://example.com/news/story-one"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mailto:desk@example.com",
        "ftp://example.com/a",
        "file:///etc/passwd",
        "www.example.com/no-scheme",
        "https://",
        "https://[::1/x",
        "https://example.com:99999/",
        "https://exa mple.com/",
        "https://example.com%00.evil.org/",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_web_address_comes_back_as_it_is(url: str) -> None:
    assert normalise(url) == url
    assert host(url) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/story?id=1", "https://example.com/story?id=2"),
        ("https://example.com/story?page=2", "https://example.com/story"),
        ("https://example.com/story?a=1&b=2", "https://example.com/story?b=2&a=1"),
        ("https://example.com/Story", "https://example.com/story"),
        ("https://example.com/story%2Fpart", "https://example.com/story/part"),
        ("https://example.com/story?q=a+b", "https://example.com/story?q=a%2Bb"),
        ("https://example.com/amp", "https://example.com/"),
        ("https://example.com/stamp", "https://example.com/st"),
        ("https://example.com/amplifier", "https://example.com/lifier"),
        ("https://m.com/story", "https://com/story"),
        ("https://medium.example.com/story", "https://example.com/story"),
        ("http://example.com:8080/story", "https://example.com/story"),
        ("https://example.com/story?champ=1", "https://example.com/story"),
        ("https://example.com/?p=7", "https://example.com/?p=8"),
        ("https://\u0435xample.com/story", "https://example.com/story"),  # a Cyrillic letter: another host
    ],
)
def test_what_tells_articles_apart_stays(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/news/story-one",
        "https://EXAMPLE.com/news/story-one/",
        "https://example.com:443/news/story-one",
        "http://example.com:80/news/story-one",
        "https://www.example.com/news/story-one",
        "https://m.example.com/news/story-one",
        "https://mobile.example.com/news/story-one",
        "https://amp.example.com/news/story-one",
        "https://www.m.example.com/news/story-one",
        "https://example.com./news/story-one",
        "https://user:secret@example.com/news/story-one",
        "https://example.com/news/story-one#comments",
        "https://example.com/news/story-one?",
        "https://example.com/news/story-one?utm_source=a&utm_medium=b",
        "https://example.com/news/story-one?fbclid=x&gclid=y&dclid=z&msclkid=1&twclid=2&yclid=3&ttclid=4",
        "https://example.com/news/story-one?mc_cid=1&mc_eid=2&igshid=3&_ga=4&CMP=5&at_medium=6".replace("CMP", "cmpid"),
        "https://example.com/news/story-one/amp",
        "https://example.com/news/story-one/amp/",
        "https://example.com/news/story-one/amp.html",
        "https://example.com/news/story-one.amp",
        "https://example.com/amp/news/story-one",
        "https://example.com/news/story-one?amp",
        "https://example.com/news/story-one?amp=1",
        "https://example.com/news/story-one?outputType=amp",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/story-one/amp?usqp=mq331",
        "https://www.google.co.uk/amp/s/www.example.com/news/story-one/amp/",
        "https://example.com/news/./other/../story-one",
        "https://example.com/../news/%2e%2e/news/story-one",
        "https://example.com/news/story%2Done",
        "  https://example.com/news/story-one\n",
        "https://\uff45xample\u3002com/news/story-one",
    ],
)
def test_92_one_article_by_many_urls(url: str) -> None:
    assert normalise(url) == ONE
    assert host(normalise(url)) == "example.com"


def test_94_what_a_hostile_url_holds_is_escaped_or_resolved() -> None:
    assert normalise("https://example.com/a/%2e%2e/%2E%2e/.git/config") == "https://example.com/.git/config"
    assert normalise("https://example.com/a%00b") == "https://example.com/a%00b"
    assert normalise("https://example.com/a b\u202e") == "https://example.com/a%20b%E2%80%AE"
    assert normalise("https://example.com/%zz") == "https://example.com/%25zz"
    assert len(normalise("https://example.com/" + "a" * 8192)) == 20 + 8192


def test_94_idn_hosts_have_one_ascii_spelling() -> None:
    assert normalise("https://B\u00fccher.example/") == "https://xn--bcher-kva.example/"
    assert normalise("https://xn--bcher-kva.example") == "https://xn--bcher-kva.example/"
    assert encode_host("stra\u00dfe.de") == "xn--strae-oqa.de"
    assert host("https://B\u00dcCHER.example:8443/x") == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://en.m.wikipedia.org/wiki/X", "en.wikipedia.org"),
        ("https://news.example.com:8443/", "news.example.com"),
        ("http://127.0.0.1:8000/a", "127.0.0.1"),
        ("http://[2001:DB8::1]/a", "2001:db8::1"),
        ("https://m.de/", "m.de"),
    ],
)
def test_a_host_is_the_outlet(url: str, expected: str) -> None:
    assert host(url) == expected


@given(
    st.sampled_from(["http://", "https://", "HTTPS://", " https://", "https:///"]),
    st.sampled_from(["example.com", "www.example.com", "a..b", "-", "m.de", "www.google.com", "a.cdn.ampproject.org"])
    | st.text("ab.-_:@[]\\%\u00fc", max_size=8),
    st.sampled_from(
        ["/", "/x", "//", "/amp/s/herald.example/x", "/c/s/herald.example/x", "?a/", "#a/", "", "/\n", ":80/x"]
    ),
)
def test_the_short_way_to_a_host_leads_where_the_long_one_does(scheme: str, name: str, rest: str) -> None:
    assert host(scheme + name + rest) == _host(scheme + name + rest)


def test_secrets_are_not_shown() -> None:
    url = "https://me:pw@example.com/feed?id=7&api_key=k1&Token=t1;sessionid=s1#x"
    shown = redact(url)
    assert shown == "https://***@example.com/feed?id=7&api_key=***&Token=***;sessionid=***#x"
    assert redact("https://example.com/a?page=2") == "https://example.com/a?page=2"


_HOSTS = st.sampled_from(
    ["example.com", "m.example.com", "www.amp.b\u00fccher.example", "[::1]", "127.0.0.1", "m.m.m.de"]
)
_PIECES = st.sampled_from(
    ["/amp", "/", "//", ".amp", ".html", "/..", "/%2e", "%", "%41", "%2f", "a", "\u00e9", " ", ":", "\\"]
)
_PATHS = st.lists(_PIECES | st.text(max_size=3), max_size=8).map(lambda ps: "/" + "".join(ps))
_QUERIES = st.lists(
    st.sampled_from(["utm_source=a", "amp", "id=7", "a", "", "=", "x=%zz", "output=amp", "\u00e9=\ud800"]), max_size=5
)


@given(
    st.sampled_from(["http", "https", "HTTP"]), _HOSTS, st.sampled_from(["", ":80", ":443", ":8080"]), _PATHS, _QUERIES
)
def test_normalising_twice_changes_nothing(scheme: str, name: str, port: str, path: str, query: list[str]) -> None:
    once = normalise(f"{scheme}://{name}{port}{path}?{'&'.join(query)}#f")
    assert normalise(once) == once
    assert host(once) == host(f"{scheme}://{name}")
    assert once.isascii()


@given(st.text() | st.text(string.printable).map("https://".__add__))
def test_any_text_is_taken(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert redact(text).count("@") <= text.count("@")
    assert (split(once) is None) == (host(text) == "")


@given(_PATHS)
def test_no_dot_segment_is_left(path: str) -> None:
    assert not {".", ".."} & set(encode_path(path).split("/"))


_LABELS = st.sampled_from(("www", "m", "amp", "google", "xn--abc", "-a", "a-", "co", "cdn", "ampproject", "news"))
_PARTS = _LABELS | st.sampled_from(("index.html", "x.amp", "A-b_c", "a.b.c")) | st.from_regex(r"[\w-]+", fullmatch=True)


@given(st.lists(_LABELS, min_size=1, max_size=4), st.lists(_PARTS.filter(str.isascii), min_size=1, max_size=4))
def test_a_plain_address_is_named_as_any_other(labels: list[str], parts: list[str]) -> None:
    url = f"https://{'.'.join(labels)}.example/{'/'.join(parts)}"
    assert normalise(url) == normalise(url + "?") == normalise(url + "#top")
