"""A noun in a sentence -> whether it names people, and what it says of them (COUNTING 15)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Literal, TypeVar, cast

import msgspec

from cenotaph.model import People, Status
from cenotaph.text import clauses
from cenotaph.text.ages import age_of, years_of
from cenotaph.text.lexicon import grouped, lines, ordered
from cenotaph.text.name_words import lists
from cenotaph.text.reading import NamePhrase, NumberPhrase, Sentence

R = TypeVar("R")

PRONOUNS = frozenset({
    "he", "she", "they", "him", "her", "them", "who", "whom", "whose", "i", "we", "us", "you", "me",
    "my", "his", "himself", "herself", "themselves", "myself",
})  # fmt: skip
NOBODY = frozenset({"nobody", "none", "no-one"})
_SEXES: dict[str, Literal["f", "m"]] = {
    "he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f",
}  # fmt: skip
_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")
_PLURALS = (
    ("children", "child"), ("women", "woman"), ("men", "man"), ("wives", "wife"), ("ies", "y"),
    ("ves", "f"), ("es", ""), ("s", ""),
)  # fmt: skip
_SHORTEST = 5  # letters of "taker"
_NO_LONGER = frozenset(
    {"former", "ex", "ex-", "retired", "demobilized", "demobilised", "disbanded"}
)
_PREGNANT = frozenset({"pregnant", "unborn"})
_MEMBERS = frozenset({"member", "members", "element", "elements"})
_CORPS = frozenset({"army", "battalion", "regiment", "infantry"})  # "four army members"


class Whole(msgspec.Struct, frozen=True):
    """What phrases are read against: the sentence, its number phrases and names."""

    sentence: Sentence
    numbers: tuple[NumberPhrase, ...] = ()
    names: tuple[NamePhrase, ...] = ()
    figures: frozenset[int] = frozenset()  # tokens of figures that count, and of their hedges

    def behind_figure(self, index: int) -> int:
        """Return the first token from one on that is of no figure."""
        while index in self.figures:
            index += 1
        return index

    def once(self, work: Callable[[Whole], R]) -> R:
        """Return what some work makes of the sentence; it is done at the first asking."""
        key, done = (work, self.numbers, self.names), self.sentence.done
        if key not in done:
            done[key] = work(self)
        return cast("R", done[key])


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


@cache
def person_words() -> frozenset[str]:
    """Return every noun of the lexicon that names a person (singular)."""
    groups = grouped("persons.txt")
    apart = {"animals", "things", "peoples"}
    return frozenset(w for g, ws in groups.items() if g not in apart for w in ws)


@cache
def thing_words() -> frozenset[str]:
    """Return nouns that name no person (singular)."""
    groups = grouped("persons.txt")
    return groups["animals"] | groups["things"]


@cache
def adjectives_of_countries() -> dict[str, str]:
    """Return the adjectives and inhabitants' names of countries, lower case, as written."""
    found: dict[str, str] = {}
    for line in lines("countries.tsv"):
        cells = line.split("\t")
        for word in cells[3].split("|") if len(cells) > 3 else ():
            adjective = cells[3].partition("|")[0]  # of a Frenchman: French
            found[word.lower()] = adjective
            found[f"{word.lower()}s"] = adjective
    return found | {w: w.capitalize() for w in ordered("persons.txt")["peoples"]}


@lru_cache(maxsize=2**14)
def singular(word: str) -> str:
    """Return the singular of a plural noun, as far as spelling tells."""
    word = word.lower()
    if word in person_words() or word in thing_words():
        return word
    for ending, single in _PLURALS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + single
            if stem in person_words() or stem in thing_words() or ending == "s":
                return stem
    return word


_THINGS = frozenset(
    {"it", "what", "whatever", "whichever", "something", "anything", "everything", "etc", "etc."}
)  # "without water, bread, whatever and people are dying": nobody


