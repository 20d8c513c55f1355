"""An act whose doer is "it" or "they" -> whether that is who speaks, and whom else it means."""

from __future__ import annotations

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.acts import Act
from cenotaph.text.harms_in import told
from cenotaph.text.parties import Party, parties_at
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import NamePhrase, Reading, Sentence, Speech

_REACH = 5  # sentences back to those whom "they" means
_GOES_ON = frozenset({"they", "it"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_thing(reading: Reading, act: Act, speech: Speech | None) -> bool:
    """Tell whether "it" is no party: a person says of a bomb that "it hit the workers"."""
    if speech is None or speech.source is None:
        return True
    if reading.document.quote(act.evidence).split()[0].lower() != "it":
        return False
    source = speech.source
    return any(n.kind == "person" for n in reading.names_at.within(source))


def is_claim_denied(act: Act, speech: Speech | None) -> bool:
    """Tell whether others deny what somebody claims: "its claim that rebels did it is false"."""
    own = any(act.sentence.tokens[k].dep == "neg" for k in act.sentence.kids[act.word])
    claimed = speech is not None and str(speech.verb).startswith("n:")
    return act.modality == "denied" and claimed and not own


def is_others(reading: Reading, act: Act, speech: Speech | None) -> bool:
    """Tell whether "they" are not who speaks: "They burned nine huts, the government said".

    A pronoun before its speaker means somebody told of earlier; a government is no "they". Nor does
    who is quoted call itself so: "They have attacked us all," said the union.
    """
    if speech is None or speech.source is None:
        return False
    word = reading.document.quote(act.evidence).split()[0].lower()
    if speech.direct:
        return word == "they"
    if word in {"his", "her"}:
        return not _is_one_person(reading, speech.source)
    last = reading.document.quote(speech.source).split()[-1].lower()
    if word not in {"it", "they"}:
        return False
    return act.evidence.start < speech.source.start or (
        word == "they" and last in party_words("state") | {"source"} and not last.endswith("s")
    )


def _is_one_person(reading: Reading, source: Span) -> bool:
    """Tell whether a source is a man who has men: "the commander said that his men had fired"."""
    many = party_words("state") | party_words("rebel")
    words = {w.strip(",'’") for w in reading.document.quote(source).lower().split()} - many
    named = any(n.kind == "person" for n in reading.names_at.within(source))
    return named or any(w in person_words() and singular(w) == w for w in words)


def meant(reading: Reading, act: Act, speech: Speech | None) -> Party | None:
    """Return the party that "they" means ("The militia came at dawn. They shot my father").

    It is the one that the nearest sentence has for a subject, if that has no other people for one
    and all between go on with "they". What somebody tells of "they" in indirect speech may be of
    anybody; what harmed nobody ("they attacked the plan") is no deed of theirs.
    """
    if not _is_by_them(reading, act):
        return None
    if speech is not None and not (speech.direct and speech.source is None):
        return None
    own = act.sentence.number
    for sentence in reversed(reading.sentences[max(0, own - _REACH) : own + 1]):
        inside = speech is None or any(c.meets(sentence.span) for c in speech.contents)
        until = act.word if sentence.number == own else len(sentence.tokens)
        found, others = _subjects(reading, sentence, until)
        if sentence.part != act.sentence.part or not inside or others:
            return None
        if found:
            return found[0] if len({p.name for p in found}) == 1 else None
        if not _GOES_ON & set(sentence.lowered[:until]):
            return None
    return None


def _is_by_them(reading: Reading, act: Act) -> bool:
    """Tell whether "they" did it, and somebody was harmed by it, or fire opened."""
    doer = clauses.subject(act.sentence, act.word)
    if doer is None or clauses.lower(act.sentence, doer) != "they":
        return False
    fire = act.sentence.tokens[act.word].lemma.lower() == "open"
    return fire or (act.sentence.number, act.word) in reading.once(_harming)


def _harming(reading: Reading) -> frozenset[tuple[int, int]]:
    """Return the words that tell of a harm as having happened, each in its sentence."""
    real = (i for i in told(reading) if i.modality == "real")
    return frozenset((i.sentence.number, i.harm.trigger) for i in real)


def _is_of_many(party: Party) -> bool:
    """Tell whether a party can be "they": no captain, and none of the speaker's own."""
    words = party.name.lower().split()
    armed = party_words("state") | party_words("rebel") | party_words("group")
    one = words[-1] in person_words() and words[-1] not in armed
    return not one and not {"our", "its", "their"} & set(words)


def _called_persons(sentence: Sentence, index: int, names: list[NamePhrase]) -> tuple[Party, ...]:
    """Return groups that the small model takes for persons, who have no article: "the Red Dawn"."""
    first = clauses.chunk_left(sentence, index)
    if sentence.tokens[index].pos != "PROPN" or clauses.lower(sentence, first) != "the":
        return ()
    return tuple(p for p in parties_at(sentence, index, names, loose=True) if " " in p.name)


def _subjects(reading: Reading, sentence: Sentence, until: int) -> tuple[list[Party], bool]:
    """Return the parties that are subjects in a sentence, and whether other people are."""
    names = reading.names_at.within(sentence.span)
    found: list[Party] = []
    others = False
    for i, token in enumerate(sentence.tokens[:until]):
        if token.dep in _SUBJECTS and token.pos in {"NOUN", "PROPN"}:
            parties = parties_at(sentence, i, names) or _called_persons(sentence, i, names)
            parties = tuple(p for p in parties if _is_of_many(p))
            found.extend(parties)
            many = token.tag == "NNS" or clauses.lower(sentence, i) == "people"
            others |= not parties and many and singular(token.text) in person_words()
    return found, others
