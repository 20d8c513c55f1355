"""Areas 3 and 4: how sources and what they say are weighed, and what corroborates what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cenotaph.methodology.made import Made
from cenotaph.methodology.parts import Block, Items, Section, counted, many
from cenotaph.model import Incident, Record, Toll

_VOICES = {
    "narrator": "the account itself",
    "speaker": "somebody the account names",
    "unresolved": "somebody the reading could not name",
}


def evaluation(record: Record, made: Made) -> Section:
    """Return whose words count for what, and how figures become one."""
    claims = [c for a in record.accounts for c in a.claims]
    tolls = [c for c in claims if isinstance(c.value, Toll)]
    doubtful = sum(c.confidence < made.threshold for c in tolls)
    blocks: list[Block] = [
        f"Counting policy: {record.policy}."
        + (f" It gives: {made.policy}." if made.policy else ""),
        Items(
            (
                (
                    f"A claim read with a confidence below {made.threshold:g} feeds no figure:"
                    f" {doubtful:,} of {many(len(tolls), 'claim')} of a toll."
                ),
                (
                    "A figure is fed by what the account itself or a speaker it names asserts;"
                    " words that nobody can be found to have said are listed as doubtful."
                ),
                (
                    "A party's word on its own guilt or innocence, or on its enemy's fighters,"
                    " is recorded as its word and corroborates nothing. A denial stands beside"
                    " what it denies."
                ),
                "A figure that every later report exceeds is shown as overtaken and feeds none.",
            )
        ),
        *_terms(made),
        counted(("Who says it", "claims"), Counter(_VOICES[c.voice] for c in claims).items()),
    ]
    roles = Counter(c.speaker.role or "role not told" for c in claims if c.speaker)
    if roles:
        blocks.append(counted(("Role of the speaker", "claims"), roles.items()))
    return Section("3. Evaluation of sources and information", tuple(blocks))


def corroboration(record: Record, incidents: Sequence[Incident], made: Made) -> Section:
    """Return what makes accounts one incident, and how far sources bear each other out."""
    prior = f" (parameters {made.weights}, {made.prior:g} bits)" if made.prior is not None else ""
    sources = Counter(_sources(i) for i in incidents)
    blocks: list[Block] = [
        (
            "Accounts are put together as of one incident by named comparisons of day, place,"
            " figures, kind, target, weapon, parties, persons and words, each worth so many"
            f" bits; a link must outweigh a fixed doubt{prior}. What people decided goes before"
            " it. The reasons for each link are kept."
        ),
        (
            "Sources are counted figure by figure: copies, reprinted agency texts, several"
            " accounts of one publisher or owner, and accounts that take a figure from one"
            " origin are one source."
        ),
        counted(("Independent sources of an incident", "incidents"), sources.items()),
    ]
    figures = [f for i in incidents for f in i.tolls]
    blocks += _counts("How figures stand to each other", "figures", (f.status for f in figures))
    blocks += _counts("Grade of a figure", "figures", (f.grade for f in figures if f.grade))
    kinds = (c.kind for i in incidents for c in i.conflicts)
    blocks += _counts("Conflict, shown with both sentences", "conflicts", kinds)
    blocks.append(
        "Figures that contradict each other stand side by side; none is averaged. Running totals"
        f" (since a day, in a period; {many(len(record.series), 'figure')}) are kept apart and"
        " never added to an incident."
    )
    return Section("4. Corroboration", tuple(blocks))


def _terms(made: Made) -> Iterable[Block]:
    """Yield what the user set for publishers."""
    if not (made.reliable or made.unreliable or made.owners):
        yield "No publisher was set as reliable or unreliable; figures of all are used."
        return
    yield Items(
        (
            f"Publishers set as reliable: {'; '.join(made.reliable) or 'none'}.",
            f"Set as unreliable: {'; '.join(made.unreliable) or 'none'}.",
            "Owners: " + ("; ".join(f"{p} of {o}" for p, o in made.owners) or "none set") + ".",
        )
    )


def _counts(what: str, noun: str, found: Iterable[str]) -> list[Block]:
    counts = Counter(found)
    return [counted((what, noun), counts.items())] if counts else []


def _sources(incident: Incident) -> str:
    number = incident.independent_sources
    return "three or more" if number > 2 else ("none", "one", "two")[number]
