"""An account and its captures -> the account with its days set against publication (COUNTING 24).

The earliest `published` of the captures counts, so the order of reading cannot matter; a wire
dateline ("ADEN, 4 MAY 91 (...)") stands nearer to the writing and comes before it. The file's
time stamp and the clock are never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Mark,
    Quotation,
    Span,
    Toll,
    When,
    is_lived,
)
from cenotaph.resolve.stamps import Place, Said, in_one_order, written_on
from cenotaph.resolve.timex import Anchors, Found, settle
from cenotaph.text.almanac import covered
from cenotaph.text.days import read_days
from cenotaph.text.spans import Spans

_Placed = Spans[tuple[Place, Found]]
_Lead = tuple[Place, Found, When]  # a day from which later words may count

_PRECISE = ("day", "about", "range", "month", "year", "on-or-before")
_YEARS = {"PUB-1Y": -1, "PUB+0Y": 0}
_THAT = re.compile(r"that (?:same |very )?(?:day|night|morning|evening|afternoon)\b", re.IGNORECASE)
_TO_ITS_DAY = re.compile(r"\s?(?::|[–—-])\s(?i:on\s)?")
_OF_YEAR = re.compile(r",? (?:of )?")
_DATED = re.compile(r"(?:\d{4}|XX\d\d|XXXX)-\d\d-\d\d$")
_HEAD = 160  # characters in which a line's first words stand
_BEHIND_LABEL = re.compile(r"\s?(?::|[–—]\s|\s-\s|,\s[A-Z])")  # "31 January: ", "3 May, Tarsk:"
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_SINCE = re.compile(r"\b[Ss]ince\b[^.;,]*$")
_NEAR = 200  # characters over which a date lends its year
_STILL = 500  # characters over which a day is still "that day"
_HOUR = "XXXX-XX-XXT"  # how the value of a bare hour begins
_BESIDE_CUE = 40  # characters between "said" and the day of speaking


def resolve_days(account: Account, captures: Sequence[Capture]) -> Account:
    """Return the account with every day, and every claim's first and last day, filled in."""
    pub = published(captures)
    said = in_one_order(_all_said(account))
    settled = _settle_all(account, said, written_on(account.document, said, pub))
    marks = tuple(_mark(mark, settled) for mark in account.marks)
    placed = Spans(settled.items(), lambda item: (_span(item[0]),))
    claims = tuple(_claim(claim, settled, placed, account) for claim in account.claims)
    claims = _dated(msgspec.structs.replace(account, claims=claims), pub)
    return msgspec.structs.replace(account, marks=marks, claims=claims)


def published(captures: Iterable[Capture]) -> date | None:
    """Return the earliest day on which a document's captures were published."""
    days = [day for c in captures if c.published and (day := day_of(c.published))]
    return min(filter(is_lived, days), default=None)


def day_of(words: str) -> date | None:
    """Return the one day that a date or time as given names; None where it names none."""
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        pass
    for phrase in read_days(words):
        days = covered(phrase.when.timex)
        if days and days[2] == "day":
            return days[0]
    return _odd_day(words)


def _odd_day(words: str) -> date | None:
    """Ask `dateparser` for a format of another kind; day, month and year must be there."""
    import dateparser  # noqa: PLC0415 - slow to load, and hardly ever needed

    settings = {
        "PARSERS": ["absolute-time"],  # the others ask the clock
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "YMD",
    }
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None


def _place(span: Span) -> Place:
    return span.part, span.start, span.end


def _span(place: Place) -> Span:
    return Span(start=place[1], end=place[2], part=place[0])


def _all_said(account: Account) -> list[Said]:
    """Return all words for days once, the title's first, in reading order."""
    whens: dict[Place, When] = {}
    for mark in account.marks:
        if isinstance(mark.value, When):
            whens[_place(mark.span)] = mark.value
    for claim in account.claims:
        if isinstance(claim.value, When):
            whens[_place(claim.evidence)] = claim.value
    quoted = (m for m in account.marks if isinstance(m.value, Quotation) and m.value.direct)
    direct = Spans(quoted, lambda m: (m.span,))
    return [
        Said(place, whens[place], _speech_at(place, direct))
        for place in sorted(whens, key=lambda p: (p[0] == "text", p[1], -p[2]))
    ]


