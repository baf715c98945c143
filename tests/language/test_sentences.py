"""Sentences: where none is cut first, then where one is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.sentences import join, sentences

_LINE = st.text(st.sampled_from('aBé.!?…。！"”’) “(15U.S 漢。」।no Mr')) | st.text()


@given(_LINE.map(lambda text: " ".join(text.split("\n")).strip()))
def test_joined_sentences_give_the_text_back(text: str) -> None:
    assert join(sentences(text)) == text


@given(_LINE.map(lambda text: text.strip()))
def test_no_sentence_is_empty(text: str) -> None:
    assert all(sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "She met former U.S. President Grant in town.",
        "They live at No. 10 Downing Street.",
        "He went to N. Korea and to S. Korea, on p. 5.",
        "Mr. Smith and Mrs. Jones saw Dr. Who.",
        "It began at 3 p.m. on Monday.",
        "Prices rose by 3.5 percent.",
        "John F. Kennedy and J. R. Smith agreed.",
        "Sen. Ann Lee (D., Ohio) said so.",
        "On Sept. 12 the court met.",
        "Acme Inc. Chief Executive Tom Ray left.",
        "They like tea, e.g. Earl Grey.",
        "“Why now?” Smith asked.",
        "“Stop!” the old man shouted.",
        "Am 3. Mai kam er.",
        "Das steht z.B. Anfang Mai fest.",
        "El Sr. García vino.",
        "Das gilt lt. Prof. Dr. Meier nicht.",
        "It is v. Board of Education that counts, vs. Roe.",
        "See Fig. 3 and Art. 5 of it.",
        "Wait ... no.",
        "Two  spaces.  Never cut.",
        "1. First item",
        "他说：“今天很好。”然后走了。",
        "",
    ],
)
def test_never_cut(text: str) -> None:
    assert sentences(text) == ([text] if text else [])


@pytest.mark.parametrize(
    "parts",
    [
        ["He left.", "She stayed."],
        ["He said “no.”", "She left."],
        ["Is it so?", "Yes!", "(He laughed.)", "Then he left."],
        ["It is in the U.S.", "The president agreed."],
        ["It ended at 3 p.m.", "The crowd left."],
        ["They live in Downing St.", "The house is old."],
        ["He said no.", "Smith left."],
        ["It rose to 12.", "Then it fell."],
        ["It fell.", "12 people were hurt."],
        ["He likes modern art.", "Smith does not."],
        ["And so it went…", "Nobody knew."],
        ["Das war gut.", "Über allem stand er.", "„Ja.“", "Nein."],
        ["¿Qué pasó?", "¡Nada!", "Fin."],
        ["यह है।", "वह है।"],
        ["هل هذا صحيح؟", "نعم."],
        ["今天很好。", "我走了！", "真的吗？", "对。"],
        ["今日は晴れ。", "The end."],
    ],
)
def test_cut(parts: list[str]) -> None:
    assert sentences(join(parts)) == parts
