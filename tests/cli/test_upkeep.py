"""verify, maintain, import, reclean, quarantine, doctor, config: each on a real store."""

import json

import pytest

URL = "https://www.harbour.example/2025/03/18/ferry"


def test_verify_is_silent_on_a_whole_store_and_names_a_flipped_byte(kept, tmp_path):
    assert kept("verify").out == "Everything is as it was recorded.\n"
    packs = sorted((tmp_path / "snapshots" / ".git" / "objects" / "pack").glob("*.pack"))
    body = bytearray(packs[0].read_bytes())
    body[len(body) // 2] ^= 1
    packs[0].chmod(0o644)
    packs[0].write_bytes(bytes(body))
    result = kept("verify")
    assert result.code == 1
    assert "fault" in result.out
    assert kept("verify", "--sample", "lots").code == 2


def test_maintain_loses_nothing(kept):
    before = kept("log", "ferry").out
    assert "MB" in kept("maintain").out
    assert kept("log", "ferry").out == before


def test_import_fills_in_earlier_versions_once(newsdiff, tmp_path):
    newsdiff("init")
    folder = tmp_path / "saved"
    folder.mkdir()
    for day, number in (("18", "twelve"), ("19", "forty")):
        text = f"Ferry stops for repairs\n\nAbout {number} people were waiting on the quay when the ferry stopped.\n"
        (folder / f"2025-03-{day}T10-00.txt").write_text(text)
    assert newsdiff("import", "saved", "--url", URL).out == "2 pages read, 2 revisions recorded.\n"
    rows = json.loads(newsdiff("log", "ferry", "--format", "json").out)
    assert [r["seen_at"][:10] for r in rows] == ["2025-03-19", "2025-03-18"]
    assert "number" in rows[0]["flags"]
    assert newsdiff("import", "saved", "--url", URL).out == "2 pages read, 0 revisions recorded.\n"
    (folder / "2025-03-17T10-00.txt").write_text("Ferry stops for repairs\n\nNobody was waiting on the quay.\n")
    other = newsdiff("import", "saved", "--url", URL)
    assert other.code == 4
    assert "never rewritten" in other.err
    assert newsdiff("import", "nowhere").code != 0


def test_nothing_is_in_quarantine_at_first(kept):
    assert kept("quarantine").out == "Nothing is in quarantine.\n"
    assert kept("quarantine", "list", "--format", "json").out == "[]\n"
    assert kept("quarantine", "accept", "nothing").code != 0
    assert kept("quarantine", "show", "nothing").code == 2


def test_reclean_asks_what_and_finds_nothing_without_raw_pages(kept):
    assert kept("reclean").code == 2
    assert "0 differ" in kept("reclean", "--all").out


def test_reclean_reads_a_saved_text_as_the_import_read_it_and_later_versions_follow_it(newsdiff, tmp_path):
    newsdiff("init")
    folder = tmp_path / "saved"
    folder.mkdir()
    for day, suffix in (("18", "txt"), ("19", "md")):
        text = f"Ferry stops for repairs\n\nAbout {day} people were waiting on the quay when the ferry stopped.\n"
        (folder / f"2025-03-{day}T10-00.{suffix}").write_text(text)
        newsdiff("import", "saved", "--url", URL)
        assert "0 differ" in newsdiff("reclean", "--all").out
        store_settings = tmp_path / "snapshots" / ".newsdiff" / "config.toml"
        store_settings.write_text('[site."www.harbour.example"]\nremove = ["nav"]\n')
        assert "0 differ" in newsdiff("reclean", "--all").out
    assert newsdiff("verify").code == 0


def test_an_import_may_follow_a_reclean_of_today(newsdiff, tmp_path):
    newsdiff("init")
    folder = tmp_path / "saved"
    folder.mkdir()
    settings = tmp_path / "snapshots" / ".newsdiff" / "config.toml"
    for day, remove in (("18", ["p.tip"]), ("19", [])):
        story = f"<p>About {day} people were waiting on the quay when the ferry stopped on that day.</p>" * 2
        page = f"<html><body><article><h1>Ferry stops</h1>{story}<p class=tip>Write to us at the desk.</p></article>"
        (folder / f"2025-03-{day}T10-00.html").write_text(page + "</body></html>")
        newsdiff("import", "saved", "--url", URL)
        settings.write_text(f'[site."www.harbour.example"]\nremove = {json.dumps(remove)}\n')
        assert "1 differ" in newsdiff("reclean", "--all").out
    assert [row["kind"] for row in json.loads(newsdiff("log", "--recleans", "--format", "json").out)] == [
        "reclean", "edit", "reclean", "first",
    ]  # fmt: skip
    assert newsdiff("verify").out == "Everything is as it was recorded.\n"


def test_doctor_tells_what_to_do(kept):
    result = kept("doctor")
    assert result.code == 1
    assert "Hint:" in result.out


def test_config_prints_and_checks(kept, tmp_path):
    assert "[fetch]" in kept("config").out
    checked = kept("config", "--check")
    assert (checked.code, checked.out) == (0, "")
    assert "is as it should be" in checked.err


def test_check_points_at_two_standings_of_one_person(newsdiff, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Former Mayor Ada Lindqvist spoke to the council of the town on Monday.\n\nThe ferry leaves at dawn.\n"
    )
    quiet = newsdiff("check", "a.txt")
    assert (quiet.code, quiet.out) == (0, "")
    assert quiet.err.startswith("Nothing in it contradicts itself")
    (tmp_path / "b.txt").write_text("The meeting took place on Monday, March 12, 2025 in the town hall of the town.\n")
    found = newsdiff("check", "b.txt")
    assert found.code == 1
    assert "weekday" in found.out
    assert json.loads(newsdiff("check", "b.txt", "--format", "json").out)[0]["kind"] == "weekday"


def test_clean_shows_what_was_taken_out(kept):
    shown = kept("clean", "old.txt", "--explain")
    assert "READ MORE" in shown.out
    assert "removed (" in shown.out
    assert "READ MORE" not in kept("clean", "old.txt").out


def test_explain_says_why(kept):
    assert "[Former]" in kept("diff", "ferry", "--explain").out.replace("Former ]", "Former]")


def test_explain_fits_the_terminal(kept, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    shown = kept("diff", "ferry", "--explain").out
    why = shown[shown.index("Why each edit is flagged, or not, gravest first:") :].splitlines()
    assert len(why) > 2
    assert all(len(line) <= 50 for line in why)


def test_a_broken_configuration_can_be_edited_and_is_checked_as_it_stands_then(kept, tmp_path, monkeypatch):
    config = tmp_path / "snapshots" / ".newsdiff" / "config.toml"
    config.write_text("[fetch]\ndelya = 5\n")
    assert kept("config", "--check").code == 2
    monkeypatch.setenv("EDITOR", "sed -i s/delya/delay/")
    monkeypatch.delenv("VISUAL", raising=False)
    assert kept("config", "--edit").code == 0
    monkeypatch.setenv("EDITOR", "sed -i s/delay/dealy/")
    assert "line 2" in kept("config", "--edit").err


def test_doctor_names_a_browser_that_a_site_needs_and_that_is_not_there(kept, tmp_path):
    config = tmp_path / "snapshots" / ".newsdiff" / "config.toml"
    config.write_text('[fetch]\nbrowser = "/nowhere/chromium"\n')
    assert "browser" not in kept("doctor").out
    config.write_text('[fetch]\nbrowser = "/nowhere/chromium"\n[site."app.example"]\nbrowser = true\n')
    assert "app.example: " in kept("doctor").out


@pytest.mark.parametrize("command", [("list",), ("doctor",), ("watch",), ("quarantine",), ("log", "ferry")])
def test_a_command_reads_the_configuration_once(kept, monkeypatch, command):
    from newsdiff import config

    read, load = [], config.load
    monkeypatch.setattr(config, "load", lambda *args: read.append(args) or load(*args))
    kept(*command)
    assert len(read) == 1


def test_a_main_that_is_left_alone_is_told_by_whatever_records(kept, tmp_path):
    lock = tmp_path / "snapshots/.git/index.lock"
    lock.touch()
    (tmp_path / "new.txt").write_text((tmp_path / "new.txt").read_text().replace("1,200", "1,300"))
    told = kept("snapshot", "new.txt", "--url", URL, "--at", "2025-03-20T10:00Z")
    assert told.code == 0
    assert f"Note: main stays as it is: {lock} stands there since" in told.err
    for command in ("doctor", "verify"):
        found = kept(command)
        assert found.code == 1
        assert "index.lock stands there since" in found.out.replace("\n", " ")


@pytest.mark.parametrize("at", ["1970-01-01T00:00+01:00", "1969-07-20", "2100-01-01", "0001-01-01T00:00+14:00"])
def test_a_time_that_no_store_can_keep_changes_nothing(kept, tmp_path, at):
    before = {path: path.read_bytes() for path in (tmp_path / "snapshots").rglob("*") if path.is_file()}
    for url in (URL, "https://herald.example/other"):
        assert kept("snapshot", "old.txt", "--url", url, "--at", at).code == 2
    assert kept("watch", "--at", at).code == 2
    assert {path: path.read_bytes() for path in (tmp_path / "snapshots").rglob("*") if path.is_file()} == before
    for command in ("log", "list", "verify"):
        assert kept(command).code == 0
