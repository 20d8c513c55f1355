"""A group's name that a title makes: "the Army of National Dignity", "DAWN LIBERATION FRONT".

In text all in capitals true-casing may have written such a name small.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.almanac import MONTHS
from cenotaph.text.party_kinds import is_groups
from cenotaph.text.party_words import country_named, party_words
from cenotaph.text.reading import Sentence

LEADING = frozenset({
    "the", "a", "an", "some", "several", "two", "three", "four", "five", "suspected", "alleged",
    "unidentified", "unknown", "former", "these", "those", "more", "many", "dozens", "hundreds",
    "armed", "masked", "so-called", "its", "their", "our", "his", "her", "this", "that", "at",
    "least", "about", "around", "nearly", "almost", "over", "than", "another", "other",
})  # fmt: skip
"""What may stand before a name and is none of it."""
_PEOPLES = frozenset({"islamic", "tamil", "kurdish", "muslim", "sunni", "shiite", "sikh"})
_LONG = 2  # words of a name in which a people's may be one


def is_titled_after(sentence: Sentence, first: int, head: int, inner: int) -> bool:
    """Tell whether "of" and a country end a group's name: "Revolutionary Forces of Ruritania"."""
    words = [sentence.tokens[i].text for i in range(first, inner + 1)]
    return (
        head < inner
        and not sentence.text.isupper()
        and is_groups(words[words[0].lower() == "the" :])
    )


def titled_of(sentence: Sentence, head: int) -> tuple[str, int] | None:
    """Return a group's name that goes on behind "of", and where it ends.

    "The Army of National Dignity", "the Sons of the River"; not "the Army of Ruritania", nor what
    is written small.
    """
    shouted = sentence.text.isupper()
    token = sentence.tokens[head]
    of_some = party_words("state") | party_words("rebel") | party_words("belong")
    people = token.tag == "NNPS" and token.text.lower() not in of_some  # "Rebels of the Front"
    named = token.text.lower() in party_words("title") or people
    if not named or clauses.lower(sentence, head + 1) != "of":
        return None
    if not (shouted or token.text[:1].isupper()):
        return None
    words = [token.text.capitalize(), "of"]
    least = 2 if people else 3
    for i in range(head + 2, min(head + 8, len(sentence.tokens))):
        word = sentence.tokens[i]
        if people and word.text == "the" and i == head + 2:
            words.append(word.text)
            continue
        if is_glued(sentence, i) and len(words) > least:
            words.append(word.text)  # "Army of National Liberation-Camilist Union"
            continue
        named = word.text[:1].isupper() or (shouted and word.pos in {"ADJ", "NOUN", "PROPN"})
        if not named or word.text.lower() in party_words("rebel") | party_words("state"):
            break
        if word.ent == "GPE" or country_named([word.text]):
            return None
        words.append(word.text.capitalize() if word.text.islower() else word.text)
    return (joined(words), head + len(words) - 1) if len(words) > least else None


def titled(sentence: Sentence, first: int, head: int) -> str | None:
    """Return the name that a phrase in capitals is, though true-casing wrote it small.

    Its people may stand behind it: "DAWN LIBERATION FRONT UNITS".
    """
    if not sentence.text.isupper():
        return None
    members = party_words("belong") | party_words("rebel") | party_words("state")
    opens = sentence.tokens[first].text[:1].isupper()
    if opens or clauses.lower(sentence, head) in members - party_words("title"):
        inner = range(head - 1, max(first, head - 3), -1)
        ends = [i for i in inner if clauses.lower(sentence, i) in party_words("title")]
        ends = [] if clauses.lower(sentence, head) in party_words("title") else ends
        head = ends[0] if ends else head
    if clauses.lower(sentence, head) not in party_words("title"):
        return None
    words = _with_owners([sentence.tokens[i].text for i in range(first, head + 1)])
    idle = _idle(words)
    while words and (words[0].lower() in idle or words[0].isdigit()):
        if words[0].isdigit() and any(w.lower() in MONTHS for w in words[1:2]):
            break  # "the 18 March Movement"
        words.pop(0)
    plain = party_words("rebel") | party_words("state") | {"of", "'s", "-", "drug", "political"}
    known = {w.lower() for w in words[:-1]}
    if len(words) < 2 or known & (plain | {"[", "("}) or country_named([words[0]]):
        return None
    return joined([w if w[:1].isupper() else w.capitalize() for w in words])


def _idle(words: Sequence[str]) -> frozenset[str]:
    """Return the words that open a name and are none of it: "the leftist Dawn Front"."""
    idle = LEADING | party_words("faith") | party_words("nameless") | {"-"}
    idle -= {"national", "nationalist", "republican"}
    if words[-1].lower() == "party":
        idle -= party_words("faith")  # "the communist party"
    return idle - _PEOPLES if len(words) > _LONG else idle  # "the Tamil Liberation Army"


def _with_owners(words: Sequence[str]) -> list[str]:
    """Return words, those in whose name a group calls itself made one: "People's", "Front"."""
    made: list[str] = []
    for word in words:
        own = word in {"'s", "’s", "'", "’"} and made and made[-1].lower() in party_words("own")
        made[len(made) - bool(own) :] = [made[-1] + word] if own else [word]
    return made


def is_glued(sentence: Sentence, index: int) -> bool:
    """Tell whether a hyphen joins two words without a blank."""
    around = sentence.tokens[index - 1 : index + 2]
    hyphened = len(around) > 2 and around[1].text == "-"
    return hyphened and around[0].end == around[1].start and around[1].end == around[2].start


def joined(words: Sequence[str]) -> str:
    """Return a name's words as one, hyphens without blanks."""
    return re.sub(r"\s*-\s*", "-", " ".join(words))
