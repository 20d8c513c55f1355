"""A sentence -> its words for days and periods, with TIMEX3 templates (COUNTING 24).

What the words alone give; `resolve.days` sets them against the day of publication. The templates
are described in `text.daywords`. Only a day's own words are in a phrase: "since", "on" and "by"
stay outside, a part of the day ("Thursday night", "the morning of 9 March") belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model import Part, Span, When
from cenotaph.text import daywords as read
from cenotaph.text.almanac import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS
from cenotaph.text.dayrules import RULES, compiled
from cenotaph.text.daywords import Atom, Lean, Reader
from cenotaph.text.reading import DayPhrase, Sentence

_COUNTED = (
    r"people|persons?|civilians?|soldiers?|troops?|fighters?|militants|rebels|men|women|children"
    r"|boys"
    r"|girls|dead|deaths?|killed|injured|wounded|victims?|casualties|bodies|refugees|residents"
    r"|homes"
    r"|houses|buildings|villagers|workers|students|police|officers|members|prisoners|detainees"
    r"|others"
    r"|more|times|feet|ft|met(?:er|re)s?|m|km|kilomet(?:er|re)s?|miles?|kg|tons?|tonnes?|pounds"
    r"|dollars"
    r"|euros|percent|degrees|block|rounds|rockets|missiles|tanks|vehicles|families|barrels|square"
    r"|patients|migrants|passengers|protesters|pesos|yards|acres|hectares|pistol|votes|cases|jobs"
)
_COUNTED_NEXT = compiled(rf"^\s*(?:\w+ )?(?:{_COUNTED})\b")
_ADDRESS_NEXT = re.compile(
    r"^\s+(?:[NSEW]\.?\s|(?:North|South|East|West)\s)?(?:\w+\.?\s){1,3}?(?i:street|st|avenue|ave"
    r"|road"
    r"|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|way|highway|hwy|terrace|parkway)\b"
)
_YEAR_BEFORE = compiled(
    r"(?:\b(?:in|since|by|until|till|from|of|during|before|after|between|through|throughout"
    r"|early|mid-?"
    r"|late|the|circa|ca\.|year|this|end|around|spring|summer|autumn|fall|winter|into|for"
    r"|and its|its"
    r"|their|that|a|an|about|is|was|with|on)|[(\[;]|(?:\d{4}|BC|['’]\d\d) (?:to|and|or)|^) ?$"
)
_YEAR_TRAP = compiled(
    r"\b(?:flight|route|highway|interstate|room|unit|no\.|number|model|apartment|suite|page|box|bus"
    r"|train|at least|nearly|almost|over|more than|less than|fewer than|up to|total of|about"
    r"|estimated"
    r"|is|was|a|an|with|on|around|for|than|worth) ?$"
)
_DAY_BEFORE = compiled(r"\b<DAY> <MONTH>, ?$")  # "as of 18 January, 1800": an hour
_SAFE_YEAR = compiled(r"\b(?:in|since|by|until|from|of) (?:about|around|roughly)? ?$")
_MONTH_BEFORE = compiled(
    r"\b(?:in|since|until|till|during|early|late|mid|last|this|next|end of|beginning of|start of"
    r"|middle of|half of|month of|days of|weeks of|from|through|throughout|between"
    r"|of)[ -](?:the )?$"
)
_MONTH_TRAP = compiled(
    r"\b(?:theresa|brian|imelda|august|april|june|long|to|will|a|the|on|who|they) $"
)
_NAMED_DAYS = compiled(
    r"\b(?:bloody|black|good|palm|easter|ash|fat|cyber|super|sheffield|ruby|giving|freaky|maundy) $"
)
# "The 17 May Movement": a group that is called by a day
_GROUP_NEXT = compiled(
    r"^\s+(?:(?:revolutionary|liberation|national) )?(?:movement|brigade|front|alliance"
    r"|organi[sz]ation|coalition|commandos?|column)\b"
)
# "Aleppo Today reported": a paper's name; not in a headline, where every word has a capital
_PAPERS_TODAY = re.compile(r"\b[A-Z][\w’'-]+\s$")
_SMALL = re.compile(r"\b[a-z]{5,}\b")
_PAPERS_NEXT = compiled(r"^ (?:times|telegraph|mirror|express|mail|herald|post|world)\b")
_PART = "|".join(PARTS)
_BEFORE_DAY = compiled(
    rf"(?:\b(?:the )?(?:early |late |very )?(?P<part>{_PART})(?: hours)? of (?:the )?"
    r"|\b(?:the )?(?:early|late) hours of |\b(?:early|late)(?: on)? (?:the )?"
    rf"|\b(?P<over>overnight)(?: on| into| to)? |\b(?:at )?(?P<at>{_PART}) on )$"
)
_AFTER_DAY = compiled(
    rf"^,? (?:(?:early|late|mid-?)[ -]?)?(?:at |in the |before |after |around )?(?P<part>{_PART})\b"
    r"(?!['’]s (?:edition|paper|newspaper))"
)
_BEFORE_PERIOD = compiled(
    r"\b(?:(?:the )?(?:very )?(?P<half>beginning|start|middle|end|first half|second half"
    r"|latter half"
    r"|first part|early part|latter part|rest|close)(?: of| in)(?: the)? "
    r"|(?:the )?(?:very )?(?:early|mid|late)(?: in)?(?: the)?[ -]+|(?:earlier|later)(?: in)? )$"
)
_JOIN_TIME = compiled(
    r"^(?:,? on |,? (?:at|around|about|shortly after|just after|just before) |, | )$"
)
_FUTURE_BEFORE = compiled(
    r"\b(?:will|shall|won['’]t|going to|due (?:to|(?:back )?in court)|set to|scheduled|slated"
    r"|expects? to|plans? to|planned"
    r"|ahead of|upcoming|is to|are to|was to|were to|to begin|to be held)\b[^.;:]{0,60}$"
)
_FUTURE_AFTER = compiled(
    r"^[^.;:]{0,60}\b(?:will|won['’]t|(?:is|are) (?:to|due|expected|scheduled|set))\b"
)
_PAST_BEFORE = compiled(r"\b(?:said|told \w+|says|was|were|\w+ed) (?:on |late |early |in )?$")

_HARMED_BEFORE = compiled(  # "the boy shot in the arm Tuesday is expected to be released"
    r"\b(?:shot|killed|wounded|injured|hurt|stabbed|died|attacked|struck|hit|fired|exploded|crashed"
    r"|murdered|slain|kidnapped|abducted|bombed|ambushed)\b[^.;:,]{0,70}$"
)


_WORD = re.compile(r"[a-z]+")
_MONTH_WORDS = frozenset(MONTHS)
_UNIT_WORDS = frozenset({
    *(unit + plural for unit in UNITS for plural in ("", "s")), *PARTS, "mornings", "nights",
    *(day + plural for day in WEEKDAYS if len(day) > 5 for plural in ("", "s")), "weekend",
})  # fmt: skip
_OTHER_WORDS = frozenset({
    "today", "tonight", "yesterday", "tomorrow", "ago", "now", "nowadays", "currently", "present",
    "moment", "recently", "lately", "past", "future", "christmas", "new", "halloween", "fourth",
    *SEASONS, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    "nineties", "century",
})  # fmt: skip
_NEEDS_FIGURE = frozenset({
    read.iso, read.numeric, read.date_time_group, read.clock, read.early_era, read.era_year,
    read.year_range,
    read.plain_year, read.decade, read.month_of_year, read.calendar, read.day_of_month,
})  # fmt: skip
_DIGIT = re.compile(r"\d")
_NEEDS_SEASON, _NEEDS_CENTURY = frozenset({read.season}), frozenset({read.century})
_NEEDS_MONTH = frozenset({read.month_of_year, read.calendar, read.bare_month})
_NEEDS_UNIT = frozenset({
    read.distance, read.span_of_time, read.this_unit, read.that_unit, read.length, read.weekday,
    read.to_the_day,
})  # fmt: skip


def find_days(sentence: Sentence) -> tuple[DayPhrase, ...]:
    """Return a sentence's words for days and periods, in reading order, none overlapping."""
    return read_days(sentence.text, sentence.span.start, sentence.part)


