"""Sentences -> frames: the words for one event in one sentence, with its day, place and victims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec

from cenotaph.model import Span
from cenotaph.text.courts import is_of_court
from cenotaph.text.datable import is_bound, is_long_ago
from cenotaph.text.day_of_words import is_of_words
from cenotaph.text.day_verbs import lemma_of, relative_deed, verbs
from cenotaph.text.event_apart import (
    APART,
    Told,
    is_earlier,
    opens_apart,
    opens_total,
    stands_apart,
)
from cenotaph.text.event_clauses import Scope, folded, scopes
from cenotaph.text.event_days import (
    alone,
    are_long_past,
    dateline,
    day_key,
    is_called,
    is_of_telling,
    is_parted,
    is_sure,
    own_days,
    owns,
    without_stamps,
)
from cenotaph.text.event_figures import figures
from cenotaph.text.event_fresh import fates_of_known
from cenotaph.text.event_guilt import is_guilt_of_fallen, is_old_guilt
from cenotaph.text.event_recalled import is_recalled, only_ranks
from cenotaph.text.event_spots import called_after, is_owner, is_put_in, one_clause, written_at
from cenotaph.text.event_tellings import Telling, telling
from cenotaph.text.event_words import Head, is_passing, is_taken_for_known
from cenotaph.text.event_words import heads as heads_of
from cenotaph.text.fates import days_of_deed
from cenotaph.text.harm import Harm, harms
from cenotaph.text.harm_modality import modality_of
from cenotaph.text.modality import modality
from cenotaph.text.periods import period
from cenotaph.text.persons import person_words, singular, whole_of
from cenotaph.text.reading import DayPhrase, NamePhrase, NumberPhrase, Sentence
from cenotaph.text.shown import means_dateline
from cenotaph.text.spans import Spans

_WHEN = re.compile(r",? (?:when|in which)\b", re.IGNORECASE)
_FAMILIES = {
    "Abduction/forced disappearance": "abduction", "Arrests": "arrest", "Armed clash": "armed",
    "Air/drone strike": "explosive", "Shelling/artillery/missile attack": "explosive",
    "Remote explosive/landmine/IED": "explosive", "Suicide bomb": "explosive",
    "Grenade": "explosive", "Sexual violence": "sexual",
}  # fmt: skip
_LAST = 8  # harms told last, among which is whoever a sentence calls guilty
_ASIDES = frozenset({"after", "relative", "noun"})


class Frame(msgspec.Struct, frozen=True):
    """The words of one sentence for one event, and what they say of it."""

    sentence: Sentence
    heads: tuple[Head, ...]
    beside: int | None  # place of the frame it is told apart from, by its sentence's; -1: before
    old: bool  # told as past history
    apart: bool  # said to be another event
    definite: bool  # "the attack", "this bombing": known already
    called: bool  # by its date: "the October 7 attack"
    called_after: frozenset[str]  # a town: "the Tarsk bombing"
    written: frozenset[str]  # the town of the dateline that the sentence opens with
    nominal: bool  # only named in passing: "the murder of X"
    harms: bool  # somebody is told to be harmed, in no running total
    plain: bool  # a word says what kind of event happened: "a bombing"
    known: bool  # and taken for known: "the trial for the murder of X", "after X's murder"
    aside: bool  # told in a clause of its own about someone: "men who had abducted three guards"
    days: frozenset[str]
    places: frozenset[str]
    towns: frozenset[str]  # of them those that the words of the event itself put it in
    names: frozenset[str]  # of victims, and of who is arrested
    arrests: bool  # only of who was arrested
    hurt: bool  # somebody is killed or hurt, not only arrested
    mourned: bool  # and is named
    figures: frozenset[tuple[str, int]]
    families: frozenset[str]
    telling: Telling
    single: bool = False  # one person alone is told to be harmed
    nobody: bool = False  # nobody is said to be
    parts: frozenset[str] = frozenset()  # their fates, where all are of those told of before
    row: Span | None = None  # the name of its place, where several acts are told place by place


class Surroundings(msgspec.Struct, frozen=True):
    """What frames are read from, besides the sentences."""

    numbers: Sequence[NumberPhrase]
    days: Sequence[DayPhrase]
    names: Sequence[NamePhrase]


class _View(msgspec.Struct, frozen=True):
    """One sentence with what frames are read from."""

    sentence: Sentence
    around: Surroundings
    published: date | None
    found: Sequence[Harm]
    heads: Sequence[Head]
    fallen: Sequence[tuple[int, Harm]]  # told before, with the number of the sentence


def frames(sentences: Sequence[Sentence], around: Surroundings) -> Iterator[list[Frame]]:
    """Yield the frames of each sentence of a document that has any, in reading order."""
    published = dateline(around.days, sentences)
    numbers = Spans(around.numbers, lambda n: (n.span,))
    days = Spans(without_stamps(around.days, sentences), lambda d: (d.span,))
    names = Spans(around.names, lambda n: (n.span,))
    fallen: list[tuple[int, Harm]] = []
    for sentence in sentences:
        if sentence.tokens:
            at = sentence.span
            here = Surroundings(numbers.within(at), days.within(at), names.within(at))
            whole = whole_of(sentence, here.numbers, here.names)
            found = [h for h in harms(whole) if _happened(sentence, h)]
            heads = heads_of(sentence, found)
            if heads:
                yield _frames(_View(sentence, here, published, found, heads, fallen[-_LAST:]))
            fallen += [(sentence.number, h) for h in found]


def _happened(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm is told as fact; who was "never seen again" is missing."""
    if harm.outcome == "missing":
        return modality_of(sentence, harm) == "real"
    return modality(sentence, harm.trigger) == "real"


