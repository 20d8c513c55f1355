"""The questions one by one, each answered with one key; what an answer changed is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Final, NamedTuple

from cenotaph.desk.difference import difference
from cenotaph.desk.printed import Open, Words, asked, folded, lines
from cenotaph.desk.verdict import answered, taken_back
from cenotaph.model import Choice, Decision, Person, Question, Record
from cenotaph.publish import Options
from cenotaph.store import Ledger

Subject = tuple[str, tuple[str, ...]]  # a question's kind and subjects: what it is about

_KEYS: Final = "[s] skip   [u] undo the last   [q] quit"
_END: Final = ("", "q", "\x03", "\x04")  # end of input, q, Ctrl-C and Ctrl-D of a raw terminal


class Desk(NamedTuple):
    """What an answering person sits at."""

    ledger: Ledger
    record: Callable[[], Record]  # as it is now
    person: Callable[[], Person]
    read: IO[str]
    write: Callable[[str], None]  # a line
    options: Options
    kind: str | None = None
    reason: str | None = None


def answer(desk: Desk) -> int:
    """Ask until there is nothing left, or the person quits; return how many answers hold.

    The last answer can be taken back too: where something was answered, the end is confirmed.
    """
    done: list[Decision] = []
    skipped: set[Subject] = set()
    with _one_key(desk.read):
        while True:
            record, question = _next(desk, skipped)
            if question is None and not done:
                desk.write("Nothing more to answer.")
                break
            key = _end(desk) if question is None else _ask(desk, record, question)
            if key in _END:
                break
            if key == "u":
                _undo(desk, record, done)
            elif question is not None and key == "s":
                skipped.add(_subject(question.whole))
            elif question is not None:
                (choice,) = [c for c in question.whole.choices if c.key == key]
                done.append(_decide(desk, record, choice))
    return len(done)


def _end(desk: Desk) -> str:
    desk.write("Nothing more to answer.   [u] undo the last   [q] quit")
    while (key := _key(desk.read)) not in {"u", *_END}:
        pass
    return key


def _subject(question: Question) -> Subject:
    return question.kind, question.subjects


def _next(desk: Desk, skipped: set[Subject]) -> tuple[Record, Open | None]:
    record = desk.record()
    left = (o for o in asked(record, desk.options, desk.kind) if o.whole.choices)
    return record, next((o for o in left if _subject(o.whole) not in skipped), None)


def _ask(desk: Desk, record: Record, question: Open) -> str:
    """Print a question and return the key of an answer, or another key that we know."""
    number = record.questions.index(question.whole) + 1
    for line in lines(number, question.shown, Words.of(record, desk.options)):
        desk.write(line)
    desk.write(f"   {_KEYS}")
    known = {c.key for c in question.whole.choices} | {"s", "u", *_END}
    while (key := _key(desk.read)) not in known:
        desk.write(f"   {key!r} answers nothing here: {' '.join(sorted(known - set(_END)))} or q")
    return key


def _key(read: IO[str]) -> str:
    """Return the next letter, small; "" at the end of input."""
    while (letter := read.read(1)).isspace():
        pass
    return letter.lower()


def _decide(desk: Desk, record: Record, choice: Choice) -> Decision:
    made = desk.ledger.decide(answered(choice, desk.person(), desk.reason or ""))
    desk.write(f"   {choice.words}: decision {made.id[:12]}")
    _tell(desk, record)
    return made


def _undo(desk: Desk, record: Record, done: list[Decision]) -> None:
    if not done:
        desk.write("   nothing was answered yet")
        return
    last = done.pop()
    desk.ledger.decide(taken_back(last.id, desk.person(), desk.reason or ""))
    desk.write(f"   taken back: decision {last.id[:12]}")
    _tell(desk, record)


def _tell(desk: Desk, before: Record) -> None:
    for line in folded(difference(before, desk.record(), desk.options), "   "):
        desk.write(line)
    desk.write("")


@contextmanager
def _one_key(read: IO[str]) -> Iterator[None]:
    """Let a terminal hand over each key at once; a pipe does anyway, Windows waits for Enter."""
    try:
        import termios  # noqa: PLC0415 # not everywhere
        import tty  # noqa: PLC0415
    except ImportError:
        yield
        return
    if not read.isatty():
        yield
        return
    before = termios.tcgetattr(read)
    try:
        tty.setcbreak(read)
        yield
    finally:
        termios.tcsetattr(read, termios.TCSADRAIN, before)
