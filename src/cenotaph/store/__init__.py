"""The ledger: what was read, what was found in it, what people decided; append-only, in SQLite."""

from cenotaph.store.copying import TABLES, Copying, Row, Words
from cenotaph.store.file import SCHEMA, no_room
from cenotaph.store.ledger import Kept, Ledger
from cenotaph.store.live import Live
from cenotaph.store.looking import Looking
from cenotaph.store.pieces import Pieces
from cenotaph.store.standing import Standing
from cenotaph.store.verify import Verified

__all__ = [
    "SCHEMA",
    "TABLES",
    "Copying",
    "Kept",
    "Ledger",
    "Live",
    "Looking",
    "Pieces",
    "Row",
    "Standing",
    "Verified",
    "Words",
    "no_room",
]
