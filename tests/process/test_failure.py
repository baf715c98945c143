"""An error that nobody foresaw, in one line that says where."""

import pytest

from newsdiff.process.failure import failure


def raised(work) -> BaseException:
    with pytest.raises(ValueError, match=".") as error:  # noqa: RUF043
        work()
    return error.value


def test_its_type_and_its_message() -> None:
    assert failure(ValueError("not a date")) == "ValueError: not a date"
    assert failure(ValueError()) == "ValueError"
    assert failure(KeyError("a")) == "KeyError: 'a'"


def test_many_lines_are_one_and_a_long_one_is_cut() -> None:
    assert failure(ValueError("one\n  two\tthree")) == "ValueError: one two three"
    told = failure(ValueError("x" * 1000))
    assert len(told) == len("ValueError: ") + 300
    assert told.endswith("x…")


def test_the_last_of_our_own_lines_is_named() -> None:
    from newsdiff.store.timestamps import moment

    assert failure(raised(lambda: moment("soon"))).startswith(
        "ValueError: Invalid isoformat string: 'soon' (store/timestamps.py:"
    )


def test_a_place_of_somebody_elses_is_none() -> None:
    assert failure(raised(lambda: int("x"))) == "ValueError: invalid literal for int() with base 10: 'x'"


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), MemoryError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")]
)
def test_any_error_is_one_line(error: Exception) -> None:
    told = failure(error)
    assert told.startswith(type(error).__name__)
    assert "\n" not in told
