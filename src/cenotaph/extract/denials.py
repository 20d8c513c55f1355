"""Denials: a party says that it did not do it, or that it did not happen (COUNTING 20).

A denial stands beside what it denies and deletes nothing; `of` is the mention it denies. Read are
"denied that its aircraft bombed it", "denied responsibility", "rejected the accusation", and in
somebody's own words "our forces do not fire on civilians". A defendant's plea is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cenotaph.model import Claim, Responsibility, Span, Speaker, Stance, Voice, identified
from cenotaph.text import clauses
from cenotaph.text.act_pronouns import is_claim_denied, is_others
from cenotaph.text.acts import Act, acts, acts_in, is_violent
from cenotaph.text.doers import accused, agent
from cenotaph.text.groups import is_states_force, party_named
from cenotaph.text.lexicon import grouped
from cenotaph.text.making import claim_of, mention_denied
from cenotaph.text.modality import modality
from cenotaph.text.parties import Party, is_self, parties_at, span_of
from cenotaph.text.party_speakers import party_of_speaker, speech_at
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import NamePhrase, Reading, Sentence, Speech
from cenotaph.text.speech import voice_at
from cenotaph.text.sureness import sure

_WITHDRAWING = frozenset({"withdraw", "retract"})
_IT = frozenset({"it", "this", "that"})
_BEHIND = frozenset({"behind", "responsible"})
_MEN = frozenset({"soldiers", "troops", "forces", "units", "patrols", "servicemen"})
_THEIRS = frozenset({"theirs", "his", "hers", "ours"})


def find(reading: Reading) -> Iterator[Claim]:
    """Yield denials and doubts of who is behind an act."""
    seen: set[Span] = set()
    for sentence in reading.sentences:
        names = reading.names_at.within(sentence.span)
        for verb, token in enumerate(sentence.tokens):
            if token.pos == "VERB":
                for claim in _denied(reading, sentence, verb, names):
                    seen.add(claim.sentence)
                    yield claim
            if (behind := _not_behind(reading, sentence, verb)) is not None:
                seen.add(behind.sentence)
                yield behind
    for act in acts(reading):
        if act.sentence.span not in seen:
            yield from _not_done(reading, act)


def _not_behind(reading: Reading, sentence: Sentence, word: int) -> Claim | None:
    """Read "the front said it was not behind the raid", "we are not responsible"."""
    if clauses.lower(sentence, word) not in _BEHIND:
        return None
    verb = sentence.tokens[word].head
    kids = sentence.kids[verb]
    subject = next((k for k in kids if sentence.tokens[k].dep == "nsubj"), None)
    negated = any(sentence.tokens[k].dep == "neg" for k in kids)
    if subject is None or not negated or not is_self(sentence, subject):
        return None
    evidence = sentence.span_of(subject, word)
    party = party_of_speaker(reading, speech_at(reading, evidence))
    if party is None:
        return None
    speaker = voice_at(reading, evidence)[1]
    return _claim(reading, party, evidence, "denies", speaker, of=mention_denied(reading, evidence))


def _words(group: str) -> frozenset[str]:
    return grouped("denials.txt").get(group, frozenset())


def _denied(
    reading: Reading, sentence: Sentence, verb: int, names: list[NamePhrase]
) -> Iterator[Claim]:
    """Read a verb of denying whose content is an act or responsibility for one."""
    lemma = sentence.tokens[verb].lemma.lower()
    stance = _stance(sentence, verb, lemma)
    if stance is None or modality(sentence, verb) != "real":
        return
    denied = clauses.kid(sentence, verb, "nsubjpass")
    if denied is not None:
        yield from _by_agent(reading, sentence, (denied, verb), names)  # none in "was denied entry"
        return
    if stance == "doubts":
        yield from _doubted(reading, sentence, verb)
    elif (last := _content(sentence, verb, lemma)) is not None:
        yield from _of_content(reading, sentence, (verb, last), names)


def _by_agent(
    reading: Reading, sentence: Sentence, words: tuple[int, int], names: list[NamePhrase]
) -> Iterator[Claim]:
    """Yield the denials of "the accusation was denied by the army"."""
    matter, verb = words
    who = agent(sentence, verb)
    lemma = sentence.tokens[verb].lemma.lower()
    if who is None or lemma in _words("doubt") or not _is_matter(sentence, matter, lemma):
        return
    evidence = sentence.span_of(matter, who)
    for party in parties_at(sentence, who, names):
        speaker = _as_speaker(sentence, party)
        of = mention_denied(reading, evidence)
        yield _claim(reading, party.name, evidence, "denies", speaker, of=of)


def _of_content(
    reading: Reading, sentence: Sentence, words: tuple[int, int], names: list[NamePhrase]
) -> Iterator[Claim]:
    """Yield the denials of what stands between a verb of denying and the last word it denies."""
    verb, last = words
    speech = _reported_by(reading, sentence, verb)
    evidence = sentence.span_of(verb, max(verb, last))
    of = mention_denied(reading, evidence)
    deniers = tuple(_deniers(reading, sentence, verb, names, speech))
    if doers := _doers(reading, sentence, verb, last):
        deniers = tuple(_denying_of(reading, doers, deniers, speech))
    elif clauses.lower(sentence, last) in _BEHIND and not _is_of_self(sentence, last):
        return  # "denied that the hut was behind the hill"
    own = any(clauses.lower(sentence, i) in {"its", "their", "our"} for i in range(verb, last))
    event = clauses.is_passive(sentence, last) and not own and not doers
    for name, speaker in deniers:
        official = speaker is not None and speaker.role == "official" and speaker.side is None
        if not (event and official):  # "the mayor denied that six were killed": that it was at all
            yield _claim(reading, name, evidence, "denies", speaker, of=of)


def _denying_of(
    reading: Reading,
    doers: tuple[Party, ...],
    deniers: tuple[tuple[str, Speaker | None], ...],
    speech: Speech | None,
) -> Iterator[tuple[str, Speaker | None]]:
    """Yield those whose deed is denied: "the mayor denied that the army shelled it" is the army.

    A side's own men are the side: "the army denied that soldiers had fired".
    """
    said = voice_at(reading, speech.contents[0])[1] if speech and speech.contents else None
    own, speaker = deniers[0] if deniers else ("", said)
    for doer in doers:
        men = own and is_states_force(own) and doer.name.lower() in _MEN
        yield (own if men else doer.name), speaker


def _doers(reading: Reading, sentence: Sentence, verb: int, last: int) -> tuple[Party, ...]:
    """Return those whose deed is denied by others: "the mayor denied that the army shelled it"."""
    told = (a for a in acts_in(reading, sentence) if a.word == last > verb)
    found = tuple(a.party for a in told if a.party is not None and a.party.first > verb)
    head = accused(sentence, last) if clauses.lower(sentence, last) in _BEHIND else None
    names = reading.names_at.within(sentence.span)
    return found if head is None else parties_at(sentence, head, names)


def _stance(sentence: Sentence, verb: int, lemma: str) -> Stance | None:
    if lemma in _WITHDRAWING:
        return "denies"
    if lemma in _words("doubt"):
        return "doubts"
    if lemma not in _words("deny"):
        return None
    negated = any(sentence.tokens[k].dep == "neg" for k in sentence.kids[verb])
    return None if negated else "denies"  # "did not deny" neither denies nor admits


def _content(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Return the last word of what is denied, if that is an act or responsibility for one."""
    below = [i for i in sentence.subtree(verb) if i > verb]
    if lemma in _WITHDRAWING:
        return _own_claim(sentence, verb)
    last = next((i for i in below if _is_own_doing(sentence, i, lemma)), None)
    if last is not None:
        return last
    told = (_is_matter, _is_act, _is_own_side, _is_event)
    last = next((i for i in below if any(is_(sentence, i, lemma) for is_ in told)), None)
    if last is not None or lemma != "deny":
        return last
    return next((k for k in sentence.kids[verb] if clauses.lower(sentence, k) in _IT and k > verb
                 and sentence.tokens[k].dep != "mark"), None)  # fmt: skip


