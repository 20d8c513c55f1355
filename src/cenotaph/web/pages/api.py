"""What the pages show and do, for programs: JSON, described by /api/openapi.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, partial
from importlib import resources
from typing import Any, Final

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from cenotaph.desk.verdict import Asked, Where
from cenotaph.errors import StaleError, UsageError
from cenotaph.model import Decision, Part, Role
from cenotaph.web.answers import as_json
from cenotaph.web.deciding import Made, answering, decided, later, of_an_import
from cenotaph.web.problems import problem
from cenotaph.web.views.activity import Book
from cenotaph.web.views.api import TABLES, decision, incident, lines
from cenotaph.web.views.fields import as_option
from cenotaph.web.views.questions import Queue
from cenotaph.web.visit import REVIEWER, Page, Visit

_LINES: Final = "application/jsonl"
_OWN: Final = ("notes", "questions", "decisions", "sources")  # tables that are not the contract's
_STALE: Final = "What it is about was decided since. Nothing was written."
_GONE: Final = "This question is not asked any more, or otherwise. Nothing was written."


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict, as a program sends it."""

    verdict: str
    ids: list[str]
    seen: int
    reviewer: str = ""
    reason: str = ""
    value: dict[str, Any] | None = None
    part_of: str | None = None
    kind: str | None = None
    words: str | None = None
    start: int | None = None
    end: int | None = None
    part: Part = msgspec.field(default="text", name="in")
    about: str | None = None
    speaker: str | None = None
    speaker_role: Role | None = None
    stance: str | None = None
    code: str | None = None
    tags: list[str] | None = None
    note: str | None = None
    owner: str | None = None
    reliable: str | None = None
    whole: bool = False


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question, as a program sends it."""

    question: str
    choice: str
    seen: int
    reviewer: str = ""
    reason: str = ""


def described(visit: Visit) -> Response:
    """Answer with the description of all this."""
    whole = {**_description(), "servers": [{"url": str(visit.request.base_url).rstrip("/")}]}
    return as_json(whole)


def session(visit: Visit) -> Response:
    """Answer with what a decision made now has to carry."""
    return as_json(
        {
            "seen": visit.now.seen,
            "csrf": visit.request.state.csrf,
            "names": visit.now.options.names,
            "policy": visit.now.policy,
            "record": visit.now.digest,
            "reviewer": visit.reviewer,
        }
    )


def one(visit: Visit) -> Response:
    """Answer with the incident that holds an id now."""
    found = incident(visit.now, visit.path["id"])
    if found is None:
        raise HTTPException(404, "No incident of this record has this id.")
    (line,) = lines([found], visit.now.cut())
    return Response(line, media_type="application/json")


def table(visit: Visit, name: str) -> Response:
    """Answer with the rows of a table, a line each."""
    rows = TABLES[name](visit.now, visit.query)
    record = None if name in _OWN else visit.now.cut()
    return StreamingResponse(visit.now.streamed(lines(rows, record)), media_type=_LINES)


def decide(visit: Visit) -> Response:
    """Write a decision and answer with what it changed."""
    sent = _sent(visit.form.get("json", ""))
    visit = visit._replace(form={REVIEWER: sent.reviewer})
    if not 0 <= sent.seen <= visit.now.seen:
        raise UsageError(f"seen {sent.seen}: the last decision here is {visit.now.seen}")
    reviewer = visit.decider()
    if isinstance(sent, Judgement) and sent.whole:
        return _whole(sent, visit, reviewer)
    made = (_answer if isinstance(sent, Answer) else _judgement)(sent, visit, reviewer)  # type: ignore[arg-type]
    if isinstance(made, Response):
        return made
    try:
        found = (made.decision, made.claim)
        kept = visit.present.decide(*found, seen=sent.seen, patience=None)
    except StaleError:
        visit = visit._replace(now=visit.present.now())
        about = {*made.decision.subjects, made.decision.supersedes}
        return _stale(visit, [d for d in _since(visit, sent.seen) if _meets(d, about)])
    return _kept(visit._replace(now=visit.present.now()), kept)


def _whole(sent: Judgement, visit: Visit, reviewer: str) -> Response:
    """Take back all that the import decided which made a decision; answer with the first of it."""
    if sent.verdict != "undo" or len(sent.ids) != 1:
        raise UsageError("whole goes with undo, and one decision of the import")
    made = visit.now.ids.find(sent.ids[0], "decision").id
    try:
        gone = of_an_import(made, sent.reason, sent.seen, visit.now, reviewer)
    except StaleError:
        return _stale(visit, list(_since(visit, sent.seen)))
    first = visit.present.take_back(gone, patience=None)
    now = visit.present.now()
    return _kept(visit._replace(now=now), next(d for d in now.decisions if d.id == first))


def _sent(words: str) -> Judgement | Answer:
    try:
        whole = msgspec.json.decode(words)
        if isinstance(whole, dict) and "question" in whole:
            return msgspec.convert(whole, Answer)
        return msgspec.convert(whole, Judgement)
    except (msgspec.MsgspecError, RecursionError) as error:  # the latter: lists in lists in lists
        raise UsageError(
            f"this is no decision as /api/openapi.json describes it: {error}"
        ) from error


def _judgement(sent: Judgement, visit: Visit, reviewer: str) -> Made | Response:
    form = {"ids": " ".join(sent.ids)}
    if sent.verdict == "source":
        form["publisher"] = " ".join(sent.ids)
    found = later(form, visit.now, sent.seen)
    if found:
        return _stale(visit, found)
    whole = visit.now.ids.find(sent.part_of, "claim").id if sent.part_of else sent.part_of
    said = {"speaker": sent.speaker, "speaker_role": sent.speaker_role, "part_of": whole}
    asked = Asked(
        verdict=sent.verdict,  # type: ignore[arg-type] # looked at by `decided`
        ids=sent.ids,
        reason=sent.reason,
        options=as_option(sent.value or {}) or _beside(sent),
        kind=sent.kind,
        where=Where(sent.words, sent.start, sent.end, sent.part),
        about=sent.about,
        speaker=sent.speaker,
        stance=sent.stance,
    )
    given = {name: words for name, words in {**form, **said}.items() if words is not None}
    return decided(asked, given, visit.now, reviewer)


def _beside(sent: Judgement) -> dict[str, Any]:
    """Return what is said of an incident or a publisher for people's own use."""
    names = {"note": ("code", "tags", "note"), "source": ("owner", "reliable")}
    return {n: getattr(sent, n) for n in names.get(sent.verdict, ())}


