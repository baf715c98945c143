"""Commits that somebody made by hand, or that are damaged: verify names them, everything else passes them over."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.model import Page, RevisionKind, Settings
from newsdiff.store import Record, Store
from newsdiff.store.repository import commit_message
from newsdiff.watch import examine
from newsdiff.watch.state.index import State
from tests.kit.stories import START, URL, edit, first, text

Run = Callable[..., str]
OURS = "newsdiff <newsdiff@localhost> 1772355600 +0000"


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def raw(folder: Path, *args: str, stdin: bytes = b"") -> str:
    done = subprocess.run(["git", "-C", str(folder), *args], input=stdin, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace").strip()


def committed(
    store: Store, *, tree: str = "", author: str = "", committer: str = OURS, extra: str = "", message: bytes
) -> str:
    """Put a commit of these bytes on the archive, whatever git would say of it."""
    parent = raw(store.path, "rev-parse", "archive")
    tree = tree or raw(store.path, "rev-parse", "archive^{tree}")
    author = author or "x <x> 1772355600 +0000"
    head = f"tree {tree}\nparent {parent}\nauthor {author}\ncommitter {committer}\n{extra}\n"
    body = head.encode("utf-8", "surrogateescape") + message
    made = raw(store.path, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=body)
    raw(store.path, "update-ref", "refs/heads/archive", made)
    return made


def tree_with(store: Store, path: str, body: bytes, mode: str = "100644") -> str:
    """The archive's tree with another file at a path."""
    blob = raw(store.path, "hash-object", "-w", "--stdin", stdin=body)
    index = ["env", f"GIT_INDEX_FILE={store.path}/.git/hand", "git", "-C", str(store.path)]
    subprocess.run([*index, "read-tree", "archive"], check=True)
    subprocess.run([*index, "update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}"], check=True)
    return subprocess.run([*index, "write-tree"], check=True, capture_output=True, text=True).stdout.strip()


def message(store: Store, path: str, change: Callable[[str], str] = lambda text: text) -> tuple[str, bytes]:
    """A tree with a new text, and the message that newsdiff would write for it, changed by hand."""
    from newsdiff import document

    record = edit(path, f"Text {raw(store.path, 'rev-parse', 'archive')[:6]}.")
    body = document.dumps(record.article).encode()
    pairs = commit_message.trailers(record, hashlib.sha256(body).hexdigest())
    return tree_with(store, path, body), change(commit_message.write(record, pairs)).encode("utf-8", "surrogateescape")


def told(store: Store) -> list[str]:
    """Every reader goes on; how many revisions they see."""
    again = Store(store.path)
    seen = [r.id for r in again.changes()]
    for entry in again.articles():
        assert {r.id for r in again.history(entry.path)} <= set(seen)
        assert again.last(entry.path) is not None
        assert again.find(entry.url) == entry.path
    assert [r.article is not None for r in again.read_all(again.changes())] == [True] * len(seen)
    (store.private / "state.db").unlink(missing_ok=True)
    examine(again, Settings(), now=START + timedelta(days=1))
    with State(again) as state:
        assert state is not None
    return seen


def goes_on(store: Store, path: str, stranger: str, why: str) -> None:
    """Verify names the commit and why; the others pass it over, and the next run records behind it."""
    before = told(store)
    assert stranger not in before
    faults = [fault for fault in store.verify() if fault.commit == stranger]
    assert any("a commit that newsdiff did not record" in fault.message for fault in faults)
    assert any(why in fault.message for fault in faults), [fault.message for fault in faults]
    [made] = store.record([edit(path, "After all.", hours=30)], now=START + timedelta(hours=31))
    assert told(store) == [made.id, *before]
    date = raw(store.path, "log", "-1", "--format=%ct", "archive")
    assert int(date) == int((START + timedelta(hours=31)).timestamp())


# --- silence ---


def test_what_newsdiff_recorded_counts_whoever_committed_it_anew(store: Store, path: str) -> None:
    """A history that was rewritten by a tool, text and message to the letter."""
    tree, body = message(store, path)
    made = committed(store, tree=tree, committer="x <x@example.org> 1772355600 +0000", message=body)
    assert made in told(store)


def test_a_note_of_the_users_on_the_archive_is_only_named(store: Store, path: str) -> None:
    made = committed(store, tree=tree_with(store, "NOTES.md", b"mine"), message=b"my notes\n")
    goes_on(store, path, made, "it has no Kind")


