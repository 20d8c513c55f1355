"""How a sentence opens and what it adds: "hours later", "in the east", "the second", "In Sumy"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text.almanac import WEEKDAY
from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_words import HURT, Head
from cenotaph.text.harm import Harm
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence
from cenotaph.text.shown import hour_of_post

# "In Sumy", "near the village of Sumy": the name itself, whether it is known or not
_PLACE = re.compile(
    r"\W*(?:[Aa]ccording to [^,.;:]{2,60}, )?(?P<place>(?:[Ff](?:u|a)rther \w+, )?"
    r"(?:(?:[Bb]ut|[Aa]nd|[Mm]eanwhile,?|[Aa]lso|[Ww]hile) )?"
    r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Aa]round|[Aa]cross|[Oo]ver in) "
    r"(?:the (?:\w+ )?(?:city|town|village|hamlet|port|district|suburb|outskirts|camp|settlement)"
    r" of )?(?P<name>(?:the )?[A-Z][\w'’-]+(?: (?:al-|de |del |la )?[A-Z][\w'’-]+)*))"
)
_LATER = re.compile(
    r"\W*(?:(?:a few |several |some |two |three |(?:less than |about )?an? )?(?:half )?"
    r"(?:hours?|minutes) (?:later|earlier|before|afterwards?)\b"
    r"|(?:later|earlier) (?:that|in the|on the same|the same|on)\b|earlier,|later, at\b"
    rf"|(?:later|earlier) (?:on )?{WEEKDAY}\b"
    r"|(?:about |around )?(?:\d+|[\w-]+teen|twenty|thirty|forty) minutes (?:later|earlier)\b"
    r"|(?:on )?(?:that|the) same (?:day|night|evening|morning|afternoon)\b"
    r"|(?:later|shortly) after(?:wards)?,"
    r"|the (?:other|remaining) (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
    rf"|also (?:(?:today|yesterday|last night|(?:on )?{WEEKDAY}),? )?(?:on|in|at|near)\b(?! \d)"
    r"|in addition\b|moreover\b|similarly\b|furthermore\b)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\W*(?:at (?:about |around |almost |nearly )?the same (?:time|hour|moment)|simultaneously"
    r"|(?:almost|nearly) simultaneously|at this same time)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:hours?|minutes) (?:earlier|before)(?:, [\w ,]{1,40})?\W*$", re.IGNORECASE
)
# "Two kilometers away, in Tarsk", "Some 100 km to the east", "Across the line"
_AWAY = (
    r"(?:(?:about |some |just |barely |less than )?(?:\d+|an?|two|three|four|five|ten|several) "
    r"(?:km|kilomet(?:er|re)s?|miles?|blocks?|streets) (?:away|further|farther"
    r"|to the (?:north|south|east|west)|north|south|east|west)"
    r"|across the (?:line|border|river|town|city|county))"
)
_PARTS = re.compile(
    rf"\W*(?:{_AWAY}|elsewhere"
    r"|(?:further \w+, )?(?:in|on|at|near) (?:the|a|another|neighbou?ring|nearby) "
    r"(?:[\w'’-]+ ){0,3}?(?:(?:north|south)[ -]?(?:east|west)?|east|west|cent(?:re|er)|capital"
    r"|regions?|province|district|city|town|village|state|outskirts|department|county"
    r"|municipality|governorate))\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\W*(?:in the (?:early |late )?(?:morning|afternoon|evening|night)"
    r"|at (?:dawn|noon|dusk|night|midday|nightfall|sunrise)|around (?:midday|midnight|noon)"
    r"|after (?:dark|nightfall))\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\bthe (?P<which>first|second|third|fourth|fifth|latter|later|earlier) (?:[\w-]+ )?(?:shooting"
    r"|attack|incident|bombing|bomb|blast|explosion|raid|strike|case|crash|stabbing|ambush|clash)\b"
    r"(?!s\b| (?:of|this|in (?:\d|a\b|as\b)|since|to|victim)\b)",
    re.IGNORECASE,
)
_RANKS = {"latter": "second", "later": "second", "earlier": "first"}
_VICTIMS = frozenset({"victim", "death", "casualty", "fatality", "body", "injury", "suspect"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "other", "last", "latter"})
_OPENING = 4  # tokens
_SHORT = 10  # tokens of a heading


def place_opened_with(sentence: Sentence) -> tuple[int, int, str]:
    """Return from where to where a sentence opens with words for a place, and its name.

    0 to 0 where it does not; "according to the governor" may stand before.
    """
    match = _PLACE.match(sentence.cased, hour_of_post(sentence.text))
    return (0, 0, "") if match is None else (*match.span("place"), match["name"])


def is_at_another_hour(sentence: Sentence) -> bool:
    """Tell whether a sentence adds another act: "hours later", "the same night", "the other five".

    Those are the rest of a sum told before.
    """
    return _LATER.match(sentence.text) is not None or _EARLIER.search(sentence.text) is not None


def is_at_one_time(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with an act at the time of another: "at the same time"."""
    return _AT_ONCE.match(sentence.text) is not None


def turns_elsewhere(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a part of the land or of the day: "In the east"."""
    return _PARTS.match(sentence.text) is not None or _HOURS.match(sentence.text) is not None


def is_heading(sentence: Sentence) -> bool:
    """Tell whether a short sentence has no verb: "Shelling of Ariha."."""
    opens = len(sentence.lowered) > 1 and sentence.lowered[1] in {"of", "in", "at", "near"}
    return len(sentence.tokens) <= _SHORT and not any(
        t.pos in {"VERB", "AUX"} and not (opens and not i and t.tag == "VBG")
        for i, t in enumerate(sentence.tokens)
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
    did = any(h.outcome in HURT and h.phrase.first > h.trigger for h in found)
    burst = any(
        h.word.part == "v" and h.word.event_type == "Explosions/Remote violence" for h in heads
    )
    return words[1] if did or burst else ""


def which(sentence: Sentence, scope: Scope) -> str:
    """Return which of several acts words are told of: "died in the first shooting"; "" for none."""
    for match in _WHICH.finditer(sentence.text):
        if scope.holds(sentence, sentence.span.start + match.start("which")):
            said = match["which"].lower()
            return _RANKS.get(said, said)
    return ""