def _own_claim(sentence: Sentence, verb: int) -> int | None:
    """Read "withdrew its claim", "retracted the claim of responsibility"."""
    claim = clauses.kid(sentence, verb, "dobj")
    if claim is None or clauses.lower(sentence, claim) not in {"claim", "statement"}:
        return None
    below = {clauses.lower(sentence, i) for i in sentence.subtree(claim)}
    kids = sentence.kids[claim]
    said = any(sentence.tokens[k].dep in {"acl", "relcl", "ccomp"} for k in kids)
    said = said or clauses.lower(sentence, claim + 1) in {"to", "on"}  # "its claim to the land"
    own = "responsibility" in below or (bool(below & {"its", "their"}) and not said)
    return claim if own else None


def _is_own_doing(sentence: Sentence, index: int, lemma: str) -> bool:
    """Read "denied that it was behind the raid", "that the rebels were responsible"."""
    verb = sentence.tokens[index].head
    return (
        lemma in _words("clause")
        and clauses.lower(sentence, index) in _BEHIND
        and sentence.tokens[verb].lemma.lower() == "be"
        and clauses.kid(sentence, verb, "nsubj") is not None
    )


def _is_of_self(sentence: Sentence, index: int) -> bool:
    subject = clauses.kid(sentence, sentence.tokens[index].head, "nsubj")
    return subject is not None and is_self(sentence, subject)


