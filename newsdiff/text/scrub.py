"""Characters that no text of ours may hold, and how foreign ones are made visible.

Control characters can drive a terminal, bidirectional overrides can turn a sentence round, zero-width ones can hide
an edit. ``scrub`` takes them out of a text that is to be kept; ``visible`` shows them in a text that is to be read.
"""

from newsdiff.text.lazy_pattern import lazy_pattern

# C0 (but tab and line feed), DEL, C1, soft hyphen, zero width space, bidi marks, embeddings, overrides and isolates,
# word joiner and invisible operators, Arabic letter mark, BOM, interlinear annotation, lone surrogates, tags.
# ZWJ and ZWNJ stay: emoji, Persian and Hindi need them.
_UNSAFE = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINES = lazy_pattern("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def scrub(text: str) -> str:
    """``text`` without unsafe characters; what breaks a line elsewhere becomes a space."""
    return text if text.isprintable() else _UNSAFE.sub("", _LINES.sub(" ", text))


def visible(text: str) -> str:
    """``text`` with unsafe characters shown as ``<U+202E>``: safe for a terminal, and nothing is hidden."""
    return text if text.isprintable() else _UNSAFE.sub(lambda m: f"<U+{ord(m[0]):04X}>", text)


def squeeze(text: str) -> str:
    """Text as it is kept: NFC, no unsafe characters, white space folded."""
    folded = " ".join(text.split())
    # What breaks a line is white space to ``split``, too, and so is U+001F, which goes without leaving any.
    text = folded if folded.isprintable() and "\x1f" not in text else " ".join(scrub(text).split())
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)
