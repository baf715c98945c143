"""What each kind of page shows, from the contents of the store."""