def _frames(view: _View) -> list[Frame]:
    """Return the frames of a sentence: those of its main words, then those told apart in it."""
    frames: list[Frame] = []
    opening: dict[int, int] = {}  # the first frame of each scope that has any
    for n, scope in enumerate(_scopes(view)):
        own = [h for h in view.heads if h.token in scope.tokens]
        here = [h for h in view.found if h.trigger in scope.tokens]
        beside = opening.get(scope.above, -1) if n else None
        if not n and opens_apart(view.sentence, here):
            beside = -1
        for some, rest in _without_passing(view.sentence, own, here):
            guilt = bool(rest) and all(is_old_guilt(view.sentence, h) for h in rest)
            over = opening.get(n, beside) if guilt else beside
            opening.setdefault(n, len(frames))
            frames.append(_frame(view, scope, some, rest, over))
    return frames


def _scopes(view: _View) -> list[Scope]:
    """Return the main scope of a sentence and those that plainly tell of another event."""
    sentence, heads = view.sentence, view.heads
    nouns = {h.token for h in heads if sentence.tokens[h.token].pos in {"NOUN", "PROPN", "NUM"}}
    every = scopes(sentence, {h.token for h in heads}, nouns)
    told = [_told(view, scope) for scope in every]
    return folded(every, [n > 0 and stands_apart(sentence, told, n) for n in range(len(every))])


def _told(view: _View, scope: Scope) -> Told:
    within = [d for d in view.around.days if scope.holds(view.sentence, d.span.start)]
    days = [d for d in own_days(view.sentence, within) if not is_of_telling(view.sentence, d.span)]
    return Told(
        scope,
        [h for h in view.found if h.trigger in scope.tokens],
        frozenset(k for d in days if (k := day_key(d, view.published)) is not None),
        _places(view, scope, ("town",)),
        _places(view, scope, ("town", None)),
        _places(view, scope, ("town", None, "region")),
        bool(days) and all(map(is_long_ago, days)),
    )


