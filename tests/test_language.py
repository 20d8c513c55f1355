"""What is not in English is kept, told and not read; what is in English is read, however short."""

import json
from pathlib import Path

import pytest

from cenotaph.extract import extract
from cenotaph.model import OTHER_LANGUAGE, Document, Toll
from cenotaph.pipeline import How, ingest, record, reread
from cenotaph.publish import Options
from cenotaph.publish.documents import rows
from cenotaph.store import Ledger
from cenotaph.text.language import in_english
from cenotaph.text.sentences import split
from readings import reading_of

HERE = How(workers=0)
ENGLISH = (
    "At least 12 people were killed and 30 wounded when shells hit a market in Brundale on Tuesday,"
    " the mayor said.\n\nThree of the dead were children. Nobody has claimed the attack."
)
SPANISH = (
    "Al menos 12 personas murieron y otras 30 resultaron heridas cuando un coche bomba estalló en"
    " el mercado de Brundale, según informó la policía, que no descarta que haya más víctimas."
)
OTHERS = {
    "Spanish": SPANISH,
    "French": (
        "Au moins douze personnes ont été tuées et trente autres blessées dans une attaque contre"
        " le marché, selon la police, qui n'a pas dit si les tueurs étaient encore dans la rue."
    ),
    "German": (
        "Mindestens zwölf Menschen wurden getötet und 30 verletzt, als eine Bombe auf einem Markt"
        " explodierte, wie die Polizei mitteilte. Unter den Opfern sind auch drei Kinder."
    ),
    "Portuguese": (
        "Pelo menos doze pessoas foram mortas e trinta ficaram feridas quando uma bomba explodiu no"
        " mercado, segundo a polícia, que ainda não sabe quem está por trás do ataque."
    ),
    "Italian": (
        "Almeno dodici persone sono state uccise e trenta ferite da una bomba che è esplosa nel"
        " mercato della città, ha detto la polizia. Tra le vittime anche tre bambini."
    ),
    "Ukrainian": "Щонайменше 12 людей загинули, 30 поранені внаслідок обстрілу ринку, каже мер.",
    "Russian": "Не менее 12 человек погибли, 30 ранены при обстреле рынка, сообщил губернатор.",
    "Arabic": "قتل 12 شخصا على الأقل وأصيب 30 آخرون في قصف استهدف سوقا في المدينة يوم الثلاثاء.",
    "Chinese": "警方称，星期二市场发生爆炸，至少造成十二人死亡，三十人受伤，其中三人为儿童。",
    "Turkish": (
        "Pazar yerinde meydana gelen patlamada en az 12 kişi hayatını kaybetti, 30 kişi yaralandı."
        " Olayla ilgili bir soruşturma başlatıldı, saldırı için çok polis bölgeye gönderildi."
    ),
    "Indonesian": (
        "Sedikitnya 12 orang tewas dan 30 orang terluka akibat ledakan bom di pasar, kata polisi."
        " Tiga di antara korban yang tewas adalah anak-anak, dan belum ada yang mengaku."
    ),
    "Somali": (
        "Ugu yaraan 12 qof ayaa ku dhintay, 30 kalena waa ay ku dhaawacmeen qarax ka dhacay suuqa,"
        " sida uu sheegay booliska oo weli baaraya cidda ka dambaysa."
    ),
}  # fmt: skip
READ = {
    "a headline": "Gunman kills 3, wounds 12 in Lagos",
    "a line of wire": "TWO SOLDIERS DIED IN AMBUSH, RADIO REPORTS",
    "all capitals": ENGLISH.upper(),
    "all lower case": ENGLISH.lower(),
    "names in Spanish": (
        "The Frente por la Paz y con el Pueblo, led by Juan de la Cruz y Ortega, said on Sunday"
        " that the Fuerzas Unidas por la Patria had killed three farmers in San José de los Llanos."
    ),
    "a list of the dead": "Juan de la Cruz, 34; María de los Santos, 12; Pedro del Río y Vega, 8.",
    "a list of German dead": "Karl von der Au, 8; Anna und Otto zu Stolz, 70; Max in der Au.",
    "a quotation": (
        "“No sabemos nada de los que se fueron,” she said, and then, in English: “We know nothing"
        " of those who left, and they were eleven when they set out from the village.”"
    ),
    "a name in its own letters": "Ivan Petrenko (Іван Петренко), 41, was killed on Monday.",
    "numbers": "12 - 30 - 41",
    "nothing": "",
    "one word": "Dead.",
}  # fmt: skip


