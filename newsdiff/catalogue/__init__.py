"""What readers look up across the store: words and when they stood, edits by weight, figures, where a word came from.

``catalogue.db`` is derived from the archive alone; deleted, damaged or of another version, it is made anew.
"""
