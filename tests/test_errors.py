"""What fails and is no bug: one sentence, a hint, and the exit code that a script goes by."""

import pickle
from collections.abc import Iterator

import pytest

from newsdiff import errors
from newsdiff.errors import FetchError, HttpError, NetworkError, NewsdiffError, StoreLocked, UnknownArticle


def kinds(of: type[NewsdiffError] = NewsdiffError) -> Iterator[type[NewsdiffError]]:
    yield of
    for kind in of.__subclasses__():
        yield from kinds(kind)


OWN = {kind.__name__: kind for kind in kinds() if kind.__module__ == errors.__name__}


@pytest.mark.parametrize(
    ("message", "hint", "shown"),
    [
        ("it is gone", "", "it is gone."),
        ("it is gone", "add it again", "it is gone. Hint: add it again."),
        ("it is gone", "did you mean bridge?", "it is gone. Hint: did you mean bridge?"),
        ("", "", "."),
        ("Größe 習", "x", "Größe 習. Hint: x."),
    ],
)
def test_a_sentence_and_its_hint(message: str, hint: str, shown: str) -> None:
    error = NewsdiffError(message, hint)
    assert str(error) == shown
    assert (error.message, error.hint, error.choices) == (message, hint, ())


def test_what_could_have_been_meant_is_no_part_of_the_sentence() -> None:
    error = UnknownArticle("2 articles are called 'a'", "say more of it", ["a/b.md", "a/c.md"])
    assert str(error) == "2 articles are called 'a'. Hint: say more of it."
    assert list(error.choices) == ["a/b.md", "a/c.md"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("NewsdiffError", 2), ("UsageError", 2), ("ConfigError", 2), ("UnknownArticle", 2), ("UnknownRevision", 2)),
        *(("FetchError", 3), ("HttpError", 3), ("NetworkError", 3), ("UnknownHost", 3), ("RefusedError", 3)),
        *(("CleanError", 3), ("StoreError", 4), ("EngineError", 69), ("DiskFull", 74), ("StoreLocked", 75)),
    ],
)
def test_the_exit_code_of_each(name: str, code: int) -> None:
    assert OWN[name].exit_code == code


def test_the_tree_that_the_module_shows_is_the_tree_that_there_is() -> None:
    assert errors.__doc__ is not None
    drawn = [line for line in errors.__doc__.splitlines() if "── " in line or line == "    NewsdiffError"]
    levels: list[str] = []
    for line in drawn:
        branch, _, rest = line.rpartition("── ")
        depth = max(len(branch) - 1, 0) // 4  # four characters a level, the first within the margin
        name = rest.split()[0]
        levels[depth:] = [name]
        above = levels[depth - 1] if depth else None
        assert above is None or OWN[name].__bases__ == (OWN[above],), name
    assert sorted(OWN) == sorted(line.rpartition("── ")[2].split()[0] for line in drawn)


def test_no_page_came_from_where_and_whether_to_try_again() -> None:
    plain = FetchError("no answer")
    assert (plain.url, plain.transient, plain.hint) == ("", False, "")
    told = NetworkError("no answer", "try later", url="https://a.example/", transient=True)
    assert (told.url, told.transient, str(told)) == ("https://a.example/", True, "no answer. Hint: try later.")


def test_a_status_says_when_to_come_back() -> None:
    plain = HttpError("it answered 404")
    assert (plain.status, plain.retry_after, plain.transient) == (0, None, False)
    busy = HttpError("it answered 503", url="https://a.example/", transient=True, status=503, retry_after=60.0)
    assert (busy.status, busy.retry_after, busy.transient, busy.url) == (503, 60.0, True, "https://a.example/")


def test_a_lock_is_for_long_unless_it_says_otherwise() -> None:
    assert not StoreLocked("watch holds it").brief
    assert StoreLocked("record holds it", brief=True).brief


@pytest.mark.parametrize("kind", OWN.values(), ids=OWN)
def test_an_error_of_another_process_comes_back_with_its_sentence(kind: type[NewsdiffError]) -> None:
    error = kind("it is gone", "add it again")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (back.message, back.hint, str(back)) == (error.message, error.hint, str(error))
