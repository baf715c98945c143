"""An error that nobody foresaw, told in one line."""

_LONGEST = 300  # characters of its message


def failure(error: BaseException) -> str:
    """``ValueError: not a date (flags/read/dates.py:57)``: its type, its message, and where it was raised."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        parts = trace.tb_frame.f_code.co_filename.replace("\\", "/").split("/")
        if "newsdiff" in parts:  # the last of our own lines says more than one of a library
            ours = parts[len(parts) - parts[::-1].index("newsdiff") :]
            place = f" ({'/'.join(ours)}:{trace.tb_lineno})"
        trace = trace.tb_next
    message = " ".join(str(error).split())
    cut = message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
    return f"{type(error).__name__}{': ' if cut else ''}{cut}{place}"
