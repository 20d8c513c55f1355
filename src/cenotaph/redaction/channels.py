"""Every field of a record through which something may leak, and what is done with it.

A field that stands in no row stops the work, and a test: what nobody thought of is not passed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Channel = Literal[
    "as it is",  # a number, a day, a word of a closed list, a flag
    "inside",  # values, each by its own fields
    "ids",  # digests of what was said: replaced by keyed ones, wherever they stand inside
    "words",  # what somebody said or we say: everything hidden in it is replaced
    "reason",  # what a person wrote, with names that no reading knows: left out
    "remark",  # what people keep beside incidents for themselves: left out with the reason
    "held",  # what the user holds of a publisher: left out where publishers are
    "reasons",  # words of ours that are left out altogether where a profile passes on no reasons
    "questions",  # left out with the reasons
    "policy",  # a policy's name, and what the user set of publishers
    "place names",  # coarsened with the place already
    "refs", "authors", "publishers", "reviewers", "urls", "times",  # who and where from
    "published",  # a day, or what the sender wrote for one
    "language",  # a code, or what the sender wrote for one
    "spans",  # moved with the words, by account
]  # fmt: skip

_ROWS: Final[Mapping[Channel, str]] = {
    "as it is": """
        AccountIncident.event_type AccountIncident.first AccountIncident.last
        AccountIncident.sub_event_type AccountToll.approximate AccountToll.high AccountToll.low
        Attribute.contested Blame.stance Capture.source_kind
        Choice.key Choice.verdict Claim.confidence Claim.extractor Claim.first Claim.last
        Claim.shared Claim.stance Claim.voice Conflict.kind Count.approximate Count.high Count.low
        Count.over
        Decision.at Decision.seq Decision.verdict
        Derived.high Derived.low Event.event_type Event.sub_event_type
        Figure.approximate Figure.best Figure.grade Figure.high Figure.low Figure.outcome
        Figure.sources Figure.status Form.apart
        Incident.date_precision Incident.event_type Incident.first Incident.independent_sources
        Incident.last Incident.review Incident.sub_event_type
        Mention.background Mention.event_type Mention.sub_event_type Mention.told Name.kind
        People.age People.sex People.status Place.admin1 Place.country Place.geonames Place.lat
        Place.lon Place.precision Publisher.reliable Question.change Question.kind Quotation.direct
        Reported.day Reported.outcome Reported.overtaken
        Series.approximate Series.cause Series.high Series.low Series.outcome
        Series.scope Series.sources Series.status Skipped.end Skipped.part Skipped.start
        Span.end Span.part Span.start Speaker.role
        Target.damage Toll.as_of_day Toll.cause Toll.outcome Toll.scope
        Toll.since_day Victim.age Victim.outcome Victim.sex When.first When.last When.lean
        When.precision When.quoted When.timex When.value
    """,
    "inside": """
        AccountIncident.injured AccountIncident.killed AccountIncident.missing
        AccountIncident.place Account.claims Account.document Account.form Account.marks
        Account.mentions
        Account.skipped Attribute.alternatives Attribute.value Choice.value Claim.speaker
        Claim.value Decision.value Figure.people Figure.sides Incident.conflicts Incident.place
        Incident.reports Incident.responsibility Incident.targets Incident.tolls Incident.weapons
        Mark.value Numeral.count Question.choices Record.accounts Record.captures
        Record.decisions Record.incidents Record.series Reported.count Reported.people
        Series.conflicts Series.people Series.place Series.reports Statement.derived Toll.count
        Toll.people
    """,
    "ids": """
        AccountIncident.fallen AccountIncident.incident AccountIncident.outdated AccountToll.claims
        Attribute.claims
        Blame.claims Capture.document Capture.raw Choice.subjects Choice.supersedes Claim.about
        Claim.adds_to Claim.document Claim.id Claim.of Claim.part_of Conflict.claims Decision.id
        Decision.part_of Decision.subjects Decision.supersedes Derived.of Document.id Figure.claims
        Incident.accounts Incident.aliases Incident.decisions Incident.id Incident.said
        Incident.victims
        Mention.document Mention.event Mention.id Question.claims Question.subjects
        Record.copies_of Record.digest Record.replaces Record.stories Reported.claims
        Reported.document Series.claims Series.id Series.said
    """,
    "words": """
        AccountIncident.parties AccountToll.vague Blame.party Blame.speaker Conflict.text
        Count.vague Document.text Document.title Figure.vague Incident.title Name.name
        People.roles People.side People.words Place.relation Quotation.speaker
        Remark.code Remark.tags Remark.words
        Reported.speaker Responsibility.party Series.since Series.speaker Skipped.why
        Speaker.name Speaker.side Speaker.via Target.name Toll.as_of Toll.since Victim.name
        Victim.role Victim.words Weapon.name When.words When.time Series.as_of Target.category
        Statement.topic
    """,
    "reason": "Decision.reason",
    "remark": "Choice.remark Decision.remark",
    "held": "Decision.publisher",
    "reasons": "Incident.because Question.because Question.text Choice.words",
    "questions": "Record.questions",
    "policy": "Figure.notes Incident.policy Record.policy Series.policy",
    "refs": "Capture.ref Form.table Incident.refs",
    "authors": "Capture.author",
    "publishers": "Capture.publisher Publisher.name Publisher.owner",
    "reviewers": "Capture.taken_by Decision.reviewer",
    "place names": "Place.name",
    "urls": "Capture.url Capture.archive_url",
    "times": "Capture.captured",
    "published": "Capture.published",
    "language": "Capture.language",
    "spans": """
        Claim.evidence Claim.sentence Mark.span Mention.span Quotation.cue Quotation.source
        Speaker.span
    """,
}  # fmt: skip

CHANNELS: Final[Mapping[str, Channel]] = MappingProxyType(
    {field: channel for channel, fields in _ROWS.items() for field in fields.split()}
)
"""By class and field: "Capture.ref"."""


def channel(kind: str, field: str) -> Channel:
    """Return the channel of a class's field; TypeError where none was given one."""
    found = CHANNELS.get(f"{kind}.{field}")
    if found is None:
        raise TypeError(f"{kind}.{field}: has no channel; redaction/channels.py must give it one")
    return found
