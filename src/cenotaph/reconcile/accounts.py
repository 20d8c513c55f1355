"""One resolved account -> what it alone says of each of its incidents, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from cenotaph.model import (
    Account,
    AccountIncident,
    Claim,
    Document,
    Mention,
    People,
    Place,
    Responsibility,
    Toll,
    Victim,
    Weapon,
)
from cenotaph.model.account_days import Days, days_of_events, reported, sound
from cenotaph.model.gazetteer import LOCAL
from cenotaph.model.telling import BARE, Telling
from cenotaph.reconcile.account_places import main_place, place
from cenotaph.reconcile.account_tolls import tolls
from cenotaph.reconcile.parties import one_soldiery
from cenotaph.text.groups import is_states_force
from cenotaph.text.lexicon import grouped
from cenotaph.text.party_words import (
    country_by_code,
    country_named,
    is_nameless,
    is_plain,
    party_words,
)
from cenotaph.text.persons import singular
from cenotaph.text.spans import Spans

_BLAMES = ("claims-responsibility", "admits", "blames", "asserts")
_SHOTS = ("shoot", "shot", "gun", "stab", "murder", "assassin", "massacre", "execut", "behead")
_MURDERS = ("murder", "assassin", "massacre", "execut", "behead", "lynch")
_BRANCHES = frozenset({
    "air", "armed", "national", "security", "military", "treasury", "border", "riot", "coast",
    "special", "royal", "federal", "state", "revolutionary", "presidential",
    "intelligence", "secret",
})  # fmt: skip
_MEN = frozenset({"troops", "soldiers", "units", "patrols", "forces", "men", "members"})
_CORPS = frozenset({"army", "navy", "police", "military", "gendarmerie", "marine"})
_PROTEST = ("Protests", "Peaceful protest")
_FORCE = ("Protests", "Excessive force against protesters")
_GUARDS = frozenset({"police", "soldier", "attacker"})
_CLASH = ("Battles", "Armed clash")
_EXPLOSION = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
_SOME = frozenset(
    {"others", "another", "several", "many", "more", "some", "one", "dozens", "scores"}
)
_MISHAP = "Accident or disaster"
_BLASTS = ("explo", "blast")
_ABDUCTION = ("Violence against civilians", "Abduction/forced disappearance")


def stories(account: Account) -> tuple[AccountIncident, ...]:
    """Return the incidents an account reports; older events told as background are left out."""
    told = reported(account)
    dated = days_of_events(account)
    home = _told_country([c for t in told for c in t.claims])
    found = [_incident(account.document, t, dated[t.event], home) for t in told]
    if found:
        found[0] = replace(found[0], place=main_place(account, found[0].place, told[0]))
        town = found[0].place
        if town is not None and town.country in LOCAL:  # American news is of one town
            found[1:] = [replace(i, place=i.place or town) for i in found[1:]]
    return tuple(found)


def together(
    document: Document, told: Sequence[AccountIncident], claims: Sequence[Claim]
) -> AccountIncident:
    """Return what an account says of one incident that it tells as several events.

    The sums are made anew of all its claims: who is shot in one telling may have died in another.
    """
    first = told[0]
    if len(told) == 1:
        return first
    sums = tolls(document, sorted(sound(claims), key=_reading_order))
    return replace(
        first,
        killed=sums.killed.toll if sums.killed else None,
        injured=sums.injured.toll if sums.injured else None,
        missing=sums.missing.toll if sums.missing else None,
        fallen=sums.fallen,
        outdated=sums.outdated,
    )


def _incident(
    document: Document, telling: Telling, dated: Days, told_home: str | None
) -> AccountIncident:
    claims = sound(telling.claims)
    kind = _kind(document, telling)
    told = tolls(document, claims)
    figure = told.killed or told.injured
    where = place(claims, figure.toll.claims if figure else ())
    home = (where.country if where is not None else None) or _told_country(claims) or told_home
    return AccountIncident(
        incident=telling.event,
        event_type=kind[0],
        sub_event_type=kind[1],
        killed=told.killed.toll if told.killed else None,
        injured=told.injured.toll if told.injured else None,
        missing=told.missing.toll if told.missing else None,
        first=dated[0],
        last=dated[1],
        place=where,
        parties=_parties(document, telling.claims, home),
        fallen=told.fallen,
        outdated=told.outdated,
    )


def _reading_order(claim: Claim) -> tuple[bool, int, int, str]:
    span = claim.evidence
    return (span.part == "text", span.start, span.end, claim.id)


def _kind(document: Document, telling: Telling) -> tuple[str, str | None]:
    """Return the kind of event: by the words beside the victims, else the first plain word."""
    harmed = [(c.sentence, c.value) for c in telling.claims if isinstance(c.value, Toll | Victim)]
    told = Spans(dict.fromkeys(sentence for sentence, _ in harmed), lambda sentence: (sentence,))
    beside = [m for m in telling.mentions if told.holding(m.span)]
    near, who = {m.id for m in beside}, _harmed([value for _, value in harmed])
    fitting = [
        m
        for m in (*beside, *telling.mentions)
        if _is_specific(document, m) and _fits(m, who, beside=m.id in near)
    ]
    fitting = _without_mishaps(document, telling, _without_falls(document, fitting))
    named = [(m.event_type, m.sub_event_type) for m in fitting]
    bombed = any(_is_one_sided(document, m) for m in beside)
    if _is_fighting(telling) and (not bombed or _is_of_both_sides(telling)):
        return _CLASH
    if not named:
        taken = bool(harmed) and all(v.outcome == "abducted" for _, v in harmed)
        return _ABDUCTION if taken else BARE
    if named[0] == _PROTEST and any(_is_hurt(c) for c in telling.claims):
        return _FORCE
    kind = named[0][0]  # "a bombing" may be finer told elsewhere: "the air strike"
    return kind, next((s for k, s in named if k == kind and s is not None), None)


def _is_hurt(claim: Claim) -> bool:
    """Tell whether somebody was killed or injured, who is no soldier and no policeman."""
    value = claim.value
    if isinstance(value, Victim):
        return value.outcome in {"killed", "injured"} and value.role not in _GUARDS
    return (
        isinstance(value, Toll)
        and value.outcome in {"killed", "injured"}
        and value.count.high != 0
        and value.people.status != "combatant"
        and not set(value.people.roles) & _GUARDS
    )


def _without_falls(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Drop what fell where violence is told: "the bombed house collapsed" is a bombing."""
    falls = [m for m in mentions if document.quote(m.span).lower().startswith("collaps")]
    return [m for m in mentions if m not in falls] or falls


