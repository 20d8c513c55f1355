"""Words -> vectors that know their neighbors, as the model's tok2vec makes them, in half the time.

spaCy's layers do for each word of a text what depends on the word alone; here that is done once a
word, and the layers that look at neighbors are few calls into numpy. The arithmetic is the same but
for the last bit. What a word gives is computed for that word alone, and what a sentence gives for
the sentences handed in with it: nothing depends on what was read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats: TypeAlias = NDArray[np.float32]

_PAD = 4  # rows of nothing between sentences: as far as the layers look
_MOST_WORDS = 2**14  # remembered: 6 MB; beyond it they are forgotten, and made anew as before
_TINY = np.float32(1e-8)


class Encoder:
    """The weights of one tok2vec, and the words it has met."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401  (thinc's types know no names of layers)
        embed, context = model.layers
        nodes = list(embed.walk(order="dfs_pre"))
        (features,) = (n for n in nodes if n.name == "extract_features")
        self._columns: list[str] = features.attrs["columns"]
        self._tables = [n for n in nodes if n.name == "hashembed"]
        (self._mix,) = _layers(embed)
        self._context = _layers(context)
        self._key = ["ORTH", "SPACY"] if "SPACY" in self._columns else ["ORTH"]
        self._width = self._mix.scale.shape[0]
        self._numbers: dict[int, int] = {}  # a word's key -> its row
        self._words: Floats = np.zeros((_MOST_WORDS, self._width), dtype="f")

    def encode(self, docs: Sequence[Doc]) -> Floats:
        """Return a row for each word of each sentence in turn."""
        numbers = self._numbered(docs)
        at = np.arange(len(numbers)) + _PAD
        at += np.repeat(np.arange(len(docs)) * _PAD, [len(doc) for doc in docs])
        rows: Floats = np.zeros((len(numbers) + _PAD * (len(docs) + 1), self._width), dtype="f")
        rows[at] = self._words[numbers]
        seen: Floats = np.zeros((len(rows), 3 * self._width), dtype="f")
        pieces = np.empty((len(rows), self._context[0].weights.shape[1]), dtype="f")
        for layer in self._context:
            seen[1:, : self._width] = rows[:-1]
            seen[:, self._width : -self._width] = rows
            seen[:-1, -self._width :] = rows[1:]
            rows += layer.applied(seen, pieces)
        found: Floats = rows[at]
        return found

    def _numbered(self, docs: Sequence[Doc]) -> NDArray[np.intp]:
        """Return the row of each word's own vector, after making those of new words."""
        keys = [_keys(_columns(doc, self._key)) for doc in docs]
        new = self._missing(keys)
        if len(self._numbers) + len(new) > _MOST_WORDS:
            self._numbers.clear()
            new = self._missing(keys)
            self._words = np.zeros((max(_MOST_WORDS, len(new)), self._width), dtype="f")
        if new:
            self._learn(new, docs)
        return np.array([self._numbers[k] for ks in keys for k in ks], dtype=np.intp)

    def _missing(self, keys: Sequence[Sequence[int]]) -> dict[int, tuple[int, int]]:
        """Return each new word with its sentence and its place there."""
        known = self._numbers
        return {k: (i, j) for i, ks in enumerate(keys) for j, k in enumerate(ks) if k not in known}

    def _learn(self, new: dict[int, tuple[int, int]], docs: Sequence[Doc]) -> None:
        features = {i: _columns(docs[i], self._columns) for i, _ in new.values()}
        ids = np.array([features[i][j] for i, j in new.values()])
        ops = self._tables[0].ops
        parts = [
            ops.gather_add(table.get_param("E"), ops.hash(column, table.attrs["seed"]) % rows)
            for table, column in zip(self._tables, np.ascontiguousarray(ids.T), strict=True)
            for rows in [table.get_dim("nV")]
        ]
        first = len(self._numbers)
        self._numbers.update(zip(new, range(first, first + len(new)), strict=True))
        self._words[first : first + len(new)] = self._mix.applied_singly(np.hstack(parts))


class _Layer(NamedTuple):
    """Linear pieces of which the largest counts, then normalized."""

    weights: Floats  # inputs by pieces: all of the first piece, then all of the next
    bias: Floats
    scale: Floats
    shift: Floats

    def applied(self, rows: Floats, pieces: Floats | None = None) -> Floats:
        """Return what the layer makes of some rows; `pieces` is room to work in."""
        return self._chosen(np.matmul(rows, self.weights, out=pieces))

    def applied_singly(self, rows: Floats) -> Floats:
        """Return the same, each row by itself: in a larger product its last bit may differ."""
        pieces: Floats = np.empty((len(rows), self.weights.shape[1]), dtype="f")
        for row, found in zip(rows, pieces, strict=True):
            np.dot(row, self.weights, out=found)
        return self._chosen(pieces)

    def _chosen(self, pieces: Floats) -> Floats:
        pieces += self.bias
        width = len(self.scale)
        found: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(found, pieces[:, 2 * width :], out=found)
        found -= found.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", found, found) / np.float32(width) + _TINY
        found *= (1 / np.sqrt(spread))[:, None]
        found *= self.scale
        found += self.shift
        return found


def _layers(model: Any) -> tuple[_Layer, ...]:  # noqa: ANN401
    nodes = list(model.walk(order="dfs_pre"))
    linear = [n for n in nodes if n.name == "maxout"]
    normal = [n for n in nodes if n.name == "layernorm"]
    return tuple(
        _Layer(
            weights=_by_piece(one.get_param("W")),
            bias=one.get_param("b").T.ravel(),
            scale=two.get_param("G"),
            shift=two.get_param("b"),
        )
        for one, two in zip(linear, normal, strict=True)
    )


def _by_piece(weights: Floats) -> Floats:
    """Return weights (outputs, pieces, inputs) as (inputs, pieces x outputs)."""
    inputs = weights.shape[2]
    return np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)


def _columns(doc: Any, names: list[str]) -> NDArray[np.uint64]:  # noqa: ANN401
    found: NDArray[np.uint64] = doc.to_array(names)  # spaCy's stub says floats
    return found


def _keys(found: NDArray[np.uint64]) -> list[int]:
    """Return a number for each word, and for whether a blank follows where that counts."""
    whole = found if found.ndim == 1 else found[:, 0] * 2 + found[:, 1]
    keys: list[int] = whole.tolist()
    return keys
