"""Readings of made-up accounts, by the grammar model and gazetteer that are shipped."""

from functools import cache

from cenotaph.gazetteer import shipped
from cenotaph.model import Document
from cenotaph.text import load_grammar, read_text
from cenotaph.text.reading import Reading


@cache
def reading_of(text: str, title: str | None = None) -> Reading:
    """Return the reading of an account."""
    return read_text(Document.of(text, title), load_grammar(), shipped())
