"""Who did it and to whom it was done change places where a verb goes over into the passive."""

import pytest

from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.turned_roles import turned_roles
from tests.kit.sentences import sentence, words_of

Spans = tuple[str | None, str | None]


def turned(old: str, new: str, language: str = "de") -> Spans | None:
    pair = Pair(sentence(old, language), sentence(new, language))
    found = turned_roles(pair, words_of(language))
    if found is None:
        return None
    assert pair.old and pair.new
    tokens = pair.old.tokens, pair.new.tokens
    one, other = (t.span(p.first, p.last) if p else None for t, p in zip(tokens, found, strict=True))
    return one, other


ACTIVE = "Der Minister verklagte die Zeitung in Graz."
SAME = "Die Zeitung wurde vom Minister in Graz verklagt."
TURNED = "Der Minister wurde von der Zeitung in Graz verklagt."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ACTIVE, ACTIVE),
        (TURNED, TURNED),
        (ACTIVE, SAME),
        (SAME, ACTIVE),
        (ACTIVE, "Der Minister wurde in Graz verklagt."),
        (ACTIVE, "Der Minister wurde von der Zeitung in Graz gelobt."),
        (ACTIVE, "Der Minister ging mit der Zeitung nach Graz."),
        ("Der Minister sprach von der Zeitung in Graz.", TURNED),
        (ACTIVE, "Es regnete in Graz."),
        ("Die Ministerin verklagte die Zeitung in Graz.", "Die Zeitung wurde von der Ministerin in Graz verklagt."),
        (
            "Der Minister verklagte die Zeitung, als Möwen über kalten Hafen flogen.",
            "Der Minister wurde von der Zeitung verklagt, weil Bauern grüne Traktoren kauften.",
        ),
        ("Der Wirt schloss sein altes Haus in Graz, sagt er.", TURNED),
    ],
    ids=[
        "active",
        "passive",
        "same",
        "back",
        "no agent",
        "verb",
        "no passive",
        "of",
        "other",
        "same article",
        "unlike",
        "rest",
    ],
)
def test_what_says_the_same_or_something_else(old: str, new: str) -> None:
    assert turned(old, new) is None


def test_who_bears_what_he_did() -> None:
    found = turned(ACTIVE, TURNED)
    assert found is not None
    assert found[1] == "wurde von der Zeitung in Graz verklagt"
    back = turned(TURNED, ACTIVE)
    assert back is not None
    assert back == found[::-1]


@pytest.mark.parametrize(
    ("old", "new", "language", "spans"),
    [
        (
            "Le ministre accusa le maire à Lyon.",
            "Le ministre fut accusé par le maire à Lyon.",
            "fr",
            ("accusa", "fut accusé"),
        ),
        (
            "El ministro acusó al alcalde en Vigo.",
            "El ministro fue acusado por el alcalde en Vigo.",
            "es",
            ("acusó al", "fue acusado"),
        ),
    ],
)
def test_other_languages_with_a_passive(old: str, new: str, language: str, spans: Spans) -> None:
    assert turned(old, new, language) == spans


def test_a_language_without_passives_and_a_sentence_alone_have_none() -> None:
    one = sentence(ACTIVE, "de")
    assert turned_roles(Pair(None, one), words_of("de")) is None
    assert turned_roles(Pair(one, None), words_of("de")) is None
    assert turned("The minister sued the paper.", "The minister was sued by the paper.", "en") is None
