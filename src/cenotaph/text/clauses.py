"""Questions to a parsed sentence that many extractors ask: who does what to whom.

The small model hangs clauses wrongly often enough that each answer is checked against the order of
words; where the two disagree the words win.
"""

from __future__ import annotations

from collections.abc import Collection

from cenotaph.text.reading import Sentence

TENSED = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs that a subject stands with
FINITE = TENSED | {"MD"}
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})

_BE = frozenset({
    "be", "was", "were", "is", "are", "been", "being", "am", "'s", "'re", "get", "gets", "got",
    "gotten", "getting",
})  # fmt: skip
_AUXILIARY = _BE | frozenset({"has", "have", "had", "having", "not", "n't", "also", "to", "will",
                              "would", "may", "might", "could", "can", "should", "must", "left",
                              "reported", "believed", "said", "thought", "feared", "presumed",
                              "known", "confirmed", "both", "all", "either", "later", "allegedly",
                              "reportedly", "declared", "found"})  # fmt: skip
AGED = ("year-old", "month-old", "week-old", "day-old")
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday", "tonight", "overnight", "night", "morning", "afternoon", "evening", "noon",
    "midnight", "dawn", "week", "weekend", "a.m.", "p.m.", "am", "pm", "a.m", "p.m",
})  # fmt: skip
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_STATES = frozenset({"dead", "wounded", "injured", "hurt", "killed", "slain"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ"})
_INSIDE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "SYM"})
_RANKS = frozenset({
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
})  # fmt: skip
_RELATIVE = frozenset({"who", "that", "which", "whom"})


def kid(sentence: Sentence, index: int, *deps: str) -> int | None:
    """Return the first child with one of the dependency labels."""
    for child in sentence.kids[index]:
        if sentence.tokens[child].dep in deps:
            return child
    return None


def of_what(sentence: Sentence, noun: int) -> int | None:
    """Return what a noun is of: "the ruin of two pylons", "a section of the pipeline"."""
    of = next((k for k in sentence.kids[noun] if lower(sentence, k) == "of"), None)
    return None if of is None else kid(sentence, of, "pobj")


def lower(sentence: Sentence, index: int) -> str:
    """Return a token's text in lower case; "" outside the sentence."""
    words = sentence.lowered
    return words[index] if 0 <= index < len(words) else ""


def verb_group_start(sentence: Sentence, verb: int) -> int:
    """Return the first token of the auxiliaries and adverbs in front of a verb."""
    i = verb
    while i > 0 and (lower(sentence, i - 1) in _AUXILIARY or sentence.tokens[i - 1].pos == "ADV"):
        i -= 1
    return i


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a form of "be" or "get" stands in the verb's group ("were also badly hurt")."""
    if sentence.tokens[verb].tag == "VBG":
        return False  # "the authorities are blaming the drug lords"
    start = verb_group_start(sentence, verb)
    for i in range(start, verb - 1):  # "is said to have shot a man" is active
        if (lower(sentence, i), lower(sentence, i + 1)) == ("to", "have"):
            start = i
    group = (i for i in range(start, verb) if sentence.tokens[i].pos not in {"NOUN", "PROPN"})
    if any(lower(sentence, i) in _BE for i in group):  # not "IS claimed it"
        return True
    token = sentence.tokens[verb]
    if kid(sentence, verb, "auxpass") is not None:
        return True
    # "were shot and killed": the second verb leans on the first one's auxiliary.
    if (
        token.dep == "conj"
        and token.tag in {"VBN", "VBD"}
        and kid(sentence, verb, *SUBJECTS) is None
    ):
        head = token.head
        return (
            head < verb
            and sentence.tokens[head].pos in {"VERB", "AUX"}
            and (is_passive(sentence, head) and not has_object(sentence, verb))
        )
    return False