def read_days(text: str, offset: int = 0, part: Part = "text") -> tuple[DayPhrase, ...]:
    """Return the words for days and periods in some words that stand at `offset`."""
    useless = _useless(text)
    if useless is None:
        return ()
    atoms = _longest(_widened(text, atom) for atom in _atoms(text, useless))
    return tuple(_phrase(text, atom, offset, part) for atom in _joined(text, atoms))


def _useless(text: str) -> frozenset[Reader] | None:
    """Return the readers that need what the words lack; None where all of them would be."""
    words = set(_WORD.findall(text.lower()))
    figure = _DIGIT.search(text) is not None
    month, unit = not words.isdisjoint(_MONTH_WORDS), not words.isdisjoint(_UNIT_WORDS)
    if not (figure or month or unit) and words.isdisjoint(_OTHER_WORDS):
        return None
    return frozenset().union(
        _NEEDS_FIGURE if not figure else (),
        _NEEDS_MONTH if not month else (),
        _NEEDS_UNIT if not unit else (),
        _NEEDS_SEASON if words.isdisjoint(SEASONS) else (),
        _NEEDS_CENTURY if "century" not in words else (),
    )


def _atoms(text: str, useless: frozenset[Reader]) -> Iterator[Atom]:
    for pattern, reader in RULES:
        if reader in useless:
            continue  # most sentences have no figures, months or units: a third of the time
        for match in pattern.finditer(text):
            for atom in reader(match):
                if atom.start < atom.end and not _is_trap(text, atom):
                    yield atom


