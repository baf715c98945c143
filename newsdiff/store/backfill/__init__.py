"""Earlier versions of articles that a store does not know yet: read, kept on disk, recorded in the order of times.

``backfill``: from pages to records. ``plan``: what of one article is recorded. ``ledger``, ``spool``: what is on disk.
"""
