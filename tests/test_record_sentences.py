"""What the record says by itself is told in Ukrainian; names and words of accounts are not."""

from __future__ import annotations

import re

import pytest

from cenotaph.link import link
from cenotaph.link.weights import shipped
from cenotaph.model import sayings
from cenotaph.reconcile import reconcile
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.policies import policies, policy
from cenotaph.reconcile.terms import Terms
from cenotaph.web.views.phrases import phrase, reason_words, speaker_words, title_words
from cenotaph.web.words import languages
from recorded import of_the_demo

ENGLISH, UKRAINIAN = (languages()[code].say for code in ("en", "uk"))
SLOT = re.compile(r"\{(\w+)\}")
SAID = {
    "Air strike (school) in Ora, 2052-05-07 to 2052-05-09": (
        "Авіаудар (школа), Ora, від 2052-05-07 до 2052-05-09"
    ),
    "Attack in Ora on or before 2052-05-07": "Напад, Ora, не пізніше 2052-05-07",
    "Attack": "Напад",
    "killed (children): 3 (Ora Post: Rita Orr; publisher unknown; 2 more) against at least 14"
    " (Steppe Day); likely a mix-up, or other people: one voice gives both": (
        "загинуло (діти): 3 (Ora Post: Rita Orr; видавець невідомий; ще 2) проти щонайменше 14"
        " (Steppe Day); імовірно, плутанина або інші люди: обидва числа від одного голосу"
    ),
    "17 killed (Ora Post), 17 injured (Steppe Day): a likely mix-up": (
        "загинуло 17 (Ora Post), поранено 17 (Steppe Day): імовірна плутанина"
    ),
    "held responsible: Delta (by Rita Orr, admits it); Orka (by the account)": (
        "відповідальними названо: Delta (за словами: Rita Orr, визнає);"
        " Orka (за словами: саме повідомлення)"
    ),
    "denied by Rita Orr, of Delta; Delta is held responsible (claims it)": (
        "заперечує щодо Delta: Rita Orr; відповідальною названо сторону Delta"
        " (бере на себе відповідальність)"
    ),
    "3 (children) and 2 among 4: likely a mix-up": ("3 (діти) і 2 серед 4: імовірно, плутанина"),
    "weapon: gun, bomb": "зброя: вогнепальна зброя, бомба",
    "place: Ora, Orka": "місце: Ora, Orka",
    "Attack in Ora, 2052-05-07: part exceeds whole: 5 among 4: likely a mix-up": (
        "Напад, Ora, 2052-05-07: частина більша за ціле: 5 серед 4: імовірно, плутанина"
    ),
    "Shelling, 2052-05-07: about 40 injured: its own, or a running total?": (
        "Обстріл, 2052-05-07: поранено близько 40: його власне число чи загальний підсумок?"
    ),
    "a.txt with b.txt: same day +6.1, both tell of a school hit +3.3, the same weapon: gun +1.8,"
    " 6 against 9 killed -1.4: +5.3 bits, the 4.5 that any link must outweigh taken off; right in"
    " at least 81% of such links": (
        "a.txt і b.txt: той самий день +6.1, в обох та сама ціль: школа +3.3, та сама зброя:"
        " вогнепальна зброя +1.8, загиблих: 6 проти 9 -1.4: разом +5.3 біта, відкинувши 4.5,"
        " які має переважити будь-який зв’язок; правильно щонайменше у 81% таких зв’язків"
    ),
    "b.txt copies a.txt: 3 of 4 sentences are the original's; “six” became “9”; 1 added": (
        "b.txt копіює a.txt: речень з оригіналу: 3 з 4; «six» стало «9»; додано: 1"
    ),
    "day: a.txt says “on Monday” by the account: 2052-05-07": (
        "день: a.txt каже «on Monday» за самим повідомленням: 2052-05-07"
    ),
    "at least 3 (Ora Post, Rita Orr, 2052-05-07): the same source later gives another figure"
    " (COUNTING 32)": (
        "щонайменше 3 (Ora Post, Rita Orr, 2052-05-07): те саме джерело згодом наводить інше число"
        " (COUNTING 32)"
    ),
    "3: feeds no toll, Delta's word on its own act or its enemy's fighters: 0a1b2c3d4e5f": (
        "3: не враховано в кількості жертв, слово сторони про власну дію або бійців ворога: Delta:"
        " 0a1b2c3d4e5f"
    ),
    "reliable publishers: none set, so all are used": (
        "надійні видавці: не позначено жодного, тож враховано всіх"
    ),
    "reliable publishers: Ora Post; Steppe Day; set as unreliable: none; all others are used": (
        "надійні видавці: Ora Post; Steppe Day; позначені ненадійними: немає; решту враховано"
    ),
    "disputed: 9 (Ora Post, 2052-05-07); “dozens” (publisher unknown)": (
        "спірне: 9 (Ora Post, 2052-05-07); “dozens” (видавець невідомий)"
    ),
    "the most detailed account: about 40 (Ora Post, Rita Orr)": (
        "найдокладніше повідомлення: близько 40 (Ora Post, Rita Orr)"
    ),
    "Delta combatants 3 + civilians 2 + unknown 4 = best 9": (
        "комбатанти (Delta) 3 + цивільні 2 + невідомо 4 = найкраща оцінка 9"
    ),
    "combatants 3 + Delta civilians 8 exceed best 9: not split": (
        "комбатанти 3 + цивільні (Delta) 8 більше за найкращу оцінку 9: не поділено"
    ),
    "merged cells: what they show stands in the first of them, and in no other row"
    " (A1:A3, B1:C1 and 3 more)": (
        "об’єднані клітинки: те, що вони показують, є лише в першій із них і в жодному іншому рядку"
        " (A1:A3, B1:C1 і ще 3)"
    ),
    "only the sheet 'school' is taken, not 'Notes' (hidden), 'Old'": (
        "узято лише аркуш 'school', без 'Notes' (прихований), 'Old'"
    ),
    "Decided (same by R. Adeyemi, 0a1b2c3d), and not honored: later ones stand against it:"
    " different by L. Ode, 1a1b2c3d, different by R. Adeyemi, 2a1b2c3d. Which holds?": (
        "Вирішено (той самий інцидент: R. Adeyemi, 0a1b2c3d), але не враховано: проти нього стоять"
        " пізніші: різні інциденти: L. Ode, 1a1b2c3d, різні інциденти: R. Adeyemi, 2a1b2c3d."
        " Що чинне?"
    ),
}


