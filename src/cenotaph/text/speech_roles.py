"""The words about a source -> its role and its side.

A minister, a president or a foreign ministry speaks for a party where its country is one of those
fighting in the account, else as an official. Armed forces and armed groups are always a party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from cenotaph.model import Role
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.reading import NamePhrase

_WORD = re.compile(r"[^\W_]+(?:[.'’‘-][^\W_]+)*\.?")
_OWNER = re.compile(r"['’]s?$")
_LONGEST = 4  # words of the longest phrase in the lexicons
_ROLES: Mapping[str, Role] = {
    "official": "official", "medic": "medic", "ngo": "ngo", "media": "media",
    "witness": "witness",
}  # fmt: skip
# Roles of words that tell little by themselves: "hospital SPOKESMAN", "police SOURCES".
_FAINT: Mapping[str, Role] = {"weak": "official", "unnamed": "unnamed", "title": "medic"}
# "Ruritanian forces", "Ruritania's shelling": whose they are fights.
_FIGHTS = re.compile(
    r"(?:['’]s)?\s+(?:(?:armed|naval|air|ground|government|military|special|security|state|suicide|drone|"
    r"missile|rocket|artillery|car|cross-border|deadly|latest|overnight)\s+){0,2}(?:forces|troops|army|military|soldiers?|fighters|militants?|"
    r"warplanes?|jets?|drones?|missiles?|rockets?|artillery|tanks?|gunships?|bomb(?:s|ing|ings)|"
    r"shell(?:s|ing)|(?:air[ -]?)?strikes?|airstrikes?|air\s+raids?|invasion|offensive|"
    r"bombardment|attacks?|assaults?|incursion|raids?|navy|air\s+force|commanders?|command|"
    r"positions|stronghold|gunmen|operatives?|bases?|units?)\b"
)
_VIOLENCE = re.compile(
    r"forces|troops|army|militar|soldier|fighter|militant|plane|jet|drone|missile|rocket|artillery|"
    r"tank|gunship|command|position|stronghold|gunm|operative|base|unit|bomb|shell|strike|struck|raid|inva|offensive|attack|assault|incursion|navy|launch"
)
_INVADES = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:invaded|bombed|shelled|attacked|bombarded|struck|launched|"
    r"sa(?:id|ys?)\s+(?:that\s+)?(?:its|their)\s+(?:forces|troops|army|soldiers|fighters|planes))\b"
)


@cache
def _phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("roles.tsv"):
        role, words = line.split("\t")
        for phrase in words.split("|"):
            found.setdefault(phrase, role)
    return found


@cache
def countries() -> dict[str, str]:
    """Return country names by what they and their people are called, lower case."""
    names: dict[str, str] = {}
    by_code: dict[str, str] = {}
    for line in lines("seats.tsv"):
        code, name, _ = line.split("\t")
        by_code[code] = names[name.casefold()] = name
    for line in lines("countries.tsv"):
        code, _, _, adjectives, others = line.split("\t")
        for word in filter(None, [*adjectives.split("|"), *others.split("|")]):
            names.setdefault(word.casefold(), by_code[code])
            names.setdefault(f"{word.casefold()}s", by_code[code])
    return names


@cache
def seats() -> dict[str, str]:
    """Return country names by the seats of their governments ("kremlin"), lower case."""
    found: dict[str, str] = {}
    for line in lines("seats.tsv"):
        _, name, words = line.split("\t")
        for word in filter(None, words.split("|")):
            found.setdefault(word.casefold(), name)
    return found


def is_source(word: str) -> bool:
    """Tell whether a common noun is one for those who say things: "officers", "residents"."""
    return word.casefold() in _phrases()


def fighting(texts: Iterable[str], names: Sequence[NamePhrase]) -> frozenset[str]:
    """Return the countries and organizations whose forces or attacks the texts speak of."""
    known = _known(frozenset(n.name for n in names if n.kind == "organization"))
    return frozenset(
        name
        for text in texts
        if _VIOLENCE.search(text)
        for _, end, name in _named(text, known)
        if _FIGHTS.match(text, end) or _INVADES.match(text, end)
    )


@lru_cache(maxsize=64)
def _known(others: frozenset[str]) -> dict[str, str]:
    """Return the names of countries and of others, by their words in lower case."""
    return {**{o.casefold(): o for o in others}, **seats(), **countries()}


@lru_cache(maxsize=1024)
def role_and_side(
    texts: tuple[str, ...], hostile: frozenset[str]
) -> tuple[Role | None, str | None]:
    """Return role and side from the words about a source, the most telling text first."""
    side = next((s for t in texts if (s := side_of(t, hostile)) is not None), None)
    faint: Role | None = None
    for text in texts:
        for word in _from_the_right(text):
            kind = _phrases().get(word, "")
            if kind in _FAINT:
                faint = faint or _FAINT[kind]
            elif kind:
                return _role(kind, side, hostile), side
        if side_of(text, hostile) is not None:
            return _role("government", side, hostile), side
    return faint, side


def _role(kind: str, side: str | None, hostile: frozenset[str]) -> Role:
    if kind == "force":
        return "party"
    if kind == "government":
        return "party" if side in hostile else "official"
    return _ROLES[kind]


def side_of(text: str, hostile: frozenset[str] = frozenset()) -> str | None:
    """Return the country or fighting group that words about a source name, else None."""
    for start, end, name in _named(text, _known(hostile)):
        return _group_around(text, start, end) or name
    for word in _from_the_right(text):
        if word in _BANDS:
            return _BANDS[word]
    return None


def _group_around(text: str, start: int, end: int) -> str | None:
    """Return the armed group in whose name a country's word stands: "Free Ruritanian Army"."""
    words = grouped("parties.txt")
    before = _CAPITALS_BEFORE.search(text, 0, start)
    after = _CAPITALS_AFTER.match(text, end)
    name = text[before.start() if before else start : after.end() if after else end]
    inside = {w.lower() for w in name.split()}
    forces = words["state"] | words["group"] | words["title"]
    if not inside & words["rival"] or inside & {"guard", "guards"}:
        return None
    words_of = name.removeprefix("The ").split()
    return " ".join(words_of) if words_of[-1].lower() in forces else None


_CAPITALS_BEFORE = re.compile(r"(?:[A-Z][\w'’-]*\s+)+$")
_CAPITALS_AFTER = re.compile(r"(?:\s+[A-Z][\w'’-]*)+")
_BANDS: Mapping[str, str] = {
    word: band
    for band in ("rebel", "separatist", "insurgent", "militant", "guerrilla")
    for word in (band, f"{band}s")
}


def _named(text: str, known: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    """Yield (start, end, name) of the known phrases, the longest at each word, left to right."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        start = words[at].start()
        for size in range(min(_LONGEST, len(words) - at), 0, -1) if text[start].isupper() else ():
            phrase = _OWNER.sub("", text[start : words[at + size - 1].end()])
            name = known.get(phrase.casefold())
            if name is not None:
                yield start, start + len(phrase), name
                at += size - 1
                break
        at += 1


def _from_the_right(text: str) -> Iterable[str]:
    """Yield the phrases of a text in lower case: the last word's longest first."""
    words = [_plain(m.group()) for m in _WORD.finditer(text)]
    for end in range(len(words), 0, -1):
        for size in range(min(_LONGEST, end), 0, -1):
            yield " ".join(words[end - size : end])


def _plain(word: str) -> str:
    """Return a word in lower case without the owner's 's and an abbreviation's point: "Lt."."""
    bare = _OWNER.sub("", word.casefold())
    return bare if bare.count(".") > 1 else bare.rstrip(".")
