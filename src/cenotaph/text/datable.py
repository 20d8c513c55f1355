"""Words for days -> those that can be the day of an event: no length of time, no dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cenotaph.model import Span, When
from cenotaph.text import clauses
from cenotaph.text.day_verbs import relative_deed
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import DayPhrase, Reading, Sentence
from cenotaph.text.shown import dateline

_BOUND = re.compile(
    r"(?i)\b(?:since|until|till|by|as of|from|for|starting|beginning|born(?: on| in)?)\s+"
    r"(?:(?:late|early|mid|last|this|next|the|about|around|at least|roughly|on|in)\s+)*$"
)
_BESIDE_DAY = re.compile(
    r"(?i)\b(?:before|after|prior to|ahead of|following)\s+"
    r"(?:(?:late|early|last|this|next|the|about|around)\s+)*$"
)
_JOINED = re.compile(r"(?i)\s*(?:[-–—]|\bto\b|\bthrough\b|\binto\b|\band\b)\s*")
_BETWEEN = re.compile(r"(?i)\b(?:between|from)\s+$")
_NIGHT_OF = re.compile(r"(?i)\bnight (?:of|from)\b")  # "the night of 10 to 11 August"
_THAT = re.compile(r"(?i)\bthat\s+$")
# What stands before the day of a page or of a message quoted in it.
_STAMP = re.compile(
    r"(?i)(?:\b(?:published|updated?|posted|modified|first aired|last update|photos? taken)"
    r"(?: on| at)?(?::\s*|\s+)(?:@\s*)?"
    r"(?:\w+,\s*)?|\(@\w+\)\s*|\s//\s|https?://\S*|pic\.twitter\.com/\w*)$"
)
# "The death toll from the blast rose to 92 on Tuesday", "the number of the dead reached nine late".
_RISEN = re.compile(
    r"(?i)\b(?:toll|number|total|count)\b[^.;\n]*\b(?:rose|risen|reached|climbed|stood|stands|grew"
    r"|grown|jumped|increased)(?: (?:to|at))?(?: (?:at least|about|more than|nearly))? [\w,-]+"
    r"(?: (?:people|dead|deaths))? (?:(?:on|by|late|early) )*$"
)
_TOLL_REACH = 200  # characters between a toll and the day on which it rose
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # "2:17": an hour after "at", else how long a film is
_AT_HOUR = re.compile(
    r"(?i)\b(?:at|around|about|near|just|shortly|before|after|by|from|between|and|to|until|till|since"
    r"|approximately|roughly|circa|the)\s+$"
)
_SOME = {"a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4}
DAYS_AFTER = re.compile(rf"(?i)(?P<some>{'|'.join(_SOME)}) days? after")
_TOLD_FROM = re.compile(r"(?i)\b(?:after|before)$")
_MEETING = frozenset({"gather", "assemble", "congregate", "flock", "queue"})
_STANDING = frozenset({"park", "locate", "situate"})
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_INSIDE = frozenset({"at", "in", "inside", "outside", "near", "during"})
_DASH = 4  # characters in which a dateline's dash and the next word's first letter stand
_REACH = 60  # characters before a day in which such a word stands
_DATELINE = re.compile(r"[A-Z][^!?\n]{1,80}[,(]\s*")
_AFTER_DATELINE = re.compile(r"\)?\s*(?:\(|--|—|–|:|\[)")
_WEEK = re.compile(r"(?:PUB|REF)[+-]\w+W~?")
# "in March", "in 2019", "two years ago": long before, as a rule
_LONG_AGO = r"(?:PUB|REF)-\w*[MYEC]~?|(?:\d\d|XX)\d\d(?:-\d\d)?|\d{3}|XXXX-\d\d|[\dX]{4}-[A-Z]{2}"
_COARSE = rf"{_LONG_AGO}|[\dX]{{4}}(?:-[A-Z]\w)?|(?:PUB|REF)\+\w+[MYEC]~?|P\w+[MYEC]"
_VAGUE = re.compile(r"(?i)(?:a few|several|some|many) (?:weeks|months|years)\b")
_DATED = re.compile(r"[\dX]{4}-\d\d-\d\d")
_PLACED = re.compile(r"\b(?:in|at|near|outside)\s+(?:\w+\s+of\s+)?[A-Z]")
_EXACT = ("XXXX-", "PUB", "20", "19")
_SMALL_NEXT = re.compile(r"\)?:\s(?:[a-z]|\d{1,3} [a-z])")
_NO_DAY = re.compile(r".*_REF|XXXX-XX-XX|\d{1,3}|BC.*")


def datable(reading: Reading, days: Sequence[DayPhrase]) -> Iterator[DayPhrase]:
    """Yield the days of a sentence that can date an event, the ends of a range as one."""
    last: DayPhrase | None = None
    for phrase in _ranges(reading, days):
        counted = None if last is None else _counted(reading, last, phrase)
        if counted is not None or _is_day(reading, phrase):
            yield counted or phrase
        last = phrase


def _counted(reading: Reading, said: DayPhrase, phrase: DayPhrase) -> DayPhrase | None:
    """Return the day counted from that of the words: "said on Friday, a day after a raid"."""
    match = DAYS_AFTER.fullmatch(phrase.when.words)
    between = reading.document.words(phrase.span.part)[said.span.end : phrase.span.start]
    if match is None or between.strip() != ",":
        return None
    back, today = _SOME[match["some"].lower()], said.when.timex == "PUB+0D"
    weekday = re.fullmatch(r"XXXX-WXX-([1-7])", said.when.timex)
    if weekday is None and not today:
        return None
    day = f"PUB-{back}D" if weekday is None else f"XXXX-WXX-{(int(weekday[1]) - back - 1) % 7 + 1}"
    return DayPhrase(span=phrase.span, when=When(words=phrase.when.words, timex=day))


def _ranges(reading: Reading, days: Sequence[DayPhrase]) -> Iterator[DayPhrase]:
    """Put the two ends of a range together: "between Monday and Wednesday", "March 3-5"."""
    pending: DayPhrase | None = None
    for phrase in days:
        if pending is None:
            pending = phrase
            continue
        if _is_range(reading, pending, phrase):
            span = Span(start=pending.span.start, end=phrase.span.end, part=phrase.span.part)
            timex = f"{pending.when.timex}/{phrase.when.timex}"
            yield DayPhrase(span=span, when=When(words=reading.document.quote(span), timex=timex))
            pending = None
            continue
        yield pending
        pending = phrase
    if pending is not None:
        yield pending


def _is_range(reading: Reading, first: DayPhrase, second: DayPhrase) -> bool:
    words = reading.document.words(first.span.part)
    between = words[first.span.end : second.span.start]
    if not _JOINED.fullmatch(between) or "/" in first.when.timex:
        return False
    if between.strip().lower() in {"and", "to"} and not _NIGHT_OF.search(first.when.words):
        return bool(_BETWEEN.search(words[max(0, first.span.start - _REACH) : first.span.start]))
    return True


def _is_day(reading: Reading, phrase: DayPhrase) -> bool:
    """Tell whether the words can date an event at all."""
    when = phrase.when
    if when.lean == "future" or _NO_DAY.fullmatch(when.timex):
        return False
    if when.timex.startswith("P") and not when.timex.startswith("PUB") and when.lean != "past":
        return False  # "five days" says how long, not when
    if _TOLD_FROM.search(when.words):
        return False  # "two weeks after he was shot" counts from the event
    told = reading.document.words(phrase.span.part)[: phrase.span.start]
    before = told[-_REACH:]
    if _CLOCK.fullmatch(when.words) and not _AT_HOUR.search(before):
        return False
    if when.timex.startswith("XXXX-WXX") and _THAT.search(before):
        return False  # "that Friday" is the one told of before
    of_count = _RISEN.search(told[-_TOLL_REACH:])  # not of what it counts
    return not (of_count or _STAMP.search(before) or _is_dateline(reading, phrase))


def _is_dateline(reading: Reading, phrase: DayPhrase) -> bool:
    """Tell the day of writing in "ADEN, 4 MAY 91 (AFP) --" from the day of an event."""
    words, span = reading.document.words(phrase.span.part), phrase.span
    head = words[max(0, span.start - 100) : span.start]
    start = max(head.rfind("\n\n"), head.rfind("] ")) + 1
    opening = head[start:].lstrip("\n ")
    if not _DATELINE.fullmatch(opening.rstrip("\n ")) or _is_of_note(opening, words[span.end :]):
        return False
    if _AFTER_DATELINE.match(words, span.end):
        return True
    end, _ = dateline(words[span.start - len(opening) : span.end + _DASH])
    return end > len(opening) + len(phrase.when.words)  # "ADEN, May 4 - Gunmen killed nine"


def is_bound(phrase: DayPhrase, before: str) -> bool:
    """Tell whether a day only bounds a time: "since Monday"; "before dawn on Friday" does not."""
    if "/" in phrase.when.timex or ":" in (phrase.when.time or ""):
        return False
    beside = phrase.when.time is None and _BESIDE_DAY.search(before)
    return bool(beside or _BOUND.search(before))


def is_clocked(phrase: DayPhrase, *, dated: bool = False) -> bool:
    """Tell whether an hour is told, with the day of it if that is asked for."""
    hour = (phrase.when.time or "")[:1].isdigit() and phrase.when.timex.count("-") > 1
    return hour and not (dated and phrase.when.timex.startswith("XXXX-XX-XX"))


def is_long_ago(phrase: DayPhrase) -> bool:
    """Tell whether words name a month, a year or more before: "in March 2019", "years ago"."""
    return re.fullmatch(_LONG_AGO, phrase.when.timex) is not None


def is_coarse(phrase: DayPhrase) -> bool:
    """Tell whether words tell a month, a year, or "a few weeks ago"."""
    return bool(re.fullmatch(_COARSE, phrase.when.timex) or _VAGUE.match(phrase.when.words))


def at_most(phrase: DayPhrase) -> float:
    """Return how sure words for a day can be at most, whatever they stand beside.

    A month or a year is too rarely the event's day; a week, "overnight" and a bare hour give way
    to a day wherever an account names one.
    """
    if is_coarse(phrase):
        return 0.5
    if phrase.when.words.lower() == "overnight":
        return 0.62
    timex = phrase.when.timex
    alone = _WEEK.fullmatch(timex) or timex.startswith(("XXXX-XX-XX", "PUB-XD"))
    return 0.55 if alone else 1.0


def is_exact(phrase: DayPhrase) -> bool:
    """Tell whether words tell a day, if not which year's."""
    return phrase.when.timex.startswith(_EXACT)


