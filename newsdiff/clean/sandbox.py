"""Cleaning in a child process that can be killed: hostile pages end within limits of CPU, memory and wall time."""

from newsdiff.errors import CleanError
from newsdiff.model import Cleaned, PageToClean
from newsdiff.process.closing import Closing
from newsdiff.process.sandbox import CPU_SECONDS, MEMORY_BYTES, WALL_SECONDS, Broken, Overrun, Sandbox

_KEPT = "the page is kept; look at it by hand"


class Cleaner(Closing):
    """A context manager that cleans pages in one killable child."""

    def __init__(self, *, cpu: int = CPU_SECONDS, wall: float = WALL_SECONDS, memory: int = MEMORY_BYTES) -> None:
        self._sandbox = Sandbox(cpu=cpu, wall=wall, memory=memory)

    def close(self) -> None:
        """End the child, if there is one."""
        self._sandbox.close()

    def stop(self) -> None:
        """End the child of another thread's cleaner; it begins no other."""
        self._sandbox.stop()

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is none."""
        return self._sandbox.pid

    def clean(self, page: PageToClean) -> Cleaned:
        """What ``cleaned_page`` gives; raises CleanError as it does, or when the page costs more than the limits."""
        try:
            answer = self._sandbox.call(_cleaned, page)
        except Overrun as error:
            raise CleanError(f"the page could not be cleaned: {error}", _KEPT) from error
        except Broken as error:
            raise CleanError(f"the page could not be cleaned, a fault of newsdiff: {error}", _KEPT) from error
        if isinstance(answer, Cleaned):
            return answer
        raise CleanError(*answer)


def _cleaned(page: PageToClean) -> Cleaned | tuple[str, str]:
    """The cleaned page, or message and hint of the CleanError."""
    from newsdiff.clean import cleaned_page

    try:
        return cleaned_page(*page)
    except CleanError as error:
        return error.message, error.hint
