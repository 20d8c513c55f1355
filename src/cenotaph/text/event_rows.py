"""A frame of several acts, each with a place -> a frame for each: "bombs hit Lom and Tarsk".

One act has one place (COUNTING 22), so several acts told in a row of towns are as many incidents.
Their figure is of all together, and no one's (COUNTING 16). Towns that may lie side by side are one
place within precision, and keep their figure: "killed nine in the villages of Lom and Orlo".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from msgspec.structs import replace

from cenotaph.text.event_frames import Frame
from cenotaph.text.event_spots import is_passed, is_put_in, is_wide
from cenotaph.text.event_words import Head
from cenotaph.text.far import Far
from cenotaph.text.happening import took_place
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import NamePhrase, Sentence

_LINK = r"(?:,|,?\s+(?:and|as well as))"
_AT = r"(?:in|at|near|on|around|outside|against)"
_SETTLED = r"(?:town|city|citie|village|hamlet|district|port|communitie|municipalitie)s?"
# "Lom, and in the town of Tarsk"
_LISTED = re.compile(
    rf"{_LINK}(?:\s+also)?(?:\s+{_AT})?(?:\s+the)?(?:\s+{_SETTLED}\s+of)?\s+", re.IGNORECASE
)
# "a bank in Lom, a school in Tarsk"
_WITH_THING = re.compile(
    rf"{_LINK}\s+(?:[\w'’-]+\s+){{1,8}}?{_AT}(?:\s+the)?(?:\s+{_SETTLED}\s+of)?\s+", re.IGNORECASE
)
_STREETS = re.compile(r"\s+(?:street|avenue|road|highway|boulevard)s\b", re.IGNORECASE)
_LANDS = re.compile(
    r"(?:(?:,|,?\s+and)\s+(?:[A-Z][\w'’-]+\s*){1,3})*\s+(?:department|province|state|region)s\b"
)
_LAND = re.compile(r"^\s+(?:department|province|state|district|region)\b", re.IGNORECASE)
_WITHIN = re.compile(r",?\s+(?:in\s+(?:the\s+)?(?:[\w-]+\s+)?)?", re.IGNORECASE)
_LAST = re.compile(r"\b(?:and|as well as)\b", re.IGNORECASE)
_PUT = re.compile(
    rf"\b(?:{_AT}\s+(?:the\s+)?|(?:{_AT}\s+)?(?:the\s+)?(?:[\w-]+\s+)?{_SETTLED}\s+of\s+)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from|linking|through)\s+(?:\S+\s+){0,4}$", re.IGNORECASE)
_NO_ACTS = frozenset({"Strategic developments", "Protests", "Accident or disaster"})
_THINGS = frozenset({"dobj", "nsubjpass"})
_TO = frozenset({"to", "at", "on", "against"})
_UP = 8  # steps


def by_place(found: Sequence[Frame], names: Sequence[NamePhrase], far: Far) -> Sequence[Frame]:
    """Return a sentence's frames, one of several acts in a row as one for each of their places.

    Those of the row's later places stand beside that of its first.
    """
    places = [n for n in names if n.kind == "place"]
    at, row = next(((n, r) for n, f in enumerate(found) if (r := _row(f, places))), (0, ()))
    if not row or (found[at].figures and not _are_far(row, far)):
        return found
    others = [_at(found[at], name, beside=at) for name in row[1:]]
    behind = [_moved(f, at, len(others)) for f in found[at + 1 :]]
    return [*found[:at], _at(found[at], row[0], beside=None), *others, *behind]


def _are_far(row: Sequence[NamePhrase], far: Far) -> bool:
    """Tell whether some of a row's towns lie surely far apart."""
    return any(far.apart((a.name,), (b.name,)) for a, b in combinations(row, 2))


def _moved(frame: Frame, at: int, by: int) -> Frame:
    """Return a frame that stands further back among its sentence's, after a row of some more."""
    beside = frame.beside
    return frame if beside is None or beside <= at else replace(frame, beside=beside + by)


def _at(frame: Frame, name: NamePhrase, beside: int | None) -> Frame:
    """Return what a frame says of one of its places; `beside`: the frame of the first."""
    place = frozenset({name.name.lower()})
    at = frame.sentence.token_at(name.span.start)
    others = tuple(replace(h, at=at) for h in frame.heads[:1])
    return replace(
        frame,
        heads=frame.heads if beside is None else others,
        beside=frame.beside if beside is None else beside,
        row=name.span,
        places=place,
        towns=frozenset({name.name}) if name.scale == "town" else frozenset(),
        figures=frozenset(),
        telling=replace(
            frame.telling, spots=place, fronted=frozenset(), regions=frozenset(), several=False
        ),
    )


def _row(frame: Frame, names: Sequence[NamePhrase]) -> Sequence[NamePhrase]:
    """Return the places of a row of acts; () where one act or one person is told of."""
    sentence = frame.sentence
    if sentence.part == "title" or frame.nominal or frame.single:
        return ()
    for row in _rows(sentence, names):
        if any(_is_act(frame, h, row) for h in frame.heads):
            return row
    return ()


def _rows(sentence: Sentence, names: Sequence[NamePhrase]) -> Iterator[Sequence[NamePhrase]]:
    """Yield the rows of places in a sentence: "in Lom, in Tarsk province, and in Orlo"."""
    own = [n for n in names if n.scale not in {"country", "way"} and n.relation is None]
    held = [n for n in own if not _is_around(sentence, names, n)]
    row: list[NamePhrase] = list(held[:1])
    for one, other in pairwise(held):
        if not _is_listed(sentence, names, one, other):
            yield from _whole(sentence, row)
            row = []
        row.append(other)
    yield from _whole(sentence, row)


