"""Words for days beside words of harm -> the days of the events they tell of (COUNTING 24).

A day belongs to the event whose word governs it in the sentence: "were killed on Tuesday". The day
of a statement, an arrest, a trial or a funeral is none ("police said on Wednesday"), nor is one
that only bounds a time ("since Monday"). Where grammar says nothing, the nearest event takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Mention, Span
from cenotaph.text import clauses
from cenotaph.text.datable import (
    at_most,
    datable,
    goes_along,
    has_day,
    is_bound,
    is_clocked,
    is_coarse,
    is_elsewhere,
    is_exact,
    is_placed,
    is_site,
)
from cenotaph.text.day_names import behind_colon, entered, named_by, names_other
from cenotaph.text.day_of_words import is_claimed, is_of_words, is_spared
from cenotaph.text.day_verbs import (
    governors,
    index_at,
    is_aside,
    is_call,
    is_charge,
    is_of_bench,
    is_of_others,
    is_struck,
    lemma_of,
    only_bounds,
    takes_place,
    verbs,
)
from cenotaph.text.entries import lists_undated, opening_event
from cenotaph.text.fates import is_later
from cenotaph.text.making import claim_of
from cenotaph.text.reading import DayPhrase, Reading, Sentence
from cenotaph.text.totals import totals

_GOVERNED, _ADJACENT, _BESIDE, _LATER, _AFTER, _LOOSE = 0.88, 0.85, 0.7, 0.65, 0.6, 0.55
_HINT = 0.52  # a day of something else that the account tells: of use where it tells no other
_OPENING, _LEAD = 25, 2  # characters that open a sentence; paragraphs that open an account
_REPORTED = re.compile(
    r"(?i)\b(?:said|says|told (?:\w+\s+){1,3}|announced|reported|confirmed|added|wrote|stated"
    r"|in an? \w*\s?(?:statement|interview|briefing|bulletin))(?:\s+(?:on|late|early|in|here))*\s+$"
)
_ASIDE = re.compile(
    r"(?i)\b(?:court|condition|hearing|arraignment|vigil|funeral|news conference|press conference"
    r"|statement|interview|briefing|unclear|unknown(?! \w+s\b)|still|at large|behind bars)"
    r"\b[^,;.]{0,25}$"
)
_OWN_MATTER = re.compile(
    r"(?i)['’]s (?:\w+ ){0,2}(?:events?|violence|tragedy|incident|attacks?|rampage|ordeal)\b"
)
_WHEN = re.compile(
    r"(?i),?\s*(?:when|the (?:same |very )?(?:day|night|morning|evening)(?: that)? (?!of\b))\b"
)
_AT_ASIDE = re.compile(
    r"(?i)\b(?:at|during|outside|near|into|leaving) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}"
    r"(?:court|hearing|vigil|funeral|burial|protest|election|meeting|memorial|party)\b[^,;.]{0,25}$"
)
_Found = tuple[Mention | None, float] | None
_GAP = re.compile(r"(?i)\s+(?:on\s+)?(?:(?:late|early)\s+)?")
_RIGHT_BEFORE = re.compile(
    r"(?i)(?:\s+(?!(?:said|says|who|that|which|was|were|is|are|has|had|have|and|since"
    r"|until|till|before|after|by|following|from)\b)"
    r"[\w.'’-]+){0,4}?"
    r"\s+(?:(?:on|late|early|in the)\s+)*"
)


def find(reading: Reading) -> Iterator[Claim]:
    """Yield the days of events, each with the mention it dates."""
    for sentence in reading.sentences:
        mentions = reading.mentions_at.within(sentence.span)
        for phrase in datable(reading, reading.days_at.within(sentence.span)):
            near = behind_colon(sentence, phrase.span, mentions)
            yield from _dated(reading, sentence, phrase, near)


def _dated(
    reading: Reading, sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]
) -> Iterator[Claim]:
    named = named_by(sentence, phrase.span, mentions)
    apart = named is None and names_other(sentence, phrase.span)
    if apart or is_of_words(sentence, phrase.span):
        return
    found = (
        (named and (named, _GOVERNED))
        or ((own := entered(reading, sentence, phrase.span)) and (own[0], _BESIDE))
        or _called(sentence, phrase, mentions)
        or _heard(sentence, phrase, mentions)
        or _right_before(sentence, phrase, mentions)
        or _followed(sentence, phrase, mentions)
        or _governor(sentence, phrase, mentions)
        or (None if mentions or opening_event(reading, sentence) is None else (None, _BESIDE))
        or _nearby(sentence, phrase, mentions)
        or _heading(reading, sentence, phrase)
    )
    if found is None:
        return
    mention = found[0] or opening_event(reading, sentence)
    confidence = min(found[1], at_most(phrase))
    if mention is not None and (is_claimed(sentence, mention) or is_spared(sentence, mention)):
        confidence = min(confidence, _LOOSE)
    if mention is not None and is_later(sentence, mention.span):
        confidence = _HINT  # "five of the wounded died on Saturday", "12 were missing on Sunday"
    quoted = any(s.direct for s in reading.speech_at.holding(phrase.span))
    when = replace(phrase.when, quoted=quoted)
    claim = claim_of(reading, when, phrase.span, extractor="days", confidence=confidence)
    claim = replace(claim, about=mention.id if mention else claim.about)
    if claim.about is not None and claim.about not in totals(reading):
        yield claim


def _followed(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Read "opened fire in the hall on Monday, injuring four": what follows came of it."""
    base = sentence.span.start
    bound = is_bound(phrase, sentence.text[: phrase.span.start - base])
    for mention in () if bound else mentions:
        gap = sentence.text[phrase.span.end - base : max(0, mention.span.start - base)]
        if phrase.span.end < mention.span.start and gap.strip(" \n") == ",":
            participle = sentence.tokens[index_at(sentence, mention.span.start)].tag == "VBG"
            return (mention, _BESIDE) if participle else None
    return None


