"""WARC (and ARC) files <-> pages. What is read is believed only where its length and its digest say so."""
