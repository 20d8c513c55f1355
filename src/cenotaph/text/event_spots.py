"""The words of an event -> the place that they put it in, apart from others that a sentence names.

"Shells hit Sumy, 300 km east of Kyiv" is in Sumy; "in a clinic in Gao, where they were taken" is
told of the wounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cenotaph.text import clauses
from cenotaph.text.clauses import TENSED
from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_openings import place_opened_with
from cenotaph.text.event_words import Head
from cenotaph.text.name_words import lists
from cenotaph.text.reading import DayPhrase, NamePhrase, Sentence

_AT = frozenset({"in", "at", "near", "outside", "on", "around", "toward", "towards"})
_FROM = re.compile(
    r"\b(?:from|between|to|(?:north|south|east|west|k(?:ilo)?m(?:et(?:er|re)s)?|miles) of) ?$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:taken|transported|rushed|flown|airlifted|brought|driven|admitted|treated|died at"
    r"|(?:died|dead) [^,;]*\b(?:hospitals?|clinics?|morgue|infirmary))\b[^,;]*$",
    re.IGNORECASE,
)
_LAND = re.compile(
    r"\s+(?:department|province|state|region|county|governorate|prefecture|oblast)\b", re.IGNORECASE
)
_STRUCK = frozenset({"on", "of", "against", "at", "in", "near"})
_SETTLEMENTS = frozenset(
    {"town", "city", "village", "district", "port", "hamlet", "camp", "suburb"}
)
_WIDE = frozenset({"country", "region", "way"})
_OWNS = re.compile(r"['’]s?\b")
_NEAR = 25  # tokens


def spots(
    sentence: Sentence, scope: Scope, heads: Sequence[Head], names: Iterable[NamePhrase]
) -> frozenset[str]:
    """Return the place that the words of an event put it in: the first, but none of a distance."""
    found: list[tuple[bool, int, str]] = []
    for name in names:
        at = sentence.token_at(name.span.start)
        if name.kind != "place" or is_wide(name) or at is None or at not in scope.tokens:
            continue
        before = sentence.text[: name.span.start - sentence.span.start]
        led = {w.lower() for w in before.split()[-3:]}
        located = not is_owner(sentence, name) and not _AT.isdisjoint(led)
        if (
            (located or (name.scale == "town" and _is_struck(sentence, name, heads)))
            and not is_passed(before)
            and any(is_put_in(sentence, h.token, at) for h in heads)
        ):
            found.append((not located, name.span.start, name.name))
    return frozenset({min(found)[2].lower()} if found else ())


def regions(sentence: Sentence, scope: Scope, names: Iterable[NamePhrase]) -> frozenset[str]:
    """Return the lands that a scope puts things in: "in Tarsk province"."""
    return frozenset(
        n.name.lower()
        for n in names
        if n.kind == "place"
        and n.scale not in {"country", "way"}
        and (is_wide(n) or _LAND.match(sentence.text, n.span.end - sentence.span.start))
        and scope.holds(sentence, n.span.start)
        and not _FROM.search(sentence.text[: n.span.start - sentence.span.start])
    )


def ways(sentence: Sentence, scope: Scope, names: Iterable[NamePhrase]) -> frozenset[str]:
    """Return the streets and roads that a scope names."""
    return frozenset(street_names(n for n in names if scope.holds(sentence, n.span.start)))


def street_names(names: Iterable[NamePhrase]) -> Iterator[str]:
    """Yield the streets and roads among names."""
    yield from (n.name.lower() for n in names if n.kind == "place" and n.scale == "way")


def is_owner(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whose somebody is from where it was: "hit a bus on Friday, Tarsk's mayor said"."""
    start, end = name.span.start - sentence.span.start, name.span.end - sentence.span.start
    comma = sentence.text[:start].rstrip().endswith(",")
    return comma and _OWNS.match(sentence.text, end) is not None


def is_passed(before: str) -> bool:
    """Tell whether the words before a place only say from where, how far off, or where to."""
    return _FROM.search(before) is not None or _TAKEN.search(before) is not None


def is_wide(name: NamePhrase) -> bool:
    """Tell a land from a town: "Sagaing region" holds villages, though a town is called so too."""
    last = name.name.split()[-1].lower()
    called = lists().has("region", last) and last not in _SETTLEMENTS
    return name.scale in _WIDE or (called and " " in name.name)


