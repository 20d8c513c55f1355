"""The facts of a release -> how to cite it, how to register it, how to check it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from cenotaph.model import some_words
from cenotaph.releases.facts import Facts
from cenotaph.releases.rows import IncidentRow

METHODOLOGY: Final = "methodology.md"
NOBODY: Final = "(:unav)"  # what DataCite writes for who is not told (its schema 4, appendix 3)
_KEYWORDS: Final = ("casualty recording", "human rights", "armed conflict", "incidents of violence")
# Licenses of data, by their ids in SPDX's list (https://spdx.org/licenses/). Citation File Format
# takes an id from there, an address, or nothing.
_SPDX: Final = re.compile(
    r"CC0-1\.0|CC-BY(-NC)?(-(ND|SA))?-(1\.0|2\.0|2\.5|3\.0|4\.0)|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0"
    r"|CDLA-(Permissive|Sharing)-1\.0|OGL-UK-[123]\.0|Apache-2\.0|MIT"
)
_ADDRESS: Final = re.compile(r"https?://[^\s/]\S*")
_KERNEL: Final = "http://datacite.org/schema/kernel-4"
_METHODS: Final = (
    "Sentences of accounts were turned into claims by a grammar model, a gazetteer and rules, or by"
    " people; claims were linked to incidents and counted by the policy named."
    f" {METHODOLOGY} in the release tells how, with counts and known errors."
)
_README: Final = """\
# {title}, release {name}

Frozen {made} with Cenotaph {version}. It is never changed: a correction is another release.

* Record: `{record}` (digest of everything that was said and decided)
* Counting policy: {policy}
* Settings: {settings}
* Names of victims, private persons and reviewers: {names}
* Who answers for it: {by}
* License: {license}

| what | how many |
|---|---|
{counts}

What is in it is a reading of what was reported, and can be wrong. A figure that no person has
checked is marked `machine` in its incident's `review`. Figures that contradict each other stand
side by side; running totals (`cumulative`) are never added to an incident's. What nobody said is
`null`, which is not 0.

## Files

`*.jsonl.gz` are JSON Lines, one object a line, compressed with gzip. `incidents`, `cumulative` and
`claims` are as `cenotaph publish` writes them (contract {contract}); each figure names its claims,
`claims` where their words stand, `sentences` the sentence around them. `decisions` is what people
settled, `sources` where each account was received. Whole texts are not in it.
`methodology.md` says how the record was made: its sources, how they were collected, read, evaluated
and checked, what its words mean, what is in it and what is not, and what is known to be wrong.
`release.json` says what was frozen, from what, by what. `CITATION.cff` and `datacite.json` are for
citing and registering it; no DOI is in them until you have one.

## Check it

```
sha256sum -c SHA256SUMS
cenotaph diff . now        # what has changed since, with the ledger at hand
```

`release.json` names the last link of the ledger's chain at that moment ({links} links): the ledger
that it was made of still has it, however much was added since.
"""


def files(facts: Facts, incidents: Iterable[IncidentRow]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the files that tell people and registries what this is."""
    about = _abstract(facts)
    yield "release.json", _json(msgspec.to_builtins(facts))
    yield "README.md", _readme(facts).encode()
    yield "CITATION.cff", _citation(facts, about).encode()
    yield "datacite.json", _json(_datacite(facts, about, _period(incidents)))


