"""A sentence as the rules read it: tokens, cues, phrases, and its counterpart on the other side."""
