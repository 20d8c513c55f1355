"""Sentences -> acts of violence with the party behind them, as some voice tells it.

"Ruritanian forces shelled the port", "killed by rebels", "the army's raid on a camp", "Ruritanian
air strikes". An act whose doer is no party (a person, gunmen whom nobody knows) is none here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.act_nouns import (
    RUINS,
    TO_DO,
    is_dating,
    is_launch,
    is_means,
    is_part_of_thing,
    is_search,
    is_victim_of_deed,
    ruins_arms,
    takes_captive,
)
from cenotaph.text.apposed import named_parties
from cenotaph.text.doers import (
    CULPRITS,
    HELD,
    agent,
    before_bracket,
    behind_doer,
    called_by,
    side_of,
)
from cenotaph.text.event_words import things
from cenotaph.text.modality import Modality, modality
from cenotaph.text.owners import owner
from cenotaph.text.parties import Party, is_self, led_group, parties_at, shared
from cenotaph.text.party_words import country_named, party_words, seat_named
from cenotaph.text.persons import singular
from cenotaph.text.reading import NamePhrase, Reading, Sentence

_SAYING = frozenset({"say", "add", "report", "announce", "state", "write", "tell"})
_DASHES = frozenset({"--", "—", "–"})
_PARTICLES = {"hit": ("back", "out"), "shoot": ("down",), "strike": ("down", "back", "out"),
              "bring": ("down",), "lay": ("down",)}  # fmt: skip
_ORDERING = frozenset({"organize", "organise", "order", "mastermind", "plan", "direct"})
_ABLAZE = frozenset({"fire", "afire", "ablaze", "aflame"})
_GUISES = frozenset({"dressed", "disguised", "posing", "masquerading", "clad"})
_AIRBORNE = frozenset({"air", "drone", "missile", "rocket", "artillery", "mortar"})
_ARRESTS = frozenset({"detain", "arrest"})  # of suspects as often as of victims
_SURE, _LIKELY = 0.95, 0.7  # as the rules of responsibility in confidence.tsv
_COUNTING = frozenset({"one", "some", "several", "series", "number", "score", "dozens", "hundreds",
                       "part", "section", "stretch"})  # fmt: skip
_OFTEN = frozenset({"often", "frequently", "regularly", "routinely", "usually", "typically"})
_HURT = frozenset({"injure", "wound"})
_TAKING = frozenset({"murder", "assassinate", "kidnap", "abduct"})  # never without an object
# "Ruiz's murder" names who suffered it; "the army's murder of Ruiz", who did it
_SUFFERED = frozenset({"murder", "assassination", "killing", "slaying", "execution", "kidnapping",
                       "abduction"})  # fmt: skip


class Act(msgspec.Struct, frozen=True):
    """One act: its word, who did it, and whether the words say that it happened."""

    sentence: Sentence
    word: int
    party: Party | None  # None: the speaker's own side ("we", "its fighters")
    modality: Modality
    evidence: Span
    confidence: float


def acts(reading: Reading) -> tuple[Act, ...]:
    """Return the acts of violence with a doer, in reading order."""
    return reading.once(_acts)


def acts_in(reading: Reading, sentence: Sentence) -> tuple[Act, ...]:
    """Return the acts of one sentence."""
    return reading.once(_by_sentence).get(sentence.number, ())


def _by_sentence(reading: Reading) -> dict[int, tuple[Act, ...]]:
    groups = itertools.groupby(acts(reading), key=lambda act: act.sentence.number)
    return {number: tuple(inside) for number, inside in groups}


def _acts(reading: Reading) -> tuple[Act, ...]:
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Act]:
    for sentence in (s for s in reading.sentences if s.row is None):
        names = reading.names_at.within(sentence.span)
        for index in range(len(sentence.tokens)):
            yield from _at(sentence, index, names)


def is_habit(act: Act) -> bool:
    """Tell what is done at all times from a deed: "it hits only rebels", "has often bombed"."""
    word = act.sentence.tokens[act.word]
    present = word.tag in {"VBZ", "VBP"}
    near = {clauses.lower(act.sentence, i) for i in range(act.word - 2, act.word + 3)}
    often = _OFTEN & {clauses.lower(act.sentence, i) for i in (act.word - 2, act.word - 1)}
    first = clauses.lower(act.sentence, act.party.first) if act.party is not None else ""
    own = first in {"a", "an"} and word.dep == "relcl"  # "a government that bombs its people"
    return bool(often) or (present and (own or bool(near & {"only", "exclusively", "solely"})))


def may_have(act: Act) -> bool:
    """Tell whether words suspect who did it: "the attack could have been carried out by rebels"."""
    left = set(act.sentence.lowered[max(0, act.word - 5) : act.word])
    return {"have", "been"} <= left and bool(left & {"could", "may", "might"})


def _at(sentence: Sentence, index: int, names: list[NamePhrase]) -> Iterator[Act]:
    token = sentence.tokens[index]
    if token.pos == "VERB" and is_violent(sentence, index):
        yield from _of_verb(sentence, index, names)
    elif token.pos in {"NOUN", "PROPN"}:
        yield from _of_noun(sentence, index, names)


def is_violent(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb does violence; "launched", "carried out" by what they take."""
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma not in party_words("act"):
        return lemma in {"take", "seize"} and takes_captive(sentence, verb)
    following = [clauses.lower(sentence, i) for i in range(verb + 1, verb + 11)]
    if following[0] in _PARTICLES.get(lemma, ()) or ruins_arms(sentence, verb):
        return False  # "laid down their lives in the ambush"
    if lemma == "burn" and clauses.kid(sentence, verb, "dobj", "nsubjpass", "agent") is None:
        return False  # "five guards burned to death"
    if lemma in {"open", "set"}:
        return not _ABLAZE.isdisjoint(following[: 2 if lemma == "open" else 10])
    needy = lemma in party_words("needs") | party_words("hurl")
    blown = lemma == "blow" and "up" in following[:5]
    return not needy or blown or _takes_violence(sentence, verb, lemma)