def is_placed(sentence: Sentence, deed: int, phrase: DayPhrase) -> bool:
    """Tell a date behind a deed and its place: "the murder of two in Tarsk on 3 May"."""
    base = sentence.span.start
    between = sentence.text[sentence.tokens[deed].end - base : phrase.span.start - base]
    return bool(_DATED.match(phrase.when.timex)) and bool(_PLACED.search(between))


def is_elsewhere(sentence: Sentence, mention: int, governor: int, day: int) -> bool:
    """Tell whether a day's verb tells of something else than the event beside it.

    "The strike on a brigade that was formed in 2011 ..." dates the brigade (but "a strike that hit
    a house on Sunday" the strike), "the minister changed his tone today but would not speak of the
    attack" the minister, and "the army has shelled the town since the siege began in May" the
    siege. A participle of the present goes along with the event: "shells hit women fetching water
    on Sunday".
    """
    token = sentence.tokens[governor]
    marks = {sentence.tokens[k].text.lower() for k in sentence.kids[governor] if k < governor}
    relative = token.dep in {"relcl", "acl"} and not goes_along(sentence, governor)
    relative = relative and "when" not in marks
    relative = relative and token.lemma not in _STANDING  # "in a car parked there at 10 p.m."
    relative = relative and relative_deed(sentence, mention) != governor
    relative = relative and not _is_blow(sentence, mention, governor)
    if relative and mention not in sentence.subtree(governor):
        return True
    if token.dep == "advcl" and marks & {"since", "until", "before"}:
        return True
    above = sentence.tokens[mention].head
    if above == governor or mention < day or _is_when(sentence, above, governor):
        return False  # "the bomb went off on Sunday", "look into the death of two on Tuesday"
    known = {sentence.tokens[k].text.lower() for k in sentence.kids[mention]}
    return sentence.tokens[mention].pos == "NOUN" and bool(known & {"the", "this", "that"})


