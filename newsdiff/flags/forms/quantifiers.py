"""Quantifiers that changed: words of grammar, and yet of substance where they say of how many a statement holds."""

from collections.abc import Sequence

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_STEM = 3  # letters that the forms of a quantifier have in common
_WITH_NOUN = 2  # tokens of a quantifier and the noun that goes with it: both drivers, one driver


def quantifiers(
    sides: tuple[Tokens, Tokens], apart: Sequence[tuple[range, range]], words: WordTable | None
) -> tuple[frozenset[int], frozenset[int]]:
    """The quantifiers of either side that stand in one another's place, or are all that came or went: some schools, all
    schools; only members. None where a negation changed: nobody but members says *only* as well.
    """
    found: tuple[set[int], set[int]] = set(), set()
    heads = {sides[side].low[places[0]] for region in apart for side, places in enumerate(region) if places}
    if words is None or words.quantifiers.isdisjoint(heads):
        return frozenset(), frozenset()
    for region in (_without_of(r, sides, words) for r in apart):
        first = [(side, places[0]) for side, places in enumerate(region) if places]
        low = {sides[side].low[i] for side, i in first}
        alike = len(region[0]) == len(region[1]) <= _WITH_NOUN or len(region[0]) + len(region[1]) == 1
        bent = words.senses is None and len({w[:_STEM] for w in low}) == 1  # tous, toutes
        alike = alike and ((len(low) > 1 and not bent) or not all(region))
        if alike and low & words.quantifiers and all(w in words.quantifiers or w in words.cardinals for w in low):
            for side, i in first:
                found[side].add(i)
    changed = (sides[side].low[i] for region in apart for side in (0, 1) for i in region[side]) if any(found) else ()
    if any(w in words.negators for w in changed):
        return frozenset(), frozenset()
    return frozenset(found[0]), frozenset(found[1])


def _without_of(region: tuple[range, range], sides: tuple[Tokens, Tokens], words: WordTable) -> tuple[range, range]:
    """A region without the *of*, or the article, behind its quantifiers: some of; todos los."""
    idle = words.articles | {"of"}
    old, new = (
        places[:-1] if len(places) == _WITH_NOUN and tokens.low[places[-1]] in idle else places
        for places, tokens in zip(region, sides, strict=True)
    )
    return old, new
