"""The words of a command line: every verb with its options and examples."""

import argparse
import os
from typing import Any, get_args

from cenotaph import publish
from cenotaph.model import SourceKind
from cenotaph.reconcile.policies import policies
from cenotaph.redaction import SHIPPED
from cenotaph.sheets import shipped

_VERDICTS = (
    "accept", "reject", "correct", "add", "same", "different", "copy", "not-copy", "note",
    "source", "undo",
)  # fmt: skip
_BESIDE = "a folder (default: releases, beside the ledger)"
MODEL = "en_core_web_sm"
_NOTES = ("call", *get_args(SourceKind))
_EXAMPLES = """examples:
  cenotaph demo                              made-up accounts and their record
  cenotaph read accounts/ report.html        read files into cenotaph.db
  cat new.jsonl | cenotaph read -            read JSON lines
  cenotaph import events.csv --map acled     take over a spreadsheet
  cenotaph note --kind call --told-by NAME   write down what somebody told
  cenotaph show                              the record as a table
  cenotaph show --since 2022-03-10           what is new, which tolls moved
  cenotaph publish html -o record.html       one self-contained page
  cenotaph publish site -o site              pages that need no server
  cenotaph publish claims --names -o claims.jsonl
  cenotaph publish html --profile public -o page.html   with pseudonyms
  cenotaph publish chart -o charts           each toll over time, as a picture
  cenotaph release 2024-06                   freeze the record under a name
  cenotaph diff 2024-06 now                  what changed since, and by what
  cenotaph explain 3f9a                      why a claim is in the record
  cenotaph questions                         what a person should settle first
  cenotaph decide --reviewer NAME            answer them with one key each
  cenotaph decide same 3f9a 81c0 --reason "one blast, two papers"
  cenotaph serve                             the same in a browser, here alone
  cenotaph verify                            re-read every span, hash and link
  cenotaph publish bundle --full-text -o case.zip   one file for hand-over
  cenotaph publish wacz --full-text -o case.wacz    the same as a web archive
  cenotaph verify case.zip                   check it on any machine
  cenotaph withdraw DOCUMENT --reason "asked by the family"

exit status: 0 done; 1 something was refused or did not verify; 2 wrong usage
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of Cenotaph's command line."""
    whole = argparse.ArgumentParser(
        prog="cenotaph",
        description="From many news accounts to a record of who was killed, where and when.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="store_true", help="say what this software is")
    whole.add_argument("--json", action="store_true", help="with --version: all hashes, as JSON")
    whole.set_defaults(ledger=_ledger())
    verbs = whole.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    _reading(verbs)
    _moving_in(verbs)
    _showing(verbs)
    _releasing(verbs)
    _reviewing(verbs)
    _keeping(verbs)
    return whole


def _reading(verbs: Any) -> None:  # noqa: ANN401 # argparse has no public name for it
    read = _verb(verbs, "read", "read accounts into the ledger, which is made if missing")
    read.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file or folder; '-': JSON lines on stdin"
    )
    reread = _verb(verbs, "reread", "run the present extractors again over stored documents")
    for verb in (read, reread):
        verb.add_argument("-v", "--verbose", action="store_true", help="name each account read")
        _models(verb)