def _is_blow(sentence: Sentence, harm: int, verb: int) -> bool:
    """Tell what struck and what killed to be one: "the drone that hit a bus on Sunday killed"."""
    subject = clauses.subject(sentence, harm)
    blow = sentence.tokens[verb].lemma.lower() in grouped("target_verbs.txt")["hit"]
    blow = blow and not clauses.is_passive(sentence, verb)
    return blow and subject is not None and sentence.tokens[verb].head == subject


def goes_along(sentence: Sentence, verb: int) -> bool:
    """Tell whether somebody hit was doing it then: "people gathering wood", "a crowd that met".

    So is "a hall where a wake was being held".
    """
    token = sentence.tokens[verb]
    own = clauses.kid(sentence, verb, "nsubj") is not None
    if token.dep == "acl" or token.tag == "VBG":
        told = token.dep in {"acl", "relcl"} or (token.dep == "pcomp" and own)
        return token.tag == "VBG" and told
    kids = {sentence.tokens[k].text.lower() for k in sentence.kids[verb]}
    return token.dep == "relcl" and ("being" in kids or token.lemma in _MEETING)


def has_day(before: str) -> bool:
    """Tell whether words before an event name a day of the week: that of their own verb."""
    return _WEEKDAY.search(before) is not None


def is_site(sentence: Sentence, noun: int, verb: int) -> bool:
    """Tell whether a noun is where a verb's event struck: "killed nine at a school on Monday"."""
    inside = clauses.lower(sentence, sentence.tokens[noun].head) in _INSIDE
    return inside and sentence.tokens[noun].pos == "NOUN" and sentence.tokens[verb].pos == "VERB"


def _is_of_note(opening: str, after: str) -> bool:
    """Tell "Tarsk, 3 May: gunmen shot" from the dateline of "Tarsk, 3 May: Gunmen shot"."""
    return not opening.split(",", maxsplit=1)[0].isupper() and _SMALL_NEXT.match(after) is not None


def _is_when(sentence: Sentence, verb: int, governor: int) -> bool:
    """Tell what came while something else went on: "On 27 May we stood there when shells fell"."""
    token = sentence.tokens[verb]
    marks = {clauses.lower(sentence, k) for k in sentence.kids[verb]}
    return token.dep == "advcl" and token.head == governor and "when" in marks