def _is_trap(text: str, atom: Atom) -> bool:
    """Tell whether the words mean something else here: a verb, a name, a number of people."""
    before, words, after = text[: atom.start], text[atom.start : atom.end], text[atom.end :]
    match atom.kind:
        case "year":
            return bool(re.fullmatch(r"\d{4}", words)) and _no_year(text, atom)
        case "month":
            return _no_month(text, atom)
        case "day":
            return _no_capital(text, words) or _no_date(before, words, after)
        case "weekday":
            return bool(_NAMED_DAYS.search(before) or _PAPERS_NEXT.match(after))
        case "ref":
            return (
                words == "Today"
                and _PAPERS_TODAY.search(before) is not None
                and (_SMALL.search(text) is not None)
            )
        case _:
            return False


def _no_date(before: str, words: str, after: str) -> bool:
    """Tell a day from a group's name, and from people counted in a month: "in May 5 people"."""
    if _GROUP_NEXT.match(after):
        return re.search(r"\d{4}$", words) is None
    counted = re.search(r"\d$", words) and re.search(r"\bin\s+$", before, re.IGNORECASE)
    return bool(counted and _COUNTED_NEXT.match(after))


def _no_year(text: str, atom: Atom) -> bool:
    """Tell a year from a count or an address: "in 1998", "2000 people", "1914 Oak Street"."""
    before, after = text[: atom.start], text[atom.end :]
    if _ADDRESS_NEXT.match(after) or re.match(r"\s+block\b", after, re.IGNORECASE):
        return True
    if text[atom.start : atom.end] < "1900" and _DAY_BEFORE.search(before):
        return True
    if re.search(r"\d[-–—/]$", before) or re.match(r"[-–—/]\d", after):
        return False  # one end of a range, which has been looked at as a whole
    if _SAFE_YEAR.search(before):
        return bool(re.match(rf"\s+(?:{_COUNTED})\b", after)) and not re.search(
            r"(?i)\bin\s+$", before
        )
    return bool(
        _COUNTED_NEXT.match(after) or _YEAR_TRAP.search(before) or not _YEAR_BEFORE.search(before)
    )


def _no_capital(text: str, words: str) -> bool:
    """Tell whether "march" or "may" is a verb here: written small where others are not."""
    name = re.search(r"(?i)\b(?:march|mar|may|august|aug|sun|sat|wed|dec|jan)\b", words)
    return bool(name and name[0].islower() and re.search(r"[A-Z]", text))


