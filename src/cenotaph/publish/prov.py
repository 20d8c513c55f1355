"""`prov`: what each published figure was made from, as PROV-JSON.

https://www.w3.org/submissions/prov-json/ Raw bytes -> document -> claim -> incident or series ->
row, each derived from the one before; extractors, the software and people as agents, decisions as
activities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Decision,
    Figure,
    Incident,
    Record,
    Series,
    Span,
    in_force,
    quoted,
    withheld,
    without_names,
)
from cenotaph.publish import (
    Options,
    Shape,
    accidents,
    discreet,
    hidden_names,
    homes,
    judgments,
    names_told,
    shown,
    urn,
    without_addresses,
)

SHAPE: Shape = "stream"
_PREFIXES = ("raw", "document", "claim", "incident", "series", "row", "record")
_PERSON = "person"  # the extractor of claims that people made
_ACTIVITIES = ("decision", "reckoning", "extractor", "software", "person")

Attributes = dict[str, object]


class _Graph:
    """Collects the parts of one PROV document; relations are numbered in the order they come."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Attributes]] = {}
        self._relations = 0

    def put(self, part: str, name: str, attributes: Mapping[str, object]) -> None:
        """Add an entity, agent or activity; what is not known is left out."""
        known = {key: value for key, value in attributes.items() if value is not None}
        self.parts.setdefault(part, {})[name] = known

    def relate(self, kind: str, **ends: object) -> None:
        """Add a relation; ends are named as PROV-JSON names them."""
        self._relations += 1
        named = {f"prov:{end}": value for end, value in ends.items()}
        self.parts.setdefault(kind, {})[f"_:r{self._relations}"] = named

    def derive(self, made: str, sources: Iterable[str], how: str | None = None) -> None:
        """Say of what an entity was made, each source once."""
        kind = {} if how is None else {"type": _name(how)}
        for source in dict.fromkeys(sources):
            self.relate("wasDerivedFrom", generatedEntity=made, usedEntity=source, **kind)

    def has(self, name: str) -> bool:
        """Tell whether there is an entity of that name."""
        return name in self.parts.get("entity", {})


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one PROV-JSON document."""
    graph = _Graph()
    hidden = hidden_names(record, options)
    said = discreet(record, options, hidden)
    incidents = shown(said, options)
    wanted = _wanted(record, incidents, said.series, options)
    _agents(graph, record, wanted)
    captures = [without_addresses(c, hidden) for c in record.captures]
    _documents(graph, record, captures, wanted)
    _claims(graph, record, hidden, wanted)
    people = _people(graph, record.decisions, options)
    _decisions(graph, record.decisions, people)
    for incident in incidents:
        _incident(graph, incident)
    for series in said.series:
        _series(graph, series)
    _whole(graph, record, options)
    prefixes = {name: urn(name, "") for name in (*_PREFIXES, *_ACTIVITIES)}
    whole = {"prefix": {**prefixes, "cenotaph": "urn:cenotaph:term:"}, **graph.parts}
    out.write(msgspec.json.encode(whole).decode() + "\n")


def _name(words: str) -> dict[str, str]:
    return {"$": words, "type": "xsd:QName"}


def _agents(graph: _Graph, record: Record, wanted: frozenset[str]) -> None:
    software = {"prov:type": _name("prov:SoftwareAgent"), "prov:label": "Cenotaph"}
    graph.put("agent", "software:cenotaph", software)
    found = {c.extractor for a in record.accounts for c in a.claims if c.id in wanted}
    for extractor in sorted(found - {_PERSON}):
        of = {"prov:type": _name("prov:SoftwareAgent"), "prov:label": f"Cenotaph, {extractor}"}
        graph.put("agent", f"extractor:{extractor}", of)


def _documents(
    graph: _Graph, record: Record, captures: Iterable[Capture], wanted: frozenset[str]
) -> None:
    """Add the documents that claims stand in, and what each came from."""
    for account in record.accounts:
        if any(c.id in wanted for c in account.claims):
            what = {"prov:type": _name("cenotaph:document")}
            graph.put("entity", f"document:{account.document.id}", what)
    _captures(graph, captures)
    for kind, pairs in (("cenotaph:copy", record.copies_of), ("prov:Revision", record.replaces)):
        for made, source in ((f"document:{m}", f"document:{s}") for m, s in pairs):
            if graph.has(made) and graph.has(source):
                graph.derive(made, [source], kind)


def _captures(graph: _Graph, captures: Iterable[Capture]) -> None:
    """Add the bytes that documents were read from, each once however often they came in."""
    received: dict[str, list[Capture]] = {}
    for capture in captures:
        if graph.has(f"document:{capture.document}"):
            received.setdefault(capture.raw, []).append(capture)
    for raw, same in received.items():
        graph.put("entity", f"raw:{raw}", _received(same))
        for document in dict.fromkeys(c.document for c in same):
            graph.derive(f"document:{document}", [f"raw:{raw}"])


def _received(captures: Iterable[Capture]) -> Attributes:
    """Return what is known of bytes that came in, perhaps more than once."""
    told = (
        "ref", "publisher", "source_kind", "published", "captured", "url", "archive_url",
    )  # fmt: skip
    found: Attributes = {"prov:type": _name("cenotaph:raw")}
    for name in told:
        values = [v for v in dict.fromkeys(getattr(c, name) for c in captures) if v is not None]
        found[f"cenotaph:{name}"] = values[0] if len(values) == 1 else values or None
    return found


def _wanted(
    record: Record, incidents: Iterable[Incident], series: Iterable[Series], options: Options
) -> frozenset[str]:
    """Return the claims that are printed: all, or those judged and those that figures stand on."""
    cited = {c for i in incidents for c in _cited(i)} | {c for s in series for c in s.claims}
    left_out = frozenset() if options.accidents else accidents(record)
    home, judged = homes(record), judgments(record)
    return frozenset(
        claim.id
        for account in record.accounts
        for claim in account.claims
        if claim.id in cited
        or (
            home.get(claim.about or "") not in left_out
            and (not options.only_reviewed or claim.id in judged)
        )
    )


def _cited(incident: Incident) -> Iterator[str]:
    """Yield the claims that anything said of an incident stands on."""
    places = [incident.place] if incident.place else []
    for figure in incident.tolls:
        yield from figure.claims
    for attribute in (*places, *incident.targets, *incident.weapons):
        yield from attribute.claims
    for blame in incident.responsibility:
        yield from blame.claims
    for conflict in incident.conflicts:
        yield from conflict.claims
    for _, claims in incident.victims:
        yield from claims


def _claims(graph: _Graph, record: Record, hidden: frozenset[str], wanted: frozenset[str]) -> None:
    for account in record.accounts:
        spans = withheld(account, hidden)
        for claim in without_names(account.claims, hidden):
            if claim.id in wanted:
                name = f"claim:{claim.id}"
                graph.put("entity", name, _said(claim, account, spans))
                graph.derive(name, [f"document:{claim.document}"], "prov:Quotation")
                if claim.extractor != _PERSON:
                    agent = f"extractor:{claim.extractor}"
                    graph.relate("wasAttributedTo", entity=name, agent=agent)


def _said(claim: Claim, account: Account, hidden: tuple[Span, ...]) -> Attributes:
    return {
        "prov:type": _name(f"cenotaph:{type(claim.value).__name__.lower()}"),
        "prov:value": quoted(account, claim.evidence, hidden),
        "cenotaph:in": claim.evidence.part,
        "cenotaph:start": claim.evidence.start,
        "cenotaph:end": claim.evidence.end,
        "cenotaph:stance": claim.stance,
        "cenotaph:voice": claim.voice,
        "cenotaph:speaker": claim.speaker.name if claim.speaker else None,
        "cenotaph:says": msgspec.json.encode(claim.value).decode(),
    }


def _people(graph: _Graph, decisions: Iterable[Decision], options: Options) -> dict[str, str]:
    """Add those who decided, in the order in which they first did; named only with names."""
    everyone = dict.fromkeys(d.reviewer for d in sorted(decisions, key=lambda d: d.seq))
    people = {name: f"person:{number}" for number, name in enumerate(everyone, 1)}
    for name, agent in people.items():
        label = name if options.names else f"Reviewer {agent.partition(':')[2]}"
        graph.put("agent", agent, {"prov:type": _name("prov:Person"), "prov:label": label})
    return people


def _decisions(graph: _Graph, decisions: Iterable[Decision], people: Mapping[str, str]) -> None:
    """Add each decision; a claim that a person made comes of it, others are what it is about."""
    force = {d.id for d in in_force(decisions)}
    for decision in decisions:
        act = f"decision:{decision.id}"
        when = {"prov:startTime": decision.at, "prov:endTime": decision.at}
        verdict = {"cenotaph:verdict": decision.verdict, "cenotaph:holds": decision.id in force}
        graph.put("activity", act, {**when, **verdict})
        graph.relate("wasAssociatedWith", activity=act, agent=people[decision.reviewer])
        made = decision.subjects[-1] if decision.verdict in {"add", "correct"} else None
        for subject in (f"claim:{s}" for s in decision.subjects if s != made):
            if graph.has(subject):
                graph.relate("used", activity=act, entity=subject)
        if made is not None and graph.has(f"claim:{made}"):
            graph.relate("wasGeneratedBy", entity=f"claim:{made}", activity=act)
            agent = people[decision.reviewer]
            graph.relate("wasAttributedTo", entity=f"claim:{made}", agent=agent)


def _incident(graph: _Graph, incident: Incident) -> None:
    name = f"incident:{incident.id}"
    what: Attributes = {
        "prov:type": _name("cenotaph:incident"),
        "prov:label": incident.title,
        "cenotaph:review": incident.review,
    }
    graph.put("entity", name, what)
    graph.derive(name, (f"claim:{c}" for c in _cited(incident)))
    for decision in incident.decisions:
        graph.relate("wasInfluencedBy", influencee=name, influencer=f"decision:{decision}")
    for number, figure in enumerate(incident.tolls, 1):
        _row(graph, f"row:{incident.id}.{number}", name, figure, incident.policy)


def _series(graph: _Graph, series: Series) -> None:
    name = f"series:{series.id}"
    what: Attributes = {"prov:type": _name(f"cenotaph:{series.scope}")}
    graph.put("entity", name, what)
    graph.derive(name, (f"claim:{c}" for c in series.claims))
    _row(graph, f"row:{series.id}", name, series, series.policy)


def _row(graph: _Graph, row: str, of: str, figure: Figure | Series, policy: str) -> None:
    """Add one figure as published; what it does not give is left out, never 0."""
    told = ("outcome", "low", "high", "best", "approximate", "vague", "status", "sources")
    people = msgspec.json.encode(msgspec.structs.asdict(figure.people)).decode()
    graph.put(
        "entity",
        row,
        {
            "prov:type": _name("cenotaph:row"),
            **{f"cenotaph:{name}": getattr(figure, name, None) for name in told},
            "cenotaph:people": people,
            "cenotaph:policy": policy,
        },
    )
    graph.derive(row, [of, *(f"claim:{c}" for c in figure.claims)])


def _whole(graph: _Graph, record: Record, options: Options) -> None:
    """Add the record as the collection of its rows, and how it came about."""
    whole, reckoning = f"record:{record.digest}", f"reckoning:{record.digest}"
    names = names_told(options)
    rows = [name for name in graph.parts.get("entity", {}) if name.startswith("row:")]
    what: Attributes = {"prov:type": _name("prov:Collection"), "cenotaph:names": names}
    graph.put("entity", whole, what)
    graph.put("activity", reckoning, {"cenotaph:policy": record.policy})
    graph.relate("wasAssociatedWith", activity=reckoning, agent="software:cenotaph")
    graph.relate("wasGeneratedBy", entity=whole, activity=reckoning)
    for row in rows:
        graph.relate("hadMember", collection=whole, entity=row)
