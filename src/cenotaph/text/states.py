"""State bodies that nobody owns in their sentence -> the state whose they are.

"The defence ministry" is Ruritania's where its spokesman speaks in Ruritania's capital, or where
Ruritania is the only state that speaks in the account. Without such words it stays what it is.
"""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.party_words import country_named, party_words
from cenotaph.text.reading import Reading, Sentence, Speech

_MINISTRIES = frozenset({"ministry", "ministries"})


def state_of(reading: Reading, speech: Speech, sentence: Sentence, party: str) -> str:
    """Return the state for which a body without an owner speaks, else the party as named."""
    last = party.lower().split()[-1]
    if not party.islower() or last not in party_words("state"):
        return party
    seat = _seat(sentence)
    if seat is not None:
        return seat
    if last not in _MINISTRIES:
        return party
    speaking = {s for other in reading.speech if (s := _speaks(reading, other)) is not None}
    return speaking.pop() if len(speaking) == 1 and speech.source is not None else party


def _seat(sentence: Sentence) -> str | None:
    """Return the state in whose capital somebody speaks: "told reporters in Moscow"."""
    for i in range(1, len(sentence.tokens)):
        if clauses.lower(sentence, i - 1) != "in":
            continue
        found = country_named([sentence.tokens[i].text])
        if found is not None and found.casefold() != clauses.lower(sentence, i):
            return found
    return None


def _speaks(reading: Reading, speech: Speech) -> str | None:
    """Return the state that a source is by name: "Ruritania denied"."""
    if speech.source is None:
        return None
    words = reading.document.quote(speech.source).split()
    return country_named(words[words[0].lower() == "the" :]) if words else None
