"""The body of an answer, packed as a server sent it -> its plain bytes, and whether it is whole."""
