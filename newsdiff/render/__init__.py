"""Report -> terminal, plain, json, html, markdown."""
