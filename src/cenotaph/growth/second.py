"""The process that says accounts and compares tellings beside the first one; see `partner`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

import msgspec
import numpy as np

from cenotaph.gazetteer import shipped
from cenotaph.growth.apart import Compared
from cenotaph.growth.dividing import Here
from cenotaph.growth.partner import Lot, Order, Part, Request, Shown
from cenotaph.growth.saying import Said
from cenotaph.workers import receive, send

_request: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Do what is asked until the input ends."""
    with TemporaryFile() as file:
        here, compared = Here(shipped()), Compared(file)
        while (frame := receive(source)) is not None:
            for answer in _answers(_request.decode(frame), here, compared):
                send(sink, msgspec.msgpack.encode(answer))


def _answers(request: Request, here: Here, compared: Compared) -> Iterator[list[Said] | Lot]:
    match request:
        case Part():
            yield here.said(request)
        case Shown():
            compared.show(request.tellings)
        case Order():
            order = np.frombuffer(request.tellings, np.int64)
            yield from compared.lots(order, request.least)


def main() -> None:
    """Be the second process."""
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing a library prints gets into frames
    gc.disable()  # as in the first: values make no garbage
    try:
        serve(sys.stdin.buffer, sink)
    except BrokenPipeError:
        os._exit(1)  # the first is gone, and with it whoever could be told


if __name__ == "__main__":
    main()
