"""What users are told: which outcomes are news, how each article fares, what doctor finds."""
