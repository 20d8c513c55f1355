"""Who did it, in words that name no act of theirs: "the gang did it", "the fire came from".

So are "the gunmen belonged to the front", "the army was to blame", and the denials of such blame:
"it had no part in it", "the ministry called the claim a lie".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cenotaph.model import Claim, Responsibility, Span, Speaker, Stance, identified
from cenotaph.text import clauses
from cenotaph.text.apposed import named_parties
from cenotaph.text.disowning import disowning, is_of_claim
from cenotaph.text.doers import CULPRITS, HELD, called_by
from cenotaph.text.groups import party_named
from cenotaph.text.making import claim_of, mention_denied
from cenotaph.text.modality import modality
from cenotaph.text.parties import Party, is_self, parties_at
from cenotaph.text.party_speakers import blamer, party_of_speaker, speech_at
from cenotaph.text.party_words import country_named, party_words
from cenotaph.text.reading import NamePhrase, Reading, Sentence
from cenotaph.text.speech import voice_at
from cenotaph.text.sureness import sure

_IT = frozenset({"it", "this", "that"})
_ONESELF = frozenset({"themselves", "himself", "herself"})
_AUTHORS = frozenset({
    "suspect", "suspects", "culprit", "culprits", "perpetrator", "perpetrators", "author",
    "authors", "mastermind", "masterminds",
})  # fmt: skip
_NAMING = frozenset({"name", "identify", "suspect"})
_MISSILES = frozenset({"missile", "missiles", "rocket", "rockets", "shell", "shells"})
_ONLY = frozenset({"only", "solely", "exclusively"})
_DOUBT = frozenset({"suspicion", "suspicions"})
_HALLMARKS = frozenset({"hallmark", "hallmarks", "signature", "stamp", "trademark", "trademarks"})
_DOERS = CULPRITS | {"attacker", "gunman", "assailant", "bomber", "fighters", "militants"}
_CREWED = frozenset({
    "plane", "planes", "jet", "jets", "warplane", "warplanes", "aircraft", "helicopter",
    "helicopters", "gunship", "gunships", "soldiers", "troops", "attackers", "gunmen", "bombers",
})  # fmt: skip
_GROUND = frozenset({
    "position", "positions", "area", "areas", "territory", "base", "bases", "hill", "hills", "side",
})  # fmt: skip
_MORE_DEEDS = frozenset({
    "fire", "bombs", "shells", "blast", "blasts", "explosion", "explosions", "hurling", "throwing",
    "planting", "crime", "crimes",
})  # fmt: skip
_HOLDING = frozenset({"hold", "control", "occupy", "man"})


def find(reading: Reading) -> Iterator[Claim]:
    """Yield who is said to have done, or denies, what the account has told of before."""
    for sentence in reading.sentences:
        known = reading.mentions_at.before(sentence.span.part, sentence.span.end) is not None
        if sentence.part != "text" or not known:
            continue
        names = reading.names_at.within(sentence.span)
        for word, token in enumerate(sentence.tokens):
            if token.pos in {"VERB", "AUX"}:
                yield from _at(reading, sentence, word, names)


def _at(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma == "do":
        yield from _done(reading, sentence, verb, names)
    elif (last := disowning(sentence, verb, lemma)) is not None:
        yield from _denied(reading, sentence, (verb, last), names)
    else:
        heads, surely = _doers(sentence, verb, lemma), True
        if not heads:
            heads, surely = _suspects(sentence, verb, lemma), False
            heads = heads if _has_struck(reading, sentence, verb) else ()
        if heads and _is_told(sentence, verb):
            for head in heads:
                found = named_parties(sentence, head, names, loose=lemma == "belong")
                for party in found or _apposed(sentence, head):
                    claim = _claim(reading, _words(sentence, verb, party), party.name, "blames")
                    by = blamer(sentence, verb) if lemma in _NAMING else None
                    if by is not None and claim.voice == "narrator":
                        claim = identified(replace(claim, voice="speaker", speaker=by))
                    yield claim if surely else _less_surely(claim)


def _less_surely(claim: Claim) -> Claim:
    return replace(claim, confidence=sure("authorship", "suspected"))


def _apposed(sentence: Sentence, head: int) -> tuple[Party, ...]:
    """Return a name that the words behind it call a group: "belonged to Dana Orlo, a militia"."""
    said = clauses.kid(sentence, head, "appos")
    groups = party_words("group") | party_words("rebel")
    if said is None or clauses.lower(sentence, said) not in groups:
        return ()
    first = clauses.chunk_left(sentence, head)
    name = " ".join(t.text for t in sentence.tokens[first : head + 1])
    return (Party(name, first, head),) if name[:1].isupper() else ()


def _words(sentence: Sentence, verb: int, party: Party) -> Span:
    """Return the words that blame: "the planes were Russian", "the army was to blame"."""
    found = [verb, party.first, party.last]
    if sentence.tokens[verb].lemma.lower() == "be":
        subject = clauses.subject(sentence, verb)
        found += [verb if subject is None else subject]
        found += [verb + 2] if _is_to_blame(sentence, verb) else []
    return sentence.span_of(min(found), max(found))


def _is_told(sentence: Sentence, verb: int) -> bool:
    return modality(sentence, verb) == "real" and not _is_negated(sentence, verb)


def _is_negated(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[k].dep == "neg" for k in sentence.kids[verb])


def _done(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "the gang did it", "said a member of the front had done it", "said it had done it"."""
    thing, doer = clauses.kid(sentence, verb, "dobj"), clauses.subject(sentence, verb)
    if thing is None or doer is None or clauses.lower(sentence, thing) not in _IT:
        return
    if not _is_once(sentence, verb) or not _is_told(sentence, verb):
        return
    if is_self(sentence, doer):
        own = party_of_speaker(reading, speech_at(reading, sentence.span_of(doer, verb)))
        if own is not None:
            where = sentence.span_of(doer, thing)
            yield _claim(reading, where, own, "claims-responsibility")
        return
    for party in parties_at(sentence, doer, names):
        yield _claim(reading, sentence.span_of(party.first, thing), party.name, "blames")