def is_person(whole: Whole, index: int) -> bool | None:
    """Tell whether a token names people; None when the word is not known."""
    token = whole.sentence.tokens[index]
    word = clauses.lower(whole.sentence, index)
    if word == "by" and clauses.lower(whole.sentence, index - 1) == "-":
        word = "passer-by"  # three tokens
    # "shot 300 geese", whatever the parse
    herd = index in whole.figures and _is_animal(clauses.lower(whole.sentence, index + 1))
    if not herd and _stands_for_people(whole, index):
        return True
    noun = singular(word)
    if (
        herd
        or token.pos == "NUM"
        or (noun == "head" and (_is_of_animals(whole, index) or _is_of_body(whole, index)))
    ):
        return False  # "the homicide of 2016", "called 911", "shot in the head"
    before = clauses.lower(whole.sentence, index - 1)
    of_work = before in grouped("harm.txt").get(f"of_work.{noun}", ())  # "two farm hands"
    if of_work or noun in person_words() or "-year-old" in word or "-month-old" in word:
        return True
    named = _named(whole, index)
    if (noun in thing_words() or word in _THINGS) and (token.pos != "PROPN" or named != "person"):
        return False  # but "Ana Wells" is no well
    if named is not None:
        return named == "person"
    return True if _is_told_as_one(whole, index) else _by_class(whole, index, {noun, word})


def _stands_for_people(whole: Whole, index: int) -> bool:
    """Tell whether a figure or a pronoun stands for people without a noun: "twelve", "they"."""
    token, word = whole.sentence.tokens[index], clauses.lower(whole.sentence, index)
    aged = clauses.lower(whole.sentence, index - 1) == "of"  # "a boy of seven"
    return word not in _THINGS and (
        (token.pos == "NUM" and (index in whole.figures or not (word.isdecimal() or aged)))
        or (token.pos in {"PROPN", "PRON"} and index in whole.figures)  # a headline's "Eleven"
        or word in PRONOUNS | NOBODY
        or clauses.stands_alone(whole.sentence, index)
    )


def _is_animal(word: str) -> bool:
    return singular(word) in grouped("persons.txt")["animals"]


def _is_of_body(whole: Whole, index: int) -> bool:
    """Tell "my head hurt" and "shot in the head" from "the head of the union"."""
    sentence = whole.sentence
    if index > 0 and sentence.tokens[index - 1].tag == "PRP$":
        return True
    before = (clauses.lower(sentence, index - 2), clauses.lower(sentence, index - 1))
    return before in _INTO_HEAD and clauses.lower(sentence, index + 1) != "of"


_INTO_HEAD = frozenset({("in", "the"), ("to", "the"), ("through", "the"), ("on", "the")})


def _is_of_animals(whole: Whole, index: int) -> bool:
    """Tell whether heads are counted of a herd: "900 head of cattle"."""
    following = singular(clauses.lower(whole.sentence, index + 2))
    return following in grouped("persons.txt")["animals"]


def _is_told_as_one(whole: Whole, index: int) -> bool:
    """Tell by what stands behind an unknown name that it is a person's.

    "Amaku Tesso, a nurse,", "Amaku Tesso, 34,", "Amaku Tesso and Ana Ruiz".
    """
    sentence = whole.sentence
    if sentence.tokens[index].pos != "PROPN" or sentence.tokens[index].ent in {"DATE", "TIME"}:
        return False
    mark, at = clauses.lower(sentence, index + 1), index + 2
    if mark == "and":
        double = index > 0 and sentence.tokens[index - 1].pos == "PROPN"
        known = clauses.chunk_right(sentence, at)
        return double and known is not None and _named(whole, known) == "person"
    if mark != ",":
        return False
    aged = years_of(clauses.lower(sentence, at)) is not None
    if aged or clauses.lower(sentence, at) == "who":  # "Amaku Tesso, who was"; one word is a group
        double = index > 0 and sentence.tokens[index - 1].pos == "PROPN"
        return clauses.lower(sentence, at + 1) == "," if aged else double
    head = clauses.chunk_right(sentence, at) if clauses.lower(sentence, at) in {"a", "an"} else None
    if head is None or sentence.tokens[head].pos != "NOUN":
        return False
    told = singular(clauses.lower(sentence, head)) in person_words() or "year-old" in (
        clauses.lower(sentence, head)
    )
    return told and clauses.lower(sentence, head + 1) in {",", ".", "", ";", "from", "of", "who"}


def _by_class(whole: Whole, index: int, words: set[str]) -> bool | None:
    """Tell by nationality or the model's class whether an unknown word names people."""
    if words & adjectives_of_countries().keys():
        return True
    token = whole.sentence.tokens[index]
    article = clauses.lower(whole.sentence, index - 1) in {"the", "a", "an"}
    known = token.pos == "PROPN" and token.ent in {"PERSON", "NORP"} and not article
    return True if known or _is_introduced(whole.sentence, index) else None


