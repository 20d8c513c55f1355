"""The name that a phrase gives a party: its proper name, else its plain words.

The small model's tags are not trusted alone: names stand in quotation marks, before brackets, after
"called", and in text all in capitals true-casing may have written them small.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cenotaph.text import clauses
from cenotaph.text.almanac import MONTHS, WEEKDAYS
from cenotaph.text.name_words import lists
from cenotaph.text.party_kinds import INSIDE_NAMES, is_party_of, is_states
from cenotaph.text.party_titles import LEADING, joined, titled
from cenotaph.text.party_words import country, country_named, party_words
from cenotaph.text.reading import NamePhrase, Sentence, Token

_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "‘", "’"})
_HEADS = frozenset({"cartel", "mafia", "gang", "faction", "militia", "commandos", "opposition"})
_BREAKS = frozenset({"--", "—", "–", ":", "]", "that"})
_TIMES = frozenset({
    "hour", "hours", "minutes", "night", "morning", "afternoon", "evening", "yesterday", "today",
    "tonight", "day", "days", "week", "weeks", "month", "months", "weekend", *MONTHS, *WEEKDAYS,
})  # fmt: skip
_LINKS = frozenset({"e", "i", "ul", "ut", "us", "ud", "un", "al", "al-"})


def called(sentence: Sentence, head: int) -> tuple[str, int] | None:
    """Return the name in "a group called Red Sun"."""
    if clauses.lower(sentence, head) not in party_words("group") | party_words("rebel"):
        return None
    if clauses.lower(sentence, head + 1) not in {"called", "named", "calling"}:
        return None
    found: list[int] = []
    for i in range(head + 2, min(head + 12, len(sentence.tokens))):
        word = sentence.tokens[i].text
        if word[:1].isupper() or (found and word in INSIDE_NAMES):
            found.append(i)
        elif found or word.lower() not in {"itself", "themselves", "the", *_QUOTES}:
            break
    while found and sentence.tokens[found[-1]].text in INSIDE_NAMES:
        found.pop()
    name = joined([sentence.tokens[i].text for i in found])
    return (re.sub(r" (?=['’]s)", "", name), found[-1]) if found else None


def phrase_left(sentence: Sentence, head: int) -> int:
    """Return the first token of a phrase, a name in quotation marks taken in."""
    first = _within(sentence, clauses.chunk_left(sentence, head), head)
    first -= next((n for n in (1, 2) if n <= first and is_initials(sentence, first - n)), 0)
    if sentence.text.isupper() and first and _is_of_name(sentence, first - 1, head):
        first -= 1
    people = party_words("group") | party_words("rebel") | party_words("state")
    people |= party_words("belong") | party_words("arm")  # not "the Dawn Front [DF] building"
    bracketed = first > 2 and sentence.tokens[first - 1].text in {"]", ")"}
    if bracketed and first == head and clauses.lower(sentence, head) in people:
        opened = [i for i in range(first) if sentence.tokens[i].text in {"[", "("}]
        before = sentence.tokens[opened[-1] - 1].text if opened and opened[-1] else ""
        if before and (before[:1].isupper() or sentence.text.isupper()):
            return clauses.chunk_left(sentence, opened[-1] - 1)
    if first < 2 or sentence.tokens[first - 1].text not in _QUOTES:
        return first
    for i in range(first - 2, max(-1, first - 10), -1):
        token = sentence.tokens[i]
        if token.text in _QUOTES:
            return i + 1
        if not (token.text[:1].isupper() or token.text in INSIDE_NAMES):
            return first
    return first


def is_initials(sentence: Sentence, index: int) -> bool:
    """Tell whether capitals go on behind a hyphen: "IS-K", whatever the model takes them for."""
    words = sentence.tokens[index : index + 3]
    glued = len(words) > 2 and words[1].text == "-" and words[0].end + 1 == words[2].start
    named = glued and words[0].text.isupper() and words[2].text.isupper()
    return named and not sentence.text.isupper()


def _is_of_name(sentence: Sentence, index: int, head: int) -> bool:
    """Tell whether a participle opens a name in capitals: "blamed RISING PATH"."""
    token = sentence.tokens[index]
    named = clauses.lower(sentence, head) in party_words("title")
    return named and token.tag == "VBG" and token.dep in {"amod", "compound"}


def _within(sentence: Sentence, first: int, head: int) -> int:
    """Cut off what runs into a phrase: a dateline, "told in Lima that yesterday rebels"."""
    for i in range(head - 1, first - 1, -1):
        token = sentence.tokens[i]
        if token.text in _BREAKS or (token.ent == "DATE" and not _is_day_of_name(sentence, i)):
            return i + 1
    return first


def _is_day_of_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a group calls itself by a day, and a word of it: "the 18 March Movement"."""
    first = index - (clauses.lower(sentence, index) in MONTHS)
    day, month, noun = (clauses.lower(sentence, first + n) for n in range(3))
    named = day.isdigit() and month in MONTHS and noun in party_words("title")
    return named and clauses.lower(sentence, first - 1) != "on"