def _takes_violence(sentence: Sentence, verb: int, lemma: str) -> bool:
    """Tell whether what a verb takes makes it violent: "planted a bomb", "planned the killing"."""
    if lemma in _ORDERING:
        thing = clauses.kid(sentence, verb, "dobj", "nsubjpass")
        return thing is not None and clauses.lower(sentence, thing) in party_words("of") | CULPRITS
    objects = _objects(sentence, verb)
    if lemma in RUINS and not things().keys().isdisjoint(singular(o) for o in objects):
        return True  # "rebels destroyed a bridge"
    if lemma in party_words("hurl"):
        return bool(objects & party_words("hurled"))
    if lemma == "carry" and clauses.lower(sentence, verb + 1) in {"it", "them", "this"}:
        # "carried it out", not "out of the house"
        following = sentence.lowered[verb + 2 : verb + 4]
        return following[:1] == ("out",) and following[1:] != ("of",)
    if lemma == "fire" and _is_shooting(sentence, verb, objects):
        return True
    return bool(objects & party_words("object")) and not is_search(sentence, verb)


def _is_shooting(sentence: Sentence, verb: int, objects: set[str]) -> bool:
    """Tell shots from a dismissal: "fired on the crowd", "said that its men had fired"."""
    if objects & (party_words("arm") | {"on", "at", "into", "against", "upon"}):
        return True
    active = sentence.tokens[verb].tag in {"VBD", "VBN"} and not clauses.is_passive(sentence, verb)
    doer = clauses.kid(sentence, verb, "nsubj") if active else None
    armed = party_words("state") | party_words("rebel") | party_words("member")
    thing = clauses.kid(sentence, verb, "dobj", "dative")
    return doer is not None and thing is None and clauses.lower(sentence, doer) in armed


def _objects(sentence: Sentence, verb: int) -> set[str]:
    """Return the words a verb takes: objects, those coordinated with them, prepositions.

    A participle takes the noun before it ("bullets fired by"), "one of its attacks" an attack.
    """
    token = sentence.tokens[verb]
    found = {token.head} if token.dep == "acl" and token.tag == "VBN" else set()
    if token.dep == "conj" and token.tag == "VBN":  # "were planned and carried out by the army"
        found |= {k for k in sentence.kids[token.head] if sentence.tokens[k].dep == "nsubjpass"}
    if clauses.is_passive(sentence, verb):
        # "is believed to have been staged by"; "a strike that, he said, was carried out by"
        found |= {clauses.subject(sentence, verb) or _over(sentence, verb)}
    for kid in sentence.kids[verb]:
        found |= {kid, *sentence.kids[kid]}
        if clauses.lower(sentence, kid) in _COUNTING:
            found |= {i for k in sentence.kids[kid] for i in sentence.kids[k]}
    return {clauses.lower(sentence, i) for i in found}


def _over(sentence: Sentence, verb: int) -> int:
    """Return the noun of which a clause tells: "a STRIKE that they said was carried out"."""
    above = sentence.tokens[sentence.tokens[verb].head]
    return above.head if above.dep == "relcl" else verb


