"""Bodies told of with the attack that left them -> its dead, where no other figure tells them.

"Eleven bodies were brought to the clinic after gunmen stormed the village." Bodies are a stock
(COUNTING 14): found, dug up or counted in a morgue, they may be of many days. Said in one breath
with an attack, or with what was done to them, in an account that gives no figure of the killed,
they are whom it killed. Another
one from under what an attack hit is of its dead too, beside those counted (COUNTING 12).
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text.harm import Harm
from cenotaph.text.harm_words import event_words, words
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import singular
from cenotaph.text.reading import Reading, Sentence

_STOCK = frozenset({
    "grave", "graves", "exhumed", "exhuming", "exhumation", "unearthed", "morgue", "morgues",
    "cemetery", "buried", "burial", "identified", "repatriated", "returned", "well", "river",
    "decomposed", "skeletons", "remains", "since", "capacity", "rubble", "handed",
})  # fmt: skip
_UNDER = frozenset({"rubble", "debris", "ruins", "wreckage"})
_MORE = frozenset({"another", "more", "further", "additional"})
# What was done to them, said of the bodies or right behind: "with gunshot wounds, hands tied".
_SIGNS = frozenset({
    "gunshot", "bullet", "bullets", "bullet-riddled", "shot", "tortured", "torture", "beheaded",
    "decapitated", "bound", "tied", "blindfolded", "handcuffed", "mutilated", "dismembered",
    "strangled", "stabbed", "executed", "dumped", "hacked",
})  # fmt: skip
_NEAR = 3  # sentences before the bodies in which their attack is told
_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


def fallen(reading: Reading, harms: Sequence[Harm]) -> frozenset[tuple[int, int, int]]:
    """Return where bodies are an attack's dead, none where others are counted: `place`."""
    bodies = [h for h in harms if h.outcome == "buried"]
    opening = next((b for b in bodies if _opens(reading, b, harms)), None)
    if opening is not None:  # the later figures are told of them again, or of others
        return frozenset(place(b) for b in bodies if b.phrase.count == opening.phrase.count)
    dead = [h for h in harms if h.outcome == "killed"]
    if any(_is_many(h) and not h.part for h in dead):
        told = {h.sentence for h in dead}  # "the toll rose to nine after two more bodies"
        return frozenset(
            place(h) for h in bodies if h.sentence not in told and _is_one_more(reading, h)
        )
    fresh = (h for h in bodies if _may_be_fresh(reading, h))
    return frozenset(place(h) for h in fresh if _is_by_attack(reading, h))


def place(harm: Harm) -> tuple[int, int, int]:
    """Return what tells a harm from all others: sentence, word, head of the phrase."""
    return harm.sentence, harm.trigger, harm.phrase.head


def _opens(reading: Reading, body: Harm, harms: Sequence[Harm]) -> bool:
    """Tell whether an account opens with bodies and what was done to them."""
    if not _may_be_fresh(reading, body) or not _has_signs(reading, body):
        return False
    before = [h for h in harms if h.outcome == "killed" and h.sentence <= body.sentence]
    return body.sentence <= _NEAR and all(
        h.phrase.count == body.phrase.count or h.part for h in before
    )


def _has_signs(reading: Reading, harm: Harm) -> bool:
    """Tell whether bodies, of no grave or morgue, show what killed them."""
    if _STOCK & set(reading.sentences[harm.sentence].lowered):
        return False
    behind = reading.sentences[harm.sentence : harm.sentence + 2]
    return any(_SIGNS & set(s.lowered) for s in behind)


def _is_many(harm: Harm) -> bool:
    count = harm.phrase.count
    return count is not None and count.high != 1 and (count.low or 0) > 1


def _may_be_fresh(reading: Reading, harm: Harm) -> bool:
    """Tell whether bodies are several; one is of many causes, but under what was hit."""
    under = "rubble" in reading.sentences[harm.sentence].lowered
    return _is_many(harm) or (under and harm.phrase.count is not None)


def _is_one_more(reading: Reading, harm: Harm) -> bool:
    """Read "another body was found under the rubble", below the attack that left it there."""
    sentence = reading.sentences[harm.sentence]
    said = set(sentence.lowered)
    phrase = sentence.lowered[max(0, harm.phrase.first - 1) : harm.phrase.last + 4]
    before = reading.sentences[max(0, harm.sentence - _NEAR) : harm.sentence]
    return (
        bool(said & _UNDER and _MORE & set(phrase))
        and not said & (_STOCK - {"rubble"})
        and harm.phrase.count is not None
        and any(_is_violent(s) for s in before)
    )


def _is_by_attack(reading: Reading, harm: Harm) -> bool:
    """Tell whether the sentence, or those before it, tell of an attack, and not of graves."""
    sentence = reading.sentences[harm.sentence]
    found = _STOCK & set(sentence.lowered)
    if found and not (found == {"rubble"} and _is_violent(sentence)):
        return False  # but "nine bodies from the rubble of a house hit by a missile"
    before = reading.sentences[max(0, harm.sentence - _NEAR) : harm.sentence + 1]
    return any(map(_is_violent, before)) or _has_signs(reading, harm)


def _is_violent(sentence: Sentence) -> bool:
    known = event_words()
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        word = known.get(f"{lemma}/{'v' if token.pos == 'VERB' else 'n'}")
        if word is not None and word.event_type in _VIOLENT:
            return True
        if lemma in words("killed.object") or lemma in words("harmed.object"):
            return True
    attackers = grouped("persons.txt")["attacker"]
    return any(singular(w) in attackers for w in sentence.lowered)
