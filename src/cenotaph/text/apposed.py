"""A phrase for a group -> the name that stands behind it: 'an ultra-right unit, the "Red Hand"'."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.parties import Party, parties_at
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import NamePhrase, Sentence

_ENDS = frozenset({'"', "”", "''"})


def named_parties(
    sentence: Sentence, head: int, names: Sequence[NamePhrase], *, loose: bool = False
) -> tuple[Party, ...]:
    """Return the parties of a phrase, by its name where plain words for a group stand before it."""
    found = parties_at(sentence, head, names, loose=loose)
    if any(p.name[:1].isupper() for p in found):
        return found
    apposed = clauses.kid(sentence, head, "appos")
    if apposed is None or (found and not _is_of_group(sentence, head)):
        return found
    called = parties_at(sentence, apposed, names) or _quoted(sentence, head, apposed)
    if any(p.name[:1].isupper() for p in called):
        return called
    own = sentence.tokens[head].text[:1].isupper()  # "Dana Orlo, a militia": by its own name
    return found or (() if own else called)


def _is_of_group(sentence: Sentence, head: int) -> bool:
    return clauses.lower(sentence, head) in party_words("group") | party_words("rebel") | {"unit"}


def _quoted(sentence: Sentence, head: int, apposed: int) -> tuple[Party, ...]:
    """Return what stands in quotation marks right behind a word for a group: 'the group "Lume"'."""
    opened = next((i for i in range(head + 1, apposed) if sentence.tokens[i].text in _OPENS), None)
    if opened is None or not _is_of_group(sentence, head):
        return ()
    inside: list[str] = []
    for token in sentence.tokens[opened + 1 : opened + 9]:
        if token.text in _ENDS:
            break
        inside.append(token.text)
    named = bool(inside) and inside[0][:1].isupper() and len(inside) < _MOST
    return (Party(" ".join(inside), head, opened + len(inside)),) if named else ()


_OPENS = frozenset({'"', "“", "``"})
_MOST = 8  # words of a name
