"""German: verbs of saying with a particle, what once was, acronyms of compounds; and what notes and hyphens leave."""

import pytest

import newsdiff


def kinds(language: str, old: str, new: str) -> list[str]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return [flag.kind.value for flag in newsdiff.compare(*sides).flags]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Das Oberlandesgericht Graz verwarf die Klage.", "Das OLG Graz verwarf die Klage."),
        ("de", "Das Landeskriminalamt ermittelt.", "Das LKA ermittelt."),
        ("de", "Das Bundeskriminalamt warnt vor Betrug.", "Das BKA warnt vor Betrug."),
        ("de", "Der Europäische Gerichtshof kippt die Regel.", "Der EuGH kippt die Regel."),
        ("de", "Die Europäische Zentralbank hebt den Zins.", "Die EZB hebt den Zins."),
        ("de", "Der Deutsche Wetterdienst warnt vor Frost.", "Der DWD warnt vor Frost."),
        ("de", "Der Weltklimarat legt Zahlen vor.", "Der WKR legt Zahlen vor."),
        ("nl", "Dat zegt de Onderwijs-inspectie.", "Dat zegt de Onderwijsinspectie."),
        ("nl", "De Belasting-dienst belt terug.", "De Belastingdienst belt terug."),
        ("it", "Le tariffe salgono in tutta Italia.", "Le tariffe salgono in tutt'Italia."),
    ],
)
def test_no_name_came_or_went(language: str, old: str, new: str) -> None:
    assert "name" not in kinds(language, old, new)


@pytest.mark.parametrize("acronym", ["EGB", "DZB"])
def test_letters_of_two_other_words_are_a_name(acronym: str) -> None:
    assert "name" in kinds("de", "Die Europäische Zentralbank warnt.", f"Die {acronym} warnt.")


@pytest.mark.parametrize("acronym", ["XKA", "BZQ"])
def test_letters_of_another_body_are_a_name(acronym: str) -> None:
    assert "name" in kinds("de", "Das Bundeskriminalamt warnt.", f"Das {acronym} warnt.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nach Angaben aus Kreisen war das Haus leer.", "Das Haus war leer."),
        ("Das Haus war nach Darstellung der Polizei leer.", "Das Haus war leer."),
        ("Das Haus war nach Worten der Polizei leer.", "Das Haus war leer."),
    ],
)
def test_words_that_lead_to_a_source_are_no_names(old: str, new: str) -> None:
    found = kinds("de", old, new)
    assert "attribution" in found and "name" not in found


SAYINGS = [("räumte ein", "bestritt"), ("betonte", "gab zu"), ("behauptete", "räumte ein"), ("bestritt", "bestätigte")]


@pytest.mark.parametrize(("old", "new"), [*SAYINGS, ("räumte ein", "wies den Vorwurf zurück")])
def test_verb_of_saying_before_reported_speech(old: str, new: str) -> None:
    said = "Der Konzern {}, die Werte seien falsch."
    assert "attribution" in kinds("de", said.format(old), said.format(new))


@pytest.mark.parametrize("verb", ["räumte die Halle", "wies den Weg"])
def test_act_before_a_plain_clause_is_no_saying(verb: str) -> None:
    assert "attribution" not in kinds(
        "de", "Der Wirt schloss ab, die Gäste gingen.", f"Der Wirt {verb}, die Gäste gingen."
    )


@pytest.mark.parametrize("office", ["Kanzler", "Bundesrat", "Bürgermeister", "Minister", "Präsident"])
@pytest.mark.parametrize("mark", ["Alt-", "alt "])
def test_what_once_was(office: str, mark: str) -> None:
    assert "title" in kinds("de", f"Davon spricht {office} Paul Huber.", f"Davon spricht {mark}{office} Paul Huber.")


@pytest.mark.parametrize("age", ["Der Baum ist 30 Jahre alt.", "Das Haus ist alt und leer.", "Er ist so alt wie Paul."])
def test_what_is_old_has_no_title(age: str) -> None:
    assert "title" not in kinds("de", age, age.replace("alt", "hoch"))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fr", "(La citation a été corrigée à 16h40.)"),
        ("pt", "[Texto corrigido às 19h: o valor estava errado]"),
        ("de", "(Aktualisiert um 16.20 Uhr)"),
        ("es", "(Actualizado a las 16:20)"),
        ("nl", "(Tekst aangepast om 12.00 uur)"),
    ],
)
def test_time_of_a_note_is_no_date(language: str, note: str) -> None:
    assert kinds(language, "Lorem ipsum dolor.", f"Lorem ipsum dolor. {note}") == ["correction"]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Auf 2 Plakaten stand „Halt“ heute.", "Auf zwei Plakaten stand »Halt« heute."),
        ("de", "Er rief u. a. „Tempo!“ und ging.", "Er rief unter anderem »Tempo!« und ging."),
        ("fr", "Il crie « Non ! » et « Oui » 2 fois.", 'Il crie "Non !" et "Oui" deux fois.'),
        ("fr", "Elle dit «non» ou «oui» 3 fois.", 'Elle dit "non" ou "oui" trois fois.'),
        ("de", "„Wir gehen“, sagte er um 8 Uhr.", "»Wir gehen«, sagte er um acht Uhr."),
    ],
)
def test_marks_of_another_style_are_form(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []


@pytest.mark.parametrize("words", ["Wir bleiben", "Wir gehen nie", "Ich gehe", "Ihr geht", "Geht alle"])
def test_words_inside_marks_that_open_to_the_left(words: str) -> None:
    assert "quote" in kinds("de", "»Wir gehen«, sagte er am Abend.", f"»{words}«, sagte er am Abend.")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Diplomat ging.", "Der Ex-Diplomat ging."),
        ("de", "Boxer Paul Huber starb.", "Ex-Boxer Paul Huber starb."),
        ("fr", "Le boxeur est mort.", "L'ex-boxeur est mort."),
        ("es", "El boxeador ha muerto.", "El ex boxeador ha muerto."),
        ("it", "Il pugile è morto.", "L'ex pugile è morto."),
        ("nl", "De bokser is dood.", "De ex-bokser is dood."),
        ("pt", "O pugilista morreu.", "O ex-pugilista morreu."),
    ],
)
def test_ex_before_any_noun_is_a_standing(language: str, old: str, new: str) -> None:
    assert "title" in kinds(language, old, new)
    assert "title" in kinds(language, new, old)


