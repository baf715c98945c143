"""Addresses that an archive rewrote are told by their form; all others stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.archived import original

STORY = "https://news.example/2025/03/12/story?id=7#top"


@pytest.mark.parametrize(
    "url",
    [
        "",
        STORY,
        "https://news.example/20250312101112/story",
        "https://news.example/live/2025/https-is-safer",
        "https://out.example/?to=https://web.archive.org/web/20250312101112/https://news.example/",
        "https://out.example/go#/20250312101112/https://news.example/",
        "https://web.archive.org/web/20250312101112/",
        "https://web.archive.org/web/20250312101112/https://",
        "https://short.example/123/https://news.example/x",
    ],
)
def test_what_no_archive_rewrote_stays(url: str) -> None:
    assert original(url) == (url, "")


@pytest.mark.parametrize(
    ("prefix", "time"),
    [
        ("https://web.archive.org/web/20250312101112/", "20250312101112"),
        ("https://web.archive.org/web/20250312101112id_/", "20250312101112"),
        ("/web/20250312101112mp_/", "20250312101112"),
        ("https://arquivo.pt/wayback/20250312101112/", "20250312101112"),
        ("https://wayback.archive-it.org/4867/20250312101112/", "20250312101112"),
        ("http://localhost:8080/mine/20250312101112mp_/", "20250312101112"),
        ("https://archive.ph/2025.03.12-101112/", "20250312101112"),
        ("https://web.archive.org/web/2025/", ""),
        ("https://web.archive.org/web/20250312101112/https://archive.ph/20240101000000/", "20240101000000"),
    ],
)
def test_what_an_archive_rewrote_comes_back(prefix: str, time: str) -> None:
    assert original(prefix + STORY) == (STORY, time)
    assert original(prefix + STORY.replace("://", ":/")) == (STORY, time)


@given(st.text())
def test_any_text(text: str) -> None:
    url, time = original(text)
    assert original(url)[0] == url
    assert len(time) in (0, 14)
