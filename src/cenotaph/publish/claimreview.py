"""`claimreview`: contested figures as schema.org ClaimReview, in JSON-LD.

https://schema.org/ClaimReview One for each side of a figure that accounts contradict, with the
accounts that give it and what the others say. The record does not rate: there is no
`reviewRating`, and no `url`, `author` or `datePublished` of a review that has not been published;
whoever publishes adds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, NamedTuple

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Count,
    Figure,
    Record,
    Reported,
    Series,
    count_words,
    days_words,
    people_words,
    without_names,
)
from cenotaph.pages.quoting import voice
from cenotaph.publish import (
    Evidence,
    Options,
    Shape,
    discreet,
    first_captures,
    hidden_names,
    judgments,
    names_told,
    shown,
    urn,
    without_addresses,
)

SHAPE: Shape = "stream"
_CONTEXT = "https://schema.org"
# Kinds of source that are no single person; only then may its name stand for an Organization.
_ORGANIZATIONS = ("news", "agency", "official", "party", "ngo", "medical")


class _Contested(NamedTuple):
    """A figure on which accounts contradict each other."""

    id: str
    about: str
    figure: Figure | Series
    reports: tuple[Reported, ...]  # those that it is made of


class _Side(NamedTuple):
    """One of the figures that stand against each other, and the claims that give it."""

    id: str
    given: Count
    claims: tuple[Claim, ...]


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON-LD document."""
    names = names_told(options)
    whole = {
        "@context": _CONTEXT,
        "@id": urn("record", record.digest),
        "@type": "Dataset",
        "description": (
            f"Contested figures, counted under {record.policy}; names of victims and private"
            f" persons {names}"
        ),
        "hasPart": list(_reviews(record, options)),
    }
    out.write(msgspec.json.encode(whole).decode() + "\n")


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each review."""
    known = Evidence(record, options)
    claims = {c.id: c for a in record.accounts for c in a.claims}
    for contested in _contested(record, options):
        for side in _sides(contested, claims):
            yield known.row(side.id, {"claimReviewed": [c.id for c in side.claims]})


def _reviews(record: Record, options: Options) -> Iterator[dict[str, object]]:
    hidden = hidden_names(record, options)
    told = without_names(tuple(c for a in record.accounts for c in a.claims), hidden)
    claims = {c.id: c for c in told}
    first, judged = first_captures(record), judgments(record)
    captures = {d: without_addresses(c, hidden) for d, c in first.items()}
    accounts = {a.document.id: a for a in record.accounts}
    for contested in _contested(discreet(record, options, hidden), options):
        sides = tuple(_sides(contested, claims))
        for side in sides:
            others = [count_words(other.given) for other in sides if other.id != side.id]
            yield {
                "@type": "ClaimReview",
                "@id": side.id,
                "claimReviewed": _reviewed(contested, side),
                "reviewBody": _body(side, others, judged),
                "itemReviewed": {
                    "@type": "Claim",
                    "creditText": "; ".join(dict.fromkeys(map(voice, side.claims))),
                    "appearance": list(_appearances(side, accounts, captures)),
                },
            }


def _contested(record: Record, options: Options) -> Iterator[_Contested]:
    for incident in shown(record, options):
        for number, figure in enumerate(incident.tolls, 1):
            if figure.status == "contested":
                reports = tuple(_of(figure, incident.reports))
                yield _Contested(f"{incident.id}.{number}", incident.title, figure, reports)
    for series in record.series:
        if series.status == "contested":
            where = series.place.value.name if series.place else "no place named"
            days = days_words(series.since, series.as_of)
            about = f"{series.scope} figure, {where}, {days}"
            yield _Contested(series.id, about, series, tuple(_of(series, series.reports)))


def _of(figure: Figure | Series, reports: Iterable[Reported]) -> Iterator[Reported]:
    """Yield the reports that a figure is made of; what was overtaken contests nothing."""
    claims = frozenset(figure.claims)
    for report in reports:
        of_it = report.outcome == figure.outcome and claims.issuperset(report.claims)
        if of_it and not report.overtaken:
            yield report


def _sides(contested: _Contested, claims: Mapping[str, Claim]) -> Iterator[_Side]:
    """Yield the different figures given, lowest first, with the claims that give each."""
    found: dict[Count, list[Claim]] = {}
    for report in contested.reports:
        found.setdefault(report.count, []).extend(claims[c] for c in report.claims)
    ordered = sorted(found, key=lambda c: (c.low or 0, c.high or 0, c.approximate, c.vague or ""))
    for number, count in enumerate(ordered, 1):
        name = urn("review", f"{contested.id}.{number}")
        yield _Side(name, count, tuple(dict.fromkeys(found[count])))


def _reviewed(contested: _Contested, side: _Side) -> str:
    people = people_words(contested.figure.people)
    whom = f" ({people})" if people else ""
    return f"{contested.figure.outcome}{whom}: {count_words(side.given)}. {contested.about}"


def _body(side: _Side, others: Iterable[str], judged: Mapping[str, tuple[str, str | None]]) -> str:
    """Return how the figure stands: what is said against it, and what a person decided."""
    told = list(others)
    words = [f"Contested: other accounts say {', or '.join(told)}." if told else "Contested."]
    verdicts = dict.fromkeys(judged[c.id][0] for c in side.claims if c.id in judged)
    words += [f"A reviewer has {verdict} this reading of the account." for verdict in verdicts]
    words.append("The record sets the figures side by side and rates none of them.")
    return " ".join(words)


def _appearances(
    side: _Side, accounts: Mapping[str, Account], captures: Mapping[str, Capture]
) -> Iterator[dict[str, object]]:
    """Yield the accounts that give a figure, each once."""
    for document in dict.fromkeys(c.document for c in side.claims):
        capture = captures.get(document)
        found: dict[str, object] = {"@type": "CreativeWork", "@id": urn("document", document)}
        if capture is not None and document in accounts:
            found.update(_told(capture))
        yield found


def _told(capture: Capture) -> dict[str, object]:
    """Return what is known of where an account appeared."""
    organization = capture.source_kind in _ORGANIZATIONS and capture.publisher
    known = {
        "url": capture.url,
        "archivedAt": capture.archive_url,
        "datePublished": capture.published,
        "publisher": {"@type": "Organization", "name": capture.publisher} if organization else None,
        "creditText": None if organization else capture.publisher,
    }
    return {name: value for name, value in known.items() if value is not None}
