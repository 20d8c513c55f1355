"""Groups that give themselves a name: "a group calling itself the Reed Brigade"."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.parties import Party
from cenotaph.text.reading import Sentence


def self_named(sentence: Sentence, verb: int) -> tuple[Party, ...]:
    """Return the name that a group gives itself: "a group calling itself the Reed Brigade".

    Read by the words: the small model makes "claimed" the clause of "calling" as often as not.
    """
    end = len(sentence.tokens) if clauses.is_passive(sentence, verb) else verb
    for i in range(1, end - 1):
        named = sentence.tokens[i - 1].lemma.lower() in {"call", "name", "style"}
        if named and clauses.lower(sentence, i) == "itself":
            last = end if end == verb else _phrase_end(sentence, i + 1)
            words = [t.text for t in sentence.tokens[i + 1 : last]]
            kept = words[: words.index(",")] if "," in words else words
            skipped = bool(kept) and kept[0].lower() in {"the", "a", "an"}
            name = " ".join(kept[skipped:])
            first = i + 1 + skipped
            return (Party(name, first, i + len(kept)),) if name[:1].isupper() else ()
    return ()


def _phrase_end(sentence: Sentence, first: int) -> int:
    """Return where a name ends that starts at a word: before the first small word but "of"."""
    inside = {"the", "of", "for", "and"}
    for i in range(first, len(sentence.tokens)):
        token = sentence.tokens[i]
        if not token.text[:1].isupper() and token.text not in inside:
            return i
    return len(sentence.tokens)
