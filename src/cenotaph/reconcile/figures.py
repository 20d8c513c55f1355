"""Positions -> the figures of a policy: the pieces that policies share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, get_args

import msgspec

from cenotaph.model import Claim, Count, Figure, Outcome, People, Toll, count_words, plain, sayings
from cenotaph.model.groups import by_key
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.grades import grade
from cenotaph.reconcile.positions import Position, is_later, standing

Agreement = Literal["agreed", "updated", "contested", "single-source"]
_FAINT = {"unnamed", "witness"}  # "residents" of two accounts are not one speaker


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """All figures for one outcome and one kind of people, and which of them count."""

    outcome: Outcome
    people: People
    members: tuple[Position, ...]
    current: tuple[Position, ...]  # what a policy may use, earliest first
    notes: tuple[str, ...]  # why each of the others is not used
    grew: bool = False  # whether any was overtaken or superseded since

    @property
    def known(self) -> tuple[Position, ...]:
        """Return the current positions that give a number."""
        return tuple(p for p in self.current if p.count.low is not None)

    @property
    def decided(self) -> tuple[Position, ...]:
        """Return the positions that a person accepted, if they give one figure."""
        found = [p for p in self.known if p.accepted]
        return tuple(found) if len({p.count for p in found}) == 1 else ()


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy makes of a group."""

    low: int | None = None
    high: int | None = None
    best: int | None = None
    chosen: tuple[Position, ...] = ()  # those whose figure it is; (): all that count
    grade: str | None = None  # None: by the evidence (reconcile.grades)
    notes: tuple[str, ...] = ()


def groups(positions: Sequence[Position]) -> Iterator[tuple[Position, ...]]:
    """Yield the positions by outcome and people: the dead first, everyone before some."""
    found = by_key(positions, lambda p: (p.outcome, p.people))
    outcomes = get_args(Outcome)
    for key in sorted(found, key=lambda k: (outcomes.index(k[0]), k[1] != People(), repr(k[1]))):
        yield tuple(found[key])


def standing_group(members: Sequence[Position], case: Case) -> Group:
    """Return a group in which only what every later report exceeds is left out (COUNTING 17)."""
    current = standing(members)
    gone = [p for p in members if p not in current]
    group = _group(members, current, [_overtaken(p) for p in _by_day(gone)], case)
    return msgspec.structs.replace(group, grew=bool(gone))


def usable_group(members: Sequence[Position], case: Case) -> Group:
    """Return a group without figures of unreliable publishers and superseded ones (21, 32)."""
    usable = [p for p in members if case.terms.is_usable(case.publisher(p))]
    current = standing(usable)
    last = [p for p in current if not any(_supersedes(q, p, case) for q in current)]
    notes = [
        *(_overtaken(p) for p in _by_day(usable) if p not in current),
        *(
            sayings.SUPERSEDED.format(given=told(p, case))
            for p in _by_day(current)
            if p not in last
        ),
        *(
            sayings.UNRELIABLE.format(given=told(p, case))
            for p in _by_day(members)
            if p not in usable
        ),
        case.terms.list_words(),
    ]
    group = _group(members, last, notes, case)
    return msgspec.structs.replace(group, grew=len(last) < len(usable))


def figure(group: Group, case: Case, choice: Choice) -> Figure:
    """Return a policy's choice as a figure, with the claims it stands on first."""
    using = choice.chosen or group.current or group.members
    claims = (c.id for p in (*choice.chosen, *group.members) for c in p.claims)
    independent = case.independent(*using)
    return Figure(
        outcome=group.outcome,
        people=group.people,
        low=choice.low,
        high=choice.high,
        best=choice.best,
        approximate=any(p.count.approximate for p in using if p.count.low is not None),
        vague=next((p.count.vague for p in using if p.count.vague), None),
        status=_status(group, independent),
        grade=choice.grade or grade(group.members, group.current, case),
        sources=independent,
        claims=tuple(dict.fromkeys(claims)),
        sides=tuple(dict.fromkeys(p.count for p in group.known)),
        notes=(*choice.notes, *group.notes),
    )


def extremes(group: Group, *notes: str, grade: str | None = None) -> Choice:
    """Return the lowest and the highest number that a group's figures name; best if decided.

    The lowest is one that somebody said, though it leave out the dead attackers: who counts the
    civilians (28, 29) has them in the range.
    """
    lows = [p.said.low for p in group.known if p.said.low is not None]
    tops = [h for p in group.known if (h := ceiling(p.count)) is not None]
    return Choice(
        low=min(lows, default=None),
        high=max(tops, default=None),
        best=number(group.decided[0].count) if group.decided else None,
        grade=grade,
        notes=notes,
    )


def one_figure(group: Group, chosen: Position, case: Case, notes: Sequence[str] = ()) -> Choice:
    """Return one position's figure, what other sources say against it in the notes."""
    apart = sorted(told(p, case) for p in group.known if not p.count.agrees(chosen.count))
    against = [sayings.OTHERS_SAY.format(all="; ".join(apart))] if apart else []
    return Choice(
        low=chosen.count.low,
        high=chosen.count.high,
        best=number(chosen.count),
        chosen=(chosen,),
        notes=(*notes, *against),
    )