def _is_once(sentence: Sentence, verb: int) -> bool:
    """Tell what was done from what is done at times: "the rebels have done it before"."""
    below = {clauses.lower(sentence, k) for k in sentence.kids[verb]}
    past = sentence.tokens[verb].tag == "VBD" or "had" in below
    return past and not below & {"before", "again", "often"}


def _doers(sentence: Sentence, verb: int, lemma: str) -> tuple[int, ...]:
    """Return the heads of the phrases that say who did it."""
    subject = clauses.subject(sentence, verb)
    if subject is None:
        return ()
    if lemma == "be":
        return _of_being(sentence, verb, subject)
    if lemma in {"come", "fire", "launch"}:
        return _fronts(sentence, verb, subject)
    if clauses.lower(sentence, subject) not in _DOERS:
        return ()
    if lemma == "belong":
        return tuple(_objects(sentence, verb, "to"))
    return _held(sentence, verb, lemma) if lemma in HELD else ()


def _fronts(sentence: Sentence, verb: int, subject: int) -> tuple[int, ...]:
    """Read "the fire came from the army", "it was launched from Ruritanian-held territory"."""
    found = tuple(_objects(sentence, verb, "from"))
    if clauses.lower(sentence, subject) in _IT:
        found = tuple(i for i in found if clauses.lower(sentence, i) in _GROUND)
    elif not _is_deed(sentence, subject):
        return ()
    if sentence.tokens[verb].lemma != "come":  # a country says from where: "fired from Ruritania"
        found = tuple(i for i in found if not country_named([sentence.tokens[i].text]))
    holders = (_holder(sentence, i) for i in found)
    return tuple(i for i in holders if i is not None)


def _of_being(sentence: Sentence, verb: int, subject: int) -> tuple[int, ...]:
    """Read "the army was to blame", "the attack was an act by the army", "they were Russian"."""
    if _is_to_blame(sentence, verb):
        return (subject,)
    authors = _authors(sentence, verb) if _is_deed(sentence, subject) else ()
    return authors or _owners(sentence, verb, subject)


