"""The checks of one text, one a file."""
