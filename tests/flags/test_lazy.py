"""A value that is made when it is first asked for, and once."""

from newsdiff.flags.lazy import lazy


class Counted:
    """Counts how often its value is made."""

    def __init__(self) -> None:
        self.made = 0

    @lazy
    def value(self) -> list[int]:
        """What is made."""
        self.made += 1
        return [self.made]

    @lazy
    def nothing(self) -> None:
        self.made += 1


def test_nobody_asks_nothing_is_made() -> None:
    assert Counted().made == 0


def test_it_is_made_once_for_each_object() -> None:
    one, other = Counted(), Counted()
    assert one.value is one.value
    assert (one.made, other.made) == (1, 0)
    assert other.value is not one.value


def test_a_value_that_is_none_is_not_made_again() -> None:
    one = Counted()
    assert one.nothing is one.nothing is None
    assert one.made == 1


def test_a_value_that_failed_is_tried_again() -> None:
    class Failing:
        tries = 0

        @lazy
        def value(self) -> int:
            self.tries += 1
            if self.tries == 1:
                raise ValueError("not yet")
            return self.tries

    one = Failing()
    try:
        found = one.value
    except ValueError:
        found = 0
    assert (found, one.value, one.value) == (0, 2, 2)


def test_the_class_tells_what_it_is() -> None:
    assert Counted.value.__doc__ == "What is made."
