"""Who is held responsible by whom -> the actors of a table, as far as the record knows them."""

from __future__ import annotations

import re

from cenotaph.model import Blame, Incident, Place, Value
from cenotaph.model.groups import by_key
from cenotaph.text.party_kinds import is_rebel, is_states
from cenotaph.text.party_words import ARTICLE, country_named

# ACLED's codes of actors. Groups are told by common nouns only, never by a list of one war's names.
STATE, REBEL, POLITICAL, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 2, 3, 5, 6, 7, 8
_POLITICAL = re.compile(
    r"\b(?:militias?|militiam[ae]n|gangs?|cartels?|mafias?|paramilitar\w+)\b", re.IGNORECASE
)
_OWN_FORCES = re.compile(r"\b(?:police|policem[ae]n|gendarmes?|gendarmerie)$", re.IGNORECASE)
_RIOTERS = re.compile(r"\b(?:rioters?|mobs?)$", re.IGNORECASE)
_PROTESTERS = re.compile(r"\b(?:protest[eo]rs?|demonstrators?|marchers)$", re.IGNORECASE)


class Held(Value):
    """A party, and who holds it responsible or clears it."""

    party: str
    blamed: tuple[str, ...] = ()  # by whom; "" for the accounts themselves
    owned: bool = False  # it admits the act or claims it
    denied: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether anybody holds it responsible, itself included."""
        return self.owned or bool(self.blamed)

    @property
    def words(self) -> str:
        """The party and what is said: "Lake Brigade (claimed by itself; doubted by police)"."""
        by = ", ".join(b for b in self.blamed if b)
        told = [
            *([f"blamed by {by}" if by else "blamed"] if self.blamed else []),
            *(["claimed or admitted by itself"] if self.owned else []),
            *([_by("denied", self.denied)] if self.denied else []),
            *([_by("doubted", self.doubted)] if self.doubted else []),
        ]
        return f"{self.party} ({'; '.join(told)})"


def held(incident: Incident) -> tuple[Held, ...]:
    """Return each party that somebody speaks of, the one most often blamed first."""
    found = by_key(incident.responsibility, lambda blame: blame.party)
    return tuple(_held(party, blames) for party, blames in found.items())


def responsible(incident: Incident) -> tuple[Held, ...]:
    """Return those who are held responsible; nobody where two who cannot be one are.

    To choose between them is a person's judgement; both stand in the words beside.
    """
    if any(c.kind == "two parties" for c in incident.conflicts):
        return ()
    return tuple(h for h in held(incident) if h.is_held)


def kind_of_party(party: str, home: str | None) -> int | None:
    """Return ACLED's code of an actor; None where its name alone does not tell.

    `home` is the name of the country the incident is in: another state's forces are external.
    """
    plain = ARTICLE.sub("", party, count=1)
    if (state := party_country(party)) is not None:
        return None if home is None else STATE if state == home else EXTERNAL
    for pattern, code in (
        (_OWN_FORCES, STATE),
        (_RIOTERS, RIOTERS),
        (_PROTESTERS, PROTESTERS),
        (_POLITICAL, POLITICAL),
    ):
        if pattern.search(plain):
            return code
    words = plain.split()
    return REBEL if words and plain == plain.lower() and is_rebel(words) else None


def is_state(party: str) -> bool:
    """Tell whether a party is a state or its forces, whosesoever: "Russia", "the army"."""
    plain = ARTICLE.sub("", party, count=1)
    words = plain.split()
    if not words:
        return False
    body = plain == plain.lower() and is_states(words) and not is_rebel(words)
    return body or country_named(words) is not None or _OWN_FORCES.search(plain) is not None


def party_country(party: str) -> str | None:
    """Return the country whose name, adjective or seat of government a party is, if it is one."""
    return country_named(ARTICLE.sub("", party, count=1).split())


def is_group(party: str) -> bool:
    """Tell whether a party is a group of no state: one with a name of its own, or "rebels"."""
    plain = ARTICLE.sub("", party, count=1)
    words = plain.split()
    return bool(words) and not is_state(party) and (plain != plain.lower() or is_rebel(words))


def home_of(incident: Incident) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country an incident is in, where it is known."""
    place = incident.place.value if incident.place else None
    return place.country if isinstance(place, Place) else None


def _held(party: str, blames: list[Blame]) -> Held:
    def by(*stances: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(b.speaker or "" for b in blames if b.stance in stances))

    return Held(
        party=party,
        blamed=by("blames", "asserts"),
        owned=bool(by("admits", "claims-responsibility")),
        denied=by("denies"),
        doubted=by("doubts"),
        claims=tuple(dict.fromkeys(c for b in blames for c in b.claims)),
    )


def _by(verb: str, speakers: tuple[str, ...]) -> str:
    named = ", ".join(filter(None, speakers))
    return f"{verb} by {named}" if named else verb
