"""Whose side a source speaks for: the army, "a spokesman for the army"."""

from __future__ import annotations

from cenotaph.model import Span, Speaker
from cenotaph.text import clauses
from cenotaph.text.groups import groups
from cenotaph.text.parties import party_at
from cenotaph.text.party_words import country_named, party_words
from cenotaph.text.reading import NamePhrase, Reading, Sentence, Speech
from cenotaph.text.speech_roles import is_source, role_and_side
from cenotaph.text.states import state_of

_SPOKEN = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "commander", "commanders", "leader", "leaders",
})  # fmt: skip
_RANKS = frozenset({"admiral", "general", "marshal", "colonel", "commander", "major", "brigadier"})


def speech_at(reading: Reading, span: Span) -> Speech | None:
    """Return the innermost reported speech that holds a span."""
    around = reading.speech_at.holding(span)
    holding = [
        (content.end - content.start, n)
        for n, speech in enumerate(around)
        for content in speech.contents
        if content.holds(span)
    ]
    return around[min(holding)[1]] if holding else None


def party_of_speaker(reading: Reading, speech: Speech | None) -> str | None:
    """Return the party for which a source speaks: the party it is, or its side in the fighting."""
    if speech is None:
        return None
    if speech.source is not None:
        sentence = reading.sentence_of(speech.source)
        names = reading.names_at.within(sentence.span)
        found = _source_party(sentence, speech.source, names)
        if found is not None:
            return state_of(reading, speech, sentence, found)
    if speech.role == "party":
        return speech.side or speech.speaker
    armed = {name for _, name in groups(reading).armed}
    return speech.speaker if speech.speaker in armed else None  # "the group", named before


def blamer(sentence: Sentence, verb: int) -> Speaker | None:
    """Return who blames by what is no word of speech: "police linked the front to the raid"."""
    subject = clauses.subject(sentence, verb)
    passive = clauses.is_passive(sentence, verb)
    if passive or subject is None or subject > verb:
        return None
    token, first = sentence.tokens[subject], subject
    if token.pos == "PROPN":
        first = clauses.chunk_left(sentence, subject)
        first += clauses.lower(sentence, first) == "the"
    elif not is_source(token.text):
        return None
    name = " ".join(t.text for t in sentence.tokens[first : subject + 1])
    role, side = role_and_side((name.lower(),), frozenset())
    return Speaker(name=name, role=role, side=side, span=sentence.span_of(first, subject))


def _source_party(sentence: Sentence, source: Span, names: list[NamePhrase]) -> str | None:
    """Return the party in the words that name a source: "the army", "a spokesman for the army"."""
    inside = [
        i
        for i, token in enumerate(sentence.tokens)
        if source.start <= token.start and token.end <= source.end
    ]
    heads = [i for i in inside if (above := sentence.tokens[i].head) == i or above not in inside]
    told = next((i for i in inside if sentence.tokens[i].dep == "relcl"), len(sentence.tokens))
    for index in (*heads, *(i for i in inside if i not in heads)):
        if index not in heads and not _may_name(sentence, index):
            continue
        party = None if _is_called(sentence, index) else party_at(sentence, index, names)
        if party is not None and index > told and country_named(party.name.split()):
            continue  # "a man who arrived in Ruritania" does not speak for it
        if party is not None:
            return party.name
    return None


def _is_called(sentence: Sentence, index: int) -> bool:
    """Tell a person by what he is said to be: "Ivo Tarn, a commander of the Dawn Front"."""
    called = clauses.kid(sentence, index, "appos")
    return called is not None and clauses.lower(sentence, called) in _SPOKEN | _RANKS


def _may_name(sentence: Sentence, index: int) -> bool:
    """Tell which words below a source's head name a party: "an army spokesman", "of the army".

    No rank does: "Rear Admiral".
    """
    token = sentence.tokens[index]
    if not _RANKS.isdisjoint(clauses.lower(sentence, i) for i in (index, index + 1)):
        return False
    forces = party_words("state") | party_words("rebel")
    if token.dep == "compound" and token.pos == "PROPN" and token.ent in {"ORG", "NORP"}:
        return True  # "a Blue Star spokesman"
    spoken = token.dep == "poss" and sentence.tokens[token.head].text.lower() in _SPOKEN
    return spoken or token.dep in {"pobj", "appos", "conj"} or token.text.lower() in forces