def _held(sentence: Sentence, verb: int, lemma: str) -> tuple[int, ...]:
    """Read "the gunmen are believed to be rebels", "identified themselves as members of"."""
    own = clauses.kid(sentence, verb, "dobj")
    themselves = own is not None and clauses.lower(sentence, own) in _ONESELF
    told = sentence.tokens[verb].tag == "VBN" or themselves
    found = called_by(sentence, verb, lemma) if told else None
    return () if found is None else (found,)


def _suspects(sentence: Sentence, verb: int, lemma: str) -> tuple[int, ...]:
    """Return who may have done it: "police suspect the front", "bore the hallmarks of"."""
    subject, thing = clauses.subject(sentence, verb), clauses.kid(sentence, verb, "dobj")
    if lemma == "be" or lemma in _NAMING - {"suspect"}:
        return _called_culprits(sentence, verb, subject)
    if lemma == "use" and _ONLY & set(sentence.lowered[max(0, verb - 1) : verb + 2]):
        return tuple(_objects(sentence, verb, "by"))  # "of a type that is used only by the army"
    if lemma == "fall" and subject is not None and clauses.lower(sentence, subject) in _DOUBT:
        return tuple(_objects(sentence, verb, "on"))
    if thing is None or subject is None or subject > verb:
        return ()
    if lemma == "suspect" and not _is_of_crime(sentence, (verb, thing)):
        return (thing,) if sentence.tokens[thing].pos in {"NOUN", "PROPN"} else ()
    marked = clauses.lower(sentence, thing) in _HALLMARKS and lemma in {"bear", "have", "carry"}
    return tuple(_objects(sentence, thing, "of")) if marked else ()


def _called_culprits(sentence: Sentence, verb: int, subject: int | None) -> tuple[int, ...]:
    """Read "the front is the main suspect", "named the front as the author of the raid"."""
    if sentence.tokens[verb].lemma.lower() == "be":
        if subject is not None and (fired := _fired_by(sentence, verb, subject)) is not None:
            return (fired,)
        said = clauses.kid(sentence, verb, "attr")
        called = said is not None and clauses.lower(sentence, said) in _AUTHORS
        return (subject,) if called and subject is not None else ()
    if _AUTHORS.isdisjoint(clauses.lower(sentence, i) for i in _objects(sentence, verb, "as")):
        return ()
    taken = clauses.kid(sentence, verb, "dobj")
    found = taken if taken is not None else subject
    return () if found is None else (found,)


def _is_of_crime(sentence: Sentence, heads: tuple[int, int]) -> bool:
    """Tell whether somebody is suspected of what is told: "of robbery", which may be another's."""
    told = (i for head in heads for i in _objects(sentence, head, "of"))
    plain = [i for i in told if sentence.tokens[i].text[:1].islower()]
    return any(not (_is_deed(sentence, i) and _is_the(sentence, i)) for i in plain)


