"""A form of the desk -> what a person decides, by the same functions as the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast, get_args

import msgspec

from cenotaph.desk.beside import tags_of
from cenotaph.desk.imports import all_back, import_of
from cenotaph.desk.verdict import NOTED, VERDICTS, Asked, Where, answered, decision
from cenotaph.errors import StaleError, UsageError
from cenotaph.model import (
    Assertion,
    Choice,
    Claim,
    Decision,
    Part,
    Place,
    Remarks,
    Role,
    Speaker,
    Verdict,
    plain,
    sayings,
)
from cenotaph.web.now import Now
from cenotaph.web.present import person
from cenotaph.web.views.asking import number
from cenotaph.web.views.fields import KINDS, as_option, changes, entered
from cenotaph.web.views.spots import pointed

ROLES: Final = ("", *get_args(Role))
_OWN: Final = ("csrf", "seen", "ids", "reviewer")  # of a form that is shown again


class Made(NamedTuple):
    """A decision to write."""

    decision: Decision
    claim: Claim | None  # what the person claims, where the value does not say it all


def made(form: Mapping[str, str], now: Now, reviewer: str) -> Made:
    """Return what a form decides; UsageError where it cannot be."""
    verdict = form.get("verdict", "")
    name = form.get("publisher", "")  # of a `source`; a name has blanks in it
    asked = Asked(
        verdict=cast("Verdict", verdict),
        ids=[name] if name else form.get("ids", "").split(),
        reason=form.get("reason", ""),
        options=_options(form, verdict, now),
        kind=form.get("kind") or None,
        where=_where(form),
        about=form.get("about") or None,
        speaker=form.get("speaker", "").strip() or None,
        stance=form.get("stance") or None,
    )
    return decided(asked, form, now, reviewer)


def decided(asked: Asked, form: Mapping[str, str], now: Now, reviewer: str) -> Made:
    """Return what is decided by what was asked; `form` says who speaks, where it says that.

    UsageError where it cannot be.
    """
    verdict = asked.verdict
    if verdict not in VERDICTS:
        raise UsageError(f"{verdict!r}: no such verdict; known: {', '.join(VERDICTS)}")
    usual = NOTED if verdict == "note" else sayings.READ_HERE
    asked = asked._replace(reason=" ".join(asked.reason.split()) or usual)
    if verdict == "correct":
        return _corrected(asked, form, now, reviewer)
    found, claim = decision(asked, now.ids, person(reviewer))
    if claim is not None:
        claim = msgspec.structs.replace(claim, speaker=_roled(claim.speaker, form))
    return Made(found, claim)


def answering(choice: Choice, reason: str, reviewer: str) -> Decision:
    """Return what is decided by the choice of an answer to a question."""
    return answered(choice, person(reviewer), " ".join(reason.split()))


def of_an_import(decision: str, why: str, seen: int, now: Now, reviewer: str) -> list[Decision]:
    """Return what takes back all that the import decided which made a decision.

    Errors: UsageError where none made it, or no reason is given; StaleError where something of it
    was decided after the place `seen`, or all of it is taken back.
    """
    found, reason = import_of(decision, now.state.decisions), " ".join(why.split())
    if found is None:
        raise UsageError("no import made this decision")
    if not reason:
        raise UsageError("say why: it stays on record")
    about = {s for d in found.made for s in (d.id, *d.subjects)}
    since = (d for d in now.decisions if d.seq > seen)
    if not found.standing or any(about & {d.supersedes, *d.subjects} for d in since):
        raise StaleError(
            "something of this import was decided since: look at it again; nothing was written"
        )
    return all_back(found, person(reviewer), reason)


def later(form: Mapping[str, str], now: Now, seen: int) -> list[Decision]:
    """Return the decisions about a form's subjects that were made since it was."""
    ids, name = set(form.get("ids", "").split()), plain(form.get("publisher", ""))
    return [d for d in now.decisions if d.seq > seen and _is_about(d, ids, name)]


def _is_about(decision: Decision, ids: set[str], name: str) -> bool:
    held = decision.publisher
    if name and held is not None and plain(held.name) == name:
        return True
    return not ids.isdisjoint((*decision.subjects, decision.supersedes))


