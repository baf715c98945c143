"""The language of a text."""

import pytest

from newsdiff.language.detect import detect, language_of, sample


@pytest.mark.parametrize("text", ["", "12 345", "Yes.", "Lorem ipsum dolor sit amet consectetur", "The end"])
def test_too_little_is_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The river rose in the night and the bridge was closed, but the schools are open as they were before."),
        ("de", "Der Fluss ist in der Nacht gestiegen und die Brücke wurde gesperrt, aber die Schulen sind nicht zu."),
        ("fr", "La rivière est montée dans la nuit et le pont a été fermé, mais les écoles sont ouvertes pour tous."),
        ("es", "El río creció en la noche y el puente se cerró, pero las escuelas no cierran por el agua ni por la."),
        ("it", "Il fiume è cresciuto nella notte e il ponte che era della città non è aperto, ma con una scuola."),
        ("nl", "Het water van de rivier is niet gezakt en de brug wordt met een hek gesloten, maar dat is voor het."),
        ("ja", "川は夜のうちに増水し、橋は閉鎖されました。"),
        ("ko", "강물이 밤사이에 불어나 다리가 폐쇄되었습니다."),
        ("zh", "河水一夜之间上涨，大桥已经关闭。"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Water firm fined after river turned orange"),
        ("de", "Wasserwerk muss nach Panne Strafe zahlen"),
        ("fr", "Une usine sanctionnée après la pollution du fleuve"),
        ("es", "Multan a la fábrica que contaminó el río"),
        ("it", "Multata la fabbrica che ha inquinato il fiume"),
        ("nl", "Boete voor fabriek na vervuiling van rivier"),
        ("pt", "Fábrica que poluiu o rio recebe multa milionária"),
    ],
)
def test_headlines_are_told_by_their_letters(language: str, headline: str) -> None:
    assert detect(headline) == language
    assert language_of(None, headline) == language


def test_a_claim_holds_for_what_is_short_or_may_be_so() -> None:
    assert language_of("de", "Mayor quits") == "de"
    assert language_of("xx", "Le maire a dit. " * 40) == "xx"
    assert language_of("de-AT", "Der Fluss ist in der Nacht gestiegen. " * 20) == "de-AT"


def test_a_long_text_in_another_language_than_it_claims() -> None:
    assert language_of("en", "Der Fluss ist in der Nacht gestiegen und die Brücke wurde gesperrt. " * 10) == "de"
    assert language_of("en", "Iindaba zakutshanje zibalulekile kakhulu kubantu bethu bonke namhlanje " * 10) is None


def test_english_is_a_find_and_no_default() -> None:
    assert language_of(None, "Mayor quits") == "en"
    assert language_of(None, "Iindaba zakutshanje") is None


def test_a_sample_is_in_the_language_of_the_whole() -> None:
    texts = ["Le pont est fermé, et la rivière est montée dans la nuit pour tous."] * 70 + ["The end of it."] * 900
    assert sample(texts[:3]) == "\n".join(texts[:3])
    assert len(sample(texts)) < len("\n".join(texts)) / 3
    for claimed in (None, "fr", "de"):
        assert language_of(claimed, sample(texts)) == language_of(claimed, "\n".join(texts)) == "fr"