def _no_month(text: str, atom: Atom) -> bool:
    """Tell a bare month from a verb or a person: "in May" against "May said", "march on"."""
    before, words = text[: atom.start], text[atom.start : atom.end]
    name = re.search(r"(?i)\b(?:march|may|august|april|june)\b", words)
    if not name or re.search(r"\d", words):
        return _no_capital(text, words)
    if len(words) > len(name[0]) or _MONTH_BEFORE.search(before):
        return _no_capital(text, words) and not before.lower().endswith("in ")
    verb = name[0].lower() in {"march", "may"}
    return verb or text.isupper() or bool(_MONTH_TRAP.search(before) or not name[0][0].isupper())


def _widened(text: str, atom: Atom) -> Atom:
    """Take in what belongs to the day: "the night of", "early", "mid-"; or "night" after it."""
    before, after = text[: atom.start], text[atom.end :]
    if atom.kind in {"day", "weekday"} and atom.time is None:
        if found := _BEFORE_DAY.search(before):
            part = found["part"] or found["over"] or found["at"]
            atom = _with_part(atom._replace(start=found.start()), part)
        if found := _AFTER_DAY.match(after):
            atom = _with_part(atom._replace(end=atom.end + found.end()), found["part"])
    elif atom.kind in {"month", "year"} and (found := _BEFORE_PERIOD.search(before)):
        half = {"first half": "-H1", "second half": "-H2", "latter half": "-H2"}
        code = half.get((found["half"] or "").lower(), "") if atom.kind == "year" else ""
        atom = atom._replace(start=found.start(), timex=atom.timex + code)
    return atom


def _with_part(atom: Atom, part: str | None) -> Atom:
    if part is None or "T" in atom.timex:
        return atom
    return atom._replace(timex=f"{atom.timex}T{PARTS[part.lower()]}", time=part.lower())


def _longest(atoms: Iterator[Atom]) -> list[Atom]:
    """Keep of overlapping atoms the longest; of equal ones the first rule's."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: a.start - a.end):
        if all(atom.end <= other.start or other.end <= atom.start for other in kept):
            kept.append(atom)
    return sorted(kept)


def _joined(text: str, atoms: list[Atom]) -> list[Atom]:
    """Put an hour and its day together: "at 6:12 a.m. on Tuesday", "Tuesday at 6 a.m."."""
    done: list[Atom] = []
    for atom in atoms:
        if done and _JOIN_TIME.match(text[done[-1].end : atom.start]):
            one = _one(done[-1], atom)
            if one is not None:
                done[-1] = one
                continue
        done.append(atom)
    return done


def _one(first: Atom, second: Atom) -> Atom | None:
    """Return a day with its hour, or None where the two are no such pair."""
    days = {"day", "weekday", "ref"}
    pair = (first, second) if first.kind in days else (second, first)
    day, clock = pair
    if day.kind not in days or clock.kind not in {"time", "part", "overnight"}:
        return None
    code = clock.timex.split("T", 1)[1]
    timex = f"{day.timex.split('T', 1)[0]}T{code}"
    return Atom(first.start, second.end, timex, day.kind, day.lean, clock.time)


def _phrase(text: str, atom: Atom, offset: int, part: Part) -> DayPhrase:
    lean = atom.lean or _lean(text, atom)
    span = Span(start=offset + atom.start, end=offset + atom.end, part=part)
    words = text[atom.start : atom.end]
    return DayPhrase(span=span, when=When(words=words, timex=atom.timex, lean=lean, time=atom.time))


def _lean(text: str, atom: Atom) -> Lean:
    """Say whether a day without a year lies ahead: "will meet on Thursday"."""
    if atom.kind not in {"weekday", "day", "month"} or not atom.timex.startswith("XX"):
        return None
    before, after = text[: atom.start], text[atom.end :]
    if _PAST_BEFORE.search(before) or _HARMED_BEFORE.search(before):
        return None
    return "future" if _FUTURE_BEFORE.search(before) or _FUTURE_AFTER.match(after) else None
