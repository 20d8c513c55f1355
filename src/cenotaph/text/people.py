"""Names of persons and what a document says of them -> one name a person, and who that is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cenotaph.model import Span
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import NamePhrase, Sentence

_OWNER = re.compile(r"['’]s?$")
_NOUN_PHRASE = frozenset({"compound", "nmod", "appos", "flat", "npadvmod"})
_LONGEST = 14  # words of an apposition that still tell who someone is


def unify(names: Sequence[NamePhrase], sentences: Sequence[Sentence]) -> tuple[NamePhrase, ...]:
    """Return the names with one name a person: "Orlov" and "Mr. Orlov" become "Sergei Orlov".

    A surname that two persons of the document share goes to the one named last before it. A name
    taken for an organization is a person's where it is the surname of one.
    """
    whole = [w for n in names if n.kind == "person" and len(w := _words(n.name)) > 1]
    unified: list[NamePhrase] = []
    seen, all_whole = _Known(), _Known(reversed(whole))
    for phrase in names:
        words = _words(phrase.name)
        if phrase.kind == "place" or not words:
            unified.append(phrase)
            continue
        if phrase.kind == "person":
            full = seen.full(words) or all_whole.full(words) or words
            seen.add(full)
        else:
            known = seen.full(words) if len(words) == 1 else None
            if known is None:
                unified.append(phrase)
                continue
            full = known
        unified.append(msgspec.structs.replace(phrase, kind="person", name=" ".join(full)))
    unified.extend(_surnames(unified, sentences))
    return tuple(sorted(unified, key=lambda n: (n.span.part == "text", n.span.start)))


def _surnames(names: Sequence[NamePhrase], sentences: Sequence[Sentence]) -> Iterator[NamePhrase]:
    """Yield surnames standing alone, of persons named in full elsewhere: "Orlov said"."""
    people = [n for n in names if n.kind == "person" and " " in n.name]
    if not people:
        return
    held = {(n.span.part, at) for n in names for at in range(n.span.start, n.span.end)}
    bearers: dict[str, list[NamePhrase]] = {}
    for person in people:
        bearers.setdefault(person.name.split()[-1], []).append(person)
    alone = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(bearers))) + r")(?![\w-])")
    for sentence in sentences:
        for found in alone.finditer(sentence.text):
            start, part = sentence.span.start + found.start(), sentence.part
            if (part, start) not in held and not _named_more(sentence.text[: found.start()]):
                span = Span(start=start, end=start + len(found.group()), part=part)
                name = _bearer(span, bearers[found.group()])
                yield NamePhrase(span=span, kind="person", name=name)


def _named_more(before: str) -> bool:
    """Tell whether a word before a surname makes it another person's: "Ivo Orlov"."""
    words = before.split()
    if not words or not before[-1:].isspace() or not words[-1][:1].isupper():
        return False
    word = words[-1].rstrip(".")
    opens = len(words) == 1 and word in grouped("abbreviations.txt")["starters"]
    return not opens and word.isalpha() and word not in grouped("names.txt")["title"]


def _bearer(span: Span, bearers: Sequence[NamePhrase]) -> str:
    """Return the full name a surname stands for: the one named last before it, else the first."""
    at = bisect_left(bearers, _position(span), key=lambda p: _position(p.span))
    return bearers[max(at - 1, 0)].name


def _position(span: Span) -> tuple[bool, int]:
    return (span.part == "text", span.start)


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles and the owner's 's."""
    words = [_OWNER.sub("", w) for w in name.split()]
    titles = grouped("names.txt")["title"]
    while len(words) > 1 and words[0].rstrip(".") in titles:
        words = words[1:]
    return tuple(w for w in words if w)


class _Known:
    """Full names by their last and by their first word, the latest named last."""

    def __init__(self, names: Iterable[tuple[str, ...]] = ()) -> None:
        self._by_last: dict[str, dict[tuple[str, ...], None]] = {}
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            self.add(name)

    def add(self, name: tuple[str, ...]) -> None:
        """Note a name, now the latest."""
        alike = self._by_last.setdefault(name[-1], {})
        alike.pop(name, None)
        alike[name] = None
        if len(name) > 1:
            self._by_first.setdefault(name[0], set()).add(name)

    def full(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the fullest known name that these words are part of, the latest named first."""
        alike = self._by_last.get(words[-1], {})
        for other in reversed(alike):
            if words in {other, other[-1:], other[-2:]} or _same(words, other):
                longer = (k for k in reversed(alike) if len(k) > len(other) and _same(other, k))
                return next(longer, other)
        first = self._by_first.get(words[0], set()) if len(words) == 1 else set()
        return next(iter(first)) if len(first) == 1 else None


