"""Figures of one account: which are charges, and which a later total in it has outdated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from cenotaph.model import AccountToll, Claim, Count, Document, Toll, Victim
from cenotaph.reconcile.account_likeness import RANKED_AS
from cenotaph.reconcile.account_persons import Person
from cenotaph.text.almanac import WEEKDAY

_CHARGED = re.compile(
    r"\b(?:charged with|accused of|convicted of|indicted for|guilty of|trial for)"
    r"(?: \w+ly)?(?: the)?\s+$",
    re.IGNORECASE,
)
_CHARGED_REACH = 120  # characters; what stands farther is about something else
_RISEN = re.compile(
    r"\b(?:bring|brings|bringing|brought|raise|raises|raising|raised|lift(?:s|ed|ing)|takes|taking"
    r"|took|push(?:es|ed|ing)|ris(?:es?|ing|en)|rose|climb(?:s|ed|ing)?|grown?|grew|swollen|swelled"
    r"|jumped|soared|mounted|increased|gone up|went up|crept up|revised|updat(?:ed|ing)|upped"
    r"|(?:reach(?:es|ed)|hit|passed|crossed|topped)(?=\W(?:\w+\W+){0,3}?$)())\b"
    r"(?(1)|[^.;]{0,60}?\bto)\W+(?:\w+\W+){0,5}?$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:new|updated|revised|latest|later|fresh|final) (?:\w+ )?"
    r"(?:toll|count|tally|figure|number|version)s?\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:raised?|raises|revised|lifted|upped|(?:bring|tak|push|rais|lift)ing"
    r"|(?:brought|took|pushed|raised|brings|takes|pushes|raises) the)\b",
    re.IGNORECASE,
)
# "A woman had died, putting the toll at ten": reckoned from the figure before, whoever gave that.
_RECKONED = re.compile(
    r"\b(?:died|dies|succumbed)\b[^.;]{0,60}\b(?:putting|leaving|making)\b", re.IGNORECASE
)
_PUT = re.compile(
    r"\b(?:puts?|putting|placed|estimated|gave|gives)\b[^.;]*\b(?:at|as)\b", re.IGNORECASE
)
# What says that a figure is of a later time than the one before.
_LATER = re.compile(
    r"\b(?:since|later|now|overnight|up from|as of|(?:next|following) (?:day|morning|night)"
    rf"|(?:by|on|until)? ?(?:late |early )?(?:{WEEKDAY}"
    r"|evening|nightfall|midday|noon|midnight|dusk)"
    r"|(?:by|through|over|in) the (?:\w+ )?(?:morning|evening|night|afternoon|day|weekend|hours?)"
    r"|(?:after|when|as) [^.;,]{0,60}\b(?:die[ds]?|dying|succumb\w*|bod(?:y|ies)|found))\b"
)
OF_HURT = re.compile(
    r"\bof (?:the|those) (?:[\w-]+ ){0,3}(?:injured|wounded|hurt|hospitalized)\b", re.IGNORECASE
)
# "One of the wounded later died", "two more people died overnight", "died of their wounds",
# "two more bodies were pulled out"
_LATE = re.compile(
    r"\b(?:(?:days?|weeks?) later|overnight|later died|under (?:the )?(?:rubble|debris|ruins)"
    r"|(?:hospital|wounds|injuries) (?:on [A-Z]|the next day|later)"
    r"|(?:more|another|further|additional)(?: \w+)? bod(?:y|ies)"
    r"|of (?:the|those) (?:[\w-]+ ){0,3}(?:injured|wounded)\b[^.;]{0,60}?\b(?:die[ds]?|succumbed)"
    r"|(?:more|others?|another)\b[^.;]{0,80}?\b(?:die[ds]?|succumbed)\b[^.;]{0,40}?"
    r"\b(?:hospital|later|(?:of|to|from) (?:\w+ ){0,2}(?:wounds|injuries)))\b",
    re.IGNORECASE,
)
_LOWERED = re.compile(
    r"\b(?:lower(?:ed|s|ing)|cut|correct(?:ed|s|ing)|reduc(?:ed|es|ing)|fell|fallen|dropped"
    r"|(?:revised?|revising|brought|went|gone) (?:[^.;]{0,40} )?down(?:wards?)?)\b"
    r"[^.;]{0,60}?\bto\W+(?:\w+\W+){0,3}?$",
    re.IGNORECASE,
)
_MOST = 5  # times as many: what rose farther is a war's
_TOLL = re.compile(
    r"\b(?:toll|(?:number|total|count) of (?:\w+ )?"
    r"(?:dead|deaths|fatalities|killed|injured|wounded))\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:toll|number|total)\b[^.;]{0,80}?\b(?:stands|stood|now|to|at)\W[^.;]{0,30}$",
    re.IGNORECASE,
)

# "UPD 09:40: already four dead": a post that is written on.
_NOW = re.compile(
    r"(?:\bupd(?:ated?)?\b[^.;]{0,24}"
    r"|\b(?:already|now)\W(?:(?:list|count|report|give)s?\W(?:[\d,]+\W)?)?"
    r"|\bas of \d{1,2}[:.]\d\d\b[^.;]{0,24})$",
    re.IGNORECASE,
)
_RANKS = {w: n for n, w in enumerate((
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
), 2)}  # fmt: skip
_RANK = re.compile(
    rf"(?:(?<!\bthe )(?=\w+ (?:person|victim|fatality|patient)\b)|(?<=\ba )(?=\w+,))"
    rf"\b(?P<rank>{'|'.join(_RANKS)})\b.*?"
    r"\b(?:dies|died|dead|succumb\w*|passe[sd] away|expired|perished)\b",
    re.IGNORECASE | re.DOTALL,
)
# "A sixth died", "a third guest, Moira Kell, died": one more than those counted before
_NEXT = re.compile(
    rf"\ban? (?P<rank>{'|'.join(_RANKS)})(?: (?!of\b)[\w-]+)?(?:,[^,]*,)? (?:\w+ )?"
    r"(?:dies|died|dead|succumbed|perished)\b",
    re.IGNORECASE,
)
_JUST = 24  # characters: "now lists 48"
_BEFORE = 12  # characters
_OF_PERIOD = re.compile(r"\b(?:this|of the|in a|last) (?:year|month|week)\b", re.IGNORECASE)

LEAD = 300  # offset in the text where its first sentences end
_ONE = re.compile(r"(?:[a-z]+ )?(?:one|1)\b(?! (?:of|more|other|another)\b)", re.IGNORECASE)
_ANOTHER = re.compile(r"another (?!\d|two|three|four|five|six)", re.IGNORECASE)


class Figure(msgspec.Struct, frozen=True):
    """A count and the claims it came from."""

    count: Count
    claims: tuple[Claim, ...]

    @property
    def toll(self) -> AccountToll:
        """The figure as an account's toll."""
        return AccountToll(
            low=self.count.low, high=self.count.high, approximate=self.count.approximate,
            vague=self.count.vague, claims=tuple(dict.fromkeys(c.id for c in self.claims)),
        )  # fmt: skip


