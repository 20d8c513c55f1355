"""One account's claims for one event -> how many it says were killed, injured, missing.

The order of decision follows what was measured: whole figures of headline and lead before figures
further down, figures before counts of single persons, and what can be worked out last; a value that
was worked out lists every claim it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.model import Claim, Count, Document, Toll, Victim
from cenotaph.model.telling import is_apart
from cenotaph.reconcile.account_figures import (
    Figure,
    count_of,
    current,
    is_charge,
    ranked,
    who_died,
)
from cenotaph.reconcile.account_persons import Person, gather
from cenotaph.text.persons import singular

_LEAD = 300  # offset in the text where its first sentences end
_STATED = 0.85  # a figure in so many words, not one added up from a list
_CASUALTY = re.compile(r"\bcasualt", re.IGNORECASE)
_MURDER = re.compile(
    r"(?<!non-)\b(?:murder|homicide|manslaughter|slaying|killing|fatal)\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:(?<!the )others?|another|more|also)\b", re.IGNORECASE)
_ATTEMPT = re.compile(r"\battempted\W+(?:\w+\W+){0,3}?murder", re.IGNORECASE)
_REBELS = frozenset({
    "terrorist", "rebel", "guerrilla", "insurgent", "militant", "extremist", "jihadist", "gunman",
    "bandit", "separatist", "subversive",
})  # fmt: skip
_ONE = re.compile(r"(?:[a-z]+ )?(?:one|1)\b(?! (?:of|more|other|another)\b)", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:fatally |kill|shoot|shot|stab|murder|slay|slew|gunn|gun)", re.IGNORECASE)


class Tolls(NamedTuple):
    """How many an account says were harmed, outcome by outcome."""

    killed: Figure | None
    injured: Figure | None
    missing: Figure | None
    fallen: tuple[str, ...]  # claims of an injury of somebody counted as killed (COUNTING 18)


def tolls(document: Document, claims: Sequence[Claim]) -> Tolls:
    """Return the killed, injured and missing by this account's figures alone."""
    heard = [c for c in claims if c.voice != "unresolved" and not is_apart(c)]  # COUNTING 20a
    heard = [c for c in heard if not _is_unborn(c)]
    persons = gather(document, heard)
    dead = _more(_whole(document, heard, "killed"), _counted(persons, "killed"))
    if dead is None and _is_of_murder(document, persons):
        dead = _counted(persons, "killed")
    dead = _with_attackers(document, dead, persons)
    dead = _raised(dead, ranked(document, heard))
    hurt = _hurt(document, heard, persons, dead)
    dead = dead or _none(heard, "killed")
    hurt = hurt or _none(heard, "injured")
    missing = _whole(document, heard, "missing") or _none(heard, "missing")
    return Tolls(dead, hurt, missing, who_died(heard, persons, dead, hurt))


def _is_of_murder(document: Document, persons: Sequence[Person]) -> bool:
    """Mark as killed the one person shot or stabbed where headline or lead speaks of murder."""
    hit = [p for p in persons if p.fate == "shot" and not p.attacker]
    head = f"{document.title or ''}. {document.text[:_LEAD]}"
    if len(hit) != 1 or len(persons) != 1 or not _MURDER.search(_ATTEMPT.sub("", head)):
        return False
    hit[0].fate = "killed"
    return True


def _raised(dead: Figure | None, rank: Figure | None) -> Figure | None:
    """Return the higher of the dead counted and the number that "a third victim died" implies."""
    if dead is None or rank is None:
        return dead
    low = rank.count.low or 0
    return rank if dead.count.high is not None and dead.count.high < low else dead


def _with_attackers(
    document: Document, dead: Figure | None, persons: Sequence[Person]
) -> Figure | None:
    """Add the dead attacker to a figure of those he killed."""
    attackers = [p for p in persons if p.attacker and p.fate == "killed"]
    if dead is None or not attackers or not _is_stated(dead):
        return dead
    if dead.count.high == 1:  # "one dead", and then the gunman killed himself
        counted = _counted(persons, "killed")
        others = any(not p.attacker and p.fate == "killed" for p in persons)
        return counted if others else dead
    if not _ACTIVE.match(document.quote(dead.claims[0].evidence)):
        return dead
    if any("attacker" in c.value.people.roles for c in dead.claims if isinstance(c.value, Toll)):
        return dead
    told = {c.sentence for c in dead.claims}
    if any(
        c.sentence in told and c.evidence.start <= dead.claims[0].evidence.start
        for p in attackers
        for c in p.claims
    ):
        return dead  # "killed himself and 11 others"
    one = Figure(Count(low=1, high=1), tuple(attackers[0].claims[:1]))
    return _added([dead, one])


