"""Invented edits in six languages, written by people who had not seen the rules: a floor for each language."""

import json
from collections import Counter
from pathlib import Path

import pytest

import newsdiff
from newsdiff.model import Article

FOLDER = Path(__file__).parent / "languages"
SCORED = {"date", "number", "title", "name", "quote", "attribution", "negation", "modality", "correction"}
FLOORS = {
    "de": (0.88, 0.85),
    "fr": (0.87, 0.9),
    "es": (0.92, 0.8),
    "it": (0.88, 0.8),
    "nl": (0.88, 0.6),
    "pt": (0.9, 0.9),
    "de-later": (0.88, 0.9),
    "fr-later": (0.89, 0.9),
    "es-later": (0.93, 0.9),
    "it-later": (0.92, 0.8),
    "nl-later": (0.92, 0.8),
    "pt-later": (0.94, 0.9),
}


def side(text: str, language: str, *, headline: bool) -> Article:
    if headline:
        return newsdiff.article([], headline=text, language=language)
    return newsdiff.article(["Lorem ipsum.", text], language=language)


def told(item: dict[str, str | list[str] | bool], language: str) -> set[str]:
    headline = bool(item["headline"])
    old, new = (side(str(item[name]), language, headline=headline) for name in ("old", "new"))
    return {flag.kind.value for flag in newsdiff.compare(old, new).flags} - {"headline", "moved"}


@pytest.mark.parametrize("name", FLOORS)
def test_invented_edits(name: str) -> None:
    items = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    language = name.partition("-")[0]
    hits, form = Counter[str](), Counter[bool]()
    for item in items:
        if "unsure" in item:
            continue
        found, wanted = told(item, language), set(item["labels"]) & SCORED
        hits.update(right=len(found & wanted), wrong=len(found & SCORED - wanted), missed=len(wanted - found))
        if item["labels"] == ["minor"]:
            form[not found] += 1
    f1 = 2 * hits["right"] / (2 * hits["right"] + hits["wrong"] + hits["missed"])
    least, quiet = FLOORS[name]
    assert f1 >= least, hits
    assert form[True] >= quiet * form.total(), form
