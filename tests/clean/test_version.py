"""The cleaner's version: the same for the same rules, another for others."""

import re
from dataclasses import replace
from importlib.metadata import version as installed

import pytest

from newsdiff.clean.version import CLEANER, short_version, version
from newsdiff.model import SiteSettings

SITE = SiteSettings("post.example", remove=("p.ad", "p.offer"), body="main", headline="h2")


def test_it_names_our_cleaner_and_the_library_that_votes() -> None:
    assert version() == f"newsdiff/{CLEANER} trafilatura/{installed('trafilatura')}"


@pytest.mark.parametrize("site", [None, SiteSettings("post.example"), SiteSettings("other.example", browser=True)])
def test_a_site_without_rules_of_cleaning_has_the_common_one(site: SiteSettings | None) -> None:
    assert version(site) == version()
    assert short_version(site) == short_version()


@pytest.mark.parametrize(
    "site", [SITE, SiteSettings("a", body="main"), SiteSettings("a", headline="h2"), SiteSettings("a", remove=("p",))]
)
def test_rules_are_told_by_a_digest(site: SiteSettings) -> None:
    assert re.fullmatch(re.escape(version()) + r" rules/[0-9a-f]{8}", version(site))


def test_each_rule_makes_another_version_and_the_host_none() -> None:
    others = [
        replace(SITE, body="article"),
        replace(SITE, headline="h1"),
        replace(SITE, remove=("p.ad",)),
        replace(SITE, remove=("p.offer", "p.ad")),
        replace(SITE, remove=("p.ad\np.offer",), body="main\n"),
    ]
    assert len({version(site) for site in (SITE, *others)}) == 6
    assert version(replace(SITE, host="other.example")) == version(SITE)


def test_the_short_name_is_eight_digits_and_follows_the_long_one() -> None:
    assert re.fullmatch("[0-9a-f]{8}", short_version())
    assert short_version(SITE) != short_version()
