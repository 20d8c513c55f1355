"""The armed groups that a document names: full names with their initials, and who "the rebels" are.

"The People's Dawn Front [FPD]" gives both names of one group, and every later word for it is that
group. "The guerrillas" are the group of the document where it names one only, or the one named
just before; nothing is known here of any war's groups.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from cenotaph.model import Span
from cenotaph.text.acts import acts
from cenotaph.text.party_kinds import is_of_state
from cenotaph.text.party_words import ARTICLE, country_named, party_words
from cenotaph.text.reading import Reading, Sentence

_INITIALS = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
_LINKS = frozenset({"of", "the", "for", "and", "-", "de", "del", "la", "los", "'s", "’s", "in",
                    "'", "’"})  # fmt: skip
_COUNTED = frozenset({"a", "an", "the", "some", "two", "three", "four", "five", "six", "seven",
                      "eight", "nine", "ten"})  # fmt: skip
_STYLED = frozenset({"self-styled", "so-called", "current", "outlawed", "banned", "clandestine"})
_MOST_WORDS = 10
_LEAST = 3  # initials
_REACH = 900  # characters over which "the guerrillas" are the group named last
_GENERIC = re.compile(
    r"(?i)(?:(?:urban|rural|leftist|left-wing|rightist|marxist|maoist|armed|other|new|guerrilla"
    r"|rebel|insurgent|local|these|those|salvaged) )*"
    r"(?:guerrill?as?|rebels?|insurgents?|subversives?|commandos|guerrilla (?:forces|groups?"
    r"|movement|organization|fighters|column)|rebel (?:forces|groups?|army|fighters|movement))"
)


class Group(msgspec.Struct, frozen=True):
    """One group: what it is called here, and the words that name it, in small letters."""

    name: str
    words: frozenset[str]


class Groups(msgspec.Struct, frozen=True):
    """The groups of a document that have two names, and where armed ones stand."""

    glossary: tuple[Group, ...]
    armed: tuple[tuple[int, str], ...]  # offsets in the text with the name there

    def called(self, name: str) -> str:
        """Return the one name of the group that a name means, else the name itself."""
        key = _key(name)
        for group in self.glossary:
            if key in group.words:
                return group.name
        if not name[:1].isupper():
            return name  # "the armed forces" are no Armed Forces Press Committee
        inside = [g for g in self.glossary if any(_is_cut(key, w) for w in g.words)]
        return inside[0].name if len(inside) == 1 else name

    def meant(self, words: str, at: Span) -> str | None:
        """Return the group that general words for rebels mean where they stand, if that is sure."""
        bare = words.split()
        while len(bare) > 1 and country_named(bare[:1]):  # "the Ruritanian guerrillas"
            bare.pop(0)
        if not _GENERIC.fullmatch(" ".join(bare)):
            return None
        named = Counter(name for _, name in self.armed)
        if len(named) == 1:
            return next(iter(named))
        if at.part != "text":
            return None
        near = [n for start, n in self.armed if at.start - _REACH <= start < at.start]
        return near[-1] if near and len(set(near)) == 1 else None


def groups(reading: Reading) -> Groups:
    """Return the groups that a document names."""
    return reading.once(_groups)


def party_named(reading: Reading, name: str, at: Span) -> str:
    """Return the one name of a party in a document: initials in full, "the rebels" by name."""
    known = groups(reading)
    return known.meant(name, at) or known.called(name)


def _groups(reading: Reading) -> Groups:
    glossary: dict[str, Group] = {}
    for sentence in reading.sentences:
        for full, initials in _pairs(sentence):
            name = f"{full} ({initials})"
            glossary.setdefault(
                _key(initials), Group(name, frozenset({_key(full), _key(initials)}))
            )
    for full, initials in _abbreviated(reading):
        group = Group(full, frozenset({_key(full), _key(initials)}))
        glossary.setdefault(_key(initials), group)
    found = Groups(tuple(glossary.values()), ())
    return Groups(found.glossary, tuple(_armed(reading, found)))


def _abbreviated(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield full names with initials that stand elsewhere: "Rapid Reed Forces", later "the RRF"."""
    told = {
        t.text
        for s in reading.sentences
        if not s.text.isupper()
        for t in s.tokens
        if len(t.text) >= _LEAST and _INITIALS.fullmatch(t.text)
    }
    full = dict.fromkeys(n.name for n in reading.names if n.kind == "organization" and told)
    full |= dict.fromkeys(a.party.name for a in acts(reading) if told and a.party is not None)
    for name in full:
        words = [w for w in re.split(r"[ -]", ARTICLE.sub("", name)) if w not in _LINKS]
        initials = "".join(w[0] for w in words if w)
        if initials in told:
            yield ARTICLE.sub("", name), initials


def _key(name: str) -> str:
    bare = re.sub(r"^(?:the|a|an)\s+", "", name.casefold())
    return re.sub(r"\s+", " ", re.sub(r"[^\w’' ]", " ", bare)).strip()


def _is_cut(key: str, name: str) -> bool:
    """Tell whether words are the greater part of a group's full name: "Dawn Front"."""
    return key.count(" ") > 0 and f" {key} " in f" {name} "


