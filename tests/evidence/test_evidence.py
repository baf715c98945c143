"""Time stamps of a real `openssl ts`, and a package that is checked as its own page says."""

import hashlib
import html
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from newsdiff.catalogue import dismissals
from newsdiff.cli import context
from newsdiff.cli.reach import notifying, stamping
from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.errors import StoreError, UsageError
from newsdiff.evidence import package, timestamps
from newsdiff.flags.version import RULES
from newsdiff.model import EvidenceSettings, FetchSettings, FlagSettings, Page, RevisionKind, Settings
from newsdiff.notify.outbox import Outbox
from newsdiff.store import Record, Store
from newsdiff.store.judgements.judgements import Judgements, KeptJudgement
from tests.kit.authority import Authority, expire, made, serving

START = datetime(2026, 3, 12, 10, tzinfo=UTC)
URL = "https://news.example/2026/03/ferry?id=7"
TOLD = ("Twelve people were injured.", "Twelve people were <killed> & more.", "Nobody was injured.")

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with serving(made(tmp_path_factory.mktemp("authority"))) as found:
        yield found


@pytest.fixture
def answering(authority: Authority) -> Authority:
    """The authority, as it answers when all is well, asked by nobody yet."""
    authority.asked.clear()
    authority.status, authority.answer = 200, None
    return authority


def recorded(store: Store, number: int) -> None:
    """The text of this number, of an article or a story of another one behind it."""
    seen = START + timedelta(hours=number)
    texts = [article([text], "Ferry collides with pier", "en")._replace(url=URL) for text in TOLD]
    page = Page(URL, URL, 200, "text/html", f"<p>{TOLD[number]}".encode(), seen)
    path = store.path_of(URL)
    report = compare(texts[number - 1], texts[number]) if number else None
    kind = RevisionKind.EDIT if number else RevisionKind.FIRST
    raw = store.raw.put(page)
    since = seen - timedelta(minutes=30) if number else None
    store.record([Record(texts[number], kind, seen, since, report, raw_sha256=raw, path=path)], now=seen)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path / "snapshots")
    recorded(store, 0)
    return store


def settings(authority: Authority) -> Settings:
    evidence = EvidenceSettings(timestamp=authority.url, timestamp_ca=str(authority.certificates))
    return Settings(fetch=FetchSettings(allow_private=True, delay=0), evidence=evidence)


def openssl_holds(store: Store, commit: str, authority: Authority, folder: Path) -> bool:
    """What docs/evidence.md says of checking a stamp without newsdiff."""
    data = subprocess.run(["git", "-C", store.path, "cat-file", "commit", commit], check=True, capture_output=True)
    (folder / "commit").write_bytes(data.stdout)
    file = store.private / "stamps" / f"{commit}.tsr"
    command = ["openssl", "ts", "-verify", "-data", folder / "commit", "-in", file, "-CAfile", authority.certificates]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(autouse=True)
def client() -> None:
    pytest.importorskip("rfc3161_client")


def test_a_tip_is_stamped_once_and_holds(store: Store, answering: Authority, tmp_path: Path) -> None:
    assert list(stamping.doubts(store, settings(answering))) == []
    assert stamping.stamped(store, settings(answering)) == ""
    assert stamping.stamped(store, settings(answering)) == ""
    assert len(answering.asked) == 1
    [one] = timestamps.stamps(store.private)
    assert one.commit == store.tip
    assert abs(timestamps.stamped_at(one.file) - datetime.now(UTC)) < timedelta(minutes=5)
    assert list(stamping.doubts(store, settings(answering))) == []
    assert openssl_holds(store, store.tip, answering, tmp_path)
    assert store.notices == []


def test_an_empty_store_asks_nobody(tmp_path: Path, answering: Authority) -> None:
    assert stamping.stamped(Store.create(tmp_path / "empty"), settings(answering)) == ""
    assert answering.asked == []


def test_the_gate_lets_no_request_into_a_private_network(store: Store, answering: Authority) -> None:
    public = Settings(evidence=settings(answering).evidence)
    assert "not a public address" in stamping.stamped(store, public)
    assert answering.asked == []


