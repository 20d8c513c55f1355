"""A headline's figure beside those of the text below it: which of them an account gives."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.reconcile.account_figures import Figure, is_headline

_NEAR, _FEW = 1.2, 3  # by how much headlines round down at most
_TEN = 10  # "more than 30" for 36


def in_words_of_text(chosen: Figure, groups: Sequence[Figure]) -> Figure:
    """Return the headline's figure as a speaker gives it: "at least 16, police said".

    A headline rounds: "200 killed" above "more than 200", "more than 100" above "at least 104".
    """
    if not is_headline(chosen):
        return chosen
    text = [g for g in groups if not is_headline(g) and g.count.vague is None]
    open_ = [g for g in text if g.count.high is None]
    low = chosen.count.low or 0
    same = [g for g in open_ if g.count.low in {low, low + (chosen.count.high == low)}]
    return next(iter(same), chosen)


def without_rounded(groups: Sequence[Figure]) -> list[Figure]:
    """Drop the headline's figure where it only rounds the text's first."""
    lead = [g for g in groups if not is_headline(g) and g.count.vague is None][:1]
    return [g for g in groups if not (is_headline(g) and any(_is_rounded(g, f) for f in lead))]


def _is_rounded(headline: Figure, figure: Figure) -> bool:
    """Tell whether a headline's "more than 100", "at least four" is a little less than a figure.

    So are "several dead", whose word is no count (COUNTING 7), and the ten that a figure is in.
    """
    low, exact = headline.count.low or 0, figure.count.low or 0
    if headline.count.vague is not None:
        return figure.count.agrees(headline.count)
    if headline.count.high is not None:
        return False
    ten = low > _TEN and low % _TEN == 1 and low // _TEN == exact // _TEN
    return ten or low < exact <= max(low * _NEAR, low + _FEW)


def of_headline_and_lead(own: Sequence[Figure]) -> Figure:
    """Return the headline's figure, in the text's words where they agree; else the text's."""
    if own[0].count.vague is not None:  # "dozens hurt", and then how many
        exact = [g for g in own if g.count.vague is None and g.count.agrees(own[0].count)]
        own = exact or own
    text = [g for g in own if g.claims[0].evidence.part == "text"]
    title = [g for g in own if g.claims[0].evidence.part == "title"]
    if not text or not title:
        return own[0]
    headline = title[0]
    agreed = [t for t in text if t.count.agrees(headline.count)]
    if headline.count.vague is None:  # "six shot" is no "multiple people"
        agreed = [t for t in agreed if t.count.vague is None]
    return agreed[0] if agreed else headline
