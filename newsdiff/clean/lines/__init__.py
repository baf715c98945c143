"""What one line of text is, told without markup: a date line, a label, a share button, a counter."""

REMEMBERED = 512  # lines, some pages: a line is judged again for each box that it stands in, and in the next version
