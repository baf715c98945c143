"""What proves to others what an article said: time stamps by an authority, and one file that needs no newsdiff.

``timestamps``: RFC 3161 stamps over the archive's tip. ``captures``: the raw pages as WACZ. ``package``: the file.
"""
