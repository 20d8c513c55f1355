"""The wounded who are told of as brought out of somewhere -> nobody newly hurt.

"The Red Cross evacuated 49 wounded from Tarsk": they were hurt at other times and places, so their
number is a stock (COUNTING 16) and feeds no incident's toll. Those whom an attack itself sent to
hospital are its own.
"""

from __future__ import annotations

import re

from cenotaph.text.harm import Harm
from cenotaph.text.reading import Sentence

_MOVING = frozenset({"evacuate", "bus", "buss", "fly", "airlift", "ferry", "transfer",
                     "discharge", "bring", "take", "carry", "repatriate"})  # fmt: skip
_PLAIN = frozenset({"evacuate", "bus", "buss", "repatriate"})  # of many, or from afar
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "parataxis", "ROOT"})
# Who or what brings out the wounded of a war, and where to.
_AFAR = re.compile(
    r"\b(?:abroad|deals?|truce|ceasefire|agreement|bus(?:es)?|convoys?|Red Cross|Red Crescent|ICRC"
    r"|United Nations|UN|World Health Organization|WHO|crossing|border|patients|relatives|families"
    r"|evacuees|out of)\b"
)
_OF_DEED = re.compile(
    r"\b(?:from the scene|after (?:an?|the)"
    r"|in (?:an?|the|that|this) [\w -]*(?:attack|strike|blast|bombing|shelling|explosion|raid"
    r"|fighting|shooting|crash|clash))"
)


def are_brought_out(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a figure of the hurt only counts who was brought out of a place."""
    if harm.outcome != "injured" or _OF_DEED.search(sentence.cased):
        return False
    at = harm.trigger
    if sentence.tokens[at].dep in _CLAUSES:
        return False  # "the blast wounded 12, who were flown to Tarsk"
    for _ in range(8):
        at = sentence.tokens[at].head
        token = sentence.tokens[at]
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in _MOVING:
            return lemma in _PLAIN or _AFAR.search(sentence.text) is not None
        if token.dep in _CLAUSES:
            return False
    return False
