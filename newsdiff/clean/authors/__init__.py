"""Who made an article: the lines that name authors, by metadata, markup, shape and place; credits of pictures."""
