"""Questions -> lines for a terminal of 80 columns, sentences one above the other, or JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import msgspec

from cenotaph.model import (
    Claim,
    Question,
    Record,
    Toll,
    count_words,
    quoted,
    withheld,
    without_names,
)
from cenotaph.pages.quoting import Told
from cenotaph.publish import Options, discreet, first_captures, hidden_names
from cenotaph.review import LETTERS

_WIDTH = 80
_SHORT = 12  # letters of an id shown
_NO_LETTERS: Final[Mapping[str, str]] = MappingProxyType({})
_ASKED = {
    "merge": "One incident or two",
    "reading": "Which reading",
    "cumulative": "Running total or not",
    "copy": "A copy or not",
    "conflict": "A conflict",
    "lost": "No longer found",
    "clash": "Decisions that clash",
}


class Words:
    """Finds the words behind a claim, with who published and who said them; names withheld."""

    def __init__(self, told: Told, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._told = told

    @classmethod
    def of(cls, record: Record, options: Options) -> Words:
        """Return what finds the words of a record."""
        accounts = {a.document.id: a for a in record.accounts}
        claims = {c.id: c for a in record.accounts for c in a.claims}
        told = Told(accounts, claims, first_captures(record))
        return cls(told, hidden_names(record, options))

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim on one line."""
        account = self._told.accounts[claim.document]
        words = quoted(account, claim.sentence, withheld(account, self._hidden))
        return " ".join(words.split())

    def speaker(self, claim: Claim) -> str | None:
        """Return who says a claim; None where the account does."""
        return without_names(claim.speaker.name, self._hidden) if claim.speaker else None

    def publisher(self, document: str) -> str:
        """Return who published a document, when, and its ref."""
        capture = self._told.captures.get(document)
        if capture is None:
            return document[:_SHORT]
        facts = (capture.publisher or "publisher unknown", (capture.published or "undated")[:10])
        return ", ".join((*facts, capture.ref))

    def told(self, ids: Sequence[str]) -> list[Claim]:
        """Return the live claims of some ids."""
        return [c for i in ids if (c := self._told.claims.get(i))]

    def claims(
        self, ids: Sequence[str], letters: Mapping[str, str] = _NO_LETTERS
    ) -> dict[str, list[Claim]]:
        """Return the live claims of some ids by their document, one a sentence and answer.

        `letters` are those by which the side of a claim is chosen.
        """
        found: dict[str, dict[object, Claim]] = {}
        for claim in self.told(ids):
            shown = claim.sentence, letters.get(claim.id)
            found.setdefault(claim.document, {}).setdefault(shown, claim)
        return {document: list(claims.values()) for document, claims in found.items()}

    def evidence(self, ids: Sequence[str]) -> list[dict[str, object]]:
        """Return each sentence behind some claims, with who published and who said it."""
        return [
            {
                "claim": claim.id,
                "document": document,
                "source": self.publisher(document),
                "speaker": self.speaker(claim),
                "sentence": self.sentence(claim),
            }
            for document, claims in self.claims(ids).items()
            for claim in claims
        ]


def as_text(
    record: Record, found: Sequence[tuple[int, Question]], options: Options
) -> Iterator[str]:
    """Yield questions as lines, each with its number in the queue, a blank line between."""
    words = Words.of(record, options)
    for position, (number, question) in enumerate(found):
        if position:
            yield ""
        yield from lines(number, question, words)


def lines(number: int, question: Question, words: Words) -> Iterator[str]:
    """Yield one question: what is asked, what tells for each side, how to answer."""
    head = f"{number}. {_ASKED[question.kind]}"
    worth = f"change {question.change:,.1f}"
    yield f"{head}{worth:>{_WIDTH - len(head)}}"
    yield from _wrapped(question.text, "   ")
    letters = _letters(question)
    for side, (document, claims) in enumerate(words.claims(question.claims, letters).items()):
        yield from _wrapped(words.publisher(document), "   ", lead="   ")
        for claim in claims:
            who = words.speaker(claim)
            speaker = f"{who}: " if who else ""
            letter = letters.get(claim.id) or ("ab"[side] if side < 2 else " ")
            yield from _wrapped(
                f"{speaker}“{words.sentence(claim)}”", "       ", lead=f"     {letter} "
            )
            yield f"       claim {claim.id[:_SHORT]}, {_what(claim)}"
    if question.because:
        yield from _wrapped("bits: " + "; ".join(question.because), "   ")
    yield f"   ids {' '.join(s[:_SHORT] for s in question.subjects)}"
    yield from _wrapped("   ".join(f"[{c.key}] {c.words}" for c in question.choices), "   ")


def _letters(question: Question) -> dict[str, str]:
    """Return, for each claim that an answer is about, the letter by which its side is chosen."""
    sides = [(c.key, claim) for c in question.choices if c.key in LETTERS for claim in c.subjects]
    return {claim: letter for letter, claim in reversed(sides)}  # the first that has it


def _what(claim: Claim) -> str:
    kind, value = type(claim.value).__name__.lower(), claim.value
    figure = f" of {count_words(value.count)} {value.outcome}" if isinstance(value, Toll) else ""
    return f"{kind}{figure}, {claim.stance}"


def _wrapped(words: str, indent: str, lead: str | None = None) -> list[str]:
    first = indent if lead is None else lead
    return textwrap.wrap(words, _WIDTH, initial_indent=first, subsequent_indent=indent) or [first]


def folded(found: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield lines that fit the width, what follows set in."""
    for line in found:
        lead = indent + " " * (len(line) - len(line.lstrip()))
        yield from _wrapped(line.strip(), f"{lead}    ", lead=lead)


def as_json(record: Record, found: Sequence[Question], options: Options) -> Iterator[str]:
    """Yield one JSON object a question, in order: JSON Lines."""
    words = Words.of(record, options)
    for question in found:
        told = words.evidence(question.claims)
        whole = {**_untagged(msgspec.to_builtins(question)), "evidence": told}
        yield json.dumps(whole, ensure_ascii=False)


def _untagged(value: dict[str, object]) -> dict[str, object]:
    """Return an object without the words by which stored ones tell their kind."""

    def plain(one: object) -> object:
        if isinstance(one, dict):
            return {k: plain(v) for k, v in one.items() if k != "is"}
        return [plain(v) for v in one] if isinstance(one, list | tuple) else one

    return {k: plain(v) for k, v in value.items() if k != "is"}


class Open(NamedTuple):
    """A question as it is shown, names withheld, and as it is answered."""

    shown: Question
    whole: Question


def asked(record: Record, options: Options, kind: str | None = None) -> list[Open]:
    """Return the questions of a record, of one kind or all, in order."""
    shown = discreet(record, options).questions
    both = (Open(s, w) for s, w in zip(shown, record.questions, strict=True))
    return [o for o in both if kind in (None, o.whole.kind)]