def _is_around(sentence: Sentence, names: Sequence[NamePhrase], name: NamePhrase) -> bool:
    """Tell whether a land only says where the town before it lies: "in Lom, Mara province"."""
    before = [n for n in names if n.span.start < name.span.start]
    if not before or not is_wide(name) or is_wide(before[-1]):
        return False
    listed = _LANDS.match(sentence.text, name.span.end - sentence.span.start)
    return not listed and _WITHIN.fullmatch(_between(sentence, before[-1], name)) is not None


def _whole(sentence: Sentence, row: Sequence[NamePhrase]) -> Iterator[Sequence[NamePhrase]]:
    """Yield a row that "and" closes: what a comma alone parts may be a town and its province."""
    for n in range(len(row) - 1, 0, -1):
        if _LAST.search(_between(sentence, row[n - 1], row[n])):
            after = sentence.text[row[n].span.end - sentence.span.start :]
            if len({r.name for r in row[: n + 1]}) == n + 1 and not _STREETS.match(after):
                yield row[: n + 1]
            return


def _between(sentence: Sentence, one: NamePhrase, other: NamePhrase) -> str:
    base = sentence.span.start
    return sentence.text[one.span.end - base : other.span.start - base]


def _is_listed(
    sentence: Sentence, names: Sequence[NamePhrase], one: NamePhrase, other: NamePhrase
) -> bool:
    """Tell whether two towns stand side by side; the land of the first may stand between."""
    for land in (n for n in names if one.span.start < n.span.start < other.span.start):
        if not _WITHIN.fullmatch(_between(sentence, one, land)) and land.relation is None:
            return False
        one = land
    text = _between(sentence, one, other)
    text = _LAND.sub("", text)
    if _LISTED.fullmatch(text):
        return True
    inside = [t for t in sentence.tokens if one.span.end <= t.start < other.span.start]
    verbs = any(t.pos in {"VERB", "AUX"} for t in inside)
    things = any(t.pos in {"NOUN", "PROPN"} for t in inside)
    return things and not verbs and _WITH_THING.fullmatch(text) is not None


def _is_act(frame: Frame, head: Head, row: Sequence[NamePhrase]) -> bool:
    """Tell whether a word for events tells of several that took place where a row says."""
    sentence = frame.sentence
    at = [i for n in row if (i := sentence.token_at(n.span.start)) is not None]
    return (
        len(at) == len(row)
        and head.word.event_type not in _NO_ACTS
        and _is_placed(sentence, head, at[0], row[0])
        and _are_several(sentence, head, at)
        and (took_place(sentence, head) or _is_of_harm(frame, head))
    )


def _is_of_harm(frame: Frame, head: Head) -> bool:
    """Read "six were killed in attacks in": what is told by whom it killed took place."""
    tokens = frame.sentence.tokens
    link = tokens[head.token].head
    over = next((h for h in frame.heads if h.token == tokens[link].head != head.token), None)
    return tokens[link].dep == "prep" and over is not None and took_place(frame.sentence, over)


def _is_placed(sentence: Sentence, head: Head, at: int, name: NamePhrase) -> bool:
    before = sentence.text[: name.span.start - sentence.span.start]
    struck = sentence.tokens[at].dep in {"dobj", "nsubjpass"}
    return (
        (struck or _PUT.search(before) is not None)
        and not (is_passed(before) or _BETWEEN.search(before))
        and is_put_in(sentence, head.token, at)
        and not _is_of_doer(sentence, head, at)
    )


def _is_of_doer(sentence: Sentence, head: Head, at: int) -> bool:
    """Tell whether a place only says whose the doers are: "troops in Lom and Tarsk attacked"."""
    for _ in range(_UP):
        token = sentence.tokens[at]
        if at in {head.token, token.head}:
            return False
        if token.dep == "nsubj":
            return not (token.head == head.token and head.word.part == "n")
        at = token.head
    return False


def _are_several(sentence: Sentence, head: Head, at: Sequence[int]) -> bool:
    """Tell whether a word is of several acts: "bombs", "attacked posts", "attacked Lom and"."""
    if sentence.tokens[head.token].pos not in {"VERB", "AUX"}:
        return _is_plural(sentence, head.token)
    things = [k for k in sentence.kids[head.token] if sentence.tokens[k].dep in _THINGS]
    links = [k for i in (head.token, *things) for k in sentence.kids[i] if _is_to(sentence, k)]
    things += [k for i in links for k in sentence.kids[i] if sentence.tokens[k].dep == "pobj"]
    return any(
        k in at or (_is_plural(sentence, k) and not _are_people(sentence, k)) for k in things
    )


def _are_people(sentence: Sentence, index: int) -> bool:
    """Tell whether a plural is of people: "killed nine boys in Lom and Orlo" may be one act."""
    return singular(sentence.lowered[index]) in person_words()


def _is_to(sentence: Sentence, index: int) -> bool:
    """Tell whether what is hit follows: "set fire to shops", "threw grenades at shops"."""
    return sentence.tokens[index].dep == "prep" and sentence.lowered[index] in _TO


def _is_plural(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].tag in {"NNS", "NNPS"}
