import pytest

from newsdiff.document import article
from newsdiff.watch.state.text_identity import count, fingerprint, same

ONE = article(["Two ships came on Monday, and one left again."], "Ships")._replace(published="2026-03-02T09:00:00Z")


@pytest.mark.parametrize(
    "published", ["2026-03-02T09:00:00+00:00", "2026-03-02T10:00:00+01:00", "2026-03-02", None, "2026-03-02T09:00:00Z"]
)
def test_one_time_in_two_spellings_is_the_same(published: str | None) -> None:
    assert same(ONE, ONE._replace(published=published))


def test_what_only_machines_read_is_no_edit() -> None:
    assert same(ONE, ONE._replace(modified="2026-03-05", language="de", section="World"))
    assert fingerprint(ONE) == fingerprint(ONE._replace(section="World"))


@pytest.mark.parametrize(
    "published",
    ["2026-03-01", "2026-03-02T09:30:00Z", "last Monday", "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"],
)
def test_back_dating_is_an_edit(published: str) -> None:
    assert not same(ONE, ONE._replace(published=published))


def test_a_word_is_an_edit() -> None:
    assert not same(ONE, article(["Two ships came on Tuesday, and one left again."], "Ships"))
    assert count(ONE) == 10
