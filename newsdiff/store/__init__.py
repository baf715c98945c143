"""Article -> Revision and back: a git repository that anybody can read; the only user of git."""
