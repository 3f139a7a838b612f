"""Mails and archived pages (MHTML): the one text that a person would read in them."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from extractor.errors import EmptyError
from extractor.model import Document
from extractor.read.clean import one_line
from extractor.read.dates import day
from extractor.read.decode import decode
from extractor.read.draft import Origin
from extractor.read.page import web_page
from extractor.read.text import plain_text
from extractor.regexes import Regex

_QUOTED_BELOW = Regex(r"\n(?:-{2,} ?\n|-----\s*Original Message|On .{5,80} wrote:\n>).*", re.DOTALL)


def mail(data: bytes, origin: Origin) -> Document:
    """The body of a mail under its subject, or the page in an MHTML archive; attachments are named in a note.

    Raises:
        EmptyError: there is no text in it.
        NotSupportedError: it is not English.
    """
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    page = message.get_content_type() == "multipart/related" or _header(message, "Snapshot-Content-Location")
    body = message.get_body(("html", "plain") if page else ("plain", "html"))
    if body is None:
        raise EmptyError(origin.source, "a mail without a text; save its attachment and give that")
    known = _known(message, origin, archived=bool(page))
    text, notes = _text(body, origin), _attached(message) if not page else ()
    if not text.strip():
        raise EmptyError(origin.source, "a mail without a text; save its attachment and give that")
    if body.get_content_subtype() == "html":
        return web_page(text, known, notes)
    subject = _header(message, "Subject")
    whole = f"{subject}\n\n{_QUOTED_BELOW.sub('', text)}" if subject else text
    return plain_text(whole.strip(), known, notes)


def _known(message: EmailMessage, origin: Origin, *, archived: bool) -> Origin:
    if archived:  # the day of the capture is not the day of publication
        return origin.with_defaults(url=_header(message, "Snapshot-Content-Location"))
    sent = _header(message, "Date")
    name, address = parseaddr(_header(message, "From") or "")
    return origin.with_defaults(
        title=_header(message, "Subject"),
        byline=name or address or None,
        published=day(sent) if sent else None,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        OverflowError,
    ):  # headers that no parser can read
        return None
    return one_line(str(value)) or None if value else None


def _text(body: MIMEPart, origin: Origin) -> str:
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return decode(data, origin.source, body.get_content_charset()).text.replace("\r\n", "\n")


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return (f"attached and not read: {', '.join(map(one_line, names))}",) if names else ()
