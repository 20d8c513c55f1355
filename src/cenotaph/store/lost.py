"""Decisions about what is no longer found -> carried to its heir, kept alive, or asked about. Pure.

A claim is carried to the one live claim of the same kind that overlaps its span with an equal
value, a mention to the one on which the claims hang now that hung on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from cenotaph.model import (
    Account,
    Assertion,
    Choice,
    Claim,
    Decision,
    Mention,
    Question,
    Span,
    in_force,
    judgements,
    mention_id,
    sayings,
)


class Past(NamedTuple):
    """What a decision may be about though the latest run does not have it."""

    claim: Claim | None
    mention: Mention | None  # what the claim hung on, or the mention sought itself
    hung: tuple[Claim, ...]  # what hung on the mention


def settle(
    accounts: dict[str, Account],
    decisions: Sequence[Decision],
    past: Callable[[str], Past],
    own: frozenset[str],
) -> tuple[dict[str, str], list[Question]]:
    """Return the heir of each subject that is no longer found, and what to ask of the others.

    A claim that was accepted is put back among the live ones. `own` are claims that people made:
    where one is gone, a person took it back, and there is nothing to ask.
    """
    subjects = {s for d in in_force(decisions) for s in d.subjects}
    gone = {s: past(s) for s in sorted(subjects - _known(accounts) - own)}
    heirs = {s: heir(accounts, old) for s, old in gone.items()}
    carried = {s: h for s, h in heirs.items() if h is not None}
    for subject, decision in judgements(decisions).items():
        old = gone[subject].claim if subject in gone and subject not in carried else None
        if decision.verdict == "accept" and old is not None and old.document in accounts:
            _put(accounts, old)
    asked = (
        _question(accounts, decisions, d, gone.keys() - carried.keys(), gone)
        for d in in_force(decisions)
    )
    return carried, [q for q in asked if q is not None]


def heir(accounts: Mapping[str, Account], old: Past) -> str | None:
    """Return the id under which something lost is found now; None where nothing tells."""
    if old.claim is not None:
        return _claim_heir(accounts, old.claim)
    if old.mention is not None:
        return _mention_heir(accounts, old)
    return None


def hung(account: Account, claim: Claim, past: Callable[[str], Past]) -> Account:
    """Return the account with what a person's claim hangs on, where no run finds it (any more).

    A claim about an event that no run found hangs on a mention of its own: its own words.
    """
    if claim.about is None or any(m.id == claim.about for m in account.mentions):
        return account
    old = past(claim.about)
    moved = _mention_heir({account.document.id: account}, old)
    if moved is not None:
        rehung = msgspec.structs.replace(claim, about=moved)
        claims = tuple(rehung if c.id == claim.id else c for c in account.claims)
        return msgspec.structs.replace(account, claims=claims)
    mention = old.mention or _own_mention(claim)
    if mention is None:
        return account
    if all(m.id != mention.event for m in account.mentions):
        mention = msgspec.structs.replace(mention, event=mention.id)
    return msgspec.structs.replace(account, mentions=(*account.mentions, mention))


def _own_mention(claim: Claim) -> Mention | None:
    own = mention_id(claim.document, claim.evidence)
    if own != claim.about:
        return None
    return Mention(
        id=own,
        document=claim.document,
        span=Span(start=claim.evidence.start, end=claim.evidence.end, part=claim.evidence.part),
        event=own,
        event_type="Violence against civilians",
        sub_event_type="Attack",
    )


def _known(accounts: Mapping[str, Account]) -> set[str]:
    claims = {c.id for a in accounts.values() for c in a.claims}
    return claims | {m.id for a in accounts.values() for m in a.mentions} | set(accounts)


def _put(accounts: dict[str, Account], claim: Claim) -> None:
    account = accounts[claim.document]
    if all(c.id != claim.id for c in account.claims):
        accounts[claim.document] = msgspec.structs.replace(account, claims=(*account.claims, claim))


def _claim_heir(accounts: Mapping[str, Account], old: Claim) -> str | None:
    """Return the one live claim that says the same in words that overlap."""
    if old.document not in accounts:
        return None  # withdrawn
    heirs = [
        claim.id
        for claim in accounts[old.document].claims
        if claim.extractor != "person"
        and claim.stance == old.stance
        and claim.evidence.meets(old.evidence)
        and _as_said(claim.value) == _as_said(old.value)
    ]
    return heirs[0] if len(heirs) == 1 else None


def _mention_heir(accounts: Mapping[str, Account], old: Past) -> str | None:
    """Return the one live mention on which the claims hang that hung on the old one."""
    if old.mention is None or old.mention.document not in accounts:
        return None
    account = accounts[old.mention.document]
    about = {c.id: c.about for c in account.claims}
    now = {about.get(c.id) or about.get(_claim_heir(accounts, c) or "") for c in old.hung}
    found = now & {m.id for m in account.mentions}
    return found.pop() if len(found) == 1 else None


def _as_said(value: Assertion) -> Assertion:
    """Return a value less what a gazetteer or calendar made of it."""
    resolved = getattr(value, "AS_RESOLVED", ())
    said = {n: getattr(value, n) for n in value.__struct_fields__ if n not in resolved}
    return type(value)(**said)


def _question(
    accounts: Mapping[str, Account],
    decisions: Sequence[Decision],
    decision: Decision,
    lost: set[str],
    gone: Mapping[str, Past],
) -> Question | None:
    """Ask whether a decision still holds; nothing to ask of destroyed words, nor twice.

    Who made the very same decision again, in place of the first, has answered.
    """
    subjects = tuple(s for s in decision.subjects if s in lost)
    quotes = [q for s in subjects for q in _quotes(accounts, gone[s])]
    earlier = None
    if decision.supersedes is not None:
        earlier = next((d for d in decisions if d.id == decision.supersedes), None)
    again = earlier is not None and earlier.verdict == decision.verdict
    if not quotes or (again and earlier is not None and set(earlier.subjects) & set(subjects)):
        return None
    quoted = ", ".join(f"“{q}”" for q in quotes)
    return Question(
        kind="lost",
        subjects=subjects,
        text=sayings.STILL_HOLDS.format(verdict=decision.verdict, quotes=quoted),
        claims=tuple(s for s in subjects if gone[s].claim is not None),
        choices=(
            Choice(
                key="y",
                words="it still holds",
                verdict=decision.verdict,
                subjects=decision.subjects,
                value=decision.value,
                remark=decision.remark,
                supersedes=decision.id,
            ),
            Choice(
                key="n",
                words="no longer",
                verdict="undo",
                subjects=decision.subjects,
                supersedes=decision.id,
            ),
        ),
    )


def _quotes(accounts: Mapping[str, Account], old: Past) -> Iterator[str]:
    found = old.claim or old.mention
    if found is not None and found.document in accounts:
        span = found.evidence if isinstance(found, Claim) else found.span
        yield accounts[found.document].document.quote(span)
