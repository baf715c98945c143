"""French."""

from newsdiff.text.words.shape import Words, words

WORDS = Words(language="fr", stop=words(""))
