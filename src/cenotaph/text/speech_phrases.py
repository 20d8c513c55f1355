"""A head word -> the noun phrase around it, as the span of a source."""

from __future__ import annotations

from cenotaph.model import Span
from cenotaph.text.reading import Sentence, Token


def noun_phrase(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """Return first and last token of the noun phrase around a head, on one side of the verb."""
    words = sentence.subtree(head)
    for k in sentence.kids[head]:
        # "Orlov, speaking by phone, said": the participle is no part of his name
        if sentence.tokens[k].dep == "acl" and k > head:
            edge = sentence.subtree(k)[0]
            if edge and sentence.tokens[edge - 1].text == ",":
                words = tuple(i for i in words if i < edge)
    words = tuple(i for i in words if (i < verb) == (head < verb))
    first, last = words[0], words[-1]
    while first < head and _leads(sentence.tokens[first]):
        first += 1
    while (
        last > head
        and sentence.tokens[last].pos == "PUNCT"
        and (sentence.tokens[last].text not in {")", "]", '"', "”"})
    ):
        last -= 1
    return first, last


def _leads(token: Token) -> bool:
    """Tell whether a word before a source is no part of it: "But police", "Even the army"."""
    if token.dep in {"preconj", "det"}:
        return False
    return token.pos in {"CCONJ", "PUNCT", "SCONJ"} or token.text.casefold() in {"even", "also"}


def source_span(sentence: Sentence, words: tuple[int, int], verb: int) -> Span:
    """Return the span of a noun phrase; with the comma that closes an apposition before the verb.

    "Sara Lindt, a nurse, said": the phrase runs up to and with the second comma.
    """
    first, last = words
    tokens = sentence.tokens
    closes = last + 1 < verb and tokens[last + 1].text == ","
    if closes and any(t.text == "," for t in tokens[first : last + 1]):
        last += 1
    return sentence.span_of(first, last)
