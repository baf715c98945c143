"""Acts, labels and notes in languages whose folders list them."""

import pytest

import newsdiff

ROWS = """
de | Zwei Verletzte bei Unfall in Graz | 2 Verletzte bei Unfall in Graz |
de | Der Mann wurde nach dem Streit leicht verletzt. | Nach dem Streit wurde der Mann leicht verletzt. |
de | Die Rentnerin fand den Schlüssel im Garten. | Die Frau fand den Schlüssel im Garten. |
de | Mann bei Messerangriff schwer verletzt | Mann bei Messerangriff getötet | event
de | Das Gericht sprach den Fahrer schuldig. | Das Gericht sprach den Fahrer vom Vorwurf der Untreue frei. | event
de | Der Bund erhöht die Abgabe. | Der Bund will die Abgabe senken. | event
de | Aktivisten blockieren die Brücke | Klimakleber blockieren die Brücke | label
de | Die Polizei sucht einen Mann. | Die Polizei sucht einen syrischen Mann. | label
fr | Le maire a démissionné lundi soir. | Lundi soir, le maire a démissionné. |
fr | Un habitant a été entendu par la police. | Un riverain a été entendu par la police. |
fr | Le suspect a été placé en garde à vue lundi. | Le suspect a été remis en liberté lundi. | event
fr | Des manifestants ont occupé la gare. | Des casseurs ont occupé la gare. | label
es | El vecino llamó a la policía. | Un vecino llamó a la policía. |
es | Aerolíneas canceló 68 vuelos. | Aerolíneas Argentinas canceló 68 vuelos. |
es | Un ciclista herido grave en Calp | Un ciclista muere en Calp | event
es | La ley de aguas entra en vigor. | La polémica ley de aguas entra en vigor. | label
it | Il sindaco ha parlato ai cittadini. | Il sindaco ha parlato ai residenti. |
it | Arrestato un uomo di Novara | Scarcerato un uomo di Novara | event
it | Protesta dei manifestanti a Roma | Protesta degli anarchici a Roma | label
nl | De bewoners klagen over lawaai. | De omwonenden klagen over lawaai. |
nl | De verdachte is veroordeeld. | De verdachte is vrijgesproken. | event
nl | Demonstranten trekken door Breda | Relschoppers trekken door Breda | label
pt | O morador chamou a polícia. | Um morador chamou a polícia. |
pt | O suspeito foi detido ontem. | O suspeito foi libertado ontem. | event
pt | Os manifestantes ocuparam a praça. | Os vândalos ocuparam a praça. | label
de | Die Soldaten nahmen den Minister fest. | Der Minister wurde von Soldaten gefangen genommen. |
de | Die Häuser am Hang wurden evakuiert. | Die Häuser am Hang wurden geräumt. |
de | Weitere Tote in der Schweiz identifiziert | Weitere Todesopfer in der Schweiz identifiziert |
de | Das Gericht weist den Antrag der Gemeinde ab. | Das Gericht gibt dem Antrag der Gemeinde statt. | event
de | Die Firma meldet drei Millionen Euro Gewinn. | Die Firma meldet drei Millionen Euro Verlust. | event
de | Die Behörde hebt das Fahrverbot auf. | Die Behörde verlängert das Fahrverbot. | event
de | Frachter im Sturm gesunken | Frachter im Sturm auf Grund gelaufen | event
fr | L'incendie a calciné deux hangars. | L'incendie a brûlé deux hangars. |
fr | L'avocat soutient que tout est faux. | L'avocat affirme que tout est faux. |
fr | La commission examine le texte. | La commission rejette le texte. | event
fr | Le juge donne raison au locataire. | Le juge déboute le locataire. | event
fr | Le cargo a coulé au large de Brest. | Le cargo s'est échoué au large de Brest. | event
fr | Le préfet maintient l'interdiction. | Le préfet lève l'interdiction. | event
es | El dólar asciende por tercer día. | El dólar ascendió por tercer día. |
es | El grupo rechazó los mensajes. | El grupo condenó los mensajes. |
es | La ley obliga a declarar el dinero. | La ley permite declarar el dinero. |
es | El juez hace lugar a la demanda. | El juez desestima la demanda. | event
es | Dos jóvenes resultaron heridos en la ruta 8. | Dos jóvenes perdieron la vida en la ruta 8. | event
es | Los manifestantes insultaron al alcalde. | Los manifestantes golpearon al alcalde. | event
it | Il Comune proroga il divieto. | Il Comune revoca il divieto. | event
it | La banca chiude l'anno con un utile di 3 milioni. | La banca chiude l'anno con una perdita di 3 milioni. | event
it | Ignoti hanno danneggiato la sede del partito. | Ignoti hanno dato fuoco alla sede del partito. | event
nl | De tennisser stopt na dit jaar. | De tennisser overweegt te stoppen na dit jaar. |
nl | De rechter wees de vordering af. | De rechter wees de vordering toe. | event
nl | Schip vergaan voor de kust van Texel | Schip vastgelopen voor de kust van Texel | event
pt | O juiz acolheu o pedido da empresa. | O juiz negou o pedido da empresa. | event
pt | A empresa teve lucro de 3 milhões. | A empresa teve prejuízo de 3 milhões. | event
de | Die Küstenwache setzt das Schiff fest. | Die Küstenwache beschlagnahmt das Schiff. |
fr | Le policier soupçonné part. | Le policier condamné part. | event
it | L'Italia batte la Serbia. | L'Italia batte la Polonia. |
nl | Twee Poolse chauffeurs kregen een boete. | Drie chauffeurs kregen een boete. | label
pt | Jovem negro foi visto no mercado. | Jovem foi visto no mercado. | label
es | El simpatizante de un partido ultranacionalista huyó. | El simpatizante de un partido conservador huyó. | label
"""
NOTES = """
de | In einer ersten Runde war der Bericht falsch, so das Amt. |
de | Wir haben unseren Plan geändert, sagt der Trainer. |
de | Am Ende haben wir einen Fehler bei der Summe berichtigt. | wir einen Fehler bei der Summe berichtigt
it | (Una precedente versione riportava una cifra diversa) | (Una precedente versione
it | Una precedente versione del software era lenta. |
pt | Morre o sambista Zeca Lima (versão corrigida) | (versão corrigida)
fr | Le texte de la loi a été corrigé par le Sénat. |
de | Korrektur 14 Uhr: Das Werk liegt in Steyr. | Korrektur 14 Uhr:
de | Streik bei der Bahn (aktualisiert) | (aktualisiert)
fr | La première version du logiciel est sortie. |
fr | Dans cet article, nous avons écrit par erreur qu'il était maire. | cet article, nous avons écrit par erreur
es | El primer titular del equipo marcó dos goles. |
es | Corrige: El banco no sube la tasa | Corrige:
it | Il testo corretto della legge non è noto. |
it | AGGIORNAMENTO – La frana ha interessato la statale. | AGGIORNAMENTO –
pt | [Em atualização] O incêndio está em resolução | [Em atualização]
nl | UPDATE. Club Brugge mag fans meenemen | UPDATE.
it | Disperso un pescatore – Aggiornato | – Aggiornato
nl | Het plan is aangepast. |
nl | Zo ziet het stadion eruit (herzien) | (herzien)
pt | A versão anterior do carro era maior. |
pt | A versão anterior deste texto dizia outra coisa. | versão anterior deste texto
"""


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "old", "new", "kind"), rows(ROWS))
def test_acts_and_labels(language: str, old: str, new: str, kind: str) -> None:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    found = {flag.kind.value for flag in newsdiff.compare(*sides).flags} & {"event", "label"}
    assert found == ({kind} if kind else set())