def _speech_at(place: Place, direct: Spans[Mark]) -> Quotation | None:
    """Return the direct speech in which words stand."""
    value = next((m.value for m in direct.holding(_span(place))), None)
    return value if isinstance(value, Quotation) else None


def _settle_all(account: Account, said: list[Said], pub: date | None) -> dict[Place, Found]:
    """Settle every phrase in reading order; what was settled is what later words count from."""
    said = list(_with_years(account, said, pub))
    history = _is_history(said, pub)
    spoken = _days_of_speaking(account, said, pub)
    speaking = {place for _, place, _ in _behind_cues(account, said)}
    settled: dict[Place, Found] = {}
    year = _year_of_title(account.document.title or "")
    last: _Lead | None = None
    earlier: _Lead | None = None  # the one before that
    deed: _Lead | None = None  # the last on which something was done, not said
    for place, when, speech in said:
        if speech is not None or when.quoted:
            told = deed if _THAT.match(when.words) else None  # "I lost my brother that day"
            anchors = Anchors(pub, told[1].value) if told else None
            settled[place] = (
                settle(when, anchors) if anchors else _quoted(when, speech, pub, spoken)
            )
            continue
        hour = deed if deed is not None and when.timex.startswith(_HOUR) else last
        anchors = _anchors(place, hour, pub, history=history)
        if year is not None and _opens_entry(account, place):
            anchors = anchors._replace(ref=year, near=True)
        if last is not None and _is_day_of_label(account, last[0], place):
            anchors = anchors._replace(pub=last[1].first)
        found = settle(when, anchors)
        if _is_to_come(when, found, pub) and earlier is not None:
            found = settle(when, _anchors(place, earlier, pub, history=history))
        settled[place] = found
        if place[0] == "text" and _leads(account, place, found, last):
            last, earlier = (place, found, _lent(when, found, anchors, last)), last
            deed = deed if place in speaking else last
        elif place[0] == "title" and _DATED.match(when.timex):
            last = ("text", 0, 0), found, when  # "Bulletin, 13 July": its hours are of that day
    return settled


def _lent(when: When, found: Found, anchors: Anchors, last: _Lead | None) -> When:
    """Return words for a day with the year that was lent them, to be lent on.

    "On 3 May 2023 ..., on 5 May ..., on 9 May": not back in time.
    """
    lent = anchors.near and when.timex.startswith("XXXX-") and last is not None
    if not lent or last is None or found.value < last[1].value:
        return when
    return msgspec.structs.replace(when, timex=found.value)


def _year_of_title(title: str) -> str | None:
    """Return the middle of the year that a title gives to its chronology: "Timeline, May 2019"."""
    years = set(_YEAR.findall(title))
    return f"{years.pop()}-07-01" if len(years) == 1 else None


def _opens_entry(account: Account, place: Place) -> bool:
    """Tell whether a day opens a line of a chronology: "31 January: a bomb ..."."""
    part, start, end = place
    words = account.document.words(part)
    head = words[max(0, start - _HEAD) : start].rpartition("\n")[2]
    opens = part == "text" and not any(c.isalnum() for c in head)
    return opens and _BEHIND_LABEL.match(words, end) is not None


def _is_day_of_label(account: Account, label: Place, place: Place) -> bool:
    """Tell whether a day only says what a line's label does: "05/06/2024: On Monday, ..."."""
    between = account.document.words(place[0])[label[2] : place[1]]
    same = label[0] == place[0] and _opens_entry(account, label)
    return same and _TO_ITS_DAY.fullmatch(between) is not None


