"""``newsdiff clean``: try the cleaner on a URL or a file."""

from pathlib import Path

import click

from newsdiff.cli import fetch_and_clean, input_files, options, output
from newsdiff.model import Cleaned, Settings
from newsdiff.text.scrub import visible

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
    cleaned = _cleaned(source, url, _settings(), allow_private)
    lines = [*fetch_and_clean.block_lines(cleaned.article.blocks)]
    if explain:
        article = cleaned.article
        facts = {name.replace("_", " "): getattr(article, name) for name in _FIELDS} | {"canonical": cleaned.canonical}
        lines += [f"{name}: {value}" for name, value in facts.items() if value not in (None, "", False)]
        lines += [
            f"{w.field} {'from' if w.won else 'not from'} {w.source}: {visible(w.value)}" for w in cleaned.witnesses
        ]
        lines += [f"sign: {sign.kind} ({sign.place})" for sign in cleaned.signs]
        lines += fetch_and_clean.reasons(cleaned.removed)
    output.page(lines)


def _cleaned(source: str, url: str, settings: Settings, allow_private: bool) -> Cleaned:
    from newsdiff.clean import cleaned_html, cleaned_text
    from newsdiff.text.urls import host

    if source.startswith(("http://", "https://")):
        return fetch_and_clean.clean_page(fetch_and_clean.fetch_page(source, settings, allow_private), settings)
    body = input_files.read(source)
    if input_files.is_html(source, body):
        return cleaned_html(body, url, site=settings.site(host(url)))
    return cleaned_text(input_files.decode(source, body), url)


def _settings() -> Settings:
    """The store's settings where there is a store; the defaults elsewhere: a file can be tried anywhere."""
    from newsdiff import config

    return config.load(Path(output.session().store) / ".newsdiff" / "config.toml", {})
