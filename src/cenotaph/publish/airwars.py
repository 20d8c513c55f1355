"""`airwars`: a folder of tables after Airwars: incidents, casualties, belligerents, sources.

Rows of the three others name their incident by `code`. `civilian_harm_status` is the grade that the
policy `airwars` gives, and empty under any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cenotaph.model import Figure, Incident, People, Place, Record, people_words
from cenotaph.publish import Evidence, Options, Shape, told, violent
from cenotaph.tables import Cell, Row, Scalar, comma_separated, row
from cenotaph.tables.countries import Country
from cenotaph.tables.figures import high, low, part, whole
from cenotaph.tables.parties import Held, held
from cenotaph.tables.people import harmed
from cenotaph.tables.places import described, located
from cenotaph.tables.told import Told

SHAPE: Shape = "folder"
VIOLENT_ONLY = True
TABLES = {
    "incidents": (
        "code", "previous_codes", "date", "date_end", "country", "location_name", "strike_type",
        "targeted_belligerent", "civilian_harm_status", "latitude", "longitude",
        "geolocation_accuracy",
    ),
    "casualties": (
        "code", "casualty_type", "killed_min", "killed_max", "injured_min", "injured_max",
    ),
    "belligerents": ("code", "belligerent", "type", "assessment"),
    "sources": ("code", "name", "language", "url", "archive_url"),
}  # fmt: skip

_POLICY = "airwars/"
_EVERYBODY = "All"
_ACCURACY = {
    "exact": "Exact location",
    "town": "Town",
    "near": "Near a town",
    "admin2": "District",
    "admin1": "Province/governorate",
    "country": "Country",
}
_STRIKES = {
    "Air/drone strike": "Airstrike",
    "Shelling/artillery/missile attack": "Artillery",
    "Armed clash": "Ground operation",
}

_Said = dict[str, Cell | Scalar]


def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
    """Yield the four tables."""
    for name, rows in _tables(record, options).items():
        yield f"{name}.csv", "".join(comma_separated(TABLES[name], rows)).encode()


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each row, which is named by its table and its incident."""
    known = Evidence(record, options)
    for name, rows in _tables(record, options).items():
        for number, one in enumerate(rows, 1):
            yield known.row(f"{name}.csv {one.name}", one.behind(TABLES[name]), number)


def _tables(record: Record, options: Options) -> dict[str, list[Row]]:
    """Return the rows of each table, by day of their incidents."""
    makers = {
        "incidents": _incident,
        "casualties": _casualties,
        "belligerents": _belligerents,
        "sources": _sources,
    }
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    incidents, known = told(record, options)
    for incident in violent(incidents):
        for name, make in makers.items():
            own = ({"code": incident.id, **said} for said in make(incident, known))
            found[name].extend(row(incident.id, TABLES[name], said) for said in own)
    return found


def _incident(incident: Incident, known: Told) -> Iterator[_Said]:
    days = known.days(incident)
    people = harmed(known.claims(incident))
    graded = whole(incident, "killed") or whole(incident, "injured")
    side = people.sides[0] if len(people.sides) == 1 else None
    yield {
        "previous_codes": "; ".join(incident.aliases) or None,
        "date": Cell(value=incident.first, claims=days),
        "date_end": Cell(value=incident.last, claims=days),
        **located(incident, _where),
        "strike_type": _strike(incident),
        "targeted_belligerent": Cell(value=side, claims=people.combatants),
        "civilian_harm_status": _grade(incident, graded),
    }


def _where(place: Place, country: Country | None) -> dict[str, Scalar]:
    said: dict[str, Scalar] = {
        "country": country.name if country else None,
        "location_name": described(place),
        "latitude": place.lat,
        "longitude": place.lon,
        "geolocation_accuracy": _ACCURACY.get(place.precision),
    }
    return said


def _strike(incident: Incident) -> Cell:
    """Return Airwars' word for the kind of strike, else the record's own."""
    weapons = {a.value.name.casefold() for a in incident.weapons}
    claims = tuple(c for a in incident.weapons for c in a.claims)
    kind = incident.sub_event_type or incident.event_type
    if kind == "Air/drone strike" and weapons == {"drone"}:
        return Cell(value="Drone Strike", claims=claims)
    return Cell(value=_STRIKES.get(kind, kind), claims=claims)


def _grade(incident: Incident, figure: Figure | None) -> Cell:
    if figure is None or figure.grade is None or not incident.policy.startswith(_POLICY):
        return Cell()
    return Cell(value=figure.grade.capitalize(), claims=figure.claims)


def _casualties(incident: Incident, _known: Told) -> Iterator[_Said]:
    """Yield a row for all and one for each kind of people counted: parts of it, not to be added."""
    figures = [f for f in incident.tolls if f.outcome in {"killed", "injured"}]
    for people in dict.fromkeys(f.people.bare() for f in figures):
        killed = part(incident, "killed", people)
        injured = part(incident, "injured", people)
        yield {
            "casualty_type": _EVERYBODY if people == People() else people_words(people),
            "killed_min": low(killed),
            "killed_max": high(killed),
            "injured_min": low(injured),
            "injured_max": high(injured),
        }


def _belligerents(incident: Incident, _known: Told) -> Iterator[_Said]:
    """Yield who is held responsible: known who owns the act alone, suspected whoever is blamed."""
    parties = [h for h in held(incident) if h.is_held]
    for party in parties:
        sure = party.owned and _is_alone(party, parties)
        yield {
            "belligerent": Cell(value=party.party, claims=party.claims),
            "type": Cell(value="Known" if sure else "Suspected", claims=party.claims),
            "assessment": Cell(value=party.words, claims=party.claims),
        }


def _is_alone(party: Held, parties: Iterable[Held]) -> bool:
    return all(other is party for other in parties) and not party.denied


def _sources(incident: Incident, known: Told) -> Sequence[_Said]:
    return [
        {
            "name": source.publisher,
            "language": source.language,
            "url": source.url,
            "archive_url": source.archive_url,
        }
        for source in known.sources(incident)
    ]
