"""URL -> Page: politely, within limits, and never to an address that is not public."""

from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.kinds import Want
from newsdiff.fetch.robots import Robots

__all__ = ["Fetcher", "Robots", "Want"]
