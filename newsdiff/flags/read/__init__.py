"""Readers: values (dates, quantities, names, offices, quotations) found in a sentence, normalised."""
