"""What the template says of each value that stands in it: a default, or an example and what holds without it."""

import pytest

from newsdiff.config.keys import SECTIONS, SITE_KEYS, WHEN_KEYS, Key
from newsdiff.config.standing import standing


def of(section: str, key: str) -> str:
    return standing(section, key, SECTIONS[section][key])


@pytest.mark.parametrize(
    ("section", "key", "wanted"),
    [
        ("fetch", "delay", "the default"),
        ("fetch", "allow_private", "the default"),
        ("fetch", "max_bytes", "the default"),
        ("store", "worktree", "the default"),
        ("store", "keep_raw", "the default"),
        ("evidence", "sign", "the default"),
        ("archive", "cdx", "the default"),
        ("flags", "min_severity", "an example; the default is low"),
        ("fetch", "contact", "an example; not set by default"),
        ("flags", "off", "an example; not set by default"),
        ("watch", "every", "an example; not set by default"),
        ("watch", "retire_after", "an example; not set by default"),
        ("watch", "names", "an example; not set by default"),
        ("display", "tz", "an example; not set by default"),
    ],
)
def test_what_a_value_of_the_template_is(section: str, key: str, wanted: str) -> None:
    assert of(section, key) == wanted


def other(section: str, key: str, example: str) -> str:
    """The same key with another example."""
    about = SECTIONS[section][key]
    return standing(section, key, Key(about.read, example, about.meaning))


@pytest.mark.parametrize(
    ("section", "key", "example", "wanted"),
    [
        ("fetch", "delay", "5.0", "the default"),  # as long, in other words
        ("store", "worktree", "false", "an example; the default is true"),
        ("fetch", "allow_private", "true", "an example; the default is false"),
        ("flags", "min_severity", '"low"', "the default"),
        ("fetch", "contact", '""', "the default"),
    ],
)
def test_another_example_is_measured_by_the_default(section: str, key: str, example: str, wanted: str) -> None:
    assert other(section, key, example) == wanted


@pytest.mark.parametrize("section", ['site."www.example.com"', "notify.desk", "notify.desk.when"])
def test_a_section_of_ones_own_has_no_defaults(section: str) -> None:
    keys = WHEN_KEYS if section.endswith("when") else SITE_KEYS
    assert {standing(section, name, key) for name, key in keys.items()} == {"an example; not set by default"}
