"""Attributions in reading order -> each with its speaker: a name, a role, a side.

Pronouns go to the last person, people or body of their kind that spoke or was a sentence's subject.
What cannot be resolved stays without a speaker; it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cenotaph.model import Role, Span
from cenotaph.text.party_words import country
from cenotaph.text.people import Person, by_sentence, noun_texts, persons
from cenotaph.text.reading import NamePhrase, Sentence, Speech, Token
from cenotaph.text.spans import Spans
from cenotaph.text.speech_cues import Attribution, is_telling
from cenotaph.text.speech_known import Salience, Salient, Titles
from cenotaph.text.speech_roles import fighting, is_source, role_and_side
from cenotaph.text.speech_sources import (
    Kind,
    Source,
    fits,
    is_body,
    is_document,
    is_subject,
    issuer,
    label,
    person_over,
    words_of,
)

_FORCES = frozenset({"forces", "troops", "army", "military", "soldiers", "fighters", "navy"})
_STATES = frozenset({"army", "military", "navy"})
_BODIES = frozenset({"group", "organization", "organisation", "movement", "militia"})
_OWNED_BY = frozenset({"of", "from", "by"})
_LOWER = re.compile(r"^(?:[Tt]he|[Aa]n?)\s+(?:[a-z]+\s+)*(?=[A-Z])|^(?:[Tt]he|[Aa]n?)\s+")
_PERSONS = frozenset({"official", "witness", "medic", "party"})


class Cast:
    """Who is in a document; grows as it is read."""

    def __init__(
        self,
        names: Sequence[NamePhrase],
        sentences: Sequence[Sentence],
        quoted: Sequence[Span] = (),
        told: Sequence[Span] = (),
    ) -> None:
        """Take what is quoted, whose names no pronoun outside means, and what is told otherwise."""
        self.sentences = {s.number: s for s in sentences}
        self.persons: Mapping[str, Person] = persons(names, sentences)
        self.names = tuple(by_sentence(names, sentences))
        self.named: dict[int, list[NamePhrase]] = {}
        for s, n in self.names:
            self.named.setdefault(s.number, []).append(n)
        self.names_at = Spans((n for _, n in self.names), lambda n: (n.span,))
        self.hostile = fighting((s.text for s in sentences), names)
        self.titles = Titles(self.names, self.persons)
        self.salient = Salience()
        self.marked, self.said = Spans(quoted, lambda c: (c,)), Spans(told, lambda c: (c,))
        for s in sentences:
            self.salient.first(self._subjects(s))

    def _subjects(self, sentence: Sentence) -> list[Salient]:
        """Return who is a subject in a sentence, outside of what is quoted."""
        named = self.named.get(sentence.number, ())
        subjects = [(n.span.start, self.of_name(n)) for n in named if is_subject(sentence, n)]
        return [
            Salient(sentence.number, start, source, self.said.at(sentence.part, start) is not None)
            for start, source in (*subjects, *self._nouns(sentence))
            if self.marked.at(sentence.part, start) is None
        ]

    def _nouns(self, sentence: Sentence) -> Iterator[tuple[int, Source]]:
        """Yield the common nouns that are subjects and could speak: "officers", "the mayor"."""
        tokens = sentence.tokens
        for i, t in enumerate(tokens):
            if t.dep not in {"nsubj", "nsubjpass"} or t.pos not in {"NOUN", "PROPN"}:
                continue
            if is_source(t.text) or (i and is_source(f"{tokens[i - 1].text} {t.text}")):
                source = self.resolve(sentence, i)  # the name where one is in apposition
                if source is not None:
                    yield t.start, source

    def of_name(self, phrase: NamePhrase) -> Source:
        """Return the source a name stands for."""
        person = self.persons.get(phrase.name)
        if person is not None and phrase.kind == "person":
            return Source(phrase.name, "person", (*person.words, phrase.name), named=True)
        return Source(phrase.name, "body", (phrase.name,), named=True)

    def speech(self, a: Attribution) -> Speech:
        """Return an attribution as reported speech with its speaker, who may now be meant."""
        sentence = self.sentences[a.sentence]
        source = None if a.head is None else self.resolve(sentence, a.head)
        via = [
            name
            for span, always in ((a.quoted_by, True), (a.heard_by, False))
            if (name := self._passed(sentence, span, always=always)) is not None
        ]
        if a.quoted_by is not None and via:  # "The agency quoted police as saying ... It said"
            words = words_of(sentence, a.quoted_by)
            agency = Source(via[0], "body", (words,), named=True)
            self.salient.later(Salient(a.sentence, a.quoted_by.start, agency))
        origin = None if a.origin is None else self.resolve(sentence, a.origin)
        if origin is not None and self.describe(origin)[0] not in {None, "media"}:
            via = [source.name, *via] if source is not None else via
            source = origin
        if source is not None:
            start = a.source.start if a.source else sentence.span.start
            felt = not is_telling(a.verb) and self.said.at(sentence.part, start) is not None
            self.salient.later(Salient(a.sentence, start, source, told=felt))
        role, side = (None, None) if source is None else self.describe(source)
        if a.verb in {"claim", "claim as done"} and any(
            "responsibility" in words_of(sentence, c) for c in a.contents
        ):
            role = "party"
        return Speech(
            contents=a.contents, source=a.source, cue=a.cue, direct=a.direct, verb=a.verb,
            speaker=None if source is None else source.name, role=role, side=side, via=tuple(via),
        )  # fmt: skip

    def describe(self, source: Source) -> tuple[Role | None, str | None]:
        """Return role and side of a source."""
        role, side = role_and_side(source.texts, self.hostile)
        if role is None and not source.named:
            return "unnamed", side
        return role, side

    def _passed(self, sentence: Sentence, span: Span | None, *, always: bool) -> str | None:
        """Return the name of a medium that the words passed through."""
        if span is None:
            return None
        words = words_of(sentence, span)
        role, _ = role_and_side((words,), frozenset())
        if not always and role != "media":
            return None
        names = [n.name for n in self.names_at.within(span)]
        name = names[-1] if names else _LOWER.sub("", " ".join(words.split()))
        return name if always or name[:1].isupper() else None  # "told reporters": no one medium

    def resolve(self, sentence: Sentence, head: int) -> Source | None:
        """Return who a source's head word stands for."""
        token = sentence.tokens[head]
        if token.tag in {"WP", "WDT", "WP$"}:
            return self._antecedent(sentence, head)
        if token.pos == "PRON" and token.tag in {"PRP", "PRP$"}:
            return self._pronoun(sentence, token)
        phrase = self._name_at(sentence, head)
        if phrase is not None:
            source = self.of_name(phrase)
            return source._replace(texts=(*noun_texts(sentence, head), *source.texts))
        return self._noun(sentence, head)

    def _antecedent(self, sentence: Sentence, head: int) -> Source | None:
        at = head
        for _ in range(4):
            at = sentence.tokens[at].head
            if sentence.tokens[at].dep == "relcl":
                noun = sentence.tokens[at].head
                if sentence.tokens[head].text.casefold() == "who":
                    noun = person_over(sentence, noun)
                return None if sentence.tokens[noun].pos == "PRON" else self.resolve(sentence, noun)
        return None

    def _pronoun(self, sentence: Sentence, token: Token) -> Source | None:
        word = token.text.casefold()
        kinds: Mapping[str, Kind] = {
            "he": "person", "his": "person", "she": "person", "her": "person",
            "they": "people", "their": "people", "it": "body", "its": "body",
        }  # fmt: skip
        kind = kinds.get(word)
        if kind is None:
            return None  # I, we, you: whoever that is
        here = (sentence.number, token.start)
        near = [n for n in self.salient.near(sentence.number) if (n.sentence, n.start) < here]
        near.sort(key=lambda n: (not n.told, n.sentence, n.start), reverse=True)
        return next((n.source for n in near if fits(n.source, kind, word)), None)

    def _name_at(self, sentence: Sentence, head: int) -> NamePhrase | None:
        """Return the name that a head word is part of, or that stands beside it in apposition."""
        tokens = sentence.tokens
        heads = [head, *(k for k in sentence.kids[head] if tokens[k].dep == "appos")]
        for i in heads:
            for n in self.named.get(sentence.number, ()):
                if n.span.start <= tokens[i].start and tokens[i].end <= n.span.end:
                    return n if i == head or n.kind == "person" else None
        return None

    def _noun(self, sentence: Sentence, head: int) -> Source | None:
        """Return the source a common noun stands for: "the deputy mayor", "police"."""
        tokens = sentence.tokens
        token = tokens[head]
        if is_document(token.lemma):
            owner = self._owner(sentence, head)
            if owner is not None:
                return owner
        texts = tuple(noun_texts(sentence, head))
        side = self._side(sentence, head)
        if side is not None:
            return side._replace(texts=(*texts, *side.texts))
        known = self._titled(sentence, head) or self._again(sentence, head)
        if known is not None:
            return known._replace(texts=(*texts, *known.texts))
        name = label(sentence, head)
        plural = token.tag in {"NNS", "NNPS"} or token.text.casefold() == "police"
        role, _ = role_and_side(texts, frozenset())
        one = role in _PERSONS and is_source(token.text) and not is_body(token)
        kind: Kind = "people" if plural else "person" if one else "body"
        return Source(name, kind, texts, named=token.pos == "PROPN")

    def _side(self, sentence: Sentence, head: int) -> Source | None:
        """Return whose "its forces" are: they speak for the body that was named."""
        tokens = sentence.tokens
        if tokens[head].text.casefold() not in _FORCES:
            return None
        owners = [k for k in sentence.kids[head] if tokens[k].tag == "PRP$"]
        owner = self._pronoun(sentence, tokens[owners[0]]) if owners else None
        return owner if owner is not None and owner.kind == "body" else None

    def _owner(self, sentence: Sentence, head: int) -> Source | None:
        """Return whose a document is: "the army's statement", "issued a statement saying"."""
        tokens = sentence.tokens
        kids = sentence.kids[head]
        owners = [k for k in kids if tokens[k].dep == "poss"]
        for k in kids:
            if tokens[k].dep in {"prep", "agent"} and tokens[k].text in _OWNED_BY:
                owners += [o for o in sentence.kids[k] if tokens[o].dep == "pobj"]
        if (by := issuer(sentence, head)) is not None:
            owners.append(by)
        return self.resolve(sentence, owners[0]) if owners else None

    def _again(self, sentence: Sentence, head: int) -> Source | None:
        """Return the source said more fully before: "an aid group", then "the group"."""
        tokens = sentence.tokens
        kids = [tokens[k] for k in sentence.kids[head] if k < head]
        if [t.text.casefold() for t in kids] != ["the"]:
            return None
        word = tokens[head].text
        known = self.salient.ending(word.casefold(), sentence.number)
        if known is None and word.casefold() in _BODIES:
            return self._body_before(sentence, tokens[head])
        if known is not None and word in _STATES and known.name[:1].isupper():
            return known if country(known.name.split()) else None
        return known  # "the army" is the state's, not the Lodrin Liberation Army

    def _body_before(self, sentence: Sentence, token: Token) -> Source | None:
        """Return the group named last, no state and no office, that "the group" means."""
        here = (sentence.number, token.start)
        near = [n for n in self.salient.near(sentence.number) if (n.sentence, n.start) < here]
        for met in sorted(near, key=lambda n: (n.sentence, n.start), reverse=True):
            source = met.source
            if source.kind == "body" and source.named and country(source.name.split()) is None:
                return source if self.describe(source)[0] in {None, "party", "ngo"} else None
        return None

    def _titled(self, sentence: Sentence, head: int) -> Source | None:
        """Return the person named before whom a definite noun means: "the deputy mayor"."""
        tokens = sentence.tokens
        kids = sentence.kids[head]
        definite = any(tokens[k].text.casefold() in {"the", "his", "her", "their"} for k in kids)
        if not definite or tokens[head].tag not in {"NN", "NNP"}:
            return None
        wanted = {
            tokens[i].text.casefold()
            for i in (*kids, head)
            if tokens[i].dep in {"compound", "amod"} or i == head
        }
        phrase = self.titles.last(frozenset(wanted), sentence.number)
        return None if phrase is None else self.of_name(phrase)