@pytest.mark.parametrize(
    ("status", "answer", "why"),
    [
        (500, None, "answered with status 500"),
        (200, b"", "no time stamp"),
        (200, b"<html>a page</html>", "no time stamp"),
        (200, bytes.fromhex("30053003020102"), "refused to stamp"),
        (200, bytes(1 << 21), "too long"),
    ],
    ids=["status", "nothing", "a page", "refused", "long"],  # older pytests put the answer itself into the environment
)
def test_what_is_no_stamp_is_not_kept(
    store: Store, answering: Authority, status: int, answer: bytes | None, why: str
) -> None:
    answering.status, answering.answer = status, answer
    assert why in stamping.stamped(store, settings(answering))
    assert timestamps.stamps(store.private) == []


def test_an_old_answer_and_one_of_another_authority_are_not_kept(
    store: Store, answering: Authority, tmp_path: Path
) -> None:
    other = made(tmp_path, "Another")
    assert "of ca.pem signed it" in stamping.stamped(
        store,
        Settings(
            settings(answering).fetch,
            evidence=EvidenceSettings(timestamp=answering.url, timestamp_ca=str(other.certificates)),
        ),
    )
    stamping.stamped(store, settings(answering))
    [one] = timestamps.stamps(store.private)
    answering.answer = one.file.read_bytes()
    one.file.unlink()
    assert "another request" in stamping.stamped(store, settings(answering))


def test_a_stamp_that_does_not_hold_is_told(store: Store, answering: Authority, tmp_path: Path) -> None:
    stamping.stamped(store, settings(answering))
    [first] = timestamps.stamps(store.private)
    recorded(store, 1)
    stamping.stamped(store, settings(answering))
    good = first.file.read_bytes()
    second = store.private / "stamps" / f"{store.tip}.tsr"
    first.file.write_bytes(second.read_bytes())
    assert list(stamping.doubts(store, settings(answering))) == [
        (first.commit, "its time stamp is not good: it is over something else")
    ]
    assert not openssl_holds(store, first.commit, answering, tmp_path)
    first.file.write_bytes(good[:-5])
    [(commit, why)] = stamping.doubts(store, settings(answering))
    assert (commit, "not good" in why) == (first.commit, True)
    at = len(good) - 20  # in the signature
    first.file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
    assert [commit for commit, _ in stamping.doubts(store, settings(answering))] == [first.commit]
    first.file.write_bytes(good)
    subprocess.run(["git", "-C", store.path, "update-ref", "refs/heads/archive", first.commit], check=True)
    [(_, why)] = stamping.doubts(Store(store.path), settings(answering))
    assert "no longer holds" in why


