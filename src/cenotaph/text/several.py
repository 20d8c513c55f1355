"""A sentence -> whether it tells of several events at once: "two bombs", "separate shootings"."""

from __future__ import annotations

import re

from cenotaph.text.reading import Sentence

_NUMBER = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|several|multiple|twin|dozen)"
_EVENTS = (
    r"(?:attacks|bombs|bombings|blasts|explosions|shootings|strikes|incidents|ambushes|raids|clashes"
    r"|assaults|killings|murders|massacres|stabbings|crashes|riots|homicides|devices|mines)"
)
_SEVERAL = re.compile(
    rf"\b(?:{_NUMBER}|(?:these|separate|simultaneous|coordinated|related|unrelated|other)"
    rf"|both)\s+(?:[\w-]+\s+){{0,3}}?{_EVENTS}\b"
    rf"|\b(?:series|string|wave|spate|rash|weekend|week|day|night) of (?:[\w-]+\s+){{0,2}}"
    rf"(?:{_EVENTS}|violence|gunfire|bloodshed)\b"
    rf"|\bin {_NUMBER} (?:[\w-]+\s+)?(?:cities|towns|villages|provinces|districts|places|states"
    r"|neighbou?rhoods|regions|prisons|jails|locations|hours|days|weeks)\b",
    re.IGNORECASE,
)


def is_of_several(sentence: Sentence) -> bool:
    """Tell whether words say that several events are told of."""
    return _SEVERAL.search(sentence.text) is not None
