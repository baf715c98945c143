"""Golden pages: each folder of tests/pages holds an invented page and what it is cleaned to (``pytest --accept``)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import Cleaned

PAGES = Path(__file__).parent.parent / "pages"
CASES = sorted(folder.name for folder in PAGES.iterdir() if (folder / "page.html").is_file())
FIELDS = ("published", "published_guess", "modified", "language", "section", "live", "free")


def dump(cleaned: Cleaned) -> str:
    """The facts, the signs, each block behind its kind, and each removed piece behind the reason."""
    told = ((name, getattr(cleaned.article, name)) for name in FIELDS)
    facts = [f"{name}: {value}" for name, value in told if value is not None]
    facts += [f"canonical: {cleaned.canonical}"] if cleaned.canonical else []
    facts += [f"sign: {sign.kind} ({sign.place})" for sign in cleaned.signs]
    blocks = [f"[{block.kind.value}] {block.text}" for block in cleaned.article.blocks]
    removed = [f"- ({piece.reason}) {piece.text}" for piece in cleaned.removed]
    return "\n".join((*facts, "", *blocks, "", *removed)).strip() + "\n"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_cleaned_as_agreed(case: str, golden: Callable[[Path, str], None]) -> None:
    body = (PAGES / case / "page.html").read_bytes()
    golden(PAGES / case / "article.md", dump(cleaned_html(body, f"https://harbour.example/{case}")))
