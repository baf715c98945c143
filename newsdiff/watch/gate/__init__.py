"""Is it an edit? What speaks against believing a changed text."""
