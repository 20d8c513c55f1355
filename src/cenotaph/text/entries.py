"""A list of incidents -> its entries: lines that open with a day, a place or both, and a colon.

"14 August, Nyala: shells hit a bus station." Bulletins of monitors and aid groups tell a line an
incident; what stands in one line is not told of the next. One such line alone is no list, unless
it opens the text with a day and a place. So do
round-ups whose paragraphs open with a place: "In Mosul, ...", "Near Tikrit, ...", three or more, or
with a dateline each: "KIRKUK - Gunmen ...". Labels that are names, known or not, are entries beside
others that are known; labels inside a paragraph part it. Forms one below the other are entries too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cenotaph.model import Mention, Span
from cenotaph.text.almanac import MONTH
from cenotaph.text.cases import BULLET, Entry, cases
from cenotaph.text.fields import opening_forms
from cenotaph.text.reading import DayPhrase, NamePhrase, Reading, Sentence
from cenotaph.text.spans import Spans

# "17:05. Kramatorsk: shells hit a block of flats": a log by the hour
_HOUR = r"\d{1,2}[:.]\d\d(?: ?hrs)?[.,:]?\s+(?:[-–—]\s+)?"
_LABEL = re.compile(
    rf"\s*(?:{BULLET}\s*|\(?\d{{1,2}}[.)]\s+|(?P<hour>{_HOUR}))?"
    r"(?P<label>[A-Z0-9][^:;.!?\"“”]{2,60}):\s"
)
# "Tarsk - one person was killed", "27 June 2011 — A bomb went off", and no second dash
_DASHED = re.compile(
    rf"\s*(?:{BULLET}\s*)?"
    rf"(?:(?P<label>(?:\d{{1,2}} {MONTH}\.?|{MONTH}\.? \d{{1,2}})(?:,? \d{{4}})?) [-–—] "
    r"|(?P<name>[A-Z][\w'’-]*(?: [\w'’-]+){0,4}) [-–—] (?=[a-z\d])(?!.* [-–—] ))"
)
_OPENS = re.compile(
    rf"\s*(?:{BULLET}\s*)?(?:Elsewhere in|(?:Further |Farther )?(?:In|Near|At|Around|Outside)) "
    r"(?P<label>[A-Z][^:;.!?\"“”,]{1,40}),\s"
)
# "KIRKUK - Gunmen shot ...": the datelines of a round-up, a place a paragraph
_HEADED = re.compile(
    r"\s*(?P<label>[A-Z][A-Z'’ -]{2,30}?)(?:,| \([A-Z]{2,8}\))? (?:-|--|–|—) (?=[A-Z])"
)
# "On 29 May 2024, militia fighters attacked Tarsk.": a note a paragraph
_ON = re.compile(
    rf"\s*(?:{BULLET}\s*)?(?:On|Around) "
    rf"(?P<label>\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}})"
    r",? (?=\w)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}}|\d\d?[./]\d\d?[./]\d{{4}})\b"
)
# "31 January: Colombo - a truck bomb ...": the place behind the day
_DAYED = re.compile(
    rf"\s*(?:{BULLET}\s*)?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}|\d\d?[./]\d\d?[./]\d{{4}})"
    r"(?:,? \d{4})?(?::|,| [–—-])\s"
    r"(?P<label>[A-Z][\w'’ -]{1,30}?)(?::| [–—-]| \([^()]{2,30}\)(?::| [–—-])?)\s"
)
# "Tarsk church, Dover, 15 April 1994.", "Tarsk (occupied), 3 May:": where, then when
_NOTED = re.compile(
    r"\s*(?P<label>[A-Z][\w'’-]*(?: [\w'’-]+){0,3}(?:, [A-Z][\w'’ -]{1,30}){0,2})"
    rf"(?: \([^()\d]{{2,30}}\))?,? \(?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}"
    r"|\d\d?[./]\d\d?[./]\d{4})(?:,? \d{4})?\)?(?:[.:]| [–—-])(?:\s|$)"
)
# "11 Sept. Tarsk (Lom province).", "2021-11-23 / Tarsk, outskirts / mine": a line of a register
_LINED = re.compile(
    rf"\s*(?:{BULLET}\s*)?(?P<label>(?:\d{{1,2}} {MONTH}|\d\d?[./]\d\d?[./]\d{{4}}"
    r"|\d{4}-\d\d-\d\d)(?:,? \d{4})?(?:\.|\s[/|]|(?<=\.))\s+[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
    r"(?: [a-z]+)?(?=[,.:]| [(/|])"
)
_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:al-|de |del |la )?[A-Z][\w'’-]+){0,2}")
_DAY_OF = re.compile(rf"\b(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b")
_SINCE = re.compile(
    r"\b(?:died|hospitals?|buried|funeral|anniversary|arrest\w*|court|trial|sentenced|charged)\b"
)
# "Two people were killed in Tarsk.", one of several such
_ENDS = re.compile(
    r"[A-Z\d][^:;\"“”]{1,80} (?:was|were) (?:killed|wounded|injured)\b[^:;\"“”]{0,40}? (?:in|near) "
    r"(?P<label>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})[.;]?\s*$"
)
_HARM = re.compile(r"\b(?:kill|wound|injur|execut|murder)(?:e?s|e?d|ing)\b|\bdead\b", re.IGNORECASE)
_LABELS = (_LABEL, _OPENS, _HEADED, _DAYED, _LINED, _NOTED)
_MOST_WORDS = 7  # of a label
_FEWEST = 3  # paragraphs that open with a place, of a round-up
_LOGGED = 2  # with an hour before the place, or all with a day


def entries(
    sentences: Sequence[Sentence], days: Sequence[DayPhrase], names: Sequence[NamePhrase]
) -> Mapping[int, Entry]:
    """Return the entry of each sentence, by number, that stands in a list of incidents.

    None for fewer than two.
    """
    text = [s for s in sentences if s.part == "text"]
    dated = Spans((d.span for d in days), lambda span: (span,))
    placed = Spans((n.span for n in names if n.kind == "place"), lambda span: (span,))
    rows = {s.number: True for s in text if s.row is not None and s.row.role == "incident"}
    notes = _notes(_firsts(text), placed)
    of_forms = {} if notes else opening_forms(text)  # each goes on to the next
    heads = of_forms or notes or _paragraphs(text, dated, placed)
    heads = of_forms or _placed(text, placed) | heads | _lines(text, dated, placed) | rows
    if len(heads) < 2 and not _opens_with_note(text, dated, placed):
        return cases(sentences)
    found: dict[int, Entry] = {}
    entry: Entry | None = None
    paragraph = -1
    for sentence in text:
        if sentence.paragraph != paragraph and not of_forms:
            paragraph, entry = sentence.paragraph, None
        if sentence.number in heads:
            entry = Entry(sentence.number, heads[sentence.number])
        if entry is not None:
            found[sentence.number] = entry
    return found


def _firsts(text: Sequence[Sentence]) -> list[Sentence]:
    return [s for n, s in enumerate(text) if not n or text[n - 1].paragraph != s.paragraph]


def _notes(firsts: Sequence[Sentence], placed: Spans[Span]) -> dict[int, bool]:
    """Return the first sentences of notes, where every paragraph is one of a day of its own.

    It opens with that day, or names it at first and a place that no other note names.
    """
    days = [_DATE.findall(s.text) for s in firsts]
    places = [next((_words(s, p) for p in placed.within(s.span)), None) for s in firsts]
    apart = all(len(day) == 1 for day in days) and len({day[0] for day in days}) == len(days)
    apart = apart and None not in places and len(set(places)) == len(places)
    noted = len(firsts) >= _LOGGED and (apart or all(_label(s, _ON) for s in firsts))
    return dict.fromkeys((s.number for s in firsts), True) if noted else {}


def _paragraphs(
    text: Sequence[Sentence], dated: Spans[Span], placed: Spans[Span]
) -> dict[int, bool]:
    """Return the first sentences of paragraphs that are entries, and which name their day."""
    firsts = _firsts(text)
    found: dict[int, bool] = {}
    others: dict[int, bool] = {}
    hours = sum(bool((m := _LABEL.match(s.text)) and m["hour"]) for s in firsts)
    for first in firsts:
        label = _label(first, _LABEL)
        if label is not None and (dated.meeting(label) or placed.meeting(label)):
            found[first.number] = bool(dated.meeting(label))
        elif label is not None and _NAME.fullmatch(_words(first, label)):
            others[first.number] = False
    opened = [s.number for s in firsts if (t := _label(s, _OPENS)) and placed.meeting(t)]
    few = hours >= _LOGGED or (len(found) == len(firsts) and all(found.values()))
    few |= len(found) + len(opened) == len(firsts) - 1  # all but a heading
    if found and len(found) + len(others) + len(opened) >= (_LOGGED if few else _FEWEST):
        found |= _if_most(others, len(firsts) - len(found) - len(opened))
    for pattern, dates in ((_HEADED, False), (_LINED, True)):
        headed = [(s.number, t) for s in firsts if (t := _label(s, pattern)) is not None]
        if sum(1 for _, t in headed if placed.meeting(t)) > 1:
            found |= _if_most({n: dates for n, _ in headed}, len(firsts))
    found |= _chronicle(firsts) | _testimony(text, placed)
    if len(opened) + len(found) >= (_LOGGED if few else _FEWEST):
        found |= _if_most(dict.fromkeys(opened, False), len(firsts) - len(found))
    return found


def _chronicle(firsts: Sequence[Sentence]) -> dict[int, bool]:
    """Return the paragraphs that open with a day of their own, where most do: "On 3 May 2014,".

    One below the other they tell of one incident each; who "died on 5 May" is of the one before.
    """
    days = [(s.number, t["label"]) for s in firsts if (t := _ON.match(s.text)) is not None]
    apart = len({day for _, day in days}) == len(days) >= _FEWEST
    return _if_most({number: True for number, _ in days}, len(firsts)) if apart else {}


def _testimony(text: Sequence[Sentence], placed: Spans[Span]) -> dict[int, bool]:
    """Return paragraphs that tell of harm, each on a day and in a place that its opening names.

    "A farmer told us that on 3 May soldiers came to Tarsk. They shot six men." So tell reports of
    rights bodies; in news of one deed few paragraphs have a day, and who died since is of before.
    """
    found: dict[str, int] = {}
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in text:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for first, *rest in paragraphs.values():
        days = {m.group() for m in _DAY_OF.finditer(first.text)}
        told = " ".join(s.text for s in (first, *rest[:1]))
        if len(days) == 1 and placed.within(first.span) and _HARM.search(told):
            found[days.pop()] = -1 if _SINCE.search(told) or days & set(found) else first.number
    heads = dict.fromkeys((n for n in found.values() if n >= 0), True)
    few = _LOGGED if len(paragraphs) - len(heads) <= _LOGGED else _FEWEST
    return _if_most(heads, len(paragraphs)) if len(heads) >= few else {}


def _opens_with_note(text: Sequence[Sentence], dated: Spans[Span], placed: Spans[Span]) -> bool:
    """Tell whether a text opens with where and when, as a note of one incident does."""
    label = _label(text[0], _LABEL) if text else None
    if label is None or not (dated.meeting(label) and placed.meeting(label)):
        return False
    after = text[0].text[label.end - text[0].span.start :].lstrip(": ")
    return after[:1].islower() or after[:1].isdecimal()  # not a dateline's


def _if_most(some: dict[int, bool], every: int) -> dict[int, bool]:
    """Return some paragraphs where they are half of all or more; else none."""
    return some if 2 * len(some) >= every else {}


def _lines(text: Sequence[Sentence], dated: Spans[Span], placed: Spans[Span]) -> dict[int, bool]:
    """Return the sentences that open an entry inside paragraphs too: "... Homs: two died."."""
    labels = [(s, t) for s in text if (t := _label(s, _LABEL)) is not None]
    found = {s.number: bool(dated.meeting(t)) for s, t in labels if placed.meeting(t)}
    around = {s.paragraph for s, _ in labels if s.number in found}
    others = (s for s, t in labels if s.paragraph in around and _NAME.fullmatch(_words(s, t)))
    return {s.number: False for s in others} | found


def _placed(text: Sequence[Sentence], placed: Spans[Span]) -> dict[int, bool]:
    """Return sentences that stand one behind the other, each of harm in a place of its own.

    "In Tarsk, a man was wounded. Two people were killed in Lom."
    """
    found: dict[int, bool] = {}
    run: dict[str, int] = {}
    opened = False
    for sentence in text:
        label = _label(sentence, _OPENS) or _label(sentence, _ENDS) or _label(sentence, _LABEL)
        known = label is not None and placed.meeting(label) and _HARM.search(sentence.text)
        name = _words(sentence, label) if label is not None and known else ""
        if not name or name in run:
            run.clear()
            opened = False
        opened |= label is not None and _ENDS.match(sentence.text) is None
        if name:
            run[name] = sentence.number
        # "Raiders hit two villages. Three were killed in Lom. Four were killed in Tarsk": of one
        if len(run) > _LOGGED or (opened and len(run) == _LOGGED):
            found |= dict.fromkeys(run.values(), False)
    return found


def is_dated_entry(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in an entry that names its day."""
    entry = reading.once(_listed).get(sentence.number)
    return entry is not None and entry.dated


