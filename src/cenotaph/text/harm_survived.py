"""Those shot, hit or stabbed who are told to have lived -> whether they are hurt, and no more."""

from __future__ import annotations

import re

from cenotaph.text.harm_heads import Harm
from cenotaph.text.reading import Reading, Sentence

_LIVED = r"(?:\w+ly )?(?:lived|survived)\b(?! (?:by|in|at|with|near|on|as|there|alone|here)\b)"
# "was hit by three bullets and lived", "were hit as well; both survived"
_AND_LIVED = re.compile(
    rf"[^.;]{{0,80}}?(?:[,;]|,? (?:and|but)) "
    rf"(?:(?:he|she|they|both|all|who|has|have) ){{0,2}}{_LIVED}",
    re.IGNORECASE,
)
_WHO_LIVED = re.compile(
    r"\bwho (?:had |also )?(?:survived|lived) (?:was|were|had)\b", re.IGNORECASE
)
# "My sister was shot in the thigh. She lived."
_THEN_LIVED = re.compile(
    rf"\W*(?:he|she|they|both|all (?:of them |\w+ )?|the (?:boy|girl|child|man|woman|two|three))"
    rf" ?(?:has |have |all |both )?{_LIVED}",
    re.IGNORECASE,
)


def lived(reading: Reading, sentence: Sentence, harm: Harm) -> bool:
    """Tell whether the words say that all whom a harm is told of are alive.

    "Five were shot; two survived" says so of two.
    """
    base = sentence.span.start
    end = max(harm.span.end, sentence.tokens[harm.trigger].end) - base
    if _AND_LIVED.match(sentence.text, end) or _WHO_LIVED.search(
        sentence.text[harm.span.start - base : end]
    ):
        return True
    after = reading.after(sentence)
    return after is not None and _THEN_LIVED.match(after.text) is not None
