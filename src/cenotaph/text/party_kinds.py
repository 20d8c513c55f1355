"""The words of a party -> what it is: armed people of no state, a state, a group by name."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text.party_words import country_named, party_words, seat_named

INSIDE_NAMES = frozenset({"of", "the", "for", "and", "-", "de", "del", "la", "los", "'s", "’s"})


_SECRET = frozenset({"security", "intelligence", "secret"})
_DEFENDING = frozenset({"defence", "defences", "defense", "defenses"})
_SERVING = frozenset({"service", "agency", "agents"})


def is_of_state(words: Sequence[str]) -> bool:
    """Tell whether a phrase is for a state's own people by its end: "army", "security service"."""
    last, before = words[-1].lower(), {w.lower() for w in words[-2:-1]}
    served = last in _SERVING and bool(before & _SECRET)
    return last in party_words("state") or served or (last in _DEFENDING and "air" in before)


def is_party_of(words: Sequence[str]) -> bool:
    """Tell whether a country only says where a party is: "the Communist Party of Ruritania"."""
    lower = [w.lower() for w in words]
    before = lower.index("of") if "of" in lower[1:] else 0
    return lower[before - 1] in party_words("group") - party_words("state") and before > 1


def is_rebel(words: Sequence[str]) -> bool:
    """Tell whether words are for armed people of no state: "rebel forces", not "a fighter jet"."""
    lower = {w.lower() for w in words}
    return words[-1].lower() in party_words("rebel") or bool(
        lower & (party_words("rebel") - {"opposition", "fighter"})
        and words[-1].lower() in party_words("state") | party_words("arm") | party_words("group")
    )


def is_states(words: Sequence[str]) -> bool:
    """Tell whether a phrase with a country's name is the state: its last word is, or its forces.

    A bomber may be a plane; "a Ruritanian suicide bomber" is a man.
    """
    if "suicide" in {w.lower() for w in words}:
        return False
    named = any(country_named(words[-n:]) for n in (1, 2, 3, 4))
    if words[-1].lower() == "guard" and {w.lower() for w in words[-2:-1]} & party_words("guard"):
        return True
    return named or is_of_state(words) or words[-1].lower() in party_words("arm")


def is_groups(words: Sequence[str]) -> bool:
    """Tell whether a name with a country's word in it is an armed group's, not the state's forces.

    "The Free Ruritanian Army" fights Ruritania; "the Zenda Brigade" is called after its capital.
    """
    loud = all(w[:1].isupper() or w.lower() in INSIDE_NAMES for w in words)
    if loud and [w.lower() for w in words[-2:]] == ["national", "army"]:
        return len(words) > 2  # a state's or its rivals': its own name is right for both
    if {w.lower() for w in words} & {"guard", "guards"}:  # "the Ruritanian Republican Guard"
        return False
    inside = {w.lower() for w in words if w[:1].isupper()}
    named = any(country_named([w]) for w in words)
    if loud and named and inside & party_words("rival"):
        return True
    return loud and inside & party_words("unit") != set() and seat_named(words[:-1]) is not None