def entry_of(reading: Reading, sentence: Sentence) -> int | None:
    """Return the number of the sentence that opens the entry of another."""
    entry = reading.once(_listed).get(sentence.number)
    return None if entry is None else entry.first


def is_label(reading: Reading, span: Span) -> bool:
    """Tell whether words stand in the label of an entry: where, or when, all of it happened."""
    sentence = reading.sentence_of(span)
    if sentence.number not in reading.once(_listed):
        return False
    if sentence.row is not None:
        place = sentence.row.place
        return place is not None and place[0] <= span.start and span.end <= place[1]
    labels = (_label(sentence, pattern) for pattern in _LABELS)
    return any(label is not None and label.holds(span) for label in labels)


def lists_undated(reading: Reading) -> bool:
    """Tell whether a text is a list of incidents some of which have no day of their own."""
    return any(not entry.dated for entry in reading.once(_listed).values())


def names_place(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether offsets are those of a place that an entry or a note names beside its day."""
    logged = (m := _LABEL.match(sentence.text)) is not None and m["hour"] is not None
    label = _label(sentence, _LABEL if logged else _DAYED) or _label(sentence, _NOTED)
    label = label or _label(sentence, _LINED)
    if label is None or not (label.start <= start and end <= label.end):
        return False
    after = sentence.text[end - sentence.span.start :]
    return not (after[:1] == " " and after[1:2].isupper())  # "Maria Ruiz, 3 May:" is nowhere


def event_of(reading: Reading, sentence: Sentence) -> Mention | None:
    """Return the first event that the entry of a sentence tells of."""
    entry = reading.once(_listed).get(sentence.number)
    return None if entry is None else reading.once(_told_first).get(entry.first)


def opening_event(reading: Reading, sentence: Sentence) -> Mention | None:
    """Return the first event of the entry that a sentence opens, told though it be further on."""
    entry = reading.once(_listed).get(sentence.number)
    opens = entry is not None and entry.dated and entry.first == sentence.number
    return event_of(reading, sentence) if opens else None


def _told_first(reading: Reading) -> Mapping[int, Mention]:
    """Return the first mention of each entry, by the sentence that opens it."""
    listed = reading.once(_listed)
    found: dict[int, Mention] = {}
    for mention in reading.mentions:
        entry = listed.get(reading.sentence_of(mention.span).number)
        if entry is not None:
            found.setdefault(entry.first, mention)
    return found


def _listed(reading: Reading) -> Mapping[int, Entry]:
    return entries(reading.sentences, reading.days, reading.names)


def _words(sentence: Sentence, span: Span) -> str:
    start = sentence.span.start
    return sentence.text[span.start - start : span.end - start]


def _label(sentence: Sentence, pattern: re.Pattern[str]) -> Span | None:
    """Return the label that a sentence opens with."""
    match = pattern.match(sentence.text) if sentence.part == "text" else None
    if match is None and pattern is _LABEL and sentence.part == "text":
        match = _DASHED.match(sentence.text)
    if match is None:
        return None
    start, end = match.span("label" if match["label"] is not None else "name")
    if len(sentence.text[start:end].split()) > _MOST_WORDS:
        return None
    return Span(start=sentence.span.start + start, end=sentence.span.start + end)