def unread(text: str, title: str | None = None) -> list[str]:
    document = Document.of(text, title)
    skipped = in_english(split(document))[1]
    assert all(s.why == OTHER_LANGUAGE for s in skipped)
    return [document.words(s.part)[s.start : s.end] for s in skipped]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_language_is_not_read(text: str) -> None:
    assert unread(text) == [text]
    account = extract(reading_of(text))
    assert account.claims == account.marks == account.mentions == ()
    assert [(s.why, s.start, s.end) for s in account.skipped] == [(OTHER_LANGUAGE, 0, len(text))]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_the_english_part_of_a_page_is_read_the_other_is_not(text: str) -> None:
    assert unread(f"{ENGLISH}\n\n{text}\n\n{text}") == [f"{text}\n\n{text}"]
    assert unread(f"{text}\n\n{ENGLISH}\n\n{text}\n\nAna", "Market attack") == [
        text,
        f"{text}\n\nAna",
    ]
    mixed = reading_of(f"{text}\n\n{ENGLISH}")
    apart = reading_of(ENGLISH)
    assert [s.text for s in mixed.sentences] == [s.text for s in apart.sentences]
    assert [s.number for s in mixed.sentences] == list(range(len(mixed.sentences)))
    tolls = [c.value for c in extract(mixed).claims if isinstance(c.value, Toll)]
    assert tolls == [c.value for c in extract(apart).claims if isinstance(c.value, Toll)]
    assert len(tolls) >= 2


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_what_may_be_english_is_read(text: str) -> None:
    assert unread(text) == []
    assert unread(ENGLISH, text) == []


def test_a_title_goes_with_its_text_only_where_nothing_in_it_is_english() -> None:
    assert unread(SPANISH, "Doce muertos en un mercado") == ["Doce muertos en un mercado", SPANISH]
    assert unread(SPANISH, "The attack on the market") == [SPANISH]
    assert unread(f"{SPANISH}\n\n{ENGLISH}", "Doce muertos en un mercado") == [SPANISH]


def test_documents_and_the_summary_say_what_was_not_read(tmp_path: Path) -> None:
    given = [
        {"ref": "a", "text": ENGLISH},
        {"ref": "b", "text": SPANISH},
        {"ref": "c", "text": ENGLISH + "!", "language": "uk"},
        {"ref": "d", "text": f"{ENGLISH}\n\n{SPANISH}", "language": "en"},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    with Ledger.open(":memory:", create=True) as ledger:
        assert ingest([path], ledger, lambda _: None, HERE).unread == 3
        found = {row["ref"]: row for row in rows(record(ledger), Options())}
        assert {ref: row["text"] for ref, row in found.items()} == {
            g["ref"]: g["text"] for g in given
        }
        assert found["a"]["skipped"] == []
        assert found["b"]["skipped"] == [{"why": OTHER_LANGUAGE, "start": 0, "end": len(SPANISH)}]
        assert found["c"]["skipped"] == [
            {"why": OTHER_LANGUAGE, "start": 0, "end": len(ENGLISH) + 1}
        ]
        start = len(ENGLISH) + 2
        skipped = {"why": OTHER_LANGUAGE, "start": start, "end": start + len(SPANISH)}
        assert found["d"]["skipped"] == [skipped]
        assert ingest([path], ledger, lambda _: None, HERE).unread == 0, "nothing is new"
        assert reread(ledger, lambda _: None, HERE).unread == 0
        assert ledger.verify().faults == ()