def _without_mishaps(
    document: Document, telling: Telling, mentions: Sequence[Mention]
) -> list[Mention]:
    """Take what blew up for no accident where it is told that somebody did it.

    "The attack on the gas works. The explosion wrecked three tankers": what is said of the attack
    is said of the explosion.
    """
    done = (
        any(m.event_type == _EXPLOSION[0] and not _is_blast(document, m) for m in mentions)
        or any(isinstance(c.value, Weapon | Responsibility) for c in telling.claims)
        or any(document.quote(m.span).lower().startswith("attack") for m in telling.mentions)
    )
    kind, finer = _EXPLOSION
    return [
        replace(m, event_type=kind, sub_event_type=finer)
        if done and m.event_type == _MISHAP and _is_blast(document, m)
        else m
        for m in mentions
    ]


def _is_blast(document: Document, mention: Mention) -> bool:
    return document.quote(mention.span).lower().startswith(_BLASTS)


def _is_fighting(telling: Telling) -> bool:
    """Tell whether only fighters are told to be harmed: one armed side fought another.

    A mine or an air strike that killed them stays what it is; whoever is killed beside them with no
    word of who that was ("and wounding another") counts as one of them, and so do policemen, who
    are a state's forces (ACLED codebook).
    """
    harmed = _fallen(telling)
    others = [
        p
        for p in harmed
        if p.status != "combatant" and _tells_who(p.words) and not _are_police(p.words or "")
    ]
    return any(p.status == "combatant" for p in harmed) and not others


def _tells_who(words: str | None) -> bool:
    """Tell whether words say who was harmed; "some 20 others" and "several" do not."""
    return words is not None and words.lower().split()[-1] not in _SOME


def _are_police(words: str) -> bool:
    police = grouped("persons.txt")["police"]
    return any(singular(w) in police for w in words.lower().split())


def _fallen(telling: Telling) -> list[People]:
    return [
        c.value.people for c in telling.claims
        if isinstance(c.value, Toll) and c.value.outcome in {"killed", "injured", "casualties"}
    ]  # fmt: skip


def _is_of_both_sides(telling: Telling) -> bool:
    """Tell whether a state's forces and others lost people: they fought, whatever they fired."""
    told = [{*(p.words or p.side or "").lower().split()} for p in _fallen(telling)]
    rebels, forces = party_words("rebel"), party_words("state") | {"policeman", "guard"}
    return any(words & rebels for words in told) and any(
        words & forces and not words & rebels for words in told
    )


def _is_one_sided(document: Document, mention: Mention) -> bool:
    """Tell whether a word says that nobody fought back: "bomb", "murdered"."""
    word = document.quote(mention.span).lower()
    return mention.event_type == "Explosions/Remote violence" or word.startswith(_MURDERS)


def _is_specific(document: Document, mention: Mention) -> bool:
    """Tell whether a mention's word alone says the kind: "shelling", not "attack"."""
    if (mention.event_type, mention.sub_event_type) != BARE:
        return True
    word = document.quote(mention.span).lower()
    return word.startswith(_SHOTS)


class _Harmed(NamedTuple):
    """Whom an account's telling of an incident names as harmed."""

    anybody: bool
    only_detained: bool
    statuses: frozenset[str]


