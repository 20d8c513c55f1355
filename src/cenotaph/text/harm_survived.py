"""Those shot, hit or stabbed -> whether they are told to have lived, or to have died."""

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

# "Two men were shot. Neither survived.", "They did not survive."
_NONE_LIVED = re.compile(
    r"\W*(?:(?:neither|none)(?: of (?:them|the (?:two|three|four|five|six|men|women|boys|girls"
    r"|brothers|sisters|victims)))? (?:of them )?survived"
    r"|(?:he|she|they|both|the (?:boy|girl|child|man|woman|two|three))"
    r" (?:did not|didn['’]t) survive"
    r")\b(?! (?:by|in|at|with|near|on|as|there|alone|here)\b)",
    re.IGNORECASE,
)


def fell(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the next sentence says that nobody lived of whom this one tells."""
    after = reading.sentences[sentence.number + 1 : sentence.number + 2]
    return any(s.part == sentence.part and _NONE_LIVED.match(s.text) for s in after)


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
