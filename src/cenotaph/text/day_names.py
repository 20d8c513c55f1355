"""A day that names an event -> the event: "Sunday's shooting", "the raid from early Monday".

So do the days of forms, of tables and of lists of incidents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Mention, Span
from cenotaph.text.datable import DAYS_AFTER
from cenotaph.text.entries import event_of, is_label
from cenotaph.text.fields import asked
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Reading, Sentence

_LINK = (
    r"(?:for|in|of|at|after|by|to|the|an?|and|with|over|from|during|when|as|that|who|on|near|was"
    r"|were|is|are|has|had|have|outside|before|while|his|her|their|its)\b"
)
_ATTRIBUTE = re.compile(rf"(?i)(?:['’]s?)?(?:[\s-]+(?!{_LINK})\w+(?:-\w+)*){{0,3}}?[\s-]+")
# "On 1 June, the night of the shooting": the day of that, whatever else the sentence tells.
_NIGHT_OF = re.compile(
    r"(?i),\s+the\s+(?:night|day|morning|evening|afternoon|date)\s+of\s+(?:the|th(?:is|at|ese|ose)"
    r"|his|her|their)\s+(?:\w+\s+){0,2}"
)
_ARTICLE = re.compile(r"(?i)\b(?:an?|the)\s+(?:(?:late|early)\s+)?$")
_FROM = re.compile(r"(?i)(?:\s+incident)?\s+from\s+(?:(?:late|early|on|last)\s+)*")
_COLON = re.compile(r"\w: (?:on |in |last )?$", re.IGNORECASE)


def named_by(sentence: Sentence, day: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the event whose noun a day stands before, or behind "from"; or that "after" takes.

    "The night of" an event names it, too.
    """
    base = sentence.span.start
    opens, closes = day.start - base, day.end - base
    if DAYS_AFTER.fullmatch(sentence.text[opens:closes]):
        return next((m for m in mentions if m.span.start >= day.end), None)
    for mention in mentions:
        token = sentence.token_at(mention.span.start)
        if token is None or not _is_noun(sentence, token, opens):
            continue
        before = sentence.text[closes : max(closes, mention.span.start - base)]
        after = sentence.text[mention.span.end - base : max(0, opens)]
        if any(p.fullmatch(before) for p in (_ATTRIBUTE, _NIGHT_OF)) or _FROM.fullmatch(after):
            return mention
    return None


def entered(reading: Reading, sentence: Sentence, day: Span) -> tuple[Mention | None] | None:
    """Return the event that a day is entered for: by a table's row, an entry's label or a form.

    None in the tuple is the account's current one: "Date of incident: 3 May 2021".
    Of several forms it is that of its own.
    """
    mentions = reading.mentions_at.within(sentence.span)
    row = sentence.row is not None and sentence.row.role == "incident"
    label = is_label(reading, day)
    if mentions and (row or label):
        return (mentions[0],)
    return (event_of(reading, sentence),) if label or asked(reading, sentence) == "day" else None


def behind_colon(sentence: Sentence, day: Span, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return what a day may date: behind the colon of "the second raid: on 3 May"."""
    before = sentence.text[: max(0, day.start - sentence.span.start)]
    behind = [m for m in mentions if m.span.start >= day.end]
    return behind if behind and _COLON.search(before) else mentions


def names_other(sentence: Sentence, day: Span) -> bool:
    """Tell whether a day only names something else: "the Halloween party", "a day after it"."""
    end = day.end - sentence.span.start
    if DAYS_AFTER.fullmatch(sentence.text[day.start - sentence.span.start : end]):
        return True
    last = next((i for i, t in enumerate(sentence.tokens) if t.end == day.end), None)
    if last is None or last + 1 >= len(sentence.tokens) or sentence.text[end : end + 1] != " ":
        return False
    token, following = sentence.tokens[last], sentence.tokens[last + 1]
    return (
        token.dep == "compound"
        and token.head == last + 1
        and following.pos == "NOUN"
        and following.tag == "NN"
        and following.lemma.lower()
        not in grouped("days.txt")["matter"] | {"police", "night", "morning"}
    )


def _is_noun(sentence: Sentence, token: int, day: int) -> bool:
    """Tell whether an event's word is a noun; "a Friday night shooting" may be parsed as a verb."""
    word = sentence.tokens[token]
    if word.pos in {"NOUN", "PROPN"}:
        return True
    return word.tag == "VBG" and _ARTICLE.search(sentence.text[:day]) is not None
