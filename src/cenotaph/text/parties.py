"""A noun phrase -> the party it names: "Ruritanian forces" is Ruritania.

States are called by their names, whatever the words ("the Kremlin", "Ruritanian jets"). Armed
groups come from the grammar of their phrases, never from a list of one war's groups.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.name_words import lists
from cenotaph.text.reading import NamePhrase, Sentence
from cenotaph.text.speech_roles import countries, seats


class Party(msgspec.Struct, frozen=True):
    """A party named at tokens `first` to `last` (both included) of a sentence."""

    name: str
    first: int
    last: int


_HUMAN = re.compile(r".*(?:ers|ors|ists|men|ians|ants|ees|ites|ards|eers)")
_ABSTRACT = re.compile(r"\w{3,}(?:[st]ion|ness|itis|[ae]mia|osis|ity)")
_NOT_HUMAN = frozenset({"errors", "factors", "numbers", "papers", "powers", "orders", "matters",
                        "others", "disasters", "weathers", "winters", "terrors"})  # fmt: skip
_LEADING = frozenset({
    "the", "a", "an", "some", "several", "two", "three", "four", "five", "suspected", "alleged",
    "unidentified", "unknown", "former", "these", "those", "more", "many", "dozens", "hundreds",
    "armed", "masked", "so-called", "its", "their", "our", "his", "her",
})  # fmt: skip
_MEMBERS = frozenset({
    "faction", "group", "unit", "wing", "branch", "column", "member", "members", "fighter",
    "fighters", "soldier", "soldiers", "jets", "jet", "dissidents", "warplanes", "warplane",
    "forces", "troops", "elements", "supporters", "commander", "commanders", "gunmen",
    "militants", "drones", "cells", "leaders", "leader", "cell", "aircraft", "planes", "plane",
    "remnants", "allies", "part", "parts",
})  # fmt: skip


@cache
def party_words(group: str) -> frozenset[str]:
    """Return the words of one group of data/parties.txt."""
    return frozenset(grouped("parties.txt").get(group, ()))


def parties_at(
    sentence: Sentence, head: int, names: Sequence[NamePhrase], *, loose: bool = False
) -> tuple[Party, ...]:
    """Return the party that a noun phrase names, and those coordinated with it.

    `loose` takes any noun for people as well: "blamed cattle herders".
    """
    heads = clauses.coordinated(sentence, clauses.antecedent(sentence, head))
    found = (party_at(sentence, i, names, loose=loose) for i in heads)
    return tuple(p for p in found if p is not None)


def party_at(
    sentence: Sentence, head: int, names: Sequence[NamePhrase], *, loose: bool = False
) -> Party | None:
    """Return the party that one noun phrase names; None for persons, places and the unknown."""
    first = clauses.chunk_left(sentence, head)
    inner = _complement(sentence, head)
    if inner is not None and (found := party_at(sentence, inner, names, loose=loose)):
        return msgspec.structs.replace(found, first=first)
    name = _name(sentence, first, head, names, loose=loose)
    if name is None or name.lower() in _weapons() or _is_make(sentence, head, name):
        return None
    if _is_nobody(name.lower().split()):
        return None
    return Party(name, first, head)


@cache
def _weapons() -> frozenset[str]:
    """Return the names of weapons, which a headline's capitals make look like a group's."""
    rows = (line.split("\t") for line in lines("weapons.tsv"))
    return frozenset(w for name, words in rows if name[0] != "!" for w in words.split("|"))


def _is_make(sentence: Sentence, head: int, name: str) -> bool:
    """Tell the make of an arm from whose it is: "two Mi-35 helicopters"."""
    if all(word in party_words("make") for word in name.lower().split()):
        return True
    return clauses.lower(sentence, head) in party_words("arm") and any(c.isdigit() for c in name)


def _is_nobody(words: Sequence[str]) -> bool:
    """Tell what kills and is no party, whatever its capital: "Famine killed nine"."""
    if words[0] in party_words("wind") or words[-1] in party_words("cause"):
        return True
    groups = party_words("group") | party_words("state") | party_words("rebel")
    known = words[-1] in groups or lists().has("body", words[-1])
    return len(words) == 1 and not known and _ABSTRACT.fullmatch(words[0]) is not None


def is_self(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase speaks of the speaker's own side: "we", "its fighters"."""
    if clauses.lower(sentence, head) in {"it", "they", "we"}:
        return True
    first = clauses.lower(sentence, clauses.chunk_left(sentence, head))
    own = party_words("state") | party_words("rebel") | party_words("arm") | party_words("member")
    return first in {"its", "their", "our"} and clauses.lower(sentence, head) in own


