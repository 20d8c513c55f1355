"""How well the accounts of the composed corpus (tests/scenes) are linked, by register and half.

    ./run python scripts/links.py        pairwise precision, recall, F1 and B-cubed F1 of accounts

Accounts count by their main incident. "Read right" leaves out those whose main incident, as read,
is not the one that the corpus says: what linking can do with what was read.
"""

from __future__ import annotations

from collections.abc import Mapping

from scene_tellings import Corpus, read, scenes, scored

from cenotaph.link import link

REGISTERS = ("war", "attack", "crime", "accident", None)


def main() -> None:
    """Print the figures of the estimating and of the held-out scenes."""
    for held_out in (False, True):
        corpus = read(scenes(held_out=held_out))
        found = grouped(corpus)
        right = read_right(corpus)
        for register in REGISTERS:
            wanted = of_register(corpus, register)
            only = {r: i for r, i in wanted.items() if r in right}
            for what, chosen in (("all", wanted), ("read right", only)):
                p, r, f1, cubed = scored(chosen, found)
                half = "held out" if held_out else "estimating"
                print(
                    f"{half:10} {register or 'all':8} {what:10} {len(chosen):4}"
                    f"  pairwise {p:.3f} {r:.3f} {f1:.3f}  B-cubed {cubed:.3f}"
                )


def grouped(corpus: Corpus) -> dict[str, str]:
    """Return the incident of each account's main telling, by reference."""
    linked = link(corpus.accounts, corpus.captures)
    home = {m: d.id for d in linked.dossiers for m in d.mentions}
    return {t.ref: home[t.profile.telling.event] for t in corpus.told if t.main}


def read_right(corpus: Corpus) -> frozenset[str]:
    """Return the accounts whose main incident, as read, is the one wanted."""
    return frozenset(t.ref for t in corpus.told if t.main and t.incident == corpus.wanted[t.ref][0])


def of_register(corpus: Corpus, register: str | None) -> Mapping[str, str]:
    """Return the main incident of each account of a register."""
    return {r: i for r, (i, kind) in corpus.wanted.items() if register in {None, kind}}


if __name__ == "__main__":
    main()
