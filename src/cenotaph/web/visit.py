"""One request, as pages see it, and how a page is declared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote, unquote, urlencode

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cenotaph.errors import UsageError
from cenotaph.model import WITHHELD, Claim, Decision
from cenotaph.web.now import Now
from cenotaph.web.preferences import reminded, softens
from cenotaph.web.present import Present
from cenotaph.web.views.asking import number
from cenotaph.web.views.once import Once
from cenotaph.web.views.phrases import phrase
from cenotaph.web.views.softened import softened
from cenotaph.web.words import Language, marked

REVIEWER: Final = "reviewer"  # the field of a form that says who decides
_COOKIE: Final = "cenotaph-reviewer"  # keeps it
_LONGEST: Final = 80  # letters of a reviewer's name
_PASSING: Final = (
    "decided",
    "kind",
    "add",
    "part",
    "words",
    "nth",
)  # of an address: said of one moment
_YEAR: Final = 365 * 24 * 3600
_WITHHELD: Final = marked("[name withheld]")
_WITHHELD_TEXT: Final = re.compile(rf"{re.escape(WITHHELD)}(?=[^<>]*<(?!/textarea))")  # in no tag
_SOFTENED: Final = marked("softened; the page behind has the word as it was written")


def _line(words: str) -> str:
    """Return a name on one line, with nothing in it that cannot be seen."""
    spaced = " ".join(words.split())
    return "".join(c for c in spaced if c.isprintable())


class Given(NamedTuple):
    """A file that a form holds."""

    name: str
    raw: bytes


class Visit(NamedTuple):
    """What a page knows of one request."""

    request: Request
    present: Present
    now: Now
    form: Mapping[str, str]  # of a POST, past the door; empty otherwise
    language: Language
    templates: jinja2.Environment
    files: Mapping[str, Given]  # of a POST of a form with files, by field

    @property
    def path(self) -> Mapping[str, str]:
        """What stands in the place of each {name} of the page's path."""
        return self.request.path_params

    @property
    def query(self) -> Mapping[str, str]:
        """The parameters of the address; of one given twice the last."""
        return self.request.query_params

    @property
    def reviewer(self) -> str | None:
        """Who decides: as this form says, as was said before, as the desk was opened; or None."""
        given = _line(self.form.get(REVIEWER) or "")
        before = _line(unquote(self.request.cookies.get(_COOKIE, "")))
        name = given or before or self.present.terms.reviewer or ""
        return name[:_LONGEST] or None

    def decider(self) -> str:
        """Return who decides; UsageError where nobody said."""
        if self.reviewer is None:
            raise UsageError(self.language.say("Say who decides: your name stays on record."))
        return self.reviewer

    def decide(self, made: Decision, claim: Claim | None = None, *, seen: int) -> Decision:
        """Write a decision; StaleError where its subjects were decided since `seen`."""
        return self.present.decide(made, claim, seen=seen)

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return a number in the address; what is none stands for `otherwise`."""
        return number(self.query.get(name, ""), otherwise)

    def seen(self) -> int:
        """Return the state that the form was made from."""
        words = self.form.get("seen", "")
        if not words.isdecimal():
            raise UsageError(self.language.say("The form does not say what it was made from."))
        return number(words)

    def back(self) -> str:
        """Return the page that a form goes back to: one of ours, whatever the form says."""
        back = self.form.get("back", "/")
        local = back.startswith("/") and not back.startswith("//") and "\\" not in back
        return back if local and back.isprintable() else "/"

    def page(self, name: str, status: int = 200, /, **view: object) -> Response:
        """Return a page made of a template and what it shows."""
        decided = self.query.get("decided", "")
        whole = self.templates.get_template(name).render(
            visit=self,
            here=self._here(),
            decided=decided,
            effect=self.present.effect(decided),
            working=self.present.working(decided),
            with_query=self._with_query,
            now=self.now,
            reviewer=self.reviewer,
            reminded=reminded(self.request),
            once=Once(),
            softens=softens(self.request),
            soft=self.soft,
            path=self.request.url.path,
            csrf=self._csrf,
            **view,
        )
        instead = self.language.say(_WITHHELD)
        if instead != WITHHELD and WITHHELD in whole:  # what is a field's value stays what it is
            whole = _WITHHELD_TEXT.sub(instead, whole)
        return self._known(HTMLResponse(whole, status))

    def phrase(self, words: str) -> str:
        """Return a phrase of the record in the reader's language."""
        return phrase(words, self.language.say)

    def soft(self, words: str) -> str:
        """Return words of a list, graphic ones softened where the reader asked for it."""
        if not softens(self.request):
            return words
        return softened(words, self.language.say(_SOFTENED))

    def to(self, path: str, /, **query: str) -> Response:
        """Send the browser on to another page of the desk, after a form was taken."""
        place, _, mark = path.partition("#")
        joint = "&" if "?" in place else "?"
        whole = place + (f"{joint}{urlencode(query)}" if query else "") + (mark and f"#{mark}")
        return self._known(RedirectResponse(whole, 303))

    def _here(self) -> str:
        """Return the address of this page, without what was decided before."""
        kept = {k: v for k, v in self.query.items() if k not in _PASSING}
        return f"{self.request.url.path}?{urlencode(kept)}" if kept else self.request.url.path

    def _with_query(self, name: str, value: str) -> str:
        """Return the address of this page with one parameter more, or another one."""
        kept = {k: v for k, v in self.query.items() if k != "decided"}
        return f"{self.request.url.path}?{urlencode({**kept, name: value})}"

    def _csrf(self) -> Markup:
        """Return the field that every form must have."""
        return Markup('<input type="hidden" name="csrf" value="{}">').format(
            self.request.state.csrf
        )

    def _known(self, response: Response) -> Response:
        """Let the browser remember who decides, once it was said."""
        if self.form.get(REVIEWER) and self.reviewer is not None:
            response.set_cookie(
                _COOKIE, quote(self.reviewer), max_age=_YEAR, httponly=True, samesite="strict"
            )
        return response


Handler = Callable[[Visit], Response]


class Page(NamedTuple):
    """One address of the desk."""

    path: str  # as Starlette writes it: "/incident/{id}"
    handler: Handler
    method: str = "GET"


class Entry(NamedTuple):
    """A link of the navigation."""

    place: int  # small ones first
    path: str
    words: str  # in English, marked to be translated
    key: str | None = None  # pressed after g, it goes there
