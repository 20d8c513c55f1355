"""The record -> what was left out of it and why, as pages print it."""

from __future__ import annotations

from cenotaph.model import OTHER_LANGUAGE, Record, Span, quoted
from cenotaph.pages.quoting import Quoting

_SHOWN = 50  # passages of one reason
_LETTERS = 300  # of a passage


def skipped(record: Record, quoting: Quoting) -> list[dict[str, object]]:
    """Return what was left out and why, most frequent reason first, with the words."""
    found: dict[str, list[dict[str, str]]] = {}
    for account in record.accounts:
        for skip in account.skipped:
            span = Span(start=skip.start, end=skip.end, part=skip.part)
            words = quoted(account, span, quoting.hidden(account))
            if skip.why == OTHER_LANGUAGE:
                words = "(a passage in which names are not known)"
            found.setdefault(skip.why, []).append(
                {"words": words[:_LETTERS], "document": account.document.id[:12]}
            )
    ordered = sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    return [{"why": why, "count": len(rows), "rows": rows[:_SHOWN]} for why, rows in ordered]
