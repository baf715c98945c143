"""What a unit of work is done with: a child that cleans and one that compares, both of which can be killed."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from newsdiff.clean.sandbox import Cleaner
from newsdiff.process.closing import Closing
from newsdiff.process.sandbox import Sandbox

P = ParamSpec("P")
T = TypeVar("T")


class Workbench(Closing):
    """The children of one worker, begun when first needed; a context manager that ends them."""

    def __init__(self) -> None:
        self.cleaner = Cleaner()
        self._sandbox = Sandbox()

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function of somebody else's text gives within limits; Overrun, Broken."""
        return self._sandbox.call(function, *args, **kwargs)

    def close(self) -> None:
        """End the children."""
        self.cleaner.close()
        self._sandbox.close()

    def stop(self) -> None:
        """End the children of another thread's workbench: what they are at comes to nothing, and no other is begun."""
        self.cleaner.stop()
        self._sandbox.stop()
