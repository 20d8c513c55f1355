"""Counts, people and days -> the words people read."""

from __future__ import annotations

from typing import Final, Protocol

from cenotaph.model import sayings
from cenotaph.model.assertion import Count, People, Place, Statement, Target
from cenotaph.model.record import Figure, Incident, Series

TOPICS: Final = {
    "investigation": "an inquiry",
    "counter-claim": "a counter-claim",
    "presence": "who was there",
    "ratio": "a multiple of it",
}


def some_words(number: int, what: str) -> str:
    """Return how many there are of something: "1 account", "1,204 accounts", "1 new copy"."""
    if number != 1:
        what = f"{what[:-1]}ies" if what[-1] == "y" and what[-2] not in "aeiou" else f"{what}s"
    return f"{number:,} {what}"


def statement_words(statement: Statement) -> str:
    """Return what words are that are no count: "who was there", "a multiple of it: 30 to 40, ...".

    A person's own topic stands as it is.
    """
    words = TOPICS.get(statement.topic, statement.topic)
    derived = statement.derived
    if derived is None:
        return words
    count = count_words(Count(low=derived.low, high=derived.high))
    return f"{words}: {count}, worked out, not counted"


def count_words(count: Count) -> str:
    """Return a count in words: "3", "at least 17", "more than 30", "3 to 5", "“many”"."""
    if count.low is None:
        return f"“{count.vague}”" if count.vague else "an unstated number"
    about = "about " if count.approximate else ""
    if count.high is None and count.over and count.low > 0:
        return f"more than {about}{count.low - 1:,}"
    if count.high is None:
        floor = f"about {count.low:,} or more" if count.approximate else f"at least {count.low:,}"
        return f"“{count.vague}” ({floor})" if count.vague else floor
    if count.low == count.high:
        return f"{about}{count.low:,}"
    return f"{about}{count.low:,} to {count.high:,}"


def count_of(figure: Figure | Series) -> Count:
    """Return the range of a figure as a count, put as whoever gave it did: "more than 310"."""
    said = figure.sides if isinstance(figure, Figure) else [r.count for r in figure.reports]
    ends = figure.low, figure.high
    return Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        over=any(c.over and (c.low, c.high) == ends for c in said),
    )


def people_words(people: People) -> str:
    """Return whom a figure counts: "children", "civilians, medics"; "" when nobody says."""
    status = {"civilian": "civilians", "combatant": "combatants", "mixed": "civilians and fighters"}
    sex = {"f": "female", "m": "male"}
    words = [
        people.side or "",
        status.get(people.status, ""),
        sex.get(people.sex or "", ""),
        people.age or "",
        *people.roles,
    ]
    return ", ".join(w for w in words if w)


def days_words(first: str | None, last: str | None) -> str:
    """Return an interval of days in words."""
    if last is None:
        return "day unknown"
    if first is None:
        return f"on or before {last}"
    return last if first == last else f"{first} to {last}"


ACCIDENT = "Accident or disaster"
"""The kind of event in which nobody did violence to anybody: road accidents, weather, disease."""

_KINDS = {
    "Remote explosive/landmine/IED": "bombing",
    "Shelling/artillery/missile attack": "shelling",
    "Air/drone strike": "air strike",
    "Suicide bomb": "suicide bombing",
    "Armed clash": "fighting",
    "Abduction/forced disappearance": "abduction",
    "Excessive force against protesters": "force against protesters",
    ACCIDENT: "accident or disaster",
}


def kind_words(event_type: str, sub_event_type: str | None) -> str:
    """Return a kind of event in a reader's words: "air strike", "attack"."""
    kind = sub_event_type or event_type
    return _KINDS.get(kind, kind.lower())


class Counted(Protocol):
    """Whatever counts people of one kind: a figure of the record, or a row that was kept of one."""

    @property
    def outcome(self) -> str:
        """What befell them."""

    @property
    def people(self) -> People:
        """Whom it counts."""

    @property
    def low(self) -> int | None:
        """At least so many; None for no figure."""

    @property
    def high(self) -> int | None:
        """At most so many; None for open."""

    @property
    def approximate(self) -> bool:
        """Whether it was said to be about so many."""

    @property
    def vague(self) -> str | None:
        """The word, where it was no number."""


def what_words(figure: Counted) -> str:
    """Return what a figure counts, in words: "killed", "injured (children)"."""
    people = people_words(figure.people)
    return f"{figure.outcome} ({people})" if people else figure.outcome


def range_words(figure: Counted) -> str:
    """Return how many a figure counts, in words, as of `count_words`."""
    over = isinstance(figure, Figure | Series) and count_of(figure).over
    return count_words(
        Count(
            low=figure.low,
            high=figure.high,
            approximate=figure.approximate,
            vague=_vague(figure),
            over=over,
        )
    )


def _vague(figure: Counted) -> str | None:
    """Return the word of a figure, unless its lowest is another side's: no "dozens" are 14."""
    sides = figure.sides if isinstance(figure, Figure) else ()
    if sides and not any(s.vague == figure.vague and s.low == figure.low for s in sides):
        return None
    return figure.vague


def _calm(name: str) -> str:
    """Return a name that a wire wrote in capitals as others write it; "UAE" stays."""
    return name.title() if name.isupper() and len(name) > 3 else name


def incident_title(incident: Incident) -> str:
    """Return a title from an incident's agreed values only."""
    title = kind_words(incident.event_type, incident.sub_event_type)
    first, last, place = incident.first, incident.last, incident.place
    if incident.targets and isinstance(incident.targets[0].value, Target):
        title = sayings.OF_TARGET.format(event=title, target=incident.targets[0].value.category)
    if place is not None and not place.contested and isinstance(place.value, Place):
        title = sayings.IN_PLACE.format(event=title, place=_calm(place.value.name))
    if last is not None:
        days = last if first in (None, last) else f"{first} to {last}"
        when = sayings.BEFORE_DAYS if first is None else sayings.ON_DAYS
        title = when.format(event=title, days=days)
    return title[:1].upper() + title[1:]
