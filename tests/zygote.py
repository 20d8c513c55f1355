"""A program for test_kills: loads the grammar once, then forks a reading for each line it is given.

A line is the words of a command, tab-separated; the first is the file for its standard error. The
answer is the process id of the reading, then, once it has ended, an empty line.
"""

import os
import sys

from cenotaph.cli import main
from cenotaph.gazetteer import shipped
from cenotaph.text import load_grammar


def read(words: list[str]) -> None:
    """Be the reading; never return."""
    told = os.open(words[0], os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.dup2(told, 2)
    os.dup2(told, 1)
    os._exit(main(words[1:]))


load_grammar()
shipped()
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        read(line.rstrip("\n").split("\t"))
    sys.stdout.write(f"{child}\n")
    sys.stdout.flush()
    os.waitpid(child, 0)
    sys.stdout.write("\n")
    sys.stdout.flush()
