"""config.toml: silence first (defaults, comments), then values, then every kind of mistake with its line."""

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.config import FLAG_KEYS, NOTIFY_KEYS, SECTIONS, SITE_KEYS, WHEN_KEYS, duration, load, template
from newsdiff.errors import ConfigError
from newsdiff.model import (
    EvidenceSettings,
    FetchSettings,
    NotifyRule,
    NotifySettings,
    Settings,
    Severity,
    StoreSettings,
    WatchSettings,
)
from newsdiff.text.urls import host as url_host


def config(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Settings()


def test_the_template_gives_the_defaults(tmp_path: Path) -> None:
    assert load(config(tmp_path, template())) == Settings()


def test_every_example_of_the_template_is_read(tmp_path: Path) -> None:
    lines = [line[2:] if " = " in line or line.startswith("# [") else line for line in template().splitlines()]
    settings = load(config(tmp_path, "\n".join(lines)), {"EXAMPLE_COOKIE": "secret"})
    assert settings.fetch.contact == "newsroom@example.org"
    assert settings.flags.off == {"added"}
    assert settings.flags.names == ("Jane Doe",)
    [desk] = settings.notify
    assert (desk.name, desk.digest, desk.when.min_severity) == ("desk", "day", Severity.HIGH)
    assert desk.urls == ("ntfy://${NTFY_TOKEN}@ntfy.example.org/desk",)  # filled in when it is sent to
    site = settings.site("example.com")
    assert site.headers == (("Cookie", "secret"),)
    assert site.every == timedelta(hours=2)
    assert site.flags is not None
    assert site.flags.off == {"added", "date"}
    assert site.flags.min_severity is Severity.MEDIUM


def test_every_key_has_a_meaning() -> None:
    for keys in (*SECTIONS.values(), SITE_KEYS, FLAG_KEYS, NOTIFY_KEYS, WHEN_KEYS):
        assert all(key.meaning and key.example for key in keys.values())


@pytest.mark.parametrize(
    ("section", "settings"),
    [("fetch", FetchSettings), ("watch", WatchSettings), ("store", StoreSettings), ("evidence", EvidenceSettings)],
)
def test_every_field_of_the_settings_has_a_key(section: str, settings: type) -> None:
    assert {f.name for f in fields(settings)} == set(SECTIONS[section]) - {"names"}


def test_every_field_of_a_receiver_has_a_key() -> None:
    assert {f.name for f in fields(NotifySettings)} == set(NOTIFY_KEYS) | {"name"}
    assert {f.name for f in fields(NotifyRule)} == set(WHEN_KEYS)


def test_a_site_is_found_by_its_parent_domain(tmp_path: Path) -> None:
    settings = load(config(tmp_path, '[site."example.com"]\ndelay = 9\n'))
    assert settings.site("news.example.com").delay == 9
    assert settings.site("example.org").delay is None


def test_www_is_no_other_site(tmp_path: Path) -> None:
    assert load(config(tmp_path, '[site."www.example.com"]\ndelay = 9\n')).site("example.com").delay == 9


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "bücher.example", "a_b.example", "news.example:8080", "localhost"]
)
def test_hosts_that_a_site_may_have(tmp_path: Path, host: str) -> None:
    [site] = load(config(tmp_path, f'[site."{host}"]\ndelay = 9\n')).sites
    assert site.host == url_host(f"https://{host}/")


@pytest.mark.parametrize(("text", "seconds"), [("15m", 900), ("1h", 3600), ("1d 12h", 129_600), ("0.5h", 1800)])
def test_durations(text: str, seconds: int) -> None:
    assert duration(text).total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "15", "m", "1h nonsense", "-1h", "9" * 400 + "d", "36600d", "nan h", "inf d"])
