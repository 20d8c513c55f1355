"""The publishers of a record -> how much each told, how often alone, how often contested."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cenotaph.model import Incident, Publisher, plain
from cenotaph.reconcile.terms import Terms
from cenotaph.web.present import Now


class Told(NamedTuple):
    """What one publisher contributed."""

    name: str  # "" for accounts of which nobody says who published them
    accounts: int
    copies: int  # of them, those that copy another account
    incidents: int  # that any of them tells of
    alone: int  # of those, incidents that no other independent source tells of
    contested: int  # incidents with a contested figure that its accounts give a side of
    owner: str
    reliable: str  # "yes", "no", "" where nobody said


def told(now: Now, terms: Terms) -> list[Told]:
    """Return every publisher, the one with most accounts first."""
    publisher = {d: c.publisher or "" for d, c in now.captures.items()}
    spelled = {plain(name): name for name in sorted(publisher.values(), reverse=True)}
    accounts = Counter(plain(p) for p in publisher.values())
    copies = Counter(plain(publisher[d]) for d in now.copies if d in publisher)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for incident in now.record.incidents:
        for name, counts in _of(incident, publisher, now):
            found[name].update(counts)
    known = {plain(p.name): p for p in terms.publishers}
    names = sorted(accounts, key=lambda n: (-accounts[n], n))
    return [
        Told(
            name=spelled[name],
            accounts=accounts[name],
            copies=copies[name],
            incidents=found[name]["incidents"],
            alone=found[name]["alone"],
            contested=found[name]["contested"],
            owner=(known[name].owner or "") if name in known else "",
            reliable=_words(known[name].reliable) if name in known else "",
        )
        for name in names
    ]


def lines(publishers: Iterable[Publisher]) -> str:
    """Return what is to stand in cenotaph.toml for publishers of which something is set."""
    parts = []
    for one in sorted(publishers, key=lambda p: p.name):
        if one.owner is None and one.reliable is None:
            continue
        rows = [f"[publishers.{_quoted(one.name)}]"]
        if one.owner is not None:
            rows.append(f"owner = {_quoted(one.owner)}")
        if one.reliable is not None:
            rows.append(f"reliable = {str(one.reliable).lower()}")
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def changed(form: Mapping[str, str], terms: Terms) -> list[Publisher]:
    """Return the publishers as a form has them, with those set before that it does not name."""
    numbers = sorted(int(n[5:]) for n in form if n.startswith("name-") and n[5:].isdecimal())
    given = {
        plain(form[f"name-{n}"]): Publisher(
            name=form[f"name-{n}"],
            owner=" ".join(form.get(f"owner-{n}", "").split()) or None,
            reliable={"yes": True, "no": False}.get(form.get(f"reliable-{n}", "")),
        )
        for n in numbers
        if form[f"name-{n}"]
    }
    before = [p for p in terms.publishers if plain(p.name) not in given]
    return [*before, *given.values()]


def _of(
    incident: Incident, publisher: Mapping[str, str], now: Now
) -> Iterable[tuple[str, Counter[str]]]:
    """Yield what an incident counts for each publisher that tells of it."""
    tellers = {plain(publisher.get(d, "")) for d in incident.accounts}
    claims = {c for t in incident.tolls if t.status == "contested" for c in t.claims}
    sides = {plain(publisher.get(now.claims[c].document, "")) for c in claims if c in now.claims}
    for name in tellers:
        counts = Counter({"incidents": 1})
        counts["alone"] = int(incident.independent_sources == 1)
        counts["contested"] = int(name in sides)
        yield name, counts


def _words(reliable: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[reliable]


def _quoted(words: str) -> str:
    """Return a TOML string: its escapes are those of JSON, but for a stray surrogate."""
    return json.dumps(words.encode("utf-8", "replace").decode(), ensure_ascii=False)
