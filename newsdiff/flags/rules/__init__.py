"""The rules, one a file; ``registry.rules`` finds them."""
