"""Secrets in addresses of services: ``${NAME}``, from the environment or from ``.newsdiff/secrets``.

That file holds lines ``NAME=value`` and must be readable by its owner alone. Configuration and outbox hold no secret.
"""

import re
import stat
from collections.abc import Mapping
from pathlib import Path

from newsdiff.errors import ConfigError

FILE = "secrets"
_LINE = re.compile(r"\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*")
_PLACE = re.compile(r"\$\{(\w+)\}")
_MAX_BYTES = 1_000_000


def secrets(private: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """All secrets by name; the environment goes before the file. ConfigError where others may read the file."""
    path = private / FILE
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ConfigError(f"{path} can be read by others", f"chmod 600 {path}")
        if path.stat().st_size > _MAX_BYTES:
            raise ConfigError(f"{path} is larger than {_MAX_BYTES:,} bytes", "it holds one NAME=value a line")
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return dict(environ)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {type(error).__name__}", "it is a text file in UTF-8") from None
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            read = _LINE.fullmatch(line)
            if read is None:
                raise ConfigError(f"{path}:{number}: this is no NAME=value", "one secret a line")
            found[read[1]] = _bare(read[2])
    return found | dict(environ)


def filled(address: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The address with its secrets, and why it cannot be filled in; empty where it can."""
    missing = [name for name in _PLACE.findall(address) if name not in known]
    if missing:
        return "", f"{', '.join(dict.fromkeys(missing))} is set neither in the environment nor in .newsdiff/{FILE}"
    return _PLACE.sub(lambda found: known[found[1]], address), ""


def _bare(value: str) -> str:
    """A value without the quotes around it."""
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
