"""How a command speaks: colour, width, format and pager, by what stands on the other side."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.cli import output
from newsdiff.cli.output import Session


@pytest.fixture(autouse=True)
def usual():
    yield
    output.begin(Session())


class Screen:
    """A standard output that says it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal
        self.lines: list[str] = []

    def isatty(self) -> bool:
        return self.terminal

    def writelines(self, lines) -> None:
        self.lines += lines


@pytest.fixture
def standard_output(monkeypatch: pytest.MonkeyPatch):
    def use(*, terminal: bool) -> Screen:
        screen = Screen(terminal=terminal)
        monkeypatch.setattr("sys.stdout", screen)
        return screen

    return use


@pytest.mark.parametrize(
    ("wish", "terminal", "environment", "coloured"),
    [
        ("auto", False, {}, False),
        ("auto", True, {}, True),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("never", True, {}, False),
        ("always", False, {}, True),
        ("always", True, {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour(standard_output, monkeypatch, wish: str, terminal: bool, environment, coloured: bool) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    standard_output(terminal=terminal)
    output.begin(Session(colour=wish))
    assert output.coloured() is coloured
    painted = output.painter()("word", "delete")
    assert ("\x1b[" in painted) is coloured
    assert "word" in painted


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("120", 120),
        ("1", 1),
        ("99999", 99999),
        ("", 80),
        ("0", 80),
        ("-5", 80),
        ("wide", 80),
        ("100000", 80),
        ("٨٠", 80),
    ],
)
def test_width_is_what_the_environment_says_and_80_where_it_says_nothing(monkeypatch, columns: str, width: int) -> None:
    monkeypatch.setattr("sys.__stdout__", None)
    monkeypatch.setattr("os.get_terminal_size", lambda _=1: (_ for _ in ()).throw(OSError()))
    monkeypatch.setenv("COLUMNS", columns)
    assert output.width() == width


@pytest.mark.parametrize(
    ("wish", "colour", "terminal", "form"),
    [
        (None, "auto", False, "plain"),
        (None, "auto", True, "terminal"),
        (None, "always", False, "terminal"),
        (None, "never", True, "terminal"),
        ("json", "always", True, "json"),
        ("plain", "auto", True, "plain"),
    ],
)
def test_the_format_is_the_wished_one_else_what_fits(
    standard_output, wish, colour: str, terminal: bool, form: str
) -> None:
    standard_output(terminal=terminal)
    output.begin(Session(colour=colour))
    assert output.default_format(wish) == form


LONG = [("one two three four five six seven eight nine ten eleven twelve", "equal")]


def test_in_a_pipe_an_item_stays_one_line(standard_output, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    standard_output(terminal=False)
    assert list(output.fitted(LONG, "  ")) == ["  " + LONG[0][0]]


def test_on_a_terminal_it_is_broken_at_its_width(standard_output, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("NO_COLOR", "1")
    standard_output(terminal=True)
    lines = list(output.fitted(LONG, "  ", "      "))
    assert lines == ["  one two three four five", "      six seven eight nine ten", "      eleven twelve"]
    assert max(map(len, lines)) <= 30


def test_a_narrow_terminal_still_gets_twenty_columns(standard_output, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    monkeypatch.setenv("NO_COLOR", "1")
    standard_output(terminal=True)
    assert next(output.fitted(LONG)) == "one two three four"


def test_lines_are_written_as_they_come_in_a_pipe(standard_output) -> None:
    screen = standard_output(terminal=False)
    output.page(iter(["one", "two"]))
    assert screen.lines == ["one\n", "two\n"]


def test_what_fits_the_screen_needs_no_pager_and_no_pager_is_used_where_none_is_wished(
    standard_output, monkeypatch
) -> None:
    paged: list[str] = []
    monkeypatch.setattr("click.echo_via_pager", lambda lines, color=None: paged.extend(lines))
    monkeypatch.setattr(output, "_size", lambda: (80, 5))
    screen = standard_output(terminal=True)
    output.page(["one", "two"])
    assert (screen.lines, paged) == (["one\n", "two\n"], [])
    output.begin(Session(pager=False))
    output.page(["line"] * 50)
    assert (len(screen.lines), paged) == (52, [])
    output.begin(Session())
    output.page(["line"] * 50)
    assert (len(screen.lines), paged) == (52, ["line\n"] * 50)
    output.page(["a\nb\nc\nd\ne\nf"])  # one item of many lines
    assert paged[-1] == "a\nb\nc\nd\ne\nf\n"


def test_the_session_is_the_last_one_that_began() -> None:
    assert output.session() == Session("snapshots", "auto", True)
    output.begin(Session("elsewhere"))
    assert output.session().store == "elsewhere"


@pytest.mark.parametrize(
    ("url", "terminal", "environment", "label"),
    [
        ("https://news.example/a", False, {}, "place"),
        ("https://news.example/a", True, {"NO_COLOR": "1"}, "place"),
        ("https://news.example/a", True, {"TERM": "linux"}, "place"),
        ("javascript:alert(1)", True, {}, "place"),
        ("https://news.example/\x1b]8;;x", True, {}, "place"),
        ("", True, {}, "place"),
        ("https://news.example/a", True, {}, "link https://news.example/a"),
    ],
)
def test_an_address_can_be_clicked_only_on_a_terminal_that_can(
    standard_output, monkeypatch, url: str, terminal: bool, environment, label: str
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    standard_output(terminal=terminal)
    assert output.link(url) == label


def test_the_commands_that_show_more_stand_on_a_terminal_alone(standard_output) -> None:
    standard_output(terminal=False)
    assert list(output.more("newsdiff log", "all")) == []


def test_a_long_sentence_is_whole_where_nobody_looks(capfd) -> None:
    output.say("word " * 60)
    assert capfd.readouterr().err == "word " * 60 + "\n"


def test_a_long_line_is_broken_at_words_behind_its_indent_and_a_painted_one_left(standard_output, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("NO_COLOR", "1")
    standard_output(terminal=True)
    painted = f"\x1b[1m{'x' * 40}\x1b[0m"
    whole = "x" * 30
    assert list(output.broken([f"  {LONG[0][0]}", painted, whole, "\u6771" * 15])) == [
        "  one two three four five",
        "      six seven eight nine ten",
        "      eleven twelve",
        painted,
        whole,
        "\u6771" * 15,
    ]


def test_in_a_pipe_a_long_line_stays_whole(standard_output, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    screen = standard_output(terminal=False)
    output.page([LONG[0][0]])
    assert screen.lines == [f"{LONG[0][0]}\n"]


def test_the_pager_gets_its_first_lines_before_the_last_are_made(standard_output, monkeypatch) -> None:
    made: list[int] = []

    def lines():
        for number in range(1000):
            made.append(number)
            yield f"line {number}"

    def leaves_at_once(coming, color=None) -> None:
        assert next(iter(coming)) == "line 0\n"

    monkeypatch.setattr("click.echo_via_pager", leaves_at_once)
    monkeypatch.setattr(output, "_size", lambda: (80, 24))
    standard_output(terminal=True)
    output.page(lines())
    assert len(made) == 24


def test_a_sentence_is_broken_at_words_on_a_terminal_and_an_address_in_it_never() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    output._sentence(f"word {'word ' * 20}https://news.example/{'a' * 90} word", screen)
    lines = screen.getvalue().splitlines()
    assert f"https://news.example/{'a' * 90}" in lines
    assert set(" ".join(lines).split()) == {"word", f"https://news.example/{'a' * 90}"}
    assert sum(len(line) > 80 for line in lines) == 1


def test_commands_are_told_with_the_store_that_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "newsdiff diff 3f2a: what changed; newsdiff --store x list; newsdiff help flags; ask the newsdiff project"
    assert output.called(told) == told
    output.begin(Session("a store", asked_store="a store"))
    assert output.called(told) == told.replace("newsdiff diff", "newsdiff --store 'a store' diff")


def test_commands_are_told_as_newsdiff_was_called(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "a.example is not a newsdiff store. Hint: newsdiff --store x list, or newsdiff add URL."
    program = tmp_path / "bin/newsdiff"
    program.parent.mkdir()
    program.touch(0o700)
    for name, path in (("newsdiff", ""), (str(program), str(program.parent)), ("/x/__main__.py", "")):
        monkeypatch.setattr(sys, "argv", [name])
        monkeypatch.setenv("PATH", path)
        assert output.called(told) == told
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("PATH", "/nowhere")
    assert output.called(told) == (
        f"a.example is not a newsdiff store. Hint: {program} --store x list, or {program} add URL."
    )


FLAT = st.dictionaries(
    st.sampled_from(["url", "näme", "a\nb", '"']), st.none() | st.booleans() | st.floats(0, 9) | st.text()
)
NESTED = st.dictionaries(st.text(), st.lists(st.text(), max_size=3), max_size=2)


@given(values=st.lists(FLAT | NESTED, max_size=4))
def test_values_are_written_one_by_one_as_a_list_of_them_is(values: list[dict[str, object]]) -> None:
    written = []
    for write, them in ((output.as_json, values), (output.as_json_items, iter(values))):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", io.StringIO())
            write(them)  # type: ignore[operator]
            written.append(sys.stdout.getvalue())  # type: ignore[attr-defined]
    assert written[0] == written[1]
