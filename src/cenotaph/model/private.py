"""Accounts -> the names that are no one else's business (CONTRACT: victims and private persons)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cenotaph.model.account import OTHER_LANGUAGE, Account
from cenotaph.model.assertion import Name, Place, Quotation, Toll, Victim, When
from cenotaph.model.base import Part, Span
from cenotaph.model.capitals import (
    PROTECTED,
    YOUNG,
    Offices,
    bare_name,
    is_bodys,
    is_common,
    is_harmed,
    is_loud,
    is_ordinary,
    is_public,
    names_in,
)  # fmt: skip
from cenotaph.model.document import Capture
from cenotaph.model.eponyms import eponyms, is_movement
from cenotaph.model.hidden import Hidden
from cenotaph.model.proper import is_near, proper, told_next

PARTS: tuple[Part, Part] = ("text", "title")
_CONFIDED = {"interview", "medical", "list"}
_PUBLIC = {"official", "party", "ngo", "media"}
_TOKEN = re.compile(r"\w+")
_AGE = rf"(?:0|{YOUNG})"
# Neither "Polo, 11 and 8 points" nor "Polo, 1,428" nor a rank, "Polo (3.)", tells an age.
_YOUNG_AFTER = re.compile(
    rf"\s?(?:\((?:aged? )?{_AGE}\)|,\s(?:aged? )?{_AGE}"
    r"(?:,(?!\d)|[;)]|\.(?=\s|$)|$|\s(?:years?|months?)\sold\b|\sand\s(?=[A-Z])))"
)
_YOUNG_BEFORE = re.compile(rf"\b{_AGE}-(?:year|month|week|day)s?-old(?:\s\w+)?,?\s$", re.IGNORECASE)


def withheld_names(
    accounts: Iterable[Account], *, names: bool, officials: bool = True
) -> frozenset[str]:
    """Return the names that none of these accounts' words may give away, as unified.

    One account may name whom another one tells to be a child: so a name is kept back in all of
    them or in none. With `names` only minors and survivors of sexual violence stay withheld.
    Whatever words with a capital nobody knows for something else are names too: what reading does
    not know for a person is a person all the same. Without `officials` nobody is named for an
    office, or for speaking in public.
    """
    pooled = [set[str]() for _ in PersonsTold._fields]
    for account in accounts:
        for whole, part in zip(
            pooled, persons_told(account, names=names, officials=officials), strict=True
        ):
            whole.update(part)
    return kept_back(PersonsTold(*pooled), names=names)


class PersonsTold(NamedTuple):
    """What accounts tell of persons, as far as it decides whether a name is withheld."""

    victims: AbstractSet[str]  # whose names are withheld
    known: AbstractSet[str]  # of organizations, and of who speaks in public; in lower case
    persons: AbstractSet[str]
    unknown: AbstractSet[str]  # may be names
    adults: AbstractSet[str]  # whom it tells to be of age
    speaking: AbstractSet[str]
    places: AbstractSet[str]  # that were looked up: they stand in the record; in lower case


def persons_told(account: Account, *, names: bool, officials: bool = True) -> PersonsTold:
    """Return what one account tells of persons: what all tell is the union of each part."""
    return PersonsTold(
        victims={
            name
            for v in _victims(account)
            if is_withheld(v, names=names) and (name := bare_name(v.name or ""))
        },
        known=set(_known(account, public=officials and not names)),
        persons=set(_persons(account, names=names, officials=officials)),
        unknown=set(_unknown(account, names=names, officials=officials)),
        adults=set(_adults(account) if names else ()),
        speaking=set(_speakers(account) if names else ()),
        places=set(_places(account)),
    )


def kept_back(told: PersonsTold, *, names: bool) -> frozenset[str]:
    """Return the names that are withheld by what all accounts tell.

    A place of the record that one account names without calling it a place ("the Tarsk market")
    is no name that nobody knows.
    """
    unknown = {name for name in told.unknown if name.casefold() not in told.places}
    if names:
        speak = told.speaking | {word for name in told.speaking for word in name.split()}
        unknown = unknown - told.adults - speak
    named = (name for name in told.persons | unknown if name.casefold() not in told.known)
    return frozenset(told.victims | set(named))


def confided(capture: Capture) -> bool:
    """Tell whether whoever told it may be a private person who told it in confidence."""
    return capture.source_kind in _CONFIDED


def source_names(captures: Iterable[Capture]) -> frozenset[str]:
    """Return the names of those who told what staff wrote down, whole and word by word.

    They stay withheld whatever is asked for: who talks to a recorder may be in danger for it.
    """
    told = {" ".join(c.author.split()) for c in captures if c.author and confided(c)}
    parts = {w for name in told for w in _TOKEN.findall(name) if w[0].isupper() and len(w) > 1}
    return frozenset(told | {w for w in parts if not is_common(w)})


def is_withheld(victim: Victim, *, names: bool) -> bool:
    """Tell whether a victim's name is withheld."""
    return victim.name is not None and (not names or _needs_decision(victim))


