"""Record, profile, key -> the record as it may be passed on: Record again, for any exporter.

Nothing here reads a file or knows a clock; whoever calls keeps the key. What is passed on is made
field by field (`channels`), so an exporter has nothing else to print: a document holds only the
words that are quoted, spans point into those, ids are keyed.
"""

from cenotaph.redaction.passing import kept_id, publisher_code, redact
from cenotaph.redaction.profile import SHIPPED, Profile

__all__ = ["SHIPPED", "Profile", "kept_id", "publisher_code", "redact"]
