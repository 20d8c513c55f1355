"""One account's words for days -> the day of each of its events, as the whole account tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cenotaph.model.account import Account, Claim
from cenotaph.model.assertion import Place, When
from cenotaph.model.groups import by_key
from cenotaph.model.telling import Telling, has_victims, tellings

Days = tuple[str | None, str | None]
_DOUBTFUL = 0.5  # confidence below which a claim is doubtful (COUNTING 20a)
_LEAST = 0.55  # confidence below which words for a day may be of anything
_TOLD = 0.6  # of a day that stands in one sentence with its event
_SURE = 0.7  # of a day that stands with its event
_PLAIN = 0.8  # of a day in the event's own words: surer than any week
_NEARLY = 0.045  # by how much less sure a day is about as sure: told once less, or so
_AGAIN = 0.04  # what a day is surer by for each further sentence that tells it
_MOST = 3  # further sentences that count
_DEATH = 0.65  # confidence of the day of a death, which may come after that of the attack
_EXACT = ("day", "about")
# "It came days after five herders were killed in Lom": on no day that is told.
_AWAY = re.compile(
    r"\b(?:days|nights|weeks?|months?|years?) (?:after|before|since|following)\b[^;.]*$"
    r"|\b(?:comes|came) (?:after|before)\b[^;.]*$",
    re.IGNORECASE,
)


def days_of_events(account: Account) -> dict[str, Days]:
    """Return the days of each event that an account reports, the main one first.

    The main one may have the one day that is told beside it; an event without a day is of the day
    that the whole account tells, or of that in its title.
    """
    told = reported(account)
    found: dict[str, Days] = {}
    for n, telling in enumerate(told):
        own = days(sound(telling.claims))
        if n == 0:
            apart = [t.event for t in told[1:] if has_victims(t) or _is_elsewhere(t, telling)]
            own = _beside(account, telling.event, apart, own)
        elif _is_open(own) and _is_away(account, telling):
            found[telling.event] = own
            continue
        elif _is_open(own):
            own = lent(account, (), own, _DOUBTFUL)
        found[telling.event] = headed(account, own) if _is_open(own) else own
    return found


def _is_open(own: Days) -> bool:
    return own[0] is None and own[1] is not None


def _is_away(account: Account, telling: Telling) -> bool:
    """Tell whether an event is told as days or weeks away from another."""
    first = min(telling.claims, key=lambda c: c.evidence.start)
    told = account.document.line(first.sentence)
    return _AWAY.search(told[: first.evidence.start - first.sentence.start]) is not None


def reported(account: Account) -> list[Telling]:
    """Return the events that an account reports, those with victims first; older ones left out."""
    told = [t for t in tellings(account) if not t.background]
    return sorted(told, key=lambda t: not has_victims(t))


def _is_elsewhere(other: Telling, main: Telling) -> bool:
    """Tell whether words put two events in places of two names, each surely."""
    here, there = (
        {c.value.name for c in t.claims if isinstance(c.value, Place) and c.confidence > _PLAIN}
        for t in (main, other)
    )
    return bool(here and there) and here.isdisjoint(there)


def sound(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that are asserted and not doubtful."""
    return [c for c in claims if c.confidence >= _DOUBTFUL and c.stance == "asserts"]


def _beside(account: Account, event: str, apart: Sequence[str], own: Days) -> Days:
    """Return the one day told beside the main event."""
    found = plain(account, event, apart, own)
    if found[0] is None or found[0] != found[1]:
        found = lent(account, apart, found)
    if found[0] is None:  # all that the account tells was on one day
        found = lent(account, (), found, _DOUBTFUL)
    return found


def days(claims: Sequence[Claim]) -> Days:
    """Return the day told most surely and most often.

    A week gives way to a day told plainly with the event, or to a day told inside it.
    """
    dated = [c for c in claims if isinstance(c.value, When) and c.value.last]
    if not dated:
        return next(((c.first, c.last) for c in claims if c.last), (None, None))
    best = _surest([c for c in dated if c.confidence != _DEATH] or dated)
    if best[0] != best[1]:
        plain = [c for c in dated if c.confidence >= _PLAIN and _is_one_day(c)]
        best = _surest(plain) if plain else best
    inside = [c for c in dated if _is_exact(c) and _lies_in(c, best) and c.confidence >= _LEAST]
    told = [c for c in inside if _is_one_day(c)]
    inside = [c for c in told if c.confidence >= _SURE] or told or inside
    return _surest(inside) if inside and best[0] != best[1] else best


