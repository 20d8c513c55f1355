"""Pages found by name -> the application that a server runs."""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from types import ModuleType
from typing import Final
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from cenotaph.errors import CenotaphError, StaleError, UsageError
from cenotaph.web import pages
from cenotaph.web.assets import Assets
from cenotaph.web.door import Door, Keys
from cenotaph.web.now import NotAskedError
from cenotaph.web.present import PreparingError, Present, Step
from cenotaph.web.problems import for_programs, problem
from cenotaph.web.templates import environments
from cenotaph.web.visit import Entry, Given, Page, Visit
from cenotaph.web.words import KEPT, Language, chosen, languages, marked

_FORGED: Final = (
    "This form was not made by this desk, or by one that was closed since. Nothing was changed:"
    " open the page again."
)
_PREPARING: Final = marked("The record is being prepared. Nothing was changed: ask again.")
_PATIENCE: Final = 0.5  # seconds that a page waits for the record, before it says how far that is
_AGAIN: Final = 2  # seconds after which that page asks again
Endpoint = Callable[[Request], Awaitable[Response]]


def application(present: Present, keys: Keys) -> ASGIApp:
    """Return the desk over a ledger, behind its door."""
    found = _Desk(present)
    routes = [Route("/static/{name:path}", found.assets.answer)]
    routes += [
        Route(page.path, found.endpoint(page), methods=[page.method])
        for module in _modules()
        for page in module.PAGES
    ]
    known = (HTTPException, CenotaphError, PreparingError, sqlite3.Error, Exception)
    faults = dict.fromkeys(known, found.fault)
    return Door(Starlette(routes=routes, exception_handlers=faults), keys)


def _modules() -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(pages.__path__), key=lambda m: m.name):
        yield importlib.import_module(f"{pages.__name__}.{found.name}")


class _Desk:
    """What all pages share."""

    def __init__(self, present: Present) -> None:
        self.assets = Assets()
        self._present = present
        self._languages = languages()
        entries = [m.ENTRY for m in _modules() if isinstance(getattr(m, "ENTRY", None), Entry)]
        self._templates = environments(self._languages, self.assets, sorted(entries))

    def endpoint(self, page: Page) -> Endpoint:
        """Return what answers a request for a page; a form is looked at before its handler is."""

        async def answer(request: Request) -> Response:
            form, files = await _form(request) if page.method == "POST" else ({}, {})
            return await run_in_threadpool(lambda: self._answer(page, request, form, files))

        return answer

    def _answer(
        self, page: Page, request: Request, form: dict[str, str], files: dict[str, Given]
    ) -> Response:
        try:
            with self._present.visiting():
                return page.handler(self._visit(request, form, files))
        except NotAskedError:
            self._present.ask(_PATIENCE)
        with self._present.visiting():
            return page.handler(self._visit(request, form, files))

    async def fault(self, request: Request, error: Exception) -> Response:
        """Answer by a page that says what is wrong, or that the record is not there yet."""
        if isinstance(error, PreparingError):
            return self._preparing(request, error.step)
        status, words = _status(error), _words(error)
        if for_programs(request.url.path):
            return problem(status, words)
        return await run_in_threadpool(lambda: self._fault(request, status, words))

    def _fault(self, request: Request, status: int, words: str) -> Response:
        with self._present.visiting():
            visit = self._visit(request, {})
            return visit.page("fault.html", status, status=status, words=words)

    def _preparing(self, request: Request, step: Step) -> Response:
        language = self._language(request)
        again = {"Retry-After": str(_AGAIN)}
        if for_programs(request.url.path):
            answer = problem(503, language.say(_PREPARING), what=step.what, done=step.done)
            answer.headers.update(again)
            return answer
        template = self._templates[language.code].get_template("preparing.html")
        words = template.render(step=step, again=_AGAIN, reading=request.method == "GET")
        return HTMLResponse(words, 503, headers=again)

    def _visit(
        self, request: Request, form: dict[str, str], files: dict[str, Given] | None = None
    ) -> Visit:
        language = self._language(request)
        now = self._present.now(_PATIENCE)
        templates = self._templates[language.code]
        return Visit(request, self._present, now, form, language, templates, files or {})

    def _language(self, request: Request) -> Language:
        given = request.headers.get("accept-language", "")
        return chosen(given, self._languages, request.cookies.get(KEPT, ""))


async def _form(request: Request) -> tuple[dict[str, str], dict[str, Given]]:
    """Return a form's fields and files; 403 for one that was not made by a page of ours."""
    files: dict[str, Given] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if for_programs(request.url.path):
        if kind != "application/json":
            raise HTTPException(415, "JSON is wanted here. Nothing was changed.")
        words = (await request.body()).decode("utf-8", "replace")
        fields = {"csrf": request.headers.get("x-csrf-token", ""), "json": words}
    elif kind == "application/x-www-form-urlencoded":
        words = (await request.body()).decode("utf-8", "replace")
        fields = dict(parse_qsl(words, keep_blank_values=True))
    elif kind == "multipart/form-data":
        async with request.form() as given:
            fields = {k: v for k, v in given.items() if isinstance(v, str)}
            for name, value in given.items():
                if not isinstance(value, str) and value.filename:
                    files[name] = Given(value.filename, await value.read())
    else:
        raise HTTPException(415, "A form is wanted here. Nothing was changed.")
    if fields.get("csrf") != request.state.csrf:
        raise HTTPException(403, _FORGED)
    return fields, files


def _status(error: Exception) -> int:
    match error:
        case HTTPException():
            return error.status_code
        case StaleError():
            return 409
        case UsageError():
            return 400
        case _:
            return 500


def _words(error: Exception) -> str:
    match error:
        case HTTPException():
            return error.detail
        case CenotaphError():
            return str(error)
        case sqlite3.Error():
            return f"the ledger cannot be used: {error}"
        case _:
            return "Something went wrong here, and the terminal says what. Nothing was lost."
