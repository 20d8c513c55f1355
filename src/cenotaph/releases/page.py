"""What two frozen records differ in -> one self-contained page of corrections."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cenotaph.model import days_words, what_words
from cenotaph.pages.templates import asset, environment
from cenotaph.releases import details, printed
from cenotaph.releases.changes import (
    Brief,
    Change,
    Difference,
    RunningChange,
    Told,
    TollChange,
)
from cenotaph.releases.facts import Facts

_ONE: Final[Mapping[str, str]] = {
    "merged": "One incident now",
    "split": "Several incidents now",
    "regrouped": "Parted and joined anew",
}
_Parts = dict[str, object]


def as_page(found: Difference) -> str:
    """Return the page; it asks for nothing and needs no script."""
    style = asset("page/page.css") + asset("corrections/page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment().get_template("corrections/page.html")
    return template.render(style=style, style_hash=f"sha256-{digest}", **_view(found))


def _view(found: Difference) -> _Parts:
    decided: dict[str, _Parts] = {
        d.id: {"id": d.id, "words": printed.decided(d)} for d in found.decisions
    }
    return {
        "before": _side(found.before),
        "after": _side(found.after),
        "notes": found.notes,
        "summary": printed.summary(found),
        "sections": list(_sections(found, decided)),
        "running": [_running(r, decided) for r in found.running],
        "copies": list(printed.copies(found)),
        "accounts": list(printed.accounts(found)),
        "decided": list(decided.values()),
    }


def _side(facts: Facts) -> _Parts:
    short = "now" if facts.name is None else facts.name
    return {
        "short": short,
        "words": printed.named(facts),
        "record": facts.record,
        "names": facts.names_told,
    }


def _sections(found: Difference, decided: Mapping[str, _Parts]) -> Iterator[_Parts]:
    for kind, heading in printed.HEADINGS.items():
        changes = [_change(c, decided) for c in found.incidents if c.kind == kind]
        if changes:
            one = _ONE.get(kind, "")
            yield {"kind": kind, "heading": heading, "one": one, "changes": changes}


def _change(change: Change, decided: Mapping[str, _Parts]) -> _Parts:
    one = (*change.after, *change.before)[0]
    many = len(change.before) + len(change.after) > 2
    other = change.before[0].id if change.kind == "changed" else one.id
    return {
        "id": one.id,
        "was_id": other if other != one.id else None,
        "title": one.title,
        "days": days_words(one.first, one.last),
        "which": [*_which("was", change.before), *_which("is", change.after)] if many else [],
        "tolls": [_toll(t) for t in change.tolls],
        "facts": list(_facts(change)),
        "decisions": _made(change.decisions, decided),
    }


def _which(word: str, incidents: Iterable[Brief]) -> Iterator[_Parts]:
    for incident in incidents:
        yield {
            "word": word,
            "id": incident.id,
            "title": incident.title,
            "days": days_words(incident.first, incident.last),
            "figures": [f"{what_words(f)}: {details.figure(f)}" for f in incident.tolls],
        }


def _toll(toll: TollChange) -> _Parts:
    """Return a figure's words; no `was` where only what it rests on is another."""
    same = not toll.moved
    was = printed.figures(toll.before) if toll.before and not same else None
    return {
        "what": toll.what,
        "was": was,
        "is": printed.figures(toll.after) if toll.after else None,
        "moved": toll.moved,
        "entered": list(map(_told, toll.entered)),
        "left": list(map(_told, toll.left)),
    }


def _facts(change: Change) -> Iterator[_Parts]:
    for fact in change.details:
        yield {
            "what": fact.what,
            "before": fact.before,
            "after": fact.after,
            "entered": list(map(_told, fact.entered)),
            "left": list(map(_told, fact.left)),
        }
    for listed in change.lists:
        for word, facts in (("new", listed.new), ("gone", listed.gone)):
            for one in facts:
                cited = list(map(_told, one.claims))
                yield {
                    "what": f"{listed.what}, {word}",
                    "before": one.words if word == "gone" else "",
                    "after": one.words if word == "new" else "",
                    "entered": cited if word == "new" else [],
                    "left": cited if word == "gone" else [],
                }


def _running(change: RunningChange, decided: Mapping[str, _Parts]) -> _Parts:
    return {
        "was": list(map(details.running, change.before)),
        "is": list(map(details.running, change.after)),
        "entered": list(map(_told, change.entered)),
        "left": list(map(_told, change.left)),
        "decisions": _made(change.decisions, decided),
    }


def _told(told: Told) -> _Parts:
    """Return a claim's sentence in three pieces, its own words in the middle."""
    quote = " ".join(told.quote.split())
    before, words, after = told.sentence.partition(quote) if quote else (told.sentence, "", "")
    return {
        "because": told.because,
        "decision": told.decision,
        "document": told.document,
        "before": before,
        "words": words,
        "after": after,
        "source": printed.source(told),
        "ref": told.ref or told.document[:12],
        "claim": told.claim,
    }


def _made(ids: Sequence[str], decided: Mapping[str, _Parts]) -> list[_Parts]:
    return [decided[i] for i in ids]
