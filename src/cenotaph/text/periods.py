"""A word of harm in its sentence -> over what span of time a figure runs."""

from __future__ import annotations

import re
from typing import cast

import msgspec

from cenotaph.model import Scope
from cenotaph.text import clauses
from cenotaph.text.almanac import WEEKDAY
from cenotaph.text.courts import is_tried
from cenotaph.text.day_totals import HOURS, tells_how
from cenotaph.text.lexicon import grouped
from cenotaph.text.period_attacks import (
    ATTACKS,
    is_of_days_of,
    is_of_many_attacks,
    is_of_ranked_spell,
    is_of_running_count,
)
from cenotaph.text.period_reach import is_apart
from cenotaph.text.reading import Sentence


class Period(msgspec.Struct, frozen=True):
    """Over what time a figure runs (COUNTING 16), in the words that say so."""

    scope: Scope = "incident"
    since: str | None = None
    as_of: str | None = None


_NUMBERS = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple of)"
)
_UNIT = r"(?:days?|weeks?|months?|years?|decades?|weekends?)"  # hours are a moment still
_WAR_WORDS = (
    r"(?:war|conflict|insurgency|dictatorship|regime|intifada|genocide|occupation|uprising"
    r"|violence)"
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:19|20)\d\d"
_EDGE = r"(?:(?:the )?(?:start|beginning|middle|end) of |early |late |mid-)?"  # of a month
_EVENT = (
    r"(?:attack|bombing|killing|shooting|murder|strike|explosion|raid|incident|blast|clash|death"
    r"|slaying|stabbing|abduction|shelling|massacre|homicide|robbery|crash|crackdown|ambush|assault|riot|battle"
    r"|operation|siege|rampage|stampede|pogrom)"
)
_ONE = (  # what takes a moment, as a battle, a siege or a crackdown need not
    r"(?:attack|bombing|shooting|strike|explosion|raid|blast|massacre|abduction|ambush|crash"
    r"|stampede|shelling)"
)
_MOMENT = r" (?:ago|earlier|later|before|after|since)\b"  # "a day earlier" is one moment
# "bringing to nine the number of dead": of nothing wider than what has just been told
_NO_WIDER = r"(?:(?! (?:since|this|last|so|in|across|by|during|over|from|on|at|for)\b)[^.;,])"
# "since the invasion", "since April 2023", "since Monday": the figure adds up what came after.
_BRACKETED = re.compile(r"^.*?\[[Tt]ext\]|\[[^\]]*\]", re.DOTALL)
_SINCE = re.compile(
    # "four have since died" only goes on; "has since January killed" adds up
    r"(?:(?<!\bhas )(?<!\bhad )(?<!\bhave )|(?=since (?:the|its|that|early|late|mid|last|[A-Z\d])))"
    r"\b[Ss]ince (?P<since>(?:the |its |his |their |this |that |early |mid-|late )*[^\s,.;]+"
    r"(?:(?: of| in| on| between| by)? (?:the |an? |last |this )?(?:[A-Z][\w’'-]*|\d{4}\b|\d{1,2}\b"
    r"|invasion|war|conflict|beginning|start|coup|uprising|revolution|ceasefire|truce|offensive"
    r"|week|month|year|rebellion|Russian|full-scale|began|started"
    r"|erupted|broke out|flared|resumed|launched))*"
    r"(?:(?: (?!in\b|on\b)[\w-]+){1,7} (?:in|on) (?:late |early |mid-)?"
    rf"(?:\d{{1,2}} )?{MONTH}\b(?:,? {YEAR}\b| \d{{1,2}}\b(?:,? {YEAR}\b)?)?)?"
    rf"(?:(?<=\d), {YEAR}\b)?)"
)
# "83 wounded brought in since this morning": hours are a moment still
_HOURS = re.compile(
    r"(?:(?:this|last|early|late|the) )*(?:morning|dawn|daybreak|sunrise|noon|midday|midnight"
    r"|evening|night|afternoon)\b|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|hrs\b|h\b)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|gravest|heaviest|highest|first|fiercest"
    r"|most (?!of\b)\w+)"
    r"\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_WORST = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|gravest|heaviest|fiercest)"
    rf"\b[^.,;]{{0,40}}\b{_EVENT}s?\b(?:(?!, (?:and|while|but)\b)[^.;]){{0,60}}$",
    re.IGNORECASE,
)
_EVER_SINCE = re.compile(r"\b(?:have|has|had)\b.*\bsince\W*$", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"\b(?:so far (?:this|in (?:the|19|20|this))|to date|overall|in total since"
    r"|in (?:the |these )?(?:[\w-]+ ){0,2}(?:protests|unrest|crackdown|campaign|siege) so far"
    r"|in (?:the|its|a|this|that) (?:(?!worst |\w+est )\S+ )?"
    rf"(?:civil |brutal |bloody )?{_WAR_WORDS}\b(?!['’])"
    rf"|during (?:the|its|a|this|that) (?:\S+ ){{0,2}}{_WAR_WORDS}"
    rf"|(?:in|of|after|over|during)(?: the| more than| over| almost| nearly| about)* {_NUMBERS}"
    rf"(?: |-)(?:years?|decades?|months?)(?:-old|-long)? (?:of )?(?:\S+ )?(?:{_WAR_WORDS}|fighting)"
    rf"|(?:decade|year|month)s?-(?:old|long) (?:civil )?{_WAR_WORDS}"
    rf"|during the {_NUMBERS} {_UNIT} of|over the years|in the fighting since"
    rf"|toll (?:from|of|in|since) the (?:[\w-]+ )?(?:{_WAR_WORDS}|campaign|aggression|offensive)"
    r"|(?:brings?|bringing|brought|raises|raising"
    r"|(?:takes?|taking|took|raised?|push(?:es|ed|ing)?)(?= to [\w,-]+ (?:the|people)\b)) to"
    rf"(?![^.;]{{0,60}}? in (?:the|an?|\w+['’]s) (?:[\w-]+ ){{0,3}}{_ONE}\b)"
    rf"(?! [\w,-]+ (?:the|people)\b{_NO_WIDER}*(?:[.;,]|$))"
    r"(?! (?:the|an?|his|her|their|its|this|that|safety|hospitals?|court|trial|justice)\b))\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"\b(?:(?:in|over|during|within|for|throughout)(?: the| just the| only the)?"
    rf" (?:past|last|previous|recent|preceding)(?: {_NUMBERS})? +{_UNIT}"
    rf"|(?:in|of|over|during|within) the (?:first|opening) (?:{_NUMBERS} )?{_UNIT} of"
    rf"|in (?:just |less than |under |only )?{_NUMBERS} {_UNIT}(?: of)?"
    rf"|(?:this|last|each|every|per|a(?= \w+\b(?!{_MOMENT}))) (?:year|month)|annually|yearly"
    rf"|(?:each|every|per|a(?= \w+\b(?!{_MOMENT}))) (?:day|week)"
    rf"|(?:in|during|for|throughout) (?:the (?:whole |first (?:half|quarter|\w+ months) of )?)?"
    rf"(?:{YEAR}|(?<=of )(?:the|this|last) year)\b(?! (?:[\w’'-]+ ){{0,3}}?{_EVENT}\b)"
    r"|(?:in|during|of) the (?:early |mid-|late )?(?:19|20)?\d0s"
    rf"|between (?:\w+ )?{YEAR} and (?:\w+ )?{YEAR}|from (?:\w+ )?{YEAR} to (?:\w+ )?{YEAR}"
    rf"|(?:between|from) {_EDGE}{MONTH}(?: {YEAR})? (?:and|to|until|through) {_EDGE}{MONTH}"
    r"\b(?! \d{1,2}\b)"
    rf"|this week|last week|over the weekend(?=[^;]* {ATTACKS}\b)"
    r"|(?:(?<=shootings )|(?<=shelling )|(?<=strikes )|(?<=clashes )|(?<=fighting )"
    r"|(?<=violence )|(?<=attacks ))over the weekend|the (?:previous|same) weekend"
    r"|(?:in|during|for|over) the (?:week|month|fortnight|quarter|period)"
    r" (?:of(?= \d)|from|between|ending|under)"
    r"|(?:in|during|for|over) (?:the|this) (?:reporting|review) (?:period|week|month)"
    r"|in recent (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
# "The third blast in a month killed two": a rank among several, and one of them.
_RANKED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|[4-9]th|latest|another)\b"
    rf"(?: such| similar| deadly| major)?(?: (?:[\w-]+ ){{0,2}}{_EVENT})?(?: of its kind)?"
    r"(?: to [^.,;:]{1,30})? (?:(?:in|within) )?(?:less than |just |only |as many )?$",
    re.IGNORECASE,
)
# "a wave of bombings": many incidents, unless it came on one day.
_WAVE = re.compile(
    rf"\b(?:series|string|wave|spate) of (?:[\w-]+ ){{0,2}}{ATTACKS}\b", re.IGNORECASE
)
_SEPARATE = re.compile(rf"(?:\w+ )?(?:separate|unrelated) (?:[\w-]+ )?{ATTACKS}\b", re.IGNORECASE)
# What a period at the head of a sentence does not reach beyond; "but who have vanished" is within.
_TURNS = re.compile(r"\b(?:when|while|after|before|but(?! who\b))\b|;", re.IGNORECASE)
# "a siege in which 900 have died": what the relative clause counts, the whole of it took.
_IN_WHICH = re.compile(
    rf"(?:{_WAR_WORDS}|siege|blockade|offensive|campaign|crackdown|bombardment)"
    r"(?: of [\w-]+)?,? (?:in|during) which\b",
    re.IGNORECASE,
)
# "From 1 to 31 May", "between 3 April and 9 June": no one moment.
_FROM_TO = re.compile(
    rf"\b(?:from|between|of) (?P<first>\d{{1,2}})(?P<other> {MONTH}(?:,? {YEAR})?)?,?"
    rf" (?:to|and|until) (?P<last>\d{{1,2}}) {MONTH}\b",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(rf"\b(?:on {WEEKDAY}|\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b")
NAMED = re.compile(
    r"\b(?:an?|the|this|that|one|its|his|their) (?:[\w-]+ ){0,3}"
    rf"(?:{_EVENT}|bomb|grenade|land ?mine|missile|rocket|shell|bomber|gunman)\b",
    re.IGNORECASE,
)
_EVENTS_ALL = re.compile(ATTACKS)
_SUCH = frozenset({"such", "similar", "previous", "earlier", "repeated"})
_SUMMED = frozenset({"total", "altogether", "overall", "combined"})
_DAY_BEFORE = frozenset({"the previous day", "the day before"})
_LATELY = frozenset({"last month", "last year", "last week", "this month", "this week"})
_IN_YEAR = re.compile(rf"in {YEAR}", re.IGNORECASE)
_SIMILAR = re.compile(r"\b(?:similar|previous|earlier)\b", re.IGNORECASE)
_LONG = 3  # days: what took longer is no one incident
# "746 injured in 240 settlements", "three separate shootings left five dead": many incidents.
_IN_MANY = re.compile(
    r"\b(?:(?:in|across|throughout) (?:\d{2,}|dozens of|scores of|hundreds of)"
    r" (?:settlements|towns|villages|locations|districts|communities|localities|attacks"
    r"|incidents)"
    r"|(?:across|all over|throughout) (?:the|this|his|her|their|its) (?:whole |entire )?"
    r"(?:country|nation|state|province|region|territory|island|enclave|strip|city)"
    r"|nationwide|countrywide|citywide|statewide|countywide"
    rf"|separate (?:[\w-]+ )?{ATTACKS})\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\b(?:as of|up to|until|by|from|for) (?P<as_of>(?:late |early |the end of )?"
    r"(?:the previous day|the day before|yesterday|last night"
    rf"|{WEEKDAY}(?: (?:night|morning|evening|afternoon))?"
    rf"|\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?))\b(?!['’]s )"
)


def period(sentence: Sentence, trigger: int, *, dated: bool = False) -> Period:
    """Return over what time the figure at `trigger` runs, from words in its own sentence.

    `dated`: the sentence names one day.
    """
    key = (period, trigger, dated)
    if key not in sentence.done:
        sentence.done[key] = _period(sentence, trigger, dated=dated)
    return cast("Period", sentence.done[key])


def _period(sentence: Sentence, trigger: int, *, dated: bool) -> Period:
    since = _SINCE.search(sentence.cased)
    since = None if since is not None and _HOURS.match(since["since"]) else since
    as_of = _AS_OF.search(sentence.cased)
    day = as_of["as_of"] if as_of is not None and as_of["as_of"] != "" else None
    if _EVER_SINCE.search(sentence.cased) and since is None:
        return Period("cumulative", None, day)
    if since is not None and _SUPERLATIVE.search(sentence.cased[: since.start()]):
        since = None  # "the deadliest raid since the war" counts nothing up
    if since is not None and (
        is_of_running_count(sentence, trigger) or not is_apart(sentence, trigger, since.start())
    ):
        return Period("cumulative", since["since"].strip(), day)
    spell = is_of_ranked_spell(sentence, trigger) or is_of_days_of(sentence, trigger)
    if not spell and _is_worst_event(sentence):
        return Period("incident", None, day)
    if not spell and _is_of_war_and_all(sentence, trigger, dated=dated):
        return Period("cumulative", None, day)
    wave = not dated and _is_of_a_wave(sentence, trigger)
    if spell or wave or _adds_up(sentence, trigger):
        return Period("series", None, day)
    return Period("incident" if day not in _DAY_BEFORE else "cumulative", None, day)


def _is_of_a_wave(sentence: Sentence, trigger: int) -> bool:
    return near(_WAVE, sentence, trigger) or is_of_many_attacks(sentence, trigger)


def _is_of_war_and_all(sentence: Sentence, trigger: int, *, dated: bool) -> bool:
    """Tell whether a figure is a war's or all that came before: "in the war", "to date"."""
    war = not dated and _is_of_a_war(sentence, trigger)  # on one day a regime kills some
    return war or near(_CUMULATIVE, sentence, trigger)


def _is_worst_event(sentence: Sentence) -> bool:
    """Tell whether a war or a year only ranks one event: "the worst raid in 20 months of war".

    So does "in the deadliest attack on the town this year".
    """
    spells = [m for form in (_CUMULATIVE, _SERIES) for m in form.finditer(sentence.cased)]
    return bool(spells) and all(_WORST.search(sentence.cased[: m.start()]) for m in spells)


def _adds_up(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a figure adds up incidents of many days or places."""
    line = sentence.cased
    return (
        near(_SERIES, sentence, trigger)
        or (near(HOURS, sentence, trigger) and not (tells_how(line) or NAMED.search(line)))
        or _opens_with_series(sentence, trigger)
        or _is_of_attacks(sentence, trigger)
        or near(_IN_MANY, sentence, trigger)
        or any(_covers(sentence, trigger, m) for m in _FROM_TO.finditer(sentence.cased))
    )


def _covers(sentence: Sentence, trigger: int, spell: re.Match[str]) -> bool:
    """Tell whether a figure adds up days that a sentence names: those at its head do for all.

    "Between 2 and 8 March the mission verified that a strike on 5 March killed nine": not those
    of another clause, where the sentence names a day besides.
    """
    long = spell["other"] is not None or int(spell["last"]) - int(spell["first"]) > _LONG
    of_all = spell.start() == 0 and _ONE_DAY.search(sentence.cased, spell.end()) is None
    return long and (of_all or not is_apart(sentence, trigger, spell.start()))


def _is_of_attacks(sentence: Sentence, trigger: int) -> bool:
    """Tell a total over attacks: "the attacks have killed 48 in total", "such raids have".

    So are "attacks carried out over the past 12 days".
    """
    doer = clauses.kid(sentence, trigger, "nsubj")
    have = any(clauses.lower(sentence, k) in {"have", "’ve"} for k in sentence.kids[trigger])
    if doer is not None and have and clauses.lower(sentence, doer) in {"they", "these"}:
        return sentence.tokens[trigger].lemma.lower() in grouped("harm.txt")["lives.taken"]
    if doer is None or not have or not _EVENTS_ALL.fullmatch(clauses.lower(sentence, doer)):
        return False
    marks = {clauses.lower(sentence, k) for k in sentence.kids[doer]}
    summed = {clauses.lower(sentence, k) for k in range(trigger, len(sentence.tokens))}
    below, base = sentence.subtree(doer), sentence.span.start
    spells = (sentence.token_at(base + m.start()) for m in _SERIES.finditer(sentence.cased))
    return bool(marks & _SUCH or summed & _SUMMED or set(spells) & set(below))


def _is_of_a_war(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a war or a siege does the harm: "the war, which killed", "a siege in which"."""
    ends = (m.end() - 1 for m in _IN_WHICH.finditer(sentence.cased))
    if any(not is_apart(sentence, trigger, end) for end in ends):
        return True
    at = trigger
    for _ in range(3):
        doer = clauses.kid(sentence, at, *clauses.SUBJECTS)
        if doer is not None:
            if sentence.tokens[doer].dep != "nsubj":
                return False
            word = sentence.tokens[clauses.antecedent(sentence, doer)].lemma.lower()
            return word in grouped("harm.txt")["wars"]
        at = sentence.tokens[at].head
    return False


def _opens_with_series(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a sentence opens with what spans all of it: "In three months, ...".

    So do "three separate shootings" that "left five dead".
    """
    line = sentence.cased
    if _SEPARATE.match(line):
        return _TURNS.search(line[: sentence.tokens[trigger].end - sentence.span.start]) is None
    found = _SERIES.search(line)
    if found is None or _is_once(sentence, trigger, found):
        return False
    if any(c.isalnum() for c in _BRACKETED.sub("", line[: found.start()])):
        return False
    end = sentence.tokens[trigger].start - sentence.span.start
    whole = _TURNS.search(line[found.end() : end]) is None
    return whole and line[found.end() :].lstrip().startswith(",")


def near(pattern: re.Pattern[str], sentence: Sentence, trigger: int) -> bool:
    """Tell whether words that a pattern finds are of the clause that a trigger stands in."""
    return any(
        not is_apart(sentence, trigger, m.start())
        and not _is_once(sentence, trigger, m)
        and _RANKED.search(sentence.cased[: m.start()]) is None
        for m in pattern.finditer(sentence.cased)
    )


def _is_once(sentence: Sentence, trigger: int, spell: re.Match[str]) -> bool:
    """Tell a time when one thing happened: "a bombing last month" of a series.

    So did what is tried: "charged with the murder of three men in 1982".
    """
    noun = sentence.tokens[trigger].pos == "NOUN" or sentence.tokens[trigger].dep == "pcomp"
    if _IN_YEAR.fullmatch(spell[0]) and noun and is_tried(sentence, trigger):
        return True
    if spell[0].lower() not in _LATELY:
        return False
    told = sentence.tokens[trigger].dep == "acl"  # "the five men abducted last month"
    event = NAMED.search(sentence.cased)
    return told or (event is not None and _SIMILAR.search(event[0]) is None)
