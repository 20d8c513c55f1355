"""Document -> Reading: sentences, grammar, number phrases, days, names, speech, mentions."""

from __future__ import annotations

from cenotaph.model import Document, Gazetteer
from cenotaph.text.days import find_days
from cenotaph.text.events import find_mentions
from cenotaph.text.far import Far
from cenotaph.text.furniture import furniture, left_aside
from cenotaph.text.gate import wanted
from cenotaph.text.grammar import Grammar, load_grammar
from cenotaph.text.language import in_english
from cenotaph.text.names import find_names
from cenotaph.text.numbers import find_numbers
from cenotaph.text.people import unify
from cenotaph.text.reading import Reading
from cenotaph.text.sentences import split
from cenotaph.text.speech import find_speech
from cenotaph.text.truecase import truecased

__all__ = ["Grammar", "Reading", "load_grammar", "read_text"]


def read_text(document: Document, grammar: Grammar, gazetteer: Gazetteer) -> Reading:
    """Return everything the text layer knows of one document."""
    found, skipped = in_english(split(document))
    shown = truecased(found, gazetteer, grammar.knows)
    aside = furniture(found)
    sentences = grammar.parse(found, wanted(found) - aside, shown)
    numbers = tuple(n for s in sentences for n in find_numbers(s))
    days = tuple(d for s in sentences for d in find_days(s))
    names = unify(find_names(sentences, gazetteer), sentences)
    speech = find_speech(document, sentences, names)
    mentions, shared = find_mentions(document, sentences, numbers, days, names, Far(gazetteer))
    return Reading(
        document=document,
        sentences=sentences,
        numbers=numbers,
        days=days,
        names=names,
        speech=speech,
        mentions=mentions,
        shared=shared,
        skipped=(*skipped, *left_aside(found, aside)),
    )
