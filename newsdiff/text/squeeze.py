"""Text as it is kept, whatever it was read from."""

from newsdiff.text.scrub import scrub


def squeeze(text: str) -> str:
    """Text as it is kept: NFC, no unsafe characters, white space folded."""
    import unicodedata

    text = " ".join(scrub(text).split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)
