"""Addresses with a secret stand in one private file, by the form without it that is shown everywhere else."""

from pathlib import Path

import pytest

from newsdiff.text.urls import public
from newsdiff.watch.plan import addresses

SECRET = "https://a.example/x?token=s3cr3tpass&id=7"
OTHER = "https://a.example/x?token=0thersecret&id=7"


def test_nothing_is_kept_at_first(tmp_path: Path) -> None:
    assert addresses.read(tmp_path) == {}


def test_a_secret_address_is_found_by_its_public_form(tmp_path: Path) -> None:
    addresses.keep(tmp_path, [SECRET])
    assert addresses.read(tmp_path) == {public(SECRET): SECRET}
    assert "s3cr3tpass" not in public(SECRET)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    addresses.keep(tmp_path, [SECRET])
    assert (tmp_path / addresses.NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("url", ["https://a.example/x", "https://a.example/x?id=123", public(SECRET), ""])
def test_what_has_no_secret_needs_no_keeping(tmp_path: Path, url: str) -> None:
    addresses.keep(tmp_path, [url])
    assert not (tmp_path / addresses.NAME).exists()


def test_each_is_kept_once_and_two_secrets_are_two(tmp_path: Path) -> None:
    addresses.keep(tmp_path, [SECRET, SECRET])
    addresses.keep(tmp_path, [SECRET, OTHER])
    assert (tmp_path / addresses.NAME).read_text().splitlines() == [SECRET, OTHER]
    assert addresses.read(tmp_path) == {public(SECRET): SECRET, public(OTHER): OTHER}


def test_a_public_form_is_told_from_an_address() -> None:
    assert addresses.is_marked(public(SECRET))
    assert not addresses.is_marked(SECRET)


def test_a_damaged_line_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / addresses.NAME).write_bytes(b"\xff\xfe\n" + SECRET.encode() + b"\n\n")
    assert addresses.read(tmp_path)[public(SECRET)] == SECRET


def test_an_address_of_two_lines_is_no_line(tmp_path: Path) -> None:
    addresses.keep(tmp_path, [SECRET + "\nhttps://evil.example/?token=abcdefgh"])
    assert "evil" not in "".join(addresses.read(tmp_path).values())