def _same(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a name is another with middle names left out: "Ana Ruiz", "Ana Maria Ruiz"."""
    return len(words) > 1 and len(other) > 1 and words[0] == other[0] and words[-1] == other[-1]


class Person(msgspec.Struct, frozen=True):
    """A person named in a document and the noun phrases that tell who that is."""

    name: str
    words: tuple[str, ...]


def persons(names: Sequence[NamePhrase], sentences: Sequence[Sentence]) -> dict[str, Person]:
    """Return the persons of a document by name, each with what is said of them in noun phrases."""
    found: dict[str, list[str]] = {}
    for sentence, phrase in by_sentence(names, sentences):
        if phrase.kind == "person":
            words = found.setdefault(phrase.name, [])
            words.extend(w for w in _told(sentence, phrase) if w not in words)
    return {name: Person(name=name, words=tuple(words)) for name, words in found.items()}


def by_sentence(
    names: Sequence[NamePhrase], sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, NamePhrase]]:
    """Yield each name with the sentence it stands in."""
    places = {(s.part, s.span.start): s for s in sentences}
    starts = sorted((s.part, s.span.start) for s in sentences)
    at = 0
    for phrase in sorted(names, key=lambda n: (n.span.part, n.span.start)):
        key = (phrase.span.part, phrase.span.start)
        while at + 1 < len(starts) and starts[at + 1] <= key:
            at += 1
        if starts:
            yield places[starts[at]], phrase


def _told(sentence: Sentence, phrase: NamePhrase) -> Iterator[str]:
    """Yield the noun phrase around a name, an apposition's other half and what "is" says."""
    inside = [
        i
        for i, t in enumerate(sentence.tokens)
        if phrase.span.start <= t.start and t.end <= phrase.span.end
    ]
    heads = [i for i in inside if sentence.tokens[i].head not in inside or _root(sentence, i)]
    if not heads:
        return
    head = heads[-1]
    while sentence.tokens[head].dep in _NOUN_PHRASE and not _root(sentence, head):
        if sentence.tokens[sentence.tokens[head].head].pos not in {"NOUN", "PROPN"}:
            break
        head = sentence.tokens[head].head
    yield from noun_texts(sentence, head)
    verb = sentence.tokens[head].head
    if sentence.tokens[head].dep == "nsubj" and sentence.tokens[verb].lemma == "be":
        for k in sentence.kids[verb]:
            if sentence.tokens[k].dep == "attr":
                yield from noun_texts(sentence, k)


def _root(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].head == index


def noun_texts(sentence: Sentence, head: int) -> Iterator[str]:
    """Yield the texts of a noun phrase: its core, its appositions, then with what hangs on it."""
    tokens = sentence.tokens
    left = [i for i in sentence.subtree(head) if i <= head]
    yield _text(sentence, left[0], head)
    for k in sentence.kids[head]:
        if tokens[k].dep == "appos":
            yield from noun_texts(sentence, k)
    for k in sentence.kids[head]:
        if tokens[k].dep == "prep" and tokens[k].text in {"of", "for", "at", "from", "with", "in"}:
            words = sentence.subtree(k)
            yield _text(sentence, words[0], min(words[-1], words[0] + _LONGEST))


def _text(sentence: Sentence, first: int, last: int) -> str:
    start = sentence.tokens[first].start - sentence.span.start
    return sentence.text[start : sentence.tokens[last].end - sentence.span.start]