def members_of(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase]
) -> str | None:
    """Return the group that a name before its people names: "Blue Star members"."""
    if head == first or sentence.tokens[head].text[:1].isupper():
        return None
    while head > first + 1 and clauses.lower(sentence, head - 1) == "suicide":
        head -= 1  # "a Dawn Front suicide bomber"
    name = proper_name(sentence, first, head - 1)
    if name is not None and clauses.lower(sentence, head - 1) in {"cartel", "mafia"}:
        name = f"{name} {clauses.lower(sentence, head - 1)}"  # "Sinaloa cartel gunmen"
    before = sentence.span_of(first, head - 1)
    kinds = {n.kind for n in names if n.span.meets(before) and not _is_inside(n, name)}
    initials = name is not None and name.isupper() and len(name) > 2
    own = is_no_persons(sentence.tokens[first:head])
    kinds -= {"person"} if own else set()
    if name is None or (
        not initials and kinds & {"person", "place"} and "organization" not in kinds
    ):
        return None
    others = {"GPE", "LOC", *([] if own else ["PERSON"])}
    opening = next((t.ent for t in sentence.tokens[first:head] if t.text[:1].isupper()), "")
    placed = opening in others  # "Riverton fighters"; not "Islamic State West Africa Province"
    return None if placed and not initials and "organization" not in kinds else name


def _is_inside(name: NamePhrase, whole: str | None) -> bool:
    """Tell whether a place only begins or is within a longer name: "West Africa Province"."""
    return name.kind == "place" and whole is not None and not whole.endswith(name.name)


def is_no_persons(tokens: Sequence[Token]) -> bool:
    """Tell a group's name from a person's, for which the small model takes it: "Boko Haram".

    It has several words, none of which is a given name or a surname.
    """
    if len(tokens) < 2 or any(t.ent != "PERSON" for t in tokens):
        return False
    known = lists().given | lists().surnames
    article = tokens[0].text in {"Al", "El"} and tokens[1].text == "-"  # "Al-Shabaab"
    return not any(t.text.casefold() in known for t in tokens[2 * article :])


def organization_named(
    sentence: Sentence, first: int, head: int, names: Sequence[NamePhrase]
) -> str | None:
    """Return the organization's name of several words that ends a phrase."""
    span = sentence.span_of(first, head)
    for name in names:
        ends = name.span.end >= sentence.tokens[head].end - 1
        inside = span.meets(name.span) and span.start <= name.span.start
        if name.kind == "organization" and " " in name.name and inside and ends:
            words = name.name.split()
            own = country(words) and is_states(words) and not is_party_of(words)
            return None if own else _trimmed(words)
        if name.kind == "organization" and name.span.start < span.start < span.end < name.span.end:
            # "Rebels of the Front for Land": the model takes them into the name
            offset = sentence.span.start
            words = sentence.text[span.start - offset : name.span.end - offset].split()
            return _trimmed(words[1:] if words[0].lower() == "the" else words)
    return None


def quoted_before(sentence: Sentence, head: int) -> tuple[str, int] | None:
    """Return the name in quotation marks before "group" in text all in capitals, and its end."""
    known = party_words("group") | party_words("rebel")
    if not sentence.text.isupper() or clauses.lower(sentence, head) not in known:
        return None
    if head < 3 or sentence.tokens[head - 1].text not in _QUOTES:
        return None
    for i in range(head - 2, max(-1, head - 10), -1):
        if sentence.tokens[i].text in _QUOTES:
            words = [t.text for t in sentence.tokens[i + 1 : head - 1]]
            named = [w if w in INSIDE_NAMES else w[:1].upper() + w[1:] for w in words]
            return (joined(named), head) if len(named) > 1 else None
    return None


def proper_name(sentence: Sentence, first: int, head: int) -> str | None:
    """Return the proper name in a phrase: "Blue Star" of "the Blue Star militants"."""
    if (name := titled(sentence, first, head)) is not None:
        return name
    words: list[str] = []
    head = next(
        (i - 1 for i in range(first + 1, head) if sentence.tokens[i].text in {"[", "("}), head
    )
    small = sentence.tokens[head].text[:1].islower()
    for i in range(first, head + 1):
        token = sentence.tokens[i]
        lower = token.text.lower()
        if token.text in {"'s", "’s", "'", "’"}:
            own = words and words[-1].lower() in party_words("own")
            words = [*words[:-1], words[-1] + token.text] if own else []  # "Ruritania's Blue Star"
        elif (
            _is_name(sentence, i)
            or (words and _runs_on(sentence, i))
            or _is_day_of_name(sentence, i)
        ):
            idle = small and lower in party_words("faith") and not _is_of_one(sentence, i)
            if words or not idle or _is_of_faith([token.text, sentence.tokens[i + 1].text]):
                words.append(token.text)
        elif i < head and (
            lower in {"al", "al-"}
            or _links(sentence, i)
            or (words and lower in {"of", "the", "-", "and"})
        ):
            words.append(token.text)
        elif country_named([token.text]) and i < head:
            words.append(token.text)  # "Ruritanian Taliban"
    return _trimmed(words)


