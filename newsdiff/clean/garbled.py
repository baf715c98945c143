"""Signs that a text was decoded wrongly."""

from collections.abc import Iterator, Sequence

from newsdiff.model import Block
from newsdiff.text.lazy_pattern import lazy_pattern

# UTF-8 read as windows-1252: a lead byte's letter, then a continuation byte's sign.
_MOJIBAKE = lazy_pattern("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd")
_LEADS = "ÂÃâ\ufffd"  # what the expression is never found without
_GARBLED = 400  # characters of text to each place that looks wrongly decoded, at least, before a page is called garbled


def mojibake(text: str) -> int:
    """How many places of a text look as if it had been decoded wrongly."""
    return len(_MOJIBAKE.findall(text)) if any(lead in text for lead in _LEADS) else 0


def text_marks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the marks that the text alone bears."""
    text = "\n".join(block.text for block in blocks)
    places = mojibake(text)
    if places >= 3 and places * _GARBLED > len(text):
        yield "mojibake"
