"""All that a value holds, however short its ``repr`` is."""

import pickle


def whole(value: object) -> str:
    """Every text within a value, as a pickle has them: to look for what must not be there."""
    return pickle.dumps(value).decode("utf-8", "replace")
