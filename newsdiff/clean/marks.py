"""What the gate looks at: signs that a page is no article, or not a whole one."""

from collections.abc import Iterator, Sequence

from newsdiff.model import Block


def marks(blocks: Sequence[Block], page: str) -> Iterator[str]:
    """Yield the marks of a page that gave ``blocks``."""
    if sum(len(block.text) for block in blocks) < 250:
        yield "stub"
