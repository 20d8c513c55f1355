"""One incident -> lines for a terminal: each figure with its sentences, and ids to decide with."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from cenotaph.desk.difference import figures
from cenotaph.desk.ids import Ids
from cenotaph.desk.printed import Words
from cenotaph.errors import UsageError
from cenotaph.model import (
    Decision,
    Incident,
    Record,
    Remarked,
    Remarks,
    days_words,
    some_words,
    without_names,
)
from cenotaph.pages.quoting import says
from cenotaph.pictures.waterfall import in_lines, join
from cenotaph.publish import Options, discreet, hidden_names

_WIDTH, _SHORT = 80, 12


def held(record: Record, ids: Ids, words: str) -> Incident:
    """Return the incident that an id, an alias, or a claim's or mention's id leads to.

    Errors: UsageError where it leads to none.
    """
    found = ids.find(words, "mention", "claim")
    mention = ids.claims[found.id].about if found.kind == "claim" else found.id
    incident = ids.homes.get(mention or "")
    if incident is None:
        raise UsageError(f"{words}: this {found.kind} is in no incident, and in no running total")
    return next(i for i in record.incidents if i.id == incident.id)


def as_text(record: Record, incident: Incident, options: Options) -> Iterator[str]:
    """Yield what the record has on an incident, names withheld unless the options print them."""
    words = Words.of(record, options)
    shown = next(i for i in discreet(record, options).incidents if i.id == incident.id)
    yield from textwrap.wrap(shown.title, _WIDTH)
    mentions = some_words(1 + len(shown.aliases), "mention")
    yield f"id {shown.id}, {mentions}, {days_words(shown.first, shown.last)}"
    accounts = some_words(len(shown.accounts), "account")
    yield f"{accounts}, {some_words(shown.independent_sources, 'independent source')}"
    hidden = hidden_names(record, options)
    yield from _beside(
        without_names(Remarked(record.decisions, record.accounts).of(incident), hidden)
    )
    claims = {what: t.claims for what, t in zip(figures(shown), shown.tolls, strict=False)}
    for what, told in figures(shown).items():
        yield from section(f"{what}: {told}", claims[what], words)
    for victim, of in shown.victims:
        facts = (victim.name or "unnamed", victim.age, victim.sex, victim.role, victim.outcome)
        told = ", ".join(str(f) for f in facts if f is not None)
        yield from section(f"one person: {told}", of, words)
    for blame in shown.responsibility:
        who = blame.speaker or "the account"
        yield from section(f"{blame.stance} {blame.party}, says {who}", blame.claims, words)
    yield from _said(shown.said, words)
    for conflict in shown.conflicts:
        yield from _wrapped(f"conflict, {conflict.kind}: {conflict.text}", "")
    for reason in shown.because:
        yield from _joined(reason)
    for decision in record.decisions:
        if decision.id in shown.decisions:
            yield from _wrapped(_decided(without_names(decision, hidden)), "")


def _beside(kept: Remarks) -> Iterator[str]:
    """Yield what people keep beside an incident for themselves."""
    for what, told in (("own code", kept.codes), ("tags", kept.tags)):
        yield from _wrapped(f"{what}: {', '.join(told)}", "") if told else ()
    for note in kept.notes:
        said = note.remark.words if note.remark is not None else None
        head = f"note by {note.reviewer}, {note.at[:10]}, {note.id[:_SHORT]}"
        yield from _wrapped(f"{head}: {said}", "")


def _joined(reason: str) -> list[str]:
    link = join(reason)
    if link is not None:
        return ["", *in_lines(link, _WIDTH)]
    joins = not reason.startswith(("day: ", "follow-up: "))
    return _wrapped(f"joined: {reason}" if joins else reason, "")


def _said(ids: Sequence[str], words: Words) -> Iterator[str]:
    """Yield words that are no count, those of one speaker on one topic together."""
    found: dict[str, list[str]] = {}
    for claim in words.told(ids):
        who = words.speaker(claim) or "the account"
        found.setdefault(f"{who}: {says(claim)}", []).append(claim.id)
    for head, claims in found.items():
        yield from section(head, claims, words)


def section(head: str, claims: Sequence[str], words: Words) -> Iterator[str]:
    """Yield a heading, and below it the sentences of some claims by account."""
    yield ""
    yield from _wrapped(head, "")
    for document, told in words.claims(claims).items():
        yield from _wrapped(words.publisher(document), "  ")
        for claim in told:
            who = words.speaker(claim)
            speaker = f"{who}: " if who else ""
            yield from _wrapped(f"{speaker}“{words.sentence(claim)}”", "    ")
            yield f"    claim {claim.id[:_SHORT]}"


def _decided(decision: Decision) -> str:
    made = f"{decision.verdict} by {decision.reviewer}, {decision.at[:10]}"
    return f"decided: {made}, {decision.id[:_SHORT]}: {decision.reason}"


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
