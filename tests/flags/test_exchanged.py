"""Values of two sentences that took each other's place: reordered sentences are quiet, exchanged values are not."""

from collections.abc import Callable

import pytest

from newsdiff.model import Flag

Found = Callable[..., tuple[Flag, ...]]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "The fire killed 12 men. The flood killed 30 men.", "The flood killed 30 men. The fire killed 12 men."),
        ("en", "“It is gone,” said Ann Lee. “All of it.”", "“It is gone. All of it,” said Ann Lee."),
        ("en", "Ann Lee left on Monday. She was sad.", "On Monday Ann Lee left. She was sad."),
        ("de", "Er kam 2004. Sie kam 2010.", "Sie kam 2010. Er kam 2004."),
    ],
)
def test_sentences_in_another_order_are_quiet(language: str, old: str, new: str, found: Found):
    assert {f.kind.value for f in found(old, new, language)}.isdisjoint(("name", "number", "date", "attribution"))


@pytest.mark.parametrize(
    ("language", "kind", "old", "new"),
    [
        (
            "en",
            "attribution",
            "“It is gone,” said Ann Lee. “We saw the smoke,” said Tom Cole.",
            "“It is gone,” said Tom Cole. “We saw the smoke,” said Ann Lee.",
        ),
        (
            "es",
            "attribution",
            "“Se perdió todo”, dijo Ana Ruiz. “Vimos el humo”, dijo Luis Gil.",
            "“Se perdió todo”, dijo Luis Gil. “Vimos el humo”, dijo Ana Ruiz.",
        ),
        ("en", "number", "The fire killed 12. The flood killed 30.", "The fire killed 30. The flood killed 12."),
        ("en", "date", "Ann Lee came in 2004. Tom Cole came in 2010.", "Ann Lee came in 2010. Tom Cole came in 2004."),
        ("en", "name", "Ann came from Leeds. Tom came from York.", "Ann came from York. Tom came from Leeds."),
        ("de", "number", "Der Brand tötete 12. Die Flut tötete 30.", "Der Brand tötete 30. Die Flut tötete 12."),
    ],
)
def test_values_in_each_others_place_are_told(language: str, kind: str, old: str, new: str, found: Found):
    flags = [f for f in found(old, new, language) if f.kind.value == kind]
    assert len(flags) == 2
    assert {(f.old, f.new) for f in flags} == {(f.new, f.old) for f in flags}
    assert all("took another's place" in f.reason for f in flags)