def _hurt(
    document: Document, claims: Sequence[Claim], persons: Sequence[Person], dead: Figure | None
) -> Figure | None:
    """Return the injured: a stated figure, those shot less the dead, persons, in this order."""
    told = _whole(document, claims, "injured")
    shot = _shot(document, claims)
    left = None if shot is None else _left(document, shot, dead)
    if told is not None and _is_stated(told):
        return left if _is_some_of(told, shot, left) and left is not None else told
    if left is not None and left.count.vague is None and left.count.high is not None:
        return left
    all_died = shot is not None and left is None  # "three found dead", and who shot them
    counted = _counted(persons, "injured") if all_died else _counted(persons, "injured", "shot")
    fallen = [p for p in persons if p.fate == "killed"]
    if (
        told is not None
        and counted is None
        and len(fallen) >= (told.count.high or len(persons) + 1)
    ):
        return None  # "both were taken to hospital, where they died"
    return _more(told, counted) or left


def _is_some_of(told: Figure, shot: Figure | None, left: Figure | None) -> bool:
    """Tell whether the headline has more shot than are told of as hurt further down.

    "Four shot at party": "A woman was shot, and three men were also wounded."
    """
    if shot is None or left is None or left.count.high is None or _is_headline(told):
        return False
    return _is_headline(shot) and (told.count.high or 0) < left.count.high


def _more(figure: Figure | None, counted: Figure | None) -> Figure | None:
    """Return a stated figure; else the higher of a list and the persons told of one by one."""
    if figure is None or counted is None or _is_stated(figure):
        return figure or counted
    return counted if (counted.count.low or 0) > (figure.count.low or 0) else figure


def _is_stated(figure: Figure) -> bool:
    """Tell whether a figure stands in the text in so many words."""
    return any(isinstance(c.value, Toll) and c.confidence >= _STATED for c in figure.claims)


def _is_unborn(claim: Claim) -> bool:
    """Tell whether a claim is of an unborn child: kept as said and in no total (COUNTING 15a)."""
    value = claim.value
    if isinstance(value, Victim):
        return value.role == "unborn"
    return isinstance(value, Toll) and "unborn" in value.people.roles


def _whole(document: Document, claims: Sequence[Claim], outcome: str) -> Figure | None:
    """Return the whole figure for an outcome with its increments (COUNTING 12), no parts."""
    figures = [c for c in claims if _is(c, outcome)]
    ids = {c.id for c in figures}  # a part of those shot may be all of those killed
    bases = [c for c in figures if c.part_of not in ids and c.adds_to is None and _counts(c)]
    groups = [g for g in _lists(bases) if g.count.high != 1]
    groups = groups or [g for g in _lists(bases) if _is_one(document, g)]
    if not groups:
        return None
    happened = [g for g in groups if not is_charge(document, g)] or groups
    harmed = [g for g in happened if not _of_attackers(g)]
    chosen = _chosen(current(document, harmed or happened, figures))
    rebels, others = _by_side(harmed)
    if rebels and others and chosen in (*rebels, *others):
        of_others = _chosen(current(document, others, figures))
        both = _is_of_some(of_others) and not _are_two_words(of_others, rebels[0])
        if both:  # "five soldiers died; 20 rebels were killed"
            return _added([of_others, rebels[0]])
    more = [c for c in figures if c.adds_to in {x.id for x in chosen.claims} and _counts(c)]
    if any(_is_headline(g) and g is not chosen and g.count.agrees(chosen.count) for g in groups):
        more = [c for c in more if count_of(c).high != 1]  # "they found another man lying hurt"
    fallen = [g for g in happened if harmed and _of_attackers(g)][:1]
    return _added([chosen, *(Figure(count_of(c), (c,)) for c in more), *fallen])


