"""One incident's claims -> positions: every figure that stands in the record, and who gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from cenotaph.model import AccountIncident, AccountToll, Claim, Count, Outcome, People, Toll, summed
from cenotaph.reconcile.parties import is_of_enemies, same_side
from cenotaph.reconcile.sources import Sources
from cenotaph.reconcile.terms import THRESHOLD

Told = Mapping[str, Mapping[Count, set[str]]]
"""By day, the figures that stand in a group, and the stories that give each."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One account's figure for one outcome and one kind of people."""

    outcome: Outcome
    people: People
    count: Count
    document: str
    day: str  # as of, else published; "" when unknown
    claims: tuple[Claim, ...]
    accepted: bool = False
    died: bool = False  # one injured, whom all later reports count among the dead (COUNTING 18)
    replaced: bool = False  # by a later figure in the same account (COUNTING 17)
    story: str = ""  # the document that its account copies, else its own
    left_out: int = 0  # dead attackers whom `count` holds and its account leaves out

    @property
    def said(self) -> Count:
        """The figure as its account gives it."""
        count, less = self.count, self.left_out
        high = None if count.high is None else count.high - less
        low = None if count.low is None else count.low - less
        return msgspec.structs.replace(count, low=low, high=high) if less else count


def feeds(claim: Claim, blamed: Iterable[str], threshold: float = THRESHOLD) -> bool:
    """Tell whether a claim, which nobody rejected, may feed a toll (COUNTING 20, 20a)."""
    toll = claim.value
    if not isinstance(toll, Toll) or claim.stance != "asserts":
        return False
    if claim.voice == "unresolved" or claim.confidence < threshold:
        return False
    return not _own_cause(claim, toll, blamed)


def _own_cause(claim: Claim, toll: Toll, blamed: Iterable[str]) -> bool:
    """Tell whether a party speaks of its own act's harmlessness or of its enemy's fighters."""
    speaker = claim.speaker
    if speaker is None or speaker.role != "party":
        return False
    if toll.count.high == 0:
        return any(same_side(speaker.side or speaker.name, party) for party in blamed)
    return is_of_enemies(claim)


def positions(
    claims: Sequence[Claim],
    stories: Mapping[tuple[str, str], AccountIncident],
    sources: Sources,
    judged: Mapping[str, str],
) -> tuple[Position, ...]:
    """Return what each account's figures say, outcome by outcome and people by people.

    `claims`, of figures and of persons, may feed a toll already; `stories` are what single accounts
    add up to, keyed by (document, outcome); `judged` maps claim ids to a person's verdict.
    """
    groups: dict[tuple[str, Outcome, People], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Toll):
            groups[claim.document, claim.value.outcome, claim.value.people.bare()].append(claim)
    known = {c.id: c for c in claims}
    found: list[Position] = []
    for (document, outcome, people), members in sorted(groups.items(), key=_reading_order):
        whole = _story_toll(stories, document, outcome) if people == People() else None
        replaced = _replaced(stories, document, outcome) if whole is not None else frozenset()
        for count, support in _counts(_own(members, whole, known), whole, known):
            found.append(
                Position(
                    outcome=outcome,
                    people=people,
                    count=count,
                    document=document,
                    day=_day(support, sources, document),
                    claims=support,
                    accepted=any(judged.get(c.id) == "accept" for c in support),
                    replaced=replaced.issuperset(c.id for c in support),
                    story=sources.story(document),
                )
            )
    return _opened((*found, *_only_in_stories(stories, found, known, sources)))


def standing(found: Sequence[Position]) -> tuple[Position, ...]:
    """Return the positions that no later report has overtaken (COUNTING 17)."""
    groups: dict[tuple[Outcome, People], list[Position]] = defaultdict(list)
    for p in found:
        groups[p.outcome, p.people].append(p)
    told = {key: _told(members) for key, members in groups.items()}
    return tuple(p for p in found if not _is_outdated(p, told[p.outcome, p.people]))


def toll_count(claim: Claim) -> Count | None:
    """Return the figure of a toll; None for any other claim."""
    return claim.value.count if isinstance(claim.value, Toll) else None


def _told(members: Iterable[Position]) -> Told:
    found = defaultdict[str, dict[Count, set[str]]](lambda: defaultdict(set))
    for p in members:
        if p.count.low is not None:
            found[p.day][p.count].add(p.story)
    return found


def _is_outdated(position: Position, told: Told) -> bool:
    """Tell whether all that reports later is higher and none repeats the figure (COUNTING 17).

    So is an injury of which all later reports say that it killed (18), and what its own account
    replaces further on.
    """
    if position.died or position.replaced:
        return True
    own = position.count
    ceiling = own.high if own.high is not None else own.low
    if ceiling is None:
        return False
    copies = {position.story} - {""}
    later = (c for day, c in told.items() if is_later(day, position.day))
    others = (c for counts in later for c, of in counts.items() if c != own or of - copies)
    first = next(others, None)  # the first that is no higher ends it: large incidents have many
    return first is not None and all(
        c.low is not None and c.low > ceiling for c in chain((first,), others)
    )


