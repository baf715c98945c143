"""A store's own git configuration: whatever it sets, no program runs and the same is told, or it is refused."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.store import Store
from newsdiff.store.repository import configuration
from tests.kit.stories import START, edit, first
from tests.kit.trap import Trap, configure, trap

# What `git help` names only up to a dot, or what later and other programs have added.
MORE = """
alias.log browser.x.cmd branch.archive.remote branch.archive.merge bundle.x.uri credential.https://x.example.helper
core.alternateRefsCommand core.attributesFile core.hooksPath core.repositoryFormatVersion core.worktree core.gitProxy
diff.newsdiff.binary diff.newsdiff.cachetextconv diff.newsdiff.command diff.newsdiff.textconv diff.newsdiff.algorithm
difftool.x.cmd extensions.compatObjectFormat extensions.noop extensions.objectFormat extensions.partialClone
extensions.preciousObjects extensions.refStorage extensions.relativeWorktrees extensions.worktreeConfig
fetch.fsck.badDate filter.x.clean filter.x.process filter.x.required filter.x.smudge fsck.badDate fsck.skipList
gpg.openpgp.program gpg.ssh.program gpg.x509.program gpg.ssh.defaultKeyCommand guitool.x.cmd hook.x.command hook.x.event
http.https://x.example.proxy include.path includeIf.gitdir:/.path includeIf.onbranch:main.path lfs.url
log.diffMerges maintenance.x.enabled man.x.cmd merge.x.driver mergetool.x.cmd notes.rewrite.x pager.log pretty.x
protocol.ext.allow protocol.file.allow remote.origin.fetch remote.origin.mirror remote.origin.partialclonefilter
remote.origin.promisor remote.origin.proxy remote.origin.push remote.origin.pushurl remote.origin.receivepack
remote.origin.uploadpack remote.origin.url remote.origin.vcs remotes.x sendemail.x.smtpServer submodule.x.update
submodule.x.url tar.x.command trailer.x.cmd trailer.x.command trailer.separators uploadpackfilter.x.allow
url.ext::sh.insteadOf url.ext::sh.pushInsteadOf user.name user.email user.signingKey worktree.useRelativePaths
"""


def every_key() -> list[str]:
    """All keys that this git knows, and those above."""
    told = subprocess.run(["git", "help", "--config-for-completion"], capture_output=True, text=True, check=True).stdout
    named = subprocess.run(["git", "help", "-c"], capture_output=True, text=True, check=True).stdout
    whole = [line.replace("<", "").replace(">", "").replace("*", "x") for line in named.split("\n") if "." in line]
    keys = [key for key in told.split() if not key.endswith(".")]
    return sorted({*keys, *(key for key in whole if " " not in key), *MORE.split()})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two revisions."""
    store = Store.create(tmp_path_factory.mktemp("made") / "store")
    path = store.record([first()], now=START)[0].path
    store.record([edit(path, "Open.")], now=START)
    return store.path


@pytest.fixture(scope="module")
def sprung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    found = trap(tmp_path_factory.mktemp("trap"))
    yield found
    assert not found.sprung, found.mark.read_text()


def told(folder: Path) -> list[object]:
    """What a store says when it is read."""
    store = Store(folder)
    revisions = store.read_all(store.changes())
    return [*revisions, *store.history(revisions[0].path), *store.articles()]


def survives(folder: Path, key: str, value: str, wanted: list[object]) -> bool:
    """Whether a store with this setting is opened; then it must tell the same, or git must name the key."""
    text = (folder / ".git" / "config").read_text()
    configure(folder / ".git", key, value)
    try:
        Store(folder)
    except StoreError as error:
        assert key.lower() in error.message.lower() or "line" in error.message, (key, error.message)
        assert "--from" in error.hint
        return False
    else:
        try:
            assert told(folder) == wanted, (key, value)
        except StoreError as error:
            assert key.lower() in error.message.lower(), (key, value, error.message)
        return True
    finally:
        (folder / ".git" / "config").write_text(text)


def tried(made: Path, sprung: Trap, values: list[str]) -> tuple[int, int]:
    """Set every key to each value, one after the other; how many were opened, and how many refused."""
    wanted, opened, refused = told(made), 0, 0
    for key in every_key():
        for value in values:
            if survives(made, key, value, wanted):
                opened += 1
            else:
                refused += 1
    return opened, refused


