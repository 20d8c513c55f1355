"""Latest runs and decisions -> the claims that are live. Pure.

Live are the claims of a document's latest complete run, and those that a person added, accepted or
corrected; a correction stands in the place of what it corrects. A decision about a claim that is no
longer found is carried to the one live claim of the same kind that overlaps its span with an equal
value; else it becomes a question.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from cenotaph.model import (
    OTHER_LANGUAGE,
    Account,
    Assertion,
    Capture,
    Claim,
    Decision,
    Document,
    Mention,
    Question,
    Skipped,
)
from cenotaph.store.bodies import Found

_JUDGING = ("accept", "reject", "correct", "add")  # verdicts about claims; the rest link or copy


class Live(NamedTuple):
    """What the record is computed from."""

    captures: tuple[Capture, ...]
    accounts: tuple[Account, ...]
    decisions: tuple[Decision, ...]  # carried ones name the heir, corrections what was made too
    questions: tuple[Question, ...]  # "judged, no longer found"


class Past(NamedTuple):
    """What a decision may be about though the latest run does not have it."""

    claim: Claim | None
    mention: Mention | None  # what the claim hung on


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
    accounts = {d.id: _account(d, found) for d, found in runs}
    if not decisions:
        return Live(captures, tuple(accounts.values()), (), ())
    force = _in_force(decisions)
    standing = _add_made(accounts, made, force)
    carried, questions = _settle_lost(accounts, decisions, force, past)
    moved = tuple(_moved(d, carried, standing.get(d.id)) for d in decisions)
    _put_in_place(accounts, moved)
    return Live(captures, tuple(accounts.values()), moved, tuple(questions))


def _account(document: Document, found: Found | None) -> Account:
    if found is not None:
        return found.account(document)
    whole = Skipped(why=OTHER_LANGUAGE, start=0, end=len(document.text))
    return Account(document=document, skipped=(whole,))


def _in_force(decisions: tuple[Decision, ...]) -> dict[str, Decision]:
    """Return the last decision about each claim; decisions stand in order of force."""
    superseded = {d.supersedes for d in decisions}
    return {
        d.subjects[0]: d
        for d in decisions
        if d.verdict in _JUDGING and d.id not in superseded and len(d.subjects) == 1
    }


def _add_made(
    accounts: dict[str, Account], made: tuple[Made, ...], force: Mapping[str, Decision]
) -> dict[str, str]:
    """Add what people claimed, as long as nothing later overruled the decision it came by.

    A claim that was added and then rejected stays, judged: it is shown as rejected. Returned are
    the claims added, by decision.
    """
    in_force = {d.id for d in force.values()}
    standing = {}
    for decision, claim in made:
        if (decision in in_force or claim.id in force) and claim.document in accounts:
            _put(accounts, claim)
            standing[decision] = claim.id
    return standing


def _put_in_place(accounts: dict[str, Account], decisions: tuple[Decision, ...]) -> None:
    """Let each correction stand where what it corrects stood, and take over its relations."""
    next_of: dict[str, str] = {}
    for decision in filter(_corrects, decisions):
        old, new = decision.subjects
        next_of.pop(new, None)  # what was corrected before is right again
        next_of[old] = new
    made_of = {old: _last(old, next_of) for old in next_of}
    if not made_of:
        return
    for key, account in accounts.items():
        claims = {c.id: c for c in account.claims}
        if made_of.keys().isdisjoint(claims):
            continue
        made = {next_of[c] for c in claims if c in next_of}
        ordered = [claims[made_of.get(c, c)] for c in claims if c not in made]
        related = tuple(_related(c, made_of) for c in ordered)
        accounts[key] = msgspec.structs.replace(account, claims=related)


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
    relations = {name: getattr(claim, name) for name in ("part_of", "adds_to", "of")}
    moved = {n: made_of[to] for n, to in relations.items() if to in made_of}
    return msgspec.structs.replace(claim, **moved) if moved else claim


def _put(accounts: dict[str, Account], claim: Claim, mention: Mention | None = None) -> None:
    account = accounts[claim.document]
    if all(c.id != claim.id for c in account.claims):
        account = msgspec.structs.replace(account, claims=(*account.claims, claim))
    if mention is not None and all(m.id != mention.id for m in account.mentions):
        account = msgspec.structs.replace(account, mentions=(*account.mentions, mention))
    accounts[claim.document] = account


def _settle_lost(
    accounts: dict[str, Account],
    decisions: tuple[Decision, ...],
    force: Mapping[str, Decision],
    past: Callable[[str], Past],
) -> tuple[dict[str, str], list[Question]]:
    """Carry, keep alive or ask about every subject that is no longer found."""
    known = {c.id for a in accounts.values() for c in a.claims}
    known |= {m.id for a in accounts.values() for m in a.mentions} | set(accounts)
    carried: dict[str, str] = {}
    questions = []
    for subject in sorted({s for d in decisions for s in d.subjects} - known):
        old = past(subject)
        heir = _heir(accounts, old.claim) if old.claim is not None else None
        if heir is not None:
            carried[subject] = heir.id
            continue
        judged = force.get(subject)
        if judged is not None and judged.verdict == "accept" and old.claim is not None:
            _put(accounts, old.claim, old.mention)
        question = _question(accounts, decisions, subject, old)
        if question is not None:
            questions.append(question)
    return carried, questions


def _heir(accounts: Mapping[str, Account], old: Claim) -> Claim | None:
    """Return the one live claim that says the same in words that overlap."""
    if old.document not in accounts:
        return None  # withdrawn
    heirs = [
        claim
        for claim in accounts[old.document].claims
        if claim.extractor != "person"
        and claim.stance == old.stance
        and claim.evidence.meets(old.evidence)
        and _as_said(claim.value) == _as_said(old.value)
    ]
    return heirs[0] if len(heirs) == 1 else None


def _as_said(value: Assertion) -> Assertion:
    """Return a value less what a gazetteer or calendar made of it."""
    resolved = getattr(value, "AS_RESOLVED", ())
    said = {n: getattr(value, n) for n in value.__struct_fields__ if n not in resolved}
    return type(value)(**said)


def _question(
    accounts: Mapping[str, Account], decisions: tuple[Decision, ...], subject: str, old: Past
) -> Question | None:
    """Ask about what was judged and is no longer found; nothing to ask of destroyed words."""
    claim = old.claim
    if claim is not None and claim.document in accounts:
        words = f"“{accounts[claim.document].document.quote(claim.evidence)}”"
    elif claim is None and old.mention is not None and old.mention.document in accounts:
        words = f"“{accounts[old.mention.document].document.quote(old.mention.span)}”"
    else:
        return None
    verdicts = ", ".join(dict.fromkeys(d.verdict for d in decisions if subject in d.subjects))
    text = f"Judged ({verdicts}), no longer found: {words}. Does the judgement still hold?"
    return Question(subjects=(subject,), text=text, claims=(subject,) if claim else ())


def _moved(decision: Decision, carried: Mapping[str, str], made: str | None) -> Decision:
    subjects = tuple(carried.get(s, s) for s in decision.subjects)
    if decision.verdict == "correct" and made is not None:
        subjects = (*subjects, made)
    if subjects == decision.subjects:
        return decision
    return msgspec.structs.replace(decision, subjects=subjects)
