"""Who is held responsible, by whom: blamed, claimed or admitted.

An act told of a party blames it in the teller's voice ("Ruritanian forces shelled the port"); so do
"blamed", "accused", "the work of". "Claimed responsibility" and "admitted" are the party's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cenotaph.model import Claim, Responsibility, Span, Speaker, Stance, Voice, identified
from cenotaph.text import clauses
from cenotaph.text.act_pronouns import is_claim_denied, is_others, is_thing, meant
from cenotaph.text.act_victims import ended_attack
from cenotaph.text.acts import Act, acts, is_habit, may_have
from cenotaph.text.apposed import named_parties
from cenotaph.text.claimed import is_claimed_noun, taken_by
from cenotaph.text.doers import accused, is_nobody, is_owed
from cenotaph.text.groups import party_named
from cenotaph.text.harms_in import told
from cenotaph.text.making import claim_of
from cenotaph.text.modality import modality
from cenotaph.text.name_words import lists
from cenotaph.text.parties import Party, is_self, parties_at, span_of
from cenotaph.text.party_speakers import blamer, party_of_speaker, speech_at
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import NamePhrase, Reading, Sentence
from cenotaph.text.self_named import self_named
from cenotaph.text.speech import voice_at
from cenotaph.text.sureness import sure

_ANSWER = re.compile(r"\bin (?:reply|response|retaliation|return|revenge)\b", re.IGNORECASE)
_MAYBE = 0.6  # confidence in blame that is only said to be possible
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "rebut", "disavow"})


def find(reading: Reading) -> Iterator[Claim]:
    """Yield who is held responsible, each party once a sentence, voice and stance."""
    seen: set[tuple[object, ...]] = set()
    for claim in _all(reading):
        speaker = claim.speaker.name if claim.speaker else None
        value = claim.value
        party = value.party if isinstance(value, Responsibility) else None
        key = (claim.sentence, party, claim.stance, speaker)
        if key not in seen:
            seen.add(key)
            yield claim


def _all(reading: Reading) -> Iterator[Claim]:
    for sentence in reading.sentences:
        names = reading.names_at.within(sentence.span)
        yield from _labelled(reading, sentence, names)
        for index, token in enumerate(sentence.tokens):
            if token.pos == "VERB":
                yield from _owned(reading, sentence, index, names)
            yield from _blamed(reading, sentence, index, names)
    for act in acts(reading):
        yield from _of_act(reading, act)


def _of_act(reading: Reading, act: Act) -> Iterator[Claim]:
    """Read an act: blame in the voice that tells it, or the speaker's own deed."""
    possible = act.modality == "hypothetical" and may_have(act)
    speech = speech_at(reading, act.evidence)
    happened = act.modality == "real" or possible or is_claim_denied(act, speech)
    if not happened or is_habit(act) or ended_attack(reading, act):
        return
    denied = speech is not None and speech.verb in _DENYING | {"doubt", "question"}
    denied = denied or _is_answer(reading, act)
    if denied or is_claimed_noun(act.sentence, act.word):
        return
    own = party_of_speaker(reading, speech)
    if act.party is None:
        if own is not None and not (
            is_thing(reading, act, speech) or is_others(reading, act, speech)
        ):
            stance: Stance = (
                "admits" if speech and _admits(speech.verb) else "claims-responsibility"
            )
            yield _claim(reading, own, act.evidence, stance, act.confidence)
        elif own is None and (told := meant(reading, act, speech)) is not None:
            yield _claim(reading, told.name, act.evidence, "blames", act.confidence)
        return
    name = act.party.name
    if own is not None and own == name:
        stance = "admits" if speech and _admits(speech.verb) else "claims-responsibility"
        yield _claim(reading, name, act.evidence, stance, act.confidence)
        return
    yield _claim(reading, name, act.evidence, "blames", _MAYBE if possible else act.confidence)


def _is_answer(reading: Reading, act: Act) -> bool:
    """Tell an act that answers what was told before: "fired rockets in reply", and harmed nobody.

    The account is of what it answers; what an account opens with may be an answer itself.
    """
    sentence = act.sentence
    before = reading.mentions_at.before(sentence.span.part, sentence.span.start)
    below = [act.word, *(k for k in sentence.kids[act.word] if sentence.tokens[k].dep == "dobj")]
    below = [i for i in below if sentence.tokens[i].pos != "VERB"]
    known = {sentence.lowered[k] for i in below for k in sentence.kids[i]} & {"the", "this", "that"}
    if known or before is None or sentence.part != "text" or not _ANSWER.search(sentence.text):
        return False  # "its fighters had fired the rockets in response to raids"
    return not any(t.sentence is sentence and t.is_counted for t in told(reading))


