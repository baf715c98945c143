"""Whether a number counts the dead or hurt, told by how grave another number is; English stands in tests/findings."""

import pytest

from newsdiff import article, compare
from newsdiff.model import FlagKind


def severity(language: str, text: str, old: int, new: int) -> str:
    sides = (article([text.format(n)], "News", language) for n in (old, new))
    [flag] = [flag for flag in compare(*sides).flags if flag.kind is FlagKind.NUMBER]
    return flag.severity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Schule hat {} Lehrer, ein Kind wurde verletzt."),
        ("en", "In {} towns people were killed."),
        ("de", "In {} Orten kamen bei Unwettern Menschen ums Leben."),
        ("fr", "Le conseil a payé {} euros après la mort de l'ouvrier."),
        ("es", "El alcalde habló con {} vecinos antes de que muriera el obrero."),
        ("it", "Il comune ha pagato {} euro dopo la morte di un operaio."),
    ],
)
def test_another_count_near_a_death_is_none_of_the_dead(language: str, text: str) -> None:
    assert severity(language, text, 14, 17) == "medium"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bei dem Einsturz starben {} Menschen."),
        ("de", "Die Zahl der Toten stieg auf {}."),
        ("de", "{} Menschen wurden verletzt."),
        ("fr", "L'effondrement a tué {} personnes."),
        ("fr", "Le bilan s'alourdit à {} morts."),
        ("es", "El derrumbe mató a {} personas."),
        ("es", "Al menos {} muertos en el incendio."),
        ("it", "Il crollo ha ucciso {} persone."),
        ("pt", "O colapso matou {} pessoas."),
    ],
)
def test_the_dead_and_the_hurt_are_counted_in_other_languages(language: str, text: str) -> None:
    assert severity(language, text, 14, 17) == "high"