def _without_passing(
    sentence: Sentence, heads: Sequence[Head], found: Sequence[Harm]
) -> Iterator[tuple[tuple[Head, ...], list[Harm]]]:
    """Yield what is told, and apart from it each harm that is only named in passing."""
    passing = [h for h in found if is_passing(sentence, h)]
    beside = len(found) > len(passing) or len(heads) > len(passing)
    apart = {h.trigger for h in passing} if beside else set()
    own = tuple(h for h in heads if h.token not in apart)
    if own:
        yield own, [h for h in found if h.trigger not in apart]
    for token in sorted(apart):
        named = tuple(h for h in heads if h.token == token)
        if named:
            yield named, [h for h in passing if h.trigger == token]


def _frame(
    view: _View, scope: Scope, heads: tuple[Head, ...], found: Sequence[Harm], beside: int | None
) -> Frame:
    sentence = view.sentence
    within = [d for d in view.around.days if scope.holds(sentence, d.span.start)]
    within = [d for d in within if not is_parted(sentence, [h.token for h in heads], d.span)]
    days = [d for d in within if _beside(sentence, heads, d.span)] or alone(
        sentence, within, [h.token for h in heads], view.published
    )
    days = own_days(sentence, days) or days
    coarse = any(
        is_long_ago(d) and not only_ranks(sentence, heads, d.span.start - sentence.span.start)
        for d in within
        if not _in_another_clause(sentence, heads, d.span) or _is_when(sentence, heads, d.span)
    )
    if found and all(is_passing(sentence, h) for h in found):  # "Friday's murder of", "on Friday"
        first = sentence.tokens[max(0, heads[0].token - 3)].start
        days = [d for d in days if d.span.start >= first]  # not of who was "held on Friday for"
    sums = {h.trigger for h in found if h.is_total}  # "raising the toll to four"
    fates = [h for h in found if h.trigger not in sums]
    # "by Saturday the number of dead had risen to 31"
    if found and all(h.outcome == "missing" for h in fates):
        days = [
            d for d in days if not is_bound(d, sentence.text[: d.span.start - sentence.span.start])
        ]
    told = found and not fates and all(h.token in sums or not h.word.specific for h in heads)
    if told and not _places(view, scope, ("town", None)):  # "in Lom on Friday the toll was six"
        days = [d for d in days if owns(sentence, d.span)]  # "ended on Friday, with a toll of six"
    days = days_of_deed(sentence, fates, days)
    keys = frozenset(k for d in days if (k := day_key(d, view.published)) is not None)
    return Frame(
        sentence=sentence,
        heads=heads,
        beside=beside,
        old=(((coarse and not any(map(is_sure, keys))) or are_long_past(keys, view.published))
        and not is_of_court(sentence))
        or is_recalled(sentence, scope, heads, keys)
        or (bool(found) and all(_is_guilt(view, h) for h in found))
        or (beside is not None and _is_past(view, scope)),
        apart=scope.finds(sentence, APART),
        definite=any(_is_definite(sentence, h.token) for h in heads),
        called=any(is_called(sentence, h.token, d) for h in heads for d in within),
        called_after=called_after(sentence, heads, view.around.names),
        written=written_at(sentence, view.around.names),
        nominal=bool(found) and all(is_passing(sentence, h) for h in found),
        harms=any(period(sentence, h.trigger).scope == "incident" for h in found),
        plain=any(h.word.specific and modality(sentence, h.token) == "real" for h in heads),
        known=bool(found) and all(is_taken_for_known(sentence, h) for h in found),
        aside=(beside is not None and scope.link in _ASIDES)
        or all(_is_aside(sentence, h.token) for h in heads),
        days=keys,
        towns=_towns(view, scope, heads),
        places=_places(view, scope, (None, "town", "region", "country", "way")),
        names=frozenset(n for h in found if (n := _name(sentence, h)) is not None),
        arrests=all(h.word.sub_event_type == "Arrests" for h in heads),
        hurt=any(h.outcome != "detained" for h in found),
        mourned=any(h.outcome != "detained" and _name(sentence, h) for h in found),
        figures=figures(found),
        families=frozenset(
            _FAMILIES[h.word.sub_event_type] for h in heads
            if h.word.specific and h.word.sub_event_type in _FAMILIES
        ),
        telling=telling(sentence, scope, heads, found, (view.around.days, view.around.names)),
        nobody=bool(found) and all(h.phrase.kind == "zero" for h in found),
        parts=fates_of_known(sentence, found),
        single=any(h.phrase.count is not None and h.phrase.count.high == 1 for h in found),
    )  # fmt: skip