def _is_the(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is the one told of: "suspect the front of the attack"."""
    return any(clauses.lower(sentence, k) in {"the", "this"} for k in sentence.kids[noun])


def _authors(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Read "the attack was a crude maneuver by the army and the Union Party"."""
    said = clauses.kid(sentence, verb, "attr")
    return () if said is None else tuple(_objects(sentence, said, "by"))


def _fired_by(sentence: Sentence, verb: int, subject: int) -> int | None:
    """Read "the missile was Russian", of one that struck: a bomb or a drone may be sold."""
    missile = clauses.lower(sentence, subject) in _MISSILES
    the = clauses.lower(sentence, subject - 1) in {"the", "that", "this", "those", "these"}
    said = clauses.kid(sentence, verb, "acomp", "attr") if missile and the else None
    if said is None or said < verb or clauses.lower(sentence, said + 1) == "-":
        return None
    named = country_named([sentence.tokens[said].text]) is not None
    return said if named and sentence.tokens[said].pos == "ADJ" else None


def _has_struck(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell whether a missile is the one told of just before; true of what is no missile."""
    subject = clauses.subject(sentence, verb)
    word = "" if subject is None else clauses.lower(sentence, subject)
    before = reading.before(sentence)
    said = () if before is None else before.lowered
    return word not in _MISSILES or bool({word, f"{word}s", word.removesuffix("s")} & set(said))


def _owners(sentence: Sentence, verb: int, subject: int) -> tuple[int, ...]:
    """Read "said that the planes were Russian"; whose make an arm is tells nothing."""
    said = clauses.kid(sentence, verb, "acomp", "attr")
    crewed = clauses.lower(sentence, subject) in _CREWED
    if said is None or not crewed or said < verb or clauses.lower(sentence, said + 1) == "-":
        return ()
    words = [sentence.tokens[said].text]
    return (said,) if country_named(words) and sentence.tokens[said].pos == "ADJ" else ()


def _objects(sentence: Sentence, verb: int, preposition: str) -> Iterator[int]:
    """Yield the objects of a verb's preposition: "to the gang and to its allies"."""
    preps = [k for k in sentence.kids[verb] if clauses.lower(sentence, k) == preposition]
    for prep in preps:
        for each in clauses.coordinated(sentence, prep):
            found = clauses.kid(sentence, each, "pobj")
            if found is not None:
                yield found


def _is_deed(sentence: Sentence, noun: int) -> bool:
    deeds = party_words("open") | party_words("sure") | _MORE_DEEDS
    return clauses.lower(sentence, noun) in deeds


def _holder(sentence: Sentence, noun: int) -> int | None:
    """Return whose ground it is: "positions held by the army"; a party itself: "came from M23"."""
    if clauses.lower(sentence, noun) not in _GROUND:
        return noun
    for kid in sentence.kids[noun]:
        if sentence.tokens[kid].lemma.lower() in _HOLDING:
            own = clauses.kid(sentence, kid, "npadvmod", "amod")  # "Ruritanian-held territory"
            return next(iter(_objects(sentence, kid, "by")), own)
    return next(iter(_objects(sentence, noun, "of")), noun)  # "positions of the army"


def _is_to_blame(sentence: Sentence, verb: int) -> bool:
    following = [clauses.lower(sentence, i) for i in (verb + 1, verb + 2)]
    return following == ["to", "blame"]


def _denied(
    reading: Reading, sentence: Sentence, words: tuple[int, int], names: list[NamePhrase]
) -> Iterator[Claim]:
    """Yield the denial of a party's own part, in its own words."""
    verb, last = words
    subject = clauses.subject(sentence, verb)
    if subject is None or modality(sentence, verb) not in {"real", "denied"}:
        return
    cue = sentence.span_of(verb, verb)
    if sentence.tokens[verb].lemma.lower() in {"call", "distance"}:
        own = party_of_speaker(reading, next(iter(reading.cues_at.meeting(cue)), None))
        own = own or next((p.name for p in parties_at(sentence, subject, names)), None)
    else:
        own = party_of_speaker(reading, speech_at(reading, cue))
        named = [p.name for p in parties_at(sentence, subject, names)]
        if own not in named and not (is_self(sentence, subject) or is_of_claim(sentence, subject)):
            return  # "police said the man had no part in it"
    if own is not None:
        yield _claim(reading, sentence.span_of(min(subject, verb), last), own, "denies")


def _claim(reading: Reading, evidence: Span, name: str, stance: Stance) -> Claim:
    claim = claim_of(
        reading,
        Responsibility(party=party_named(reading, name, evidence)),
        evidence,
        extractor="authorship",
        confidence=sure("authorship", "told"),
    )
    voice, speaker = voice_at(reading, evidence)
    if voice != "speaker" and stance == "denies":
        voice, speaker = "speaker", Speaker(name=name, role="party")
    of = mention_denied(reading, evidence) if stance == "denies" else None
    return identified(replace(claim, voice=voice, speaker=speaker, stance=stance, of=of))
