"""German: the lists of ``flags.txt``, with its notes."""

from newsdiff.language.de.correction_notes import CORRECTIONS
from newsdiff.language.folder_table import folder_table
from newsdiff.language.lexicon import beside
from newsdiff.language.table import words

_SHORT_HEADS = words(  # that the table of lemmas lacks
    "nähe code shop post list deck port link pool card loge blog wahn user mail mix tür wut spot kies kost tech oxid "
    "jury clan crew chat epos atom jazz cent loft nerd show team torf putz tipp ära"
)

WORDS = folder_table(
    "de",
    corrections=CORRECTIONS,
    nouns=beside(__file__, "nouns.txt"),
    names=beside(__file__, "names.txt"),
    small=beside(__file__, "small_words.txt"),
    short_heads=beside(__file__, "short_heads.txt").plus(_SHORT_HEADS),
)
