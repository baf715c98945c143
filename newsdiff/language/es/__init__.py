"""Spanish: the lists of ``flags.txt``, with its notes."""

from newsdiff.language.es.correction_notes import CORRECTIONS
from newsdiff.language.folder_table import folder_table

WORDS = folder_table("es", corrections=CORRECTIONS)