def _needs_decision(victim: Victim) -> bool:
    """Minors and survivors of sexual violence are named by written decision only."""
    minor = victim.age is not None and victim.age < 18
    return minor or victim.outcome == "sexual violence"


def _victims(account: Account) -> Iterator[Victim]:
    return (c.value for c in account.claims if isinstance(c.value, Victim))


def _persons(account: Account, *, names: bool, officials: bool) -> Iterator[str]:
    """Yield the persons an account names, for whatever reason; with `names` the protected only."""
    public = _titled(account) if officials and not names else frozenset()
    nobodys = {part: eponyms(account.document.words(part)) for part in PARTS}
    minors = {v.name.casefold() for v in _victims(account) if v.name and _needs_decision(v)}
    minors.update(_young(account) if names else ())
    for mark in account.marks:
        value = mark.value
        if isinstance(value, Name) and value.kind == "person":
            name = value.name.casefold()
            own = bare_name(value.name)
            at = nobodys[mark.span.part]
            if value.name in public or is_movement(value.name) or _lies_in(mark.span, at):
                continue
            if (
                own
                and not is_ordinary(own)
                and (not names or any(_shares(name, minor) for minor in minors))
            ):
                yield own


def _places(account: Account) -> Iterator[str]:
    """Yield the places of an account that a gazetteer knows."""
    for claim in account.claims:
        if isinstance(claim.value, Place) and claim.value.geonames and claim.value.name:
            yield claim.value.name.casefold()


def _lies_in(span: Span, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in stretches)


def _titled(account: Account) -> frozenset[str]:
    """Return whom an account calls by the highest titles, as unified, and tells no harm of.

    Also what reading took for a person though a force or a road is called so. Who is "President Ana
    Roth" once is no private person as "Roth" in the same account; another account has to say so
    itself: a private person may be called Roth there, as may whoever lives in Roth road.
    """
    titled: set[str] = set()
    bodies: set[str] = set()
    others: set[str] = set()
    hurt = {v.name for v in _victims(account) if v.name}
    for mark in account.marks:
        value, span = mark.value, mark.span
        if isinstance(value, Name) and value.kind == "person":
            words, at = account.document.words(span.part), (span.start, span.end)
            if is_public(words, *at):
                titled.add(value.name)
            elif is_bodys(words, *at):
                bodies.add(value.name)
            else:
                (hurt if is_harmed(words, *at) else others).add(value.name)
    clear = (titled | (bodies - others)) - hurt
    others |= hurt | bodies
    return frozenset(n for n in clear if not any(_shares(n, o) for o in others - clear))


def _young(account: Account) -> Iterator[str]:
    """Yield the persons whose age stands right beside the name and is a child's: "Wen Bo, 7".

    Whether harm befell them or not: what an output quotes may name who only stood by.
    """
    for mark in account.marks:
        if isinstance(mark.value, Name) and mark.value.kind == "person":
            words, span = account.document.words(mark.span.part), mark.span
            before = words[max(0, span.start - 60) : span.start]
            if _YOUNG_AFTER.match(words, span.end) or _YOUNG_BEFORE.search(before):
                yield mark.value.name.casefold()


def _known(account: Account, *, public: bool) -> Iterator[str]:
    """Yield the names that are no private person's: organizations, and who speaks in public."""
    for mark in account.marks:
        if isinstance(mark.value, Name) and mark.value.kind == "organization":
            yield mark.value.name.casefold()
    for claim in account.claims:
        if claim.speaker is not None and claim.speaker.role in _PUBLIC and public:
            yield claim.speaker.name.casefold()


def _unknown(account: Account, *, names: bool, officials: bool) -> Iterator[str]:
    """Yield what may be a name in any sentence that outputs quote.

    With `names`: only what sentences that tell of harm to minors or of sexual violence hold, and
    its parts elsewhere ("Wei" after "a boy named Li Wei").
    """
    told = {c.sentence for c in account.claims}
    told.update(
        Span(start=s.start, end=s.end, part=s.part)
        for s in account.skipped
        if s.why != OTHER_LANGUAGE  # never quoted: names in it are not known
    )
    harm = {c.sentence for c in account.claims if isinstance(c.value, Toll | Victim)}
    grave = _protected(account, harm) if names else told
    offices: Offices = "all" if names else "highest" if officials else "none"
    found = set(_near(account, grave) if names else _capitals(account, told, offices))
    yield from found
    if found and names:
        parts = {word for name in found for word in name.split()}
        others = _capitals(account, told - grave, offices)
        yield from (name for name in others if parts.issuperset(name.split()))