def _is_matter(sentence: Sentence, index: int, lemma: str) -> bool:
    """Read "denied responsibility", "rejected the accusation", "denied having anything to do"."""
    word = clauses.lower(sentence, index)
    if word == "anything" and clauses.lower(sentence, index + 1) == "to":
        return lemma in _words("clause")
    return word in _words("matter") and (word not in _words("weak") or lemma in _words("against"))


def _is_act(sentence: Sentence, index: int, lemma: str) -> bool:
    """Read "denied that its troops had fired", "denied shelling the town"."""
    token = sentence.tokens[index]
    acted = is_violent(sentence, index) or token.lemma.lower() in {"target", "involve"}
    acted = (acted or _uses_arms(sentence, index)) and not _is_of_the_harmed(sentence, index)
    return token.pos == "VERB" and acted and lemma in _words("clause")


def _uses_arms(sentence: Sentence, verb: int) -> bool:
    """Read "denied using any chemical weapons"."""
    thing = clauses.kid(sentence, verb, "dobj")
    used = sentence.tokens[verb].lemma.lower() == "use" and thing is not None
    return used and clauses.lower(sentence, thing or 0) in {
        "weapon",
        "weapons",
        "gas",
        *party_words("arm"),
    }


def _is_of_the_harmed(sentence: Sentence, verb: int) -> bool:
    """Read "denied that those killed were civilians": who they were is denied, not the deed."""
    above = sentence.tokens[verb].head
    of_people = (
        sentence.tokens[verb].dep in {"acl", "relcl"} and sentence.tokens[above].dep == "nsubj"
    )
    return of_people and sentence.tokens[sentence.tokens[above].head].lemma.lower() == "be"


def _is_own_side(sentence: Sentence, index: int, lemma: str) -> bool:
    """Read "denied that its aircraft had been over the city"."""
    of_war = party_words("arm") | party_words("state") | party_words("rebel")
    return (
        lemma in _words("clause")
        and clauses.lower(sentence, index) in of_war
        and any(clauses.lower(sentence, k) in party_words("self") for k in sentence.kids[index])
    )


def _is_event(sentence: Sentence, index: int, lemma: str) -> bool:
    """Read "denied the attack"."""
    token = sentence.tokens[index]
    of_verb = token.dep == "dobj" and sentence.tokens[token.head].lemma.lower() == lemma
    return of_verb and token.text.lower() in party_words("sure") | party_words("open")


def _reported_by(reading: Reading, sentence: Sentence, verb: int) -> Speech | None:
    span = sentence.span_of(verb, verb)
    return next(iter(reading.cues_at.meeting(span)), None)


