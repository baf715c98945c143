"""Web archives: what a Wayback server holds of an address comes in, an address goes out to be captured.

``captures``: which ones there are. ``replay``: their pages, as they were archived. ``saving``: Save Page Now.
Everything is asked through ``fetch``: its pace, its deadline and its gate hold for archives too.
"""