def fronted(
    sentence: Sentence, scope: Scope, days: Sequence[DayPhrase], names: Sequence[NamePhrase]
) -> frozenset[str]:
    """Return the place that a sentence opens with, known or not: "In Kafr Zeta, two were shot"."""
    start, end, name = place_opened_with(sentence)
    start, end = sentence.span.start + start, sentence.span.start + end
    if not name or scope.link != "main" or any(start <= d.span.start < end for d in days):
        return frozenset()
    known = [n for n in names if start <= n.span.start < end]
    places = {n.name.lower() for n in known if n.kind == "place" and n.scale != "country"}
    return frozenset(places if known else {name.lower()})


def is_described(sentence: Sentence, heads: Sequence[Head], names: Iterable[NamePhrase]) -> bool:
    """Tell whether a noun for an event says which by its place: "the raid on Tarsk"."""
    placed = {sentence.token_at(n.span.start) for n in names if n.kind == "place"}
    tokens = sentence.tokens  # "shelling in Tarsk killed a man" has a verb for a subject
    nouns = [
        h.token for h in heads if tokens[h.token].pos == "NOUN" or tokens[h.token].dep == "csubj"
    ]
    links = [k for n in nouns for k in sentence.kids[n] if sentence.tokens[k].dep == "prep"]
    return any(
        sentence.lowered[k] in _STRUCK and not placed.isdisjoint(sentence.subtree(k)) for k in links
    )


def called_after(
    sentence: Sentence, heads: Sequence[Head], names: Iterable[NamePhrase]
) -> frozenset[str]:
    """Return the towns after which a known event is called: "the Tarsk bus bombing"."""
    found = set()
    for name in names:
        first, last = sentence.token_at(name.span.start), sentence.token_at(name.span.end - 1)
        if name.kind == "place" and name.scale == "town" and first and last is not None:
            the = sentence.lowered[first - 1] == "the"
            if the and any(_is_called(sentence, last, h.token) for h in heads):
                found.add(name.name.lower())
    return frozenset(found)


def written_at(sentence: Sentence, names: Iterable[NamePhrase]) -> frozenset[str]:
    """Return the town that a sentence was written in: "TARSK (Agency) - Two bombs"."""
    towns = (n for n in names if n.kind == "place" and n.scale == "town")
    at = ((n.name, sentence.token_at(n.span.start)) for n in towns)
    return frozenset(n for n, i in at if i is not None and sentence.tokens[i].dep == "meta")


def _is_called(sentence: Sentence, name: int, noun: int) -> bool:
    """Tell whether nothing but nouns stands from a name to the noun that it is part of."""
    kinds = {sentence.tokens[i].pos for i in range(name + 1, noun + 1)}
    return name < noun and kinds <= {"NOUN", "PROPN", "ADJ"}


def is_put_in(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether no verb stands between an event's word and a town but its own: "shells hit"."""
    token = sentence.tokens[head]
    own = token.head if token.dep in {"nsubj", "nsubjpass"} else head
    return one_clause(sentence, head, at, own)


def one_clause(sentence: Sentence, head: int, at: int, own: int | None = None) -> bool:
    """Tell whether no finite verb but the head's own stands between a head and another word.

    "On Monday they entered Tarsk, stopped a bus and killed nine": what one subject did is its own.
    """
    low, high = sorted((head, at))
    done = _done_with(sentence, head)
    verbs = [
        i for i in range(low + 1, high)
        if i != own and i not in done and sentence.tokens[i].tag in TENSED
        and sentence.tokens[i].dep not in {"aux", "auxpass"}
    ]  # fmt: skip
    return len(verbs) == 0 and high - low < _NEAR


def _done_with(sentence: Sentence, verb: int) -> set[int]:
    """Return the verbs before one that tell what its subject did too: "entered, stopped and"."""
    found: set[int] = set()
    while (
        sentence.tokens[verb].dep in {"conj", "dep"}
        and sentence.tokens[verb].head not in found
        and clauses.kid(sentence, verb, *clauses.SUBJECTS) is None
    ):
        verb = sentence.tokens[verb].head
        found.add(verb)
    return found


def _is_struck(sentence: Sentence, name: NamePhrase, heads: Sequence[Head]) -> bool:
    """Tell whether a town is what was struck: "hit Sumy", "the shelling of El Obeid"."""
    last = sentence.token_at(name.span.end - 1)
    if last is None:
        return False
    token = sentence.tokens[last]
    if token.dep != "pobj":
        return token.dep in {"dobj", "nsubjpass"}
    above = sentence.tokens[token.head].head
    noun = sentence.tokens[above].text.lower()
    return any(h.token == above for h in heads) or noun in _SETTLEMENTS