def is_later(day: str, other: str) -> bool:
    """Compare two days or times; a bare day is not later than a time on it."""
    if not day or not other:
        return False
    return day[:10] > other[:10] or (day[:10] == other[:10] and len(other) > 10 and day > other)


def _reading_order(item: tuple[tuple[str, Outcome, People], list[Claim]]) -> tuple[object, ...]:
    (document, outcome, people), members = item
    return document, outcome, min(c.evidence.start for c in members), repr(people)


def _story_toll(
    stories: Mapping[tuple[str, str], AccountIncident], document: str, outcome: str
) -> AccountToll | None:
    story = stories.get((document, outcome))
    found = getattr(story, outcome, None) if story is not None else None
    return found if isinstance(found, AccountToll) else None


def _own(
    members: Sequence[Claim], whole: AccountToll | None, known: Mapping[str, Claim]
) -> list[Claim]:
    """Leave out parts of other people's wholes where all are counted: they are no toll of all."""
    return [c for c in members if whole is None or c.part_of not in known or c.id in whole.claims]


def _replaced(
    stories: Mapping[tuple[str, str], AccountIncident], document: str, outcome: str
) -> frozenset[str]:
    story = stories.get((document, outcome))
    return frozenset() if story is None else frozenset(story.outdated)


def _counts(
    members: Sequence[Claim], whole: AccountToll | None, known: Mapping[str, Claim]
) -> list[tuple[Count, tuple[Claim, ...]]]:
    """Return an account's figures: its own sum, and every figure that cannot be meant by it.

    What one voice tells below its own sum is some of them: "four were shot; two are in care".
    """
    found: list[tuple[Count, tuple[Claim, ...]]] = []
    if whole is not None:
        found.extend(_sides(whole, _support(whole, known, members)))
    summed = () if whole is None or len(found) > 1 else _support(whole, known, ())
    for count, support in _sums(members):
        rest = [c for c in summed if c not in support]
        if any(map(_is_one_more, rest)) and all(_is_within(c, summed, members) for c in support):
            continue  # three of the four whom the account adds up to
        if _is_some_of(count, support, found[0][0] if summed else None, summed):
            found[0] = (found[0][0], (*found[0][1], *(c for c in support if c not in found[0][1])))
        elif any(_says_the_same(count, other) for other, _ in found):
            found = [
                (o, (*s, *(c for c in support if c not in s)))
                if _says_the_same(count, o)
                else (o, s)
                for o, s in found
            ]
        else:
            found.append((count, support))
    return found


def _is_some_of(
    count: Count, support: Sequence[Claim], whole: Count | None, summed: Sequence[Claim]
) -> bool:
    """Tell whether a figure lies below one that its own account, and the same voice, gives as all.

    A figure of nobody, one below a mere sum, and what another speaker says stand beside it.
    """
    top = count.low if count.high is None else count.high
    if whole is None or not top or whole.low is None or top >= whole.low:
        return False
    stated = any(said.low == whole.low for c in summed if (said := toll_count(c)) is not None)
    return stated and _speakers(support) <= _speakers(summed)


def _speakers(claims: Iterable[Claim]) -> set[str | None]:
    """Return who gives some figures, besides the account itself."""
    return {c.speaker.name if c.speaker else None for c in claims} - {None}


def _is_within(claim: Claim, summed: Sequence[Claim], members: Sequence[Claim]) -> bool:
    """Tell whether a figure is part of a sum: one of its claims, their list, or a headline's."""
    if any(c.id == claim.id or claim.evidence.holds(c.evidence) for c in summed):
        return True
    ids = {c.id for c in summed}
    parts = [toll_count(c) for c in members if c.part_of in ids]
    return claim.evidence.part == "title" and toll_count(claim) in parts


def _is_one_more(claim: Claim) -> bool:
    """Tell whether a claim is of a person told of alone, or of an attacker among the dead."""
    toll = claim.value
    return not isinstance(toll, Toll) or toll.people.are_attackers


def _sides(whole: AccountToll, support: tuple[Claim, ...]) -> list[tuple[Count, tuple[Claim, ...]]]:
    """Return an account's sum; where it only spans two speakers' figures, both side by side."""
    tolls = [(c.value.count, c) for c in support if isinstance(c.value, Toll)]
    spans = whole.low != whole.high and {whole.low} < {t.low for t, _ in tolls}
    if spans and any(not a.agrees(b) for a, _ in tolls for b, _ in tolls):
        return [(count, (claim,)) for count, claim in tolls]
    return [(_as_count(whole, support), support)]


