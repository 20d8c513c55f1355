"""Harms with a figure -> tolls: so many people suffered one outcome (COUNTING 1-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Count, People, Toll
from cenotaph.text import clauses
from cenotaph.text.harm_figures import figures
from cenotaph.text.harm_label_sums import OF_TOTAL
from cenotaph.text.harm_likewise import may_be_of
from cenotaph.text.harm_parts import ALL, STATES
from cenotaph.text.harms_in import Told, lists, told
from cenotaph.text.increments import ADDING, is_counted_already, is_increment, is_rest, rank_of
from cenotaph.text.losses import loser
from cenotaph.text.making import at_least, part_of
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import sure
from cenotaph.text.toll_claims import plain_outcome, toll_claim, toll_of

_OWN = frozenset({"whose", "his", "her", "their", "my", "our"})
_ONE_PERSON = frozenset({"named", "definite", "pronoun"})
_ARMED = r"(?:soldiers|combatants|fighters|troops)"
_BOTH = re.compile(
    r"\W*(?:they|the (?:dead|victims|bodies))\b(?: (?!not\b)\w+){1,8} both "
    rf"(?:civilians and {_ARMED}|{_ARMED} and civilians)\b",
    re.IGNORECASE,
)
_FEW = 3  # the third: of two a figure tells
_FORM = 20  # figures of a form
_BRINGING = frozenset(
    {"put", "puts", "putting", "bringing", "taking", "raising", "lifting", "pushing"}
)
_KILLED = re.compile(r"(?:kill|shoot|shot|murder|slaughter|massacr)", re.IGNORECASE)
_ONCE = frozenset({"after", "when", "as", "following", "with", "because"})


def find(reading: Reading) -> Iterator[Claim]:
    """Yield the tolls of a reading, each with its part-of and increment relations."""
    ledger = _Ledger(reading)
    for group in lists(told(reading)):
        for item, count, people in figures(_of_one_period(group)):
            ledger.add(item, count, _of_loser(reading, item, _as_said_next(reading, item, people)))
    yield from ledger.related()
    for item in told(reading):
        if _is_unnumbered(item):
            value = toll_of(item, Count(), item.harm.phrase.people)
            yield toll_claim(reading, item, value)


def _of_one_period(group: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return a list of one verb, all of the time that its several are of.

    "Her husband and three sons were killed in the war": so was he, though one dies at one time.
    """
    long = next((i.period for i in group if i.period.scope != "incident"), None)
    owned = clauses.lower(group[0].sentence, group[0].harm.phrase.first) in _OWN
    return tuple(replace(i, period=long) for i in group) if long and owned else group


def _of_loser(reading: Reading, item: Told, people: People) -> People:
    """Add whose fighters are counted where only their side is told: "the army lost nine men"."""
    if people.status != "unknown":
        return people
    side = loser(reading, item.sentence, item.harm.phrase.head)
    return people if side is None else replace(people, status="combatant", side=side)


def _as_said_next(reading: Reading, item: Told, people: People) -> People:
    """Add what the next sentence says of the dead: "they were both civilians and soldiers"."""
    if item.harm.outcome not in {"buried", "killed"} or people.status != "unknown":
        return people
    after = reading.after(item.sentence)
    said = after is not None and _BOTH.match(after.text) is not None
    return replace(people, status="mixed") if said else people


def _is_unnumbered(item: Told) -> bool:
    """Tell whether people are said to die of want, no figure given (COUNTING 15a).

    "Villagers are dying of thirst": said, and no figure of anything.
    """
    return (
        item.cause == "indirect"
        and item.modality == "real"
        and item.harm.outcome == "killed"
        and item.harm.phrase.kind == "plural"
    )


