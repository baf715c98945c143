"""Child processes that can be killed: how they are started and how they are talked to."""
