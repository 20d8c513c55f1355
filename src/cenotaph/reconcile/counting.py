"""A policy and what a user set for it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cenotaph.model import Publisher
from cenotaph.reconcile.policies import Policy, policy
from cenotaph.reconcile.terms import Terms


class Counting(msgspec.Struct, frozen=True, kw_only=True):
    """How to count: a policy with its parameters."""

    policy: Policy
    terms: Terms = Terms()

    @property
    def name(self) -> str:
        """The policy, its version and what was set: "ucdp/1", "ucdp/1 (threshold 0.7)"."""
        words = self.terms.words()
        return f"{self.policy.NAME} ({words})" if words else self.policy.NAME

    def over(self, publishers: Iterable[Publisher]) -> Counting:
        """Return the same with what was decided about publishers laid over what was set."""
        return msgspec.structs.replace(self, terms=self.terms.over(publishers))


def counting(asked: str | Counting) -> Counting:
    """Return how to count by a shipped policy's name, with nothing set."""
    return asked if isinstance(asked, Counting) else Counting(policy=policy(asked))
