"""``newsdiff clean``: try the cleaner on a URL or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, fetch_and_clean, input_files, options, output
from newsdiff.errors import UsageError
from newsdiff.model import Cleaned, Removed, Settings
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.watch.memory.site_memory import SiteMemory

_FIELDS = ("url", "published", "published_guess", "modified", "language", "section", "live", "free")


@click.command()
@click.argument("source", metavar="URL|FILE|-")
@click.option("--url", default="", help="The page's address, for a file: it chooses the site's rules.")
@click.option("--explain", is_flag=True, help="Show what was taken out too, and why.")
@options.allow_private
def clean(source: str, url: str, explain: bool, allow_private: bool) -> None:
    """Print the blocks that newsdiff reads out of a page, each behind its kind.

    Rules for a site stand in config.toml under [site."host"]: remove, body, headline.
    """
    from newsdiff.watch.memory.placed_text import packed

    source = context.web_address(source)
    cleaned = _cleaned(source, url, _settings(), allow_private)
    cleaned, memory = _remembered(cleaned, source if source.startswith(("http://", "https://")) else url)
    lines = [*fetch_and_clean.block_lines(cleaned.article.blocks)]
    if explain:
        article = cleaned.article
        facts = {name.replace("_", " "): getattr(article, name) for name in _FIELDS} | {"canonical": cleaned.canonical}
        lines += [f"{name}: {value}" for name, value in facts.items() if value not in (None, "", False)]
        lines += [
            f"{w.field} {'from' if w.won else 'not from'} {w.source}: {visible(w.value)}" for w in cleaned.witnesses
        ]
        lines += [f"sign: {sign.kind} ({sign.place})" for sign in cleaned.signs]
        if cleaned.places:
            lines += [
                "slots: where the blocks stand on the page, by tag and class (newsdiff sites --drop takes one out)"
            ]
            lines += [f"slot: {visible(_slot(run))}" for run in packed(cleaned.places)]
        lines += fetch_and_clean.reasons(_with_why(memory, each) if memory else each for each in cleaned.removed)
    output.page(lines)


def _cleaned(source: str, url: str, settings: Settings, allow_private: bool) -> Cleaned:
    from newsdiff.clean import cleaned_html, cleaned_text
    from newsdiff.text.urls import host

    if source.startswith(("http://", "https://")):
        return fetch_and_clean.clean_page(fetch_and_clean.fetch_page(source, settings, allow_private), settings)
    if not input_files.is_file(source):
        raise UsageError(
            f"there is no file {source}", "a web address begins with https://; an article has show --removed"
        )
    body = input_files.read(source)
    if input_files.is_html(source, body):
        return cleaned_html(body, url, site=settings.site(host(url)))
    return cleaned_text(input_files.decode(source, body), url)


def _remembered(cleaned: Cleaned, url: str) -> "tuple[Cleaned, SiteMemory | None]":
    """The page without the modules that are known of its host and of itself, where there is a store that knows them."""
    from newsdiff.store import Store
    from newsdiff.text.urls import host, normalise
    from newsdiff.watch.memory.mask import Mask, masked
    from newsdiff.watch.memory.own_slot import parsed
    from newsdiff.watch.state.index import looking

    if not url or not (Path(output.session().store) / ".newsdiff").is_dir():
        return cleaned, None
    with looking(Store(output.session().store), now=context.now()) as state:
        memory, known = state.site(host(url)), state.known(normalise(url))
    return masked(cleaned, Mask(memory.module_places), parsed(known.modules)), memory


def _slot(run: str) -> str:
    """``3 blocks in p``: how many blocks in a row stand at a place; the story's own element has no name."""
    many, _, place = run.partition(" ")
    return f"{many} block{'s' * (many != '1')} in {'. (right in the story)' if place == '.' else place}"


def _with_why(memory: "SiteMemory", removed: Removed) -> Removed:
    """A line that was taken out for its slot, with what is known of that."""
    from newsdiff.cli.commands.sites import why
    from newsdiff.watch.memory.inline_modules import REASON

    place = removed.reason.removeprefix(f"{REASON} ")
    known = removed.reason != place and memory.slot(place).times
    return removed._replace(reason=f"{removed.reason}: {why(memory, place)}") if known else removed


def _settings() -> Settings:
    """The store's settings where there is a store; the defaults elsewhere: a file can be tried anywhere."""
    from newsdiff import config

    return config.load(Path(output.session().store) / ".newsdiff" / "config.toml", {})
