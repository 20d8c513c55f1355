"""Whose people had a part in it: "members of the front took part in the killing", "signed by".

Blame that is told of a group through its people or its papers: taking part in a deed, being
charged with it or suspected of it, a deed that "involved" them, a note at the scene that they
signed, who was kidnapped in their hands. What is said only to be possible ("may have been carried
out by") is blame less surely.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cenotaph.model import Claim, Responsibility, Span, Stance, identified
from cenotaph.text import clauses
from cenotaph.text.groups import is_states_force, party_named
from cenotaph.text.making import claim_of
from cenotaph.text.modality import modality
from cenotaph.text.parties import Party, parties_at
from cenotaph.text.party_speakers import blamer
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import NamePhrase, Reading, Sentence

_PART = frozenset({"participate", "involve", "implicate"})
_CHARGE = frozenset({
    "charge", "suspect", "indict", "link", "connect", "incriminate", "convict", "sentence", "jail",
})  # fmt: skip
_ARREST = frozenset({"arrest", "detain", "question"})
_PAPERS = frozenset({"leaflet", "leaflets", "note", "notes", "communique", "pamphlet", "pamphlets",
                     "flyers", "flag", "flags", "slogans", "message", "messages", "banner",
                     "banners", "graffiti"})  # fmt: skip
_LEAVING = frozenset({"find", "leave", "drop", "scatter", "abandon", "discover", "hang", "paint"})
_ABDUCTION = "Abduction/forced disappearance"
_CAPTIVE = frozenset({"hold", "release", "free"})
_CAPTIVITY = frozenset({"hostage", "hostages", "captive", "captives", "captivity"})
_PART_IN, _PAPER = 0.8, 0.6


def find(reading: Reading) -> Iterator[Claim]:
    """Yield groups that are said to have had a part in a deed, each once a sentence."""
    for sentence in reading.sentences:
        names = reading.names_at.within(sentence.span)
        seen: set[str] = set()
        for word in range(len(sentence.tokens)):
            for claim in _at(reading, sentence, word, names):
                if isinstance(claim.value, Responsibility) and claim.value.party not in seen:
                    seen.add(claim.value.party)
                    yield claim


def _at(
    reading: Reading, sentence: Sentence, word: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    token = sentence.tokens[word]
    lemma = token.lemma.lower()
    if lemma == "sign" and token.tag == "VBN":
        yield from _signed(reading, sentence, word, names)
        return
    if token.text.lower() in _PAPERS and _is_left(sentence, word):
        yield from _left(reading, sentence, word, names)
        return
    if lemma in _CAPTIVE and token.pos == "VERB":
        heads, confidence = _captors(reading, sentence, word), _PART_IN
    else:
        heads, confidence = _held(sentence, word, lemma)
    if not heads or not _is_told(sentence, word):
        return
    for head in heads:
        for party in parties_at(sentence, head, names):
            if lemma not in _CAPTIVE or not is_states_force(party.name):
                yield _claim(reading, sentence, word, party, ("blames", confidence))


def _is_told(sentence: Sentence, word: int) -> bool:
    """Tell whether a part in a deed is told as such; what only says who they are is.

    "Ordered the arrest of eight members of the army involved in the massacre".
    """
    token = sentence.tokens[word]
    said = token.dep == "acl" and token.tag == "VBN" and clauses.lower(sentence, word - 1) != "not"
    return said or modality(sentence, word) in {"real", "feared"}


def _captors(reading: Reading, sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Read "the Front is still holding the senator kidnapped in May", "was freed by the Front".

    A state's forces hold and free others than whom they abducted: they are no captors here.
    """
    taken = {m.sub_event_type for m in reading.mentions_at.within(sentence.span)}
    if _ABDUCTION not in taken and _CAPTIVITY.isdisjoint(sentence.lowered):
        return ()
    by, thing = (clauses.kid(sentence, verb, dep) for dep in ("agent", "dobj"))
    if by is not None:
        found = clauses.kid(sentence, by, "pobj")
    else:
        held = thing is not None and _is_person(sentence, thing)
        found = clauses.subject(sentence, verb) if held else None
    return () if found is None else (found,)


def _is_person(sentence: Sentence, index: int) -> bool:
    token, word = sentence.tokens[index], clauses.lower(sentence, index)
    named = token.pos in {"PROPN", "PRON", "NUM"} or word in _CAPTIVITY
    return named or singular(word) in person_words()


def _held(sentence: Sentence, word: int, lemma: str) -> tuple[tuple[int, ...], float]:
    """Return the heads of the phrases that a word says had a part in a deed."""
    token = sentence.tokens[word]
    if lemma in _PART or (lemma == "take" and clauses.lower(sentence, word + 1) == "part"):
        return _taking_part(sentence, word, lemma), _PART_IN
    if token.pos == "VERB" and lemma in _CHARGE and _of_deed(sentence, word):
        passive = clauses.is_passive(sentence, word)
        found = clauses.subject(sentence, word) if passive else clauses.kid(sentence, word, "dobj")
        return _with_members(sentence, found), _PART_IN
    if token.pos == "VERB" and lemma in _ARREST and _for_deed(sentence, word):
        passive = clauses.is_passive(sentence, word)
        found = clauses.subject(sentence, word) if passive else clauses.kid(sentence, word, "dobj")
        return _with_members(sentence, found), _PAPER
    if lemma == "guilty" and token.dep == "acomp" and _of_deed(sentence, word):
        found = clauses.subject(sentence, token.head)
        return (() if found is None else (found,)), _PART_IN
    return (), 0.0


