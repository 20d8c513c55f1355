"""Area 5: what was checked, by whom, and how often reading is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from cenotaph.methodology.made import Asked, Made
from cenotaph.methodology.parts import Block, Items, Section, Table, many, share
from cenotaph.model import Incident, Record, in_force, some_words

_REVIEWED = {
    "machine": "machine only: no person has looked at it",
    "partly": "partly: a person judged some of its claims",
    "reviewed": "reviewed: a person judged every claim",
    "withheld": "withheld",
}


def quality_control(
    record: Record, incidents: Sequence[Incident], made: Made, asked: Asked
) -> Section:
    """Return how much was reviewed by whom, what can be verified, and measured accuracy."""
    alone = sum(i.review == "machine" for i in incidents)
    reviewed = Counter(i.review for i in incidents)
    rows = tuple((_REVIEWED[k], f"{n:,}") for k, n in sorted(reviewed.items()))
    blocks: list[Block] = [
        f"{share(alone, len(incidents))} incidents rest on a machine's reading alone."
        if incidents
        else "There are no incidents.",
        *([Table(("Review", "incidents"), rows)] if rows else []),
        *_decisions(record, asked),
        *_verification(made, asked),
        (
            "How often reading is right was measured on open data that it was not trained on."
            " While it was written, errors were read in parts of each set, so on other texts"
            " expect the lower end or less."
        ),
        Table(("Text", "Measured", "Right", "95% interval", "n"), measured()),
    ]
    return Section("5. Quality control", tuple(blocks))


@cache
def measured() -> tuple[tuple[str, ...], ...]:
    """Return the bench's figures, as they are shipped: text, what, share, interval, n."""
    text = resources.files("cenotaph").joinpath("data", "measured.tsv").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, what, value, low, high, n, _ = line.split("\t")
            found.append((kind, what, value, f"{low} to {high}" if low else "", f"{int(n):,}"))
    return tuple(found)


def _decisions(record: Record, asked: Asked) -> Iterable[Block]:
    holding = {d.id for d in in_force(record.decisions)}
    if not record.decisions:
        yield "No person has decided anything."
        return
    yield (
        f"{many(len(record.decisions), 'decision')} of people, each with a name, a time and a"
        f" reason, {len(holding):,} in force; a later one overrules an earlier one, none is"
        " erased."
    )
    names: dict[str, str] = {}
    for decision in record.decisions:
        known = f"Reviewer {len(names) + 1}"
        names.setdefault(decision.reviewer, decision.reviewer if asked.reviewers else known)
    counts = Counter((names[d.reviewer], d.verdict) for d in record.decisions)
    rows = tuple((who, verdict, f"{n:,}") for (who, verdict), n in sorted(counts.items()))
    yield Table(("Who", "verdict", "decisions"), rows)


def _verification(made: Made, asked: Asked) -> Iterable[Block]:
    chain = f" The chain had {some_words(made.links, 'link')}" if made.links is not None else ""
    if chain and made.head is not None:
        chain += f" and ended in `{made.head}`"
    yield (
        "The record is computed from what was received and decided, and comes out the same each"
        " time. `cenotaph verify` reads every quotation, hash and link of the ledger again."
        + (f"{chain}." if chain else "")
    )
    if asked.keyed:
        yield "Ids and the record's digest are keyed here: only who holds the key can compare them."


def limits() -> Section:
    """Return what is known to go wrong; docs/model-card.md has it at length."""
    return Section(
        "Known limits",
        (
            Items(
                (
                    (
                        "Only what was reported, and handed in, can be in it. It is no estimate"
                        " of all harm; places and victims that the press passes over are"
                        " missing."
                    ),
                    (
                        "Several incidents told in one account are the largest known source of"
                        " errors: those beside the main one are mostly not found, or taken for"
                        " it."
                    ),
                    (
                        "Harm that did not happen may be counted where the words that say so"
                        " stand far away; ages in a list may pass for figures."
                    ),
                    "Named victims told of in lists or by a pronoun often lack their name.",
                    (
                        "A town that the gazetteer does not hold, or whose name is a common"
                        " word, falls back to another town, the province or the country."
                        " Villages under 500 inhabitants, streets and hospitals have no"
                        " coordinates."
                    ),
                    (
                        "The model knows American news best; accounts put into English word by"
                        " word, and names from languages it saw little of, are read less well."
                        " Whoever compares regions by it compares this as well."
                    ),
                )
            ),
        ),
    )