def _admits(verb: str | None) -> bool:
    return verb in party_words("admit")


def _claim(
    reading: Reading, party: str, evidence: Span, stance: Stance, confidence: float
) -> Claim:
    if evidence.part == "title":  # they parse badly: "Laos: unexploded bomb kills three"
        confidence = min(confidence, sure("responsibility", "headline"))
    claim = claim_of(
        reading,
        Responsibility(party=party_named(reading, party, evidence)),
        evidence,
        extractor="responsibility",
        confidence=confidence,
    )
    return identified(replace(claim, stance=stance))


def _owned(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "claimed responsibility", "admitted the strike", "was claimed by"."""
    lemma = sentence.tokens[verb].lemma.lower()
    taken = taken_by(sentence, verb)
    if lemma in {"claim", "take", "assume", "accept"} and taken & party_words("claimed"):
        stance: Stance = "claims-responsibility"
        if lemma != "claim" and not taken & party_words("credit"):
            return
    elif lemma == "own" and clauses.lower(sentence, verb + 1) == "up":
        stance = "claims-responsibility"  # "the Red Dawn owned up to the blast"
    elif lemma in party_words("admit") and _is_deed(sentence, verb):
        stance = "admits"
    elif lemma == "claim" and taken == {"it"} and sentence.tokens[verb].tag == "VBD":
        stance = "claims-responsibility"  # "the Red Dawn claimed it on its channel"
    else:
        return
    if modality(sentence, verb) == "real" and not _is_pending(sentence, verb):
        yield from _own_words(reading, sentence, verb, names, stance)


def _labelled(reading: Reading, sentence: Sentence, names: list[NamePhrase]) -> Iterator[Claim]:
    """Read a form's line: "Claimed: Ansar Beit.", "Claimed by: the Dawn Front"."""
    colon = 2 if clauses.lower(sentence, 1) == "by" else 1
    if clauses.lower(sentence, 0) != "claimed" or clauses.lower(sentence, colon) != ":":
        return
    head = clauses.chunk_right(sentence, colon + 1)
    if head is None or sentence.tokens[head].pos != "PROPN":
        return
    words = " ".join(t.text for t in sentence.tokens[colon + 1 : head + 1])
    named = (Party(words.replace(" - ", "-"), colon + 1, head),)  # whoever a form names there
    for party in parties_at(sentence, head, names) or named:
        evidence = sentence.span_of(0, party.last)
        claim = _claim(
            reading, party.name, evidence, "claims-responsibility", sure("responsibility", "sure")
        )
        own = Speaker(name=party.name, role="party", span=span_of(sentence, party))
        yield identified(replace(claim, voice="speaker", speaker=own))


def _is_pending(sentence: Sentence, verb: int) -> bool:
    """Read "has yet to claim": it has not."""
    return verb > 1 and [clauses.lower(sentence, i) for i in (verb - 2, verb - 1)] == ["yet", "to"]


def _own_words(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase], stance: Stance
) -> Iterator[Claim]:
    owners = _owners(sentence, verb, names, stance)
    if not owners:
        yield from _own_owned(reading, sentence, verb, stance)
    for party in owners:
        behind = (i for i in sentence.subtree(verb) if i > verb)
        last = next((i for i in behind if sentence.lowered[i] in party_words("claimed")), verb)
        evidence = sentence.span_of(min(party.first, verb), max(verb, last, party.last))
        claim = _claim(reading, party.name, evidence, stance, sure("responsibility", "sure"))
        yield identified(replace(claim, **_by(reading, sentence, verb, party)))


def _own_owned(reading: Reading, sentence: Sentence, verb: int, stance: Stance) -> Iterator[Claim]:
    """Read "the army said it regretted the deaths in its strike", "said that it claimed it"."""
    doer = _doer(sentence, verb)
    own = doer is not None and clauses.lower(sentence, doer) in {"it", "we"}
    word = sentence.span_of(verb, verb)
    party = party_of_speaker(reading, speech_at(reading, word)) if own else None
    if party is not None:
        yield _claim(reading, party, word, stance, sure("responsibility", "likely"))


