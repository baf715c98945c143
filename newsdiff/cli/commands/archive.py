"""``newsdiff archive``: have a web archive capture what an article says now."""

import os

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.cli.reach import archiving
from newsdiff.errors import UnknownArticle, UsageError
from newsdiff.text.scrub import visible

_WAIT_SECONDS = 180.0  # for one capture


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
@options.allow_private
def archive(articles: tuple[str, ...], allow_private: bool) -> None:
    """Ask Save Page Now for a capture of each ARTICLE as it stands now, and note it in the log.

    The keys of your account there are read from IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY, in the environment or in
    .newsdiff/secrets. With `on = "edit"` under [archive], each edit is captured as it is recorded.
    """
    from newsdiff.notify.secrets import filled, secrets

    store = context.open_store()
    settings = context.with_private(context.settings(store), allow_private)
    keys, why = filled(settings.archive.keys, secrets(store.private, os.environ))
    if why:
        raise UsageError(why, "archive.org/account/s3.php shows the keys of an account")
    for article in articles:
        revision = store.last(store.find(article))
        if revision is None:
            raise UnknownArticle(f"nothing of {article[:120]} is kept", "newsdiff list shows what is watched")
        saved = archiving.capture(store, settings, keys, revision, seconds=_WAIT_SECONDS)
        output.tell(visible(f"Captured: {saved.address}"))
