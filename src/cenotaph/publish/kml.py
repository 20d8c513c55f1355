"""`kml`: a Placemark an incident, for desktop globes (OGC KML 2.2).

https://www.ogc.org/standard/kml/ Globes show a description as HTML: every word in it is escaped.
What other elements hold is plain by the standard, but some viewers show it as HTML too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from cenotaph.model import Incident, Place, Record
from cenotaph.pages.lines import figure_line, incident_lines, line_claims
from cenotaph.publish import (
    Evidence,
    Options,
    Shape,
    discreet,
    names_told,
    shown,
)

SHAPE: Shape = "stream"
_NAMESPACE = "http://www.opengis.net/kml/2.2"
# What XML 1.0 cannot hold (2.2, Char).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STYLE = "incident"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the document."""
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(root, "Document")
    names = names_told(options)
    _add(document, "name", f"Incidents, counted under {record.policy}")
    _add(
        document,
        "description",
        f"Record {record.digest}; names of victims and private persons {names}",
    )
    style = ET.SubElement(document, "Style", id=_STYLE)
    _add(ET.SubElement(style, "BalloonStyle"), "text", "$[description]")
    for incident in shown(discreet(record, options), options):
        _placemark(document, incident)
    ET.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ET.tostring(root, encoding="unicode") + "\n")


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each Placemark."""
    known = Evidence(record, options)
    for incident in shown(discreet(record, options), options):
        point = incident.place.claims if incident.place else ()
        columns = {"description": line_claims(incident), "Point": point}
        yield known.row(incident.id, columns)


def _placemark(document: ET.Element, incident: Incident) -> None:
    mark = ET.SubElement(document, "Placemark", id=f"i{incident.id}")
    _add(mark, "name", incident.title)
    lines = (incident.title, *incident_lines(incident))
    shown_as_html = "<br/>".join(html.escape(line, quote=False) for line in lines)
    ET.SubElement(mark, "description").text = _printable(shown_as_html)
    _when(mark, incident)
    _add(mark, "styleUrl", f"#{_STYLE}")
    data = ET.SubElement(mark, "ExtendedData")
    for name, value in _data(incident):
        if value is not None:
            _add(ET.SubElement(data, "Data", name=name), "value", value)
    _where(mark, incident)


def _data(incident: Incident) -> Iterator[tuple[str, str | None]]:
    place = incident.place.value if incident.place else None
    yield "id", incident.id
    yield "event_type", incident.event_type
    yield "sub_event_type", incident.sub_event_type
    yield "date_precision", incident.date_precision
    yield "place", place.name if place else None
    yield "place_precision", place.precision if isinstance(place, Place) else None
    yield "tolls", "; ".join(map(figure_line, incident.tolls)) or None
    yield "independent_sources", str(incident.independent_sources)
    yield "review", incident.review
    yield "policy", incident.policy


def _when(mark: ET.Element, incident: Incident) -> None:
    if incident.last is None:
        return
    if incident.first == incident.last:
        _add(ET.SubElement(mark, "TimeStamp"), "when", incident.last)
        return
    span = ET.SubElement(mark, "TimeSpan")
    if incident.first is not None:
        _add(span, "begin", incident.first)
    _add(span, "end", incident.last)


def _where(mark: ET.Element, incident: Incident) -> None:
    """Add the point; one whose place is not known has none and stands in the list alone."""
    place = incident.place.value if incident.place else None
    if isinstance(place, Place) and place.lat is not None and place.lon is not None:
        point = ET.SubElement(mark, "Point")
        _add(point, "coordinates", f"{place.lon},{place.lat}")


def _add(parent: ET.Element, name: str, words: str) -> None:
    """Add an element of plain words, which no viewer can take for markup."""
    plain = words.replace("<", "‹").replace(">", "›")
    ET.SubElement(parent, name).text = _printable(plain)


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("�", words)
