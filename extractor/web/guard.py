"""Who may ask, and what an answer may do.

A page of another site can make a browser send requests to this machine. So a request must name a host that
no stranger can give out (DNS rebinding), and one that changes something must come from a page of our own
(CSRF): its origin is ours and its form holds a word that only our pages know. Where the page is reachable
from other machines, a token is asked for as well. Answers load and run nothing but our own files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_COOKIE = "crossfoot_token"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:;"
    " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a request has to bring."""

    #: Names under which the page may be asked for, beside "localhost" and bare addresses.
    hosts: tuple[str, ...] = ()
    #: None where nobody else can reach the page.
    token: str | None = None
    most_bytes: int = 25_000_000


class TooLongError(Exception):
    """A request went on beyond the limit."""


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a stranger, or hand a request on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self._app(scope, _limited(receive, self._rules.most_bytes), send)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not names_us(headers.get("host", ""), self._rules.hosts):
            return PlainTextResponse("This page does not answer to that host name.", 421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._rules.most_bytes:
            return too_long(self._rules.most_bytes)
        if scope["method"] not in ("GET", "HEAD") and not comes_from_us(headers):
            return PlainTextResponse("This request comes from another site.", 403)
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        token = self._rules.token
        if token is None or scope["path"].startswith("/static/"):
            return None
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and _same(bearer.strip(), token):
            return None
        if _same(cookie_parser(headers.get("cookie", "")).get(TOKEN_COOKIE, ""), token):
            return None
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
        if scope["method"] == "GET" and _same(given, token):
            entered = RedirectResponse(scope["path"], 303)
            entered.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict")
            return entered
        told = "A token is needed: open the address that crossfoot serve printed."
        return PlainTextResponse(told, 401, {"WWW-Authenticate": "Bearer"})


def names_us(host: str, hosts: Sequence[str] = ()) -> bool:
    """True for "localhost", names that were given, and bare addresses: nobody's name leads here by one."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in ("localhost", *(h.lower() for h in hosts)):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def comes_from_us(headers: Headers) -> bool:
    """False where the browser says that another site sent the request."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _same(given: str, token: str) -> bool:
    return compare_digest(given.encode(), token.encode())


def too_long(most: int) -> Response:
    """The answer to a request that is longer than so many bytes."""
    told = f"That is more than {most // 1_000_000} MB; crossfoot serve --size-limit moves the limit."
    return PlainTextResponse(told, 413, {"Connection": "close"})


def _limited(receive: Receive, most: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLongError
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return headed
