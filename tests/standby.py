"""A program that stands by for tests: it has loaded Cenotaph once, and forks a process for each
command that it is handed.

A request comes by the socket whose number is the first argument: the words of a command, the folder
and the environment to run them in as JSON, and three files beside it: the command's output, its
errors, and where its process id is told at once, and its exit status once it has ended.
"""

import json
import os
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from cenotaph.cli import main

_MOST = 1 << 20  # bytes of a request
# What a desk loads for its first page.
for name in ("web.serving", "web.app", "link", "reconcile", "review", "sheets", "gazetteer"):
    import_module(f"cenotaph.{name}")


def standing_by(requests: socket.socket) -> list[str]:
    """Wait for requests; return, in a process of its own for each, the words to be run.

    A second process between the two waits for that one, and tells how it ended.
    """
    signal.signal(signal.SIGCHLD, _bury)
    while True:
        asked, files, _, _ = socket.recv_fds(requests, _MOST, 3)
        if not asked:
            os._exit(0)
        if os.fork() == 0:
            requests.close()
            return _begun(json.loads(asked), *files)
        for file in files:
            os.close(file)


def _bury(*_: object) -> None:
    """Take note of whoever has ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _begun(asked: dict[str, Any], output: int, errors: int, told: int) -> list[str]:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child != 0:
        os.close(output)
        os.close(errors)
        os.write(told, f"{child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(told, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    os.close(told)
    for file, place in ((output, 1), (errors, 2)):
        os.dup2(file, place)
        os.close(file)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    return asked["words"]


if __name__ == "__main__":
    sys.exit(main(standing_by(socket.socket(fileno=int(sys.argv[1])))))