def count_of(claim: Claim) -> Count:
    """Return how many a claim counts: a victim is one."""
    return claim.value.count if isinstance(claim.value, Toll) else Count(low=1, high=1)


def teller(claim: Claim) -> str | None:
    """Return who tells of a claim, however the name is written: "Medics" opens a sentence."""
    return None if claim.speaker is None else claim.speaker.name.casefold()


def is_headline(figure: Figure) -> bool:
    """Tell whether the publisher took a figure into the headline, whoever gave it."""
    return figure.claims[0].evidence.part == "title"


def is_one(document: Document, figure: Figure) -> bool:
    """Tell whether a figure of one is said as such: "1 dead", "one person was killed"."""
    return (
        len(figure.claims) == 1 and _ONE.match(document.line(figure.claims[0].evidence)) is not None
    )


def is_one_at_head(document: Document, figure: Figure) -> bool:
    """Tell whether headline or lead says "1 dead": what is counted farther down is no more."""
    claim = figure.claims[0]
    if is_headline(figure) and _ANOTHER.match(document.line(claim.evidence)):
        return True  # "Boy dead, another hurt"
    lead = claim.voice == "narrator" and claim.evidence.start < LEAD
    return (is_headline(figure) or lead) and is_one(document, figure)


def is_late_death(document: Document, claim: Claim) -> bool:
    """Tell whether somebody's death became known after what is told of first: it is one more."""
    died = outcome_of(claim) == "killed"
    return died and _LATE.search(document.line(claim.sentence)) is not None


def is_late_of_hurt(document: Document, claim: Claim) -> bool:
    """Tell whether who was hurt died later, and is one more: "two of the wounded died"."""
    more = claim.adds_to is not None and is_late_death(document, claim)
    return more and OF_HURT.search(document.line(claim.evidence)) is not None