def again(form: Mapping[str, str], now: Now) -> dict[str, str]:
    """Return the fields of a form that is to be sent once more, of what its subjects are now."""
    kept = {name: value for name, value in form.items() if name not in _OWN}
    ids = (now.corrected.successor(i, now.claims) for i in form.get("ids", "").split())
    return {**kept, "ids": " ".join(ids)}


def _options(form: Mapping[str, str], verdict: str, now: Now) -> dict[str, Any]:
    match verdict:
        case "correct":
            claim = now.claims.get(form.get("ids", ""))
            if claim is None:
                return {}
            # As the form showed it: what was withheld there was not changed there.
            value = now.without_names(claim.value)
            return as_option(_chosen(value, changes(value, form), form))
        case "add":
            kind = form.get("kind", "")
            if kind not in KINDS:
                raise UsageError(f"{kind!r}: no such claim; known: {', '.join(KINDS)}")
            return as_option(_chosen(KINDS[kind], entered(KINDS[kind], form), form))
        case "note":
            return _noted(form, now)
        case "source":
            return {n: form[n].strip() for n in ("owner", "reliable") if n in form}
        case _:
            return {}


def _noted(form: Mapping[str, str], now: Now) -> dict[str, Any]:
    """Return what a form says of an incident otherwise than it showed it, and its new note."""
    incident = now.incidents.get(form.get("ids", ""))
    kept = now.remarked.of(incident) if incident is not None else Remarks()
    code = " ".join(form.get("code", "").split())
    tags = tags_of(form.get("tags", ""))
    return {
        "code": code if "code" in form and code != "; ".join(kept.codes) else None,
        "tags": tags if "tags" in form and tags != kept.tags else None,
        "note": form.get("note", ""),
    }


def _chosen(value: Assertion, changed: dict[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """Return what was changed, and of a place the point or the gazetteer's entry that was set."""
    if not isinstance(value, Place):
        return changed
    name = str(changed.get("name", value.name))
    return {**changed, **pointed(value, form, name)}


def _where(form: Mapping[str, str]) -> Where:
    start, end = form.get("start", ""), form.get("end", "")
    return Where(
        words=form.get("words") or None,
        start=number(start) if start.isdecimal() else None,
        end=number(end) if end.isdecimal() else None,
        part=cast("Part", form.get("part") if form.get("part") == "title" else "text"),
    )


def _corrected(asked: Asked, form: Mapping[str, str], now: Now, reviewer: str) -> Made:
    """Return a correction of a claim's value, of who says it, or of what it is part of."""
    claim = now.claims[now.ids.find(" ".join(asked.ids), "claim").id]
    who = person(reviewer)
    found = who.decides("correct", asked.reason, claim.id)
    found = msgspec.structs.replace(found, value=claim.value)
    if asked.options:
        found, _ = decision(asked, now.ids, who)
    part_of = form.get("part_of", claim.part_of or "")
    if part_of != (claim.part_of or ""):
        found = msgspec.structs.replace(found, part_of=part_of)
    spoken = _spoken(msgspec.structs.replace(claim, value=found.value), form, now)
    if not asked.options and spoken is None and found.part_of is None:
        raise UsageError("nothing was changed in the form, so there is nothing to correct")
    return Made(found, spoken)


def _spoken(claim: Claim, form: Mapping[str, str], now: Now) -> Claim | None:
    """Return a claim in the mouth of whom a form names; None where it names the same."""
    shown = now.without_names(claim.speaker) if claim.speaker else None
    before = (shown.name, shown.role or "") if shown else ("", "")
    name = " ".join(form.get("speaker", before[0]).split())
    role = form.get("speaker_role", before[1])
    if (name, role) == before:
        return None
    if not name:
        return msgspec.structs.replace(claim, voice="narrator", speaker=None)
    kept = claim.speaker.name if claim.speaker and name == before[0] else name
    return msgspec.structs.replace(claim, voice="speaker", speaker=_roled(Speaker(name=kept), form))


def _roled(speaker: Speaker | None, form: Mapping[str, str]) -> Speaker | None:
    role = form.get("speaker_role") or None
    if speaker is None or role is None:
        return speaker
    if role not in ROLES:
        raise UsageError(f"{role!r}: no such role; known: {', '.join(ROLES[1:])}")
    return msgspec.structs.replace(speaker, role=role)
