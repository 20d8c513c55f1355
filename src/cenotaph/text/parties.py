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
from cenotaph.text.almanac import MONTHS, WEEKDAYS
from cenotaph.text.bracketed import initialed
from cenotaph.text.lexicon import lines
from cenotaph.text.name_words import lists
from cenotaph.text.party_kinds import is_groups, is_of_state, is_rebel, is_states
from cenotaph.text.party_names import (
    called,
    is_initials,
    is_no_persons,
    members_of,
    organization_named,
    phrase_left,
    plain_name,
    proper_name,
    quoted_before,
)
from cenotaph.text.party_titles import is_titled_after, titled_of
from cenotaph.text.party_words import country, country_named, party_words, people_named, seat_named
from cenotaph.text.reading import NamePhrase, Sentence


class Party(msgspec.Struct, frozen=True):
    """A party named at tokens `first` to `last` (both included) of a sentence."""

    name: str
    first: int
    last: int


_HUMAN = re.compile(r".*(?:ers|ors|ists|men|ians|ants|ees|ites|ards|eers)")
_POLICEMEN = re.compile(r"\bpolice(?:men|man| officers)\b")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)|[ivxl]{2,}", re.IGNORECASE)
_ABSTRACT = re.compile(r"\w{3,}(?:[st]ion|ness|itis|[ae]mia|osis|ity)")
_NOT_HUMAN = frozenset({"errors", "factors", "numbers", "papers", "powers", "orders", "matters",
                        "others", "disasters", "weathers", "winters", "terrors"})  # fmt: skip
_MEMBERS = frozenset({
    "faction", "group", "unit", "wing", "branch", "column", "member", "members", "fighter",
    "fighters", "soldier", "soldiers", "jets", "jet", "dissidents", "warplanes", "warplane",
    "forces", "troops", "elements", "supporters", "commander", "commanders", "gunmen",
    "militants", "drones", "cells", "leaders", "leader", "cell", "aircraft", "planes", "plane",
    "remnants", "allies", "part", "parts", "units", "detachments", "squads", "patrols", "columns",
    "men", "personnel", "militiamen", "officers", "agents",
})  # fmt: skip

_DIGITS = re.compile(r"[A-Z]+\d+")
_SOME = frozenset({"team", "group", "unit", "cell", "squad", "number"})  # "a team of its fighters"
_TOLD = frozenset({"gang", "militia", "group", "faction", "cartel", "movement", "network"})
_BOMBS = frozenset({"bomb", "bombs", "bomber", "bombers"})
_BRANCHES = frozenset({"branch", "wing", "affiliate", "offshoot", "chapter"})
_LEADERS = frozenset({"leader", "boss", "chief", "commander", "kingpin", "chieftain"})
MADE = frozenset({"made", "built", "designed", "supplied", "style", "era", "type", "manufactured"})
_OWN = frozenset({"its", "their", "our", "my", "his", "her"})
_DAYS = frozenset((*WEEKDAYS, *MONTHS))


def parties_at(
    sentence: Sentence, head: int, names: Sequence[NamePhrase], *, loose: bool = False
) -> tuple[Party, ...]:
    """Return the party that a noun phrase names, and those coordinated with it.

    `loose` takes any noun for people as well: "blamed cattle herders".
    """
    heads = clauses.coordinated(sentence, clauses.antecedent(sentence, head))
    found = (party_at(sentence, i, names, loose=loose) for i in heads)
    return tuple(p for party in found if party is not None for p in shared(sentence, party))


def shared(sentence: Sentence, party: Party) -> tuple[Party, ...]:
    """Return a state's party with those that share its noun: "British and French forces".

    So does a regime's: "Ruritanian or regime jets".
    """
    beside: list[Party] = []
    at = party.first - 1
    joints = {"and", "or"}
    states = country_named(party.name.split()) or party.name.lower() in party_words("governs")
    while states and clauses.lower(sentence, at) in joints and at > 0:
        word = sentence.tokens[at - 1].text
        state = country_named([word])
        if state is None or state == party.name or word.casefold() == state.casefold():
            break  # "in Syria and Russian forces": no adjective
        beside.insert(0, Party(state, at - 1, at - 1))
        at, joints = at - 2, {","}
    return (*beside, party)


def party_at(
    sentence: Sentence, head: int, names: Sequence[NamePhrase], *, loose: bool = False
) -> Party | None:
    """Return the party that one noun phrase names; None for persons, places and the unknown."""
    first = phrase_left(sentence, head)
    inner = None if titled_of(sentence, head) else _complement(sentence, head)
    if inner is not None and is_titled_after(sentence, first, head, inner):
        words = [sentence.tokens[i].text for i in range(first, inner + 1)]
        titled = " ".join(words[words[0].lower() == "the" :]).replace(" - ", "-")
        return Party(titled, first, inner)
    if inner is not None and (found := party_at(sentence, inner, names, loose=loose)):
        own = clauses.lower(sentence, head) in _MEMBERS
        if own or (found.name[:1].isupper() and not country_named(found.name.split())):
            return msgspec.structs.replace(found, first=first)
    given = _given(sentence, head) or _branch_of(sentence, head, names)
    if (given := given or initialed(sentence, first, head)) is not None:
        return Party(given[0], first, given[1])
    name = _name(sentence, first, head, names, loose=loose)
    if name is None or name.lower() in _weapons() or _is_make(sentence, head, name):
        return None
    if _is_nobody(name.lower().split()) or _is_where(sentence, head, name, names):
        return None
    return Party(_POLICEMEN.sub("police", _with_noun(sentence, head, name)), first, head)


def _with_noun(sentence: Sentence, head: int, name: str) -> str:
    """Return a group's name, with the noun that tells it from the man it is called after.

    "The Ivo Karel faction" is not Ivo Karel.
    """
    noun = clauses.lower(sentence, head)
    named = name.split()
    own = len(named) > 1 and named[0].casefold() in lists().given and noun in party_words("group")
    faction = own or (noun == "faction" and len(named) > 1)
    return f"{name} {noun}" if faction and named[-1].lower() != noun else name


def _branch_of(
    sentence: Sentence, head: int, names: Sequence[NamePhrase]
) -> tuple[str, int] | None:
    """Return the group of which a branch is: "the Islamic State's Khorasan branch"."""
    if clauses.lower(sentence, head) not in _BRANCHES:
        return None
    whose = clauses.kid(sentence, head, "poss")
    found = None if whose is None else party_at(sentence, whose, names)
    state = found is None or country_named(found.name.split()) or not found.name[:1].isupper()
    return None if state or found is None else (found.name, head)


def _given(sentence: Sentence, head: int) -> tuple[str, int] | None:
    """Return a group's own name that its words spell out, and where it ends."""
    return titled_of(sentence, head) or quoted_before(sentence, head) or called(sentence, head)


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
    if len(words) == 1 and words[0] in _DAYS | party_words("carrier"):
        return True  # "the strike on Monday, which killed nine", "a carbomb exploded"
    groups = party_words("group") | party_words("state") | party_words("rebel")
    known = words[-1] in groups or lists().has("body", words[-1])
    return len(words) == 1 and not known and _ABSTRACT.fullmatch(words[0]) is not None


def is_self(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase speaks of the speaker's own side: "we", "its fighters"."""
    if clauses.lower(sentence, head) in {"it", "they", "we"}:
        return True
    some = sentence.tokens[head].pos == "NUM" or clauses.lower(sentence, head) in _SOME
    of = next((k for k in sentence.kids[head] if clauses.lower(sentence, k) == "of"), None)
    whole = clauses.kid(sentence, of, "pobj") if some and of is not None else None
    if whole is not None:  # "two of its members"
        return clauses.lower(sentence, whole) not in {"it", "them"} and is_self(sentence, whole)
    first = clauses.lower(sentence, clauses.chunk_left(sentence, head))
    own = party_words("state") | party_words("rebel") | party_words("arm") | party_words("member")
    return first in _OWN and clauses.lower(sentence, head) in own


def led_group(sentence: Sentence, head: int, names: Sequence[NamePhrase]) -> Party | None:
    """Return the armed group whose leader did it: "Red Dawn Front boss Ivo Karel ordered it"."""
    first = phrase_left(sentence, head)
    for i in range(head - 1, first, -1):
        if clauses.lower(sentence, i) not in _LEADERS:
            continue
        led = party_at(sentence, i - 1, names)
        armed = party_words("armed") | party_words("rebel")
        if led is not None and armed & {w.lower() for w in led.name.split()}:
            return Party(led.name, first, head)
    return None


def span_of(sentence: Sentence, party: Party) -> Span:
    """Return where a party is named."""
    return sentence.span_of(party.first, party.last)


def _complement(sentence: Sentence, head: int) -> int | None:
    """Return the noun after "of" that names whose: "jets of the Ruritanian army"."""
    whose = clauses.lower(sentence, head) in _MEMBERS | party_words("rebel")
    whose = whose or _is_numbered(sentence, head)
    if not whose and clauses.lower(sentence, head) not in party_words("arm"):
        return None
    for child in _from_first(sentence, head):
        if clauses.lower(sentence, child) in {"of", "from"} and whose:
            return clauses.kid(sentence, child, "pobj")
        if clauses.lower(sentence, child) == "belonging":
            to = next((k for k in sentence.kids[child] if clauses.lower(sentence, k) == "to"), None)
            return None if to is None else clauses.kid(sentence, to, "pobj")
    return None


def _from_first(sentence: Sentence, head: int) -> list[int]:
    """Return the words below a head, who they are last: "a group of men from the Dawn Front"."""
    return sorted(sentence.kids[head], key=lambda k: clauses.lower(sentence, k) == "of")


def _is_numbered(sentence: Sentence, head: int) -> bool:
    """Tell whether a part of an army is meant by its number: "the 17th Front of"."""
    numbered = _ORDINAL.fullmatch(clauses.lower(sentence, head - 1)) is not None
    return numbered and clauses.lower(sentence, head) in party_words("group") | party_words("state")


def _name(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase], *, loose: bool
) -> str | None:
    """Return the name that the words `first` to `head` give a party."""
    words = [sentence.tokens[i].text for i in range(first, head + 1)]
    last = words[-1].lower()
    bare = [w for w in words if not any(c.isdigit() for c in w)]
    if bare and (last in party_words("arm") or country_named(bare[-1:])):
        words = bare  # "a US AC-130 gunship"
    if any(w.lower() in MADE and words[i - 1] == "-" for i, w in enumerate(words)):
        return None  # "a Ruritanian-made drone": anybody may fly it
    if last in party_words("self") or sentence.tokens[head].pos in {"PRON", "NUM"}:
        return None
    named = words[words[0].lower() in {"the", "a"} :]
    own = is_states(words) and not is_rebel(words) and not is_groups(named)
    state = people_named(words) or country(words) if own else None
    if state := _coalition(sentence, head) or state:
        return state
    if last in party_words("belong") and (owner := _of_members(sentence, first, head, names)):
        return owner
    if last in party_words("vague"):
        people = loose and last.endswith(("s", "men"))
        return plain_name(sentence, first, head) if people else None
    return _of_group(sentence, first, head, names, loose=loose) or _other(
        sentence, first, head, names, loose=loose
    )


def _coalition(sentence: Sentence, head: int) -> str | None:
    """Return states that fight together: "the US-led coalition", also before its jets."""
    last = next((i for i in (head, head - 1) if clauses.lower(sentence, i) == "coalition"), None)
    led = clauses.lower(sentence, -1 if last is None else last - 1)
    if last is None or not led.endswith("led"):
        return None
    return plain_name(sentence, max(0, last - (3 if led == "led" else 1)), last)


def _of_group(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase], *, loose: bool
) -> str | None:
    """Return the name of armed people: a group's own, else the words for what they are."""
    words = [sentence.tokens[i].text for i in range(first, head + 1)]
    last = words[-1].lower()
    proper, plain = proper_name(sentence, first, head), plain_name(sentence, first, head)
    if last in {"squad", "squads"} and {w.lower() for w in words[-2:-1]} & party_words("deadly"):
        return proper or plain
    named = organization_named(sentence, first, head, names)
    if named is not None and proper is not None and proper.endswith(named):
        named = proper  # the small model cuts "the People's Dawn Front" at the possessive
    if named is None and (unit := _numbered(words)) is not None:
        return unit
    if named is None and last in party_words("group") | party_words("arm") and not loose:
        named = proper or (None if is_rebel(words) else _owner_of_arms(words))
    if named is None and is_rebel(words) and len(words) > 1 and _DIGITS.fullmatch(words[-2]):
        named = words[-2]  # "M23 rebels", as "FPD rebels" are the FPD
    if named is not None:
        return named
    if is_rebel(words) or is_of_state(words) or (loose and last in party_words("group")):
        placed = any(sentence.tokens[i].ent == "GPE" for i in range(first, head + 1))
        placed = placed or last in {"cartel", "mafia"}  # "Riverton cartel" is no city
        return plain if placed else proper or plain
    return None


def _is_where(sentence: Sentence, head: int, name: str, names: Sequence[NamePhrase]) -> bool:
    """Tell where an arm struck from whose it is: "Lodrin car bomb kills nine"."""
    town = any(n.kind == "place" and n.name == name for n in names)
    arm = clauses.lower(sentence, head) in party_words("arm")
    if clauses.lower(sentence, head) in _BOMBS:  # "Kabul car bomb kills nine"
        words = [t.text for t in sentence.tokens[max(0, head - 2) : head]]
        if seat_named([w for w in words if w.lower() not in party_words("carrier")]) is not None:
            return True
    return arm and town and country_named(name.split()) is None


def _of_members(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase]
) -> str | None:
    """Return whose people they are: "Blue Star members", "militia members"."""
    known = party_words("rebel") | party_words("state")
    people = clauses.lower(sentence, head) in {"member", "members", "elements"}
    plain = people and clauses.lower(sentence, head - 1) in known and head > first
    own = members_of(sentence, first, head, names)
    return own or (plain_name(sentence, first, head - 1) if plain else None)


def _numbered(words: Sequence[str]) -> str | None:
    """Return the name of a unit that its number makes: "the 11th Infantry Battalion"."""
    unit = words[-1].lower() in party_words("group") & party_words("state")
    at = next((i for i, w in enumerate(words[:-1]) if _ORDINAL.fullmatch(w)), None)
    loud = at is not None and all(w[:1].isupper() for w in words[at + 1 :])
    return " ".join(words[at:]) if unit and loud else None


def _owner_of_arms(words: Sequence[str]) -> str | None:
    """Return whose the arms are: the army of "army positions", the rebels of "rebel rockets"."""
    for word in reversed([w.lower() for w in words[:-1]]):
        if word == "fighter":
            continue  # "a fighter jet" may be anybody's
        if word in party_words("rebel"):
            return f"{word}s" if f"{word}s" in party_words("rebel") else word
        if word in (party_words("state") | {"coalition"}) - {"military"}:
            return word  # "a military aircraft" may be anybody's
    return None


def _other(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase], *, loose: bool
) -> str | None:
    """Return the name of an organization, or in loose reading of any people."""
    proper = proper_name(sentence, first, head)
    span = sentence.span_of(head, head)
    named = [n for n in names if n.span.meets(span)]
    # The small model calls a people with an article a person: "held the Houthis responsible".
    people = clauses.lower(sentence, first) == "the" and sentence.tokens[head].text.endswith("s")
    if proper is not None and _is_told_group(sentence, head, proper):
        return proper
    person = sentence.tokens[head].ent == "PERSON" and not named and not people
    if person or any(n.kind != "organization" for n in named):
        return proper if loose and _is_groups(sentence, first, head) else None
    if named or (proper and (people or _is_proper(sentence, head, proper))):
        return proper
    plural = clauses.lower(sentence, head)
    if loose and _HUMAN.fullmatch(plural) and plural not in _NOT_HUMAN:
        return plain_name(sentence, first, head)
    return None


def _is_told_group(sentence: Sentence, head: int, name: str) -> bool:
    """Tell whether the word before a name says that it is a group's: "the gang Gran Grif"."""
    before = clauses.lower(sentence, head - len(name.split()))
    return before in _TOLD and name[:1].isupper()


def _is_proper(sentence: Sentence, head: int, name: str) -> bool:
    """Tell whether a name's last word is one, or initials, or a group's title in capitals."""
    titled = clauses.lower(sentence, head) in party_words("title")
    initials = name.isupper() and name.isalpha() and len(name) > 2
    shouted = sentence.text.isupper() and (titled or initials)
    hyphened = head > 1 and is_initials(sentence, head - 2)  # "ISIS-K"
    return sentence.tokens[head].pos == "PROPN" or shouted or hyphened


def _is_groups(sentence: Sentence, first: int, head: int) -> bool:
    """Tell a group's name from a person's or a town's where somebody is blamed.

    "blamed Boko Haram": the small model calls it a person, but no part of it is a given name.
    """
    tokens = sentence.tokens[first : head + 1]
    if sentence.tokens[head].ent in {"ORG", "NORP"}:
        return True
    return is_no_persons(tokens)
