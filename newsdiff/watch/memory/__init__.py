"""What a site's pages have in common, and what on them changes by itself."""
