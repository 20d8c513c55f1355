"""Reports that stand in each other's words -> who passed on whose: an agency the mayor's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Document, Span
from cenotaph.text.reading import Speech
from cenotaph.text.spans import Spans
from cenotaph.text.speech_cues import trim, voiced

# "..., AND the army denied it", "..., WHICH denied it": what begins a clause beside
_BESIDE = re.compile(r"(?:[,;—–]\s*|[,;\s](?:and|but|while|as|whereas|though|although)\s+)$")
_PAPERS = frozenset({None, "media", "unnamed"})


def passed_on(found: Sequence[Speech], document: Document) -> tuple[Speech, ...]:
    """Return reports with the outer sources that their own sources were reported by."""
    parted = _parted(found, document)
    told_by = Spans((s for s in parted if voiced(s.verb)), lambda s: s.contents)
    return tuple(_with_outer(s, told_by, document) for s in parted)


def is_part(speech: Speech, other: Speech, document: Document) -> bool:
    """Tell whether a speech stands in another's words and is no clause beside the other's."""
    cue = speech.cue
    if cue is None:
        return False
    at = min(cue, speech.source or cue, key=lambda s: s.start)
    held = [c for c in other.contents if c.holds(cue)]
    before = (document.words(c.part)[c.start : at.start] for c in held)
    whole = other.direct or other.verb == "according"  # "Six died, he said, according to the Post"
    return bool(held) and (whole or not all(map(_BESIDE.search, before)))


def size_of(speech: Speech) -> int:
    """Return how many characters a report's contents have."""
    return sum(c.end - c.start for c in speech.contents)


def _parted(found: Sequence[Speech], document: Document) -> list[Speech]:
    """Return reports of which no two hold each other: "the mayor said six died, according to X".

    A paper or an agency passed on what the mayor said; anybody else told the mayor.
    """
    at = Spans(found, lambda s: s.contents)
    parted: dict[Speech, Speech] = {}
    for outer in (s for s in found if s.verb == "according"):
        for said, cue in _holding(outer, at):
            if outer.role in _PAPERS:
                whole = (_cut(c, cue, document) for c in said.contents)
                parted[said] = replace(said, contents=tuple(c for c in whole if c is not None))
            elif said.speaker not in {None, outer.speaker}:
                told = tuple(c for c in said.contents if not c.holds(cue))
                inside = (_cut(c, cue, document) for c in said.contents if c.holds(cue))
                told = (*told, *(c for c in inside if c is not None))
                via = (str(said.speaker), *said.via)
                parted[outer] = replace(outer, contents=told or outer.contents, via=via)
    return [parted.get(s, s) for s in found]


def _holding(outer: Speech, at: Spans[Speech]) -> Iterator[tuple[Speech, Span]]:
    """Yield the reports that hold an "according to" whose own contents hold their cue."""
    cue = outer.cue
    if cue is None:
        return
    for said in at.holding(cue):
        own = None if said.direct else said.cue
        if own is not None and any(c.holds(own) for c in outer.contents):
            yield said, cue


def _cut(content: Span, cue: Span, document: Document) -> Span | None:
    """Return a content without an "according to" and what follows it."""
    if not content.holds(cue):
        return content
    text = document.words(content.part)[content.start : cue.start]
    return trim(text, 0, len(text), content)


def _with_outer(speech: Speech, told_by: Spans[Speech], document: Document) -> Speech:
    """Return a speech with the outer sources that its own source was reported by."""
    via = list(speech.via)
    over = [] if speech.cue is None else told_by.holding(speech.cue)
    for outer in sorted(over, key=size_of):
        known = {None, speech.speaker, *via}
        if outer.speaker not in known and is_part(speech, outer, document):
            via.append(str(outer.speaker))
    return replace(speech, via=tuple(via)) if via else speech
