"""Whom an incident's claims count -> the people harmed, as tables name them."""

from __future__ import annotations

from collections.abc import Iterable

from cenotaph.model import Claim, Toll, Value

_HARMED = {"killed", "injured", "missing", "abducted", "tortured", "sexual violence", "casualties"}
# The civilians that ACLED names apart, and the roles of the record (data/persons.txt) they are.
_GROUPS = {
    "Health Workers": "doctor nurse medic physician surgeon midwife paramedic health_worker",
    "Aid Workers": "aid_worker relief_worker humanitarian_worker",
    "Journalists": "journalist reporter cameraman photographer correspondent",
    "Teachers": "teacher professor",
    "Students": "student pupil",
    "Farmers": "farmer peasant",
    "Lawyers": "lawyer",
    "Judges": "judge",
    "Refugees/IDPs": "refugee",
    "Prisoners": "prisoner detainee",
}
_BY_ROLE = {role: group for group, roles in _GROUPS.items() for role in roles.split()}


class Harmed(Value):
    """Who was harmed, as far as accounts say; each with the claims that say so."""

    civilians: tuple[str, ...] = ()  # claims that count civilians or children
    combatants: tuple[str, ...] = ()  # claims that count fighters, the attackers left out
    sides: tuple[str, ...] = ()  # whose fighters, as said
    groups: tuple[str, ...] = ()  # civilians named apart: "Women", "Journalists"


def harmed(claims: Iterable[Claim]) -> Harmed:
    """Return who was harmed, by the people that claims of an incident count; zero counts nobody.

    By claims, not by figures: a policy that counts everybody together knows no children.
    """
    told = [(c.value, c.id) for c in claims if isinstance(c.value, Toll) and _counts(c)]
    civil = [c for t, c in told if t.people.status == "civilian" or t.people.age == "children"]
    armed = [
        (t.people, c)
        for t, c in told
        if t.people.status in {"combatant", "mixed"} and not t.people.are_attackers
    ]
    sides = (p.side for p, _ in armed if p.status == "combatant")
    said = (r.replace(" ", "_") for t, _ in told for r in t.people.roles)
    women = ["Women"] if any(t.people.sex == "f" and t.people.age is None for t, _ in told) else []
    return Harmed(
        civilians=tuple(dict.fromkeys(civil)),
        combatants=tuple(dict.fromkeys(c for _, c in armed)),
        sides=tuple(dict.fromkeys(s for s in sides if s)),
        groups=tuple(dict.fromkeys([*women, *(_BY_ROLE[r] for r in said if r in _BY_ROLE)])),
    )


def _counts(claim: Claim) -> bool:
    toll = claim.value
    if not isinstance(toll, Toll) or claim.stance != "asserts":
        return False
    return toll.outcome in _HARMED and toll.count.high != 0
