"""A noun phrase in a victim's place -> how many, whom it counts, and what kind of phrase it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from cenotaph.model import Count, People, Status
from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.reading import NamePhrase, NumberPhrase, Sentence

Kind = Literal[
    "group", "singular", "named", "definite", "partitive", "other", "subset", "pronoun", "plural",
    "vague", "zero",
]  # fmt: skip
"""What a phrase does: "three men", "a man", "Ana Ruiz", "the man", "two of the men", "two others",
"two of whom", "he", "soldiers", "many more", "no one"."""

_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "whose", "i", "we", "us",
                       "you", "me", "himself", "herself", "themselves", "myself"})  # fmt: skip
_PLURAL_PRONOUNS = frozenset({"they", "them", "we", "us", "you", "themselves", "who", "whom"})
_SEXES: dict[str, Literal["f", "m"]] = {
    "he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f",
}  # fmt: skip
_NOBODY = frozenset({"nobody", "none", "no-one"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"his", "her", "their", "my", "our", "its", "your"})
_CONTAINERS = frozenset({"total", "number", "group", "dozen", "dozens", "scores", "hundreds", "score",
                         "thousands", "majority", "couple", "half", "most", "lot", "family",
                         "members", "member", "all", "rest", "handful", "tens", "pair", "trio",
                         "deaths", "lives"})  # fmt: skip
_COLLECTIVE = frozenset({"people", "troops", "police", "dead", "wounded", "injured", "killed",
                         "family", "crew", "staff", "couple", "elderly", "youth"})  # fmt: skip
_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")
DOUBLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_PREGNANT = frozenset({"pregnant", "unborn"})


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


class Whole(msgspec.Struct, frozen=True):
    """What phrases are read against: the sentence, its number phrases and names."""

    sentence: Sentence
    numbers: tuple[NumberPhrase, ...] = ()
    names: tuple[NamePhrase, ...] = ()
    figures: frozenset[int] = frozenset()  # tokens of figures that count, and of their hedges


def whole_of(
    sentence: Sentence, numbers: Iterable[NumberPhrase], names: Iterable[NamePhrase]
) -> Whole:
    """Return a sentence with the number phrases and names that stand in it."""
    inside = tuple(n for n in numbers if sentence.span.holds(n.span))
    figures = frozenset(
        i
        for i, token in enumerate(sentence.tokens)
        for n in inside
        if n.kind == "count" and n.span.start <= token.start and token.end <= n.span.end
    )
    return Whole(sentence, inside, tuple(n for n in names if sentence.span.holds(n.span)), figures)


def phrase_at(whole: Whole, head: int) -> Phrase | None:
    """Return the victim phrase around a head noun, number or pronoun; None when not of people."""
    sentence = whole.sentence
    token = sentence.tokens[head]
    first = clauses.chunk_left(sentence, head, whole.figures)
    number = _number(whole, first, head)
    if number is not None:
        first = min(first, _index(sentence, number.span.start, first))
    inner = _inside(whole, head)
    who = head if inner is None else inner
    person = is_person(whole, who)
    if person is False and not (number and who == head and token.pos in {"NUM", "DET"}):
        return None
    if number is not None and _is_score(sentence, number, head):
        return None
    kind = _kind(whole, first, head, number, inner)
    if kind is None:
        return None
    last = head if inner is None else inner
    count = _count(kind, number)
    if (
        kind == "other"
        and count is None
        and "another" in {clauses.lower(sentence, i) for i in (first, head)}
    ):
        count = Count(low=1, high=1)
    people = people_of(whole, first, last, who)
    name = _name(whole, head) if kind == "named" else None
    age = age_of(sentence, first, last)
    return Phrase(first, last, head, kind, count, people, number, name, age, person is True)


def _is_score(sentence: Sentence, number: NumberPhrase, head: int) -> bool:
    """Tell whether a bare figure has an article: "shot a 64"."""
    start = sentence.token_at(number.figure.start)
    bare = sentence.tokens[head].pos == "NUM" and start == head
    return bare and clauses.lower(sentence, head - 1) in {"a", "an"}


def _number(whole: Whole, first: int, head: int) -> NumberPhrase | None:
    """Return the number phrase that stands inside the noun phrase or is its head."""
    start = whole.sentence.tokens[first].start
    end = whole.sentence.tokens[head].end
    for number in whole.numbers:
        if number.kind == "count" and start <= number.figure.start and number.figure.end <= end:
            if (number.role == "article" and _has_figure(whole, number, end)) or _of_owner(
                whole, number, end
            ):
                continue
            return number
    for number in whole.numbers:
        if number.kind == "count" and number.span.end <= start <= number.span.end + 1:
            return number
    return None


def _of_owner(whole: Whole, number: NumberPhrase, end: int) -> bool:
    """Tell whether a figure counts those whose the head is: "the 17 miners' lawyer was shot"."""
    return any(
        number.figure.end <= t.start < end and t.text in {"'s", "’s", "'", "’"}
        for t in whole.sentence.tokens
    )


def _has_figure(whole: Whole, article: NumberPhrase, end: int) -> bool:
    """Tell whether a real figure follows an article in the phrase: "a further 12 people"."""
    return any(n.kind == "count" and n.role != "article"
               and article.span.end <= n.figure.start < end for n in whole.numbers)  # fmt: skip


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
    return clauses.chunk_right(sentence, head + 2, whole.figures)


def _kind(  # noqa: C901, PLR0911  (one guard a kind)
    whole: Whole, first: int, head: int, number: NumberPhrase | None, inner: int | None
) -> Kind | None:
    sentence = whole.sentence
    word, opening = clauses.lower(sentence, head), clauses.lower(sentence, first)
    if word in _NOBODY or (number and number.role == "zero"):
        return "zero"
    if number is None and opening in {"no", "not"}:
        return "zero"
    if number is not None and number.role == "of-whom":
        return "subset"
    if inner is not None and _is_definite(sentence, head + 2):
        return "partitive"
    if word in _PRONOUNS:
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
    if _name(whole, head) is not None and opening not in _DEFINITE:
        return "named"
    if number is not None:
        return "singular" if number.count.high == 1 else "vague"
    return _unnumbered(sentence, first, head)


def _is_one(number: NumberPhrase) -> bool:
    return number.count.low == 1 and number.count.high == 1


def _unnumbered(sentence: Sentence, first: int, head: int) -> Kind | None:
    opening, token = clauses.lower(sentence, first), sentence.tokens[head]
    if token.text.lower() in {"number", "total"}:
        return "plural"  # "an undetermined number of dead"
    if opening in {"a", "an", "one"}:
        return "singular"
    if token.text.lower() in {"several", "many", "some", "few"}:
        return "vague"
    plural = token.tag in {"NNS", "NNPS"} or token.text.lower() in _COLLECTIVE
    if opening in _DEFINITE:
        return "plural" if plural else "definite"
    if opening in _POSSESSIVE or "'s" in _words(sentence, first, head):
        return "plural" if plural else "singular"
    if plural:
        return "plural"
    if token.text.lower() in adjectives_of_countries() or (
        token.tag == "NN" and sentence.part == "text"
    ):
        return "definite" if token.tag == "NN" else None  # no article, no name: nobody new
    return "singular"


def _words(sentence: Sentence, first: int, last: int) -> list[str]:
    return [clauses.lower(sentence, i) for i in range(first, last + 1)]


def _is_definite(sentence: Sentence, index: int) -> bool:
    word = clauses.lower(sentence, index)
    return word in _DEFINITE or word in _PRONOUNS or word in _POSSESSIVE


def _count(kind: Kind, number: NumberPhrase | None) -> Count | None:
    if kind == "zero":
        return Count(low=0, high=0)
    if number is not None:
        return number.count
    if kind in {"singular", "named"} or kind in {"definite", "pronoun"}:
        return Count(low=1, high=1)
    return None


def _index(sentence: Sentence, offset: int, otherwise: int) -> int:
    found = sentence.token_at(offset)
    return otherwise if found is None else found


@cache
def person_words() -> frozenset[str]:
    """Return every noun of the lexicon that names a person (singular)."""
    groups = grouped("persons.txt")
    return frozenset(w for g, ws in groups.items() if g not in {"animals", "things"} for w in ws)


@cache
def thing_words() -> frozenset[str]:
    """Return nouns that name no person (singular)."""
    groups = grouped("persons.txt")
    return frozenset(groups["animals"] + groups["things"])


@cache
def adjectives_of_countries() -> dict[str, str]:
    """Return the adjectives and inhabitants' names of countries, lower case, as written."""
    found: dict[str, str] = {}
    for line in lines("countries.tsv"):
        cells = line.split("\t")
        for word in cells[3].split("|") if len(cells) > 3 else ():
            found[word.lower()] = word
            found[f"{word.lower()}s"] = word
    return found


