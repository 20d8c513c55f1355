"""What answers are worth: the composed corpus linked, then asked about, the labels answering.

    python bench/answers.py [--answers N] [--step N] [--ledger FILE] [-o CURVE.json]

Reads tests/scenes into a ledger (kept where --ledger says), and prints pairwise precision, recall
and F1 over the tellings after 0, STEP, 2 STEP ... of the merge questions, in the order in which
`cenotaph questions` asks them, were answered as the labels have it. A telling that was not found
is alone. Questions about a telling that no label names are skipped, and counted.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cenotaph import pipeline
from cenotaph.model import Decision, Question, Record, Verdict
from cenotaph.store import Ledger

SCENES = Path(__file__).parent.parent / "tests" / "scenes"


class Tell(NamedTuple):
    """An account's telling of an incident, as labelled."""

    ref: str
    incident: str
    place: int  # of its anchor, in the text


class Score(NamedTuple):
    """Pairwise figures after so many answers."""

    answers: int
    precision: float
    recall: float
    f1: float


def main() -> None:
    """Print the curve; write it as JSON where asked to."""
    options = _options()
    scenes = [json.loads(p.read_text("utf-8")) for p in sorted(SCENES.glob("*.json"))]
    tells = list(_tells(scenes))
    with Ledger.open(options.ledger, create=True) as ledger:
        lines = "".join(_line(a) for scene in scenes for a in scene["accounts"])
        pipeline.ingest([io.BytesIO(lines.encode())], ledger, lambda _: None)
        curve = list(_curve(ledger, tells, options))
    if options.output:
        rows = [score._asdict() for score in curve]
        options.output.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def _tells(scenes: list[dict[str, Any]]) -> Iterator[Tell]:
    for scene in scenes:
        for account in scene["accounts"]:
            for tell in account["tells"]:
                place = account["text"].find(tell["anchor"])
                yield Tell(account["ref"], tell["incident"], place)


def _line(account: dict[str, Any]) -> str:
    keys = ("ref", "title", "text", "publisher", "source_kind", "published")
    return json.dumps({k: account[k] for k in keys if account.get(k)}) + "\n"


def _curve(ledger: Ledger, tells: list[Tell], options: argparse.Namespace) -> Iterator[Score]:
    answered = 0
    skipped: set[tuple[str, ...]] = set()
    while True:
        record = pipeline.record(ledger)
        score = Score(answered, *_score(record, tells))
        open_ = [q for q in record.questions if q.kind == "merge" and q.subjects not in skipped]
        print(
            f"{answered:4d} answers: P {score.precision:.3f} R {score.recall:.3f}"
            f" F1 {score.f1:.3f}; {len(open_)} open, {len(skipped)} without a label",
            flush=True,
        )
        yield score
        labels = _labels(record, tells)
        asked = iter(open_)
        given = 0
        while given < min(options.step, options.answers - answered):
            question = next(asked, None)
            if question is None:
                break
            known = [labels.get(m) for m in question.subjects]
            if None in known:
                skipped.add(question.subjects)
                continue
            _answer(ledger, question, "same" if known[0] == known[1] else "different")
            given += 1
        if not given:
            return
        answered += given


def _answer(ledger: Ledger, question: Question, verdict: Verdict) -> None:
    ledger.decide(
        Decision(
            id="",
            seq=0,
            at="2026-01-01T00:00:00+00:00",
            reviewer="labels",
            subjects=question.subjects,
            verdict=verdict,
            reason="labelled so",
        )
    )


def _labels(record: Record, tells: list[Tell]) -> dict[str, str]:
    """Return the labelled incident of each event of the record."""
    return {event: tells[n].incident for event, (_, n) in _nearest(record, tells).items()}


def _nearest(record: Record, tells: list[Tell]) -> dict[str, tuple[int, int]]:
    """Return, for each event, how far its mentions are from the nearest anchor, and which."""
    places = _places(record)
    found: dict[str, tuple[int, int]] = {}
    for n, tell in enumerate(tells):
        for event, at in places.get(tell.ref, ()):
            here = (abs(at - tell.place), n)
            found[event] = min(found.get(event, here), here)
    return found


def _places(record: Record) -> dict[str, list[tuple[str, int]]]:
    """Return, for each ref, (event, place in the text) of the mentions that are in an incident."""
    home = {m for i in record.incidents for m in (i.id, *i.aliases)}
    accounts = {a.document.id: a for a in record.accounts}
    return {
        c.ref: [
            (m.event, m.span.start if m.span.part == "text" else 0)
            for m in accounts[c.document].mentions
            if m.id in home
        ]
        for c in record.captures
    }


def _score(record: Record, tells: list[Tell]) -> tuple[float, float, float]:
    home = {m: i.id for i in record.incidents for m in (i.id, *i.aliases)}
    best: dict[int, tuple[int, str]] = {}
    for event, (distance, n) in _nearest(record, tells).items():
        best[n] = min(best.get(n, (distance, event)), (distance, event))
    ours = [home[best[n][1]] if n in best else f"none {n}" for n in range(len(tells))]
    gold = [t.incident for t in tells]
    both = _pairs(Counter(zip(ours, gold, strict=True)))
    precision, recall = both / max(1, _pairs(Counter(ours))), both / _pairs(Counter(gold))
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairs(sizes: Counter[object]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=200)
    parser.add_argument("--step", type=int, default=10)
    parser.add_argument("--ledger", default=":memory:")
    parser.add_argument("-o", dest="output", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
