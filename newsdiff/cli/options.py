"""The options that several commands take, and what the values of options may be where click asks too little."""

from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

MAX_COUNT = 1_000_000  # of lines, revisions, paragraphs
_MAX_CODE = 20  # characters


class Seconds(click.FloatRange):
    """A number of seconds up to a day; to click, ``nan`` is within every range."""

    def __init__(self) -> None:
        super().__init__(0, 86_400)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; a usage error for anything else."""
        seconds = float(super().convert(value, param, ctx))  # type: ignore[arg-type]
        if seconds != seconds:
            self.fail("'nan' is no number of seconds.", param, ctx)
        return seconds


def language_code(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The code of a language (de, pt-BR) as it was given; a usage error for anything else."""
    first = (value or "en").replace("_", "-").partition("-")[0]
    if not (2 <= len(first) <= 3 and first.isascii() and first.islower() and len(value or "") < _MAX_CODE):
        raise click.BadParameter(f"{(value or '')[:40]!r} is no code of a language, such as de or pt-BR.")
    return value


allow_private: Decorator = click.option(
    "--allow-private", is_flag=True, help="Fetch loopback and intranet addresses too."
)
tz: Decorator = click.option(
    "--tz", metavar="ZONE", help="Show times in this zone [default: yours on a terminal, UTC elsewhere]."
)
engine: Decorator = click.option(
    "--engine",
    "engine_name",
    default="inline",
    metavar="inline|local:N|dask://HOST:PORT",
    help="What does the work [default: inline].",
)
verbatim: Decorator = click.option("--verbatim", is_flag=True, help="Take text files as they are, furniture and all.")


def form(*forms: str, default: str | None = None) -> Decorator:
    """``--format``: one of these forms; without a default, what suits where it is shown."""
    return click.option("--format", "form", type=click.Choice(forms), default=default, help="How it is shown.")


def max_count(what: str) -> Decorator:
    """``-n``: at most so many revisions, edits or whatever is listed."""
    return click.option("-n", "--max-count", type=click.IntRange(1, MAX_COUNT), metavar="N", help=f"At most N {what}.")