def test_no_key_that_git_knows_runs_a_program_or_changes_what_is_told(made: Path, sprung: Trap) -> None:
    opened, refused = tried(made, sprung, [str(sprung.program)])
    assert opened > 30
    assert refused > 500


@pytest.mark.slow
def test_nor_with_any_of_many_values(made: Path, sprung: Trap) -> None:
    values = ["true", "false", "always", "0", "1", "7", "UTF-16", "banana", f"!{sprung.program}", "", "local", "../x"]
    tried(made, sprung, values)


def test_writing_with_all_that_is_allowed_at_once(made: Path, sprung: Trap, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "store")
    git_dir = tmp_path / "store" / ".git"
    for key in every_key():
        for value in ("true", "1", str(sprung.program)):
            setting = configuration.Setting(key.lower(), value, 0)
            if configuration.is_known(setting) and not key.startswith(("color.", "core.bare", "remote.", "extensions")):
                configure(git_dir, key, value)
                break
    store = Store(tmp_path / "store")
    [entry] = store.articles()
    store.record([edit(entry.path, "Shut.", hours=2)], now=START)
    store.maintain(now=START)
    assert store.notices == []
    assert [r.kind.value for r in store.history(entry.path)] == ["edit", "edit", "first"]
    assert list(store.verify()) == []


def test_what_newsdiff_and_git_write_is_known(made: Path, tmp_path: Path) -> None:
    for folder in (made / ".git", Store.create(tmp_path / "bare", bare=True).path):
        found = list(configuration.settings((folder / "config").read_text()))
        assert len(found) > 10
        assert all(configuration.is_known(setting) for setting in found)


@pytest.mark.parametrize(
    "text",
    [
        "[core]\n\tbare = false\\\n\t[filter]",
        "[core] bare = true\n",
        "[core.x]\n\tbare = true\n",
        '[remote "a\\"b"]\n\turl = x\n',
        "[core]\n\tbare\x0b = true\n",
        "[core]\n\t-x = true\n",
        "[core]\n\tx y = true\n",
        "bare = true\n",
        "[core\n",
        "[core]]\n",
        "[]\n",
        "\ufeff[core]\n",
        "[core]\n\0",
        "[core]\r\tbare = true\n",
    ],
)
def test_a_form_that_git_does_not_write_is_not_understood(text: str) -> None:
    with pytest.raises(configuration.Unclear, match="line"):
        list(configuration.settings(text))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("remote.origin.url", "ext::sh -c touch% x"),
        ("remote.origin.url", "-uprogram"),
        ("remote.origin.url", 'e"x"t::sh'),
        ("remote.origin.pushurl", "ext://sh"),
        ("core.fsmonitor", "true"),
        ("core.bare", '"tr"ue'),
        ("core.compression", "99"),
        ("log.date", "banana"),
        ("core.x.bare", "true"),
    ],
)
def test_a_value_that_leads_elsewhere_is_not_known(key: str, value: str) -> None:
    assert not configuration.is_known(configuration.Setting(key, value, 1))


WORDS = st.text("abcXYZ019-._\"'\\ \t;#=[]:/é", max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_what_is_understood_is_what_git_reads(tmp_path_factory: pytest.TempPathFactory, lines, end: str) -> None:
    """Where git and this reader both read a file, they read the same keys and values."""
    file = tmp_path_factory.mktemp("read") / "config"
    text = "".join(f"[{a or 'core'}]{end}\t{b or 'x'} = {c}{end}" for a, b, c in lines)
    file.write_bytes(text.encode())
    try:
        ours = [(found.key, found.value) for found in configuration.settings(text)]
    except configuration.Unclear:
        return
    command = ["git", "config", "--file", str(file), "--no-includes", "--list", "-z"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        return
    theirs = [tuple(pair.partition("\n")[::2]) for pair in done.stdout.decode().split("\0") if pair]
    assert [key for key, _ in ours] == [key for key, _ in theirs]
    plain = [(o, t) for (_, o), (_, t) in zip(ours, theirs, strict=True) if not set('"\\') & set(o)]
    assert all(o.split() == t.split() for o, t in plain)
