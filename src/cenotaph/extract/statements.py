"""Words that matter and are no count: "will investigate", "no civilians were there".

Counter-claims are kept as their speaker's word (COUNTING 20); the narrator makes none. A ratio
gives a derived range where its base is named (COUNTING 13): never a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Derived, Span, Statement, Toll, identified, is_apart
from cenotaph.text.almanac import small_number
from cenotaph.text.making import claim_of
from cenotaph.text.reading import NumberPhrase, Reading, Sentence
from cenotaph.text.speech import voice_at

_INVESTIGATION = re.compile(
    r"(?i)\b(?:(?:will|would|shall|['’]ll|is going to|are going to|to)\s+(?:\w+ly\s+)?"
    r"(?:investigate|look\s+into|examine\s+the|review\s+the|probe|inquire|ask\s+(?:our|its|their|the)\s+"
    r"(?:military|army|forces|troops|generals?))|(?:promised|ordered|opened|launched|announced"
    r"|begun|began|set\s+up|pledged|started)\s+(?:an?|its\s+own|the)\s+(?:\w+\s+){0,2}(?:investigation|inquiry"
    r"|enquiry|probe))\b"
)
_PRESENCE = re.compile(
    r"(?i)\b(?:no\s+(?:civilians?|patients?|children|people|one|doctors|women|residents|pupils)\b"
    r"[^.;]{0,40}?\b(?:there|present|inside|in\s+(?:it|the)|left|remained|at\s+the)\b"
    r"|there\s+(?:were|are|was|is|had\s+been)\s+no\s+(?:civilians?|patients|children|people|women)\b"
    r"|(?:was|were|had\s+been|stood)\s+(?:empty|deserted|abandoned|evacuated)"
    r"|told\s+to\s+leave|(?:civilians|patients|staff)\s+had\s+(?:already\s+)?(?:left|fled))"
)
_COUNTER = re.compile(
    r"(?i)\b(?:(?:us(?:ed|ing)|serv(?:ed|ing))\s+(?:\S+\s+){0,5}?as\s+(?:an?\s+|its\s+|their\s+)?"
    r"(?:\w+\s+){0,2}(?:base|headquarters|barracks|shield|shields|depot|hideout|post|position)"
    r"|turn(?:ed|ing)\s+(?:\S+\s+){1,5}?into\s+(?:an?\s+|its\s+|their\s+)?"
    r"(?:\w+\s+){0,2}(?:base|headquarters|barracks|depot|hideout|fortress|stronghold|positions?)\b"
    r"|human\s+shields?|(?:taken|took)\s+over(?=\s+(?:the|by)\b)|(?:had\s+)?been\s+(?:\w+\s+)?taken\s+over"
    r"|(?:was|were|had\s+been|is)\s+(?:\w+\s+){0,2}?(?:the\s+|an?\s+)?(?:\w+\s+){0,2}?(?:base"
    r"|headquarters"
    r"|command\s+(?:post|center|centre)|stronghold|arms\s+depot|weapons\s+(?:depot|store))\b"
    r"|stor(?:ed|ing)\s+(?:\w+\s+){0,2}(?:weapons|arms|ammunition|rockets|explosives)"
    r"|(?:hid|hiding|shelter(?:ed|ing))\s+(?:\w+\s+)?(?:fighters|militants|terrorists|gunmen|rebels)"
    r"|(?:was|were|is|are)\s+not\s+(?:\w+\s+){0,2}?(?:soldiers|troops|police|policemen|fighters"
    r"|members|behind|responsible|involved|ours|theirs)"
    r"|(?:fighters|militants|terrorists|gunmen|rebels|combatants|soldiers),?\s+(?:and\s+)?not\s+"
    r"(?:\w+\s+)?(?:civilians|mothers|children|women|people|patients|farmers|villagers)"
    r"|(?:dead|killed|victims|them|struck|hit)\s+were\s+(?:all\s+)?(?:armed\s+)?"
    r"(?:not\s+(?:\w+\s+)?civilians|fighters|militants|terrorists|gunmen|rebels|combatants)"
    r"|den(?:y|ied|ies|ying)\s+(?:that\s+)?[^.;]{0,40}\bwere\s+(?:\w+\s+)?civilians"
    r"|only\s+(?:\w+\s+)?(?:fighters|militants|terrorists|gunmen|rebels|combatants)\b[^.;]{0,40}?"
    r"\s(?:struck|hit|killed|targeted|died)"
    r"|(?:was|were|is|had\s+been)\s+(?:a\s+)?(?:staged|faked|fabricated|hoax|provocation"
    r"|fake(?:\s+news)?|propaganda))"
)
_WORDS = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_RATIO = re.compile(
    rf"(?i)\b(?:(?P<low>{_WORDS})(?:\s+(?:to|or)\s+|\s*[-–]\s*)(?P<high>{_WORDS})|(?P<one>{_WORDS}))"
    r"\s+times\s+(?:more|higher|greater|larger|as\s+(?:many|high)|the|that|worse)\b"
    r"|\b(?P<twice>twice|double|triple|treble)\s+(?:as\s+(?:many|high)|the|that)\b"
)
_DEAD = re.compile(
    r"(?i)\b(?:dead|death|deaths|toll|killed|casualties|victims|fatalities|died|injured|wounded|count"
    r"|bodies)\b"
)
_OFFICIAL = re.compile(r"(?i)\b(?:official|count|toll|figures?|announced|given|reported)\b")
_FACTORS = {"twice": 2, "double": 2, "triple": 3, "treble": 3}
_BACK = 6  # sentences over which a ratio's base is looked for
_NEAR = 2  # where only "it" tells what it is a multiple of
_THAT = re.compile(
    r"(?i)\b(?:it|that)(?:\s+is|\s+was|['’]s)\b[^.;]{0,40}\btimes\s+(?:more|higher|greater)\b"
)


def find(reading: Reading) -> Iterator[Claim]:
    """Yield statements: investigations, counter-claims, words about presence, ratios."""
    for sentence in reading.sentences:
        yield from _of(reading, sentence, _INVESTIGATION, "investigation", spoken=False)
        yield from _of(reading, sentence, _PRESENCE, "presence", spoken=True)
        yield from _of(reading, sentence, _COUNTER, "counter-claim", spoken=True)
        yield from _ratios(reading, sentence)


def with_bases(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with each derived range tied to the toll claim that is its base."""
    tolls = [c for c in claims if isinstance(c.value, Toll)]
    return tuple(_based(claim, tolls) for claim in claims)


