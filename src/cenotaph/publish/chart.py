"""`chart`: each toll over time as a picture: by day of report, speaker and publisher.

A folder of one SVG (or PNG) for every incident and every running total with a figure; with an id,
that one picture alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import resvg_py

from cenotaph.errors import UsageError
from cenotaph.model import Record, Reported, people_words
from cenotaph.pictures.toll import over_time, points
from cenotaph.publish import Options, Shape, discreet, first_captures, shown

SHAPE: Shape = "folder"


def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every picture; UsageError when `of` names nothing that has one."""
    record = discreet(record, options)
    captures, copies = first_captures(record), dict(record.copies_of)
    drawn = dict(_wanted(record, options))
    if options.of is not None:
        drawn = {_named(drawn, record, options.of): drawn[_named(drawn, record, options.of)]}
    for name, (title, reports) in drawn.items():
        picture = over_time(title, points(reports, captures, copies))
        yield (f"{name}.png", png(picture)) if options.png else (f"{name}.svg", picture.encode())


def png(picture: str) -> bytes:
    """Return an SVG picture as PNG, at twice its size, in the font that is shipped."""
    font = resources.files("cenotaph").joinpath("data", "fonts", "DejaVuSans.ttf")
    with resources.as_file(font) as path:
        return resvg_py.svg_to_bytes(
            svg_string=picture,
            background="white",
            skip_system_fonts=True,
            font_files=[str(path)],
            font_family="DejaVu Sans",
            zoom=2,
        )


def _wanted(
    record: Record, options: Options
) -> Iterator[tuple[str, tuple[str, tuple[Reported, ...]]]]:
    for incident in shown(record, options):
        if incident.reports:
            yield incident.id, (incident.title, incident.reports)
    for series in record.series:
        if series.reports:
            people = people_words(series.people)
            place = series.place.value.name if series.place else "no place named"
            since = f" since {series.since}" if series.since else ""
            whom = f" ({people})" if people else ""
            yield series.id, (f"{place}: {series.outcome}{whom}{since}", series.reports)


def _named(drawn: dict[str, tuple[str, tuple[Reported, ...]]], record: Record, wanted: str) -> str:
    """Return the one id that is meant: whole, an alias, or as much of it as no other has."""
    home = {alias: i.id for i in record.incidents for alias in i.aliases}
    known = {**{name: name for name in drawn}, **{a: i for a, i in home.items() if i in drawn}}
    found = {known[name] for name in known if name.startswith(wanted)}
    if wanted in known:
        return known[wanted]
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"{wanted}: {len(found)} records begin like that; give more of the id")
    raise UsageError(f"{wanted}: no incident or running total with a figure has this id")
