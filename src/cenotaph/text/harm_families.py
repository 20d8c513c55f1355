"""A family told as harmed -> how many it is, where a list behind it spells it out (COUNTING 8)."""

from __future__ import annotations

from msgspec.structs import replace

from cenotaph.model import Count
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import starting_at
from cenotaph.text.harm_lists import list_starting
from cenotaph.text.persons import Whole, is_person
from cenotaph.text.victims import Phrase, phrase_at


def of_family(whole: Whole, phrase: Phrase) -> Phrase:
    """Return a family with the count of a list behind it: "a family died: a couple and two sons".

    Without one nobody knows how many it is (COUNTING 8).
    """
    vague = phrase.count is not None and phrase.count.low is None and phrase.count.vague is not None
    colon = next((i for i in range(phrase.last, len(whole.sentence.tokens))
                  if vague and lower(whole.sentence, i) == ":"), None)  # fmt: skip
    head = None if colon is None else starting_at(whole, colon + 1)
    if head is None or not is_person(whole, head):
        return phrase
    listed = [phrase_at(whole, h) for h in list_starting(whole, head, group=True)]
    counts = [p.count for p in listed if p is not None and p.count is not None]
    lows = [c.low for c in counts if c.low is not None and c.low == c.high]
    if len(lows) < max(2, len(listed)):
        return phrase
    return replace(phrase, kind="group", count=Count(low=sum(lows), high=sum(lows)))
