"""An act of violence -> whether it only ended an attack: "guards shot two of the gunmen dead"."""

from __future__ import annotations

from cenotaph.text.acts import Act
from cenotaph.text.harms_in import told
from cenotaph.text.reading import Reading


def ended_attack(reading: Reading, act: Act) -> bool:
    """Tell whether an act harmed attackers alone, in an account that has other victims.

    Who stopped an attack is not to blame for those whom it killed; a raid on gunmen is its doers'.
    """
    own = [
        "attacker" in t.harm.phrase.people.roles
        for t in told(reading)
        if t.sentence is act.sentence and t.harm.trigger == act.word
    ]
    return bool(own) and all(own) and reading.once(_has_victims)


def _has_victims(reading: Reading) -> bool:
    """Tell whether others than attackers were harmed."""
    return any(t.is_counted and "attacker" not in t.harm.phrase.people.roles for t in told(reading))
