"""Every figure, held against what each format says of it, by the formats' own readers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

import msgspec
import pytest
from followthemoney import model
from lxml import etree, html
from prov.model import ProvDocument

from cenotaph.model import (
    Event,
    Figure,
    Mark,
    Name,
    Record,
    Span,
    without_names,
)
from cenotaph.publish import Options
from cenotaph.publish.acled import COLUMNS
from cenotaph.redaction import SHIPPED, redact
from making import ALEPPO, account, day, injured, killed
from recorded import contradicted, haddad, of, of_the_demo, text
from tabled import table

KML = "{http://www.opengis.net/kml/2.2}"
Said = dict[str, list[str]]  # by the incident's id


def fitting() -> Record:
    """Return a record in which one paper has a number and a later one a floor below it."""
    one = account("Jets killed six at Aleppo.", killed(6), injured(0), ALEPPO, day("2016-04-27"))
    two = account("Jets killed at least two in Aleppo.", killed(2, None), ALEPPO, day("2016-04-27"))
    return of(one, two)


def _placemarks(what: Record) -> Said:
    told = {}
    for mark in etree.fromstring(text("kml", what).encode()).iter(f"{KML}Placemark"):
        data = {d.get("name"): d.findtext(f"{KML}value") for d in mark.iter(f"{KML}Data")}
        told[data["id"]] = (data.get("tolls") or "").split("; ")
    return told


def _events(what: Record) -> Said:
    told = {}
    for line in text("ftm", what).splitlines():
        entity = model.get_proxy(json.loads(line))
        if entity.schema.name == "Event":
            told[entity.first("recordId")] = entity.first("summary").splitlines()
    return told


def _articles(what: Record) -> Said:
    page = html.fromstring(text("html", what))
    return {
        article.get("id").removeprefix("i-"): [
            " ".join(s.text_content().split()) for s in article.iter("summary")
        ]
        for article in page.iter("article")
    }


def _gives(words: str, figure: Figure) -> bool:
    """Tell whether words give a figure's low, high and best: "more than 3" has a low of 4."""
    numbers = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", words)}
    wanted = {n for n in (figure.low, figure.high, figure.best) if n is not None}
    return figure.outcome in words and wanted <= numbers


@pytest.mark.parametrize("said", [_placemarks, _events, _articles])
@pytest.mark.parametrize("what", [of_the_demo, contradicted, fitting])
def test_every_figure_is_told_with_low_high_and_best(
    said: Callable[[Record], Said], what: Callable[[], Record]
) -> None:
    record = what()
    told = said(record)
    assert set(told) == {i.id for i in record.incidents}
    silent = [
        (f.outcome, f.low, f.high, f.best)
        for i in record.incidents
        for f in i.tolls
        if not any(_gives(words, f) for words in told[i.id])
    ]
    assert not silent


def test_a_number_that_fits_all_stands_beside_the_range_that_it_is_taken_from() -> None:
    (incident,) = fitting().incidents
    assert _placemarks(fitting())[incident.id] == ["killed: 6 (at least 2)", "injured: 0"]
    contested = of(*contradicted().accounts)
    assert "killed: contested: 9 / 3" in _placemarks(contested)[contested.incidents[0].id]


def test_provenance_has_every_figure_and_all_its_claims() -> None:
    record = of_the_demo()
    graph = ProvDocument.deserialize(content=text("prov", record), format="json")
    rows = {str(e.identifier): e for e in graph.records if str(e.identifier).startswith("row:")}
    for incident in record.incidents:
        for number, figure in enumerate(incident.tolls, 1):
            row = rows.pop(f"row:{incident.id}.{number}")
            found = {str(k): next(iter(v)) for k, v in _by_name(row.attributes).items()}
            for name in ("low", "high", "best", "sources", "status"):
                assert found.get(f"cenotaph:{name}") == getattr(figure, name)
    assert {r.removeprefix("row:") for r in rows} == {s.id for s in record.series}


def _by_name(attributes: Iterable[tuple[object, object]]) -> dict[object, set[object]]:
    found: dict[object, set[object]] = {}
    for name, value in attributes:
        found.setdefault(name, set()).add(value)
    return found


def test_what_a_list_calls_an_event_is_no_name_though_a_wire_shouts_it() -> None:
    mine = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    told = account(
        "IED KILLS TWO OUTSIDE SHOP.",
        killed(2),
        ALEPPO,
        day("2016-04-27"),
        event_type=mine[0],
        sub_event_type=mine[1],
    )
    shouted = Mark(span=Span(start=0, end=3), value=Name(name="IED", kind="person"))
    rows = table("acled", of(msgspec.structs.replace(told, marks=(shouted,))))
    assert [r["sub_event_type"] for r in rows] == [mine[1]]
    assert "withheld" not in json.dumps({k: rows[0].get(k) for k in COLUMNS if k != "notes"})
    event = Event(event_type=mine[0], sub_event_type=mine[1])
    assert without_names(event, frozenset({"IED"})) == event
    (incident,) = contradicted().incidents
    graded = msgspec.structs.replace(incident.tolls[0], grade="Fair")
    assert without_names(graded, frozenset({"Fair"})).grade == "Fair"


def test_a_graph_names_whom_a_profile_gave_a_pseudonym() -> None:
    record = of(haddad("Omar Haddad dies"))
    passed_on = redact(record, SHIPPED["partner"], b"k" * 32)
    options = Options(profile="partner")
    named = [json.loads(line) for line in text("ftm", passed_on, options).splitlines()]
    (person,) = (
        name
        for e in named
        if e["schema"] == "Mention" and e["properties"]["detectedSchema"] == ["Person"]
        for name in e["properties"]["name"]
    )
    assert person.startswith("[name ")
    assert "Haddad" not in json.dumps(named)
    assert "withheld" not in json.dumps(named)
    unredacted = text("ftm", record, Options())
    assert '"Person"' not in unredacted
