"""Secrets stand in the environment or in a file that is its owner's alone."""

from pathlib import Path

import pytest

from newsdiff.errors import ConfigError
from newsdiff.notify.secrets import filled, secrets


def kept(folder: Path, text: str, mode: int = 0o600) -> Path:
    (folder / "secrets").write_text(text)
    (folder / "secrets").chmod(mode)
    return folder


def test_without_a_file_the_environment_alone_counts(tmp_path: Path) -> None:
    assert secrets(tmp_path, {"A": "1"}) == {"A": "1"}


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    text = "# mine\n\nA=file\nexport B = 'two words'\nC=a=b\n"
    assert secrets(kept(tmp_path, text), {"A": "env"}) == {"A": "env", "B": "two words", "C": "a=b"}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_may_read_is_not_used(tmp_path: Path, mode: int) -> None:
    with pytest.raises(ConfigError, match="can be read by others"):
        secrets(kept(tmp_path, "A=1", mode), {})


def test_a_line_that_is_none_is_named_without_what_stands_in_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        secrets(kept(tmp_path, "A=1\nhunter2\n"), {})
    assert raised.value.message.endswith("secrets:2: this is no NAME=value")
    assert "hunter2" not in str(raised.value)


def test_an_address_is_filled_or_says_what_is_missing() -> None:
    assert filled("mailto://a:${P}@b", {"P": "x"}) == ("mailto://a:x@b", "")
    url, why = filled("ntfy://${T}@b/${T}/${U}", {})
    assert (url, why) == ("", "T, U is set neither in the environment nor in .newsdiff/secrets")


def test_a_byte_order_mark_that_an_editor_left_is_no_part_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "secrets").write_bytes(b"\xef\xbb\xbfTOKEN=x\n")
    (tmp_path / "secrets").chmod(0o600)
    assert secrets(tmp_path, {}) == {"TOKEN": "x"}


def test_a_file_that_is_too_long_is_named_and_never_cut(tmp_path: Path) -> None:
    path = tmp_path / "secrets"
    path.write_text("A=1\n" + "# a long remark\n" * 70_000)
    path.chmod(0o600)
    with pytest.raises(ConfigError, match="larger than 1,000,000 bytes"):
        secrets(tmp_path, {})
