"""What is form in other languages than English, and how German tells a name from a noun."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import newsdiff
from newsdiff.flags.forms.accents import accents_tell
from newsdiff.flags.forms.rejoined import rejoined
from newsdiff.flags.forms.same_words import same_words
from newsdiff.flags.forms.stems import stemmer
from newsdiff.flags.forms.units import units
from newsdiff.flags.forms.written_figures import date_at, time_at, value_at
from newsdiff.flags.read.compound_numerals import compound_number
from newsdiff.flags.read.large_nouns import is_noun
from newsdiff.flags.read.times.clock_forms import bare_day, written_time
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language import table
from newsdiff.language.gendered import gendered
from newsdiff.language.table import WordTable
from newsdiff.model import FlagSettings


def words(language: str) -> WordTable:
    found = table(language)
    assert found is not None
    return found


def kinds(language: str, old: str, new: str) -> list[str]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return [flag.kind.value for flag in newsdiff.compare(*sides).flags]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Er sagte, daß die Straße zu ist.", "Er sagte, dass die Strasse zu ist."),
        ("de", "Rund 1,2 Mio. Euro fehlen.", "Rund 1.200.000 Euro fehlen."),
        ("de", "Alle Lehrerinnen und Lehrer streiken.", "Alle Lehrer*innen streiken."),
        ("de", "Die Sitzung am 3. März fällt aus.", "Die Sitzung am 03.03. fällt aus."),
        ("de", "Es beginnt um 14.30 Uhr.", "Es beginnt um 14:30 Uhr."),
        ("de", "Das Photo zeigt den 5-köpfigen Rat.", "Das Foto zeigt den fünfköpfigen Rat."),
        ("fr", "La séance débute à 14h30.", "La séance débute à 14 h 30."),
        ("fr", "Quatre-vingt-dix élèves sont absents.", "90 élèves sont absents."),
        ("fr", "« Nous partons », a dit le maire.", '"Nous partons", a dit le maire.'),
        ("fr", "Les étudiants et les étudiantes partent.", "Les étudiant·e·s partent."),
        ("es", "Costará 1,2 millones de euros.", "Costará 1.200.000 euros."),
        ("es", "EEUU cierra la frontera con Canadá.", "Estados Unidos cierra la frontera con Canadá."),
        ("pt", "A rede eléctrica falhou.", "A rede elétrica falhou."),
    ],
)
def test_form_is_quiet(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize(
    ("language", "kind", "old", "new"),
    [
        ("de", "title", "Verkehrsministerin Anna Kohl geht.", "Ex-Verkehrsministerin Anna Kohl geht."),
        ("de", "title", "Finanzminister Karl Lehmann geht.", "Innenminister Karl Lehmann geht."),
        ("de", "attribution", "Der Polizei zufolge floh der Mann.", "Der Mann floh."),
        ("de", "attribution", "Der Mann floh, teilte die Polizei mit.", "Der Mann floh."),
        ("de", "modality", "Der Mann soll zwei Kinder bedroht haben.", "Der Mann hat zwei Kinder bedroht."),
        ("de", "name", "Der Zug fuhr von Hamburg nach Kassel.", "Der Zug fuhr von Hamburg nach Göttingen."),
        ("fr", "attribution", "L'homme était armé, a indiqué le parquet.", "L'homme était armé."),
        ("fr", "negation", "Le maire n'est plus candidat.", "Le maire est candidat."),
        ("fr", "modality", "Le ministre libérerait trois otages.", "Le ministre libère trois otages."),
        ("es", "title", "El presidente Juan Soto dimitió.", "El presidente en funciones Juan Soto dimitió."),
        ("es", "title", "El vicepresidente Juan Soto dimitió.", "El expresidente Juan Soto dimitió."),
        ("es", "negation", "No ha venido nadie al acto.", "Ha venido gente al acto."),
    ],
)
def test_facts_are_told(language: str, kind: str, old: str, new: str) -> None:
    assert kind in kinds(language, old, new)


@pytest.mark.parametrize("noun", ["störung", "lagerhalle", "polizei", "geflüchtete", "redaktion", "verkehrsversuch"])
def test_german_nouns(noun: str) -> None:
    assert is_noun(noun, words("de"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Der Zug hielt wegen einer Störung.", "Der Zug hielt wegen eines Unfalls."),
        ("Die Feuerwehr löschte den Brand.", "Die Feuerwehr löschte die Flammen."),
        ("Ein Nachbar rief den Notarzt.", "Eine Anwohnerin rief den Rettungsdienst."),
    ],
)
def test_german_nouns_are_no_names(old: str, new: str) -> None:
    assert kinds("de", old, new) == ["wording"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Anna Koch kommt zu spät.", "Anna Wolf kommt zu spät."),
        ("Laut Müller ist es fertig.", "Laut Krause ist es fertig."),
    ],
)
def test_family_names_that_are_nouns(old: str, new: str) -> None:
    assert "name" in kinds("de", old, new)


@pytest.mark.parametrize(
    ("language", "a", "b", "same"),
    [
        ("de", "sperrt", "gesperrt", True),
        ("fr", "libérer", "libère", True),
        ("es", "pedirá", "pedir", True),
        ("es", "pedirá", "perdió", False),
    ],
)
def test_stems(language: str, a: str, b: str, same: bool) -> None:
    cut = stemmer(words(language))
    assert (cut(a) == cut(b)) is same


def test_variants_are_of_one_language() -> None:
    old, new = Tokens("z. B. hundertster"), Tokens("zum Beispiel 100.")
    assert list(map(len, same_words(old, new, words("de")))) == [len(old), len(new)]
    assert len(same_words(old, new, words("fr"))[0]) < len(old)


def _lines(name: str) -> Iterator[list[str]]:
    text = (Path(__file__).parent / "languages" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_what_a_copy_editor_changes_is_quiet(language: str) -> None:
    """Spellings, abbreviations, figures, times, dates, initials, doublets, elisions and joints of sentences."""
    told = [(old, new) for code, old, new in _lines("forms.tsv") if code == language and kinds(language, old, new)]
    assert told == []


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_a_fact_beside_another_form_is_told(language: str) -> None:
    missed = [
        (kind, old, new)
        for code, kind, old, new in _lines("facts.tsv")
        if code == language and kind not in kinds(language, old, new)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("de", "am 3.11. um 14.30 Uhr", ["am", "<day 3>", "<month 11>", "um", "<t14:30>"]),
        ("es", "€ 5 o 7 grados bajo cero", ["<n5>", "<euro>", "o", "<n-7>", "<degree>"]),
        ("fr", "presqu'au XXIe", ["presqu'", "au", "<n21>"]),
        ("it", "due (2) sulla A4", ["<n2>", "sulla", "a", "<n4>"]),
        ("nl", "achtjarig, 8-jarig", ["<n8>jarig", "<n8>jarig"]),
        ("pt", "a terceira casa", ["a", "<n3>", "casa"]),
    ],
)
def test_units(language: str, text: str, forms: list[str]) -> None:
    assert [unit.form for unit in units(Tokens(text), words(language))] == forms


def test_letters_inside_names_stay() -> None:
    old, new, table_of = Tokens("Sophie Walther"), Tokens("Sofie Walter"), words("de")
    assert same_words(old, new, table_of, respelled=False) == (frozenset(), frozenset())
    assert len(same_words(old, new, table_of)[0]) == len(old)


def test_written_values() -> None:
    german = words("de")
    assert date_at(Tokens("dritter Mai"), 0, german) == (("<day 3>", "<month 5>"), 2)
    assert date_at(Tokens("drei Mal"), 0, german) is None
    assert time_at(Tokens("18 Uhr"), 0, german) == (("<t18:00>",), 2)
    assert time_at(Tokens("18 Leute"), 0, german) is None
    assert value_at(Tokens("minus acht"), 0, german) == (("<n-8>",), 2)
    assert value_at(Tokens("Haus"), 0, german) is None


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [
        ("de", "zweitausendfünfhundert", 2500),
        ("de", "hundertfünfundzwanzig", 125),
        ("de", "tausendfüßler", None),
        ("nl", "twaalfhonderd", 1200),
        ("it", "centottanta", 180),
        ("it", "milleduecento", 1200),
        ("fr", "centaines", None),
    ],
)
def test_numbers_in_one_word(language: str, word: str, value: float | None) -> None:
    assert compound_number(word, words(language)) == value


@pytest.mark.parametrize(
    ("language", "old", "new", "tells"),
    [
        ("es", "si", "sí", True),
        ("es", "hablo", "habló", True),
        ("es", "sólo", "solo", False),
        ("es", "decision", "decisión", False),
        ("fr", "tue", "tué", True),
        ("fr", "maitre", "maître", False),
        ("it", "citta'", "città", False),
        ("it", "perchè", "perché", False),
        ("it", "pero", "però", True),
        ("pt", "pára", "para", False),
        ("pt", "pode", "pôde", True),
        ("de", "wurde", "würde", True),
        ("nl", "reunie", "reünie", False),
    ],
)
def test_accents_that_make_another_word(language: str, old: str, new: str, tells: bool) -> None:
    assert accents_tell(Tokens(old), Tokens(new), words(language)) is tells


class _Part(NamedTuple):
    text: str
    block: int

    @property
    def bag(self) -> frozenset[str]:
        return frozenset(self.text.split())

    @property
    def told(self) -> frozenset[str]:
        return self.bag


def _together(a: _Part, b: _Part) -> _Part:
    return _Part(f"{a.text} {b.text}", a.block)


def test_sentences_that_the_other_side_joins() -> None:
    parts, whole = [_Part("es ist kalt", 0), _Part("es schneit", 0)], [_Part("es ist kalt und es schneit", 0)]
    assert rejoined(parts, whole, _together) == [_Part("es ist kalt es schneit", 0)]
    assert rejoined(parts, [_Part("es ist kalt", 0)], _together) == parts
    assert rejoined(whole, parts, _together) == whole
    cut, spelled = [_Part("la profa.", 0), _Part("lópez habla", 0)], [_Part("la profesora lópez habla", 0)]
    assert rejoined(cut, spelled, _together) == [_Part("la profa. lópez habla", 0)]


def test_forms_for_women_and_men() -> None:
    assert [stem for _, _, stem in gendered("Schüler:innen, Ärztinnen und Ärzte, Bürger")] == ["schüler", "ärzt"]
    assert list(gendered("In Innenstädten und auf Land und Meer")) == []


def test_times_and_days() -> None:
    tokens = Tokens("à 14h30 ou jusqu'au 30 .")
    assert written_time(tokens, 1, words("fr")) == (14, "30", 2)
    assert written_time(Tokens("14 millions"), 0, words("fr")) is None
    assert written_time(Tokens("alle 7,30 di"), 1, words("it")) == (7, "30", 1)
    assert bare_day(tokens, 5, words("fr"))
    assert not bare_day(Tokens("au 30 personnes"), 1, words("fr"))


def test_a_family_name_is_known_by_the_first_name_elsewhere() -> None:
    body = "Der Haushalt ist beschlossen, wie Friedrich Wagenknecht am Montag in Berlin mitteilte."
    sides = (
        newsdiff.article([body], headline=f"{who} will neue Steuern", language="de") for who in ("Wagenknecht", "Er")
    )
    assert "name" in {flag.kind.value for flag in newsdiff.compare(*sides).flags}


def test_a_kicker_glued_to_a_headline_is_no_name() -> None:
    assert kinds("de", "NewsGehalt und Rente steigen im Juli.", "Gehalt und Rente steigen im Juli.") != ["name"]


def test_a_reader_may_name_the_language() -> None:
    sides = [newsdiff.article(["Lorem.", text], language="xx") for text in ("Kein Halt.", "Halt.")]
    assert newsdiff.compare(*sides).notes
    told = newsdiff.compare(*sides, FlagSettings(language="de"))
    assert [flag.kind.value for flag in told.flags if flag.kind.value == "negation"] == ["negation"]
    assert not told.notes
