"""Latest runs and decisions -> the claims that are live. Pure.

Live are the claims of a document's latest complete run, and those that a person added, accepted or
corrected; a correction stands in the place of what it corrects. A decision about a claim that is no
longer found is carried to the one live claim of the same kind that overlaps its span with an equal
value; else it becomes a question.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from cenotaph.model import (
    OTHER_LANGUAGE,
    Account,
    Capture,
    Claim,
    Decision,
    Document,
    Question,
    Skipped,
    in_force,
    judgements,
)
from cenotaph.store.bodies import Found
from cenotaph.store.lost import Past, hung, settle

_RELATIONS = ("part_of", "adds_to", "of")  # of one claim to another


class Live(NamedTuple):
    """What the record is computed from."""

    captures: tuple[Capture, ...]
    accounts: tuple[Account, ...]
    decisions: tuple[Decision, ...]  # carried ones name the heir, corrections what was made too
    questions: tuple[Question, ...]  # "judged, no longer found"


class Made(NamedTuple):
    """A claim that a person made by a decision."""

    decision: str
    claim: Claim


def bring_to_life(
    *,
    captures: tuple[Capture, ...],
    runs: list[tuple[Document, Found | None]],
    decisions: tuple[Decision, ...],
    made: tuple[Made, ...],
    past: Callable[[str], Past],
) -> Live:
    """Return the live claims of every document, and what became of the decisions."""
    accounts = {d.id: account_of(d, found) for d, found in runs}
    if not decisions:
        return Live(captures, tuple(accounts.values()), (), ())
    own = frozenset(m.claim.id for m in made)
    standing = _add_made(accounts, made, decisions)
    carried, asked = settle(accounts, decisions, past, own)
    moved = tuple(_moved(d, carried, standing.get(d.id)) for d in decisions)
    _put_in_place(accounts, moved)
    _part(accounts, moved)
    _hang(accounts, moved, past)
    return Live(captures, tuple(accounts.values()), moved, tuple(asked))


def account_of(document: Document, found: Found | None) -> Account:
    """Return what a run found in a document; None: it is received, but not read."""
    if found is not None:
        return found.account(document)
    whole = Skipped(why=OTHER_LANGUAGE, start=0, end=len(document.text))
    return Account(document=document, skipped=(whole,))


def _add_made(
    accounts: dict[str, Account], made: tuple[Made, ...], decisions: tuple[Decision, ...]
) -> dict[str, str]:
    """Add what people claimed, as long as the decision it came by holds.

    A claim that was added and then rejected stays, judged: it is shown as rejected. A correction
    goes when what it corrects is judged anew, or is itself a claim that was taken back. Returned
    are the claims added, by decision.
    """
    held = {d.id: d for d in in_force(decisions)}
    force = judgements(decisions)
    own = {m.claim.id for m in made}
    found = {c.id for a in accounts.values() for c in a.claims} if made else set()
    standing: dict[str, str] = {}
    for key, claim in made:
        decision = held.get(key)
        if decision is None or claim.document not in accounts:
            continue
        old = decision.subjects[0]
        if decision.verdict == "correct" and (
            force.get(old) is not decision or (old in own - found and old not in standing.values())
        ):
            continue
        account = accounts[claim.document]
        if all(c.id != claim.id for c in account.claims):
            account = msgspec.structs.replace(account, claims=(*account.claims, claim))
        accounts[claim.document] = account
        standing[key] = claim.id
    return standing


def _put_in_place(accounts: dict[str, Account], decisions: tuple[Decision, ...]) -> None:
    """Let each correction stand where what it corrects stood, and take over its relations."""
    next_of = _next_of(decisions)
    made_of = {old: _last(old, next_of) for old in next_of}
    if not made_of:
        return
    for key, account in accounts.items():
        claims = {c.id: c for c in account.claims}
        if made_of.keys().isdisjoint(claims):
            continue
        made = {next_of[c] for c in claims if c in next_of}
        ordered = [
            _in_place_of(claims[made_of.get(c, c)], claims[c]) for c in claims if c not in made
        ]
        related = tuple(_related(c, made_of) for c in ordered)
        accounts[key] = msgspec.structs.replace(account, claims=related)


def _part(accounts: dict[str, Account], decisions: tuple[Decision, ...]) -> None:
    """Let each figure be part of what the last decision about that says."""
    told = [d for d in in_force(decisions) if d.part_of is not None]
    if not told:
        return
    next_of = _next_of(decisions)
    last = {c: _last(c, next_of) for c in next_of}
    wholes = {
        last.get(s, s): last.get(d.part_of or "", d.part_of or "") for d in told for s in d.subjects
    }
    for key, account in accounts.items():
        if not wholes.keys().isdisjoint(c.id for c in account.claims):
            claims = tuple(
                msgspec.structs.replace(c, part_of=wholes[c.id] or None) if c.id in wholes else c
                for c in account.claims
            )
            accounts[key] = msgspec.structs.replace(account, claims=claims)


def _next_of(decisions: tuple[Decision, ...]) -> dict[str, str]:
    """Return, for each claim that was corrected, the one that came in its place."""
    next_of: dict[str, str] = {}
    for decision in filter(_corrects, decisions):
        old, new = decision.subjects
        next_of.pop(new, None)  # what was corrected before is right again
        next_of[old] = new
    return next_of


def _corrects(decision: Decision) -> bool:
    """Tell whether a decision put another claim in place of one."""
    return decision.verdict == "correct" and len(set(decision.subjects)) == 2


def _last(old: str, next_of: Mapping[str, str]) -> str:
    """Follow corrections of corrections to the last."""
    new = next_of[old]
    while new in next_of:
        new = next_of[new]
    return new


def _related(claim: Claim, made_of: Mapping[str, str]) -> Claim:
    relations = {name: getattr(claim, name) for name in _RELATIONS}
    moved = {n: made_of[to] for n, to in relations.items() if to in made_of}
    return msgspec.structs.replace(claim, **moved) if moved else claim


def _in_place_of(new: Claim, old: Claim) -> Claim:
    """Let a correction hang where what it corrects hangs by the latest reading."""
    relations = {name: getattr(old, name) for name in ("about", *_RELATIONS)}
    return new if new.id == old.id else msgspec.structs.replace(new, **relations)


def _hang(
    accounts: dict[str, Account], decisions: tuple[Decision, ...], past: Callable[[str], Past]
) -> None:
    """Let what people made or accepted hang on a live mention; what is accepted is sure."""
    judged = judgements(decisions)
    documents = {c.document for c in _judged_claims(accounts, judged)}
    for key in sorted(documents):
        account = accounts[key]
        for claim in account.claims:
            if claim.id in judged:
                account = hung(account, claim, past)
        sure = tuple(
            msgspec.structs.replace(c, confidence=1.0)
            if c.id in judged and judged[c.id].verdict == "accept"
            else c
            for c in account.claims
        )
        accounts[key] = msgspec.structs.replace(account, claims=sure)


def _judged_claims(
    accounts: Mapping[str, Account], judged: Mapping[str, Decision]
) -> Iterator[Claim]:
    return (c for a in accounts.values() for c in a.claims if c.id in judged)


def _moved(decision: Decision, carried: Mapping[str, str], made: str | None) -> Decision:
    subjects = tuple(carried.get(s, s) for s in decision.subjects)
    if decision.verdict == "correct" and made is not None:
        subjects = (*subjects, made)
    if subjects == decision.subjects:
        return decision
    return msgspec.structs.replace(decision, subjects=subjects)
