"""One host's pages, visited, read and cleaned, in a process of its own."""
