"""Values <-> the JSON the ledger keeps, parted into what must last and what may be destroyed."""

from __future__ import annotations

import hashlib
import zlib

import msgspec

from cenotaph.model import (
    Account,
    Assertion,
    Capture,
    Claim,
    Decision,
    Document,
    Form,
    Mark,
    Mention,
    Publisher,
    Remark,
    Skipped,
    Value,
)
from cenotaph.store.chain import digest

DESTROYED = "[destroyed with its document]"  # in place of a decision's reason


class Found(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An account without its document: what one run found."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    marks: tuple[Mark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    form: Form | None = None

    @classmethod
    def of(cls, account: Account) -> Found:
        """Return what was found, less the document it was found in."""
        return cls(account.mentions, account.claims, account.marks, account.skipped, account.form)

    def account(self, document: Document) -> Account:
        """Return the account, with its document again."""
        return Account(
            document=document,
            mentions=self.mentions,
            claims=self.claims,
            marks=self.marks,
            skipped=self.skipped,
            form=self.form,
        )


class CaptureWords(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What of a capture can name a person: its people, and addresses that hold a headline."""

    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    taken_by: str | None = None


class DecisionWords(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What of a decision can name a person."""

    reason: str = ""
    value: Assertion | None = None
    remark: Remark | None = None


class DecisionBody(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What of a decision lasts."""

    at: str
    reviewer: str
    subjects: tuple[str, ...]
    words: str | None = None  # SHA-256 of DecisionWords; None for `withdraw`
    supersedes: str | None = None
    claim: str | None = None  # id of the claim that the person made, for `add` and `correct`
    claim_words: str | None = None  # SHA-256 of that claim's JSON
    reason: str | None = None  # of a `withdraw`: the fact that stays
    part_of: str | None = None  # as in model.Decision
    publisher: Publisher | None = None


_document = msgspec.json.Decoder(Document)
_found = msgspec.json.Decoder(Found)
_claim = msgspec.json.Decoder(Claim)
_decision = msgspec.json.Decoder(DecisionBody)


def encode(value: object) -> bytes:
    """Return the JSON of a value; the same value gives the same bytes."""
    return msgspec.json.encode(value)


def sha(body: bytes) -> str:
    """Return the SHA-256 of bytes, hex."""
    return hashlib.sha256(body).hexdigest()


def document(body: bytes) -> Document:
    """Decode a document."""
    return _document.decode(body)


def found(body: bytes) -> Found:
    """Decode what a run found."""
    return _found.decode(body)


def claim(body: bytes) -> Claim:
    """Decode one claim."""
    return _claim.decode(body)


def decision_body(body: str) -> DecisionBody:
    """Decode what of a decision lasts."""
    return _decision.decode(body)


def pack(raw: bytes) -> bytes:
    """Press raw bytes; pages are mostly markup."""
    return zlib.compress(raw)


def unpack(body: bytes) -> bytes:
    """Return raw bytes as they were received; ValueError for what is no packed bytes."""
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise ValueError(f"packed bytes are damaged: {error}") from error


def capture_id(capture: Capture) -> str:
    """Return the content address of a capture: the same one received twice is one."""
    return digest(capture)


def part_capture(capture: Capture) -> tuple[bytes, bytes | None]:
    """Return the JSON that lasts, and the JSON that may be destroyed where there is any."""
    kept = {name: getattr(capture, name) for name in CaptureWords.__struct_fields__}
    words = CaptureWords(**kept)
    lasting = msgspec.structs.replace(capture, **dict.fromkeys(kept))
    return encode(lasting), None if words == CaptureWords() else encode(words)


def join_capture(lasting: bytes, words: bytes | None) -> Capture:
    """Return a capture from its two parts; without the second it stays nameless."""
    capture = msgspec.json.decode(lasting, type=Capture)
    if words is None:
        return capture
    named = msgspec.json.decode(words, type=CaptureWords)
    return msgspec.structs.replace(capture, **msgspec.structs.asdict(named))


def decision_id(decision: Decision) -> str:
    """Return the content address of a decision, whatever its place in the order of force."""
    return digest(msgspec.structs.replace(decision, id="", seq=0))[:32]


def join_decision(row: tuple[int, str, str], body: DecisionBody, words: bytes | None) -> Decision:
    """Return a decision from its row (seq, id, verdict), what lasts of it and its words."""
    said = DecisionWords(reason=body.reason or DESTROYED)
    if words is not None:
        said = msgspec.json.decode(words, type=DecisionWords)
    fields = {
        "seq": row[0],
        "id": row[1],
        "verdict": row[2],
        "at": body.at,
        "reviewer": body.reviewer,
        "subjects": body.subjects,
        "supersedes": body.supersedes,
        "reason": said.reason,
        "part_of": body.part_of,
    }
    decision = msgspec.convert(fields, Decision)
    words_of = {"value": said.value, "remark": said.remark, "publisher": body.publisher}
    return msgspec.structs.replace(decision, **words_of)


def kind_of(value: Value) -> str:
    """Return the name of a value's type, as it stands in the table of claims."""
    return type(value).__name__