def test_no_durations(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a duration|longer than"):
        duration(text)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[fetch]\n\ndeley = 5\n", 3, "did you mean delay"),
        ("[fecth]\ndelay = 5\n", 1, "did you mean fetch"),
        ("[notify.desk]\ndigest = 'day'\n", 1, "names no urls"),
        ("[notify.desk]\nurls = ['x']\n", 2, "addresses such as"),
        ("[notify.desk]\nurls = []\n", 2, "addresses such as"),
        ("[notify.'a b']\nurls = ['json://x']\n", 1, "no name"),
        ("[notify.desk]\nurls = ['json://x']\ndigest_hour = 24\n", 3, "from 0 to 23"),
        ("[notify.desk]\nurls = ['json://x']\nwhen = { flag = ['number'] }\n", 3, "did you mean flags"),
        ('[fetch]\ndelay = "5"\n', 2, "a number"),
        ("[fetch]\ndelay = -1\n", 2, "from 0 to 86400"),
        ("[fetch]\ndelay = nan\n", 2, "from 0 to 86400"),
        ("[fetch]\ndelay = inf\n", 2, "from 0 to 86400"),
        ("[fetch]\ndeadline = nan\n", 2, "from 0.1 to 3600"),
        ("[fetch]\ndeadline = 0\n", 2, "from 0.1 to 3600"),
        ("[fetch]\nmax_bytes = inf\n", 2, "a whole number of bytes"),
        ("[fetch]\nmax_bytes = 10.5\n", 2, "a whole number of bytes"),
        ("[fetch]\nmax_bytes = 0\n", 2, "a whole number of bytes"),
        ("[fetch]\nmax_bytes = 10_000_000_000_000\n", 2, "a whole number of bytes"),
        ("[fetch]\nmax_bytes = " + "9" * 5000 + "\n", 1, "line 1"),
        ('[fetch]\ncontact = "a\\r\\nX-Evil: 1"\n', 2, "on one line"),
        ('[evidence]\nsigning_key = "a\\u0000b"\n', 2, "on one line"),
        ("x = " + "[" * 5000 + "]" * 5000 + "\n", 1, "line 1"),
        ("site = 3\n", 1, "must be sections"),
        ("site = [1]\n", 1, "must be sections"),
        ("[site]\ndelay = 5\n", 1, "must be a section"),
        ('[watch]\nevery = "0m"\n', 2, "from 1s"),
        ('[watch]\nevery = "99999999999w"\n', 2, "to 100 years"),
        ('[watch]\nretire_after = "' + "9" * 400 + 'd"\n', 2, "to 100 years"),
        ('[watch]\nnames = [""]\n', 2, "none of them empty"),
        ('[flags]\nmin_severity = ["low"]\n', 2, "one of"),
        ("[flags]\nseverity = { number = 3 }\n", 2, "one of"),
        ('[site."example.com"]\nheaders = { Cookie = 3 }\n', 2, "a text in quotes"),
        ('[site."example.com"]\nheaders = { "X Y" = "z" }\n', 2, "no header"),
        ('[site."example.com"]\nheaders = { Cookie = "${LINES}" }\n', 2, "no header"),
        ('[site."example.com"]\nevery = "2000000h"\n', 2, "to 100 years"),
        ("[fetch]\nallow_private = 1\n", 2, "true or false"),
        ('[watch]\nevery = "often"\n', 2, "a duration"),
        ('[flags]\noff = ["titel"]\n', 2, "one of"),
        ('[site."example.com"]\nremove = 3\n', 2, "a list of"),
        ('[site."example.com"]\nheaders = { Cookie = "${NOT_SET}" }\n', 2, "not set in the environment"),
        ('[site."example.com".flags]\nof = ["date"]\n', 2, "did you mean off"),
        ('[flags]\nwords = { ofices = ["ombudsman"] }\n', 2, "one of"),
        ("[fetch\n", 1, "line 1"),
        ("fetch = 3\n", 1, "must be a section"),
        ('[site."https://www.example.com"]\ndelay = 9\n', 1, "the name of a host"),
        ('[site."example.com/world"]\ndelay = 9\n', 1, "the name of a host"),
        ('[site."*.example.com"]\ndelay = 9\n', 1, "the name of a host"),
        ('[site.""]\ndelay = 9\n', 1, "the name of a host"),
        ("[notify.desk]\nurls = ['json://x']\nwhen = { hosts = ['https://a.example/'] }\n", 3, "names of hosts"),
        ("[notify.desk]\nurls = ['json://x']\nwhen = { hosts = ['*.example'] }\n", 3, "names of hosts"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(config(tmp_path, text), {"LINES": "a\nb"})
    assert f"line {line}" in str(caught.value)
    assert words in str(caught.value)


def test_an_unreadable_file_is_an_error_not_a_default(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe[fetch]")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path / "config.toml")


def test_a_browser_is_no_file_of_the_store(tmp_path):
    (tmp_path / ".newsdiff").mkdir()
    config = tmp_path / ".newsdiff" / "config.toml"
    config.write_text('[fetch]\nbrowser = "/usr/bin/chromium"\n')
    assert load(config).fetch.browser == "/usr/bin/chromium"
    (tmp_path / "link").symlink_to(tmp_path)
    for program in ("chromium", "./chromium", f"{tmp_path}/chromium", f"{tmp_path}/link/x", "/proc/self/cwd/chromium"):
        config.write_text(f'[fetch]\nbrowser = "{program}"\n')
        with pytest.raises(ConfigError, match="browser"):
            load(config)


def test_the_template_says_which_values_are_defaults_and_which_are_examples() -> None:
    told = [line[2:] for line in template().splitlines() if " = " in line]
    assert "delay = 5  # the default" in told
    assert "delay = 20  # an example; not set by default" in told  # of a site
    assert 'min_severity = "medium"  # an example; the default is low' in told
    assert all(line.endswith(("default", "the default is low")) for line in told)


def test_a_byte_order_mark_that_an_editor_left_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xef\xbb\xbf[fetch]\ndelay = 9\n")
    assert load(tmp_path / "config.toml").fetch.delay == 9