def test_a_certificate_that_expired_since_makes_no_fault(store: Store, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    old = made(tmp_path / "old")
    expire(old)
    with serving(old):
        assert "has expired" in stamping.stamped(store, settings(old))
        unheld = Settings(settings(old).fetch, evidence=EvidenceSettings(timestamp=old.url))
        assert stamping.stamped(store, unheld) == ""  # as if it had been kept before it expired
    assert list(stamping.doubts(store, settings(old))) == []
    [notice] = store.notices
    assert "expired" in notice and "-attime" in notice


def test_without_the_authoritys_certificates_that_is_said(store: Store, answering: Authority) -> None:
    stamping.stamped(store, settings(answering))
    bare = Settings(evidence=EvidenceSettings(timestamp=answering.url))
    assert list(stamping.doubts(store, bare)) == []
    assert "timestamp_ca" in store.notices[0]


def test_certificates_that_are_none_are_a_notice(store: Store, answering: Authority, tmp_path: Path) -> None:
    stamping.stamped(store, settings(answering))
    (tmp_path / "none.pem").write_text("a letter")
    wrong = Settings(evidence=EvidenceSettings(timestamp_ca=str(tmp_path / "none.pem")))
    assert list(stamping.doubts(store, wrong)) == []
    assert "were not checked" in store.notices[0]


def test_without_the_extra_that_is_said(store: Store, answering: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rfc3161_client", None)
    assert "need rfc3161-client" in stamping.stamped(store, settings(answering))
    with pytest.raises(UsageError, match="rfc3161-client"):
        timestamps.stamp(store, lambda _: b"", None)


def test_a_request_goes_through_the_outbox(store: Store, answering: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "tags", lambda _: {})
    monkeypatch.setattr(context, "users_zone", lambda _: UTC)
    monkeypatch.setattr(context, "now", lambda: START + timedelta(hours=3))
    wanted = settings(answering)
    assert notifying.anybody(wanted)
    notifying.begin(store, wanted, START)
    assert notifying.deliver(store, wanted) == []
    recorded(store, 1)
    answering.status = 503
    notifying.posted(store, wanted, START + timedelta(hours=1))
    [failed] = notifying.deliver(store, wanted)
    assert (failed.receiver, failed.taken, failed.waiting, "503" in failed.error) == ("timestamp", 0, 1, True)
    recorded(store, 2)
    answering.status = 200
    notifying.posted(store, wanted, START + timedelta(hours=2))
    [done] = notifying.deliver(store, wanted, due_only=False)
    assert (done.taken, done.error) == (2, "")
    assert Outbox(store.private).parcels() == []
    assert [one.commit for one in timestamps.stamps(store.private)] == [store.tip]
    assert len(answering.asked) == 2  # the refused one, and one over the newest commit for both runs


# --- the package ---

Packed = Callable[..., Path]


@pytest.fixture
def packed(store: Store, answering: Authority, tmp_path: Path) -> Packed:
    """Packs the evidence on the ferry and unpacks it into a folder."""

    def pack(**given: Path | None) -> Path:
        out, folder = tmp_path / "ferry.zip", tmp_path / "unpacked"
        authority = given.get("authority", answering.certificates)
        package.write(
            store, store.find("ferry"), out, settings=FlagSettings(), authority=authority, now=START + timedelta(days=1)
        )
        shutil.unpack_archive(out, folder)
        return folder / "ferry"

    return pack


def commands(folder: Path) -> list[str]:
    """The commands of the page, as a reader copies them."""
    page = (folder / "VERIFY.html").read_text(encoding="utf-8")
    found = "\n".join(re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL))
    return [line for line in html.unescape(found).split("\n") if line]


def failing(folder: Path) -> list[str]:
    """The commands that do not hold."""
    shutil.rmtree(folder / "history", ignore_errors=True)
    return [
        line
        for line in commands(folder)
        if subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=False).returncode
    ]


