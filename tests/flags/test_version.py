"""The version of the rules: raised when they find something else, so that old edits can be judged anew.

``rules_version.tsv`` holds the version, then pairs of texts with what is found in them; ``--accept`` writes it anew.
"""

from pathlib import Path

import pytest

from newsdiff import article, compare
from newsdiff.flags.version import RULES, version
from newsdiff.model import FlagSettings

FILE = Path(__file__).with_name("rules_version.tsv")


def found(old: str, new: str) -> str:
    """What is found in a pair, in a few words."""
    report = compare(article([old], language="en"), article([new], language="en"))
    told = [f"{flag.kind}:{flag.severity} {flag.old} -> {flag.new}" for flag in report.flags]
    return "; ".join(told).replace("\t", " ").replace("\n", " ") or "-"


def test_whoever_changes_what_the_rules_find_raises_their_version(golden):
    was, *lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    now = [(old, new, found(old, new)) for old, new, _ in pairs]
    if now != [tuple(pair) for pair in pairs]:
        assert was != RULES, "the rules find something else: raise RULES in newsdiff/flags/version.py, then --accept"
    golden(FILE, "\n".join([RULES, *("\t".join(row) for row in now)]) + "\n")


def test_the_usual_settings_go_without_saying():
    assert version(FlagSettings()) == RULES
    assert version(FlagSettings(off=frozenset())) == RULES


@pytest.mark.parametrize(
    "settings",
    [
        FlagSettings(off=frozenset({"date"})),
        FlagSettings(names=("Vale",)),
        FlagSettings(rules=("mine",)),
        FlagSettings(language="de"),
        FlagSettings(words=(("titles", ("warden",)),)),
    ],
)
def test_other_settings_are_other_rules(settings):
    assert version(settings).startswith(f"{RULES} settings/")
    assert version(settings) == version(settings._replace(off=frozenset(settings.off)))


def test_the_order_of_a_set_makes_no_difference():
    many = [f"kind{n}" for n in range(30)]
    assert version(FlagSettings(off=frozenset(many))) == version(FlagSettings(off=frozenset(many[::-1])))


def test_a_report_names_the_rules_that_made_it():
    quiet = FlagSettings(off=frozenset({"number"}))
    old, new = (article([f"{said} people were hurt."], language="en") for said in ("Twelve", "Fourteen"))
    assert compare(old, new).rules == RULES
    assert compare(old, new, quiet).rules == version(quiet)
