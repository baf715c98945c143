"""newsdiff as a library: what a program, a prompt and a notebook see of it."""

import importlib.util
import pydoc
import runpy
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

import newsdiff
from newsdiff import ArticleHistory, Report, Revision, RevisionKind, article, compare

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("client.py")
URL = "https://news.example/2026/ferry"
OLD = article(["Twelve people were injured, the mayor said."], "Ferry collides with pier", "en")._replace(url=URL)
NEW = article(["Twelve people were killed, the mayor said."], "Ferry <b>collides</b> with pier", "en")._replace(url=URL)


@pytest.fixture(scope="module")
def report() -> Report:
    return compare(OLD, NEW)


def test_the_names_are_seen_before_they_are_imported() -> None:
    assert set(newsdiff.__all__) <= set(dir(newsdiff))
    asked = "import sys, newsdiff; dir(newsdiff); print(*[m for m in sys.modules if m.startswith('newsdiff.')])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", newsdiff.__all__)
def test_each_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(newsdiff, name)
    assert name == "__version__" or (found.__doc__ and "NamedTuple" not in found.__doc__)


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'comparison_of'"):
        newsdiff.comparison_of  # noqa: B018


def test_help_shows_the_api() -> None:
    told = pydoc.plain(pydoc.render_doc(newsdiff))
    assert all(word in told for word in ("class Store", "class Report", "compare(old", "clean_html(body", "Data flows"))


def test_a_repr_is_short_and_says_what_it_is(report: Report) -> None:
    shown = [repr(one) for one in (OLD, report, report.diff, *report.findings, *report.flags, *OLD.blocks)]
    assert max(map(len, shown)) < 160
    assert all(one.startswith("<") for one in shown)
    assert repr(article([])) == "<Article '', 0 blocks>"
    assert repr(ArticleHistory()) == "<ArticleHistory 0 revisions>"


def test_a_notebook_shows_a_report(report: Report) -> None:
    shown = report._repr_html_()
    assert "<del>injured</del>" in shown and "<ins>killed</ins>" in shown
    assert "Ferry &lt;b&gt;collides" in shown
    assert not any(part in shown for part in ("<script", "<html", "<body", "id=", "href=", ":root"))


def test_a_notebook_shows_an_article_and_a_history() -> None:
    assert "Twelve people were killed" in NEW._repr_html_()
    assert "Ferry &lt;b&gt;collides" in NEW._repr_html_()
    when = datetime(2026, 3, 12, 10, tzinfo=UTC)
    made = [Revision(f"{n}" * 40, "p", URL, when, None, RevisionKind.EDIT, "A <i>", ("event",)) for n in (2, 1)]
    shown = ArticleHistory(made)._repr_html_()
    assert shown.index("@2") < shown.index("@1")
    assert "A &lt;i&gt;" in shown and "2222222222" in shown and "<i>" not in shown
    assert "No revision" in ArticleHistory()._repr_html_()


def test_what_a_notebook_shows_of_a_hostile_address_is_a_text() -> None:
    shown = NEW._replace(url='https://a.example/"><script>alert(1)</script>?token=s3cr3t')._repr_html_()
    assert "<script" not in shown and "s3cr3t" not in shown


def test_the_client_does_what_it_says(tmp_path: Path) -> None:
    client = runpy.run_path(str(CLIENT))
    store = client["kept"](tmp_path / "snapshots", [OLD, NEW])
    edit, first = client["told"](store, "ferry")
    assert (edit[:16], first) == ("2026-03-12 edit ", "2026-03-12 first")
    assert "event" in edit
    assert client["missing"](store, "harbour") == "no article is called 'harbour'"
    assert "event" in [finding.kind for finding in client["grave"](compare(OLD, NEW))]
    assert client["numbers"](compare(OLD, NEW)) == []


@pytest.mark.slow  # five seconds and more
def test_the_client_holds_for_mypy(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    copied = tmp_path / "client.py"
    copied.write_text(CLIENT.read_text(encoding="utf-8"), encoding="utf-8")
    assert len(copied.read_text(encoding="utf-8").splitlines()) >= 40
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(copied)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    copied.write_text(copied.read_text(encoding="utf-8").replace("flag.old, flag.new", "flag.old, flag.gone"), "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert '"Flag" has no attribute "gone"' in done.stdout


def test_the_wheel_says_that_it_is_typed(tmp_path: Path) -> None:
    assert (ROOT / "newsdiff" / "py.typed").read_bytes() == b""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"newsdiff/py.typed", "newsdiff/render/templates/notebook.html"} <= set(names)


def test_the_page_of_the_api_is_as_the_docstrings_have_it() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_api.py"))["page"]()
    assert (ROOT / "docs" / "api.md").read_text(encoding="utf-8") == page, "run python docs/make_api.py"
