"""Spanish."""

from newsdiff.text.words.shape import Words, words

WORDS = Words(language="es", stop=words(""))
