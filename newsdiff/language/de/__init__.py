"""German: the lists of ``flags.txt``, with its notes."""

from newsdiff.language.de.correction_notes import CORRECTIONS
from newsdiff.language.folder_table import folder_table
from newsdiff.language.lexicon import beside
from newsdiff.language.table import words

_SHORT_NOUNS = words(  # that the table of lemmas lacks
    "app apps asche atom auto babe band bass beta bike bio blog boot card cent chat chef chip clan code crew "
    "date day deal deck efeu ei epos fake flag flak floß gala girl glut haft hanf home hüft imam iris item "
    "jazz jury kauz kerb kies kiez kilo kino kit klon koks kost lava leih link list loft loge loop mail maut "
    "mega milz mix mops muse nerd nähe oper oxid pein plot pool port post putz rahm rast ruck scan shop show "
    "soja song spam spot surf tank team tech test tipp tool top torf trab tür ufo user visa vize vote wahn "
    "web wiki wlan wut zoom ära ödem öl öls"
)

WORDS = folder_table(
    "de",
    corrections=CORRECTIONS,
    nouns=beside(__file__, "nouns.txt"),
    names=beside(__file__, "names.txt"),
    small=beside(__file__, "small_words.txt"),
    short_nouns=beside(__file__, "short_nouns.txt").plus(_SHORT_NOUNS),
)
