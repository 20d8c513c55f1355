"""What was hit: hospitals, schools, homes, markets, vehicles ..., and whether it was destroyed.

A place is a target where a word of violence takes it: "struck a maternity hospital", "the shelling
of a school", "a mosque attack", "the bus was hit", "a badly damaged clinic". The hospital to which
the wounded were taken is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from cenotaph.model import Claim, Target
from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.making import claim_of
from cenotaph.text.modality import modality
from cenotaph.text.reading import Reading, Sentence

_Damage = Literal["destroyed", "damaged"] | None
_STRUCK, _NEAR = 0.88, 0.7  # as in confidence.tsv
_ON = frozenset({"of", "on", "against", "at", "upon", "into"})
_BY = frozenset({"in", "inside", "outside", "near", "beside", "by", "under", "over", "through"})
_SHELLS = frozenset({"building", "buildings", "compound", "complex", "grounds", "ward", "wing",
                     "roof", "yard", "courtyard"})  # fmt: skip
_CARRIERS = frozenset({"car", "truck", "van", "lorry", "motorcycle", "motorbike", "vehicle"})
_LEADING = frozenset({
    "the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my", "another", "some",
    "several", "about", "around", "nearly", "almost", "over",
    "two", "three", "four", "five", "many", "nearby", "same", "one", "at", "least",
})  # fmt: skip


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what was hit, each thing once a sentence."""
    for sentence in reading.sentences:
        seen: set[tuple[str, str]] = set()
        for index, token in enumerate(sentence.tokens):
            category = _category(sentence, index) if token.pos in {"NOUN", "PROPN"} else None
            hit = _hit(sentence, index) if category else None
            if category is None or hit is None or _is_none(sentence, index):
                continue
            word, damage, confidence = hit
            name = _name(sentence, index)
            if (category, name) in seen or modality(sentence, word) != "real":
                continue
            seen.add((category, name))
            yield _claim(reading, sentence, index, word, Target(
                name=name, category=category, damage=damage
            ), confidence)  # fmt: skip


def _claim(
    reading: Reading, sentence: Sentence, index: int, word: int, value: Target, confidence: float
) -> Claim:
    first = clauses.chunk_left(sentence, index)
    evidence = sentence.span_of(min(first, word), max(index, word))
    return claim_of(reading, value, evidence, extractor="targets", confidence=confidence)


@cache
def _nouns() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("targets.tsv"):
        category, words = line.split("\t")
        for word in words.split("|"):
            found.setdefault(word, category)
    return found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in _nouns())


def _words(group: str) -> frozenset[str]:
    return grouped("target_verbs.txt").get(group, frozenset())


def _category(sentence: Sentence, index: int) -> str | None:
    """Return the category of a noun, by the longest phrase that ends with it."""
    word = clauses.lower(sentence, index)
    if word in _SHELLS and index > 0:
        inner = _category(sentence, index - 1)  # "a hospital building"
        if inner is not None and sentence.tokens[index - 1].dep in {"compound", "nmod"}:
            return inner
    if _last_words().isdisjoint((word, *_singular(word))):
        return None
    for length in (3, 2, 1):
        first = index - length + 1
        if first < 0:
            continue
        words = [clauses.lower(sentence, i) for i in range(first, index + 1)]
        for last in dict.fromkeys((words[-1], *_singular(words[-1]))):
            found = _nouns().get(" ".join([*words[:-1], last]))
            if found is not None:
                return found
    return None