def _moving_in(verbs: Any) -> None:  # noqa: ANN401
    table = _verb(verbs, "import", "take the rows of a spreadsheet as a person's claims")
    table.add_argument(
        "table", metavar="FILE", help="a CSV, TSV or .xlsx file with a row of headers"
    )
    table.add_argument(
        "--map", required=True, metavar="MAP", help=f"a TOML file, or one of {', '.join(shipped())}"
    )
    table.add_argument("--sheet", metavar="NAME", help="of a workbook that has several")
    table.add_argument("--dry-run", action="store_true", help="say what would come of it, no more")
    _reviewer(table, "whose claims they are")
    note = _verb(verbs, "note", "keep what somebody told, as written down by staff")
    note.add_argument(
        "file", nargs="?", metavar="FILE", help="its words; '-': stdin; none: your editor"
    )
    note.add_argument(
        "--kind", default="interview", choices=_NOTES, metavar="KIND", help=", ".join(_NOTES)
    )
    note.add_argument(
        "--told-by", metavar="NAME", help="who told it; withheld in what is published"
    )
    note.add_argument("--told", metavar="DATE", help="the day it was told (default: today)")
    note.add_argument(
        "--taken-by",
        metavar="NAME",
        default=os.environ.get("CENOTAPH_REVIEWER") or None,
        help="who wrote it down (default: $CENOTAPH_REVIEWER)",
    )
    note.add_argument("--publisher", metavar="NAME", help="the organization whose note it is")
    note.add_argument("--title", metavar="TEXT")
    note.add_argument("--ref", metavar="TEXT", help="your own code for it")
    _models(note)


def _models(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--workers", type=_count, metavar="N", help="processes that read; 0: none but this one"
    )
    verb.add_argument("--model", default=MODEL, help=f"a spaCy model (default: {MODEL})")


def _showing(verbs: Any) -> None:  # noqa: ANN401
    show = _verb(verbs, "show", "print the record as a table")
    show.add_argument(
        "id", nargs="?", metavar="ID", help="one incident or running total, by any id it ever had"
    )
    show.add_argument("--names", action="store_true", help="names of victims and the private")
    show.add_argument("--since", metavar="DATE", help="only what is new since, and why")
    out = _verb(verbs, "publish", "write the record in a format")
    out.add_argument("format", metavar="FORMAT", help=f"one of {publish.known_formats()}")
    out.add_argument(
        "-o", dest="output", metavar="OUT", help="a file or a folder; '-' or none: stdout"
    )
    out.add_argument(
        "--no-evidence", action="store_true", help="without OUT.evidence.jsonl, which has sentences"
    )
    out.add_argument("--of", metavar="ID", help="chart: one incident or running total alone")
    out.add_argument("--png", action="store_true", help="chart: PNG files, not SVG")
    out.add_argument("--only", choices=["reviewed"], help="only what a person has looked at")
    out.add_argument("--full-text", action="store_true", help="whole texts, not only quotes")
    out.add_argument("--names", action="store_true", help="names of victims and the private")
    _profile(out, "redact for a reader")
    for verb in (show, out):
        verb.add_argument(
            "--without",
            choices=["accidents"],
            help="leave out incidents without violence: road accidents, weather, disease",
        )
        verb.add_argument("--policy", default="envelope", help=f"how to count: {_policies()}")
        _config(verb)
    own = _verb(verbs, "estimate", "estimate what links accounts, anew, on this ledger")
    own.add_argument("-o", dest="output", metavar="OUT", help="a file; '-' or none: stdout")
    _config(own)
    why = _verb(verbs, "explain", "say why a claim is in the record: parse, rule, figure, speaker")
    why.add_argument("claim", metavar="CLAIM", help="its id, or as much of it as no other has")
    why.add_argument("--json", action="store_true", help="as one JSON object")
    why.add_argument("--names", action="store_true", help="names of victims and the private")
    _profile(why, "CLAIM is an id as passed on under a profile")
    _config(why)
    why.add_argument("--model", default=MODEL, help=f"a spaCy model (default: {MODEL})")
    _serving(verbs)


def _serving(verbs: Any) -> None:  # noqa: ANN401
    serve = _verb(verbs, "serve", "open the desk: the record in a browser, to read and to decide")
    serve.add_argument(
        "--port", type=_count, default=0, metavar="N", help="where it listens (default: any free)"
    )
    serve.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    serve.add_argument("--names", action="store_true", help="names of victims and the private")
    serve.add_argument(
        "--reviewer",
        default=os.environ.get("CENOTAPH_REVIEWER") or None,
        help="who decides, unless another name is given there (default: $CENOTAPH_REVIEWER)",
    )
    serve.add_argument("--policy", default="envelope", help=f"how to count: {_policies()}")
    _config(serve)


