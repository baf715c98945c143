"""What the values of options may be, where several commands take them or click asks too little."""

import click

MAX_COUNT = 1_000_000  # of lines, revisions, paragraphs


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
