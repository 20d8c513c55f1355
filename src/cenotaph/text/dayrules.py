"""The patterns of words for days and periods, each with what reads it -> atoms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cenotaph.text import daywords as read
from cenotaph.text.almanac import MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, WEEKDAYS
from cenotaph.text.daywords import Atom, Match

Rule = tuple[re.Pattern[str], Callable[[Match], Iterator[Atom]]]


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_FULL_MONTHS = [m for m in MONTHS if len(m) > 4 or m in {"may", "june", "july"}]
_SHORT_MONTHS = sorted(set(MONTHS) - set(_FULL_MONTHS))
_FULL_WEEKDAYS = [d for d in WEEKDAYS if d.endswith("day")]
_TENS = _any_of(n for n, v in NUMBERS.items() if v >= 20)
_FRAGMENTS = {
    "MONTH": rf"(?:(?:{_any_of(_FULL_MONTHS)})\b|(?:{_any_of(_SHORT_MONTHS)})\b\.?)",
    "FULLMONTH": _any_of(_FULL_MONTHS),
    "WEEKDAY": _any_of(_FULL_WEEKDAYS),
    "ANYDAY": rf"(?:(?:{_any_of(WEEKDAYS)})\b\.?,? )?",
    "SEASON": _any_of(SEASONS),
    "PART": _any_of(PARTS),
    "DAY": r"(?P<d>\d{1,2})(?:st|nd|rd|th)?",
    "YEAR": r"(?P<y>1\d{3}|20\d\d)",
    "NUM": (
        rf"(?:\d{{1,3}}|(?:{_TENS})[- ](?:{_any_of(NUMBERS)})|{_any_of(NUMBERS)}"
        r"|a couple(?: of)?|a few|few|several|some|many|a dozen)"
    ),
    "UNIT": r"(?P<u>minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?\b",
    "ERA": r"(?:B\.C\.(?:E\.)?|BCE?|A\.D\.|AD|CE)(?!\w)",
    "ORDINAL": _any_of(ORDINALS),
    "ZONE": r"(?: \(?(?:local time|GMT|UTC|E[SD]T|C[SED]*T|M[SD]T|P[SD]T|BST|hrs?|hours)\b\)?)?",
}


def compiled(words: str) -> re.Pattern[str]:
    """Compile a pattern in which <NAME> is a fragment and a blank is any white space."""
    for name, fragment in _FRAGMENTS.items():
        words = words.replace(f"<{name}>", fragment)
    return re.compile(words.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


RULES: tuple[Rule, ...] = tuple(
    (compiled(words), reader)
    for words, reader in (
        (
            (r"(?<![\d-])<YEAR>-(?P<month>\d\d)-(?P<d>\d\d)(?:T(?P<clock>\d\d:\d\d))?(?![\d-])"),
            read.iso,
        ),
        (
            (r"(?<![\d./-])(?P<one>\d{1,2})(?P<dot>[/.])(?P<two>\d{1,2})(?P=dot)"
            r"(?P<y>\d{4}|(?<=/)\d\d)(?![\d/])"),
            read.numeric,
        ),
        (  # "02-Jun-2017"
            r"(?<![\d./-])(?P<d>\d{1,2})-(?P<m><MONTH>)-(?P<y>(?:19|20)\d\d)(?![\d-])",
            read.calendar,
        ),
        (  # "141530Z DEC 06": day, hour and month, as armies write them
            (
                r"\b(?P<d>\d\d)(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?:[A-Z]|hrs)? ?"
                rf"(?P<m>{_any_of(m for m in MONTHS if len(m) == len('DEC'))}) ?"
                r"(?P<y>(?:19|20)?\d\d)\b"
            ),
            read.date_time_group,
        ),
        (
            (r"(?<=\bbetween\x20)(?P<dated>(?P<m><MONTH>) (?:the )?<DAY>)"
            r" and (?:the )?(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?! (?:<MONTH>))"
            r"(?:(?:,| of)? ?(?P<y>1\d{3}|20\d\d)\b(?!,\d))?"),
            read.calendar,
        ),
        (
            (r"(?<=\bbetween\x20)(?:the )?(?P<before>\d{1,2})(?:st|nd|rd|th)? and (?:the )?<DAY>"
            r"(?: of)? (?P<m><MONTH>)(?:,? (?P<y>\d{4}\b))?"),
            read.calendar,
        ),
        (
            (r"(?:(?<![\d.,/$£€])(?P<before>\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—] ?| to ))?"
            r"(?<![\d.,/$£€])<ANYDAY>(?:the )?<DAY>(?: of)? (?P<m><MONTH>)"
            r"(?:(?:,(?= (?:19|20|'?\d\d\b)))? (?P<y>\d{4}\b"
            r"|'?\d\d(?=\s*(?:\(|--|—|–|\]|[.,)]|$))))?"),
            read.calendar,
        ),
        (
            (r"(?P<dated><ANYDAY>\b(?P<m><MONTH>) (?:the )?<DAY>)(?![\d%]|[:,.]\d| ?[ap]\.?m\b)"
            r"(?:(?: ?[-–—] ?| to | through )(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?! (?:<MONTH>)))?"
            r"(?:(?:,| of)? ?(?P<y>1\d{3}|20\d\d)\b(?!,\d))?"),
            read.calendar,
        ),
        (
            (r"\b(?:the )?(?P<spelled><ORDINAL>)(?: day)? of (?P<m><MONTH>)(?!['’]s)"
            r"(?:,? (?:of )?(?P<y>1\d{3}|20\d\d)\b(?!,\d))?"),
            read.spelled,
        ),
        (r"\b(?P<m><MONTH>)(?:,| of| in)?[ -]<YEAR>\b(?![,.]?\d)", read.month_of_year),
        (r"(?:\b(?P<which>last|this past|next) )?\b(?P<m><FULLMONTH>)\b", read.bare_month),
        (r"(?:the )?\b(?P<s><SEASON>)(?: of|,| in)? <YEAR>\b", read.season),
        (r"\b(?P<which>last|next) (?P<s><SEASON>)\b", read.season),
        (r"(?<=\bin\x20)the (?P<s>spring|summer|autumn|winter)\b", read.season),
        (r"(?<=\bduring\x20)the (?P<s>summer|autumn|winter)\b", read.season),
        (r"\b(?:the )?(?:years? )?(?P<decade>1\d\d|20\d)0['’]?s\b", read.decade),
        (r"\bthe (?:early |late |mid-?)?['’](?P<digit>\d)0['’]?s", read.short_decade),
        (
            (r"\bthe (?:early |late |mid-?)?(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
            r"\b"),
            read.short_decade,
        ),
        (
            (r"\b(?:the )?(?:(?P<n>\d{1,2})(?:st|nd|rd|th)|(?P<word>eighteenth|nineteenth|twentieth"
            r"|twenty-first))[ -]century(?: (?P<era><ERA>))?"),
            read.century,
        ),
        (
            (r"(?<![\d.,])(?:(?P<before>\d{1,4})(?: ?[-–—/] ?| to | and ))?(?P<y>\d{1,4})"
            r" ?(?P<era><ERA>)"),
            read.era_year,
        ),
        (r"\bA\.?D\.? ?(?P<y>\d{1,4})\b", read.early_era),
        (
            (r"(?<![\d.,/$£€#-])(?P<first>1\d{3}|20\d\d)[-–—/](?P<second>1\d{3}|20\d\d"
            r"|\d\d)(?![\d-])"),
            read.year_range,
        ),
        (
            (r"(?:(?<![\d.,/$£€#\w-])|(?<=\bmid-))<YEAR>(?![\d%°:/]|[.,]\d|-(?!era|style"
            r"|present|led)\w|\w)"),
            read.plain_year,
        ),
        (
            (r"\b(?:(?P<which>last|this past|past|this|next|this coming"
            r"|coming) )?(?P<day><WEEKDAY>)\b"),
            read.weekday,
        ),
        (r"\bthe day before yesterday\b", read.fixed("PUB-2D", "ref")),
        (
            (r"\b(?:earlier |late(?:r)? |early )?yesterday(?: (?P<part><PART>))?\b"),
            read.fixed("PUB-1D", "ref"),
        ),
        (r"(?<!usa\x20)\b(?:earlier |later |early |late )?today\b", read.fixed("PUB+0D", "ref")),
        (r"\btomorrow(?: (?P<part><PART>))?\b", read.fixed("PUB+1D", "ref", "future")),
        (r"\btonight\b", read.fixed("PUB+0DTNI", "ref")),
        (
            (r"\b(?:earlier |late |early )?this (?P<part>morning|noon|afternoon|evening)\b"),
            read.fixed("PUB+0D", "ref"),
        ),
        (r"\b(?:late )?last (?P<part>night|evening)\b", read.fixed("PUB-1D", "ref")),
        (
            (r"\bovernight\b(?! (?:stay|shelter|camp|train|bus|bag|guest|manhunt|search|curfew))"),
            read.fixed("PUB+0DTNI", "overnight"),
        ),
        (
            (r"\b(?P<all>(?:(?P<hedge>about|around|some|roughly|nearly|almost|more than|over) )?"
            r"(?:(?P<n><NUM>|an?|the(?= day after (?:the|an?|his|her|their)\b))[ -])<UNIT> "
            r"(?P<way>ago|later|earlier|previously|before|afterwards?|after)\b)"
            r"(?!(?<=ago) and)(?P<what> (?!that[,. ]|on\b|in\b|at\b|he\b|she\b|they\b|by\b"
            r"|and\b)\w+)?"),
            read.distance,
        ),
        (
            (r"\b(?P<n><NUM>|an?|one) (?P<u>week|fortnight|month|year|decade)s? ago,? "
            r"(?P<now>today|tonight|this (?:morning|afternoon|evening)|to the day)\b"),
            read.to_the_day,
        ),
        (
            (r"(?:(?<=\bon\x20)|(?<=\bnight\x20of\x20)|(?<=\bmorning\x20of\x20)"
            r"|(?<=\bevening\x20of\x20))the (?P<d>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?= ?(?:[.,;:)]|$)| (?:by|at|in|when|after|with|as|near|during|that|which|who|were"
            r"|was|had|outside|while)\b)"),
            read.day_of_month,
        ),
        (
            (r"\b(?:the )?(?P<which>last|past|previous|preceding|next|coming|following) "
            r"(?:(?P<n><NUM>) )<UNIT>(?! old)"),
            read.span_of_time,
        ),
        (
            (r"\b(?:the )?(?P<which>recent|past|coming) (?P<n>$^)?"
            r"(?P<u>hour|day|week|month|year|decade)s\b(?! old| of)"),
            read.span_of_time,
        ),
        (r"\bthe (?P<which>past) (?P<n>$^)?(?P<u>day|week|month|year|decade)\b", read.span_of_time),
        (
            (r"\b(?<!the\x20)(?:earlier |later )?(?P<which>last|this past|this|next) "
            r"(?P<u>week|weekend|month|year|decade|century)\b(?!['’]s|-old)"),
            read.this_unit,
        ),
        (r"\bthe weekend\b", read.fixed("PUB+0WE", "ref")),
        (
            (r"\b(?:(?:later|earlier|early|late) )?(?P<which>(?:(?:that|the) (?:very )?(?:same"
            r"|next|following"
            r"|previous|preceding))|that) "
            r"(?P<u>day|night|morning|afternoon|evening|week|month|year|decade)\b(?!s|-)"),
            read.that_unit,
        ),
        (
            (r"\bthe (?P<u>day|night|week|month|year) (?P<which>before|after)"
            r"(?=\s*(?:[.,;:)”\"]|$)| (?:at|in|on|had)\b)"),
            read.that_unit,
        ),
        (
            r"(?<![\d:.])(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))? ?(?P<half>[ap])\.?m\b\.?<ZONE>",
            read.clock,
        ),
        (
            (r"(?<![\d:.,])(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?![\d:]| ?[ap]\.?m\b)<ZONE>"),
            read.clock,
        ),
        (
            (r"(?<![\d:.,])(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d) ?(?:h\b|hrs\b|hours\b|GMT\b|UTC\b"
            r"|local time\b|(?= (?:today|yesterday|this|on)\b))"),
            read.clock,
        ),
        (
            (r"\b(?:at|in|by|before|after|during|around|until|shortly before|shortly after) "
            r"(?P<whole>(?:the )?(?:early |late |mid-?)?(?P<part><PART>))\b(?! of\b)(?!['’]s)"),
            read.part,
        ),
        (
            (r"(?<![\d.,$£€-])\b(?P<n><NUM>|(?<=\bfor\x20)an?|(?<=\bin\x20)an?|(?<=\bwithin\x20)an?"
            r"|(?<=\bthan\x20)an?)[ -]<UNIT>(?![ -]olds?\b| of age)(?:[ -]long\b)?"),
            read.length,
        ),
        (r"\b(?P<n>$^)?(?P<u>day|week|month|year|decade)-long\b", read.length),
        (
            (r"\bchristmas(?: day)?(?!['’]s| eve| card| tree| market| carol| party)(?: night)?"
            r"(?:,? <YEAR>\b)?"),
            read.feast("12-25"),
        ),
        (r"\bchristmas eve\b(?:,? <YEAR>\b)?", read.feast("12-24")),
        (r"\bnew year['’]?s day\b(?:,? <YEAR>\b)?", read.feast("01-01")),
        (r"\bnew year['’]?s eve\b(?:,? <YEAR>\b)?", read.feast("12-31")),
        (r"\bhalloween\b(?:,? <YEAR>\b)?", read.feast("10-31")),
        (r"\b(?:the )?fourth of july\b(?:,? <YEAR>\b)?", read.feast("07-04")),
        (
            (r"\b(?:right now|now|nowadays|currently|at present|present-day"
            r"|at the moment)\b(?! that\b)"),
            read.fixed("PRESENT_REF", "vague"),
        ),
        (r"\b(?:recently|lately|in the past)\b", read.fixed("PAST_REF", "vague")),
        (r"\bin the (?:near )?future\b", read.fixed("FUTURE_REF", "vague")),
    )
)  # fmt: skip
