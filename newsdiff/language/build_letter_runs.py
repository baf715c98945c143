"""Make ``letter_runs.txt`` beside this file: ``python -m newsdiff.language.build_letter_runs``, py3langid installed.

The file holds, of the model of py3langid (languages told by runs of one to five bytes, weighed by naive Bayes), the
runs that tell most among the languages of ``_LANGUAGES``: those that newsdiff has words for, and neighbours for which
they might be taken. A line is a run, a tab, and for each language in their order a sign that says how much less likely
the run is there than where it is likeliest (``!`` not at all, each next sign a ``_STEP`` of natural logarithm more).
"""

from collections import deque
from importlib import import_module
from pathlib import Path
from typing import Any

_LANGUAGES = "en de fr es it nl pt ca gl da no sv fi pl cs hu ro tr hr id tl".split()  # noqa: SIM905
_RUNS = 9000
_STEP = 0.25
_MOST_STEPS = 60
_LONGEST_BYTES = 5
_TARGET = Path(__file__).with_name("letter_runs.txt")
_SOURCE = """From the model of py3langid 0.4.0. Copyright (c) 2021 Adrien Barbaresi; original code copyright (c) 2011
Marco Lui, based on research by Marco Lui and Tim Baldwin. All rights reserved. BSD 3-Clause License:
redistribution and use in source and binary forms, with or without modification, are permitted provided
that the copyright notice, the list of conditions and the disclaimer are retained, and that neither the
name of the copyright holder nor those of its contributors are used to endorse products derived from it
without prior written permission. THIS IS PROVIDED BY THE COPYRIGHT HOLDER "AS IS", WITHOUT WARRANTIES OF
ANY KIND, AND HE IS LIABLE FOR NO DAMAGES THAT ARISE FROM ITS USE."""


def _texts(model: Any) -> dict[int, str]:
    """The text of each run, by its number; runs that are no whole characters are left out."""
    seen, rows = {0: b""}, deque([0])
    found: dict[int, str] = {}
    while rows:
        state = rows.popleft()
        for byte in range(256) if len(seen[state]) < _LONGEST_BYTES else ():
            follows = int(model.tk_nextmove[model._rowbase[state] + byte])
            if follows not in seen:
                seen[follows] = seen[state] + bytes([byte])
                rows.append(follows)
    for state, run in seen.items():
        try:
            text = run.decode()
        except UnicodeDecodeError:
            continue
        if model.tk_output[state] >= 0 and not {"\n", "\t"} & set(text):
            found[int(model.tk_output[state])] = text
    return found


def main() -> None:
    """Write the file."""
    numpy, model = import_module("numpy"), import_module("py3langid.langid")._get_identifier()
    columns = [list(model.nb_classes).index(code) for code in _LANGUAGES]
    logs = numpy.asarray(model.nb_ptc, dtype=numpy.float32)[:, columns]
    likely = numpy.exp(logs)
    shares = likely / likely.sum(axis=1, keepdims=True)
    told = likely.max(axis=1) * (shares * numpy.log(shares * len(columns))).sum(axis=1)  # how often and how surely
    texts = _texts(model)
    kept = sorted(sorted(texts, key=lambda n: -told[n])[:_RUNS], key=lambda n: texts[n])
    steps = numpy.clip(numpy.round((logs.max(axis=1, keepdims=True) - logs) / _STEP), 0, _MOST_STEPS).astype(int)
    lines = [f"{texts[n]}\t{''.join(chr(33 + s) for s in steps[n])}\n" for n in kept]
    head = "".join(f"# {line}\n" for line in _SOURCE.splitlines())
    _TARGET.write_text(f"{head}{' '.join(_LANGUAGES)}\n{''.join(lines)}", encoding="utf-8")


if __name__ == "__main__":
    main()