@pytest.mark.parametrize(("language", "text", "note"), rows(NOTES))
def test_notes(language: str, text: str, note: str) -> None:
    sides = (newsdiff.article(["Lorem ipsum.", *more], language=language) for more in ((), (text,)))
    flags = [flag for flag in newsdiff.compare(*sides).flags if flag.kind.value == "correction"]
    assert bool(flags) is bool(note)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "La cantina guarda ai mercati asiatici.", "La cantina chiude un anno e guarda ai mercati."),
        ("pt", "“Não recebi nada”, alega o diretor.", "“Não recebi um centavo”, alega o diretor."),
    ],
)
def test_an_article_before_a_unit_counts_nothing_alone(language: str, old: str, new: str) -> None:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    assert "number" not in {flag.kind.value for flag in newsdiff.compare(*sides).flags}


def test_a_sentence_behind_a_note_is_part_of_it() -> None:
    note = "Hinweis: Dieser Artikel wurde um eine Stellungnahme ergänzt."
    told = []
    for first in ("Der Rat hat getagt.", note):
        old, new = (newsdiff.article(["Lorem.", text], language="de") for text in (first, f"{first} Sie war knapp."))
        told.append({flag.kind.value for flag in newsdiff.compare(old, new).flags} & {"correction"})
    assert told == [set(), {"correction"}]


@pytest.mark.parametrize(
    ("language", "kind", "old", "new"),
    [
        ("de", "name", "Die Drohne kam von Osten.", "Die Drohne kam laut Grenzschutz von Osten."),
        ("de", "name", "Ein Mann schlägt um sich.", "Ein Neonazi schlägt um sich."),
        ("fr", "name", "Le plan est prêt.", "Le plan est prêt. Mis à jour le 12 octobre avec la réaction de l'OSR."),
        ("fr", "date", "Le plan est prêt. [Actualisé à 11 h 20]", "Le plan est prêt. [Corrigé à 12 h 05]"),
        ("fr", "date", "La maison fut fouillée au matin.", "La maison a été fouillée au matin."),
        ("fr", "number", "Le foyer de Trois-Rivières ferme.", "Le foyer de Drummondville ferme."),
        ("es", "number", "La banda Los Bunkers toca hoy.", "La banda Los Tres toca hoy."),
        ("es", "number", "Lo dijo este diario.", "Lo dijo este medio."),
        ("de", "date", "Der Rat tagt.", "Aktualisiert um 17.40 Uhr: Der Rat tagt."),
    ],
)
def test_what_has_a_kind_of_its_own_is_told_once(language: str, kind: str, old: str, new: str) -> None:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    assert kind not in {flag.kind.value for flag in newsdiff.compare(*sides).flags}