def _singular(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    return (word.removesuffix("s"), word.removesuffix("es"))


def _is_none(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is said of nothing: "we have struck no hospital"."""
    return any(clauses.lower(sentence, k) == "no" for k in sentence.kids[index])


def _hit(sentence: Sentence, index: int) -> tuple[int, _Damage, float] | None:
    """Return the word that says it was hit, the damage, and how surely."""
    return (
        _broken(sentence, index)
        or _before_event(sentence, index)
        or _by_verb(sentence, index)
        or _after_preposition(sentence, index)
    )


def _broken(sentence: Sentence, index: int) -> tuple[int, _Damage, float] | None:
    """Read "a badly damaged clinic", "the destroyed school"."""
    for child in sentence.kids[index]:
        word = clauses.lower(sentence, child)
        if word in _words("broken") and sentence.tokens[child].dep == "amod":
            return child, _damage(sentence.tokens[child].lemma.lower(), word), _STRUCK
    return None


def _damage(lemma: str, word: str) -> _Damage:
    if lemma in _words("destroyed") or word in {"destroyed", "ruined", "wrecked", "gutted"}:
        return "destroyed"
    return "damaged" if lemma in _words("damaged") or word == "damaged" else None


def _before_event(sentence: Sentence, index: int) -> tuple[int, _Damage, float] | None:
    """Read "the hospital bombing", "a market attack"."""
    token = sentence.tokens[index]
    following = clauses.lower(sentence, index + 1)
    carrier = token.text.lower() in _CARRIERS and following in {"bombing", "bombings"}
    if carrier or following in {"bomb", "bombs", "bomber", "bombers"}:
        return None  # "a car bomb"
    if token.dep in {"compound", "nmod"} and following in _words("noun") - {"fire"}:
        return index + 1, None, _STRUCK
    return None


def _by_verb(sentence: Sentence, index: int) -> tuple[int, _Damage, float] | None:
    """Read "struck a school", "the school was hit", "schools and homes were destroyed"."""
    token = sentence.tokens[index]
    head = _whole(sentence, index)
    while sentence.tokens[head].dep == "conj" and sentence.tokens[head].head < head:
        head = sentence.tokens[head].head
    token = sentence.tokens[head]
    verb = token.head
    if token.dep == "dobj" and not clauses.is_passive(sentence, verb):
        return _struck(sentence, verb)
    if token.dep in {"nsubjpass", "nsubj"} and (
        token.dep == "nsubjpass" or clauses.is_passive(sentence, verb)
    ):
        return _struck(sentence, verb)
    for child in sentence.kids[head]:  # "a school hit by shells", "a clinic that was bombed"
        below = sentence.tokens[child]
        if below.dep == "acl" and below.tag == "VBN":
            return _struck(sentence, child)
        if below.dep == "relcl" and clauses.is_passive(sentence, child):
            return _struck(sentence, child)
    return None


def _whole(sentence: Sentence, index: int) -> int:
    """Return the piece or number of a thing that a verb takes: "a section of the pipeline"."""
    above = sentence.tokens[sentence.tokens[index].head]
    piece = above.head
    if above.text.lower() == "of" and clauses.lower(sentence, piece) in _words("piece"):
        return piece if clauses.of_what(sentence, piece) == index else index
    return index


def _struck(sentence: Sentence, verb: int) -> tuple[int, _Damage, float] | None:
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in _words("hit") | _words("destroyed") | _words("damaged"):
        return verb, _damage(lemma, ""), _STRUCK
    return None


def _after_preposition(sentence: Sentence, index: int) -> tuple[int, _Damage, float] | None:
    """Read "shelling of a school", "fired on a hospital", "a bomb went off in a market"."""
    token = sentence.tokens[index]
    while token.dep == "conj" and sentence.tokens[token.head].end < token.start:
        token = sentence.tokens[token.head]
    if token.dep != "pobj":
        return None
    link = token.head
    preposition = clauses.lower(sentence, link)
    word = sentence.tokens[link].head
    if preposition not in _ON | _BY:
        return None
    lemma, text = sentence.tokens[word].lemma.lower(), clauses.lower(sentence, word)
    if sentence.tokens[word].pos == "NOUN":
        sure = preposition in _ON
        return (word, None, _STRUCK if sure else 0.7) if text in _words("noun") else None
    if preposition in _ON and lemma in _words("at"):
        return word, None, _STRUCK
    return (word, None, _NEAR) if lemma in _words("off") and _goes_off(sentence, word) else None


def _goes_off(sentence: Sentence, verb: int) -> bool:
    """Tell "went off", "blew up" from other going and blowing."""
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma not in {"go", "blow"}:
        return True
    return any(clauses.lower(sentence, i) in {"off", "up"} for i in range(verb + 1, verb + 4))


def _name(sentence: Sentence, index: int) -> str:
    """Return the noun phrase without articles, figures and what says that it was hit."""
    first = clauses.chunk_left(sentence, index)
    kept = [sentence.tokens[i] for i in range(first, index + 1)]
    figures = [
        at
        for at, t in enumerate(kept[:-1])
        if t.tag == "CD" or (t.dep == "prep" and t.text.lower() != "of")
    ]
    kept = kept[figures[-1] + 1 :] if figures else kept
    while len(kept) > 1 and _is_leading(kept[0].text):
        kept.pop(0)
    words = [t.text for t in kept if t.text.lower() not in _words("broken")]
    return " ".join(words).replace("’", "'").replace(" '", "'").replace(" - ", "-")


def _is_leading(word: str) -> bool:
    lower = word.lower()
    return lower in _LEADING or lower in _words("broken") or lower[:1].isdigit() or (
        lower in {"badly", "severely", "heavily", "partly", ",", "-", "'s", "’s", "last", "own",
                  "story", "storey"}
    )  # fmt: skip