# --- messages ---


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Since: 2026", "Since: 1969", "its Since cannot be read"),
        ("Since: 2026-03-01T08:00:00Z", "Since: yesterday", "its Since cannot be read (yesterday)"),
        ("Since: 2026-03-01T08:00:00Z", "Since: 2026-03-01", "its Since"),
        ("Since: 2026-03-01T08:00:00Z", "Since: 0001-01-01T00:00:00+23:59", "its Since"),
        ("Kind: edit", "Kind: edit\nWords: many", "its Words cannot be read (many)"),
        ("Kind: edit", f"Kind: edit\nWords: +{'9' * 5000} -0 ~0", "its Words"),
        ("Kind: edit", "Kind: edit\nWords: +1 -0 0", "its Words"),
        ("Kind: edit", "Kind: edit\nWords: +-1 -0 ~0", "its Words"),
        ("Kind: edit", "Kind: edit\nWords: +\u0663 -0 ~0", "its Words"),
        ("Kind: edit", "Kind: rewrite", "its Kind is none (rewrite)"),
        ("Kind: edit", "Kin: edit", "it has no Kind"),
        ("Bridge", "Br\udcffdge", "its message is no UTF-8"),
        ("Bridge", "Br\x01dge", "did not record"),
        ("Bridge", "Br\x01" + "0" * 40 + "\x01dge", "did not record"),
    ],
)
def test_a_message_that_says_what_cannot_be(store: Store, path: str, old: str, new: str, why: str) -> None:
    tree, body = message(store, path, lambda text: text.replace(old, new))
    goes_on(store, path, committed(store, tree=tree, message=body), why)


def test_a_message_in_another_encoding(store: Store, path: str) -> None:
    tree, body = message(store, path)
    made = committed(store, tree=tree, extra="encoding ISO-8859-1\n", message=body.replace(b"Bridge", b"Br\xfccke"))
    goes_on(store, path, made, "its message is in ISO-8859-1")


@pytest.mark.parametrize(
    "author",
    ["x <x> -3600 +0000", "x <x> 99999999999999 +0000", f"x <x> {'9' * 5000} +0000", "x <x> now +0000", "x <x>", "x"],
)
def test_a_time_that_no_store_can_keep(store: Store, path: str, author: str) -> None:
    tree, body = message(store, path)
    goes_on(store, path, committed(store, tree=tree, author=author, message=body), "no time between 1970 and 2100")


@pytest.mark.parametrize("seconds", ["-3600", "99999999999999", "9" * 5000, "now", "7258118400"])
def test_a_committers_time_that_no_store_can_keep(store: Store, path: str, seconds: str) -> None:
    """Later revisions do not carry it on."""
    committed(store, committer=f"x <x> {seconds} +0000", message=b"x\n")
    [made] = store.record([edit(path, "Open.")], now=START + timedelta(hours=2))
    assert int(raw(store.path, "log", "-1", "--format=%ct", "archive")) == int((START + timedelta(hours=2)).timestamp())
    assert made.id in told(store)


# --- what was changed ---


def test_a_text_that_is_not_the_recorded_one(store: Store, path: str) -> None:
    _, body = message(store, path)
    made = committed(
        store,
        tree=tree_with(store, path, b"mine\n"),
        committer="x <x@example.org> 1772355600 +0000",
        message=body,
    )
    goes_on(store, path, made, "did not record")


@pytest.mark.parametrize("name", ["NOTES.md", "a/b", "Gazette.example/2026/03/x-12345678.md"])
def test_a_file_that_is_no_article(store: Store, path: str, name: str) -> None:
    _, body = message(store, path)
    goes_on(store, path, committed(store, tree=tree_with(store, name, b"mine\n"), message=body), "did not record")


def test_a_link_in_an_articles_place(store: Store, path: str) -> None:
    _, body = message(store, path)
    tree = tree_with(store, path, b"/etc/passwd", mode="120000")
    made = committed(store, tree=tree, message=body)
    assert made not in told(store)
    assert made in {fault.commit for fault in store.verify()}


def test_two_files_at_once(store: Store, path: str) -> None:
    tree, body = message(store, path)
    index = ["env", f"GIT_INDEX_FILE={store.path}/.git/hand", "git", "-C", str(store.path)]
    subprocess.run([*index, "read-tree", tree], check=True)
    blob = raw(store.path, "hash-object", "-w", "--stdin", stdin=b"mine")
    subprocess.run([*index, "update-index", "--add", "--cacheinfo", f"100644,{blob},NOTES.md"], check=True)
    both = subprocess.run([*index, "write-tree"], check=True, capture_output=True, text=True).stdout.strip()
    goes_on(store, path, committed(store, tree=both, message=body), "did not record")


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_to_a_commit_stops_a_reader(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int, cut: int
) -> None:
    store = Store.create(tmp_path_factory.mktemp("store") / "store", bare=True)
    path = store.record([first()], now=START)[0].path
    store.record([edit(path, "Open.")], now=START)
    body = subprocess.run(
        ["git", "-C", store.path, "cat-file", "commit", "archive"], capture_output=True, check=True
    ).stdout
    start = body.index(b"author ")
    damaged = body[: start + at] + junk + body[start + at + cut :]
    made = raw(store.path, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=damaged)
    raw(store.path, "update-ref", "refs/heads/archive", made)
    try:
        told(store)
    except StoreError:  # a commit without its parent: the revision before it is gone, and that is told
        assert list(store.verify())