class _Ledger:
    """The tolls of one account as they are found, and how they hang together."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._made: list[tuple[Told, Claim]] = []
        self._event = {m.id: m.event for m in reading.mentions}
        self._told: dict[tuple[bool, str], set[str | None]] = {}  # names
        self._groups: dict[tuple[str, str, str | None], list[tuple[Told, Claim]]] = {}

    def add(self, item: Told, count: Count, people: People) -> None:
        """Add one toll; persons told of again are not counted again."""
        if item.harm.phrase.kind in _ONE_PERSON and self._is_known(item):
            return
        claim = toll_claim(self._reading, item, toll_of(item, count, people))
        self._made.append((item, claim))
        self._told.setdefault(_fate(item), set()).add(item.harm.phrase.name)
        if (count.low or 0) > 1 and not item.harm.part and claim.evidence.part == "text":
            self._groups.setdefault(self._kind(claim), []).append((item, claim))

    def _is_known(self, item: Told) -> bool:
        """Tell whether a person was counted before: by name, or any one for "he", "the man"."""
        known = self._told.get(_fate(item), set())
        name = item.harm.phrase.name
        return bool(known) if name is None else name in known

    def related(self) -> Iterator[Claim]:
        """Yield the claims with their relations."""
        for position, (item, claim) in enumerate(self._made):
            if item.harm.part:
                yield self._part(position)
                continue
            risen = self._risen_by(position) or self._announced(position)
            base = self._base(position)
            if base is not None and risen is None:
                yield replace(claim, adds_to=base.id)
                continue
            group = risen or self._group_over(position) or self._told_of(position)
            yield replace(claim, part_of=group.id) if group is not None else claim

    def _part(self, position: int) -> Claim:
        """Return a part with its whole; "five of them Spaniards" may have none that was read."""
        (item, claim), before = self._made[position], self._made[:position]
        whole = self._total(position) or _before(before, item)
        crowd = _is_of_crowd(item) and not any(c.evidence.part == "text" for _, c in before)
        if whole is not None and not (crowd and _count(whole) == _count(claim)):
            return part_of(whole, claim)
        if self._is_of_unnumbered(item):
            return replace(at_least(claim), confidence=sure("tolls", "summed"))
        if _is_own(item):
            return claim
        rule = "summed" if item.harm.rule == ALL else "no-whole"
        return replace(claim, confidence=sure("tolls", "state" if crowd else rule))

    def _total(self, position: int) -> Claim | None:
        """Return the total of a form that holds a label's figure, before it or behind."""
        item, claim = self._made[position]
        if item.harm.rule != OF_TOTAL:
            return None
        near = self._made[max(0, position - _FORM) : position + _FORM]
        held = (
            (abs(other.sentence.number - item.sentence.number), total)
            for other, total in near
            if other.harm.rule == "label" and _can_hold(total, item.harm.outcome)
            if self._one_event(total, claim)
        )
        return min(held, key=lambda h: h[0], default=(0, None))[1]

    def _is_of_unnumbered(self, item: Told) -> bool:
        """Tell whether a part is all that is counted: "hit others, two girls among them"."""
        return any(
            t.harm.sentence == item.harm.sentence
            and t.index == item.harm.whole
            and t.harm.phrase.count is None
            and t.harm.phrase.kind == "other"
            for t in told(self._reading)
        )

    def _base(self, position: int) -> Claim | None:
        """Return the figure that "another two", "30 more" is an increment on (COUNTING 12)."""
        item, claim = self._made[position]
        if item.harm.whole is not None:  # "followed by 30 more"
            return _before(self._made[:position], item)
        more = is_increment(item) or self._is_rest(item, claim)
        if (ranked := self._ranked_above(position)) is not None:
            return ranked
        if item.harm.joined or not more or item.period.scope != "incident":
            return None
        return self._grown(position)

    def _grown(self, position: int) -> Claim | None:
        """Return the last figure that one goes on from, none of a headline and none said again."""
        item, claim = self._made[position]
        for at in range(position - 1, -1, -1):
            other, earlier = self._made[at]
            if _are_found_here(other, item):
                return earlier  # "we found 18 bodies, and four more died on the way"
            own = not other.harm.part or self._is_of_none(at)
            if own and _same_kind(earlier, claim) and self._one_event(earlier, claim):
                again = _count(earlier) == _count(claim) and not _is_said_to_add(item)
                known = again or is_counted_already(other, earlier, item, claim)
                return None if earlier.evidence.part == "title" or known else earlier
        return None

    def _ranked_above(self, position: int) -> Claim | None:
        """Return the figure that one more dead makes full: "a sixth officer", where five died.

        Who is hurt may be the third of all: "killed two men and injured a third".
        """
        item, claim = self._made[position]
        rank = rank_of(item) if item.harm.outcome == "killed" else None
        if rank is None or rank < _FEW or item.period.scope != "incident" or item.harm.part:
            return None
        for other, earlier in reversed(self._made[:position]):
            own = other.harm.phrase.count or Count()
            if (
                rank - 1 in {own.low, _count(earlier).low}
                and _same_kind(earlier, claim)
                and earlier.evidence.part == "text"
                and not other.harm.part
                and self._one_event(earlier, claim)
            ):
                return earlier
        return None

    def _is_of_none(self, position: int) -> bool:
        """Tell whether a part is of no figure: "two men lay in the yard, one dead"."""
        item, _ = self._made[position]
        return self._total(position) is None and _before(self._made[:position], item) is None

    def _is_rest(self, item: Told, claim: Claim) -> bool:
        """Tell whether "the other three" are more than those told of one by one before.

        Where a figure holds them, "four died; the other three were shot", they are of it.
        """
        if not is_rest(item):
            return False
        own = _count(claim).low or 0
        return not any(
            _can_hold(c, item.harm.outcome)
            and (_count(c).low or 0) > own
            and self._one_event(c, claim)
            for _, c in self._made
        )

    def _risen_by(self, position: int) -> Claim | None:
        """Return the total that holds those by whom it rose: "rose to 22 after three had died".

        So does "killed three before he was shot, bringing the number of deaths to four".
        """
        item, claim = self._made[position]
        for other, total in self._made:
            if (
                other.harm.sentence == item.harm.sentence
                and other.harm.is_total
                and _same_kind(total, claim)
                and (_count(total).low or 0) > (_count(claim).low or 0)
            ):
                between = range(other.harm.phrase.last + 1, item.harm.phrase.first)
                before = range(item.harm.phrase.last + 1, other.harm.phrase.first)
                said = {clauses.lower(item.sentence, i) for i in between} & _ONCE
                brought = {clauses.lower(item.sentence, i) for i in before} & _BRINGING
                if said or brought:
                    return total
        return None

    def _announced(self, position: int) -> Claim | None:
        """Return the total that a headline says has risen: "Two more die", above "rose to 22"."""
        item, claim = self._made[position]
        if claim.evidence.part != "title" or not is_increment(item):
            return None
        for other, total in self._made:
            if other.harm.is_total and total.evidence.part == "text" and _same_kind(total, claim):
                more = (_count(total).low or 0) > (_count(claim).low or 0)
                return total if more and self._one_event(total, claim) else None
        return None

    def _group_over(self, position: int) -> Claim | None:
        """Return the group figure that a single person belongs to."""
        item, claim = self._made[position]
        if (
            _count(claim).high != 1
            or item.harm.phrase.kind in {"other", "zero"}
            or item.harm.joined
            or item.harm.phrase.people.are_attackers
        ):
            return None
        groups = self._groups.get(self._kind(claim), ())
        return next(
            (
                g for other, g in groups
                if may_be_of(item.harm, other.harm)
                if other.sentence.number < item.sentence.number
                # "a man died. Three more were found": none of the three
                or not (self._is_rest(other, g) or is_increment(other))
            ),
            None,
        )  # fmt: skip

    def _told_of(self, position: int) -> Claim | None:
        """Return the figure that "eight of them", "two were in critical condition" are part of."""
        item, claim = self._made[position]
        phrase = item.harm.phrase
        told_as_part = phrase.kind in {"subset", "partitive"}
        if not told_as_part and item.sentence.tokens[phrase.head].pos != "NUM":
            return None
        whole = _before(self._made[:position], item)
        if whole is not None and phrase.people.are_attackers and self._is_of_others(whole):
            return None  # "killed 12 civilians. Soldiers killed five of the attackers"
        if whole is None or (_count(whole).low or 0) <= (_count(claim).low or 0):
            return None
        if not told_as_part and item.harm.plain and not _is_of_hit(whole, item):
            return None
        fits = _is_of_scope(whole, item) and _can_hold(whole, item.harm.outcome)
        return whole if fits else None

    def _is_of_others(self, whole: Claim) -> bool:
        """Tell whether a figure says of whom it is, or who killed them: of no attackers."""
        people = whole.value.people if isinstance(whole.value, Toll) else People()
        acted = _KILLED.match(self._reading.document.quote(whole.evidence)) is not None
        told = people.status != "unknown" or bool(people.roles) or acted
        return told and not people.are_attackers

    def _kind(self, claim: Claim) -> tuple[str, str, str | None]:
        """Return what figures of one kind share: outcome, scope and event."""
        if not isinstance(claim.value, Toll):
            return "", "", None
        return claim.value.outcome, claim.value.scope, self._event.get(claim.about or "")

    def _one_event(self, a: Claim, b: Claim) -> bool:
        return self._event.get(a.about or "") == self._event.get(b.about or "")


