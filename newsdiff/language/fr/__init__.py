"""French: the lists of ``flags.txt``, with its notes."""

from newsdiff.language.folder_table import folder_table
from newsdiff.language.fr.correction_notes import CORRECTIONS

WORDS = folder_table("fr", corrections=CORRECTIONS)
