"""The sentences that the record makes of itself, as templates; what they are filled with is data.

Whoever prints the record in another language takes a sentence apart by the template that it was
made with (`web.views.sentences`), so the words here and the words read there cannot part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Titles of incidents.
OF_TARGET: Final = "{event} ({target})"
IN_PLACE: Final = "{event} in {place}"
ON_DAYS: Final = "{event}, {days}"
BEFORE_DAYS: Final = "{event} on or before {days}"

# Figures that do not meet, and how likely it is that one is a slip.
APART: Final = "{what}: {low} against {high}; {likely}"
AGAINST: Final = "{low} against {high}"
GIVEN: Final = "{count} ({givers})"
MORE: Final = "{n} more"
PUBLISHER_UNKNOWN: Final = "publisher unknown"
SLIP: Final = "likely a mix-up: the digits differ as slips do"
UPDATE: Final = "possibly an update"
COPY_SLIP: Final = "likely a mix-up: a copy of one story"
ONE_VOICE: Final = "likely a mix-up, or other people: one voice gives both"
GREW: Final = "the higher is the later"
NO_SLIP: Final = "no slip of digits between the two"
LIKELIHOODS: Final = (SLIP, UPDATE, COPY_SLIP, ONE_VOICE, GREW, NO_SLIP)

# The same number of dead and of others.
MIXED_UP: Final = "{n} killed ({ones}), {n} {outcome} ({others}): {mixed}"
EXCHANGED: Final = "a likely mix-up: the accounts exchange two numbers"
LIKELY: Final = "a likely mix-up"
NEITHER: Final = "a likely mix-up: neither account gives the other figure"
PERHAPS: Final = "a possible mix-up: neither account gives the other figure"
MIX_UPS: Final = (EXCHANGED, LIKELY, NEITHER, PERHAPS)

# Who is held responsible, who denies it, who says who was there.
HELD: Final = "held responsible: {parties}"
BY: Final = "by {who}"
THE_ACCOUNT: Final = "the account"
ADMITS: Final = "admits it"
CLAIMS: Final = "claims it"
DENIED: Final = "denied by {who}"
DENIED_OF: Final = "denied by {who}, of {party}"
DENIED_BESIDE: Final = "{denied}; {party} is held responsible ({held})"
PRESENCE: Final = "{who} says who was there; others count people harmed"

# Figures that must add up, and running totals that fall.
EXCEEDS: Final = "{parts} among {whole}: likely a mix-up"
FALLS: Final = "{before}, later {after}: {fell}"
SAME_SOURCE: Final = "the same source: a correction or a slip"
OTHER_COUNT: Final = "another source's count"
FELL: Final = (SAME_SOURCE, OTHER_COUNT)

# Dead attackers, whom one account counts and another does not.
BOTH_HOLD: Final = (
    "killed: {count} ({ones}) and {top} ({others}) can both hold:"
    " one account counts {whom}, the other does not"
)
THE_ATTACKER: Final = "the attacker"
ATTACKERS: Final = "{n} attackers"
LEAVES_OUT: Final = "{given}: leaves out {whom}, whom others count; {count} in all"

# Notes of a figure: what was not used for it, and by which rule of counting.
SUPERSEDED: Final = "{given}: the same source later gives another figure (COUNTING 32)"
UNRELIABLE: Final = "{given}: not used, the publisher is set as unreliable (COUNTING 21)"
OTHERS_SAY: Final = "others say: {all}"
ONE_MORE_DEAD: Final = "1 injured as of {day}: every later report has one more dead (COUNTING 18)"
REPLACED: Final = "{count}: its own account replaces it (COUNTING 17)"
EXCEEDED: Final = "{n} as of {day}: every later report is higher (COUNTING 17)"
FEEDS_NONE: Final = "{count}: feeds no toll, {why}: {claim}"
NOBODY_KNOWS: Final = "nobody knows who says it"
DOUBTFUL: Final = "a doubtful reading"
OWN_ACT: Final = "{who}'s word on its own act or its enemy's fighters"
A_PARTY: Final = "a party"
DIED_OF_IT: Final = "{count} told as injured died: among the killed (COUNTING 18): {claim}"

# Notes of single policies (COUNTING 26-31).
RELIABLE: Final = "reliable publishers: {good}; set as unreliable: {bad}; all others are used"
NONE_SET: Final = "none set"
NONE: Final = "none"
ALL_USED: Final = "reliable publishers: none set, so all are used"
DISPUTED: Final = "disputed: {all}"
NO_LEAST: Final = "Unknown: no credible source gives a minimum"
TOO_LONG: Final = "not recorded: spread over more than 24 hours (COUNTING 30)"
VAGUE_WORDS: Final = "vague words are not recorded: {all}"
MOST_DETAILED: Final = "the most detailed account: {given}"
NOT_OFFICIAL: Final = "no official figure"
BEST: Final = "best: {given}"
NO_BEST: Final = "best: no source names a number"
SUM_TO_BEST: Final = "{sides} = best {n}"
EXCEED_BEST: Final = "{sides} exceed best {n}: not split"
COMBATANTS: Final = "combatants"
CIVILIANS: Final = "civilians"
COMBATANTS_OF: Final = "{side} combatants"
CIVILIANS_OF: Final = "{side} civilians"
NOT_KNOWN: Final = "unknown"

# Why accounts tell of one incident, and what a copy changed.
FOLLOW_UP: Final = "follow-up: {document} was published {n} days after"
DAY_MEANT: Final = "day: {document} says “{words}” {said}: {meant}"
IN_QUOTATION: Final = "in a quotation, so from the day of speaking"
BY_ACCOUNT: Final = "by the account"
BY_PUBLICATION: Final = "no day told, so by publication"
SAID: Final = (IN_QUOTATION, BY_ACCOUNT, BY_PUBLICATION)
OF_NO_USE: Final = "{meant}, after the incident was first told of: no day of it"
COPIES: Final = "{document} copies {original}: {changes}"
OF_THE_ORIGINAL: Final = "{n} of {m} sentences are the original's"
OTHER_NAMES: Final = "{n} words of names are other ones"
ADDED: Final = "{n} added"
DROPPED: Final = "{n} dropped"
CREDITS: Final = "credits {agencies}"
BECAME: Final = "“{was}” became “{now}”"
PAIR: Final = "{document} with {original}"
WEIGHED: Final = "{reasons}: {bits} bits, the {less} that any link must outweigh taken off"
SURE: Final = "right in at least {share} of such links"
BY_PARAMETERS: Final = "by parameters {name}"
REASON: Final = "{why} {bits}"

# Questions.
WEAKLY_JOINED: Final = (
    "One incident, or two? {title}: its accounts were joined on weak evidence ({bits} bits)"
)
KEPT_APART: Final = "One incident, or two? {title}; and {other}: kept apart ({bits} bits)"
COPY_OR_NOT: Final = (
    "Is one a copy of the other? {share} of the shorter one's words on the harm are the other's"
    " too; {counted} now"
)
ONE_SOURCE: Final = "one source"
TWO_SOURCES: Final = "two sources"
OWN_OR_TOTAL: Final = "{title}: {count} {outcome}: its own, or a running total?"
NOT_HONORED: Final = "Decided ({decided}), and not honored: {against}. Which holds?"
DECIDED: Final = "{verdict} by {reviewer}, {decision}"
LATER_ONES: Final = "later ones stand against it: {decisions}"
ONE_TELLING: Final = "they are one telling"
STILL_HOLDS: Final = "Judged ({verdict}), no longer found: {quotes}. Does the judgement still hold?"

# What was read and not counted, or not read, and why.
NOT_COUNTED: Final[Mapping[str, str]] = {
    "denied": "denied, not counted",
    "feared": "feared or unverified, not counted",
    "threatened": "threatened, not counted",
    "hypothetical": "could or would have been, not counted",
    "planned": "planned or attempted, not counted",
    "fiction": "film, book or game, not counted",
    "question": "asked, not counted",
    "several": "of several outcomes together, not counted",
    "replaced": "a figure of before, which its sentence replaces, not counted",
}
MAY_BE_NAME: Final = "may be the name of a person harmed, not counted"
TABLE_SUM: Final = "a table's sum, not counted"
ROW_WITHOUT_DAY: Final = "a row of a table that gives no day, not counted"
OTHER_STORY: Final = "leads to another story, not read"
NOT_ITS_TITLES: Final = "the text may not be the title's: it has none of its words"
NO_CLAIM: Final = "a cell of a table that its map claims nothing of"

# Why a claim came into a figure, or went out of it, between two records.
ACCEPTED: Final = "accepted by a person"
REJECTED: Final = "rejected by a person"
CORRECTED: Final = "corrected by a person"
ADDED_BY_PERSON: Final = "added by a person"
WITHDRAWN: Final = "its account was withdrawn"
TAKEN_BACK: Final = "a decision was taken back"
IN_NEW_ACCOUNT: Final = "in an account that is new"
NEW_AND: Final = "in an account that is new, {why}"
FOUND_ANEW: Final = "found by a newer reading"
WAS_OF_ANOTHER: Final = "was told of another incident"
WAS_OF_NONE: Final = "was of no incident"
DID_NOT_CARRY: Final = "was there, and did not carry it"
IN_GONE_ACCOUNT: Final = "in an account that is not there any more"
NOT_FOUND: Final = "not found by the newer reading"
IS_OF_ANOTHER: Final = "is told of another incident"
IS_OF_NONE: Final = "is of no incident"
DOES_NOT_CARRY: Final = "is there, and does not carry it"
WAS_COPY: Final = "{document}: was {before_it}, is {now_it}"
COPY_OF: Final = "a copy of {original}"
NO_COPY: Final = "no copy"

# What became, or would become, of a table's rows.
MOVED: Final = "{rows} of {table} in {ledger}: {new} new, {claims} added; {refused} refused"
MOVED_BACK: Final = "{claims} of an earlier import taken back"
MOVED_JUDGED: Final = "{n} left as a person judged them since"
TRIED: Final = "{rows} of {table} with {claims}; {refused} refused; nothing was kept"
ROW_OF: Final = "{ref} (row {n})"
NOTHING_CLAIMED: Final = "nothing is claimed of: “{words}”"
A_PART: Final = "{value} of them"
SAID_BY: Final = "{value}, says {who}"
OF_TABLES: Final = (
    ROW_OF,
    NOTHING_CLAIMED,
    A_PART,
    SAID_BY,
    MOVED,
    MOVED_BACK,
    MOVED_JUDGED,
    TRIED,
)

# What the rows of a table cannot say: of its workbook, its encoding.
SHEET_HIDDEN: Final = "the sheet {sheet} is hidden in the workbook"
ONLY_SHEET: Final = "only the sheet {sheet} is taken, not {sheets}"
GUESSED: Final = "an encoding was guessed and reads {words}; name another: [file] encoding"
FORMULAS: Final = "formulas: the values are taken that were last worked out"
UNWORKED: Final = "formulas without a value: open and save the file in a spreadsheet program first"
MERGED: Final = "merged cells: what they show stands in the first of them, and in no other row"
ROWS_HIDDEN: Final = "hidden rows are taken like the others"
COLUMNS_HIDDEN: Final = "hidden columns are taken like the others"
UNSEEN: Final = "cells whose format shows nothing, or a dash: nothing is claimed of them"
AND_MORE: Final = "{cells} and {n} more"

# Reasons of decisions for which nobody gave one, and of what a table decided.
ANSWERED: Final = "answered “{choice}”"
AT_ONCE: Final = "taken back at once"
READ_HERE: Final = "read at the desk"
NOTED: Final = "noted"
IMPORT_ROW: Final = "import of {table}: row {n}"
IMPORT_BACK: Final = "import of {table}, taken back: {reason}"
IMPORT_AGAIN: Final = "import of {table}: given back: {reason}"
REASONS: Final = (
    ANSWERED, AT_ONCE, READ_HERE, NOTED, IMPORT_ROW, IMPORT_BACK, IMPORT_AGAIN,
)  # fmt: skip


def attackers(number: int) -> str:
    """Return so many attackers in words: "the attacker", "2 attackers"."""
    return THE_ATTACKER if number == 1 else ATTACKERS.format(n=number)


def templates() -> dict[str, str]:
    """Return every template by its name, in the order above."""
    found = {k: v for k, v in globals().items() if k.isupper() and isinstance(v, str)}
    return {**found, **NOT_COUNTED}
