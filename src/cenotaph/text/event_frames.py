"""Sentences -> frames: the words for one event in one sentence, with its day, place and victims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.harm import Harm, harms
from cenotaph.text.harm_words import EventWord, event_words, words
from cenotaph.text.modality import modality
from cenotaph.text.periods import period
from cenotaph.text.persons import person_words, singular, whole_of
from cenotaph.text.reading import DayPhrase, NamePhrase, NumberPhrase, Sentence, Token
from cenotaph.text.spans import Spans

_HARM = EventWord("harm", "v", False, "Violence against civilians", "Attack")
_OLD = re.compile(
    r"\b(?:anniversary|(?:similar|previous|earlier|past|earlier)\s+(?:attack|incident|bombing|shooting|strike"
    r"|case|raid|killing|murder|blast|explosion)s?|(?:months|years|decades)\s+(?:ago|earlier|before)"
    r"|histor(?:y|ic|ical)|in\s+the\s+past)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:elsewhere|in\s+(?:another|a\s+(?:separate|different|second|third|similar|related|further))"
    r"|separately|meanwhile|(?:a|an|the)\s+(?:separate|unrelated|second|third|different)\s+(?:\w+\s+)?"
    r"(?:attack|bomb|bombing|blast|explosion|shooting|strike|incident|ambush|raid|clash|assault)"
    r"|another\s+(?:\w+\s+){0,2}(?:attack|bomb|bombing|blast|explosion|shooting|strike|incident|ambush|raid"
    r"|clash|assault|action|case)|in\s+addition)\b",
    re.IGNORECASE,
)
_TRIED = re.compile(  # a case in the courts is reported for itself, whenever the deed was
    r"\b(?:charged|accused|indict(?:ed|ment)|convicted|sentenced|pleaded|pleads|pled|trial|jury|jurors"
    r"|arraigned|prosecutors?|arrested)\b",
    re.IGNORECASE,
)
_BRINGS = frozenset({"result", "cause", "lead", "end", "bring", "leave", "provoke", "claim"})
_REACTIONS = frozenset({  # what news of a killing is met with, or told by
    "news", "report", "announcement", "claim", "responsibility", "condemnation", "sorrow", "grief",
    "outrage", "indignation", "anger", "pain", "protest", "solidarity", "reprisal", "retaliation",
    "revenge", "react", "reaction", "learn", "mourn", "alarm", "astound", "shock", "regret",
})  # fmt: skip
_LONG = 365  # days
_COARSE = re.compile(r"(?:PUB|REF)-\w*[MYEC]~?|(?:\d\d|XX)\d\d(?:-\d\d)?|\d{3}|XXXX-\d\d")
_WITH_PARTICLE = {
    "blow": (frozenset({"up"}), 5),
    "set": (frozenset({"fire", "afire", "ablaze", "aflame"}), 6),
    "burn": (frozenset({"bus", "buses", "vehicle", "vehicles", "truck", "trucks", "car", "cars",
                        "house", "houses", "homes", "office", "offices", "building", "buildings",
                        "fields", "crops", "church", "down", "school", "schools", "village",
                        "farm"}), 6),
}  # fmt: skip
_FAMILIES = {
    "Abduction/forced disappearance": "abduction", "Arrests": "arrest", "Armed clash": "armed",
    "Air/drone strike": "explosive", "Shelling/artillery/missile attack": "explosive",
    "Remote explosive/landmine/IED": "explosive", "Suicide bomb": "explosive",
    "Grenade": "explosive", "Sexual violence": "sexual",
}  # fmt: skip


class Head(msgspec.Struct, frozen=True):
    """A token that points at an event."""

    token: int
    word: EventWord


class Frame(msgspec.Struct, frozen=True):
    """The words of one sentence for one event, and what they say of it."""

    sentence: Sentence
    heads: tuple[Head, ...]
    old: bool  # told as past history
    apart: bool  # said to be another event
    definite: bool  # "the attack", "this bombing": known already
    nominal: bool  # only named in passing: "the murder of X"
    harms: bool  # somebody is told to be harmed, in no running total
    plain: bool  # a word says what kind of event happened: "a bombing"
    known: bool  # and taken for known: "the trial for the murder of X", "after X's murder"
    aside: bool  # told in a clause of its own about someone: "men who had abducted three guards"
    days: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]  # of victims
    figures: frozenset[tuple[str, int]]
    families: frozenset[str]


class Surroundings(msgspec.Struct, frozen=True):
    """What frames are read from, besides the sentences."""

    numbers: Sequence[NumberPhrase]
    days: Sequence[DayPhrase]
    names: Sequence[NamePhrase]


def frames(sentences: Sequence[Sentence], around: Surroundings) -> Iterator[Frame]:
    """Yield the frames of a document in reading order."""
    published = _dateline(around.days)
    numbers = Spans(around.numbers, lambda n: (n.span,))
    days = Spans(around.days, lambda d: (d.span,))
    names = Spans(around.names, lambda n: (n.span,))
    for sentence in sentences:
        if sentence.tokens:
            at = sentence.span
            here = Surroundings(numbers.within(at), days.within(at), names.within(at))
            yield from _frames(sentence, here, published)


def _frames(sentence: Sentence, around: Surroundings, published: date | None) -> Iterator[Frame]:
    whole = whole_of(sentence, around.numbers, around.names)
    found = [h for h in harms(whole) if modality(sentence, h.trigger) == "real"]
    heads = _heads(sentence, found)
    passing = [h for h in found if _is_passing(sentence, h)]
    apart = (
        {h.trigger for h in passing}
        if len(found) > len(passing) or len(heads) > len(passing)
        else set()
    )
    own = tuple(h for h in heads if h.token not in apart)
    if own:
        rest = [h for h in found if h.trigger not in apart]
        yield _frame(sentence, own, rest, (around, published))
    for token in sorted(apart):
        rest = [h for h in passing if h.trigger == token]
        named = tuple(h for h in heads if h.token == token)
        if named:
            yield _frame(sentence, named, rest, (around, published))


def _heads(sentence: Sentence, found: Sequence[Harm]) -> list[Head]:
    harmed = {h.trigger for h in found}
    heads = []
    for i in range(len(sentence.tokens)):
        word = event_word(sentence, i) or (_HARM if i in harmed else None)
        if word is not None:
            heads.append(Head(i, word))
    return heads


def event_word(sentence: Sentence, index: int) -> EventWord | None:
    """Return what the event vocabulary knows of a token."""
    token = sentence.tokens[index]
    verb = token.pos in {"VERB", "AUX"} and token.dep not in {"pobj", "dobj"}
    part = "v" if verb else "n"  # "during fighting" is a noun, whatever the model's class
    lemma = token.lemma.lower() if part == "v" else singular(token.text)
    if part == "v" and lemma in _WITH_PARTICLE:
        return event_words().get(_with_particle(sentence, index, lemma))
    if lemma == "bombing":  # of its own it may come from the air; "a car bombing" does not
        kind = event_words().get(f"{clauses.lower(sentence, index - 1)}-{lemma}/{part}")
        if kind is not None:
            return kind
    return event_words().get(f"{lemma}/{part}")


def _with_particle(sentence: Sentence, index: int, lemma: str) -> str:
    """Return the word that a verb makes with what follows: "blew up", "set two buses on fire"."""
    ends, reach = _WITH_PARTICLE[lemma]
    following = {clauses.lower(sentence, i) for i in range(index + 1, index + 1 + reach)}
    return (
        {"blow": "blow-up/v", "set": "set-fire/v", "burn": "burn-down/v"}[lemma]
        if (following & ends)
        else ""
    )


def _is_passing(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm is named in passing: "the murder of Ruiz", "Ruiz's killing"."""
    token = sentence.tokens[harm.trigger]
    if token.pos not in {"NOUN", "PROPN"} or harm.part or _is_brought_about(sentence, token):
        return False
    owned = clauses.lower(sentence, harm.trigger - 1) in {"'s", "’s", "'", "’"}
    return owned or clauses.lower(sentence, harm.trigger + 1) == "of"