def _policies() -> str:
    return f"{', '.join(policies())}, or your own (default: envelope)"


def _config(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--config",
        metavar="FILE",
        default=os.environ.get("CENOTAPH_CONFIG") or None,
        help="a cenotaph.toml: own policies, profiles, publishers (default: $CENOTAPH_CONFIG)",
    )


def _profile(verb: argparse.ArgumentParser, words: str) -> None:
    shipped = ", ".join(SHIPPED)
    verb.add_argument(
        "--profile", metavar="PROFILE", help=f"{words}: {shipped}, or your own of cenotaph.toml"
    )


def _releasing(verbs: Any) -> None:  # noqa: ANN401
    kept = _verb(verbs, "release", "freeze the record under a name, to be cited and compared")
    kept.add_argument("name", metavar="NAME", help="such as 2024-06; one that is there is refused")
    kept.add_argument("--title", metavar="TEXT", help="of the data set")
    kept.add_argument(
        "--by", action="append", metavar="NAME", help="who answers for it; may be given again"
    )
    kept.add_argument("--license", metavar="WORDS", help="CC-BY-4.0, or an address, or words")
    differ = _verb(verbs, "diff", "say what differs between two releases, and by what")
    for name in ("before", "after"):
        differ.add_argument(name, metavar=name.upper(), help="a release, its folder, or 'now'")
    how = differ.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as one JSON object")
    how.add_argument("--html", action="store_true", help="as a page of corrections")
    differ.add_argument(
        "-o", dest="output", metavar="OUT", help="a file; '-' or none: standard output"
    )
    counting = f"how to count: {_policies()}"
    kept.add_argument("--policy", default="envelope", help=counting)
    differ.add_argument("--policy", help="how to count what is 'now' (default: as the other)")
    kept.add_argument("-o", dest="releases", metavar="DIR", help=f"where: {_BESIDE}")
    differ.add_argument("--releases", metavar="DIR", help=f"where releases are: {_BESIDE}")
    _profile(kept, "redact for a reader")
    _profile(differ, "how 'now' is redacted (default: as the other)")
    for verb in (kept, differ):
        verb.add_argument("--names", action="store_true", help="names of victims and the private")
        _config(verb)


def _reviewing(verbs: Any) -> None:  # noqa: ANN401
    ask = _verb(verbs, "questions", "print what a person should settle, the most useful first")
    ask.add_argument("--limit", type=_count, default=10, metavar="N", help="so many (default: 10)")
    ask.add_argument("--json", action="store_true", help="as JSON Lines")
    decide = _verb(verbs, "decide", "settle questions one by one, or decide one thing by its id")
    decide.add_argument(
        "verdict", nargs="?", metavar="VERDICT", choices=_VERDICTS, help=", ".join(_VERDICTS)
    )
    decide.add_argument(
        "ids", nargs="*", metavar="ID", help="claims, mentions, documents; source: a publisher"
    )
    _reviewer(decide, "who decides")
    decide.add_argument("--reason", metavar="TEXT", help="why; stays on record")
    decide.add_argument("--whole", action="store_true", help="undo: all that its import decided")
    for verb in (ask, decide):
        verb.add_argument("--kind", metavar="KIND", help="questions of one kind; add: a claim's")
        verb.add_argument("--names", action="store_true", help="names of victims and the private")
        verb.add_argument("--policy", default="envelope", help=f"how to count: {_policies()}")
        _config(verb)
    _valued(decide)


def _reviewer(verb: argparse.ArgumentParser, words: str) -> None:
    verb.add_argument(
        "--reviewer",
        metavar="NAME",
        default=os.environ.get("CENOTAPH_REVIEWER") or None,
        help=f"{words} (default: $CENOTAPH_REVIEWER)",
    )