def span_of(sentence: Sentence, party: Party) -> Span:
    """Return where a party is named."""
    return sentence.span_of(party.first, party.last)


def country(words: Sequence[str]) -> str | None:
    """Return the country whose name, adjective or seat of government stands among some words."""
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            if found := country_named(words[start : start + length]):
                return found
    return None


def country_named(words: Sequence[str]) -> str | None:
    """Return the country that some words are the name, adjective or seat of."""
    if not words or not words[0][:1].isupper():
        return None
    phrase = re.sub(r"['’]s?$", "", " ".join(words)).casefold()
    if phrase in {"junta", "car"}:  # of any country; and no short for one
        return None
    return countries().get(phrase) or seats().get(phrase)


def _complement(sentence: Sentence, head: int) -> int | None:
    """Return the noun after "of" that names whose: "jets of the Ruritanian army"."""
    if clauses.lower(sentence, head) not in _MEMBERS:
        return None
    for child in sentence.kids[head]:
        if clauses.lower(sentence, child) in {"of", "from"}:
            return clauses.kid(sentence, child, "pobj")
    return None


def _name(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase], *, loose: bool
) -> str | None:
    """Return the name that the words `first` to `head` give a party."""
    words = [sentence.tokens[i].text for i in range(first, head + 1)]
    last = words[-1].lower()
    if last in party_words("self") or sentence.tokens[head].pos in {"PRON", "NUM"}:
        return None
    proper = _proper(sentence, first, head)
    state = country(words)
    if state and _is_states(words) and not _is_rebel(words):
        return state
    plain = _plain(sentence, first, head)
    if last in party_words("vague"):
        return plain if loose and last.endswith(("s", "men")) else None
    named = _named(sentence, first, head, names)
    if named is None and last in party_words("group") | party_words("arm") and not loose:
        named = proper or (None if _is_rebel(words) else _owner_of_arms(words))
    if named is not None:
        return named
    if _is_rebel(words) or last in party_words("state") or (loose and last in party_words("group")):
        placed = any(sentence.tokens[i].ent == "GPE" for i in range(first, head + 1))
        return plain if placed else proper or plain  # "Riverton cartel" is no city
    return _other(sentence, first, head, names, proper=proper, loose=loose)


def _owner_of_arms(words: Sequence[str]) -> str | None:
    """Return whose the arms are: the army of "army positions", the rebels of "rebel rockets"."""
    for word in reversed([w.lower() for w in words[:-1]]):
        if word in party_words("rebel"):
            return word if word.endswith("s") else f"{word}s"
        if word in (party_words("state") | {"coalition"}) - {"military"}:
            return word  # "a military aircraft" may be anybody's
    return None


def _named(sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase]) -> str | None:
    """Return the organization's name of several words that ends a phrase."""
    span = sentence.span_of(first, head)
    for name in names:
        ends = name.span.end >= sentence.tokens[head].end - 1
        inside = span.meets(name.span) and span.start <= name.span.start
        if name.kind == "organization" and " " in name.name and inside and ends:
            words = name.name.split()
            return None if country(words) and _is_states(words) else _trimmed(words)
    return None


def _is_rebel(words: Sequence[str]) -> bool:
    lower = {w.lower() for w in words}
    return words[-1].lower() in party_words("rebel") or bool(
        lower & (party_words("rebel") - {"opposition", "fighter"})
        and words[-1].lower() in party_words("state") | party_words("arm") | party_words("group")
    )


def _is_states(words: Sequence[str]) -> bool:
    """Tell whether a phrase with a country's name is the state: its last word is, or its forces."""
    named = any(country_named(words[-n:]) for n in (1, 2, 3, 4))
    return named or words[-1].lower() in party_words("state") | party_words("arm")


