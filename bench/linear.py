"""Seconds of reading by length: python bench/linear.py [SENTENCES ...] -> a table, made-up texts.

Each row is one text of so many sentences, with the seconds of processor time to read, extract and
resolve it, and how many times longer that took than the row before; twice the length should take
about twice as long. Then come one line of 200,000 characters, a long text of plain prose, control
characters and, with --large, a text of five million characters.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator

from cenotaph import gazetteer
from cenotaph.extract import extract
from cenotaph.model import Capture, Document, Gazetteer
from cenotaph.resolve import resolve
from cenotaph.text import Grammar, load_grammar, read_text

_SIZES = (250, 500, 1000, 2000, 4000)
_LINE, _PROSE, _LARGE = 200_000, 1_900_000, 5_000_000  # characters
_CONTROL = "Three\x00 people\u202e were\x07 killed\u2066 in Homs,\x1b[0m the\ud800 mayor said.\x0c"
_SAME = "Three people were killed in Homs, the mayor said on Tuesday. "
_NESTED = "“She said “he said “three died in Homs” and fled” on Monday,” he said. "
_PROSE_WORDS = "The river ran past the old mill and nobody there had heard of it before. "
_FIRST = ("Ana", "Ivo", "Petra", "Sara", "Marko", "Lena", "Omar", "Dina", "Karl", "Nora", "Hugo")
_LAST = ("Brandt", "Orlov", "Ruiz", "Lindt", "Karel", "Novak", "Haddad", "Cole", "Velde", "Marsh")
_TOWNS = ("Homs", "Kherson", "Sumy", "Aleppo", "Mosul", "Kunduz", "Goma", "Maiduguri", "Aden")
_JOBS = ("mayor", "governor", "police chief", "doctor", "spokesman", "witness")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Seconds of reading by length")
    parser.add_argument("sizes", nargs="*", type=int, default=_SIZES)
    parser.add_argument("--large", action="store_true", help="read five million characters, too")
    options = parser.parse_args()
    sizes = options.sizes
    grammar, places = load_grammar(), gazetteer.shipped()
    _seconds("Two men died.", grammar, places)
    kinds: dict[str, Callable[[int], str]] = {
        "same": lambda n: _SAME * n,
        "varied": lambda n: " ".join(_varied(n)),
        "lines": lambda n: "\n\n".join(_varied(n)),
        "nested": lambda n: _NESTED * n,
        "one nest": lambda n: "“He said " * n + "three died" + "” he said" * n,
        "control": lambda n: _CONTROL * n,
        "left open": lambda n: "“Three people were killed in Homs. " * n,
    }
    for kind, made in kinds.items():
        before: float | None = None
        for size in sizes:
            before = _row(f"{kind} {size}", made(size), before, (grammar, places))
    _row("one line", (_SAME * (_LINE // len(_SAME) + 1))[:_LINE], None, (grammar, places))
    prose = (_PROSE_WORDS * (_PROSE // len(_PROSE_WORDS) + 1))[:_PROSE]
    _row("plain prose", prose, None, (grammar, places))
    if options.large:
        text = " ".join(_varied(_LARGE // 70))[:_LARGE]
        _row("large", text, None, (grammar, places))


def _varied(sentences: int) -> Iterator[str]:
    """Yield sentences with ever new names, days and speakers."""
    for i in range(sentences):
        name = f"{_FIRST[i % 11]} {_LAST[i * 7 % 10]}{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}"
        town, job = _TOWNS[i % 9], _JOBS[i % 6]
        yield (
            f"{name}, the {job} of {town}, said on Monday that {i % 30 + 2} people were killed.",
            f"“We saw {i % 7 + 2} dead in the market of {town},” the {job} said.",
            f"She denied that the army had shelled {town} and blamed rebels, who wounded {name}.",
            f"A separate bombing in {town} on {i % 28 + 1} March {1990 + i % 30} left {i} dead.",
        )[i % 4]


def _row(name: str, text: str, before: float | None, means: tuple[Grammar, Gazetteer]) -> float:
    parts = _seconds(text, *means)
    total = sum(parts)
    times = f"x{total / before:.2f}" if before else ""
    seconds = " ".join(f"{part:8.2f}" for part in parts)
    print(f"{name:16} {len(text):9,} characters {seconds} s  {times}", flush=True)
    return total


def _seconds(text: str, grammar: Grammar, places: Gazetteer) -> tuple[float, float, float]:
    """Return the processor time to read, extract and resolve a text."""
    document = Document.of(text)
    capture = Capture(document=document.id, raw="", ref="made up", published="2020-01-01")
    begun = time.process_time()
    reading = read_text(document, grammar, places)
    read = time.process_time()
    account = extract(reading)
    extracted = time.process_time()
    resolve(account, (capture,), places)
    return read - begun, extracted - read, time.process_time() - extracted


if __name__ == "__main__":
    main()
