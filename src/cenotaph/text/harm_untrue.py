"""Harms that an account repeats only to say, in its own voice, that it is not so.

"A post says that 150 people were killed in the raid. This is false." The next sentence takes back
what somebody else was said to tell; what a party denies is another matter and stands (COUNTING 20).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cenotaph.text.reading import Reading, Sentence

if TYPE_CHECKING:
    from cenotaph.text.harms_in import Told

_FALSE = re.compile(
    r"\W*(?:(?:but|however|in fact),? )?(?:this|that|it|they|both|the (?:claim|post|figure|number"
    r"|rumou?r|report|story|message|video|caption)s?)"
    r" (?:is|was|are|were|proved|turned out)(?: to be)? (?:\w+ly )?"
    r"(?:false|untrue|wrong|not true|not so|(?:a )?fake|a hoax|a lie|incorrect|unfounded|baseless"
    r"|invented|made up|misleading)\W*$",
    re.IGNORECASE,
)
_RUMOR = re.compile(
    r"\b(?:posts?|claim(?:s|ed)?|rumou?rs?|messages?|say|says|said|stories|story|captions?|shared"
    r"|viral|reports?)\b",
    re.IGNORECASE,
)


def without_untrue(reading: Reading, found: Sequence[Told]) -> Iterator[Told]:
    """Yield the harms, those that the next sentence calls false as denied."""
    for item in found:
        after = reading.after(item.sentence)
        yield replace(item, modality="denied") if _is_untrue(item.sentence, after) else item


def _is_untrue(sentence: Sentence, after: Sentence | None) -> bool:
    told = after is not None and after.part == "text" and _FALSE.match(after.text) is not None
    return told and sentence.part == "text" and _RUMOR.search(sentence.text) is not None
