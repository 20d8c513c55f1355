"""Which names an output keeps to itself (CONTRACT: names of victims and of private persons)."""

from __future__ import annotations

from cenotaph.model.account import Account
from cenotaph.model.assertion import Name, Victim
from cenotaph.model.base import Span

WITHHELD = "[name withheld]"
_PUBLIC = {"official", "party", "ngo", "media"}


def withheld(account: Account, *, names: bool) -> tuple[Span, ...]:
    """Return the spans of the names to withhold, in reading order.

    With `names` only minors and survivors of sexual violence stay withheld.
    """
    hidden = withheld_names(account, names=names)
    spans = [m.span for m in account.marks if isinstance(m.value, Name) and m.value.name in hidden]
    return tuple(sorted(spans, key=lambda s: (s.part, s.start)))


def withheld_names(account: Account, *, names: bool) -> frozenset[str]:
    """Return the names to withhold, as unified in the account."""
    protected = {
        v.name.casefold()
        for v in (c.value for c in account.claims)
        if isinstance(v, Victim) and v.name and _needs_decision(v)
    }
    public = {
        c.speaker.name.casefold()
        for c in account.claims
        if c.speaker is not None and c.speaker.role in _PUBLIC
    }
    return frozenset(
        m.value.name
        for m in account.marks
        if isinstance(m.value, Name)
        and m.value.kind == "person"
        and _kept_back(m.value.name.casefold(), protected, public, names=names)
    )


def is_withheld(victim: Victim, *, names: bool) -> bool:
    """Tell whether a victim's name is withheld."""
    return victim.name is not None and (not names or _needs_decision(victim))


def quoted(account: Account, span: Span, hidden: tuple[Span, ...]) -> str:
    """Return the words of a span, each withheld name replaced by words that say so."""
    words = account.document.quote(span)
    for name in reversed([h for h in hidden if h.meets(span)]):
        start = max(name.start - span.start, 0)
        words = words[:start] + WITHHELD + words[max(name.end - span.start, 0) :]
    return words


def _needs_decision(victim: Victim) -> bool:
    """Minors and survivors of sexual violence are named by written decision only."""
    minor = victim.age is not None and victim.age < 18
    return minor or victim.outcome == "sexual violence"


def _kept_back(name: str, protected: set[str], public: set[str], *, names: bool) -> bool:
    if names:
        return any(_shares(name, p) for p in protected)
    return name not in public


def _shares(name: str, other: str) -> bool:
    """Tell whether a name is another or a part of it: "Omar Haddad", "Haddad"."""
    return name == other or name in other.split() or other in name.split()
