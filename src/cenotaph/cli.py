"""The command line: one verb a stage. Results on standard output, all else on standard error."""

import argparse
import json
import os
import sqlite3
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from textwrap import fill
from typing import Final, get_args

from cenotaph import arriving, bundle, disclosure, pipeline, publishing, releasing, software
from cenotaph.config import load
from cenotaph.demo import lay_out
from cenotaph.desk import deciding, printed, total
from cenotaph.desk import incident as one
from cenotaph.desk.incident import held
from cenotaph.desk.known import ids
from cenotaph.errors import CenotaphError, UsageError
from cenotaph.explain import document_of, explain, sought
from cenotaph.explain.printed import as_json, as_text
from cenotaph.intake import Ingested
from cenotaph.model import OTHER_LANGUAGE, Person, QuestionKind, Record, some_words
from cenotaph.options import parser
from cenotaph.output import Progress, Terminated, ending_cleanly, plain, results
from cenotaph.publish import BUNDLE, WACZ, Options
from cenotaph.store import SCHEMA, Ledger, no_room

_DONE: Final = 0
_REFUSED: Final = 1  # something was refused or did not verify; the rest is done
_USAGE: Final = 2
_INTERRUPTED: Final = 130  # as shells have it for Ctrl-C
_WIDTH: Final = 80  # columns of a terminal
_TERMINATED: Final = 143  # and for SIGTERM


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words of a command line ask for; return its exit status."""
    asked = parser().parse_args(words)
    try:
        with ending_cleanly():
            status = _do(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _DONE
    except KeyboardInterrupt as stop:
        status = _TERMINATED if isinstance(stop, Terminated) else _INTERRUPTED
        return _fail(
            "stopped; nothing half written is left, what was reported as read is kept", status
        )
    except (CenotaphError, sqlite3.Error, OSError) as error:
        return _fail(_reason(error, asked), _USAGE if isinstance(error, UsageError) else _REFUSED)
    return status


def _reason(error: CenotaphError | sqlite3.Error | OSError, asked: argparse.Namespace) -> str:
    if isinstance(error, sqlite3.Error):
        why = no_room(error, asked.ledger) or error
        return f"{asked.ledger}: the ledger cannot be used: {why}"
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    return str(error)


def _do(asked: argparse.Namespace) -> int:
    if asked.version:
        return _version(as_json=asked.json)
    if asked.verb is None:
        parser().print_help(sys.stderr)
        return _USAGE
    verbs = {
        "read": _read,
        "reread": _reread,
        "import": _import,
        "note": _take_note,
        "show": _show,
        "publish": _publish,
        "release": _release,
        "diff": _diff,
        "explain": _explain,
        "estimate": _estimate,
        "serve": _serve,
        "questions": _questions,
        "decide": _decide,
        "verify": _verify,
        "withdraw": _withdraw,
        "demo": _demo,
    }
    return verbs[asked.verb](asked)


def _read(asked: argparse.Namespace) -> int:
    sources = [sys.stdin.buffer if path == "-" else Path(path) for path in asked.paths]
    progress = Progress(verbose=asked.verbose)
    with Ledger.open(_path(asked), create=True) as ledger:
        done = pipeline.ingest(sources, ledger, progress.tell, _how(asked))
    progress.end()
    new = ((done.documents, "new document"), (done.captures, "new capture"))
    print(
        f"{some_words(done.accounts, 'account')} in {asked.ledger}:"
        f" {', '.join(some_words(*n) for n in new)}; {done.refused:,} refused{_unread(done)}"
    )
    return _REFUSED if done.refused else _DONE


def _reread(asked: argparse.Namespace) -> int:
    progress = Progress(verbose=asked.verbose)
    with Ledger.open(_path(asked)) as ledger:
        done = pipeline.reread(ledger, progress.tell, _how(asked))
    progress.end()
    print(
        f"{some_words(done.accounts, 'document')} read again;"
        f" {done.refused:,} could not be read{_unread(done)}"
    )
    return _REFUSED if done.refused else _DONE


def _import(asked: argparse.Namespace) -> int:
    asked.ledger = _path(asked)
    person = None if asked.dry_run else _person(asked, "whose claims they are")
    words, refused = arriving.table(asked, person)
    print(words)
    return _REFUSED if refused else _DONE


def _take_note(asked: argparse.Namespace) -> int:
    asked.ledger = _path(asked)
    words, refused = arriving.told(asked, datetime.now(UTC))  # noqa: TID251 # when it was written
    print(words)
    return _REFUSED if refused else _DONE


def _person(asked: argparse.Namespace, words: str) -> Person:
    """Return who decides, now; UsageError where nobody is named."""
    if asked.reviewer is None:
        raise UsageError(f"say {words}: --reviewer NAME, or $CENOTAPH_REVIEWER")
    now = datetime.now(UTC)  # noqa: TID251 # when it was decided
    return Person(asked.reviewer, now.isoformat(timespec="microseconds"))


def _unread(done: Ingested) -> str:
    """Return words for the documents that are skipped, in whole or in part, for their language."""
    return f"; {done.unread:,} {OTHER_LANGUAGE}" if done.unread else ""


def _show(asked: argparse.Namespace) -> int:
    config = load(asked.config)
    day = None if asked.since is None else _day(asked.since)
    with Ledger.open(_path(asked)) as ledger:
        now = pipeline.current(ledger, asked.policy, config, asking=day is None)
        if asked.id is not None:
            return _show_one(now, ledger, asked)
        if day is None:
            options = Options(accidents=asked.without is None)
            publishing.write(now, publishing.Wanted(format="table"), options)
            return _DONE
        before = pipeline.as_it_was(ledger, asked.policy, config, day)
    options = Options(accidents=asked.without is None)
    with results(None) as out:
        out.writelines(
            releasing.since(before, now, options) or [f"Nothing new since {asked.since}.\n"]
        )
    return _DONE


def _show_one(record: Record, ledger: Ledger, asked: argparse.Namespace) -> int:
    known, options = ids(record, ledger), Options(names=asked.names)
    running = total.held(record, known, asked.id)
    if running is None:
        lines = one.as_text(record, held(record, known, asked.id), options)
    else:
        lines = total.as_text(record, running, options)
    with results(None) as out:
        out.writelines(f"{line}\n" for line in lines)
    return _DONE


def _publish(asked: argparse.Namespace) -> int:
    wanted = publishing.Wanted(
        format=asked.format, target=asked.output, evidence=not asked.no_evidence
    )
    options = Options(
        names=asked.names,
        full_text=asked.full_text,
        only_reviewed=asked.only == "reviewed",
        accidents=asked.without is None,
        of=asked.of,
        png=asked.png or str(asked.output).endswith(".png"),
    )
    if asked.format in {BUNDLE, WACZ}:
        return _hand_over(asked, options)
    by = publishing.By(_path(asked), asked.policy, asked.profile)
    for words in publishing.publish(wanted, options, by, load(asked.config)):
        _note(words)
    return _DONE


def _release(asked: argparse.Namespace) -> int:
    said = releasing.DataSet(title=asked.title, by=tuple(asked.by or ()), license=asked.license)
    path, facts = releasing.release(asked.name, _wanted(asked), said)
    print(releasing.told(path, facts))
    _note(f"release: names of victims, private persons and reviewers {facts.names_told}")
    return _DONE


def _diff(asked: argparse.Namespace) -> int:
    found = releasing.compared(asked.before, asked.after, _wanted(asked))
    with results(asked.output) as out:
        out.writelines(releasing.written(found, as_json=asked.json, as_page=asked.html))
    return _DONE


def _wanted(asked: argparse.Namespace) -> releasing.Wanted:
    now = datetime.now(UTC)  # noqa: TID251 # when it was made, or compared
    return releasing.wanted(asked, _path(asked), now.isoformat(timespec="seconds"))


def _estimate(asked: argparse.Namespace) -> int:
    with Ledger.open(_path(asked)) as ledger:
        found = pipeline.estimate(ledger, load(asked.config))
    with results(asked.output) as out:
        out.write(found)
    _note("nothing is linked by these until a config names them: [linking] weights")
    return _DONE


def _explain(asked: argparse.Namespace) -> int:
    with Ledger.open(_path(asked)) as ledger:
        record = pipeline.current(ledger)
    wanted = asked.claim
    if asked.profile is not None:
        told = disclosure.disclosure(asked.profile, load(asked.config), _path(asked))
        wanted = told.claim(record, wanted)
    claim = sought(record, wanted)
    reading = pipeline.reading_of(document_of(record, claim), pipeline.How(model=asked.model))
    found = explain(record, claim, reading, Options(names=asked.names))
    with results(None) as out:
        out.writelines(f"{line}\n" for line in (as_json if asked.json else as_text)(found))
    return _DONE


def _questions(asked: argparse.Namespace) -> int:
    config, options = load(asked.config), Options(names=asked.names)
    if asked.kind not in (None, *get_args(QuestionKind)):
        known = ", ".join(get_args(QuestionKind))
        raise UsageError(f"--kind {asked.kind}: no such question; known: {known}")
    with Ledger.open(_path(asked)) as ledger:
        record = pipeline.current(ledger, asked.policy, config)
    found = printed.asked(record, options, asked.kind)
    shown = found[: asked.limit]
    with results(None) as out:
        if asked.json:
            lines = printed.as_json(record, [o.shown for o in shown], options)
        else:
            numbers = {o.whole: n for n, o in enumerate(printed.asked(record, options), 1)}
            lines = printed.as_text(record, [(numbers[o.whole], o.shown) for o in shown], options)
        out.writelines(f"{line}\n" for line in lines)
    _note(f"{len(shown):,} of {some_words(len(found), 'question')}; answer with `cenotaph decide`")
    return _DONE


def _decide(asked: argparse.Namespace) -> int:
    config = load(asked.config)

    def person() -> Person:
        return _person(asked, "who decides")

    person()  # before any work
    with Ledger.open(_path(asked)) as ledger, results(None) as out:
        current = partial(pipeline.current, ledger, asked.policy, config)
        deciding.decide(asked, ledger, current, person, config.terms, out)
    return _DONE


def _serve(asked: argparse.Namespace) -> int:
    from cenotaph.web.present import Terms  # noqa: PLC0415 # a server is loaded for this verb alone
    from cenotaph.web.serving import serve  # noqa: PLC0415

    def tell(address: str) -> None:
        print(address, flush=True)
        _note("the desk is open to whoever has this address; Ctrl-C closes it")

    terms = Terms(
        ledger=_path(asked), policy=asked.policy, names=asked.names, reviewer=asked.reviewer
    )
    serve(terms, load(asked.config), asked.port, tell=tell, browse=not asked.no_browser)
    _note("the desk is closed; what was decided is in the ledger")
    return _DONE


def _hand_over(asked: argparse.Namespace, options: Options) -> int:
    as_wacz = asked.format == WACZ
    wanted = bundle.Asked(asked.output, asked.policy, asked.profile, as_wacz)
    with Ledger.open(_path(asked)) as ledger:
        _note(bundle.write(ledger, wanted, options, load(asked.config)).told())
    return _DONE


def _verify(asked: argparse.Namespace) -> int:
    config = load(asked.config)
    if asked.file is not None:
        return _verified(*bundle.checked(Path(asked.file), config))
    with Ledger.open(_path(asked)) as ledger:
        found = ledger.verify()
        frozen = releasing.faults(ledger, releasing.beside(asked.ledger))
        faults = (*found.faults, *pipeline.projection_faults(ledger, config), *frozen)
    words = f"{found.told()}: {len(faults):,} do not hold"
    return _verified(
        f"{words}\nchain of {some_words(found.links, 'link')} ends in {found.head}", faults
    )


def _verified(words: str, faults: Sequence[str]) -> int:
    for fault in faults:
        print(f"does not hold: {plain(fault)}", file=sys.stderr)
    print("\n".join(map(plain, words.splitlines())))
    return _REFUSED if faults else _DONE


def _withdraw(asked: argparse.Namespace) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 # when it was decided
    decision = Person(asked.reviewer, now).decides("withdraw", asked.reason, asked.document)
    with Ledger.open(_path(asked)) as ledger:
        ledger.withdraw(asked.document, decision)
    print(f"withdrawn: {asked.document}")
    _note("what was published or copied before still holds its words; this ledger does not")
    kept = releasing.holding(asked.document, releasing.beside(asked.ledger))
    if kept:
        _note(f"releases that hold sentences of it, or may: {', '.join(kept)}")
    return _DONE


def _demo(asked: argparse.Namespace) -> int:
    folder = Path(asked.folder)
    accounts = lay_out(folder)
    progress, how = Progress(verbose=False), pipeline.DEFAULT
    with Ledger.open(folder / "cenotaph.db", create=True) as ledger:
        done = pipeline.ingest([accounts], ledger, progress.tell, how)
        pipeline.reread(ledger, progress.tell, how)
        record = pipeline.current(ledger)
    progress.end()
    publishing.write(record, publishing.Wanted(format="table"), Options())
    page = folder / "record.html"
    publishing.write(record, publishing.Wanted(format="html", target=str(page)), Options())
    print(f"\nThe accounts (made up) are in {accounts}, the ledger beside them.")
    print(f"The page with every sentence: {page.resolve().as_uri()}")
    return _REFUSED if done.refused else _DONE


def _version(*, as_json: bool) -> int:
    facts = software.facts(SCHEMA)
    print(json.dumps(facts) if as_json else f"cenotaph {facts['software']}")
    return _DONE


def _how(asked: argparse.Namespace) -> pipeline.How:
    return pipeline.How(workers=asked.workers, model=asked.model)


def _path(asked: argparse.Namespace) -> str:
    ledger: str = asked.ledger
    if "://" in ledger:
        raise UsageError(
            f"{ledger}: a ledger is a file, such as cenotaph.db; servers are not known"
        )
    return ledger


def _day(words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise UsageError(f"--since {words}: not a date; write it as 2022-03-10") from error


def _note(words: str) -> None:
    for line in words.splitlines():
        wrapped = fill(line, _WIDTH, subsequent_indent="  ", break_long_words=False)
        print(wrapped if sys.stderr.isatty() else line, file=sys.stderr)


def _fail(words: str, status: int) -> int:
    print(f"cenotaph: {plain(words)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