def _pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield full names with the initials beside them: "Dawn Front [DF]", "DF (Dawn Front)"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if not _INITIALS.fullmatch(token.text) or i == 0:
            continue
        before = tokens[i - 1].text
        if before in {"(", "[", ","} and i > 1:
            full = _name_before(sentence, i - 1, token.text)
            if full:
                yield full, token.text
        if i + 2 < len(tokens) and tokens[i + 1].text in {"(", "["}:
            full = _name_inside(sentence, i + 2, token.text)
            if full:
                yield full, token.text


def _name_before(sentence: Sentence, end: int, initials: str) -> str | None:
    """Return the longest name that ends before a bracket and bears the initials.

    In capitals any word may be of the name, as far as it begins with one of the initials.
    """
    shouted = sentence.text.isupper()
    first = end
    for i in range(end - 1, max(-1, end - 1 - _MOST_WORDS), -1):
        word = sentence.tokens[i].text
        if word in {'"', "“", "”"}:
            continue
        if word == "-" and sentence.tokens[i].end != sentence.tokens[i + 1].start:
            break  # a dateline's dash: "TARSK - The Dawn Front (DF)"
        opens = word[:1].isupper() or (shouted and word[:1].upper() in initials)
        joined = word.lower() == "the" and sentence.tokens[i - 1].text.lower() == "and"
        if joined and _bearing(_words(sentence, first, end), initials) is not None:
            break  # "by the army and the Dawn Front (DF)"
        if not (opens or word.lower() in _LINKS or (shouted and word.isalpha())):
            break
        if opens and word.lower() not in _LINKS and country_named([word]) is None:
            first = i
    while first > 1 and _is_title(sentence.tokens[first - 2].text, sentence.tokens[first - 1].text):
        first -= 2  # "Army of National Dignity [EDN]"
    return _bearing(_words(sentence, first, end), initials)


def _is_title(word: str, link: str) -> bool:
    """Tell whether a noun opens a group's name that "of" goes on with: "Army of"."""
    return link.lower() == "of" and word.lower() in party_words("title")


def _name_inside(sentence: Sentence, start: int, initials: str) -> str | None:
    for end in range(start, min(start + _MOST_WORDS, len(sentence.tokens))):
        if sentence.tokens[end].text in {")", "]"}:
            return _bearing(_words(sentence, start, end), initials)
    return None


def _words(sentence: Sentence, first: int, end: int) -> str:
    """Return a name's words, with capitals also where the source has nothing else."""
    shouted = sentence.text.isupper()
    words = [
        t.text.capitalize() if shouted and t.text.islower() and t.text not in _LINKS else t.text
        for t in sentence.tokens[first:end]
        if t.text not in {'"', "“", "”"}
    ]
    return re.sub(r" (?=['’])|(?<=\w) - (?=\w)", lambda m: m[0].strip(), " ".join(words))


def _bearing(full: str, initials: str) -> str | None:
    """Return a full name if it bears most of the initials, in whatever language they are.

    What stands before the name and adds no initial is none of it: "cells of the Dawn Front (DF)".
    """
    wanted = Counter(c for c in initials if c.isalpha())
    words = re.sub(r"['’]s?$", "", full).split()
    while words and words[0].lower() in _COUNTED:
        words.pop(0)
    starts = [
        i
        for i in range(1, len(words))
        if (
            words[i - 1].lower() in _LINKS and not (i > 1 and _is_title(words[i - 2], words[i - 1]))
        )
        # "the Maoist group Red Dawn Movement", "the leftist Red Dawn Movement"
        or words[i - 1].lower() in party_words("group") | party_words("faith") | _STYLED
    ]
    for start in (s for s in reversed(starts) if words[s].lower() not in _LINKS):
        if _shared(words[start:], wanted) == _shared(words, wanted):
            words = words[start:]
            break
    count = sum(w[0].isupper() for w in words)
    shared = _shared(words, wanted)
    enough = shared * 3 >= sum(wanted.values()) * 2 or shared * 2 >= len(initials) > 2
    if count < 2 or not enough or count > len(initials) + 3 or " ".join(words).isupper():
        return None
    return " ".join(words)


def _shared(words: list[str], wanted: Counter[str]) -> int:
    return sum((Counter(w[0] for w in words if w[0].isupper()) & wanted).values())


def _armed(reading: Reading, known: Groups) -> Iterator[tuple[int, str]]:
    """Yield where armed groups are named: those that act, and names beside words for rebels."""
    names = {
        known.called(a.party.name) for a in acts(reading) if a.party and _is_named(a.party.name)
    }
    for sentence in reading.sentences:
        if sentence.part != "text":
            continue
        for name in reading.names_at.within(sentence.span):
            called = known.called(name.name)
            if name.kind == "organization" and (called in names or _is_armed(called)):
                yield name.span.start, called
        yield from _initials(sentence, known, names)


def _initials(sentence: Sentence, known: Groups, names: set[str]) -> Iterator[tuple[int, str]]:
    for token in sentence.tokens:
        if _INITIALS.fullmatch(token.text):
            called = known.called(token.text)
            if called != token.text and (called in names or _is_armed(called)):
                yield token.start, called


def _is_named(name: str) -> bool:
    """Tell whether a party that acts is a group by name, no state and no force of one."""
    return name[:1].isupper() and not is_states_force(name)


def _is_armed(name: str) -> bool:
    return not party_words("armed").isdisjoint(name.casefold().split())


def is_states_force(name: str) -> bool:
    """Tell whether a name is a state's or its forces': "Ruritania", "the army"."""
    words = name.split()
    if _is_armed(name):
        return False
    return is_of_state(words) or any(country_named([w]) for w in words)
