"""Small changes that turn what a sentence says."""
