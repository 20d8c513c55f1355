"""A word of harm in its sentence -> whether it happened, over what span of time, by what cause."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from cenotaph.model import Cause, Scope
from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Sentence

Modality = Literal[
    "real",
    "denied",
    "feared",
    "threatened",
    "hypothetical",
    "planned",
    "ratio",
    "fiction",
    "question",
]


class Period(msgspec.Struct, frozen=True):
    """Over what time a figure runs (COUNTING 16), in the words that say so."""

    scope: Scope = "incident"
    since: str | None = None
    as_of: str | None = None


def modality(sentence: Sentence, trigger: int) -> Modality:
    """Return whether the harm at `trigger` is told as having happened (COUNTING 13)."""
    return (
        _own(sentence, trigger)
        or _governed(sentence, trigger)
        or _marked(sentence, trigger)
        or _told_as_fiction(sentence)
        or "real"
    )


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(grouped("modality.txt").get(group, ()))


def _own(sentence: Sentence, trigger: int) -> Modality | None:
    """Read the verb's own auxiliaries: "would kill", "could have been killed", "did not kill"."""
    start = clauses.verb_group_start(sentence, trigger)
    group = [clauses.lower(sentence, i) for i in range(start, trigger)]
    if "or" in {clauses.lower(sentence, trigger - 1), clauses.lower(sentence, trigger + 1)} and (
        sentence.tokens[trigger].pos != "NUM" and not _whether_or_not(sentence, trigger)
    ):
        return "hypothetical"  # "the eighth child to be injured or killed"
    if any(w in {"not", "n't", "never"} for w in group):
        return "denied"
    if any(
        w in {"would", "could", "might", "should", "ca", "can", "will", "shall", "must"}
        for w in group
    ):
        return "hypothetical"
    modals = [
        clauses.lower(sentence, k) for k in sentence.kids[trigger] if sentence.tokens[k].tag == "MD"
    ]
    if modals and not {"have", "has"} & set(group):
        return "feared" if "may" in modals else "hypothetical"
    if "may" in group:
        return "feared"
    if any(w in _words("feared") for w in group):
        return "feared"
    if "to" in group and not any(w in {"have", "been", "has"} for w in group):
        return _infinitive(sentence, trigger, start)
    return None


def _whether_or_not(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a figure stands with "killed or wounded": "40 were killed or wounded" counts both."""
    start = max(0, trigger - 6)
    return any(
        sentence.tokens[i].pos == "NUM"
        or clauses.lower(sentence, i) in {"no", "nobody", "none", "one"}
        for i in range(start, trigger)
    )


def _infinitive(sentence: Sentence, trigger: int, start: int) -> Modality | None:
    """Read "to kill": planned, unless the verb before it brought it about ("went on to kill")."""
    before = [clauses.lower(sentence, i) for i in range(max(0, start - 4), start + 1)]
    if any(w in _words("brought-about") for w in before):
        return None
    return "planned"


def _governed(sentence: Sentence, trigger: int) -> Modality | None:
    """Read the verbs above: "threatened to kill", "denied that three had died", "feared dead"."""
    at, seen, beside = trigger, 0, True
    while seen < 8:
        token = sentence.tokens[at]
        if not beside:
            kind = _by_lemma(token.lemma.lower(), token.text.lower())
            if kind is not None and not _ends_reach(sentence, trigger, at):
                return kind
        if token.head == at or (
            token.dep in {"conj", "relcl", "parataxis"} and at == trigger and seen > 0
        ):
            break
        if token.dep == "relcl" or (token.dep == "advcl" and token.head < at):
            break  # what governs the noun does not govern what is said of it
        beside = token.dep == "conj"  # "stopped a bus and shot two": the first verb governs nothing
        at, seen = token.head, seen + 1
    return None


def _ends_reach(sentence: Sentence, trigger: int, governor: int) -> bool:
    """Tell whether the harm stands before its governor's clause ("killed three, police fear")."""
    return trigger < governor and any(
        clauses.lower(sentence, i) == "," for i in range(trigger, governor)
    )


def _by_lemma(lemma: str, word: str) -> Modality | None:
    for kind in ("denied", "threatened", "planned", "feared", "hypothetical"):
        if lemma in _words(kind) or word in _words(kind):
            return kind
    return None


def _marked(sentence: Sentence, trigger: int) -> Modality | None:
    """Read "if", "unless", "as if" at the head of the clause, and "times more" beside the figure."""
    at, seen = trigger, 0
    while seen < 6:
        for child in sentence.kids[at]:
            if child < trigger and clauses.lower(sentence, child) in {"if", "unless", "lest"}:
                return "hypothetical"
        token = sentence.tokens[at]
        if token.head == at or token.dep in {"relcl"}:
            break
        at, seen = token.head, seen + 1
    if _ASKED.search(sentence.text):
        return "question"
    unproven = _UNVERIFIED.search(sentence.text)
    token = sentence.tokens[trigger]
    return "feared" if unproven and token.end - sentence.span.start <= unproven.start() else None


_ASKED = re.compile(r"\?[\"'”’\s]*(?:$|[\"”’])")
_UNVERIFIED = re.compile(
    r"\b(?:could|can|have|has|had) ?not (?:yet )?(?:immediately |independently )*be(?:en)? "
    r"(?:immediately |independently )*(?:verif|confirm)",
    re.IGNORECASE,
)
_FICTION = re.compile(
    r"\b(?:film|films|movie|movies|novel|drama|episode|sequel|video ?game|screenplay|thriller|"
    r"box office|miniseries|sitcom|soap opera|fictional|in the game)\b",
    re.IGNORECASE,
)


def _told_as_fiction(sentence: Sentence) -> Modality | None:
    return "fiction" if _FICTION.search(sentence.text) else None


_WAR, _CAMPAIGN = 5000, 300  # dead: more than one attack has killed, more than most have
_BLANKS = {ord(c): " " for c in "\n\r\t\u00a0"}
_NUMBERS = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple of)"
)
_UNIT = r"(?:hours?|days?|weeks?|months?|years?|decades?|weekends?)"

