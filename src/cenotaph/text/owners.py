"""A noun of violence -> whose the violence is: "Ruritanian air strikes", "rebel raid"."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.parties import MADE, Party, party_at
from cenotaph.text.party_words import country_named, party_words, people_named
from cenotaph.text.reading import NamePhrase, Sentence

_SUPERLATIVE = frozenset({"JJS", "RBS"})
_FIRING = frozenset({"artillery", "small-arms", "arms", "gun", "sniper", "machine-gun", "cannon"})
_SHORT = frozenset({"US", "U.S.", "UK", "U.K."})  # names of countries that serve as adjectives


def owner(sentence: Sentence, noun: int, names: list[NamePhrase]) -> tuple[Party, bool] | None:
    """Return the party right before a noun of violence, and whether it stands in the possessive.

    "Ruritania's shelling", "Ruritanian air strikes", "rebel raid"; but "Ruritania's deadliest
    bombing" and "the Ruritania bombing" only say where.
    """
    first = clauses.chunk_left(sentence, noun)
    between = range(first, noun)
    ranked = any(sentence.tokens[i].tag in _SUPERLATIVE for i in between)
    if ranked or (between and _burns(sentence, noun)):
        return None
    for i in reversed(between):
        token = sentence.tokens[i]
        if token.text in {"'s", "’s", "'", "’"} and i > first:
            if sentence.tokens[i - 1].ent in {"DATE", "TIME"}:
                return None  # "Tuesday's bombing"
            party = party_at(sentence, i - 1, names)
            return (party, True) if party else None
        if token.pos not in {"ADJ", "PROPN", "NOUN"} or not _names_doer(sentence, i):
            continue
        if _is_brand(sentence, i, noun, names):
            continue  # "a Ruritanian Falcon missile"
        party = _attribute(sentence, i, names)
        if party is not None:
            return party, False
    return None


def _burns(sentence: Sentence, noun: int) -> bool:
    """Tell whether a plain noun before "fire" is what burned: "the Lom bar fire", no shots."""
    if sentence.lowered[noun] not in {"fire", "fires", "blaze"}:
        return False
    token, lower = sentence.tokens[noun - 1], sentence.lowered[noun - 1]
    plain = token.pos == "NOUN" and token.text.islower()
    armed = party_words("arm") | party_words("rebel") | party_words("state")
    return plain and lower not in armed | _FIRING


def _names_doer(sentence: Sentence, index: int) -> bool:
    """Tell an adjective or a group ("Ruritanian", "rebel") from a place's name."""
    token = sentence.tokens[index]
    lower = token.text.lower()
    if lower in party_words("carrier") or lower == "fighter":
        return False  # "a CAR bomb": no short for a country; "a fighter jet": anybody's
    if lower == "coalition" or lower in party_words("rebel") | party_words("state"):
        return True
    if sentence.text.isupper() and lower in party_words("title"):
        return True  # "A DAWN PATH ATTACK"
    if clauses.lower(sentence, index + 1) == "-" and clauses.lower(sentence, index + 2) in MADE:
        return False  # "a Ruritanian-made drone": anybody may fly it
    if token.text in _SHORT or (token.pos == "ADJ" and country_named([token.text])):
        return True  # "a Ukrainian missile": the small model takes the people for their country
    return bool(token.text[:1].isupper()) and not token.ent.startswith(
        ("GPE", "LOC", "FAC", "DATE")
    )


def _is_brand(sentence: Sentence, index: int, noun: int, names: list[NamePhrase]) -> bool:
    """Tell the name of a make of weapon: a name before it that is no organization's."""
    token = sentence.tokens[index]
    if token.pos != "PROPN" or country_named([token.text]):
        return False
    if clauses.lower(sentence, noun) not in party_words("arm"):
        return False
    span = sentence.span_of(index, index)
    return not any(n.kind == "organization" and n.span.meets(span) for n in names)


def _attribute(sentence: Sentence, index: int, names: list[NamePhrase]) -> Party | None:
    """Return the party that a word before a noun names; a single rebel stands for the rebels."""
    token = sentence.tokens[index]
    before = sentence.tokens[max(0, index - 1)].text
    if (folk := people_named([before, token.text])) is not None:
        return Party(folk, index - 1, index)
    state = country_named([token.text])
    if state is not None:
        is_adjective = token.text.casefold() != state.casefold()
        return Party(state, index, index) if is_adjective else None
    found = party_at(sentence, index, names)
    if found is None:
        return None
    lower = token.text.lower()
    if lower in party_words("rebel") and f"{lower}s" in party_words("rebel"):
        return Party(f"{found.name}s" if found.name.lower().endswith(lower) else found.name,
                     found.first, found.last)  # fmt: skip
    return found