def is_risen(document: Document, figure: Figure) -> bool:
    """Tell whether a figure is said to be above one before it: "has risen to 11"."""
    return _rise(document, figure).risen


def is_of_attacker(claim: Claim) -> bool:
    """Tell whether a claim is of attackers, not of those whom they harmed."""
    value = claim.value
    if isinstance(value, Victim):
        return value.role == "attacker"
    return isinstance(value, Toll) and value.people.are_attackers


def outcome_of(claim: Claim) -> str | None:
    """Return what befell those whom a claim tells of."""
    return claim.value.outcome if isinstance(claim.value, Toll | Victim) else None


def number_of(persons: Sequence[Person], *fates: str) -> Figure | None:
    """Return the number of persons told of one by one, where no figure covers them."""
    found = [p for p in persons if p.fate in fates]
    if not found:
        return None
    count = Count(low=len(found), high=len(found))
    return Figure(count, tuple(c for p in found for c in p.claims))


def ranked(document: Document, claims: Sequence[Claim], dead: Figure | None) -> Figure | None:
    """Return how many must have died where one is told of by rank: "a third victim has died".

    "A sixth guest died" is of the dead where five are counted: of the hurt it may be as well.

    "The fourth victim to die this year" counts a period, not an incident; "the fourth victim, a
    nurse, died" is the fourth of those harmed.
    """
    for claim in claims:
        if isinstance(claim.value, Victim) and claim.value.outcome == "killed":
            # "A fourth, Ana Ruiz, 19, died": the rank stands before the evidence
            start = max(claim.sentence.start, claim.evidence.start - _BEFORE)
            ranked_as = RANKED_AS.search(
                document.words(claim.evidence.part)[claim.sentence.start : claim.evidence.start]
            )
            start = start if ranked_as is None else claim.sentence.start + ranked_as.start()
            quote = document.quote(msgspec.structs.replace(claim.evidence, start=start))
            said = _RANK.search(quote) or _one_more(_NEXT.search(quote), dead)
            if said is not None and not _OF_PERIOD.search(document.line(claim.sentence)):
                number = _RANKS[said["rank"].lower()]
                return Figure(Count(low=number, high=number), (claim,))
    return None


def _one_more(said: re.Match[str] | None, dead: Figure | None) -> re.Match[str] | None:
    """Return a rank that is one above the dead counted."""
    counted = None if said is None or dead is None else _RANKS[said["rank"].lower()] - 1
    return said if dead is not None and counted == dead.count.high else None


def is_charge(document: Document, figure: Figure) -> bool:
    """Tell whether a figure stands in a charge: "an officer is accused of killing three men".

    What someone is tried for may be another event; it counts where nothing else does.
    """
    at = figure.claims[0].evidence
    before = document.words(at.part)[max(0, at.start - _CHARGED_REACH) : at.start]
    return _CHARGED.search(before) is not None


def current(document: Document, groups: Sequence[Figure], figures: Sequence[Claim]) -> list[Figure]:
    """Drop the figures that a later total in the text has outdated.

    "The blast killed nine. Two more died, bringing the toll to 11": 11, whoever gave the nine.
    """
    left, more = list(groups), _increments(figures)
    for total, rise in _totals(document, groups, more):
        if total in left:
            left = [g for g in left if not _outdates(total, g, rise, more)]
    return left


def replaced(
    document: Document, groups: Sequence[Figure], figures: Sequence[Claim]
) -> list[Figure]:
    """Return the figures that the account itself, or whoever gave them, later replaces.

    Where another speaker gives a higher one, both stand.
    """
    more = _increments(figures)
    later = _totals(document, groups, more)
    return [
        old
        for old in groups
        if any(
            _outdates(new, old, rise, more)
            and (new.claims[0].voice == "narrator" or _is_by_one(new, old))
            for new, rise in later
        )
    ]


def _is_by_one(new: Figure, old: Figure) -> bool:
    return teller(new.claims[0]) == teller(old.claims[0])


def _increments(figures: Sequence[Claim]) -> Mapping[int | None, int]:
    """Return what is said to add to figures of so many: "nine dead ... two more died"."""
    bases = {c.id: count_of(c).low for c in figures if c.adds_to is None}
    more: Counter[int | None] = Counter()
    for claim in figures:
        if claim.adds_to in bases:
            more[bases[claim.adds_to]] += count_of(claim).low or 0
    return more


