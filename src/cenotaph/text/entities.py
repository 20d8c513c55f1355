"""Sentences -> hints of names in them, as the model's entity recognizer gives them.

It reads a sentence word by word and asks of each whether a name of some kind begins, goes on or
ends there. Outside of a name its answer depends on the word's own vector alone, so all words of a
document are asked at once; only inside of names does one answer wait for the one before. spaCy
takes a step a word, and for each asks which of 74 moves are allowed; that is four times the work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cenotaph.text.encoder import Encoder, Floats

if TYPE_CHECKING:
    from spacy.tokens import Doc

Whole = NDArray[np.intp]


class Entities:
    """The weights of one entity recognizer."""

    def __init__(self, recognizer: Any) -> None:  # noqa: ANN401  (spaCy's own has no types)
        vectors, states, scores = recognizer.model.layers
        self._encoder = Encoder(vectors.layers[0])
        self._linear: Floats = vectors.layers[-1].get_param("W").T.copy()
        self._linear_bias: Floats = vectors.layers[-1].get_param("b")
        weights, bias, pad = (states.get_param(n) for n in ("W", "b", "pad"))
        # Features of a state: this word, the name's first, its last so far. Pieces come first.
        self._features: Floats = weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3]).T
        self._features = np.ascontiguousarray(self._features)
        self._bias: Floats = bias.T.copy()
        self._outside: Floats = (pad[0, 1] + pad[0, 2]).T + self._bias
        self._shape = (weights.shape[0], weights.shape[2], weights.shape[1])
        self._moves = _Moves(recognizer.moves, scores.get_param("W"), scores.get_param("b"))

    def mark(self, docs: Sequence[Doc]) -> None:
        """Set the names of some sentences."""
        from spacy.tokens import Span  # noqa: PLC0415  (spaCy is loaded when first needed)

        ends = np.cumsum([len(doc) for doc in docs])
        sentence_of = np.repeat(np.arange(len(docs)), [len(doc) for doc in docs])
        spans: dict[int, list[Any]] = defaultdict(list)
        for first, end, label in self._found(docs, ends[sentence_of]):
            i = int(sentence_of[first])
            start = int(ends[i]) - len(docs[i])
            spans[i].append(Span(docs[i], first - start, end - start, label=label))
        for i, doc in enumerate(docs):
            doc.set_ents(spans[i], default="outside")

    def _found(self, docs: Sequence[Doc], ends: Whole) -> Iterator[tuple[int, int, str]]:
        """Yield the first word of each name, the word after its last, and its label."""
        rows: Floats = self._encoder.encode(docs) @ self._linear + self._linear_bias
        features: Floats = np.matmul(rows, self._features).reshape(len(rows), *self._shape)
        moves = self._moves
        scores = (features[:, 0] + self._outside).max(axis=1) @ moves.outside + moves.outside_bias
        scores[np.ix_(ends == np.arange(1, len(rows) + 1), moves.begins)] = -np.inf
        chosen = scores.argmax(axis=1)
        starts = np.flatnonzero(moves.begins[chosen])
        long = dict(zip(starts.tolist(), self._ends(features, starts, chosen, ends), strict=True))
        free = 0
        for i in np.flatnonzero(moves.opens[chosen]).tolist():
            if i >= free:
                free = long.get(i, i + 1)
                yield i, free, moves.labels[chosen[i]]

    def _ends(self, features: Floats, starts: Whole, chosen: Whole, ends: Whole) -> list[int]:
        """Return where each name of several words ends; they are followed side by side."""
        found = starts + 2
        which = np.arange(len(starts))
        moves = self._moves
        while len(which):
            first, at = starts[which], found[which] - 1
            state = features[at, 0] + features[first, 1] + features[at - 1, 2] + self._bias
            move = chosen[first]
            weighed = np.einsum("ij,ij->i", state.max(axis=1), moves.onward[move])
            on = (weighed + moves.onward_bias[move] >= 0) & (found[which] < ends[first])
            which = which[on]
            found[which] += 1
        ends_at: list[int] = found.tolist()
        return ends_at


class _Moves:
    """What may be done at a word outside of a name, and the weights that decide."""

    def __init__(self, moves: Any, weights: Floats, bias: Floats) -> None:  # noqa: ANN401
        names = [moves.get_class_name(i) for i in range(moves.n_moves)]
        kept = [i for i, n in enumerate(names) if n == "O" or (n[:2] in {"B-", "U-"} and n[2:])]
        self.labels = [names[i][2:] for i in kept]
        self.outside: Floats = np.ascontiguousarray(weights[kept].T)
        self.outside_bias: Floats = bias[kept]
        self.begins = np.array([names[i].startswith("B-") for i in kept])
        self.opens = np.array([names[i] != "O" for i in kept])
        # Inside of a name there are two: it goes on, or this is its last word.
        self.onward: Floats = np.zeros((len(kept), weights.shape[1]), dtype="f")
        self.onward_bias: Floats = np.zeros(len(kept), dtype="f")
        for row, label in enumerate(self.labels):
            if self.begins[row]:
                on, last = names.index(f"I-{label}"), names.index(f"L-{label}")
                self.onward[row] = weights[on] - weights[last]
                self.onward_bias[row] = bias[on] - bias[last]
