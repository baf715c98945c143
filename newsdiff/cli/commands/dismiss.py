"""``newsdiff dismiss``: findings of an edit that are false alarms."""

import click

from newsdiff.cli import completion, context, output
from newsdiff.errors import UnknownRevision, UsageError
from newsdiff.text.scrub import visible


@click.command()
@click.argument("edit", metavar="COMMIT", shell_complete=completion.articles)
@click.argument("findings", nargs=-1, metavar="[FINDING...]")
@click.option("--because", "why", default="", metavar="TEXT", help="Why, for whoever reads it later.")
@click.option("--undo", is_flag=True, help="Take it back: tell all findings of the edit again.")
def dismiss(edit: str, findings: tuple[str, ...], why: str, undo: bool) -> None:
    """Call findings of an edit false alarms: all, or each FINDING (some of its words, or the kind that it is alone of).

    Nothing is deleted: the texts, the edit and the message of its commit stay, and log, diff and the site say what was
    dismissed, and why. It no longer counts as flagged in changes, stats, site and feeds, nor after rejudge. It holds
    for these words of this edit alone; against a kind of false alarm, see [flags] in newsdiff help configuration.

    \b
    newsdiff dismiss 3f2a09c1d8 --because "a poll of readers, no toll"
    newsdiff dismiss 3f2a09c1d8 number
    newsdiff changes --dismissed       what was dismissed so far
    """
    from newsdiff.catalogue import catalogue, dismissals

    if undo and (findings or why):
        raise UsageError("--undo takes back all that was dismissed of an edit", f"newsdiff dismiss {edit} --undo")
    store = context.open_store()
    try:
        before, after = context.pair(store, edit, (), context.users_zone(None))
    except UnknownRevision as error:
        raise UsageError(f"nothing could be dismissed: {error.message}", dismissals.LIST_FLAGGED) from error
    settings = context.flag_settings(store, after.url)
    now = context.now()
    if undo:
        said, lines = "Told again", list(dismissals.restore(store, before, after, settings, now))
    else:
        said, lines = "Dismissed", dismissals.dismiss(store, before, after, settings, wanted=findings, why=why, now=now)
    catalogue.keep(store)
    for line in lines:
        for shown in output.fitted([(visible(f"{said}: {line}"), "equal")], "", "  "):
            click.echo(shown)
    if not undo:
        output.tell(f"The history stays as it is; newsdiff dismiss {after.id[:10]} --undo takes it back.")
