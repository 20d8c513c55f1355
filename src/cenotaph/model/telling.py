"""One account's telling of one event: the unit that is linked and counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping

from cenotaph.model.account import Account, Claim, Mention
from cenotaph.model.assertion import (
    Place,
    Responsibility,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
)
from cenotaph.model.base import Span, Value

_LEAST = 0.5  # confidence below which a claim is doubtful (COUNTING 20a)
_LOOSE = 0.55  # confidence of a day that may be of something else told beside it
_PLAIN = 0.7  # confidence of a day that stands with its event
_DETAILS = (Place, When, Target, Weapon, Responsibility)
_MARKS = frozenset({Victim, When, Target, Responsibility})  # tell one act from others like it


class Telling(Value):
    """The mentions of one event in one document and the claims that hang on them."""

    document: str
    event: str  # id of its first mention
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    background: bool = False


def tellings(account: Account) -> tuple[Telling, ...]:
    """Return the events of an account that make an incident, in reading order.

    An event makes an incident when someone is counted or named as harmed in it, or when two kinds
    of detail (place, day, target, weapon, party, who was held that day) are told: a bare word for
    violence does not, nor do a place and a month alone, by which a war or a siege is recalled.
    One of them must tell it from others like it: its day, what it hit or who did it. "Bombings in
    Lom" need none where an account opens with them, or dates another incident: they are its news.
    Figures that are no incident's (COUNTING 16) and indirect deaths (15a) count for none.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    event_of = {m.id: m.event for m in account.mentions}
    parts = _parts_of_series(account, event_of)
    summed = _only_summed(account)
    for claim in account.claims:
        blamed = isinstance(claim.value, Responsibility) and claim.stance == "blames"
        own = not is_apart(claim) and claim.id not in parts
        own = own and not (blamed and claim.sentence in summed)
        if claim.about in event_of and own:
            claims[event_of[claim.about]].append(claim)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    elsewhere = _only_of_series(account)
    for mention in account.mentions:
        if mention.id not in elsewhere or mention.id == mention.event:
            mentions[mention.event].append(mention)
    told = [
        Telling(
            document=account.document.id,
            event=event,
            mentions=tuple(found),
            claims=tuple(claims[event]),
            background=all(m.background for m in found),
        )
        for event, found in mentions.items()
    ]
    kinds = [_kinds(t, elsewhere) for t in told]
    dated = any(_is_dated(t) and kinds[n] & _MARKS for n, t in enumerate(told) if not t.background)
    return tuple(
        t
        for n, t in enumerate(told)
        if kinds[n] & _MARKS or (kinds[n] and (n == 0 or dated) and _is_of_blasts(t))
    )


def _parts_of_series(account: Account, event_of: Mapping[str, str]) -> frozenset[str]:
    """Return what is told as part of figures of no incident, and who is named so.

    Not "twelve of them died in Lom", in a sentence that puts them somewhere: that is Lom's figure.
    """
    sums = {c.id: c.sentence for c in account.claims if is_apart(c)}
    placed = {
        (c.sentence, event_of.get(c.about or ""))
        for c in account.claims
        if isinstance(c.value, Place) and c.confidence >= _PLAIN
    }
    return frozenset(
        c.id
        for c in account.claims
        if c.part_of in sums
        and not (
            isinstance(c.value, Toll)
            and c.sentence != sums[c.part_of]
            and (c.sentence, event_of.get(c.about or "")) in placed
        )
    )


def has_victims(telling: Telling) -> bool:
    """Tell whether somebody is counted or named as harmed, and not only held."""
    return any(
        isinstance(c.value, Toll | Victim) and c.value.outcome != "detained" for c in telling.claims
    )


def _only_of_series(account: Account) -> frozenset[str]:
    """Return the mentions on which no claim hangs but a figure of no incident (COUNTING 24)."""
    apart = {c.about for c in account.claims if is_apart(c)}
    shared = {c.about for c in account.claims if not is_apart(c)}
    return frozenset(m for m in apart - shared if m is not None)


