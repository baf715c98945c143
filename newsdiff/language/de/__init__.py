"""German: the lists of ``flags.txt``, with its notes."""

from newsdiff.language.de.correction_notes import CORRECTIONS
from newsdiff.language.folder_table import folder_table
from newsdiff.language.lexicon import beside

WORDS = folder_table(
    "de",
    corrections=CORRECTIONS,
    nouns=beside(__file__, "nouns.txt"),
    names=beside(__file__, "names.txt"),
    small=beside(__file__, "small_words.txt"),
)
