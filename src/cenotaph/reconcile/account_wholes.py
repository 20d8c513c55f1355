"""One account's figures of one outcome -> the whole it gives, whoever gives it and wherever.

Whole figures of headline and lead come before figures further down; the narrator's before the
envelope of the speakers'.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from cenotaph.model import Claim, Document, Toll, summed
from cenotaph.reconcile.account_figures import (
    LEAD,
    Figure,
    count_of,
    current,
    is_charge,
    is_headline,
    is_late_death,
    is_late_of_hurt,
    is_of_attacker,
    is_one,
    is_one_at_head,
    is_risen,
    replaced,
    teller,
)
from cenotaph.reconcile.account_headlines import (
    in_words_of_text,
    of_headline_and_lead,
    without_rounded,
)
from cenotaph.reconcile.account_inclusive import STATED, is_without
from cenotaph.reconcile.account_posts import of_latest_posts
from cenotaph.reconcile.account_rivals import envelope, with_rivals, without_parts, without_sorts
from cenotaph.reconcile.account_sums import without_summed
from cenotaph.reconcile.parties import is_of_enemies
from cenotaph.text.persons import singular

_REBELS = frozenset({
    "terrorist", "rebel", "guerrilla", "insurgent", "militant", "extremist", "jihadist", "gunman",
    "bandit", "separatist", "subversive",
})  # fmt: skip
_EARLY_TELLING = (
    r"(?:first|initial|early|earlier|preliminary|previous) "
    r"(?:reports?|figures?|counts?|accounts?|estimates?|tolls?|versions?|bulletins?|updates?"
    r"|statements?|posts?)"
)
_EARLY = re.compile(rf"(?:the |an )?{_EARLY_TELLING}", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:at first|initially|first (?:said|put|gave|reported|announced|spoke|counted|given)"
    r"|after (?:having )?(?:put|putting|given|giving|reported|reporting|announced|announcing)"
    r"|(?:had|were|was) (?:earlier|previously) (?:said|put|given|reported|spoken|counted|stated)"
    r"|had (?:\w+ )?(?:put|given|spoken|said on)"
    rf"|{_EARLY_TELLING}\b[^.;,]{{0,40}}? (?:stood|stands|was|were|put|gave|spoke|of))\b"
    r"(?:(?!\b(?:then|later|rose|risen|climbed|grown?|grew|raised)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
# "161 wounded were brought to him", "took in 33": a hospital's own share of the hurt.
_TO_CARE = re.compile(
    r"\b(?:took in|taken (?:in|to)|brought (?:in\b|to\b)|receiv(?:ed|ing)|admitt(?:ed|ing)"
    r"|treat(?:ed|ing)|(?:reached|arrived at|came to) (?:its|the|his|her|their) (?:\w+ )?(?:wards?"
    r"|hospitals?|clinics?)|(?:are|is|was|were|remain(?:s|ed|ing)?|still) (?:\w+ )?in (?:the )?"
    r"(?:\w+ )?(?:hospital|clinic|care|wards?))",
    re.IGNORECASE,
)
_OF_THE_HARMED = re.compile(
    r"\bof (?:the|those) (?:dead|killed|injured|wounded|hurt)$", re.IGNORECASE
)
_FIRST_AFTER = re.compile(r",? (?:at first|initially)\b", re.IGNORECASE)
_BELIEVED = re.compile(
    r"\b(?:believed|thought|presumed|assumed)(?: to be| to have been| to have)? \w+$", re.IGNORECASE
)
_THE_DEAD = re.compile(
    r"\b(?:the|both|all|\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:dead|slain|deceased) [a-z]",
    re.IGNORECASE,
)


def is_stated(figure: Figure) -> bool:
    """Tell whether a figure stands in the text in so many words."""
    return any(isinstance(c.value, Toll) and c.confidence >= STATED for c in figure.claims)


def whole(document: Document, claims: Sequence[Claim], outcome: str) -> Figure | None:
    """Return the whole figure for an outcome with its increments (COUNTING 12), no parts."""
    figures = [c for c in claims if is_of(c, outcome)]
    bases = _bases(document, figures)
    lists = _lists(bases)
    groups = [g for g in lists if g.count.high != 1 or is_one_at_head(document, g)]
    begun = {c.adds_to for c in figures}  # "Ruiz died; so did her two sons"
    ones = [g for g in lists if is_one(document, g) or begun & {c.id for c in g.claims}]
    if all(
        _is_early(document, g) for g in groups if g.count.high != 1
    ):  # "one died; police had first spoken of two"
        groups += [g for g in ones if g not in groups]
    if not groups:
        return None
    happened = [g for g in groups if not is_charge(document, g)] or groups
    harmed = [g for g in happened if not _of_attackers(g)]
    harmed = _without_enemies([g for g in harmed if not _is_early(document, g)] or harmed)
    now = of_latest_posts(document, current(document, harmed or happened, figures))
    standing = without_rounded(without_summed(_without_shares(document, now)))
    chosen = with_rivals(document, _chosen(document, standing), standing)
    rebels, others = _by_side(harmed)
    if rebels and others and chosen in (*rebels, *others):
        of_others = _chosen(document, current(document, others, figures))
        both = _is_of_some(of_others) and not _are_two_words(of_others, rebels[0])
        both = both and not any(_is_rebel(c) for c in of_others.claims)  # told again
        # "five soldiers died; 20 rebels were killed"; a headline tells of those below it again
        if both and is_headline(of_others) == is_headline(rebels[0]):
            return added([of_others, rebels[0]])
    more = _increments(document, figures, groups, chosen)
    fallen = _fallen(document, happened, chosen) if harmed else []
    caught = [g for g in _lists(bases) if g.count.high == 1 and _are_apart(chosen, g)]
    return added([chosen, *(Figure(count_of(c), (c,)) for c in more), *fallen, *caught])


def _increments(
    document: Document, figures: Sequence[Claim], groups: Sequence[Figure], chosen: Figure
) -> list[Claim]:
    """Return what adds to the figure chosen, and is not told again (COUNTING 12)."""
    again = {x.id for g in groups if _is_again(document, g, chosen) for x in g.claims}
    early = {x.id for g in groups if _is_early(document, g) or _is_boast(g) for x in g.claims}
    told = _ids_of_headline(document, groups, chosen)
    more = [
        c
        for c in figures
        if c.adds_to in again
        or _is_beyond(document, c, early, chosen)
        or (
            told
            and is_late_death(document, c)
            and (c.adds_to in told or is_late_of_hurt(document, c))
        )
    ]
    more = [c for c in more if _counts(c)]
    later = [g for g in groups if not _is_early(document, g)]  # "early reports spoke of nine"
    more = [c for c in more if not _is_repeated(chosen, c, later)]
    if any(is_headline(g) and g is not chosen and g.count.agrees(chosen.count) for g in groups):
        # "they found another man lying hurt"; but "two days later another died in hospital"
        more = [c for c in more if count_of(c).high != 1 or is_late_death(document, c)]
    return more


def _ids_of_headline(document: Document, groups: Sequence[Figure], chosen: Figure) -> set[str]:
    """Return the figures of the text that the headline chosen only repeats.

    One said to have risen holds whoever died later: "the toll rose to 17; five died overnight".
    """
    same = [g for g in groups if is_headline(chosen) and g.count == chosen.count]
    risen = any(is_risen(document, g) for g in same)
    return set() if risen else {x.id for g in same for x in g.claims}


def _bases(document: Document, figures: Sequence[Claim]) -> list[Claim]:
    """Return the figures that are no part of another and no increment."""
    ids = {c.id for c in figures}  # a part of those shot may be all of those killed
    own = [c for c in figures if c.part_of not in ids or _is_headline_of_one(document, c)]
    bases = [c for c in own if c.adds_to is None and _counts(c)]
    return [c for c in bases if not _is_of_the_harmed(document, c)] or bases


def _fallen(document: Document, groups: Sequence[Figure], chosen: Figure) -> list[Figure]:
    """Return the figure of the dead attackers whom the one chosen leaves out."""
    fallen = [g for g in groups if _of_attackers(g) and not _is_boast(g)]
    fallen = [g for g in fallen if not _is_of_the_dead(document, g, chosen)][:1]
    return [g for g in fallen if not _is_believed(document, g) and is_without(document, chosen, g)]


def _is_of_the_harmed(document: Document, claim: Claim) -> bool:
    """Tell whether a figure says that it is of those told before: "three of the dead"."""
    words = claim.value.people.words if isinstance(claim.value, Toll) else None
    return _OF_THE_HARMED.search(words or document.line(claim.evidence)) is not None


def outdated(document: Document, claims: Sequence[Claim], outcome: str) -> list[str]:
    """Return the claims of an outcome's figures that a later total in the account replaces."""
    figures = [c for c in claims if is_of(c, outcome)]
    groups = _lists([c for c in figures if c.part_of is None and c.adds_to is None and _counts(c)])
    later = of_latest_posts(document, groups)
    old = [*replaced(document, groups, figures), *(g for g in groups if g not in later)]
    return list(dict.fromkeys(c.id for g in old for c in g.claims))


