"""``newsdiff serve``: the same pages as ``newsdiff site``, live, with a search through every text."""

import sys

import click

from newsdiff.cli import context, output
from newsdiff.cli.commands.site import TITLE, named
from newsdiff.errors import UsageError

_PORT = 8620


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=_PORT, help=f"The port [default: {_PORT}]; 0 is any.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="The address to listen at [default: 127.0.0.1].")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name that it may be asked for under, too.")
@click.option("--title", default=TITLE, metavar="TEXT", help=f"What the site is called [default: {TITLE}].")
@click.option("--no-tags", is_flag=True, help="Leave out the tags that you gave.")
@click.option("--tz", metavar="ZONE", help="Show times in this zone [default: yours].")
def serve(port: int, host: str, names: tuple[str, ...], title: str, no_tags: bool, tz: str | None) -> None:
    """Show the store as a site at http://127.0.0.1:8620/, until Ctrl-C. Nothing can be changed through it.

    Only this machine reaches it, unless --host names an address of the network; whoever reaches that reads the store.
    Requests for other hosts than it listens at, or --name says, are refused.
    """
    try:
        from newsdiff.site import server
    except ImportError as error:
        raise UsageError("newsdiff serve needs a web server", "pip install 'newsdiff[serve]'") from error
    from newsdiff.site.edition import SiteEdition
    from newsdiff.site.live import LiveSite

    _check(host, names)
    edition = SiteEdition(named(title), context.users_zone(tz))
    store = context.open_store()
    live = LiveSite(
        store,
        edition,
        lambda url: context.flag_settings(store, url),
        lambda: {} if no_tags else context.tags(store),
    )
    shown = f"[{host}]" if ":" in host else host
    with server.listening(host, port) as at:
        output.tell(f"http://{shown}:{at.getsockname()[1]}/  (Ctrl-C stops it)")
        sys.stdout.flush()
        try:
            server.serve(live, at, (shown, *names))
        finally:
            live.close()


def _check(host: str, names: tuple[str, ...]) -> None:
    """UsageError for what is no address, and for names that are none or would let any name in."""
    from ipaddress import ip_address

    try:
        ip_address(host)
    except ValueError:
        raise UsageError(f"{host[:60]!r} is no address of this machine", "write one such as 192.168.1.20") from None
    for name in names:
        context.outlet(name)
        if "*" in name or ":" in name:
            raise UsageError(f"{name[:60]!r} is no name of a host", "write one such as wall.newsroom.example")
