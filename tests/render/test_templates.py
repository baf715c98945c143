"""Templates: what is put into them is escaped, a name that is missing is an error, further folders may be used."""

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from newsdiff.render.templates import environment, style


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("templates")
    (made / "said.html").write_text("<b>{{ text }}</b>\n", encoding="utf-8")
    (made / "two.html").write_text(
        '{% extends "page.html" %}\n{% block title %}{{ text }}{% endblock %}\n', encoding="utf-8"
    )
    (made / "lines.html").write_text(
        "{% for one in all %}\n  {% if one %}\n<i>{{ one }}</i>\n  {% endif %}\n{% endfor %}\n", encoding="utf-8"
    )
    return made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("習近平", "習近平"),
        ("<i>", "&lt;i&gt;"),
        ("a & b", "a &amp; b"),
        ('"', "&#34;"),
        ("'", "&#39;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
    ],
)
def test_a_text_is_escaped(folder: Path, text: str, shown: str) -> None:
    assert environment(folder).get_template("said.html").render(text=text) == f"<b>{shown}</b>\n"


def test_a_name_that_is_missing_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError, match="'text' is undefined"):
        environment(folder).get_template("said.html").render()


def test_a_template_that_is_missing_is_an_error(folder: Path) -> None:
    with pytest.raises(TemplateNotFound):
        environment().get_template("said.html")
    with pytest.raises(TemplateNotFound):
        environment(folder).get_template("../templates.py")


def test_templates_of_a_further_folder_may_use_those_of_this_room(folder: Path) -> None:
    page = environment(folder).get_template("two.html").render(text="Storm", language="en", style="")
    assert "<title>Storm</title>" in page


def test_lines_of_templates_that_hold_no_text_leave_none(folder: Path) -> None:
    assert environment(folder).get_template("lines.html").render(all=["a", "", "b"]) == "<i>a</i>\n<i>b</i>\n"


def test_the_same_folders_are_read_once(folder: Path) -> None:
    assert environment(folder) is environment(folder)
    assert environment() is not environment(folder)


def test_a_style_sheet_is_text_without_requests() -> None:
    for name in ("report.css", "digest.css"):
        assert "{" in style(name)
        assert "url(" not in style(name)
        assert "@import" not in style(name)
        assert "</" not in style(name)
    with pytest.raises(FileNotFoundError):
        style("nothing.css")
