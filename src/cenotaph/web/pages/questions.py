"""The questions, most useful first: each answered with one key, and what that changed shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Self
from urllib.parse import urlencode

from starlette.responses import Response

from cenotaph.desk.verdict import taken_back
from cenotaph.errors import LedgerError, StaleError, UsageError
from cenotaph.model import Choice, Decision
from cenotaph.web.deciding import answering
from cenotaph.web.present import person
from cenotaph.web.views.questions import KINDS, Queue, Queued, asked
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(20, "/questions", marked("Questions"), "q")
_HERE: Final = "/questions"
_MOST: Final = 300  # skipped or answered ones that an address can hold
_NEXT: Final = 10  # questions named that come after
_ANSWERED: Final = marked(
    "This question was answered, or is asked otherwise, since your page was made. Nothing was"
    " written: look at it again."
)


class Sitting(NamedTuple):
    """How far a person has come; the address and every form hold it."""

    kind: str = ""
    skipped: tuple[str, ...] = ()  # keys of questions
    done: tuple[str, ...] = ()  # ids of decisions, the last one last

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """Return what an address or a form says."""
        given = visit.form or visit.query
        kind = given.get("of", "")
        held = [tuple(filter(None, given.get(n, "").split(",")))[-_MOST:] for n in ("skip", "done")]
        return cls(kind if kind in KINDS else "", *held)

    def query(self, **more: str) -> dict[str, str]:
        """Return the parameters of an address that goes on from here."""
        own = {"of": self.kind, "skip": ",".join(self.skipped), "done": ",".join(self.done)}
        return {name: words for name, words in {**own, **more}.items() if words}

    def address(self) -> str:
        """Return the address of the next question."""
        return f"{_HERE}?{urlencode(self.query())}" if self.query() else _HERE

    def without(self, key: str) -> Self:
        """Return the sitting once a question was skipped; skipped again it comes last."""
        return self._replace(skipped=(*(k for k in self.skipped if k != key), key))


class _Notice(NamedTuple):
    """What has to be said beside a question: a stale answer, or what the last one changed."""

    last: str = ""  # a decision's id
    refused: str = ""
    later: Sequence[Decision] = ()  # made since the form that was refused


def show(visit: Visit) -> Response:
    """Show the first question that was not skipped, or the one that is asked for."""
    notice = _Notice(last=visit.query.get("last", ""))
    return _page(visit, Sitting.of(visit), notice, at=visit.query.get("at", ""))


def answer(visit: Visit) -> Response:
    """Decide what a choice says, and go on to the next question."""
    sitting, key = Sitting.of(visit), visit.form.get("key", "")
    seen, reviewer = visit.seen(), visit.decider()
    found = Queue(visit.now).find(key)
    choice = _choice(found, visit.form.get("choice", ""))
    if choice is None:
        return _stale(visit, sitting, seen, key)
    made = answering(choice, visit.form.get("reason", ""), reviewer)
    try:
        kept = visit.decide(made, seen=seen)
    except StaleError:
        return _stale(visit._replace(now=visit.present.now()), sitting, seen, key)
    done = sitting._replace(done=(*sitting.done, kept.id))
    return visit.to(_HERE, **done.query(last=kept.id))


def undo(visit: Visit) -> Response:
    """Take the last answer back, by a new decision; it is asked again."""
    sitting, seen, reviewer = Sitting.of(visit), visit.seen(), visit.decider()
    if not sitting.done:
        raise UsageError(visit.language.say(marked("Nothing was answered yet.")))
    made = taken_back(sitting.done[-1], person(reviewer))
    left = sitting._replace(done=sitting.done[:-1])
    try:
        kept = visit.decide(made, seen=seen)
    except (StaleError, LedgerError):
        return _stale(visit._replace(now=visit.present.now()), left, seen, "")
    return visit.to(_HERE, **left.query(last=kept.id))


def _choice(found: Queued | None, key: str) -> Choice | None:
    """Return the choice of a key, with the whole subjects; None where it is not offered."""
    choices: Sequence[Choice] = () if found is None else found.whole.choices
    return next((c for c in choices if c.key == key), None)


def _stale(visit: Visit, sitting: Sitting, seen: int, key: str) -> Response:
    """Show the question as it stands now, with what was decided meanwhile."""
    later = [d for d in visit.now.decisions if d.seq > seen]
    words = visit.language.say(_ANSWERED)
    return _page(visit, sitting, _Notice(refused=words, later=later), at=key)


def _page(visit: Visit, sitting: Sitting, notice: _Notice, *, at: str) -> Response:
    queue, kinds = Queue(visit.now), Queue(visit.now).kinds()
    known = sum(n for kind, _, n in kinds if sitting.kind in ("", kind))
    skipped = queue.skipped(sitting.kind, sitting.skipped)
    ahead = queue.first(sitting.kind, sitting.skipped, _NEXT + 1)
    wanted = queue.find(at) if at else None
    if wanted is not None and sitting.kind not in ("", wanted.whole.kind):
        wanted = None
    first = wanted or (ahead[0] if ahead else None)
    following = [q for q in ahead if first is None or q.key != first.key]
    return visit.page(
        "questions.html",
        409 if notice.refused else 200,
        asked=None if first is None else asked(first, visit.now),
        kinds=kinds,
        sitting=sitting,
        left=known - skipped,
        skipped=skipped,
        following=following[:_NEXT],
        skipping=_HERE if first is None else sitting.without(first.key).address(),
        last=next((d for d in visit.now.decisions if d.id == notice.last), None),
        changed=visit.present.effect(notice.last),
        refused=notice.refused,
        later=notice.later,
    )


PAGES = (
    Page("/questions", show),
    Page("/questions/answer", answer, "POST"),
    Page("/questions/undo", undo, "POST"),
)
