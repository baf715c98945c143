"""An error that nobody foresaw, told in one line."""

_PACKAGE = __file__.removesuffix("process/failure.py")  # where this newsdiff stands; a checkout may be called so too
_LONGEST = 300  # characters of its message


def failure(error: BaseException) -> str:
    """``ValueError: not a date (flags/read/dates.py:57)``: its type, its message, and where it was raised."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_PACKAGE):  # the last of our own lines says more than one of a library
            place = f" ({file.removeprefix(_PACKAGE)}:{trace.tb_lineno})"
        trace = trace.tb_next
    message = " ".join(str(error).split())
    cut = message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
    return f"{type(error).__name__}{': ' if cut else ''}{cut}{place}"