# "since the invasion", "since April 2023", "since Monday": the figure adds up what came after.
_SINCE = re.compile(
    r"\bsince (?P<since>(?:the |its |his |their |this |that |early |mid-|late )*[^\s,.;]+"
    r"(?:(?: of| in| on| between| by)? (?:the |an? |last |this )?(?:[A-Z][\w’'-]*|\d{4}|\d{1,2}|invasion|war|conflict|"
    r"beginning|start|coup|uprising|revolution|ceasefire|truce|offensive|week|month|year|rebellion|"
    r"Russian|full-scale|began|started))*)"
)
_EVER_SINCE = re.compile(r"\b(?:have|has|had)\b.*\bsince\W*$", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"\b(?:so far (?:this|in (?:the|19|20|this))|to date|overall|in total since|"
    rf"in (?:the|its|a|this|that) (?:\S+ )?(?:civil |brutal |bloody )?(?:war|conflict|insurgency|uprising|intifada|dictatorship)\b|"
    r"during (?:the|its|a|this|that) (?:\S+ ){0,2}(?:war|conflict|insurgency|dictatorship|regime|intifada|genocide|occupation)|"
    rf"(?:in|of|after|over|during)(?: the| more than| over| almost| nearly| about)* {_NUMBERS}(?: |-)(?:years?|decades?|months?)(?:-old|-long)? "
    r"(?:of (?:\S+ )?)?(?:war|conflict|fighting|insurgency|violence|civil war)|"
    r"(?:decade|year|month)s?-(?:old|long) (?:civil )?(?:war|conflict|insurgency|violence)|"
    rf"during the {_NUMBERS} {_UNIT} of|"
    r"over the years|in the fighting since|year-(?:old|long) (?:civil )?(?:war|conflict|insurgency)|"
    r"(?:overall|cumulative|total|confirmed|official) (?:death )?toll (?:from|of|in|since) the (?:war|conflict)|"
    r"brings? to|bringing to|brought to|raises to|raising to)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"\b(?:(?:in|over|during|within|for|throughout)(?: the| just the| only the)? (?:past|last|previous|recent|preceding)(?: {_NUMBERS})? +{_UNIT}|"
    rf"in (?:just |less than |under |only )?{_NUMBERS} {_UNIT}(?: of)?|"
    r"(?:this|last|each|every|per|a) (?:year|month)|annually|yearly|(?:each|every|per|a) (?:day|week)|"
    r"(?:in|during|for|throughout) (?:the (?:whole |first (?:half|quarter|\w+ months) of )?)?(?:19|20)\d\d\b(?! (?:attack|bombing))|"
    r"(?:in|during|of) the (?:early |mid-|late )?(?:19|20)?\d0s|"
    r"between (?:\w+ )?(?:19|20)\d\d and (?:\w+ )?(?:19|20)\d\d|"
    r"from (?:\w+ )?(?:19|20)\d\d to (?:\w+ )?(?:19|20)\d\d|"
    r"this week|last week|over the weekend|in recent (?:days|weeks|months|years)|(?:series|string|wave|spate) of (?:[\w-]+ ){0,2}(?:attack|bombing|killing|shooting|murder|strike|explosion|raid|incident|blast|clashe)s)\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\b(?:as of|up to|until|by|from|for) (?P<as_of>(?:late |early |the end of )?(?:the previous day|the day before|"
    r"yesterday|last night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|evening|afternoon))?|"
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?))\b"
)


