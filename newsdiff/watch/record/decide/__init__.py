"""What a visit means: readings of pages become statuses, and what is to be recorded."""