def _owners(
    sentence: Sentence, verb: int, names: list[NamePhrase], stance: Stance
) -> tuple[Party, ...]:
    """Return who claims or admits; "a new group, the Reed Brigade, claimed" by its own name."""
    named = self_named(sentence, verb)
    doer = _doer(sentence, verb)
    if named or doer is None or is_nobody(sentence, doer):
        return named
    apposed = clauses.kid(sentence, doer, "appos")
    loose = stance != "admits" and _is_strange(sentence, doer)
    found = named_parties(sentence, doer, names, loose=loose)
    found = found or _claimant(sentence, doer, names, stance)
    if found or apposed is None:
        return found
    if clauses.lower(sentence, doer) in party_words("group"):  # "a new group, Ana Saraya"
        names = [n for n in names if n.kind != "person"]
    return parties_at(sentence, apposed, names) or _claimant(sentence, apposed, names, stance)


def _is_strange(sentence: Sentence, doer: int) -> bool:
    """Tell whether no word of a name is a person's: the small model calls groups persons."""
    name = sentence.tokens[clauses.chunk_left(sentence, doer) : doer + 1]
    known = (lists().given | lists().surnames) - {"abu"}
    return name[-1].pos == "PROPN" and not known & {t.text.casefold() for t in name}


def _claimant(
    sentence: Sentence, doer: int, names: list[NamePhrase], stance: Stance
) -> tuple[Party, ...]:
    """Return whoever claims responsibility by a name that nothing else shows to be a group's."""
    token = sentence.tokens[doer]
    span = sentence.span_of(doer, doer)
    person = any(n.kind != "organization" and n.span.meets(span) for n in names)
    if stance == "admits" or token.pos != "PROPN" or person:
        return ()
    first = clauses.chunk_left(sentence, doer)
    start = first + (clauses.lower(sentence, first) in {"the", "a", "an"})
    name = " ".join(sentence.tokens[i].text for i in range(start, doer + 1)).replace(" - ", "-")
    return (Party(name, first, doer),)


def _by(
    reading: Reading, sentence: Sentence, verb: int, party: Party
) -> dict[str, Voice | Speaker | None]:
    """Return who speaks when a party claims or admits: the party, unless someone else tells so."""
    voice, speaker = voice_at(reading, sentence.span_of(verb, verb))
    if voice != "narrator":
        return {"voice": voice, "speaker": speaker}
    cued = _cued(reading, sentence.span_of(verb, verb))
    if cued is not None and party.name.endswith(f"-{cued.name}"):
        cued = None  # the parse cuts "Ansar-ul-Reed" at its hyphens
    own = Speaker(name=party.name, role="party", span=span_of(sentence, party))
    known = cued is not None and cued.role != "unnamed"  # "a faction calling itself the Dawn"
    return {"voice": "speaker", "speaker": cued if known else own}


def _cued(reading: Reading, cue: Span) -> Speaker | None:
    """Return the speaker of the speech that a word reports."""
    for speech in reading.cues_at.meeting(cue):
        if speech.contents:
            return voice_at(reading, speech.contents[0])[1]
    return None


def _doer(sentence: Sentence, verb: int) -> int | None:
    """Return the head of the subject, or of "by" where the verb is passive.

    "Distributed leaflets claiming responsibility": whoever distributed them claims it.
    """
    for child in sentence.kids[verb]:
        if sentence.tokens[child].dep == "agent":
            return clauses.kid(sentence, child, "pobj")
    if clauses.is_passive(sentence, verb):
        return None
    token = sentence.tokens[verb]
    subjects = [k for k in sentence.kids[verb] if sentence.tokens[k].dep == "nsubj" and k < verb]
    if len(subjects) > 1:  # a dateline's town may be taken for the first
        return clauses.antecedent(sentence, subjects[-1])
    if token.tag == "VBG" and token.dep == "acl" and sentence.tokens[token.head].dep == "dobj":
        return clauses.subject(sentence, sentence.tokens[token.head].head)
    return clauses.subject(sentence, verb)


def _is_deed(sentence: Sentence, verb: int) -> bool:
    """Tell whether the deed admitted is one's own: "that its pilot had bombed", "the strike"."""
    below = [i for i in sentence.subtree(verb) if i > verb]
    words = {clauses.lower(sentence, i) for i in below}
    deeds = {"responsibility", "error", "mistake"}
    own = (clauses.lower(sentence, k) for i in below for k in sentence.kids[i])
    if sentence.tokens[verb].lemma.lower() == "regret" and {"its", "their"} & set(own):
        deeds |= party_words("open")  # "regretted the deaths in its strike"
    if sentence.tokens[verb].lemma.lower() != "regret":  # others' deeds are regretted too
        deeds |= party_words("open") | party_words("sure")
    if any(
        sentence.tokens[i].dep in {"dobj", "pobj"} and clauses.lower(sentence, i) in deeds
        for i in below
    ):
        return True
    acted = any(sentence.tokens[i].lemma.lower() in party_words("act") for i in below)
    return acted and bool(
        words & (party_words("self") | {"responsible"}) or _gerund(sentence, verb)
    )


