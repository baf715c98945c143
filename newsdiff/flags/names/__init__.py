"""Names of one side of a passage, and what the other side has of them."""
