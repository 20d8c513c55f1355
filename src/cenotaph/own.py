"""A user's own policy, a file or an installed plug-in -> a policy that is checked as it counts."""

import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from importlib.abc import InspectLoader
from importlib.metadata import EntryPoint
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

import msgspec

from cenotaph.errors import UsageError
from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.positions import Position

# What a program of somebody else's may raise; all of it is told as a fault of that program.
_MISHAPS: Final = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip


class Own:
    """A policy that a user wrote; what it returns is checked before it enters the record."""

    def __init__(self, name: str, module: object, origin: str) -> None:
        self._origin = origin
        self.NAME: str = getattr(module, "NAME", "")
        if not re.fullmatch(rf"{re.escape(name)}/[1-9]\d*", str(self.NAME)):
            met = f"is {self.NAME!r}" if self.NAME else "is missing"
            raise UsageError(f'{origin}: NAME {met}; expected NAME = "{name}/1", with its version')
        count: object = getattr(module, "count", None)
        if not callable(count):
            raise UsageError(f"{origin}: there is no function count(positions, case)")
        self._count: Callable[[Sequence[Position], Case], object] = count
        words = getattr(module, "DESCRIPTION", None) or getattr(module, "__doc__", None) or name
        self.DESCRIPTION: str = str(words).strip().splitlines()[0]

    def count(self, positions: Sequence[Position], case: Case, /) -> tuple[Figure, ...]:
        """Return the figures of the user's policy; UsageError for what is none."""
        try:
            found = self._count(positions, case)
        except _MISHAPS as error:
            raise UsageError(f"{self._origin}: count() raised {_words(error)}") from error
        if not isinstance(found, Iterable) or isinstance(found, str | bytes):
            raise UsageError(f"{self._origin}: count() returned {found!r}; expected Figures")
        figures = tuple(found)
        known = {c.id for p in positions for c in p.claims}
        for figure in figures:
            fault = _fault(figure, known)
            if fault is not None:
                raise UsageError(f"{self._origin}: count() returned {fault}")
        if len({(f.outcome, f.people) for f in figures}) < len(figures):
            raise UsageError(f"{self._origin}: count() returned two figures for the same people")
        return figures


def from_file(name: str, path: Path) -> Own:
    """Load a policy from one file; nothing is written beside it."""
    loader = _Text(path)
    spec = spec_from_loader(f"cenotaph_own_{name}", loader, origin=str(path))
    assert spec is not None  # noqa: S101 - for the type checker; a loader was given
    module = module_from_spec(spec)
    try:
        loader.exec_module(module)
    except _MISHAPS as error:
        raise UsageError(f"{path}: cannot be loaded: {_words(error)}") from error
    return Own(name, module, str(path))


def from_entry(entry: EntryPoint) -> Own:
    """Load a policy that an installed package brings."""
    try:
        return Own(entry.name, entry.load(), f"entry point {entry.name} = {entry.value}")
    except _MISHAPS as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(f"{entry.value}: cannot be loaded: {_words(error)}") from error


class _Text(InspectLoader):
    """Runs a file's text; the usual loader would leave compiled files in the user's folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get_source(self, fullname: str) -> str:  # noqa: ARG002 - a loader has it
        return self._path.read_text(encoding="utf-8")

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.get_source(fullname), str(self._path))

    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)


def _words(error: BaseException) -> str:
    """Return an error as "ValueError: ..., line 12"."""
    frames = traceback.extract_tb(error.__traceback__)
    line = frames[-1].lineno if frames and not isinstance(error, SyntaxError) else None
    where = f", {Path(frames[-1].filename).name} line {line}" if line is not None else ""
    return f"{type(error).__name__}: {error}{where}"


def _fault(figure: object, known: set[str]) -> str | None:
    """Return what is wrong with a figure, in words; None when it may enter the record."""
    if not isinstance(figure, Figure):
        return f"{figure!r}; expected cenotaph.model.Figure"
    try:
        msgspec.convert(msgspec.to_builtins(figure), Figure)
    except (TypeError, ValueError) as error:
        return f"a figure that cannot be written: {error}"
    what = f"the figure for {figure.outcome}"
    if not figure.claims or not known.issuperset(figure.claims):
        return f"{what} without claims, or with claims it was not given"
    if figure.low is not None and figure.high is not None and figure.high < figure.low:
        return f"{what} with low {figure.low} over high {figure.high}"
    return None