def _called(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Read "about 4 p.m. Monday, the sheriff says, they were called to ...": what they came to."""
    lemmas = [lemma_of(sentence, i) for i in range(len(sentence.tokens))]
    day = index_at(sentence, phrase.span.start)
    if any(is_call(sentence, i) for i in governors(sentence, phrase.span.start)):
        return (_nearest(sentence, phrase.span, mentions), _AFTER) if mentions else (None, _LOOSE)
    comma = sentence.text[phrase.span.end - sentence.span.start :].startswith(",")
    told = comma and is_clocked(phrase, dated=True)
    opening = told or phrase.span.start - sentence.span.start < _OPENING
    if not (is_clocked(phrase) and opening) or (verbs("told") & set(lemmas[:day]) and not comma):
        return None
    if not verbs("call") & set(lemmas[day:]) or verbs("court") & set(lemmas):
        return None
    return (_nearest(sentence, phrase.span, mentions), _BESIDE) if mentions else (None, _LOOSE)


def _heard(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Read "gunfire was reported on Friday", "a shooting was reported at 9", "bodies found"."""
    heads = {sentence.token_at(m.span.start): m for m in mentions}
    for index in governors(sentence, phrase.span.start):
        subject = clauses.subject(sentence, index)
        if subject is None or subject not in heads or not clauses.is_passive(sentence, index):
            continue
        plain = phrase.when.time is not None or lemma_of(sentence, subject) in verbs("scene")
        heard = lemma_of(sentence, index) == "report" and plain
        if heard or lemma_of(sentence, index) in verbs("found"):
            return heads[subject], _BESIDE
    return None


def _nearby(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Return the nearest event of the sentence that no verb of saying or trial parts from a day.

    The small model hangs a day on the wrong verb as often as not: "was shot by police Sunday at a
    store". A day that "when" follows is that of what came then.
    """
    base = sentence.span.start
    before = sentence.text[: phrase.span.start - base]
    aside = _ASIDE.search(before) and not _AT_ASIDE.search(before)
    ahead = [m for m in mentions if m.span.start > phrase.span.end]
    came = bool(ahead) and _WHEN.match(sentence.text, phrase.span.end - base) is not None
    if (is_bound(phrase, before) and not came) or aside or _REPORTED.search(before):
        own = not mentions and _OWN_MATTER.match(sentence.text, phrase.span.end - base)
        return (None, _AFTER) if own else None
    if came:
        return ahead[0], _BESIDE
    asides = verbs("told") | verbs("court") | verbs("after") | verbs("call")
    chain = list(governors(sentence, phrase.span.start))
    day = index_at(sentence, phrase.span.start)
    behind = [m for m in mentions if m.span.end <= phrase.span.start]
    dated = bool(behind) and has_day(sentence.text[: behind[-1].span.start - base])
    every = (i for i in range(len(sentence.tokens)) if lemma_of(sentence, i) in asides)
    others = {i for i in every if not goes_along(sentence, i)}
    told = others.intersection(i for i in chain if i < day)
    if not dated and (told or any(is_of_bench(sentence, i) for i in chain)):
        return None  # "a judge ruled on Monday in the death of two on Sunday": each has its day
    for mention in behind[-1:] or ahead[:1]:
        at = index_at(sentence, mention.span.start)
        between = others.intersection(range(min(at + 1, day), max(at, day)))
        elsewhere = bool(chain) and is_elsewhere(sentence, at, chain[-1], day)
        other = elsewhere or between or lemma_of(sentence, at) in verbs("court")
        return None if other else (mention, _AFTER if behind else _LOOSE)
    return _scene(sentence, phrase, mentions)


def _scene(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Read "shots were fired about 2 a.m. Monday", "About 9 p.m. on Friday, officers came"."""
    words = {lemma_of(sentence, i) for i in range(len(sentence.tokens))}
    opening = phrase.span.start - sentence.span.start < _OPENING
    day = index_at(sentence, phrase.span.start)
    aside = verbs("told") | verbs("court") | verbs("after")
    chain = governors(sentence, phrase.span.start)
    if mentions or any(i < day and lemma_of(sentence, i) in aside for i in chain):
        return None
    if verbs("scene") & words or (is_clocked(phrase) and opening):
        return None, _LOOSE
    told = is_exact(phrase) and not is_coarse(phrase)  # "a minister until 2015"
    told = told and not phrase.when.timex.startswith("PUB+") and not aside & words
    return (None, _HINT) if told and sentence.part == "text" else None


def _heading(reading: Reading, sentence: Sentence, phrase: DayPhrase) -> _Found:
    """Read a title that is a date, or has one above a list of incidents: "Log, 13 February"."""
    if sentence.part != "title" or phrase.when.timex.count("-") != 2:
        return None
    whole = len(sentence.text.strip()) == phrase.span.end - phrase.span.start
    return (None, _HINT) if whole or lists_undated(reading) else None


def _right_before(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Read "hurt in gunfire on Friday night have been released": the nearest word has it."""
    base = sentence.span.start
    for mention in reversed(mentions):
        start, end = mention.span.end - base, phrase.span.start - base
        if start >= end or not _RIGHT_BEFORE.fullmatch(sentence.text[start:end]):
            continue
        first = index_at(sentence, mention.span.start)
        if is_charge(sentence, first):
            own = lemma_of(sentence, first) not in verbs("offense")
            if own and _GAP.fullmatch(sentence.text[start:end]):
                return mention, _AFTER  # "were charged in the gun battle on Saturday morning"
            continue
        lemmas = {
            lemma_of(sentence, i) for i in range(first, index_at(sentence, phrase.span.start))
        }
        asides = verbs("told") | verbs("court") | verbs("after") | verbs("call")
        if lemmas and not lemmas & asides:
            above = {lemma_of(sentence, sentence.tokens[first].head)}
            if above & verbs("probe"):
                return mention, _AFTER
            lemmas |= {lemma_of(sentence, i) for i in range(max(0, first - 2), first)}
            return mention, _LATER if lemmas & verbs("late") else _ADJACENT
    return None


def _governor(sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention]) -> _Found:
    """Return the mention that a day dates, None for the account's current one, and how surely."""
    before = sentence.text[: phrase.span.start - sentence.span.start]
    aside = _ASIDE.search(before) and not _AT_ASIDE.search(before)
    if _REPORTED.search(before) or aside or is_bound(phrase, before):
        return None
    heads = {sentence.token_at(m.span.start): m for m in mentions}
    chain = list(governors(sentence, phrase.span.start))
    hour = (phrase.when.time or "")[:1].isdigit()
    for index in chain:
        lemma = lemma_of(sentence, index)
        if hour and (lemma in verbs("call") or lemma == "report"):
            return _subject(sentence, index, heads, mentions), _BESIDE
        harmed = {chain[-1], sentence.tokens[chain[-1]].head} & heads.keys()
        struck = is_struck(sentence, index) or (
            bool(harmed) and is_site(sentence, index, chain[-1])
        )  # "two were killed when police fired at a protest on 4 April"
        if is_aside(sentence, index, index in heads) and not struck:
            return _below(sentence, index, phrase, heads)
        if index in heads or lemma in verbs("happen") or takes_place(sentence, index, heads):
            return _happened(sentence, index, heads, mentions)
        if lemma in verbs("effect") and mentions:
            return _nearest(sentence, phrase.span, mentions), _BESIDE
    roots = {lemma_of(sentence, i) for i, t in enumerate(sentence.tokens) if t.head == i}
    # "Bodies were buried on Tuesday, followed by more on Wednesday" dates nothing.
    return None if roots & verbs("after") else _beside(sentence, phrase, mentions, chain)


def _happened(
    sentence: Sentence, verb: int, heads: dict[int | None, Mention], mentions: Sequence[Mention]
) -> _Found:
    """Return the event whose own word a verb is, or of which it says that it happened."""
    other = verb not in heads and is_of_others(sentence, verb, heads)
    if other or only_bounds(sentence, verb):  # "killed four since the siege began in May"
        return None
    found = heads.get(verb) or _subject(sentence, verb, heads, mentions)
    return found, _LATER if lemma_of(sentence, verb) in verbs("late") else _GOVERNED


def _below(
    sentence: Sentence, verb: int, phrase: DayPhrase, heads: dict[int | None, Mention]
) -> _Found:
    """Read "was named as the man who shot two people there on Friday": the later verb has it."""
    place = index_at(sentence, phrase.span.start)
    if place < verb and lemma_of(sentence, verb) in verbs("after"):
        return _joined(sentence, verb, heads)
    judged = lemma_of(sentence, verb) in verbs("judge")  # "condemned the murder of two on Monday"
    for index in range(place, verb, -1):
        # "charged in the shooting of two about 2 a.m. Monday": no charge has such an hour, nor does
        # "convicted over the killing of two in Tarsk on 14 April 2019" tell where it was laid
        hour = is_clocked(phrase, dated=True) and lemma_of(sentence, index) not in verbs("offense")
        told = judged or hour or is_placed(sentence, index, phrase)
        if index in heads and (told or sentence.tokens[index].pos == "VERB"):
            return heads[index], _AFTER
    return None


def _joined(sentence: Sentence, verb: int, heads: dict[int | None, Mention]) -> _Found:
    """Read "On Friday gunmen invaded the market and shot two", or "where they shot two"."""
    for at in (i for i in sentence.subtree(verb) if i > verb and i in heads):
        token = sentence.tokens[at]
        own = clauses.kid(sentence, at, "nsubj", "nsubjpass")
        joined = token.head == verb and token.dep in {"conj", "advcl"} and own is None
        they = token.dep == "relcl" and own is not None and clauses.lower(sentence, own) == "they"
        if token.pos == "VERB" and (joined or they):
            return heads[at], _AFTER
    return None


def _beside(
    sentence: Sentence, phrase: DayPhrase, mentions: Sequence[Mention], chain: Sequence[int]
) -> _Found:
    if not mentions:
        return (None, _LOOSE) if _is_lead(sentence, phrase) else None
    mention = _nearest(sentence, phrase.span, mentions)
    if not chain:
        return mention, _LOOSE
    thing = sentence.tokens[chain[-1]]  # "a grenade thrown on Tuesday left two dead"
    own = [m for m in mentions if index_at(sentence, m.span.start) == thing.head]
    if own and thing.dep == "acl" and thing.lemma in verbs("thrown"):
        return own[0], _BESIDE
    at, day = index_at(sentence, mention.span.start), index_at(sentence, phrase.span.start)
    elsewhere = is_elsewhere(sentence, at, chain[-1], day)
    if lemma_of(sentence, chain[-1]) in verbs("probe"):
        return mention, _LOOSE  # "police on Friday were investigating the death of two"
    return None if elsewhere else (mention, _sureness(sentence, mention, chain[-1]))


def _is_lead(sentence: Sentence, phrase: DayPhrase) -> bool:
    """Tell whether a day stands in the first lines, which tell when, though in other words."""
    told = any(t.pos == "VERB" for t in sentence.tokens)
    return is_exact(phrase) and told and sentence.part == "text" and sentence.paragraph <= _LEAD


def _sureness(sentence: Sentence, mention: Mention, governor: int) -> float:
    """Say how surely a day of another verb dates an event told in the same sentence.

    "Police came on Friday to the scene of a shooting" does; "the man held over the shooting was
    seen on Friday" and "is recovering on Friday after a shooting" may not.
    """
    index = sentence.token_at(mention.span.start)
    for _ in range(8):
        if index is None or index == governor:
            return _BESIDE
        token = sentence.tokens[index]
        if token.dep in {"relcl", "acl"}:
            return _LOOSE
        came_of = token.tag == "VBG" and index > governor  # "burst in on Monday, killing two"
        apart = token.dep == "advcl" and not came_of
        if apart or token.text.lower() in {"after", "following", "over", "since"}:
            return _AFTER
        if token.dep == "ROOT":
            return _AFTER
        index = token.head
    return _AFTER


def _subject(
    sentence: Sentence,
    verb: int,
    heads: dict[int | None, Mention],
    mentions: Sequence[Mention],
) -> Mention | None:
    """Return the mention that is what happened: "the attack came at dawn"; None for "it"."""
    for child in sentence.kids[verb]:
        if child in heads:
            return heads[child]
    if not mentions:
        return None
    return _nearest(sentence, sentence.span_of(verb, verb), mentions)


def _nearest(sentence: Sentence, span: Span, mentions: Sequence[Mention]) -> Mention:
    """Return the nearest mention, a comma or other break between counting as forty letters."""

    def distance(mention: Mention) -> tuple[int, int]:
        first, second = sorted((mention.span, span), key=lambda s: s.start)
        base = sentence.span.start
        between = sentence.text[max(0, first.end - base) : max(0, second.start - base)]
        return len(between) + 40 * len(re.findall(r"[,;:—]", between)), mention.span.start

    return min(mentions, key=distance)