def is_of(claim: Claim, outcome: str) -> bool:
    """Tell whether a claim is a figure of an outcome."""
    return isinstance(claim.value, Toll) and claim.value.outcome == outcome


def added(figures: Sequence[Figure]) -> Figure:
    """Return the sum of figures, with the claims of all."""
    return Figure(summed([f.count for f in figures]), tuple(c for f in figures for c in f.claims))


def _is_repeated(whole: Figure, more: Claim, groups: Sequence[Figure]) -> bool:
    """Tell whether a figure is given again after an increment, which it holds: "the four hurt"."""
    return any(
        g.count == whole.count
        and g.claims[0].evidence.part == more.evidence.part
        and g.claims[0].evidence.start > more.evidence.end
        for g in groups
    )


def _is_beyond(document: Document, more: Claim, early: Container[str], chosen: Figure) -> bool:
    """Read "81 died. Officials had spoken of 83. Two of the injured died on Friday": of the 81.

    So behind what a party boasts of: "rebels claimed to have killed 40. Two more died".
    """
    before = chosen.claims[0].evidence
    late = more.adds_to in early or is_late_of_hurt(document, more)
    return late and before.part == "text" and before.end < more.evidence.start


def _by_side(groups: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Part the figures of rebels and the like from those of everybody else."""
    rebels = [g for g in groups if all(_is_rebel(c) for c in g.claims)]
    return rebels, [g for g in groups if g not in rebels]


def _without_enemies(groups: list[Figure]) -> list[Figure]:
    """Drop a party's count of its enemy's fighters beside a figure of anybody else (COUNTING 20a).

    "The army said it had killed 60 rebels", where a nurse counts 22 dead in the market; so where
    police say that officers shot eight bandits, and officials that 15 people died in the town.
    """
    own = [g for g in groups if all(is_of_enemies(c) for c in g.claims)]
    others = [g for g in groups if g not in own]
    people = [g for g in others if not _is_of_fighters(g)]
    if not people:
        return groups
    rebels = [g for g in others if all(_is_rebel(c) and c.voice == "speaker" for c in g.claims)]
    alone = [g for g in rebels if all(_are_two_words(g, p) for p in people if p is not g)]
    return [g for g in others if g not in alone] or others


def _without_shares(document: Document, groups: list[Figure]) -> list[Figure]:
    """Drop what one hospital got, and who is still in care, beside a higher figure of all.

    "Fifteen were wounded. Six remain in hospital", "the director said 161 were brought to him".
    """
    most = max((g.count.low or 0 for g in groups), default=0)
    return [
        g
        for g in groups
        if (g.count.low or 0) >= most
        or not is_of(g.claims[0], "injured")
        or is_headline(g)
        or _TO_CARE.search(document.line(g.claims[0].sentence)) is None
    ]


def _is_of_fighters(figure: Figure) -> bool:
    """Tell whether a figure counts fighters: then it tells of a battle, with dead on two sides."""
    peoples = [c.value.people for c in figure.claims if isinstance(c.value, Toll)]
    return any(p.status in {"combatant", "mixed"} for p in peoples)


def _are_two_words(one: Figure, other: Figure) -> bool:
    """Tell whether two speakers give the figures: each may tell of all the dead."""
    said = {teller(c) for f in (one, other) for c in f.claims[:1]}
    return len(said - {None}) > 1


def _is_rebel(claim: Claim) -> bool:
    words = claim.value.people.words if isinstance(claim.value, Toll) else None
    return words is not None and singular(words.split()[-1]) in _REBELS


def _are_apart(group: Figure, one: Figure) -> bool:
    """Tell whether one civilian stands beside a figure of fighters: "two militants"."""
    statuses = [
        {c.value.people.status for c in f.claims if isinstance(c.value, Toll)} for f in (group, one)
    ]
    return statuses == [{"combatant"}, {"civilian"}]


def _is_of_some(figure: Figure) -> bool:
    """Tell whether a figure says of whom it is, so that it is no total of all."""
    peoples = [c.value.people for c in figure.claims if isinstance(c.value, Toll)]
    return all(p.status != "unknown" or p.roles for p in peoples) and bool(peoples)


def _of_attackers(figure: Figure) -> bool:
    """Tell whether a figure counts attackers alone: they are added to those whom they killed."""
    return all(map(is_of_attacker, figure.claims))


def _is_again(document: Document, figure: Figure, chosen: Figure) -> bool:
    """Tell whether a figure is the one chosen, or the same again: "the 22 dead"."""
    one, other = figure.claims[0], chosen.claims[0]
    same = one.sentence == other.sentence or document.line(one.evidence).lower().startswith("the ")
    return figure is chosen or one in chosen.claims or (figure.count == chosen.count and same)


def _is_boast(figure: Figure) -> bool:
    """Tell whether a party counts those of its enemy whom it killed (COUNTING 20a)."""
    return all(map(is_of_enemies, figure.claims))


def _is_of_the_dead(document: Document, attackers: Figure, dead: Figure) -> bool:
    """Tell whether a figure of dead attackers points at those counted: "the three dead suspects".

    "Son kills three burglars": they are all the dead there are.
    """
    own, other = attackers.claims[0], dead.claims[0]
    if attackers.count != dead.count or own.sentence == other.sentence:
        return False
    return _THE_DEAD.search(document.line(own.evidence)) is not None


def _is_believed(document: Document, figure: Figure) -> bool:
    """Tell whether attackers are only believed to be dead: "three are thought to have died"."""
    claim = figure.claims[0]
    said = document.words(claim.evidence.part)[claim.sentence.start : claim.evidence.end]
    return _BELIEVED.search(said) is not None


def _is_headline_of_one(document: Document, claim: Claim) -> bool:
    """Read "Gunfire kills one": no part of the "two who died there in May"."""
    figure = Figure(count_of(claim), (claim,))
    return is_headline(figure) and is_one(document, figure)


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
    return [added([Figure(count_of(c), (c,)) for c in group]) for group in found]


def _is_listed(group: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether a figure stands beside others: one verb, or other people in so many words."""
    if group[0].speaker and claim.speaker and teller(group[0]) != teller(claim):
        return False  # "eight died, medics said, while the ministry put the dead at six"
    if group[0].about == claim.about:
        return True
    if is_of(claim, "killed") and all(count_of(c).high == 1 for c in (*group, claim)):
        return False  # "a man is dead after a man died": who is told one by one may be one
    said = {c.value.people.words for c in group if isinstance(c.value, Toll)}
    own = claim.value.people.words if isinstance(claim.value, Toll) else None
    return own is not None and None not in said and own not in said


def _chosen(document: Document, groups: Sequence[Figure]) -> Figure:
    """Return the account's figure: the narrator's, else the envelope of the speakers'.

    A narrator who only rounds ("dozens") gives way to the speakers' figures.
    """
    stated = [g for g in groups if g.claims[0].confidence >= STATED]
    if stated and all(g.count.vague is not None for g in stated):  # "several hurt": how many?
        stated += [g for g in groups if g not in stated and g.count.vague is None]
    groups = stated or groups
    own = [g for g in groups if g.claims[0].voice == "narrator" or is_headline(g)]
    lead = next((g for g in groups if g.claims[0].evidence.part == "text"), None)
    if lead is not None and lead not in own and _is_over(lead, own):
        own = [lead, *own]  # "killed 129, officials said. At the hall alone 89 died"
    exact = [g for g in groups if g.count.vague is None and g not in own]
    rounded = bool(own) and all(g.count.vague is not None for g in own)
    if own and not (rounded and any(g.count.agrees(own[0].count) for g in exact)):
        return in_words_of_text(of_headline_and_lead(own), groups)
    loose = [g for g in groups if g.count.vague and any(e.count.agrees(g.count) for e in exact)]
    by_speaker: dict[str, Figure] = {}
    for group in exact if rounded else [g for g in groups if g not in loose]:
        by_speaker.setdefault(teller(group.claims[0]) or "", group)
    return envelope(without_sorts(without_parts(document, list(by_speaker.values()))))


def _is_early(document: Document, figure: Figure) -> bool:
    """Tell whether a figure is told as one that others replaced.

    "First reports spoke of 20", "police first put the dead at 16", "the toll was 15 at first".
    """
    claim = figure.claims[0]
    if claim.speaker is not None and _EARLY.fullmatch(claim.speaker.name) is not None:
        return True
    said = document.words(claim.evidence.part)
    before = said[claim.sentence.start : claim.evidence.end]
    after = said[claim.evidence.end : claim.sentence.end]
    return _AT_FIRST.search(before) is not None or _FIRST_AFTER.match(after) is not None


def _is_over(lead: Figure, own: Sequence[Figure]) -> bool:
    """Tell whether the head of the text gives more than the narrator does later, of a part."""
    told = [g.count.high for g in own if not is_headline(g)]
    at_head = lead.claims[0].sentence.start < LEAD and lead.count.low is not None
    return at_head and bool(told) and all(h is not None and h < (lead.count.low or 0) for h in told)
