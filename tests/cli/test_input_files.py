"""``newsdiff diff`` over files: silence, marks, and every kind of bad file."""

import os
import subprocess
import sys

import pytest


def write(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / name.replace("_", ".")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_equal_files_show_no_change(newsdiff, tmp_path):
    write(tmp_path, a_txt="One line.\n\nAnother line.\n", b_txt="One line.\n\nAnother line.\n")
    result = newsdiff("diff", "a.txt", "b.txt", "--exit-code")
    assert result.code == 0
    assert "unchanged" in result.out


def test_a_number_is_flagged(newsdiff, tmp_path):
    write(tmp_path, a_txt="The fire killed 12 people in town.\n", b_txt="The fire killed 72 people in town.\n")
    result = newsdiff("diff", "a.txt", "b.txt")
    assert "[-12-]{+72+}" in result.out
    assert "number" in result.out


def test_a_file_wins_over_an_article_and_a_missing_one_is_named(newsdiff, tmp_path):
    write(tmp_path, a_txt="One.\n")
    assert "no file b.txt" in newsdiff("diff", "a.txt", "b.txt").err
    assert "no file c.txt" in newsdiff("diff", "c.txt", "a.txt").err
    assert "nothing to compare" in newsdiff("diff", "a.txt").err


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x00\x01\x02\xff binary \x00", "binary")],
)
def test_bad_files(newsdiff, tmp_path, content, words):
    write(tmp_path, a_txt=content, b_txt="One.\n")
    result = newsdiff("diff", "a.txt", "b.txt")
    assert result.code == 2
    assert words in result.err


def test_a_folder_is_named(newsdiff, tmp_path):
    (tmp_path / "folder").mkdir()
    write(tmp_path, a_txt="One.\n")
    assert "is a folder" in newsdiff("diff", "folder", "a.txt").err


def test_an_empty_file_is_an_empty_text(newsdiff, tmp_path):
    write(tmp_path, a_txt="", b_txt="A whole sentence that was added.\n")
    result = newsdiff("diff", "a.txt", "b.txt")
    assert result.code == 0
    assert "{+A whole sentence that was added.+}" in result.out


def test_old_encodings_are_read(newsdiff, tmp_path):
    write(
        tmp_path,
        a_txt="Caf\u00e9 one is open.".encode("cp1252"),
        b_txt="\ufeffCaf\u00e9 two is open.".encode("utf-16-le"),
    )
    assert "Café [-one-]{+two+} is open." in newsdiff("diff", "a.txt", "b.txt").out


def test_a_line_of_five_megabytes(newsdiff, tmp_path):
    line = "The ferry left the harbour at dawn and came back late. " * 95_000
    write(tmp_path, a_txt=line + "Five men were aboard.\n", b_txt=line + "Nine men were aboard.\n")
    result = newsdiff("diff", "--verbatim", "a.txt", "b.txt")
    assert result.code == 0
    assert "[-Five-]{+Nine+}" in result.out


def command(*args, env=None, **kwargs):
    return subprocess.run(
        [sys.executable, "-m", "newsdiff", *args], env=env, capture_output=True, text=True, timeout=60, **kwargs
    )


def test_standard_input_is_a_side(tmp_path):
    write(tmp_path, a_txt="The fire killed 12 people.\n")
    done = command("diff", "a.txt", "-", cwd=tmp_path, input="The fire killed 72 people.\n")
    assert "[-12-]{+72+}" in done.stdout


def test_an_empty_environment(tmp_path):
    write(tmp_path, a_txt="“Yes” — 12 people.\n", b_txt="“Yes” — 72 people.\n")
    done = command("diff", "a.txt", "b.txt", cwd=tmp_path, env={})
    assert done.returncode == 0
    assert done.stderr == ""
    assert "[-12-]{+72+}" in done.stdout


def test_colour_is_for_terminals_and_for_those_who_ask(tmp_path):
    write(tmp_path, a_txt="12 people.\n", b_txt="72 people.\n")
    env = {**os.environ, "TERM": "xterm"}
    assert "\x1b" not in command("diff", "a.txt", "b.txt", cwd=tmp_path, env=env).stdout
    assert "\x1b[" in command("--color=always", "diff", "a.txt", "b.txt", cwd=tmp_path, env=env).stdout
    assert "\x1b" not in command("--color=never", "diff", "a.txt", "b.txt", "--format", "terminal", cwd=tmp_path).stdout


def test_a_closed_pipe_is_no_error(tmp_path):
    words = "which is as long as it has to be, " * 10  # more than a pipe holds
    text = "".join(f"Line {i} of the story stands here, {words}.\n\n" for i in range(500))
    write(tmp_path, a_txt=text, b_txt=text.replace("Line", "Row"))
    done = subprocess.run(
        f"{sys.executable} -m newsdiff diff a.txt b.txt | head -1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("form", ["terminal", "plain", "json", "html", "markdown"])
def test_every_format_says_the_same(newsdiff, tmp_path, form):
    write(tmp_path, a_txt="12 people were hurt.\n", b_txt="72 people were hurt.\n")
    out = newsdiff("diff", "a.txt", "b.txt", "--format", form).out
    assert "12" in out
    assert "72" in out
    assert "number" in out


def test_version_and_help_need_no_store(newsdiff):
    assert command("--version").stdout.startswith("newsdiff ")
    out = newsdiff("--help").out
    assert "demo" in out
    assert "newsdiff init" in out
    assert newsdiff("dif", "a", "b").code == 2
