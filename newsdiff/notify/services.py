"""One message to one service, through Apprise (the extra ``notify``), the only user of it.

What Apprise logs names addresses and so secrets: it is dropped, and but for a status nothing of it is told.
"""

import logging
import re
from datetime import tzinfo
from typing import Any

from newsdiff.errors import UsageError
from newsdiff.notify.forms import FORMS, Message, title

_STATUS = re.compile(r"\berror[=: ]+(\d{3})\b")
_OVERFLOW = re.compile(r"[?&]overflow=", re.IGNORECASE)
_DOMAIN = "newsdiff.invalid"  # of ids that only have to differ


def schema(url: str) -> str:
    """What may be said of an address: its schema alone."""
    found = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=://)", url)
    return found[0].lower() if found else "an address"


def send(url: str, message: Message, zone: tzinfo) -> str:
    """Send a message; empty once the service has taken it, else why not. UsageError without the extra."""
    try:
        service = _service(url)
        return _sent(service, message, zone) if service is not None else "its address is none that Apprise knows"
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a plugin does, one service must not keep others waiting
        return f"it failed ({type(error).__name__})"


def _sent(service: Any, message: Message, zone: tzinfo) -> str:
    """Hand a message over in the form that the service takes; why it did not take it."""
    from apprise import Apprise

    form = service.resolve_format().value
    _label(service, message)
    carrier = Apprise(asset=service.asset)
    carrier.add(service)
    result = carrier.notify(body=FORMS[form](message, zone), title=title(message), body_format=form)
    if result:
        return ""
    found = (_STATUS.search(entry.message) for entry in result.logs())
    status = next((one[1] for one in found if one), "")
    who = _place(service) or "it"
    return f"{who} answered with status {status}" if status else f"{who} gave no answer, or refused"


def place(url: str) -> str:
    """Whom and what server an address names: ``desk@example.org by mail.example.org:587``; empty where it names none.

    What else stands in it may be a secret. UsageError without the extra.
    """
    try:
        return _place(_service(url))
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - a plugin that fails at an address tells so when it is to send
        return ""


def need() -> None:
    """UsageError without the extra."""
    _service("")


def _place(service: Any) -> str:
    """The server, where the service's addresses have one, and the people that a mail goes to."""
    mail = getattr(service, "smtp_host", None)
    server = str(mail or getattr(service, "host", None) or "")
    # An address without a server may have a token at its place, which has no dot.
    if "host" not in getattr(service, "template_tokens", ()) or not ("." in server or server == "localhost"):
        return ""
    port = getattr(service, "port", None)
    server = f"{server}:{port}" if port else server
    people = [str(address) for _, address in service.targets] if mail else []
    return f"{', '.join(people)} by {server}" if people else server


def _service(url: str) -> Any:
    try:
        from apprise import Apprise, AppriseAsset
        from apprise.common import OverflowMode
    except ImportError:
        raise UsageError("notifications need Apprise", "pip install 'newsdiff[notify]'") from None
    logger = logging.getLogger("apprise")
    if logger.propagate:
        logger.propagate = False
        logger.addHandler(logging.NullHandler())
    asset = AppriseAsset(app_id="newsdiff", app_desc="newsdiff", app_url="")
    service = Apprise.instantiate(url, asset=asset)
    if service is not None and not _OVERFLOW.search(url):
        service.overflow_mode = OverflowMode.SPLIT  # in several parts rather than cut
    return service


def _label(service: Any, message: Message) -> None:
    """Let mails and webhooks carry the message's id, and mails of one article stand in one thread."""
    headers = getattr(service, "headers", None)
    if not isinstance(headers, dict):
        return
    headers["X-Newsdiff-Message"] = message.id
    if message.thread and schema(service.url(privacy=True)).startswith("mailto"):
        thread = f"<{message.thread}@{_DOMAIN}>"
        headers.update({"In-Reply-To": thread, "References": thread})
