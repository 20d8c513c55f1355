"""A noun phrase in a victim's place -> how many, whom it counts, and what kind of phrase it is."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from cenotaph.model import Count, People
from cenotaph.text import clauses
from cenotaph.text.ages import age_of
from cenotaph.text.persons import (
    NOBODY,
    PRONOUNS,
    Whole,
    adjectives_of_countries,
    is_person,
    name_at,
    people_of,
)
from cenotaph.text.reading import NumberPhrase, Sentence
from cenotaph.text.victim_figures import (
    by_ages,
    denied_from,
    is_score,
    is_share,
    number_in,
    of_families,
)

Kind = Literal[
    "group", "singular", "named", "definite", "partitive", "other", "subset", "pronoun", "plural",
    "vague", "zero",
]  # fmt: skip
"""What a phrase does: "three men", "a man", "Ana Ruiz", "the man", "two of the men", "two others",
"two of whom", "he", "soldiers", "many more", "no one"."""

DOUBLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_PLURAL_PRONOUNS = frozenset(
    {"they", "them", "we", "us", "you", "themselves", "who", "whom", "all", "each"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"his", "her", "their", "my", "our", "its", "your"})
_CONTAINERS = frozenset({
    "total", "number", "group", "dozen", "dozens", "scores", "hundreds", "score", "thousands",
    "majority", "couple", "half", "most", "lot", "family", "all", "rest",
    "handful", "tens", "pair", "trio", "deaths", "lives",
})  # fmt: skip
_COLLECTIVE = frozenset({
    "people", "troops", "police", "dead", "wounded", "injured", "killed", "family", "crew", "staff",
    "couple", "elderly", "youth",
})  # fmt: skip


_SUMS = frozenset({"total", "group"})


class Phrase(msgspec.Struct, frozen=True):
    """A victim phrase inside one sentence; tokens `first` to `last`, both included."""

    first: int
    last: int
    head: int
    kind: Kind
    count: Count | None
    people: People
    number: NumberPhrase | None = None
    name: str | None = None
    age: int | None = None
    certain: bool = True  # the head is known to be a person


def phrase_at(whole: Whole, head: int) -> Phrase | None:
    """Return the victim phrase around a head noun, number or pronoun; None when not of people."""
    sentence = whole.sentence
    token = sentence.tokens[head]
    first = clauses.chunk_left(sentence, head, whole.figures)
    number = number_in(whole, first, head)
    if number is not None:
        start = _index(sentence, number.span.start, first)
        idle = {clauses.lower(sentence, i) for i in range(first, start)} <= {"dead"}
        nouns = any(sentence.tokens[i].pos in {"NOUN", "PROPN"} for i in range(first, start))
        # "in April 12 people", "shot dead 12"
        first = start if idle or nouns else min(first, start)
    inner = _inside(whole, head)
    if number is None and inner is not None and token.text.lower() in _SUMS:
        number = number_in(whole, head + 2, inner)  # "a total of 40 villagers were killed"
    who = head if inner is None else inner
    person = is_person(whole, who)
    if person is False and not (number and who == head and token.pos in {"NUM", "DET"}):
        return None
    if (number is not None and is_score(sentence, number, head)) or is_share(whole, head):
        return None
    kind = _kind(whole, first, head, number, inner)
    if kind is None or (number is None and _is_cut(sentence, first, head)):
        return None
    last = head if inner is None else inner
    aged = None if kind != "plural" else by_ages(sentence, last)
    kind, count = ("group", aged) if aged is not None else (kind, _count(kind, number))
    if (
        kind == "other"
        and count is None
        and (
            "another" in {clauses.lower(sentence, i) for i in (first, head)}
            or _is_one_of_two(sentence, head)
        )
    ):
        count = Count(low=1, high=1)
    people = people_of(whole, first, last, who)
    count = of_families(sentence, number, who, people, count)
    name = name_at(whole, head) if kind == "named" else _apposed_name(whole, head, kind)
    age = age_of(sentence, first, last)
    if count is None or count.high == 1:  # "two people, one of them a boy," are not two boys
        age, people = _with_apposition(whole, head, age, people)
    return Phrase(first, last, head, kind, count, people, number, name, age, person is True)


def _with_apposition(
    whole: Whole, head: int, age: int | None, people: People
) -> tuple[int | None, People]:
    """Add what an apposition says: "a fifth person, a 12-year-old boy"."""
    sentence = whole.sentence
    named = _identified(whole, head)
    if named is not None:
        return age or age_of(sentence, head + 1, named), people
    beside = clauses.kid(sentence, head, "appos")
    if beside is None or age is not None or clauses.lower(sentence, beside).isdecimal():
        return age, people
    first = clauses.chunk_left(sentence, beside, whole.figures)
    if any(i in whole.figures for i in range(first, beside + 1)):
        return age, people
    said = people_of(whole, first, beside, beside)
    more = replace(people, age=people.age or said.age, sex=people.sex or said.sex)
    return age_of(sentence, first, beside), more


def _is_cut(sentence: Sentence, first: int, head: int) -> bool:
    """Tell whether an article stands before a plural: "hit a bus driving children" parses so."""
    plural = sentence.tokens[head].tag in {"NNS", "NNPS"}
    return plural and clauses.lower(sentence, first) in {"a", "an"} and head - first > 1


def _apposed_name(whole: Whole, head: int, kind: Kind) -> str | None:
    """Return the name told beside one person: "a cashier, Ana Ruiz, 38,"."""
    beside = _identified(whole, head) or _told_beside(whole, head)
    if beside is None or kind not in {"singular", "definite", "other"}:
        return None
    return name_at(whole, beside)


def _told_beside(whole: Whole, head: int) -> int | None:
    """Return the head of a name told beside a person, by the parse unless somebody stands between.

    "The mayor, his wife and the teacher, Luis Prado": the parse may call the wife so.
    """
    sentence = whole.sentence
    beside = clauses.kid(sentence, head, "appos")
    if beside is not None:
        between = range(head + 1, clauses.chunk_left(sentence, beside, whole.figures))
        others = (i for i in between if sentence.tokens[i].pos in {"NOUN", "PROPN", "CCONJ"})
        return None if any(_is_another(whole, i) for i in others) else beside
    at = (
        clauses.chunk_right(sentence, head + 2)
        if clauses.lower(sentence, head + 1) == ","
        else None
    )
    named = at is not None and name_at(whole, at) is not None
    ends = at is not None and clauses.lower(sentence, at + 1) in {",", ".", "", ";"}
    return at if named and ends else None


def _is_another(whole: Whole, index: int) -> bool:
    return clauses.lower(whole.sentence, index) == "and" or bool(is_person(whole, index))


def _is_one_of_two(sentence: Sentence, head: int) -> bool:
    """Tell of "one brother was killed and the other injured": the other is one, too."""
    one = sentence.lowered[:1] == ("one",) and clauses.lower(sentence, head - 1) == "the"
    return one and clauses.lower(sentence, head) == "other"


def _identified(whole: Whole, head: int) -> int | None:
    """Return the head of the name behind a person: "the driver, identified as Ana", "named Ana"."""
    sentence, at = whole.sentence, head + 2
    if clauses.lower(sentence, head + 1) in {"named", "called"}:
        return clauses.chunk_right(sentence, at, whole.figures)
    if clauses.lower(sentence, head + 1) not in {",", "("}:
        return None
    at += clauses.lower(sentence, at) in {"later", "since"}
    if clauses.lower(sentence, at) not in {"identified", "named"}:
        return None
    ends = range(at + 1, min(at + 9, len(sentence.tokens)))
    marked = next((i for i in ends if clauses.lower(sentence, i) == "as"), None)
    return None if marked is None else clauses.chunk_right(sentence, marked + 1, whole.figures)


def _inside(whole: Whole, head: int) -> int | None:
    """Return the noun after "of" in "dozens of civilians", "a total of 12 people"."""
    sentence = whole.sentence
    token = sentence.tokens[head]
    if clauses.lower(sentence, head + 1) != "of":
        return None
    if (
        token.pos != "NUM"
        and token.text.lower() not in _CONTAINERS
        and token.pos != "DET"
        and not clauses.stands_alone(sentence, head)
    ):
        return None
    found = clauses.chunk_right(sentence, head + 2, whole.figures)
    fated = clauses.lower(sentence, head + 3) in _COLLECTIVE and _is_definite(sentence, head + 2)
    # "one of the injured", "one of those injured in the blast"
    return head + 3 if fated and found in {None, head + 2} else found


def _kind(  # noqa: C901, PLR0911  (one guard a kind)
    whole: Whole, first: int, head: int, number: NumberPhrase | None, inner: int | None
) -> Kind | None:
    sentence = whole.sentence
    word, opening = clauses.lower(sentence, head), clauses.lower(sentence, first)
    if word in NOBODY or (number and number.role == "zero"):
        return "zero"
    if number is None and opening in {"no", "not"}:
        return "zero"
    if number is not None and _is_one(number) and _negated(sentence, number):
        return "zero"  # "not one person was killed", "not a single person"
    if number is not None and number.role == "of-whom":
        return "subset"
    if inner is not None and _is_definite(sentence, head + 2):
        return "partitive"
    if word in PRONOUNS or (word in {"all", "each"} and first == head and inner is None):
        return "plural" if word in _PLURAL_PRONOUNS else "pronoun"
    others = word in {"others", "other", "more", "another"} or opening in {"another", "other"}
    if (
        others
        or (number is not None and number.role == "another")
        or "other" in _words(sentence, first, head)
    ):
        return "other"
    if number is not None and not (number.role == "article" or _is_one(number)):
        return "group"
    if inner is None and number is None and _are_two(sentence, first, head):
        return "group"
    if name_at(whole, head) is not None and opening not in _DEFINITE:
        return "named"
    if number is not None:
        return "singular" if number.count.high == 1 else "vague"
    if inner is not None and sentence.tokens[inner].tag in {"NNS", "NNPS"}:
        return "plural"  # "a group of gunmen was killed" is not one gunman
    return _unnumbered(sentence, first, head)


def _are_two(sentence: Sentence, first: int, head: int) -> bool:
    """Tell whether a noun for two counts them: "an elderly couple", "his parents", "the twins"."""
    opening, word = clauses.lower(sentence, first), clauses.lower(sentence, head)
    if word in {"parents", "grandparents"}:
        return opening in {"his", "her", "my"}
    plural = sentence.tokens[head].tag in {"NNS", "NNPS"} or word == "twins"
    if plural and {word, clauses.lower(sentence, head - 1)} & {"twin", "twins"}:
        return True  # "twin brothers"
    headline = sentence.part == "title" and opening not in _DEFINITE
    told = opening in {"a", "an"} or (opening == "the" and head - first > 1)  # "the young couple"
    return word == "couple" and (told or headline)


def _negated(sentence: Sentence, number: NumberPhrase) -> bool:
    """Tell "not one person", "not a single one" from "not the one who"."""
    first = _index(sentence, number.span.start, 0)
    return "not" in {clauses.lower(sentence, first), clauses.lower(sentence, first - 1)}


def _is_one(number: NumberPhrase) -> bool:
    return number.count.low == 1 and number.count.high == 1


def _unnumbered(sentence: Sentence, first: int, head: int) -> Kind | None:
    opening, token = clauses.lower(sentence, first), sentence.tokens[head]
    word = token.text.lower()
    if word in {"several", "many", "some", "few"}:
        return "vague"
    if word in {"number", "total"} or (
        opening not in {"a", "an", "one"} and (token.tag in {"NNS", "NNPS"} or word in _COLLECTIVE)
    ):
        return "plural"  # also "an undetermined number of dead"
    if opening in _DEFINITE:
        return "definite"
    owned = opening in _POSSESSIVE or "'s" in _words(sentence, first, head)
    if opening in {"a", "an", "one"} or owned or sentence.part == "title" or token.tag != "NN":
        return (
            None
            if word in adjectives_of_countries() and not owned and first == head
            else "singular"
        )
    return "definite"  # no article, no name: nobody new


def _words(sentence: Sentence, first: int, last: int) -> list[str]:
    return [clauses.lower(sentence, i) for i in range(first, last + 1)]


def _is_definite(sentence: Sentence, index: int) -> bool:
    word = clauses.lower(sentence, index)
    return word in _DEFINITE or word in PRONOUNS or word in _POSSESSIVE


def _count(kind: Kind, number: NumberPhrase | None) -> Count | None:
    if kind == "zero":
        return Count(low=0, high=0)
    if number is not None:
        return number.count
    if kind == "group":
        return Count(low=2, high=2)  # COUNTING 8: "a couple", "his parents"
    one = kind in {"singular", "named", "definite", "pronoun"}
    return Count(low=1, high=1) if one else None


def _index(sentence: Sentence, offset: int, otherwise: int) -> int:
    found = sentence.token_at(offset)
    return otherwise if found is None else found


def bare_count(whole: Whole, head: int) -> Phrase | None:
    """Return the phrase of a noun that counts deaths or bodies, not people: "12 deaths"."""
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    double = DOUBLES.get(clauses.lower(whole.sentence, head - 1))
    if double is not None:
        return Phrase(head - 1, head, head, "group", Count(low=double, high=double), People())
    number = number_in(whole, first, head)
    another = clauses.lower(whole.sentence, first) == "another"  # "another body was found"
    if number is None and another and whole.sentence.tokens[head].tag == "NN":
        return Phrase(first, head, head, "other", Count(low=1, high=1), People())
    if number is None and clauses.lower(whole.sentence, head) == "life":
        return Phrase(first, head, head, "singular", Count(low=1, high=1), People())
    denied = first if clauses.lower(whole.sentence, first) == "no" else None
    denied = denied_from(whole.sentence, head) if denied is None else denied
    if number is None and denied is None:
        return None
    first = first if number is not None or denied is None else min(first, denied)
    if number is None or number.role == "zero":
        return Phrase(first, head, head, "zero", Count(low=0, high=0), People(), number)
    kind: Kind = "other" if number.role == "another" else "group"
    return Phrase(first, head, head, kind, number.count, People(), number)


def taken_of(whole: Whole, noun: int) -> int:
    """Return the number that takes some of somebody's people, "one of his guards"; else the noun.

    "One of the victims" is one of those told of, and no item of a list.
    """
    of = clauses.chunk_left(whole.sentence, noun, whole.figures) - 1
    taken = clauses.lower(whole.sentence, of) == "of" and of - 1 in whole.figures
    owned = any(t.tag in {"PRP$", "POS"} for t in whole.sentence.tokens[of + 1 : noun])
    return of - 1 if taken and owned else noun


def behind_name(whole: Whole, head: int) -> int:
    """Return the token behind a noun and its name: "the nurse Ana Ruiz, her son".

    So it stands behind the guards of "one of his guards and a cook".
    """
    inner = _inside(whole, head)
    head = head if inner is None else inner
    tokens, at = whole.sentence.tokens, head + 1
    while tokens[head].pos == "NOUN" and at < len(tokens) and tokens[at].pos == "PROPN":
        at += 1
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].pos != "PROPN"), at)
    closed = [clauses.lower(whole.sentence, i) for i in (at, end, end + 1)] == [",", ",", "and"]
    return end if closed and end > at + 1 and tokens[head].tag == "NN" else at  # "wife, Ana, and"
