"""The names of measures, as CLDR has them."""

import pytest

from newsdiff.language.build_units import _spelled


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("kilomètres\u00a0par\u202fheure", ["kilomètres par heure"]),
        ("km²", ["km²", "km2"]),
        (" min. ", ["min"]),
        ("m", []),
        ("", []),
    ],
)
def test_how_a_name_is_spelled(name: str, spelled: list[str]) -> None:
    assert list(_spelled(name)) == spelled