def sums(digests: Mapping[str, str]) -> bytes:
    """Return SHA256SUMS, as `sha256sum -c` reads it."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _readme(facts: Facts) -> str:
    return _README.format(
        title=facts.title,
        name=facts.name,
        made=facts.made,
        version=facts.software.version,
        record=facts.record,
        policy=facts.policy,
        settings=f"digest `{facts.settings}`" if facts.settings else "none",
        names=facts.names_told,
        by="; ".join(facts.by) or "not told",
        license=facts.license or "not told",
        counts="\n".join(f"| {what} | {count:,} |" for what, count in _counted(facts)),
        contract=facts.contract,
        links=f"{facts.ledger.links:,}",
    )


def _counted(facts: Facts) -> Iterator[tuple[str, int]]:
    counts = facts.counts
    yield "documents", counts.documents
    yield "captures of them", counts.captures
    yield "claims", counts.claims
    yield "incidents", counts.incidents
    yield "of these, read by a machine alone", counts.machine_only
    yield "running totals", counts.running
    yield "decisions", counts.decisions


def _abstract(facts: Facts) -> str:
    counts = facts.counts
    return (
        f"{some_words(counts.incidents, 'incident')} and"
        f" {some_words(counts.running, 'running total')} read from"
        f" {some_words(counts.documents, 'account')}, counted by the policy {facts.policy};"
        f" every figure names the claims it rests on. {counts.machine_only:,} of the incidents no"
        " person has checked."
    )


def _citation(facts: Facts, about: str) -> str:
    """Return CITATION.cff 1.2.0. A JSON string is a YAML string, so each value is quoted so."""
    authors = "".join(f"  - name: {_quoted(name)}\n" for name in facts.by or ("not told",))
    keywords = "".join(f"  - {_quoted(word)}\n" for word in _KEYWORDS)
    license_ = "".join(f"{key}: {_quoted(words)}\n" for key, words in _licensed(facts.license))
    return (
        "cff-version: 1.2.0\n"
        'message: "If you use these figures, cite this release, not only the data set."\n'
        "type: dataset\n"
        f"title: {_quoted(facts.title)}\n"
        f"version: {_quoted(facts.name or '')}\n"
        f"date-released: {_quoted(facts.made[:10])}\n"
        f"authors:\n{authors}"
        f"abstract: {_quoted(f'{about} How it was made: {METHODOLOGY}.')}\n"
        f"keywords:\n{keywords}"
        f"{license_}"
        "identifiers:\n"
        "  - type: other\n"
        f"    value: {_quoted('sha256:' + facts.record)}\n"
        '    description: "Digest of the record that was frozen."\n'
    )


def _licensed(given: str | None) -> Iterator[tuple[str, str]]:
    """Yield how Citation File Format has a license; nothing where it has no field for it."""
    if given is not None and _SPDX.fullmatch(given):
        yield "license", given
    elif given is not None and _ADDRESS.fullmatch(given):
        yield "license-url", given


def _rights(given: str) -> dict[str, str]:
    """Return how DataCite has a license."""
    if _SPDX.fullmatch(given):
        return {"rightsIdentifier": given, "rightsIdentifierScheme": "SPDX"}
    return {"rightsUri": given} if _ADDRESS.fullmatch(given) else {"rights": given}


def _quoted(words: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in words)  # YAML takes no others
    return json.dumps(plain, ensure_ascii=False)


def _datacite(facts: Facts, about: str, period: str | None) -> dict[str, object]:
    """Return metadata in the fields of DataCite's schema 4, without an identifier."""
    by = facts.by or (NOBODY,)
    dates = [{"date": facts.made, "dateType": "Issued"}]
    if period is not None:
        info = "days of the incidents"
        dates.append({"date": period, "dateType": "Other", "dateInformation": info})
    found: dict[str, object] = {
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Casualty record"},
        "creators": [{"name": name} for name in by],
        "titles": [{"title": facts.title}],
        "publisher": {"name": by[0]},
        "publicationYear": facts.made[:4],
        "version": facts.name,
        "language": "en",
        "dates": dates,
        "subjects": [{"subject": word} for word in _KEYWORDS],
        "formats": ["application/gzip", "application/jsonl", "text/markdown"],
        "alternateIdentifiers": [
            {
                "alternateIdentifier": facts.record,
                "alternateIdentifierType": "SHA-256 of the record",
            }
        ],
        "descriptions": [
            {"description": about, "descriptionType": "Abstract"},
            {"description": _METHODS, "descriptionType": "Methods"},
        ],
        "schemaVersion": _KERNEL,
    }
    if facts.license is not None:
        found["rightsList"] = [_rights(facts.license)]
    return found


def _period(incidents: Iterable[IncidentRow]) -> str | None:
    """Return the first and the last day of any incident, as RKMS-ISO8601; None without days."""
    days = [d for i in incidents for d in (i.first, i.last) if d is not None]
    return f"{min(days)}/{max(days)}" if days else None