def _harmed(values: Sequence[Toll | Victim]) -> _Harmed:
    return _Harmed(
        anybody=bool(values),
        only_detained=all(v.outcome == "detained" for v in values),
        statuses=frozenset(v.people.status for v in values if isinstance(v, Toll)),
    )


def _fits(mention: Mention, harmed: _Harmed, *, beside: bool) -> bool:
    """Tell whether a word for a kind of event can name this one.

    A battle somewhere in the account makes no battle of a killing of civilians; an arrest is the
    kind only where nobody was harmed.
    """
    if mention.sub_event_type == "Arrests":
        return harmed.only_detained
    if harmed.anybody and harmed.only_detained and not mention.told:
        return False  # "arrested two men and seized explosives"
    if mention.event_type == "Battles":
        return (
            not harmed.anybody
            or bool(harmed.statuses & {"combatant", "mixed"})
            or (beside and "civilian" not in harmed.statuses)
        )
    return True


def _told_country(claims: Sequence[Claim]) -> str | None:
    """Return the one country of the places told of an incident, or of all, though it lies nowhere.

    Where nothing says where "the Ruritanian army" struck it is at home in the only country told of.
    """
    found = {c.value.country for c in claims if isinstance(c.value, Place)} - {None}
    return found.pop() if len(found) == 1 else None


def _parties(document: Document, claims: Sequence[Claim], home: str | None) -> tuple[str, ...]:
    """Return those held responsible, most plainly blamed first; those named before "rebels".

    A state's own forces that somebody accuses stand beside a group by name: each blames the other.
    """
    own = country_by_code(home) if home is not None else None
    told = [c for c in claims if isinstance(c.value, Responsibility) and c.stance in _BLAMES]
    blamed = [
        (_BLAMES.index(c.stance), i, _force(document, c, own) or c.value.party, c.voice)
        for i, c in enumerate(_without_avengers(told, claims))
        if isinstance(c.value, Responsibility)
    ]
    spelled: dict[str, str] = {}
    for _, _, party, _ in sorted(blamed):
        spelled.setdefault(party.casefold(), party)
    held = tuple(p for p in spelled.values() if not is_nameless(p))
    plain = tuple(p for p in held if not _is_told_finer(p, held))
    named = tuple(p for p in plain if p.removeprefix("al-")[:1].isupper() and not is_plain(p))
    states = any(country_named(p.split()) or p.endswith("oalition") for p in named)
    # "The military said that it had struck", where a state is blamed, is as a rule that state's.
    said = {*_BLAMES[2:]} if states else {*_BLAMES}
    accused = {
        p.casefold() for n, _, p, voice in blamed if voice == "speaker" and _BLAMES[n] in said
    }
    if not named:
        return one_soldiery(plain)
    forces = (p for p in plain if p.casefold() in accused and p[:1].islower())
    return (*named, *one_soldiery([p for p in forces if is_states_force(p)]))


def _without_avengers(blame: Sequence[Claim], claims: Sequence[Claim]) -> Sequence[Claim]:
    """Drop who only claims to have killed fighters, where somebody else is blamed (COUNTING 20a).

    "Rebels killed nine in the village. The army said it had killed 30 rebels in pursuit."
    """
    fighters = {
        c.sentence
        for c in claims
        if isinstance(c.value, Toll) and c.value.outcome == "killed"
        if c.value.people.status == "combatant" or c.value.people.are_attackers
    }
    others = [c for c in blame if c.stance == "blames" or c.sentence not in fighters]
    return others if any(c.sentence not in fighters for c in others) else blame


def _is_told_finer(party: str, held: Sequence[str]) -> bool:
    """Tell whether words are the end of finer ones: "troops", beside "army troops".

    So is "the Coalition", beside "the US-led Coalition".
    """
    return any(other.endswith(f" {party}") for other in held)


def _force(document: Document, claim: Claim, own: str | None) -> str | None:
    """Return which of a country's own forces is meant at home: "air force", "national police".

    Abroad they are their country: "Ruritanian jets" are Ruritania. Whose troops they are is told
    before them: "army troops" are the army.
    """
    if not isinstance(claim.value, Responsibility) or claim.value.party != own:
        return None
    said = document.quote(claim.evidence).split()
    words, state = [w.lower() for w in said], party_words("state")
    told = [n for n in range(len(words) - 1, -1, -1) if words[n] in state]
    whose = next((n for n, word in enumerate(said) if country_named([word]) == own), len(said))
    # "Ruritania's army and the Reed Forces accused each other": the one behind its name
    at = next((n for n in reversed(told) if n > whose), next(iter(told), None))
    if at is None:
        return None
    while words[at + 1 : at + 2] and words[at + 1] in state:
        at += 1
    if at > 0 and words[at] in _MEN and words[at - 1] in _CORPS:
        at -= 1
    kind = at > 0 and words[at - 1] in _BRANCHES
    force = " ".join(words[at - kind : at + 1])
    return None if force == "forces" else force  # "Ruritanian forces": of whatever branch
