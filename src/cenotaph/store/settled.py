"""What a policy made of dossiers and of running totals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cenotaph.store.told import digest, parts


class Settled:
    """The rows of `incidents`, `counted`, `units` and `series`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def set_incident(self, dossier: int, policy: str, incident: tuple[str, str, bytes]) -> None:
        """Keep an incident: (id, day, body)."""
        row = (dossier, policy, *incident, digest(incident[2]))
        self._db.execute("INSERT OR REPLACE INTO incidents VALUES (?, ?, ?, ?, ?, ?)", row)

    def incidents(self, policy: str) -> Iterator[bytes]:
        """Yield a policy's incidents, by day and id."""
        query = "SELECT body FROM incidents WHERE policy = ? ORDER BY day, id"
        yield from (body for (body,) in self._db.execute(query, (policy,)))

    def of_dossiers(self, dossiers: Iterable[int], policy: str) -> dict[int, bytes]:
        """Return what a policy made of some dossiers."""
        query = (
            "SELECT dossier, body FROM incidents"
            " WHERE policy = ?1 AND dossier IN (SELECT value FROM json_each(?2))"
        )
        rows = (row for part in parts(dossiers) for row in self._db.execute(query, (policy, part)))
        return dict(row for row in rows)

    def other_incidents(
        self, policy: str, dossiers: set[int], most: int
    ) -> Iterator[Sequence[int]]:
        """Yield the dossiers of a policy's other incidents, so many at once."""
        query = "SELECT dossier FROM incidents WHERE policy = ? ORDER BY dossier"
        every = [n for (n,) in self._db.execute(query, (policy,)) if n not in dossiers]
        yield from (every[start : start + most] for start in range(0, len(every), most))

    def put_bodies(self, policy: str, bodies: Mapping[int, bytes]) -> None:
        """Keep other words of incidents that are what they were."""
        self._db.executemany(
            "UPDATE incidents SET body = ?, digest = ? WHERE dossier = ? AND policy = ?",
            ((body, digest(body), n, policy) for n, body in bodies.items()),
        )

    def other_units(self, policy: str, units: set[str]) -> list[str]:
        """Return the units of a policy's other series."""
        query = "SELECT DISTINCT unit FROM series WHERE policy = ? ORDER BY unit"
        return [unit for (unit,) in self._db.execute(query, (policy,)) if unit not in units]

    def of_unit(self, unit: str, policy: str) -> list[bytes]:
        """Return what a policy made of a unit."""
        query = "SELECT body FROM series WHERE unit = ? AND policy = ? ORDER BY id"
        return [body for (body,) in self._db.execute(query, (unit, policy))]

    # -- what is no incident's

    def count(self, told: int, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep what an account adds to series: (unit, the account cut to it)."""
        self._db.executemany(
            "INSERT INTO counted VALUES (?, ?, ?)", ((unit, told, body) for unit, body in rows)
        )

    def discount(self, told: int) -> set[str]:
        """Forget what an account adds to series; return the units it was in."""
        query = "SELECT unit FROM counted WHERE told = ?"
        units = {unit for (unit,) in self._db.execute(query, (told,))}
        self._db.execute("DELETE FROM counted WHERE told = ?", (told,))
        return units

    def units_of(self, told: Iterable[int]) -> set[str]:
        """Return the units that some accounts are in."""
        query = "SELECT unit FROM counted WHERE told IN (SELECT value FROM json_each(?))"
        return {unit for part in parts(told) for (unit,) in self._db.execute(query, (part,))}

    def counted(self, unit: str) -> list[bytes]:
        """Return the accounts of a unit, each cut to it."""
        query = "SELECT body FROM counted WHERE unit = ? ORDER BY told"
        return [body for (body,) in self._db.execute(query, (unit,))]

    def touch(self, units: Iterable[str], stamp: int) -> None:
        """Note that units must be reconciled anew."""
        rows = ((unit, stamp) for unit in units)
        self._db.executemany("INSERT OR REPLACE INTO units VALUES (?, ?)", rows)

    def newer(self, stamp: int) -> list[str]:
        """Return the units that changed after a refreshing."""
        query = "SELECT unit FROM units WHERE stamp > ? ORDER BY unit"
        return [unit for (unit,) in self._db.execute(query, (stamp,))]

    def set_series(self, unit: str, policy: str, found: Iterable[tuple[str, bytes]]) -> None:
        """Keep a unit's series (id, body) under a policy, in place of what was."""
        self._db.execute("DELETE FROM series WHERE unit = ? AND policy = ?", (unit, policy))
        rows = ((unit, policy, key, body, digest(body)) for key, body in found)
        self._db.executemany("INSERT INTO series VALUES (?, ?, ?, ?, ?)", rows)

    def series(self, policy: str) -> Iterator[bytes]:
        """Yield a policy's series, by id."""
        query = "SELECT body FROM series WHERE policy = ? ORDER BY id"
        yield from (body for (body,) in self._db.execute(query, (policy,)))