def _with_years(account: Account, said: Sequence[Said], pub: date | None) -> Iterator[Said]:
    """Yield words for days, those before "last year" with their year: "on 8 February last year"."""
    for one, after in zip_longest(said, said[1:]):
        back = _YEARS.get(after.when.timex) if after is not None else None
        if back is None or pub is None or not one.when.timex.startswith("XXXX-"):
            yield one
            continue
        words = account.document.words(one.place[0])
        beside = one.place[0] == after.place[0] and _OF_YEAR.fullmatch(
            words, one.place[2], after.place[1]
        )
        timex = f"{pub.year + back}{one.when.timex[4:]}" if beside else one.when.timex
        yield one._replace(when=msgspec.structs.replace(one.when, timex=timex))


def _is_to_come(when: When, found: Found, pub: date | None) -> bool:
    """Tell whether "the next day" comes out after publication: it follows no day of speaking.

    "Five have died since Friday, the mayor said on Sunday. ... The next day gunmen shot two."
    """
    counted = when.timex.startswith("REF+") and when.lean != "future"
    return counted and pub is not None and found.first is not None and found.first > pub


def _leads(account: Account, place: Place, found: Found, last: _Lead | None) -> bool:
    """Tell whether later words may count from this value; a look back at an old year is none."""
    if not re.match(r"(?:BC)?\d{4}", found.value) or "/" in found.value:
        return False
    if last is None or len(found.value) > 4 or len(last[1].value) <= 4:
        return not _only_counts(account, place, found)
    return found.value >= last[1].value[:4]


def _only_counts(account: Account, place: Place, found: Found) -> bool:
    """Tell when a count begins: "since the invasion in May 2022" sets no later date's year."""
    before = account.document.words(place[0])[max(0, place[1] - _HEAD) : place[1]]
    return len(found.value) < len("2022-05-01") and _SINCE.search(before) is not None


def _anchors(place: Place, last: _Lead | None, pub: date | None, *, history: bool) -> Anchors:
    """Return what a phrase is set against: in news, only a day that stands near it."""
    if last is None or place[0] == "title":
        return Anchors(pub, None, near=False, history=history)
    away = place[1] - last[0][2]
    ref = last[1].value if history or away <= _STILL else None
    near = away <= _NEAR and bool(re.match(r"\d{4}-\d\d", last[2].timex))
    return Anchors(pub, ref, near=near, history=history)


def _is_history(said: list[Said], pub: date | None) -> bool:
    """Tell a history from news: most of its days carry years long before publication."""
    years = [int(s.when.timex[-4:]) for s in said if re.fullmatch(r"(?:BC)?\d{4}", s.when.timex)]
    years += [int(s.when.timex[:4]) for s in said if re.match(r"\d{4}-", s.when.timex)]
    deictic = sum(s.when.timex.startswith(("PUB", "XXXX-WXX")) for s in said)
    latest = pub.year if pub else 9999
    old = sum(year < latest - 1 for year in years)
    return old >= 6 and old > 2 * deictic and old * 2 > len(years)


def _days_of_speaking(account: Account, said: list[Said], pub: date | None) -> dict[str, date]:
    """Return the day on which each speaker is said to have spoken: "said on Thursday"."""
    spoken: dict[str, date] = {}
    for speaker, _, when in _behind_cues(account, said):
        found = settle(when, Anchors(pub))
        if found.precision == "day" and found.first is not None:
            spoken.setdefault(speaker, found.first)
    return spoken


def _behind_cues(account: Account, said: list[Said]) -> Iterator[tuple[str, Place, When]]:
    """Yield who speaks, with the words for the day that stand right behind the verb of speech."""
    placed = Spans(said, lambda s: (_span(s.place),))
    for mark in account.marks:
        value = mark.value
        if not isinstance(value, Quotation) or not value.speaker or value.cue is None:
            continue
        for place, when, speech in placed.meeting(_behind(value.cue)):
            if speech is None and _beside(place, value.cue) and "T" not in when.timex:
                yield value.speaker, place, when


def _behind(cue: Span) -> Span:
    return Span(start=cue.end, end=cue.end + _BESIDE_CUE + 1, part=cue.part)


def _beside(place: Place, cue: Span) -> bool:
    part, start, _ = place
    return part == cue.part and cue.end <= start <= cue.end + _BESIDE_CUE


