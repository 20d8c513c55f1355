"""An incident -> lines of plain words, for formats that have room for a text and no structure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cenotaph.model import Attribute, Blame, Figure, Incident, Place, people_words, some_words
from cenotaph.pages.telling import figure_words


def incident_lines(incident: Incident) -> Iterator[str]:
    """Yield its figures, its place and day as far as known, who is blamed, contradictions."""
    yield from map(figure_line, incident.tolls)
    if incident.place is not None:
        yield _where(incident.place)
    yield from map(_blame, incident.responsibility)
    yield from (f"conflict ({c.kind}): {c.text}" for c in incident.conflicts)
    accounts = some_words(len(incident.accounts), "account")
    sources = f"{accounts}, {incident.independent_sources} independent"
    yield f"{sources}; review: {incident.review}; counted under {incident.policy}"


def line_claims(incident: Incident) -> tuple[str, ...]:
    """Return the claims that these lines stand on, in their order."""
    place = [incident.place.claims] if incident.place else []
    lines = (
        *(f.claims for f in incident.tolls),
        *place,
        *(b.claims for b in incident.responsibility),
        *(c.claims for c in incident.conflicts),
    )
    return tuple(dict.fromkeys(chain.from_iterable(lines)))


def figure_line(figure: Figure) -> str:
    """Return one figure in words: "killed (children): at least 3"; sides stand side by side."""
    words, sides = figure_words(figure)
    people = people_words(figure.people)
    whom = f" ({people})" if people else ""
    if sides:
        return f"{figure.outcome}{whom}: contested: {' / '.join(sides)}"
    contested = ", contested" if figure.status == "contested" else ""
    return f"{figure.outcome}{whom}: {words}{contested}"


def _where(place: Attribute) -> str:
    """Return where it was and how exactly that is known: a point alone would claim too much."""
    value = place.value
    others = [a.name for a in place.alternatives]
    also = f"; others say {', '.join(others)}" if others else ""
    precision = f" ({value.precision})" if isinstance(value, Place) else ""
    return f"place: {value.name}{precision}{also}"


def _blame(blame: Blame) -> str:
    return f"{blame.stance} {blame.party}, says {blame.speaker or 'the account itself'}"
