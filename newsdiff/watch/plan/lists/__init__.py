"""Lists of other tools: what their files name to be watched, and what of it newsdiff does not take over."""
