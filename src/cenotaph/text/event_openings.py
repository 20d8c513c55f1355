"""How a sentence opens and what it adds: "hours later", "in the east", "the second", "In Sumy"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text.event_words import Head
from cenotaph.text.harm import Harm
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence

# "In Sumy", "near the village of Sumy": the name itself, whether it is known or not
_PLACE = re.compile(
    r"\W*(?:[Ff](?:u|a)rther \w+, )?(?:(?:[Bb]ut|[Aa]nd|[Mm]eanwhile,?|[Aa]lso|[Ww]hile) )?"
    r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Aa]round|[Aa]cross|[Oo]ver in) "
    r"(?:the (?:\w+ )?(?:city|town|village|hamlet|port|district|suburb|outskirts|camp|settlement)"
    r" of )?(?P<name>(?:the )?[A-Z][\w'’-]+(?: (?:al-|de |del |la )?[A-Z][\w'’-]+)*)"
)
_LATER = re.compile(
    r"\W*(?:(?:a few |several |some |two |three |(?:less than |about )?an? )?(?:half )?"
    r"(?:hours?|minutes) (?:later|earlier|before|afterwards?)\b"
    r"|(?:later|earlier) (?:that|in the|on the same|the same|on)\b|earlier,|later, at\b"
    r"|(?:on )?(?:that|the) same (?:day|night|evening|morning|afternoon)\b"
    r"|(?:later|shortly) after(?:wards)?,"
    r"|the (?:other|remaining) (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|also (?:on|in|at|near)\b(?! \d)|in addition\b|moreover\b|similarly\b)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:hours?|minutes) (?:earlier|before)(?:, [\w ,]{1,40})?\W*$", re.IGNORECASE
)
_PARTS = re.compile(
    r"\W*(?:further \w+, )?(?:in|on|at|near) (?:the|a|another|neighbou?ring|nearby) "
    r"(?:[\w'’-]+ ){0,3}?(?:(?:north|south)[ -]?(?:east|west)?|east|west|cent(?:re|er)|capital"
    r"|regions?|province|district|city|town|village|state|outskirts|department|county"
    r"|municipality|governorate)\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\W*(?:in the (?:early |late )?(?:morning|afternoon|evening|night)"
    r"|at (?:dawn|noon|dusk|night|midday|nightfall|sunrise)|around (?:midday|midnight|noon)"
    r"|after (?:dark|nightfall))\b",
    re.IGNORECASE,
)
_HURT = frozenset({"killed", "injured", "harmed", "abducted"})
_VICTIMS = frozenset({"victim", "death", "casualty", "fatality", "body", "injury", "suspect"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "other", "last", "latter"})
_OPENING = 4  # tokens
_SHORT = 10  # tokens of a heading


def place_opened_with(sentence: Sentence) -> tuple[int, str]:
    """Return how many characters a sentence opens with that say where, and the name; 0: none."""
    match = _PLACE.match(sentence.cased)
    return (0, "") if match is None else (match.end(), match["name"])


def is_at_another_hour(sentence: Sentence) -> bool:
    """Tell whether a sentence adds another act: "hours later", "the same night", "the other five".

    Those are the rest of a sum told before.
    """
    return _LATER.match(sentence.text) is not None or _EARLIER.search(sentence.text) is not None


def turns_elsewhere(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a part of the land or of the day: "In the east"."""
    return _PARTS.match(sentence.text) is not None or _HOURS.match(sentence.text) is not None


def is_heading(sentence: Sentence) -> bool:
    """Tell whether a short sentence has no verb: "Shelling of Ariha."."""
    return len(sentence.tokens) <= _SHORT and not any(
        t.pos in {"VERB", "AUX"} for t in sentence.tokens
    )


def ordinal(sentence: Sentence, heads: Sequence[Head], found: Sequence[Harm]) -> str:
    """Return which of several acts a sentence opens with: "the second went off"; "" for none.

    "The second died in hospital" and "a fourth victim was shot" are of people.
    """
    words = sentence.lowered[:_OPENING]
    if len(words) < _OPENING:
        return ""
    if words[:2] == ("in", "the") and words[2] in _ORDINALS and words[3] in {",", "case", "attack"}:
        return words[2]
    if words[0] not in {"the", "a"} or words[1] not in _ORDINALS:
        return ""
    at = next((h.token for h in heads if h.token in {2, 3}), None)
    if at is not None and sentence.tokens[at].pos == "NOUN":
        noun = sentence.tokens[at].text
        act = sentence.tokens[at].dep != "compound" and singular(noun) not in _VICTIMS
        return words[1] if act and singular(noun) == noun.lower() else ""
    if sentence.tokens[1].dep != "nsubj":
        return ""
    did = any(h.outcome in _HURT and h.phrase.first > h.trigger for h in found)
    burst = any(
        h.word.part == "v" and h.word.event_type == "Explosions/Remote violence" for h in heads
    )
    return words[1] if did or burst else ""