@pytest.fixture
def whole(store: Store, answering: Authority, tmp_path: Path) -> Store:
    """A store with a signed and stamped history of three texts."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    for number in (1, 2):
        recorded(store, number)
        store.sign(tmp_path / "key", now=START + timedelta(hours=number))
        stamping.stamped(store, settings(answering))
    return store


def test_the_page_says_how_to_check_it_and_that_holds(whole: Store, packed: Packed) -> None:
    folder = packed()
    told = commands(folder)
    assert failing(folder) == []
    tools = [line.split()[0] for line in told]
    assert (tools.count("sha256sum"), tools.count("openssl")) == (1, 2)
    assert sum("verify-tag" in line for line in told) == 2
    assert sum("Raw-Sha256" in line for line in told) == 3
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"stamped.commit"}
    listed = {line[66:] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    kept = {name for name in names if not name.startswith("history/")}
    assert kept == listed | {"SHA256SUMS"}


@pytest.mark.parametrize(
    ("name", "checks"),
    [
        ("texts/002.md", ("sha256sum --check", "| cmp - texts/002.md", "Text-Sha256")),
        ("captures/002.body", ("sha256sum --check", "Raw-Sha256")),
        ("history.bundle", ("sha256sum --check", "git clone")),
    ],
)
def test_a_flipped_byte_fails_the_checks_that_concern_it(
    whole: Store, packed: Packed, name: str, checks: tuple[str, ...]
) -> None:
    folder = packed()
    body = bytearray((folder / name).read_bytes())
    body[len(body) // 2] ^= 1
    (folder / name).write_bytes(body)
    found = failing(folder)
    assert all(any(check in line for line in found) for check in checks)


def test_a_stamp_of_another_commit_fails(whole: Store, packed: Packed) -> None:
    folder = packed()
    one, other = sorted((folder / "timestamps").glob("*.tsr"))
    one.write_bytes(other.read_bytes())
    assert any(line.startswith("openssl ts -verify") and one.name in line for line in failing(folder))


def test_the_package_lists_what_it_holds(whole: Store, packed: Packed) -> None:
    folder = packed()
    told = json.loads((folder / "revisions.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in told] == [1, 2, 3]
    assert [one["seen_at"] for one in told] == [f"2026-03-12T{hour}:00:00Z" for hour in (10, 11, 12)]
    assert (told[0]["since"], told[1]["since"]) == (None, "2026-03-12T10:30:00Z")
    page = (folder / "VERIFY.html").read_text(encoding="utf-8")
    assert "<killed>" not in page + (folder / "comparisons" / "002.html").read_text(encoding="utf-8")
    assert all((folder / link).is_file() for link in re.findall(r'href="([^"]+)"', page))


def test_it_unpacks_into_a_folder_of_its_own_and_says_what_it_holds(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "The ferry, 2026.zip"
    made = package.write(store, store.find("ferry"), out, settings=FlagSettings(), authority=None, now=START)
    with zipfile.ZipFile(out) as file:
        assert {name.partition("/")[0] for name in file.namelist()} == {made.folder} == {"The-ferry-2026"}
    assert made.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (made.articles, made.history) == (1, len(store.history("ferry")))


def test_times_are_told_to_the_second_where_minutes_do_not_tell_them_apart(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "quick")
    for second, said in enumerate(TOLD):
        seen = START + timedelta(seconds=second)
        told = article([said], "Ferry collides with pier", "en")._replace(url=URL)
        kind = RevisionKind.EDIT if second else RevisionKind.FIRST
        store.record([Record(told, kind, seen, path=store.path_of(URL))], now=seen)
    package.write(store, store.find("ferry"), tmp_path / "q.zip", settings=FlagSettings(), authority=None, now=START)
    with zipfile.ZipFile(tmp_path / "q.zip") as file:
        page = file.read("q/VERIFY.html").decode()
    assert "2026-03-12 10:00:00 UTC to 2026-03-12 10:00:02 UTC" in page


def judged_anew(store: Store, number: int, old: str, new: str, rules: str) -> None:
    """A judgement of the edit of this number by later rules, as rejudge keeps it."""
    report = compare(article([old], "Ferry collides with pier", "en"), article([new], "Ferry collides with pier", "en"))
    judgements, name = Judgements(store), store.history("ferry")[-1 - number].id
    with store.lock(who="rejudge", now=START, brief=True) as lock:
        judgements.keep([KeptJudgement(judgements.as_recorded([name])[name], report, rules)], now=START, lock=lock)


def test_later_judgements_come_along_and_are_checked(whole: Store, packed: Packed) -> None:
    judged_anew(whole, 1, "A.", "Nobody was injured.", "7")
    judged_anew(whole, 2, TOLD[1], TOLD[2], "7")  # it finds the same
    folder = packed()
    assert failing(folder) == []
    told = json.loads((folder / "revisions.json").read_text(encoding="utf-8"))
    assert [one["judgement"] for one in told] == [None, "judgements/002.txt", "judgements/003.txt"]
    assert [one["rules"] for one in told] == [None, "7", "7"]
    assert [tuple(one["flags"]) for one in told] == [r.flags for r in whole.history("ferry")[::-1]]
    assert "Rules: 7" in (folder / "judgements/003.txt").read_text(encoding="utf-8")
    page = (folder / "VERIFY.html").read_text(encoding="utf-8")
    assert page.count("judged by rules 7, anew, after it was recorded") == 2
    judgement = folder / "judgements/002.txt"
    judgement.write_bytes(judgement.read_bytes().replace(b"Rules: 7", b"Rules: 8"))
    assert any("cmp - judgements/002.txt" in line for line in failing(folder))


def test_what_a_person_called_a_false_alarm_is_said_and_told_all_the_same(whole: Store, packed: Packed) -> None:
    edit, before = whole.history("ferry")[:2]
    lines = dismissals.dismiss(whole, before, edit, FlagSettings(), wanted=(), why="a <plan>", now=START)
    folder = packed()
    assert failing(folder) == []
    told = json.loads((folder / "revisions.json").read_text(encoding="utf-8"))
    assert [one["dismissed"] for one in told] == [[], [], lines]
    assert (told[2]["dismissed_at"], told[2]["dismissed_because"]) == ("2026-03-12T10:00:00Z", "a <plan>")
    assert told[1]["dismissed_at"] is None
    said = [f"dismissed as a false alarm: {line}" for line in lines]
    said[-1] += " (a <plan>)"
    page = (folder / "VERIFY.html").read_text(encoding="utf-8")
    assert "<plan>" not in page
    assert all(line in html.unescape(page) for line in said)
    assert "nothing proves who dismissed what" in " ".join(page.split())
    compared = (folder / "comparisons" / "003.html").read_text(encoding="utf-8")
    assert all(line in html.unescape(compared) for line in said)
    assert "Nobody" in compared
    assert "dismissed" not in (folder / "comparisons" / "002.html").read_text(encoding="utf-8")


def test_without_later_judgements_the_commits_messages_tell_by_what_they_judged(whole: Store, packed: Packed) -> None:
    folder = packed()
    told = json.loads((folder / "revisions.json").read_text(encoding="utf-8"))
    assert [(one["rules"], one["judgement"]) for one in told] == [(None, None), (RULES, None), (RULES, None)]
    assert f"judged by rules {RULES}, when it was recorded" in (folder / "VERIFY.html").read_text(encoding="utf-8")
    assert not any("refs/notes" in line for line in commands(folder))


def test_a_note_of_somebody_else_is_no_judgement(whole: Store, packed: Packed) -> None:
    name = whole.history("ferry")[0].id
    note = ["notes", "--ref=newsdiff", "add", "-m", "hm", name]
    subprocess.run(["git", "-C", whole.path, "-c", "user.name=a", "-c", "user.email=a@b", *note], check=True)
    folder = packed()
    assert failing(folder) == []
    assert not (folder / "judgements").exists()


def test_a_store_without_stamps_pages_and_signatures_is_packed_too(packed: Packed, store: Store) -> None:
    shutil.rmtree(store.private / "raw")
    folder = packed(authority=None)
    assert failing(folder) == []
    assert not (folder / "captures.wacz").exists()
    assert "openssl" not in "".join(commands(folder))


def test_a_package_that_could_not_be_made_leaves_nothing(store: Store, tmp_path: Path) -> None:
    for file in (store.private / "raw").rglob("*.warc.gz"):
        file.write_bytes(file.read_bytes().replace(b"\x1f\x8b", b"\x1f\x8c"))
    out = tmp_path / "out" / "ferry.zip"
    out.parent.mkdir()
    with pytest.raises(StoreError, match="is damaged"):
        package.write(store, store.find("ferry"), out, settings=FlagSettings(), authority=None, now=START)
    assert list(out.parent.iterdir()) == []


def test_the_wacz_indexes_its_records(whole: Store, packed: Packed) -> None:
    warcio = pytest.importorskip("warcio.archiveiterator")
    with zipfile.ZipFile(packed() / "captures.wacz") as file:
        assert file.testzip() is None
        package_ = json.loads(file.read("datapackage.json"))
        assert {one["path"] for one in package_["resources"]} < set(file.namelist())
        warc = file.read("archive/data.warc.gz")
        assert file.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
        lines = file.read("indexes/index.cdx").decode().splitlines()
    assert len(lines) == 3
    for number, line in enumerate(lines):
        key, at, told = line.split(" ", 2)
        one = json.loads(told)
        assert (key, at) == ("example,news)/2026/03/ferry?id=7", f"202603121{number}0000")
        start, length = int(one["offset"]), int(one["length"])
        record = next(iter(warcio.ArchiveIterator(BytesIO(warc[start : start + length]))))
        assert record.rec_type == "response"
        assert record.content_stream().read() == f"<p>{TOLD[number]}".encode()