def has_object(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb has an object by the parse: no time, as in "killed Saturday"."""
    found = kid(sentence, verb, "dobj")
    return found is not None and not is_time(sentence, found)


def is_time(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun names a time: "killed three tenants Sunday night", "shot 2 a.m."."""
    return lower(sentence, index) in _TIMES


def subject(sentence: Sentence, verb: int) -> int | None:
    """Return the head of a verb's subject; coordinated and raised verbs share their head's."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        found = kid(sentence, verb, *SUBJECTS)
        if found is not None:
            return antecedent(sentence, _behind_that(sentence, verb, found))
        token = sentence.tokens[verb]
        if token.dep in {"relcl", "acl"}:
            return token.head
        if token.dep == "pcomp" and kid(sentence, verb, "auxpass") is not None:
            if lower(sentence, token.head) not in {"before", "after"}:
                return None
            verb = sentence.tokens[token.head].head  # "had been tortured before being strangled"
            continue
        if token.dep not in {"conj", "xcomp", "oprd", "acomp", "ccomp", "advcl", "dep", "attr"}:
            return None
        if token.dep == "ccomp" and token.tag not in {"VBN", "JJ"}:
            return None
        verb = token.head
    return None


def _behind_that(sentence: Sentence, verb: int, found: int) -> int:
    """Return the subject where the model takes "that" for one too: "said that rebels shot"."""
    if lower(sentence, found) != "that":
        return found
    others = [k for k in sentence.kids[verb] if found < k < verb]
    return next((k for k in others if sentence.tokens[k].dep in SUBJECTS), found)


def antecedent(sentence: Sentence, index: int) -> int:
    """Return what a relative pronoun stands for, else the token itself."""
    if lower(sentence, index) not in _RELATIVE:
        return index
    verb = sentence.tokens[index].head
    for _ in range(4):  # "who were shot and killed": climb to the relative clause's verb
        token = sentence.tokens[verb]
        if token.dep == "relcl":
            return _nearest_noun(sentence, index, token.head)
        if token.dep == "ROOT":
            break
        verb = token.head
    return _nearest_noun(sentence, index, index)


def _nearest_noun(sentence: Sentence, relative: int, head: int) -> int:
    """Return the parse's antecedent if a noun, else the noun right before the pronoun.

    "It follows the shelling of a market, which killed three": the parse may choose any of them.
    """
    if head != relative and sentence.tokens[head].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
        return head
    for i in range(relative - 1, max(-1, relative - 4), -1):
        if sentence.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
            return i
    return relative


def coordinated(sentence: Sentence, head: int, figures: Collection[int] = ()) -> tuple[int, ...]:
    """Return a noun and the nouns coordinated with it, in order."""
    found = [head]
    for i in found:
        found.extend(
            k for k in sentence.kids[i]
            if sentence.tokens[k].dep == "conj" and sentence.tokens[k].pos in _NOMINAL
            and not (k in figures and i in figures)
        )  # fmt: skip
    return tuple(sorted(set(found)))


_CLOSING = frozenset({")", "]"})
_OPENING_MARKS = frozenset({'"', "“", "‘", "«", "'"})


def chunk_left(sentence: Sentence, last: int, figures: Collection[int] = ()) -> int:
    """Return the first token of the noun phrase that ends at `last`, by word classes alone.

    `figures` are the tokens of figures and hedges: "between 12 and 15 policemen" is one phrase.
    """
    i = last
    while i > 0 and not _is_cut(sentence, i, figures):
        quoted = _opens_quoted(sentence, i, figures)
        if i - 1 not in figures and not quoted and not _runs_on(sentence, i, last):
            break
        i -= 1
    return i


def _opens_quoted(sentence: Sentence, i: int, figures: Collection[int]) -> bool:
    """Tell whether a mark stands between a figure and its noun: '15 "terrorists"'."""
    return i - 2 in figures and sentence.tokens[i - 1].text in _OPENING_MARKS


def _is_cut(sentence: Sentence, i: int, figures: Collection[int]) -> bool:
    """Tell whether an article opens a phrase after a figure: "Image 3 of 8 A man was shot"."""
    return i - 1 in figures and i not in figures and lower(sentence, i) in {"a", "an"}


def _runs_on(sentence: Sentence, i: int, last: int) -> bool:
    """Tell whether the token before `i` belongs to the noun phrase that ends at `last`."""
    before, token = sentence.tokens[i - 1], sentence.tokens[i]
    if before.text == "-" and before.end != token.start:
        return False  # a dateline's dash: "TARSK, Ruritania - Rockets hit the port"
    if token.tag in {"PRP", "PRP$"} and before.pos in {"NOUN", "PROPN"}:
        return False  # "on the first of March my husband was shot"
    if before.pos in _INSIDE:
        return not _breaks(before.text, token.pos, before.pos)
    if before.pos in {"VERB", "ADV"}:
        inner = before.dep in {"amod", "advmod", "compound", "quantmod"}
        return inner and i - 1 < before.head <= last
    if before.text == ",":
        return _adjectives(sentence, i - 1)
    linked = before.text in {"-", "'"} or _are_initials(sentence, i - 1)
    return linked or before.tag == "PRP$" or _is_owner(sentence, i - 1)


def _are_initials(sentence: Sentence, bracket: int) -> bool:
    """Tell brackets around a group's initials inside a phrase: "ten Dawn Front (DF) rebels"."""
    opened = bracket - 2 * (sentence.tokens[bracket].text in _CLOSING)
    words = [t.text for t in sentence.tokens[max(opened, 0) : opened + 3]]
    glued = len(words) > 2 and words[0] in {"(", "["} and words[2] in _CLOSING
    return glued and len(words[1]) > 1 and words[1].isupper() and words[1].isalpha()


def _breaks(before: str, pos: str, before_pos: str) -> bool:
    """Tell whether a noun phrase cannot run on to the left over this pair of words."""
    if before == "to":  # "rose by two to seven": of a range it is a figure's
        return True
    if pos != "DET" or before in {"all", "both"}:
        return False
    return before_pos in {"NOUN", "PROPN", "NUM"} or before in _STATES  # "shot dead a man"


def _adjectives(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma stands between two adjectives of one phrase."""
    if not 0 < comma < len(sentence.tokens) - 1:
        return False
    left, right = sentence.tokens[comma - 1], sentence.tokens[comma + 1]
    if left.text.lower() in _STATES:
        return False  # "two dead, 3-year-old wounded"
    return left.pos == "ADJ" and right.pos in {"ADJ", "NOUN"}


def is_verb(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a verb by the model's class."""
    return sentence.tokens[index].pos == "VERB"


def chunk_right(sentence: Sentence, first: int, figures: Collection[int] = ()) -> int | None:
    """Return the head (last noun, else number or pronoun) of the phrase starting at `first`."""
    head: int | None = None
    noun = False
    for i in range(first, len(sentence.tokens)):
        token = sentence.tokens[i]
        aged = i > first and lower(sentence, i - 1).endswith(AGED)
        closed = i > first and _ends_at(sentence, i - 1)  # "killed them one by one"
        if closed or ((noun or aged) and is_time(sentence, i)):
            return i - 1 if aged and not noun else head  # "killed three tenants Sunday night"
        if noun and _is_owner(sentence, i - 1) and token.pos in {"ADJ", "NUM"}:
            noun = False  # "his nephew's 13-year-old friend", "Reyes' youngest son"
        if token.pos in {"NOUN", "PROPN"} and i not in figures:
            head, noun = i, True
        elif noun and token.text not in {"-", "'"} and not _is_owner(sentence, i):
            break
        elif i in figures or _heads_alone(sentence, i):
            head = i
        elif not noun and not _opens(sentence, i):
            break
    return head


def _is_owner(sentence: Sentence, mark: int) -> bool:
    """Tell whether a mark says whose what follows is: "'s", or the bare one of "Reyes' son"."""
    token = sentence.tokens[mark]
    return token.text in {"'s", "’s"} or (token.tag == "POS" and token.text in {"'", "’"})


def _ends_at(sentence: Sentence, pronoun: int) -> bool:
    """Tell whether a phrase ends with its pronoun: "killed them one by one", not "them both"."""
    personal = sentence.tokens[pronoun].tag == "PRP"
    return personal and lower(sentence, pronoun + 1) not in {"both", "all"}


def _heads_alone(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.pos in {"NUM", "PRON"} and token.tag != "PRP$":
        return True
    return token.pos in {"DET", "ADJ", "ADV"} and stands_alone(sentence, index)


def _opens(sentence: Sentence, index: int) -> bool:
    """Tell whether a word can stand in a noun phrase before its head."""
    token = sentence.tokens[index]
    if token.text == ",":
        return index > 0 and _adjectives(sentence, index)
    if token.pos in _INSIDE or token.tag == "PRP$" or token.text in {"-", '"', "“", "'", "‘"}:
        return True
    return token.pos in {"ADV", "VERB"} and token.dep in {"advmod", "amod", "quantmod", "compound"}


def stands_alone(sentence: Sentence, index: int) -> bool:
    """Tell whether a determiner or adjective is used for people: "many more", "another"."""
    if lower(sentence, index) in _RANKS:
        return lower(sentence, index - 1) in {"a", "an"}
    return lower(sentence, index) in {
        "another", "others", "many", "several", "more", "some", "all", "both", "dozens", "one",
        "none", "any", "few",
    }  # fmt: skip


def governs(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether the trigger stands above the words in the parse."""
    for _ in range(8):
        if at == trigger:
            return True
        head = sentence.tokens[at].head
        if head == at:
            return False
        at = head
    return False


def tells_of_next(sentence: Sentence, index: int) -> bool:
    """Tell whether a word only tells of the noun behind it: "a 12-year-old boy and baby girl"."""
    token = sentence.tokens[index]
    behind = sentence.tokens[index + 1].pos if index + 1 < len(sentence.tokens) else ""
    return behind == "NOUN" and (token.pos == "ADJ" or token.dep in {"compound", "amod"})