def _answer(sent: Answer, visit: Visit, reviewer: str) -> Made | Response:
    found = Queue(visit.now).find(sent.question)
    choices = found.whole.choices if found is not None else ()
    choice = next((c for c in choices if c.key == sent.choice), None)
    if choice is None:
        return _stale(visit, list(_since(visit, sent.seen)), _GONE)
    return Made(answering(choice, sent.reason, reviewer), None)


def _since(visit: Visit, seen: int) -> list[Decision]:
    return [d for d in visit.now.decisions if d.seq > seen]


def _meets(made: Decision, about: set[str | None]) -> bool:
    return not about.isdisjoint((made.id, made.supersedes, *made.subjects))


def _stale(visit: Visit, found: Sequence[Decision], words: str = _STALE) -> Response:
    book = Book.of(visit.now)
    rows = [decision(d, book) for d in found]
    return problem(409, words, later=rows, seen=visit.now.seen)


def _kept(visit: Visit, kept: Decision) -> Response:
    now = visit.now
    shown = next(d for d in now.decisions if d.id == kept.id)
    changed = list(visit.present.effect(kept.id))
    return as_json(
        {"decision": decision(shown, Book.of(now)), "changed": changed, "seen": now.seen}, 201
    )


@cache
def _description() -> dict[str, Any]:
    file = resources.files("cenotaph").joinpath("data", "desk", "openapi.json")
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


PAGES = (
    Page("/api/openapi.json", described),
    Page("/api/session", session),
    Page("/api/incidents/{id}", one),
    *(Page(f"/api/{name}", partial(table, name=name)) for name in TABLES),
    Page("/api/decisions", decide, "POST"),
)
