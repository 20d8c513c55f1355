"""What changed, what was decided and when it was published, told in a reader's language."""

from __future__ import annotations

from functools import partial

import pytest

from cenotaph.model import Count, Decision, Place, Publisher, Remark, Statement, Toll, Victim
from cenotaph.pages.values import decided_words, publisher_words, value_words
from cenotaph.web.views.changed import told
from cenotaph.web.views.phrases import phrase, stamp
from cenotaph.web.words import languages

ENGLISH, UKRAINIAN = (languages()[code] for code in ("en", "uk"))
DECIDED = partial(
    Decision, id="d", seq=1, at="", reviewer="R", verdict="note", subjects=(), reason=""
)
SAY = partial(phrase, say=UKRAINIAN.say)
LINES = {
    "The record is as it was.": "Реєстр лишився, яким був.",
    "killed (children): 2 (single-source, evidence weak, 1 source) -> nothing": (
        "загинуло (діти): 2 (одне джерело, докази: слабкі, 1 джерело) → нічого"
    ),
    "injured: 14 against at least 30 (contested, best 14, 5 sources)": (
        "поранено: 14 проти щонайменше 30 (спірне, найкраще 14, 5 джерел)"
    ),
    "review: machine -> partly": (
        "перевірка: лише машинне прочитання → частково перевірено людиною"
    ),
    "blame, new: blames Steppe Army, says Rita Orr": (
        "відповідальність, нове: звинувачує: Steppe Army, за словами: Rita Orr"
    ),
    "nothing → killed: at least 6, Ora, cumulative, since 2023-04-01 (agreed, 2 sources)": (
        "нічого → загинуло: щонайменше 6, Ora, загальний підсумок, від 2023-04-01"
        " (збігається, 2 джерела)"
    ),
    "New: Shelling in Ora, 2024-03-02 [3f9a81c0]: no figures": (
        "Новий: Обстріл, Ora, 2024-03-02 [3f9a81c0]: немає чисел"
    ),
    "Joined: Shelling in Ora, 2024-03-02 [3f9a81c0]; Attack, 2024-03-02 [77aa81c0]": (
        "Об’єднано: Обстріл, Ora, 2024-03-02 [3f9a81c0]; Напад, 2024-03-02 [77aa81c0]"
    ),
    "-> Attack, 2024-03-02 [77aa81c0]: killed (children) 2 (agreed, 2 sources); injured 5 to 7"
    " (single-source, 1 source)": (
        "→ Напад, 2024-03-02 [77aa81c0]: загинуло (діти) 2 (збігається, 2 джерела);"
        " поранено від 5 до 7 (одне джерело, 1 джерело)"
    ),
    "Attack in Ora, 2024-03-02 [77aa81c0]:": "Напад, Ora, 2024-03-02 [77aa81c0]:",
    "title: Attack in Ora, 2024-03-02 -> Attack, 2024-03-02": (
        "назва: Напад, Ora, 2024-03-02 → Напад, 2024-03-02"
    ),
    "place: Ora (UA, town), contested: Orka -> Ora (UA, town)": (
        "місце: Ora (UA, населений пункт), спірне: Orka → Ora (UA, населений пункт)"
    ),
    "killed: 1 (agreed, evidence fair, 3 sources); 1 against 2 (contested, 2 sources), on other"
    " grounds": (
        "загинуло: 1 (збігається, докази: помірні, 3 джерела); 1 проти 2 (спірне, 2 джерела),"
        " на інших підставах"
    ),
    "conflicts, new: ranges apart: killed: 2 (Nora Times) against 3 (Rue); the higher is the"
    " later": (
        "суперечності, нові: діапазони не збігаються: загинуло: 2 (Nora Times) проти 3 (Rue);"
        " більше число пізніше"
    ),
    "Running total [3f9a81c0]: nothing -> killed at least 6": (
        "Загальний підсумок [3f9a81c0]: нічого → загинуло щонайменше 6"
    ),
    "ora.txt: a copy of none -> of steppe.txt": "ora.txt: копія чого: немає → steppe.txt",
    "1,204 lines more are not shown here.": "Рядків, яких тут не показано: 1,204",
    "a line of no kind": "a line of no kind",
}


@pytest.mark.parametrize("line", LINES)
def test_what_changed_is_told_in_a_readers_language_and_in_english_as_it_is(line: str) -> None:
    assert told(line, UKRAINIAN) == LINES[line]
    assert told(line, ENGLISH) == line


def test_what_was_decided_is_told_in_a_readers_language() -> None:
    note = Remark(code="UA-4", tags=("seen", "hot"), words="Rang her.")
    decision = DECIDED(remark=note)
    assert decided_words(decision) == "code UA-4; tags seen, hot; “Rang her.”"
    assert decided_words(decision, SAY) == "код UA-4; мітки seen, hot; “Rang her.”"
    held = Publisher(name="Steppe Post", owner="Delta", reliable=False)
    assert publisher_words(held) == "Steppe Post: of Delta, not reliable"
    assert publisher_words(held, SAY) == "Steppe Post: власник: Delta, ненадійний"
    values = (
        (Toll(outcome="killed", count=Count(low=3, high=None)), "загинуло щонайменше 3"),
        (Victim(outcome="injured"), "поранено: одна особа"),
        (Place(name="Ora"), "місце Ora"),
        (Statement(topic="somebody's own"), "заява: somebody's own"),
    )
    for value, words in values:
        assert value_words(value, SAY) == words


def test_a_time_is_read_at_a_look_and_what_is_none_stays() -> None:
    told_so = {
        "2024-04-17T06:15:20.5+03:00": "2024-04-17 06:15 +03:00",
        "2024-04-17T06:15:20Z": "2024-04-17 06:15 UTC",
        "2026-11-26T21:04:05.123456+00:00": "2026-11-26 21:04 UTC",
        "2024-04-17T06:15": "2024-04-17 06:15",
        "2024-04-17": "2024-04-17",
        "undated": "undated",
    }
    assert {words: stamp(words) for words in told_so} == told_so
    assert phrase("a multiple of it: 30 to 40, worked out, not counted", UKRAINIAN.say).endswith(
        "від 30 до 40, виведено з іншого числа, не враховано"
    )
