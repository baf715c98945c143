"""Messages to real servers on 127.0.0.1: a web hook, ntfy's HTTP form, SMTP."""

from collections.abc import Iterator
from datetime import UTC
from email.message import EmailMessage

import pytest

pytest.importorskip("apprise", reason="the extra notify")
pytest.importorskip("aiosmtpd")

from newsdiff.notify.forms import Message
from newsdiff.notify.services import place, schema, send
from tests.kit.receivers import Hook, hook, mailbox
from tests.notify.test_forms import EDIT, GONE, ONE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of what Apprise's plugins import
Mailbox = tuple[int, list[EmailMessage]]


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Hook, Mailbox]]:
    with hook() as served, mailbox() as mails:
        yield served, mails


@pytest.fixture
def web(servers: tuple[Hook, Mailbox]) -> Iterator[Hook]:
    served = servers[0]
    served.taken.clear()
    yield served
    served.status = 200


@pytest.fixture
def mail(servers: tuple[Hook, Mailbox]) -> Mailbox:
    servers[1][1].clear()
    return servers[1]


def mailto(port: int, more: str = "") -> str:
    return f"mailto://127.0.0.1:{port}?from=desk@newsdiff.example&to=ann@newsdiff.example{more}"


def test_a_web_hook_takes_text_and_the_messages_id(web: Hook) -> None:
    assert send(f"json://{web.place}/hook", ONE, UTC) == ""
    [(path, headers, _)], [told] = web.taken, web.told()
    assert path.rstrip("/") == "/hook"
    assert headers["X-Newsdiff-Message"] == ONE.id
    assert told["title"] == "!! number: [-2,100-]{+1,200+}; Ferry <b>stops</b> *today*"
    assert "- number: [-2,100-]{+1,200+}" in told["message"]
    assert "newsdiff diff 3f2a91bc12" in told["message"]


@pytest.mark.parametrize(
    ("form", "said"), [("markdown", "~~2,100~~ **1,200**"), ("html", "[-<del>2,100</del>-]{+<ins>1,200</ins>+}")]
)
def test_a_form_that_the_address_asks_for(web: Hook, form: str, said: str) -> None:
    assert send(f"json://{web.place}/hook?format={form}", ONE, UTC) == ""
    assert said in web.told()[0]["message"]


def test_ntfy(web: Hook) -> None:
    assert send(f"ntfy://{web.place}/desk", ONE, UTC) == ""
    [told] = web.told()
    assert told["topic"] == "desk"
    assert told["title"] == "!! number: [-2,100-]{+1,200+}; Ferry <b>stops</b> *today*"
    assert "- number: [-2,100-]{+1,200+}" in told["message"]


def test_a_long_message_comes_in_parts_and_whole(web: Hook) -> None:
    entries = tuple(EDIT._replace(revision=f"{n:040x}") for n in range(40))
    assert send(f"ntfy://{web.place}/desk", Message("0" * 16, entries), UTC) == ""
    told = "".join(body.decode() for _, _, body in web.taken)  # what is longer than ntfy shows comes as a file
    assert len(web.taken) > 1
    assert told.count("- number: [-2,100-]{+1,200+}") == 40


def test_mail_is_html_with_text_beside_it_and_carries_the_id(mail: Mailbox) -> None:
    port, mails = mail
    assert send(mailto(port), ONE, UTC) == ""
    [one] = mails
    body = one.get_body(("html",))
    assert body is not None
    assert "[-<del>2,100</del>-]{+<ins>1,200</ins>+}" in body.get_content()
    plain = one.get_body(("plain",))
    assert plain is not None
    assert "[-2,100-]{+1,200+}" in plain.get_content()
    assert one["X-Newsdiff-Message"] == ONE.id
    assert one["Subject"] == "!! number: [-2,100-]{+1,200+}; Ferry <b>stops</b> *today*"


def test_mails_of_one_article_stand_in_one_thread(mail: Mailbox) -> None:
    port, mails = mail
    for message in (ONE, ONE._replace(id="f" * 16, entries=(GONE,)), ONE._replace(id="e" * 16, thread="")):
        assert send(mailto(port), message, UTC) == ""
    assert [one["References"] for one in mails] == ["<x@newsdiff.invalid>", "<x@newsdiff.invalid>", None]
    assert len({one["X-Newsdiff-Message"] for one in mails}) == 3


def test_mail_as_text_where_the_address_asks_for_it(mail: Mailbox) -> None:
    port, mails = mail
    assert send(mailto(port, "&format=text"), ONE, UTC) == ""
    body = mails[0].get_body(("plain",))
    assert body is not None
    assert "- number: [-2,100-]{+1,200+}" in body.get_content()


def test_a_refusal_is_told_by_its_status_and_nothing_of_the_address_is_said(
    web: Hook, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    web.status = 503
    why = send(f"json://ann:hunter2@{web.place}/hook", ONE, UTC)
    assert why == f"{web.place} answered with status 503"
    out, err = capfd.readouterr()
    assert "hunter2" not in out + err + caplog.text
    assert (out, err) == ("", "")


def test_a_dead_service_gives_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    assert send("json://127.0.0.1:1/hook", ONE, UTC) == "127.0.0.1:1 gave no answer, or refused"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("url", ["nothing://x", "json://", "mailto://", "x", "", "ntfy://[::", "json://\x00"])
def test_an_address_that_is_none(url: str) -> None:
    assert "address" in send(url, ONE, UTC)


def test_of_an_address_only_the_schema_is_shown() -> None:
    assert schema("mailtos://ann:hunter2@mail.example") == "mailtos"
    assert schema("${ALL_OF_IT}") == "an address"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mailtos://desk:hunter2@mail.example.org?to=ann@news.example", "ann@news.example by mail.example.org:587"),
        (
            "mailto://localhost:25?from=a@news.example&to=b@news.example,c@news.example",
            "b@news.example, c@news.example",
        ),
        ("json://ann:hunter2@intranet.example.org:8080/hunter2", "intranet.example.org:8080"),
        ("ntfy://ntfy.example.org/hunter2", "ntfy.example.org"),
    ],
)
def test_a_person_and_a_server_are_named_and_nothing_else_of_an_address(url: str, told: str) -> None:
    assert place(url).startswith(told)
    assert "hunter2" not in place(url)


@pytest.mark.parametrize(
    "url",
    ["ntfy://hunter2", "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/", "tgram://123456789:abcdefg_hijklmnop/1/",
     "discord://123456/abcdef", "matrix://hunter2", "nothing://x", "json://\x00"],
)  # fmt: skip
def test_of_an_address_that_may_begin_with_a_secret_nothing_is_named(url: str) -> None:
    assert place(url) == ""
