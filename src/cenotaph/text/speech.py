"""Sentences with their grammar -> reported speech, direct and indirect; and who says what where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.model import Document, Part, Role, Span, Speaker, Voice
from cenotaph.text.number_words import figure_at, words_of
from cenotaph.text.reading import NamePhrase, Reading, Sentence, Speech
from cenotaph.text.spans import Spans
from cenotaph.text.speech_bare import headline, named_before, unsourced, whole
from cenotaph.text.speech_cues import Attribution, factive, is_shown, knows, voiced
from cenotaph.text.speech_direct import direct
from cenotaph.text.speech_grammar import attributions
from cenotaph.text.speech_leads import followed_by, led_to
from cenotaph.text.speech_passed import is_part, passed_on, size_of
from cenotaph.text.speech_quotes import Quotation, paragraphs, quotations, unmarked
from cenotaph.text.speech_speakers import Cast

_PARTS: tuple[Part, Part] = ("title", "text")
_VOUCHING = frozenset({"confirm", "verify", "corroborate"})
_NOT = frozenset({"not", "n't", "never", "cannot", "declined", "refused", "unable"})
_WORD = re.compile(r"n['’]t\b|\w+?(?=n['’]t\b)|\w+")
_OWN_VOICE = frozenset({"i", "we"})

_HELD_TO_BE = frozenset({"fear", "believe", "presume", "report", "think"})


def find_speech(
    document: Document, sentences: Sequence[Sentence], names: Sequence[NamePhrase]
) -> tuple[Speech, ...]:
    """Return the reported speech of a document in reading order, each with its speaker if known."""
    made = [a for part in _PARTS for a in _attributed(document.words(part), sentences, names, part)]
    quoted = [c for a in made if a.direct for c in a.contents]
    told = [c for a in made if not a.direct for c in a.contents]
    cast = Cast(names, sentences, quoted, told)
    return passed_on([cast.speech(a) for a in made], document)


def voice_at(reading: Reading, span: Span) -> tuple[Voice, Speaker | None]:
    """Return who says what stands at a span: the source of the innermost speech that holds it.

    Speech whose speaker is not known is unresolved, never the narrator's (COUNTING 19). What an
    attitude is about ("condemned the shelling that killed six") is told by whoever tells the rest.
    So is what pictures show: a photograph speaks for nobody.
    """
    speech = reporting(reading, span)
    if speech is None:
        return "narrator", None
    if speech.speaker is not None and not _withholds(reading.document, speech):
        return "speaker", _speaker(speech)
    own = speech.speaker is None and not speech.direct and _own(reading.document, speech)
    return ("narrator" if own else "unresolved"), None


def _withholds(document: Document, speech: Speech) -> bool:
    """Tell whether a source will not vouch for a thing: "could not confirm that", "neither ..."."""
    if speech.verb not in _VOUCHING or speech.cue is None or speech.source is None:
        return False
    cue = set(_WORD.findall(document.quote(speech.cue).casefold()))
    source = document.quote(speech.source).casefold().split()
    return bool(cue & _NOT) or source[0] in {"neither", "nobody", "no"}


def reporting(reading: Reading, span: Span) -> Speech | None:
    """Return the innermost reported speech that holds a span, but what pictures show.

    Where that is what a source would not confirm, somebody else may tell it beside.
    """
    spoken = [s for s in reading.speech_at.meeting(span) if not is_shown(s.verb, s.speaker)]
    found = _innermost(spoken, span)
    if found is None or found.cue is None or not _withholds(reading.document, found):
        return found
    cue = found.cue
    beside = [s for s in spoken if s is not found and not any(c.holds(cue) for c in s.contents)]
    return _innermost(beside, span) or found


def told(reading: Reading) -> Iterator[Speech]:
    """Yield the reported speech, without what stands in somebody else's words: it is theirs.

    "Police said they believe that six died" is one report, police's, and so is "residents said that
    soldiers told them to leave". What a clause beside adds is a report of its own, however far the
    first one's words were taken to reach: "police said six died, and the army denied it"; and so
    is what an agency quotes.
    """
    for speech in reading.speech:
        over = [] if speech.cue is None else reading.speech_at.holding(speech.cue)
        others = (o for o in over if o is not speech and o.verb != "quote")
        if not any(is_part(speech, other, reading.document) for other in others):
            yield speech


def _innermost(speech: Sequence[Speech], span: Span) -> Speech | None:
    """Return the smallest speech that holds a span; one without a source yields to a larger one.

    "Police said six are feared dead" is police's, though nobody is said to fear it; so is "police
    said they had found six dead". A span that
    is only partly inside is the speech's too: rather a speaker's words than the narrator's.
    """
    ranked = ((_rank(s, span), n) for n, s in enumerate(speech))
    sized = sorted((rank, size_of(speech[n]), n) for rank, n in ranked if rank is not None)
    ordered = [speech[n] for _, _, n in sized]
    known = [s for s in ordered if s.source is not None or s.direct or s.speaker is not None]
    telling = [s for s in known if not knows(s.verb)]
    return next(iter(telling or known or ordered), None)


def _rank(speech: Speech, span: Span) -> int | None:
    """Return 0 when a speech holds a span, 1 when it holds a part, None when it does not.

    What stands in the midst of a span tells none of it: "The guard, who had said that the road was
    clear, was killed".
    """
    if not voiced(speech.verb):
        return None
    touched = [c for c in speech.contents if c.meets(span)]
    if not touched or any(span.start < c.start and c.end < span.end for c in touched):
        return None
    return 0 if len(touched) > 1 or touched[0].holds(span) else 1


def _own(document: Document, speech: Speech) -> bool:
    """Tell whether the narrator reports its own words: "we have learned", "it was revealed"."""
    if speech.source is None or knows(speech.verb):
        return factive(speech.verb)
    return document.quote(speech.source).casefold() in _OWN_VOICE


def _attributed(
    text: str, sentences: Sequence[Sentence], names: Sequence[NamePhrase], part: Part
) -> list[Attribution]:
    """Return what one part reports, in reading order."""
    inside = [s for s in sentences if s.part == part]
    quoted = unmarked(text, inside, quotations(text, paragraphs(inside)))
    marked = Spans((q.span for q in quoted), lambda span: (span,))
    candidates = [a for s in inside if s.tokens for a in attributions(s, marked.meeting(s.span))]
    made, left = direct(text, sentences, quoted, candidates)
    made.extend(_bare(sentences, left, names))
    placed = {s.number: s for s in inside}
    made = [a for a in made if not _is_feared(placed[a.sentence], a)]
    held = {a.sentence for a in made}
    for s in inside if part == "title" else _opening(inside):
        made.extend(headline(s, names, label=part == "text" or s.number in held))
    return sorted(made, key=_place)


def _opening(inside: Sequence[Sentence]) -> list[Sentence]:
    """Return the headline that pages repeat above the text: one line that no stop ends."""
    first = [s for s in inside if s.paragraph == inside[0].paragraph]
    return first if len(first) == 1 and first[0].tokens else []


def _is_feared(sentence: Sentence, a: Attribution) -> bool:
    """Tell a headline's passive from speech: "Eleven feared dead" are feared, and fear nothing."""
    if a.head is None:
        return False
    word = words_of(sentence.tokens[a.head].text)
    return figure_at(word, 0) is not None and a.verb in _HELD_TO_BE


