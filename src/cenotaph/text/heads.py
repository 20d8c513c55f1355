"""Sentences -> each word's head and relation, by the model's own parser, driven from here.

spaCy runs the parser's moves without Python's lock, and takes it back sixty times a move to see
whether something went wrong. Here it is kept, which more than halves the time; the moves, the
weights and what comes out are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from cenotaph.text.encoder import Floats

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Heads:
    """The weights of one dependency parser."""

    def __init__(self, parser: Any) -> None:  # noqa: ANN401  (spaCy's own has no types)
        self._parser = parser
        vectors, states, scores = parser.model.layers
        self._linear: Floats = vectors.layers[-1].get_param("W").T.copy()
        self._linear_bias: Floats = vectors.layers[-1].get_param("b")
        weights, bias, pad = (states.get_param(n) for n in ("W", "b", "pad"))
        self._places, self._width = weights.shape[:2]  # words looked at; of the hidden layer
        # By piece: all of the first, then all of the second; the larger counts.
        by_piece = weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3])
        self._features: Floats = np.ascontiguousarray(by_piece.T)
        self._nothing: Floats = pad[0].transpose(0, 2, 1).reshape(self._places, -1)
        self._bias: Floats = bias.T.reshape(-1).copy()
        self._scores: Floats = scores.get_param("W").T.copy()
        self._scores_bias: Floats = scores.get_param("b")

    def mark(self, docs: Sequence[Doc], vectors: Floats) -> None:
        """Set the heads and relations of some sentences; `vectors` has a row a word."""
        states = self._parser.moves.init_batch(docs)
        self._move([state for state in states if not state.is_final()], self._featured(vectors))
        self._parser.set_annotations(docs, states)

    def _featured(self, vectors: Floats) -> Floats:
        """Return what each word adds at each place it may stand in; the last row is for none."""
        found: Floats = np.empty((len(vectors) + 1, self._places, 2 * self._width), dtype="f")
        hidden = vectors @ self._linear + self._linear_bias
        np.matmul(hidden, self._features, out=found[:-1].reshape(len(vectors), -1))
        found[-1] = self._nothing
        return found

    def _move(self, states: list[Any], features: Floats) -> None:
        """Make the best move of each state until all are final."""
        from spacy.ml.parser_model import (  # type: ignore[import-not-found]  # noqa: PLC0415
            ParserStepModel,
        )

        asked = SimpleNamespace(state2vec=SimpleNamespace(nF=self._places))
        places = np.arange(self._places)
        rows = features.reshape(-1, features.shape[2])
        while states:
            words = ParserStepModel.get_token_ids(asked, states)  # -1 where there is none
            words[words < 0] = len(features) - 1
            pieces = rows.take(words * self._places + places, axis=0).sum(axis=1) + self._bias
            hidden = np.maximum(pieces[:, : self._width], pieces[:, self._width :])
            scores = hidden @ self._scores + self._scores_bias
            states = self._parser.transition_states(states, scores)