def _gerund(sentence: Sentence, verb: int) -> bool:
    """Tell whether a participle follows: "admitted shelling the village"."""
    return any(sentence.tokens[k].tag == "VBG" and k > verb for k in sentence.kids[verb])


def _blamed(
    reading: Reading, sentence: Sentence, index: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "blamed X", "accused X", "attributed it to X", "the work of X", "X was behind it"."""
    if _trades_blame(sentence, index):
        yield from _each_other(reading, sentence, index, names)
    head = accused(sentence, index)
    if head is None or not _is_told(sentence, index):
        return
    if clauses.lower(sentence, head) != "they" and is_self(sentence, head):  # "they" may be others
        yield from _own_doing(reading, sentence, index)
        return
    if _is_each_other(sentence, head):
        yield from _each_other(reading, sentence, index, names)
        return
    loose = sentence.tokens[index].lemma != "be"  # "the attackers were boys" names nobody
    for party in named_parties(sentence, head, names, loose=loose):
        evidence = sentence.span_of(min(index, party.first), max(index, party.last))
        yield _told(reading, sentence, index, party, evidence)


def _by_sign(sentence: Sentence, verb: int) -> Speaker | None:
    """Return who blames by no word of speech: "pointed the finger at", "traced it to"."""
    signs = sentence.tokens[verb].lemma.lower() in party_words("onto")
    return blamer(sentence, verb) if signs else None


def _is_each_other(sentence: Sentence, head: int) -> bool:
    word, following = clauses.lower(sentence, head), clauses.lower(sentence, head + 1)
    return word in {"each", "other"} or (word, following) == ("one", "another")


def _trades_blame(sentence: Sentence, verb: int) -> bool:
    """Read "the army and the rebels traded blame", "exchanged accusations"."""
    thing = clauses.kid(sentence, verb, "dobj")
    traded = sentence.tokens[verb].lemma.lower() in {"trade", "exchange", "swap"}
    blame = {"blame", "accusations", "recriminations"}
    return traded and thing is not None and clauses.lower(sentence, thing) in blame


def _own_doing(reading: Reading, sentence: Sentence, index: int) -> Iterator[Claim]:
    """Read "the Reed Brigade said it was behind the blast"."""
    word = sentence.span_of(index, index)
    own = party_of_speaker(reading, speech_at(reading, word))
    if own is not None:
        yield _claim(reading, own, word, "claims-responsibility", sure("responsibility", "likely"))


def _is_told(sentence: Sentence, index: int) -> bool:
    """Tell whether blame is told as such, not "would hold the army responsible"."""
    if is_owed(sentence, index):
        return True
    above = sentence.tokens[index].head
    both = {index, above} if sentence.tokens[above].lemma.lower() == "hold" else {index}
    return all(modality(sentence, i) in {"real", "feared"} for i in both)


def _told(reading: Reading, sentence: Sentence, verb: int, party: Party, evidence: Span) -> Claim:
    """Return blame in the voice of whoever blames."""
    claim = _claim(reading, party.name, evidence, "blames", sure("responsibility", "sure"))
    voice, speaker = voice_at(reading, sentence.span_of(party.last, party.last))
    if voice == "narrator" and not clauses.is_passive(sentence, verb):
        speaker = _cued(reading, sentence.span_of(verb, verb)) or _by_sign(sentence, verb)
        voice = "speaker" if speaker is not None else voice
    return identified(replace(claim, voice=voice, speaker=speaker))


def _each_other(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read "the army and the rebels blamed each other": each is blamed by the other."""
    subject = clauses.subject(sentence, verb)
    both = parties_at(sentence, subject, names) if subject is not None else ()
    if len(both) != 2:
        return
    for party, other in (both, both[::-1]):
        evidence = sentence.span_of(party.first, max(verb, party.last))
        claim = _claim(reading, party.name, evidence, "blames", sure("responsibility", "likely"))
        speaker = Speaker(name=other.name, role="party", span=span_of(sentence, other))
        yield identified(replace(claim, voice="speaker", speaker=speaker))