def _bare(
    sentences: Sequence[Sentence], left: Sequence[Quotation], names: Sequence[NamePhrase]
) -> Iterator[Attribution]:
    """Yield the quotations that no verb reports, with a source where a name stands before them."""
    placed, named = Spans(sentences, lambda s: (s.span,)), Spans(names, lambda n: (n.span,))
    for quotation in left:
        sentence = placed.at(quotation.part, quotation.start)
        if sentence is None:
            continue
        found = named_before(sentence, quotation, named.within(sentence.span))
        if found is None and whole(sentence, quotation):
            last = placed.at(quotation.part, quotation.end - 1) or sentence
            ahead = placed.before(quotation.part, quotation.start)
            found = led_to(sentence, quotation) or followed_by(last, quotation)
            near = ahead is not None and ahead.paragraph >= quotation.first - 1
            found = found or (led_to(ahead, quotation) if near and ahead is not None else None)
            found = found or unsourced(sentence, quotation)
        if found is not None:
            yield found


def _place(a: Attribution) -> int:
    return min(s.start for s in (*a.contents, a.source, a.cue) if s is not None)


def _speaker(speech: Speech) -> Speaker:
    role: Role | None = msgspec.convert(speech.role, Role | None)
    return Speaker(
        name=str(speech.speaker), role=role, side=speech.side, span=speech.source, via=speech.via
    )
