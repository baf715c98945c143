"""Make the British and American spellings in ``spelling.txt``: ``python -m newsdiff.language.en.build_spellings``.

A development tool: it needs breame (PyPI, Apache License 2.0), whose table of British spellings it reads. Written are
the pairs that ``form.key`` does not know by rule (*colour*, *organise*), one American word a line with its British one.
"""

from importlib import import_module
from pathlib import Path

from newsdiff.language.form import key

_TARGET = Path(__file__).with_name("spelling.txt")
_HEAD = "## british and american spellings"
_OTHER_WORDS = frozenset(("groyne", "groynes"))  # with a meaning of their own


def main() -> None:
    """Write the list at the end of the file, in the place of the one that stands there."""
    text = _TARGET.read_text(encoding="utf-8").partition(_HEAD)[0].rstrip("\n")
    _TARGET.write_text(text + "\n", encoding="utf-8")  # else the keys would know the pairs that stand there
    pairs: dict[str, str] = import_module("breame.data.spelling_constants").BRITISH_ENGLISH_SPELLINGS
    told: dict[str, list[str]] = {}
    for british, american in pairs.items():
        plain = british.isalpha() and american.isalpha() and british not in _OTHER_WORDS
        if plain and key(british) != key(american):
            told.setdefault(key(american), []).append(british)
    lines = (f"{american}: {', '.join(sorted(words))}" for american, words in sorted(told.items()))
    _TARGET.write_text("\n".join((text, "", _HEAD, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
