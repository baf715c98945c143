"""One value in other words, in four languages, is quiet; another value in nearly the same words is not."""

from collections.abc import Callable

import pytest

from newsdiff.model import Flag, FlagKind

Found = Callable[..., tuple[Flag, ...]]

_SAME = [
    ("en", "The port lost $4 billion on ferries.", "The port lost $4B on ferries."),
    ("en", "The budget (2014-2015) is out.", "The budget (2014-15) is out."),
    ("en", "The report starts in the coming week.", "The report starts next week."),
    ("en", "The village has a 5G mast.", "The village has a mast."),
    ("en", "It reached up to $1.5m.", "It reached as much as $1.5m."),
    ("en", "About one in 10 of them left.", "About 10% of them left."),
    ("en", "The vote is on 3rd May.", "The vote is on the 3rd of May."),
    ("en", "They had two hours to leave.", "They had tow hours to leave."),
    ("de", "Es kamen Zehtausende zum Fest.", "Es kamen Zehntausende zum Fest."),
    ("en", "Hundreds of people came.", "Several hundred people came."),
    ("de", "Der Streik dauerte zwei Wochen.", "Der Streik dauerte 14 Tage."),
    ("de", "Er dauerte ein Jahr.", "Er dauerte zwölf Monate."),
    ("de", "Hunderte Menschen kamen.", "Mehrere Hundert Menschen kamen."),
    ("de", "Sie kam am Samstag an.", "Sie kam am Sonnabend an."),
    ("es", "Duró dos semanas.", "Duró catorce días."),
    ("es", "Cientos de personas fueron.", "Centenares de personas fueron."),
    ("fr", "La grève a duré un an.", "La grève a duré douze mois."),
    ("de", "Er sprang auf Platz 6 der Tabelle.", "Er sprang auf den 6. Platz der Tabelle."),
    ("de", "Er starb am vergangenen Montag.", "Er starb am letzten Montag."),
    ("de", "Sie kommt nächste Woche an.", "Sie kommt in der kommenden Woche an."),
    ("de", "Er beklagte den Tod zweier Männer.", "Er beklagte den Tod von zwei Männern."),
    (
        "de",
        "Es heißt, dass Vodafone drei jährliche Prüfungen plant.",
        "Es heißt, dass Vodafone 3 jährliche Prüfungen plant.",
    ),
    ("de", "Sie sagte: „Wir haben drei Jahre Zeit.“", "Sie sagte: „Wir haben 3 Jahre Zeit.“"),
    ("es", "Ocupa un cuarto de los escaños.", "Ocupa una cuarta parte de los escaños."),
    ("es", "Ocupa la mitad de los escaños.", "Ocupa el 50% de los escaños."),
    ("es", "Firmará un segundo contrato.", "Firmará un 2º contrato."),
    ("es", "El lunes pasado firmó el pacto.", "El pasado lunes firmó el pacto."),
    ("en", "It fell below $65,000 then.", "It fell below US $65,000 then."),
    ("en", "It costs millions of pounds to run.", "It costs £ millions to run."),
    ("en", 'She said: "We met at 6pm in May."', 'She said: "We met at 18:00 in May."'),
    ("en", 'She said: "It took 5 million litres."', 'She said: "It took 5,000,000 litres."'),
    ("es", "Dijo: “Llegó el 24 de mayo de 2025”.", "Dijo: “Llegó el 24/5/2025”."),
    ("fr", "« Il a fui et revient », dit Anne Roy.", "« Il a fui, dit Anne Roy, et revient. »"),
    ("de", "„Er floh, sagte Anna, und kam zurück.“", "„Er floh und kam zurück“, sagte Anna."),
    ("fr", "Un pic depuis juillet 2019. Il baisse.", "Un pic depuis juil. 2019. Il baisse."),
    ("fr", "Ils occupent la moitié des sièges.", "Ils occupent 50 % des sièges."),
    ("fr", "Un second homme est mort.", "Un deuxième homme est mort."),
]

