"""URL -> Page: politely, within limits, and never to an address that is not public."""
