"""What each kind of value in config.toml takes, and what it refuses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.config import values
from newsdiff.config.values import WrongValue, between, duration, one_of, whole
from newsdiff.model import FlagKind, Severity

Reader = Callable[[Any], Any]
SECONDS, COUNT = between(0.5, 3600, "seconds"), whole(1, 10, "articles")
LEVEL = one_of("low", "high")
NO_TEXTS: tuple[Any, ...] = (None, 1, True, 1.5, b"de", object())


@pytest.mark.parametrize("text", ["", "1", "h", "1y", "1 hour", "-1h", "1h and more", "١h h", "1h,2d", "1 000 d d"])
def test_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        duration(text)


@pytest.mark.parametrize("text", ["5218w", "36525.1d", "99999999999999999999999d", "9" * 5000 + "s"], ids=len)
def test_a_duration_beyond_a_hundred_years(text: str) -> None:
    with pytest.raises(ValueError, match="longer than 100 years"):
        duration(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("15m", 900), ("1h", 3600), ("3d", 259_200), ("1d 12h", 129_600), ("1.5h", 5400), ("2 w", 1_209_600), ("0s", 0)],
)
def test_a_duration(text: str, seconds: int) -> None:
    assert duration(text) == timedelta(seconds=seconds)


@given(st.integers(0, 300), st.integers(0, 23), st.integers(0, 59))
def test_the_parts_of_a_duration_are_added(days: int, hours: int, minutes: int) -> None:
    told = timedelta(days=days, hours=hours, minutes=minutes)
    assert duration(f"{days}d {hours}h {minutes}m") == duration(f"{minutes}m{days}d{hours}h") == told


REFUSED: dict[Reader, tuple[Any, ...]] = {
    values.text: (*NO_TEXTS, "two\nlines", "\x1b[31m", "\x85", "\ud800", "x" * 10_001),
    values.hosts: ("https://news.example", "news.example/path", "*", "a b", ["news.example", "?"]),
    values.language: (*NO_TEXTS, "", "german", "DE", "d", "de-", "de DE", "de\n"),
    values.proxy: (1, "proxy.example:80", "ftp://proxy.example", "http://", "http://a.example:123456"),
    values.web_address: (1, "", "a.example", "ftp://a.example", "https://me@a.example", "https:// a.example"),
    values.program: (1, "gpg", "./gpg", "../gpg", "/proc/self/exe", "/dev/fd/3", "/bin/a\n"),
    values.switch: (0, 1, "true", None),
    SECONDS: (True, "1", None, 0.4, 3600.1, float("inf"), float("nan"), -1),
    COUNT: (True, "1", None, 1.0, 0, 11),
    values.size: (True, "1000", 999, 1_000_000_001, 5e6),
    values.length: (1, "", "0s", "0.9s", "soon", "101w 5200w"),
    values.texts: (1, None, "", [""], ["a", 1], ["a\n"], {"a": 1}, ["a"] * 10_001),
    values.modules: ("my-package", "a..b", "a.b()", ["os", "1a"], "import os"),
    LEVEL: (1, None, "", "HIGH", "low ", ["low"]),
    values.flag_kinds: (1, "numbers", ["number", "nothing"]),
    values.revision_kinds: (1, "edits", ["edit", "status"]),
    values.addresses_of_services: (1, [], ["me@post.example"], ["mailto://"], ["ntfy://a", "b"]),
    values.doubts: (1, "short", ["wall", "walls"]),
    values.severities: (1, "high", {"number": "great"}, {"numbers": "high"}, ["number"]),
    values.severity: (1, "great", None),
    values.pairs: (1, ["a"], {"Cookie": 1}, {"Cookie": "a\r\nHost: b"}, {"a\n": "b"}),
    values.word_lists: (1, ["a"], {"nothing": ["a"]}, {"offices": [1]}, {"offices": ""}),
}


@pytest.mark.parametrize(("read", "wrong"), [(read, value) for read, wrong in REFUSED.items() for value in wrong])
def test_what_is_refused_says_what_the_key_takes(read: Reader, wrong: Any) -> None:
    with pytest.raises(WrongValue) as refused:
        read(wrong)
    assert str(refused.value).startswith(("a ", "an ", "the ", "true ", "one of "))


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (values.text, "", ""),
        (values.text, "x" * 10_000, "x" * 10_000),
        (values.text, "Größe 習", "Größe 習"),
        (values.hosts, "news.example", ("news.example",)),
        (values.hosts, ["news.example:8080", "192.0.2.1"], ("news.example:8080", "192.0.2.1")),
        (values.hosts, [], ()),
        (values.language, "de", "de"),
        (values.language, "pt-BR", "pt-BR"),
        (values.language, "zh-Hant-TW", "zh-Hant-TW"),
        (values.proxy, "", ""),
        (values.proxy, "socks5h://me:secret@proxy.example:1080", "socks5h://me:secret@proxy.example:1080"),
        (values.proxy, "http://[2001:db8::1]:3128/", "http://[2001:db8::1]:3128/"),
        (values.web_address, "https://stamps.example/tsa", "https://stamps.example/tsa"),
        (values.program, "", ""),
        (values.program, "/usr/bin/gpg", "/usr/bin/gpg"),
        (values.switch, True, True),
        (values.switch, False, False),
        (SECONDS, 0.5, 0.5),
        (SECONDS, 3600, 3600.0),
        (COUNT, 1, 1),
        (COUNT, 10, 10),
        (values.size, 1_000, 1_000),
        (values.size, 1_000_000_000, 1_000_000_000),
        (values.length, "1s", timedelta(seconds=1)),
        (values.texts, "a", ("a",)),
        (values.texts, ["a", "b"], ("a", "b")),
        (values.modules, ["mypackage.rules", "os"], ("mypackage.rules", "os")),
        (LEVEL, "high", "high"),
        (values.flag_kinds, [*FlagKind], frozenset(FlagKind)),
        (values.revision_kinds, "edit", frozenset({"edit"})),
        (values.addresses_of_services, ["ntfy://a/b", "${HOME_SERVICE}"], ("ntfy://a/b", "${HOME_SERVICE}")),
        (values.doubts, [*values.DOUBTS], frozenset(values.DOUBTS)),
        (values.severities, {"number": "high"}, (("number", "high"),)),
        (values.severity, "high", Severity.HIGH),
        (values.pairs, {"Cookie": "a=b", "X": ""}, (("Cookie", "a=b"), ("X", ""))),
        (values.word_lists, {"offices": ["ombudsman"]}, (("offices", ("ombudsman",)),)),
    ],
)
def test_what_is_taken(read: Reader, value: Any, wanted: object) -> None:
    found = read(value)
    assert (found, type(found)) == (wanted, type(wanted))


@pytest.mark.parametrize("name", ["", "https://a.example", "a.example/", "a@b.example", "a.example?", "#", "a\\b", " "])
def test_no_host(name: str) -> None:
    assert not values.is_host(name)


@given(st.floats())
def test_a_number_that_is_taken_is_within_its_bounds(value: float) -> None:
    try:
        taken = SECONDS(value)
    except WrongValue:
        assert not 0.5 <= value <= 3600
    else:
        assert 0.5 <= taken == value <= 3600
