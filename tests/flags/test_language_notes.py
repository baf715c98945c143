"""Notes on a correction as six languages word them, codes with and without a hyphen, and prepositions before places."""

import pytest

import newsdiff

NEWS = {
    "de": "Der Zug fuhr am Montag nach Bremen.",
    "fr": "Le train est parti lundi pour Lyon.",
    "es": "El tren salió el lunes hacia Burgos.",
    "it": "Il treno è partito lunedì per Bari.",
    "nl": "De trein vertrok maandag naar Breda.",
    "pt": "O comboio partiu na segunda-feira para Faro.",
}


def kinds(language: str, old: str, new: str) -> list[str]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return [flag.kind.value for flag in newsdiff.compare(*sides).flags]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die erste Fassung des Gesetzes war strenger."),
        ("de", "Die erste Meldung kam um acht."),
        ("de", "Ein früherer Bericht nannte andere Gründe."),
        ("fr", "Une erreur s'est glissée dans le calcul des retraites."),
        ("fr", "La première version du projet prévoyait davantage."),
        ("fr", "Le stade (dont la façade a été modifiée) rouvre."),
        ("es", "La primera versión de la ley era más dura."),
        ("es", "Una versión anterior de la norma fue rechazada."),
        ("es", "Este medio de transporte retira coches de la calle."),
        ("it", "La prima versione del decreto era più severa."),
        ("nl", "Het artikel werd door de senaat gewijzigd."),
        ("pt", "A primeira versão do projeto era mais dura."),
    ],
)
def test_versions_of_other_things_are_no_notes(language: str, sentence: str) -> None:
    assert "correction" not in kinds(language, NEWS[language], f"{NEWS[language]} {sentence}")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("de", "Korrigendum vom 4. Mai: Der Ort stimmte nicht."),
        ("de", "Im Text stand zunächst ein anderer Ort."),
        ("de", "In der Überschrift hieß es irrtümlich Berlin."),
        ("de", "Eine frühere Version dieses Beitrags nannte Berlin."),
        ("de", "Eine ältere Fassung enthielt ein anderes Ziel."),
        ("de", "Hinweis: Das Ziel war falsch angegeben."),
        ("de", "(Berichtigung)"),
        ("de", "Die Angabe zum Ziel haben wir nachträglich berichtigt."),
        ("fr", "Le titre de cet article a été modifié après publication."),
        ("fr", "Cette dépêche annule et remplace la précédente."),
        ("es", "Por un error, se indicó que salió el martes."),
        ("fr", "Mis à jour avec les précisions de la préfecture."),
        ("es", "(Información actualizada a las 18:40.)"),
        ("pt", "Texto corrigido: o nome da cidade estava errado."),
        ("fr", "Une erreur s'était glissée dans notre titre."),
        ("fr", "Des erreurs se sont glissées dans la légende de la photo."),
        ("fr", "La précédente version de cette dépêche donnait Paris."),
        ("fr", "(La destination a été rectifiée.)"),
        ("fr", "Note : le chapô a été modifié."),
        ("es", "La versión inicial de esta noticia decía Madrid."),
        ("es", "Esta información se publicó originalmente con otro destino."),
        ("es", "Este diario rectifica el destino."),
        ("es", "Este periódico ha corregido el destino."),
        ("es", "Nota: el destino era erróneo."),
        ("it", "Questa informazione è stata corretta."),
        ("it", "(Articolo modificato alle 12)"),
        ("it", "La precedente versione di questo articolo indicava Roma."),
        ("nl", "Dit bericht werd later rechtgezet."),
        ("nl", "De oorspronkelijke versie van dit stuk noemde Gent."),
        ("nl", "(Tekst aangepast om 12.00 uur)"),
        ("pt", "[Título alterado às 12h]"),
        ("pt", "Notícia corrigida após alerta de um leitor."),
        ("pt", "A versão anterior desta reportagem indicava Lisboa."),
    ],
)
def test_note_that_comes_or_goes(language: str, note: str) -> None:
    news = NEWS[language]
    assert "correction" in kinds(language, news, f"{news} {note}")
    assert "correction" in kinds(language, f"{news} {note}", news)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Unfall geschah auf der B-27.", "Der Unfall geschah auf der B27."),
        ("fr", "Le sommet du G-7 commence.", "Le sommet du G7 commence."),
        ("es", "La M-30 está cerrada.", "La M30 está cerrada."),
        ("nl", "De E-40 is dicht.", "De E40 is dicht."),
        ("pt", "O avião F-16 caiu.", "O avião F16 caiu."),
    ],
)
def test_hyphen_of_a_code_is_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("fr", "La grève se poursuit dans les rues de Nantes.", "La grève se poursuit à Nantes."),
        ("es", "Cierran el aeropuerto de Burgos.", "Cierran el aeropuerto en Burgos."),
        ("it", "Il Papa riceve i malati.", "I malati sono ricevuti dal Papa."),
        ("pt", "O metro de Lisboa parou.", "O metro em Lisboa parou."),
        ("pt", "A feira do Porto abre hoje.", "A feira no Porto abre hoje."),
    ],
)
def test_preposition_is_no_part_of_a_name(language: str, old: str, new: str) -> None:
    assert "name" not in kinds(language, old, new)


def test_particle_behind_a_first_name_is() -> None:
    assert "name" in kinds("pt", "O juiz Rui Costa demitiu-se.", "O juiz Rui da Costa demitiu-se.")
    assert "name" in kinds("nl", "Rechter Jan van Dam stapt op.", "Rechter Jan Dam stapt op.")
