"""Scales whose phrases are told by stems."""

from pathlib import Path

import pytest

from newsdiff.language import table
from newsdiff.language.lists import file_of
from newsdiff.language.stem_scales import StemScales

TEXT = """# a comment: nothing
casualty 2 hurt: verletz*, *verletzte
casualty 3 badly hurt: schwer verletz*
justice 7 cleared: spricht/sprach * frei
terrorist~: *terrorist*
of *: syrer*/syrisch*, polen/polnisch*
far right: ultra-rechts
"""


@pytest.fixture
def scales(tmp_path: Path) -> StemScales:
    path = tmp_path / "acts.txt"
    path.write_text(TEXT, encoding="utf-8")
    return StemScales(str(path), {"im"})


def found(scales: StemScales, text: str) -> list[tuple[int, int, str]]:
    return [(p.first, p.last, p.point.name) for p in scales.all(text.split(), {"im"})]


@pytest.mark.parametrize("text", ["", "im", "letzte verlesen", "er spricht", "frei gesprochen", "syrien"])
def test_other_words_tell_nothing(scales: StemScales, text: str) -> None:
    assert found(scales, text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("drei verletzte", [(1, 1, "hurt")]),
        ("drei schwerverletzte", [(1, 1, "hurt")]),
        ("drei schwer verletzt", [(1, 2, "badly hurt")]),
        ("sie sprach den mann vom vorwurf frei", [(1, 6, "cleared")]),
        ("ökoterroristen", [(0, 0, "terrorist")]),
        ("der syrische mann", [(1, 1, "of syrer*/syrisch*")]),
        ("ultra - rechts", [(0, 2, "far right")]),
    ],
)
def test_phrases_are_told_by_stems(scales: StemScales, text: str, places: list[tuple[int, int, str]]) -> None:
    assert found(scales, text) == places


def test_points(scales: StemScales) -> None:
    low = ["terroristen", "schwer", "verletzt"]
    assert scales.all(low, (), {"casualty"})[0].point.degree == 3
    assert scales.at(low, 0)[0].point.vague
    assert scales.mentions("frei") and not scales.mentions("haus")


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_the_lists_of_the_folders(language: str) -> None:
    """Every point is told by some phrase, no stem is so short that it meets all words, and no star stands inside."""
    words = table(language)
    assert words and words.acts and words.named and words.senses is None
    for name in ("acts.txt", "labels.txt"):
        lines = Path(file_of(language, name)).read_text(encoding="utf-8").splitlines()
        for line in (line for line in lines if line and not line.startswith("#")):
            _, _, phrases = line.partition(": ")
            stems = [w for w in phrases.replace(",", " ").replace("/", " ").split() if w != "*"]
            assert stems, line
            assert [w for w in stems if "*" in w.strip("*") or (w.endswith("*") and len(w) < 4)] == [], line
