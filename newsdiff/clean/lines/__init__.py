"""What one line of text is, told without markup: a date line, a label, a share button, a counter."""
