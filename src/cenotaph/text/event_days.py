"""Words for days in a document -> keys by which the days of its events are compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.day_verbs import lemma_of, verbs
from cenotaph.text.reading import DayPhrase, Sentence
from cenotaph.text.shown import stamp

_LONG = 365  # days
_HEAD = 80  # characters
_SAYING = frozenset({"say", "report", "announce", "confirm", "add"})
_TELLING = frozenset({"say", "report", "announce", "add", "state", "confirm", "tell", "disclose"})


def are_long_past(keys: Iterable[str], published: date | None) -> bool:
    """Tell whether all days of a frame are more than a year before the dateline's."""
    if published is None:
        return False
    days = [date.fromisoformat(k) for k in keys if k[:2].isdigit()]
    return bool(days) and max(days) < published - timedelta(days=_LONG)


def dateline(days: Sequence[DayPhrase], sentences: Sequence[Sentence]) -> date | None:
    """Return the day of a dateline that gives day, month and year at the head of the text.

    Not that of a chronology's first entry, below its heading.
    """
    first = next((s for s in sentences if s.part == "text"), None)
    for day in days:
        if first is not None and first.span.holds(day.span) and day.span.start < _HEAD:
            found = _full(day.when.timex, None)
            if found is not None:
                return found
    return None


def own_days(sentence: Sentence, days: Sequence[DayPhrase]) -> list[DayPhrase]:
    """Return the days but that of a dateline, which tells when something was written."""
    written = {t.start for t in sentence.tokens if t.dep == "meta"}
    return [d for d in days if d.span.start not in written]


def without_stamps(days: Sequence[DayPhrase], sentences: Sequence[Sentence]) -> Sequence[DayPhrase]:
    """Return the days but those of the stamp of an update: "UPDATE (Wednesday, 9 a.m.):"."""
    stamps = [(s.span, *stamp(s.text)) for s in sentences if s.part == "text"]
    held = [(at.start + start, at.start + end) for at, start, end in stamps if start < end]
    return [d for d in days if not any(a <= d.span.start < b for a, b in held)] if held else days


def day_key(day: DayPhrase, published: date | None) -> str | None:
    """Return a day as a word that can be compared within the document."""
    timex = day.when.timex
    full = _full(timex, published)
    if full is not None or re.match(r"XXXX-\d\d-\d\d", timex):
        return timex[4:10] if full is None else full.isoformat()  # a day of no year: "-05-17"
    # "In the past few hours" may be last night: another day parts nothing from it.
    vague = day.when.words.lower().endswith(("few hours", "recent hours"))
    relative = None if vague else re.match(r"PUB([+-]\d+)D", timex)
    if relative is not None:
        if published is None:
            return f"PUB{relative[1]}"
        return (published + timedelta(days=int(relative[1]))).isoformat()
    weekday = re.fullmatch(r"XXXX-WXX-(\d).*", timex)
    if weekday is None:
        return None
    if published is None:
        return f"W{weekday[1]}"
    back = (published.isoweekday() - int(weekday[1])) % 7
    return (published - timedelta(days=back)).isoformat()


def meet(some: Iterable[str], others: Iterable[str]) -> bool | None:
    """Tell whether two sets of keys have a day in common; None where they cannot be compared.

    "Sunday" and "3 May" may be one day; "1 May" and "3 May" are two.
    """
    alike = [_are_one(a, b) for a in some for b in others]
    return True if True in alike else False if False in alike else None


def _are_one(key: str, other: str) -> bool | None:
    """Tell whether two keys are of one day; None for a weekday and a day of a month."""
    dated = (key[-6:-5] == "-", other[-6:-5] == "-")
    if dated == (True, True) and "" in {key[:-6], other[:-6]}:
        return key[-6:] == other[-6:]  # one tells no year
    return key == other if dated[0] == dated[1] else None