# --- indexes ---


def test_a_line_of_the_index_that_says_otherwise_is_named(store: Store, path: str) -> None:
    file = store.private / "index.tsv"
    file.write_text(file.read_text().replace("first", "edit"))
    assert [fault.path for fault in store.verify() if "index.tsv" in fault.message] == [path]
    file.unlink()
    assert list(store.verify()) == []


@pytest.mark.parametrize("damage", [b"x\n", b"\xff" * 80 + b"\n", b"\t" * 7 + b"\n", b"a\tb\tc\td\te\tf\tg\th\ti\n"])
def test_a_damaged_index_is_made_anew(store: Store, path: str, damage: bytes) -> None:
    file = store.private / "index.tsv"
    line = file.read_bytes()
    for held in (damage + line, line.replace(line.split(b"\t")[2], b"soon"), line[:41] + line):
        file.write_bytes(held)
        again = Store(store.path)
        assert [entry.path for entry in again.articles()] == [path]
        assert again.find(URL) == path
    store.record([edit(path, "Open.")], now=START)
    assert len(Store(store.path).articles()) == 1
    assert list(store.verify()) == []


def lying_graph(store: Store, git: Run, commit: str, parent: str) -> None:
    """An index of commits in which a commit has another parent."""
    shutil.rmtree(store.path / ".git/objects/info/commit-graphs")
    git("commit-graph", "write", "--reachable", "--changed-paths")
    file = store.path / ".git/objects/info/commit-graph"
    held = bytearray(file.read_bytes())
    chunks = {bytes(held[at : at + 4]): int.from_bytes(held[at + 4 : at + 12]) for at in range(8, 8 + 12 * held[6], 12)}
    names = sorted(git("rev-list", "--all").split())
    place = chunks[b"CDAT"] + 36 * names.index(commit) + 20
    held[place : place + 4] = names.index(parent).to_bytes(4)
    held[-20:] = hashlib.sha1(held[:-20]).digest()
    file.chmod(0o600)
    file.write_bytes(held)


def test_an_index_of_commits_that_lies_hides_nothing_from_verify(store: Store, path: str, git: Run) -> None:
    for hours in (1, 2):
        store.record([edit(path, f"Text {hours}.", hours=hours)], now=START)
    tip, middle, root = git("rev-list", "archive").split()
    assert list(store.verify(path)) == []
    lying_graph(store, git, tip, root)
    assert middle not in {revision.id for revision in Store(store.path).history(path)}
    for faults in (store.verify(), store.verify(path)):
        assert middle in {fault.commit for fault in faults}
    (store.path / ".git/objects/info/commit-graph").unlink()
    assert list(store.verify()) == []


def test_an_object_that_git_shows_in_the_place_of_another_is_named(store: Store, path: str, git: Run) -> None:
    git(
        "replace",
        git("rev-parse", f"archive:{path}").strip(),
        git("hash-object", "-w", "-t", "blob", "/dev/null").strip(),
    )
    assert any("refs/replace" in fault.message for fault in store.verify())
    assert Store(store.path).last(path).article.text


# --- before the first byte ---


OUT = [datetime(1969, 12, 31, 23, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC), datetime(1, 1, 2, tzinfo=UTC)]


def all_files(store: Store) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in store.path.rglob("*") if p.is_file()}


@pytest.mark.parametrize("at", OUT, ids=str)
def test_a_time_outside_is_refused_before_anything_is_written(store: Store, path: str, at: datetime) -> None:
    before = all_files(store)
    article = text("Open.")
    for record, now in (
        (Record(article, RevisionKind.EDIT, at, path=path), START),
        (Record(article, RevisionKind.EDIT, START, since=at, path=path), START),
        (Record(article, RevisionKind.EDIT, START, path=path), at),
    ):
        with pytest.raises(StoreError, match="between 1970 and 2100"):
            store.record([edit(path, "Fine."), record], now=now)
    page = Page(URL, URL, 200, "text/html", b"x", at)
    with pytest.raises(StoreError, match="between 1970 and 2100"):
        store.raw.put(page)
    assert all_files(store) == before
    assert told(store)


@pytest.mark.parametrize("at", OUT, ids=str)
def test_nor_by_a_snapshot(store: Store, path: str, at: datetime) -> None:
    from newsdiff.watch import snapshot

    before = all_files(store)
    page = Page(URL, URL, 200, "text/html", b"x", START)
    with pytest.raises(StoreError, match="between 1970 and 2100"):
        snapshot(store, text("Open.", url="https://herald.example/x"), seen_at=at, now=START, page=page)
    assert all_files(store) == before
