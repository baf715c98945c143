"""What a look at the acts of two sentences tells, in the words of both sides."""

from collections.abc import Callable, Iterator

from newsdiff.flags.sentence.acts import Change, ToldActs, acts, changed_acts
from newsdiff.flags.sentence.passages import Pair
from tests.kit.sentences import sentence, words_of

_EN = words_of()


def told_acts(look: Callable[[ToldActs], Iterator[Change]], old: str, new: str) -> list[tuple[str, str]]:
    """The words of the acts that are told, of the old and of the new side."""
    before, after = sentence(old), sentence(new)
    pair = Pair(before, after)
    sides = acts(before, _EN), acts(after, _EN)
    gone, came = (changed_acts(pair, places, side) for side, places in enumerate(sides))
    return [
        (before.tokens.span(*a[:2]) if a else "", after.tokens.span(*b[:2]) if b else "")
        for a, b in look(ToldActs(pair, _EN, gone, came, *sides))
    ]
