"""``newsdiff completion``: the line that teaches a shell what can come next."""

import click

from newsdiff.errors import UsageError

_VARIABLE = "_NEWSDIFF_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what teaches SHELL to complete commands, options, articles and tags.

    \b
    newsdiff completion bash >> ~/.bashrc
    newsdiff completion zsh >> ~/.zshrc
    newsdiff completion fish > ~/.config/fish/completions/newsdiff.fish
    """
    from click.shell_completion import get_completion_class

    from newsdiff.cli.group import app

    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"nothing is known of {shell}", "name bash, zsh or fish")
    click.echo(found(app, {}, "newsdiff", _VARIABLE).source(), nl=False)
