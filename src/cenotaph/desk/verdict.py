"""A verdict and ids as a person writes them -> the decision, and the claim it makes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from cenotaph.desk import beside
from cenotaph.desk.ids import Ids, Kind
from cenotaph.desk.value import KINDS, corrected, is_given, new
from cenotaph.errors import UsageError
from cenotaph.model import (
    Account,
    Choice,
    Claim,
    Decision,
    Document,
    Part,
    Person,
    Span,
    Speaker,
    Verdict,
    mention_id,
    sayings,
)
from cenotaph.text.sentences import split

WHOLE: Final = 300  # characters of an entry that may be claimed whole, without --words

# What a verdict is about, and how many of it (None: two or more).
_ABOUT: Final[Mapping[Verdict, tuple[tuple[Kind, ...], int | None]]] = {
    "accept": (("claim",), 1),
    "reject": (("claim",), 1),
    "correct": (("claim",), 1),
    "add": (("document",), 1),
    "same": (("mention", "claim"), None),
    "different": (("mention", "claim"), None),
    "copy": (("document",), 2),
    "not-copy": (("document",), 2),
    "note": (("mention", "claim"), 1),
    "source": ((), 1),
    "undo": (("decision",), 1),
}
VERDICTS: Final = tuple(_ABOUT)
NOTED: Final = sayings.NOTED  # the reason of a note that gives none


class Where(NamedTuple):
    """The words of a document that a claim quotes."""

    words: str | None = None
    start: int | None = None
    end: int | None = None
    part: Part = "text"


class Asked(NamedTuple):
    """What a person wrote after `cenotaph decide`."""

    verdict: Verdict
    ids: Sequence[str]
    reason: str
    options: Mapping[str, Any] = {}  # of the value; of a note or of what is held of a publisher
    kind: str | None = None  # of the claim to add
    where: Where = Where()
    about: str | None = None  # what the added claim hangs on; "new": an event of its own
    speaker: str | None = None
    stance: str | None = None
    part_of: str | None = None  # of a figure to correct: the claim of its whole, or NO_WHOLE


def answered(choice: Choice, person: Person, reason: str = "") -> Decision:
    """Return what is decided by the choice of an answer to a question."""
    why = reason or sayings.ANSWERED.format(choice=choice.words)
    return msgspec.structs.replace(
        person.decides(choice.verdict, why, *choice.subjects),
        value=choice.value,
        remark=choice.remark,
        supersedes=choice.supersedes,
    )


def taken_back(decision: str, person: Person, reason: str = "") -> Decision:
    """Return what takes a decision back that was made a moment ago."""
    back = person.decides("undo", reason or sayings.AT_ONCE)
    return msgspec.structs.replace(back, supersedes=decision)


NO_WHOLE: Final = "none"
_VALUED: Final = (
    "low", "high", "approximate", "vague", "outcome", "scope", "cause", "since", "as_of", "status",
    "side", "age", "sex", "roles", "name", "party", "category", "damage", "relation", "topic",
    "day", "value",
)  # fmt: skip


_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "note": ("code", "tag", "untag", "note"),
    "source": ("owner", "reliable"),
}


def wanted(options: Namespace) -> Asked:
    """Return what the options of a command line ask for; UsageError where they do not fit."""
    if not options.reason and options.verdict != "note":
        raise UsageError(f"{options.verdict}: say why with --reason TEXT; it stays on record")
    if options.kind is not None and options.kind not in KINDS:
        raise UsageError(f"--kind {options.kind}: no such claim; known: {', '.join(KINDS)}")
    values = {name: getattr(options, name) for name in _VALUED}
    kept = _beside(options)
    if options.verdict not in {"correct", "add"} and any(map(is_given, values.values())):
        raise UsageError(f"{options.verdict} takes no value; `correct` and `add` do")
    if options.verdict != "correct" and options.part_of is not None:
        raise UsageError(f"{options.verdict} takes no --part-of; `correct` does")
    return Asked(
        verdict=options.verdict,
        ids=options.ids,
        reason=options.reason or NOTED,
        options=kept or values,
        kind=options.kind,
        where=Where(options.words, options.start, options.end, options.part),
        about=options.about,
        speaker=options.speaker,
        stance=options.stance,
        part_of=options.part_of,
    )


def decision(asked: Asked, ids: Ids, person: Person) -> tuple[Decision, Claim | None]:
    """Return what is decided, and the claim that a person adds; UsageError where it cannot be."""
    if asked.verdict in _BESIDE:
        return _kept_beside(asked, ids, person), None
    kinds, count = _ABOUT[asked.verdict]
    if len(asked.ids) != count and (count is not None or len(asked.ids) < 2):
        wanted = "two or more ids" if count is None else "one id" if count == 1 else "two ids"
        raise UsageError(f"{asked.verdict} takes {wanted}; {len(asked.ids)} were given")
    subjects = tuple(_subject(ids, ids.find(words, *kinds).id) for words in asked.ids)
    if len(set(subjects)) < len(subjects):
        raise UsageError(f"{asked.verdict}: two of the ids name the same thing")
    made = person.decides(asked.verdict, asked.reason, *subjects)
    match asked.verdict:
        case "correct":
            value, whole = ids.claims[subjects[0]].value, _whole(asked, ids)
            if whole is None or any(map(is_given, asked.options.values())):
                value = corrected(value, asked.options)
            return msgspec.structs.replace(made, value=value, part_of=whole), None
        case "add":
            return msgspec.structs.replace(made, subjects=()), _added(asked, ids, subjects[0])
        case "undo":
            return msgspec.structs.replace(made, subjects=(), supersedes=subjects[0]), None
        case _:
            return made, None


def _beside(options: Namespace) -> dict[str, Any]:
    """Return the options of a note or a publisher; UsageError where another verdict has one."""
    found: dict[str, Any] = {}
    for verdict, names in _BESIDE.items():
        given = {n: w for n in names if (w := getattr(options, n)) is not None}
        if given and options.verdict != verdict:
            raise UsageError(f"{options.verdict} takes no --{min(given)}; `{verdict}` does")
        found |= given
    return found


def _kept_beside(asked: Asked, ids: Ids, person: Person) -> Decision:
    """Return a note about an incident, or what is held of a publisher from now on."""
    if len(asked.ids) != 1:
        what = "incident's id" if asked.verdict == "note" else "publisher's name"
        raise UsageError(f"{asked.verdict} takes one {what}; {len(asked.ids)} were given")
    made = person.decides(asked.verdict, asked.reason)
    if asked.verdict == "source":
        held = beside.publisher(asked.ids[0], asked.options, ids)
        return msgspec.structs.replace(made, publisher=held)
    incident, mention = beside.noted(asked.ids[0], ids)
    remark = beside.remark(asked.options, ids, incident)
    about = dict.fromkeys((mention, *ids.remarked.replaced(incident, remark)))
    subjects = tuple(_subject(ids, m) for m in about)
    return msgspec.structs.replace(made, subjects=subjects, remark=remark)


def _subject(ids: Ids, found: str) -> str:
    """Return the id to judge by: of an event that only a person's claim tells, that claim's."""
    own = (
        c.id
        for c in ids.hanging(found)
        if c.extractor == "person"
        if mention_id(c.document, c.evidence) == found
    )
    return next(own, found) if found in ids.mentions else found


def _whole(asked: Asked, ids: Ids) -> str | None:
    """Return what a figure is part of, "" for nothing; None where that is not corrected."""
    if asked.part_of is None:
        return None
    return "" if asked.part_of == NO_WHOLE else ids.find(asked.part_of, "claim").id


def _added(asked: Asked, ids: Ids, document: str) -> Claim:
    if asked.kind is None:
        raise UsageError("add says what is claimed: --kind toll, victim, place, ...")
    account = ids.accounts[document]
    evidence = _evidence(account.document, asked.where)
    value = new(asked.kind, asked.options)
    claim = Claim(
        id="",
        document=document,
        value=value,
        evidence=evidence,
        sentence=_sentence(account.document, evidence),
        voice="speaker" if asked.speaker else "narrator",
        speaker=Speaker(name=asked.speaker) if asked.speaker else None,
        about=_about(asked, ids, account, evidence),
        extractor="person",
        confidence=1.0,
    )
    stance = asked.stance or ("blames" if asked.kind == "responsibility" else "asserts")
    try:
        return msgspec.convert({**msgspec.to_builtins(claim), "stance": stance}, Claim)
    except msgspec.ValidationError as error:
        raise UsageError(f"--stance {stance}: no such stance: {error}") from error


def _evidence(document: Document, where: Where) -> Span:
    """Return the span to quote; of a short entry, as in a list, the whole where none is named."""
    text = document.words(where.part)
    if where.words is not None:
        return _verbatim(text, where)
    if where.start is not None and where.end is not None:
        if not 0 <= where.start < where.end <= len(text):
            raise UsageError(
                f"--start {where.start} --end {where.end}: the {where.part} has"
                f" {len(text)} characters, counted from 0"
            )
        return Span(start=where.start, end=where.end, part=where.part)
    if where.start is None and where.end is None and 0 < len(text.strip()) <= WHOLE:
        start = len(text) - len(text.lstrip())
        return Span(start=start, end=len(text.rstrip()), part=where.part)
    raise UsageError('add says where it stands: --words "as written", or --start N --end M')


def _verbatim(text: str, where: Where) -> Span:
    words = where.words or ""
    places = [i for i in range(len(text)) if words and text.startswith(words, i)]
    if where.start is not None:
        places = [i for i in places if i == where.start]
    if len(places) == 1:
        return Span(start=places[0], end=places[0] + len(words), part=where.part)
    if not places:
        raise UsageError(f"“{words}” does not stand in the {where.part} of the document")
    shown = ", ".join(map(str, places[:8]))
    raise UsageError(f"“{words}” stands there {len(places)} times: say which by --start ({shown})")


def _sentence(document: Document, evidence: Span) -> Span:
    """Return the sentence around a span; the span itself where it crosses sentences."""
    around = (s.span for s in split(document) if s.span.holds(evidence))
    return next(around, evidence)


def _about(asked: Asked, ids: Ids, account: Account, evidence: Span) -> str:
    """Return the mention that a claim hangs on: as told, else the nearest in its sentence."""
    own = mention_id(account.document.id, evidence)
    if asked.about == "new":
        return own
    if asked.about is not None:
        return _told(asked.about, ids, account)
    sentence = _sentence(account.document, evidence)
    near = [m for m in account.mentions if sentence.holds(m.span)]
    found = min(near, key=lambda m: (abs(m.span.start - evidence.start), m.id), default=None)
    return own if found is None else found.id


def _told(words: str, ids: Ids, account: Account) -> str:
    """Return the mention of this account that is meant, by its id or its incident's."""
    found = ids.find(words, "mention", "claim")
    about = ids.claims[found.id].about or "" if found.kind == "claim" else found.id
    here = {m.id for m in account.mentions}
    if about in here:
        return about
    home = ids.homes.get(about)
    told = [m.id for m in account.mentions if home is not None and ids.homes.get(m.id) == home]
    if told:
        return told[0]
    raise UsageError(
        f"--about {words}: this account does not tell of that; add it with --about new, and join"
        " the two with `cenotaph decide same`"
    )
