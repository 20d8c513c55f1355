"""A record -> how it came about, in the five areas that Every Casualty's Standards name.

Its Standards for Casualty Recording (2016) ask for a methodology with the types of sources used,
the collection process, the evaluation of sources and information, the corroboration process and
quality control, and for definitions and criteria of inclusion and exclusion. Each sentence of a
note is about what was really done: whatever can be counted is counted in the record. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.methodology.evaluation import corroboration, evaluation
from cenotaph.methodology.made import Asked, Made
from cenotaph.methodology.parts import Block, Items, Section, Table
from cenotaph.methodology.printed import markdown
from cenotaph.methodology.quality import limits, quality_control
from cenotaph.methodology.rules import definitions, inclusion
from cenotaph.methodology.sources import collection, types_of_sources
from cenotaph.model import Incident, Record

__all__ = ["TITLE", "Asked", "Block", "Items", "Made", "Section", "Table", "markdown", "note"]

TITLE = "How this record was made"


def note(
    record: Record, incidents: Sequence[Incident], made: Made, asked: Asked
) -> tuple[Section, ...]:
    """Return the note's sections; `incidents` are those of the record that the reader is shown."""
    return (
        types_of_sources(record),
        collection(record, made, asked),
        evaluation(record, made),
        corroboration(record, incidents, made),
        quality_control(record, incidents, made, asked),
        definitions(incidents),
        inclusion(record, incidents, asked),
        limits(),
        Section(
            "Which record",
            (
                (
                    f"Record `{record.digest}`, counted under {record.policy}. Ordered after the"
                    " areas of the Standards for Casualty Recording (Every Casualty, 2016)."
                ),
            ),
        ),
    )