def test_ex_with_and_without_hyphen_is_form() -> None:
    assert kinds("es", "El ex boxeador ha muerto.", "El ex-boxeador ha muerto.") == []
    assert "title" not in kinds("it", "Ex-Ilva, gli operai scioperano.", "Ex Ilva, gli operai scioperano.")


def test_ex_before_a_compound_is_of_its_last_part() -> None:
    assert "title" in kinds("de", "Der Eintracht-Stürmer traf.", "Der Ex-Eintracht-Stürmer traf.")
    assert "title" not in kinds("de", "Die Eintracht holt einen Mann.", "Ein Ex-Eintracht-Stürmer trifft.")


def test_preposition_behind_a_first_word_is_no_particle() -> None:
    assert "name" not in kinds("es", "El golazo de De Bruyne en Vigo.", "Golazo de De Bruyne en Vigo.")
    assert "name" not in kinds("de", "Der Plan: Politiker von CDU und SPD warten.", "Politiker aus CDU und SPD warten.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Der Vizeverkehrsminister Karl Sand sprach.", "Der stellvertretende Verkehrsminister Karl Sand sprach."),
        ("Exverkehrsminister Karl Sand sprach.", "Der frühere Verkehrsminister Karl Sand sprach."),
        ("Der Vizekanzler Karl Sand sprach.", "Der stellvertretende Kanzler Karl Sand sprach."),
    ],
)
def test_a_standing_in_one_word_with_its_office_is_that_before_it(old: str, new: str) -> None:
    assert kinds("de", old, new) == kinds("de", new, old) == []


def test_an_office_in_one_word_that_loses_its_standing_or_what_it_is_for_is_told() -> None:
    told = "Der {} Karl Sand sprach."
    assert kinds("de", told.format("Vizeverkehrsminister"), told.format("Verkehrsminister")) == ["title"]
    assert kinds("de", told.format("Vizeverkehrsminister"), told.format("Vizefinanzminister")) == ["title"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Der Kahn lag an der Mole.", "Der Kahn lag auf der Mole."),  # before a noun
        ("Er kam um acht an.", "Er kam um acht."),
        ("Sie nahm ihn am Kai fest.", "Er wurde am Kai festgenommen."),
    ],
)
def test_the_same_act_with_or_without_a_first_part_is_no_other_wording(old: str, new: str) -> None:
    assert "wording" not in kinds("de", old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Der Wirt sagte die Fahrt am Montag ab.", "Der Wirt sagte die Fahrt am Montag zu."),
        ("Die Werft baut 30 Stege ab und schweigt.", "Die Werft baut 30 Stege auf und schweigt."),
        ("Sie stieg in Lorem aus, sagte er.", "Sie stieg in Lorem um, sagte er."),
    ],
)
def test_another_first_part_at_the_end_of_its_clause_makes_another_verb(old: str, new: str) -> None:
    assert kinds("de", old, new) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sie fand einen Kahn am Ufer, sagte er.", "Sie fand keinen Kahn am Ufer, sagte er."),
        ("Er sah am Abend eine Spur im Sand.", "Er sah am Abend keine Spur im Sand."),
        ("Der Steg ist nur für Boote gesperrt.", "Der Steg ist nicht nur für Boote gesperrt."),
    ],
)
def test_none_for_one_and_not_only_are_negations(old: str, new: str) -> None:
    assert "negation" in kinds("de", old, new)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Wirt verkauft Fisch und Brot.", "Der Wirt verkauft Fisch oder Brot."),
        ("de", "Das Fest fiel trotz Regens aus.", "Das Fest fiel wegen Regens aus."),
        ("de", "Sie blieb, weil der Wirt schwieg.", "Sie blieb, obwohl der Wirt schwieg."),
        ("de", "Der Kahn gehört seiner Tante.", "Der Kahn gehört ihrer Tante."),
        ("es", "El molino vende pan y vino.", "El molino vende pan o vino."),
        ("fr", "Le moulin vend du pain et du vin.", "Le moulin vend du pain ou du vin."),
    ],
)
def test_a_small_word_that_tells_for_another_one(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == ["wording"]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der Kahn liegt am Ufer und leckt.", "Der Kahn liegt am Ufer sowie leckt."),
        ("de", "Sie blieb, da der Wirt schwieg.", "Sie blieb, weil der Wirt schwieg."),
        ("de", "Der Wirt, der kam, schwieg.", "Der Wirt, der kam schwieg."),
    ],
)
def test_other_small_words_tell_nothing(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == []
