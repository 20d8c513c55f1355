"""The names that accounts give the parties of one incident -> one name for each party.

States come by what news calls them ("the Kremlin", "Ruritanian forces", "Moscow"), as in data/
seats.tsv and countries.tsv; groups by their names alone, never by a list of one war's groups. Who
speaks for a party ("a Kremlin spokesman") is no party: speakers are not asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from cenotaph.model import Claim, Toll
from cenotaph.text.party_kinds import is_groups, is_rebel, is_states
from cenotaph.text.party_words import ARTICLE, country, country_by_code, party_words

_OWNER = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?P<full>\S.*?) \((?P<initials>[A-Z][A-Z0-9-]{1,9})\)")
_CORPS = frozenset({"army", "military", "armed"})
_SOLDIERY = _CORPS | {"troops", "soldiers", "forces", "units", "personnel"}
_SOLDIERS = frozenset({"soldier", "soldiers", "troops", "servicemen", "recruits", "cadets"})
_SMALL = frozenset({"of", "the", "for", "and", "de", "del", "la", "los", "y"})


class Names(msgspec.Struct, frozen=True):
    """The one name of each party of an incident, by each name that accounts give it."""

    named: Mapping[str, str]

    def of(self, party: str) -> str:
        """Return the one name of a party; as said where nothing is known of it."""
        return self.named.get(party) or _state(party) or party


def names(parties: Iterable[str], home: str | None = None) -> Names:
    """Return the one name of each party; `home` is the ISO code of the incident's country.

    "The junta" is its country's where the incident is there. "The army" may be anybody's: it is
    the country's own only where another account names that state.
    """
    said = Counter(parties)
    found = {p: state for p in sorted(said) if (state := _state(p)) is not None}
    own = country_by_code(home) if home is not None else None
    for party in sorted(said.keys() - found.keys()):
        if own is not None and _is_body(party):
            governs = bool(_words(party) & party_words("governs"))
            if governs or own in found.values():
                found[party] = own
    soldiers = [p for p in sorted(said) if p not in found and _is_soldiery(p)]
    best = min(soldiers, key=lambda p: (not _words(p) & _CORPS, -said[p], p), default="")
    found |= dict.fromkeys(soldiers, best)
    rest = {p: n for p, n in said.items() if p not in found and not _is_body(p)}
    return Names({**found, **_groups(rest)})


def one_soldiery(held: Sequence[str]) -> tuple[str, ...]:
    """Return parties with a country's soldiers once: "the army" and "the military" are one.

    By the name of the corps where one is told: "troops" beside "the army" are the army.
    """
    soldiers = [p for p in held if _is_soldiery(p)]
    corps = [p for p in soldiers if _words(p) & _CORPS]
    kept = (corps or soldiers)[:1]
    return tuple(p for p in held if p not in soldiers or p in kept)


def _is_soldiery(party: str) -> bool:
    words = _words(ARTICLE.sub("", party, count=1))
    armed = words & (_CORPS | {"troops", "soldiers"})
    return bool(armed) and words <= _SOLDIERY


def is_of_enemies(claim: Claim) -> bool:
    """Tell whether a party to the fighting counts fighters of another side (COUNTING 20)."""
    speaker, toll = claim.speaker, claim.value
    if not isinstance(toll, Toll) or speaker is None or speaker.role != "party":
        return False
    attackers = toll.people.are_attackers
    several = attackers and (toll.count.low or 0) > 1  # of the one gunman whom it shot it knows
    fighters = several or (toll.people.status == "combatant" and not attackers)
    own = same_side(speaker.side or "", toll.people.side or "?") or _are_its_own(claim, toll)
    return fighters and not own


def _are_its_own(claim: Claim, toll: Toll) -> bool:
    """Tell whether an army with no country's name tells of "soldiers" without one: its own."""
    speaker, words = claim.speaker, toll.people.words or ""
    if speaker is None or speaker.side is not None or toll.people.side is not None:
        return False
    soldiers = not _SOLDIERS.isdisjoint(words.lower().split()[-1:])
    return soldiers and not _CORPS.isdisjoint(_words(speaker.name))


def rivals(parties: Iterable[str]) -> bool:
    """Tell whether the parties, by their one names, cannot all be one.

    "Rebels" may be the group that another account names, "the army" that of a state named; two
    states, two named groups, or a state and a group are two.
    """
    return any(_apart(a, b) for a, b in combinations(sorted(set(parties)), 2))


def same_side(a: str, b: str) -> bool:
    """Tell whether two words name one side: "Russia" and "Russian", "Houthi" and "Houthis"."""
    x, y = _state(a) or a, _state(b) or b
    return x == y or _key(x) == _key(y)


@lru_cache(maxsize=4096)  # of the same few names in thousands of accounts
def _state(party: str) -> str | None:
    """Return the state that a phrase names by itself, by its seat or by its forces."""
    words = ARTICLE.sub("", party, count=1).split()
    plain = [_OWNER.sub("", w) for w in words]
    found = country(plain)
    if found is None or not is_states(plain) or is_rebel(plain) or is_groups(plain):
        return None
    return found


def _is_body(party: str) -> bool:
    """Tell whether words are for a state's own people, whosesoever: "the army", "police"."""
    words = ARTICLE.sub("", party, count=1).lower().split()
    known = party_words("state") | party_words("arm") | party_words("governs") | {"armed", "air"}
    if words[-1:] == [] or set(words) & party_words("relative"):
        return False
    return words[-1] in party_words("state") and set(words) <= known


def _words(party: str) -> set[str]:
    return {_OWNER.sub("", w) for w in party.lower().split()}


def _apart(a: str, b: str) -> bool:
    """Tell whether two names cannot be one party's."""
    if (_is_states(a), _is_states(b)) in {(True, False), (False, True)}:
        return True
    return _is_proper(a) and _is_proper(b)


def _is_states(name: str) -> bool:
    return _state(name) is not None or _is_body(name)


def _is_proper(name: str) -> bool:
    return any(w[:1].isupper() for w in ARTICLE.sub("", name, count=1).split())


def _groups(said: Mapping[str, int]) -> dict[str, str]:
    """Return the commonest name of each group, by every name that means it."""
    # "Dawn Front (DF)" says that "Dawn Front" and "DF" are one.
    both = [m for p in sorted(said) if (m := _INITIALS.fullmatch(p))]
    short = {_key(m["full"]): _key(m["initials"]) for m in both}
    by_key: dict[str, Counter[str]] = {}
    for party, count in sorted(said.items()):
        named = _INITIALS.fullmatch(party)
        key = _key(named["initials"] if named else party)
        by_key.setdefault(short.get(key, key), Counter())[party] += count
    home = {key: _fuller(key, by_key) for key in by_key}
    joined: dict[str, Counter[str]] = {}
    for key in sorted(by_key):
        joined.setdefault(home[key], Counter()).update(by_key[key])
    best = {k: min(c, key=lambda n: (-c[n], -len(n), n)) for k, c in joined.items()}
    return {p: best[home[key]] for key, names in by_key.items() for p in names}


def _key(party: str) -> str:
    """Return a group's name without article, plural and the words that say it is a group."""
    words = [_OWNER.sub("", w) for w in ARTICLE.sub("", party, count=1).casefold().split()]
    common = party_words("rebel") | party_words("belong") | {"group", "groups"}
    bare = list(words)
    while len(bare) > 1 and bare[-1] in common:
        bare.pop()
    if not _is_proper(party):
        bare = words  # "cattle herders" are no "cattle"
    return " ".join([*bare[:-1], re.sub(r"(?<=\w\w\w)s$", "", bare[-1])]) if bare else ""


def _fuller(key: str, keys: Iterable[str]) -> str:
    """Return the one fuller name that a short one means: initials, or its last words."""
    fuller = [k for k in sorted(keys) if k != key and _is_short_for(key, k)]
    return fuller[0] if len(fuller) == 1 else key


def _is_short_for(short: str, full: str) -> bool:
    words = full.split()
    main = [w for w in re.split(r"[\s-]+", full) if w and w not in _SMALL]
    if len(main) > 1 and short == "".join(w[0] for w in main):
        return True
    part = short.split()
    return 1 < len(part) < len(words) and words[-len(part) :] == part