def _only_summed(account: Account) -> frozenset[Span]:
    """Return the undated sentences whose figures are all of no incident: they blame nobody for it.

    "The war has killed 900, and Ruritanian missiles have killed 28 on the other side."
    """
    tolls = [c for c in account.claims if isinstance(c.value, Toll)]
    own = {c.sentence for c in tolls if not is_apart(c)}
    own |= {c.sentence for c in account.claims if isinstance(c.value, When)}
    return frozenset({c.sentence for c in tolls if is_apart(c)} - own)


def is_apart(claim: Claim) -> bool:
    """Tell whether a claim's figure belongs to no incident (COUNTING 15a, 16)."""
    toll = claim.value
    return isinstance(toll, Toll) and (toll.scope != "incident" or toll.cause == "indirect")


def multiple_of(claim: Claim) -> str | None:
    """Return the claim whose figure somebody gives a multiple of; None where claims do not."""
    value = claim.value
    derived = value.derived if isinstance(value, Statement) else None
    return derived.of if derived is not None else None


def _kinds(telling: Telling, elsewhere: Container[str]) -> frozenset[type]:
    """Return the kinds of detail that make an event an incident, `Victim` where someone is harmed.

    Empty where there are not enough of them, or none beside words that tell of what took place, as
    those of a figure of no incident do not (`elsewhere`).
    """
    harmed = [c for c in telling.claims if isinstance(c.value, Toll | Victim)]
    if any(isinstance(c.value, Toll | Victim) and c.value.outcome != "detained" for c in harmed):
        return frozenset({Victim})
    protest = any(m.event_type in {"Protests", "Riots"} for m in telling.mentions)
    if harmed and not protest and not _is_dated(telling):  # arrests are told beside their cause
        return frozenset()
    told = [m.span for m in telling.mentions if m.told and m.id not in elsewhere]
    details = [*harmed, *(c for c in telling.claims if _is_detail(c))]
    beside = [
        c
        for c in details
        if c.extractor == "person" or any(c.sentence.holds(span) for span in told)
    ]  # what a person says of an event took place
    if not any(map(_is_sure_day, beside)):  # a dateline's town is no detail of what is told below
        details = [c for c in details if not isinstance(c.value, Place) or c.confidence > _LOOSE]
    kinds = {Toll if isinstance(c.value, Victim) else type(c.value) for c in details}
    return frozenset(kinds if beside and len(kinds) > 1 else ())


def _is_dated(telling: Telling) -> bool:
    return any(_is_detail(c) and _is_sure_day(c) for c in telling.claims)


def _is_sure_day(claim: Claim) -> bool:
    return isinstance(claim.value, When) and claim.confidence >= _PLAIN


def _is_of_blasts(telling: Telling) -> bool:
    return all(m.event_type == "Explosions/Remote violence" for m in telling.mentions)


def _is_detail(claim: Claim) -> bool:
    """Tell whether a claim tells one moment's detail: no doubtful one, no month or year.

    A day of which it is open what it dates opens no incident: "claimed the attack on Thursday".
    """
    value = claim.value
    if isinstance(value, When):
        return value.precision not in {"month", "year"} and claim.confidence > _LOOSE
    return isinstance(value, _DETAILS) and claim.confidence >= _LEAST


BARE = ("Violence against civilians", "Attack")


def kind_of(mentions: Iterable[Mention]) -> tuple[str, str | None]:
    """Return the kind of event that most mentions name, and the finer kind within it.

    A word for harm alone ("killed") says only that someone was attacked: it gives the kind where
    no mention names one. Who was arrested for it names none beside it.
    """
    kinds = Counter((m.event_type, m.sub_event_type) for m in mentions)
    done = {k: n for k, n in kinds.items() if k[1] != "Arrests"} or dict(kinds)
    named = {k: n for k, n in done.items() if k != BARE} or done
    by_type: Counter[str] = Counter()
    for (kind, _), count in named.items():
        by_type[kind] += count
    kind = min(by_type, key=lambda k: (-by_type[k], k))
    finer = {sub: n for (k, sub), n in named.items() if k == kind and sub is not None}
    return kind, min(finer, key=lambda k: (-finer[k], k)) if finer else None
