"""What is recorded: a visit decided, a snapshot, a reclean, the quarantine."""
