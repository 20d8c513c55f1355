"""The file of a secret key -> the key; made where there is none, and for its owner's eyes only.

Pseudonyms can be told from guesses only by who holds the key, and are the same from one output to
the next only with the same key. It stands beside the ledger, never in it: a copy of the ledger
that is handed on brings no key.
"""

import os
import re
import secrets
import stat
import tempfile
from pathlib import Path
from typing import Final

from cenotaph.errors import UsageError

_BYTES: Final = 32
_SHAPE: Final = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}\n?")


def beside(ledger: str) -> Path:
    """Return where the key of a ledger stands unless a profile names another."""
    return Path(f"{ledger}.key")


def made(path: Path) -> bool:
    """Make a new key where there is none; tell whether one was made."""
    if path.exists():
        return False
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:  # mkstemp has made it readable by its owner only
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(f"{secrets.token_hex(_BYTES)}\n")
            out.flush()
            os.fsync(out.fileno())
        os.link(name, path)  # never over a key that somebody else made meanwhile
    except FileExistsError:
        return False
    finally:
        Path(name).unlink()
    return True


def key(path: Path) -> bytes:
    """Return the key in a file; UsageError where others can read it or it is none."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        raise UsageError(
            f"{path}: a secret key that others can read (mode {mode:o});"
            f" only its owner may: chmod 600 {path}"
        )
    words = path.read_bytes().decode("ascii", "replace")
    if not _SHAPE.fullmatch(words):
        raise UsageError(f"{path}: no key of ours; one is {2 * _BYTES} hexadecimal digits")
    return bytes.fromhex(words.strip())