def lent(account: Account, apart: Iterable[str], within: Days, least: float = _LEAST) -> Days:
    """Return the one day told in an account for an event without its own; `apart` are others.

    A day of an event that has victims of its own is that event's, and a day after it is not its.
    """
    others = set(apart)
    events = {m.id: m.event for m in account.mentions}
    background = {m.id for m in account.mentions if m.background}
    told = [
        c
        for c in account.claims
        if isinstance(c.value, When) and c.value.last and c.stance == "asserts" and _is_exact(c)
        if c.confidence >= least and c.about not in background
        if events.get(c.about or "") not in others and _lies_in(c, within)
        if not c.value.timex.startswith("REF+")  # "the next day" is counted from the event's own
    ]
    found = {_days_of(c) for c in told}
    return found.pop() if len(found) == 1 else within


def plain(account: Account, event: str, apart: Iterable[str], own: Days) -> Days:
    """Return the one day told plainly beside an event whose own day is only a hint, or open.

    "He was questioned on 25 March" is told with it; "the 9 March shooting" is told as if apart.
    An event with victims of its own, among `apart`, keeps its day.
    """
    events = {m.id: m.event for m in account.mentions}
    others = {event, *apart}
    dated = [c for c in account.claims if isinstance(c.value, When) and c.stance == "asserts"]
    sure = [c for c in dated if events.get(c.about or "") == event and _days_of(c) == own]
    if own[0] == own[1] and max((c.confidence for c in sure), default=_SURE) > _LEAST:
        return own
    found = {
        _days_of(c)
        for c in dated
        if c.confidence >= _TOLD and _is_one_day(c) and events.get(c.about or "") not in others
    }
    day = found.pop() if len(found) == 1 else own
    late = own[0] is None and day[1] is not None and own[1] is not None and day[1] > own[1]
    return own if late else day


def headed(account: Account, within: Days) -> Days:
    """Return the day in a title that only heads what is below it, for an entry without its own."""
    for claim in account.claims:
        if isinstance(claim.value, When) and claim.evidence.part == "title":
            hint = claim.confidence < _LEAST and _is_exact(claim)
            if hint and _lies_in(claim, within):
                return _days_of(claim)
    return within


def _surest(dated: Sequence[Claim]) -> Days:
    """Return the days told most surely; the day before, where it is named and about as sure.

    A report, a body found, a death come after the deed: of two such days the first is right three
    times in four. "Yesterday" is no name: it may be that of another event told beside today's.
    """
    groups = by_key(dated, _days_of)
    best = max(groups, key=lambda key: _sureness(groups[key]))
    if best[0] is None or best[0] != best[1]:
        return best
    day = (date.fromisoformat(best[0]) - timedelta(days=1)).isoformat()
    named = [c for c in groups.get((day, day), ()) if _is_named(c) and c.confidence >= _LEAST]
    least = _sureness(groups[best]) - _NEARLY
    return (day, day) if named and _sureness(groups[day, day]) >= least else best


def _sureness(told: list[Claim]) -> float:
    again = min(len({c.sentence for c in told}) - 1, _MOST)
    most = max(c.confidence for c in told)
    return most + _AGAIN * again if most >= _LEAST else most


def _is_named(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, When) and not value.timex.startswith("PUB")


def _days_of(claim: Claim) -> Days:
    value = claim.value
    return (value.first, value.last) if isinstance(value, When) else (None, None)


def _is_exact(claim: Claim) -> bool:
    return isinstance(claim.value, When) and claim.value.precision in _EXACT


def _is_one_day(claim: Claim) -> bool:
    """Tell whether words tell one day; "today" in a quotation may be either of two."""
    first, last = _days_of(claim)
    return first is not None and first == last


def _lies_in(claim: Claim, around: Days) -> bool:
    """Tell whether a day lies in some days; an open beginning leaves all before the end."""
    first, last = _days_of(claim)
    if first is None or last is None:
        return False
    return (around[0] is None or around[0] <= first) and (around[1] is None or last <= around[1])
