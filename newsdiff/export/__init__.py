"""The store as data for others: five tables, in SQLite, Parquet, CSV or JSON lines.

``tables``: their columns, with units. ``rows``: what they hold, read from the catalogue and the log of observations.
``database``, ``parquet`` and ``text_files`` write them.
"""