def _by_side(groups: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Part the figures of rebels and the like from those of everybody else."""
    rebels = [g for g in groups if all(_is_rebel(c) for c in g.claims)]
    return rebels, [g for g in groups if g not in rebels]


def _are_two_words(one: Figure, other: Figure) -> bool:
    """Tell whether two speakers give the figures: each may tell of all the dead."""
    said = {c.speaker.name for f in (one, other) for c in f.claims[:1] if c.speaker is not None}
    return len(said) > 1


def _is_rebel(claim: Claim) -> bool:
    words = claim.value.people.words if isinstance(claim.value, Toll) else None
    return words is not None and singular(words.split()[-1]) in _REBELS


def _is_of_some(figure: Figure) -> bool:
    """Tell whether a figure says of whom it is, so that it is no total of all."""
    peoples = [c.value.people for c in figure.claims if isinstance(c.value, Toll)]
    return all(p.status != "unknown" or p.roles for p in peoples) and bool(peoples)


def _of_attackers(figure: Figure) -> bool:
    """Tell whether a figure counts attackers alone: they are added to those whom they killed."""
    return all(
        isinstance(c.value, Toll) and "attacker" in c.value.people.roles for c in figure.claims
    )


def _is_one(document: Document, figure: Figure) -> bool:
    """Tell whether a figure of one is said as such: "1 dead", "one person was killed"."""
    return (
        len(figure.claims) == 1
        and _ONE.match(document.quote(figure.claims[0].evidence)) is not None
    )


def _is(claim: Claim, outcome: str) -> bool:
    return isinstance(claim.value, Toll) and claim.value.outcome == outcome


def _counts(claim: Claim) -> bool:
    count = count_of(claim)
    return count.low is not None and count.high != 0


def _lists(claims: Sequence[Claim]) -> list[Figure]:
    """Join the figures of one list: "two soldiers and three civilians were killed" are five."""
    found: list[list[Claim]] = []
    for claim in claims:
        last = found[-1] if found else []
        if last and last[0].sentence == claim.sentence and _is_listed(last, claim):
            last.append(claim)
        else:
            found.append([claim])
    return [_added([Figure(count_of(c), (c,)) for c in group]) for group in found]


def _is_listed(group: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether a figure stands beside others: one verb, or other people in so many words."""
    if group[0].about == claim.about:
        return True
    said = {c.value.people.words for c in group if isinstance(c.value, Toll)}
    own = claim.value.people.words if isinstance(claim.value, Toll) else None
    return own is not None and None not in said and own not in said


def _added(figures: Sequence[Figure]) -> Figure:
    counts = [f.count for f in figures]
    highs = [c.high for c in counts]
    count = Count(
        low=sum(c.low or 0 for c in counts),
        high=None if None in highs else sum(h for h in highs if h is not None),
        approximate=any(c.approximate for c in counts),
        vague=counts[0].vague if len(counts) == 1 else None,
    )
    return Figure(count, tuple(c for f in figures for c in f.claims))


def _chosen(groups: Sequence[Figure]) -> Figure:
    """Return the account's figure: the narrator's, else the envelope of the speakers'.

    A narrator who only rounds ("dozens") gives way to the speakers' figures.
    """
    stated = [g for g in groups if g.claims[0].confidence >= _STATED]
    if stated and all(g.count.vague is not None for g in stated):  # "several hurt": how many?
        stated += [g for g in groups if g not in stated and g.count.vague is None]
    groups = stated or groups
    own = [g for g in groups if g.claims[0].voice == "narrator" or _is_headline(g)]
    lead = next((g for g in groups if g.claims[0].evidence.part == "text"), None)
    if lead is not None and lead not in own and _is_over(lead, own):
        own = [lead, *own]  # "killed 129, officials said. At the hall alone 89 died"
    exact = [g for g in groups if g.count.vague is None and g not in own]
    rounded = bool(own) and all(g.count.vague is not None for g in own)
    if own and not (rounded and any(g.count.agrees(own[0].count) for g in exact)):
        return _in_words_of_text(_of_headline_and_lead(own), groups)
    by_speaker: dict[str, Figure] = {}
    for group in exact if rounded else groups:
        speaker = group.claims[0].speaker
        by_speaker.setdefault(speaker.name if speaker else "", group)
    return _envelope(list(by_speaker.values()))


def _in_words_of_text(chosen: Figure, groups: Sequence[Figure]) -> Figure:
    """Return the headline's figure as a speaker gives it: "at least 16, police said"."""
    if not _is_headline(chosen):
        return chosen
    said = (g for g in groups if not _is_headline(g) and g.count.low == chosen.count.low)
    return next((g for g in said if g.count.high is None and g.count.vague is None), chosen)


def _is_over(lead: Figure, own: Sequence[Figure]) -> bool:
    """Tell whether the head of the text gives more than the narrator does later, of a part."""
    told = [g.count.high for g in own if not _is_headline(g)]
    at_head = lead.claims[0].sentence.start < _LEAD and lead.count.low is not None
    return at_head and bool(told) and all(h is not None and h < (lead.count.low or 0) for h in told)


def _is_headline(figure: Figure) -> bool:
    """Tell whether the publisher took a figure into the headline, whoever gave it."""
    return figure.claims[0].evidence.part == "title"


def _of_headline_and_lead(own: Sequence[Figure]) -> Figure:
    """Return the headline's figure, in the text's words where they agree; else the text's."""
    if own[0].count.vague is not None:  # "dozens hurt", and then how many
        exact = [g for g in own if g.count.vague is None and g.count.agrees(own[0].count)]
        own = exact or own
    text = [g for g in own if g.claims[0].evidence.part == "text"]
    title = [g for g in own if g.claims[0].evidence.part == "title"]
    if not text or not title:
        return own[0]
    headline = title[0]
    agreed = [t for t in text if t.count.agrees(headline.count)]
    if headline.count.vague is None:  # "six shot" is no "multiple people"
        agreed = [t for t in agreed if t.count.vague is None]
    return agreed[0] if agreed else headline


def _envelope(figures: Sequence[Figure]) -> Figure:
    """Return one speaker's figure, or the range over speakers who differ."""
    first = figures[0]
    apart = [f for f in figures[1:] if not f.count.agrees(first.count)]
    if not apart:
        return first
    counts = [first.count, *(f.count for f in apart)]
    highs = [c.high for c in counts]
    count = Count(
        low=min(c.low or 0 for c in counts),
        high=None if None in highs else max(h for h in highs if h is not None),
        approximate=any(c.approximate for c in counts),
    )
    return Figure(count, first.claims + tuple(c for f in apart for c in f.claims))


def _shot(document: Document, claims: Sequence[Claim]) -> Figure | None:
    """Return the figure of those shot or hit, dead or not; not of "casualties"."""
    hit = [c for c in claims if not _CASUALTY.search(document.quote(c.evidence))]
    return _whole(document, hit, "casualties")


def _left(document: Document, shot: Figure, dead: Figure | None) -> Figure | None:
    """Return those shot less those who died: "shot five people, two of them fatally".

    "Ruiz was killed and three others were hit": the three are all beside the dead.
    """
    if dead is None or _OTHERS.search(document.quote(shot.claims[0].evidence)):
        return shot
    low = max(0, (shot.count.low or 0) - (dead.count.high or dead.count.low or 0))
    high = None if shot.count.high is None else max(0, shot.count.high - (dead.count.low or 0))
    if high == 0:
        return None
    count = Count(low=low, high=high, approximate=shot.count.approximate)
    return Figure(count, shot.claims + dead.claims)


def _counted(persons: Sequence[Person], *fates: str) -> Figure | None:
    """Return the number of persons told of one by one, where no figure covers them."""
    found = [p for p in persons if p.fate in fates]
    if not found:
        return None
    count = Count(low=len(found), high=len(found))
    return Figure(count, tuple(c for p in found for c in p.claims))


def _none(claims: Sequence[Claim], outcome: str) -> Figure | None:
    """Return an asserted zero of all people (COUNTING 9); no casualties are no dead and no hurt."""
    told = [c for c in claims if _is(c, outcome)]
    if outcome != "missing":
        told = [c for c in claims if c in told or _is(c, "casualties")]
    zero = [c for c in told if count_of(c).high == 0 and _is_of_all(c)]
    return Figure(Count(low=0, high=0), tuple(zero)) if zero else None


def _is_of_all(claim: Claim) -> bool:
    """Tell whether a zero is of everybody: "no civilians were hurt" says nothing of soldiers."""
    if not isinstance(claim.value, Toll):
        return False
    people = claim.value.people
    return people.status == "unknown" and not (
        people.side or people.age or people.sex or people.roles
    )