def _taking_part(sentence: Sentence, word: int, lemma: str) -> tuple[int, ...]:
    """Read "X took part in the killing", "X was involved in it", "the attack involved X"."""
    active = lemma == "involve" and not clauses.is_passive(sentence, word)
    subject = clauses.subject(sentence, word)
    if lemma == "implicate" and clauses.has_object(sentence, word):
        found = clauses.kid(sentence, word, "dobj")
        below = [] if found is None else sentence.subtree(found)
        deed = _of_deed(sentence, word) or any(_is_deed(sentence, i) for i in below)
        return _with_members(sentence, found) if deed else ()
    if active and sentence.tokens[word].tag != "VBN":
        told = subject is not None and _is_deed(sentence, subject)
        found = clauses.kid(sentence, word, "dobj") if told else None
    else:
        found = subject if _of_deed(sentence, word) else None
    return () if found is None else (found,)


def _with_members(sentence: Sentence, found: int | None) -> tuple[int, ...]:
    """Return a phrase's head, and those told as members of a group with it.

    "Charged three officers, including a major, and six members of the armed forces".
    """
    if found is None:
        return ()
    rest = (i for i in sentence.subtree(found) if i > found)
    return (found, *(i for i in rest if clauses.lower(sentence, i) in {"members", "elements"}))


def _of_deed(sentence: Sentence, verb: int) -> bool:
    """Tell whether a deed of violence hangs on a verb: "in the massacre", "with the murder of"."""
    taken = clauses.kid(sentence, verb, "dobj")
    for kid in (*sentence.kids[verb], *(() if taken is None else sentence.kids[taken])):
        if kid > verb and clauses.lower(sentence, kid) in {"in", "with", "of", "to", "for", "part"}:
            below = sentence.subtree(kid)
            if any(_is_deed(sentence, i) for i in below[:8]):
                return True
    return False


def _for_deed(sentence: Sentence, verb: int) -> bool:
    """Tell for what somebody is arrested: "for the murder", "in connection with the attack"."""
    for kid in sentence.kids[verb]:
        below = sentence.subtree(kid)
        linked = any(clauses.lower(sentence, i) == "connection" for i in below[:2])
        if kid > verb and (linked or clauses.lower(sentence, kid) in {"for", "over"}):
            return any(_is_deed(sentence, i) for i in below[:8])
    return False


def _is_deed(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    deeds = party_words("open") | {"crime", "crimes", "massacres", "death", "deaths", "shooting"}
    if token.pos == "VERB":
        return token.tag == "VBG" and token.lemma.lower() in party_words("act")
    return token.text.lower() in deeds | party_words("object") - {"car", "truck", "building"}


def _signed(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "leaflets signed by the front were found at the scene": its word that it did it."""
    token = sentence.tokens[verb]
    paper = clauses.lower(sentence, token.head) if token.dep == "acl" else ""
    if paper not in _PAPERS or not reading.mentions_at.within(sentence.span):
        return
    for kid in sentence.kids[verb]:
        head = clauses.kid(sentence, kid, "pobj")
        if clauses.lower(sentence, kid) == "by" and head is not None:
            for party in parties_at(sentence, head, names):
                yield _claim(reading, sentence, verb, party, ("claims-responsibility", _PAPER))


def _is_left(sentence: Sentence, paper: int) -> bool:
    """Tell whether a paper or a flag was left where something was done."""
    verb = sentence.tokens[sentence.tokens[paper].head]
    return verb.lemma.lower() in _LEAVING and sentence.tokens[paper].dep in {"dobj", "nsubjpass"}


def _left(
    reading: Reading, sentence: Sentence, paper: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "a flag of the front was found at the scene", "left leaflets of the front"."""
    if reading.mentions_at.before(sentence.span.part, sentence.span.end) is None:
        return
    for kid in sentence.kids[paper]:
        head = clauses.kid(sentence, kid, "pobj")
        if clauses.lower(sentence, kid) in {"of", "from"} and head is not None:
            for party in parties_at(sentence, head, names):
                if not is_states_force(party.name):
                    yield _claim(reading, sentence, paper, party, ("claims-responsibility", _PAPER))


def _claim(
    reading: Reading, sentence: Sentence, word: int, party: Party, held: tuple[Stance, float]
) -> Claim:
    evidence: Span = sentence.span_of(min(word, party.first), max(word, party.last))
    stance, confidence = held
    claim = claim_of(
        reading,
        Responsibility(party=party_named(reading, party.name, evidence)),
        evidence,
        extractor="involvement",
        confidence=confidence,
    )
    told = sentence.tokens[word].lemma.lower() in _CHARGE | _ARREST and claim.voice == "narrator"
    speaker = blamer(sentence, word) if told else None
    if speaker is not None:
        claim = replace(claim, voice="speaker", speaker=speaker)
    return identified(replace(claim, stance=stance))
