"""Small ledgers, so that a test shows only what it is about."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from cenotaph.model import (
    Account,
    Assertion,
    Capture,
    Claim,
    Decision,
    Document,
    Mark,
    Mention,
    Name,
    Received,
    Span,
    Verdict,
    Victim,
    identified,
    mention_id,
)
from cenotaph.store import Ledger
from making import killed

FINDER = "finder one"


def said(document: Document, words: str, value: Assertion, **more: object) -> Claim:
    """Return a claim that quotes these words of a document."""
    start = document.text.index(words)
    claim = Claim(
        id="",
        document=document.id,
        value=value,
        evidence=Span(start=start, end=start + len(words)),
        sentence=Span(start=0, end=len(document.text)),
        extractor="tests",
    )
    return identified(msgspec.structs.replace(claim, **more))


def told(text: str, *claims: tuple[str, Assertion], finding: tuple[Claim, ...] = ()) -> Account:
    """Return an account of these claims, with the mention they hang on and a name marked."""
    document = Document.of(text)
    head = Span(start=0, end=text.index(" "))
    mention = mention_id(document.id, head)
    return Account(
        document=document,
        mentions=(
            Mention(
                id=mention,
                document=document.id,
                span=head,
                event=mention,
                event_type="Explosions/Remote violence",
            ),
        ),
        claims=(*(said(document, w, v, about=mention) for w, v in claims), *finding),
        marks=(Mark(span=head, value=Name(name=text[: head.end], kind="person")),),
    )


def received(account: Account, ref: str = "a.txt", **fields: str) -> Received:
    """Return the account's document as it came in."""
    raw = account.document.text.encode()
    capture = Capture(document=account.document.id, raw=hashlib.sha256(raw).hexdigest(), ref=ref)
    return Received(account.document, msgspec.structs.replace(capture, **fields), raw)


def decision(verdict: Verdict, *subjects: str, **more: object) -> Decision:
    """Return a decision as a person makes it."""
    made = Decision(
        id="",
        seq=0,
        at="2022-03-11T08:00:00+00:00",
        reviewer="R. Adeyemi",
        subjects=subjects,
        verdict=verdict,
        reason="heard the recording",
    )
    return msgspec.structs.replace(made, **more)


SHELL = told(
    "Shells fell on Orekhiv. Three people were killed, Daria Kovalenko among them.",
    ("Three people were killed", killed(3)),
    ("Daria Kovalenko", Victim(outcome="killed", name="Daria Kovalenko")),
)
RAID = told("Jets raided the depot at Marib. Five died.", ("Five died", killed(5)))


def filled(path: Path | str, *accounts: Account) -> Ledger:
    """Return a ledger that holds the accounts, SHELL and RAID unless others are given."""
    ledger = Ledger.open(path, create=True)
    kept = [
        (received(a, f"{n}.txt", author="Ines Duarte"), a)
        for n, a in enumerate(accounts or (SHELL, RAID))
    ]
    ledger.keep(kept, FINDER)
    return ledger
