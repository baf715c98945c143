"""Two nouns, or two counts, changed places in languages without a dictionary; word order alone is quiet."""

import pytest

import newsdiff

ROWS = """
de | Den Hund biss der Mann. | Der Mann biss den Hund. |
de | Am Montag brannte die Mole. | Die Mole brannte am Montag. |
de | Das Gesetz unterschrieb Brandt. | Brandt unterschrieb das Gesetz. |
de | Im Hafen liegt ein Schiff. | Ein Schiff liegt im Hafen. |
de | Der Wirt und die Köchin stritten. | Die Köchin und der Wirt stritten. |
es | Ayer murió el alcalde. | El alcalde murió ayer. |
es | En Lugo ardió la fábrica. | La fábrica ardió en Lugo. |
es | El acuerdo lo firmó el rey. | El rey firmó el acuerdo. |
es | Llegaron dos barcos y un tren. | Llegaron un tren y dos barcos. |
fr | Le maire et le juge parlent. | Le juge et le maire parlent. |
fr | À Lens, la mairie a brûlé. | La mairie a brûlé à Lens. |
de | Die Polizei griff Fans an. | Fans griffen die Polizei an. | event
de | Der Mieter klagte gegen den Wirt. | Der Wirt klagte gegen den Mieter. | event
es | La policía atacó a los hinchas. | Los hinchas atacaron a la policía. | event
fr | La police a attaqué les marins. | Les marins ont attaqué la police. | event
fr | La Russie attaque l'Ukraine. | L'Ukraine attaque la Russie. | event
de | Zwei Männer und eine Frau starben. | Ein Mann und zwei Frauen starben. | number
es | Dos hombres y una mujer murieron. | Un hombre y dos mujeres murieron. | number
fr | Deux hommes et une femme sont morts. | Un homme et deux femmes sont morts. | number
es | Todos los pozos están secos. | Algunos pozos están secos. | wording
fr | Tous les ponts sont fermés. | Quelques ponts sont fermés. | wording
de | Alle Häfen sind zu. | Einige Häfen sind zu. | wording
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_what_changed_places(row: str) -> None:
    language, old, new, kind = map(str.strip, row.split("|"))
    report = newsdiff.compare(*(newsdiff.article([text], language=language) for text in (old, new)))
    assert report.faults == ()
    assert [f.kind for f in report.flags] == ([kind] if kind else [])
