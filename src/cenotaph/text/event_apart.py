"""A scope of a sentence beside the one above it -> whether it plainly tells of another event."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cenotaph.text import clauses
from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_days import meet
from cenotaph.text.event_figures import figures
from cenotaph.text.event_words import HURT, event_word, is_passing
from cenotaph.text.harm import Harm
from cenotaph.text.harm_places import RULE as BY_PLACE
from cenotaph.text.harm_words import words
from cenotaph.text.reading import Sentence

_EVENTS = (
    r"(?:attack|incident|bombing|shooting|strike|case|raid|killing|murder|blast|explosion|ambush"
    r"|assault|massacre|stabbing|clash|slaying)s?"
)
_EARLIER = re.compile(rf"\b(?:previous|earlier)\s+(?:[\w-]+\s+)?{_EVENTS}\b", re.IGNORECASE)
# "a day after a raid", "hours after a missile hit", "a day after the flea market attack", "after
# the attack on the court"; of "the attack" alone it is open whether it is the one that is told of.
_NEW = re.compile(
    rf"\b(?:(?:a|an|another)\s+(?:[\w-]+\s+){{0,2}}(?:{_EVENTS}|missile|rocket|shell|drone|bomb|mine)"
    rf"|the\s+(?:(?!same|initial|first|original|actual|reported)[\w-]+\s+){{1,3}}{_EVENTS}"
    rf"|the\s+(?:{_EVENTS}|bomb|missile|rocket|drone)\s+(?:on|in|at|against)\s+(?!them\b|him\b|her\b|it\b)[\w-]+"
    r"|another in which)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:after|since|follow(?:s|ed|ing)|than|like) (?:another|(?:an?|the) (?:earlier|previous"
    rf"|similar) (?:one|{_EVENTS}))(?: \w+)? $",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|gravest|heaviest|fiercest)"
    r"\b[^.;]{0,80} since(?: [^.;,]{1,30},)? $",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:second|third|fourth|fifth|other) (?:such|similar) [\w-]+\b[^.;:]*$"
    # "the seventh car bombing there in a month; on Saturday"
    r"|\b(?:(?:the|a) \w+(?:nd|rd|th)|the latest|one of (?:several|many|\w+))"
    rf" (?:[\w-]+ ){{0,2}}{_EVENTS}\b"
    r"[^.;:]*\b(?:in|within|over|since|this|these|so far)\b[^.;:]*$",
    re.IGNORECASE,
)
_LAST_ONE = re.compile(
    r"\W*the (?:last|latest|previous|most recent|earlier|preceding)"
    rf"(?: one| such (?:[\w-]+ )?{_EVENTS}|,? (?=on\b|in\b|last\b|only\b))",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\W*(?:it|this|that|(?:the|this|that|[\w-]+'s) (?:[\w-]+ )?[\w-]+)"
    r"(?: (?:in|on|at|near|against|outside) [\w'’ -]{1,40}?)?"
    r" (?:came|comes|follows|followed|happened|occurred)\b",
    re.IGNORECASE,
)
# "The shooting follows one last week that left two dead"; an arrest follows its own.
_FOLLOWS = re.compile(
    rf"\W*(?:the|this|that|[\w'’-]+s) (?:[\w-]+ )?(?:violence|{_EVENTS})"
    rf" (?:follow(?:s|ed)|comes after|came after) (?:an?|another) (?:[\w-]+ ){{0,2}}{_EVENTS}\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"\W*(?:on |only |just |barely )*"
    r"(?:(?:the (?:next|following|previous|preceding)"
    r" (?:day|night|morning|afternoon|evening|week|month|year)"
    r"|the (?:day|night|evening) (?:before|after|earlier|previously)"
    r"|(?:a|one|two|three|four|five|six|\d) (?:days?|nights?) (?:before|earlier|later)"
    r"|last (?:week|month)|earlier (?:this|last|that|in the) (?:week|month|year)"
    r"|that same (?:week|month|year)|the (?:week|month) before"
    r"|(?:a|one|two|three|\d) (?:weeks?|months?)"
    r" (?:ago|before|earlier))\b"
    r"(?! (?:that|the|a|an|of|his|her|their|he|she|they|it|being)\b)"
    r"|last (?:week|month) (?:the|an?) )",
    re.IGNORECASE,
)
_EARLIER_ON = re.compile(
    r"\b(?:days?|nights?|weeks?|months?) earlier,? (?:and )?(?:kill|wound|injur|leav)ing\b",
    re.IGNORECASE,
)
_MUCH_LATER = re.compile(
    r"(?i)\b(?:a|one|two|three|four|five|six|\d) (?:week|month|year)s? (?:later|earlier|before)\W*$"
)
# "The rebels claimed the blast, a week after they killed 20": what is named is no other's.
_KNOWN = re.compile(rf"\b(?:the|this|that) (?:[\w-]+ )?{_EVENTS}\b[^.;]*$", re.IGNORECASE)
_ACTS = "attack|bomb|bombing|blast|explosion|shooting|strike|incident|ambush|raid|clash|assault"
UNRELATED = re.compile(rf"(?i)\b(?:separate|unrelated)\s+(?:\w+\s+){{0,2}}(?:{_ACTS})\b")
APART = re.compile(
    r"\b(?:elsewhere|in\s+(?:another|a\s+(?:separate|different|second|third|similar|related|further))"
    r"|separately|meanwhile|likewise"
    rf"|(?:a|an|the)\s+(?:separate|unrelated|second|third|different|further)\s+(?:\w+\s+)?(?:{_ACTS})"
    rf"|another\s+(?:\w+\s+){{0,2}}(?:{_ACTS}|action|case)|in\s+addition"
    # "in addition to the man who died, two were hurt"
    r"(?!\s+to\s+(?:the|an?|those|his|her|their|\w+)\s+(?:\w+\s+)?(?:dead|persons?|people|m[ae]n"
    r"|wom[ae]n|victims?|boys?|girls?|child(?:ren)?|killed|wounded|injured)\b))\b",
    re.IGNORECASE,
)
CARE = re.compile(
    r"\b(?:hospitals?|clinics?|infirmar(?:y|ies)|morgues?|wounds?|injuries)\b", re.IGNORECASE
)
# What sons died of who are told of beside her own death: "in the war", "in a raid last year".
_CAUSE = re.compile(
    r"\b(?:in|during|by|at)"
    rf" (?:(?:an?|another|(?:the )?(?:earlier|previous)) (?:[\w-]+ ){{0,3}}{_EVENTS}"
    r"|(?:earlier|previous) \w+|(?:the|a|an|its|this) (?:[\w-]+ ){0,2}"
    r"(?:war|conflict|fighting|siege|genocide|famine|insurgency|crackdown|regime|dictatorship))\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    rf"\b(?:(?:the same|that|this) (?:[\w-]+ ){{0,2}}{_EVENTS}"
    r"|(?:minutes|moments|hours?) (?:earlier|before)|the same (?:day|night|morning|evening))\b",
    re.IGNORECASE,
)
_FATES = frozenset({"pronoun", "definite", "subset", "partitive"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_SIDE = frozenset({"part", "joined", "while"})  # clauses beside the one above, not in it


class Told(msgspec.Struct, frozen=True):
    """What one scope of a sentence says."""

    scope: Scope
    found: Sequence[Harm]
    days: frozenset[str]
    towns: frozenset[str]
    places: frozenset[str]  # those and others that nobody knows
    anywhere: frozenset[str]  # and provinces
    long_ago: bool = False  # its own words name a month, a year or more before, and no day


def stands_apart(sentence: Sentence, told: Sequence[Told], place: int) -> bool:
    """Tell whether a scope, by its place among those of a sentence, tells of another event."""
    own = told[place]
    over = _told_above(sentence, told, own)
    if (
        is_earlier(sentence, own.scope)
        or _has_its_place(own, over)
        or _is_of_another(sentence, own.scope)
        or opens_total(sentence, own)
        or _is_ranked_by(sentence, own)
        or _came_before(sentence, own)
        or (own.scope.link == "part" and _is_last_one(sentence, own))
        or _is_answered(sentence, own, over)
        or _is_long_before(sentence, own, over)
        or _is_bereft_before(sentence, own, over)
    ):
        return True
    if own.scope.measured:
        return _is_dated_apart(sentence, told, place)
    if not _is_told(sentence, own.found) or not _is_told(sentence, over.found):
        return _died_elsewhere(sentence, own, over)
    if figures(own.found) & figures(over.found):
        return False  # a figure told twice is of one incident
    if own.scope.link == "relative" and not figures(own.found):
        # "the night before, when one man was killed" may tell on; "who had drowned a day earlier"
        return own.scope.shifts(sentence) and _is_past(sentence, own)
    return (
        own.scope.shifts(sentence)
        or (own.scope.link == "relative" and _is_past(sentence, own))  # "where 14 had been killed"
        or (own.scope.link != "relative" and _differs(own.days, over.days))
        or (own.scope.link in _SIDE and _differs(own.towns, over.towns))
        or (own.scope.link in _SIDE and _are_apart(own, over))
    )


def _told_above(sentence: Sentence, told: Sequence[Told], own: Told) -> Told:
    """Return the scope that one hangs on; of those above it that tell of nobody hurt, the next.

    "Killed two as they came from the wake for those whom a bomb had killed a day earlier".
    """
    at = own.scope.above
    while not _is_told(sentence, told[at].found):
        if told[at].scope.above == at:  # the sentence's main scope
            return told[own.scope.above]
        at = told[at].scope.above
    return told[at]


def _is_long_before(sentence: Sentence, own: Told, over: Told) -> bool:
    """Read "at the market where a blast killed 40 in 2016": history, told of the place or doer."""
    dated = own.scope.link == "relative" and own.long_ago and not over.long_ago
    harmed = any(h.outcome in HURT and h.phrase.kind not in _FATES for h in own.found)
    return dated and harmed and _is_told(sentence, over.found)


def _is_bereft_before(sentence: Sentence, own: Told, over: Told) -> bool:
    """Read "a widow whose sons were killed in the war was shot": her loss is of before."""
    if own.scope.link != "relative" or not _is_told(sentence, over.found):
        return False
    if _is_lived_through(sentence, own.scope):
        return True
    kin = [h for h in own.found if h.outcome in HURT and _are_of_kin(sentence, h)]
    before = _is_past(sentence, own) or own.scope.finds(sentence, _CAUSE)
    return bool(kin) and before and not own.scope.finds(sentence, _SAME)


def _is_lived_through(sentence: Sentence, scope: Scope) -> bool:
    """Read "a guard who survived a blast that killed nine was shot": one blast of his life."""
    opener = next((i for i in scope.tokens if sentence.tokens[i].dep == "relcl"), None)
    deed = None if opener is None else sentence.tokens[opener].head
    if deed is None or event_word(sentence, deed) is None:
        return False
    one = {"a", "an"} & {sentence.lowered[k] for k in sentence.kids[deed]}
    told = sentence.tokens[sentence.tokens[deed].head]
    person = sentence.tokens[told.head]
    return bool(one) and told.dep == "relcl" and person.dep in {"nsubj", "nsubjpass", "dobj"}


def _are_of_kin(sentence: Sentence, harm: Harm) -> bool:
    whose = sentence.lowered[harm.phrase.first] == "whose"
    return whose or harm.rule.startswith("turn bereft")


def _are_apart(own: Told, over: Told) -> bool:
    """Read "four were killed in Tarsk and nine in Lom", places that nobody may know."""
    dead = [any(h.outcome == "killed" for h in told.found) for told in (own, over)]
    return all(dead) and _differs(own.places, over.places)


def _has_its_place(own: Told, over: Told) -> bool:
    """Read "two were killed in Tarsk and three in Lom"."""
    listed = any(h.rule == BY_PLACE for h in own.found)
    return listed and _differs(own.anywhere, over.anywhere)


def _died_elsewhere(sentence: Sentence, own: Told, over: Told) -> bool:
    """Read "in Tarsk a strike killed nine; in Lom six died in a house": no later death, in care."""
    counted = figures(h for h in own.found if h.phrase.kind not in _FATES) and figures(over.found)
    if not counted or own.scope.link not in _SIDE or figures(own.found) & figures(over.found):
        return False
    return _are_apart(own, over) and not own.scope.finds(sentence, CARE)


def opens_total(sentence: Sentence, told: Told) -> bool:
    """Read "since protests erupted on 1 May": where a running total starts, and nobody is hurt."""
    opener = sentence.tokens[min(told.scope.tokens)].text.lower()
    return told.scope.link == "after" and opener == "since" and not told.found


def _is_ranked_by(sentence: Sentence, told: Told) -> bool:
    """Read "the deadliest blast since a bomb killed nine": what one is ranked by came before.

    So did "since May, when 40 died".
    """
    opens = min(told.scope.tokens)
    opens += sentence.tokens[opens].text.lower() == "since"
    before = sentence.text[: sentence.tokens[opens].start - sentence.span.start]
    ranked = (
        told.scope.link in {"after", "while", "relative"} and _RANKED.search(before) is not None
    )
    return ranked and (_is_told(sentence, told.found) or bool(figures(told.found)))


def _came_before(sentence: Sentence, told: Told) -> bool:
    """Read "the second such raid in a week: on 3 May rebels killed nine": the first of the two."""
    first = sentence.tokens[min(told.scope.tokens)].start - sentence.span.start
    counted = told.scope.link == "part" and _COUNTED.search(sentence.text[:first]) is not None
    return counted and bool(told.days) and _is_told(sentence, told.found)


def _is_answered(sentence: Sentence, own: Told, over: Told) -> bool:
    """Read "the raid came after two herders were killed": whom it answers for died before."""
    if own.scope.link != "after" or own.scope.measured or over.found:
        return False
    fresh = [h for h in own.found if h.outcome in HURT and h.phrase.kind not in _FATES]
    return bool(figures(fresh)) and _CAME.match(sentence.text) is not None


def _is_last_one(sentence: Sentence, told: Told) -> bool:
    """Read "the seventh blast in a month; the last one, on Saturday, killed four": not this."""
    first = sentence.tokens[min(told.scope.tokens)].start - sentence.span.start
    return _LAST_ONE.match(sentence.text, first) is not None and _is_told(sentence, told.found)


def opens_apart(sentence: Sentence, found: Sequence[Harm]) -> bool:
    """Read "The next day, gunmen shot two": not what was told last before.

    So "fired rockets four days earlier, killing 13", below the first lines, and "the rebels killed
    30 in the next valley a month later".
    """
    text = sentence.text
    follows = _FOLLOWS.match(text) is not None
    dated = _FRONTED.match(text) or (sentence.paragraph and _EARLIER_ON.search(text))
    dated = dated or _LAST_ONE.match(text)
    dated = dated or (_MUCH_LATER.search(text) if figures(found[-1:]) else None)
    return sentence.part == "text" and (follows or bool(dated)) and _is_told(sentence, found)


def _is_dated_apart(sentence: Sentence, told: Sequence[Told], place: int) -> bool:
    """Read "a day after a bomb in Mopti that killed nine", "hours after a deadly ambush"."""
    within = _within([t.scope for t in told], place)
    own = [h for n in within for h in told[n].found]
    over = [h for n, t in enumerate(told) if n not in within for h in t.found]
    scope = told[place].scope
    # "weeks after two monks died": so long after, no later death of those told of
    long = scope.is_long_before and any(
        h.outcome in HURT and h.phrase.kind not in _FATES and figures([h]) for h in own
    )
    if not long and not _is_told(sentence, own) and not scope.finds(sentence, _NEW):
        return False
    if not over:
        first = sentence.tokens[min(scope.tokens)].start - sentence.span.start
        known = _KNOWN.search(sentence.text[:first]) is not None and bool(figures(own))
        return known or _CAME.match(sentence.text) is not None
    return (
        _is_told(sentence, [h for h in over if not h.phrase.people.are_attackers])
        and not figures(own) & figures(over)
        and not any(_is_state(sentence, h.trigger) for h in over)
    )


def _is_state(sentence: Sentence, index: int) -> bool:
    """Tell whether a word says how things are: "five are dead a day after a bomb hit", "remain"."""
    token = sentence.tokens[index]
    near = [index, *(k for k in sentence.kids[index] if sentence.tokens[k].dep in _AUXILIARIES)]
    if token.dep in {"acomp", "attr", "oprd", "xcomp"}:
        near.append(token.head)
    return any(
        sentence.tokens[k].tag in {"VBZ", "VBP"} and sentence.tokens[k].lemma.lower() != "have"
        for k in near
    )


def _within(scopes: Sequence[Scope], place: int) -> frozenset[int]:
    """Return the places of a scope and of all that hang on it."""
    found, grown = frozenset[int](), frozenset({place})
    while grown != found:
        found = grown
        grown = found | {n for n, s in enumerate(scopes) if s.above in found}
    return found


def is_earlier(sentence: Sentence, scope: Scope) -> bool:
    """Read "the scene of an earlier killing": past history, whatever stands above it."""
    return scope.link in {"noun", "after"} and scope.finds(sentence, _EARLIER)


def _is_of_another(sentence: Sentence, scope: Scope) -> bool:
    """Read "came a month after another in which nine died": not what was told before."""
    first = sentence.tokens[min(scope.tokens)].start - sentence.span.start
    said = _ANOTHER.search(sentence.text[:first])
    return scope.link == "relative" and said is not None


def _is_told(sentence: Sentence, found: Sequence[Harm]) -> bool:
    """Tell whether new people are hurt: no later death, no known ones, no arrest, no running toll.

    "The five died a day after", "he was shot", "the toll rose to 12", "three more of them".
    """
    return any(
        h.outcome in HURT
        and (h.phrase.kind not in _FATES or is_passing(sentence, h) or _are_owned(sentence, h))
        and h.plain
        and not h.is_total
        and (
            sentence.tokens[h.trigger].lemma.lower() not in words("late")
            or _has_cause(sentence, h.trigger)
        )
        for h in found
    )


def _are_owned(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether some are told by whose they are, and not known: "three of her colleagues"."""
    of = harm.phrase.head + 1
    owned = sentence.tokens[of + 1 : of + 2]
    return sentence.lowered[of : of + 1] == ("of",) and any(t.tag == "PRP$" for t in owned)


def _has_cause(sentence: Sentence, death: int) -> bool:
    """Tell whether words say in what somebody died, so not of wounds: "in an exchange of fire"."""
    for k in sentence.kids[death]:
        thing = clauses.kid(sentence, k, "pobj") if sentence.lowered[k] in {"in", "by"} else None
        if thing is None:
            continue
        one = sentence.lowered[clauses.chunk_left(sentence, thing)] in {"a", "an"}
        fire = "fire" in sentence.lowered[thing : thing + 3]
        if one and (fire or event_word(sentence, thing) is not None):
            return True
    return False


def _differs(own: frozenset[str], over: frozenset[str]) -> bool:
    return meet(own, over) is False


def _is_past(sentence: Sentence, own: Told) -> bool:
    """Tell whether figures are of an earlier time: "14 pickers had been killed"."""
    return any(
        sentence.tokens[k].text.lower() == "had"
        for h in own.found
        for k in sentence.kids[h.trigger]
    )
