"""Words by which a party says that a deed was not its own, without "deny".

"It had nothing to do with it", "its men were not near the village", "called the charge a lie".
"""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.parties import is_self
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Sentence

_IT = frozenset({"it", "this", "that"})
_PART = frozenset({"role", "part", "hand", "involvement", "connection", "responsibility"})
_CLAIM = frozenset({
    "claim", "claims", "accusation", "accusations", "allegation", "allegations", "charge",
    "charges", "suggestion", "suggestions",
})  # fmt: skip
_FALSE = frozenset({
    "lie", "lies", "ridiculous", "baseless", "unfounded", "false", "untrue", "fantasy", "absurd",
    "fabricated", "fabrication", "fabrications", "nonsense", "disinformation", "groundless",
})  # fmt: skip
_MOVING = frozenset({"be", "fly", "operate", "enter", "fire", "deploy", "move", "go"})
_WHERE = frozenset({"in", "near", "at", "around", "over", "there", "inside", "nowhere", "close"})
_REACH = 8  # tokens after a verb in which what it denies stands
_JUDGED = 24  # and in which what it judges is told: "called the charge that ... a lie"


def disowning(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Return the last word by which a verb denies a part: "had no ROLE", "called it a LIE"."""
    words = [clauses.lower(sentence, i) for i in range(verb + 1, verb + _REACH)]
    if lemma in {"have", "play"}:
        return _without_part(words, verb)
    if lemma == "know" and words[:1] == ["nothing"] and words[1] in {"of", "about"}:
        return verb + 2
    if lemma == "distance" and words[1] == "from" and _deeds() & set(words[2:6]):
        return verb + 2
    if (gone := _elsewhere(sentence, verb, lemma)) is not None:
        return gone
    if lemma == "involve":
        return verb if _is_negated(sentence, verb) else None
    return _called_false(sentence, verb, lemma, words)


def _deeds() -> frozenset[str]:
    """Return what a party may distance itself from: "the attack", "it"; no mayor."""
    return party_words("open") | party_words("sure") | party_words("of") | {"it", "violence"}


def is_of_claim(sentence: Sentence, subject: int) -> bool:
    """Tell whether a phrase is for what others say: "the accusation"."""
    return clauses.lower(sentence, subject) in _CLAIM


def _without_part(words: list[str], verb: int) -> int | None:
    """Read "had nothing to do with it", "played no role", "has no forces in the town"."""
    if words[:4] == ["nothing", "to", "do", "with"]:
        return verb + 4
    if words[0] != "no":
        return None
    if _PART & set(words[1:3]):
        return _first(words, _PART, verb)
    own = party_words("state") | party_words("rebel") | party_words("arm") | party_words("member")
    where = next((n for n, w in enumerate(words[:5]) if w in _WHERE), 0)
    return verb + where if where and own & set(words[1:where]) else None


def _elsewhere(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Read "its fighters were not near the village", "its jets had not flown there"."""
    subject = clauses.subject(sentence, verb)
    if lemma not in _MOVING or subject is None or subject > verb or not is_self(sentence, subject):
        return None
    if clauses.lower(sentence, subject) in {"it", "they", "we"} and lemma in {"be", "go"}:
        return None  # "it was not in the budget"
    words = [clauses.lower(sentence, i) for i in range(verb + 1, verb + 4)]
    negated = _is_negated(sentence, verb) or "nowhere" in words
    where = [k for k in sentence.kids[verb] if k > verb and clauses.lower(sentence, k) in _WHERE]
    if not negated or not (where or lemma in {"fly", "fire"}):
        return None
    return where[0] if where else verb


def _called_false(sentence: Sentence, verb: int, lemma: str, words: list[str]) -> int | None:
    """Read "the charge was unfounded", "called the suggestion that it had done it a lie"."""
    if lemma == "be":
        subject = clauses.subject(sentence, verb)
        about = subject is not None and is_of_claim(sentence, subject)
        return _first(words[:4], _FALSE, verb) if about else None
    if lemma != "call" or not _is_of_others(words):
        return None
    ahead = (clauses.lower(sentence, i) for i in range(verb + 1, verb + _JUDGED))
    return _first(list(ahead), _FALSE, verb)


def _is_negated(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[k].dep == "neg" for k in sentence.kids[verb])


def _first(words: list[str], wanted: frozenset[str], verb: int) -> int | None:
    """Return where the first wanted word stands among those behind a verb."""
    return next((verb + 1 + n for n, word in enumerate(words) if word in wanted), None)


def _is_of_others(words: list[str]) -> bool:
    """Tell whether what is called false is what was said before, not a town or a law."""
    return words[0] in _IT or (words[0] in {"the", "those", "these"} and words[1] in _CLAIM)