def _is_said_to_add(item: Told) -> bool:
    """Tell whether as many more are told of: "another three died", where three had; "so did"."""
    number = item.harm.phrase.number
    return item.harm.rule in ADDING or (
        item.harm.rule == "killed.subject die" and number is not None and number.role == "another"
    )


def _are_found_here(other: Told, item: Told) -> bool:
    """Tell whether bodies of a sentence are who its "four more" are besides: no toll of all."""
    bodies = other.harm.outcome == "buried" and item.harm.outcome in {"killed", "buried"}
    return bodies and other.harm.sentence == item.harm.sentence


def _before(made: Sequence[tuple[Told, Claim]], item: Told) -> Claim | None:
    """Return the whole of a part: in its own sentence, else the last figure before it."""
    if item.harm.whole is not None:
        for other, claim in reversed(made):
            if other.harm.sentence == item.harm.sentence and other.index == item.harm.whole:
                return claim
    own = _is_own(item)  # of no running total
    for other, claim in reversed(made):
        fits = _can_hold(claim, item.harm.outcome) and not other.harm.part
        if fits and (not own or _is_of_scope(claim, item)):
            return claim
    return None


def _is_own(item: Told) -> bool:
    """Tell whether they are somebody's own dead: "a teacher whose two uncles were killed"."""
    return clauses.lower(item.sentence, item.harm.phrase.first) == "whose"