def _is_past(view: _View, scope: Scope) -> bool:
    """Tell whether a scope told apart is history: no day or town of its own says when or where."""
    told = _told(view, scope)
    known = told.towns and figures(told.found) and not scope.is_years_before
    if is_earlier(view.sentence, scope) or (scope.is_long_before and not known):
        return True  # not "a week after rebels killed two in Lom"
    own = told.days or told.towns or scope.shifts(view.sentence)
    return opens_total(view.sentence, told) or not own


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


def _is_when(sentence: Sentence, heads: Sequence[Head], span: Span) -> bool:
    """Tell whether what happened is told of a time right before: "in May 2011, when nine died"."""
    follows = _WHEN.match(sentence.text, span.end - sentence.span.start)
    return follows is not None and any(sentence.tokens[h.token].start > span.end for h in heads)


def _is_aside(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb stands in the past perfect inside a relative clause."""
    token = sentence.tokens[index]
    had = any(sentence.tokens[k].text.lower() == "had" for k in sentence.kids[index])
    return had and token.dep in {"relcl", "acl"}


def _is_guilt(view: _View, harm: Harm) -> bool:
    """Tell whether a harm is only what somebody harmed himself had done before."""
    sentence = view.sentence
    return is_old_guilt(sentence, harm) or is_guilt_of_fallen(sentence, harm, view.fallen)


def _is_definite(sentence: Sentence, index: int) -> bool:
    for i in range(index - 1, max(-1, index - 5), -1):
        token = sentence.tokens[i]
        if token.text.lower() in {"the", "this", "that", "these"}:
            return True
        if token.pos not in {"ADJ", "NOUN", "PROPN", "NUM", "VERB"}:
            return False
    return False


def _places(view: _View, scope: Scope, scales: Collection[str | None]) -> frozenset[str]:
    """Return the places a scope puts things in: "in Sumy", "near the port of Odesa"."""
    found = set()
    for name in view.around.names:
        own = name.kind == "place" and name.scale in scales
        if own and not is_owner(view.sentence, name):
            before = view.sentence.text[: name.span.start - view.sentence.span.start].split()[-3:]
            located = {w.lower() for w in before} & {"in", "at", "near", "outside", "of", "on"}
            if located and scope.holds(view.sentence, name.span.start):
                found.add(name.name.lower())
    return frozenset(found)


def _towns(view: _View, scope: Scope, heads: Sequence[Head]) -> frozenset[str]:
    """Return the towns in the clause of an event's own words: "hit Sumy", "killed two in Odesa".

    A dateline's is one only where it is meant: "in this city".
    """
    found = set()
    for name in view.around.names:
        at = view.sentence.token_at(name.span.start)
        if name.kind != "place" or name.scale != "town" or at is None:
            continue
        if view.sentence.tokens[at].dep == "meta":
            put = means_dateline(view.sentence.text)
        else:
            put = any(is_put_in(view.sentence, h.token, at) for h in heads)
            put = put and scope.holds(view.sentence, name.span.start)
        if put:
            found.add(name.name)
    return frozenset(found)


def _beside(sentence: Sentence, heads: Sequence[Head], span: Span) -> bool:
    """Tell whether a day stands in the clause of a head, or of the verb of what it did."""
    at = sentence.token_at(span.start)
    if at is None or is_of_words(sentence, span):
        return False
    return any(one_clause(sentence, h.token, at, _effect(sentence, h.token)) for h in heads)


def _effect(sentence: Sentence, head: int) -> int | None:
    """Return the verb that says what an event did: "explosions damaged", "a strike that hit"."""
    above = sentence.tokens[head].head
    does = sentence.tokens[head].dep == "nsubj" and lemma_of(sentence, above) in verbs("effect")
    return above if does else relative_deed(sentence, head)
