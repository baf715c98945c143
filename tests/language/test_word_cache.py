"""What was read of a word once is kept for so many words."""

import pytest

from newsdiff import article, compare
from newsdiff.language import word_cache
from newsdiff.language.word_cache import MOST_WORDS, keep

PAIRS = [
    (
        "en",
        "Two men were injured in Leeds on Monday, police said.",
        "Two men were killed in Bradford on Monday, police said.",
    ),
    ("de", "Der Minister lehnte den Antrag am Montag ab.", "Die Ministerin nahm den Antrag am Dienstag an."),
    ("fr", "Le maire a été condamné jeudi à Lille.", "Le maire a été relaxé vendredi à Lyon."),
]


def findings(language: str, old: str, new: str) -> list[str]:
    """What a comparison of two texts of one paragraph finds."""
    report = compare(article([old], language=language), article([new], language=language))
    return [f"{flag.kind} {flag.old} {flag.new}" for flag in report.flags]


def test_nothing_goes_before_there_is_too_much() -> None:
    known: dict[int, int] = {}
    for word in range(MOST_WORDS):
        assert keep(known, word, -word) == -word
    assert len(known) == MOST_WORDS


def test_one_word_too_many_begins_anew() -> None:
    known = dict.fromkeys(range(MOST_WORDS), 0)
    assert keep(known, -1, 7) == 7
    assert known == {-1: 7}


@pytest.mark.parametrize(("language", "old", "new"), PAIRS)
def test_a_cache_that_begins_anew_all_the_time_finds_the_same(
    monkeypatch: pytest.MonkeyPatch, language: str, old: str, new: str
) -> None:
    found = findings(language, old, new)
    assert found
    monkeypatch.setattr(word_cache, "MOST_WORDS", 2)
    assert findings(language, old, new) == found