def _says_the_same(count: Count, other: Count) -> bool:
    """Tell whether a figure adds no position: equal, a word without count, or one of several."""
    if count == other or count.low is None:
        return True
    if other.low is None:
        return False
    single = count.low == count.high == 1 and other.low > 1
    return single or (count.agrees(other) and other.low >= count.low)


def _sums(members: Sequence[Claim]) -> list[tuple[Count, tuple[Claim, ...]]]:
    """Return each figure with its increments added (COUNTING 12); parts are left out (11).

    A part of a whole of other people is a figure of its own: the children among the dead.
    """
    ids = {c.id for c in members}
    base = [c for c in members if c.adds_to is None and c.part_of not in ids]
    more: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        if claim.adds_to is not None:
            more[claim.adds_to].append(claim)
    return [(added([c, *more[c.id]]), (c, *more[c.id])) for c in base]


def added(claims: Sequence[Claim]) -> Count:
    """Return the sum of some tolls' counts; one open figure opens the sum."""
    counts = [c.value.count for c in claims if isinstance(c.value, Toll)]
    known = [c for c in counts if c.low is not None]
    if not known:
        return counts[0]
    vague = next((c.vague for c in known if c.vague), None)
    return msgspec.structs.replace(summed(known), vague=vague)


def _as_count(toll: AccountToll, support: Sequence[Claim]) -> Count:
    said = filter(None, map(toll_count, support))
    return Count(
        low=toll.low,
        high=toll.high,
        approximate=toll.approximate,
        vague=toll.vague,
        over=any(c.over and (c.low, c.high) == (toll.low, toll.high) for c in said),
    )


def _support(
    whole: AccountToll, known: Mapping[str, Claim], members: Sequence[Claim]
) -> tuple[Claim, ...]:
    return tuple(known[i] for i in whole.claims if i in known) or tuple(members[:1])


def _day(claims: Sequence[Claim], sources: Sources, document: str) -> str:
    days = [c.value.as_of_day for c in claims if isinstance(c.value, Toll) and c.value.as_of_day]
    return max(days, default=sources.day(document))


def _only_in_stories(
    stories: Mapping[tuple[str, str], AccountIncident],
    found: Sequence[Position],
    known: Mapping[str, Claim],
    sources: Sources,
) -> list[Position]:
    """Return the sums for everyone that rest on figures for some, or on claims of other kinds."""
    there = {(p.document, p.outcome) for p in found if p.people == People()}
    rest: list[Position] = []
    for document, outcome in sorted(stories):
        whole = _story_toll(stories, document, outcome)
        support = tuple(known[i] for i in whole.claims if i in known) if whole else ()
        if whole is None or not support or (document, outcome) in there:
            continue
        rest.extend(
            Position(
                outcome=outcome,  # type: ignore[arg-type] # the three outcomes a story has
                people=People(),
                count=count,
                document=document,
                day=_day(claims, sources, document),
                claims=claims,
                story=sources.story(document),
            )
            for count, claims in _sides(whole, support)
        )
    return rest


def _opened(found: Sequence[Position]) -> tuple[Position, ...]:
    """Open the ceiling of a sum that counts some people only, where accounts count others.

    "Three civilians died" and "five people died" can both hold: the first gives at least three
    dead in all. Where every account counts the same people, their figures meet as they are; so do
    "23 civilians" and "23 people", who are all of them. What
    lies below every account's figure for everyone is left to those whom it counts: "up to 40
    fighters" sets no floor of one beside "at least eleven people" (COUNTING 15, 25).
    """
    whom: dict[Outcome, set[People]] = defaultdict(set)
    least: dict[Outcome, int] = {}
    for p in found:
        if p.people == People():
            whom[p.outcome].add(_counted(p))
            if _counted(p) == People():
                low = p.count.low or 0
                least[p.outcome] = min(least.get(p.outcome, low), low)
    opened: list[Position] = []
    for p in found:
        if p.people != People() or len(whom[p.outcome]) == 1 or _is_of_all(p, found):
            opened.append(p)
        elif (p.count.low or 0) >= least.get(p.outcome, 0):
            count = msgspec.structs.replace(p.count, high=None)
            opened.append(msgspec.structs.replace(p, count=count))
    return tuple(opened)


def _is_of_all(position: Position, found: Sequence[Position]) -> bool:
    """Tell whether a position counts everyone, or whom it counts are all by another's figure."""
    return _counted(position) == People() or any(
        p.outcome == position.outcome
        and p.people == _counted(p) == People()
        and p.count.agrees(position.count)
        and (p.count.low or 0) <= (position.count.low or 0)
        for p in found
    )


def _counted(position: Position) -> People:
    """Return the one kind of people a position's claims count, else everyone."""
    tolls = [c.value for c in position.claims if isinstance(c.value, Toll)]
    kinds = {t.people.bare() for t in tolls if t.outcome == position.outcome}
    return kinds.pop() if len(kinds) == 1 else People()
