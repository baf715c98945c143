"""The documents in the terminal: pages on a topic, and the manual page."""