def _proper(sentence: Sentence, first: int, head: int) -> str | None:
    """Return the proper name in a phrase: "Blue Star" of "the Blue Star militants"."""
    words: list[str] = []
    small = sentence.tokens[head].text[:1].islower()
    for i in range(first, head + 1):
        token = sentence.tokens[i]
        lower = token.text.lower()
        if token.text in {"'s", "’s", "'", "’"}:
            words = []  # "Ruritania's Blue Star group"
        elif _is_name(sentence, i):
            if words or not (small and lower in party_words("faith")):
                words.append(token.text)
        elif i < head and (
            lower in {"al", "al-"} or (words and lower in {"of", "the", "-", "and"})
        ):
            words.append(token.text)
        elif country_named([token.text]) and i < head:
            words.append(token.text)  # "Ruritanian Taliban"
    return _trimmed(words)


def _is_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is part of a proper name; a capital inside a sentence makes one."""
    token = sentence.tokens[index]
    if not token.text[:1].isupper():
        return False
    inside = index > 0 and sentence.part == "text" and not sentence.text.isupper()
    return token.pos == "PROPN" or (token.pos == "NOUN" and inside)


def _trimmed(words: list[str]) -> str | None:
    """Return a proper name without what only says that it is a group's; None for a country's."""
    while words and words[-1].lower() in {"of", "the", "-", "and"}:
        words.pop()
    extra = party_words("rebel") | {"group", "groups"}
    while len(words) > 1 and words[-1].lower() in extra:
        words.pop()
    if not words or country_named(words) or all(country_named([w]) for w in words):
        return None
    common = party_words("faith") | party_words("state") | party_words("arm")
    if all(w.lower() in common for w in words):
        return None
    return _joined(words)


def _joined(words: Sequence[str]) -> str:
    return re.sub(r"\s*-\s*", "-", " ".join(words))


def _plain(sentence: Sentence, first: int, head: int) -> str | None:
    """Return a phrase without its articles and figures: "government forces"."""
    kept = [sentence.tokens[i] for i in range(first, head + 1)]
    while len(kept) > 1 and (kept[0].text.lower() in _LEADING or kept[0].text.isdigit()):
        kept.pop(0)
    opening = sentence.tokens[0].start
    words = [
        t.text.lower() if t.start == opening and t.text.lower() in _common() else t.text
        for t in kept
        if t.text not in {'"', "“", "”", "'"}
    ]
    return re.sub(r"\s+(?=['’]s?\b)", "", _joined(words)) or None


@cache
def _common() -> frozenset[str]:
    """Return words that are no name, though they open a sentence with a capital."""
    groups = ("state", "rebel", "arm", "vague", "group", "faith")
    names = {"islamist", "islamists", "islamic", "sunni", "shiite", "tamil", "kurdish", "muslim"}
    return frozenset(w for g in groups for w in party_words(g)) - names | {"dissident", "drug"}


def _other(
    sentence: Sentence,
    first: int,
    head: int,
    names: Sequence[NamePhrase],
    *,
    proper: str | None,
    loose: bool,
) -> str | None:
    """Return the name of an organization, or in loose reading of any people."""
    span = sentence.span_of(head, head)
    named = [n for n in names if n.span.meets(span)]
    # The small model calls a people with an article a person: "held the Houthis responsible".
    people = clauses.lower(sentence, first) == "the" and sentence.tokens[head].text.endswith("s")
    person = sentence.tokens[head].ent == "PERSON" and not named and not people
    if person or any(n.kind != "organization" for n in named):
        return proper if loose and _is_groups(sentence, first, head) else None
    if named or (proper and sentence.tokens[head].pos == "PROPN"):
        return proper
    plural = clauses.lower(sentence, head)
    if loose and _HUMAN.fullmatch(plural) and plural not in _NOT_HUMAN:
        return _plain(sentence, first, head)
    return None


def _is_groups(sentence: Sentence, first: int, head: int) -> bool:
    """Tell a group's name from a person's or a town's where somebody is blamed.

    "blamed Boko Haram": the small model calls it a person, but no part of it is a given name.
    """
    tokens = sentence.tokens[first : head + 1]
    if sentence.tokens[head].ent in {"ORG", "NORP"}:
        return True
    if sentence.tokens[head].ent != "PERSON" or len(tokens) == 1:
        return False
    known = lists().given | lists().surnames
    return not any(t.text.casefold() in known for t in tokens)
