"""What the record makes of a set of accounts, set beside what it was composed of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from sets import Set
from sets_scenes import Happened, envelope, standing

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.link import Linked, link
from cenotaph.model import Account, Capture, Document, Incident
from cenotaph.reconcile import Reconciled, reconcile
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import beats, resolve
from readings import reading_of


@dataclass
class Judged:
    """How well a set was linked and counted, and what is wrong with it, in words."""

    hits: int = 0
    ours: int = 0
    theirs: int = 0
    right: int = 0
    records: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Judged) -> None:
        """Add another set's figures."""
        for name in ("hits", "ours", "theirs", "right", "records"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += other.faults

    @property
    def f1(self) -> float:
        """Return pairwise F1 of the links."""
        return 2 * self.hits / max(self.ours + self.theirs, 1)


def read(made: Set) -> tuple[list[Account], list[Capture]]:
    """Return a set's accounts as read, in order."""
    found = [extract(reading_of(p.text, p.title)) for p in made.papers]
    captures = [
        Capture(
            document=Document.of(p.text, p.title).id, raw="0" * 64, ref=p.ref,
            publisher=p.publisher, source_kind="news", published=p.published.isoformat(),
        )
        for p in made.papers
    ]  # fmt: skip
    received: dict[str, list[Capture]] = {}
    for capture in captures:
        received.setdefault(capture.document, []).append(capture)
    written = beats(found, received, shipped())
    resolved = [
        resolve(a, received[a.document.id], shipped(), written.get(a.document.id)) for a in found
    ]
    return resolved, captures


def judged(made: Set) -> Judged:
    """Return how well a set was linked and counted."""
    accounts, captures = read(made)
    known = list({a.document.id: a for a in accounts}.values())  # a copy may be letter for letter
    linked = link(known, captures)
    record = reconcile(linked.dossiers, known, captures, (), copies_of=linked.copies_of)
    found = Judged()
    home, misread = _homes(made, accounts, linked)
    _judge_links(home, found)
    for one in made.incidents:
        homes = Counter(h for (_, key), h in home.items() if key == one.key)
        wrong = list(_of_record(one, homes, record))
        found.records += 1
        found.right += not wrong
        cause = _cause(one, home, misread)
        found.faults += [f"{cause}: {one.key}: {w}" for w in wrong]
    found.faults += [f"copy: {c}" for c in _copies(made, captures, linked)]
    return found


def _homes(
    made: Set, accounts: Sequence[Account], linked: Linked
) -> tuple[dict[tuple[str, str], str], set[tuple[str, str]]]:
    """Return the dossier of each telling, by account and incident, and those not read right."""
    at = {m: d.id for d in linked.dossiers for m in d.mentions}
    homes, misread = {}, set()
    for paper, account in zip(made.papers, accounts, strict=True):
        told = list(stories(account))
        for n, (key, dead) in enumerate(paper.tells):
            right = [s for s in told if s.killed and dead in {s.killed.low, s.killed.high}]
            town = next(h.town for h in made.incidents if h.key == key)
            here = [s for s in right if s.place and town.name[:3] in s.place.name] or right
            if not here or (len(paper.tells) == 1 and here[0] is not told[0]):
                misread.add((paper.ref, key))
            if not here and n == 0:
                here = told[:1]
            if here:
                told.remove(here[0])
                homes[paper.ref, key] = at.get(here[0].incident or "", "none " + paper.ref)
    return homes, misread


def _judge_links(home: dict[tuple[str, str], str], found: Judged) -> None:
    for ((ref, key), here), ((ref2, key2), there) in combinations(home.items(), 2):
        same, joined = key == key2, here == there
        found.hits += same and joined
        found.ours += joined
        found.theirs += same
        if same != joined:
            found.faults.append(f"{'missed' if same else 'false'} {ref} {key} / {ref2} {key2}")


def _of_record(one: Happened, homes: Counter[str], record: Reconciled) -> Iterator[str]:
    """Yield what is wrong with the record of one incident."""
    by_id = {i.id: i for i in record.incidents}
    best = next((h for h, _ in homes.most_common() if h in by_id), None)
    if best is None:
        yield "no record"
        return
    incident = by_id[best]
    for outcome, figures in (("killed", one.killed), ("injured", one.injured)):
        wanted, got = envelope(figures), _figure(incident, outcome)
        allowed = {wanted}
        if outcome == "injured" and wanted and one.healed:
            allowed |= {(wanted[0] - one.healed, wanted[1]), (wanted[0] - one.healed,) * 2}
        if one.scene.kind == "suicide" and outcome == "killed" and wanted:
            low, high = wanted
            allowed |= {
                (a, high and b) for a, b in product((low, low + 1), (high, (high or 0) + 1))
            }
        if got not in allowed:
            yield f"{outcome} {got}, not {wanted}"
    apart = any(
        c.kind in {"ranges apart", "account against itself"} and c.text.startswith("killed")
        for c in incident.conflicts
    )
    if apart != (len({low for _, low, _ in standing(one.killed)}) > 1):
        yield f"conflict {apart}: {[c.text for c in incident.conflicts]}"


def _figure(incident: Incident, outcome: str) -> tuple[int | None, int | None] | None:
    for figure in incident.tolls:
        people = figure.people
        if figure.outcome == outcome and people == type(people)():
            return figure.low, figure.high
    return None


def _cause(one: Happened, home: dict[tuple[str, str], str], misread: set[tuple[str, str]]) -> str:
    if any(key == one.key for _, key in misread):
        return "reading"
    ours = {h for (_, key), h in home.items() if key == one.key}
    others = {h for (_, key), h in home.items() if key != one.key}
    return "linking" if len(ours) > 1 or ours & others else "reconciling"


def _copies(made: Set, captures: Sequence[Capture], linked: Linked) -> Iterator[str]:
    ref = {c.document: c.ref for c in reversed(captures)}
    document = {c.ref: c.document for c in captures}
    found = {frozenset((ref[a], ref[b])) for a, b in linked.copies_of}
    wanted = {
        frozenset((p.ref, p.copy_of))
        for p in made.papers
        if p.copy_of and document[p.ref] != document[p.copy_of]
    }
    yield from (f"not found {sorted(pair)}" for pair in wanted - found)
    yield from (f"false {sorted(pair)}" for pair in found - wanted)
