"""Job lists as urlwatch 2.29 and webchanges 3.37 write them."""

import pytest

from newsdiff.errors import ConfigError, NewsdiffError
from newsdiff.watch.plan.lists.job_list import is_job_list, job_list
from newsdiff.watch.plan.watchlist import line_of

pytest.importorskip("yaml", reason="the extra lists reads YAML")
from hypothesis import given, settings
from hypothesis import strategies as st

# urlwatch writes tags as an object of Python, and appends #2 to a second job for one page.
URLWATCH = b"""\
filter:
- css: article
- html2text
kind: url
max_tries: 3
name: Council vote
tags: !!python/object/apply:builtins.frozenset
- - council
  - World news
url: https://courier.example/2026/03/council-vote
---
headers:
  Cookie: session=abc
kind: url
timeout: 20
url: https://courier.example/live#2
---
enabled: false
kind: url
name: Gazette "Seven"
url: https://gazette.example/stories?id=7
---
kind: browser
navigate: https://gazette.example/app/story
wait_until: networkidle
---
command: ls -l /tmp
kind: shell
"""
WEBCHANGES = b"""\
# yaml-language-server: $schema=jobs.schema.json
differ:
  name: unified
filters:
- css: article
name: Council vote
note: ask Ann
url: https://courier.example/2026/03/council-vote
---
# yaml-language-server: $schema=jobs.schema.json
use_browser: true
url: https://gazette.example/app
---
# yaml-language-server: $schema=jobs.schema.json
data:
  q: council
method: POST
url: https://api.example/search
"""


def test_a_plain_list_of_addresses_is_none() -> None:
    assert not is_job_list(b"https://a.example/url: 1\n# url: x\n  url: https://b.example\n")


def test_a_list_of_urlwatch() -> None:
    found = job_list("urls.yaml", URLWATCH)
    assert [line_of(entry) for entry in found.entries] == [
        'https://courier.example/2026/03/council-vote name="Council vote" tags=council,world-news',
        "https://courier.example/live#2",
        "https://gazette.example/stories?id=7 paused=yes name=\"Gazette 'Seven'\"",
        "https://gazette.example/app/story",
    ]
    story = "newsdiff finds the story itself; where it does not, body and remove under [site] say where it stands"
    assert found.notes == (
        f"https://courier.example/2026/03/council-vote: not taken over: filter ({story}), max_tries",
        "https://courier.example/live#2: not taken over: headers (write them under [site] as headers), "
        "timeout ([fetch] deadline is that of every request)",
        "https://gazette.example/app/story: not taken over: browser, wait_until (write browser = true under [site])",
        "ls -l /tmp is left out: newsdiff runs no programs",
    )


def test_what_a_note_says_holds_no_value_of_a_header() -> None:
    assert "abc" not in "".join(job_list("urls.yaml", URLWATCH).notes)


def test_a_list_of_webchanges() -> None:
    found = job_list("jobs.yaml", WEBCHANGES)
    assert [entry.url for entry in found.entries] == [
        "https://courier.example/2026/03/council-vote",
        "https://gazette.example/app",
    ]
    assert found.notes[0].startswith(
        "https://courier.example/2026/03/council-vote: not taken over: differ, note, filters"
    )
    assert found.notes[1:] == (
        "https://gazette.example/app: not taken over: use_browser (write browser = true under [site])",
        "https://api.example/search is left out: it asks with POST, and newsdiff only reads",
    )


def test_two_jobs_of_one_page_are_one_watch() -> None:
    found = job_list("x", b"url: https://a.example/x#1\n---\nurl: https://www.a.example/x#2\nname: two\n")
    assert [entry.url for entry in found.entries] == ["https://a.example/x#1"]
    assert found.notes == ("https://www.a.example/x#2 is left out: https://a.example/x#1 stands in the list already",)


def test_what_is_no_yaml_names_its_line() -> None:
    with pytest.raises(ConfigError, match=r"^urls\.yaml:3: this is no YAML: "):
        job_list("urls.yaml", b"url: https://a.example/x\nname: [a\n")


@pytest.mark.parametrize(
    "text",
    [
        b"url: &a [*a]\ntags: *a\n",  # a list that holds itself
        b"url: https://a.example/\ntags: &a [x, *a]\n",
        b"url: https://a.example/\nname: !!python/object/apply:os.system [exit]\n",
        b"url: 2026-13-45 00:00:00\n",
        b"url: \xff\xfe\n",
        b"url: " + b"[" * 5000,
        b"- url: https://a.example/x\n- {url: 7}\n- text\n",
    ],
)
def test_a_hostile_list_gives_entries_or_an_error_for_its_user(text: bytes) -> None:
    try:
        found = job_list("x", text)
    except NewsdiffError as error:
        assert error.message
    else:
        assert len(found.entries) + len(found.notes) >= 1


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
)
_KEYS = st.sampled_from(["url", "navigate", "command", "name", "tags", "enabled", "method", "data", "filter"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dictionaries(_KEYS, _VALUES, max_size=5), max_size=4))
def test_whatever_stands_in_a_job_every_line_can_be_read_back(jobs: list[dict[str, object]]) -> None:
    import yaml

    from newsdiff.watch.plan.watchlist import parse

    for entry in job_list("x", yaml.safe_dump_all(jobs).encode()).entries:
        assert parse(line_of(entry)) is not None
