"""Secrets are marked wherever they stand in a URL; what tells articles apart stays, and two of them stay two."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.document import flat
from newsdiff.text.urls import normalise, public, redact, split

STORY = "https://news.example/2026/03/02/council-votes-to-build"
DRAWN = "q7Rk2VxT9bLm4WzN8cYd1HsJ"
HEX = "3f2a9c4be07d1f6a85c3e0b97d24f1aa"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.s3cr3t-s1gn4tur3"


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        "https://news.example/?p=123",
        "https://news.example/read?id=123",
        "https://news.example/read?article=the-council-votes",
        f"https://news.example/read?article={HEX}",
        f"https://news.example/read?id={DRAWN}",
        f"https://news.example/read?story_id={DRAWN}",
        "https://news.example/read?uuid=8d3c1f6a-85c3-40b9-9d24-f1aa3f2a9c4b",
        "https://news.example/s?__biz=MzA5NTQ1Nzk2Mw==&mid=2651&idx=1&sn=3f2a9c4be07d1f6a85c3e0b97d24f1aa",
        "https://news.example/read?oid=001&aid=0013456789",
        "https://news.example/search?keyword=bridge&q=secret+token",
        "https://news.example/list?author=smith&sort=date&design=wide&page=2",
        "https://news.example/list?authors=a,b&sections=council&signed=no&tokenised=1&monkey=1&keys=1",
        "https://news.example/read?key=123456",
        "https://news.example/read?key=2026-03-02",
        "https://news.example/read?key=council-votes-to-build",
        "https://news.example/story.php?sid=48151",
        f"{STORY}?s=20&t=120&code=DE",
        f"{STORY}?utm_source=newsletter_2026_spring_edition&utm_campaign=TheCouncilVotesOnTheBridge",
        f"{STORY}?fbclid=IwAR0{DRAWN}",
        f"{STORY}?share=twitter&gift=no",
        f"{STORY}?next=%2F2026%2F03%2F03%2Fstory%3Fid%3D7",
        f"{STORY}#comments",
        f"{STORY}?tx_news%5Bnews%5D=2236&cHash={HEX}",
        f"{STORY}?v=2&rev={HEX}",
        f"{STORY}?requestAccessToken=true&cookieSupport=1",
        f"{STORY}#section=2",
        "https://news.example/a;lang=en/story;v=2",
        f"https://news.example/token/{DRAWN}/story",
        "https://news.example/reset-password?step=2",
        "https://news.example/a?",
        "https://news.example/a?=&&;",
        "file:///home/me/pages/story.html",
        "",
    ],
)
def test_what_is_no_secret_stays(url: str) -> None:
    assert public(url) == redact(url) == url


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        (f"{STORY}?token=hunter2", "hunter2"),
        (f"{STORY}?key=hunter2", "hunter2"),
        (f"{STORY}?key=SECRET", "SECRET"),
        (f"{STORY}?sig=hunter2&id=7", "hunter2"),
        (f"{STORY}?a=1&access_token=123456", "123456"),
        (f"{STORY}?accessToken={DRAWN}", DRAWN),
        (f"{STORY}?pwapi_token={JWT}", JWT),
        (f"{STORY}?API-Key=123", "123"),
        (f"{STORY}?apikey=hunter2", "hunter2"),
        (f"{STORY}?X-Amz-Signature={HEX}&X-Amz-Date=20260302", HEX),
        (f"{STORY}?X-Amz-Credential=AKIA%2F20260302", "AKIA"),
        (f"{STORY}?password=hunter2", "hunter2"),
        (f"{STORY}?user=me&pwd=hunter2", "hunter2"),
        (f"{STORY}?PHPSESSID=hunter2", "hunter2"),
        (f"{STORY}?sid=hunter2", "hunter2"),
        (f"{STORY}?auth=hunter2", "hunter2"),
        (f"{STORY}?unlocked_article_code=1.{DRAWN}.x", DRAWN),
        (f"{STORY}?giftId={HEX}", HEX),
        (f"https://news.example/rss?k={DRAWN}", DRAWN),
        (f"{STORY}?whatever={DRAWN}", DRAWN),
        (f"{STORY}?whatever={HEX}", HEX),
        (f"https://news.example/read?whatever={JWT}", JWT),
        (f"https://news.example/read?id={JWT}", JWT),
        (f"{STORY}?{JWT}", JWT),
        (f"{STORY}?%74oken=hunter2", "hunter2"),
        (f"{STORY}#access_token=hunter2&state=1", "hunter2"),
        (f"{STORY}#{DRAWN}", DRAWN),
        ("https://news.example/a;jsessionid=hunter2/story", "hunter2"),
        ("https://news.example/a;jsessionid=hunter2?x=1", "hunter2"),
        (f"{STORY}?a=1;token=hunter2;b=2", "hunter2"),
        (f"{STORY}?next=%2Fstory%3Fid%3D7%26token%3Dhunter2", "hunter2"),
        (f"{STORY}?u=https://other.example/?u=%2Fa%3Ftoken%3Dhunter2", "hunter2"),
        ("https://me:hunter2@news.example/story", "hunter2"),
        ("HTTPS://hunter2@news.example/story", "hunter2"),
        ("https://me:p@ss:hunter2@news.example/story?a=b@c", "hunter2"),
    ],
)
def test_08_a_secret_is_shown_nowhere(url: str, secret: str) -> None:
    for shown in (public(url), redact(url), normalise(url)):
        assert secret not in shown
    assert normalise(public(url)) == normalise(url)
    assert public(public(url)) == public(url)


def test_08_what_stands_beside_a_secret_stays() -> None:
    assert redact(f"{STORY}?id=7&token=a&page=2#top") == f"{STORY}?id=7&token=***&page=2#top"
    assert re.fullmatch(
        re.escape(f"{STORY}?id=7&token=***") + "[0-9a-f]{4}&page=2#top", public(f"{STORY}?id=7&token=a&page=2#top")
    )
    assert public("https://me:pw@news.example:8443/a?b=1") == "https://news.example:8443/a?b=1"
    assert public("https://news.example/a//b@c") == "https://news.example/a//b@c"


@pytest.mark.parametrize("name", ["token", "key", "unlocked_article_code", "access_token", "sid"])
def test_08_two_articles_that_differ_only_in_such_a_value_stay_two(name: str) -> None:
    urls = [f"https://news.example/read?{name}={DRAWN}{n}" for n in range(300)]
    assert len({normalise(u) for u in urls}) == len({public(u) for u in urls}) == 300


@pytest.mark.parametrize("name", ["signature", "session", "password", "PHPSESSID", "auth"])
def test_08_a_pass_to_an_article_is_no_part_of_its_name(name: str) -> None:
    assert len({normalise(f"{STORY}?{name}=hunter{n}") for n in range(9)}) == 1


def test_08_a_short_secret_can_hardly_be_guessed_from_its_mark() -> None:
    assert len(public(f"{STORY}?token=hunter2").partition("***")[2]) == 4
    assert len(public(f"{STORY}?token={DRAWN}").partition("***")[2]) == 8


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/sto\u200bry", "https://news.example/sto%E2%80%8Bry"),
        ("https://news.example/a\u00adb?c=\u202ed", "https://news.example/a%C2%ADb?c=%E2%80%AEd"),
        ("https://news.example/a b\u00a0c\u3000d", "https://news.example/a%20b%C2%A0c%E3%80%80d"),
        ("https://news.example/\u00fcber/\u6e2f", "https://news.example/\u00fcber/\u6e2f"),
        ("https://news.example/a\ud800", "https://news.example/a%3F"),
        ("  https://news.example/a\n", "https://news.example/a"),
        ("https://ne\u00adws.exa\u200bmple/a", "https://news.example/a"),
        ("https://news.example\u2060/a?b=1", "https://news.example/a?b=1"),
    ],
)
def test_06_a_character_that_cannot_be_seen_is_kept_as_what_it_is(url: str, kept: str) -> None:
    assert public(url) == kept
    assert normalise(public(url)) == normalise(url)
    assert flat(kept) == kept


_NAMES = st.sampled_from(["token", "key", "id", "sig", "a", "%6Bey", "article", "next", "st", "X-Amz-Credential", ""])
_VALUES = st.sampled_from(
    [DRAWN, JWT, "7", "a-b", "%2Fa%3Ftoken%3Dx", "***", "***1a2b", "\u200b", "a b", "%zz", ""]
) | st.text(max_size=4)
_PARAMETERS = st.lists(st.tuples(_NAMES, st.sampled_from(["=", ""]), _VALUES).map("".join), max_size=4)


@pytest.mark.parametrize("end", ["", "#top", f"#token={DRAWN}"])
@pytest.mark.parametrize("blank", ["", " ", "\x1f", "\x85", "\u2028", "\u3000"])
def test_a_blank_secret_in_a_viewers_address_has_the_same_name(blank: str, end: str) -> None:
    url = f"https://www.google.com/amp/s/news.example/one-two-three?token={blank}{end}"
    assert normalise(public(url)) == normalise(url)
    assert public(public(url)) == public(url)


@given(
    st.sampled_from(["https://", "http://me:pw@", "HTTP://"]),
    st.sampled_from(["news.example", "m.ne\u200bws.example", "www.google.com", "x.cdn.ampproject.org"]),
    st.sampled_from(
        [
            "",
            "/a",
            "/2026/03/02/a/amp",
            "/amp/s/news.example/one-two-three",
            "/a;jsessionid=1;v=2/b",
            "/c/s/n.example/a",
            "/\u202e",
        ]
    ),
    _PARAMETERS,
    st.sampled_from(["&", ";"]),
    st.sampled_from(["", "#top", f"#token={DRAWN}", f"#{JWT}"]),
)
def test_06_08_what_is_kept_has_the_same_name(scheme, name, path, parameters, joint, fragment) -> None:
    url = f"{scheme}{name}{path}?{joint.join(parameters)}{fragment}"
    kept = public(url)
    assert normalise(kept) == normalise(url)
    assert public(kept) == kept
    assert flat(kept) == kept
    assert JWT not in kept + normalise(url)
    assert "me:pw" not in kept


@given(st.text() | st.text().map("https://news.example/?".__add__))
def test_06_any_text_is_kept_on_one_line(text: str) -> None:
    kept = public(text)
    assert public(kept) == kept
    assert flat(kept) == kept
    assert split(text) is None or normalise(kept) == normalise(text)


@pytest.mark.parametrize(
    "text",
    ["eyJ" * 3000, "a" * 9000, "a-" * 4500, "/1234" * 1800, "?" * 9000, "=" * 9000, "&token=" * 1200, "%3D" * 3000],
)
def test_no_url_takes_long(text: str) -> None:
    import time

    started = time.process_time()
    for url in (f"https://news.example/{text}", f"https://news.example/a?b={text}"):
        public(url), normalise(url), redact(url)
    assert time.process_time() - started < 2
