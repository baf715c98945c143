"""What walls and empty pages say in Italian, Dutch and Portuguese."""

import pytest

from newsdiff.clean.page.walls import named, spoken

STORY = (
    "Il sindaco ha dato il suo consenso al piano di mobilità della città.",
    "De gemeente heeft toestemming gegeven voor de bouw van een school.",
    "A câmara deu o seu aval ao plano de mobilidade da cidade.",
    "La pagina del libro che cercava non si trovava più in biblioteca.",
    "Ze was haar wachtwoord vergeten, zei ze voor de rechtbank.",
    "De robot heeft de test van de universiteit doorstaan.",
)


@pytest.mark.parametrize("line", STORY)
def test_a_story_is_no_wall(line: str) -> None:
    assert not spoken([line]) and named(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Non sono un robot", "robot"),
        ("La pagina richiesta non esiste", "missing"),
        ("Abbonati per continuare a leggere", "pay"),
        ("Ik ben geen robot", "robot"),
        ("Uitsluitend voor abonnees", "pay"),
        ("Wachtwoord vergeten", "login"),
        ("Não sou um robô", "robot"),
        ("Conteúdo exclusivo para assinantes", "pay"),
        ("Esqueceu sua senha", "login"),
    ],
)
def test_walls_in_their_words(line: str, kind: str) -> None:
    assert any(kind in sign.kind.name.lower() for sign in spoken([line]))
