"""The name of a map -> its words: a file of the user's own, or one that comes with the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from cenotaph.errors import UsageError


def shipped() -> tuple[str, ...]:
    """Return the names of the maps that come with the package."""
    found = resources.files("cenotaph").joinpath("data", "maps").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in found if f.name.endswith(".toml")))


def load(name: str) -> tuple[str, str]:
    """Return what a map is called in messages, and its words: a file's, or a shipped one's."""
    path = Path(name)
    if path.is_file():
        try:
            return name, path.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(f"{name}: not UTF-8: {error.reason}; save it as UTF-8") from error
    if name in shipped():
        return ours(name)
    raise UsageError(
        f"{name}: no such file, and no map of that name; known: {', '.join(shipped())}"
    )


def ours(name: str) -> tuple[str, str]:
    """Return a shipped map as `load` does; it opens no other file, whoever asks."""
    if name not in shipped():
        raise UsageError(f"{name!r}: no map of that name; known: {', '.join(shipped())}")
    data = resources.files("cenotaph").joinpath("data", "maps", f"{name}.toml")
    return name, data.read_text("utf-8")
