"""What is watched, and what of it is to be visited when."""
