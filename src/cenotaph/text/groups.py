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
from cenotaph.text.bracketed import LINKS, name_before, name_inside
from cenotaph.text.party_kinds import is_of_state
from cenotaph.text.party_words import ARTICLE, country_named, party_words
from cenotaph.text.reading import Reading, Sentence
from cenotaph.text.shown import INITIALS

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
        if len(t.text) >= _LEAST and INITIALS.fullmatch(t.text)
    }
    full = dict.fromkeys(n.name for n in reading.names if n.kind == "organization" and told)
    full |= dict.fromkeys(a.party.name for a in acts(reading) if told and a.party is not None)
    for name in full:
        words = [w for w in re.split(r"[ -]", ARTICLE.sub("", name)) if w not in LINKS]
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
        if not INITIALS.fullmatch(token.text) or i == 0:
            continue
        before = tokens[i - 1].text
        if before in {"(", "[", ","} and i > 1:
            full = name_before(sentence, i - 1, token.text)
            if full:
                yield full, token.text
        if i + 2 < len(tokens) and tokens[i + 1].text in {"(", "["}:
            full = name_inside(sentence, i + 2, token.text)
            if full:
                yield full, token.text


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
        if INITIALS.fullmatch(token.text):
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
