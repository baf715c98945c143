"""What later rules find in the revisions of a store, kept beside the history as git notes."""
