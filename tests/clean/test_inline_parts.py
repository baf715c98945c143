"""Where the elements inside an article's lines stand in their texts."""

import pytest

from newsdiff.clean import cleaned_html
from tests.kit.site import page, told


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("", []),
        ("<a href=/k>PRT  31,4 <span>+1.2 %</span></a>", [("a", "PRT 31,4 +1.2 %"), ("span", "+1.2 %")]),
        ("<i class=px>3</i> and <b>3</b>", [("i", "3"), ("b", "3")]),
        ("<time class='css-1q0x stamp'>now</time><br><img src=/a.png>", [("time.stamp", "now")]),
        ("<a href=/x></a><span class=price>9 kr</span>", [("span.price", "9 kr")]),
        (f"<em>{' word' * 60}</em>", []),
    ],
)
def test_each_short_element_of_a_line_is_told_with_its_text(inside: str, found: list[tuple[str, str]]) -> None:
    paragraphs = told(1)
    paragraphs[2] = f"The harbour company told its shares {inside} on Monday, and the pier was sold to the baker."
    cleaned = cleaned_html(page("Notes from Port Amber", "".join(f"<p>{each}</p>" for each in paragraphs)))
    blocks = cleaned.article.blocks
    assert len(cleaned.parts) == len(blocks)
    shown = [(p.name, b.text[p.start : p.end]) for b, parts in zip(blocks, cleaned.parts, strict=True) for p in parts]
    assert shown == found