def period(sentence: Sentence, trigger: int) -> Period:
    """Return over what time the figure at `trigger` runs, from words in its own sentence."""
    since = _SINCE.search(_line(sentence))
    as_of = _AS_OF.search(_line(sentence))
    day = as_of["as_of"] if as_of is not None and as_of["as_of"] != "" else None
    if _EVER_SINCE.search(_line(sentence)) and since is None:
        return Period("cumulative", None, day)
    if since is not None and not _apart(sentence, trigger, since.start()):
        return Period("cumulative", since["since"].strip(), day)
    if _near(_CUMULATIVE, sentence, trigger):
        return Period("cumulative", None, day)
    if _near(_SERIES, sentence, trigger):
        return Period("series", None, day)
    if as_of is not None and as_of["as_of"] in {"the previous day", "the day before"}:
        return Period("cumulative", None, day)
    return Period("incident", None, day)


def large(sentence: Sentence, trigger: int, low: int | None, *, vague: bool, dated: bool) -> bool:
    """Tell whether a figure is too large, or too vague, to be of one moment as it is told.

    "More than 70,000 have died" without a day adds up a war; "many have been killed" a time.
    """
    if low is None or (dated and low < _WAR):
        return False
    start = clauses.verb_group_start(sentence, trigger)
    perfect = any(
        clauses.lower(sentence, i) in {"have", "has", "had"}
        for i in range(max(0, start - 1), trigger)
    )
    return low >= _WAR or (perfect and (low >= _CAMPAIGN or vague))


def _near(pattern: re.Pattern[str], sentence: Sentence, trigger: int) -> bool:
    return any(not _apart(sentence, trigger, m.start()) for m in pattern.finditer(_line(sentence)))


def _line(sentence: Sentence) -> str:
    """Return a sentence's text with its line ends as blanks, offsets unchanged."""
    return sentence.text.translate(_BLANKS)


def _apart(sentence: Sentence, trigger: int, offset: int) -> bool:
    """Tell whether words at an offset belong to another clause than the trigger's.

    "He has led the union since 2010 and was shot on Monday": the verb between them, or a relative
    clause, takes the period for itself.
    """
    at = sentence.token_at(sentence.span.start + offset)
    if at is None:
        return False
    low, high = sorted((at, trigger))
    between = range(low + 1, high)
    if any(
        clauses.lower(sentence, i) in {";", "when", "while", "after", "before", "but"}
        for i in between
    ):
        return True
    return any(_is_verb(sentence, i) for i in between) and not _governs(sentence, trigger, at)


def _is_verb(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.tag in {"VBD", "VBZ", "VBP", "VBG"} and token.dep not in {
        "amod", "aux", "auxpass", "compound", "pcomp", "prep",
    }  # fmt: skip


def _governs(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether the trigger stands above the words in the parse."""
    for _ in range(8):
        if at == trigger:
            return True
        head = sentence.tokens[at].head
        if head == at:
            return False
        at = head
    return False


_INDIRECT = re.compile(
    r"\b(?:of|from|because of|due to|by|for (?:lack|want) of|owing to) (?:\w+,? (?:and )?)?(?:hunger|thirst|dehydration|starvation|malnutrition|"
    r"cold|hypothermia|exposure|exhaustion|disease|cholera|(?:lack|shortage) of|the cold|famine|untreated|want of)\b",
    re.IGNORECASE,
)


def cause(sentence: Sentence, trigger: int) -> Cause:
    """Return whether the violence itself harmed, or hunger, thirst, cold after it (COUNTING 15a)."""
    token = sentence.tokens[trigger]
    tail = sentence.text[max(0, token.start - sentence.span.start - 40) :]
    doer = clauses.kid(sentence, trigger, "nsubj")
    if doer is not None and clauses.lower(sentence, doer) in grouped("harm.txt")["want"]:
        return "indirect"  # "measles killed 118 children"
    if token.lemma in {"starve", "freeze"} or _INDIRECT.search(tail):
        return "indirect"
    return "direct"
