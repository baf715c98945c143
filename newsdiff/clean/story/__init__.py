"""The story of a page: its zones in order, what flows in them, and the blocks that are written down."""