def _of(
    reading: Reading, sentence: Sentence, pattern: re.Pattern[str], topic: str, *, spoken: bool
) -> Iterator[Claim]:
    """Yield one kind of statement; a counter-claim only in somebody's voice."""
    for match in pattern.finditer(sentence.text):
        span = _span(sentence, match.start(), match.end())
        if spoken and (voice_at(reading, span)[0] == "narrator" or not reading.mentions):
            continue
        yield _claim(reading, Statement(topic=topic), span)
        return


def _span(sentence: Sentence, start: int, end: int) -> Span:
    base = sentence.span.start
    return Span(start=base + start, end=base + end, part=sentence.part)


def _claim(reading: Reading, value: Statement, span: Span) -> Claim:
    claim = claim_of(reading, value, span, extractor="statements", confidence=0.8)
    voice, speaker = voice_at(reading, span)
    return identified(replace(claim, voice=voice, speaker=speaker))


def _ratios(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """Read "twice as many as the registry holds" and the like, in sentences about the dead."""
    lower = sentence.text.lower()
    if not any(word in lower for word in ("times", *_FACTORS)):
        return
    for match in _RATIO.finditer(sentence.text):
        base = _base(reading, sentence)
        if base is None and not _DEAD.search(sentence.text):
            continue
        span = _span(sentence, match.start(), match.end())
        yield _claim(reading, Statement(topic="ratio", derived=_derived(match, base)), span)


def _base(reading: Reading, sentence: Sentence) -> NumberPhrase | None:
    """Return the figure a ratio is of: in its sentence, else the last official count before it."""
    own = _figures(reading, sentence)
    if own:
        return own[-1]
    stated = _OFFICIAL.search(sentence.text)
    if stated is None and _THAT.search(sentence.text) is None:
        return None
    first = max(0, sentence.number - (_BACK if stated else _NEAR))
    for other in reversed(reading.sentences[first : sentence.number]):
        official = other.part == sentence.part and _OFFICIAL.search(other.text)
        if official and (figures := _figures(reading, other)):
            return figures[-1]
    return None


def _figures(reading: Reading, sentence: Sentence) -> list[NumberPhrase]:
    """Return the counts of a sentence about the dead; none where it counts the hurt as well."""
    if not _DEAD.search(sentence.text):
        return []
    figures = [n for n in reading.numbers_at.within(sentence.span) if _counts(n)]
    ratios = [_span(sentence, m.start(), m.end()) for m in _RATIO.finditer(sentence.text)]
    figures = [n for n in figures if not any(r.meets(n.span) for r in ratios)]
    return figures if len(figures) == 1 else []


def _counts(number: NumberPhrase) -> bool:
    return number.kind == "count" and number.count.low is not None and number.count.low > 1


def _derived(match: re.Match[str], base: NumberPhrase | None) -> Derived | None:
    """Return the base times the ratio, attributed to its speaker (COUNTING 13)."""
    if base is None or base.count.low is None:
        return None
    low, high = _factors(match)
    ceiling = base.count.high
    return Derived(low=base.count.low * low, high=ceiling * high if ceiling is not None else None)


def _factors(match: re.Match[str]) -> tuple[int, int]:
    if match["twice"]:
        factor = _FACTORS[match["twice"].lower()]
        return factor, factor
    low = small_number(match["low"] or match["one"]) or 1
    high = small_number(match["high"] or match["one"]) or low
    return min(low, high), max(low, high)


def _based(claim: Claim, tolls: Sequence[Claim]) -> Claim:
    """Tie a derived range to the nearest toll before it that the range is a multiple of."""
    value = claim.value
    if not isinstance(value, Statement) or value.derived is None or value.derived.of is not None:
        return claim
    bases = [t for t in tolls if _is_base(t, value.derived, claim)]
    if not bases:
        return claim
    nearest = max(bases, key=lambda t: t.evidence.start)
    derived = replace(value.derived, of=nearest.id)
    about = None if is_apart(nearest) else nearest.about  # a multiple is about what its base is
    return identified(replace(claim, value=replace(value, derived=derived), about=about))


def _is_base(toll: Claim, derived: Derived, claim: Claim) -> bool:
    count = toll.value.count if isinstance(toll.value, Toll) else None
    if count is None or count.low is None or toll.evidence.part != claim.evidence.part:
        return False
    said = count.low - (count.high is None)  # "more than 1,200" is read as 1,201 and more
    bases = [base for base in {count.low, said} if base > 1]
    fits = any(derived.low % base == 0 and 1 < derived.low // base <= 20 for base in bases)
    return fits and toll.evidence.start < claim.sentence.end
