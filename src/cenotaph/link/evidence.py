"""Two tellings -> bits for and against one incident, each with its reason in words."""

from __future__ import annotations

from typing import NamedTuple

from cenotaph.link.cluster import THRESHOLD
from cenotaph.link.compare import COMPARISONS
from cenotaph.link.profile import Profile
from cenotaph.link.weights import Weights, shipped
from cenotaph.model import sayings


class Evidence(NamedTuple):
    """Bits for (or, below zero, against) one incident, and why."""

    bits: float
    why: str


def bits(a: Profile, b: Profile, weights: Weights | None = None) -> float:
    """Return the sum of all that is compared, set against how few pairs tell of one incident.

    Bits are evidence, not a probability: `Weights.certainty` says how often so many are right.
    """
    return (weights or shipped()).total(a, b)


def evidence(a: Profile, b: Profile, weights: Weights | None = None) -> tuple[Evidence, ...]:
    """Return what each comparison has to say; one that says nothing either way is left out."""
    known = weights or shipped()
    worth = dict(known.worth)
    found = []
    for compare in COMPARISONS:
        level = compare(a, b)
        if level is None or compare not in worth:
            continue
        name = compare.__name__
        words = known.words.get((name, level), f"{name}: {level}")
        found.append(Evidence(worth[compare].get(level, 0.0), words.format(**_details(name, a, b))))
    return tuple(e for e in found if e.bits)


def in_words(a: Profile, b: Profile, weights: Weights | None = None) -> str:
    """Return all that speaks for and against one incident, weightiest first, and how sure it is."""
    known = weights or shipped()
    found = sorted(evidence(a, b, known), key=lambda e: (-abs(e.bits), e.why))
    whole = known.total(a, b)
    reasons = ", ".join(sayings.REASON.format(why=e.why, bits=f"{e.bits:+.1f}") for e in found)
    said = sayings.WEIGHED.format(reasons=reasons, bits=f"{whole:+.1f}", less=f"{-known.prior:g}")
    if whole >= THRESHOLD:
        said += "; " + sayings.SURE.format(share=f"{known.certainty(whole):.0%}")
    if known.name != shipped().name:
        said += "; " + sayings.BY_PARAMETERS.format(name=known.name)
    return said


def _details(name: str, a: Profile, b: Profile) -> dict[str, str]:
    """Return what the words of a reason may name: figures and kinds, never a person."""
    if name in {"killed", "injured"}:
        x, y = getattr(a, name), getattr(b, name)
        return {"a": str(x[0]), "b": str(y[0])}
    if name == "target":
        return {"what": min(a.targets & b.targets, default="")}
    if name == "weapon":
        return {"what": min(a.weapons & b.weapons, default="")}
    if name == "kind":
        return {"what": min(a.subkinds & b.subkinds, default="").lower()}
    return {}
