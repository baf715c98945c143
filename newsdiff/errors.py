"""What fails and is not a bug.

::

    NewsdiffError
    ├── UsageError                a command was asked for something that makes no sense
    ├── ConfigError               config.toml or watchlist.txt says something we do not understand
    ├── FetchError                no page came
    │   ├── HttpError             the server answered, with a status that is no page
    │   ├── NetworkError          no answer, or half of one
    │   │   └── UnknownHost       no name server knows the host
    │   └── RefusedError          we did not ask: robots.txt, or an address that is not public
    ├── CleanError                a page came, but no article could be read from it
    ├── EngineError               the machines that were to do the work do not answer
    └── StoreError                the store cannot be used
        ├── StoreLocked           another run holds the lock
        ├── UnknownArticle        no article of that name
        ├── UnknownRevision       the article has no such revision
        └── DiskFull              nothing was lost; the next run completes

A fetch or clean error becomes that article's Outcome and the run goes on; a store error stops the run; anything
else is a bug. A message is one sentence without a full stop, a hint is what to do about it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class NewsdiffError(Exception):
    """Something a user can understand and act on: one sentence and a hint; ``choices``: what could have been meant."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "", choices: "Sequence[str]" = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.choices = choices

    def __str__(self) -> str:
        stop = "" if self.hint.endswith("?") else "."
        return f"{self.message}. Hint: {self.hint}{stop}" if self.hint else f"{self.message}."


class UsageError(NewsdiffError):
    """A command was asked for something that makes no sense."""


class ConfigError(NewsdiffError):
    """The configuration or the watch list says something that newsdiff does not understand."""


class FetchError(NewsdiffError):
    """No page came from ``url``; ``transient`` when a later try may succeed."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "", *, url: str = "", transient: bool = False) -> None:
        super().__init__(message, hint)
        self.url = url
        self.transient = transient


class HttpError(FetchError):
    """The server answered with a status that brings no page; ``retry_after`` in seconds, where it said so."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        url: str = "",
        transient: bool = False,
        status: int = 0,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, hint, url=url, transient=transient)
        self.status = status
        self.retry_after = retry_after


class NetworkError(FetchError):
    """No answer, a late one, or half of one."""


class UnknownHost(NetworkError):
    """No name server knows the host: a slip of the pen, or it is gone."""


class RefusedError(FetchError):
    """We did not ask: robots.txt forbids it, or the address is not a public one."""


class CleanError(NewsdiffError):
    """A page came, but no article could be read from it."""

    exit_code = 3


class EngineError(NewsdiffError):
    """The other machines that were to do the work are not there, or not any more; nothing was lost."""

    exit_code = 69


class StoreError(NewsdiffError):
    """The store cannot be used as it is."""

    exit_code = 4


class StoreLocked(StoreError):
    """Another run holds the store's lock; ``brief``: for a write that takes seconds, so that it may be waited for."""

    exit_code = 75

    def __init__(self, message: str, hint: str = "", *, brief: bool = False) -> None:
        super().__init__(message, hint)
        self.brief = brief


class UnknownArticle(StoreError):
    """The store holds no such article, or more than one that fits."""

    exit_code = 2


class UnknownRevision(StoreError):
    """The article has no such revision."""

    exit_code = 2


class DiskFull(StoreError):
    """There is no room left; nothing was lost, and the next run completes."""

    exit_code = 74
