"""The site's page of how the record was made, from what the record knows of it."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cenotaph.model import Incident, Record
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.skipping import skipped

_COUNTED = (
    "Figures are compared only with figures for the same people and outcome. What contradicts"
    " stands side by side; nothing is averaged. Cumulative figures are added to no incident."
)


class Part(NamedTuple):
    """One part of the note: paragraphs, then rows of figures."""

    title: str
    words: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the page."""
    yield frame.page(
        "method",
        "method.html",
        parts=_parts(material.record, material.incidents, frame.carried),
        skipped=skipped(material.record, material.quoting),
        digest=material.record.digest,
    )


def _parts(record: Record, incidents: Sequence[Incident], carried: str) -> list[Part]:
    version = importlib.metadata.version("cenotaph")
    return [
        Part(
            "Sources",
            (_published(record),),
            (
                ("Accounts", _count(len(record.accounts))),
                ("of them copies of another", _count(len(record.copies_of))),
                ("Times received", _count(len(record.captures))),
                *_counted(c.source_kind or "kind not given" for c in record.captures),
            ),
        ),
        Part(
            "Counting",
            (
                f"Policy {record.policy}; software version {version}. {carried}",
                _COUNTED,
            ),
            (
                ("Incidents", _count(len(incidents))),
                ("Running totals", _count(len(record.series))),
                *_counted(f.status for i in incidents for f in i.tolls),
            ),
        ),
        Part(
            "Review",
            ("What a machine read and no person checked says so on its page.",),
            (
                ("Machine reading only", _share(incidents, "machine")),
                ("Partly checked by a person", _share(incidents, "partly")),
                ("Checked by a person", _share(incidents, "reviewed")),
                ("Decisions", _count(len(record.decisions))),
                *_counted(d.verdict for d in record.decisions),
            ),
        ),
        Part(
            "Conflicts",
            ("Shown on the incidents' pages with both sentences side by side.",),
            _counted(c.kind for i in incidents for c in i.conflicts),
        ),
    ]


def _published(record: Record) -> str:
    days = sorted(c.published[:10] for c in record.captures if c.published)
    undated = sum(c.published is None for c in record.captures)
    words = f"Published from {days[0]} to {days[-1]}." if days else "No account is dated."
    return f"{words} {undated:,} without a day of publication." if undated and days else words


def _counted(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    ordered = sorted(Counter(names).items(), key=lambda kv: (-kv[1], kv[0]))
    return tuple((name, _count(number)) for name, number in ordered)


def _share(incidents: Sequence[Incident], review: str) -> str:
    number = sum(i.review == review for i in incidents)
    percent = f" ({100 * number / len(incidents):.0f}%)" if incidents else ""
    return f"{_count(number)}{percent}"


def _count(number: int) -> str:
    return f"{number:,}"