def _is_introduced(sentence: Sentence, index: int) -> bool:
    """Tell an unknown surname by what stands before it: "the farmer Ivo Tarn", "Ivo tarn"."""
    token, at = sentence.tokens[index], index - 1
    if token.ent not in {"", "PERSON"}:
        return False
    while at >= 0 and sentence.tokens[at].pos == "PROPN" and sentence.tokens[at].ent != "ORG":
        if sentence.tokens[at].ent == "PERSON" and sentence.tokens[at].head == index:
            return True
        at -= 1
    told = at >= 0 and sentence.tokens[at].pos == "NOUN"
    return token.pos == "PROPN" and told and singular(sentence.tokens[at].text) in person_words()


def looks_personal(word: str) -> bool:
    """Tell whether an unknown noun has an ending of nouns for persons: "12 welders"."""
    noun = singular(word)
    return noun.endswith(_ENDINGS) and len(noun) >= _SHORTEST


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


def name_at(whole: Whole, head: int) -> str | None:
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


def alike(one: str, other: str) -> bool:
    """Tell whether two names can be one person's.

    A shared last word, one within the other ("Ruiz", "Ana Ruiz"), or a second surname more or less
    ("Jorge Orlo Vasar", "Orlo Vasar", "Jorge Orlo").
    """
    first, second = untitled(one), untitled(other)
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return first[-1] == second[-1] or first[0] == second[-1] or second[0] == first[-1]


@lru_cache(maxsize=2**14)
def untitled(name: str) -> tuple[str, ...]:
    """Return the words of a name, lower case, less titles and nouns before it."""
    words, titles = name.lower().split(), lists().groups["title"]
    while len(words) > 1 and (words[0].rstrip(".") in titles or words[0] in person_words()):
        words = words[1:]
    return tuple(words)


def people_of(whole: Whole, first: int, last: int, who: int) -> People:
    """Return whom a phrase counts, from its words alone (COUNTING 15)."""
    sentence = whole.sentence
    owned = [i + 1 for i in range(first, who) if sentence.tokens[i].text in {"'s", "’s"}]
    own = range(max(owned, default=first), last + 1)  # "the gunman's wife" is no gunman
    words = [singular(sentence.tokens[i].text) for i in (*own, *_belonging(whole, who, last))]
    groups = grouped("persons.txt")
    roles = {w for w in words if w in groups["role"]} | {w for w in words if w in _PREGNANT}
    for pair in itertools.pairwise(words):
        if "_".join(pair) in groups["role"]:  # "aid worker" is more than "worker"
            roles = roles - {*pair} | {" ".join(pair)}
    if any(w in groups["attacker"] for w in words):
        roles |= {"attacker"}
    age = age_of(sentence, first, last)
    child = any(w in groups["children"] for w in words) or (age is not None and age < 18)
    old = any(w in groups["elderly"] for w in words)
    return People(
        status=_status(words),
        side=_side(sentence, first, last),
        age="children" if child else "elderly" if old else "adults" if "adult" in words else None,
        sex=_sex(words, groups),
        roles=tuple(sorted(roles)),
        words=_noun_phrase(sentence, first, last, who),
    )  # fmt: skip


def _belonging(whole: Whole, who: int, last: int) -> range:
    """Return the words that say of what somebody is a member: "two members of the army"."""
    sentence = whole.sentence
    if clauses.lower(sentence, who) not in _MEMBERS or clauses.lower(sentence, last + 1) != "of":
        return range(0)
    end = clauses.chunk_right(sentence, last + 2, whole.figures)
    return range(last + 2, last + 2 if end is None else end + 1)


def _status(words: list[str]) -> Status:
    groups = grouped("persons.txt")
    civilian = any(w in groups["civilian"] for w in words)
    if _NO_LONGER & set(words):
        return "civilian" if civilian else "unknown"  # "a former guerrilla commander"
    corps = not _CORPS.isdisjoint(words) and "veteran" not in words
    combatant = corps or any(w in groups["combatant"] for w in words)
    if civilian and combatant:
        return "mixed"
    return "civilian" if civilian else "combatant" if combatant else "unknown"


def _side(sentence: Sentence, first: int, last: int) -> str | None:
    for i in range(first, last + 1):
        adjective = adjectives_of_countries().get(sentence.tokens[i].text.lower())
        if adjective is not None:
            return adjective
    return None


def _sex(words: list[str], groups: dict[str, frozenset[str]]) -> Literal["f", "m"] | None:
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
    said = sentence.text[start - offset : end - offset]
    return said.translate(dict.fromkeys(map(ord, '"“„«')))  # '15 "terrorists"'
