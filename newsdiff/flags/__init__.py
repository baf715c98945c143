"""Diff -> Flags: one rule a file, registered by a decorator."""