def singular(word: str) -> str:
    """Return the singular of a plural noun, as far as spelling tells."""
    word = word.lower()
    if word in person_words() or word in thing_words():
        return word
    for ending, single in (("children", "child"), ("women", "woman"), ("men", "man"), ("wives", "wife"),
                           ("ies", "y"), ("es", ""), ("s", "")):  # fmt: skip
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + single
            if stem in person_words() or stem in thing_words() or ending == "s":
                return stem
    return word


def is_person(whole: Whole, index: int) -> bool | None:
    """Tell whether a token names people; None when the word is not known."""
    token = whole.sentence.tokens[index]
    word = token.text.lower()
    if (
        word in _PRONOUNS
        or token.pos == "NUM"
        or word in _NOBODY
        or clauses.stands_alone(whole.sentence, index)
    ):
        return True
    noun = singular(word)
    if noun in person_words():
        return True
    if "-year-old" in word or "-month-old" in word:
        return True
    if noun in thing_words() or word == "it":
        return False
    named = _named(whole, index)
    if named is not None:
        return named == "person"
    if noun in adjectives_of_countries() or word in adjectives_of_countries():
        return True
    if token.pos == "PROPN":
        article = clauses.lower(whole.sentence, index - 1) in {"the", "a", "an"}
        return True if token.ent in {"PERSON", "NORP"} and not article else None
    return None