@pytest.mark.parametrize("words", SAID)
def test_a_sentence_of_the_record_is_told_in_ukrainian_and_in_english_as_it_is(words: str) -> None:
    assert phrase(words, UKRAINIAN) == SAID[words]
    assert phrase(words, ENGLISH) == words


def test_every_template_is_told_with_all_that_stands_in_it() -> None:
    for words in (*sayings.templates().values(), *shipped().words.values()):
        told = UKRAINIAN(words)
        assert sorted(set(SLOT.findall(told))) == sorted(set(SLOT.findall(words))), words
        assert not re.search(r"[a-z]{3}", re.sub(r"\{\w+\}|COUNTING|\[file\] \w+", "", told)), told


def test_sentences_in_english_are_what_they_were() -> None:
    record = of_the_demo()
    for incident in record.incidents:
        said = [incident.title, *incident.because, *(c.text for c in incident.conflicts)]
        said += [note for figure in incident.tolls for note in figure.notes]
        for words in said:
            assert phrase(words, ENGLISH) == words


@pytest.mark.parametrize("name", policies())
def test_every_note_of_a_policy_is_told_and_is_what_it_was_in_english(name: str) -> None:
    record = of_the_demo()
    dossiers = link(record.accounts, record.captures).dossiers
    how = Counting(policy=policy(name), terms=Terms())
    counted = reconcile(dossiers, record.accounts, record.captures, (), policy=how)
    notes = {n for i in counted.incidents for figure in i.tolls for n in figure.notes}
    assert notes
    for words in notes:
        assert phrase(words, ENGLISH) == words
        assert phrase(words, UKRAINIAN) != words


def test_who_speaks_keeps_the_name_even_where_it_is_a_word_of_ours() -> None:
    assert speaker_words("police (official, Ora)", UKRAINIAN) == "police (посадова особа, Ora)"
    assert speaker_words("police", UKRAINIAN) == "police"
    assert speaker_words("the account itself", UKRAINIAN) == "саме повідомлення"
    through = "Rita Orr (official), through Ora Post"
    assert speaker_words(through, UKRAINIAN) == "Rita Orr (посадова особа), через Ora Post"


def test_reasons_that_nobody_gave_are_told_and_a_persons_own_stay() -> None:
    told = {
        "answered “a is right”": "відповідь: «правильне A»",
        "read at the desk": "прочитано на робочому місці",
        "import of events.csv: row 7": "імпорт events.csv: рядок 7",
        "import of events.csv, taken back: torn": "імпорт events.csv, скасовано: torn",
        "same day": "same day",
        "the attacker": "the attacker",
    }
    assert {words: reason_words(words, UKRAINIAN) for words in told} == told
    assert {words: reason_words(words, ENGLISH) for words in told} == {w: w for w in told}


def test_what_is_no_title_of_ours_is_left_as_it_is() -> None:
    assert title_words("A title that a person gave", UKRAINIAN) == "A title that a person gave"
