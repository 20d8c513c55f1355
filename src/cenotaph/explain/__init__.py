"""One claim of the record -> why it is there: words, parse, rule, number, speaker, day, place.

What the stored claim does not hold is found again: the extractors are functions of the document,
so the reading of its text gives the parse and the rule that they went by.
"""

from __future__ import annotations

import msgspec

from cenotaph.errors import UsageError
from cenotaph.explain.telling import Dated, Located, Said, dated, located, said
from cenotaph.explain.words import Figure, Harmful, Word, figures, harmful, pieces, words
from cenotaph.extract import extract
from cenotaph.model import (
    Account,
    Claim,
    Decision,
    Document,
    Record,
    Toll,
    Victim,
    withheld,
    without_names,
)
from cenotaph.publish import Options, hidden_names
from cenotaph.publish.claims import rows
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import rule_at

_MOST = 5  # ids shown where an id's beginning is that of many
_WHOLE = 32  # hex digits of an id


class FoundBy(msgspec.Struct, frozen=True, kw_only=True):
    """The extractor and its rule; `again`: whether the present software finds the claim too."""

    extractor: str
    rule: str | None
    words: str | None  # what the rule reads
    again: bool


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why a claim is in the record; `claim` is its row of the contract."""

    claim: dict[str, object]
    before: str  # the sentence up to the claim's words, these words, the rest
    quote: str
    after: str
    found_by: FoundBy
    harms: tuple[Harmful, ...]  # of a toll or victim: what the grammar of harm made of it
    numbers: tuple[Figure, ...]  # the number phrases in the claim's words
    said: Said
    days: tuple[Dated, ...]  # of the claim's event, surest first
    places: tuple[Located, ...]
    incident: str | None  # its title
    decisions: tuple[Decision, ...]
    parse: tuple[Word, ...]  # () where the sentence was held back from the parser


def sought(record: Record, words: str) -> Claim:
    """Return the live claim whose id begins with these words; UsageError for none or several."""
    claims = [c for a in record.accounts for c in a.claims if c.id.startswith(words)]
    if len(claims) == 1 and words:
        return claims[0]
    if not claims:
        raise UsageError(
            f"no live claim's id begins with {words!r}; an id is {_WHOLE} hex digits,"
            " the `id` of a row of `cenotaph publish claims`"
        )
    ids = sorted(c.id for c in claims)
    shown = ", ".join(ids[:_MOST]) + (", ..." if len(ids) > _MOST else "")
    raise UsageError(
        f"{words!r} begins the ids of {len(ids):,} claims: {shown}; write so much of one that"
        " it begins no other"
    )


def document_of(record: Record, claim: Claim) -> Document:
    """Return the document that a claim quotes."""
    return _account(record, claim).document


def explain(record: Record, claim: Claim, reading: Reading, options: Options) -> Explanation:
    """Return why a live claim is in the record, names withheld unless the options print them."""
    account = _account(record, claim)
    names = hidden_names(record, options)
    hidden = withheld(account, names)
    row = next(r for r in rows(record, options) if r["id"] == claim.id)
    titles = {i.id: i.title for i in record.incidents}
    before, quote, after = pieces(account, claim, hidden)
    harms = harmful(reading, claim) if isinstance(claim.value, Toll | Victim) else ()
    whole = Explanation(
        claim=row,
        before=before,
        quote=quote,
        after=after,
        found_by=_found_by(claim, reading),
        harms=harms,
        numbers=figures(reading, claim),
        said=said(reading, claim),
        days=dated(account, claim),
        places=located(account, claim),
        incident=titles.get(str(row["incident"])),
        decisions=tuple(d for d in record.decisions if claim.id in d.subjects),
        parse=words(reading, claim, hidden),
    )
    return without_names(whole, names)


def _account(record: Record, claim: Claim) -> Account:
    return next(a for a in record.accounts if a.document.id == claim.document)


def _found_by(claim: Claim, reading: Reading) -> FoundBy:
    """Return the rule by which the claim was found, sure or not; accepting it made it sure."""
    again = next((c for c in extract(reading).claims if c.id == claim.id), None)
    found = claim if again is None or claim.extractor == "person" else again
    rule = rule_at(found.extractor, found.confidence)
    return FoundBy(
        extractor=claim.extractor,
        rule=rule.name if rule else None,
        words=rule.words if rule else None,
        again=again is not None,
    )
