"""The git repository: the only user of git."""
