"""Notes: laws and plans are quiet; a note on the text itself is flagged, and not as added."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.CORRECTION)


@pytest.mark.parametrize(
    "text",
    [
        "The law was amended to protect tenants.",
        "The stop notice can be withdrawn at any time.",
        "This page will be updated on Friday.",
        "Paper copies of the previous version are in the hall.",
        "More is in the updated guide for applicants.",
        "Troops were withdrawn on 3 May.",
        "The earlier version of the bill had been rejected.",
        "The minister apologised for the error in the budget.",
        "The app was updated on 3 May.",
        "The minister wants to clear the site.",
        "The tumour was removed from this patient in May.",
        "The premier apologises for cruise ship errors.",
        "A headline in the paper has been removed from the show.",
        "The novel sold well when the book was first published.",
        "We originally planned a sequel.",
    ],
)
def test_laws_and_plans_are_quiet(spans: Spans, text: str) -> None:
    assert spans("The hall is open.", f"The hall is open. {text}") == []


def test_a_note_with_another_date_is_a_matter_of_dates(found: Callable[..., tuple[Flag, ...]]) -> None:
    flags = found("This story was updated on 3 May 2021.", "This story was updated on 4 May 2021.")
    assert [f.kind for f in flags] == [FlagKind.DATE]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: the fire broke out on the second floor.",
        "An earlier version of this article gave the wrong age.",
        "This article was amended to make clear that the study looked at infants.",
        "The paper regrets that the wrong link was printed.",
        "(A typo in the price has since been fixed.)",
        "Because of an editing error, the name was left out.",
        "We wrongly reported that the shop had closed.",
        "[This review has been revised since publication.]",
        "Editor’s note: The headline has been changed.",
        "This story initially gave the wrong age.",
        "We have updated this article to reflect the ruling.",
        "Last updated 3 May 2021.",
        "Our apologies to Mr Holt.",
        "(Corrects to make clear who spoke.)",
        "(Adds comment from the bank)",
        "(Recasts, refiles to fix a typo)",
        "This article has been removed after a complaint.",
        "Post updated with the new figures.",
        "We are happy to make clear that the owner was not involved.",
        "[A sentence has been removed from this report.]",
        "Last updated with the mayor’s answer.",
        "(This summary has been updated: the trial was small.)",
        "The agents asked us to say that they were appointed later; we are happy to make that clear.",
        "The Herald apologises for the error.",
    ],
)
def test_notes_in_many_forms(found: Callable[..., tuple[Flag, ...]], note: str) -> None:
    flags = found("The hall is open.", f"The hall is open. {note}")
    assert FlagKind.CORRECTION in {f.kind for f in flags}
    assert FlagKind.ADDED not in {f.kind for f in flags}


_FIRST = {"fr": "La route est coupée depuis hier.", "de": "Die Straße ist zu.", "es": "La calle está cortada."}


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fr", "ACTUALISÉ : le conducteur est mort."),
        ("fr", "Actualisé à 16h20 : le feu est maîtrisé."),
        ("fr", "ACTUALISE"),
        ("fr", "Rectificatif : le prénom était faux."),
        ("fr", "Une première version de cet article indiquait un autre prénom."),
        ("fr", "Ce texte a depuis été corrigé."),
        ("fr", "Contrairement à ce que nous avions écrit, il est en vie."),
        ("de", "Aktualisiert um 16.20 Uhr: Das Feuer ist gelöscht."),
        ("de", "Korrektur: Der Vorname war falsch."),
        ("de", "Anmerkung der Redaktion: Der Vorname war falsch."),
        ("de", "In einer früheren Fassung stand ein anderer Vorname."),
        ("de", "Wir haben den Text nachträglich korrigiert."),
        ("de", "(aktualisiert 16.20 Uhr)"),
        ("es", "ACTUALIZADO"),
        ("es", "Actualización: el fuego está controlado."),
        ("es", "Fe de errores: el nombre era otro."),
        ("es", "En una versión anterior de este artículo figuraba otro nombre."),
        ("es", "Esta noticia ha sido actualizada con su respuesta."),
        ("es", "Hemos corregido el nombre."),
    ],
)
def test_notes_in_other_languages(spans: Spans, language: str, note: str) -> None:
    assert spans(_FIRST[language], f"{_FIRST[language]} {note}", language) == [("", note)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La mairie a mis à jour ses fichiers en mai."),
        ("fr", "La loi a été modifiée en mai."),
        ("fr", "La correction des copies prend du temps."),
        ("de", "Das Gesetz wurde im Mai geändert."),
        ("de", "Die Liste ist aktualisiert worden."),
        ("de", "Das Update der Software kostet Geld."),
        ("es", "La ley fue modificada en mayo."),
        ("es", "El censo está actualizado."),
        ("es", "La corrección de los exámenes tarda."),
    ],
)
def test_laws_and_lists_of_other_languages_are_quiet(spans: Spans, language: str, text: str) -> None:
    assert spans(_FIRST[language], f"{_FIRST[language]} {text}", language) == []


def test_a_headlines_label(found: Callable[..., tuple[Flag, ...]]) -> None:
    old, new = (
        newsdiff.article([], headline=t, language="en") for t in ("Quake hits coast", "CORRECTED-Quake hits coast")
    )
    assert FlagKind.CORRECTION in {f.kind for f in newsdiff.compare(old, new).flags}


def test_a_note_that_says_more_has_changed(spans: Spans) -> None:
    old, more = "Note: This story has been updated to add a reply.", " and a map"
    assert spans(old, old[:-1] + more + ".") == [(old, old[:-1] + more + ".")]


def test_what_was_corrected_may_be_a_figure(spans: Spans) -> None:
    kept, note = "He left the country in 2016.", "We have corrected a statement about his trial."
    assert spans(kept, f"{kept} {note}") == [("", note)]
    assert spans(kept, f"{kept} “We have corrected a statement about his trial,” the firm said.") == []


def test_a_note_is_nobodys_counterpart(found: Callable[..., tuple[Flag, ...]]) -> None:
    flags = found(
        "A retired judge says he was paid to stay silent.", "This story has been withdrawn while we check it."
    )
    assert {f.kind for f in flags} == {FlagKind.CORRECTION, FlagKind.DELETED}


def test_a_heading_before_a_note_and_a_note_in_two_sentences(spans: Spans) -> None:
    first, more = (
        "UPDATE: This story has been updated with a reply.",
        "UPDATE: This story has been updated with two replies.",
    )
    assert spans(first, more) == [(first, more)]
    head, one, two = (
        "Clarification: An earlier version said the law banned horns.",
        "It banned sales.",
        "It banned all sales.",
    )
    assert spans(f"{head} {one}", f"{head} {two}") == [(one, two)]
    kept, note = "The bone is the oldest found in Peru.", "(Clarifies that it is the oldest in Peru, not the world.)"
    assert spans(kept, f"{kept} {note}") == [("", note)]


@pytest.mark.parametrize(
    ("note", "noted"),
    [
        ("An update to the building was made on 2 May.", False),
        ("A sentence was added to the bill on 2 May.", False),
        ("A reference to the pit was removed from the book.", False),
        ("The article was updated by the council.", True),
        ("An update to this article on 2 May clarified when it had been sold.", True),
        ("The following correction was printed on 12 June: it was a brewer.", True),
        ("A reference to the pit was removed on 3 May.", True),
        ("We are happy to set the record straight: we said it had sunk.", True),
    ],
)
def test_notes_on_the_text_itself(spans: Spans, note: str, noted: bool) -> None:
    assert spans("The well is dry.", f"The well is dry. {note}") == ([("", note)] if noted else [])


@pytest.mark.parametrize(
    "note",
    [
        "(The artist's name was given wrongly when this article was first published.)",
        "(As first published, this piece put the find in the wrong decade.)",
        "[An earlier version of this report overstated the strength of the gusts.]",
        "(This version amends the general's rank.)",
        "*We originally gave the wrong closing date; apologies to readers.",
        "UPDATE (4.15pm): Both lanes have reopened.",
        "We have removed a sentence about the founder which was wrong.",
        "(We got the capacity wrong in an earlier edition.)",
        "Since this article was published, the operator has sent us a statement.",
        "A line about the architect has been deleted at his family's request.",
        "• This obituary was changed on 3 June; the original omitted her son.",
        "A photo caption that named the wrong dancer has been replaced.",
    ],
)
def test_notes_told_by_what_they_speak_of(spans: Spans, note: str) -> None:
    assert len(spans("The hall is open.", f"The hall is open. {note}")) == 1
    assert len(spans(f"The hall is open. {note}", "The hall is open.")) == 1


@pytest.mark.parametrize(
    "note",
    [
        "This report was corrected on 9 April. The first version of this report gave the cost as €68m.",
        "Correction: an earlier version of this obituary gave the wrong name for Ms Lindqvist's husband.",
        "(This review was amended because an earlier version of this review called it a “farce”.)",
    ],
)
def test_what_a_note_named_goes_with_it(found: Callable[..., tuple[Flag, ...]], note: str) -> None:
    kinds = {f.kind for f in found(f"{note} It cost €86m.", "It cost €86m.")}
    assert kinds - {FlagKind.DELETED} == {FlagKind.CORRECTION}


@pytest.mark.parametrize(
    ("language", "text", "note", "gone"),
    [
        ("en", "The car sells well.", "Correction: We have corrected the price.", "It costs 45 euros."),
        ("de", "Das Auto verkauft sich.", "Korrektur: Wir haben den Preis berichtigt.", "Es kostet 45 Euro."),
    ],
)
def test_what_a_note_named_goes_with_it_in_every_language(language: str, text: str, note: str, gone: str) -> None:
    """Of a block that its page calls a note."""
    sides = ((Block(BlockKind.PARAGRAPH, text), Block(BlockKind.CORRECTION, said)) for said in (f"{note} {gone}", note))
    old, new = (Article("https://a.example/a", language=language, blocks=blocks) for blocks in sides)
    assert [(flag.kind, flag.old) for flag in newsdiff.compare(old, new).flags] == [(FlagKind.CORRECTION, gone)]


@pytest.mark.parametrize("note", ["Updated to remove an actor's name", "Corrected to fix the price."])
def test_a_note_may_begin_with_what_was_mended(spans: Spans, note: str) -> None:
    assert spans("The play is long.", f"The play is long. {note}") == [("", note)]


def test_updated_rules_are_no_note(spans: Spans) -> None:
    assert spans("The play is long.", "The play is long. Updated rules apply to everyone.") == []


def test_what_stands_before_a_note_in_its_paragraph_is_none_of_it(spans: Spans) -> None:
    note = "CLARIFICATION: The picture was changed on Monday."
    assert spans(f"The snake was harmless. {note}", f"The snake was deadly. {note}") == []
    goes_on = f"{note} It showed another snake."
    assert spans(goes_on, goes_on.replace("snake", "cobra")) == [
        ("It showed another snake.", "It showed another cobra.")
    ]


def test_a_note_in_another_tense_is_the_same_note_and_one_to_come_is_none(spans: Spans) -> None:
    note = "A line in this article on the mill has been corrected."
    assert spans(note, note.replace("has been", "was")) == []
    assert [b for _, b in spans(note.replace("has been", "will be"), note)] == [note[2:-1]]