def _valued(decide: argparse.ArgumentParser) -> None:
    """Add the options of `correct` and `add`: what the value is, and for `add` where it stands."""
    value = decide.add_argument_group("what is right, for correct and add")
    value.add_argument("--low", type=_count, metavar="N", help="at least so many")
    value.add_argument("--high", type=_ceiling, metavar="N", help="at most so many, or 'open'")
    value.add_argument("--approximate", action="store_true")
    for name in (
        "outcome", "scope", "cause", "since", "as-of", "vague", "status", "side", "sex", "name",
        "party", "category", "damage", "relation", "topic", "day",
    ):  # fmt: skip
        value.add_argument(f"--{name}", metavar="WORD")
    value.add_argument(
        "--age", type=_age, metavar="AGE", help="years, or children, adults, elderly"
    )
    value.add_argument("--role", dest="roles", action="append", metavar="WORD")
    value.add_argument("--part-of", metavar="ID", help="correct: the figure of its whole, or none")
    value.add_argument("--value", metavar="JSON", help="any part of the value, as JSON")
    kept = decide.add_argument_group("what is kept beside an incident, for note")
    kept.add_argument("--code", metavar="CODE", help="what your own files call it; '': nothing")
    kept.add_argument("--tag", action="append", metavar="TAG", help="one more; may be given again")
    kept.add_argument("--untag", action="append", metavar="TAG", help="one less")
    kept.add_argument("--note", metavar="TEXT", help="words, beside those noted before")
    held = decide.add_argument_group("what is held of a publisher, for source")
    held.add_argument("--owner", metavar="NAME", help="whose it is; '': nobody's that is known")
    held.add_argument("--reliable", metavar="WORD", help="yes, no or unsaid")
    where = decide.add_argument_group("where it stands, for add")
    where.add_argument("--words", metavar="TEXT", help="the words, as written")
    where.add_argument("--start", type=_count, metavar="N", help="first character, from 0")
    where.add_argument("--end", type=_count, metavar="N", help="after the last character")
    where.add_argument("--in", dest="part", choices=["text", "title"], default="text")
    where.add_argument("--about", metavar="ID", help="incident or mention; 'new': its own")
    where.add_argument("--speaker", metavar="NAME", help="who says it; none: the account itself")
    where.add_argument("--stance", metavar="WORD", help="asserts, denies, blames, ...")


def _ceiling(words: str) -> int | str:
    return words if words == "open" else _count(words)


def _age(words: str) -> int | str:
    return int(words) if words.isdigit() else words


def _keeping(verbs: Any) -> None:  # noqa: ANN401
    verify = _verb(
        verbs, "verify", "re-read every span, hash and link of the ledger, or a bundle's"
    )
    verify.add_argument(
        "file", nargs="?", metavar="FILE", help="a bundle: the ledger is not needed"
    )
    _config(verify)
    withdraw = _verb(verbs, "withdraw", "destroy a document's words; its hash and the fact stay")
    withdraw.add_argument("document", metavar="DOCUMENT", help="its id: 64 hex digits")
    withdraw.add_argument("--reason", required=True, metavar="TEXT", help="stays on record")
    withdraw.add_argument(
        "--reviewer",
        default=os.environ.get("CENOTAPH_REVIEWER") or "unnamed",
        help="who decides (default: $CENOTAPH_REVIEWER, else unnamed)",
    )
    words = "read made-up accounts and show their record"
    demo = verbs.add_parser("demo", help=words, description=words)
    demo.add_argument(
        "folder",
        nargs="?",
        default="cenotaph-demo",
        metavar="FOLDER",
        help="where to put accounts and ledger (default: cenotaph-demo)",
    )


def _verb(verbs: Any, name: str, words: str) -> argparse.ArgumentParser:  # noqa: ANN401
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=words, description=words)
    verb.add_argument(
        "--ledger",
        metavar="LEDGER",
        default=_ledger(),
        help="the ledger's file (default: $CENOTAPH_LEDGER, else cenotaph.db)",
    )
    return verb


def _ledger() -> str:
    return os.environ.get("CENOTAPH_LEDGER") or "cenotaph.db"


def _count(words: str) -> int:
    number = int(words)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{words} is below 0")
    return number
