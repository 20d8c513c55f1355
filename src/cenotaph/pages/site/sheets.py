"""What a page prints of an incident -> as many sheets as it takes to keep each of them light."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cenotaph.pages.site.stories import Story

_ROOM = 250_000  # bytes of HTML on a sheet, reckoned high; most incidents need a tenth
_SENTENCES = 60  # of one item on one sheet
_COPIES = 150  # of one account on one sheet
_AROUND = 900  # bytes of HTML around a sentence: who says it, offsets, hash
_LINE = 500  # bytes of HTML of an account, or around a line that opens
_PICTURE = 60_000  # bytes of a picture that is no longer drawn in the page itself
_DRAWN = ("chart", "narrow")  # the toll over time, for a screen and for a telephone
SECTIONS = (
    "main", "detail", "blames", "conflicts", "said", "attributes", "victims", "stories", "copies",
    "because",
)  # fmt: skip

Parts = dict[str, Any]


def sheets(parts: Mapping[str, Any]) -> list[Parts]:
    """Return the parts in one sheet or several: each section's items in order, none dropped."""
    apart = is_apart(parts)
    drawn = {name: None if apart else parts[name] for name in _DRAWN}
    found: list[Parts] = [{**_blank(parts), **drawn}]
    used = sum(len(picture or "") for picture in drawn.values())
    for section in SECTIONS:
        for item in (piece for whole in parts[section] for piece in _pieces(whole)):
            size = _size(item)
            if used and used + size > _ROOM:
                found.append({**_blank(parts), **dict.fromkeys(_DRAWN), "first": False})
                used = 0
            found[-1][section].append(item)
            used += size
    return found


def is_apart(parts: Mapping[str, Any]) -> bool:
    """Tell whether an incident's picture is so large that it is a file of its own."""
    return len(parts["chart"] or "") > _PICTURE


def _blank(parts: Mapping[str, Any]) -> Parts:
    return {**parts, **{section: [] for section in SECTIONS}}


def _pieces(item: Any) -> Iterator[Any]:  # noqa: ANN401 # an item of any section
    """Yield an item whole, or in pieces of so many sentences or copies."""
    match item:
        case {"evidence": list(rows)} if len(rows) > _SENTENCES:
            for start in range(0, len(rows), _SENTENCES):
                yield {**item, "evidence": rows[start : start + _SENTENCES]}
        case Story(copies=copies) if len(copies) > _COPIES:
            for start in range(0, len(copies), _COPIES):
                yield item._replace(copies=copies[start : start + _COPIES])
        case _:
            yield item


def _size(item: Any) -> int:  # noqa: ANN401
    match item:
        case {"evidence": list(rows)}:
            return _LINE + sum(_AROUND + _bytes((r.before, r.words, r.after)) for r in rows)
        case Story(copies=copies):
            return _LINE * (1 + len(copies))
        case {"words": str(words), "picture": str(picture)}:
            return _LINE + _bytes((words, picture, item.get("narrow", "")))
        case _:
            return _LINE + _bytes((str(item),))


def _bytes(words: Iterable[str]) -> int:
    return sum(len(w.encode("utf-8", "replace")) for w in words)