def _of_verb(sentence: Sentence, verb: int, names: list[NamePhrase]) -> Iterator[Act]:
    by = agent(sentence, verb)
    passive = clauses.is_passive(sentence, verb)
    doer = by if by is not None else None if passive else _subject(sentence, verb)
    if doer is None and (known := _held_before(sentence, verb)) is not None:
        for party in parties_at(sentence, known, names):
            yield _act(sentence, verb, party, _SURE, known)
    if doer is None or (by is None and _is_struck(sentence, verb, doer, names)):
        return
    if by is None and is_self(sentence, doer):
        yield _act(sentence, verb, None, _LIKELY, doer)
        return
    arrest = sentence.tokens[verb].lemma.lower() in _ARRESTS
    side = side_of(sentence, doer)
    found = parties_at(sentence, side, names) if side is not None else ()
    found = found or named_parties(sentence, doer, names)
    if (group := led_group(sentence, doer, names)) is not None:
        found = (group,)
    behind = None if found else behind_doer(sentence, doer)
    if behind is not None:
        found = parties_at(sentence, behind, names)
    for party in found:
        yield _act(sentence, verb, party, _LIKELY if arrest else _SURE, doer)


def _held_before(sentence: Sentence, verb: int) -> int | None:
    """Repair "gunmen believed to belong to the Dawn Front killed nine": they did, believed to be.

    The small model takes "believed" for the verb of the sentence, and what they did for a belief.
    """
    token, above = sentence.tokens[verb], sentence.tokens[verb].head
    lemma = sentence.tokens[above].lemma.lower()
    held = token.dep == "ccomp" and lemma in HELD and sentence.tokens[above].tag in {"VBD", "VBN"}
    if not held or token.tag != "VBD" or above > verb:
        return None
    return called_by(sentence, above, lemma)


def _is_struck(sentence: Sentence, verb: int, doer: int, names: list[NamePhrase]) -> bool:
    """Tell whether the subject is what was hit: "Karsa hit as missiles rain on the coast".

    A headline leaves out "was" ("Soldiers killed in raid"); a label too: "Soldiers killed: 30"; and
    so does who is told second: "and 24 soldiers wounded".
    """
    if clauses.lower(sentence, verb + 1) == ":" or ":" in sentence.lowered[doer + 1 : verb]:
        return True
    token = sentence.tokens[verb]
    done = token.tag in {"VBD", "VBN"}
    if done and token.lemma.lower() in _HURT and token.dep != "relcl":
        return clauses.kid(sentence, verb, "dobj", "dative") is None
    if not done or _objects(sentence, verb) & {"on", "at"}:
        return False
    if token.lemma.lower() in _TAKING and token.dep in {"ROOT", "acl", "conj"}:
        behind = [k for k in sentence.kids[verb] if sentence.tokens[k].dep in {"conj", "dobj"}]
        return not behind and clauses.kid(sentence, verb, "dative") is None
    word, counted = sentence.span_of(doer, doer), sentence.tokens[max(0, doer - 1)].pos == "NUM"
    struck = (
        (counted and token.lemma in {"kill", "wound"})  # "two policemen killed"
        or word.part == "title"
        or any(n.kind == "place" and n.scale != "country" and n.span.meets(word) for n in names)
    )
    return struck and clauses.kid(sentence, verb, "dobj", "dative") is None


def _subject(sentence: Sentence, verb: int) -> int | None:
    """Return who does it; a participle after a noun is what was done to it, if nothing follows."""
    token = sentence.tokens[verb]
    perfect = clauses.kid(sentence, verb, "aux") is not None  # "having killed nine"
    if token.tag == "VBN" and (token.dep == "acl" or (token.dep == "advcl" and not perfect)):
        return None  # "gave a figure of 14 killed"
    if _is_of_another(sentence, verb):
        return None
    found = clauses.subject(sentence, verb)
    if found is None and token.dep in {"advcl", "pcomp"}:
        found = clauses.subject(sentence, token.head)
    if found is None or sentence.tokens[found].dep == "nsubjpass":
        return None
    if _is_guise(sentence, found) or _is_address(sentence, verb, found):
        return None
    found = before_bracket(sentence, _led(sentence, _behind_dateline(sentence, found, verb)))
    if token.dep in {"relcl", "acl"} and clauses.kid(sentence, verb, "nsubj") is None:
        return found if found < verb else None
    return None if token.dep == "relcl" and is_victim_of_deed(sentence, verb, found) else found


def _is_address(sentence: Sentence, verb: int, doer: int) -> bool:
    """Tell where it was: "a bomb in Tarsk, Ruritania killed nine", the second comma left out."""
    comma = clauses.chunk_left(sentence, doer) - 1
    where, town = [sentence.tokens[doer].text], sentence.tokens[comma - 1]
    if clauses.lower(sentence, comma) != "," or not (country_named(where) or seat_named(where)):
        return False
    others = (k for k in sentence.kids[verb] if k < comma and sentence.tokens[k].pos == "NOUN")
    return town.dep == "pobj" and next(others, None) is not None


