"""A page as HTML: decoded, parsed, its story located, its lines told from furniture, its fields read (``steps``)."""
