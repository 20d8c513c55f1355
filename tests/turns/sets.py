"""Sets of accounts composed by lot: some papers' accounts of a few incidents, near to one another.

Which accounts tell of which incident, what stands of their figures, which text is a copy of which,
and where two sides disagree is known by construction.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from sets_scenes import Happened, happened
from sets_tellings import (
    FILLS,
    SPEAKERS,
    by_district,
    dayless,
    later,
    report,
    rivaled,
    rounded,
    trimmed,
)  # fmt: skip
from wire_scenes import LEADS

_PAPERS = (
    "Courier", "Herald", "Observer", "Tribune", "Gazette", "Standard", "Monitor", "Dispatch",
    "Examiner", "Chronicle", "Sentinel", "Record", "Argus", "Mercury", "Echo", "Star", "Beacon",
    "Register", "Ledger", "Advertiser", "Telegraph", "Messenger", "Clarion", "Guide",
)  # fmt: skip


@dataclass
class Paper:
    """One account of a set."""

    ref: str
    publisher: str
    published: date
    text: str
    title: str | None
    tells: list[tuple[str, int]]  # incidents, main one first, and the dead that it gives of each
    way: str
    copy_of: str | None = None


@dataclass
class Set:
    """Accounts, and the incidents that they tell of."""

    papers: list[Paper]
    incidents: list[Happened] = field(default_factory=list)


def composed(lot: random.Random) -> Set:
    """Return 3 to 12 accounts of 2 to 4 incidents."""
    made = _Making(lot, happened(lot, lot.randint(2, 4)))
    for one in made.incidents:
        made.tell(one)
    if lot.random() < 0.6:
        made.round_up()
    for one in made.incidents[: lot.randint(1, 2)]:
        made.follow(one)
    return Set(made.papers, made.incidents)


class _Making:
    """A set in the making."""

    def __init__(self, lot: random.Random, incidents: list[Happened]) -> None:
        self.lot, self.incidents = lot, incidents
        self.papers: list[Paper] = []
        self._names = [f"{p} {n}" for p in _PAPERS for n in ("Daily", "Weekly")]
        lot.shuffle(self._names)
        self._fills = lot.sample(FILLS, len(FILLS))  # no two accounts share one
        self._leads = lot.sample(LEADS, len(LEADS))
        for one in incidents:
            one.speaker = lot.choice(SPEAKERS)

    def tell(self, one: Happened) -> None:
        """Have one to three papers tell the news, and perhaps one copy it, shortened."""
        lot = self.lot
        day = one.day + timedelta(days=1)
        for n in range(lot.choice((1, 2, 2, 3))):
            lead = self._leads.pop()
            way = "news" if n == 0 else lot.choice(("news", "news", "rival", "district", "dayless"))
            if way == "rival" and one.disputed:
                way = "news"
            if (way == "district" and "city" in lead) or (
                way == "dayless" and ("Tuesday" in lead or "Monday'" in lead or "day on" in lead)
            ):
                way = "news"
            changed = {"district": by_district, "dayless": dayless}.get(way, str)(lead)
            text, title = report(one, day, lot, changed, self._fills)
            if way == "rival":
                one.disputed = True
                most = one.dead + lot.randint(4, 12)
                first, *rest = text.split("\n\n")
                text = "\n\n".join([first, rivaled(most, lot), *rest])
                one.count(day, most)
            if way == "district":
                title = None
            one.count(day, one.dead, one.hurt)
            self._add(day, text, title, [one], way)
        if lot.random() < 0.35:
            copied = self.papers[-1]
            self._add(day, trimmed(copied.text, lot), copied.title, [one], "copy", copied.ref)

    def round_up(self) -> None:
        """Have a paper tell of those that happened within a week."""
        last = max(h.day for h in self.incidents[:2])
        told = [h for h in self.incidents if 0 <= (last - h.day).days < 6]
        if len(told) < 2 or len({h.scene.noun + h.town.name for h in told}) < len(told):
            return
        day = last + timedelta(days=1)
        self.lot.shuffle(told)
        for one in told:
            one.count(day, one.dead)
        self._add(day, rounded(told, day, self.lot), "Attacks: what we know", told, "round-up")

    def follow(self, one: Happened) -> None:
        """Have papers come back to an incident: days, weeks, months, a year later."""
        lot = self.lot
        ways = [w for w in ("rose", "died", "tried", "marked") if lot.random() < 0.45]
        after = {"rose": 2, "died": lot.randint(12, 60), "tried": lot.randint(90, 300),
                 "marked": lot.choice((365, 366, 500))}  # fmt: skip
        for way in ways:
            day = one.day + timedelta(days=after[way])
            if way == "rose":
                one.dead += lot.randint(1, 8)
            if way == "died":
                one.dead, one.healed = one.dead + 1, one.healed + 1
            one.count(day, one.dead)
            self._add(day, later(one, day, lot, way, self._fills), None, [one], way)

    def _add(
        self, day: date, text: str, title: str | None, told: list[Happened], way: str,
        copy_of: str | None = None,
    ) -> None:  # fmt: skip
        self.papers.append(
            Paper(
                f"{len(self.papers):02}", self._names.pop(), day, text, title,
                [(h.key, h.dead) for h in told], way, copy_of,
            )
        )  # fmt: skip
