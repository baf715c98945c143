"""German."""

from newsdiff.text.words.shape import Words, words

WORDS = Words(language="de", stop=words("der die das und ist nicht"))