def _quoted(
    when: When, speech: Quotation | None, pub: date | None, spoken: dict[str, date]
) -> Found:
    """Set words in direct speech against the day of speaking (COUNTING 24a).

    Where it is not stated it is publication or the day before: the hull of both readings.
    """
    when = msgspec.structs.replace(when, timex=when.timex.replace("REF", "PUB"))
    day = spoken.get(speech.speaker) if speech and speech.speaker else None
    if day is not None or pub is None:
        return settle(when, Anchors(day or pub))
    late = settle(when, Anchors(pub))
    early = settle(when, Anchors(pub - timedelta(days=1)))
    if late == early or late.first is None or early.first is None or late.last is None:
        return late
    return late._replace(first=min(early.first, late.first), precision="about")


def _mark(mark: Mark, settled: dict[Place, Found]) -> Mark:
    if not isinstance(mark.value, When):
        return mark
    value = _filled(mark.value, settled[_place(mark.span)])
    return msgspec.structs.replace(mark, value=value)


def _filled(when: When, found: Found) -> When:
    return msgspec.structs.replace(
        when,
        value=found.value,
        first=found.first.isoformat() if found.first else None,
        last=found.last.isoformat() if found.last else None,
        precision=found.precision,
    )


def _claim(claim: Claim, settled: dict[Place, Found], placed: _Placed, account: Account) -> Claim:
    """Fill in a claim's own days: those it names, and a toll's since and as-of."""
    value = claim.value
    match value:
        case When():
            found: When | Toll = _filled(value, settled[_place(claim.evidence)])
        case Toll():
            since = _found_in(value.since, claim, placed, account)
            as_of = _found_in(value.as_of, claim, placed, account)
            found = msgspec.structs.replace(
                value,
                since_day=since.first.isoformat() if since and since.first else None,
                as_of_day=as_of.last.isoformat() if as_of and as_of.last else None,
            )
        case _:
            return claim
    return msgspec.structs.replace(claim, value=found)


def _found_in(words: str | None, claim: Claim, placed: _Placed, account: Account) -> Found | None:
    """Return what the day among some words of a claim's sentence was settled to."""
    if words is None:
        return None
    text = account.document.words(claim.sentence.part)
    for (_, start, end), found in placed.within(claim.sentence):
        if text[start:end] in words:
            return found
    return None


def _dated(account: Account, pub: date | None) -> tuple[Claim, ...]:
    """Give each claim the days of its event; without any, on or before publication (24b)."""
    events = {mention.id: mention.event for mention in account.mentions}
    whens: dict[str, list[Claim]] = {}
    for claim in account.claims:
        if isinstance(claim.value, When) and claim.about and claim.stance == "asserts":
            whens.setdefault(events.get(claim.about, claim.about), []).append(claim)
    days = {event: _best(claims) for event, claims in whens.items()}
    latest = pub.isoformat() if pub else None
    return tuple(
        _with_days(claim, days.get(events.get(claim.about or "", claim.about or "")), latest)
        for claim in account.claims
    )


def _best(claims: list[Claim]) -> When | None:
    """Return the surest days of an event, the most exact first, then the first told."""
    known = [
        c for c in claims if isinstance(c.value, When) and c.value.last and c.confidence >= 0.5
    ]
    ranked = sorted(known, key=_rank)
    return ranked[0].value if ranked and isinstance(ranked[0].value, When) else None


def _rank(claim: Claim) -> tuple[float, int, int]:
    value = claim.value
    precision = value.precision if isinstance(value, When) else None
    return -claim.confidence, _PRECISE.index(precision or "on-or-before"), claim.evidence.start


def _with_days(claim: Claim, event: When | None, latest: str | None) -> Claim:
    """Return the claim with the first and the last day of what it claims."""
    value = claim.value
    if isinstance(value, When):
        first, last = value.first, value.last
    elif isinstance(value, Toll) and value.scope != "incident":
        first, last = value.since_day, value.as_of_day or latest
    elif event is not None:
        first, last = event.first, event.last
    else:
        first, last = None, latest
    return msgspec.structs.replace(claim, first=first, last=last)
