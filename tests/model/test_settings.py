"""What a host needs: its own settings, else those of the nearest domain above it, else the general ones."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import timedelta

import pytest

from newsdiff.model import FlagSettings, settings
from newsdiff.model.settings import (
    ARCHIVED_ON,
    DIGESTS,
    ArchiveSettings,
    NotifySettings,
    Settings,
    SiteSettings,
)

QUIET = FlagSettings(off=frozenset({"date"}))
OWN = FlagSettings(off=frozenset({"name"}))
WIDE, NEAR = SiteSettings("courier.example", delay=9.0), SiteSettings("live.courier.example", delay=2.0, flags=OWN)
KNOWN = Settings(sites=(WIDE, NEAR), flags=QUIET)


@pytest.mark.parametrize(
    "host",
    ["", "herald.example", "example", "mycourier.example", "courier.example.org", "courier", ".", "127.0.0.1", "[::1]"],
)
def test_a_host_that_nobody_named_needs_nothing_of_its_own(host: str) -> None:
    assert KNOWN.site(host) == SiteSettings(host)
    assert KNOWN.flags_of(host) is QUIET


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("courier.example", WIDE),
        ("www.courier.example", WIDE),
        ("a.b.c.courier.example", WIDE),
        ("COURIER.example", WIDE),
        ("live.courier.example", NEAR),
        ("m.live.courier.example", NEAR),
        ("olive.courier.example", WIDE),
    ],
)
def test_the_nearest_name_counts(host: str, site: SiteSettings) -> None:
    assert KNOWN.site(host) is site


def test_the_order_of_the_file_is_no_matter() -> None:
    turned = Settings(sites=(NEAR, WIDE))
    assert turned.site("live.courier.example") is NEAR
    assert turned.site("www.courier.example") is WIDE


def test_an_address_without_a_domain_has_settings_too() -> None:
    local = SiteSettings("127.0.0.1")
    assert Settings(sites=(local,)).site("127.0.0.1") is local
    assert Settings(sites=(SiteSettings("0.0.1"),)).site("10.0.0.2") == SiteSettings("10.0.0.2")


def test_a_site_without_flags_of_its_own_has_the_general_ones() -> None:
    assert KNOWN.flags_of("www.courier.example") is QUIET
    assert KNOWN.flags_of("live.courier.example") is OWN


def test_a_site_may_ask_for_all_flags_where_the_reader_wants_few() -> None:
    every = Settings(sites=(SiteSettings("courier.example", flags=FlagSettings()),), flags=QUIET)
    assert every.flags_of("courier.example") == FlagSettings()


def test_without_a_file_no_private_address_is_fetched_and_nobody_is_told() -> None:
    usual = Settings()
    assert (usual.fetch.allow_private, usual.fetch.proxy, usual.notify, usual.sites) == (False, "", (), ())
    assert (usual.archive.on, usual.evidence.sign, usual.evidence.timestamp) == ("never", False, "")
    assert usual.flags == FlagSettings()


def test_what_is_usual_is_among_what_may_be_said() -> None:
    assert ArchiveSettings().on in ARCHIVED_ON
    assert NotifySettings("desk").digest not in DIGESTS
    assert 0 <= NotifySettings("desk").digest_hour <= 23


def test_two_settings_share_nothing_that_can_be_changed() -> None:
    kinds = [one for one in vars(settings).values() if isinstance(one, type) and is_dataclass(one)]
    assert len(kinds) >= 10
    for kind in kinds:
        needed = [field.name for field in fields(kind) if field.name in ("host", "name")]
        made = kind(*["courier.example"] * len(needed))
        assert hash(made) == hash(kind(*["courier.example"] * len(needed)))
        with pytest.raises(FrozenInstanceError):
            setattr(made, fields(kind)[0].name, timedelta(1))
