"""Italian and Dutch, whose tables are lists in their folders: silence first, then what is to be flagged."""

import pytest

import newsdiff
from newsdiff.language import table


def kinds(language: str, old: str, new: str) -> set[str]:
    """The kinds of flags for one edited sentence between two kept ones, without mere wording."""
    around = {"it": "Il porto apre alle nove ogni giorno.", "nl": "De haven gaat elke dag om negen uur open."}[language]
    texts = (newsdiff.article([around, text, around], headline="A", language=language) for text in (old, new))
    return {flag.kind.value for flag in newsdiff.compare(*texts).alarms}


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "Il ponte costa 1000 euro.", "Il ponte costa 1.000 euro."),
        ("it", "La strada è chiusa da ieri sera.", "La strada è chiusa, da ieri sera."),
        ("it", "L'articolo 5 della legge è stato modificato.", "L’articolo 5 della legge è stato modificato."),
        ("it", "Il sindaco apre la fiera.", "Il sindaco apre la Fiera."),
        ("nl", "De brug kost 1000 euro.", "De brug kost 1.000 euro."),
        ("nl", "De weg is sinds gisteren dicht.", "De weg is, sinds gisteren, dicht."),
        ("nl", "Het café is open.", "Het cafe is open."),
        ("nl", "De burgemeester opent de markt.", "De Burgemeester opent de markt."),
    ],
)
def test_form_alone_is_no_flag(language: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La correzione dei compiti richiede tempo."),
        ("it", "La legge è stata modificata nel mese di maggio."),
        ("it", "Gli aggiornamenti del programma escono ogni mese."),
        ("nl", "De update van het programma komt elke maand uit."),
        ("nl", "De wet is in het voorjaar gewijzigd."),
        ("nl", "De correctie van het werk kost tijd."),
    ],
)
def test_what_only_sounds_like_a_note_is_none(language: str, text: str) -> None:
    assert "correction" not in kinds(language, "Il mare è calmo.", f"Il mare è calmo. {text}")


@pytest.mark.parametrize(
    ("language", "kind", "old", "new"),
    [
        ("it", "number", "I morti sono dodici.", "I morti sono tredici."),
        ("it", "number", "Il comune spende 2,5 milioni di euro.", "Il comune spende 3,5 milioni di euro."),
        ("it", "number", "Almeno 40 persone erano a bordo.", "Meno di 40 persone erano a bordo."),
        ("it", "date", "La seduta si terrà il 3 maggio 2025.", "La seduta si terrà il 4 maggio 2025."),
        ("it", "date", "Il treno parte lunedì alle otto.", "Il treno parte martedì alle otto."),
        ("it", "negation", "L’uomo non è colpevole.", "L’uomo è colpevole."),
        ("it", "modality", "La diga può cedere in primavera.", "La diga deve cedere in primavera."),
        ("it", "modality", "Il presunto ladro è in carcere.", "Il ladro è in carcere."),
        ("it", "title", "Ieri l’ex presidente Luca Morelli è venuto.", "Ieri il presidente Luca Morelli è venuto."),
        ("it", "attribution", "Il ponte è sicuro, secondo la polizia.", "Il ponte è sicuro."),
        ("it", "correction", "Il mare è calmo.", "Il mare è calmo. Errata corrige: il nome era sbagliato."),
        ("it", "correction", "Il mare è calmo.", "Il mare è calmo. Questo articolo è stato corretto."),
        ("it", "correction", "Il mare è calmo.", "Il mare è calmo. Aggiornato alle 16.20 con i nomi."),
        ("nl", "number", "Er zijn twaalf doden gevallen.", "Er zijn dertien doden gevallen."),
        ("nl", "number", "De gemeente betaalt 2,5 miljoen euro.", "De gemeente betaalt 3,5 miljoen euro."),
        ("nl", "number", "Minstens 40 mensen waren aan boord.", "Minder dan 40 mensen waren aan boord."),
        ("nl", "date", "De zitting is op 3 mei 2025.", "De zitting is op 4 mei 2025."),
        ("nl", "date", "De trein vertrekt maandag om acht uur.", "De trein vertrekt dinsdag om acht uur."),
        ("nl", "negation", "De man is niet schuldig.", "De man is schuldig."),
        ("nl", "negation", "Er is geen geld voor de brug.", "Er is geld voor de brug."),
        ("nl", "modality", "De dijk kan in het voorjaar breken.", "De dijk moet in het voorjaar breken."),
        ("nl", "title", "Oud-minister Piet Bakker kwam.", "Minister Piet Bakker kwam."),
        ("nl", "title", "Toen kwam voormalig premier Jan Smit.", "Toen kwam premier Jan Smit."),
        ("nl", "attribution", "De brug is veilig, volgens de politie.", "De brug is veilig."),
        ("nl", "correction", "De zee is kalm.", "De zee is kalm. Correctie: de naam was fout."),
        ("nl", "correction", "De zee is kalm.", "De zee is kalm. Dit artikel is later aangepast."),
        ("nl", "correction", "De zee is kalm.", "De zee is kalm. In een eerdere versie stond een andere naam."),
    ],
)
def test_facts_are_flagged(language: str, kind: str, old: str, new: str) -> None:
    assert kind in kinds(language, old, new)


def test_nothing_is_known_of_a_language_without_a_folder() -> None:
    assert table("fi") is None
