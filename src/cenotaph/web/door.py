"""The door: who may ask the desk anything, and what every answer says to the browser.

The desk listens on 127.0.0.1 alone, but any page that the user's browser has open can send requests
there, and any name can be made to resolve to it. So each request must name our own host and port,
must not come from another site, and must carry a cookie that only the opened address gives. The
token in that address is exchanged for the cookie at once and leaves the address bar by a redirect.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import cache
from http.cookies import CookieError, SimpleCookie
from typing import Final, NamedTuple, Self
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cenotaph.web.problems import for_programs, problem
from cenotaph.web.views.refusals import refusal
from cenotaph.web.words import Language, chosen, languages, marked

ENTER: Final = "/enter"
HOST: Final = "127.0.0.1"
MOST: Final = 1_000_000  # bytes of a form
# Of one that may hold a file, by path; base64 takes a third more.
FILES: Final = {"/import": 32_000_000, "/api/imports": 44_000_000}
_METHODS: Final = ("GET", "HEAD", "POST")
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_SAID: Final = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Nothing leaves this origin; `no-referrer` would make browsers send forms with no Origin too.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_CLOSED: Final = (
    "Open the desk by the whole address that `cenotaph serve` printed first, with its"
    " token: copy it into the address bar of the browser."
)
_HEAD: Final = marked("The desk is closed to this request")
_REFUSAL: Final = (
    '<!doctype html><html lang="{}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>{} · Cenotaph</title><h1>{}</h1><p>{}</p></html>\n"
)


class Keys(NamedTuple):
    """What opens the door of one running desk."""

    port: int
    token: str  # of the opened address
    secret: bytes  # signs cookies and forms

    @classmethod
    def made(cls, port: int) -> Self:
        """Return new keys."""
        return cls(port, secrets.token_urlsafe(32), secrets.token_bytes(32))

    @property
    def address(self) -> str:
        """The address that opens the desk."""
        return f"{self.origin}{ENTER}?token={self.token}"

    @property
    def origin(self) -> str:
        """Where the desk is, as browsers name it."""
        return f"http://{HOST}" if self.port == 80 else f"http://{HOST}:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies do not know ports, so two desks need two names."""
        return f"cenotaph-{self.port}"

    def admission(self) -> str:
        """Return the value of a new cookie."""
        name = secrets.token_urlsafe(16)
        return f"{name}.{self._signed('cookie', name)}"

    def admits(self, cookie: str | None) -> bool:
        """Tell whether a cookie's value is one of ours."""
        name, _, signature = (cookie or "").partition(".")
        return _same(signature, self._signed("cookie", name))

    def form(self, cookie: str) -> str:
        """Return what every form must carry that is sent with a cookie."""
        return self._signed("form", cookie)

    def _signed(self, purpose: str, words: str) -> str:
        return hmac.new(self.secret, f"{purpose} {words}".encode(), hashlib.sha256).hexdigest()


class Door:
    """Stands before an application, and lets through what may come in."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on with `csrf` in its state."""
        if scope["type"] != "http":  # there are no others here
            return
        answered = _saying(send)
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, answered)
            return
        if scope["path"] == ENTER:
            await self._enter(scope)(scope, receive, answered)
            return
        admission = _cookie(headers, self._keys.cookie)
        if admission is None or not self._keys.admits(admission):
            await _refused(403, _CLOSED)(scope, receive, answered)
            return
        most = FILES.get(scope["path"], MOST)
        body = await _body(receive, most) if scope["method"] == "POST" else b""
        if body is None:
            words = f"The form is larger than {most:,} bytes. Nothing was changed."
            await _refused(413, words)(scope, receive, answered)
            return
        scope.setdefault("state", {})["csrf"] = self._keys.form(admission)
        await self._app(scope, _replayed(body, receive), answered)

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Return why a request may not even be looked at; None where it may."""
        if headers.get("host") != self._keys.origin.removeprefix("http://"):
            return _refused(403, f"This desk answers to {self._keys.origin} only.")
        if scope["method"] not in _METHODS:
            return _refused(405, f"The desk knows {', '.join(_METHODS)}.")
        arrives = scope["path"] == ENTER and scope["method"] == "GET"
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and not arrives:
            return _refused(403, _CLOSED)
        if scope["method"] == "POST" and headers.get("origin") != self._keys.origin:
            words = "A form is taken from the desk's own pages only. Nothing was changed."
            return _refused(403, words)
        return None

    def _enter(self, scope: Scope) -> ASGIApp:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _same(given, self._keys.token):
            return _refused(403, _CLOSED)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            self._keys.cookie, self._keys.admission(), httponly=True, samesite="strict"
        )
        return response


def _refused(status: int, words: str) -> ASGIApp:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if for_programs(scope["path"]):
            told = problem(status, words)
        else:
            told = HTMLResponse(_page(words, Headers(scope=scope)), status)
        await told(scope, receive, send)

    return answer


def _page(words: str, headers: Headers) -> str:
    """Return a page in the language that the browser asks for; nothing else of it is trusted."""
    language = chosen(headers.get("accept-language", ""), _languages())
    title, head = language.say(marked("Closed")), language.say(_HEAD)
    return _REFUSAL.format(language.code, title, head, refusal(words, language.say))


@cache
def _languages() -> dict[str, Language]:
    return languages()


def _same(given: str, right: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), right.encode())


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return found.value if found is not None else None


def _saying(send: Send) -> Send:
    """Add what every answer says; pages are never stored, files may say otherwise."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _SAID.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return said


async def _body(receive: Receive, most: int) -> bytes | None:
    """Return the body of a request; None where it is larger than `most` bytes."""
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        more = message.get("more_body", False)
        if size > most:
            return None
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Hand over a body that was read already, then whatever else comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