def _is_brought_about(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb tells of the harm itself: "resulted in the deaths of", "caused"."""
    above = sentence.tokens[token.head]
    if above.dep == "prep":
        above = sentence.tokens[above.head]
    return above.pos == "VERB" and above.lemma.lower() in _BRINGS


def _is_taken_for_known(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm named in passing only says what something else is about.

    "After the murder of Ruiz", "those responsible for Ruiz's murder"; but "condemned the murder of"
    and "news of the murder of" tell of it.
    """
    token = sentence.tokens[harm.trigger]
    while token.dep == "conj" and sentence.tokens[token.head] is not token:
        token = sentence.tokens[token.head]
    if not _is_passing(sentence, harm) or token.dep not in {"pobj", "pcomp"}:
        return False
    above = sentence.tokens[sentence.tokens[token.head].head]
    return above.lemma.lower() not in _REACTIONS


def _frame(
    sentence: Sentence, heads: tuple[Head, ...], found: Sequence[Harm],
    known: tuple[Surroundings, date | None],
) -> Frame:  # fmt: skip
    around, published = known
    days = [
        d for d in around.days if sentence.span.holds(d.span) and _beside(sentence, heads, d.span)
    ]
    coarse = any(
        _COARSE.fullmatch(d.when.timex)
        for d in around.days
        if sentence.span.holds(d.span) and not _in_another_clause(sentence, heads, d.span)
    )
    if found and all(_is_passing(sentence, h) for h in found):  # "Friday's murder of", "on Friday"
        first = sentence.tokens[max(0, heads[0].token - 3)].start
        days = [d for d in days if d.span.start >= first]  # not of who was "held on Friday for"
    keys = frozenset(k for d in days if (k := _day_key(d, published)) is not None)
    if found and all(_is_later(sentence, h) for h in found):
        keys = frozenset()  # the day someone died or went home is not the day of the harm
    return Frame(
        sentence=sentence,
        heads=heads,
        old=(((coarse and not keys) or _are_long_past(keys, published))
        and not _TRIED.search(sentence.text))
        or bool(_OLD.search(sentence.text)),
        apart=bool(_APART.search(sentence.text)),
        definite=any(_is_definite(sentence, h.token) for h in heads),
        nominal=bool(found) and all(_is_passing(sentence, h) for h in found),
        harms=any(period(sentence, h.trigger).scope == "incident" for h in found),
        plain=any(h.word.specific and modality(sentence, h.token) == "real" for h in heads),
        known=bool(found) and all(_is_taken_for_known(sentence, h) for h in found),
        aside=all(_is_aside(sentence, h.token) for h in heads),
        days=keys,
        places=_places(sentence, around.names),
        names=frozenset(n for h in found if (n := _name(sentence, h)) is not None),
        figures=frozenset(
            (h.outcome, h.phrase.count.low) for h in found
            if h.phrase.count and h.phrase.count.low and h.phrase.count.low > 1
        ),
        families=frozenset(
            _FAMILIES[h.word.sub_event_type] for h in heads
            if h.word.specific and h.word.sub_event_type in _FAMILIES
        ),
    )  # fmt: skip


def _are_long_past(keys: Iterable[str], published: date | None) -> bool:
    """Tell whether all days of a frame are more than a year before the dateline's."""
    if published is None:
        return False
    days = [date.fromisoformat(k) for k in keys if k[:2].isdigit()]
    return bool(days) and max(days) < published - timedelta(days=_LONG)


def _name(sentence: Sentence, harm: Harm) -> str | None:
    """Return a victim's name; a bare surname that the model takes for no name serves as well."""
    if harm.phrase.name is not None or harm.phrase.count is None or harm.phrase.count.high != 1:
        return harm.phrase.name
    words: list[str] = []
    for i in range(harm.phrase.head, harm.phrase.first - 1, -1):
        token = sentence.tokens[i]
        if token.pos != "PROPN" or singular(token.text) in person_words():
            break
        words.insert(0, token.text)
    return " ".join(words) or None


def _is_later(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a known person's fate is told: "he died on Sunday", "she is in hospital"."""
    known = harm.phrase.kind in {"pronoun", "definite"}
    dies = sentence.tokens[harm.trigger].lemma.lower() in words("late")
    return known and (dies or not harm.plain)


def _in_another_clause(sentence: Sentence, heads: Sequence[Head], span: Span) -> bool:
    """Tell whether a day stands in a relative clause without any of the heads.

    "The strike on a brigade that was formed in 2011" is no strike of 2011.
    """
    index = sentence.token_at(span.start)
    while index is not None and sentence.tokens[index].head != index:
        if sentence.tokens[index].dep in {"relcl", "acl", "appos"}:
            return not {h.token for h in heads} & set(sentence.subtree(index))
        index = sentence.tokens[index].head
    return False


def _is_aside(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb stands in the past perfect inside a relative clause."""
    token = sentence.tokens[index]
    had = any(sentence.tokens[k].text.lower() == "had" for k in sentence.kids[index])
    return had and token.dep in {"relcl", "acl"}


def _is_definite(sentence: Sentence, index: int) -> bool:
    for i in range(index - 1, max(-1, index - 5), -1):
        token = sentence.tokens[i]
        if token.text.lower() in {"the", "this", "that", "these"}:
            return True
        if token.pos not in {"ADJ", "NOUN", "PROPN", "NUM", "VERB"}:
            return False
    return False


def _places(sentence: Sentence, names: Sequence[NamePhrase]) -> frozenset[str]:
    """Return the places a sentence puts things in: "in Sumy", "near the port of Odesa"."""
    found = set()
    for name in names:
        if name.kind == "place" and sentence.span.holds(name.span):
            before = sentence.text[: name.span.start - sentence.span.start].split()[-3:]
            if {w.lower() for w in before} & {"in", "at", "near", "outside", "of", "on"}:
                found.add(name.name.lower())
    return frozenset(found)


def _beside(sentence: Sentence, heads: Sequence[Head], span: Span) -> bool:
    """Tell whether a day stands in the clause of one of the heads."""
    at = sentence.token_at(span.start)
    if at is None:
        return False
    return any(_one_clause(sentence, head.token, at) for head in heads)


def _one_clause(sentence: Sentence, head: int, at: int) -> bool:
    low, high = sorted((head, at))
    verbs = [
        i for i in range(low + 1, high)
        if sentence.tokens[i].tag in {"VBD", "VBZ", "VBP"}
        and sentence.tokens[i].dep not in {"aux", "auxpass"}
    ]  # fmt: skip
    return len(verbs) == 0 and high - low < 25


def _dateline(days: Sequence[DayPhrase]) -> date | None:
    """Return the day of a dateline that gives day, month and year at the head of the text."""
    for day in days:
        if day.span.part == "text" and day.span.start < 80:
            found = _full(day.when.timex, None)
            if found is not None:
                return found
    return None


def _day_key(day: DayPhrase, published: date | None) -> str | None:
    """Return a day as a word that can be compared within the document."""
    timex = day.when.timex
    full = _full(timex, published)
    if full is not None:
        return full.isoformat()
    relative = re.match(r"PUB([+-]\d+)D", timex)
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