class _Rise(NamedTuple):
    """How a figure's own words set it above those before it."""

    stands: bool  # "the toll now stands at 11"
    rival: bool  # "a spokesman put the toll at 21": later than what he said himself alone
    now: bool  # "already 11"
    risen: bool  # "has risen to 11"
    raised: bool  # "officials raised it to 11", "had risen to 11 by Sunday": whoever gave the rest
    lowered: bool  # "lowered the toll to seven"
    toll: bool  # "the toll rose to 11": of all, whoever gave the one before


def _rise(document: Document, figure: Figure) -> _Rise:
    claim = figure.claims[0]
    told = document.words(claim.evidence.part)[claim.sentence.start : claim.evidence.end]
    before = re.sub(r"[\w,.-]+$", "", told)
    forms = ((_STANDS, told), (_NOW, before), (_RISEN, before), (_UPDATED, before))
    stands, now, risen, updated = (form.search(text) is not None for form, text in forms)
    later = _RAISED.search(before) or _LATER.search(document.line(claim.sentence))
    risen = risen or updated or (now and "now" in before[-_JUST:].split())
    # "A spokesman put the toll at 21", beside the narrator's 12: another count, and no later one
    rival = claim.voice == "speaker" and later is None and _PUT.search(told) is not None
    reckoned = stands and _RECKONED.search(before) is not None
    raised = updated or reckoned or (risen and later is not None)
    toll = risen and _TOLL.search(before) is not None
    return _Rise(stands, rival, now, risen, raised, _LOWERED.search(before) is not None, toll)


def _totals(
    document: Document, groups: Sequence[Figure], more: Mapping[int | None, int]
) -> list[tuple[Figure, _Rise]]:
    """Return the figures that may outdate others, and how: an account may hold thousands."""
    sums = {low + added for low, added in more.items() if low is not None}
    rises = ((g, _rise(document, g)) for g in groups)
    return [(g, rise) for g, rise in rises if any(rise) or g.count.low in sums]


def _outdates(total: Figure, earlier: Figure, rise: _Rise, more: Mapping[int | None, int]) -> bool:
    """Tell whether a total is an earlier figure and its increments, or is said to have moved.

    What moves in time ("climbed to 11 by Sunday") replaces the one before, whoever gave that.
    """
    low, high = earlier.count.low, total.count.low
    if low is None or high is None or earlier.count.vague or total.count.vague:
        return False
    new, old = total.claims[0], earlier.claims[0]
    if high <= low:
        after = old.evidence.part == "title" or old.evidence.end <= new.evidence.start
        return rise.lowered and high < low and after and new.evidence.part == "text"
    if new.evidence.part == "title" and old.evidence.part != "title":
        return False
    if old.evidence.part == new.evidence.part and old.evidence.start > new.evidence.start:
        return False
    if low + more.get(low, 0) == high:
        return True
    own = _is_by_one(total, earlier) if rise.rival else True  # COUNTING 17
    stands = rise.stands and own and old.evidence.part == "text"
    now = rise.now and new.sentence.start > old.sentence.start
    headed = rise.risen and new.evidence.part == "title"  # "Three die; toll raised to seven"
    # "at least 13" holds the 50 that it rose to, as three do the seven of "by Sunday the toll had"
    held = rise.toll and (earlier.count.high is None or rise.raised)
    risen = rise.risen and high <= (_MOST if held else 2) * low
    later = stands or now or headed or risen
    return later and (rise.raised or (risen and held) or _same_voice(new, old))


def _same_voice(new: Claim, old: Claim) -> bool:
    """Tell whether one tells of both figures; two speakers who differ stay a range."""
    if old.evidence.part == "title" or "narrator" in {new.voice, old.voice}:
        return True
    return teller(new) is not None and teller(new) == teller(old)


def who_died(
    claims: Sequence[Claim], persons: Sequence[Person], dead: Figure | None, hurt: Figure | None
) -> tuple[str, ...]:
    """Return the figures of injured who died: "rushed to hospital", "both had gunshot wounds"."""
    died = {c.evidence for p in persons if p.fate == "killed" for c in p.claims}
    counted = () if hurt is None else hurt.claims
    most = (dead.count.low or 0) if dead is not None and hurt is None else 0
    return tuple(
        c.id
        for c in claims
        if isinstance(c.value, Toll) and c.value.outcome == "injured" and c not in counted
        if (top := count_of(c).high)
        if (top == 1 and c.evidence in died) or top <= most
    )