def told(position: Position, case: Case) -> str:
    """Return a position in words: "at least 17 (Delta Herald, the governor, 2022-03-09)"."""
    speakers = [c.speaker.name for c in position.claims if c.speaker and c.voice == "speaker"]
    who = [case.publisher(position) or sayings.PUBLISHER_UNKNOWN, *dict.fromkeys(speakers)]
    when = [position.day[:10]] if position.day else []
    givers = ", ".join([*who, *when])
    return sayings.GIVEN.format(count=count_words(position.said), givers=givers)


def uncounted(members: Sequence[Position], case: Case, why: str) -> Figure:
    """Return a figure without numbers for what a policy does not record: empty, not zero (32)."""
    return figure(standing_group(members, case), case, Choice(notes=(why,)))


def is_apart(group: Group) -> bool:
    """Tell whether two figures that count cannot both hold."""
    return any(not a.count.agrees(b.count) for a, b in combinations(group.known, 2))


def number(count: Count) -> int | None:
    """Return the number of people that words name: of "at least 17" 17, of "3 to 5" 3.

    Of "up to 20" and "dozens" None: they name a ceiling only, and no number.
    """
    if count.vague is not None:
        return None
    if count.low in (0, 1) and count.high is not None and count.high > 1:
        return None
    return count.low


def ceiling(count: Count) -> int | None:
    """Return the highest number that words name: of "at least 17" 17, of "3 to 5" 5."""
    return count.high if count.high is not None else count.low


def latest(positions: Sequence[Position]) -> Position | None:
    """Return the most recent position; numbers before words, then the lower, then by document."""
    if not positions:
        return None
    newest = max(p.day for p in positions)
    return min(
        (p for p in positions if p.day == newest),
        key=lambda p: (
            p.count.vague is not None,
            p.count.low or 0,
            p.left_out,
            p.document,
            repr(p.count),
        ),
    )


def saying(positions: Sequence[Position]) -> Sequence[Position]:
    """Return those of some equal figures that are said so, not reckoned with dead attackers."""
    return [p for p in positions if not p.left_out] or positions


def is_one_source(a: Position, b: Position, case: Case) -> bool:
    """Tell whether one publisher, or one speaker with a name or an office, gives both figures."""
    one, two = case.publisher(a), case.publisher(b)
    if one is not None and two is not None and plain(one) == plain(two):
        return True
    return bool(_speakers(a) & _speakers(b))


def _group(
    members: Sequence[Position], current: Sequence[Position], notes: Sequence[str], case: Case
) -> Group:
    first = members[0]
    return Group(
        outcome=first.outcome,
        people=first.people,
        members=tuple(members),
        current=tuple(current),
        notes=(
            *dict.fromkeys(notes),
            *(_without_attackers(p, case) for p in _by_day(current) if p.left_out),
            *_aside(first.outcome, first.people, case),
            *_fallen(first.outcome, first.people, case),
        ),
    )


def _by_day(positions: Sequence[Position]) -> list[Position]:
    return sorted(positions, key=lambda p: (p.day, p.document, repr(p.count)))


def _status(group: Group, independent: int) -> Agreement:
    if is_apart(group):
        return "contested"
    if group.grew:
        return "updated"
    return "agreed" if independent > 1 else "single-source"


def _supersedes(later: Position, earlier: Position, case: Case) -> bool:
    """Tell whether a later figure of the same source takes an earlier one's place (COUNTING 32)."""
    if later.count.low is None or later.count.agrees(earlier.count):
        return False
    return is_later(later.day, earlier.day) and is_one_source(later, earlier, case)


def _speakers(position: Position) -> set[str]:
    return {
        plain(c.speaker.name)
        for c in position.claims
        if c.speaker is not None and c.voice == "speaker" and c.speaker.role not in _FAINT
    }


def _overtaken(position: Position) -> str:
    day = position.day[:10]
    if position.died:
        return sayings.ONE_MORE_DEAD.format(day=day)
    if position.replaced:
        return sayings.REPLACED.format(count=count_words(position.said))
    return sayings.EXCEEDED.format(n=position.said.low, day=day)


def _without_attackers(position: Position, case: Case) -> str:
    """Say that a figure leaves out the dead attackers whom others count."""
    return sayings.LEAVES_OUT.format(
        given=told(position, case),
        whom=sayings.attackers(position.left_out),
        count=count_words(position.count),
    )


def _aside(outcome: Outcome, people: People, case: Case) -> Iterator[str]:
    """Yield the figures that feed no toll, so that none is dropped in silence (COUNTING 20a)."""
    for claim in case.aside:
        toll = claim.value
        if not isinstance(toll, Toll) or toll.outcome != outcome:
            continue
        if people in (People(), toll.people.bare()):
            count, why = count_words(toll.count), _why(claim, case)
            yield sayings.FEEDS_NONE.format(count=count, why=why, claim=claim.id[:12])


def _fallen(outcome: Outcome, people: People, case: Case) -> Iterator[str]:
    """Yield who is told as hurt and then as dead: one of the killed, not of the injured (18)."""
    for claim in case.fallen if outcome == "killed" else ():
        if isinstance(claim.value, Toll) and people in (People(), claim.value.people.bare()):
            count = count_words(claim.value.count)
            yield sayings.DIED_OF_IT.format(count=count, claim=claim.id[:12])


def _why(claim: Claim, case: Case) -> str:
    if claim.voice == "unresolved":
        return sayings.NOBODY_KNOWS
    if claim.confidence < case.terms.threshold:
        return sayings.DOUBTFUL
    who = claim.speaker.name if claim.speaker else sayings.A_PARTY
    return sayings.OWN_ACT.format(who=who)
