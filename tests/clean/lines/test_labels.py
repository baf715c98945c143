"""Lines that are made of the labels of a page and nothing else."""

import pytest

from newsdiff.clean.lines.labels import announces, is_label


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "—",
        "12",
        "12 and 13",
        "and",
        "Share prices fell",
        "Prices of a share",
        "Facebook bought a ferry",
        "Harbour",
        "Share " * 30,  # longer than any row of labels
    ],
)
def test_text_is_no_label(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "SHARE",
        "Share: Facebook, Twitter",
        "Share Facebook Twitter",
        "ADVERTISEMENT",
        "Anzeige",
        "12 comments",
        "Share 3",
        "Share on Facebook and Twitter",
    ],
)
def test_labels_figures_and_what_links_them_are(line: str) -> None:
    assert is_label(line)


def test_a_word_that_links_labels_opens_no_label() -> None:
    assert not is_label("and Facebook")


@pytest.mark.parametrize("line", ["", "Share", "Advertisement", "Related stories of the old harbour in winter"])
def test_what_announces_no_links(line: str) -> None:
    assert not announces(line)


@pytest.mark.parametrize("line", ["Related stories", "RELATED STORIES", "Read more"])
def test_what_does(line: str) -> None:
    assert announces(line)
