"""The English dictionary, acts, labels and house styles: files beside this one, read when asked for."""

from collections.abc import Callable

from newsdiff.language.files import read
from newsdiff.language.name_spellings import NameSpellings
from newsdiff.language.scales import Scales
from newsdiff.language.senses import Senses


def _path(name: str) -> str:
    return f"{__file__.removesuffix('dictionary.py')}{name}"


def _file(name: str) -> Callable[[], bytes]:
    return lambda: read(_path(name))


SENSES = Senses(_path("senses.txt"))
ACTS = Scales(_file("acts.txt"), SENSES)
HOUSE_STYLE = Scales(_file("house_style.txt"), SENSES)
NAME_SPELLINGS = NameSpellings(_path("name_spellings.txt"))
LABELS = Scales(_file("labels.txt"), SENSES)
