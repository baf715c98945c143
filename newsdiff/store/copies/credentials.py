"""The password that a remote's address held: kept for the store's owner alone, and given to git when it pushes.

git would keep it in its configuration, which everybody may read who may read the store. ``.newsdiff/credentials`` is in
the form of ``git credential-store``, one address a line, mode 0600.
"""

import shlex
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urlsplit

from newsdiff.errors import UsageError
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.disk import replace_file, room
from newsdiff.text.secrets import is_drawn
from newsdiff.text.urls import public, redact

_FILE = "credentials"
_NO_PASSWORDS = ("", "x-oauth-basic")  # what stands for one where the user's name is the secret


class Login(NamedTuple):
    """Who pushes to a place (scheme and host), and with what; both percent-encoded."""

    scheme: str
    user: str
    password: str
    place: str

    @property
    def line(self) -> str:
        """The line of ``git credential-store``."""
        return f"{self.scheme}://{self.user}:{self.password}@{self.place}"


def parted(url: str) -> tuple[str, Login | None]:
    """A remote's address without its password, and the login that it held; UsageError where they cannot be parted."""
    try:
        parts = urlsplit(url)
        place = parts.netloc.rpartition("@")[2].lower() if parts.port is None or parts.port else ""
    except ValueError:
        raise UsageError(f"{redact(url)} is no address", "write it as https://git.example.org/store.git") from None
    if parts.scheme not in ("http", "https"):
        return (_without_password(parts) if parts.password is not None else url), None
    bare = parts._replace(netloc=place).geturl()
    if public(bare) != bare:
        raise UsageError(f"{redact(url)} holds a secret that git would show", "put it before the host: user:secret@")
    if "@" not in parts.netloc:
        return url, None
    user, password = unquote(parts.username or ""), parts.password
    nameless = password in _NO_PASSWORDS or (password is None and is_drawn(user))
    if password is None and not nameless:
        return url, None
    login = Login(parts.scheme, quote(user, safe=""), quote(unquote(password or ""), safe=""), place)
    return parts._replace(netloc=place if nameless else f"{login.user}@{place}").geturl(), login


def keep(private: Path, login: Login) -> None:
    """Put a login first in the file, in the place of an older one of the same user there."""
    path = private / _FILE
    with room(path):
        held = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        start = f"{login.scheme}://{login.user}:"
        others = [old for old in held if old and not (old.startswith(start) and old.endswith(f"@{login.place}"))]
        replace_file(path, ("\n".join([login.line, *others]) + "\n").encode())


def helper(private: Path) -> tuple[str, ...]:
    """The setting that lets git read what was kept, and write nothing there; none where nothing was."""
    path = private / _FILE
    if not path.exists():
        return ()
    read = f"git credential-store --file {shlex.quote(str(path.absolute()))} get"
    return (f'credential.helper=!f() {{ test "$1" != get || {read}; }}; f',)


def _without_password(parts: SplitResult) -> str:
    """An address of another kind (ssh), where git has no use for a password."""
    user, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}@{host}").geturl()
