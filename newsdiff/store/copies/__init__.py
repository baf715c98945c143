"""Copies of the history elsewhere: the repositories that are pushed to, and what opens them."""
