"""`table`: the record for a terminal, readable at 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cenotaph.model import (
    Count,
    Figure,
    Incident,
    People,
    Record,
    Series,
    count_words,
    days_words,
    kind_words,
    people_words,
)
from cenotaph.publish import Options, Shape, discreet

SHAPE: Shape = "stream"
_CONTESTED = "bold red"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the incidents, then the running totals, then what was skipped."""
    record = discreet(record, options)
    console = Console(file=out, highlight=False, soft_wrap=False, emoji=False, markup=False)
    shown = [i for i in record.incidents if not options.only_reviewed or i.review == "reviewed"]
    console.print(_incidents(shown))
    if record.series:
        console.print(_running(record.series))
    console.print(Text("\n".join(_notes(record, shown))))


def _incidents(incidents: Sequence[Incident]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("Day", no_wrap=False, min_width=10, max_width=10)
    table.add_column("Incident", ratio=5)
    table.add_column("Killed", justify="left", ratio=2)
    table.add_column("Injured", justify="left", ratio=2)
    table.add_column("Blamed", ratio=2)
    table.add_column("Src", justify="right", no_wrap=True)
    for incident in incidents:
        table.add_row(
            days_words(incident.first, incident.last),
            _title(incident),
            _toll(incident, "killed"),
            _toll(incident, "injured"),
            _blamed(incident),
            str(incident.independent_sources),
        )
    return table


def _title(incident: Incident) -> Text:
    place = incident.place.value.name if incident.place else "place unknown"
    target = f", {incident.targets[0].value.name}" if incident.targets else ""
    kind = kind_words(incident.event_type, incident.sub_event_type)
    return Text(f"{place}: {kind}{target}")


def _toll(incident: Incident, outcome: str) -> Text:
    figures = [f for f in incident.tolls if f.outcome == outcome]
    if not figures:
        return Text("-")
    whole = next((f for f in figures if f.people == People()), figures[0])
    if whole.status == "contested":
        sides = " against ".join(map(count_words, whole.sides))
        return Text(f"{sides}: contested", style=_CONTESTED)
    words = _range(whole)
    people = people_words(whole.people)
    return Text(f"{words} ({people})" if people else words)


def _range(figure: Figure) -> str:
    count = Count(low=figure.low, high=figure.high, approximate=figure.approximate)
    return f"“{figure.vague}”" if figure.low is None and figure.vague else count_words(count)


def _blamed(incident: Incident) -> Text:
    """Name who is blamed, and say when it is denied."""
    held = [b.party for b in incident.responsibility if b.stance not in {"denies", "doubts"}]
    denied = any(c.kind == "denied" for c in incident.conflicts)
    words = ", ".join(dict.fromkeys(held)) or "-"
    return Text(f"{words} (denied)" if denied and held else words)


def _running(series: Sequence[Series]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="Figures that are no incident's")
    table.add_column("Place", ratio=2)
    table.add_column("Figure", ratio=4)
    table.add_column("Since, as of", ratio=3)
    table.add_column("By", ratio=3)
    for s in series:
        count = Count(low=s.low, high=s.high, approximate=s.approximate)
        people = people_words(s.people)
        words = f"{count_words(count)} {s.outcome}" + (f" ({people})" if people else "")
        when = "; ".join(w for w in (s.since and f"since {s.since}", s.as_of) if w)
        place = s.place.value.name if s.place else "-"
        table.add_row(place, f"{words}, {s.scope}", when, s.speaker or "the account")
    return table


def _notes(record: Record, shown: Sequence[Incident]) -> list[str]:
    skipped = sum(len(a.skipped) for a in record.accounts)
    machine = sum(i.review == "machine" for i in shown)
    conflicts = sum(len(i.conflicts) for i in shown)
    return [
        f"{len(record.captures)} accounts, {len(record.copies_of)} of them copies.",
        f"{len(shown)} incidents, {machine} of them a machine's reading that nobody has checked.",
        f"{conflicts} conflicts to look at; {skipped} passages skipped.",
        f"Policy {record.policy}. Src: independent sources.",
    ]