_OTHER = [
    ("number", "en", "Exports slowed (+1.3%) in June.", "Exports slowed (-1.3%) in June."),
    ("number", "en", "Exports fell in June (\u20132.1% in May).", "Exports fell in June (2.1% in May)."),
    ("number", "en", "She was sentenced to over 27 years.", "She was sentenced to 27 years."),
    ("number", "en", "Police named the third victim.", "Police named three victims."),
    ("number", "en", "The village has a 5G mast.", "The village has a 4G mast."),
    ("number", "en", "Two people were hurt in both crashes.", "People were hurt in both crashes."),
    ("number", "en", "The yard sold 0 boats in a zero-sum game.", "The yard sold boats in a zero-sum game."),
    ("date", "en", "The budget (2014-2015) is out.", "The budget (2016-2017) is out."),
    ("number", "de", "Der Umsatz stieg um 5 Prozent.", "Der Umsatz stieg auf 5 Prozent."),
    ("number", "de", "Sie trug eine zweite Sohle.", "Sie trug eine dritte Sohle."),
    ("number", "de", "Er sagte das zweimal.", "Er sagte das dreimal."),
    ("number", "es", "Cayó de un quinto piso.", "Cayó de un sexto piso."),
    ("number", "es", "Firmará un segundo contrato.", "Firmará un tercer contrato."),
    ("number", "es", "Ocupa la mitad de los escaños.", "Ocupa una cuarta parte de los escaños."),
    ("number", "es", "Vale 4.200 millones de euros.", "Vale 4.200 mil millones de euros."),
    ("number", "es", "Las ventas subieron un 5 por ciento.", "Las ventas subieron al 5 por ciento."),
    ("date", "es", "El mes pasado subió el consumo.", "El mes próximo subió el consumo."),
    ("number", "fr", "Une légère hausse (+1,3 %) en juin.", "Une légère hausse (+1,3) en juin."),
    ("number", "fr", "Une deuxième victime est morte.", "Une troisième victime est morte."),
    ("number", "fr", "Les ventes ont augmenté de 5 %.", "Les ventes ont augmenté à 5 %."),
    ("number", "en", "It lasts less than a week here.", "It lasts less than a month here."),
    ("number", "en", "The board meets twice a year.", "The board meets twice a month."),
    ("number", "en", "It costs millions of pounds to run.", "It costs millions of dollars to run."),
    ("number", "en", "Cut emissions by 7–10% soon.", "Cut emissions by 7–10 soon."),
    ("number", "de", "27 Mio. Follower freuen sich.", "28 Mio. Follower freuen sich."),
    ("date", "de", "Das Fest gibt es seit 2018 in Celle.", "Das Fest gibt es bis 2018 in Celle."),
    ("date", "de", "Er bleibt bis zum 5. Mai im Amt.", "Er bleibt ab dem 5. Mai im Amt."),
    ("date", "de", "Schon im vergangenen Herbst kam es dazu.", "Schon im vergangenen Frühjahr kam es dazu."),
    ("date", "es", "El cierre dura hasta el 8 de junio.", "El cierre dura desde el 8 de junio."),
    ("date", "es", "Lo anunciaron a principios de mes.", "Lo anunciaron a finales de mes."),
    ("number", "en", "Police arrested 12 men.", "Police arrested dozens of men."),
    ("number", "de", "Die Polizei nahm 100 Männer fest.", "Die Polizei nahm Hunderte Männer fest."),
    ("number", "es", "Detuvieron a 100 hombres.", "Detuvieron a cientos de hombres."),
    ("number", "fr", "Elle a duré un an et coûté cher.", "Elle a duré une semaine et coûté cher."),
    ("date", "de", "Die Wahl ist am Montagabend.", "Die Wahl ist am Montagmorgen."),
    ("number", "en", "It costs £5 a week.", "It costs £5 a month."),
    ("number", "en", "Profits rose threefold.", "Profits rose twofold."),
    ("number", "de", "Es kostet 5 Euro pro Woche.", "Es kostet 5 Euro pro Monat."),
    ("number", "es", "Cuesta 5 euros por semana.", "Cuesta 5 euros por mes."),
    ("number", "fr", "Cela coûte 5 euros par semaine.", "Cela coûte 5 euros par mois."),
    ("number", "fr", "Elle a deux enfants.", "Elle a trois enfants."),
    ("number", "fr", "Il est mort il y a deux jours.", "Il est mort il y a trois jours."),
    ("date", "fr", "Vers 18 heures, il est parti.", "À 18 heures, il est parti."),
    ("date", "es", "La votación es el lunes.", "La votación es el lunes por la noche."),
    ("date", "es", "Hacia las 18.00 empezó.", "A las 18.00 empezó."),
    ("number", "de", "Der Klub sprang auf Platz sechs.", "Der Klub sprang auf Platz drei."),
    ("number", "de", "Fast die Hälfte der Wähler kam.", "Mehr als die Hälfte der Wähler kam."),
    ("number", "es", "La mitad de los votantes fue.", "Casi la mitad de los votantes fue."),
    ("number", "fr", "Plus de la moitié sont venus.", "La moitié sont venus."),
    ("number", "es", "Los precios se duplicaron.", "Los precios se triplicaron."),
    ("date", "fr", "Il part avant lundi.", "Il part après lundi."),
    ("date", "fr", "Il part en janvier prochain.", "Il part en janvier dernier."),
]


@pytest.mark.parametrize(("language", "old", "new"), _SAME)
def test_one_value_in_other_words_is_quiet(language: str, old: str, new: str, found: Found):
    kinds = {f.kind for f in found(old, new, language)}
    assert kinds.isdisjoint((FlagKind.NUMBER, FlagKind.DATE, FlagKind.QUOTE))


@pytest.mark.parametrize(("kind", "language", "old", "new"), _OTHER)
def test_another_value_is_told(kind: str, language: str, old: str, new: str, found: Found):
    assert kind in {f.kind for f in found(old, new, language)}
    assert kind in {f.kind for f in found(new, old, language)}


@pytest.mark.parametrize(("kind", "language", "old", "new"), [row for row in _OTHER if row[0] == "date"])
def test_a_day_told_as_another_has_one_flag(kind: str, language: str, old: str, new: str, found: Found):
    assert [f.kind for f in found(old, new, language)] == [kind]