def _deniers(
    reading: Reading,
    sentence: Sentence,
    verb: int,
    names: list[NamePhrase],
    speech: Speech | None,
) -> Iterator[tuple[str, Speaker | None]]:
    """Yield the parties for which the subject of a denial speaks, and the speaker."""
    speaker = voice_at(reading, speech.contents[0])[1] if speech and speech.contents else None
    subject = clauses.subject(sentence, verb)
    parties = parties_at(sentence, subject, names) if subject is not None else ()
    own = party_of_speaker(reading, speech)
    if own is not None and not parties:
        yield own, speaker
        return
    for party in parties:
        yield party.name, speaker or _as_speaker(sentence, party)
    if parties or subject is None:
        return
    spoken_for = list(_speaks_for(sentence, subject, names, speaker))
    yield from spoken_for
    theirs = speaker is not None and speaker.name.split()[-1].lower() in _THEIRS
    if theirs:  # "a spokesman of theirs": whose is not told here
        return
    body = clauses.lower(sentence, subject) == "it"  # who said it before
    known = {"party", "official", None} if body else {"party", "official"}
    if not spoken_for and speaker is not None and speaker.role in known:
        yield speaker.side or speaker.name, speaker


def _as_speaker(sentence: Sentence, party: Party) -> Speaker:
    return Speaker(name=party.name, role="party", span=span_of(sentence, party))


def _speaks_for(
    sentence: Sentence, subject: int, names: list[NamePhrase], speaker: Speaker | None
) -> Iterator[tuple[str, Speaker | None]]:
    """Read "a spokesman for a herders' association": the party is the one spoken for."""
    if clauses.lower(sentence, subject) not in _words("spokesman"):
        return
    for child in sentence.kids[subject]:
        if clauses.lower(sentence, child) in {"for", "of", "from"}:
            head = clauses.kid(sentence, child, "pobj")
            if head is not None:
                for party in parties_at(sentence, head, names, loose=True):
                    yield party.name, speaker or _as_speaker(sentence, party)


def _doubted(reading: Reading, sentence: Sentence, verb: int) -> Iterator[Claim]:
    """Read "questioned whether rebels had fired it": the party of the act that is doubted."""
    for act in acts_in(reading, sentence):
        if act.party is not None and act.word > verb:
            speech = _reported_by(reading, sentence, verb)
            speaker = voice_at(reading, speech.contents[0])[1] if speech else None
            evidence = sentence.span_of(verb, max(act.word, act.party.last))
            yield _claim(reading, act.party.name, evidence, "doubts", speaker, of=None)


def _not_done(reading: Reading, act: Act) -> Iterator[Claim]:
    """Read "our forces do not fire on civilians" in somebody's own words."""
    if act.modality != "denied":
        return
    speech = speech_at(reading, act.evidence)
    if speech is None or speech.verb in _words("deny") or is_claim_denied(act, speech):
        return
    if _is_any(act) if act.party is not None else is_others(reading, act, speech):
        return
    name = act.party.name if act.party else party_of_speaker(reading, speech)
    if name is None:
        return
    speaker = voice_at(reading, act.evidence)[1]
    word = act.sentence.span_of(act.word, act.word)
    claim = _claim(reading, name, act.evidence, "denies", speaker, of=mention_denied(reading, word))
    yield claim


def _is_any(act: Act) -> bool:
    """Tell whether no party is meant but a sort: "a professional army would never attack"."""
    party = act.party
    first = "" if party is None else clauses.lower(act.sentence, party.first)
    return party is not None and first in {"a", "an"} and party.name.islower()


def _claim(
    reading: Reading,
    party: str,
    evidence: Span,
    stance: Stance,
    speaker: Speaker | None,
    *,
    of: str | None,
) -> Claim:
    value = Responsibility(party=party_named(reading, party, evidence))
    confidence = sure("denials", "denial")
    claim = claim_of(reading, value, evidence, extractor="denials", confidence=confidence)
    voice: Voice = "speaker" if speaker is not None else claim.voice
    speaker = speaker or claim.speaker
    return identified(replace(claim, stance=stance, voice=voice, speaker=speaker, of=of))
