"""An act whose doer is "it" or "they", in reported speech -> whether that is who speaks."""

from __future__ import annotations

from cenotaph.text.acts import Act
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Reading, Speech


def is_thing(reading: Reading, act: Act, speech: Speech | None) -> bool:
    """Tell whether "it" is no party: a person says of a bomb that "it hit the workers"."""
    if speech is None or speech.source is None:
        return True
    if reading.document.quote(act.evidence).split()[0].lower() != "it":
        return False
    source = speech.source
    return any(n.kind == "person" for n in reading.names_at.within(source))


def is_others(reading: Reading, act: Act, speech: Speech | None) -> bool:
    """Tell whether "they" are not who speaks: "They burned nine huts, the government said".

    A pronoun before its speaker means somebody told of earlier; a government is no "they".
    """
    if speech is None or speech.source is None or speech.direct:
        return False
    word = reading.document.quote(act.evidence).split()[0].lower()
    if word not in {"it", "they"}:
        return False
    last = reading.document.quote(speech.source).split()[-1].lower()
    return act.evidence.start < speech.source.start or (
        word == "they" and last in party_words("state") and not last.endswith("s")
    )
