"""Areas 1 and 2: the types of sources used, and how they were collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cenotaph.methodology.made import Asked, Made
from cenotaph.methodology.parts import Block, Items, Section, Table, counted, many
from cenotaph.model import OTHER_LANGUAGE, Record, earliest

_MOST = 60  # publishers in the table
_KINDS = {
    "news": "news media",
    "agency": "news agencies",
    "official": "official bodies",
    "party": "parties to the conflict",
    "ngo": "non-governmental organizations",
    "social": "social media",
    "medical": "medical services",
    "interview": "interviews",
    "list": "lists",
}


def types_of_sources(record: Record) -> Section:
    """Return the kinds and publishers of what was read, and the period it is from."""
    kinds = Counter(_KINDS.get(c.source_kind or "", "kind not told") for c in record.captures)
    documents = {c.document for c in record.captures}
    blocks: list[Block] = [
        (
            f"{many(len(record.captures), 'account')} were received:"
            f" {many(len(documents), 'document')} (a title and a text). Copies of others among"
            f" them: {len(record.copies_of):,}; later versions of others:"
            f" {len(record.replaces):,}. A copy is no source of its own."
        ),
        _period(record),
        counted(("Kind of source, as whoever collected them told it", "accounts"), kinds.items()),
        *_publishers(record),
        *_languages(record),
    ]
    return Section("1. Types of sources used", tuple(blocks))


def collection(record: Record, made: Made, asked: Asked) -> Section:
    """Return how accounts came in, were kept and read, and what was left out and why."""
    withdrawn = {s for d in record.decisions if d.verdict == "withdraw" for s in d.subjects}
    blocks: list[Block] = [
        "Accounts were chosen and gathered by people and handed to the software as files; it"
        " fetched nothing, and nothing but what was handed to it is in the record. "
        + _captured(record, asked),
        (
            "Each was kept unchanged with the SHA-256 of the bytes received and of its words, in"
            " a ledger to which only can be added. What could not be opened as a file was"
            " refused when it was handed in; it is in no ledger and not counted here."
        ),
        (
            f"Documents whose words were destroyed at somebody's request: {len(withdrawn):,}."
            " What rested on them is in no figure."
        ),
        *_software(made),
        _read(record),
        *_skipped(record),
    ]
    return Section("2. Collection", tuple(blocks))


def _captured(record: Record, asked: Asked) -> str:
    days = sorted(c.captured[:10] for c in record.captures if c.captured)
    if days:
        return f"Captured from {days[0]} to {days[-1]} ({many(len(days), 'account')})."
    if asked.profile is not None:
        return "When accounts were captured is not told here."
    return "No account tells when it was captured."


def _period(record: Record) -> str:
    published = earliest(record.captures)
    undated = len({c.document for c in record.captures} - published.keys())
    without = f"; {undated:,} without a day of publication" if undated else ""
    if not published:
        return f"No account tells when it was published{without}."
    days = sorted(day[:10] for day in published.values())
    incidents = sorted(
        d for i in record.incidents for d in (i.first or i.last, i.last) if d is not None
    )
    told = f" Incidents are from {incidents[0]} to {incidents[-1]}." if incidents else ""
    return f"Published from {days[0]} to {days[-1]}{without}.{told}"


def _publishers(record: Record) -> Iterable[Block]:
    known = Counter(c.publisher for c in record.captures if c.publisher)
    table = counted(("Publisher", "accounts"), known.items())
    unknown = sum(c.publisher is None for c in record.captures)
    if known:
        yield Table(table.head, table.rows[:_MOST])
    if len(known) > _MOST:
        yield f"And {many(len(known) - _MOST, 'publisher')} more."
    if unknown:
        yield (
            f"{many(unknown, 'account')} of no known publisher; for one figure all such count as"
            " at most one source."
        )


def _languages(record: Record) -> Iterable[Block]:
    told = Counter(c.language for c in record.captures if c.language)
    if told:
        yield counted(("Language, as told", "accounts"), told.items())


def _software(made: Made) -> Iterable[Block]:
    facts = (
        ("Cenotaph", made.software),
        ("its code and data, digest", made.digest),
        ("grammar model, digest", made.model),
        ("gazetteer, digest", made.gazetteer),
        ("the user's settings, digest", made.settings),
    )
    known = tuple((what, words) for what, words in facts if words is not None)
    if known:
        yield "Read, linked and counted by:"
        yield Table(("What", "Which"), known)


def _read(record: Record) -> str:
    claims = Counter(type(c.value).__name__.lower() for a in record.accounts for c in a.claims)
    people = sum(c.extractor == "person" for a in record.accounts for c in a.claims)
    words = ", ".join(f"{n:,} {kind}" for kind, n in sorted(claims.items())) or "none"
    return (
        "A small grammar model, a gazetteer (GeoNames) and rules written by hand turn sentences"
        f" into claims, each with the words it stands on. Claims, by kind: {words}; {people:,} of"
        " them entered by people. English only."
    )


def _skipped(record: Record) -> Iterable[Block]:
    why = Counter(s.why for a in record.accounts for s in a.skipped)
    yield (
        f"Left out on purpose, each listed with its reason: {many(sum(why.values()), 'passage')}."
        if why
        else "No passage of the accounts was left out on purpose."
    )
    if why:
        yield counted(("Why", "passages"), why.items())
    if OTHER_LANGUAGE in why:
        yield Items(("A passage in another language than English is kept and not read.",))
