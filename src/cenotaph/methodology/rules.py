"""Definitions, and what is included and excluded, as the counting does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cenotaph.methodology.made import Asked
from cenotaph.methodology.parts import Block, Items, Section, Table, many
from cenotaph.model import ACCIDENT, Incident, Record

_OUTCOMES = {
    "killed": "killed by the violence itself or later of its wounds, dead attackers included",
    "injured": "hurt and living; who died later is counted as killed only",
    "missing": "missing, and missing presumed dead",
    "displaced": "driven from home",
    "detained": "arrested or held by an authority",
    "abducted": "taken or held by force",
    "tortured": "told to have been tortured",
    "sexual violence": "told to have suffered sexual violence",
    "buried": "bodies buried or found: a stock, no incident's dead",
    "casualties": "killed or injured where the account does not part them; never read as killed",
}
_TERMS = (
    ("incident", "one moment in time and place with one kind of violence"),
    ("account", "one text as one publisher gave it at one time"),
    ("claim", "what one voice says in one sentence, with the words it stands on"),
    ("independent source", "what is no copy of, and takes its figure from no origin of, another"),
    ("agreed", "all independent sources can be right at once"),
    ("contested", "figures that cannot both hold"),
    ("updated", "later reports give a higher figure and none repeats the lower"),
    ("at least 17", "17 and no ceiling; “dozens” and the like keep the word and a floor"),
    ("empty", "nobody said; it is not zero. Zero is written where somebody says nobody was hurt"),
)


def definitions(incidents: Sequence[Incident]) -> Section:
    """Return what the record's words mean: outcomes and kinds of events that occur, terms."""
    used = {f.outcome for i in incidents for f in i.tolls}
    outcomes = tuple((k, words) for k, words in _OUTCOMES.items() if k in used)
    kinds = sorted({i.event_type for i in incidents})
    blocks: list[Block] = [Table(("Term", "Meaning"), _TERMS)]
    if outcomes:
        blocks.append(Table(("Outcome", "Meaning"), outcomes))
    if kinds:
        blocks.append(
            "Kinds of events are ACLED's; harm without violence is an accident or disaster. In"
            f" this record: {'; '.join(kinds)}."
        )
    return Section("Definitions", tuple(blocks))


def inclusion(record: Record, incidents: Sequence[Incident], asked: Asked) -> Section:
    """Return what is in, what is out by rule, and what was left out of this output."""
    return Section(
        "Inclusion and exclusion",
        (
            (
                "Included is every incident that an account handed in reports as having harmed"
                " people, anywhere and at any time, and every running total told."
            ),
            Items(
                (
                    (
                        "Not counted: what is feared, planned, rehearsed, foiled, told as a"
                        " ratio, in a film or a game; a figure nobody gives (“many more”); what"
                        " is under investigation."
                    ),
                    (
                        "Not in an incident's dead: deaths by hunger, cold or want of medicine"
                        " (figures of their own); bodies found or buried; unborn children;"
                        " missing people."
                    ),
                    "A part (“including three children”) is never added to its whole.",
                    "A figure for a period or since a day is no incident's.",
                )
            ),
            *_left_out(record, incidents, asked),
        ),
    )


def _left_out(record: Record, incidents: Sequence[Incident], asked: Asked) -> Iterable[Block]:
    gone = len(record.incidents) - len(incidents)
    yield f"This note is of {many(len(incidents), 'incident')}; {gone:,} of the record left out:"
    why = []
    if not asked.accidents:
        number = sum(i.event_type == ACCIDENT for i in record.incidents)
        why.append(f"those without violence: road accidents, weather, disease ({number:,})")
    if asked.only_reviewed:
        number = sum(i.review != "reviewed" for i in record.incidents)
        why.append(f"those of which a person has not judged every claim ({number:,})")
    yield Items(tuple(why) or ("nothing was asked to be left out.",))
    yield f"Names of victims and of private persons: {asked.names}." + (
        f" Redacted by {asked.profile}." if asked.profile else ""
    )