def looks_personal(word: str) -> bool:
    """Tell whether an unknown noun has an ending of nouns for persons: "12 welders"."""
    noun = singular(word)
    return noun.endswith(_ENDINGS) and len(noun) > 5


def _named(whole: Whole, index: int) -> str | None:
    """Return what kind of name a token belongs to; None when to none."""
    token = whole.sentence.tokens[index]
    kinds = [
        n.kind
        for n in whole.names
        if n.span.part == whole.sentence.part
        and n.span.start <= token.start
        and token.end <= n.span.end
    ]
    return "person" if "person" in kinds else kinds[0] if kinds else None


def _name(whole: Whole, head: int) -> str | None:
    """Return the unified name of the person whom a token names."""
    token = whole.sentence.tokens[head]
    for name in whole.names:
        if (
            name.kind == "person"
            and name.span.part == whole.sentence.part
            and name.span.start <= token.start
            and token.end <= name.span.end
        ):
            return name.name
    return None


def age_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the age said in or right behind a phrase: "a six-year-old girl", "Ana Ruiz, 12,"."""
    for i in range(first, last + 1):
        word = clauses.lower(sentence, i)
        if "year-old" in word:
            return _years(word.split("year")[0].strip("- "))
        if "month-old" in word or "week-old" in word or "day-old" in word:
            return 0
    if clauses.lower(sentence, last + 1) == ",":
        at = last + 2
        if clauses.lower(sentence, at) in {"aged", "age"}:
            at += 1
        after = clauses.lower(sentence, at)
        if (
            after.isdigit()
            and int(after) < 111
            and clauses.lower(sentence, at + 1) in {",", ".", "", ")", "and", "was", ";", "of"}
        ):
            return int(after)
    if clauses.lower(sentence, last + 1) == "of" and clauses.lower(sentence, last) in {
        "boy",
        "girl",
        "child",
        "man",
        "woman",
    }:
        return _years(clauses.lower(sentence, last + 2))  # "a boy of seven"
    if clauses.lower(sentence, last + 1) in {"(", "aged"}:
        after = clauses.lower(sentence, last + 2)
        return int(after) if after.isdigit() and int(after) < 111 else None
    return None


_SPELLED = {w: i for i, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip


def _years(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, unit = word.partition("-")
    decades = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
               "eighty": 80, "ninety": 90}  # fmt: skip
    if tens in decades:
        return decades[tens] + _SPELLED.get(unit, 0)
    return _SPELLED.get(word)


def people_of(whole: Whole, first: int, last: int, who: int) -> People:
    """Return whom a phrase counts, from its words alone (COUNTING 15)."""
    sentence = whole.sentence
    words = [singular(sentence.tokens[i].text) for i in range(first, last + 1)]
    groups = grouped("persons.txt")
    roles = {w for w in words if w in groups["role"]} | {w for w in words if w in _PREGNANT}
    if any(w in groups["attacker"] for w in words):
        roles |= {"attacker"}
    age = age_of(sentence, first, last)
    child = any(w in groups["children"] for w in words) or (age is not None and age < 18)
    return People(
        status=_status(words),
        side=_side(sentence, first, last),
        age="children" if child else "elderly" if any(w in groups["elderly"] for w in words) else None,
        sex=_sex(words, groups),
        roles=tuple(sorted(roles)),
        words=_noun_phrase(sentence, first, last, who),
    )  # fmt: skip


def _status(words: list[str]) -> Status:
    groups = grouped("persons.txt")
    civilian = any(w in groups["civilian"] for w in words)
    combatant = any(w in groups["combatant"] for w in words)
    if civilian and combatant:
        return "mixed"
    return "civilian" if civilian else "combatant" if combatant else "unknown"


def _side(sentence: Sentence, first: int, last: int) -> str | None:
    for i in range(first, last + 1):
        adjective = adjectives_of_countries().get(sentence.tokens[i].text.lower())
        if adjective is not None:
            return adjective
    return None


def _sex(words: list[str], groups: dict[str, tuple[str, ...]]) -> Literal["f", "m"] | None:
    if len(words) == 1 and words[0] in _SEXES:
        return _SEXES[words[0]]
    female = any(w in groups["female"] for w in words)
    male = any(w in groups["male"] for w in words)
    return None if female == male else "f" if female else "m"


def _noun_phrase(sentence: Sentence, first: int, last: int, who: int) -> str | None:
    if sentence.tokens[who].pos in {"NUM", "PRON", "DET"}:
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    offset = sentence.span.start
    return sentence.text[start - offset : end - offset]


def bare_count(whole: Whole, head: int) -> Phrase | None:
    """Return the phrase of a noun that counts deaths or bodies, not people: "12 deaths"."""
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    double = DOUBLES.get(clauses.lower(whole.sentence, head - 1))
    if double is not None:
        return Phrase(head - 1, head, head, "group", Count(low=double, high=double), People())
    number = _number(whole, first, head)
    if number is None and clauses.lower(whole.sentence, first) != "no":
        return None
    if number is None or number.role == "zero":
        return Phrase(first, head, head, "zero", Count(low=0, high=0), People(), number)
    kind: Kind = "other" if number.role == "another" else "group"
    return Phrase(first, head, head, kind, number.count, People(), number)
