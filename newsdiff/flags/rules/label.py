"""What a person, group, place or conflict is called differs: protesters, rioters; "unarmed", "Israeli"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.alignment import Region
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_LEAST = 0.3  # share of words that a sentence must keep
_NATION = 4  # letters that a place and its people have in common: Norway, Norwegian


class Label(NamedTuple):
    """A label in a sentence: its tokens, and what it says."""

    first: int
    last: int
    name: str


@rule
def label(comparison: Comparison) -> Iterator[Flag]:
    """Labels of other classes in one another's place, and such as come to or go from somebody who stays."""
    words = comparison.words
    if words is None or words.named is None:
        return
    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.likeness >= _LEAST and not comparison.noted(pair.old) and not comparison.noted(pair.new):
            yield from _compared(pair, words)


def _compared(pair: Pair, words: WordTable) -> Iterator[Flag]:
    assert pair.old and pair.new
    changed = pair.alignment.changed
    for region in pair.alignment.regions:
        gone = _labels(pair.old, changed[0].intersection(region.old), words)
        came = _labels(pair.new, changed[1].intersection(region.new), words)
        gone, came = _unsaid(gone, pair.new, words), _unsaid(came, pair.old, words)
        if not gone and not came:
            continue
        if {x.name for x in gone} == {x.name for x in came}:
            continue
        if not (gone and came) and not _of_somebody(pair, region, gone or came, came=bool(came), words=words):
            continue
        yield Flag(
            FlagKind.LABEL,
            Severity.MEDIUM,
            _span(pair.old, changed[0].intersection(region.old), gone),
            _span(pair.new, changed[1].intersection(region.new), came),
            "",
            pair.old.block,
            pair.new.block,
            "another label" if gone and came else "a label came" if came else "a label went",
        )


def _labels(sentence: Sentence, places: frozenset[int], words: WordTable) -> list[Label]:
    assert words.named and words.senses
    low = list(map(bare, sentence.tokens.low))
    found = []
    for i in sorted(places):
        found += [Label(p.first, p.last, p.point.name) for p in words.named.at(low, i)]
        if "D" in words.senses.entry(low[i]).parts or low[i] in words.demonyms:
            found.append(Label(i, i, f"of {low[i]}"))
    return found


def _unsaid(labels: Sequence[Label], other: Sentence, words: WordTable) -> list[Label]:
    """The labels whose class the other side has nowhere, nor the place of a people."""
    low = list(map(bare, other.tokens.low))
    there = {p.point.name for i in range(len(low)) for p in words.named.at(low, i)} if labels and words.named else set()
    return [x for x in labels if x.name not in there and not _nation(x, low, words)]


def _nation(label: Label, low: Sequence[str], words: WordTable) -> bool:
    """Whether the other side has the place of a people, or the people of a place."""
    assert words.senses
    name = label.name.removeprefix("of ")
    homes = {name, *words.senses.entry(name).roots}
    return name != label.name and any(w in homes or w[:_NATION] == name[:_NATION] for w in low)


def _of_somebody(pair: Pair, region: Region, labels: Sequence[Label], *, came: bool, words: WordTable) -> bool:
    """Whether a label that stands on one side alone is of somebody whom the other side has, too."""
    assert pair.old and pair.new and words.senses
    mine, other = (pair.new, pair.old) if came else (pair.old, pair.new)
    there = pair.alignment.changed[0 if came else 1].intersection(region.old if came else region.new)
    if any(words.senses.person(bare(other.tokens.low[i])) for i in there):
        return True
    if there:
        return False
    here = pair.alignment.changed[1 if came else 0]
    low = mine.tokens.low
    last = max(x.last for x in labels)
    after = next((i for i in range(last + 1, len(low)) if low[i] not in ("-", "and", ",")), None)
    return after is not None and after not in here and low[after][0].isalpha() and low[after] not in words.grammar


def _span(sentence: Sentence, changed: frozenset[int], labels: Sequence[Label]) -> str:
    """The labels as they stand, or the changed words in their place."""
    first = min((*(x.first for x in labels), *(() if labels else changed)), default=None)
    last = max((*(x.last for x in labels), *(() if labels else changed)), default=None)
    return "" if first is None or last is None else sentence.tokens.span(first, last)