def is_before(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether all days of some keys, which tell their years, are before those of others."""
    dated = bool(some and others) and all(k[:4].isdigit() for k in (*some, *others))
    return dated and max(some) < min(others)


def is_sure(key: str) -> bool:
    """Tell whether a key is of one day and no day of whatever year: "3 May"."""
    return not key.startswith("-")


def _full(timex: str, published: date | None) -> date | None:
    match = re.match(r"(?P<year>\d{4}|XX\d\d|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)", timex)
    if match is None or (match["year"] == "XXXX" and published is None):
        return None
    try:
        if match["year"] == "XXXX" and published is not None:
            found = date(published.year, int(match["month"]), int(match["day"]))
            return (
                found
                if found <= published + timedelta(days=2)
                else found.replace(year=found.year - 1)
            )
        year = int(match["year"].replace("XX", "19" if match["year"][2] > "2" else "20"))
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def is_of_telling(sentence: Sentence, day: Span) -> bool:
    """Tell whether somebody told of it on a day: "police reported today that nine were killed"."""
    at = sentence.token_at(day.start)
    tokens = sentence.tokens
    while at is not None and tokens[at].pos != "VERB" and tokens[at].head != at:
        at = tokens[at].head
    return at is not None and tokens[at].lemma.lower() in _TELLING


def owns(sentence: Sentence, day: Span) -> bool:
    """Tell whether something is a day's: "Monday's toll"."""
    return sentence.text[day.end - sentence.span.start :].startswith(("'s", "’s"))


def is_called(sentence: Sentence, index: int, day: DayPhrase) -> bool:
    """Tell whether a day of a month is an event's name: "the October 7 attack"."""
    token = sentence.tokens[index]
    month = day_key(day, None)
    dated = month is not None and month[-6:-5] == "-"
    return dated and token.pos in {"NOUN", "PROPN"} and day.span.end + 1 == token.start


def is_parted(sentence: Sentence, words: Sequence[int], day: Span) -> bool:
    """Tell whether a day stands behind a semicolon: "nine died; the tenth was named on Sunday"."""
    last = max(sentence.tokens[i].end for i in words) - sentence.span.start
    return ";" in sentence.text[last : max(last, day.start - sentence.span.start)]


def alone(
    sentence: Sentence, days: Sequence[DayPhrase], heads: Sequence[int], published: date | None
) -> list[DayPhrase]:
    """Return the only day of a sentence, in the clause that tells how its events came about.

    "Nine were killed when shells struck a market in Gao on Monday, medics said". `heads` are the
    tokens of the events' words.
    """
    tokens = sentence.tokens
    known = [d for d in days if day_key(d, published) is not None]
    found = own_days(sentence, known)
    day = sentence.token_at(found[0].span.start) if len(found) == 1 else None
    at = day
    while at is not None and tokens[at].pos != "VERB" and tokens[at].head != at:
        at = tokens[at].head
    if at is None or day is None:
        return []
    told = [i for i in range(min(heads), day) if sentence.lowered[i] == "when"]
    of_it = tokens[at].dep == "advcl" and tokens[at].head in heads
    # The parse hangs ", on Monday, medics said" on "said", though it stands before who said it.
    before = tokens[at].lemma in _SAYING and any(
        tokens[k].dep == "nsubj" and k > day for k in sentence.kids[at]
    )
    came = any(_led_to(sentence, at, head) for head in heads)
    return found if came or (told and (of_it or before)) else []


def _led_to(sentence: Sentence, verb: int, head: int) -> bool:
    """Read "burst into a bar on Monday and opened fire, killing three": all on the day of that."""
    if lemma_of(sentence, verb) in verbs("told") | verbs("court") | verbs("after"):
        return False
    at = head
    while at > verb:
        token = sentence.tokens[at]
        result = token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG")
        if not result or clauses.kid(sentence, at, *clauses.SUBJECTS) is not None:
            return False
        at = token.head
    return at == verb