def _is_of_crowd(item: Told) -> bool:
    """Read "fired at marchers and killed 11 of them": of a crowd that nobody counted."""
    phrase, end = item.harm.phrase, len(item.sentence.tokens)
    behind = {
        clauses.lower(item.sentence, i) for i in range(phrase.head, min(phrase.last + 2, end))
    }
    own = item.harm.rule != "part" or not behind.isdisjoint(STATES)
    return own and {"of", "them"} <= behind


def _is_of_scope(claim: Claim, item: Told) -> bool:
    return isinstance(claim.value, Toll) and claim.value.scope == item.period.scope


def _can_hold(claim: Claim, outcome: str) -> bool:
    """Tell whether a figure can be the whole of a part with this outcome."""
    if not isinstance(claim.value, Toll) or claim.value.count.high in {0, 1}:
        return False
    return claim.value.outcome in {plain_outcome(outcome), "casualties"}


def _is_of_hit(whole: Claim, item: Told) -> bool:
    """Tell whether a bare figure dies of those hit before: "six were shot. One died on Friday"."""
    hit = isinstance(whole.value, Toll) and whole.value.outcome == "casualties"
    return hit and item.harm.rule == "killed.subject die" and whole.evidence.part == "text"


def _same_kind(a: Claim, b: Claim) -> bool:
    if not isinstance(a.value, Toll) or not isinstance(b.value, Toll):
        return False
    return a.value.outcome == b.value.outcome and a.value.scope == b.value.scope


def _count(claim: Claim) -> Count:
    return claim.value.count if isinstance(claim.value, Toll) else Count()


def _fate(item: Told) -> tuple[bool, str]:
    """Return whether an attacker was harmed, and how: "the man" is one of those told of so."""
    return item.harm.phrase.people.are_attackers, plain_outcome(item.harm.outcome)
