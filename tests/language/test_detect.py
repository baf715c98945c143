"""The language of a text."""

import pytest

from newsdiff.language.detect import detect


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
