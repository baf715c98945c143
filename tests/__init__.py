"""The tests, laid out as the code is: tests/<room>/test_<file>.py."""
