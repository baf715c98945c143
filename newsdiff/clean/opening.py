"""One order for the blocks that open an article, so that a page's layout makes no difference."""

from newsdiff.model import Block, BlockKind

OPENING = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATE)


def canonical(blocks: list[Block]) -> list[Block]:
    """Headline, dek, byline and dates of the opening in this order; the rest as it stands."""
    end = next((i for i, block in enumerate(blocks) if block.kind not in OPENING), len(blocks))
    return sorted(blocks[:end], key=lambda block: OPENING.index(block.kind)) + blocks[end:]
