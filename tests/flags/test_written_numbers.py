"""One number, measure, score or date written in two ways, in six languages; another value in its place is told."""

import pytest

import newsdiff


def kinds(language: str, old: str, new: str) -> list[str]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return [flag.kind.value for flag in newsdiff.compare(*sides).flags]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Sie lief die 1500m allein.", "Sie lief die 1.500 Meter allein."),
        ("de", "Das Feld misst 3 ha.", "Das Feld misst drei Hektar."),
        ("de", "Er brauchte 58 min für die Strecke.", "Er brauchte 58 Minuten für die Strecke."),
        ("fr", "Le mur fait 3 m.", "Le mur fait trois mètres."),
        ("fr", "Le champ mesure 12 ha.", "Le champ mesure 12 hectares."),
        ("es", "El muro mide 3 m.", "El muro mide tres metros."),
        ("it", "Il muro misura 3 m.", "Il muro misura tre metri."),
        ("it", "Dista 12 km dal mare.", "Dista 12 chilometri dal mare."),
        ("nl", "De muur is 3 m hoog.", "De muur is drie meter hoog."),
        ("pt", "O muro mede 3 m.", "O muro mede três metros."),
        ("de", "Es wurden 38 °C gemessen.", "Es wurden 38 Grad Celsius gemessen."),
        ("fr", "Il a fait 38°C hier soir.", "Il a fait 38 degrés hier soir."),
        ("es", "Hubo 38ºC en Sevilla.", "Hubo 38 grados en Sevilla."),
        ("it", "Ci sono stati 38° C a Roma.", "Ci sono stati 38 gradi a Roma."),
        ("nl", "Het werd 38 °C in Breda.", "Het werd 38 graden Celsius in Breda."),
        ("pt", "Fez 38 ºC em Lisboa.", "Fez 38 graus em Lisboa."),
    ],
)
def test_sign_of_a_measure_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "In piazza erano 3 mila persone.", "In piazza erano tremila persone."),
        ("it", "Costa 25mila euro.", "Costa venticinquemila euro."),
        ("de", "Es kamen 3000 Menschen.", "Es kamen dreitausend Menschen."),
        ("de", "Es kostet 25.000 Euro.", "Es kostet fünfundzwanzigtausend Euro."),
        ("nl", "Er kwamen 5.000 mensen.", "Er kwamen vijfduizend mensen."),
        ("es", "Costará entre 3.000 y 5.000 euros.", "Costará entre tres mil y cinco mil euros."),
        ("pt", "Custa entre 3.000 e 5.000 euros.", "Custa entre três mil e cinco mil euros."),
        ("es", "Vendió tres cuartos de millón de libros.", "Vendió 750.000 libros."),
        ("pt", "É a 30.ª edição da feira.", "É a trigésima edição da feira."),
        ("es", "Es la 20ª edición de la feria.", "Es la vigésima edición de la feria."),
        ("it", "È la 20ª edizione della fiera.", "È la ventesima edizione della fiera."),
        ("nl", "De regering trekt in 2026 €1,2 mld uit.", "De regering trekt in 2026 1,2 miljard euro uit."),
    ],
)
def test_number_in_words_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("fr", "Lyon chute à Reims (2-1).", "Lyon chute à Reims (2 à 1)."),
        ("es", "El Betis cae en Vigo (2-1).", "El Betis cae en Vigo (2 a 1)."),
        ("it", "La Roma perde a Bari (2-1).", "La Roma perde a Bari (2 a 1)."),
        ("pt", "O Braga perde em Faro (2-1).", "O Braga perde em Faro (2 a 1)."),
        ("de", "Kiel verliert in Bremen 2:1.", "Kiel verliert in Bremen 2-1."),
        ("de", "Kiel verliert in Bremen 2:1.", "Kiel verliert in Bremen 2 zu 1."),
    ],
)
def test_score_written_otherwise_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Kiel gewinnt das Spiel 3:1.", "Kiel gewinnt das Spiel 4:1."),
        ("de", "Nach dem 2:2 sprach der Trainer.", "Nach dem 2:3 sprach der Trainer."),
        ("de", "Kiel siegt mit 1:0 in Bremen.", "Kiel siegt mit 2:0 in Bremen."),
        ("fr", "Lyon chute à Reims (2 à 1).", "Lyon chute à Reims (3 à 1)."),
        ("it", "Costa duemila euro.", "Costa tremila euro."),
        ("nl", "Er kwamen vijfduizend mensen.", "Er kwamen zesduizend mensen."),
        ("pt", "É a trigésima edição da feira.", "É a vigésima edição da feira."),
    ],
)
def test_another_number_is_told(language: str, old: str, new: str) -> None:
    assert "number" in kinds(language, old, new)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("fr", "Les frais augmentent au 01/01.", "Les frais augmentent au 1er janvier."),
        ("fr", "La fête a lieu le 3/11.", "La fête a lieu le 3 novembre."),
        ("es", "Se abre el lunes 3/11 en la web.", "Se abre el lunes 3 de noviembre en la web."),
        ("es", "La feria abre el 14/8.", "La feria abre el 14 de agosto."),
        ("it", "La fiera apre il 14/8.", "La fiera apre il 14 agosto."),
        ("it", "La fiera apre lunedì 14/8.", "La fiera apre lunedì 14 agosto."),
        ("pt", "A prova será a 3/12, em Faro.", "A prova será a 3 de dezembro, em Faro."),
        ("pt", "A prova será no dia 14/8.", "A prova será no dia 14 de agosto."),
        ("nl", "De vergunning werd op 3-11-'24 verleend.", "De vergunning werd op 3 november 2024 verleend."),
        ("nl", "De vergunning werd op 14-8-2024 verleend.", "De vergunning werd op 14 augustus 2024 verleend."),
    ],
)
def test_date_in_figures_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


def test_date_in_figures_that_moves() -> None:
    assert "date" in kinds("fr", "La fête a lieu le 3/11.", "La fête a lieu le 4/11.")
    assert "date" in kinds("nl", "Het werd op 3-11-2024 verleend.", "Het werd op 4-11-2024 verleend.")
    assert "date" not in kinds("es", "Aumenta el 1/3 de la cuota.", "Aumenta el 2/3 de la cuota.")
