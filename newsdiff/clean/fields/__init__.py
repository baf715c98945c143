"""The fields of an article, each from several witnesses: what metadata claim, what the page shows and where."""
