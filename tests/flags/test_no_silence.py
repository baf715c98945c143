"""A word of substance in the place of another, or one more, hardly ever passes without a flag.

The sentences are the invented edits of ``edits.jsonl``; the words come from all of them, by chance with a fixed seed,
so that no rule knows them beforehand.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newsdiff
from newsdiff.language.table import words
from newsdiff.model import FlagKind

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|can|has|have|had|would|could|should|may|might|must)\b")
_SUBJECT_OR_DENIAL = re.compile(
    r"(?:n't|,|\s+(?:not|no|never|it|he|she|they|the|an?|just|only)\b)"
)  # none is put before it
_ROUNDS = 150
_MOST_SILENT = 0.01  # acronyms written out, numbers of notes: not worth a rule
_CHARGED = (
    "armed",
    "alleged",
    "secret",
    "illegal",
    "third",
    "never",
    "foreign",
    "elderly",
    "false",
    "heavily",
    "deadly",
)
_OF_GRAMMAR = words(
    """about after also again been before being between both could during each even from have here himself into just
    many more most much once only other over said same some such than that their them then there these they this those
    through under until upon very were what when where whether which while whom will with would your"""
)


def _sentences() -> list[str]:
    lines = (Path(__file__).parent / "edits.jsonl").read_text().splitlines()
    items = [item for line in lines if (item := json.loads(line)).get("lang", "en") == "en"]
    return [item["new"] for item in items if len(item["new"].split()) > 7]


def _sort(word: str) -> str:
    return "figure" if word[0].isdigit() else "name" if word[0].isupper() else "word"


def _places(sentence: str) -> list[re.Match[str]]:
    """The words of substance behind the first word."""
    return [m for m in _WORD.finditer(sentence) if m.start() and m[0].lower() not in _OF_GRAMMAR]


def _replaced(sentence: str, place: re.Match[str], word: str) -> str:
    return sentence[: place.start()] + word + sentence[place.end() :]


def _inserted(sentence: str, place: re.Match[str], word: str) -> str:
    return f"{sentence[: place.start()]}{word} {sentence[place.start() :]}"


def _replacements(chance: random.Random, sentences: list[str]) -> Iterator[tuple[str, str]]:
    known = [m[0] for s in sentences for m in _places(s)]
    for sentence in chance.choices(sentences, k=_ROUNDS):
        place, word = chance.choice(_places(sentence)), chance.choice(known)
        if _sort(word) == _sort(place[0]) and word[:3].lower() != place[0][:3].lower():
            yield sentence, _replaced(sentence, place, word)


def _insertions(chance: random.Random, sentences: list[str]) -> Iterator[tuple[str, str]]:
    for sentence in chance.choices(sentences, k=_ROUNDS):
        yield sentence, _inserted(sentence, chance.choice(_places(sentence)), chance.choice(_CHARGED))


@pytest.mark.parametrize("change", [_replacements, _insertions])
def test_no_word_of_substance_changes_in_silence(
    change: Callable[[random.Random, list[str]], Iterator[tuple[str, str]]],
) -> None:
    pairs = list(change(random.Random(17), _sentences()))
    assert len(pairs) > _ROUNDS / 3
    silent = [
        pair for pair in pairs if not newsdiff.compare(*(newsdiff.article([t], language="en") for t in pair)).flags
    ]
    assert len(silent) <= _MOST_SILENT * len(pairs), silent


def test_not_behind_any_auxiliary_turns_a_statement_round() -> None:
    places = [(s, m.end()) for s in _sentences() for m in _AUXILIARY.finditer(s)]
    plain = [(s, end) for s, end in places if not _SUBJECT_OR_DENIAL.match(s, end)]
    pairs = [(s, f"{s[:end]} not{s[end:]}") for s, end in random.Random(17).sample(plain, _ROUNDS)]
    untold = [
        pair
        for pair in pairs
        if FlagKind.NEGATION
        not in {f.kind for f in newsdiff.compare(*(newsdiff.article([t], language="en") for t in pair)).flags}
    ]
    assert len(untold) <= _MOST_SILENT * len(pairs), untold