def _is_of_one(sentence: Sentence, index: int) -> bool:
    """Tell whether a people's name opens a longer one: "Tamil Tiger rebels"."""
    token, following = sentence.tokens[index], sentence.tokens[index + 1]
    return following.pos == "PROPN" and token.ent == following.ent not in {"", "NORP"}


def _links(sentence: Sentence, index: int) -> bool:
    """Tell whether a word only links two others of a name: "Lashkar-e-Tarn", "Ansar-ul-Reed"."""
    around = clauses.lower(sentence, index - 1) == clauses.lower(sentence, index + 1) == "-"
    return around and clauses.lower(sentence, index) in _LINKS


def _is_prefix(sentence: Sentence, index: int) -> bool:
    """Tell whether a capital only begins a compound written small: "Narco-terrorists"."""
    following = sentence.tokens[index + 1 : index + 3]
    if _links(sentence, index + 2):
        return False
    return len(following) > 1 and following[0].text == "-" and following[1].text[:1].islower()


def _runs_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a capital goes on with a name: "Zero Column Armed Struggle"."""
    token = sentence.tokens[index]
    return token.text[:1].isupper() and not sentence.text.isupper()


def _is_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is part of a proper name; a capital inside a sentence makes one."""
    token = sentence.tokens[index]
    if not token.text[:1].isupper() or _is_prefix(sentence, index):
        return False
    inside = index > 0 and sentence.part == "text" and not sentence.text.isupper()
    following = sentence.tokens[index + 1].pos if index + 1 < len(sentence.tokens) else ""
    # "the Real Dawn Army", "by Rising Path rebels"
    own = token.pos in {"ADJ", "VERB"} and inside and following == "PROPN"
    kept = sentence.text.isupper() and _is_kept(sentence, index)
    own = own or is_initials(sentence, index)
    return token.pos == "PROPN" or (token.pos == "NOUN" and (inside or kept)) or own


def _is_kept(sentence: Sentence, index: int) -> bool:
    """Tell whether true-casing left a name, no plain noun, in capitals: initials, a people."""
    token = sentence.tokens[index]
    initials = token.text.isupper() and token.text.isalpha() and len(token.text) > 2
    return initials or (token.tag == "NNS" and clauses.lower(sentence, index - 1) == "the")


def _trimmed(words: list[str]) -> str | None:
    """Return a proper name without what only says that it is a group's; None for a country's."""
    while words and words[-1].lower() in {"of", "the", "-", "and"}:
        words.pop()
    while len(words) > 1 and words[0].lower() in {"suspected", "alleged", "presumed"}:
        words.pop(0)
    whole = tuple(words)
    extra = (party_words("rebel") | {"group", "groups"}) - _HEADS
    while len(words) > 1 and words[-1].lower() in extra:
        words.pop()
    if not words or country_named(words) or all(country_named([w]) for w in words):
        return None
    common = party_words("corps") | party_words("faith") | party_words("state") | party_words("arm")
    common |= party_words("rebel") - _HEADS
    if all(w.lower() in common for w in words) and not _is_of_faith(words):
        return joined(whole) if len(whole) > len(words) > 1 and whole[-1][:1].isupper() else None
    return joined(words)


def _is_of_faith(words: Sequence[str]) -> bool:
    """Tell a name from plain words: "the Islamic State group", but "the state", "Islamic army"."""
    capitals = len(words) == 2 and all(w[:1].isupper() for w in words)
    return capitals and words[1] == "State" and words[0].lower() in party_words("faith")


def plain_name(sentence: Sentence, first: int, head: int) -> str | None:
    """Return a phrase without its articles and figures: "government forces"."""
    kept = [sentence.tokens[i] for i in range(first, head + 1)]
    kept = _past_the_hour(kept)
    while len(kept) > 1 and (kept[0].text.lower() in LEADING or kept[0].pos == "NUM"):
        if kept[0].text.lower() == "armed" and kept[1].text.lower() == "forces":
            break
        kept.pop(0)
    opening = sentence.tokens[0].start
    if [t.text.lower() for t in kept[:3]] == ["so", "-", "called"]:
        kept = kept[3:]
    words = [
        t.text.lower() if t.start == opening and t.text.lower() in _common() else t.text
        for t in kept
        if t.text not in {'"', "“", "”", "'"}
    ]
    return re.sub(r"\s+(?=['’]s?\b)", "", joined(words)) or None


def _past_the_hour(kept: list[Token]) -> list[Token]:
    """Return a phrase without the words for a time that run into it: "last night's raiders"."""
    times = [n for n, t in enumerate(kept[:-1]) if t.text.lower() in _TIMES]
    start = times[-1] + 1 if times else 0
    while start and start < len(kept) - 1 and kept[start].text in {"'s", "’s", "'", "’"}:
        start += 1
    return kept[start:]


@cache
def _common() -> frozenset[str]:
    """Return words that are no name, though they open a sentence with a capital."""
    groups = ("state", "rebel", "arm", "vague", "group", "faith", "corps")
    names = {"islamist", "islamists", "islamic", "sunni", "shiite", "tamil", "kurdish", "muslim"}
    return frozenset(w for g in groups for w in party_words(g)) - names | {"dissident", "drug"}