def _is_guise(sentence: Sentence, doer: int) -> bool:
    """Tell whether a subject is only what somebody looked like: "gunmen dressed as police shot"."""
    first = clauses.chunk_left(sentence, doer)
    words = [clauses.lower(sentence, i) for i in range(max(0, first - 2), first)]
    return words[1:] == ["as"] and words[0] in _GUISES


def _is_of_another(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb that the model joins to "said" goes on with what was said.

    "The committee said in a statement that the men came at dawn and burned the huts".
    """
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    if token.dep != "conj" or above.lemma.lower() not in _SAYING:
        return False
    between = range(token.head + 1, verb)
    return any(sentence.tokens[i].dep == "nsubj" for i in between)


def _behind_dateline(sentence: Sentence, subject: int, verb: int) -> int:
    """Repair "San Gavo, 11 Apr -- Red Dawn members shot", "Tarsk, 3 May: gunmen shot": who did."""
    dashes = [i for i in range(subject, verb) if sentence.tokens[i].text in _DASHES | {":"}]
    nouns = range(clauses.verb_group_start(sentence, verb) - 1, dashes[0] if dashes else verb, -1)
    if len(dashes) != 1:
        return subject
    return next((i for i in nouns if sentence.tokens[i].pos in {"NOUN", "PROPN"}), subject)


def _led(sentence: Sentence, subject: int) -> int:
    """Repair "Ruritania led by its president Ivo Karel carried out": not Karel, Ruritania did."""
    for i in range(subject - 1, max(0, subject - 9), -1):
        words = (clauses.lower(sentence, i), clauses.lower(sentence, i + 1))
        if words == ("led", "by") and sentence.tokens[i - 1].pos in {"PROPN", "NOUN"}:
            return i - 1
        if words[0] == ",":
            break
    return subject


def _of_noun(sentence: Sentence, noun: int, names: list[NamePhrase]) -> Iterator[Act]:
    lower = clauses.lower(sentence, noun)
    sure, open_ = lower in party_words("sure"), lower in party_words("open")
    open_ = open_ or is_launch(sentence, noun)
    if not (sure or open_) or is_part_of_thing(sentence, noun) or is_dating(sentence, noun):
        return
    sure |= clauses.lower(sentence, noun - 1) in _AIRBORNE
    by = agent(sentence, noun)
    if by is not None and lower not in party_words("state"):
        for party in parties_at(sentence, by, names):
            yield _act(sentence, noun, party, _SURE, by)
        return
    found = owner(sentence, noun, names)
    if found is None or lower in party_words("state"):
        return
    party, owned = found
    object_of = any(clauses.lower(sentence, k) in TO_DO for k in sentence.kids[noun])
    if owned and lower in _SUFFERED and not object_of and not _is_group(sentence, party):
        return
    if sure or object_of or owned or _is_group(sentence, party) or is_means(sentence, noun):
        for one in shared(sentence, party):
            yield _act(sentence, noun, one, _SURE if sure or object_of else _LIKELY, one.last)


def _is_group(sentence: Sentence, party: Party) -> bool:
    """Tell whether the words are of an armed group: "rebel attack"; a state's may say where.

    So are initials, and names as no force of a state bears: "an FPD raid", "a Dawn Front ambush".
    """
    word = sentence.tokens[party.last].text
    initials = word.isupper() and len(word) > 2 and country_named([word]) is None
    armed = party.name[:1].isupper() and party_words("armed") & {*party.name.lower().split()}
    return word.lower() in party_words("rebel") or initials or bool(armed)


def _act(sentence: Sentence, word: int, party: Party | None, confidence: float, doer: int) -> Act:
    first = party.first if party else clauses.chunk_left(sentence, doer)
    last = party.last if party else doer
    return Act(
        sentence=sentence,
        word=word,
        party=party,
        modality=_modality(sentence, word),
        evidence=sentence.span_of(min(first, word), max(last, word)),
        confidence=confidence,
    )


def _modality(sentence: Sentence, word: int) -> Modality:
    """Return how an act is told; done to nothing, it is denied: "we have struck no hospital".

    What killed has happened, failed or not: "a failed launch by rebels killed four".
    """
    token, kids = sentence.tokens[word], sentence.kids[word]
    if not {"whether", "if"}.isdisjoint(sentence.lowered[k] for k in kids):
        return "question"
    if token.dep == "nsubj" and token.pos == "NOUN" and sentence.tokens[token.head].tag == "VBD":
        return modality(sentence, token.head)
    below = [k for k in kids if clauses.lower(sentence, k) in TO_DO]  # not "with no warning"
    objects = [k for k in kids if sentence.tokens[k].dep == "dobj"]
    objects += [p for k in below for p in sentence.kids[k] if sentence.tokens[p].dep == "pobj"]
    if any(clauses.lower(sentence, k) == "no" for i in objects for k in sentence.kids[i]):
        return "denied"
    return modality(sentence, word)
