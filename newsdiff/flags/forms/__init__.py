"""Whether words are the same in another form of their language: inflected, spelled otherwise, cut, in figures."""
