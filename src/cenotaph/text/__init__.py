"""Document -> Reading: sentences, grammar, number phrases, days, names, speech, mentions."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cenotaph.model import Document, Gazetteer
from cenotaph.text.grammar import Grammar, load_grammar
from cenotaph.text.reading import Reading
from cenotaph.text.sentences import split

__all__ = ["Grammar", "Reading", "load_grammar", "read_text", "read_texts", "split"]


def read_text(document: Document, grammar: Grammar, gazetteer: Gazetteer) -> Reading:
    """Return everything the text layer knows of one document."""
    sentences = split(document)
    sentences = grammar.parse(sentences, range(len(sentences)))
    numbers = tuple(n for s in sentences for n in _step("numbers", "find_numbers")(s))
    days = tuple(d for s in sentences for d in _step("days", "find_days")(s))
    found = _step("names", "find_names")(sentences, gazetteer)
    names = _step("people", "unify")(found, sentences) or found
    speech = _step("speech", "find_speech")(document, sentences, names)
    mentions = _step("events", "find_mentions")(
        document, sentences, numbers, days, names, speech
    )
    return Reading(
        document=document, sentences=sentences, numbers=numbers, days=days, names=names,
        speech=speech, mentions=mentions,
    )  # fmt: skip


def read_texts(
    documents: Iterable[Document], grammar: Grammar, gazetteer: Gazetteer
) -> Iterator[Reading]:
    """Yield the reading of each document; a document's parse depends on it alone."""
    return (read_text(document, grammar, gazetteer) for document in documents)


def _step(module: str, name: str) -> Callable[..., Any]:
    """Return a step's function, or one that finds nothing while its module is not there."""
    try:
        return getattr(importlib.import_module(f"cenotaph.text.{module}"), name)  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return lambda *_: ()
