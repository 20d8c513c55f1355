"""Stories of our own -> pairs that are or are not copies, by kind and strength of edit.

All news, people and publishers are made up. `stories.json` holds, for each incident, a story, a
light rewrite of it by hand, an account by another reporter, a later story of the same paper, a
statement, a local paragraph and the lead of a later version; `edits.json` what pages put around
their stories (some of it tells of harm, as real pages do), words for words, and forms that are
filled anew for each incident. The edits below make the pairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

_EDITS = json.loads((HERE / "edits.json").read_text("utf-8"))


Story = dict[str, Any]  # texts by name; `figure`: words of the text, and what a copy makes of them


class Text(NamedTuple):
    """One document of a pair."""

    text: str
    title: str | None


class Pair(NamedTuple):
    """Two texts, and whether one is a copy of the other."""

    story: str
    kind: str
    strength: str  # of the edit: light, medium, strong
    copy: bool
    held_out: bool
    left: Text
    right: Text


def pairs() -> Iterator[Pair]:
    """Yield every pair; those of every second story are held out."""
    stories = json.loads((HERE / "stories.json").read_text("utf-8"))
    for n, story in enumerate(stories):
        other = stories[(n + 2) % len(stories)]  # of the same half
        base, half = Text(story["text"], story["title"]), n % 2 == 1
        for kind, strength, text in _copies(story):
            yield Pair(
                story["id"], kind, strength, True, half, base, Text(text, _headline(story, kind))
            )
        for kind, left, right in _others(story, other):
            yield Pair(story["id"], kind, "none", False, half, Text(left, None), Text(right, None))
    yield from _logged()


def _headline(story: Story, kind: str) -> str | None:
    return f"{story['title']} | Harbor Gazette" if kind in {"reprint", "figure"} else None


def _copies(story: Story) -> Iterator[tuple[str, str, str]]:
    whole, local, [old, new] = story["text"], story["local"], story["figure"]
    yield "reprint", "light", whole
    yield "framed", "light", _page(whole)
    yield "framed", "strong", _page(_first(whole, 3))
    yield "trimmed", "medium", _first(whole, 4)
    yield "trimmed", "strong", _first(whole, 2)
    yield "local", "light", f"{whole}\n\n{local}"
    yield "local", "strong", f"{local}\n\n{_first(whole, 4)}"
    yield "figure", "light", whole.replace(old, new)
    yield "figure", "medium", _page(_first(whole, 4).replace(old, new))
    yield "version", "medium", f"{story['update']}\n\n{whole}"
    yield "version", "strong", f"{story['update']}\n\n{_first(whole, 4)}\n\n{local}"
    yield "rewrite", "light", _reworded(whole)
    yield "rewrite", "medium", story["rewrite"]
    yield "rewrite", "strong", _page(_first(story["rewrite"], 4))


def _others(story: Story, other: Story) -> Iterator[tuple[str, str, str]]:
    whole, second, quote = story["text"], story["independent"], story["quote"]
    background = _EDITS["background"]
    yield "independent", whole, second
    yield "independent", story["rewrite"], _page(second)
    yield "furniture", _page(whole), _page(second)
    yield "furniture", _page(whole), _page(other["text"])
    yield "furniture", _page(_first(whole, 2)), _page(_first(other["independent"], 3))
    yield "background", f"{whole}\n\n{background}", f"{other['text']}\n\n{background}"
    yield "statement", f"{whole}\n\n{quote}", f"{second}\n\n{quote}"
    yield "statement", _page(f"{quote}\n\n{second}"), f"{_first(whole, 3)} {quote}"
    yield "follow-up", whole, f"{story['followup']}\n\n{_first(whole, 1)}"


def _logged() -> Iterator[Pair]:
    """Yield different incidents told in one form of words."""
    for n, log in enumerate(_EDITS["forms"]):
        texts = [Text(log.format(**fill), None) for fill in _EDITS["fillings"]]
        for i, left in enumerate(texts):
            for right in texts[i + 1 :]:
                yield Pair(f"form {n}", "form", "none", False, n % 2 == 1, left, right)


def _page(text: str) -> str:
    return "\n\n".join((*_EDITS["head"], text, *_EDITS["foot"]))


def _first(text: str, count: int) -> str:
    """Return the first sentences, in their paragraphs."""
    ends = [m.end() for m in re.finditer(r"[.?!][”\"]?(?=\s+[A-Z“\"]|$)", text)]
    ends = [e for e in ends if not text[:e].endswith(("a.m.", "p.m.", "La.", "St.", "Sgt.", "Dr."))]
    return text[: ends[min(count, len(ends)) - 1]]


def _reworded(text: str) -> str:
    return re.sub(r"[a-z]+", lambda m: _EDITS["words"].get(m[0], m[0]), text)