def _capitals(account: Account, spans: AbstractSet[Span], offices: Offices) -> Iterator[str]:
    for part in {s.part for s in spans}:
        words = account.document.words(part)
        known = others(account, part, None, officials=offices != "none")
        for span in (s for s in spans if s.part == part):
            for start, end in names_in(words, span.start, span.end, known, offices=offices):
                yield " ".join(words[start:end].split())


def _near(account: Account, spans: AbstractSet[Span]) -> Iterator[str]:
    """Yield who may be the minor or the survivor that some sentences tell of.

    That is a name near the words for one ("a boy named Wen Bo"); where sexual violence is told of,
    any name in the sentence. A long sentence's other names are printed.
    """
    survived = {c.sentence for c in account.claims if _is_grave(c.value)}
    elsewhere = {
        m.value.name
        for m in account.marks
        if isinstance(m.value, Place)
        or (isinstance(m.value, Name) and m.value.kind == "organization")
    }
    for part in {s.part for s in spans}:
        words = account.document.words(part)
        known = others(account, part, None)
        for span in (s for s in spans if s.part == part):
            after = told_next(words, span.end, known, survived=span in survived)
            yield from (name for name in after if name not in elsewhere)
            loud = is_loud(words[span.start : span.end])
            runs = names_in(words, span.start, span.end, known, offices="all")
            for start, end in (p for run in runs for p in proper(words, *run, loud=loud)):
                if span in survived or is_near(words, start, end, (span.start, span.end)):
                    yield " ".join(words[start:end].split())


def _protected(account: Account, spans: AbstractSet[Span]) -> set[Span]:
    """Return the stretches that tell of a minor or of sexual violence."""
    words = {part: account.document.words(part) for part in PARTS}
    told = {s for s in spans if PROTECTED.search(words[s.part], s.start, s.end)}
    return told | {c.sentence for c in account.claims if _is_grave(c.value)}


def _adults(account: Account) -> Iterator[str]:
    """Yield whom an account tells to be of age and no survivor of sexual violence."""
    for victim in _victims(account):
        if victim.name and victim.age and victim.age >= 18 and not _is_grave(victim):
            yield victim.name


def _speakers(account: Account) -> Iterator[str]:
    """Yield whom an account reports to speak: who is in the news for words is no victim of it."""
    for claim in account.claims:
        if claim.speaker is not None:
            yield claim.speaker.name
    for mark in account.marks:
        if isinstance(mark.value, Quotation) and mark.value.speaker:
            yield mark.value.speaker


def _is_grave(value: object) -> bool:
    return isinstance(value, Toll | Victim) and value.outcome == "sexual violence"


def others(
    account: Account, part: Part, hidden: Hidden | None, *, officials: bool = True
) -> bytearray:
    """Return zeros where words of a part may be a private person's name.

    Places that were looked up, days and what is called after persons count 2, other names 1.
    Without `hidden` no person but who speaks in public or holds a high office is another; without
    `officials` these are none.
    """
    kinds = bytearray(len(account.document.words(part)))
    public = _public(account) if hidden is None and officials else frozenset()
    for mark in account.marks:
        kind, span = _kind(mark.value, public, hidden), mark.span
        if kind and span.part == part:
            kinds[span.start : span.end] = bytes([kind]) * (span.end - span.start)
    for start, end in eponyms(account.document.words(part)):
        kinds[start:end] = b"\2" * (end - start)
    return kinds


def _public(account: Account) -> frozenset[str]:
    speaking = {c.speaker.name for c in account.claims if c.speaker and c.speaker.role in _PUBLIC}
    return _titled(account) | speaking


def _kind(value: object, public: frozenset[str], hidden: Hidden | None) -> int:
    match value:
        case When():
            return 2
        case Place():
            return 2 if value.geonames else 1
        case Name():
            return int(_is_other(value, public, hidden))
        case _:
            return 0


def _is_other(name: Name, public: frozenset[str], hidden: Hidden | None) -> bool:
    if name.kind == "organization":
        return True
    return name.name in public if hidden is None else bare_name(name.name) not in hidden


def _shares(name: str, other: str) -> bool:
    """Tell whether a name is another or a part of it: "Omar Haddad", "Haddad"."""
    return name == other or name in other.split() or other in name.split()
