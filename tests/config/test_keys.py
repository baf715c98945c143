"""The keys of config.toml: each can be written, is read as its settings want it, and is shown in the documents."""

import inspect
import tomllib
from datetime import timedelta
from typing import Any

import pytest

from newsdiff.config.keys import FLAG_KEYS, NOTIFY_KEYS, SECTIONS, SITE_KEYS, WHEN_KEYS, Key
from newsdiff.config.values import WrongValue
from newsdiff.model import (
    ArchiveSettings,
    DisplaySettings,
    EvidenceSettings,
    FetchSettings,
    FlagSettings,
    NotifyRule,
    NotifySettings,
    Severity,
    SiteSettings,
    StoreSettings,
    WatchSettings,
)

TABLES: dict[str, dict[str, Key]] = SECTIONS | {"site": SITE_KEYS, "notify": NOTIFY_KEYS, "when": WHEN_KEYS}
KEYS = {f"{table}.{name}": key for table, keys in TABLES.items() for name, key in keys.items()}
SETTINGS: dict[str, Any] = {
    "fetch": FetchSettings,
    "watch": WatchSettings,
    "flags": FlagSettings,
    "store": StoreSettings,
    "evidence": EvidenceSettings,
    "archive": ArchiveSettings,
    "display": DisplaySettings,
    "site": SiteSettings,
    "notify": NotifySettings,
    "when": NotifyRule,
}


def example(key: Key) -> Any:
    """What an example says, as it stands in a file."""
    return tomllib.loads(f"value = {key.example}")["value"]


@pytest.mark.parametrize("name", KEYS)
def test_an_example_is_one_line_that_is_read(name: str) -> None:
    assert "\n" not in KEYS[name].example
    read = KEYS[name].read(example(KEYS[name]))
    assert read not in ((), "", frozenset(), None)


@pytest.mark.parametrize("name", KEYS)
def test_a_meaning_is_no_sentence_with_a_full_stop(name: str) -> None:
    meaning = KEYS[name].meaning
    assert meaning == meaning.strip()
    assert not meaning.endswith((".", ",", ";"))
    assert len(meaning) <= 140
    assert "\n" not in meaning


@pytest.mark.parametrize("table", TABLES)
def test_settings_take_what_their_keys_read(table: str) -> None:
    taken = inspect.signature(SETTINGS[table]).parameters
    read = {name: key.read(example(key)) for name, key in TABLES[table].items() if name in taken}
    needed = {name: "x" for name, parameter in taken.items() if parameter.default is parameter.empty}
    made = SETTINGS[table](**(needed | read))
    assert {name: getattr(made, name) for name in read} == read
    assert set(TABLES[table]) - set(taken) <= {"names"}  # those of [watch] are read by the rules of [flags]


@pytest.mark.parametrize("name", [name for name in KEYS if name not in ("site.flags", "notify.when")])
def test_no_key_takes_just_anything(name: str) -> None:
    with pytest.raises(WrongValue):
        KEYS[name].read(object())


@pytest.mark.parametrize("name", ["site.flags", "notify.when"])
def test_a_table_is_left_to_whoever_reads_its_keys(name: str) -> None:
    given = {"off": ["date"]}
    assert KEYS[name].read(given) is given


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("fetch.delay", 0, 86_400),
        ("fetch.deadline", 0.1, 3_600),
        ("fetch.max_bytes", 1_000, 1_000_000_000),
        ("site.delay", 0, 86_400),
        ("notify.digest_hour", 0, 23),
        ("when.min_weight", 0, 10_000),
    ],
)
def test_a_number_has_its_bounds(name: str, least: float, most: float) -> None:
    read = KEYS[name].read
    assert [read(least), read(most)] == [least, most]
    for beyond in (least - 1, most + 1):
        with pytest.raises(WrongValue, match="from"):
            read(beyond)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("store.keep_raw", ("all", "changed", "none")),
        ("archive.on", ("edit", "all")),
        ("notify.digest", ("hour", "day", "week")),
        ("flags.min_severity", ("low", "medium", "high")),
        ("when.min_severity", ("low", "medium", "high")),
    ],
)
def test_one_word_out_of_several(name: str, words: tuple[str, ...]) -> None:
    assert [KEYS[name].read(word) for word in words] == list(words)
    with pytest.raises(WrongValue) as wrong:
        KEYS[name].read("often")
    assert set(words) <= set(str(wrong.value).removeprefix("one of ").split(", "))


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("watch.every", "90m", timedelta(minutes=90)),
        ("watch.retire_after", "1w", timedelta(days=7)),
        ("site.every", "1d 12h", timedelta(hours=36)),
        ("watch.names", "Jane Doe", ("Jane Doe",)),
        ("flags.severity", {"number": "high"}, (("number", Severity.HIGH),)),
        ("when.flags", ["number", "number"], frozenset({"number"})),
        ("when.hosts", "news.example", ("news.example",)),
        ("site.headers", {"Cookie": "${X}"}, (("Cookie", "${X}"),)),
        ("archive.keys", "${A}:${B}", "${A}:${B}"),
    ],
)
def test_what_a_key_reads(name: str, value: object, wanted: object) -> None:
    assert KEYS[name].read(value) == wanted


def test_the_key_of_doubts_names_them_all() -> None:
    doubts = SITE_KEYS["believe"].meaning.rpartition(": ")[2].split(", ")
    assert SITE_KEYS["believe"].read(doubts) == set(doubts)
    with pytest.raises(WrongValue):
        SITE_KEYS["believe"].read([*doubts, "everything"])


def test_flags_of_one_site_are_those_of_all() -> None:
    assert SECTIONS["flags"] is FLAG_KEYS
