"""The only conductor: schedule, state, gate, run."""
