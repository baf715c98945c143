"""What six languages write in their own ways, and the same kinds of change in each of them; silence first."""

import pytest

import newsdiff

ROWS = """
de | Ein Wolfsburger Zulieferer baut ab. | Ein Zulieferer aus Wolfsburg baut ab. | -name
de | Der Bremer Hafen ist seit gestern zu. | Der Hafen von Bremen ist seit gestern zu. | -name
de | Das Göttinger Institut forscht weiter. | Das Institut in Göttingen forscht weiter. | -name
de | Der Brunnen wird jeden Monat kontrolliert. | Der Brunnen wird jeden Monat überprüft. | -event
de | Eine radikale Reform ist geplant. | Geplant ist eine tiefgreifende Reform. | -label
de | Die Firma aus Essen baut ab. | Die Firma aus Emden baut ab. | name
de | Regierungsrat Jens Moll lehnt ab. | Regierungspräsident Jens Moll lehnt ab. | title
de | Kammersängerin Ulrike Kessel ist tot. | Volksschauspielerin Ulrike Kessel ist tot. | title
de | Drei Jugendliche wurden festgenommen. | Drei Jugendliche wurden weggewiesen. | event
de | Die Demonstration wurde aufgelöst. | Die Demonstration wurde verboten. | event
de | Die vorbestrafte 29-Jährige floh am Abend. | Die 29-Jährige floh am Abend. | label
de | UN-Gesandter Toft warnt. | Uno-Gesandter Toft warnt. | -negation
de | UN-Gesandter Toft warnt. | Uno-Gesandter Toft warnt. | -name
de | 300 Häuser ohne Gas. | 300 Häuser betroffen: Gasleck am Hafen. | -negation
de | Die Häuser sind ohne Gas. | Die Häuser sind mit Gas versorgt. | negation
de | Ein Fehler brachte das Aus. | Ein nicht verzeihbarer Fehler brachte das Aus. | -negation
de | Der Fehler ist verzeihbar. | Der Fehler ist nicht verzeihbar. | negation
de | Toft weist Vorwürfe der Bank zurück. | Toft dementiert Vorwürfe der Bank. | -negation
de | Video nach angeblichem Angriff. | Video zu angeblichen Angriffen. | -modality
de | Toft ist der einzige Arzt dort. Der Arzt Ole Kalm kam nie. | Toft war der einzige Arzt dort. | -negation
de | Ex-Vizekanzler Timo Kranz geht. | Ex-Vizekanzler Kranz geht. | -name
de | GTZX-Star Timo Kranz geht. | Timo Kranz geht. | name
de | Ein Viertel der Firmen zahlt. | Jede vierte Firma zahlt. | -number
de | Jeder Zehnte zahlt. | Jeder Achte zahlt. | number
de | Fast jeder Zehnte zahlt. | Jeder Zehnte zahlt. | number
de | Er wurde der Zweite. | Er wurde als Zweiter. | -number
de | Zehntausende waren ohne Gas. | 45.000 waren ohne Gas. | number
de | Ioniq 6 punktet dort. | Ioniq 5 punktet dort. | -number
de | TestsSkoda Velmo im Test | TippsSkoda Velmo im Test | -name
de | Eine IT-Firma zahlt. | Eine Firma zahlt. | -name
de | Feuerwerk zu Silvester kaufen Kinder. | Feuerwerk kaufen Kinder. | date
de | Drei Häuser brennen. | Drei Häuser brennen nach Polizeiangaben. | attribution
de | Nach Betreiber-Angaben hält der Deich. | Nach Angaben des Betreibers hält der Deich. | -attribution
de | Nach Zeugenangaben hält der Deich. | Nach Polizeiangaben hält der Deich. | attribution
de | Die Einwanderungspolitik endet. | Die Politik endet. | -label
de | Gestern sprach Merz kurz. | Gestern sprach er kurz. | name
de | Viele wollen Öl kaufen. | Viele wollen Gas kaufen. | -name
de | Der Kuba-Malta-Gipfel endet. | Der Malta-Gipfel endet. | name
de | Er kam am Mittwoch früh an. | Er kam am Mittwochmorgen an. | -date
de | Er kam am Mittwochabend an. | Er kam am Mittwoch Abend an. | -date
de | Er kam am Mittwochabend an. | Er kam am Mittwochmorgen an. | date
de | Er kam am Mittwoch an. | Er kam am Mittwochabend an. | date
de | Der Dieb sei geflohen, hieß es. | Der Dieb sei geflohen. | attribution
de | Der Platz hieß Marktplatz. | Der Platz ist der Marktplatz. | -attribution
de | Er spielt bei Velmia Dortmund. | Er spielt in Dortmund. | name
de | Er spielt bei Holstein Kiel. | Er spielt in Kiel. | name
de | Es siegte Timo Kranz. | Es siegte Kranz. | -name
de | TestsSkoda Velmo im Schnee | Skoda Velmo im Schnee | -name
de | Skoda Velmo im Schnee | TestsSkoda Velmo im Schnee | -name
de | TestsSkoda Velmo im Schnee | Seat Velmo im Schnee | name
de | Die Schlacht war am 2. März 1477. | Die Schlacht war am 2. März 1476. | date
fr | Le thé non sucré est servi ici. | Le thé sans sucre est servi ici. | -negation
fr | Le café est non loin de la gare. | Le café est près de la gare. | -negation
fr | Le mécanicien a inspecté le moteur. | Le moteur a été examiné par le mécanicien. | -event
fr | Le policier a été reconnu coupable. | Le policier a été reconnu non coupable. | negation
fr | Un accord contraignant a été signé. | Un accord non contraignant a été signé. | negation
fr | Le chalutier a été arraisonné au large. | Le chalutier a été contrôlé au large. | event
fr | Le suspect, converti à l'islam, était connu. | Le suspect était connu. | label
fr | Il est né en août 1642 à Dole. | Il est né en août 1643 à Dole. | date
es | Fue una broma de mal gusto. | Fue una broma desafortunada, nada más. | -negation
es | El guía sale antes de la subida al cerro. | El guía sale antes del ascenso al cerro. | -event
es | Los niños huyeron de la lluvia. | Los niños escaparon de la lluvia. | -event
es | La cooperativa ha pagado los atrasos. | La cooperativa sigue sin pagar los atrasos. | negation
es | El chófer atropelló a Ana y huyó. | El chófer atropelló a Ana y la auxilió. | event
es | La batalla fue el 2 de marzo de 1477. | La batalla fue el 2 de marzo de 1476. | date
it | La salita al monte dura un'ora. | L'ascesa al monte dura un'ora. | -event
it | Il comune ha pagato i debiti. | Il comune continua a non pagare i debiti. | negation
it | Il prezzo dovrebbe salire a maggio. | Il prezzo dovrebbe calare a maggio. | event
it | La battaglia fu il 2 marzo 1477. | La battaglia fu il 2 marzo 1476. | date
nl | Zij zegt: „Ik gaf ze koffie.” | Zij zegt: ‘Ik gaf ze koffie.’ | -quote
nl | Zij gingen 's avonds. „Ik gaf ze koffie.” | Zij gingen 's avonds. ‘Ik gaf ze koffie.’ | -quote
nl | Zij zegt: „Ik gaf ze koffie.” | Zij zegt: „Ik gaf ze thee.” | quote
nl | De slag was op 2 maart 1477. | De slag was op 2 maart 1476. | date
pt | A ONG Rio Vivo é ligada a uma igreja. | A ONG Rio Verde é ligada a uma igreja. | name
pt | O imposto vai subir em maio. | O imposto vai descer em maio. | event
pt | A subida ao monte dura uma hora. | A ascensão ao monte dura uma hora. | -event
pt | A batalha foi em 2 de março de 1477. | A batalha foi em 2 de março de 1476. | date
en | The NGO Clear Lake sued the mine. | The NGO Clear Water sued the mine. | name
en | It was fought on 2 March 1477 near Nancy. | It was fought on 2 March 1476 near Nancy. | date
en | He was born on May 5, 1742, in Hull. | He was born on May 5, 1743, in Hull. | date
en | In March 1477 men came. | In March 1477 men left. | -date
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_kind_is_told_or_not(row: str) -> None:
    language, old, new, kind = map(str.strip, row.split("|"))
    before, after = (newsdiff.article(["Text.", text], language=language) for text in (old, new))
    report = newsdiff.compare(before, after)
    assert report.faults == ()
    assert (kind.removeprefix("-") in {f.kind for f in report.flags}) is not kind.startswith("-")
